"""A newer snapshot from an older one and the articles that changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.columns.memo import Recent
from sayso.columns.snapshot import Numbers, Snapshot, starts
from sayso.columns.texts import Texts

Ranges = Sequence[tuple[int, int, int, int]]
"""Rows of the old, from and to, and the rows of the new that take their place, from and to; in order."""
Group = TypeVar("Group")
Column = TypeVar("Column", Texts, NDArray[np.generic])


def splice(old: Snapshot, new: Snapshot) -> Snapshot:
    """The old snapshot with the new one's articles in the place of their former selves, or where they belong.

    A column of which nothing changed stays the same object: after most decisions, that is all but one.
    """
    articles = _ranges(old, new)
    claims = _below(articles, old.articles.claims, new.articles.claims)

    def rows(counts: str) -> Ranges:
        return _below(claims, getattr(old.claims, counts), getattr(new.claims, counts))

    return replace(
        new,
        actors=old.actors if new.actors.items() <= old.actors.items() else {**old.actors, **new.actors},
        articles=_group(old.articles, new.articles, articles),
        claims=_group(old.claims, new.claims, claims),
        voices=_group(old.voices, new.voices, rows("voices")),
        acting=_group(old.acting, new.acting, rows("actors")),
        receiving=_group(old.receiving, new.receiving, rows("recipients")),
        sites=_group(old.sites, new.sites, rows("places")),
        reviewers=_group(old.reviewers, new.reviewers, rows("reviewers")),
        content=_texts(old.content, new.content, claims),
        memo=old.memo,
        masks=Recent(old.masks.size),
    )


def _ranges(old: Snapshot, new: Snapshot) -> Ranges:
    here, ranges = old.article_ids, []
    for number, article_id in enumerate(new.article_ids):
        at = bisect_left(here, article_id)
        ranges.append((at, at + (at < len(here) and here[at] == article_id), number, number + 1))
    return ranges


def _below(ranges: Ranges, old: Numbers, new: Numbers) -> Ranges:
    """The ranges of the rows that belong to rows in these."""
    of_old, of_new = starts(old), starts(new)
    return [(int(of_old[a]), int(of_old[b]), int(of_new[c]), int(of_new[d])) for a, b, c, d in ranges]


def _group(old: Group, new: Group, ranges: Ranges) -> Group:
    columns = {field.name for field in fields(old)}  # type: ignore[arg-type]  # each group is a dataclass
    return type(old)(**{name: _column(getattr(old, name), getattr(new, name), ranges) for name in columns})


def _column(old: NDArray[np.generic], new: NDArray[np.generic], ranges: Ranges) -> NDArray[np.generic]:
    if all(np.array_equal(old[start:end], new[first:last]) for start, end, first, last in ranges):
        return old
    parts, done = [], 0
    for start, end, first, last in ranges:
        parts += [old[done:start], new[first:last]]
        done = end
    return np.concatenate([*parts, old[done:]])


def _texts(old: Texts, new: Texts, ranges: Ranges) -> Texts:
    same = all(old.part(start, end) == new.part(first, last) for start, end, first, last in ranges)
    return old if same else old.replaced(ranges, new)
