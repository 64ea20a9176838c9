"""Why a place was chosen, in short sentences for the person who corrects it."""

from __future__ import annotations

from sayso.world.places import countries
from sayso.world.places.candidates import Floats
from sayso.world.places.features import COLUMNS
from sayso.world.places.scene import Group

_AT = {name: number for number, name in enumerate(COLUMNS)}
_MOST = 3
_HELD = [f"{where}, {how}" for where in ("in its country", "in its first") for how in ("in", "stated")]


def reasons(columns: Floats, group: Group, chosen: int | None) -> tuple[str, ...]:
    """Up to three sentences; `columns` are the features of the group's candidates, `chosen` a row of them."""
    if chosen is None:
        return (_absent(group),)
    row = columns[chosen]
    entry = group.table.matches[chosen].entry
    country = countries.name(entry.country or "") or entry.country
    told = []
    if max(row[_AT["in its country, comma"]], row[_AT["in its first, comma"]]) > 0.3:
        told.append("The text names what it lies in right after it.")
    elif max(row[_AT[name]] for name in _HELD) > 0.3:
        told.append("The text says what it lies in.")
    if row[_AT["nation fits"]]:
        told.append(f"The text calls it a place of {country}.")
    if row[_AT["kind fits"]]:
        told.append(f"The text calls it a {_KIND.get(group.name.kind or '', 'place of this kind')}.")
    if row[_AT["nearest 30"]] > 0.4:
        told.append("Another place of the article is within 30 km.")
    elif row[_AT["same first"]] > 0.2:
        told.append(f"Other places of the article lie in {entry.admin1_name or 'the same region'}.")
    elif row[_AT["same country"]] > 0.2:
        told.append(f"Other places of the article lie in {country}.")
    if row[_AT["spoken, log"]] > 1 and not row[_AT["country"]]:
        told.append(f"The article speaks of {country}.")
    told.append(_size(group, row))
    if spelling := _spelling(group, chosen):
        told.insert(0, spelling)
    return tuple(told[:_MOST])


_KIND = {
    "country": "country",
    "first": "province or state",
    "second": "county or district",
    "settlement": "city, town or village",
    "facility": "site",
    "water": "body of water",
    "relief": "mountain, plain or island",
    "region": "region",
}


def _absent(group: Group) -> str:
    count = len(group.table)
    if not count:
        return "The gazetteer holds no place of the name."
    return f"None of {count} places of the name fits." if count > 1 else "The one place of the name does not fit."


def _size(group: Group, row: Floats) -> str:
    count = len(group.table)
    if count == 1:
        return "It is the only place of the name."
    if row[_AT["rank"]] == 1:
        return f"It is the largest of {count} places of the name."
    return f"It is one of {count} places of the name."


def _spelling(group: Group, chosen: int) -> str | None:
    match = group.table.matches[chosen]
    if match.how in ("exact", "folded"):
        return None
    if match.how == "part":
        return f"The name holds that of {match.name}."
    return f"The gazetteer spells it {match.name}."
