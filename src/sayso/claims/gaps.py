"""Parts of attributions that the model's arcs left out, filled from the tree.

A cue without a source gets its subject. One without content gets the clause that it governs, the quotation that it
stands beside, or the clause that it interrupts. What is filled in is less certain than what the model marked.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.claims import marks, stances

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.claims.syntax import Syntax
    from sayso.language.analysis import Attribution, Range

FILLED = 0.75
"""Confidence of a filled part as a share of the cue's; an estimate."""
CLAUSES = ("ccomp", "xcomp", "csubj", "csubj:pass")
PHRASES = ("obj", "obl")
"""Relations of a verb's content to it: what is said, and what is spoken of ("called for a truce")."""
_LONGEST = 25
"""Words of a filled source."""
_SHORTEST = 5
"""Words of a quotation with its marks: fewer are a word in scare quotes."""
_NEAR = 4
"""Words that may stand between a quotation and its source and cue."""


def fill(syntax: Syntax, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, each with the source and the content that the tree gives where the model gave none."""
    return [known if known.source and known.content else _filled(syntax, known) for known in attributions]


def _filled(syntax: Syntax, known: Attribution) -> Attribution:
    head = stances.head_word(syntax.analysis, known.cue)
    cue = _words(known.cue)
    source = _words(known.source) or _source(syntax, head, cue)
    content = _words(known.content) or _content(syntax, head, source | cue)
    source -= content
    sure = known.cue_confidence * FILLED
    if not known.source and source:
        known = replace(known, source=_runs(syntax, source), source_confidence=sure)
    if not known.content and content:
        known = replace(known, content=_runs(syntax, content), content_confidence=sure)
    return known


def _source(syntax: Syntax, head: int, cue: set[int]) -> set[int]:
    """The phrase of whoever says it, or nothing."""
    speaker = _after_according(syntax, head)
    if speaker is None and syntax.analysis.upos[head] in ("VERB", "AUX"):
        speaker = syntax.agent(head)
    if speaker is None or speaker in cue:
        return set()
    phrase = {word for word in syntax.subtree(speaker) if not _introduces(syntax, word, speaker)} - cue
    return phrase if len(phrase) <= _LONGEST else {speaker}


def _after_according(syntax: Syntax, head: int) -> int | None:
    """The noun of "according to": the cue is its case marker."""
    if syntax.analysis.relations[head] not in ("case", "fixed"):
        return None
    above = syntax.analysis.heads[head]
    return above if above >= 0 else None


def _introduces(syntax: Syntax, word: int, noun: int) -> bool:
    return syntax.analysis.heads[word] == noun and syntax.analysis.relations[word] in ("case", "punct", "acl:relcl")


def _content(syntax: Syntax, head: int, taken: set[int]) -> set[int]:
    """The words of the clause that the cue governs, or else of the one that it interrupts or follows."""
    analysis = syntax.analysis
    noun = _after_according(syntax, head)
    if noun is not None:
        return _clause(syntax, analysis.heads[noun], noun)
    if analysis.upos[head] not in ("VERB", "AUX"):
        return set()
    said = _governed(syntax, head, CLAUSES, taken) or _quoted(syntax, head, taken)
    if not said and analysis.relations[head] == "parataxis":
        said = _clause(syntax, analysis.heads[head], head)
    return (said or _governed(syntax, head, PHRASES, taken)) - taken


def _governed(syntax: Syntax, head: int, relations: tuple[str, ...], taken: set[int]) -> set[int]:
    """The first dependent of these relations after the verb, with all that depends on it."""
    for relation in relations:
        for child in syntax.children(head, relation):
            if child not in taken and (child > head or relation in CLAUSES) and syntax.labels[child] != "time":
                return set(syntax.subtree(child))
    return set()


def _quoted(syntax: Syntax, head: int, taken: set[int]) -> set[int]:
    """The quotations right before and right after source and cue."""
    analysis = syntax.analysis
    first, last = _around(head, taken)
    paragraph = bisect_right(analysis.paragraphs, head, key=lambda part: part[0]) - 1
    found = marks.quotations(analysis, *analysis.paragraphs[paragraph])
    beside = [
        part
        for part in found
        if part[1] - part[0] >= _SHORTEST and (0 <= first - part[1] < _NEAR or 0 <= part[0] - last - 1 < _NEAR)
    ]
    return {word for part in beside for word in range(*part)}


def _around(head: int, taken: set[int]) -> Range:
    """The first and last of the taken words that stand together with the head."""
    first = last = head
    for word in sorted(word for word in taken if word < head)[::-1]:
        first = word if first - word <= _NEAR else first
    for word in sorted(word for word in taken if word > head):
        last = word if word - last <= _NEAR else last
    return first, last


def _clause(syntax: Syntax, head: int, without: int) -> set[int]:
    return set(syntax.subtree(head)) - set(syntax.subtree(without)) if head >= 0 else set()


def _words(ranges: tuple[Range, ...]) -> set[int]:
    return {word for first, end in ranges for word in range(first, end)}


def _runs(syntax: Syntax, words: set[int]) -> tuple[Range, ...]:
    """Runs of neighbouring words; those of punctuation alone are dropped."""
    runs: list[Range] = []
    for word in sorted(words):
        if runs and runs[-1][1] == word:
            runs[-1] = (runs[-1][0], word + 1)
        else:
            runs.append((word, word + 1))
    upos = syntax.analysis.upos
    return tuple(run for run in runs if any(upos[word] != "PUNCT" for word in range(*run)))
