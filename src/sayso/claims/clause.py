"""The content of a claim: the words of the predicate's clause, as spans that read as a whole.

The clause is what depends on the predicate, with the verbs that only modify it ("wants to …") and, where a second
verb shares them, the subject and auxiliaries of the first. Clauses beside it (coordinated, set off, with a subject of
their own) are left out; a condition and a purpose stay. Outer punctuation and quotation marks are trimmed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.claims.predicates import SUBJECTS, governor, is_set_off
from sayso.words.records import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sayso.claims.syntax import Syntax
    from sayso.language.analysis import Analysis

AUXILIARIES = frozenset({"aux", "aux:pass"})
CONDITIONS = frozenset({"if", "unless", "until", "whether", "till"})
OPENERS = frozenset({"that", "and", "but", "or", "nor", "so"})
ALONGSIDE = frozenset({"parataxis", "discourse", "vocative", "list"})
STRAIGHT = re.compile('"+')
QUOTES = {"”": "“", "’": "‘", "»": "«"}
_MODIFIERS = 8
"""Words before a noun that are taken along with it."""
_LONGEST = 200
"""Words of one clause that are looked at: a guard against text without sentences."""


def content(
    syntax: Syntax, predicate: int, predicates: Collection[int], within: Iterable[range] | None
) -> tuple[Span, ...]:
    """The spans of the predicate's clause, in order; `within` are the words that the innermost voice says.

    Never empty, and one of the spans holds the predicate.
    """
    chosen = _words(syntax, predicate, predicates)
    if within is not None:
        chosen = {word for part in within for word in part if word in chosen} | {predicate}
    analysis = syntax.analysis
    runs = [_trimmed(analysis, run, predicate) for run in _runs(analysis, sorted(chosen))]
    return tuple(_span(analysis, run) for run in runs if run)


def _words(syntax: Syntax, predicate: int, predicates: Collection[int]) -> set[int]:
    top = governor(syntax, predicate)
    chosen = _subtree(syntax, top, predicate, predicates)
    if top == predicate and not syntax.is_verbal(predicate):
        chosen -= set(syntax.children(predicate, "case"))
    relation, head = syntax.analysis.relations[top], syntax.analysis.heads[top]
    if relation == "conj" and head >= 0 and syntax.child(top, *SUBJECTS) is None and syntax.is_verbal(top):
        shared = SUBJECTS if syntax.child(top, *AUXILIARIES) is not None else SUBJECTS | AUXILIARIES
        for child in syntax.dependents[governor(syntax, head)]:
            if child < head and syntax.analysis.relations[child] in shared:
                chosen |= _subtree(syntax, child, predicate, predicates)
    if head >= 0 and not syntax.is_verbal(predicate) and (relation == "xcomp" or syntax.marker(predicate) == "as"):
        said_of = syntax.child(head, "obj")
        chosen |= set() if said_of is None else _subtree(syntax, said_of, predicate, predicates)
    if relation in ("acl", "acl:relcl") and head >= 0:
        chosen |= _noun_phrase(syntax, head)
    return chosen


def _subtree(syntax: Syntax, top: int, predicate: int, predicates: Collection[int]) -> set[int]:
    found, queue = {top}, [top]
    for word in queue:
        if len(found) > _LONGEST:
            break
        for child in syntax.dependents[word]:
            if child not in found and not _stands_beside(syntax, child, predicate, predicates):
                found.add(child)
                queue.append(child)
    return found


def _stands_beside(syntax: Syntax, child: int, predicate: int, predicates: Collection[int]) -> bool:
    """Whether the dependent is a clause beside this one, or the conjunction that leads to it."""
    analysis = syntax.analysis
    relation = analysis.relations[child]
    if child == predicate:
        return False
    if relation == "conj":
        return child in predicates and syntax.is_verbal(child)
    if relation in ALONGSIDE:
        return True
    if relation == "advcl":
        own = child in predicates and syntax.child(child, *SUBJECTS) is not None
        return own and syntax.marker(child) not in CONDITIONS
    return relation == "acl:relcl" and child in predicates and is_set_off(syntax, child)


def _noun_phrase(syntax: Syntax, noun: int) -> set[int]:
    """The noun that a relative clause or participle says something of, with what stands before it."""
    before = [child for child in syntax.dependents[noun] if child < noun and syntax.analysis.relations[child] != "case"]
    return {word for child in before for word in syntax.subtree(child) if noun - _MODIFIERS <= word < noun} | {noun}


def _runs(analysis: Analysis, words: list[int]) -> list[range]:
    """Neighbouring words as ranges; punctuation alone between two doesn't part them."""
    runs: list[range] = []
    for word in words:
        if runs and word - runs[-1].stop < 3 and _is_punctuation(analysis, runs[-1].stop, word):
            runs[-1] = range(runs[-1].start, word + 1)
        else:
            runs.append(range(word, word + 1))
    return runs


def _is_punctuation(analysis: Analysis, first: int, end: int) -> bool:
    return all(upos == "PUNCT" for upos in analysis.upos[first:end])


def _trimmed(analysis: Analysis, run: range, predicate: int) -> range:
    """Without outer punctuation, conjunctions and marks that are not closed inside; empty if nothing is left."""
    first, end = run.start, run.stop
    if _is_punctuation(analysis, first, end):
        return range(first, first)
    while (
        first < end and first != predicate and (_is_opener(analysis, first) or _is_loose(analysis, first, first, end))
    ):
        first += 1
    while end > first and end - 1 != predicate and _is_loose(analysis, end - 1, first, end):
        end -= 1
    return range(first, end)


def _is_opener(analysis: Analysis, word: int) -> bool:
    return analysis.lemmas[word] in OPENERS and analysis.upos[word] in ("CCONJ", "SCONJ")


def _is_loose(analysis: Analysis, word: int, first: int, end: int) -> bool:
    """Whether an outer word is punctuation that belongs to nothing inside the run."""
    if analysis.upos[word] not in ("PUNCT", "SYM"):
        return False
    form = analysis.form(word)
    inside = analysis.text[analysis.starts[first] : analysis.ends[end - 1]]
    if form == '"':
        return _is_unpaired(inside, left=word == first)
    if form in QUOTES or form in QUOTES.values():
        opener = QUOTES.get(form, form)
        closer = next(key for key, value in QUOTES.items() if value == opener)
        return inside.count(opener) != inside.count(closer) or _encloses(inside)
    return form not in ("%", "$", "€", "£", ")", "(") or _encloses(inside)


def _is_unpaired(inside: str, *, left: bool) -> bool:
    """Whether the straight mark at one edge closes or opens nothing inside, or encloses all of it."""
    marks = len(STRAIGHT.findall(inside))
    other = inside.endswith('"') if left else inside.startswith('"')
    return marks == 2 if other else marks % 2 == 1


def _encloses(inside: str) -> bool:
    """Whether the first and last character are one pair of marks around all of it."""
    pair = inside[0] + inside[-1]
    return len(inside) < 2 or (pair in ("“”", "‘’", "«»", "()") and inside.count(inside[0]) == 1)


def _span(analysis: Analysis, run: range) -> Span:
    start, end = analysis.starts[run.start], analysis.ends[run.stop - 1]
    return Span(start, end, analysis.text[start:end])
