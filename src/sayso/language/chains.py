"""Chains: the mentions of an article that mean the same.

The model links mentions within one window. What joins them over the whole article are rules, the surest first, each
over the chains that those before it left (Raghunathan et al. 2010, Lee et al. 2013):

1. the same words, if they are a name, a year, or a phrase such as "the ministry" or "oil";
2. a first or last name and the only person whose full name begins or ends with it;
3. an abbreviation and the only name with these initials;
4. the model's links, save between names that share no word, and between common nouns that differ, unless one depends
   on the other, as an apposition does;
5. "the ministry", "this ministry": the only chain before it with that noun and all else that the phrase says;
6. "I" outside of what others say, and likewise "we": whoever writes;
7. "he", "she" that nothing else leads back: the only person that fits within three sentences.

No rule joins chains that disagree: he and she, he and they, he and the country, persons whose full names differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.language import mentions
from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.language.analysis import Analysis, Named
    from sayso.language.mentions import Mention

NEAR = 3
"""Sentences before its own that "he" and "she" look back over (Lee et al. 2013)."""
GENDERS = ("male", "female")
_MOST = 12
"""Mentions of persons among which "he" and "she" are looked for."""
_BOTH = frozenset(GENDERS)
_NO_PERSON = frozenset({"plural", "thing"})
_SAYING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
"""Parts of speech of words that say which one is meant."""
_THINGS = ("organisation", "place", "facility", "vehicle", "weapon", "nature", "market", "policy", "goods")
"""Classes of nouns that "he" and "she" never stand for."""
_TITLED = ("official", "military", "politician", "expert", "armed_group")
"""Kinds of source whose nouns stand before names as titles."""


def chains(analysis: Analysis) -> list[list[Mention]]:
    """The chains in the order of their first mentions, single ones too, each in the order of its heads. Empty where the
    weights have no head for coreference.
    """
    return _Joiner(analysis).chains() if analysis.meaning is not None else []


class _Joiner:
    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        bounds = zip(analysis.starts, analysis.ends, strict=True)
        self.forms = [analysis.text[start:end].lower() for start, end in bounds]
        self.labelled = _labelled(analysis)
        self.found = mentions.find(analysis, self.forms, self.labelled)
        self.numbers = {mention.head: number for number, mention in enumerate(self.found)}
        self.chain_of = list(range(len(self.found)))
        self.members = [[number] for number in self.chain_of]
        self.pronouns = [self._pronoun(mention) for mention in self.found]
        self.persons = [self._person(mention) for mention in self.found]
        self.traits = [self._traits(number) for number in self.chain_of]
        self.names: list[set[tuple[str, ...]]] = [{name} if name else set() for name in self.persons]

    def chains(self) -> list[list[Mention]]:
        self._same_words()
        self._short_names()
        self._abbreviations()
        self._links()
        self._definite_phrases()
        self._writers()
        self._he_and_she()
        return [[self.found[number] for number in sorted(members)] for members in self.members if members]

    def _join(self, number: int, other: int) -> None:
        """Make one chain of those of two mentions, unless they disagree."""
        kept, lost = sorted((self.chain_of[number], self.chain_of[other]))
        if kept == lost or not self._agree(kept, lost):
            return
        for member in self.members[lost]:
            self.chain_of[member] = kept
        self.members[kept] += self.members[lost]
        self.traits[kept] |= self.traits[lost]
        self.names[kept] |= self.names[lost]
        self.members[lost] = []

    def _agree(self, chain: int, other: int) -> bool:
        traits = self.traits[chain] | self.traits[other]
        if "person" in traits and (traits >= _BOTH or not traits.isdisjoint(_NO_PERSON)):
            return False
        if not self.names[chain] or not self.names[other]:
            return True
        names = self.names[chain] | self.names[other]
        fullest = max(names, key=len)
        return all(set(fullest).issuperset(name) for name in names)

    def _join_only(self, number: int, others: Iterable[int]) -> None:
        """Join a mention with others if all of them are in one chain."""
        found = {self.chain_of[other] for other in others}
        if len(found) == 1:
            self._join(number, found.pop())

    def _links(self) -> None:
        assert self.analysis.meaning is not None
        antecedents = self.analysis.meaning.antecedents
        for number, mention in enumerate(self.found):
            antecedent = self.numbers.get(antecedents[mention.head], number)
            if antecedent < number and self._may_be_same(self.found[antecedent], mention):
                self._join(antecedent, number)

    def _may_be_same(self, first: Mention, second: Mention) -> bool:
        analysis = self.analysis
        if analysis.heads[first.head] == second.head or analysis.heads[second.head] == first.head:
            return True
        kinds = {analysis.upos[first.head], analysis.upos[second.head]}
        if kinds == {"PROPN"}:
            return bool(self._names_in(first) & self._names_in(second))
        return kinds != {"NOUN"} or analysis.lemmas[first.head] == analysis.lemmas[second.head]

    def _names_in(self, mention: Mention) -> set[str]:
        inside = range(mention.first, mention.end)
        return {self.analysis.lemmas[word] for word in inside if self.analysis.upos[word] == "PROPN"}

    def _short_names(self) -> None:
        full: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.persons):
            if len(name) > 1:
                full[name[0]].append(number)
                full[name[-1]].append(number)
        for number, name in enumerate(self.persons):
            if len(name) == 1 and name[0] in full:
                self._join_only(number, full[name[0]])

    def _same_words(self) -> None:
        seen: dict[tuple[str, ...], int] = {}
        for number, mention in enumerate(self.found):
            if self._says_which(mention):
                self._join(seen.setdefault(mention.words, number), number)

    def _says_which(self, mention: Mention) -> bool:
        """Whether the same words mean the same: a name, a year, "the ministry", "oil"; not "officials", "a man"."""
        upos, words = self.analysis.upos[mention.head], mention.words
        if upos == "NUM":
            return words[0].isdigit() and len(words[0]) == len("2018")
        if upos == "NOUN":
            bare = mention.first == mention.head and self.analysis.xpos[mention.head] == "NNS"
            return not bare and words[0] not in _indefinite()
        return upos == "PROPN"

    def _abbreviations(self) -> None:
        by_initials: dict[str, list[int]] = defaultdict(list)
        short: list[tuple[int, str]] = []
        for number, mention in enumerate(self.found):
            if self.analysis.upos[mention.head] == "PROPN":
                form = self.analysis.form(mention.head).replace(".", "")
                if form.isupper() and len(form) > 1:
                    short.append((number, form))
                by_initials[self._initials(mention)].append(number)
        for number, form in short:
            self._join_only(number, by_initials.get(form, ()))

    def _initials(self, mention: Mention) -> str:
        first_letters = (self.analysis.text[self.analysis.starts[word]] for word in range(mention.first, mention.end))
        return "".join(letter for letter in first_letters if letter.isupper())

    def _definite_phrases(self) -> None:
        analysis = self.analysis
        by_noun: dict[tuple[str, bool], list[int]] = defaultdict(list)
        for number, mention in enumerate(self.found):
            if analysis.upos[mention.head] not in ("NOUN", "PROPN"):
                continue
            before = by_noun[analysis.lemmas[mention.head], analysis.xpos[mention.head].endswith("S")]
            if before and self.chain_of[number] == number and self._points_back(mention):
                said = self._said(mention)
                self._join_only(number, [other for other in before if self._fits(self.found[other], mention, said)])
            before.append(number)

    def _points_back(self, mention: Mention) -> bool:
        return self.forms[mention.first] in _words("definite", "determiner")

    def _fits(self, earlier: Mention, later: Mention, said: set[str]) -> bool:
        """Whether an earlier phrase says as much as a later one that doesn't stand in it."""
        return earlier.end <= later.first and said <= self._said(earlier)

    def _said(self, mention: Mention) -> set[str]:
        inside = range(mention.first, mention.end)
        return {self.analysis.lemmas[word] for word in inside if self.analysis.upos[word] in _SAYING}

    def _writers(self) -> None:
        said = {word for one in self.analysis.attributions for part in one.content for word in range(*part)}
        first: dict[str, int] = {}
        for number, pronoun in enumerate(self.pronouns):
            if pronoun in ("speaker", "speakers") and self.found[number].head not in said:
                self._join(first.setdefault(pronoun, number), number)

    def _he_and_she(self) -> None:
        sentence = [number for number, bounds in enumerate(self.analysis.sentences) for _ in range(*bounds)]
        people: list[int] = []
        for number, mention in enumerate(self.found):
            if self.pronouns[number] in GENDERS:
                if self._is_open(number):
                    least = sentence[mention.head] - NEAR
                    near = [other for other in people[-_MOST:] if sentence[self.found[other].head] >= least]
                    self._join_only(number, [other for other in near if self._agree(self.chain_of[other], number)])
                people.append(number)
            elif self.persons[number]:
                people.append(number)

    def _is_open(self, number: int) -> bool:
        """Whether a pronoun is the first of its chain, and the others are pronouns too."""
        chain = self.chain_of[number]
        return chain == number and all(self.pronouns[member] is not None for member in self.members[chain])

    def _pronoun(self, mention: Mention) -> str | None:
        return _pronouns().get(mention.words[0]) if self.analysis.upos[mention.head] == "PRON" else None

    def _person(self, mention: Mention) -> tuple[str, ...]:
        """The name of a person without titles; a last name only where nothing but titles stands before it."""
        named = self.labelled[mention.head]
        if named is None or named.label != "person" or self.analysis.upos[mention.head] != "PROPN":
            return ()
        words = [word for word in range(named.first, named.end) if self.analysis.upos[word] == "PROPN"]
        while words and self._is_title(words[0]):
            del words[0]
        if len(words) == 1 and not all(self._is_title(word) for word in range(mention.first, words[0])):
            return ()
        return tuple(self.forms[word] for word in words)

    def _is_title(self, word: int) -> bool:
        return self.forms[word].rstrip(".") in _titles()

    def _traits(self, number: int) -> frozenset[str]:
        """What the words of a mention say: person, male, female, plural, thing."""
        mention, pronoun = self.found[number], self.pronouns[number]
        if pronoun is not None:
            return frozenset({pronoun, "person"} if pronoun in GENDERS else {pronoun} & {"plural"})
        if self.analysis.xpos[mention.head] in ("NNS", "NNPS") and not self.persons[number]:
            return frozenset({"plural"})
        if self.analysis.upos[mention.head] == "NOUN":
            return _traits_of_noun(self.analysis.lemmas[mention.head])
        if not self.persons[number]:
            return frozenset()
        name, title = self.persons[number][0], self.forms[mention.first]
        said = {gender for gender in GENDERS if name in _words(gender, "name") or title in _words(gender, "title")}
        return frozenset({"person", *said})


def _labelled(analysis: Analysis) -> Sequence[Named | None]:
    """For each word the entity that holds it."""
    labelled: list[Named | None] = [None] * len(analysis.heads)
    for named in analysis.entities:
        labelled[named.first : named.end] = [named] * (named.end - named.first)
    return labelled


@cache
def _traits_of_noun(lemma: str) -> frozenset[str]:
    genders = {gender for gender in GENDERS if lemma in _words(gender, "title")}
    if genders:
        return frozenset({"person", *genders})
    classes = vocabulary.load("noun_classes")
    return frozenset({"thing"} if any(lemma in classes[name].words["nouns"] for name in _THINGS) else ())


@cache
def _words(term: str, use: str) -> frozenset[str]:
    return frozenset(vocabulary.load("references")[term].words[use])


@cache
def _pronouns() -> dict[str, str]:
    kinds = (*GENDERS, "plural", "speaker", "speakers")
    return {form: kind for kind in kinds for form in _words(kind, "pronoun")}


@cache
def _titles() -> frozenset[str]:
    kinds = vocabulary.load("source_kinds")
    listed = (noun for kind in _TITLED for noun in kinds[kind].words["noun"])
    return frozenset(listed).union(*(_words(gender, "title") for gender in GENDERS))


@cache
def _indefinite() -> frozenset[str]:
    return _words("indefinite", "determiner") | _words("plural", "quantity")
