"""Many texts as one run of bytes, in which a fragment is found in a single pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from sayso.ledger.search import fold

Codes = NDArray[np.int32]
Mask = NDArray[np.bool_]
Rows = NDArray[np.intp]

_BREAK = b"\xff"
"""No byte of UTF-8, so no text can hold it."""


@dataclass(frozen=True, eq=False)
class Texts:
    """Texts by number, from 0. Each lies in `run` after a break; `starts` says where, with the end of the last.

    As the texts that a column of codes stands for, number 0 is None.
    """

    run: bytes
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """These texts, in order."""
        encoded = [text.encode() for text in texts]
        lengths = np.fromiter((len(text) + 1 for text in encoded), np.int64, len(encoded))
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
        return cls(b"".join((_BREAK + _BREAK.join(encoded) if encoded else b"", _BREAK)), starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> str:
        return self.run[self.starts[number] + 1 : self.starts[number + 1]].decode()

    def __iter__(self) -> Iterator[str]:
        return (text.decode() for text in self.run.split(_BREAK)[1:-1])

    def part(self, start: int, end: int) -> bytes:
        """The texts from one number to another, as they lie."""
        return self.run[self.starts[start] : self.starts[end]]

    def holding(self, fragment: str) -> Rows:
        """Numbers of the texts that hold a fragment."""
        needle = fragment.encode("utf-8", "surrogatepass")
        return self._found(needle) if needle else np.arange(len(self))

    def equal(self, text: str) -> Rows:
        """Numbers of the texts that are this one."""
        return self._found(_BREAK + text.encode("utf-8", "surrogatepass") + _BREAK)

    def replaced(self, ranges: Iterable[tuple[int, int, int, int]], other: Texts) -> Texts:
        """These texts; in each range those from `start` to `end` give way to the other's from `first` to `last`."""
        runs, lengths, done = [], [], 0
        for start, end, first, last in (*ranges, (len(self), len(self), 0, 0)):
            for texts, low, high in ((self, done, start), (other, first, last)):
                runs.append(texts.part(low, high))
                lengths.append(np.diff(texts.starts[low : high + 1]))
            done = end
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(np.concatenate(lengths))])
        return Texts(b"".join([*runs, _BREAK]), starts)

    @cached_property
    def folded(self) -> Texts:
        """The texts in lower case and without accents."""
        if self.run[1:-1].replace(_BREAK, b"").isascii():
            return Texts(self.run.lower(), self.starts)
        return Texts.of(map(fold, self))

    def _found(self, needle: bytes) -> Rows:
        """A text is left at its first match: where it ends, the next begins."""
        places, place = [], self.run.find(needle)
        while place >= 0:
            places.append(place)
            place = self.run.find(needle, self.run.find(_BREAK, place + len(needle) - 1))
        return np.searchsorted(self.starts, np.array(places, np.int64), "right") - 1


class Coder(dict[str | None, int]):
    """Gives each text a number, the same one each time: None is 0, the others follow as they come."""

    def __init__(self, known: Texts | None = None) -> None:
        super().__init__()
        self._made = Texts.of([""]) if known is None else known
        self.update((None if number == 0 else text, number) for number, text in enumerate(self._made))

    def __missing__(self, text: str | None) -> int:
        self[text] = number = len(self)
        return number

    def codes(self, texts: Iterable[str | None], count: int) -> Codes:
        """The numbers of that many texts."""
        return np.fromiter(map(self.__getitem__, texts), np.int32, count)

    def texts(self) -> Texts:
        """All texts by number, that of None empty; the very object of the last time if there are no new ones."""
        made = self._made
        new = Texts.of(text or "" for text in islice(self, len(made), None))
        if len(new):
            self._made = made.replaced([(len(made), len(made), 0, len(new))], new)
        return self._made
