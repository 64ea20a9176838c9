"""A sentence's analysis in one line, for tests with many sentences.

A word is form/tag/head/relation, with its lemma after "=" where that isn't the form in lower case and "@label" at the
end for an entity: `Rebels=rebel/NNS/2/nsubj left=leave/VBD/0/root Hama/NNP/2/obj@place`. Parts of attributions stand
after "+": `said=say/VBD/0/root+1:cue`. Lines of a text are sentences; "¶" before one starts a paragraph.
"""

from __future__ import annotations

from sayso.claims.grammar.syntax import Syntax, index
from tests.claims.build import CONFIDENCE, Built, build

UPOS = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    **dict.fromkeys(("JJ", "JJR", "JJS"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "WRB"), "ADV"),
    **dict.fromkeys(("PRP", "WP", "EX", "WDT"), "PRON"),
    "DT": "DET",
    "PRP$": "PRON",
    "IN": "ADP",
    "TO": "PART",
    "MD": "AUX",
    "CD": "NUM",
    "CC": "CCONJ",
    "RP": "ADP",
}


def parse(line: str) -> Syntax:
    """The index of the sentence that the line describes."""
    return index(build("\n".join(_row(word) for word in line.split())).analysis)


def read(text: str, confidence: float = CONFIDENCE) -> Built:
    """The article and analysis of the sentences, one a line; the model is so sure of its attributions."""
    rows: list[str] = []
    for line in text.strip().splitlines():
        cells = line.split()
        if cells[:1] == ["¶"]:
            rows.append("¶")
            cells = cells[1:]
        rows += [*(_row(cell) for cell in cells), ""]
    return build("\n".join(rows), confidence=confidence)


def word(syntax: Syntax, form: str) -> int:
    """The number of the last word with this form."""
    return max(number for number in range(len(syntax.labels)) if syntax.analysis.form(number) == form)


def _row(cell: str) -> str:
    form, tag, head, relation = cell.rsplit("/", 3)
    form, _, lemma = form.partition("=")
    relation, _, label = relation.partition("@")
    relation, *parts = relation.split("+")
    is_auxiliary = relation.startswith("aux") or relation == "cop"
    upos = "AUX" if is_auxiliary else UPOS.get(tag, "PUNCT")
    upos = "PART" if lemma == "not" else upos
    return " ".join((form, lemma or "-", upos, tag, head, relation, *([f"@{label}"] if label else []), *parts))
