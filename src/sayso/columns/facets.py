"""How many claims have each outlet, source, event type and so on: what a person may narrow a list by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from sayso.columns.counting import Counts, Meanings, Pairs, largest, meanings, meant, pairs, people, sources
from sayso.columns.masks import mask
from sayso.columns.snapshot import Snapshot
from sayso.columns.texts import Codes, Mask, Texts
from sayso.ledger.errors import LedgerError
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.search import fold


@dataclass(frozen=True, slots=True)
class Value:
    """One value: `field` of a filter set to `value` finds these claims. `label` is for people to read.

    Sources, actors, recipients and places that nothing is known of are counted by their words, in any case; a filter
    finds these words also where they stand for somebody known.
    """

    field: str
    value: str
    label: str
    claims: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The most frequent values; how many different ones there are; how many claims have none."""

    values: tuple[Value, ...]
    distinct: int
    none: int


@dataclass(frozen=True, eq=False)
class Axis:
    """What one facet counts: a code for each claim, or pairs of claims and codes; code 0 is none."""

    codes: Codes | Pairs
    labels: Texts
    value: Callable[[int], tuple[str, str]]
    """Field and value of a filter, by code."""
    in_order: bool = False
    """Whether codes have an order of their own, in which values that count the same come."""


def facets(
    now: Snapshot, which: Filter = EVERYTHING, names: Iterable[str] = (), size: int = 12, q: str = ""
) -> dict[str, Facet]:
    """Facets by name, each of `FACETS`; all of them where none is named. `q` must be in a value's label.

    A facet counts the claims that pass the filter without its own condition, so that a person sees what else there is.
    LedgerError for another name.
    """
    return {name: _facet(now, which, name, size, q) for name in tuple(names) or FACETS}


def _facet(now: Snapshot, which: Filter, name: str, size: int, q: str) -> Facet:
    if name not in FACETS:
        raise LedgerError(f"there is no facet {name!r}; there are {', '.join(FACETS)}")
    axis = FACETS[name](now)
    passing = mask(now, ignoring(which, name))
    counts, none = _counts(axis, passing)
    if q:
        counts = np.where(_called(axis.labels, q), counts, 0)
    found = largest(counts, size, None if axis.in_order else axis.labels.__getitem__)
    values = (Value(*axis.value(code), axis.labels[code], int(counts[code])) for code in found)
    return Facet(tuple(values), int(np.count_nonzero(counts)), none)


def ignoring(which: Filter, facet: str) -> Filter:
    """The filter without the facet's own conditions. Rejected claims count where it is the states that are counted."""
    without = which.ignoring(_FIELDS.get(facet, (facet,)))
    return replace(without, review="any") if facet == "review" else without


_FIELDS = {
    "source": ("source", "source_id"),
    "actor": ("actor", "actor_id"),
    "recipient": ("recipient", "recipient_id"),
    "place": ("place", "place_id"),
    "confidence": ("min_confidence", "max_confidence"),
    "published_year": ("published",),
}


def _counts(axis: Axis, passing: Mask) -> tuple[Counts, int]:
    """How many claims have each code, none left out, and how many have none."""
    size = len(axis.labels)
    if isinstance(axis.codes, Pairs):
        found = axis.codes.of(passing)
        having = np.count_nonzero(found.claim[1:] != found.claim[:-1]) + (len(found.claim) > 0)
        return found.counts(size), int(np.count_nonzero(passing) - having)
    counts = np.bincount(axis.codes[passing], minlength=size)
    none, counts[0] = int(counts[0]), 0
    return counts, none


def _called(labels: Texts, q: str) -> Mask:
    called = np.zeros(len(labels), np.bool_)
    called[labels.folded.holding(fold(q))] = True
    return called


# What each facet counts.


def _labelled(field: str) -> Callable[[Snapshot], Axis]:
    """A column of the claims themselves."""

    def axis(now: Snapshot) -> Axis:
        labels = now.tables["label"]
        return Axis(getattr(now.claims, field), labels, lambda code: (field, labels[code]))

    return axis


def _article(now: Snapshot) -> Axis:
    head, articles = now.tables["head"], now.articles
    titles = now.memo(_titles, head, articles.title, articles.article_id)
    return Axis(now.article + 1, titles, lambda code: ("article", now.article_ids[code - 1]), in_order=True)


def _titles(head: Texts, title: Codes, article_id: Codes) -> Texts:
    chosen = np.where(title > 0, title, article_id).tolist()
    return Texts.of(["", *(head[code] for code in chosen)])


def _outlet(now: Snapshot) -> Axis:
    outlets = now.tables["outlet"]
    return Axis(now.articles.outlet[now.article], outlets, lambda code: ("outlet", f'"{outlets[code]}"'))


def _language(now: Snapshot) -> Axis:
    labels = now.tables["label"]
    return Axis(now.articles.language[now.article], labels, lambda code: ("language", labels[code]))


def _published_year(now: Snapshot) -> Axis:
    years, codes = now.memo(_years, now.dates)
    return Axis(codes[now.articles.published][now.article], years, lambda code: ("published", years[code]))


def _years(dates: Texts) -> tuple[Texts, Codes]:
    years = {"": 0}
    codes = [years.setdefault(date[:4], len(years)) for date in dates]
    return Texts.of(years), np.array(codes, np.int32)


def _confidence(now: Snapshot) -> Axis:
    return Axis(now.memo(_bins, now.claims.confidence), _BINS, lambda code: ("min_confidence", _BINS[code]))


_TENTHS = tuple(f"{tenth / 10}" for tenth in range(10))
_BINS = Texts.of(["", *_TENTHS])


def _bins(confidence: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Codes:
    return np.searchsorted(np.array(_TENTHS[1:], np.float64), confidence, "right").astype(np.int32) + 1


def _source(now: Snapshot) -> Axis:
    return _whom(now, "source", now.claim(now.claims.voices), sources(now))


def _mentioned(role: str) -> Callable[[Snapshot], Axis]:
    def axis(now: Snapshot) -> Axis:
        group, counts = now.mentions(role)
        return _whom(now, role, now.claim(counts), now.memo(meant, group.actor, group.text, people(now)))

    return axis


def _whom(now: Snapshot, field: str, claim: Codes, codes: Codes) -> Axis:
    return _meant_by(field, now.memo(pairs, claim, codes), people(now), now.tables["actor"])


def _place(now: Snapshot) -> Axis:
    atlas, sites = now.atlas, now.sites
    names = now.memo(_place_names, atlas.place_id, atlas.names, atlas.ids)
    known = now.memo(meanings, names, now.tables["text"])
    codes = now.memo(meant, now.memo(_of_site, sites.place, atlas.place_id), sites.text, known)
    return _meant_by("place", now.memo(pairs, now.claim(now.claims.places), codes), known, atlas.ids)


def _meant_by(field: str, found: Pairs, known: Meanings, ids: Texts) -> Axis:
    def value(code: int) -> tuple[str, str]:
        return (f"{field}_id", ids[code]) if code < known.ids else (field, f'"{known.labels[code]}"')

    return Axis(found, known.labels, value)


def _of_site(place: Codes, of_place: Codes) -> Codes:
    return of_place[place]


def _place_names(place_id: Codes, names: Texts, ids: Texts) -> Texts:
    called = dict(zip(place_id.tolist(), names, strict=True))
    return Texts.of("" if code == 0 else called.get(code) or text for code, text in enumerate(ids))


def _country(now: Snapshot) -> Axis:
    atlas = now.atlas
    codes = now.memo(_of_site, now.sites.place, atlas.country)
    found = now.memo(pairs, now.claim(now.claims.places), codes)
    return Axis(found, atlas.countries, lambda code: ("country", atlas.countries[code]))


def _voiced(field: str) -> Callable[[Snapshot], Axis]:
    def axis(now: Snapshot) -> Axis:
        labels, codes = now.tables["label"], getattr(now.voices, field)
        found = now.memo(pairs, now.claim(now.claims.voices), codes)
        return Axis(found, labels, lambda code: (field, labels[code]))

    return axis


def _named(now: Snapshot) -> Axis:
    found = now.memo(pairs, now.claim(now.claims.voices), now.memo(_next, now.voices.named))
    return Axis(found, _BOOLEANS, lambda code: ("named", _BOOLEANS[code]))


_BOOLEANS = Texts.of(["", "false", "true"])


def _next(numbers: Codes) -> Codes:
    return numbers + 1


def _reviewer(now: Snapshot) -> Axis:
    labels = now.tables["label"]
    found = now.memo(pairs, now.claim(now.claims.reviewers), now.reviewers.name)
    return Axis(found, labels, lambda code: ("reviewer", labels[code]))


FACETS: dict[str, Callable[[Snapshot], Axis]] = {
    "article": _article,
    "outlet": _outlet,
    "source": _source,
    "source_kind": _voiced("source_kind"),
    "named": _named,
    "actor": _mentioned("actor"),
    "recipient": _mentioned("recipient"),
    "event_type": _labelled("event_type"),
    "factuality": _labelled("factuality"),
    "stance": _voiced("stance"),
    "place": _place,
    "country": _country,
    "kind": _labelled("kind"),
    "confidence": _confidence,
    "review": _labelled("review"),
    "language": _language,
    "reviewer": _reviewer,
    "published_year": _published_year,
}
"""The facets, in the order in which a page shows them."""
