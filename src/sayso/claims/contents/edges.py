"""Where a clause begins and ends, told by the words beside it: a tree in doubt cuts in the middle of a phrase.

1. To the right a clause goes on up to a sign, a conjunction with a verb behind it, a word that opens another clause, or
   another finite verb: "secured | the seats that it needed".
2. To the left a noun has all that describes it ("| Three weeks"), a finite verb its subject ("their leaders | directed
   attacks") and a relative clause its noun ("the town, | which lies …").
3. A sentence that ends without a sign, in the middle of a line, is no end ("Jets | Bomb Hama").
4. What a conjunction adds with a finite verb of its own is another clause: "…, and many towns seem empty"; so is what
   a lone dash adds with its own subject.

Words are known by their form as far as possible: where the tree is in doubt, parts of speech are as well.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.contents.sharing import joint_verb
from sayso.claims.grammar.predicates import leads_to
from sayso.claims.grammar.predicates import words as predicate_words
from sayso.claims.grammar.tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sayso.claims.grammar.syntax import Syntax

CONJUNCTIONS = frozenset({"and", "but", "or", "nor"})
FRONTED = frozenset({"after", "before", "as", "since", "until", "till", "than", "if", "unless", "whether", "once"})
"""With those of the vocabulary `opening` they open a clause at the end of what stands before."""
RELATIVE = frozenset({"who", "which", "that", "whose"})
UNFINISHED = frozenset({"who", "which", "that", "whether", "how", "why", "what", "than"})
"""What opens a clause that goes on to its finite verb."""
AS_SOON = (["as", "soon"], ["as", "long"], ["as", "far"])
PARTING = frozenset({",", "--", "—", "–"})
"""Signs between a noun and the clause that is about it."""
LED = frozenset({"after", "before", "because"})
"""What stands before them measures their clause: "just", "three days"."""
MEASURES = frozenset({"just", "only", "less", "more", "than", "few", "several", "some", "barely", "many", "about"})
CONDITIONS = frozenset({"if", "unless", "until", "till", "whether", "than"})
"""Those whose clause belongs to what stands before."""
NOMINATIVE = frozenset({"i", "he", "she", "we", "they", "it", "there"})
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "my", "your", "our"})
OWNERS = frozenset({"'s", "’s", "'", "’"})
DASHES = frozenset({"-", "–"})
GLUE = DASHES | {"/", "$", "€", "£", "%", "#", "&"}
"""Signs that part no phrase; dashes where no space stands before them."""
LONE = DASHES | {"—", "--"}
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
DESCRIBING = frozenset({"DET", "ADJ", "NUM", "PROPN"})
COMPOUND = frozenset({"compound", "amod", "nmod:poss", "nmod:desc", "flat"})
DOUBT = 0.7
"""Arcs that are more certain cut where they cut."""
_NEAR = 20
"""Words from a noun to the clause about it."""
_FARTHEST = 30
"""Words that a clause is widened by: more is another sentence."""


class Edges:
    """The edges of one predicate's clause; `said` are the words of the innermost voice."""

    def __init__(
        self, syntax: Syntax, predicate: int, predicates: Collection[int], said: Collection[int] | None
    ) -> None:
        self._syntax = syntax
        self._predicate = predicate
        self._predicates = predicates
        self._said = said
        self._first, self._end = syntax.analysis.sentences[syntax.sentence[predicate]]

    def widened(self, run: range) -> range:
        """The run with what its edges cut off, without a clause that a conjunction adds."""
        run = range(run.start, self._before_dash(run.start, self._right(run)))
        return self._across(range(self._left(run), self._without_lead(self._added(run))))

    def _without_lead(self, end: int) -> int:
        """Where the run ends without what says how long before or after the next clause: "left | minutes after …"."""
        lower, upos = self._syntax.lower, self._syntax.analysis.upos
        last = end - 1
        if not last > self._predicate or not self._is_within(end) or lower[end] not in LED:
            return end
        if lower[last] in predicate_words("opening", "adverb"):
            return last
        if upos[last] == "PROPN" or self._syntax.analysis.lemmas[last] not in predicate_words("opening", "unit"):
            return end
        while last - 1 > self._predicate and (upos[last - 1] in ("NUM", "DET") or lower[last - 1] in MEASURES):
            last -= 1
        return end if upos[last - 1] in ("ADP", "ADJ") else last

    def has_found_subject(self, run: range, whole: range) -> bool:
        """Whether the run, widened, has a finite verb's subject that it lacked: another verb's is none of it then."""
        return self._lacks_subject(run) and whole.start < run.start

    def _across(self, run: range) -> range:
        """The run with the sentences beside it that nothing parts from it, and in which nothing else is claimed."""
        sentences, number = self._syntax.analysis.sentences, self._syntax.sentence[self._predicate]
        first, end = run.start, run.stop
        before, after = number - 1, number + 1
        while first == sentences[before + 1][0] and before >= 0 and self._goes_on(before, before):
            first, before = sentences[before][0], before - 1
        while end == sentences[after - 1][1] and after < len(sentences) and self._goes_on(after - 1, after):
            end, after = sentences[after][1], after + 1
        return range(first, end)

    def _goes_on(self, number: int, taken: int) -> bool:
        """Whether a sentence ends without a sign and the one after it is of its paragraph; `taken` claims nothing."""
        syntax = self._syntax
        end = syntax.analysis.sentences[number][1]
        if self._is_sign(end - 1) or syntax.paragraph[end - 1] != syntax.paragraph[end]:
            return False
        words = range(*syntax.analysis.sentences[taken])
        idle = not any(word in self._predicates or word in syntax.cued for word in words)
        return idle and (self._said is None or all(word in self._said for word in words))

    def _right(self, run: range) -> int:
        end, embedded = run.stop, self._opens(run.stop - 1) or self._is_unfinished(run)
        if not embedded and (self._is_sign(end - 1) or not self._is_within(end) or self._is_sure(end)):
            return end
        while end - run.stop < _FARTHEST and self._may_take(end, embedded=embedded):
            form = self._syntax.lower[end]
            if form in RELATIVE or form in NOMINATIVE:
                if form in RELATIVE and end == run.stop and not embedded:
                    break
                if form in NOMINATIVE and not embedded and self._opens(run.start):
                    break
                embedded = True
            elif (form in UNFINISHED or self._is_governed(end)) and not embedded:
                embedded = self._has_finite(end + 1)
            elif self._is_finite(end) and not embedded:
                break
            end += 1
        return end

    def _is_unfinished(self, run: range) -> bool:
        """Whether the last clause opened behind the predicate has its verb behind the run: "a state that | she left".

        Of "as soon as they left" and the like nothing but the first words may be in the run.
        """
        lower, upos = self._syntax.lower, self._syntax.analysis.upos
        if not self._predicate < run.stop < self._end or self._is_sign(run.stop - 1):
            return False
        if self._is_measured(run.stop):
            return True
        for word in range(run.stop - 1, self._predicate, -1):
            if self._is_finite(word):
                return False
            if lower[word] in UNFINISHED:
                opens = self._syntax.analysis.relations[word] not in ("det", "fixed") and upos[word] != "DET"
                opens = opens and lower[word : word + 2] != ["that", "long"]
                bare = lower[word + 1] == "to" or upos[word + 1] in ("NUM", "PUNCT")
                return opens and not bare and self._has_finite(run.stop)
        return False

    def _is_measured(self, word: int) -> bool:
        """Whether the second "as" of "as soon as" stands there, with a clause behind it."""
        return (
            self._syntax.lower[word - 2 : word] in AS_SOON
            and self._syntax.lower[word] == "as"
            and self._has_finite(word + 1)
        )

    def _may_take(self, word: int, *, embedded: bool) -> bool:
        """Whether the word may belong to the clause that stands before it, or to one `embedded` in it."""
        if not self._is_within(word, embedded=embedded) or self._is_sign(word):
            return False
        form = self._syntax.lower[word]
        if form in CONJUNCTIONS:
            phrase = self._syntax.analysis.upos[min(word + 1, self._end - 1)] not in ("ADP", "SCONJ")
            return phrase and not self._has_verb(word + 1)
        beside = (
            form in FRONTED and form not in CONDITIONS and (self._is_pronoun(word + 1) or self._has_finite(word + 1))
        )
        beside = (beside and not self._is_measured(word)) or self._syntax.lower[word : word + 2] == ["so", "that"]
        return not beside and (form not in predicate_words("opening", "word") or self._is_governed(word))

    def _is_governed(self, word: int) -> bool:
        """Whether a question stands there as a preposition's object: "a sense of | where they are"."""
        return self._syntax.lower[word] in ("when", "where") and self._syntax.lower[word - 1] in ("of", "for", "about")

    def _is_pronoun(self, word: int) -> bool:
        """Whether a word stands there that can only be a subject: "as | he and his aides arrived"."""
        return word < self._end and self._syntax.lower[word] in NOMINATIVE - {"it"}

    def _is_sure(self, word: int) -> bool:
        """Whether what follows an event noun is known to be none of it: "their visit | on Monday"."""
        return not self._syntax.is_verbal(self._predicate) and self._syntax.analysis.certain[word] > DOUBT

    def _is_within(self, word: int, *, embedded: bool = False) -> bool:
        """Whether the word is of the sentence and said by the same voice; a cue ends what isn't `embedded`."""
        if not self._first <= word < self._end:
            return False
        return (embedded or word not in self._syntax.cued) if self._said is None else word in self._said

    def _is_sign(self, word: int) -> bool:
        """Whether a sign stands there that parts phrases."""
        form = self._syntax.forms[word]
        if not self._syntax.signs[word] or form in OWNERS:
            return False
        return form not in GLUE or (form in DASHES and not self._is_glued(word))

    def _is_glued(self, word: int) -> bool:
        analysis = self._syntax.analysis
        return word > 0 and analysis.starts[word] == analysis.ends[word - 1]

    def _opens(self, word: int) -> bool:
        """Whether a word at the end or start of a clause opens one: "after", "when", "that"."""
        return self._syntax.lower[word] in _openers()

    def _has_verb(self, first: int) -> bool:
        """Whether a verb stands before the next sign or conjunction."""
        return any(self._syntax.analysis.upos[word] in ("VERB", "AUX") for word in self._phrase(first))

    def _has_finite(self, first: int) -> bool:
        """Whether a finite verb does, before another clause opens; two nouns may be the subject ("jets and tanks")."""
        for word in range(first, self._end):
            adds = self._syntax.lower[word] in CONJUNCTIONS
            if self._is_sign(word) or self._opens(word) or (adds and not self._joins_nouns(word)):
                return False
            if self._is_finite(word):
                return True
        return False

    def _joins_nouns(self, conjunction: int) -> bool:
        upos = self._syntax.analysis.upos
        behind = upos[min(conjunction + 1, self._end - 1)]
        return upos[conjunction - 1] in ("NOUN", "PROPN") and behind in NOMINAL | {"DET"}

    def _phrase(self, first: int) -> Iterator[int]:
        """The words up to the next sign or conjunction."""
        for word in range(first, self._end):
            if self._is_sign(word) or self._syntax.lower[word] in CONJUNCTIONS:
                return
            yield word

    def _is_finite(self, word: int) -> bool:
        analysis = self._syntax.analysis
        if word > 0 and self._syntax.lower[word - 1] == "to":
            return False
        if self._syntax.lower[word] in predicate_words("finite", "word"):
            return analysis.upos[word] != "PROPN"  # the month of May
        return analysis.upos[word] in ("VERB", "AUX") and analysis.xpos[word] in FINITE

    def _left(self, run: range) -> int:
        first = run.start
        while first < run.stop - 1 and self._syntax.forms[first] in PARTING:
            first += 1
        first = self.whole_noun(first)
        if self._predicate in run and self._lacks_subject(range(first, run.stop)):
            first = self._subject(first)
        if self._predicate in run and self._syntax.lower[first] in RELATIVE:
            first = self._antecedent(first)
        return first

    def whole_noun(self, first: int) -> int:
        """Where the phrase begins whose middle the clause begins in."""
        while self._syntax.analysis.upos[first] in NOMINAL and self._describes(first - 1):
            joint = self._syntax.lower[first - 1] in OWNERS | DASHES and self._is_within(first - 2)
            first -= 2 if joint else 1
        return first

    def _describes(self, word: int) -> bool:
        """Whether the word belongs to a noun right behind it."""
        if not self._is_within(word) or self._is_sign(word):
            return False
        analysis = self._syntax.analysis
        if self._syntax.lower[word] in OWNERS | DASHES | ARTICLES:
            return True
        describing = analysis.upos[word] in DESCRIBING or analysis.relations[word] in COMPOUND
        return describing and self._syntax.labels[word] != "time"

    def _lacks_subject(self, run: range) -> bool:
        """Whether the clause begins with its finite verb."""
        before = range(run.start, self._predicate + 1)
        upos = self._syntax.analysis.upos
        verbal = all(upos[word] in ("AUX", "ADV", "PART", "VERB") or word == self._predicate for word in before)
        return verbal and any(self._is_finite(word) for word in range(run.start - 1, self._predicate + 1))

    def _subject(self, first: int) -> int:
        """Where the subject begins that stands before a finite verb, or the same word if none does."""
        start = first
        while self._is_within(start - 1) and not self._ends_before(start - 1):
            start -= 1
            if self._syntax.lower[start] in NOMINATIVE or self._syntax.lower[start] in RELATIVE:
                break
        return start

    def _ends_before(self, word: int) -> bool:
        """Whether nothing of a subject stands at or before the word."""
        syntax = self._syntax
        form = syntax.lower[word]
        if self._is_sign(word) or form in CONJUNCTIONS or form in predicate_words("opening", "word"):
            return True
        if syntax.analysis.upos[word] in ("ADP", "SCONJ") and form not in ("of", *RELATIVE):
            return form in FRONTED or syntax.analysis.relations[word] != "case" or not self._may_be_subject(word - 1)
        return syntax.analysis.upos[word] == "VERB" and self._is_finite(word)

    def _may_be_subject(self, noun: int) -> bool:
        """Whether a noun stands there, no verb's object, that what follows may belong to: "parties | in Europe are"."""
        upos, word, relations = self._syntax.analysis.upos, noun, self._syntax.analysis.relations
        while self._is_within(word) and (upos[word] in NOMINAL or relations[word] in ("det", "amod")):
            word -= 1
        free = not self._is_within(word) or self._opens(word) or upos[word] not in ("VERB", "ADP", "AUX")
        return free and self._is_within(noun) and upos[noun] in ("NOUN", "PROPN")

    def _antecedent(self, relative: int) -> int:
        """Where the noun begins that a relative clause is about, or the pronoun if no noun stands before it."""
        noun = relative - 1
        if self._syntax.analysis.relations[relative] == "mark":
            return relative  # "said in Hama | that they left"
        farther = self._told_of(relative)
        if farther is not None:
            return self.whole_noun(farther)
        if self._is_within(noun) and self._syntax.forms[noun] in PARTING:
            noun -= 1
        if not self._is_within(noun) or self._syntax.analysis.upos[noun] not in ("NOUN", "PROPN"):
            return relative
        return self.whole_noun(noun)

    def _told_of(self, relative: int) -> int | None:
        """The noun that the tree gives the relative clause, if only phrases stand between: "a man of Hama, | who"."""
        noun = self._syntax.analysis.heads[self._predicate]
        described = self._syntax.analysis.relations[self._predicate] == "acl:relcl" and 0 <= noun < relative
        if not described or relative - noun > _NEAR or self._syntax.analysis.upos[noun] not in ("NOUN", "PROPN"):
            return None
        between = range(noun, relative)
        clear = not any(self._is_finite(word) or self._opens(word) for word in between)
        return noun if clear and all(self._is_within(word) for word in between) else None

    def _added(self, run: range) -> int:
        """Where the run ends without a clause with a finite verb of its own that a conjunction adds."""
        behind = range(self._predicate + 1, run.stop) if self._predicate in run else range(0)
        if CONJUNCTIONS.isdisjoint(self._syntax.lower[behind.start : behind.stop]):
            return run.stop
        joint = joint_verb(self._syntax, self._predicate) or 0
        for word in behind:
            if word < joint:
                continue
            if self._opens(word):
                break
            if self._syntax.lower[word] in CONJUNCTIONS and self._adds(word):
                return word
        return run.stop

    def _before_dash(self, first: int, end: int) -> int:
        """Where the clause ends without what a lone dash adds with its own subject: "they left - but she stayed"."""
        for word in range(max(first, self._predicate) + 1, end):
            if self._syntax.forms[word] in LONE and self._begins_anew(word, end):
                return word
        return end

    def _begins_anew(self, dash: int, end: int) -> bool:
        forms, lower = self._syntax.forms, self._syntax.lower
        glued = forms[dash] in DASHES and self._is_glued(dash)
        if glued or forms[dash] in forms[dash + 1 : end] or dash + 2 >= end:
            return False
        first = dash + 1 + (lower[dash + 1] in CONJUNCTIONS)
        return lower[first] in NOMINATIVE and self._has_finite(first)

    def _adds(self, conjunction: int) -> bool:
        """Whether a finite verb follows: at once, or after a subject where a comma stands before the conjunction."""
        far = self._syntax.forms[conjunction - 1] == ","
        for word in self._phrase(conjunction + 1):
            if self._is_finite(word):
                return far or self._tells(word)
            if self._opens(word):
                return False
            if not far and self._syntax.analysis.upos[word] not in ("ADV", "AUX"):
                return False
        return False

    def _tells(self, verb: int) -> bool:
        """Whether a finite verb makes a claim of its own, or says one."""
        auxiliary = self._syntax.lower[verb] in predicate_words("finite", "word")
        return auxiliary or verb in self._syntax.cued or leads_to(self._syntax, verb, self._predicates)


@cache
def _openers() -> frozenset[str]:
    """All words that open a clause."""
    return FRONTED | RELATIVE | predicate_words("opening", "word")
