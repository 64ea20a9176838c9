"""Clauses that the tree coordinates with what is said, though they go on from the verb that says it.

1. "Hasan said that his men had left and | blamed | the army": by the model's attributions who says the first says the
   second, too, and the subject between them is another.
2. "She was told that he had left, but nobody | came |": what is told of the past stands further back ("had", "would"),
   and the second clause has a subject and a past of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.grammar import cue_words
from sayso.claims.grammar.predicates import words
from sayso.claims.grammar.tags import FILLED, NOUNS, TENSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.language.analysis import Analysis, Attribution

BACK = frozenset({"had", "would", "might", "could", "'d", "’d"})


def heads(analysis: Analysis, below: Sequence[Sequence[int]]) -> dict[int, int]:
    """The cues that the tree hangs on a clause of what is said, with the cue that they go on from."""
    relations, known = analysis.relations, {}
    for attribution in analysis.attributions:
        if attribution.cue:
            known[cue_words.head_word(analysis, attribution.cue)] = attribution
    found = _next(analysis, below, known)
    for cue, second in known.items():
        clause = analysis.heads[cue]
        if relations[cue] != "conj" or clause < 0 or relations[clause] != "ccomp":
            continue
        first = known.get(analysis.heads[clause])
        goes_on = first is not None and _goes_on(analysis, below, cue, clause)
        if first is not None and goes_on and _is_same(analysis, below, first, second, clause):
            found[cue] = analysis.heads[clause]
    return found


def _next(analysis: Analysis, below: Sequence[Sequence[int]], cues: Iterable[int]) -> dict[int, int]:
    """What happened next, with the cue that the tree puts it under."""
    return {
        after: cue
        for cue in cues
        for clause in below[cue]
        if analysis.relations[clause] == "ccomp" and is_further_back(analysis, below[clause])
        for after in below[clause]
        if analysis.relations[after] == "conj" and is_past(analysis, below[after], after)
    }


def is_further_back(analysis: Analysis, parts: Sequence[int]) -> bool:
    """Whether it is told with "that" of what "had" been or "would" be."""
    that = any(analysis.relations[word] == "mark" and analysis.lemmas[word] == "that" for word in parts)
    return that and any(analysis.relations[word] == "aux" and analysis.form(word).lower() in BACK for word in parts)


def is_past(analysis: Analysis, parts: Sequence[int], clause: int) -> bool:
    """Whether ", and" or ", but", a subject of its own and a plain past make it a clause beside the one that tells."""
    relations, first = analysis.relations, min(parts, default=clause)
    if analysis.form(first) != "," or any(relations[word] in ("mark", "aux") for word in parts):
        return False
    joined = any(relations[word] == "cc" and analysis.form(word + 1).lower() != "that" for word in parts)
    verbs = (clause, *(word for word in parts if relations[word] in ("aux:pass", "cop")))
    past = any(analysis.xpos[word] == "VBD" for word in verbs)
    return joined and past and any(relations[word] in FILLED for word in parts)


def _goes_on(analysis: Analysis, below: Sequence[Sequence[int]], cue: int, clause: int) -> bool:
    """Whether the cue has neither subject nor "that" of its own, and the clause's subject is a noun."""
    relations = analysis.relations
    finite = analysis.xpos[cue] in TENSED or any(relations[word] == "aux" for word in below[cue])
    if not finite or analysis.lemmas[cue] in words("hedge", "cue"):
        return False
    if any(relations[word] in FILLED or relations[word] == "mark" for word in below[cue]):
        return False
    return any(relations[word] in FILLED and analysis.upos[word] in NOUNS for word in below[clause])


def _is_same(
    analysis: Analysis, below: Sequence[Sequence[int]], first: Attribution, second: Attribution, clause: int
) -> bool:
    """Whether the model gives both the same source, or the second none and a passive stands between them."""
    if second.source:
        return second.source == first.source
    return any(analysis.relations[word] == "nsubj:pass" for word in below[clause])
