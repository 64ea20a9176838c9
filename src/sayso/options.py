"""The options that commands share, each written once: a parameter that is one of these classes becomes its fields."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Annotated, get_type_hints

import typer

from sayso import terminal
from sayso.ledger import Filter, Ledger, LedgerError
from sayso.words import vocabulary
from sayso.workers import WorkerStartError


class Kind(StrEnum):
    """The kinds of claim."""

    EVENT = "event"
    STATEMENT = "statement"


def key_of(name: str, explanation: str) -> typer.models.OptionInfo:
    """An option whose value is a term of that vocabulary, in any case."""

    def check(value: str | None) -> str | None:
        if value is None:
            return None
        terms = vocabulary.load(name)
        for key in terms:
            if key.casefold() == value.casefold():
                return key
        raise typer.BadParameter(f"{value!r} is none of {', '.join(terms)}")

    def complete(incomplete: str) -> list[str]:
        return [key for key in vocabulary.load(name) if key.casefold().startswith(incomplete.casefold())]

    option = typer.Option(
        help=f"{explanation}; see `sayso vocabulary {name}`.", callback=check, autocompletion=complete
    )
    assert isinstance(option, typer.models.OptionInfo)
    return option


@dataclass(frozen=True, slots=True)
class Store:
    """Which ledger."""

    ledger: Annotated[Path, typer.Option(envvar="SAYSO_LEDGER", help="The ledger's file.")] = Path("sayso.db")

    @contextmanager
    def opened(self, *, create: bool = False) -> Iterator[Ledger]:
        """The ledger; what is wrong with it, a question to it or the weights ends the command with status 1."""
        if not create and not self.ledger.exists():
            terminal.complain(f"There is no ledger {str(self.ledger)!r}.")
            terminal.complain("Make it with: sayso read FOLDER --ledger FILE. Or name another with --ledger.")
            raise typer.Exit(1)
        try:
            with Ledger.open(self.ledger, create=create) as ledger:
                yield ledger
        except (LedgerError, FileNotFoundError, WorkerStartError) as error:
            terminal.complain(str(error))
            raise typer.Exit(1) from None


@dataclass(frozen=True, slots=True)
class Output(Store):
    """Which ledger, and for whom to write."""

    json: Annotated[bool, typer.Option("--json", help="Write JSON, one record a line, for programs.")] = False


@dataclass(frozen=True, slots=True)
class Selection:
    """Which claims: those that meet all conditions given."""

    article: Annotated[str | None, typer.Option(help="Of this article: its id, path or title, or a part of one.")] = (
        None
    )
    outlet: Annotated[str | None, typer.Option(help="The outlet's name holds this.")] = None
    source: Annotated[str | None, typer.Option(help="A source in the chain holds this.")] = None
    source_kind: Annotated[str | None, key_of("source_kinds", "A source is of this kind")] = None
    stance: Annotated[str | None, key_of("stances", "A source does this with the content")] = None
    named: Annotated[bool | None, typer.Option("--named/--anonymous", help="A source is named, or isn't.")] = None
    actor: Annotated[str | None, typer.Option(help="An actor of the event holds this.")] = None
    recipient: Annotated[str | None, typer.Option(help="A recipient of the event holds this.")] = None
    place: Annotated[str | None, typer.Option(help="A place of the event holds this.")] = None
    country: Annotated[str | None, typer.Option(metavar="CC", help="A place of the event lies in it: SY, IQ.")] = None
    event_type: Annotated[str | None, key_of("event_types", "The event is of this type")] = None
    factuality: Annotated[str | None, key_of("factuality", "It is presented like this")] = None
    kind: Annotated[Kind | None, typer.Option(help="Events or statements only.")] = None
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this date on: 2018, 2018-10, 2018-10-15.")] = (
        None
    )
    until: Annotated[str | None, typer.Option(metavar="DATE", help="To this date, and all of it.")] = None
    text: Annotated[str | None, typer.Option(metavar="QUERY", help="The content holds this; see `sayso search`.")] = (
        None
    )
    min_confidence: Annotated[float | None, typer.Option(min=0, max=1, help="At least this certain.")] = None

    def of(self, ledger: Ledger) -> Filter:
        """The filter that these options mean in a ledger. LedgerError where they mean none."""
        conditions = asdict(self)
        if self.article is not None:
            conditions["article"] = ledger.article(self.article).article_id
        return Filter(**conditions)


def expanded(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each field of the parameters that are one of these classes."""
    hints = get_type_hints(command, include_extras=True)
    groups = {name: kind for name, kind in hints.items() if isinstance(kind, type) and is_dataclass(kind)}
    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(command).parameters.items():
        own = parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
        parameters += _parameters(groups[name]) if name in groups else [own]

    @wraps(command)
    def run(**values: object) -> None:
        for name, group in groups.items():
            values[name] = group(**{field.name: values.pop(field.name) for field in fields(group)})
        command(**values)

    vars(run)["__signature__"] = inspect.Signature(parameters)
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _parameters(group: type) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(f.name, inspect.Parameter.KEYWORD_ONLY, default=f.default, annotation=hints[f.name])
        for f in fields(group)
    ]
