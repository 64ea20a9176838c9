"""Counting claims and articles by what they have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.columns.snapshot import UNLISTED, Named, Snapshot
from sayso.columns.texts import Codes, Mask, Texts

Counts = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Pairs:
    """What claims have, each thing once a claim: rows of claims and the codes that they have."""

    claim: Codes
    code: Codes

    def of(self, passing: Mask) -> Pairs:
        """Those of the claims that pass."""
        here = passing[self.claim]
        return Pairs(self.claim[here], self.code[here])

    def counts(self, size: int) -> Counts:
        """How many claims have each code."""
        return np.bincount(self.code, minlength=size)

    def articles(self, now: Snapshot, size: int) -> Counts:
        """In how many articles each code is."""
        # Claims are in the order of their articles, so after a stable sort by code each new article shows.
        order = np.argsort(self.code.astype(np.min_scalar_type(size)), kind="stable")
        code, article = self.code[order], now.article[self.claim[order]]
        new = np.ones(len(code), np.bool_)
        new[1:] = (code[1:] != code[:-1]) | (article[1:] != article[:-1])
        return np.bincount(code[new], minlength=size)


def pairs(claim: Codes, code: Codes) -> Pairs:
    """What claims have, without what they have twice and what has no code. Rows of one claim lie side by side."""
    kept = once(claim, code) & (code > 0)
    return Pairs(claim[kept], code[kept])


def once(claim: Codes, code: Codes) -> Mask:
    """The rows whose code their claim doesn't have in a row before."""
    first = np.ones(len(code), np.bool_)
    lag = 1
    while lag < len(code) and (same := claim[lag:] == claim[:-lag]).any():
        first[lag:] &= ~(same & (code[lag:] == code[:-lag]))
        lag += 1
    return first


def largest(counts: Counts, size: int | None, text: Callable[[int], str] | None = None) -> list[int]:
    """The codes with the highest counts, the highest first, equal ones by their text; none that counts nothing.

    Without texts, equal ones come by code, which is right only where codes have an order of their own.
    """
    least = 1
    if size is not None and len(counts):
        # How many codes have at least a count, from the highest count down.
        reaching = np.cumsum(np.bincount(counts)[::-1])
        least = max(least, len(reaching) - 1 - int(np.searchsorted(reaching, size)))
    found = np.flatnonzero(counts >= least)
    if text is None:
        found = found[np.argsort(-counts[found], kind="stable")]
        return list(map(int, found[:size]))
    return sorted(found.tolist(), key=lambda code: (-counts[code], text(code)))[:size]


def named(now: Snapshot, code: int) -> Named:
    """What is known of an actor, by its code; its id where nothing is."""
    actor_id = now.tables["actor"][code]
    return now.actors.get(actor_id) or Named(actor_id, UNLISTED, None)


@dataclass(frozen=True, eq=False)
class Meanings:
    """What mentions mean: the thing itself where it is known, else their words in any case."""

    labels: Texts
    """Names of things, then the words."""
    ids: int
    """Codes below this are those of things."""
    words: Codes
    """For each text, the code of the one that stands for all that read the same."""


def meanings(names: Texts, texts: Texts) -> Meanings:
    """The meanings that these names and words are."""
    told, read, count = list(texts), list(texts.folded), len(names)
    chosen: dict[str, int] = {}
    for number, words in enumerate(read):
        # Not the first that came: that would depend on which articles were read before.
        if words not in chosen or told[number] < told[chosen[words]]:
            chosen[words] = number
    codes = np.fromiter((count + chosen[words] for words in read), np.int32, len(read))
    return Meanings(names.replaced([(count, count, 0, len(texts))], texts), count, codes)


def meant(code: Codes, text: Codes, known: Meanings) -> Codes:
    """A code for what each mention means."""
    return np.where(code > 0, code, known.words[text]).astype(np.int32)


def people(now: Snapshot) -> Meanings:
    """The actors and the words by which claims name who acts, undergoes or speaks."""
    return now.memo(meanings, now.memo(_names, now.tables["actor"], now.actors), now.tables["text"])


def sources(now: Snapshot) -> Codes:
    """Whom each voice is; what it stands for, where it is a pronoun."""
    voices = now.voices
    return now.memo(meant, voices.actor, now.memo(_told, voices.text, voices.same_as), people(now))


def _told(text: Codes, same_as: Codes) -> Codes:
    return np.where(same_as > 0, same_as, text).astype(np.int32)


def _names(actors: Texts, known: Mapping[str, Named]) -> Texts:
    return Texts.of(known[actor_id].name if actor_id in known else actor_id for actor_id in actors)
