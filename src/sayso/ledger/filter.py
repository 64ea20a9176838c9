"""Which claims: the conditions a caller may set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, TypeAlias

from sayso.ledger.errors import LedgerError
from sayso.words import vocabulary
from sayso.words.records import Box

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_ANY = "any"
_UNDECIDED = "none"

Alternatives: TypeAlias = str | tuple[str, ...] | None
"""One value, several of which any will do, or no condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions that a claim must all meet; None is no condition, a tuple holds alternatives: any of them will do.

    `source`, `source_id`, `source_kind`, `stance` and `named` must hold of one and the same voice, any but the
    article's own. `source`, `actor`, `recipient`, `place` and `outlet` are fragments of the text, in any case, with or
    without accents; in double quotes (`"SANA"`) they are the whole of it. `source` also looks at what a pronoun stands
    for (`same_as`), `actor`, `recipient` and `source` at the exact `actor_id`, and `place` at the exact `place_id`.
    Fields that end in `_id` are exact. `country` is the ISO 3166-1 alpha-2 code of a place of the event. `text` is a
    query as `Ledger.search` takes it; the claim's content must hold all of it.

    The empty text means that the claim has none: no outlet, no event, no voice but the article's own, no voice whose
    kind is known, no place, and so on; for `article`, `text` and `reviewer` it means nothing.

    `since` and `until` are ISO prefixes ("2018", "2018-10", "2018-10-15"), both inclusive. They look at the first and
    last day that the event's time can mean where they are known, else at the day the article was published. Dates
    are compared by their common prefix: "2018-10" may be the 15th, so it passes both since and until "2018-10-15". A
    claim with neither date passes no `since` and no `until`.

    Raises LedgerError where a date, a box, a state of review or `without` can't be meant.
    """

    article: Alternatives = None
    """A whole `article_id`; `Ledger.article` finds it from a prefix, a title or a path."""
    outlet: Alternatives = None
    language: Alternatives = None
    """ISO 639-1, of the article."""
    published: Alternatives = None
    """The article's date begins so: "2018", "2018-10"."""
    source: Alternatives = None
    source_id: Alternatives = None
    source_kind: Alternatives = None
    stance: Alternatives = None
    named: bool | None = None
    actor: Alternatives = None
    actor_id: Alternatives = None
    recipient: Alternatives = None
    recipient_id: Alternatives = None
    place: Alternatives = None
    place_id: Alternatives = None
    country: Alternatives = None
    bbox: Box | None = None
    """A place of the event, as a point, lies in this box; a region has no point."""
    event_type: Alternatives = None
    mode: Alternatives = None
    factuality: Alternatives = None
    """A label of the vocabulary `factuality`."""
    kind: Alternatives = None
    """`event` or `statement`."""
    since: str | None = None
    until: str | None = None
    deadline: bool | None = None
    """Whether the event is to be done by its time."""
    text: Alternatives = None
    min_confidence: float | None = None
    """At least this."""
    max_confidence: float | None = None
    """Below this."""
    review: Alternatives = None
    """A state of the vocabulary `review_states`, "none" where nobody decided, "any". None: all but the rejected."""
    reviewer: Alternatives = None
    """Who has a decision on the claim that was not taken back."""
    commented: bool | None = None
    """Whether somebody commented on the claim."""
    without: Filter | None = None
    """The claim meets none of these conditions, each taken by itself."""

    def __post_init__(self) -> None:
        for name, value in (("since", self.since), ("until", self.until)):
            if value is not None and not _is_date(value):
                raise LedgerError(f"{name} is {value!r}; it must look like 2018, 2018-10 or 2018-10-15")
        if self.bbox is not None and not _is_box(self.bbox):
            raise LedgerError(f"bbox is {self.bbox}; it must be west, south, east and north in degrees")
        known = (*vocabulary.load("review_states"), _UNDECIDED, _ANY)
        if strange := set(alternatives(self.review)) - set(known):
            raise LedgerError(f"review is {min(strange)!r}; it must be one of {', '.join(known)}")
        if self.without is not None and self.without.without is not None:
            raise LedgerError("what a filter goes without can't itself go without something")

    def excluded(self) -> Iterator[Filter]:
        """What the claim must not meet, one condition a filter; these let rejected claims pass like any other."""
        for field in fields(Filter) if self.without else ():
            value: Any = getattr(self.without, field.name)
            if value is not None:
                yield replace(_ANY_REVIEW, **{field.name: value})

    def ignoring(self, names: Iterable[str]) -> Filter:
        """The same filter without its own conditions of these names; `without` stays."""
        no: dict[str, Any] = dict.fromkeys(names)
        return replace(self, **no)

    @property
    def states(self) -> tuple[str | None, ...] | None:
        """The states of review that pass, None among them for undecided; None for all but the rejected."""
        chosen = alternatives(self.review)
        if not chosen:
            return None
        if _ANY in chosen:
            return (None, *vocabulary.load("review_states"))
        return tuple(None if state == _UNDECIDED else state for state in chosen)


def _is_date(text: str) -> bool:
    try:
        return _DATE.fullmatch(text) is not None and bool(date.fromisoformat(f"{text}-01-01"[:10]))
    except ValueError:
        return False


def _is_box(box: Box) -> bool:
    west, south, east, north = box
    return -180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90


def alternatives(value: Alternatives) -> tuple[str, ...]:
    """The alternatives as a tuple, empty for no condition."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def whole(value: str) -> str | None:
    """What stands in double quotes, where the value does: then the whole of a text is meant, else a fragment."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else None


EVERYTHING = Filter()
"""The filter that every claim passes but those that people rejected."""
_ANY_REVIEW = Filter(review=_ANY)
