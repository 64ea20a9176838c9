"""The options that commands share, each written once: a parameter that is one of these classes becomes its fields."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import wraps
from typing import Annotated, Any, get_type_hints

import msgspec
import typer

from sayso import terminal
from sayso.ledger import Filter, Ledger, LedgerError
from sayso.words import vocabulary
from sayso.workers import WorkerStartError


class Kind(StrEnum):
    """The kinds of claim."""

    EVENT = "event"
    STATEMENT = "statement"


Many = list[str] | None
"""What an option that may be repeated gives: any of its values will do."""
_VOCABULARIES = {
    "source_kind": "source_kinds",
    "stance": "stances",
    "event_type": "event_types",
    "factuality": "factuality",
}


def key(vocabulary_name: str, value: str) -> str:
    """The term of a vocabulary that is meant, in any case; "" is no term, and means none."""
    terms = vocabulary.load(vocabulary_name)
    for term in terms:
        if term.casefold() == value.casefold():
            return term
    if value == "":
        return value
    raise typer.BadParameter(f"{value!r} is none of {', '.join(terms)}")


def key_of(name: str, explanation: str) -> typer.models.OptionInfo:
    """An option whose value is a term of that vocabulary, or whose values are, where it may be repeated."""

    def check(values: Many | str) -> Many | str:
        return key(name, values) if isinstance(values, str) else values and [key(name, value) for value in values]

    def complete(incomplete: str) -> list[str]:
        return [term for term in vocabulary.load(name) if term.casefold().startswith(incomplete.casefold())]

    option = typer.Option(
        help=f"{explanation}; see `sayso vocabulary {name}`.", callback=check, autocompletion=complete
    )
    assert isinstance(option, typer.models.OptionInfo)
    return option


@dataclass(frozen=True, slots=True)
class Store:
    """Which ledger."""

    ledger: Annotated[str, typer.Option(envvar="SAYSO_LEDGER", help="A file, or postgresql://….")] = "sayso.db"

    @contextmanager
    def opened(self, *, create: bool = False) -> Iterator[Ledger]:
        """The ledger; what is wrong with it, a question to it or the weights ends the command with status 1."""
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
    """Which claims: those that meet all conditions given. What may be repeated may be any of its values."""

    article: Annotated[Many, typer.Option(help="Of this article: its id, path or title, or a part of one.")] = None
    outlet: Annotated[Many, typer.Option(help="The outlet's name holds this.")] = None
    language: Annotated[Many, typer.Option(metavar="CODE", help="The article is in it: en, ar.")] = None
    source: Annotated[Many, typer.Option(help="A source in the chain holds this.")] = None
    source_kind: Annotated[Many, key_of("source_kinds", "A source is of this kind")] = None
    stance: Annotated[Many, key_of("stances", "A source does this with the content")] = None
    named: Annotated[bool | None, typer.Option("--named/--anonymous", help="A source is named, or isn't.")] = None
    actor: Annotated[Many, typer.Option(help="An actor of the event holds this.")] = None
    recipient: Annotated[Many, typer.Option(help="A recipient of the event holds this.")] = None
    place: Annotated[Many, typer.Option(help="A place of the event holds this.")] = None
    country: Annotated[Many, typer.Option(metavar="CC", help="A place of the event lies in it: SY, IQ.")] = None
    event_type: Annotated[Many, key_of("event_types", "The event is of this type")] = None
    factuality: Annotated[Many, key_of("factuality", "It is presented like this")] = None
    kind: Annotated[Kind | None, typer.Option(help="Events or statements only.")] = None
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this date on: 2018, 2018-10, 2018-10-15.")] = (
        None
    )
    until: Annotated[str | None, typer.Option(metavar="DATE", help="To this date, and all of it.")] = None
    text: Annotated[Many, typer.Option(metavar="QUERY", help="The content holds this; see `sayso search`.")] = None
    min_confidence: Annotated[float | None, typer.Option(min=0, max=1, help="At least this certain.")] = None
    max_confidence: Annotated[float | None, typer.Option(min=0, max=1, help="Less certain than this.")] = None
    review: Annotated[
        Many,
        typer.Option(metavar="STATE", help="What people decided: edited, none, any. Without it: all but rejected."),
    ] = None
    without: Annotated[
        Many, typer.Option(metavar="FIELD=VALUE", help="Not those that meet this: outlet=SANA, event-type=ASSAULT.")
    ] = None

    def of(self, ledger: Ledger) -> Filter:
        """The filter that these options mean in a ledger. LedgerError where they mean none."""
        conditions = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "without"}
        given = {name: value for name, value in conditions.items() if value not in (None, [])}
        return Filter(
            **{name: _meant(ledger, name, value) for name, value in given.items()},
            without=_without(ledger, self.without) if self.without else None,
        )


def _without(ledger: Ledger, told: Sequence[str]) -> Filter:
    """The filter of `FIELD=VALUE`s."""
    types = get_type_hints(Filter)
    given: dict[str, list[str]] = {}
    for one in told:
        name, equals, value = one.partition("=")
        given.setdefault(name.replace("-", "_"), []).append(value)
        if not equals or name.replace("-", "_") not in types.keys() - {"without"}:
            known = ", ".join(sorted(types.keys() - {"without"})).replace("_", "-")
            raise typer.BadParameter(f"{one!r} must be FIELD=VALUE, the field one of {known}", param_hint="--without")
    return Filter(**{name: _typed(name, _meant(ledger, name, values), types[name]) for name, values in given.items()})


def _typed(name: str, value: object, of: Any) -> Any:
    """A value as the filter's field has it: a number, true or false, west,south,east,north."""
    if name == "bbox" and isinstance(value, str):
        value = value.split(",")
    try:
        return msgspec.convert(value, of, strict=False)
    except msgspec.ValidationError as error:
        raise typer.BadParameter(f"{name.replace('_', '-')}: {error}", param_hint="--without") from None


def _meant(ledger: Ledger, name: str, value: object) -> Any:
    """An option's value as a filter holds it: alternatives as a tuple, one as itself, articles by their ids."""
    if not isinstance(value, list):
        return value
    if name == "article":
        value = [ledger.article(article).article_id for article in value]
    if name in _VOCABULARIES:
        value = [key(_VOCABULARIES[name], term) for term in value]
    return value[0] if len(value) == 1 else tuple(value)


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
