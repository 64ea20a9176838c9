"""Commands to decide about claims, and to see what was decided."""

from __future__ import annotations

import getpass
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
import typer
from msgspec import UNSET

from sayso import linking, terminal
from sayso.commands.common import Limit, example, listing, told, write
from sayso.jobs import Coder
from sayso.ledger import Decision, Edit, Ledger, LedgerError
from sayso.ledger.review.edits import merged
from sayso.ledger.review.queue import Order
from sayso.ledger.review.records import Decided, EventEdit, Offsets, Presented
from sayso.options import Output, Selection, Store, expanded, key_of
from sayso.words import lines
from sayso.words.records import Article, Claim

app = typer.Typer()


def _me() -> str:
    """The login name; empty where the machine knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


Reviewer = Annotated[
    str,
    typer.Option(default_factory=_me, show_default="your login name", envvar="SAYSO_REVIEWER", help="Who decides."),
]
ByReviewer = Annotated[str | None, typer.Option("--reviewer", help="Only of this one.")]


@dataclass(frozen=True, slots=True)
class Fields:
    """What to change of a claim."""

    event_type: Annotated[str | None, key_of("event_types", "The event is of this type")] = None
    factuality: Annotated[str | None, key_of("factuality", "It is presented like this")] = None
    stance: Annotated[str | None, key_of("stances", "The nearest source does this with the content")] = None
    source_kind: Annotated[str | None, key_of("source_kinds", "The nearest source is of this kind")] = None
    source: Annotated[str | None, typer.Option(help="The nearest source, in the article's words.")] = None
    content: Annotated[str | None, typer.Option(help="What is claimed, in the article's words.")] = None
    fields: Annotated[str | None, typer.Option(help="Any fields, as JSON; docs/review.md lists them.")] = None

    def edit(self, article: Article, claim: Claim) -> Edit:
        """The edit that these mean. LedgerError where words aren't in the article, or the JSON is none."""
        try:
            known = msgspec.json.decode(self.fields or "{}", type=Edit)
        except (msgspec.DecodeError, UnicodeError) as error:
            raise LedgerError(f"--fields: {error}") from error
        mine = Edit(
            content=UNSET if self.content is None else (_find(article, claim, self.content),),
            source=UNSET if self.source is None else _find(article, claim, self.source),
            stance=self.stance or UNSET,
            source_kind=self.source_kind or UNSET,
            factuality=Presented(self.factuality) if self.factuality else UNSET,
            event=EventEdit(type=self.event_type) if self.event_type else UNSET,
        )
        return merged(known, mine)


def _find(article: Article, claim: Claim, words: str) -> Offsets:
    """Where words stand in the article: of several places, the nearest to the claim's predicate."""
    found = re.finditer(re.escape(words), article.text)
    nearest = min(found, key=lambda match: abs(match.start() - claim.predicate.start), default=None)
    if nearest is None:
        raise LedgerError(f"the article has no {words!r}")
    return Offsets(*nearest.span())


@app.command(
    epilog=example(
        'sayso decide "removed from Idlib" accept',
        'sayso decide "removed from Idlib" edit --event-type AID --factuality planned',
        'sayso decide "removed from Idlib" reject --reviewer ada',
    )
)
@expanded
def decide(
    claim: Annotated[str, typer.Argument(help="Its id, or words of its content.", show_default=False)],
    verdict: Annotated[Literal["accept", "reject", "edit"], typer.Argument(show_default=False)],
    output: Output,
    fields: Fields,
    reviewer: Reviewer,
    *,
    final: Annotated[bool, typer.Option("--final", help="This settles a dispute.")] = False,
) -> None:
    """Accept, reject or edit a claim: no later run changes what you decided, and it becomes an example to train on."""
    with output.opened() as ledger, told():
        found = ledger.claim(claim)
        edit = fields.edit(ledger.article(found.article_id), found)
        decided = linking.decide(
            ledger,
            lambda: Coder.world(terminal.complain),
            lambda review: review.decide(found.claim_id, verdict, reviewer=reviewer, edit=edit, final=final),
        )
        _tell(ledger, decided, as_json=output.json)


@app.command()
@expanded
def undecide(
    number: Annotated[int, typer.Argument(help="Of the decision; see `sayso decisions`.", show_default=False)],
    output: Output,
) -> None:
    """Take a decision back: all is as if it had not been made."""
    with output.opened() as ledger, told():
        world = Coder.world
        decided = linking.decide(ledger, lambda: world(terminal.complain), lambda review: review.undo(number))
        _tell(ledger, decided, as_json=output.json)


def _tell(ledger: Ledger, decided: Decided, *, as_json: bool) -> None:
    decision, claim = decided.decision, decided.claim
    if as_json:
        write(decided)
        return
    if claim is not None:
        terminal.claims([claim], ledger.article)
    done = "was taken back" if decision.undone else "is kept"
    state = "it is gone" if claim is None else f"the claim is {claim.review or 'undecided'}"
    terminal.complain(f"Decision {decision.number}, {decision.reviewer}'s {decision.verdict}, {done}; {state}.")


@app.command(epilog=example("sayso decisions --limit 10", "sayso decisions --reviewer ada --json"))
@expanded
def decisions(output: Output, reviewer: ByReviewer = None, limit: Limit = None) -> None:
    """List what people decided about claims, the latest first."""
    with output.opened() as ledger:
        found = ledger.review.decisions(reviewer=reviewer, limit=limit)
    listing(found, _decisions, "decisions", as_json=output.json)


def _decisions(found: Iterable[Decision]) -> int:
    return terminal.rows(("number", "verdict", "by", "made", "claim", "words"), map(_row, found))


def _row(decision: Decision) -> tuple[str | int | None, ...]:
    verdict = f"{decision.verdict}, final" if decision.final else decision.verdict
    words = lines.content(decision.before) if decision.before else None
    return decision.number, verdict, decision.reviewer, decision.made, decision.claim_id, words


@app.command(epilog=example("sayso queue --limit 10", "sayso queue --by position --article Idlib"))
@expanded
def queue(
    output: Output,
    selection: Selection,
    reviewer: Reviewer,
    by: Annotated[Order, typer.Option(help="The least certain first, mixed; or as they stand.")] = "uncertainty",
    limit: Limit = 20,
) -> None:
    """List claims to decide about next: those that you haven't decided about."""
    with output.opened() as ledger:
        found = ledger.review.queue(selection.of(ledger), by=by, limit=limit or 20, skip=reviewer)
        listing(found, lambda claims: terminal.claims(claims, ledger.article), "claims left", as_json=output.json)


@app.command(epilog=example("sayso progress", "sayso progress --event-type ASSAULT --json"))
@expanded
def progress(output: Output, selection: Selection) -> None:
    """Count the claims that people decided about, by what came of it and by who decided."""
    with output.opened() as ledger:
        done = ledger.review.progress(selection.of(ledger))
    if output.json:
        write(done)
        return
    counts = {"decided": f"{done.decided:,} of {lines.number(done.total, 'claim')}"}
    counts |= {f"  {state}": f"{claims:,}" for state, claims in done.by_state.items()}
    counts |= {f"by {name}": f"{claims:,}" for name, claims in done.by_reviewer.items()}
    terminal.pairs(counts)


@app.command(epilog=example("sayso agreement"))
@expanded
def agreement(output: Output) -> None:
    """Say how far reviewers agree: Krippendorff's alpha, where several decided about the same claims."""
    with output.opened() as ledger:
        found = ledger.review.agreement()
    if output.json:
        write(found)
        return
    values = {"verdict": found.alpha, **found.by_field}
    shown = {name.replace("_", " "): "undefined" if alpha is None else f"{alpha:.3f}" for name, alpha in values.items()}
    terminal.pairs({"reviewers": ", ".join(found.reviewers), "claims": f"{found.units:,}", **shown})


@app.command(epilog=example("sayso disputes"))
@expanded
def disputes(output: Output) -> None:
    """List the claims about which reviewers differ, with what each decided; a `decide --final` settles one."""
    with output.opened() as ledger:
        found = ledger.review.disputes()
    listing(
        found,
        lambda found: _decisions(decision for dispute in found for decision in dispute.decisions),
        "disputes",
        as_json=output.json,
    )


@app.command(epilog=example("sayso examples"))
@expanded
def examples(store: Store) -> None:
    """Write every decided claim as JSON, one a line, with its paragraphs: examples to train on."""
    with store.opened() as ledger:
        for found in ledger.review.examples():
            write(found)
