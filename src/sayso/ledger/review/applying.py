"""What the claims of an article are, once people decided: the model's claims + decisions → claims.

1. Decisions are taken by claim; each reviewer's latest counts, a final one above all (`settle`).
2. What was decided stands as it was decided: a claim of the model's that is the same one gives way to it. So no later
   run changes it, and its id stays.
3. What was accepted, edited or added stands also where the model gives no such claim any more.

Nothing here knows a database. The order in which reviewers decided plays no part, and without decisions the model's
claims come back as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.ledger.review.editing import PERSON, added, edited
from sayso.ledger.review.edits import names, whole
from sayso.ledger.review.records import NOTHING, Decision, Edit
from sayso.words.records import Article, Claim, Correction


@dataclass(frozen=True, slots=True)
class Settled:
    """One claim as people left it. `edit` is what they changed of `base`, the claim as the model or a person gave it;
    `claim.review` says what came of it. `kept` says that somebody stands by it.
    """

    base: Claim
    edit: Edit
    claim: Claim
    kept: bool


@dataclass(frozen=True, slots=True)
class Applied:
    """The claims that stand, and those of the model's that give way to what people decided, by the id of the former."""

    claims: tuple[Claim, ...]
    given: dict[str, Claim]


def apply(article: Article, claims: Sequence[Claim], decisions: Iterable[Decision]) -> Applied:
    """The claims of an article with the decisions that hold. `claims` are the model's, in any order."""
    settled = settle_all(article, decisions)
    given = _matches(claims, settled)
    matched = {claim.claim_id for claim in given.values()}
    free = (claim for claim in claims if claim.claim_id not in matched)
    standing = (one.claim for one in settled if one.kept or one.claim.claim_id in given)
    return Applied((*free, *standing), given)


def settle_all(article: Article, decisions: Iterable[Decision]) -> list[Settled]:
    """Each claim that was decided about, by the number of its first decision."""
    by_claim: dict[str, list[Decision]] = {}
    for decision in sorted(decisions, key=lambda decision: decision.number):
        if decision.undone is None:
            by_claim.setdefault(decision.claim_id, []).append(decision)
    return [settle(article, of_claim) for of_claim in by_claim.values()]


def settle(article: Article, decisions: Sequence[Decision]) -> Settled:
    """One claim, by all decisions about it that hold, in the order of their numbers; at least one."""
    counting = counted(decisions)
    outcomes = [outcome(article, decision) for decision in counting]
    if all(_same(article, outcomes[0], other) for other in outcomes[1:]):
        return outcomes[0]
    first = outcome(article, decisions[0])
    own = first.edit if decisions[0].verdict == "add" else NOTHING
    claim = replace(edited(article, first.base, own), review="disputed")
    return Settled(first.base, own, claim, kept=any(one.kept for one in outcomes))


def counted(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that count: the last final one, else the latest of each reviewer, in the order of their numbers."""
    latest: dict[str, Decision] = {}
    final = None
    for decision in decisions:
        latest[decision.reviewer] = decision
        final = decision if decision.final else final
    return [final] if final else sorted(latest.values(), key=lambda decision: decision.number)


def outcome(article: Article, decision: Decision) -> Settled:
    """What one decision alone makes of its claim."""
    edit = decision.edit or NOTHING
    if decision.before is None:
        base = added(article, edit)
        claim = base
    else:
        base = decision.before
        claim = edited(article, base, edit)
    if decision.verdict == "reject":
        return Settled(base, edit, replace(base, review="rejected"), kept=False)
    state = "added" if base.model == PERSON else "accepted" if edit == NOTHING else "edited"
    return Settled(base, edit, replace(claim, review=state), kept=True)


def meanings(article: Article, decisions: Iterable[Decision]) -> list[Correction]:
    """What people said that single mentions mean, as far as their decisions count."""
    return [word for one in settle_all(article, decisions) if one.kept for word in names(article, one.edit)]


def _same(article: Article, one: Settled, other: Settled) -> bool:
    if not (one.kept and other.kept):
        return one.kept == other.kept
    return whole(one.claim) == whole(other.claim) and names(article, one.edit) == names(article, other.edit)


def _matches(claims: Sequence[Claim], settled: Sequence[Settled]) -> dict[str, Claim]:
    """The model's claim that each settled one stands for, by the settled one's id: the one of that id, else the surest
    of those that are left; each at most once.
    """
    free = {claim.claim_id: claim for claim in claims}
    found = {one.claim.claim_id: free.pop(one.claim.claim_id) for one in settled if one.claim.claim_id in free}
    for is_same in (_same_predicate_and_source, _same_predicate):
        for one in settled:
            if one.claim.claim_id not in found:
                match = next((claim for claim in free.values() if is_same(one, claim)), None)
                if match is not None:
                    found[one.claim.claim_id] = free.pop(match.claim_id)
    return found


def _same_predicate_and_source(one: Settled, claim: Claim) -> bool:
    return any(is_alike(mine, claim) for mine in (one.base, one.claim))


def _same_predicate(one: Settled, claim: Claim) -> bool:
    """A rejection is of a claim by its source: of another source's claim it says nothing. Nor does one added say
    anything of the model's.
    """
    return (
        one.kept
        and one.base.model != PERSON
        and any(_offsets(mine) == _offsets(claim) for mine in (one.base, one.claim))
    )


def is_alike(one: Claim, other: Claim) -> bool:
    """Whether two claims have the same predicate, and their nearest sources share a word, or neither has a name."""
    return _offsets(one) == _offsets(other) and _share(one, other)


def successor(claim: Claim, others: Iterable[Claim]) -> Claim | None:
    """The first of the others that is the same claim: by its predicate and nearest source, else by its predicate."""
    same = [other for other in others if _offsets(other) == _offsets(claim)]
    return next((other for other in same if _share(claim, other)), next(iter(same), None))


def _offsets(claim: Claim) -> tuple[int, int]:
    return claim.predicate.start, claim.predicate.end


def _share(one: Claim, other: Claim) -> bool:
    mine, theirs = one.voices[0], other.voices[0]
    if mine.start is None or mine.end is None or theirs.start is None or theirs.end is None:
        return mine.start is theirs.start and (mine.cue is None) is (theirs.cue is None)
    return mine.start < theirs.end and theirs.start < mine.end
