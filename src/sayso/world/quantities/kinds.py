"""Kinds: what the number counts, by its unit, the words beside it and what is done to whom it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from sayso.words import number_words, vocabulary
from sayso.words.records import Event, Mention, Quantity, Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_CLEAR = frozenset({"killed", "wounded", "casualties", "missing"})
"""Kinds that a counted word of theirs decides: whoever did it, 12 dead are dead."""
_BODILY = frozenset({"killed", "wounded", "abducted"})
"""What is done to people alone, so that any counted word will do."""
_LOSSES = frozenset({"killed", "wounded", "arrested", "missing"})
_PEOPLE = frozenset({"people", "troops", "displaced", "arrested", "abducted", "freed"})
_PASSIVE = frozenset({"was", "were", "been", "are", "being"})
_AUXILIARIES = _PASSIVE | {"had", "have", "has", "is", "also", "then", "later", "taken"}
_AMONG = (["of", "them"], ["of", "whom"], ["among", "them"])
_BESIDE = 40
"""Characters after a quantity, or before it, in which a word can say what befell those whom it counts."""


@cache
def _by(use: str) -> Mapping[str, str]:
    """The kind by each of the words that the vocabulary lists under a use; the first kind wins."""
    found: dict[str, str] = {}
    for key, term in vocabulary.load("quantity_kinds").items():
        for word in term.words.get(use, ()):
            found.setdefault(word, key)
    return found


@cache
def _counted() -> Mapping[str, str]:
    """The kind by each counted word: a kind's own words, then those of its noun classes that stand for no body."""
    found, classes, numbers = dict(_by("units")), vocabulary.load("noun_classes"), number_words.load().scales
    for name, kind in _by("classes").items():
        for noun in classes[name].words["nouns"]:
            if noun not in numbers and noun not in classes["organisation"].words["nouns"]:
                found.setdefault(noun, kind)
    return found


def counted(quantity: Quantity) -> str | None:
    """The counted word in its dictionary form, where the text has one that is known; else the unit as it is."""
    if quantity.unit is None:
        return None
    last, unit = quantity.text.lower().split()[-1], quantity.unit.lower()
    forms = (last.removesuffix("s"), last, unit.removesuffix("s"), unit)
    return next((form for form in forms if form in _counted()), quantity.unit)


def of(quantity: Quantity, predicate: Span, event: Event, text: str) -> str | None:
    """The kind of what is counted, or None where no kind fits. `text` is the article's.

    1. The counted word or one after it is for those to whom it happened: "12 wounded", "left 12 people dead".
    2. It is done to them, by the verb before them or by the event's: "killed 12 fighters", "12 were killed".
    3. A word within or before it says what befell them: "12 kidnapped girls", "the death of 12 civilians".
    4. What the counted word is: "2,000 troops".
    """
    own = _counted().get(counted(quantity) or "")
    acts = bool(event.recipients) and not _overlaps(quantity, event.recipients) and _overlaps(quantity, event.actors)
    if own in _CLEAR or acts:
        return own
    before = _WORD.findall(text[max(0, quantity.start - _BESIDE) : quantity.start].lower())
    after = _WORD.findall(text[quantity.end : quantity.end + _BESIDE].lower().partition(".")[0])
    told = _after(after), _done(before, after, quantity, predicate, event, text), _beside(quantity, before)
    people = own in _PEOPLE or quantity.unit is None
    befell = next((kind for kind in told if kind and (people or (own is None and kind in _BODILY))), None)
    if befell and _is_either(befell, text[max(0, quantity.start - _BESIDE) : quantity.end + _BESIDE].lower()):
        return "casualties"
    return befell or own


def _is_either(befell: str, text: str) -> bool:
    """Whether it is not told apart from another loss: "killed or wounded", "killed, captured or missing"."""
    states, predicates, words = _by("states"), _by("predicates"), _WORD.findall(text)
    joined = (words[max(0, at - 2) : at + 2] for at, word in enumerate(words) if word == "or")
    found = ({states.get(word) or predicates.get(word) for word in around} for around in joined)
    return any(befell in kinds and len(kinds & _LOSSES) > 1 for kinds in found)


def _after(after: list[str]) -> str | None:
    """What the word after them says, auxiliaries aside: "dead" in "left 12 people dead", "12 had died"."""
    word = next((word for word in after if word not in _AUXILIARIES), "")
    return _by("states").get(word)


def _done(
    before: list[str], after: list[str], quantity: Quantity, predicate: Span, event: Event, text: str
) -> str | None:
    """What is done to those counted: by the event's verb if they undergo it, else by the verb right before them.

    Those said to be among others undergo what these do: "12 people, including 3 children", "four of them".
    """
    done = _by("predicates").get(predicate.text.lower()) or _by("modes").get(event.mode or "")
    if done is not None and _overlaps(quantity, event.recipients):
        return done
    if before and before[-1] in _by("predicates"):
        return _by("predicates")[before[-1]]
    among = before[-1:] == ["including"] or before[-3:] == ["as", "well", "as"] or after[:2] in _AMONG
    return done if among or _is_undergone(quantity, predicate, event, text) else None


def _beside(quantity: Quantity, before: list[str]) -> str | None:
    """What a word within or before says: "wounded" in "12 wounded soldiers", "death" in "the death of 12"."""
    states = _by("states")
    within = next((states[word] for word in _WORD.findall(quantity.text.lower()) if word in states), None)
    noun = before[-2] if len(before) > 1 and before[-1] == "of" else ""
    return within or states.get(noun) or _by("predicates").get(noun)


def _is_undergone(quantity: Quantity, predicate: Span, event: Event, text: str) -> bool:
    """Whether they stand alone or before a passive where no recipient is known: "12 were wounded"."""
    if event.recipients:
        return False
    between = text[quantity.end : predicate.start].split() if predicate.start <= quantity.end + _BESIDE else ["…"]
    passive = quantity.end <= predicate.start and (not between or between[-1] in _PASSIVE)
    return passive or (quantity.unit is None and not _overlaps(quantity, event.actors))


def _overlaps(quantity: Quantity, parties: Iterable[Mention]) -> bool:
    return any(party.start < quantity.end and quantity.start < party.end for party in parties)
