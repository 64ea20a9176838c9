"""Deciding about a claim, and taking it back: each in one transaction, and such as write come one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, insert, select, update

from sayso.ledger import writer
from sayso.ledger.errors import LedgerError, NotFoundError
from sayso.ledger.reader import claims_of
from sayso.ledger.review import checking, held
from sayso.ledger.review.applying import Settled, apply, is_alike, settle
from sayso.ledger.review.editing import PERSON, added, edited
from sayso.ledger.review.edits import changes, merged
from sayso.ledger.review.records import NOTHING, ConflictError, Decided, Decision, Edit, Verdict
from sayso.ledger.rows import article_of
from sayso.ledger.schema import articles, claims, decisions
from sayso.words.records import Article, Claim


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to decide: `seen` is the number of the last decision that they saw, None for all there are.

    `final` settles a dispute between reviewers.
    """

    claim_id: str
    verdict: Verdict
    reviewer: str
    edit: Edit = NOTHING
    seen: int | None = None
    final: bool = False


def decide(connection: Connection, wish: Wish) -> Decided:
    """Keep what somebody decided about a claim, and let the claim follow."""
    _check_reviewer(wish.reviewer)
    _check_verdict(wish)
    article = _article(connection, _article_of(connection, wish.claim_id))
    checking.check(article, wish.edit)
    standing = {claim.claim_id: claim for claim in claims_of(connection, article.article_id)}
    if wish.claim_id not in standing:
        raise _unknown(wish.claim_id)
    known = held.read(connection, decisions.c.claim_id == wish.claim_id)
    _check_seen(known, wish)
    number = _insert(connection, _decision(article, standing[wish.claim_id], known, wish))
    return _follow(connection, article, number, standing)


def add(connection: Connection, article_id: str, edit: Edit, reviewer: str) -> Decided:
    """Keep a claim that somebody found and the model had missed."""
    _check_reviewer(reviewer)
    article = _article(connection, article_id)
    checking.check(article, edit)
    claim = added(article, edit)
    checking.check_whole(claim, edit)
    standing = {claim.claim_id: claim for claim in claims_of(connection, article_id)}
    alike = (one for one in standing.values() if one.claim_id == claim.claim_id or is_alike(one, claim))
    if known := next((one for one in alike if one.claim_id == claim.claim_id or one.review != "rejected"), None):
        raise LedgerError(f"the ledger has this claim of that source: {known.claim_id}; edit that one")
    wanted = Decision(0, article_id, claim.claim_id, "add", edit, None, reviewer, _now())
    return _follow(connection, article, _insert(connection, wanted), standing)


def undo(connection: Connection, number: int, by: str | None) -> Decided:
    """Take a decision back; what its reviewer had decided before holds again."""
    decision = _get(connection, number)
    if by not in (None, decision.reviewer):
        raise LedgerError(f"decision {number} is {decision.reviewer}'s; nobody else takes it back")
    article = _article(connection, decision.article_id)
    if _get(connection, number).undone is not None:
        raise LedgerError(f"decision {number} was taken back already")
    standing = {claim.claim_id: claim for claim in claims_of(connection, article.article_id)}
    connection.execute(update(decisions).where(decisions.c.number == number).values(undone=_now()))
    return _follow(connection, article, number, standing)


def _article_of(connection: Connection, claim_id: str) -> str:
    query = select(claims.c.article_id).where(claims.c.claim_id == claim_id)
    found: str | None = connection.execute(query).scalar()
    if found is None:
        raise _unknown(claim_id)
    return found


def _unknown(claim_id: str) -> NotFoundError:
    return NotFoundError(f"there is no claim {claim_id!r}; `sayso claims --json` shows ids")


def _article(connection: Connection, article_id: str) -> Article:
    row = connection.execute(select(articles).where(articles.c.article_id == article_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"there is no article {article_id!r}")
    return article_of(row)


def _check_reviewer(reviewer: str) -> None:
    if not reviewer.strip():
        raise LedgerError("a decision needs the name of who makes it")


def _check_verdict(wish: Wish) -> None:
    if wish.verdict == "add":
        raise LedgerError("a claim that was missed is added to its article, not decided about")
    if (wish.verdict == "edit") is (wish.edit == NOTHING):
        raise LedgerError(f"{wish.verdict} goes {'with' if wish.verdict == 'edit' else 'without'} fields to change")


def _check_seen(known: Sequence[Decision], wish: Wish) -> None:
    own = [one for one in known if one.reviewer == wish.reviewer and one.undone is None]
    if wish.seen is not None and own and own[-1].number > wish.seen:
        raise ConflictError(own[-1])


def _decision(article: Article, claim: Claim, known: Sequence[Decision], wish: Wish) -> Decision:
    """The wish as a decision: it keeps, or changes, the claim as they saw it, with what others had changed by then."""
    holding = [one for one in known if one.undone is None]
    seen = [one for one in holding if wish.seen is None or one.number <= wish.seen]
    base = settle(article, holding).base if holding else replace(claim, review=None)
    stands = settle(article, seen) if seen else Settled(base, NOTHING, base, kept=True)
    shown = claim if seen == holding else stands.claim
    kept = stands.edit if stands.kept else NOTHING
    edit = NOTHING if wish.verdict == "reject" else kept
    if wish.verdict == "edit":
        edit = _edit(article, base, kept, changes(shown, wish.edit))
    return Decision(
        number=0,
        article_id=article.article_id,
        claim_id=claim.claim_id,
        verdict="accept" if wish.verdict == "edit" and edit == kept else wish.verdict,
        edit=None if edit == NOTHING else edit,
        before=base,
        reviewer=wish.reviewer,
        made=_now(),
        final=wish.final,
    )


def _edit(article: Article, base: Claim, kept: Edit, change: Edit) -> Edit:
    """All that is changed of the base: what others had changed already, and what is new. LedgerError where no claim
    would come of it.
    """
    both = merged(kept, change)
    claim = edited(article, base, both)
    checking.check_whole(claim, change)
    # What a person added has no other to compare with: all of it is theirs, and so are the ids that they gave.
    return both if base.model == PERSON else changes(base, both)


def _insert(connection: Connection, decision: Decision) -> int:
    fields = {
        "article_id": decision.article_id,
        "claim_id": decision.claim_id,
        "verdict": decision.verdict,
        "reviewer": decision.reviewer,
        "made": decision.made,
        "final": decision.final,
    }
    records = {"edit": decision.edit, "before": decision.before}
    fields |= {name: msgspec.to_builtins(record) for name, record in records.items() if record is not None}
    number: int = connection.execute(insert(decisions).values(fields).returning(decisions.c.number)).scalar_one()
    return number


def _get(connection: Connection, number: int) -> Decision:
    found = held.read(connection, decisions.c.number == number)
    if not found:
        raise NotFoundError(f"there is no decision {number}; `sayso decisions` lists them")
    return found[0]


def _follow(connection: Connection, article: Article, number: int, standing: dict[str, Claim]) -> Decided:
    """Bring the claims of an article, which stood so, in line with its decisions, of which that one is new."""
    decision, article_id = _get(connection, number), article.article_id
    model = held.models_claims(connection, article_id, standing.values())
    applied = apply(article, model, held.holding(connection, article_id))
    # The other claims stay as they stand: in decisions, names mean what they meant when these were made.
    others = {one: claim for one, claim in standing.items() if one != decision.claim_id}
    now = {claim.claim_id: others.get(claim.claim_id, claim) for claim in applied.claims}
    stale = now.keys() != standing.keys() or any(_differs(now[one], standing[one]) for one in now)
    if stale:
        writer.rewrite(connection, article_id, tuple(now.values()))
    elif decision.claim_id in now:
        review = now[decision.claim_id].review
        connection.execute(update(claims).where(claims.c.claim_id == decision.claim_id).values(review=review))
    held.give(connection, article_id, applied.given.values())
    writer.touch(connection, [article_id])
    return Decided(decision, now.get(decision.claim_id), stale)


def _differs(one: Claim, other: Claim) -> bool:
    return replace(one, review=other.review) != other


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
