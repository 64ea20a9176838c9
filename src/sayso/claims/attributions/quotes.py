"""Quotations that go beyond the sentence that introduces them, and headlines: attributions that layout decides.

The model reads a paragraph at a time. Where a quotation crosses paragraphs, layout and quotation marks say whose it is:

1. a line introduces it: the paragraph ends with a colon, or the next one is marked as a block quote;
2. it goes on: the paragraph before ended inside a quotation, and this one opens with a mark;
3. it stands alone: a paragraph all in quotation marks right after a quotation of the same speaker;
4. it has no marks: the paragraph after a line that ends with a colon, and those after it while they have no speaker of
   their own and say "we" or "I" or the line leaves no doubt (`introducing`); or the rest of a paragraph that begins
   with "Hasan said:", and those after it that say "we" or "I";
5. it is signed: a paragraph in quotation marks, then a dash and a name; or a post with a dash and its author's account;
6. it is a turn of a transcript (`turns`).

Headlines put a source before a colon ("Ankara: …") or after one (": monitor").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sayso.claims.attributions import gaps, introducing, turns
from sayso.claims.attributions.silence import silenced
from sayso.claims.grammar import cue_words, marks
from sayso.claims.grammar.marks import OPENING
from sayso.claims.grammar.predicates import words as predicate_words
from sayso.claims.sources import kinds, known_names
from sayso.claims.sources.mentions import words as reference_words
from sayso.language.analysis import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Range
    from sayso.words.records import Article

CERTAINTY = {
    "introduced": 0.9,
    "goes on": 0.95,
    "alone": 0.75,
    "unmarked": 0.7,
    "spoken": 0.7,
    "headline": 0.8,
    "signed": 0.9,
}
"""What becomes of an attribution's confidence where layout extends it; estimates, to be calibrated with the rest."""
DASHES = frozenset({"–", "—", "―", "-", "--", "~"})
_SIGNATURE = 10
"""More words than a signature has with its dash, and fewer than a signed quotation has."""
_HEADLINE_SOURCE = 5
"""Most words of a source before or after a headline's colon."""
_OPENING = 25
"""Words of a paragraph in which the colon of "Hasan said:" is looked for."""
_AHEAD = 3
"""Paragraphs of an unmarked quotation in which its "we" is looked for."""


class Running(NamedTuple):
    """The attribution whose quotation may go on in the next paragraph, and why."""

    attribution: Attribution
    why: str


def complete(article: Article, syntax: Syntax) -> list[Attribution]:
    """The model's attributions, without labels that are no quotation, with those that layout adds; by cue."""
    return _Reader(article, syntax).read()


class _Reader:
    def __init__(self, article: Article, syntax: Syntax) -> None:
        self.syntax = syntax
        self.analysis = syntax.analysis
        self.kinds = [paragraph.kind for paragraph in article.paragraphs]
        self.found = gaps.fill(syntax, [silenced(syntax, known) for known in self.analysis.attributions])
        self.here: list[list[Attribution]] = [[] for _ in self.analysis.paragraphs]
        for known in self.found:
            for number in {syntax.paragraph[first] for first, _ in (*known.cue, *known.content)}:
                self.here[number].append(known)

    def read(self) -> list[Attribution]:
        running: Running | None = None
        taken = self._turns()
        for number, (first, end) in enumerate(self.analysis.paragraphs):
            kind = self.kinds[number] if number < len(self.kinds) else "text"
            if first == end or kind == "byline":
                continue
            if number in taken:
                running = None
                continue
            if kind == "title":
                self.found += self._headline(number)
                continue
            signed = self._signed(number)
            if signed is not None:
                self.found.append(signed)
                self.here[number].append(signed)
            extended = self._extended(number, running)
            if extended is not None:
                self.found.append(extended)
                self.here[number].append(extended)
            spoken = self._spoken(number) if extended is None else None
            running = spoken or self._running(number, running if extended is not None else None)
        return sorted(self.found, key=lambda known: (known.cue, known.content))

    def _turns(self) -> set[int]:
        """Adds the turns of a transcript, in place of what the model made of their names; their paragraphs."""
        taken: set[int] = set()
        for turn in turns.find(self.analysis, self.kinds):
            inside = [known for number in turn.paragraphs for known in self.here[number]]
            names = [known for known in inside if _touches((turn.name[0], turn.name[1] + 1), known)]
            self.found = [known for known in self.found if not any(known is name for name in names)]
            self.found.append(turn.attribution(self.analysis))
            taken |= set(turn.paragraphs)
        return taken

    def _spoken(self, number: int) -> Running | None:
        """Takes "Hasan said: We …", without quotation marks, to the end of the paragraph or to who speaks up next."""
        first, end = self.analysis.paragraphs[number]
        colon = self._speech_colon(first, end)
        known = None if colon is None else self._telling(number, first, colon)
        if colon is None or known is None:
            return None
        others = [other for other in self.here[number] if other is not known and other.cue and self._speaks_up(other)]
        cues = [other.cue[0][0] for other in others if other.cue[0][0] > colon]
        stop = min((self.analysis.sentences[self.syntax.sentence[cue]][0] for cue in cues), default=end)
        stop = stop if stop > colon + 1 else end
        sure = (known.content_confidence or known.cue_confidence) * CERTAINTY["spoken"]
        whole = replace(known, content=((colon + 1, stop),), content_confidence=sure)
        self.found = [whole if other is known else other for other in self.found]
        if known not in self.here[number]:
            self.found.append(whole)
        return Running(whole, "spoken") if stop == end else None

    def _speech_colon(self, first: int, end: int) -> int | None:
        """The colon of a paragraph's first sentences with a capital and no quotation mark behind it."""
        forms = self.syntax.forms[first:end]
        if ":" not in forms[1:-2][: _OPENING - 1]:
            return None
        colon = forms.index(":", 1)
        return first + colon if forms[colon + 1][0].isupper() and OPENING.isdisjoint(forms) else None

    def _telling(self, number: int, first: int, colon: int) -> Attribution | None:
        """Whoever says what follows the colon, where nothing is said before it."""
        before = [known for known in self.here[number] if known.cue and first <= known.cue[0][0] < colon]
        if any(part[0] < colon for known in before for part in known.content):
            return None
        known = before[-1] if before else introducing.by_syntax(self.syntax, first, colon)
        if known is None or not known.source or not known.cue:
            return None
        lemma = self.analysis.lemmas[cue_words.head_word(self.analysis, known.cue)]
        return known if lemma in predicate_words("speech", "verb") else None

    def _signed(self, number: int) -> Attribution | None:
        """ "“…” — Hasan, farmer": a quotation from the paragraph's start, then a dash and a few words; or a post."""
        forms, (first, end) = self.syntax.forms, self.analysis.paragraphs[number]
        if forms[first] not in OPENING:
            return self._posted(first, end)
        stop = self.syntax.quotations[number][0][1]
        if not (stop < end - 1 and forms[stop] in DASHES and end - stop <= _SIGNATURE and stop - first > _SIGNATURE):
            return None
        if any(upos in ("VERB", "AUX") for upos in self.analysis.upos[stop:end]):
            return None
        sure = CERTAINTY["signed"]
        return Attribution(((stop, stop + 1),), ((stop + 1, end),), ((first, stop),), sure, sure, sure)

    def _posted(self, first: int, end: int) -> Attribution | None:
        """ "… — Hasan (@hasan) 3 May 2016": an embedded post, up to the dash before its author's account."""
        forms = self.syntax.forms
        at = next((word for word in range(first, end) if forms[word].startswith("@") and forms[word - 1] == "("), first)
        dash = next((word for word in range(at, max(at - _SIGNATURE, first), -1) if forms[word] in DASHES), first)
        if dash <= first or dash + 1 >= at - 1:
            return None
        sure = CERTAINTY["signed"]
        return Attribution(((dash, dash + 1),), ((dash + 1, at - 1),), ((first, dash),), sure, sure, sure)

    def _extended(self, number: int, running: Running | None) -> Attribution | None:
        """What the running attribution says in this paragraph."""
        if running is None:
            return None
        first, end = self.analysis.paragraphs[number]
        why = running.why
        if self.kinds[number] != "quote" and self.syntax.forms[first] not in OPENING:
            if not self._is_unmarked(number, running):
                return None
            why = "spoken" if running.why == "spoken" else "unmarked"
        elif self.kinds[number] != "quote":
            end = self.syntax.quotations[number][0][1]
            if running.why == "alone" and end < self.analysis.paragraphs[number][1]:
                return None
        known = running.attribution
        if self._has_own_cue(number, first, end, known):
            return None
        content = ((first, end),)
        sure = CERTAINTY[why]
        confidence = (known.content_confidence or known.cue_confidence) * sure
        return Attribution(known.cue, known.source, content, known.cue_confidence, known.source_confidence, confidence)

    def _is_unmarked(self, number: int, running: Running) -> bool:
        """Whether a paragraph without quotation marks is what the running attribution introduced."""
        if running.why == "introduced":
            return self.kinds[number - 1] != "quote"
        if running.why not in ("unmarked", "spoken") or self._is_heading(number) or self._has_other_teller(number):
            return False
        known = running.attribution
        if self._goes_on(number) and not self._is_first_person(known):
            return True
        if running.why != "unmarked":
            return False
        gives = introducing.gives_out(self.syntax, known)
        return gives or (introducing.is_speech(self.syntax, known) and self._is_the_rest(number))

    def _is_heading(self, number: int) -> bool:
        """Whether the paragraph ends without a sign."""
        first, end = self.analysis.paragraphs[number]
        return end > first and self.syntax.forms[end - 1].isalnum()

    def _goes_on(self, number: int) -> bool:
        """Whether this paragraph or one of the next says "we" or "I" before anybody else speaks up."""
        for here in range(number, min(number + _AHEAD, len(self.here))):
            if self._has_other_teller(here):
                return False
            if any(self._speaks(word) for word in range(*self.analysis.paragraphs[here])):
                return True
        return False

    def _is_the_rest(self, number: int) -> bool:
        """Whether nobody else speaks up to the article's end, or to a heading, and nothing stands in marks."""
        for here in range(number, len(self.here)):
            if self._is_heading(here):
                return True
            first, end = self.analysis.paragraphs[here]
            if self._has_other_teller(here) or not OPENING.isdisjoint(self.syntax.forms[first:end]):
                return False
        return True

    def _has_other_teller(self, number: int) -> bool:
        """Whether somebody speaks up by a cue that stands in this paragraph."""
        told = (known for known in self.here[number] if known.cue and self.syntax.paragraph[known.cue[0][0]] == number)
        return any(self._speaks_up(known) for known in told)

    def _speaks_up(self, known: Attribution) -> bool:
        """Whether a cue reports the speech of somebody who is no "I" or "we": the paragraph is told by another."""
        if not known.cue or self._is_first_person(known):
            return False
        lemma = self.analysis.lemmas[cue_words.head_word(self.analysis, known.cue)]
        return lemma == "accord" or lemma in predicate_words("speech", "verb")

    def _speaks(self, word: int) -> bool:
        """Whether the word is "I", "we", "our"."""
        return any(self.analysis.lemmas[word] in reference_words(term, "pronoun") for term in ("speaker", "speakers"))

    def _is_first_person(self, known: Attribution) -> bool:
        return bool(known.source) and all(self._speaks(word) for word in range(*known.source[0]))

    def _has_own_cue(self, number: int, first: int, end: int, running: Attribution) -> bool:
        """Whether another attribution from outside the quotation already says what stands in it."""
        for known in self.here[number]:
            if known.cue == running.cue:
                continue
            outside = all(stop <= first or start >= end for start, stop in known.cue)
            if outside and any(start < end and stop > first for start, stop in known.content):
                return True
        return False

    def _running(self, number: int, running: Running | None) -> Running | None:
        """Whose quotation may go on after this paragraph."""
        first, end = self.analysis.paragraphs[number]
        if self.kinds[number] == "quote":
            return running and running._replace(why="introduced")
        opened = self._unclosed(number)
        if opened is not None:
            speaker = self._speaker(number, opened) or (running and running.attribution)
            return Running(speaker, "goes on") if speaker else None
        follows = number + 1 < len(self.kinds) and self.kinds[number + 1] == "quote"
        if follows or self.syntax.forms[end - 1] == ":":
            introducer = self._introducer(number)
            return Running(introducer, "introduced") if introducer else None
        speaker = self._speaker(number, None)
        if speaker:
            return Running(speaker, "alone")
        goes_on = running is not None and running.why != "alone" and self.syntax.forms[first] not in OPENING
        if running is not None and running.why != "spoken":
            return running._replace(why="unmarked" if goes_on else "alone")
        return running

    def _unclosed(self, number: int) -> int | None:
        """The mark that opens a quotation which isn't closed before the paragraph's end."""
        found = self.syntax.quotations[number]
        return found[-1][0] if found and marks.is_open(self.analysis, found[-1]) else None

    def _speaker(self, number: int, opened: int | None) -> Attribution | None:
        """Who says what stands right after the open mark, or the paragraph's last direct quotation."""
        for known in reversed(self.here[number]):
            for start, stop in known.content:
                if opened is not None and start <= opened + 1 < stop:
                    return known
                if opened is None and self._is_quoted(start, stop):
                    return known
        return None

    def _is_quoted(self, first: int, end: int) -> bool:
        marks = (word for word in (first - 1, first) if word >= 0)
        return any(self.syntax.forms[word] in OPENING for word in marks) and end - first > 2

    def _introducer(self, number: int) -> Attribution | None:
        """Whoever the paragraph's last sentence names as saying what follows."""
        end = self.analysis.paragraphs[number][1]
        first, stop = self.analysis.sentences[self.syntax.sentence[end - 1]]
        return introducing.introducer(self.syntax, first, stop, self.here[number])

    def _headline(self, number: int) -> Iterator[Attribution]:
        """The source that a headline names before or after a colon."""
        first, end = self.analysis.paragraphs[number]
        if self.here[number]:
            return
        for word in range(first + 1, end - 1):
            if self.syntax.forms[word] not in (":", "–", "—", "-") or self._is_hyphen(word):
                continue
            before, after = (first, word), (word + 1, end)
            for source, content in ((before, after), (after, before)):
                if source is before and (self.syntax.forms[word] != ":" or self._is_country(source)):
                    continue
                if self._is_source(source) and content[1] - content[0] > 1:
                    yield Attribution(((word, word + 1),), (source,), (content,), *[CERTAINTY["headline"]] * 3)
                    return

    def _is_hyphen(self, word: int) -> bool:
        """Whether it joins two words to one: "al-Numan"."""
        ends, starts = self.analysis.ends, self.analysis.starts
        return ends[word - 1] == starts[word] and ends[word] == starts[word + 1]

    def _is_country(self, part: Range) -> bool:
        """Whether the words before a headline's colon say where it was: "Syria: Hospitals Bombed"."""
        return known_names.is_country(self.syntax, part[1] - 1)

    def _is_source(self, part: Range) -> bool:
        """Whether a few words with nothing said in them name somebody who can speak."""
        first, end = part
        analysis = self.analysis
        if end - first > _HEADLINE_SOURCE or any(upos in ("VERB", "AUX") for upos in analysis.upos[first:end]):
            return False
        head = kinds.head_word(analysis, (part,))
        return self.syntax.labels[head] in kinds.BY_LABEL or kinds.is_listed(analysis.lemmas[head])


def _touches(part: Range, known: Attribution) -> bool:
    """Whether a cue or source shares a word with the range."""
    first, end = part
    return any(start < end and stop > first for start, stop in (*known.cue, *known.source))
