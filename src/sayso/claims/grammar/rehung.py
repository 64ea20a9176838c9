"""Clauses that the tree hangs on the wrong word, where English leaves no doubt about the right one.

- A second clause has the noun before its verb for its subject: "No flags fly and no signs | hang".
- Verbs listed behind a relative clause, and unlike the passive before it, go on with it: "was cut in the blast, which
  damaged a bank, shattered windows and toppled a wall".
- A participle that describes a noun at the end of a list is none of the verbs: "saw discontent, and mounting claims".
- A tensed verb is said of the list before it, not of the last of its members alone: "Karim, his aunt and a son left".
- An adverb that a comma ends is of the clause before it: "since they left so long, | she stayed".
- A question about a measure has one predicate: "how close | the gun | was to the house".
- "Which" is no person that "who" is said of: "a man who owns a shop, which sells bread".
- A bare noun that "and" adds to a verb is another object: "hit a truck and | a depot".
- What "and" adds without a preposition is coordinated with the phrase before: "clashes between the army | and rebels".
- What kills is the attack, and not where it happened: "bombings of shops last year that killed nine".
- Who stands before "she said" has the verb behind it: "Karim, she said, | left", "Karim, who she said | left".
- What a relative clause is about is the infinitive's: "the plan that we need | to draft".
- "That" as a subject stands for the object before it: "did all | that was needed".
- "All but" is an adverb: "has all but | abandoned the plan".
- "Because" opens a clause, and its noun has that clause's verb: "because talks about the town | had failed".
- A finite verb with a subject describes no noun in front of it: "[Photo: | Troops stand guard]".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.claims.grammar.predicates import words
from sayso.claims.grammar.tags import FILLED, FINITE, NOUNS, RELATIVE, TENSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.language.analysis import Analysis

LISTED = frozenset({"conj", "nmod", "appos"})
OPENING = frozenset({"mark", "case"})
PREDICATED = ("cop", "case", "mark", "aux", "nsubj", "nsubj:pass", "obj", "obl", "advcl", "expl", "ccomp", "xcomp")
"""Dependents of a noun that stands for a clause or has a phrase of its own."""
BESIDE = frozenset({"advcl", "parataxis"})
NOMINAL = NOUNS | {"PRON"}
TAKEN = frozenset({"nsubj", "nsubj:pass", "obj", "ccomp"})
"""What the tree makes of a subject that it gives to another verb."""
PARTING = frozenset({",", '"', "”", "''"})
_CLIMB = 5
"""Nouns above one that are followed."""


class Tree:
    """The arcs of an analysis, to be hung anew."""

    def __init__(self, analysis: Analysis, below: Sequence[Sequence[int]]) -> None:
        self.heads, self.relations = list(analysis.heads), list(analysis.relations)
        self.changed = False
        self._analysis = analysis
        self._below = below

    def mend(self) -> None:
        """Hang every verb anew that is one of those cases; costs one look at most words."""
        for word, (upos, relation) in enumerate(zip(self._analysis.upos, self._analysis.relations, strict=True)):
            if upos == "VERB":
                self._verb(word, relation)
            if relation == "ccomp":
                self._clause(word, upos)
            elif relation == "nmod" and upos != "VERB" and self._below[word]:
                self._second(word)
            elif relation == "conj" and upos in NOUNS:
                self._object(word)

    def _clause(self, word: int, upos: str) -> None:
        if upos != "VERB":
            self._question(word)
        self._relative(word)
        self._interrupted(word)
        self._because(word)

    def _verb(self, word: int, relation: str) -> None:
        if len(self._below[word]) > 1:
            self._adverb(word)
        if relation == "conj":
            self._all_but(word)
            if not (self._own_subject(word) or self._one_of_a_relative(word)):
                self._describing(word)
        elif relation in BESIDE:
            self._own_subject(word)
        elif relation == "xcomp":
            self._gap(word)
        elif relation == "appos":
            self._caption(word)
        elif relation == "acl":
            self._said_of_list(word)
        elif relation == "acl:relcl":
            self._toll(word)
            self._no_person(word)

    def _hang(self, word: int, head: int, relation: str) -> None:
        """Hang a word on another, unless that one hangs below it."""
        above = head
        for _ in self.heads:
            if above in (word, -1):
                break
            above = self.heads[above]
        if above < 0:
            self.heads[word], self.relations[word] = head, relation
            self.changed = True

    def _has(self, word: int, *relations: str) -> bool:
        return self._child(word, *relations) is not None

    def _child(self, word: int, *relations: str) -> int | None:
        for child in self._below[word]:
            if self._analysis.relations[child] in relations:
                return child
        return None

    def _edges(self, word: int) -> tuple[int, int]:
        """The first and last word of what hangs together under a word."""
        found = [word]
        for below in found:
            found += self._below[below]
        return min(found), max(found)

    def _own_subject(self, verb: int) -> bool:
        """Hang the noun before a second verb on it, where the tree coordinates it with the first verb or its nouns."""
        analysis, head = self._analysis, self._analysis.heads[verb]
        if not 0 <= head < verb or analysis.upos[head] != "VERB" or self._has(verb, *FILLED, *OPENING, "cc"):
            return False
        noun = self._coordinated_before(verb, head)
        if noun is None:
            return False
        finite = analysis.xpos[verb] in TENSED or self._has(verb, "aux", "aux:pass")
        direct = analysis.heads[noun] == head
        if not (finite if analysis.xpos[verb] != "VBN" else finite or (direct and self._is_passive(head))):
            return False
        if not direct and (analysis.relations[verb] != "conj" or analysis.form(noun).lower() != "those"):
            return False
        joint = self._below[noun][0]
        passive = analysis.xpos[verb] == "VBN" and (self._has(verb, "aux:pass") or not self._has(verb, "aux"))
        relation = "nsubj:pass" if passive else "nsubj"
        self._hang(noun, verb, relation)
        self._hang(joint, verb, "cc")
        self._hang(verb, head, "conj")
        return True

    def _coordinated_before(self, verb: int, head: int) -> int | None:
        """The noun right before a verb's own words that a conjunction adds to something behind `head`."""
        analysis, noun = self._analysis, min([verb, *self._below[verb]]) - 1
        last = noun
        for _ in range(_CLIMB):
            if noun <= head:
                break
            named = analysis.upos[noun] in NOUNS or analysis.form(noun).lower() == "those"
            joint = self._child(noun, "cc")
            if analysis.relations[noun] == "conj" and named and joint is not None:
                bare = not self._has(noun, "case", "cop")
                return noun if bare and self._edges(noun) == (joint, last) else None
            noun = analysis.heads[noun]
        return None

    def _second(self, noun: int) -> None:
        """Coordinate a noun that a conjunction and no preposition opens with the phrase before it of the same head."""
        if self._analysis.relations[self._below[noun][0]] != "cc" or self._has(noun, "case"):
            return
        head = self._analysis.heads[noun]
        beside = [child for child in self._below[head] if head < child < noun and self._has(child, "case")]
        if beside and self._analysis.relations[beside[-1]] == "nmod":
            self._hang(noun, beside[-1], "conj")

    def _object(self, noun: int) -> None:
        """Coordinate a bare noun that the tree adds to a verb with its object: "hit a truck and | a depot"."""
        verb = self._analysis.heads[noun]
        if self._analysis.upos[verb] != "VERB" or not self._has(noun, "cc") or self._has(noun, *PREDICATED):
            return
        objects = [child for child in self._below[verb] if self._analysis.relations[child] == "obj"]
        if len(objects) == 1 and verb < objects[0] < noun:
            self._hang(noun, objects[0], "conj")

    def _question(self, noun: int) -> None:
        """Make one question of "how close | the gun | was to the house", which the tree parts at its verb."""
        analysis, head = self._analysis, self._analysis.heads[noun]
        copula = self._child(noun, "cop")
        if copula is None or head < 0 or self._has(noun, *FILLED, "mark"):
            return
        for other in self._below[head]:
            if other >= noun:
                return
            asked = analysis.relations[other] == "ccomp" and analysis.upos[other] in ("ADJ", "ADV")
            if asked and self._has(other, "nsubj") and self._edges(other)[1] == copula - 1:
                self._hang(copula, other, "cop")
                self._hang(noun, other, "obl")
                return

    def _is_passive(self, verb: int) -> bool:
        return self._has(verb, "aux:pass")

    def _one_of_a_relative(self, verb: int) -> bool:
        """Hang an active verb behind a relative clause on it, if it is coordinated with a passive before it."""
        analysis, head = self._analysis, self._analysis.heads[verb]
        if analysis.relations[verb] != "conj" or analysis.xpos[verb] not in TENSED or not 0 <= head < verb:
            return False
        if not self._is_passive(head) or not self._has(verb, "obj") or self._has(verb, "aux", "aux:pass", *FILLED):
            return False
        if analysis.form(min([verb, *self._below[verb]]) - 1) != "," or self._has(verb, "cc"):
            return False
        if not self._has(verb, "conj"):
            return False
        for other in range(verb - 1, head, -1):
            if analysis.relations[other] == "acl:relcl" and analysis.xpos[other] == analysis.xpos[verb]:
                subject = self._child(other, "nsubj")
                if subject is not None and analysis.xpos[subject] in ("WDT", "WP"):
                    self._hang(verb, other, "conj")
                    return True
        return False

    def _adverb(self, verb: int) -> None:
        """Hang an adverb on the clause right before it that a comma ends: "since they left so long, | she stayed"."""
        analysis, relations = self._analysis, self._analysis.relations
        for clause, adverb in pairwise(self._below[verb]):
            if adverb >= verb:
                break
            if relations[clause] != "advcl" or relations[adverb] != "advmod":
                continue
            first, last = self._edges(adverb)
            if analysis.form(adverb + 1) == "," and first == self._edges(clause)[1] + 1 and last <= adverb + 1:
                self._hang(adverb, clause, "advmod")

    def _describing(self, word: int) -> None:
        """Make a participle that the tree coordinates with a verb describe the noun behind it, the last of a list."""
        analysis, head = self._analysis, self._analysis.heads[word]
        if analysis.relations[word] != "conj" or analysis.xpos[word] != "VBG" or not 0 <= head < word:
            return
        noun, joint, first = self._child(word, "obj"), self._child(word, "cc"), self._child(head, "obj")
        if noun is None or joint is None or first is None or not self._has(first, "conj") or first > joint:
            return
        if analysis.xpos[head] == "VBG" or analysis.form(joint - 1) != "," or joint + 1 != word:
            return
        if self._edges(noun)[0] != word + 1 or self._has(noun, "det", "nmod:poss", "case"):
            return
        if any(analysis.upos[between] not in ("ADJ", "NOUN", "PROPN") for between in range(word + 1, noun + 1)):
            return
        for child in self._below[word]:
            if child != noun and child != joint:
                self._hang(child, noun, "nmod" if analysis.relations[child] == "obl" else analysis.relations[child])
        self._hang(noun, first, "conj")
        self._hang(word, noun, "amod")
        self._hang(joint, noun, "cc")

    def _said_of_list(self, verb: int) -> None:
        """Make a tensed verb the sentence's own whose noun ends a list that the sentence begins with."""
        analysis, noun = self._analysis, self._analysis.heads[verb]
        if analysis.xpos[verb] not in TENSED or self._has(verb, *FILLED, "mark") or not 0 <= noun < verb:
            return
        first = analysis.heads[noun]
        if analysis.relations[noun] != "conj" or first < 0 or analysis.relations[first] != "root":
            return
        if analysis.upos[first] not in NOUNS or self._has(first, "cop", *FILLED, "case"):
            return
        if not self._has(verb, "xcomp", "ccomp", "obj"):
            return
        self._hang(verb, -1, "root")
        self._hang(first, verb, "nsubj")

    def _toll(self, verb: int) -> None:
        """Hang the relative clause of what killed or hurt somebody on the event, if it hangs on that event's place."""
        analysis, noun = self._analysis, self._analysis.heads[verb]
        if analysis.lemmas[verb] not in words("toll", "verb") or not 0 <= noun < verb or not self._has(verb, "obj"):
            return
        subject = self._child(verb, "nsubj")
        if subject is None or analysis.lemmas[subject] not in ("that", "which"):
            return
        nearest = subject - 1 - (analysis.form(subject - 1) == ",")
        if noun < nearest and analysis.lemmas[nearest] in words("toll", "noun"):
            noun = nearest
        for _ in range(_CLIMB):
            if analysis.lemmas[noun] in words("toll", "noun"):
                self._hang(verb, noun, "acl:relcl")
                return
            if analysis.relations[noun] not in LISTED or analysis.heads[noun] < 0:
                return
            noun = analysis.heads[noun]

    def _interrupted(self, word: int) -> None:
        """Give a finite clause the subject that its speaker stands behind: "Karim, she said, | left"."""
        analysis, verb = self._analysis, self._analysis.heads[word]
        if not 0 <= verb < word or self._has(word, *FILLED, "mark") or not self._is_finite(word):
            return
        before = [other for other in self._below[verb] if other < verb and analysis.relations[other] in TAKEN]
        if len(before) < 2:
            return
        subject, speaker = before[0], before[-1]
        if analysis.relations[speaker] != "nsubj" or analysis.upos[subject] not in NOMINAL:
            return
        relative = analysis.lemmas[subject] in RELATIVE and analysis.relations[verb] == "acl:relcl"
        parted = analysis.form(self._edges(speaker)[0] - 1) in PARTING
        if (parted or relative) and not self._has(subject, "case", "cop"):
            self._hang(subject, word, "nsubj:pass" if self._is_passive(word) else "nsubj")

    def _relative(self, word: int) -> None:
        """Hang a clause on the object that its relative pronoun stands for: "did all | that was needed"."""
        analysis, pronoun = self._analysis, self._child(word, "nsubj", "nsubj:pass")
        if pronoun is None or not self.heads[word] < pronoun or analysis.xpos[pronoun] not in ("WDT", "WP"):
            return
        set_off = analysis.form(pronoun - 1) == ","
        if analysis.lemmas[pronoun] != "that" and not (set_off and analysis.lemmas[pronoun] == "who"):
            return
        whom = self._child(self.heads[word], "obj", "iobj")
        if whom is not None and self._edges(whom)[1] < pronoun:
            self._hang(word, whom, "acl:relcl")

    def _is_finite(self, word: int) -> bool:
        """Whether a form that only a clause with a subject has stands there or is an auxiliary of the word."""
        own = [child for child in self._below[word] if self._analysis.relations[child] in ("aux", "aux:pass", "cop")]
        return self._analysis.xpos[own[0] if own else word] in FINITE

    def _gap(self, verb: int) -> None:
        """Make what a relative clause is about the infinitive's object: "the plan that we need | to draft"."""
        analysis, head = self._analysis, self._analysis.heads[verb]
        pronoun = self._child(head, "obj")
        if pronoun is None or not pronoun < head < verb or analysis.lemmas[pronoun] not in RELATIVE - {"who", "whom"}:
            return
        modifying = analysis.relations[head] == "acl:relcl" and analysis.lemmas[head] in words("modifying", "verb")
        if modifying and analysis.xpos[verb] == "VB" and not self._has(verb, "obj", *FILLED):
            self._hang(pronoun, verb, "obj")

    def _caption(self, verb: int) -> None:
        """Set a clause beside the noun that it seems to describe: "[Photo: | Troops stand guard]"."""
        if self._analysis.xpos[verb] in TENSED and self._has(verb, "nsubj", "nsubj:pass"):
            self._hang(verb, self._analysis.heads[verb], "parataxis")

    def _all_but(self, verb: int) -> None:
        """Make a verb the clause's own that the tree coordinates with "all": "has all | but abandoned the plan"."""
        analysis, every = self._analysis, self._analysis.heads[verb]
        if every != verb - 2 or [analysis.form(word).lower() for word in (every, every + 1)] != ["all", "but"]:
            return
        if not self._has(every, "aux", "aux:pass", "cop"):
            return
        self._hang(verb, analysis.heads[every], analysis.relations[every])
        for child in self._below[every]:
            if child != verb:
                self._hang(child, verb, analysis.relations[child])
        self._hang(every, verb, "advmod")
        self._hang(verb - 1, every, "fixed")

    def _because(self, verb: int) -> None:
        """Make a clause of "because" with the verb that has no subject: "because talks about the town | had failed"."""
        analysis, first = self._analysis, self._analysis.heads[verb]
        if first < 0 or not self._is_finite(verb) or self._has(verb, *FILLED, "mark"):
            return
        for word in range(verb - 1, first, -1):
            noun = analysis.heads[word]
            if analysis.lemmas[word] != "because" or analysis.relations[word] != "case" or not word < noun < verb:
                continue
            if analysis.form(word + 1) != "of" and analysis.relations[noun] == "obl":
                self._hang(verb, analysis.heads[noun], "advcl")
                self._hang(noun, verb, "nsubj:pass" if self._is_passive(verb) else "nsubj")
                self._hang(word, verb, "mark")
            return

    def _no_person(self, verb: int) -> None:
        """Hang a clause with "which" on the noun right before it, if the tree says it of somebody with "who"."""
        analysis, whom = self._analysis, self._analysis.heads[verb]
        which = self._child(verb, "nsubj", "nsubj:pass")
        if which is None or whom < 0 or analysis.lemmas[which] != "which" or self.heads[verb] != whom:
            return
        others = (child for child in self._below[whom] if child < verb and analysis.relations[child] == "acl:relcl")
        if not any(analysis.lemmas[below] == "who" for other in others for below in self._below[other]):
            return
        noun = which - 1 - (analysis.form(which - 1) == ",")
        plural = analysis.xpos[verb] == "VBP"
        for _ in range(_CLIMB):
            if analysis.relations[noun] not in ("flat", "appos", "conj" if plural else "flat"):
                break
            noun = analysis.heads[noun]
        if whom < noun < which and analysis.upos[noun] in NOUNS:
            self._hang(verb, noun, "acl:relcl")
