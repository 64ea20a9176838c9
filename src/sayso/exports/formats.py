"""The file formats of export: what each is called, what it holds, and what writes it. CLI, API and docs read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

What = Literal["claims", "articles"]
Format = Literal["jsonl", "csv", "parquet", "xlsx", "geojson", "jsonld", "stix", "ftm", "gexf", "graphml", "html"]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """One format.

    `media_type` is IANA's name where there is one, `extension` begins with a dot, `counted` is the noun for what
    `export` counts ("claim"). `extra` names what must be installed beside Sayso ("parquet": `sayso[parquet]`).
    `writer` is the module of `sayso.exports` and the function in it that writes the format.
    """

    key: Format
    name: str
    media_type: str
    extension: str
    holds: tuple[What, ...]
    counted: str | None
    """None: what is exported, one claim or one article."""
    description: str
    writer: tuple[str, str]
    extra: str | None = None


_BOTH: tuple[What, ...] = ("claims", "articles")
_CLAIMS: tuple[What, ...] = ("claims",)

FORMATS: Mapping[Format, FileFormat] = {
    one.key: one
    for one in (
        FileFormat(
            *("jsonl", "JSON lines", "application/x-ndjson", ".jsonl", _BOTH, None),
            "The records whole, one a line: for programs.",
            ("whole", "write"),
        ),
        FileFormat(
            *("csv", "CSV", "text/csv", ".csv", _BOTH, None),
            "One row a claim or an article: for spreadsheets, R and pandas.",
            ("flat", "write"),
        ),
        FileFormat(
            *("parquet", "Parquet", "application/vnd.apache.parquet", ".parquet", _BOTH, None),
            "The records whole, in columns: for DuckDB, pandas and polars.",
            ("parquet", "write"),
            extra="parquet",
        ),
        FileFormat(
            *("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
            *(_BOTH, None),
            "A workbook: the claims, the voices of each, their articles, and the codebook.",
            ("workbook", "write"),
        ),
        FileFormat(
            *("geojson", "GeoJSON", "application/geo+json", ".geojson", _CLAIMS, "place"),
            "The places of events, each with its claim: for QGIS and other maps.",
            ("geojson", "write"),
        ),
        FileFormat(
            *("jsonld", "JSON-LD", "application/ld+json", ".jsonld", _CLAIMS, None),
            "Linked data: schema.org claims, PROV-O for who said it, Web Annotation for where it stands.",
            ("linked", "write"),
        ),
        FileFormat(
            *("stix", "STIX 2.1", "application/stix+json", ".stix.json", _CLAIMS, "object"),
            "A bundle of reports, notes and opinions: for threat intelligence platforms.",
            ("stix", "write"),
            extra="stix",
        ),
        FileFormat(
            *("ftm", "FollowTheMoney", "application/json+ftm", ".ftm.json", _CLAIMS, "record"),
            "Articles, actors and events as entities, one a line: for Aleph and OpenSanctions' tools.",
            ("ftm", "write"),
            extra="ftm",
        ),
        FileFormat(
            *("gexf", "GEXF", "application/gexf+xml", ".gexf", _CLAIMS, "edge"),
            "The network of who does what to whom: for Gephi.",
            ("network", "write_gexf"),
        ),
        FileFormat(
            *("graphml", "GraphML", "application/graphml+xml", ".graphml", _CLAIMS, "edge"),
            "The same network: for networkx, igraph, yEd and Cytoscape.",
            ("network", "write_graphml"),
        ),
        FileFormat(
            *("html", "Report", "text/html", ".html", _CLAIMS, None),
            "A page that opens from disk, to read and to print: each claim with its voices and its sentence.",
            ("report", "write"),
        ),
    )
}
