"""What people decide and note, as the ledger keeps it.

An `Edit` holds only the fields that a person changed; the others are `msgspec.UNSET` and don't appear in JSON. It holds
offsets, never texts: those come from the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from sayso.ledger.errors import LedgerError
from sayso.words.records import Claim

Verdict = Literal["accept", "reject", "edit", "add"]
"""Keys of the vocabulary `verdicts`."""


class Offsets(Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of the article's text: characters, end excluded."""

    start: int
    end: int


class NamedOffsets(Offsets, frozen=True, forbid_unknown_fields=True):
    """Words for an actor; `actor_id` None says that they name nobody, UNSET that they are to be looked up."""

    actor_id: str | UnsetType | None = UNSET


class PlaceOffsets(Offsets, frozen=True, forbid_unknown_fields=True):
    """Words for a place; `place_id` None says that they name none, UNSET that they are to be looked up."""

    place_id: str | UnsetType | None = UNSET


class TimeOffsets(Offsets, frozen=True, forbid_unknown_fields=True):
    """A time expression; `value` as `Moment` has it, None for none, UNSET where it is to be read."""

    value: str | UnsetType | None = UNSET


class Presented(Struct, frozen=True, forbid_unknown_fields=True):
    """Factuality: `label` of the vocabulary `factuality`; without a score, −3 … 3, the label's usual one is taken."""

    label: str
    score: float | UnsetType = UNSET


class EventEdit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person changed of an event. `type` and `mode` are keys of `event_types` and `event_modes`."""

    type: str | UnsetType = UNSET
    mode: str | UnsetType | None = UNSET
    actors: tuple[NamedOffsets, ...] | UnsetType = UNSET
    recipients: tuple[NamedOffsets, ...] | UnsetType = UNSET
    places: tuple[PlaceOffsets, ...] | UnsetType = UNSET
    time: TimeOffsets | UnsetType | None = UNSET


class Edit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person changed of a claim.

    `source`, `cue`, `stance`, `source_kind` and `named` are the nearest voice's; a `source` of None makes the article
    itself the only voice, but with a `cue` somebody whom it doesn't name. `event` None makes the claim a statement.
    """

    content: tuple[Offsets, ...] | UnsetType = UNSET
    predicate: Offsets | UnsetType = UNSET
    source: Offsets | UnsetType | None = UNSET
    cue: Offsets | UnsetType | None = UNSET
    stance: str | UnsetType = UNSET
    source_kind: str | UnsetType | None = UNSET
    named: bool | UnsetType = UNSET
    factuality: Presented | UnsetType = UNSET
    event: EventEdit | UnsetType | None = UNSET


NOTHING = Edit()
"""An edit that changes nothing."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person decided about one claim.

    `number` counts from 1 over the ledger. `edit` is set where the claim that they stand by differs from `before`, the
    claim as the model gave it; `before` is None for a claim that a person added. `made` and `undone` are ISO times in
    UTC; a decision holds as long as `undone` is None. `final` settles a dispute.
    """

    number: int
    article_id: str
    claim_id: str
    verdict: Verdict
    edit: Edit | None
    before: Claim | None
    reviewer: str
    made: str
    final: bool = False
    undone: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was just made or taken back, and the claim as it stands now: None where it is gone.

    `stale` says that names of its article are to be looked up again (`sayso.linking`).
    """

    decision: Decision
    claim: Claim | None
    stale: bool


class ConflictError(LedgerError):
    """The same person decided about the same claim in between; `decision` is what they decided."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(
            f"{decision.reviewer} has decided about this claim in between: {decision.verdict}, "
            f"decision {decision.number}; look at it again"
        )
        self.decision = decision


@dataclass(frozen=True, slots=True)
class Comment:
    """What a person noted of a claim, or of the article as a whole. `made` is an ISO time in UTC."""

    number: int
    article_id: str
    claim_id: str | None
    reviewer: str
    made: str
    text: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of `total` claims people decided about, by what came of it (`review_states`) and by who decided."""

    total: int
    decided: int
    by_state: dict[str, int]
    by_reviewer: dict[str, int]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree beyond chance: Krippendorff's alpha, nominal; 1 is full agreement, 0 is chance.

    `units` are the claims about which at least two of them decided. `alpha` is over their verdicts, `by_field` over
    what those who kept the claim made of its `event_type`, `factuality` and `source`. None where it isn't defined:
    nothing to compare, or one value only.
    """

    reviewers: tuple[str, ...]
    alpha: float | None
    units: int
    by_field: dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim about which reviewers differ, with the latest decision of each."""

    claim: Claim
    decisions: tuple[Decision, ...]
