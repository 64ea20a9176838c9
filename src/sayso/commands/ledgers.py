"""`sayso copy`: ledgers as wholes."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso import terminal
from sayso.commands.common import example
from sayso.options import Store
from sayso.words import lines

app = typer.Typer()


@app.command(epilog=example("sayso copy sayso.db copy.db"))
def copy(
    source: Annotated[str, typer.Argument(help="The ledger to copy.", show_default=False)],
    target: Annotated[str, typer.Argument(help="Where to: a new file, or an empty database.", show_default=False)],
) -> None:
    """Copy a ledger, with all that people decided, into another database; see --ledger for what one is called."""
    from sayso.ledger.copying import copy as copy_all

    with Store(source).opened() as old, Store(target).opened(create=True) as new:
        rows = copy_all(old, new)
        articles, claims = lines.number(rows["articles"], "article"), lines.number(rows["claims"], "claim")
        terminal.complain(
            f"Copied {articles} with {claims} and {lines.number(rows['decisions'], 'decision')} to {new.where}."
        )
