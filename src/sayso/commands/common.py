"""What commands share: examples in help texts, and how records are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Annotated, TypeVar

import msgspec
import typer

from sayso import terminal

T = TypeVar("T")

Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="No more than this many.")]


def example(*lines: str) -> str:
    """Command lines as the end of a help text."""
    return "Examples:\n\n" + "\n\n".join(lines)


def listing(records: Iterable[T], print_all: Callable[[Iterable[T]], int], name: str, *, as_json: bool) -> None:
    """Records for programs or for people, who are told where there are none."""
    if as_json:
        for record in records:
            write(record)
    elif not print_all(records):
        terminal.complain(f"No {name}.")


@contextmanager
def told() -> Iterator[None]:
    """What is wrong with the gazetteer or the list of actors ends the command with status 1."""
    from sayso.world.errors import WorldError

    try:
        yield
    except WorldError as error:
        terminal.complain(str(error))
        raise typer.Exit(1) from None


def write(record: object) -> None:
    """One record as one line of JSON."""
    typer.echo(msgspec.json.encode(record))
