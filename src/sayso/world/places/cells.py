"""Which names of an article have candidates around each other, however unlikely each is by itself.

Names of one county are all common ones, but seldom do several of them meet anywhere else.
"""

from __future__ import annotations

import numpy as np

from sayso.world.places.candidates import Floats, Mask, Numbers

_CELL = 0.5
"""Degrees of latitude of a cell, and about as many kilometres from west to east."""
_BAND = 4096
"""More than there are cells in a band of latitude."""
_GROUPS = 1 << 20
_BESIDE = (-1, 0, 1)


def around(points: Floats, counted: Mask, group: Numbers) -> Floats:
    """For each row how many other groups have a counted row in its cell or the eight beside it; 0 if it isn't counted.

    `points` are unit vectors (n, 3), `group` is each row's group.
    """
    found = np.zeros(len(group), np.float32)
    rows = np.flatnonzero(counted)
    if not len(rows):
        return found
    x, y, z = points[rows].T
    lat, lon = np.degrees(np.arcsin(np.clip(z, -1, 1))), np.degrees(np.arctan2(y, x))
    band = np.floor(lat / _CELL).astype(np.int64)
    across = {north: _across(band + north, lon) for north in _BESIDE}
    beside = [(band + north) * _BAND + across[north] + east for north in _BESIDE for east in _BESIDE]
    pairs = np.unique(np.concatenate(beside) * _GROUPS + np.tile(group[rows], len(beside)))
    here = (band * _BAND + across[0]) * _GROUPS
    found[rows] = np.searchsorted(pairs, here + _GROUPS) - np.searchsorted(pairs, here) - 1
    return found


def _across(band: Numbers, lon: Floats) -> Numbers:
    """The number of a longitude's cell in a band."""
    wide = _CELL / np.maximum(np.cos(np.radians((band + 0.5) * _CELL)), 0.05)
    return np.asarray(np.floor(lon / wide), np.int64)
