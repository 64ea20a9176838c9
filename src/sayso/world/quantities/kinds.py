"""Kinds: what the number counts, by its unit, the words beside it and what is done to whom it counts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.words import number_words, vocabulary
from sayso.words.records import Event, Mention, Quantity, Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_CLEAR = frozenset({"killed", "wounded", "casualties", "missing"})
"""Kinds that a counted word of theirs decides: whoever did it, 12 dead are dead."""
_BODILY = frozenset({"killed", "wounded", "abducted"})
"""What is done to people alone, so that any counted word will do."""
_LOSSES = frozenset({"killed", "wounded", "arrested", "missing"})
_PEOPLE = frozenset({"people", "troops", "displaced", "arrested", "abducted", "freed"})
_AUXILIARIES = frozenset("was were been are being had have has is may might also then later taken".split())
_BESIDES = (("well", "as"), ("along", "with"), ("together", "with"))
_AMONG = (("of", "them"), ("of", "whom"), ("among", "them"))
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
    """The kind by each counted word: a kind's own words, then those of its noun classes, then peoples of states."""
    found, classes, numbers = dict(_by("units")), vocabulary.load("noun_classes"), number_words.load().scales
    bodies = frozenset(classes["organisation"].words["nouns"])
    for name, kind in _by("classes").items():
        for noun in classes[name].words["nouns"]:
            if noun not in numbers and not (kind == "people" and noun in bodies):
                found.setdefault(noun, kind)
    return dict.fromkeys(_demonyms(), "people") | found


def _demonyms() -> Iterator[str]:
    """ "libyan", "libyans", of all states."""
    states = (files("sayso.world.actors") / "data" / "states.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(states.splitlines()):
        yield from filter(None, row["demonyms"].lower().split("|"))


def counted(quantity: Quantity) -> str | None:
    """The counted word in its dictionary form, where the text has one that is known; else the unit as it is."""
    if quantity.unit is None:
        return None
    last, unit = quantity.text.lower().split()[-1], quantity.unit.lower()
    forms = (last.removesuffix("s"), last, unit.removesuffix("s"), unit)
    return next((form for form in forms if form in _counted()), quantity.unit)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity where it stands, with the event that it belongs to."""

    quantity: Quantity
    predicate: Span
    event: Event
    before: tuple[str, ...]
    """The words before it, in lower case, the nearest last; few."""
    after: tuple[str, ...]

    @classmethod
    def of(cls, quantity: Quantity, predicate: Span, event: Event, text: str) -> Figure:
        """The quantity in `text`, the article's."""
        before = text[max(0, quantity.start - _BESIDE) : quantity.start].lower()
        after = text[quantity.end : quantity.end + _BESIDE].lower().partition(".")[0]
        return cls(quantity, predicate, event, tuple(_WORD.findall(before)), tuple(_WORD.findall(after)))

    def kind(self) -> str | None:
        """The kind of what is counted, or None where no kind fits.

        1. The counted word or one after it is for those to whom it happened: "12 wounded", "left 12 people dead".
        2. It is done to them, by the verb before them or by the event's: "killed 12 fighters", "12 were killed".
        3. A word within or before it says what befell them: "12 kidnapped girls", "the death of 12 civilians".
        4. What the counted word is: "2,000 troops".
        """
        own = _counted().get(counted(self.quantity) or "")
        if own in _CLEAR or self._acts():
            return own
        people = own in _PEOPLE or self.quantity.unit is None
        told = (self._told_after(), self._done(), self._told_beside())
        befell = next((kind for kind in told if kind and (people or (own is None and kind in _BODILY))), None)
        return "casualties" if befell and self._is_either(befell) else befell or own

    def _acts(self) -> bool:
        """Whether they do it to others: "12 soldiers killed a farmer"."""
        return (
            bool(self.event.recipients)
            and not self._is_among(self.event.recipients)
            and self._is_among(self.event.actors)
        )

    def _told_after(self) -> str | None:
        """What the word after them says, auxiliaries aside: "dead" in "left 12 people dead", "12 had died"."""
        return _by("states").get(next((word for word in self.after if word not in _AUXILIARIES), ""))

    def _told_beside(self) -> str | None:
        """What a word within or before says: "wounded" in "12 wounded soldiers", "death" in "the death of 12"."""
        states = _by("states")
        within = next((states[word] for word in _WORD.findall(self.quantity.text.lower()) if word in states), None)
        noun = self.before[-2] if self.before[-1:] == ("of",) and len(self.before) > 1 else ""
        return within or states.get(noun) or _by("predicates").get(noun)

    def _done(self) -> str | None:
        """What is done to them: by the event's verb if they undergo it, else by the verb right before them."""
        done = _by("predicates").get(self.predicate.text.lower()) or _by("modes").get(self.event.mode or "")
        if done is not None and self._is_among(self.event.recipients):
            return done
        own = _by("predicates").get(self.before[-1]) if self.before else None
        return own or (done if self._undergoes() else None)

    def _undergoes(self) -> bool:
        """Whether they undergo the event's verb though no mention shows it.

        They do if they are said to be among those who do: "12 people, including 3 children", "four of them". Where
        nobody is known to undergo it they do if they stand alone or before a passive: "12 were wounded".
        """
        joined = self.before[-1:] == ("including",) or self.before[-2:] in _BESIDES
        if joined or self.after[:2] in _AMONG:
            return True
        if self.event.recipients:
            return False
        passive = self.predicate.text.lower() in [word for word in self.after if word not in _AUXILIARIES][:1]
        return passive or (self.quantity.unit is None and not self._is_among(self.event.actors))

    def _is_either(self, befell: str) -> bool:
        """Whether it is not told apart from another loss: "killed or wounded", "killed, captured or missing"."""
        words = (*self.before, *self.after)
        joined = (words[max(0, at - 2) : at + 2] for at, word in enumerate(words) if word == "or")
        found = ({_by("states").get(word) or _by("predicates").get(word) for word in around} for around in joined)
        return any(befell in kinds and len(kinds & _LOSSES) > 1 for kinds in found)

    def _is_among(self, parties: Iterable[Mention]) -> bool:
        """Whether a mention overlaps the quantity."""
        return any(party.start < self.quantity.end and self.quantity.start < party.end for party in parties)
