"""Slips of the model that English leaves no doubt about, mended before anything is read from the arcs.

- What a preposition introduces is no object: "fired on the town".
- A verb with an object and no "be" is no passive: "five strikes destroyed a tank"; nor has one two subjects.
- "Between 20 and 30 civilians" are civilians, whatever the numbers were hung on, and the object of a verb without one.
- What was done to the first of two was done to the other: "two were wounded and a guard killed".
- A verb that the vocabulary knows has its dictionary form, whatever the model cut off: "carried" is "carry".
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.grammar import retold
from sayso.claims.grammar.rehung import Tree
from sayso.claims.grammar.tags import NOMINAL
from sayso.words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.language.analysis import Analysis

COMPLEMENTS = frozenset({"xcomp", "ccomp"})
INDIRECT = frozenset({"on", "in", "at", "with", "for", "from", "against", "into", "by", "to", "under", "near"})
"""Prepositions that are never part of a measure ("over 200 people") or of a predicate ("as a joke")."""
ENDINGS = (
    ("ied", ("y",)),
    ("ies", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("es", ("", "e")),
    ("s", ("",)),
)


def mended(analysis: Analysis) -> tuple[Analysis, list[list[int]]]:
    """The same analysis with these slips mended, and for each word those that hang on it, in order of position."""
    counted = _counted(analysis)
    below = _dependents(counted.heads)
    tree = Tree(counted, below)
    tree.mend()
    for cue, speaking in retold.heads(counted, below).items():
        tree.heads[cue], tree.changed = speaking, True
    if tree.changed:
        counted = replace(counted, heads=tree.heads, relations=tree.relations)
        below = _dependents(counted.heads)
    return replace(counted, relations=_relations(counted, below), lemmas=_lemmas(counted)), below


def _counted(analysis: Analysis) -> Analysis:
    """The analysis with the first number of "between N and N NOUN" hung on the noun."""
    if "between" not in analysis.lemmas:
        return analysis
    heads, relations = list(analysis.heads), list(analysis.relations)
    for word, lemma in enumerate(analysis.lemmas[:-4]):
        if lemma != "between":
            continue
        low, joint, high, noun = range(word + 1, word + 5)
        if (
            analysis.lemmas[joint] == "and"
            and analysis.xpos[low] == analysis.xpos[high] == "CD"
            and analysis.upos[noun] == "NOUN"
            and not {word, low, high} & _above(heads, noun)
        ):
            heads[low], relations[low] = noun, "nummod"
            heads[high], relations[high] = low, "conj"
            heads[joint], relations[joint] = high, "cc"
            heads[word], relations[word] = low, "case"
            if relations[noun] == "obl" and heads[noun] == word - 1 and analysis.upos[word - 1] == "VERB":
                relations[noun] = "obj"
    return replace(analysis, heads=heads, relations=relations)


def _above(heads: Sequence[int], word: int) -> set[int]:
    """All words that the word hangs on, directly or not."""
    found: set[int] = set()
    while (word := heads[word]) >= 0 and word not in found:
        found.add(word)
    return found


def _dependents(heads: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if head >= 0:
            found[head].append(word)
    return found


def _relations(analysis: Analysis, below: Sequence[Sequence[int]]) -> list[str]:
    relations = list(analysis.relations)
    for noun, upos in enumerate(analysis.upos):
        own = below[noun] if upos in NOMINAL else []
        if own and own[0] < noun and _introduces(analysis, own[0]) and _is_oblique(analysis, noun, own):
            relations[noun] = "obl"
    for verb, subject in _passive_subjects(analysis).items():
        others = {relations[word]: word for word in below[verb] if word != subject}
        if "aux:pass" not in others and others.get("obj", -1) > verb > subject:
            relations[subject] = "nsubj"
        elif "aux:pass" not in others and "obj" not in others and others.get("nsubj", verb) < verb < subject:
            relations[subject] = "obj"
    for word, relation in enumerate(relations):
        if relation == "conj" and analysis.lemmas[word] in _harming() and _is_gapped(analysis, below, word):
            relations[next(child for child in below[word] if relations[child] == "nsubj")] = "nsubj:pass"
    return relations


def _is_gapped(analysis: Analysis, below: Sequence[Sequence[int]], verb: int) -> bool:
    """Whether a passive lacks the "was" that the verb before it has: "two were wounded and a guard killed"."""
    own = {analysis.relations[child] for child in below[verb]}
    first = analysis.heads[verb]
    whole = {analysis.relations[child] for child in below[first]} if first >= 0 else set[str]()
    passive = "aux:pass" in whole and "nsubj:pass" in whole
    return passive and "nsubj" in own and not own & {"obj", "aux", "ccomp", "xcomp", "iobj"}


@cache
def _harming() -> frozenset[str]:
    """Verbs that are said of nobody who does it without whom it is done to."""
    return frozenset(vocabulary.load("predicates")["toll"].words["gapped"])


def _introduces(analysis: Analysis, word: int) -> bool:
    """Whether it is a preposition that makes no object."""
    return analysis.relations[word] == "case" and analysis.lemmas[word] in INDIRECT


def _passive_subjects(analysis: Analysis) -> dict[int, int]:
    """The verbs with a passive's subject, and that subject."""
    return {
        head: word
        for word, (head, relation) in enumerate(zip(analysis.heads, analysis.relations, strict=True))
        if relation == "nsubj:pass" and head >= 0 and analysis.upos[head] == "VERB"
    }


def _is_oblique(analysis: Analysis, noun: int, own: Sequence[int]) -> bool:
    """Whether it is a verb's phrase: an object, or a complement without a subject or copula of its `own` dependents."""
    head, relation = analysis.heads[noun], analysis.relations[noun]
    if head < 0 or analysis.upos[head] != "VERB":
        return False
    clause = any(analysis.relations[word] in ("cop", "nsubj", "mark", "expl") for word in own)
    return relation == "obj" or (relation in COMPLEMENTS and head < noun and not clause)


def _lemmas(analysis: Analysis) -> list[str]:
    known = _verbs()
    return [
        _verb(analysis.form(word).lower(), lemma) if upos == "VERB" and lemma not in known else lemma
        for word, (lemma, upos) in enumerate(zip(analysis.lemmas, analysis.upos, strict=True))
    ]


def _verb(form: str, lemma: str) -> str:
    """The known verb that this is, or of which it is a regular form; or the lemma that was given."""
    return next((stem for stem in _stems(form) if stem in _verbs()), lemma)


def _stems(form: str) -> Iterator[str]:
    yield form
    for ending, replacements in ENDINGS:
        if form.endswith(ending):
            stem = form[: -len(ending)]
            yield from (stem + replacement for replacement in replacements)
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _verbs() -> frozenset[str]:
    """The verbs of all vocabularies, without their particles."""
    uses = ("verb", "verbs", "loose", "phrases")
    return frozenset(
        word.split()[0]
        for name in ("event_types", "event_modes", "signatures", "predicates", "factuality")
        for term in vocabulary.load(name).values()
        for use in uses
        for word in term.words.get(use, ())
    )
