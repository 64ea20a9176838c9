"""Corpora that mark spans in running text: re3d (entities), LGL and GeoWebNews (places), TimeML (time expressions)."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

from training.documents import Document, covered, divide, paint

RE3D_LABELS = {
    "Person": "person",
    "Organisation": "organisation",
    "Location": "place",
    "Nationality": "nationality",
    "Weapon": "weapon",
    "Vehicle": "vehicle",
    "MilitaryPlatform": "vehicle",
    "Temporal": "time",
    "Quantity": "quantity",
    "Money": "money",
}
RE3D_TRAINED = frozenset(RE3D_LABELS.values()) - {"time"}
"""What is learned from re3d: it takes more words into a time than TimeML, by whose rules times are read."""
_TAG = re.compile(r"<[^<>]+>")


def labelled(name: str, text: str, spans: Iterable[tuple[int, int, str]], annotated: frozenset[str]) -> Document:
    """A document with one layer of entity labels; of spans that overlap the longest stands."""
    words, paragraphs = divide(text)
    labels: list[str | None] = ["O"] * len(words)
    for start, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        found = covered(words, start, end)
        if all(labels[word] == "O" for word in range(*found)):
            paint(labels, found, label)
    document = Document(name, text, words, paragraphs)
    document.tags["entity"] = labels
    document.annotated["entity"] = annotated
    return document


def read_re3d(
    folder: Path,
    sources: frozenset[str] | None = None,
    labels: frozenset[str] = frozenset(RE3D_LABELS.values()),
    least: float = 0.5,
) -> list[Document]:
    """re3d's documents (of the named sources only, if given) with the entities of confidence ≥ `least`."""
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in _rows(folder / "entities.jsonl"):
        label = RE3D_LABELS.get(str(row["type"]))
        if label in labels and float(str(row["confidence"])) >= least:
            spans[str(row["documentId"])].append((int(str(row["begin"])), int(str(row["end"])), label))
    return [
        labelled(str(row["_id"]), str(row["text"]), spans[str(row["_id"])], labels)
        for row in _rows(folder / "documents.jsonl")
        if sources is None or row["sourceName"] in sources
    ]


def _rows(path: Path) -> list[dict[str, object]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def read_lgl(path: Path) -> list[Document]:
    """The Local-Global Lexicon's articles: toponyms as place."""
    root = ElementTree.parse(path).getroot()
    return [
        labelled(
            article.get("docid", ""),
            article.findtext("text", ""),
            [(_number(t, "start"), _number(t, "end"), "place") for t in article.iter("toponym")],
            frozenset({"place"}),
        )
        for article in root.iter("article")
    ]


_GWN_PLACES = frozenset(
    {"Literal", "Literal_Modifier", "Mixed", "Coercion", "Metonymic", "Embedded_Literal", "Non_Literal_Modifier"}
)


def read_gwn(path: Path) -> list[Document]:
    """GeoWebNews' articles: named toponyms as place; demonyms and adjectives ("Syrian") as nationality."""
    annotated = frozenset({"place", "nationality"})
    return [
        labelled(article.get("file", ""), article.findtext("text", ""), _toponyms(article), annotated)
        for article in ElementTree.parse(path).getroot().iter("article")
    ]


def _toponyms(article: ElementTree.Element) -> list[tuple[int, int, str]]:
    spans = []
    for toponym in article.iter("toponym"):
        kind = toponym.findtext("type") or ""
        adjective = toponym.findtext("extractedName") != toponym.findtext("normalisedName")
        if kind == "Demonym" or (kind == "Non_Literal_Modifier" and adjective):
            spans.append((_number(toponym, "start"), _number(toponym, "end"), "nationality"))
        elif kind in _GWN_PLACES:
            spans.append((_number(toponym, "start"), _number(toponym, "end"), "place"))
    return spans


def _number(element: ElementTree.Element, field: str) -> int:
    return int(element.findtext(field, "0"))


def read_timeml(paths: Iterable[Path]) -> list[Document]:
    """TimeML files: TIMEX3 of the body as time. Read as text, since some files are not well-formed XML."""
    documents = []
    for path in paths:
        raw = path.read_text(encoding="utf-8", errors="replace")
        body = raw.split("<TEXT>", 1)[-1].split("</TEXT>", 1)[0]
        text, spans, position, opened = "", [], 0, -1
        for tag in _TAG.finditer(body):
            text += unescape(body[position : tag.start()])
            position = tag.end()
            if tag[0].startswith("<TIMEX3"):
                opened = len(text)
            elif tag[0].startswith("</TIMEX3") and opened >= 0:
                spans.append((opened, len(text), "time"))
                opened = -1
        text += unescape(body[position:])
        documents.append(labelled(path.stem, text, spans, frozenset({"time"})))
    return documents


def timeml_paths(folder: Path) -> list[Path]:
    """The TimeML files of a folder and its subfolders."""
    return sorted(path for path in folder.rglob("*") if path.suffix in {".tml", ".xml"})
