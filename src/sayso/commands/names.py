"""Commands about what names mean: places, actors and dates that the ledger holds, and a person's corrections."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sayso import linking, terminal
from sayso.commands.common import Limit, example, listing, told
from sayso.ledger import Ledger
from sayso.options import Output, Selection, Store, expanded
from sayso.words import lines
from sayso.words.records import Correction, ResolutionKind

if TYPE_CHECKING:
    from sayso.world.linking import World

app = typer.Typer()
gazetteer_app = typer.Typer(help="The gazetteer: what it holds beside the places that come with Sayso.")
app.add_typer(gazetteer_app, name="gazetteer", no_args_is_help=True)
actors_app = typer.Typer()
app.add_typer(actors_app, name="actors", invoke_without_command=True)

Json = Annotated[bool, typer.Option("--json", help="Write JSON, one record a line, for programs.")]
Article = Annotated[str | None, typer.Option(help="Only in this article: its id, path or title, or a part of one.")]


@app.command(epilog=example("sayso places", "sayso places --event-type ASSAULT --country SY --limit 20"))
@expanded
def places(output: Output, selection: Selection, limit: Limit = None) -> None:
    """List the places of events, with how many claims put an event there."""
    from sayso.columns import Columns, places  # here: numpy takes a while, and most commands have no use for it

    with output.opened() as ledger:
        found = places(Columns.open(ledger).now(), selection.of(ledger))[:limit]
    header = ("place", "in", "precision", "claims", "articles", "id")
    listing(
        found,
        lambda found: terminal.rows(
            header,
            (
                (p.name, ", ".join(filter(None, (p.admin1, p.country))), p.precision, p.claims, p.articles, p.place_id)
                for p in found
            ),
        ),
        "places",
        as_json=output.json,
    )


@actors_app.callback(epilog=example("sayso actors", "sayso actors --since 2018-10 --limit 20"))
@expanded
def actors(context: typer.Context, output: Output, selection: Selection, limit: Limit = None) -> None:
    """List actors, with how many claims have them as actor, as recipient and as source."""
    if context.invoked_subcommand is not None:
        return
    from sayso.columns import Columns, actors

    with output.opened() as ledger:
        found = actors(Columns.open(ledger).now(), selection.of(ledger), limit)
    header = ("actor", "kind", "of", "acts", "undergoes", "says", "articles", "id")
    listing(
        found,
        lambda found: terminal.rows(
            header,
            ((a.name, a.type, a.country, a.actor, a.recipient, a.source, a.articles, a.actor_id) for a in found),
        ),
        "actors",
        as_json=output.json,
    )


@actors_app.command("add")
def add_actors(
    file: Annotated[Path, typer.Argument(help="A CSV file; docs/actors.md has its columns.", show_default=False)],
) -> None:
    """Add actors of your own to the list; of a name that both have, yours is meant."""
    from sayso.world import own

    with told():
        added = own.add_actors(file)
    terminal.complain(f"Added {lines.number(added, 'actor')}. {AGAIN}")


@actors_app.command("merges", epilog=example("sayso actors merges"))
@expanded
def merges(output: Output) -> None:
    """List actors of several articles that may be one and the same: proposals, for you to decide."""
    with output.opened() as ledger:
        found = linking.merges(ledger)
    listing(
        found,
        lambda found: terminal.rows(("actor", "may also be", "why"), ((m.one.id, m.other.id, m.why) for m in found)),
        "merges to propose",
        as_json=output.json,
    )


@actors_app.command("merge")
@expanded
def merge(
    keep: Annotated[str, typer.Argument(help="The id to keep; see `sayso actors`.", show_default=False)],
    ids: Annotated[list[str], typer.Argument(help="The ids that mean the same actor.", show_default=False)],
    output: Store,
) -> None:
    """Say that actors are one and the same, now and in every later run. `sayso uncorrect` takes it back."""
    with output.opened() as ledger, told():
        made = ledger.merge(keep, ids)
        terminal.complain(f"Kept as {lines.number(len(made), 'correction')}; `sayso corrections` lists them.")
        _again(ledger, _world())


@app.command(epilog=example("sayso timeline", "sayso timeline --period day --country SY"))
@expanded
def timeline(
    output: Output,
    selection: Selection,
    period: Annotated[
        Literal["year", "month", "day", "auto"], typer.Option(help="What one line stands for; auto: what is readable.")
    ] = "month",
) -> None:
    """Count the claims about each year, month or day, by the date of their events."""
    from sayso.columns import Columns, timeline

    with output.opened() as ledger:
        found = timeline(Columns.open(ledger).now(), selection.of(ledger), period)
    header = (found.period, "claims", "happened", "did not", "to come", "articles")
    listing(
        found.ticks,
        lambda found: terminal.rows(
            header, ((t.period, t.claims, t.happened, t.denied, t.forecasts, t.articles) for t in found)
        ),
        "dated events",
        as_json=output.json,
    )


@app.command(epilog=example("sayso names Idlib", "sayso names Idlib --kind place --json"))
@expanded
def names(
    article: Annotated[str, typer.Argument(help="Its id, path or title, or a part of one.", show_default=False)],
    output: Output,
    kind: Annotated[ResolutionKind | None, typer.Option(help="Only these.")] = None,
) -> None:
    """Show what each name, source and time expression of an article was taken to mean, and what else it could mean."""
    with output.opened() as ledger:
        found = ledger.resolutions(ledger.article(article).article_id)
    wanted = [resolution for resolution in found if kind in (None, resolution.kind)]
    listing(wanted, terminal.resolutions, "names", as_json=output.json)


@app.command(
    epilog=example(
        "sayso correct Tripoli geonames:2210247", "sayso correct Homs --nothing --kind place --article Idlib"
    )
)
@expanded
def correct(
    name: Annotated[str, typer.Argument(help="The name as articles have it.", show_default=False)],
    output: Store,
    meaning: Annotated[
        str | None, typer.Argument(help="The id of a place or an actor; see `sayso names`.", show_default=False)
    ] = None,
    article: Article = None,
    *,
    nothing: Annotated[bool, typer.Option("--nothing", help="It means no place, or no actor, that is known.")] = False,
    kind: Annotated[Literal["place", "actor"] | None, typer.Option(help="With --nothing: which of them.")] = None,
) -> None:
    """Say what a name means, in one article or always. This wins over the model now and in every later run."""
    if (meaning is None) is not nothing or (nothing and kind is None):
        raise typer.BadParameter("give an id, or --nothing with --kind", param_hint="MEANING")
    with output.opened() as ledger, told():
        world = _world()
        of_kind = kind or world.kind_of(meaning or "")
        where = None if article is None else ledger.article(article).article_id
        ledger.correct(Correction(of_kind, name, meaning, where))
        _again(ledger, world)


@app.command(epilog=example("sayso corrections", "sayso corrections --json"))
@expanded
def corrections(output: Output) -> None:
    """List what people decided about names."""
    with output.opened() as ledger:
        found = ledger.corrections()
    listing(
        found,
        lambda found: terminal.rows(
            ("number", "kind", "name", "means", "in", "made"),
            (
                (d.number, d.correction.kind, d.correction.text, d.correction.id, d.correction.article_id, d.made)
                for d in found
            ),
        ),
        "corrections",
        as_json=output.json,
    )


@app.command()
@expanded
def uncorrect(
    number: Annotated[int, typer.Argument(help="Of the correction; see `sayso corrections`.", show_default=False)],
    output: Store,
) -> None:
    """Take a correction back."""
    with output.opened() as ledger, told():
        ledger.undo(number)
        _again(ledger, _world())


@app.command(epilog=example("sayso link"))
@expanded
def link(output: Store) -> None:
    """Look up again what was looked up in another gazetteer or list of actors. `sayso read` does it too."""
    with output.opened() as ledger, told():
        _again(ledger, _world())


@gazetteer_app.command("add")
def add_places(
    source: Annotated[
        str,
        typer.Argument(
            help="A country dump or code file of GeoNames, a CSV of your own, or a country's code (SY) to fetch.",
            show_default=False,
        ),
    ],
) -> None:
    """Add places to the gazetteer: small ones are not in what comes with Sayso."""
    from sayso.world import own

    with told():
        added = own.add_places(source, terminal.complain)
    terminal.complain(f"Added {lines.number(added.places, 'place')} as {added.name}. {AGAIN}")


@gazetteer_app.command("list", epilog=example("sayso gazetteer list"))
def list_places(*, as_json: Json = False) -> None:
    """List what was added to the gazetteer."""
    from sayso.world import own

    with told():
        found = own.places()
    listing(
        found,
        lambda found: terminal.rows(("source", "places"), ((s.name, s.places) for s in found)),
        "places of your own; `sayso gazetteer add` adds some",
        as_json=as_json,
    )


@gazetteer_app.command("remove")
def remove_places(
    name: Annotated[str, typer.Argument(help="As `sayso gazetteer list` has it.", show_default=False)],
) -> None:
    """Remove places that were added."""
    from sayso.world import own

    with told():
        removed = own.remove_places(name)
    if not removed:
        terminal.complain(f"Nothing was added as {name!r}; `sayso gazetteer list` shows what was.")
        raise typer.Exit(1)
    terminal.complain(f"Removed {name}. {AGAIN}")


AGAIN = "`sayso link` looks up the names of a ledger again."


def _world() -> World:
    from sayso.world.linking import World  # here: commands that only ask a ledger have no use for it

    return World.open(terminal.complain)


def _again(ledger: Ledger, world: World) -> None:
    done = linking.relink(ledger, world)
    terminal.complain(f"Looked up the names of {lines.number(done, 'article')} again.")
