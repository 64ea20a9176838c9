"""The command line. Each command asks the library and prints the answer: data on standard output, the rest on standard
error. Exit status: 0, 1 where something could not be read or found, 2 for a usage error, 130 after ctrl-C.
"""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.commands import claims, ledgers, names, reading, review, serve
from sayso.version import __version__

app = typer.Typer(
    name="sayso",
    help="Read articles into a ledger of claims: who says that who did what, on whose authority, and how certain.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for part in (reading, claims, names, review, ledgers, serve):
    app.add_typer(part.app)


@app.callback(invoke_without_command=True)
def main(
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """What holds without a command."""
    if version:
        typer.echo(__version__)
        raise typer.Exit
