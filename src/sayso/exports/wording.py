"""A filter as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from sayso.ledger.filter import Filter
from sayso.words import lines, vocabulary

_VOCABULARIES = {
    "source_kind": "source_kinds",
    "stance": "stances",
    "event_type": "event_types",
    "factuality": "factuality",
    "review": "review_states",
}


def in_words(which: Filter) -> tuple[str, ...]:
    """Each condition as a short line: "event type: assault or fight", "not outlet: SANA"; none for every claim."""
    without: Filter | None = which.without
    return (*_conditions(which), *(f"not {line}" for line in (_conditions(without) if without else ())))


def _conditions(which: Filter) -> Iterator[str]:
    for field in fields(which):
        value = getattr(which, field.name)
        if value is not None and field.name != "without":
            yield f"{field.name.replace('_', ' ')}: {_value(field.name, value)}"


def _value(name: str, value: object) -> str:
    if name == "bbox" and isinstance(value, tuple):
        return ", ".join(f"{degrees}°" for degrees in value)
    each = value if isinstance(value, tuple) else (value,)
    return " or ".join(_one(name, one) for one in each)


def _one(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    terms = vocabulary.load(_VOCABULARIES[name]) if name in _VOCABULARIES else {}
    text = str(value)
    return terms[text].name if text in terms else lines.one_line(text) or "none"
