"""Units: what a measure or a currency is called wherever it is the same one. The words are in `units.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_SHARES = frozenset({"%", "percent", "percentage", "pct"})
_KINDS = ("currencies", "shared", "distance", "area", "mass", "volume")
_MONEY = frozenset({"currencies", "shared"})
_SQUARE = {"km": "km²", "mi": "mi²", "m": "m²", "ft": "ft²"}


def measured(unit: str, text: str) -> tuple[str, str] | None:
    """The kind and the symbol of a unit of measure: ("money", "EUR"), ("share", "%"). None if it is no measure.

    `unit` is the counted word in its dictionary form, or what stands right at the number ("$", "km"); `text` the whole
    quantity as it stands. Currencies are ISO 4217 codes; one that several countries have stays as it is written.
    """
    unit, text = unit.lower(), text.lower()
    if unit in _SHARES or (unit == "cent" and "per cent" in text):
        return "share", "%"
    national = _tables()["currencies_by_country"]
    code = next((national[name] for name in national if name.endswith(" " + unit) and name in text), None)
    if code is not None:
        return "money", code
    table = next((name for name in _KINDS if unit in _tables()[name]), None)
    if table is None:
        return None
    symbol = _tables()[table][unit]
    if symbol in _SQUARE and ("square" in text or "sq " in text or "sq." in text):
        return "area", _SQUARE[symbol]
    return ("money" if table in _MONEY else table), symbol


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    tables = tomllib.loads((files("sayso.world.quantities") / "units.toml").read_text(encoding="utf-8"))
    return {name: {str(word): str(symbol) for word, symbol in table.items()} for name, table in tables.items()}
