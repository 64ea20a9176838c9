"""Articles with annotated place names: LGL, GeoWebNews (GWN), TR-News and GeoVirus, as XML.

All have `<article>` elements with a `<text>` and, for each name, its offsets, its phrase and, where it was found in a
gazetteer, coordinates and mostly a GeoNames id; each under tags of its own.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.words.records import Article, Paragraph

CORPORA = Path("../shared/corpora")
_NAMES = ("toponym", "location")
_PHRASES = ("phrase", "extractedName", "name")
_IDS = ("geonameid", "geonamesID", "geonameID", "geonamesId")
_SLIPS = (0, -1, 1, -2, 2, -3, 3)
# GWN marks words that name no place, too ("the city"), with these types and no coordinates.
_NO_NAME = frozenset({"Non_Lit_Expression", "Literal_Expression", "Non_Toponym"})
_LITERAL = frozenset({"", "Literal", "Mixed", "Coercion", "Literal_Modifier", "Embedded_Literal"})


@dataclass(frozen=True, slots=True)
class Toponym:
    """One annotated name. `geonames_id`, `lat`, `lon` are None where the annotators gave none; `feature` is GeoNames'
    code, where given. `literal` is False for a name that stands for something else, as GWN says.
    """

    start: int
    end: int
    geonames_id: int | None
    lat: float | None
    lon: float | None
    feature: str | None
    literal: bool


@dataclass(frozen=True, slots=True)
class Geoparsed:
    """An article with its names in the order of the text."""

    article: Article
    toponyms: tuple[Toponym, ...]


def read(path: Path) -> list[Geoparsed]:
    """The articles of one file. Names whose offsets don't hold their phrase, nor nearly, are left out.

    A `.jsonl` file holds marks over texts of re3d and PolNeAR (training/marked/places.jsonl) that lie in `CORPORA`.
    """
    if path.suffix == ".jsonl":
        return _marked(path)
    root = ET.parse(path).getroot()
    return [_article(f"{path.stem}-{number}", element) for number, element in enumerate(root.iter("article"))]


def _marked(path: Path) -> list[Geoparsed]:
    marks: dict[tuple[str, str], list[Toponym]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        mark = json.loads(line)
        marks.setdefault((mark["corpus"], mark["document"]), []).append(
            Toponym(
                mark["start"], mark["end"], mark["geonames_id"], mark["lat"], mark["lon"], None, literal=mark["literal"]
            )
        )
    texts = _texts({document for corpus, document in marks if corpus == "re3d"})
    return [
        _whole(document, texts.get(document) or _polnear(document), sorted(found, key=lambda one: one.start))
        for (_, document), found in sorted(marks.items())
    ]


def _texts(documents: set[str]) -> dict[str, str]:
    lines = (CORPORA / "re3d" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["_id"]: row["text"] for row in map(json.loads, lines) if row["_id"] in documents}


def _polnear(document: str) -> str:
    return (CORPORA / "polnear" / "dev" / "text" / f"{document}.txt").read_bytes().decode("utf-8")


def _whole(name: str, text: str, toponyms: Sequence[Toponym]) -> Geoparsed:
    paragraphs = tuple(Paragraph(start, end) for start, end in _lines(text))
    return Geoparsed(Article(name, None, None, (), None, "en", None, None, None, text, paragraphs), tuple(toponyms))


def _article(name: str, element: ET.Element) -> Geoparsed:
    text = element.findtext("text") or ""
    paragraphs = tuple(Paragraph(start, end) for start, end in _lines(text))
    address = element.findtext("url") or element.findtext("link")
    article = Article(name, element.findtext("title"), None, (), None, "en", address, None, None, text, paragraphs)
    found = {toponym.start: toponym for toponym in _toponyms(element, text)}
    return Geoparsed(article, tuple(found[start] for start in sorted(found)))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _toponyms(element: ET.Element, text: str) -> Iterator[Toponym]:
    for tag in _NAMES:
        for one in element.iter(tag):
            kind = (one.findtext("type") or "").strip()
            span = _span(one, text)
            if span and kind not in _NO_NAME:
                yield Toponym(*span, _id(one), *_point(one), one.findtext("gaztag/fcode"), kind in _LITERAL)


def _span(one: ET.Element, text: str) -> tuple[int, int] | None:
    phrase = next((found for tag in _PHRASES if (found := one.findtext(tag))), None)
    start, end = _number(one.findtext("start")), _number(one.findtext("end"))
    if start is None or end is None:
        return None
    for slip in _SLIPS if phrase else (0,):
        first, last = int(start) + slip, int(start) + slip + len(phrase) if phrase else int(end)
        if 0 <= first < last and (phrase is None or text[first:last] == phrase):
            return first, last
    return None


def _id(one: ET.Element) -> int | None:
    tag = one.find("gaztag")
    given = [one.findtext(name) for name in _IDS] + [one.get(name) for name in _IDS]
    if tag is not None:
        given += [tag.get(name) for name in _IDS]
    number = next((found for text in given if (found := _number(text))), None)
    return int(number) if number else None


def _point(one: ET.Element) -> tuple[float | None, float | None]:
    inner = [one.find("gaztag"), one]
    for place in (found for found in inner if found is not None):
        lat = _number(place.findtext("lat") or place.findtext("latitude"))
        lon = _number(place.findtext("lon") or place.findtext("longitude"))
        if lat is not None and lon is not None:
            return lat, lon
    return None, None


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text and text.strip() else None
    except ValueError:
        return None
