"""What was computed from columns, kept as long as they stay the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar, TypeVarTuple, cast

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Ts = TypeVarTuple("Ts")


class Recent(Generic[K, T]):
    """The last so many values, by key. Safe for several threads; two that miss at once both compute."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._values: OrderedDict[K, T] = OrderedDict()
        self._lock = Lock()

    def get(self, key: K, make: Callable[[], T]) -> T:
        """The value of a key, made if it isn't there."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = make()
        with self._lock:
            self._values[key] = value
            while len(self._values) > self.size:
                self._values.popitem(last=False)
        return value


class Memo:
    """Results of functions by the identity of what they were given.

    Columns are never changed, and one that a refresh leaves as it was stays the same object: so does what follows
    from it. The inputs are kept with the result, so that no other object can have their identity.
    """

    def __init__(self, size: int = 100) -> None:
        self._results: Recent[tuple[int, ...], tuple[object, object]] = Recent(size)

    def __call__(self, function: Callable[[*Ts], T], *inputs: *Ts) -> T:
        """What the function makes of these inputs."""
        used: tuple[object, ...] = (function, *inputs)
        _, result = self._results.get(tuple(map(id, used)), lambda: (used, function(*inputs)))
        return cast("T", result)
