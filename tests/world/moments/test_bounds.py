from __future__ import annotations

import pytest

from sayso.words.records import Bound, Factuality
from sayso.world.moments import bound
from tests.world.moments.build import article


@pytest.mark.parametrize(
    ("label", "side"),
    [("happened", "until"), ("did_not_happen", "until"), ("will", "from"), ("planned", "from"), ("demanded", "from")],
)
def test_what_happened_did_so_by_the_articles_date_and_what_will_does_so_from_it(label: str, side: str) -> None:
    found = bound(article("", "2018-10"), Factuality(2.0, label))
    assert found is not None
    assert (found.value, found.side) == ("2018-10", side)


@pytest.mark.parametrize("label", ["general", "possible", "conditional", "statement"])
def test_what_is_general_or_open_has_no_bound(label: str) -> None:
    assert bound(article(""), Factuality(0.0, label)) is None


def test_nor_has_an_event_of_an_article_without_a_date() -> None:
    undated: Bound | None = bound(article("", None), Factuality(3.0, "happened"))
    assert undated is None
