"""Writing readings into the tables, within the transaction of the caller."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import isnan
from operator import attrgetter

from sqlalchemy import Connection, Integer, String, bindparam, cast, delete, insert, select, update

from sayso.ledger.bulk import put
from sayso.ledger.errors import LedgerError
from sayso.ledger.review import held
from sayso.ledger.review.following import follow
from sayso.ledger.rows import (
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
from sayso.ledger.schema import articles, claims, entities, meta, resolutions, runs, spans, voices
from sayso.words.records import Claim, Reading, Voice


def write(connection: Connection, run_id: str, readings: Iterable[Reading]) -> int:
    """Write the readings that aren't there already and count them for their run; returns how many they were."""
    written = [reading for reading in readings if _write(connection, run_id, reading)]
    touch(connection, [reading.article.article_id for reading in written])
    more = {
        "more_articles": len(written),
        "more_words": sum(count_words(reading.article) for reading in written),
        "more_claims": sum(len(reading.claims) for reading in written),
    }
    connection.execute(_COUNT, {"wanted": run_id, **more})
    return len(written)


# Statements made once, here and below: to put one together takes SQLAlchemy longer than SQLite takes to run it.
_COUNT = (
    update(runs)
    .where(runs.c.run_id == bindparam("wanted"))
    .values(
        {column: column + bindparam(f"more_{column.key}") for column in (runs.c.articles, runs.c.words, runs.c.claims)}
    )
)


def _write(connection: Connection, run_id: str, reading: Reading) -> bool:
    """Write a reading, False where this model's is there already.

    LedgerError where a record doesn't hold: a span that isn't what stands in the text, a claim of another article, an
    id given twice, or text that isn't Unicode.
    """
    here = model_of(connection, reading.article.article_id)
    if here == reading.model:
        return False
    _check(reading)
    decided = reading
    if here is not None:
        decided = held.apply_to(connection, reading)
        follow(connection, reading.article.article_id, decided.claims)
    try:
        _replace_article(connection, run_id, decided, new=here is None)
        _insert_parts(connection, decided)
    except UnicodeEncodeError as error:
        raise LedgerError(
            f"article {reading.article.article_id} holds {error.object[error.start]!r}, half of a character; "
            "repair its text before it is read"
        ) from error
    return True


def model_of(connection: Connection, article_id: str) -> str | None:
    """The model whose reading of the article is here, if any is."""
    return connection.execute(_MODEL, {"wanted": article_id}).scalar()


_MODEL = select(articles.c.model).where(articles.c.article_id == bindparam("wanted"))


def relink(connection: Connection, reading: Reading) -> bool:
    """Write a reading's claims and resolutions anew: the same ones, with other meanings of their names.

    False, and nothing changes, where the article's claims changed since the reading was taken from the ledger.
    """
    _check(reading)
    article_id = reading.article.article_id
    here = articles.c.article_id == article_id
    if reading.revision is not None:
        here &= articles.c.revision == reading.revision
    if not connection.execute(update(articles).where(here).values(world=reading.world or None)).rowcount:
        return False
    linked = held.keep_names(connection, reading)
    for table in (claims, resolutions):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    _insert_claims(connection, linked.claims)
    _insert_resolutions(connection, linked)
    touch(connection, [article_id])
    return True


def rewrite(connection: Connection, article_id: str, found: Sequence[Claim]) -> None:
    """Write an article's claims anew; what its names mean is to be looked up again. The caller touches the article."""
    follow(connection, article_id, found)
    connection.execute(update(articles).where(articles.c.article_id == article_id).values(world=None))
    connection.execute(delete(claims).where(claims.c.article_id == article_id))
    _insert_claims(connection, found)


def touch(connection: Connection, article_ids: Sequence[str]) -> int:
    """Count the ledger's revision up by one and note it at these articles, whose claims changed; returns it.

    Whoever keeps claims in memory asks for the articles of a higher revision than the last it saw. One row counts, so
    that writers wait for each other, and no reader sees a higher revision before a lower one.
    """
    if not article_ids:
        return revision(connection)
    raised = connection.execute(_RAISE).scalar()
    if raised is None:
        connection.execute(insert(meta).values(key="revision", value="1"))
    reached = int(raised or 1)
    connection.execute(_REACH, [{"wanted": article_id, "reached": reached} for article_id in article_ids])
    return reached


_RAISE = (
    update(meta)
    .where(meta.c.key == "revision")
    .values(value=cast(cast(meta.c.value, Integer) + 1, String))
    .returning(meta.c.value)
)
_REACH = update(articles).where(articles.c.article_id == bindparam("wanted")).values(revision=bindparam("reached"))


def revision(connection: Connection) -> int:
    """How often the ledger's claims have changed; 0 while it is empty."""
    return int(connection.execute(select(meta.c.value).where(meta.c.key == "revision")).scalar() or 0)


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
    put(connection, entities, [entity_cells(article_id, i, entity) for i, entity in enumerate(reading.entities)])
    _insert_claims(connection, reading.claims)
    _insert_resolutions(connection, reading)


def _insert_claims(connection: Connection, found: Iterable[Claim]) -> None:
    placed = list(enumerate(by_position(found)))
    put(connection, claims, [claim_cells(claim, at) for at, claim in placed])
    put(connection, voices, [cells for at, claim in placed for cells in voice_cells(claim, at)])
    for columns, rows in span_cells(placed):
        put(connection, spans, rows, columns)


def _insert_resolutions(connection: Connection, reading: Reading) -> None:
    article_id = reading.article.article_id
    found = [resolution_cells(article_id, i, resolution) for i, resolution in enumerate(reading.resolutions)]
    put(connection, resolutions, found)


def _check(reading: Reading) -> None:
    """That the text has what each record says stands there: the first of the laws that always hold."""
    article = reading.article
    if "\0" in article.text:  # PostgreSQL can't keep it, and the readers of articles leave none
        raise LedgerError(f"article {article.article_id} holds a NUL; repair its text before it is read")
    for start, end, text in map(_OFFSETS, _marked(reading)):
        there = article.text[start:end]
        if there != text or start < 0 or end - start != len(there):
            raise LedgerError(f"article {article.article_id}: {text!r} does not stand at {start}–{end}; {there!r} does")
    if isnan(sum(_scores(reading))):
        raise LedgerError(f"article {article.article_id}: a confidence or a score is no number")
    if strange := next((claim for claim in reading.claims if claim.article_id != article.article_id), None):
        raise LedgerError(f"claim {strange.claim_id} is of article {strange.article_id}, not {article.article_id}")


def _scores(reading: Reading) -> Iterator[float]:
    for claim in reading.claims:
        yield from (claim.confidence, claim.factuality.score)
    yield from (entity.confidence for entity in reading.entities)
    yield from (resolution.score for resolution in reading.resolutions)


_OFFSETS = attrgetter("start", "end", "text")


def _marked(reading: Reading) -> Iterator[Marked | Voice]:
    yield from reading.entities
    yield from reading.resolutions
    for claim in reading.claims:
        yield claim.predicate
        for voice in claim.voices:
            if voice.text is not None:
                yield voice
            if voice.cue is not None:
                yield voice.cue
            if voice.same_as is not None:
                yield voice.same_as
        for _, of_role in roles(claim):
            yield from of_role
