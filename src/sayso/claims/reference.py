"""Who is meant by "he", "the source", "Hasan": each source tied to the first full mention of the same speaker.

Precision comes first: where two earlier mentions are possible, nothing is tied. Rules, in the order they are tried:

1. "who", "which": the noun that the relative clause belongs to;
2. "I": whoever the smallest quotation around it is of;
3. "he", "she": the only single person of fitting gender before it in its sentence, or in this and the last one; else
   the last speaker, or the only one near; never anybody in the content that the pronoun is the source of;
4. "they": the nearest plural subject in its sentence, or the last speaker, if plural;
5. "the source", "the ministry": the only earlier mention with that noun, or the one of them that spoke last (`roles`);
   a single anonymous speaker for "the source";
6. a name: the fuller name that ends with the same word;
7. a pronoun that these leave open: the first that fits of its chain over the article (`sayso.language.chains`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.claims import marks, mentions
from sayso.claims.mentions import GENDERS, words
from sayso.claims.ranges import holds, size
from sayso.claims.roles import Roles
from sayso.claims.syntax import SUBJECTS
from sayso.language.chains import chains
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
        self.roles = Roles(syntax)
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
                person = mentions.of_person(self.syntax, named.first, named.end)
                position += 1
                if person.name:
                    self._meet(person)
            self._read(number)
        for number, mention in self.speakers.items():
            if self.analysis.lemmas[mention.head] in words("speaker", "pronoun"):
                mention.tie(self._quoted(number))
        for mention in (*self.people, *self.speakers.values()):
            if mention.kind not in VAGUE:
                self.kinds.setdefault(id(mention.root), mention.kind)
        return {number: self._speaker(mention) for number, mention in self.speakers.items()}

    @cached_property
    def chains(self) -> dict[int, list[int]]:
        """For each word that heads a mention the heads of its chain."""
        heads = [[one.head for one in chain] for chain in chains(self.analysis)]
        return {word: chain for chain in heads for word in chain}

    def _words_of(self, number: int) -> Iterator[int]:
        return (word for first, end in self.attributions[number].source for word in range(first, end))

    def _read(self, number: int) -> None:
        mention = mentions.of_source(self.syntax, self.attributions[number].source, self.described[number])
        self._recognise(mention)
        mention.tie(self._antecedent(number, mention) or self._linked(number, mention))
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
        first = mention.first if mention.first is not None and root.head > mention.head else root
        repeats = first is mention or _bare(first) == _bare(mention)
        later = bool(mention.name) and first.head > mention.head
        same_as = None if repeats or later else first.span
        return Speaker(kind, mention.named or root.named, same_as)

    def _antecedent(self, number: int, mention: Mention) -> Mention | None:
        """Whoever the source of an attribution stands for."""
        lemma = self.analysis.lemmas[mention.head]
        if lemma in words("relative", "pronoun"):
            return self._relative(mention.head)
        for gender in GENDERS:
            if lemma in words(gender, "pronoun"):
                return self._he_or_she(number, mention.head, gender)
        if lemma in words("plural", "pronoun"):
            return self._they(number, mention.head)
        if self.analysis.upos[mention.head] == "PRON":
            return None
        if mention.name:
            return self._fuller_name(mention)
        return self._definite(number, mention) if mention.definite else None

    def _linked(self, number: int, mention: Mention) -> Mention | None:
        """The first that fits of those in a pronoun's chain: no pronoun, nobody in what is said."""
        lemma = self.analysis.lemmas[mention.head]
        if not any(lemma in words(kind, "pronoun") for kind in (*GENDERS, "plural")):
            return None
        for word in self._chained(mention.head):
            if self.analysis.upos[word] in ("NOUN", "PROPN") and not holds(self.attributions[number].content, word):
                met = (known for known in (*self.spoken, *self.people) if known.head == word)
                known = next(met, None) or mentions.of_noun(self.syntax, word)
                if _fits(mention, known):
                    return known
        return None

    def _chained(self, word: int) -> list[int]:
        """The heads before a word that are in its chain."""
        return [earlier for earlier in self.chains.get(word, ()) if earlier < word]

    def _relative(self, pronoun: int) -> Mention | None:
        """The noun phrase that the relative clause belongs to, or the one right before where that is nobody."""
        nouns = [noun for noun in (self._relative_head(pronoun), self._before(pronoun)) if noun is not None]
        found = [mentions.of_noun(self.syntax, self._name_of(noun)) for noun in nouns]
        if not found:
            return None
        who = self.analysis.lemmas[pronoun] == "who"
        joined = len(nouns) > 1 and nouns[1] in self.syntax.conjuncts(nouns[0])
        is_name = self.analysis.upos[nouns[-1]] == "PROPN" and self.syntax.labels[nouns[-1]] != "place"
        mention = found[-1] if joined or (who and not found[0].is_person and is_name) else found[0]
        mention.tie(self._fuller_name(mention))
        return mention

    def _relative_head(self, pronoun: int) -> int | None:
        analysis = self.analysis
        for word in self.syntax.ancestors(pronoun):
            if analysis.relations[word] == "acl:relcl":
                head = analysis.heads[word]
                return head if 0 <= head < pronoun else None
        return None

    def _before(self, pronoun: int) -> int | None:
        """The noun right before the pronoun, over a comma."""
        before = pronoun - 2 if pronoun > 1 and self.syntax.forms[pronoun - 1] == "," else pronoun - 1
        same = before >= 0 and self.syntax.sentence[before] == self.syntax.sentence[pronoun]
        return before if same and self.analysis.upos[before] in ("NOUN", "PROPN") else None

    def _name_of(self, noun: int) -> int:
        """The name that a description is in apposition to: "Hasan, now the minister, who"."""
        head = self.analysis.heads[noun]
        beside = self.analysis.relations[noun] == "appos" and self.analysis.upos[head] == "PROPN"
        return head if beside and self.syntax.labels[head] != "place" else noun

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

    def _he_or_she(self, number: int, pronoun: int, gender: str) -> Mention | None:
        fitting = [known for known in self._recent(self.people, number) if _may_be(known, gender)]
        if not fitting:
            return None
        sentence = self.syntax.sentence[pronoun]
        close: dict[int, Mention] = {}
        for first in (sentence, sentence - 1):
            close = {id(known.root): known for known in fitting if self.syntax.sentence[known.head] >= first}
            if len(close) == 1:
                return next(iter(close.values()))
        spoken = self._recent(self.spoken, number)
        speaker = next((known for known in reversed(spoken) if known.is_person and _may_be(known, gender)), None)
        if speaker is None:
            return fitting[-1] if len({id(known.root) for known in fitting}) == 1 else None
        if close:
            return speaker if id(speaker.root) in close and speaker is spoken[-1] else None
        return speaker if speaker.root is fitting[-1].root else None

    def _they(self, number: int, pronoun: int) -> Mention | None:
        subject = self._plural_subject(number, pronoun)
        if subject is not None:
            return subject
        recent = self._recent(self.spoken, number)
        several = [known for known in recent if known.plural]
        alone = len({id(known.root) for known in several}) == 1
        return several[-1] if several and (alone or several[-1] is recent[-1]) else None

    def _plural_subject(self, number: int, pronoun: int) -> Mention | None:
        """The nearest plural noun before "they" that is a subject in its sentence, outside what "they" say."""
        analysis, own = self.analysis, self.attributions[number].content
        first, _ = analysis.sentences[self.syntax.sentence[pronoun]]
        for word in range(pronoun - 1, first - 1, -1):
            noun = analysis.relations[word] in SUBJECTS and analysis.upos[word] in ("NOUN", "PROPN")
            if noun and mentions.is_plural(self.syntax, word) and not holds(own, word):
                spoken = (known for known in reversed(self.spoken) if known.head == word)
                return next(spoken, None) or mentions.of_noun(self.syntax, word)
        return None

    def _definite(self, number: int, mention: Mention) -> Mention | None:
        """The only earlier speaker or person that it fits; of several the one that spoke last, if nobody has since."""
        holders = self.roles.holders(mention)
        if len(holders) == 1:
            return holders[0]
        last = next(reversed(self._recent(self.spoken, number)), None)
        if holders:
            return last if last is not None and any(last.root is holder for holder in holders) else None
        anonymous = last is not None and last.is_person and not last.named and not last.plural
        if anonymous and self.analysis.lemmas[mention.head] in ANONYMOUS:
            return last
        return self.roles.introduced(mention)

    def _fuller_name(self, mention: Mention) -> Mention | None:
        """The one person met before whose name ends with this one's last word and has all its others."""
        same = self.by_surname.get(mention.name[-1], {}).values() if mention.name else ()
        fuller = [known for known in same if set(mention.name) <= set(known.name) and _may_be(known, mention.gender)]
        return fuller[0] if len(fuller) == 1 else None

    def _recent(self, known: list[Mention], number: int) -> list[Mention]:
        """Those of the last mentions that stand near before a source, outside what it says."""
        word, own = self.described[number].head, self.attributions[number].content
        here = self.paragraph[word]
        near = [one for one in known[-12:] if here - NEAR <= self.paragraph[one.head] and one.head < word]
        return [one for one in near if not holds(own, one.head)]

    def _meet(self, mention: Mention) -> None:
        """Remember a person; a shorter name belongs to the fuller one, also where it came first."""
        if mention.first is None:
            mention.tie(self._fuller_name(mention))
        self.people.append(mention)
        if mention.name:
            same = self.by_surname.setdefault(mention.name[-1], {})
            known = next(iter(same.values())) if len(same) == 1 else mention
            if self._yields(known, mention):
                mention.first = None
                known.tie(mention)
                same.clear()
            same[id(mention.root)] = mention.root
        self._remember(mention)

    def _yields(self, known: Mention, mention: Mention) -> bool:
        """Whether an earlier mention says less of the same person: a last name alone, or one in a headline."""
        if known.root is not mention.root and known.name != mention.name:
            return len(known.name) == 1 < len(mention.name)
        titles = self.syntax.titles
        return holds(titles, known.head) and not holds(titles, mention.head) and len(mention.name) >= len(known.name)

    def _remember(self, mention: Mention) -> None:
        """Keep what it says, unless it only points back, and to nobody that was found."""
        if mention.name or mention.first is not None or not mention.definite:
            self.roles.remember(mention)


def _bare(mention: Mention) -> str:
    """What it says without "the": who repeats only that says no more."""
    return mention.span.text.lower().removeprefix("the ")


def _fits(pronoun: Mention, known: Mention) -> bool:
    """Whether a pronoun may stand for what its chain holds."""
    if pronoun.gender is not None:
        return known.is_person and _may_be(known, pronoun.gender)
    return known.plural == pronoun.plural


def _may_be(known: Mention, gender: str | None) -> bool:
    """Whether it is one person of no other gender than this. A last name may look like a plural."""
    return (gender is None or known.gender in (None, gender)) and (not known.plural or bool(known.name))
