"""Commands that ask the ledger for claims and articles, and say what there is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from sayso import terminal
from sayso.commands.common import Limit, example, listing, write
from sayso.jobs import Coder
from sayso.ledger import Filter, Format, What
from sayso.ledger import export as write_export
from sayso.options import Output, Selection, Store, expanded
from sayso.version import __version__
from sayso.words import lines
from sayso.words import vocabulary as vocabularies

app = typer.Typer()


@app.command(epilog=example("sayso claims --source-kind official --event-type ASSAULT", "sayso claims --since 2018-10"))
@expanded
def claims(output: Output, selection: Selection, limit: Limit = None) -> None:
    """List claims: what is claimed, who says it, how certain."""
    with output.opened() as ledger:
        found = ledger.claims(selection.of(ledger), limit=limit)
        listing(found, lambda claims: terminal.claims(claims, ledger.article), "claims", as_json=output.json)


@app.command(epilog=example("sayso show Idlib", "sayso show Idlib --json"))
@expanded
def show(
    article: Annotated[str, typer.Argument(help="Its id, path or title, or a part of one.", show_default=False)],
    output: Output,
) -> None:
    """Show an article with its sources, cues and contents marked, and its claims."""
    with output.opened() as ledger:
        found = ledger.article(article)
        claims = tuple(ledger.claims(Filter(article=found.article_id)))
        if output.json:
            write({"article": found, "claims": claims, "entities": ledger.entities(found.article_id)})
        else:
            terminal.article(found, claims)


@app.command(epilog=example("sayso search Idlib", """sayso search '"heavy weapons" withdr*'"""))
@expanded
def search(
    query: Annotated[str, typer.Argument(help='Words; "side by side"; a beginnin*.', show_default=False)],
    output: Output,
    limit: Limit = 20,
) -> None:
    """Find articles by words in title or text, with the claims that hold them."""
    with output.opened() as ledger:
        listing(ledger.search(query, limit=limit or 20), terminal.hits, "articles", as_json=output.json)


@app.command(epilog=example("sayso export --out claims.jsonl", "sayso export --what articles --format csv"))
@expanded
def export(
    store: Store,
    selection: Selection,
    *,
    what: Annotated[What, typer.Option(help="The claims, or the articles with a claim that is selected.")] = "claims",
    as_format: Annotated[Format, typer.Option("--format", help="Parquet needs sayso[parquet].")] = "jsonl",
    out: Annotated[Path | None, typer.Option(help="The file to write; by default, standard output.")] = None,
) -> None:
    """Write the records, whole, for other programs: each claim or article a line or row, in a fixed order."""
    with store.opened() as ledger:
        written = write_export(ledger, what, as_format, out or typer.get_binary_stream("stdout"), selection.of(ledger))
    if out is not None:
        written_what = "place" if as_format == "geojson" else what.removesuffix("s")
        terminal.complain(f"Wrote {lines.number(written, written_what)} to {out}.")


@app.command(epilog=example("sayso info", "sayso info --json"))
@expanded
def info(output: Output) -> None:
    """Say what a ledger holds, and which version this is."""
    with output.opened() as ledger:
        held, model = ledger.summary(), Coder.version("en")
    if output.json:
        write({"version": __version__, "model": model, "ledger": str(output.ledger), **msgspec.to_builtins(held)})
    else:
        version = f"{__version__}, model {model}"
        terminal.pairs({"sayso": version, "ledger": str(output.ledger), **terminal.summary(held)})


@app.command(epilog=example("sayso vocabulary", "sayso vocabulary factuality"))
def vocabulary(
    name: Annotated[str | None, typer.Argument(help="Which one; without it, their names.", show_default=False)] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, one record a line, for programs.")] = False,
) -> None:
    """Define the labels that records hold, such as event types and kinds of source."""
    if name is None:
        for known in vocabularies.names():
            typer.echo(known)
        return
    if name not in vocabularies.names():
        raise typer.BadParameter(f"{name!r} is none of {', '.join(vocabularies.names())}", param_hint="NAME")
    terms = vocabularies.load(name).values()
    if not as_json:
        terminal.terms(terms)
    for term in terms if as_json else ():
        write({"key": term.key, "name": term.name, "definition": term.definition, "source": term.source})
