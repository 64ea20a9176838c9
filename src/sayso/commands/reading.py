"""`sayso read`: articles into the ledger."""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.articles import formats
from sayso.commands.common import example, told, write
from sayso.options import Output, expanded
from sayso.words import lines

if TYPE_CHECKING:
    from sayso.reading import Report, Source

app = typer.Typer()


@app.command(
    epilog=example("sayso read samples/dossier", 'sayso read samples/dossier --include "*.html" --ledger pages.db')
)
@expanded
def read(
    paths: Annotated[list[str], typer.Argument(help="Files and folders; - is standard input.", show_default=False)],
    output: Output,
    include: Annotated[str | None, typer.Option(metavar="GLOB", help="Only such files in folders: '*.html'.")] = None,
    processes: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Models at work; by default, cores.")
    ] = None,
    model: Annotated[str, typer.Option(metavar="NAME", help="Weights: the shipped ones, or a folder of yours.")] = "en",
) -> None:
    """Read articles and add their claims to the ledger.

    What the ledger holds already is left alone, so the same command goes on after ctrl-C or a kill.
    """
    from sayso.bar import bar  # here, because it loads the model's runtime, and no other command needs that
    from sayso.reading import read_into

    with output.opened(create=True) as ledger, told(), bar() as progress:
        begun = monotonic()
        report = read_into(
            ledger,
            *map(_source, paths),
            include=include,
            processes=processes,
            model=model,
            progress=progress,
            told=terminal.complain,
        )
    if output.json:
        write(_report(report))
    _tell(report, ledger.where, monotonic() - begun)
    raise typer.Exit(130 if report.interrupted else 1 if report.errors or not report.found else 0)


def _source(path: str) -> Source:
    from sayso.reading import Text

    return Text("standard input", sys.stdin.buffer.read()) if path == "-" else Path(path)


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
