"""Who is meant by "he", "the source", "Hasan": each source tied to the first full mention of the same speaker.

Precision comes first: where two earlier mentions are possible, nothing is tied. Rules, in the order they are tried:

1. "who", "which": the noun that the relative clause belongs to (`relatives`);
2. "I": whoever the smallest quotation around it is of; outside of quotations whoever the last paragraph says wrote it;
3. "he", "she": the only single person of fitting gender before it in its sentence, or in this and the last one; else
   the last speaker, or the only one near; never anybody in the content that the pronoun is the source of, nor who
   is quoted with it (`quoted`), and nobody in a quotation or in a name's use as a modifier
   ("the Hasan plan") while the telling itself has one that fits;
4. "they": the nearest plural subject in its sentence, or the last speaker, if plural;
5. "it": the body or text that spoke or that the sentence before is about (`bodies`);
6. "the source", "the ministry": the only earlier mention with that noun, or the one of them that spoke last (`roles`);
   the last speaker without a name for "the source", "the woman" (`anonymous`); a named body that spoke last for "the
   union", "the site"; for "one of the diplomats" the diplomats, though it stays a speaker of its own;
7. a name: the fuller name that ends with the same word, or that it is short for (`short_names`);
8. a pronoun that these leave open: the first that fits of its chain over the article (`sayso.language.chains`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.claims.grammar.ranges import holds
from sayso.claims.grammar.tags import SUBJECTS
from sayso.claims.sources import (
    anonymous,
    bodies,
    kind_words,
    kinds,
    mentions,
    offices,
    relatives,
    short_names,
    writers,
)
from sayso.claims.sources.mentions import GENDERS, words
from sayso.claims.sources.people import People
from sayso.claims.sources.quoted import Quoted
from sayso.claims.sources.roles import Roles
from sayso.language.chains import chains
from sayso.words.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.claims.sources.kinds import Source
    from sayso.claims.sources.mentions import Mention
    from sayso.language.analysis import Attribution


NEAR = 2
"""Paragraphs that a pronoun or a phrase for an anonymous source looks back over."""
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
        self.spoken: list[Mention] = []
        self.people = People(syntax, self.spoken)
        self.roles = Roles(syntax)
        self.names = short_names.Names(syntax)
        self.kinds: dict[int, str | None] = {}
        self.paragraph = syntax.paragraph
        self.quoted = Quoted(syntax, attributions, described)
        self.quoting: dict[int, Mention | None] = {}

    def resolve(self) -> dict[int, Speaker]:
        speaking = {word for number in self.described for word in self._words_of(number)}
        people = [named for named in self.analysis.entities if self.syntax.labels[named.first] == "person"]
        joint = mentions.joint(self.syntax, (source.head for source in self.described.values()))
        waiting = [named for named in people if named.first not in speaking or named.first in joint]
        position = 0
        for number in sorted(self.described, key=lambda number: self.described[number].head):
            head = self.described[number].head
            while position < len(waiting) and waiting[position].end <= head:
                named = waiting[position]
                person = mentions.of_person(self.syntax, named.first, named.end)
                position += 1
                if person.name:
                    self.people.call(person, named.first)
                    self._meet(person)
            self._read(number)
        for number, mention in self.speakers.items():
            if self.analysis.lemmas[mention.head] in words("speaker", "pronoun"):
                mention.tie(self._quoted(number) or self._writer(mention))
        for mention in (*self.people.met, *self.speakers.values()):
            if mention.kind not in VAGUE:
                self.kinds.setdefault(id(mention.root), mention.kind)
        self._kinds_of_links()
        offices.pass_on(self.syntax, list(self.speakers.values()), self.kinds)
        return {number: self._speaker(mention) for number, mention in self.speakers.items()}

    @cached_property
    def chains(self) -> dict[int, list[int]]:
        """For each word that heads a mention the heads of its chain."""
        heads = [[one.head for one in chain] for chain in chains(self.analysis)]
        return {word: chain for chain in heads for word in chain}

    def _kinds_of_links(self) -> None:
        """Kinds of persons by what the model links to their names, if it agrees: "the nominee", "his running mate"."""
        if self.analysis.meaning is None:
            return
        open_roots = {id(one.root) for one in self.speakers.values() if one.root.name} - self.kinds.keys()
        of_word = {one.head: id(one.root) for one in self.people.met if id(one.root) in open_roots}
        told: dict[int, set[str]] = {}
        for word, antecedent in enumerate(self.analysis.meaning.antecedents if of_word else ()):
            root = of_word.get(antecedent)
            if root is not None and word not in of_word:
                of_word[word] = root
                kind = kinds.of_member(self.syntax, word)
                told.setdefault(root, set()).update(() if kind is None else (kind,))
        self.kinds.update({root: kinds.pop() for root, kinds in told.items() if len(kinds) == 1})

    def _words_of(self, number: int) -> Iterator[int]:
        return (word for first, end in self.attributions[number].source for word in range(first, end))

    def _read(self, number: int) -> None:
        mention = mentions.of_source(self.syntax, self.attributions[number].source, self.described[number])
        self.people.recognise(mention, self.attributions[number].source)
        mention.kind = self._kind_of_owner(number, mention) or mention.kind
        mention.tie(self._antecedent(number, mention) or self._linked(number, mention))
        if mention.first is None:
            self._pick(number, mention)
        self.names.meet(mention)
        mention.root.gender = mention.root.gender or mention.gender
        self.speakers[number] = mention
        if not self.quoted.is_inside(number):
            self.spoken.append(mention)
        if mention.is_person:
            self._meet(mention)
        else:
            self._remember(mention)

    def _speaker(self, mention: Mention) -> Speaker:
        root = mention.root
        again = mention.first is not None and mention.definite and len(mention.said) == 1  # "the commander"
        open_ = mention.kind in VAGUE or (again and root.kind not in VAGUE)
        kind = self.kinds.get(id(root), root.kind or mention.kind) if open_ else mention.kind
        first = mention.first if mention.first is not None and root.head > mention.head else root
        first = mention.among or first if first is mention else first
        repeats = first is mention or _bare(first) == _bare(mention)
        later = bool(mention.name) and first.head > mention.head
        same_as = None if repeats or later or mentions.is_lone_pronoun(self.syntax, first) else first.span
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
        if bodies.is_it(self.syntax, mention.head):
            return self._it(number, mention.head)
        if self.analysis.upos[mention.head] == "PRON":
            return None
        if mention.name:
            return self.people.fuller(mention)
        fuller = self.names.fuller(mention) if not self.people.is_surname(mention.span.text) else None
        if fuller is not None and mention.kind == kinds.BY_LABEL["organisation"]:
            mention.kind = fuller.kind or mention.kind
        return fuller or (self._definite(number, mention) if mention.definite else None)

    def _kind_of_owner(self, number: int, mention: Mention) -> str | None:
        """The kind of the body whose office somebody holds: "its director", "a member of its team" after "the monitor
        said".
        """
        within = [noun for noun in self.syntax.children(mention.head, "nmod") if self.syntax.marker(noun) == "of"]
        owners = (self.syntax.child(noun, "nmod:poss") for noun in (mention.head, *within))
        its = next((word for word in owners if word is not None and bodies.is_its(self.syntax, word)), None)
        if its is None or self.analysis.lemmas[mention.head] not in kind_words.roles():
            return None
        own, spoken = self.attributions[number].content, self._recent(self.spoken, number)
        owner = bodies.find(self.syntax, (its, its), own, spoken, self._chained(its), self.quoted.words)
        kind = None if owner is None else owner.kind or owner.root.kind
        return None if kind == "document" else kind

    def _pick(self, number: int, mention: Mention) -> None:
        """Find those that it is one of, if it is: "one of the diplomats", "the other"; or like, as "a third" is."""
        noun = mentions.several(self.syntax, mention.head)
        taken = None if noun is None else mentions.of_noun(self.syntax, noun)
        if taken is not None:
            mention.among = self._definite(number, taken) if taken.definite and taken.plural else None
        elif not mention.plural and anonymous.picks(self.syntax, mention.head):
            several = anonymous.several(self.syntax, self._recent(self.spoken, number))
            if several is not None:
                mention.join(several, new=anonymous.adds(self.syntax, mention.head))

    def _linked(self, number: int, mention: Mention) -> Mention | None:
        """The first that fits of those in a pronoun's chain: no pronoun, nobody in what is said."""
        lemma = self.analysis.lemmas[mention.head]
        if not any(lemma in words(kind, "pronoun") for kind in (*GENDERS, "plural")):
            return None
        for word in self._chained(mention.head):
            if mentions.is_nominal(self.syntax, word) and not holds(self.attributions[number].content, word):
                met = (known for known in (*self.spoken, *self.people.met) if known.head == word)
                known = next(met, None) or self._noun(word)
                if mentions.fits(mention, known) and known.root is not self._quotes_it(number):
                    return known
        return None

    def _noun(self, word: int) -> Mention:
        """The mention of a noun that nobody was met by, with the fuller name where it is a name."""
        found = mentions.of_noun(self.syntax, word)
        found.tie(self.people.fuller(found))
        return found

    def _chained(self, word: int) -> list[int]:
        """The heads before a word that are in its chain."""
        return [earlier for earlier in self.chains.get(word, ()) if earlier < word]

    def _relative(self, pronoun: int) -> Mention | None:
        found = relatives.find(self.syntax, pronoun)
        if found is None:
            return None
        found.tie(self.people.fuller(found))
        return next((known for known in reversed(self.spoken) if known.head == found.head), found)

    def _quoted(self, number: int) -> Mention | None:
        """The speaker of the smallest quotation that holds this source, or of the smallest content."""
        other = self.quoted.by(number)
        return None if other is None else self.speakers[other]

    def _quotes_it(self, number: int) -> Mention | None:
        """Whoever says the quotation that a source stands in, also if named behind it: no "she" in it means them."""
        if number not in self.quoting:
            self.quoting[number] = None  # whoever is quoted in turn
            other = self.quoted.by(number) if self.described[number].head in self.quoted.words else None
            if other is not None:
                self.quoting[number] = (self.speakers.get(other) or self._ahead(other)).root
        return self.quoting[number]

    def _ahead(self, number: int) -> Mention:
        """The mention that a source farther on will be."""
        mention = mentions.of_source(self.syntax, self.attributions[number].source, self.described[number])
        return self._antecedent(number, mention) or mention

    def _writer(self, mention: Mention) -> Mention | None:
        """Whoever signs the text, for an "I" outside of quotations."""
        return None if mention.head in self.quoted.words else self._signed

    @cached_property
    def _signed(self) -> Mention | None:
        """Whom the last paragraph introduces as its writer, if no word was said of them before."""
        named = writers.writer(self.syntax)
        if named is None:
            return None
        found = mentions.of_person(self.syntax, named.first, named.end)
        known = any(other.name == found.name for other in self.people.met if other.head < named.first)
        return None if known else found

    def _he_or_she(self, number: int, pronoun: int, gender: str) -> Mention | None:
        beside = self.quoted.subject(pronoun, gender) if pronoun in self.quoted.words else None
        if beside is not None:
            return mentions.of_noun(self.syntax, beside)
        met = [known for known in self._recent(self.people.met, number) if mentions.may_be(known, gender)]
        fitting = [known for known in met if self._is_told_of(known, pronoun)] or met
        if not fitting:
            return None
        sentence = self.syntax.sentence[self._beginning(number, pronoun)]
        close: dict[int, Mention] = {}
        for first in (sentence, sentence - 1):
            close = {id(known.root): known for known in fitting if self.syntax.sentence[known.head] >= first}
            if len(close) == 1:
                return next(iter(close.values()))
        spoken = self._recent(self.spoken, number)
        people = (known for known in reversed(spoken) if known.is_person and mentions.may_be(known, gender))
        speaker = next(people, None)
        if speaker is None:
            return fitting[-1] if len({id(known.root) for known in fitting}) == 1 else None
        if close:
            return speaker if id(speaker.root) in close and speaker is spoken[-1] else None
        return speaker if speaker.root is fitting[-1].root else None

    def _is_told_of(self, known: Mention, pronoun: int) -> bool:
        """Whether the text tells of somebody itself: neither in a quotation beside the pronoun, nor by "the X plan"."""
        if self.analysis.relations[known.head] == "compound":
            return False
        return known.head not in self.quoted.words or pronoun in self.quoted.words

    def _beginning(self, number: int, pronoun: int) -> int:
        """Where what is said begins in the pronoun's paragraph, or the pronoun: "“We left. Nobody stayed,” he said"."""
        here = self.paragraph[pronoun]
        starts = (first for first, _ in self.attributions[number].content if self.paragraph[first] == here)
        return min(pronoun, *starts, pronoun)

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

    def _it(self, number: int, pronoun: int) -> Mention | None:
        """The body or text that "it" stands for, and what a phrase such as "the ministry" for it stands for in turn."""
        own, place = self.attributions[number].content, (pronoun, self._beginning(number, pronoun))
        spoken, chain = self._recent(self.spoken, number), self._chained(pronoun)
        found = bodies.find(self.syntax, place, own, spoken, chain, self.quoted.words)
        if found is not None and found.first is None and found.definite:
            found.tie(self._definite(number, found))
        return found

    def _definite(self, number: int, mention: Mention) -> Mention | None:
        """The only earlier speaker or person that it fits; of several the one that spoke last, if nobody has since."""
        spoken = self._recent(self.spoken, number)
        last = next(reversed(spoken), None)
        if last is not None and last.kind in VAGUE and self._goes_on(mention, last):
            return last
        holders = self.roles.holders(mention)
        others = (known for known in reversed(spoken) if known.kind != "document" and not self._is_open(known))
        body = next(others, None)
        if body is not None and bodies.is_called(self.syntax, body.root, mention):
            far = not holders or self.paragraph[body.head] - self.paragraph[holders[-1].head] > NEAR
            holders = [body.root] if far else holders
        if len(holders) == 1:
            goes_on = last is not None and last.root is holders[0]
            return holders[0] if goes_on or not self.roles.is_contested(mention, holders[0]) else None
        if holders:
            return last if last is not None and any(last.root is holder for holder in holders) else None
        only = self.roles.introduced(mention) or bodies.only_named(self.syntax, mention)
        return only or offices.last_candidate(self.syntax, mention, spoken) or self._goes_on(mention, last)

    def _goes_on(self, mention: Mention, last: Mention | None) -> Mention | None:
        """The last speaker, if "the woman" may be that one, who has no name."""
        fits = last is not None and anonymous.is_one(last) and mentions.may_be(last, mention.gender)
        return last if fits and anonymous.is_bare(self.syntax, mention) else None

    def _is_open(self, known: Mention) -> bool:
        """Whether it is a pronoun that nobody is known for: "it said"."""
        return known.first is None and self.analysis.upos[known.head] == "PRON"

    def _recent(self, known: list[Mention], number: int) -> list[Mention]:
        """Those of the last mentions that stand near before a source, outside what it says; not whoever quotes it."""
        word, own = self.described[number].head, self.attributions[number].content
        here = self.paragraph[word]
        near = [one for one in known[-12:] if here - NEAR <= self.paragraph[one.head] and one.head < word]
        quoting = self._quotes_it(number)
        return [one for one in near if not holds(own, one.head) and (quoting is None or one.root is not quoting)]

    def _meet(self, person: Mention) -> None:
        """Remember a person by name and by office."""
        self.people.meet(person)
        self._remember(person)

    def _remember(self, mention: Mention) -> None:
        """Keep what it says, unless it only points back, and to nobody that was found."""
        if mention.name or mention.first or mention.among or not mention.definite:
            self.roles.remember(mention)


def _bare(mention: Mention) -> str:
    """What it says without "the": who repeats only that says no more."""
    return mention.span.text.lower().removeprefix("the ")
