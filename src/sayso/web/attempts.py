"""How often a sign-in went wrong: guessing is made slow, and nobody is locked out by another's guesses."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Lock
from time import monotonic

MOST = 5
"""Of one name from one address within the window."""
MOST_OF_ADDRESS = 30
"""From one address, whatever the names."""
WINDOW = 15 * 60.0
"""Seconds."""
_MOST_KEYS = 10_000
"""Remembered at once; beyond that the oldest is forgotten."""

Key = tuple[str | None, str]


class TooManyError(Exception):
    """Signing in went wrong too often; `wait` is in seconds."""

    def __init__(self, wait: float) -> None:
        super().__init__(f"too many wrong passwords; try again in {max(1, round(wait / 60))} min")
        self.wait = wait


class Attempts:
    """Times of failures, by name and address and by address alone. They are in memory: a restart forgets them."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._failures: dict[Key, deque[float]] = {}
        self._lock = Lock()

    def begin(self, name: str, address: str) -> None:
        """Note an attempt, as a failure until it succeeds. Raises TooManyError where it must wait."""
        keys: tuple[tuple[Key, int], ...] = (((name, address), MOST), ((None, address), MOST_OF_ADDRESS))
        with self._lock:
            for key, most in keys:
                if len(recent := self._recent(key)) >= most:
                    raise TooManyError(recent[-most] + WINDOW - self._clock())
            for key, most in keys:
                self._failures.setdefault(key, deque(maxlen=most)).append(self._clock())
            while len(self._failures) > _MOST_KEYS:
                del self._failures[next(iter(self._failures))]

    def succeeded(self, name: str, address: str) -> None:
        """The person signed in: their own failures no longer count, and this attempt was none."""
        with self._lock:
            self._failures.pop((name, address), None)
            if of_address := self._failures.get((None, address)):
                of_address.pop()

    def _recent(self, key: Key) -> deque[float]:
        times = self._failures.get(key, deque[float]())
        while times and times[0] <= self._clock() - WINDOW:
            times.popleft()
        return times
