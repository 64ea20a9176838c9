"""Names one letter away from what was written, out of half a million, in a tenth of a millisecond.

Each name is kept as a number, the polynomial h(s) = Σ s[i]·B^i modulo 2^64 over its letters. What a name becomes when
one letter is left out, added or changed, or when two change places, follows from the sums over its beginning and its
end, so all variants are one vector, and those that are names are found by bisection.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15  # odd, its bits well mixed: the golden ratio
LONGEST = 40
"""No longer name is kept: nobody writes one."""
_POWERS: Numbers = np.array([pow(_BASE, i, 1 << 64) for i in range(LONGEST + 2)], dtype=np.uint64)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CODES: Numbers = np.frombuffer(_LETTERS.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)


def numbers(names: Sequence[str]) -> Numbers:
    """The number of each name of at most `LONGEST` letters, sorted."""
    kept = np.array([name for name in names if len(name) <= LONGEST], dtype=f"<U{LONGEST}")
    letters = kept.view(np.uint32).reshape(len(kept), LONGEST).astype(np.uint64)
    return np.unique((letters * _POWERS[:LONGEST]).sum(axis=1, dtype=np.uint64))


def merged(parts: Iterable[Numbers]) -> Numbers:
    """Several sorted arrays as one."""
    return np.sort(np.concatenate([np.empty(0, dtype=np.uint64), *parts]), kind="stable")


def near(name: str, known: Numbers) -> list[str]:
    """The variants of `name`, one slip away from it, whose numbers are known. Its first letter is taken to be right.

    A string that isn't known has the number of one that is by a chance of about 1 in 10^13.
    """
    size = len(name)
    if not 1 < size < LONGEST or not len(known):
        return []
    codes, begun, rest = _sums(name)
    at = np.arange(1, size)
    less = begun[at] + _POWERS[at] * rest[at + 1]
    both = at[:-1]
    swapped = (
        begun[both] + _POWERS[both] * codes[both + 1] + _POWERS[both + 1] * codes[both]
        + _POWERS[both + 2] * rest[both + 2]
    )  # fmt: skip
    changed = (begun[at] + _POWERS[at + 1] * rest[at + 1])[:, None] + _POWERS[at][:, None] * _CODES
    ends = np.arange(1, size + 1)
    more = (begun[ends] + _POWERS[ends + 1] * rest[ends])[:, None] + _POWERS[ends][:, None] * _CODES
    found = {name[:i] + name[i + 1 :] for (i,) in _held(less, known)}
    found |= {name[:i] + name[i + 1] + name[i] + name[i + 2 :] for (i,) in _held(swapped, known)}
    found |= {name[:i] + _LETTERS[letter] + name[i + 1 :] for i, letter in _held(changed, known)}
    found |= {name[:i] + _LETTERS[letter] + name[i:] for i, letter in _held(more, known)}
    return sorted(found - {name})


def _sums(name: str) -> tuple[Numbers, Numbers, Numbers]:
    """The letters; at each place, the number of what stands before it; and that of what stands from there on."""
    codes = np.frombuffer(name.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    begun = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(codes * _POWERS[: len(codes)], dtype=np.uint64)])
    rest = np.zeros(len(codes) + 2, dtype=np.uint64)
    for place in range(len(codes) - 1, -1, -1):
        rest[place] = (int(codes[place]) + _BASE * int(rest[place + 1])) % (1 << 64)
    return codes, begun, rest


def _held(sums: Numbers, known: Numbers) -> list[tuple[int, ...]]:
    """Where a number is known: the place in the name, from 1, and the letter if there is one."""
    least = np.minimum(np.searchsorted(known, sums), len(known) - 1)
    return [(int(first) + 1, *map(int, others)) for first, *others in np.argwhere(known[least] == sums)]
