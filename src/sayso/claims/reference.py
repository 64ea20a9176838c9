"""Who is meant by "he", "the source", "Hasan": each source tied to the first full mention of the same speaker.

Precision comes first: where two earlier mentions are possible, nothing is tied. Rules, in the order they are tried:

1. "who", "which": the noun that the relative clause belongs to;
2. "I": whoever the smallest quotation around it is of;
3. "he", "she": the only single person of fitting gender in this and the last sentence, or else the last speaker;
4. "they": the last speaker, if plural;
5. "the source", "the ministry": the only earlier mention with that noun; a single anonymous speaker for "the source";
6. a name: the fuller name that ends with the same word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.claims import marks, mentions
from sayso.claims.mentions import GENDERS, words
from sayso.claims.ranges import holds, size
from sayso.words.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.claims.mentions import Mention
    from sayso.claims.sources import Source
    from sayso.claims.syntax import Syntax
    from sayso.language.analysis import Attribution, Range


NEAR = 2
"""Paragraphs that a pronoun or a phrase for an anonymous source looks back over."""
ANONYMOUS = frozenset({"source"})
VAGUE = (None, "person")
"""Kinds that any other mention of the same speaker knows better."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """What a voice needs to know of whoever speaks."""

    kind: str | None
    named: bool
    same_as: Span | None


def resolve(syntax: Syntax, attributions: Sequence[Attribution], described: Mapping[int, Source]) -> dict[int, Speaker]:
    """For each attribution with a source, by number, who speaks."""
    return _Resolver(syntax, attributions, described).resolve()


class _Resolver:
    def __init__(self, syntax: Syntax, attributions: Sequence[Attribution], described: Mapping[int, Source]) -> None:
        self.syntax = syntax
        self.analysis = syntax.analysis
        self.attributions = attributions
        self.described = described
        self.speakers: dict[int, Mention] = {}
        self.people: list[Mention] = []
        self.spoken: list[Mention] = []
        self.by_noun: dict[str, dict[int, Mention]] = {}
        self.by_surname: dict[str, dict[int, Mention]] = {}
        self.kinds: dict[int, str | None] = {}
        self.paragraph = syntax.paragraph
        self.telling: dict[int, list[Attribution]] = {}
        for known in attributions:
            if known.cue:
                self.telling.setdefault(self.paragraph[known.cue[0][0]], []).append(known)

    def resolve(self) -> dict[int, Speaker]:
        speaking = {word for number in self.described for word in self._words_of(number)}
        people = [named for named in self.analysis.entities if self.syntax.labels[named.first] == "person"]
        waiting = [named for named in people if named.first not in speaking]
        position = 0
        for number in sorted(self.described, key=lambda number: self.described[number].head):
            head = self.described[number].head
            while position < len(waiting) and waiting[position].end <= head:
                named = waiting[position]
                self._meet(mentions.of_person(self.syntax, named.first, named.end))
                position += 1
            self._read(number)
        for number, mention in self.speakers.items():
            if self.analysis.lemmas[mention.head] in words("speaker", "pronoun"):
                mention.tie(self._quoted(number))
        for mention in (*self.people, *self.speakers.values()):
            if mention.kind not in VAGUE:
                self.kinds.setdefault(id(mention.root), mention.kind)
        return {number: self._speaker(mention) for number, mention in self.speakers.items()}

    def _words_of(self, number: int) -> Iterator[int]:
        return (word for first, end in self.attributions[number].source for word in range(first, end))

    def _read(self, number: int) -> None:
        mention = mentions.of_source(self.syntax, self.attributions[number].source, self.described[number])
        self._recognise(mention)
        mention.tie(self._antecedent(mention))
        self.speakers[number] = mention
        if self.analysis.upos[mention.head] != "PRON" or not self._is_inside(number):
            self.spoken.append(mention)
        if mention.is_person:
            self._meet(mention)
        else:
            self._remember(mention)

    def _recognise(self, mention: Mention) -> None:
        """Take a lone name that isn't tagged as a person's for the last name of the one person met with it."""
        surname = mention.span.text.lower()
        unlabelled = self.syntax.labels[mention.head] in (None, "", "organisation")
        if mention.name or not unlabelled or self.analysis.upos[mention.head] != "PROPN":
            return
        same = self.by_surname.get(surname, {})
        if len(same) == 1 and len(next(iter(same.values())).name) > 1:
            mention.name, mention.kind, mention.is_person, mention.named = (surname,), "person", True, True

    def _speaker(self, mention: Mention) -> Speaker:
        root = mention.root
        kind = mention.kind if mention.kind not in VAGUE else self.kinds.get(id(root), root.kind or mention.kind)
        repeats = root is mention or root.span.text.lower() == mention.span.text.lower()
        same_as = None if repeats else root.span
        return Speaker(kind, mention.named or root.named, same_as)

    def _antecedent(self, mention: Mention) -> Mention | None:
        lemma = self.analysis.lemmas[mention.head]
        if lemma in words("relative", "pronoun"):
            return self._relative(mention.head)
        for gender in GENDERS:
            if lemma in words(gender, "pronoun"):
                return self._he_or_she(mention.head, gender)
        if lemma in words("plural", "pronoun"):
            return self._they(mention.head)
        if self.analysis.upos[mention.head] == "PRON":
            return None
        if mention.name:
            return self._fuller_name(mention)
        return self._definite(mention) if self._is_definite(mention) else None

    def _relative(self, pronoun: int) -> Mention | None:
        """The noun phrase that the relative clause belongs to, or the noun right before where the tree has none."""
        noun = self._relative_head(pronoun)
        if noun is None:
            return None
        mention = mentions.of_noun(self.syntax, noun)
        mention.tie(self._fuller_name(mention))
        return mention

    def _relative_head(self, pronoun: int) -> int | None:
        analysis = self.analysis
        for word in self.syntax.ancestors(pronoun):
            if analysis.relations[word] == "acl:relcl":
                head = analysis.heads[word]
                return head if 0 <= head < pronoun else None
        before = pronoun - 2 if pronoun > 1 and self.syntax.forms[pronoun - 1] == "," else pronoun - 1
        same = before >= 0 and self.syntax.sentence[before] == self.syntax.sentence[pronoun]
        return before if same and analysis.upos[before] in ("NOUN", "PROPN") else None

    def _quoted(self, number: int) -> Mention | None:
        """The speaker of the smallest quotation that holds this source, or of the smallest content."""
        head = self.described[number].head
        holding = [
            (not self._is_quotation(part), size(known.content), other)
            for other, known in enumerate(self.attributions)
            for part in known.content
            if other != number and other in self.speakers and part[0] <= head < part[1]
        ]
        return self.speakers[min(holding)[2]] if holding else None

    def _is_quotation(self, part: Range) -> bool:
        first, _ = part
        return any(self.syntax.forms[word] in marks.OPENING for word in (first - 1, first) if word >= 0)

    def _is_inside(self, number: int) -> bool:
        """Whether this source stands in what another says in the same paragraph: the telling goes on without it."""
        head = self.described[number].head
        cue = self.attributions[number].cue
        near = self.telling.get(self.paragraph[head], ())
        return any(known.cue != cue and holds(known.content, head) for known in near)

    def _he_or_she(self, pronoun: int, gender: str) -> Mention | None:
        fitting = [known for known in self._recent(self.people, pronoun) if _may_be(known, gender)]
        if not fitting:
            return None
        sentence = self.syntax.sentence[pronoun]
        close = {id(known.root): known for known in fitting if self.syntax.sentence[known.head] >= sentence - 1}
        if len(close) == 1:
            return next(iter(close.values()))
        speaker = next((known for known in reversed(self.spoken) if known.is_person), None)
        if speaker is None or not _may_be(speaker, gender):
            return None
        if close:
            return speaker if id(speaker.root) in close and speaker is self.spoken[-1] else None
        return speaker if speaker.root is fitting[-1].root else None

    def _they(self, pronoun: int) -> Mention | None:
        recent = [known for known in self._recent(self.spoken, pronoun) if known.plural]
        return recent[-1] if recent and len({id(known.root) for known in recent}) == 1 else None

    def _definite(self, mention: Mention) -> Mention | None:
        """The only earlier speaker or person with the same noun; the last one, if anonymous, for "the source"."""
        lemma = self.analysis.lemmas[mention.head]
        roots = [known for known in self.by_noun.get(lemma, {}).values() if known.plural == mention.plural]
        if len(roots) == 1:
            return roots[0]
        recent = self._recent(self.spoken, mention.head)
        if lemma in ANONYMOUS and not roots and recent and not recent[-1].named and not recent[-1].plural:
            return recent[-1] if recent[-1].is_person else None
        return None

    def _fuller_name(self, mention: Mention) -> Mention | None:
        """The one person met before whose name ends with this one's last word and has all its others."""
        same = self.by_surname.get(mention.name[-1], {}) if mention.name else {}
        if len(same) != 1:
            return None
        known = next(iter(same.values()))
        return known if set(mention.name) <= set(known.name) else None

    def _recent(self, known: list[Mention], word: int) -> list[Mention]:
        here = self.paragraph[word]
        return [one for one in known[-12:] if here - NEAR <= self.paragraph[one.head] and one.head < word]

    def _meet(self, mention: Mention) -> None:
        """Remember a person; a shorter name belongs to the fuller one."""
        if mention.first is None:
            mention.tie(self._fuller_name(mention))
        self.people.append(mention)
        if mention.name:
            self.by_surname.setdefault(mention.name[-1], {})[id(mention.root)] = mention.root
        self._remember(mention)

    def _remember(self, mention: Mention) -> None:
        for noun in mention.nouns:
            self.by_noun.setdefault(noun, {})[id(mention.root)] = mention.root

    def _is_definite(self, mention: Mention) -> bool:
        """ "the source", "this ministry": a determiner and nothing else that would say which one."""
        dependents = self.syntax.dependents[mention.head]
        lemmas, relations = self.analysis.lemmas, self.analysis.relations
        bare = all(
            relations[word] in ("det", "case", "punct", "acl:relcl", "mark") or word > mention.head
            for word in dependents
        )
        return bare and any(lemmas[word] in words("definite", "determiner") for word in dependents)


def _may_be(known: Mention, gender: str) -> bool:
    """Whether "he" or "she" may stand for it: one person of no other gender. A last name may look like a plural."""
    return known.gender in (None, gender) and (not known.plural or bool(known.name))
