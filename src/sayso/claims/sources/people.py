"""The people of one article by their names: "Hasan" is the fuller "Omar Hasan", "Rezan" whoever is known as that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.grammar.ranges import holds
from sayso.claims.sources import anonymous, known_names, mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.claims.sources.mentions import Mention
    from sayso.language.analysis import Range


class People:
    """Those met so far. `spoken` are the article's speakers so far, to which others add."""

    def __init__(self, syntax: Syntax, spoken: Sequence[Mention]) -> None:
        self._syntax = syntax
        self._spoken = spoken
        self.met: list[Mention] = []
        self._usual: dict[str, Mention] = {}
        self._by_surname: dict[str, dict[int, Mention]] = {}

    def is_surname(self, text: str) -> bool:
        """Whether a text is somebody's last name."""
        return text.lower() in self._by_surname

    def recognise(self, mention: Mention, source: Sequence[Range]) -> None:
        """Find a person's name where none is tagged as the mention's: a last name met before, or what one is called."""
        if mention.name:
            return
        surname, syntax = mention.span.text.lower(), self._syntax
        place = syntax.labels[mention.head] == "place" and not known_names.is_country(syntax, mention.head)
        unlabelled = place or syntax.labels[mention.head] in (None, "", "organisation", "document")
        same = self._by_surname.get(surname, {})
        lone = unlabelled and self._syntax.analysis.upos[mention.head] == "PROPN" and len(same) == 1
        if lone and len(next(iter(same.values())).name) > 1:
            mention.name, mention.kind, mention.is_person, mention.named = (surname,), "person", True, True
        elif not mention.plural:
            self._recognise_called(mention, source)

    def _recognise_called(self, mention: Mention, source: Sequence[Range]) -> None:
        """Give a source the name that it says it is called by: "a surgeon identified here as “Karim”"."""
        called = next((name for part in source if (name := anonymous.called(self._syntax, part)) is not None), None)
        if called is not None:
            mention.name = mentions.of_person(self._syntax, called.first, called.end).name
            mention.is_person = mention.named = True

    def call(self, person: Mention, first: int) -> None:
        """Give a name to the speaker without one who is called so in the same sentence: "known only as Rezan"."""
        last = self._spoken[-1] if self._spoken else None
        here = last is not None and self._syntax.sentence[last.head] == self._syntax.sentence[person.head]
        if last is not None and here and anonymous.is_one(last) and anonymous.is_alias(self._syntax, first):
            last.root.name = person.name
            person.tie(last)

    def fuller(self, mention: Mention) -> Mention | None:
        """The one person met before whose name ends with this one's last word and has all its others.

        A last name alone tells no gender, though some are first names too.
        """
        same = self._by_surname.get(mention.name[-1], {}).values() if mention.name else ()
        if mention.name and not same and len(mention.name) == 1:
            return self._by_first_name(mention)
        gender = None if (mention.span.text.lower(),) == mention.name else mention.gender
        fuller = [
            known for known in same if mentions.is_fuller(known.name, mention.name) and mentions.may_be(known, gender)
        ]
        return fuller[0] if len(fuller) == 1 else self._as_usual(mention, fuller)

    def _by_first_name(self, mention: Mention) -> Mention | None:
        """The one person met before whose first name stands here with nothing else said of its bearer."""
        if mention.span.text.lower() != mention.name[0]:
            return None
        found = {id(known.root): known.root for known in self.met if known.name[:1] == mention.name and known.name[1:]}
        return next(iter(found.values())) if len(found) == 1 else None

    def _as_usual(self, mention: Mention, namesakes: Sequence[Mention]) -> Mention | None:
        """Whom the last name alone has meant before there were namesakes, unless another of them spoke last."""
        usual = self._usual.get(mention.name[-1]) if mention.name and mentions.is_last_name(mention.name) else None
        last = next((known.root for known in reversed(self._spoken[-2:]) if known is not mention), None)
        alike = {id(known.root) for known in namesakes}
        if usual is None or id(usual.root) not in alike:
            return None
        return usual.root if last is None or last is usual.root or id(last) not in alike else None

    def meet(self, mention: Mention) -> None:
        """Remember a person; a shorter name belongs to the fuller one, also where it came first."""
        if mention.first is None:
            mention.tie(self.fuller(mention))
        self.met.append(mention)
        if not mention.name:
            return
        if mention.first is not None and mentions.is_last_name(mention.name):
            self._usual[mention.name[-1]] = mention.root
        same = self._by_surname.setdefault(mention.name[-1], {})
        known = next(iter(same.values())) if len(same) == 1 else mention
        if self._yields(known, mention):
            mention.first = None
            known.tie(mention)
            same.clear()
        same[id(mention.root)] = mention.root

    def _yields(self, known: Mention, mention: Mention) -> bool:
        """Whether an earlier mention says less of the same person: a last name alone, or one in a headline."""
        if known.root is not mention.root and known.name != mention.name:
            return mentions.is_last_name(known.name) and len(known.name) < len(mention.name)
        titles = self._syntax.titles
        return holds(titles, known.head) and not holds(titles, mention.head) and len(mention.name) >= len(known.name)
