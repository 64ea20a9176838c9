"""What the shipped weights are trained on: corpora, how often each is read, and what is held out of it.

Held out of training for development: every `dev` file, re3d's BBC part (its licence is non-commercial too), and a
fifth of the documents of each corpus that comes without a dev part, chosen by a hash of the document's name.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpora import (
    articles,
    conllu,
    corrections,
    examples,
    factappeal,
    factuality,
    marked,
    names,
    plain,
    plover,
    polnear,
    spans,
)
from training.documents import Document

RE3D_SOURCES = frozenset(
    {"Australian Department of Foreign Affairs", "CENTCOM", "UK Government", "US State Department", "Wikipedia"}
)


OWN = Path(__file__).parent / "examples"
ARTICLES = Path(__file__).parent / "articles"
CAMEO = "plover/cameo_actors_train.conll"
PAIRS = "plover/plv_train.jsonl"
STORIES = "plover/ngec_synthetic_train.csv"
UW = "factuality:uw"
"""The scale of UW's annotators, which MEANTIME's share."""


FINE = 0.25
"""Size of a small corpus's batches beside the others': what few texts teach takes more steps than passes."""


@dataclass(frozen=True, slots=True)
class Part:
    """One corpus of the mixture: its terms, the passes over it in each round, how it is read, the size of its batches
    beside the others', and whether it is taught the trees that the network itself reads there (`silver`).
    """

    name: str
    terms: str
    passes: tuple[float, ...]
    read: Callable[[Path], list[Document]]
    size: float = 1.0
    silver: bool = False


def held_out(document: Document) -> bool:
    """Whether a document belongs to the fifth that is kept for development."""
    return zlib.crc32(document.name.encode()) % 5 == 0


def _kept(documents: Sequence[Document]) -> list[Document]:
    return [document for document in documents if not held_out(document)]


def _sourced(documents: Sequence[Document]) -> list[Document]:
    """Those in which a source is marked: of the others nothing is said."""
    return [document for document in documents if any(document.tags["source_kind"])]


MIXTURE = (
    Part(
        "EWT, with our names",
        "CC BY-SA 4.0",
        (6, 7, 4.7, 0, 2, 0),
        lambda root: marked.with_names(conllu.read(root / "ewt/train.conllu"), "ewt/train.conllu"),
    ),
    Part(
        "GUM (free genres)",
        "annotation CC BY 4.0, text CC BY or BY-SA",
        (3, 2, 1.3, 6, 3, 1),
        lambda root: conllu.read(root / "gum/train.conllu"),
    ),
    Part(
        "PolNeAR",
        "none stated; the articles belong to their outlets",
        (2.5, 1.6, 1.3, 0, 1, 0),
        lambda root: polnear.read(root / "polnear/train"),
        silver=True,
    ),
    Part(
        "Conflict reports and news, our attributions in them",
        "as re3d, TimeBank, GeoWebNews, PLOVER, CAMEO, NGEC and FactAppeal, whose texts they are",
        (0, 0, 0, 0, 3, 0),
        marked.attributed,
        silver=True,
    ),
    Part(
        "News and reports of conflict, our trees of their long sentences",
        "as re3d, TimeBank, GeoWebNews, PLOVER, CAMEO, NGEC and PolNeAR, whose texts they are",
        (0, 0, 4, 0, 3, 0),
        marked.trees,
    ),
    Part(
        "News, our kinds of source in it",
        "as PolNeAR, LGL, GeoWebNews, TimeBank and ECB+, whose texts they are",
        (0, 0, 0, 6, 4, 4),
        marked.kinds,
        FINE,
    ),
    Part(
        "PolNeAR, our names in it",
        "none stated; the articles belong to their outlets",
        (2, 2, 2, 0, 2.5, 0),
        lambda root: marked.news_names(root, "polnear/train"),
    ),
    Part(
        "re3d without its BBC part",
        "Open Government Licence, public domain, CC BY-SA, by source",
        (8, 4, 2, 0, 1, 0),
        lambda root: [
            names.only(one) for one in _kept(spans.read_re3d(root / "re3d", RE3D_SOURCES, spans.RE3D_TRAINED))
        ],
    ),
    Part(
        "LGL",
        "GPL-3 repository",
        (1, 0.5, 0.7, 0, 0.15, 0),
        lambda root: _kept(spans.read_lgl(root / "geoparsing/lgl.xml")),
    ),
    Part(
        "GeoWebNews",
        "GPL-3 repository",
        (1, 0.5, 0.7, 0, 0.2, 0),
        lambda root: _kept(spans.read_gwn(root / "geoparsing/GWN.xml")),
    ),
    Part(
        "TimeBank and AQUAINT",
        "texts of LDC origin",
        (1.5, 1, 2, 0, 0.5, 0),
        lambda root: _kept(spans.read_timeml(spans.timeml_paths(root / "time/tbaq"))),
    ),
    Part(
        "WikiWars",
        "CC BY-SA 3.0",
        (1.5, 1, 2, 0, 0.5, 0),
        lambda root: _kept(spans.read_timeml(spans.timeml_paths(root / "time/wikiwars_train"))),
    ),
    Part(
        "UW event factuality",
        "none stated",
        (0, 0, 0, 5, 3, 3),
        lambda root: factuality.read(root / "factuality/uw_train.jsonl", UW),
        FINE,
    ),
    Part(
        "MEANTIME, its factuality",
        "CC BY 4.0",
        (0, 0, 0, 2, 2, 1),
        lambda root: factuality.read(root / "factuality/meantime_train.jsonl", UW),
    ),
    Part(
        "UDS-IH2, its factuality",
        "MIT",
        (0, 0, 0, 0.7, 0.3, 0),
        lambda root: factuality.read(root / "factuality/uds_ih2_train.jsonl", "factuality:uds"),
    ),
    Part(
        "FactAppeal",
        "CC BY 4.0",
        (0, 0, 0, 8, 4, 3),
        lambda root: _sourced(factappeal.read(root / "factappeal/train.csv")),
        FINE,
    ),
    Part(
        "CAMEO's actors, with our events",
        "GPL-3 repository",
        (0, 0, 0, 5, 4, 4),
        lambda root: marked.with_events(plover.read_actors(root / CAMEO), CAMEO),
        FINE,
    ),
    Part(
        "PLOVER's pairs, with our events",
        "none stated",
        (0, 0, 0, 8, 4, 5),
        lambda root: marked.with_parties(marked.with_events(plover.read_pairs(root / PAIRS), PAIRS), PAIRS),
        FINE,
    ),
    Part(
        "NGEC's machine-written stories, our events in them",
        "none stated",
        (0, 0, 0, 6, 3, 4),
        lambda root: marked.stories(root / STORIES, STORIES),
        FINE,
    ),
    Part(
        "News, our events in it",
        "as PolNeAR, TimeBank and GeoWebNews, whose texts they are",
        (0, 0, 0, 6, 3, 4),
        marked.news_events,
        FINE,
    ),
    Part("Our own examples", "Apache-2.0", (0, 0, 0, 12, 3, 5), lambda _: examples.read(OWN), FINE),
    Part(
        "Our own articles about wars",
        "Apache-2.0",
        (0, 0, 0, 8, 4, 5),
        lambda _: articles.read(ARTICLES),
        FINE,
        silver=True,
    ),
)


def decided(paths: Sequence[Path]) -> Part:
    """What people decided about claims, in files of `sayso examples`: a part from the fourth round on."""
    return Part(
        "Decided claims",
        "the ledger's own",
        (0, 0, 0, 8, 3, 8),
        lambda _: [document for path in paths for document in corrections.read(path)],
        FINE,
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
        lambda root: plain.read_column(root / STORIES, "text"),
    ),
)
"""Texts that only a teacher speaks about."""
