"""How claims present their events, in the three kinds that maps and timelines tell apart."""

from __future__ import annotations

import numpy as np

from sayso.columns.snapshot import Snapshot
from sayso.columns.texts import Codes, Texts

OTHER, HAPPENED, DENIED, AHEAD = range(4)
_KINDS = {
    "happened": HAPPENED,
    "did_not_happen": DENIED,
    **dict.fromkeys(("will", "planned", "demanded", "possible", "conditional"), AHEAD),
}


def manner(now: Snapshot) -> Codes:
    """One of the four for each claim."""
    return now.memo(_manner, now.tables["label"], now.claims.factuality)


def _manner(labels: Texts, factuality: Codes) -> Codes:
    return np.array([_KINDS.get(label, OTHER) for label in labels], np.int32)[factuality]
