from __future__ import annotations

import pytest

from sayso.world.moments import lexer


def kinds(text: str) -> list[set[str]]:
    """The kinds of each word; an empty set is a break."""
    return [set(word.kinds) for word in lexer.read(text)]


def test_words_that_make_no_time_expression_are_breaks() -> None:
    assert kinds("next week rebels") == [{"relation"}, {"unit", "week"}]
    assert kinds("weeks rebels weeks")[1] == set()


@pytest.mark.parametrize(
    ("figure", "kind"),
    [
        ("2018-10-15", "iso"),
        ("10/15/2018", "slashed"),
        ("10:35", "clock"),
        ("1990s", "decade"),
        ("3rd", "dayth"),
        ("’98", "short_year"),
        ("2014", "year"),
        ("31", "daynum"),
    ],
)
def test_figures_have_kinds_by_their_form(figure: str, kind: str) -> None:
    assert kind in kinds(figure)[0]


@pytest.mark.parametrize("figure", ["32", "2,014", "9999", "0"])
def test_a_figure_that_is_no_day_and_no_year_is_a_number(figure: str) -> None:
    assert {"digits"} <= kinds(figure)[0] <= {"digits", "two"}


@pytest.mark.parametrize(
    "text", ["in May", "since March", "May 5", "5 May", "late May", "talks in May", "the raids of March"]
)
def test_may_and_march_are_months_after_words_that_lead_to_one_or_beside_a_figure(text: str) -> None:
    assert any("month" in found for found in kinds(text))


@pytest.mark.parametrize(
    "text", ["May they rest.", "Theresa May said", "they may leave", "March on, they", "Jan Egeland", "mar it"]
)
def test_verbs_and_names_are_no_months(text: str) -> None:
    assert not any("month" in found for found in kinds(text))


def test_a_full_stop_breaks_except_after_an_abbreviation() -> None:
    assert set() in kinds("in June. 5 men")
    assert set() not in kinds("on Oct. 5")


def test_a_line_end_does_not_break_and_an_empty_line_does() -> None:
    assert set() not in kinds("last\nweek")
    assert set() in kinds("last\n\nweek")
