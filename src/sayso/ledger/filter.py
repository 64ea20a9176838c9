"""Which claims: the conditions a caller may set."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.ledger.errors import LedgerError
from sayso.words.records import ClaimKind

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions that a claim must all meet; None is no condition.

    `source`, `source_kind`, `stance` and `named` must hold of one and the same voice, any but the article's own.
    `source`, `actor`, `recipient`, `place` and `outlet` are fragments of the text, in any case, with or without
    accents; `source` also looks at what a pronoun stands for (`same_as`), `actor`, `recipient` and `source`
    at the exact `actor_id`, and `place` at the exact `place_id`. `country` is the ISO 3166-1 alpha-2 code of a place
    of the event. `text` is a query as `Ledger.search` takes it; the claim's content must hold all of it.

    `since` and `until` are ISO prefixes ("2018", "2018-10", "2018-10-15"), both inclusive. They look at the first and
    last day that the event's time can mean where they are known, else at the day the article was published. Dates
    are compared by their common prefix: "2018-10" may be the 15th, so it passes both since and until "2018-10-15". A
    claim with neither date passes no `since` and no `until`.

    Raises LedgerError where `since` or `until` is no such date.
    """

    article: str | None = None
    """A whole `article_id`; `Ledger.article` finds it from a prefix, a title or a path."""
    outlet: str | None = None
    source: str | None = None
    source_kind: str | None = None
    stance: str | None = None
    named: bool | None = None
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    country: str | None = None
    event_type: str | None = None
    factuality: str | None = None
    """A label of the vocabulary `factuality`."""
    kind: ClaimKind | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    min_confidence: float | None = None

    def __post_init__(self) -> None:
        for name, value in (("since", self.since), ("until", self.until)):
            if value is not None and not _DATE.fullmatch(value):
                raise LedgerError(f"{name} is {value!r}; it must look like 2018, 2018-10 or 2018-10-15")


EVERYTHING = Filter()
"""The filter that every claim passes."""
