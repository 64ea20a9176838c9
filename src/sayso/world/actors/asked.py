"""One mention as the rules see it: its phrase, where it stands, and whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.world.actors import findings, nouns
from sayso.world.actors.context import Context
from sayso.world.actors.findings import Finding
from sayso.world.actors.fitting import fitting
from sayso.world.actors.folding import fold
from sayso.world.actors.phrase import Phrase, Segment
from sayso.world.actors.tables import Actor

_SEAT = re.compile(r"(?: (?:based )?|, based )in ([A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,2})")
_NAME_BEHIND = re.compile(r" (?:(?:of|for) (?:the )?)?[A-Z]")
_WORD = 12
"""Characters in which the word before a mention stands."""
_CREEDS = frozenset({"people", "religious"})
"""Kinds of which fighters and leaders are some, but for which they don't act."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One mention of an article: its text, taken apart, and its offsets."""

    context: Context
    text: str
    start: int
    end: int
    phrase: Phrase

    @property
    def head(self) -> Segment:
        """The head of the phrase. The rules are asked only of phrases that have one."""
        assert self.phrase.head is not None
        return self.phrase.head

    @property
    def beside(self) -> list[Segment]:
        """Segments that may say whose the head is, the likeliest first."""
        return [*reversed(self.phrase.before[:-1]), *self.phrase.after]

    def owner(self) -> str | None:
        """The state that stands beside the head, by name, by demonym, or by one who acts for it ("Assad's army")."""
        for segment in self.beside:
            if segment.state is not None:
                return segment.state
            people = [named.actor for named in segment.named if named.actor.kind == "person" and not named.doubtful]
            if people and people[0].country is not None and self.head.noun in nouns.bodies():
                return people[0].country
        part = nouns.bodies().get(self.head.noun or "")
        return self._owner_behind() if part not in (None, *nouns.FORCES) and not self.beside else None

    def _owner_behind(self) -> str | None:
        """The state whose capital or place stands right behind a body: "the Foreign Ministry" before "in Damascus"."""
        behind = _SEAT.match(self.context.article.text, self.end)
        if behind is None:
            return None
        head = self.context.phrase(behind[1]).head
        return (head.state if head is not None else None) or self.context.place_named(fold(behind[1]))

    @property
    def alone(self) -> bool:
        """Whether the phrase is one word that may point back: "the minister", "Minister"."""
        single = len(self.phrase.before) == 1 and not self.phrase.after and not self.head.plural
        return single and " " not in self.head.key and not self.indefinite

    @property
    def from_elsewhere(self) -> bool:
        """Whether a country beside the head tells only where they are: "a Western diplomat in Beirut"."""
        return self.phrase.abroad and nouns.bodies().get(self.head.noun or "") in (None, *nouns.FORCES)

    @property
    def continued(self) -> bool:
        """Whether a name goes on behind the mention: "the agency" before "SANA", "Organisation" before "for the"."""
        return _NAME_BEHIND.match(self.context.article.text, self.end) is not None

    @property
    def indefinite(self) -> bool:
        """Whether the phrase, or the word before it, brings in somebody new."""
        before = self.context.article.text[max(0, self.start - _WORD) : self.start].split()
        return self.phrase.indefinite or bool(before and before[-1].lower() in nouns.words("indefinite"))

    @property
    def definite(self) -> bool:
        """Whether "the" stands before the mention or begins it."""
        before = self.context.article.text[max(0, self.start - len("the ")) : self.start].lower()
        return before == "the " or self.text[: len("the ")].lower() == "the "

    @property
    def is_foreign(self) -> bool:
        """Whether a name stands beside the head of which nobody can tell whose it is."""
        return (
            self.phrase.related
            or self.phrase.abroad
            or any(
                segment.kind == "name" or any(named.actor.kind not in _CREEDS for named in segment.named)
                for segment in self.beside
            )
        )

    def body(self) -> Actor | None:
        """The actor, no state, that stands beside the head; None where a state stands nearer."""
        for segment in self.beside:
            if segment.state is not None:
                return None
            found = fitting(self.context, segment.text, segment.named, None)
            if found is not None and found.chosen is not None and found.chosen.type not in _CREEDS:
                return self.context.actors.get(found.chosen.id)
        return None

    def country(self) -> str | None:
        """The country that the phrase gives somebody whom the list doesn't hold."""
        said = self.context.people.country_in(self.phrase)
        names = (segment.key for segment in self.beside if segment.kind == "name")
        places = (self.context.place_named(name) for name in names)
        body = self.body() if said is None else None
        if body is not None and body.country is not None:
            return body.country
        return said if said is not None else next((country for country in places if country), None)

    def unlisted(self, key: str, kind: str, country: str | None, why: str, name: str | None = None) -> Finding:
        """An actor of this article alone, under a folded name."""
        article = self.context.article.article_id
        return findings.unlisted(article, key, name or _short(self.text), kind, country, findings.UNLISTED, why)


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119]}…"
