"""What the shipped weights are trained on: corpora, how often each is read, and what is held out of it.

Held out of training for development: every `dev` file, re3d's BBC part (its licence is non-commercial too), and a
fifth of the documents of each corpus that comes without a dev part, chosen by a hash of the document's name.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpora import conllu, plain, polnear, spans
from training.documents import Document

RE3D_SOURCES = frozenset(
    {"Australian Department of Foreign Affairs", "CENTCOM", "UK Government", "US State Department", "Wikipedia"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """One corpus of the mixture: its terms, the passes over it in each round, how it is read."""

    name: str
    terms: str
    passes: tuple[float, ...]
    read: Callable[[Path], list[Document]]


def held_out(document: Document) -> bool:
    """Whether a document belongs to the fifth that is kept for development."""
    return zlib.crc32(document.name.encode()) % 5 == 0


def _kept(documents: Sequence[Document]) -> list[Document]:
    return [document for document in documents if not held_out(document)]


MIXTURE = (
    Part("EWT", "CC BY-SA 4.0", (6, 7, 4.7), lambda root: conllu.read(root / "ewt/train.conllu")),
    Part(
        "GUM (free genres)",
        "annotation CC BY 4.0, text CC BY or BY-SA",
        (3, 2, 1.3),
        lambda root: conllu.read(root / "gum/train.conllu"),
    ),
    Part(
        "PolNeAR",
        "none stated; the articles belong to their outlets",
        (2.5, 1.6, 1.3),
        lambda root: polnear.read(root / "polnear/train"),
    ),
    Part(
        "re3d without its BBC part",
        "Open Government Licence, public domain, CC BY-SA, by source",
        (8, 4, 2),
        lambda root: _kept(spans.read_re3d(root / "re3d", RE3D_SOURCES, spans.RE3D_TRAINED)),
    ),
    Part("LGL", "GPL-3 repository", (1, 0.5, 0.7), lambda root: _kept(spans.read_lgl(root / "geoparsing/lgl.xml"))),
    Part(
        "GeoWebNews", "GPL-3 repository", (1, 0.5, 0.7), lambda root: _kept(spans.read_gwn(root / "geoparsing/GWN.xml"))
    ),
    Part(
        "TimeBank and AQUAINT",
        "texts of LDC origin",
        (1.5, 1, 2),
        lambda root: _kept(spans.read_timeml(spans.timeml_paths(root / "time/tbaq"))),
    ),
    Part(
        "WikiWars",
        "CC BY-SA 3.0",
        (1.5, 1, 2),
        lambda root: _kept(spans.read_timeml(spans.timeml_paths(root / "time/wikiwars_train"))),
    ),
)

DEV_TOPICS = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
"""Topics of ECB+ that are its dev part."""

PLAIN = (
    Part(
        "ECB+, the text alone",
        "annotation CC BY 3.0; the articles belong to their outlets",
        (1,),
        lambda root: plain.read_ecb(root / "ecbplus/documents.jsonl", DEV_TOPICS),
    ),
    Part(
        "FactAppeal, the text alone",
        "CC BY 4.0",
        (1,),
        lambda root: plain.read_column(root / "factappeal/train.csv", "sentence"),
    ),
    Part(
        "NGEC's machine-written stories, the text alone",
        "none stated",
        (1,),
        lambda root: plain.read_column(root / "plover/ngec_synthetic_train.csv", "text"),
    ),
)
"""Texts that only a teacher speaks about."""
