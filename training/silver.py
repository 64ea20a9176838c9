"""Trees and parts of speech that the network itself reads in texts of which no corpus tells them.

PolNeAR's articles train attributions alone. With nothing else to learn in such texts the encoder came to know them and
to drop syntax there: its arcs were certain by .92 on TimeBank and by .38 on PolNeAR (docs/model.md). Paragraphs that it
reads one by one, after a lead of quite other text, it reads soundly; that is taught to it for whole windows.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path

from sayso.language import lemmas
from sayso.language.analysis import Analysis
from sayso.language.model import Model
from training.documents import UNKNOWN, Document, Range, Tree, divide

LEAD = (
    "I went to the store with my sister yesterday, and we bought some bread. She said that the new shop on the corner "
    "is cheaper. What do you think about it? The garden looks lovely in the spring."
)
SURE = 0.6
"""How certain an arc has to be, 0 … 1, for its word to be taught."""


@dataclass(slots=True)
class Reading:
    """What was read of a text: tags by task, heads and relations by word, ranges of sentences. Of a word that is not
    sure nothing is said: None, UNKNOWN and "".
    """

    tags: dict[str, list[str | None]] = field(
        default_factory=lambda: {"sentence": [], "upos": [], "xpos": [], "lemma": []}
    )
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    sentences: list[Range] = field(default_factory=list)

    def added_to(self, document: Document) -> Document:
        """The document with these tags and this tree beside its own annotation."""
        tree = Tree(self.heads, self.relations)
        return replace(document, tags=document.tags | self.tags, tree=tree, sentences=self.sentences)


def write(documents: Sequence[Document], weights: Path, path: Path) -> None:
    """Read documents with exported weights, on all cores; write a JSON object a text to `path`."""
    texts = list({document.text: document for document in documents}.values())
    with ProcessPoolExecutor(os.cpu_count()) as pool, path.open("w", encoding="utf-8") as file:
        for document, found in zip(texts, pool.map(_read, [weights] * len(texts), texts, chunksize=8), strict=True):
            file.write(json.dumps({"text": document.text, **asdict(found)}) + "\n")


def add(documents: Sequence[Document], path: Path) -> list[Document]:
    """The documents with what `write` wrote of their texts."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    known = {row.pop("text"): Reading(**row) for row in rows}
    return [known[document.text].added_to(document) for document in documents]


def _read(weights: Path, document: Document) -> Reading:
    return read(_model(weights), document)


@cache
def _model(weights: Path) -> Model:
    return Model(weights)


def read(model: Model, document: Document) -> Reading:
    """Each paragraph by itself, after LEAD."""
    found = Reading()
    lead, _ = divide(LEAD)
    shift = len(LEAD) + 1
    for first, end in document.paragraphs:
        words = [*lead, *((start + shift, stop + shift) for start, stop in document.words[first:end])]
        ranges = [(0, len(lead)), (len(lead), len(words))]
        starts, ends = [start for start, _ in words], [stop for _, stop in words]
        analysis = model.read(model.prepared(f"{LEAD}\n{document.text}", starts, ends, ranges))
        _take(found, analysis, len(lead), first)
    return found


def _take(found: Reading, analysis: Analysis, lead: int, first: int) -> None:
    """Note what was read of the words after the lead; `first` is the document's number of the first of them."""
    for one in (one for one in analysis.sentences if one[0] >= lead):
        found.sentences.append((one[0] - lead + first, one[1] - lead + first))
    begun = {start for start, _ in analysis.sentences}
    for word in range(lead, len(analysis.starts)):
        sure = analysis.certain[word] >= SURE
        head = analysis.heads[word]
        form = analysis.text[analysis.starts[word] : analysis.ends[word]]
        found.tags["sentence"].append("start" if word in begun else "inside")
        found.tags["upos"].append(analysis.upos[word] if sure else None)
        found.tags["xpos"].append(analysis.xpos[word] if sure else None)
        found.tags["lemma"].append(lemmas.rule(form, analysis.lemmas[word]) if sure else None)
        found.heads.append((head - lead + first if head >= lead else -1) if sure else UNKNOWN)
        found.relations.append(analysis.relations[word] if sure else "")
