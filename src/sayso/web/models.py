"""What routes answer where no record of the library serves: records with what stands beside them in a list."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.columns import Facet, PlaceCount
from sayso.columns.articles import Head
from sayso.ledger.review.records import Comment, Decision
from sayso.words.records import Article, Candidate, Claim, Entity, Resolution


@dataclass(frozen=True, slots=True)
class Me:
    """Who asks, what they may do, and of what ledger.

    Without accounts, `signed_in` says that the token came along. To who may not even look, only `accounts` is told.
    `model` is that of the latest run, `revision` counts the changes of the ledger's claims.
    """

    name: str
    role: str | None
    signed_in: bool
    accounts: bool
    can_write: bool
    can_settle: bool
    ledger: str | None = None
    version: str | None = None
    model: str | None = None
    revision: int = 0
    claims: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class ClaimWhole:
    """A claim with its article, what people decided and wrote about it, and what its names may mean."""

    claim: Claim
    article: Article
    right_to_left: bool
    decisions: tuple[Decision, ...]
    comments: tuple[Comment, ...]
    resolutions: tuple[Resolution, ...]


@dataclass(frozen=True, slots=True)
class ArticleWhole:
    """An article with all that is known of it. `revision` is the ledger's when its claims last changed."""

    article: Article
    right_to_left: bool
    revision: int
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    resolutions: tuple[Resolution, ...]
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """Facets by name."""

    facets: dict[str, Facet]


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value of a facet, as a row of a table."""

    facet: str
    field: str
    value: str
    label: str
    claims: int


@dataclass(frozen=True, slots=True)
class Places:
    """Places of events. Of the `claims` that pass the filter, `placed` have a known place."""

    places: tuple[PlaceCount, ...]
    claims: int
    placed: int


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge of a network as a row of a table: `types` counts its claims by event type, of sources by stance."""

    source: str
    target: str
    claims: int
    sign: float
    types: dict[str, int]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Places or actors to choose from, the likeliest first."""

    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A claim about which reviewers differ, in its article, with the latest decision of each."""

    claim: Claim
    article: Head
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class NameDecision:
    """What a person decided that a name means: `id` of a place or an actor, None for nothing of the kind.

    `article_id` is where it holds, None everywhere; `made` an ISO time in UTC.
    """

    number: int
    kind: str
    text: str
    id: str | None
    article_id: str | None
    made: str
    reviewer: str | None


@dataclass(frozen=True, slots=True)
class FormatRow:
    """A format of export. `available` is false where what `extra` names isn't installed."""

    key: str
    name: str
    extension: str
    holds: tuple[str, ...]
    description: str
    extra: str | None
    available: bool
