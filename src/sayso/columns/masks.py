"""Which claims pass a filter, as a mask over the columns: the same ones as by `sayso.ledger.conditions`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial, reduce
from operator import and_

import numpy as np

from sayso.columns import days
from sayso.columns.snapshot import Numbers, Snapshot
from sayso.columns.texts import Codes, Mask, Rows, Texts
from sayso.ledger.filter import Alternatives, Filter, alternatives, whole
from sayso.ledger.search import fold, parse
from sayso.words.records import Box

Condition = Callable[[Snapshot], Mask]
_ANY_REVIEW = Filter(review="any")


def mask(now: Snapshot, which: Filter) -> Mask:
    """True for each claim that passes. LedgerError where the filter's text holds no word. Not to be changed."""
    return now.masks.get(which, lambda: _mask(now, which))


def _mask(now: Snapshot, which: Filter) -> Mask:
    # Each condition is kept by itself as well: filters that a person tries one after the other share most of theirs.
    passing = [now.masks.get(key, partial(condition, now)) for key, condition in _conditions(which)]
    failing = [~mask(now, one) for one in which.excluded()]
    return reduce(and_, [*passing, *failing], np.ones(len(now), np.bool_))


def _conditions(which: Filter) -> Iterator[tuple[Filter, Condition]]:
    """The conditions of a filter, each with the filter that has no other."""
    if which.review != "any":
        yield Filter(review=which.review), partial(_reviewed, states=which.states)
    voice = {name: getattr(which, name) for name in _OF_VOICE}
    if any(value is not None for value in voice.values()):
        alone = replace(_ANY_REVIEW, **voice)
        yield alone, partial(_voiced, which=alone)
    for name, condition in _BY_NAME.items():
        if (value := getattr(which, name)) is not None:
            yield replace(_ANY_REVIEW, **{name: value}), partial(condition, value=value)


_OF_VOICE = ("source", "source_id", "source_kind", "stance", "named")
"""What one and the same voice must meet."""


# Of the claim itself.


def _reviewed(now: Snapshot, states: tuple[str | None, ...] | None) -> Mask:
    label, review = now.tables["label"], now.claims.review
    if states is None:
        return ~_exact(label, "rejected")[review]
    return _exact(label, tuple(state or "" for state in states))[review]


def _labelled(now: Snapshot, column: str, value: Alternatives) -> Mask:
    codes: Codes = getattr(now.claims, column)
    return _exact(now.tables["label"], value)[codes]


def _counted(now: Snapshot, column: str, value: bool) -> Mask:  # noqa: FBT001
    counts: Numbers = getattr(now.claims, column)
    return counts > 0 if value else counts == 0


def _at_least(now: Snapshot, value: float) -> Mask:
    return now.claims.confidence >= value


def _below(now: Snapshot, value: float) -> Mask:
    return now.claims.confidence < value


def _since(now: Snapshot, value: str) -> Mask:
    own, of_article = now.claims.last, now.published[1][now.article]
    day = days.first(value)
    assert day is not None  # the filter has seen to it
    passing: Mask = np.where(own == days.LOWEST, of_article, own) >= day
    return passing


def _until(now: Snapshot, value: str) -> Mask:
    own, of_article = now.claims.first, now.published[0][now.article]
    day = days.last(value)
    assert day is not None
    passing: Mask = np.where(own == days.HIGHEST, of_article, own) <= day
    return passing


def _worded(now: Snapshot, value: Alternatives) -> Mask:
    found = np.zeros(len(now), np.bool_)
    for query in alternatives(value):
        found[reduce(np.intersect1d, (now.content.holding(term.spread) for term in parse(query)))] = True
    return found


# Of its article.


def _outlet(now: Snapshot, value: Alternatives) -> Mask:
    return _alike(now.tables["outlet"], value)[now.articles.outlet][now.article]


def _language(now: Snapshot, value: Alternatives) -> Mask:
    return _exact(now.tables["label"], value)[now.articles.language][now.article]


def _of_article(now: Snapshot, value: Alternatives) -> Mask:
    wanted = np.isin(now.articles.article_id, np.flatnonzero(_exact(now.tables["head"], value)))
    return wanted[now.article]


def _published(now: Snapshot, value: Alternatives) -> Mask:
    prefixes = tuple(filter(None, alternatives(value)))
    begins = [text.startswith(prefixes) for text in now.dates]
    meant = np.array(["" in alternatives(value), *begins[1:]], np.bool_)
    passing: Mask = meant[now.articles.published][now.article]
    return passing


# Of one of its voices, actors, recipients, places or reviewers.


def _voiced(now: Snapshot, which: Filter) -> Mask:
    """One voice must meet all; where "" is among the alternatives, it need not, if the claim has none of the kind."""
    voices, claim, label = now.voices, now.claim(now.claims.voices), now.tables["label"]
    asked: list[tuple[Alternatives, Callable[[Alternatives], Mask], Codes]] = [
        (which.source, partial(_source, now), voices.text),
        (which.source_id, lambda value: _exact(now.tables["actor"], value)[voices.actor], voices.actor),
        (which.source_kind, lambda value: _exact(label, value)[voices.source_kind], voices.source_kind),
        (which.stance, lambda value: _exact(label, value)[voices.stance], voices.stance),
    ]
    meeting: Mask = np.ones(len(claim), np.bool_) if which.named is None else voices.named == which.named
    lacking: Mask = np.full(len(now), which.named is None)
    for value, meets, codes in asked:
        if value is None:
            continue
        none = ~_some(now, claim, codes > 0) if "" in alternatives(value) else np.zeros(len(now), np.bool_)
        meeting = meeting & (meets(tuple(filter(None, alternatives(value)))) | none[claim])
        lacking &= none
    return _some(now, claim, meeting) | lacking


def _source(now: Snapshot, value: Alternatives) -> Mask:
    alike, voices = _alike(now.tables["text"], value), now.voices
    return alike[voices.text] | alike[voices.same_as] | _exact(now.tables["actor"], value)[voices.actor]


def _mentioned(now: Snapshot, role: str, value: Alternatives) -> Mask:
    group, counts = now.mentions(role)
    named = tuple(filter(None, alternatives(value)))
    meeting = _alike(now.tables["text"], named)[group.text] | _exact(now.tables["actor"], named)[group.actor]
    return _some(now, now.claim(counts), meeting) | _lacking(counts, value)


def _placed(now: Snapshot, value: Alternatives) -> Mask:
    named, sites, counts = tuple(filter(None, alternatives(value))), now.sites, now.claims.places
    known = _alike(now.atlas.names, named) | _exact(now.atlas.ids, named)[now.atlas.place_id]
    meeting = (
        known[sites.place]
        | _alike(now.tables["text"], named)[sites.text]
        | _exact(now.tables["actor"], named)[sites.actor]
    )
    return _some(now, now.claim(counts), meeting) | _lacking(counts, value)


def _identified(now: Snapshot, role: str, value: Alternatives) -> Mask:
    group, counts = now.mentions(role)
    return _having(now, now.claim(counts), now.tables["actor"], group.actor, value)


def _place_id(now: Snapshot, value: Alternatives) -> Mask:
    atlas = now.atlas
    return _having(now, now.claim(now.claims.places), atlas.ids, atlas.place_id[now.sites.place], value)


def _country(now: Snapshot, value: Alternatives) -> Mask:
    upper = tuple(map(str.upper, alternatives(value)))
    atlas = now.atlas
    return _having(now, now.claim(now.claims.places), atlas.countries, atlas.country[now.sites.place], upper)


def _inside(now: Snapshot, value: Box) -> Mask:
    west, south, east, north = value
    lat, lon = now.atlas.lat, now.atlas.lon
    across = np.logical_or if west > east else np.logical_and
    inside = (lat >= south) & (lat <= north) & across(lon >= west, lon <= east)
    return _some(now, now.claim(now.claims.places), inside[now.sites.place])


def _decided_by(now: Snapshot, value: Alternatives) -> Mask:
    by = _exact(now.tables["label"], value)[now.reviewers.name]
    return _some(now, now.claim(now.claims.reviewers), by)


def _having(now: Snapshot, claim: Codes, table: Texts, codes: Codes, value: Alternatives) -> Mask:
    """Claims of which a row has one of these texts; for "", claims of which no row has any."""
    meeting = _some(now, claim, _exact(table, tuple(filter(None, alternatives(value))))[codes])
    return meeting | ~_some(now, claim, codes > 0) if "" in alternatives(value) else meeting


def _lacking(counts: Numbers, value: Alternatives) -> Mask:
    return counts == 0 if "" in alternatives(value) else np.zeros(len(counts), np.bool_)


def _some(now: Snapshot, claim: Codes, rows: Mask) -> Mask:
    """The claims of these rows."""
    found = np.zeros(len(now), np.bool_)
    found[claim[rows]] = True
    return found


# Of texts: which codes of a table are meant.


def _exact(table: Texts, value: Alternatives) -> Mask:
    return _codes(table, value, table.equal)


def _alike(table: Texts, value: Alternatives) -> Mask:
    def find(text: str) -> Rows:
        exact = whole(text)
        return table.folded.holding(fold(text)) if exact is None else table.folded.equal(fold(exact))

    return _codes(table, value, find)


def _codes(table: Texts, value: Alternatives, find: Callable[[str], Rows]) -> Mask:
    """Which codes one of the alternatives means; "" means none, code 0."""
    meant = np.zeros(len(table), np.bool_)
    for text in filter(None, alternatives(value)):
        meant[find(text)] = True
    meant[0] = "" in alternatives(value)
    return meant


_BY_NAME: dict[str, Callable[..., Mask]] = {
    "article": _of_article,
    "outlet": _outlet,
    "language": _language,
    "published": _published,
    "kind": partial(_labelled, column="kind"),
    "event_type": partial(_labelled, column="event_type"),
    "mode": partial(_labelled, column="mode"),
    "factuality": partial(_labelled, column="factuality"),
    "min_confidence": _at_least,
    "max_confidence": _below,
    "since": _since,
    "until": _until,
    "deadline": partial(_counted, column="deadline"),
    "commented": partial(_counted, column="comments"),
    "actor": partial(_mentioned, role="actor"),
    "actor_id": partial(_identified, role="actor"),
    "recipient": partial(_mentioned, role="recipient"),
    "recipient_id": partial(_identified, role="recipient"),
    "place": _placed,
    "place_id": _place_id,
    "country": _country,
    "bbox": _inside,
    "reviewer": _decided_by,
    "text": _worded,
}
"""The other conditions, the cheap ones first."""
