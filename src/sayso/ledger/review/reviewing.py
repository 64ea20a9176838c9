"""The part of a ledger that holds what people decide about claims."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.review import comments, deciding, held
from sayso.ledger.review.agreement import agreement, disputes
from sayso.ledger.review.applying import meanings
from sayso.ledger.review.deciding import Wish
from sayso.ledger.review.examples import Example, decided_articles, examples
from sayso.ledger.review.progress import progress
from sayso.ledger.review.queue import Order, queue
from sayso.ledger.review.records import (
    NOTHING,
    Agreement,
    Comment,
    Decided,
    Decision,
    Dispute,
    Edit,
    Progress,
    Verdict,
)
from sayso.ledger.schema import decisions
from sayso.words.records import Article, Claim, Correction

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Transactions(Protocol):
    """What opens a transaction on the ledger's tables: `Ledger.transaction`."""

    def __call__(self, *, writing: bool = False) -> AbstractContextManager[Connection]:
        """Committed at its end, undone by an exception."""


class Review:
    """Decisions, comments, and what follows from them; `Ledger.review` gives it."""

    def __init__(self, transaction: Transactions) -> None:
        self._transaction = transaction

    def decide(
        self,
        claim_id: str,
        verdict: Verdict,
        *,
        reviewer: str,
        edit: Edit = NOTHING,
        seen: int | None = None,
        final: bool = False,
    ) -> Decided:
        """Keep what a reviewer decided about a claim: "accept", "reject", or "edit" with the fields to change.

        They decide about the claim as it stood at decision `seen`, the number of the last one that they saw (0: none;
        None: all there are): to accept a claim that somebody edited is to agree with the edit. `final` settles a
        dispute. LedgerError where the edit doesn't fit the article or the vocabulary, or there is no such claim;
        ConflictError, which holds the decision, where the same reviewer decided about it after `seen`.
        """
        with self._transaction(writing=True) as connection:
            return deciding.decide(connection, Wish(claim_id, verdict, reviewer, edit, seen, final))

    def add(self, article_id: str, edit: Edit, *, reviewer: str) -> Decided:
        """Keep a claim that a reviewer found and the model had missed; the edit has its content and predicate.

        LedgerError where it doesn't fit the article or the vocabulary, or the ledger has it.
        """
        with self._transaction(writing=True) as connection:
            return deciding.add(connection, article_id, edit, reviewer)

    def undo(self, number: int, *, by: str | None = None) -> Decided:
        """Take a decision back: all is as if it had not been made. With `by`, only that reviewer's own.

        LedgerError where there is no such decision, or it was taken back already.
        """
        with self._transaction(writing=True) as connection:
            return deciding.undo(connection, number, by)

    def decisions(
        self,
        *,
        reviewer: str | None = None,
        article_id: str | None = None,
        claim_id: str | None = None,
        limit: int | None = None,
        undone: bool = False,
    ) -> tuple[Decision, ...]:
        """Decisions, the latest first; those that were taken back only with `undone`."""
        equal = {decisions.c.reviewer: reviewer, decisions.c.article_id: article_id, decisions.c.claim_id: claim_id}
        conditions = [column == value for column, value in equal.items() if value is not None]
        if not undone:
            conditions.append(decisions.c.undone.is_(None))
        with self._transaction() as connection:
            return tuple(held.latest(connection, conditions, limit))

    def meanings(self, article: Article) -> list[Correction]:
        """What people decided that single mentions in an article mean, for `World.link` beside all corrections."""
        with self._transaction() as connection:
            return meanings(article, held.holding(connection, article.article_id))

    def comment(self, article_id: str, text: str, *, reviewer: str, claim_id: str | None = None) -> Comment:
        """Keep a comment on an article, or on one of its claims. LedgerError where it is empty or there is neither."""
        with self._transaction(writing=True) as connection:
            return comments.add(connection, article_id, claim_id, text, reviewer)

    def comments(
        self, *, article_id: str | None = None, claim_id: str | None = None, limit: int | None = None
    ) -> tuple[Comment, ...]:
        """The latest comments, in the order they were made."""
        with self._transaction() as connection:
            return tuple(comments.read(connection, article_id, claim_id, limit))

    def queue(
        self, which: Filter = EVERYTHING, *, by: Order = "uncertainty", limit: int = 20, skip: str | None = None
    ) -> tuple[Claim, ...]:
        """Claims to decide about next, but for those that the reviewer `skip` has decided about.

        By "uncertainty" those come first whose confidence is nearest to 0.5, mixed over articles and types of event;
        by "position" they come as they stand in the articles.
        """
        with self._transaction() as connection:
            return tuple(queue(connection, which, by, limit, skip))

    def progress(self, which: Filter = EVERYTHING) -> Progress:
        """How many of the claims that pass a filter, the rejected among them, were decided about."""
        with self._transaction() as connection:
            return progress(connection, which)

    def agreement(self) -> Agreement:
        """How far reviewers agree where several decided about the same claims."""
        with self._transaction() as connection:
            return agreement(connection)

    def disputes(self) -> tuple[Dispute, ...]:
        """The claims about which reviewers differ, by article and position, until a final decision settles each."""
        with self._transaction() as connection:
            return tuple(disputes(connection))

    def examples(self) -> Iterator[Example]:
        """Every decided claim as an example to train on, by article; disputed ones wait until they are settled."""
        with self._transaction() as connection:
            found = decided_articles(connection)
        for article_id in found:
            with self._transaction() as connection:
                of_article = list(examples(connection, article_id))
            yield from of_article
