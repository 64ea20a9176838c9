"""The query string as a `Filter`: the field's name, repeated for alternatives; `not_` before it leaves claims out.

`?event_type=ASSAULT&event_type=FIGHT&not_outlet=SANA&since=2018-10` is
`Filter(event_type=("ASSAULT", "FIGHT"), since="2018-10", without=Filter(outlet="SANA"))`.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import Annotated, Any, get_type_hints

from fastapi import Depends, Query, Request
from fastapi.dependencies.models import Dependant

from sayso.ledger import Filter, LedgerError
from sayso.ledger.filter import Alternatives
from sayso.options import Selection
from sayso.web.answers import Refused
from sayso.words.records import Box

NOT = "not_"
_TYPES: dict[Any, Any] = {Alternatives: list[str] | None, Box | None: str | None}
"""How a field is written in a query where that isn't as the filter holds it."""
_HINTS = get_type_hints(Filter)
_MOST_VALUES = 100
_LONGEST = 500
"""Of a filter, and of one value, in characters: more than a person picks or types, and what databases still take."""
_NAMES = tuple(field.name for field in fields(Filter) if field.name != "without")
_OPTIONS = get_type_hints(Selection, include_extras=True)


def from_query(**values: Any) -> Filter:
    """The filter that the query's parameters mean. LedgerError where they mean none."""
    _check_size(values)
    left_out = _conditions(values, NOT)
    return Filter(**_conditions(values, ""), without=Filter(**left_out) if left_out else None)


def _conditions(values: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    given = {name: values.get(prefix + name) for name in _NAMES}
    return {name: _value(name, value) for name, value in given.items() if value is not None and value != []}


def _check_size(values: Mapping[str, Any]) -> None:
    texts = [text for value in values.values() if value for text in (value if isinstance(value, list) else [value])]
    if len(texts) > _MOST_VALUES or any(len(str(text)) > _LONGEST for text in texts):
        raise LedgerError(f"a filter has at most {_MOST_VALUES} values, each of at most {_LONGEST} characters")


def _value(name: str, value: Any) -> Any:
    """As the filter holds it: a single alternative stands alone, a box is four numbers."""
    if name == "bbox":
        return _box(value)
    if isinstance(value, list):
        return value[0] if len(value) == 1 else tuple(value)
    return value


def _box(text: str) -> Box:
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError:
        raise LedgerError(f"bbox is {text!r}; it must be west,south,east,north in degrees") from None
    return west, south, east, north


def _parameters() -> list[inspect.Parameter]:
    return [_parameter(prefix, name) for prefix in ("", NOT) for name in _NAMES]


def _parameter(prefix: str, name: str) -> inspect.Parameter:
    (option, *_) = getattr(_OPTIONS.get(name), "__metadata__", (None,))
    meaning = getattr(option, "help", None) or name.replace("_", " ").capitalize() + "."
    query = Query(description=f"Not: {meaning}" if prefix else meaning)
    annotation: Any = Annotated[_TYPES.get(_HINTS[name], _HINTS[name]), query]
    return inspect.Parameter(prefix + name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


vars(from_query)["__signature__"] = inspect.Signature(_parameters())

Which = Annotated[Filter, Depends(from_query)]
"""A route's parameter that takes the filter of its query."""


def known_parameters(request: Request) -> None:
    """Refuse a parameter that the route doesn't know: a filter that is misspelt would show too much."""
    names = _query_names(request.scope["route"].dependant)
    for name in request.query_params:
        if name not in names:
            near = get_close_matches(name, names, n=1)
            raise Refused(400, f"unknown parameter {name!r}" + (f"; did you mean {near[0]}?" if near else ""))


def _query_names(dependant: Dependant) -> set[str]:
    """The names of all query parameters of a route and of what it depends on."""
    return {field.alias for field in dependant.query_params}.union(*map(_query_names, dependant.dependencies))
