"""An index over one article's arcs, built once and shared by all of this room: who depends on whom, who does what.

Every function takes and returns word numbers. Relations are Universal Dependencies'; `subject` and `patient` follow
the arcs through passives, coordination, control, relative clauses and infinitives.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.grammar import marks
from sayso.claims.grammar.ranges import members
from sayso.claims.grammar.repairs import mended
from sayso.claims.grammar.tags import RELATIVE, SUBJECTS
from sayso.language.analysis import Analysis, Attribution, Named, Range
from sayso.words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "parataxis", "root", "csubj"})
MARKING = frozenset({"mark", "case"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "hardly", "scarcely", "nowhere"})
NOBODY = frozenset({"nobody", "no-one", "nothing", "none", "neither"})
NEGATABLE = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "iobj"})
NEGATING = frozenset({"advmod", "neg", "det", "cc:preconj", "cc", "aux", "aux:pass", "cop"})
LIMITS = frozenset({"because", "only", "just", "merely", "simply", "necessarily"})
"""After "not" they limit a reason or a measure and leave the predicate standing: "not because", "not only"."""
MEASURING = frozenset({("more", "than"), ("fewer", "than"), ("less", "than")})
""""No more than ten", "no fewer than ten": how many, and not that there were none."""
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge"})
ADDRESSING = frozenset({"on", "upon", "to", "with", "for"})
"""What stands before whom a demand is made of: "called on them to leave", "pleaded with them"."""
BLAMED_WITH = frozenset({"of", "with", "for"})
"""What stands before somebody's guilt: "accused of", "charged with", "blamed for"."""
_DEPTH = 24
"""Longest chain of arcs that is followed for a shared subject: real ones are under 6."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """The arcs of one Analysis by head. Made by `index`."""

    analysis: Analysis
    forms: list[str]
    """Each word as it stands in the text."""
    lower: list[str]
    """The same in lower case."""
    dependents: list[list[int]]
    """For each word the words that depend on it, in order of position."""
    subjects: list[int | None]
    """For each word its own subject, if it has one: the first dependent with a relation of SUBJECTS."""
    markers: list[str]
    """For each word what introduces its clause or phrase (`marker`)."""
    signs: list[bool]
    """For each word whether no letter or digit stands in it."""
    sentence: list[int]
    """For each word the number of its sentence."""
    paragraph: list[int]
    """For each word the number of its paragraph."""
    quotations: list[list[Range]]
    """For each paragraph its quotations (`marks`)."""
    labels: list[str]
    """For each word the label of the entity that holds it, or ""."""
    names: list[Named | None]
    """For each word the entity that holds it."""
    cued: dict[int, list[Attribution]]
    """For each word of a cue the model's attributions by that cue."""
    voiced: dict[int, list[Attribution]] = field(default_factory=dict)
    """For each word of a cue all attributions by it, of rules too; empty until they are known (`coding`)."""
    titles: tuple[Range, ...] = ()
    """Where titles and headings stand: their present tense tells what happened."""
    bearers: dict[Range, str | None] = field(default_factory=dict)
    """For each person's name that was asked for, the kind of source that its bearer is (`sources.of_name`)."""

    def child(self, word: int, *relations: str) -> int | None:
        """The first dependent with one of these relations."""
        named = self.analysis.relations
        for dependent in self.dependents[word]:
            if named[dependent] in relations:
                return dependent
        return None

    def children(self, word: int, *relations: str) -> list[int]:
        """Every dependent with one of these relations, in order."""
        named = self.analysis.relations
        return [dependent for dependent in self.dependents[word] if named[dependent] in relations]

    def has(self, word: int, relation: str, lemmas: frozenset[str]) -> bool:
        """Whether a dependent with this relation has one of these lemmas."""
        named, known = self.analysis.relations, self.analysis.lemmas
        for child in self.dependents[word]:  # noqa: SIM110 (`any` takes three times as long)
            if known[child] in lemmas and named[child] == relation:
                return True
        return False

    def marker(self, word: int) -> str:
        """The lemma of the word that introduces a clause ("if", "to", "that") or a phrase ("on", "by"), or ""."""
        return self.markers[word]

    def conjuncts(self, word: int) -> list[int]:
        """The word and those that are coordinated with it, in order: "Russia, Iran and Turkey"."""
        found, position = [word], 0
        while position < len(found):
            found += self.children(found[position], "conj")
            position += 1
        return found

    def ancestors(self, word: int) -> Iterator[int]:
        """The word's head, its head's head, and so on up to the root."""
        heads = self.analysis.heads
        while (word := heads[word]) >= 0:
            yield word

    def subtree(self, word: int) -> list[int]:
        """The word and all that depends on it, in order of position."""
        found, position = [word], 0
        while position < len(found):
            found += self.dependents[found[position]]
            position += 1
        return sorted(found)

    def is_verbal(self, word: int) -> bool:
        """Whether the word is a verb or a predicate with a copula."""
        return self.analysis.upos[word] in ("VERB", "AUX") or self.child(word, "cop") is not None

    def is_passive(self, word: int) -> bool:
        """Whether the verb's subject undergoes it: "was hit", "the convoy hit by …", "was hit and burnt"."""
        analysis = self.analysis
        for _ in range(_DEPTH):
            if self.child(word, "aux:pass", "nsubj:pass", "csubj:pass") is not None:
                return True
            if analysis.xpos[word] != "VBN" or self.child(word, "aux", "nsubj") is not None:
                return False
            if analysis.relations[word] != "conj":
                break
            word = analysis.heads[word]
        return analysis.relations[word] in ("acl", "amod", "advcl", "root", "parataxis", "xcomp")

    def subject(self, word: int) -> int | None:
        """Whoever the verb is said of: its own subject or the one that it shares or that controls it."""
        for _ in range(_DEPTH):
            own = self.subjects[word]
            if own is not None:
                return self._antecedent(word, own)
            head, relation = self.analysis.heads[word], self.analysis.relations[word]
            if head < 0:
                return None
            if relation == "acl" or (relation == "amod" and self.analysis.upos[word] == "VERB"):
                return self._owner(head) if self.marker(word) == "to" and not self._is_addressed(head) else head
            kept_from = relation == "advcl" and self.marker(word) in ("from", "into", "against")
            blamed = relation in ("advcl", "xcomp", "ccomp") and self.is_blamed(head, word)
            blamed = blamed or (relation == "advcl" and self.is_invited(head, word))
            told = relation == "xcomp" or (relation == "ccomp" and self.marker(word) == "to")
            if (told and self.analysis.lemmas[head] not in SUBJECT_CONTROL) or kept_from or blamed:
                controller = self.child(head, "obj", "iobj")
                if controller is not None:
                    return controller
            addressed = self._addressed(head, word)
            if addressed is not None:
                return addressed
            shares = relation == "conj" or relation in ("xcomp", "advcl") or (relation == "ccomp" and self._bare(word))
            if not (shares and self.is_verbal(head)):
                return None
            word = head
        return None

    def patient(self, word: int) -> int | None:
        """Whoever undergoes the verb: its object, the subject of a passive, or what a relative clause is about."""
        if self.is_passive(word):
            return self.subject(word)
        own = self.child(word, "obj")
        if own is not None:
            return self._antecedent(word, own)
        if self.analysis.relations[word] == "acl:relcl" and self._lacks_object(word):
            return self.analysis.heads[word]
        return None

    def agent(self, word: int) -> int | None:
        """Whoever does it: the subject of an active verb, the "by" phrase of a passive."""
        if not self.is_passive(word):
            return self.subject(word)
        for named in self.children(word, "obl:agent", "obl"):
            bare = self.analysis.relations[named] == "obl:agent" and not self.marker(named)
            if (self.marker(named) == "by" or bare) and self.labels[named] != "time":
                return named
        later = [other for other in self.children(word, "conj") if self.is_passive(other)]
        return self.agent(later[0]) if later else None

    def is_negated(self, word: int) -> bool:
        """Whether a negation in its own clause denies the predicate: "not", "never", "no troops", "nobody"."""
        relations = self.analysis.relations
        for child in self.dependents[word]:
            if relations[child] in NEGATABLE:
                denies = relations[child] != "obl" or self._denies(child)
                if denies and self.is_nobody(child) and not self._is_added(word, child):
                    return True
            elif child < word and relations[child] in NEGATING and self._negates(child):
                return True
        return self._shares_negation(word)

    def _is_added(self, word: int, phrase: int) -> bool:
        """Whether it is what a comma adds of those told before: "Nine were brought in, none of them in uniform"."""
        return phrase > word and self.lower[phrase] == "none" and self.forms[phrase - 1] == ","

    def _denies(self, phrase: int) -> bool:
        """ "At no point", "in no way" and "to nobody" deny the verb; "to no avail" and "with no survivors" don't."""
        return self.marker(phrase) in ("at", "in", "under", "by", "") or self.analysis.lemmas[phrase] in NOBODY

    def _shares_negation(self, word: int) -> bool:
        """ "did not attack or shell": a bare second verb under the first one's auxiliary and negation."""
        analysis = self.analysis
        if analysis.relations[word] != "conj" or self.subjects[word] is not None:
            return False
        if self.child(word, "aux", "aux:pass", "mark") is not None:
            return False
        head = analysis.heads[word]
        either = self.has(word, "cc", frozenset({"or", "nor"}))
        negation = self.child(head, "advmod")
        bare = analysis.xpos[word] in ("VB", "VBG")
        within = bare and negation is not None and analysis.lemmas[negation] in NEGATIONS
        return (either or within) and self.is_negated(head)

    def _negates(self, word: int) -> bool:
        lemmas = self.analysis.lemmas
        if self.analysis.relations[word].startswith(("aux", "cop")):
            return lemmas[word].endswith(("n't", "n’t")) or self.forms[word].endswith(("n't", "n’t"))
        return lemmas[word] in NEGATIONS and lemmas[word + 1] not in LIMITS

    def is_nobody(self, word: int) -> bool:
        """Whether the noun stands for nobody: "nobody", "none of them", "no official"."""
        lemmas = self.analysis.lemmas
        if lemmas[word] in NOBODY:
            return True
        denying = [child for child in self.dependents[word] if child < word and lemmas[child] in ("no", "neither")]
        denying = [no for no in denying if (*self.lower[no + 1 : no + 3],) not in MEASURING]
        return any(self.analysis.relations[child] in ("det", "advmod", "cc:preconj") for child in denying)

    def _antecedent(self, word: int, own: int) -> int:
        """What "who" or "which" stands for, or the argument itself."""
        if self.analysis.lemmas[own] not in RELATIVE:
            return own
        relations, clause = self.analysis.relations, word
        while relations[clause] == "conj" or (relations[clause] == "ccomp" and own < self.analysis.heads[clause]):
            clause = self.analysis.heads[clause]
        return self.analysis.heads[clause] if relations[clause] == "acl:relcl" else own

    def _lacks_object(self, word: int) -> bool:
        subject = self.subjects[word]
        return subject is not None and self.analysis.lemmas[subject] not in RELATIVE

    def _owner(self, noun: int) -> int | None:
        """Whose plan it is: "Turkey's plan to …", "a plan by Turkey to …", "Turkey made a plan to …"."""
        owner = self.child(noun, "nmod:poss")
        if owner is not None:
            return owner
        by = [child for child in self.children(noun, "nmod") if self.marker(child) in ("by", "of")]
        if by:
            return by[0]
        head = self.analysis.heads[noun]
        return self.subjects[head] if head >= 0 and self.analysis.upos[head] == "VERB" else None

    def _addressed(self, head: int, word: int) -> int | None:
        """Whom a demand with a preposition is made of: "states" in "called on states to act"."""
        if self.markers[word] != "to" or self.analysis.relations[word] not in ("xcomp", "advcl"):
            return None
        between = (
            child for child in self.children(head, "obl") if head < child < word and self.labels[child] != "time"
        )
        return next((child for child in between if self._is_addressed(child)), None)

    def is_blamed(self, verb: int, gerund: int) -> bool:
        """Whether what its object has done stands under the verb: "accused him of lying", "charged him with theft"."""
        known = _accusing() if self.markers[gerund] in BLAMED_WITH and self.analysis.xpos[gerund] != "VB" else None
        return known is not None and self.analysis.lemmas[verb] in known and self.child(verb, "obj") is not None

    def is_invited(self, verb: int, infinitive: int) -> bool:
        """Whether its object is to do what the infinitive says: "invited them to sit", though it seems to tell why."""
        whom = self.child(verb, "obj")
        demanded = self.markers[infinitive] == "to" and self.analysis.lemmas[verb] in _ordering()
        return demanded and whom is not None and verb < whom < infinitive

    def _is_addressed(self, noun: int) -> bool:
        """Whether a verb of demand governs the noun through one of those prepositions."""
        verb = self.analysis.heads[noun]
        if verb < 0 or self.analysis.lemmas[verb] not in _demands():
            return False
        particles = self.children(verb, "compound:prt")
        return self.markers[noun] in ADDRESSING or any(self.lower[word] in ADDRESSING for word in particles)

    def _bare(self, word: int) -> bool:
        return self.marker(word) in ("", "to") and self.analysis.xpos[word] in ("VBG", "VB")


@cache
def _accusing() -> frozenset[str]:
    """Verbs that somebody is charged with something by."""
    return frozenset(vocabulary.load("stances")["accuses"].words["cue"])


@cache
def _ordering() -> frozenset[str]:
    """Verbs whose object is somebody who is to do something."""
    return frozenset(vocabulary.load("predicates")["reporting"].words["order"])


@cache
def _demands() -> frozenset[str]:
    """Verbs that somebody is told something by."""
    return frozenset(vocabulary.load("signatures")["demanded"].words["verbs"])


def index(analysis: Analysis, titles: Iterable[Range] = ()) -> Syntax:
    """The index of one article, its trees mended (`repairs`); `titles` are the words of its titles.

    Costs a few microseconds a word.
    """
    analysis, dependents = mended(analysis)
    forms = [analysis.text[start:end] for start, end in zip(analysis.starts, analysis.ends, strict=True)]
    labels, names = _entities(analysis)
    return Syntax(
        analysis,
        forms,
        [form.lower() for form in forms],
        dependents,
        _subjects(analysis),
        _markers(analysis),
        [not form.isalnum() and not any(map(str.isalnum, form)) for form in forms],
        _numbers(analysis.sentences),
        _numbers(analysis.paragraphs),
        [marks.quotations(analysis, *words) for words in analysis.paragraphs],
        labels,
        names,
        by_cue(analysis.attributions),
        titles=tuple(titles),
    )


def _subjects(analysis: Analysis) -> list[int | None]:
    """For each word the first of its subjects."""
    found: list[int | None] = [None] * len(analysis.heads)
    for word, relation in enumerate(analysis.relations):
        head = analysis.heads[word]
        if relation in SUBJECTS and head >= 0 and found[head] is None:
            found[head] = word
    return found


def _markers(analysis: Analysis) -> list[str]:
    """For each word the lemma of the first mark or preposition before it, or ""."""
    found = [""] * len(analysis.heads)
    for word, relation in enumerate(analysis.relations):
        head = analysis.heads[word]
        if relation in MARKING and word < head and not found[head]:
            found[head] = analysis.lemmas[word]
    return found


def _numbers(parts: Iterable[Range]) -> list[int]:
    """For each word the number of the part that it stands in."""
    return [number for number, (first, end) in enumerate(parts) for _ in range(first, end)]


def _entities(analysis: Analysis) -> tuple[list[str], list[Named | None]]:
    """For each word the label of its entity, and the entity."""
    labels = [""] * len(analysis.heads)
    names: list[Named | None] = [None] * len(analysis.heads)
    for entity in analysis.entities:
        for word in range(entity.first, entity.end):
            labels[word], names[word] = entity.label, entity
    return labels, names


def by_cue(attributions: Iterable[Attribution]) -> dict[int, list[Attribution]]:
    """For each word of a cue the attributions by that cue."""
    found: dict[int, list[Attribution]] = {}
    for known in attributions:
        for word in members(known.cue):
            found.setdefault(word, []).append(known)
    return found
