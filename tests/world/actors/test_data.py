"""The checker of the shipped list: what must hold whatever is added to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from sayso.words import vocabulary
from sayso.world.actors import nouns, offices, tables
from sayso.world.actors.actor_list import SHIPPED
from sayso.world.actors.folding import fold
from sayso.world.actors.tables import Row
from tests.world.actors.making import shipped

FILES = [path for path in sorted(SHIPPED.glob("*.csv")) if path.name not in ("offices.csv", "terms.csv", "roles.csv")]
ROWS = [row for path in FILES for row in tables.actors(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_is_right(path: Path) -> None:
    assert tables.checked(path)


def test_an_id_stands_in_one_file_only() -> None:
    seen: defaultdict[str, list[str]] = defaultdict(list)
    for row in ROWS:
        seen[row.values[0]].append(f"{row.file}:{row.line}")
    assert {actor_id: where for actor_id, where in seen.items() if len(where) > 1} == {}


def test_parents_are_in_the_list() -> None:
    assert [
        (row.values[0], row.values[5]) for row in ROWS if row.values[5] and shipped().get(row.values[5]) is None
    ] == []


def test_a_name_that_is_not_doubtful_is_one_actors_within_its_kind_and_country() -> None:
    held: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in ROWS:
        for alias in (tables.Alias(row.values[1]), *tables.aliases(row.values[9])):
            if not alias.doubtful:
                held[fold(alias.text), row.values[2], row.values[3]].add(row.values[0])
    assert {key: ids for key, ids in held.items() if len(ids) > 1} == {}


def test_there_are_as_many_as_the_documentation_says() -> None:
    kinds = Counter(row.values[2] for row in ROWS)
    assert kinds["armed_group"] + kinds["alliance"] >= 400
    assert kinds["international"] >= 150
    assert kinds["person"] >= 300
    assert kinds["state"] >= 195


def test_states_have_demonyms_and_their_parts() -> None:
    states = [actor for actor in shipped() if actor.kind == "state" and actor.until is None]
    assert sum(1 for actor in states if actor.demonyms) >= 200
    assert all(shipped().part(actor.id, part) is not None for actor in states for part in nouns.PARTS)


def test_offices_have_bodies_and_terms_have_persons_and_offices() -> None:
    listed = shipped()
    assert [office.id for office in listed.offices if office.body and listed.get(office.body) is None] == []
    known = {office.id for office in listed.offices}
    assert [term for term in listed.terms if term.office not in known or listed.get(term.person) is None] == []


def test_terms_have_dates_in_order() -> None:
    for row in tables.rows(SHIPPED / "terms.csv", tables.TERM_COLUMNS):
        tables.check_dates(row, *row.values[2:])


def test_roles_belong_to_parts_of_a_state() -> None:
    assert {role.body for role in shipped().roles} <= set(nouns.PARTS)


def test_kinds_of_nouns_are_kinds_of_actors() -> None:
    kinds = set(vocabulary.load("actor_kinds"))
    assert set(nouns.endings().values()) <= kinds
    assert {nouns.part_kind(part) for part in nouns.PARTS} <= kinds


def test_a_term_may_have_held_on_a_date_of_any_precision() -> None:
    term = offices.Term("p", "o", "2013-02-01", "2017-01-20")
    assert [
        date for date in ("2012", "2013", "2013-01", "2015-06-01", "2017-01", "2017-01-21") if term.holds(date)
    ] == [
        "2013",
        "2015-06-01",
        "2017-01",
    ]


def test_a_row_says_where_it_stands() -> None:
    assert str(Row("x.csv", 7, []).error("no")) == "x.csv, line 7: no"
