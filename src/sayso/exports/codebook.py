"""The codebook: what each column of an export holds, and what each label in it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.exports.flat import ARTICLE_COLUMNS, CLAIM_COLUMNS, VOICE_COLUMNS
from sayso.version import __version__
from sayso.words import vocabulary

LABELS = (
    *("event_types", "event_modes", "factuality", "stances", "source_kinds"),
    *("place_precisions", "moment_precisions", "quantity_kinds", "actor_kinds", "quad_classes", "review_states"),
)
"""The vocabularies whose keys stand in exported records."""

RULES = (
    "Every `start` and `end` counts characters of the article's unaltered text from 0, the end excluded.",
    "What is unknown is empty (CSV, Excel) or null (JSON): never a guess, no date of publication for an event's date.",
    "Dates are ISO prefixes of the precision that is known: `2018`, `2018-10`, `2018-10-15`.",
    "`factuality` is how the nearest voice presents a claim. Nothing here says whether it is true.",
    "Claims that people rejected are left out unless they are asked for.",
    "Without texts, an export holds of an article only what its claims quote, which together may still be most of it.",
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of CSV and Excel; `voices` is a sheet of Excel only."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Label:
    """One key of a vocabulary, as records hold it."""

    key: str
    name: str
    definition: str
    source: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """What an export of this version of Sayso holds."""

    version: str
    rules: tuple[str, ...]
    claims: tuple[Column, ...]
    voices: tuple[Column, ...]
    articles: tuple[Column, ...]
    vocabularies: Mapping[str, tuple[Label, ...]]


def codebook() -> Codebook:
    """The codebook of this version."""
    return Codebook(
        version=__version__,
        rules=RULES,
        claims=_columns(CLAIM_COLUMNS),
        voices=_columns(VOICE_COLUMNS),
        articles=_columns(ARTICLE_COLUMNS),
        vocabularies={name: labels(name) for name in LABELS},
    )


def labels(name: str) -> tuple[Label, ...]:
    """The labels of one vocabulary, in its order."""
    return tuple(Label(term.key, term.name, term.definition, term.source) for term in vocabulary.load(name).values())


def markdown(book: Codebook) -> str:
    """The codebook as a page."""
    return "\n\n".join(_sections(book)) + "\n"


def _columns(columns: Mapping[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name, meaning) for name, meaning in columns.items())


def _sections(book: Codebook) -> Iterator[str]:
    yield "# Codebook"
    yield f"What each column of an export holds and what each label means, as Sayso {book.version} writes them."
    yield "\n".join(f"- {rule}" for rule in book.rules)
    for title, columns in (("claims", book.claims), ("voices", book.voices), ("articles", book.articles)):
        yield f"## Columns of {title}"
        yield _table(("Column", "Holds"), [(f"`{column.name}`", column.meaning) for column in columns])
    for name, terms in book.vocabularies.items():
        yield f"## Vocabulary `{name}`"
        rows = [(f"`{term.key}`", term.name, term.definition, term.source) for term in terms]
        yield _table(("Key", "Name", "Means", "From"), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
