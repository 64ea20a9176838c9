"""What the model's head of arguments says of one event: which words are its actor, recipient, place, time, quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sayso.claims.events import bearers, lexicon, tolls
from sayso.claims.events.arguments import SHARED, firing
from sayso.claims.events.classes import ACTORS, is_actor, is_inert, kinds
from sayso.claims.events.setting import INSIDE
from sayso.claims.grammar import phrases
from sayso.claims.grammar.tags import NOMINAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Range
    from sayso.language.meaning import Meaning

BACKED = 0.03
"""Probability of its part from which a party that the arcs propose is one."""
BODIES = frozenset({"place", "nationality", "organisation"})
BESIDE = frozenset({"appos", "flat", "compound", "nmod:desc"})
"""Relations of a name to another word for whom it names."""
INNER = frozenset({"conj", "nmod", "flat", "compound", "appos"})
AIMED = INSIDE | {"on", "against", "upon"}
"""What introduces whom or what a deed told by a noun hits, or where."""
WHERE = INSIDE - {"at"}
"""What introduces a place and nobody: "shelling in Hama", though "shot at Hama"."""


class Participants:
    """The parts that the words around a word that evokes an event have in it."""

    def __init__(self, syntax: Syntax, meaning: Meaning, word: int, type_: str) -> None:
        self._syntax, self._word, self._type = syntax, word, type_
        self._classes = meaning.classes["argument"]
        known = meaning.arguments.get(word)
        self._first = 0 if known is None else known.first
        self._shares = np.zeros((len(self._classes), 0)) if known is None else np.exp(known.logs)
        self._sentence = syntax.analysis.sentences[syntax.sentence[word]]
        self._best = self._shares.argmax(0).tolist()

    def share(self, part: str, word: int) -> float:
        """The probability that a word has this part, 0 … 1; 0 outside the window that the event stands in."""
        number = word - self._first
        if not 0 <= number < self._shares.shape[1]:
            return 0.0
        return float(self._shares[self._classes.index(part), number])

    def ranges(self, part: str) -> Iterator[Range]:
        """The runs of words in the event's sentence whose best part is this one."""
        wanted, begun = self._classes.index(part), -1
        first, end = self._sentence
        for word in range(first, end + 1):
            here = 0 <= word - self._first < len(self._best) and word < end and self._best[word - self._first] == wanted
            if here and begun < 0:
                begun = word
            elif not here and begun >= 0:
                yield begun, word
                begun = -1

    def parties(self, part: str, proposed: Iterable[int]) -> list[int]:
        """The heads of the phrases with this part: those proposed that the model backs and who is coordinated with
        them, or else its own, or else all that are proposed.
        """
        known = list(proposed)
        backed = {self._first_of(word) for word in known if self.share(part, word) >= BACKED}
        kept = [word for word in known if self._first_of(word) in backed and not self._repeats(word)]
        return kept or list(self.heads(part)) or known

    def _repeats(self, word: int) -> bool:
        """Whether it is a figure in brackets for the one before it: "eleven (11) men"."""
        return self._syntax.analysis.upos[word] == "NUM" and self._syntax.lower[word - 1] == "("

    def _first_of(self, word: int) -> int:
        """The first of those coordinated with the word: "Oman" for "Iran" in "Oman and Iran"."""
        analysis = self._syntax.analysis
        while analysis.relations[word] == "conj":
            word = analysis.heads[word]
        return word

    def heads(self, part: str) -> Iterator[int]:
        """The heads of the phrases in the event's sentence that have this part, each of a coordination by itself."""
        analysis, taken = self._syntax.analysis, 0
        for first, end in self.ranges(part):
            for word in range(first, end):
                inside = first <= analysis.heads[word] < end
                top = analysis.upos[word] in NOMINAL and (not inside or analysis.relations[word] == "conj")
                if top and word >= taken:
                    whole = self._whole(word)
                    if self._may_act(word) and self._may_act(whole) and not self._is_other(part, whole):
                        taken = phrases.bounds(self._syntax, whole)[1]
                        yield whole

    def _whole(self, word: int) -> int:
        """The head of the phrase that a range cuts: "jacks" for "oil pump" in "oil pump jacks"."""
        analysis, head = self._syntax.analysis, self._syntax.analysis.heads[word]
        while analysis.relations[word] == "compound" and word < head and analysis.upos[head] == "NOUN":
            whose = self._syntax.labels[word] in BODIES and is_actor(self._syntax, head)
            if analysis.upos[word] != "NOUN" and not whose:
                break
            word, head = head, analysis.heads[head]
        return word

    def _is_other(self, part: str, word: int) -> bool:
        """Whether the arcs rule out that it has this part, or what it is: a weapon does nothing by itself."""
        if word == self._word:
            return True
        if part != "actor":
            return self._is_apart(word)
        held = kinds(self._syntax, word)
        return self._undergoes(word) or ("weapon" in held and not held & (ACTORS | {"vehicle"}))

    def _undergoes(self, word: int) -> bool:
        """Whether force is used on whom the model takes for who uses it: "men" in "killed men in a raid"."""
        syntax, governor = self._syntax, self._syntax.analysis.heads[self._word]
        if self._type not in SHARED:
            return False
        if self._is_hit_by(word) or word in tolls.dead(syntax, self._word) or word in tolls.fallen(syntax, self._word):
            return True
        hit = self._is_force(governor) and word in syntax.children(governor, "obj", "nsubj:pass")
        return hit or word in syntax.children(self._word, "obj")

    def _is_hit_by(self, word: int) -> bool:
        """Whether it stands in a phrase of a deed's place or target: "the bombings at embassies in Lima"."""
        syntax, analysis = self._syntax, self._syntax.analysis
        if analysis.upos[self._word] == "VERB":
            return False
        if analysis.heads[word] == self._word and bearers.is_victim(syntax, self._word, word):
            return True
        while analysis.relations[word] in INNER and analysis.heads[word] != self._word:
            word = analysis.heads[word]
        return analysis.heads[word] == self._word and syntax.marker(word) in AIMED

    def _is_shot(self, word: int) -> bool:
        """Whether it is what is fired: "ten rounds" in "fired a total of ten rounds"."""
        analysis = self._syntax.analysis
        if self._type != "ASSAULT" or lexicon.lemma(self._syntax, self._word) not in firing():
            return False
        while analysis.relations[word] == "nmod" and self._syntax.marker(word) == "of":
            word = analysis.heads[word]
        fired = analysis.heads[word] == self._word and analysis.relations[word] == "obj"
        return fired and not is_actor(self._syntax, word)

    def _is_force(self, word: int) -> bool:
        if word < 0:
            return False
        known = lexicon.load().verbs.get(self._syntax.analysis.lemmas[word], ())
        return self._syntax.analysis.upos[word] == "VERB" and any(trigger.type == "ASSAULT" for trigger in known)

    def _is_apart(self, word: int) -> bool:
        """Whether it can't be whom the event is directed at by where it stands: in a phrase of place, as who acts in
        what is threatened, or beyond the clause.
        """
        syntax, analysis = self._syntax, self._syntax.analysis
        if self._is_shot(word):
            return True
        first = word
        while analysis.relations[first] == "conj":
            first = analysis.heads[first]
        if syntax.marker(word) in WHERE or (first != word and syntax.marker(first) in WHERE):
            return True
        clause = analysis.heads[first]
        if self._type == "THREATEN" and analysis.relations[first] == "nsubj" and analysis.relations[clause] == "ccomp":
            return analysis.heads[clause] == self._word
        return self._is_beyond(first)

    def _is_beyond(self, word: int) -> bool:
        """Whether it stands in a clause around the event's own, or deep in what is said of an event that is a subject:
        "states which made raids include Oman", "the attack sent a wave of refugees".
        """
        syntax, analysis = self._syntax, self._syntax.analysis
        named = {word}
        while analysis.relations[word] in BESIDE:
            word = analysis.heads[word]
            named.add(word)
        above = {*named, *syntax.ancestors(word)}
        below = self._word
        while below >= 0 and below not in above:
            head, relation = analysis.heads[below], analysis.relations[below]
            if relation == "acl:relcl" and head not in named:
                return True
            if relation == "nsubj" and below == self._word and head in above:
                return analysis.heads[word] != head
            below = head
        return False

    def _may_act(self, word: int) -> bool:
        """Whether it may stand for somebody: no time, no number before a noun, no goods or plans."""
        counts = self._syntax.analysis.relations[word] == "nummod"
        return self._syntax.labels[word] != "time" and not counts and not is_inert(kinds(self._syntax, word))
