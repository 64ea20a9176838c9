"""How far people have got: the same figures as by `sayso.ledger.review.progress`, out of the columns."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sayso.columns.counting import Counts, largest, pairs
from sayso.columns.masks import mask
from sayso.columns.snapshot import Snapshot
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.review.records import Progress


def progress(now: Snapshot, which: Filter = EVERYTHING) -> Progress:
    """Of the claims that pass the filter; where it says nothing of review, of the rejected too."""
    passing = mask(now, replace(which, review="any") if which.review is None else which)
    claims, size = now.claims, len(now.tables["label"])
    decided = passing & (claims.reviewers > 0)
    by_reviewer = now.memo(pairs, now.claim(claims.reviewers), now.reviewers.name).of(decided).counts(size)
    by_state = _named(now, np.bincount(claims.review[decided], minlength=size))
    return Progress(
        total=int(np.count_nonzero(passing)),
        decided=int(np.count_nonzero(decided)),
        by_state=dict(sorted(by_state.items())),
        by_reviewer=_named(now, by_reviewer),
    )


def _named(now: Snapshot, counts: Counts) -> dict[str, int]:
    """Counts by label, the highest first."""
    labels = now.tables["label"]
    return {labels[code]: int(counts[code]) for code in largest(counts, None, labels.__getitem__)}
