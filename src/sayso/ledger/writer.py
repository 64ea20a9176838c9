"""Writing readings into the tables, within the transaction of the caller."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sqlalchemy import Connection, Dialect, Table, bindparam, delete, insert, select, update

from sayso.ledger.errors import LedgerError
from sayso.ledger.rows import (
    Cells,
    Marked,
    article_values,
    by_position,
    claim_cells,
    count_words,
    entity_cells,
    resolution_cells,
    roles,
    span_cells,
    voice_cells,
)
from sayso.ledger.schema import articles, claims, entities, resolutions, runs, spans, voices
from sayso.words.records import Reading, Span, Voice


def write(connection: Connection, run_id: str, readings: Iterable[Reading]) -> int:
    """Write the readings that aren't there already and count them for their run; returns how many they were."""
    written = [reading for reading in readings if _write(connection, run_id, reading)]
    more = {
        runs.c.articles: runs.c.articles + len(written),
        runs.c.words: runs.c.words + sum(count_words(reading.article) for reading in written),
        runs.c.claims: runs.c.claims + sum(len(reading.claims) for reading in written),
    }
    connection.execute(update(runs).where(runs.c.run_id == run_id).values(more))
    return len(written)


def _write(connection: Connection, run_id: str, reading: Reading) -> bool:
    """Write a reading, False where this model's is there already.

    LedgerError where a record doesn't hold: a span that isn't what stands in the text, a claim of another article, an
    id given twice, or text that isn't Unicode.
    """
    here = connection.execute(_MODEL, {"wanted": reading.article.article_id}).scalar()
    if here == reading.model:
        return False
    _check(reading)
    try:
        _replace_article(connection, run_id, reading, new=here is None)
        _insert_parts(connection, reading)
    except UnicodeEncodeError as error:
        raise LedgerError(
            f"article {reading.article.article_id} holds {error.object[error.start]!r}, half of a character; "
            "repair its text before it is read"
        ) from error
    return True


_MODEL = select(articles.c.model).where(articles.c.article_id == bindparam("wanted"))


def relink(connection: Connection, reading: Reading) -> None:
    """Write a reading's claims and resolutions anew: the same ones, with other meanings of their names."""
    _check(reading)
    article_id = reading.article.article_id
    here = articles.c.article_id == article_id
    connection.execute(update(articles).where(here).values(world=reading.world or None))
    for table in (claims, resolutions):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    _insert_claims(connection, reading)


def _replace_article(connection: Connection, run_id: str, reading: Reading, *, new: bool) -> None:
    article_id = reading.article.article_id
    values = article_values(reading, run_id)
    if new:
        connection.execute(insert(articles), values)
        return
    connection.execute(update(articles).where(articles.c.article_id == article_id).values(values))
    for table in (claims, entities, resolutions):
        connection.execute(delete(table).where(table.c.article_id == article_id))


def _insert_parts(connection: Connection, reading: Reading) -> None:
    article_id = reading.article.article_id
    _insert(connection, entities, [entity_cells(article_id, i, entity) for i, entity in enumerate(reading.entities)])
    _insert_claims(connection, reading)


def _insert_claims(connection: Connection, reading: Reading) -> None:
    article_id = reading.article.article_id
    placed = list(enumerate(by_position(reading.claims)))
    _insert(connection, claims, [claim_cells(claim, at) for at, claim in placed])
    _insert(connection, voices, [cells for at, claim in placed for cells in voice_cells(claim, at)])
    for columns, rows in span_cells(placed):
        _insert(connection, spans, rows, columns)
    found = [resolution_cells(article_id, i, resolution) for i, resolution in enumerate(reading.resolutions)]
    _insert(connection, resolutions, found)


def _insert(connection: Connection, table: Table, rows: list[Cells], columns: tuple[str, ...] | None = None) -> None:
    if rows:
        connection.exec_driver_sql(_statement(table, columns, connection.dialect), rows)


@lru_cache(maxsize=32)
def _statement(table: Table, columns: tuple[str, ...] | None, dialect: Dialect) -> str:
    # The driver takes plain tuples: SQLAlchemy's own dictionaries take twice the time.
    return str(insert(table).compile(dialect=dialect, column_keys=columns))


def _check(reading: Reading) -> None:
    """That the text has what each record says stands there: the first of the laws that always hold."""
    article = reading.article
    for marked in _marked(reading):
        there = article.text[marked.start : marked.end]
        if there != marked.text or marked.start < 0 or marked.end - marked.start != len(there):
            raise LedgerError(
                f"article {article.article_id}: {marked.text!r} does not stand at {marked.start}–{marked.end}; "
                f"{there!r} does"
            )
    if strange := next((claim for claim in reading.claims if claim.article_id != article.article_id), None):
        raise LedgerError(f"claim {strange.claim_id} is of article {strange.article_id}, not {article.article_id}")


def _marked(reading: Reading) -> Iterator[Marked]:
    yield from reading.entities
    yield from reading.resolutions
    for claim in reading.claims:
        yield claim.predicate
        for voice in claim.voices:
            yield from _of_voice(voice)
        for _, of_role in roles(claim):
            yield from of_role


def _of_voice(voice: Voice) -> Iterator[Span]:
    if voice.start is not None and voice.end is not None and voice.text is not None:
        yield Span(voice.start, voice.end, voice.text)
    yield from (span for span in (voice.cue, voice.same_as) if span)
