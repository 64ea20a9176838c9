"""The ledger: everything that was read, kept in one database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, func, select

from sayso.ledger import corrections, database, fulltext, run
from sayso.ledger.corrections import KeptCorrection
from sayso.ledger.errors import NotFoundError
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.find import find_article, find_claim
from sayso.ledger.reader import START, Key, claims_at, claims_of, count_claims, key_of, read_articles, read_claims
from sayso.ledger.review.reviewing import Review
from sayso.ledger.rows import article_of, entity_of, resolution_of
from sayso.ledger.run import Failure, Run
from sayso.ledger.schema import articles, entities, resolutions
from sayso.ledger.search import Hit, Term, matches, parse, snippet
from sayso.ledger.summary import Summary, summarize
from sayso.ledger.writer import model_of, relink, write
from sayso.words.records import UNLISTED_ID, Article, Candidate, Claim, Correction, Entity, Reading, Resolution


class Ledger:
    """What was read, and the questions to ask of it.

    One process may write while others read. An article is in the ledger whole or not at all, whenever the process
    that writes it ends. What is reported as added is on the disk.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        """`Ledger.open` is the way in. `where` is the ledger's name for people: no password is in it."""
        self._engine = engine
        self.where = where

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """Open the ledger in a file, in memory (":memory:") or in a PostgreSQL database ("postgresql://ann@host/name").

        One that isn't there is made, if `create`; a database must be there, but may be empty. LedgerError where there
        is none, where it is something else, or from a newer version of Sayso.
        """
        return cls(database.connect(where, create=create), database.shown(where))

    @property
    def review(self) -> Review:
        """What people decide about claims."""
        return Review(self.transaction)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Ledger({self.where!r})"

    # Runs.

    def start_run(self, model: str, version: str) -> str:
        """Note that a run begins, with these weights and this version of Sayso. Its id goes to `add`, `add_many`."""
        with self._writing() as connection:
            return run.start(connection, model, version)

    def finish_run(self, run_id: str) -> Run:
        """Note that a run came to its end, and return it with its counts."""
        with self._writing() as connection:
            return run.finish(connection, run_id)

    def add_failure(self, run_id: str, path: str, reason: str) -> None:
        """Note a file that the run could not read."""
        with self._writing() as connection:
            run.fail(connection, Failure(run_id, path, reason))

    def runs(self) -> tuple[Run, ...]:
        """Every run, the first first."""
        with self._engine.begin() as connection:
            return run.read(connection)

    def failures(self, run_id: str) -> tuple[Failure, ...]:
        """What the run could not read, in the order in which it was noted."""
        with self._engine.begin() as connection:
            return run.read_failures(connection, run_id)

    # Writing.

    def has(self, article_id: str, model: str) -> bool:
        """Whether the article is here as this model reads it."""
        with self._engine.begin() as connection:
            return model_of(connection, article_id) == model

    def add(self, run_id: str, reading: Reading) -> bool:
        """Add one article with its claims and entities; False, and nothing changes, if this model read it before.

        Another model's claims and entities of the article give way to the new ones in the same transaction.
        LedgerError where a record doesn't hold (`add_many`).
        """
        return self.add_many(run_id, (reading,)) == 1

    def add_many(self, run_id: str, readings: Iterable[Reading]) -> int:
        """Add readings as `add` does, all in ONE transaction; returns how many were new.

        LedgerError, and none of them is written, for an unknown run, a span that isn't what stands in the text, an
        id given twice, text that isn't Unicode, a full disk, or a ledger that another process holds for 30 seconds.
        """
        with self._writing() as connection:
            run.get(connection, run_id)
            return write(connection, run_id, readings)

    # What names mean.

    def stale(self, world: str) -> Iterator[Reading]:
        """The readings whose names were looked up in another version of the world than this, or not at all."""
        name = articles.c.article_id
        query = select(name).where(articles.c.world.is_distinct_from(world)).order_by(name)
        with self._engine.begin() as connection:
            found = connection.execute(query).scalars().all()
        return map(self.reading, found)

    def reading(self, article_id: str) -> Reading:
        """An article with its claims, those that were rejected too, and its entities. LedgerError where it isn't."""
        with self._engine.begin() as connection:
            row = connection.execute(select(articles).where(articles.c.article_id == article_id)).one_or_none()
            if row is None:
                raise NotFoundError(f"there is no article {article_id!r}")
            claims = tuple(claims_of(connection, article_id))
        return Reading(article_of(row), claims, self.entities(article_id), row.model, revision=row.revision)

    def relink(self, readings: Iterable[Reading]) -> int:
        """Write what names were taken to mean anew, in ONE transaction; the claims themselves stay as they are.

        An article whose claims changed since its reading was taken from here is left to be looked up again. Returns
        how many were written.
        """
        found = list(readings)  # before the transaction: they may come out of this very ledger
        with self._writing() as connection:
            return sum(relink(connection, reading) for reading in found)

    def correct(self, correction: Correction, *, reviewer: str | None = None) -> int:
        """Keep a person's word on what a name means. Returns how many articles are to be looked up again (`stale`)."""
        with self._writing() as connection:
            return corrections.forget(connection, [corrections.add(connection, correction, reviewer)])

    def merge(self, keep: str, ids: Iterable[str], *, reviewer: str | None = None) -> tuple[KeptCorrection, ...]:
        """Keep a person's word that actors are one: from now on each of `ids` means `keep`; all or none.

        A correction each, which `undo` takes back. LedgerError where the ledger knows no such actor.
        """
        with self._writing() as connection:
            made = corrections.merge(connection, keep, tuple(ids), reviewer)
            corrections.forget(connection, made)
            return made

    def undo(self, *numbers: int) -> int:
        """Take back the corrections of these numbers, all or none; returns what `correct` does.

        LedgerError where there is no such correction.
        """
        with self._writing() as connection:
            return corrections.forget(connection, [corrections.remove(connection, number) for number in numbers])

    def corrections(self) -> tuple[KeptCorrection, ...]:
        """Every correction, the first first."""
        with self._engine.begin() as connection:
            return corrections.read(connection)

    def resolutions(self, article_id: str) -> tuple[Resolution, ...]:
        """What the names in an article were taken to mean, in the order in which they stand in it."""
        query = select(resolutions).where(resolutions.c.article_id == article_id).order_by(resolutions.c.number)
        with self._engine.begin() as connection:
            return tuple(map(resolution_of, connection.execute(query)))

    def unlisted_actors(self) -> tuple[Candidate, ...]:
        """Whom mentions were taken to mean and no list holds, by article; each once for a name and a country."""
        of = resolutions.c
        told = of.chosen_id, of.name, of.type, of.country
        query = (
            select(*told, func.max(of.score))
            # As a range, since an index answers that: ";" comes after ":".
            .where(of.kind == "actor", of.chosen_id > UNLISTED_ID, of.chosen_id < UNLISTED_ID.replace(":", ";"))
            .group_by(*told)
            .order_by(func.min(of.article_id), func.min(of.number), *told)
        )
        with self._engine.begin() as connection:
            return tuple(Candidate(*row) for row in connection.execute(query))

    # Asking.

    def claims(
        self, which: Filter = EVERYTHING, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[Claim]:
        """The claims that pass a filter, by article_id and position in the article, read as they are asked for.

        `after` is the claim_id of the last one seen. LedgerError where it's unknown, or `which.text` holds no word.
        """
        with self._engine.begin() as connection:
            key = START if after is None else key_of(connection, after)
        return read_claims(self._engine, which, limit, key)

    def count(self, which: Filter = EVERYTHING) -> int:
        """How many claims pass a filter."""
        with self._engine.begin() as connection:
            return count_claims(connection, which)

    def articles(
        self, which: Filter = EVERYTHING, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[Article]:
        """Every article, or those with at least one claim that passes the filter, by article_id.

        `after` is the article_id of the last one seen.
        """
        return read_articles(self._engine, which, limit, after or "")

    def article(self, name: str) -> Article:
        """One article, by its id, the beginning of its id, its path or title, or a fragment of either.

        LedgerError lists the candidates where it fits several.
        """
        with self._engine.begin() as connection:
            return find_article(connection, name)

    def claim(self, name: str) -> Claim:
        """One claim, by its id, the beginning of its id, or words of its content; those that were rejected too.

        LedgerError lists the candidates where it fits several.
        """
        with self._engine.begin() as connection:
            return find_claim(connection, name)

    def entities(self, article_id: str) -> tuple[Entity, ...]:
        """The names in an article, in the order in which they were added."""
        query = select(entities).where(entities.c.article_id == article_id).order_by(entities.c.number)
        with self._engine.begin() as connection:
            return tuple(map(entity_of, connection.execute(query)))

    def search(self, query: str, *, limit: int = 20) -> Iterator[Hit]:
        """Articles whose title and text hold all of the query, best first.

        The query is words; `"in quotes"` they stand side by side, `troop*` stands for every word that begins so.
        LedgerError where it holds no word.
        """
        terms = parse(query)
        with self._engine.begin() as connection:
            found = connection.execute(fulltext.found(terms).limit(limit)).scalars().all()
        return (self._hit(article_id, query, terms) for article_id in found)

    def claims_at(self, keys: Sequence[Key]) -> dict[Key, Claim]:
        """Claims by their article and their position in it, for some hundred at once; what isn't there is left out."""
        with self._engine.begin() as connection:
            return claims_at(connection, keys)

    def summary(self) -> Summary:
        """The ledger in numbers."""
        with self._engine.begin() as connection:
            return summarize(connection)

    @contextmanager
    def transaction(self, *, writing: bool = False) -> Iterator[Connection]:
        """A transaction on the tables of `sayso.ledger.schema`, for the rooms that keep tables of their own there."""
        with database.writing(self._engine) if writing else self._engine.connect() as connection, connection.begin():
            yield connection

    def _hit(self, article_id: str, query: str, terms: tuple[Term, ...]) -> Hit:
        with self._engine.begin() as connection:
            article = article_of(connection.execute(select(articles).where(articles.c.article_id == article_id)).one())
        spans = matches(article.text, terms)
        return Hit(
            article_id=article_id,
            title=article.title,
            outlet=article.outlet,
            published=article.published,
            snippet=snippet(article.text, spans),
            matches=spans,
            claims=tuple(self.claims(Filter(article=article_id, text=query))),
        )

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with database.writing(self._engine) as connection, connection.begin():
            yield connection
