"""The command line. Each command asks the library and prints the answer: data on standard output, the rest on standard
error. Exit status: 0, 1 where something could not be read or found, 2 for a usage error, 130 after ctrl-C.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
import typer

from sayso import terminal
from sayso.articles import formats
from sayso.jobs import Coder
from sayso.ledger import Filter, Format, What
from sayso.ledger import export as write_export
from sayso.options import Output, Selection, Store, expanded
from sayso.version import __version__
from sayso.words import lines
from sayso.words import vocabulary as vocabularies

if TYPE_CHECKING:
    from sayso.reading import Report, Source

T = TypeVar("T")

app = typer.Typer(
    name="sayso",
    help="Read articles into a ledger of claims: who says that who did what, on whose authority, and how certain.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="No more than this many.")]


def _example(*lines: str) -> str:
    return "Examples:\n\n" + "\n\n".join(lines)


@app.command(
    epilog=_example("sayso read samples/dossier", 'sayso read samples/dossier --include "*.html" --ledger pages.db')
)
@expanded
def read(
    paths: Annotated[list[str], typer.Argument(help="Files and folders; - is standard input.", show_default=False)],
    output: Output,
    include: Annotated[str | None, typer.Option(metavar="GLOB", help="Only such files in folders: '*.html'.")] = None,
    processes: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Models at work; by default, cores.")
    ] = None,
) -> None:
    """Read articles and add their claims to the ledger.

    What the ledger holds already is left alone, so the same command goes on after ctrl-C or a kill.
    """
    from sayso.bar import bar  # here, because it loads the model's runtime, and no other command needs that
    from sayso.reading import read_into

    with output.opened(create=True) as ledger, bar() as progress:
        begun = monotonic()
        report = read_into(ledger, *map(_source, paths), include=include, processes=processes, progress=progress)
    if output.json:
        _write(_report(report))
    _tell(report, str(output.ledger), monotonic() - begun)
    raise typer.Exit(130 if report.interrupted else 1 if report.errors or not report.found else 0)


@app.command(
    epilog=_example("sayso claims --source-kind official --event-type ASSAULT", "sayso claims --since 2018-10")
)
@expanded
def claims(output: Output, selection: Selection, limit: Limit = None) -> None:
    """List claims: what is claimed, who says it, how certain."""
    with output.opened() as ledger:
        found = ledger.claims(selection.of(ledger), limit=limit)
        _list(found, lambda claims: terminal.claims(claims, ledger.article), "claims", as_json=output.json)


@app.command(epilog=_example("sayso show Idlib", "sayso show Idlib --json"))
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
            _write({"article": found, "claims": claims, "entities": ledger.entities(found.article_id)})
        else:
            terminal.article(found, claims)


@app.command(epilog=_example("sayso search Idlib", """sayso search '"heavy weapons" withdr*'"""))
@expanded
def search(
    query: Annotated[str, typer.Argument(help='Words; "side by side"; a beginnin*.', show_default=False)],
    output: Output,
    limit: Limit = 20,
) -> None:
    """Find articles by words in title or text, with the claims that hold them."""
    with output.opened() as ledger:
        _list(ledger.search(query, limit=limit or 20), terminal.hits, "articles", as_json=output.json)


@app.command(epilog=_example("sayso export --out claims.jsonl", "sayso export --what articles --format csv"))
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
        terminal.complain(f"Wrote {written:,} {what} to {out}.")


@app.command(epilog=_example("sayso info", "sayso info --json"))
@expanded
def info(output: Output) -> None:
    """Say what a ledger holds, and which version this is."""
    with output.opened() as ledger:
        held, model = ledger.summary(), Coder.version("en")
    if output.json:
        _write({"version": __version__, "model": model, "ledger": str(output.ledger), **msgspec.to_builtins(held)})
    else:
        version = f"{__version__}, model {model}"
        terminal.pairs({"sayso": version, "ledger": str(output.ledger), **terminal.summary(held)})


@app.command(epilog=_example("sayso vocabulary", "sayso vocabulary factuality"))
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
        _write({"key": term.key, "name": term.name, "definition": term.definition, "source": term.source})


@app.callback(invoke_without_command=True)
def main(
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """What holds without a command."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


def _source(path: str) -> Source:
    from sayso.reading import Text

    return Text("standard input", sys.stdin.buffer.read()) if path == "-" else Path(path)


def _list(records: Iterable[T], print_all: Callable[[Iterable[T]], int], name: str, *, as_json: bool) -> None:
    if as_json:
        for record in records:
            _write(record)
    elif not print_all(records):
        terminal.complain(f"No {name}.")


def _write(record: object) -> None:
    """One record as one line of JSON."""
    typer.echo(msgspec.json.encode(record))


def _report(report: Report) -> dict[str, object]:
    errors = [{"name": error.name, "reason": error.reason, "row": error.row} for error in report.errors]
    return {"run": report.run, "known": report.known, "errors": errors, "interrupted": report.interrupted}


def _tell(report: Report, ledger: str, seconds: float) -> None:
    """The summary of a run, on standard error."""
    if not report.found:
        terminal.complain("There is nothing to read there: no file whose name ends in " + ", ".join(formats.FORMATS))
        return
    run, speed = report.run, report.run.words / max(seconds, 1e-9)
    if run.articles or not report.known:
        terminal.complain(
            f"Read {lines.number(run.articles, 'article')} into {ledger}: {lines.number(run.claims, 'claim')},"
            f" {lines.number(run.words, 'word')} ({speed:,.0f} a second)."
        )
    if report.known:
        terminal.complain(f"Left alone {lines.number(report.known, 'article')} that it held already.")
    for error in report.errors:
        terminal.complain(f"Not read: {error}")
    if report.interrupted:
        terminal.complain("Interrupted. What is done is kept; the same command goes on.")
