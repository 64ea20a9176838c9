from __future__ import annotations

import pytest

from sayso.words.records import Bound, Factuality, Moment
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


ABOVE = {
    "a past demand": ("On May 3 they were told to ⟂leave.", "demanded", None),
    "a past journey": ("He flew to Oslo to ⟂meet the king.", "planned", None),
    "a perfect": ("The council has repeatedly called on them to ⟂leave.", "demanded", "from"),
    "a passive of the present": ("They are still required to ⟂leave.", "demanded", "from"),
    "a present plan": ("The army, which was beaten in May, plans to ⟂attack.", "planned", "from"),
    "a participle that describes": ("They want an armed group to ⟂leave.", "demanded", "from"),
    "a past in the sentence before": ("They were beaten. They plan to ⟂attack.", "planned", "from"),
    "no verb": ("Plans to ⟂attack", "planned", "from"),
    "what will be, said in the past": ("They said that it will ⟂leave.", "will", "from"),
}


@pytest.mark.parametrize(("text", "label", "side"), ABOVE.values(), ids=ABOVE)
def test_what_was_planned_or_demanded_may_have_been_done_since(text: str, label: str, side: str | None) -> None:
    start = text.index("⟂")
    found = bound(article(text.replace("⟂", "")), Factuality(1.2, label), start)
    assert (found and found.side) == side


@pytest.mark.parametrize(("value", "expected"), [("2018-05-03", Bound("2018-05-03", "from")), ("P3D", None)])
def test_it_is_to_come_from_when_it_was_demanded(value: str, expected: Bound | None) -> None:
    text = "On May 3 they ordered them to leave."
    dated = {text.index("ordered"): Moment(3, 8, "May 3", value)}
    assert bound(article(text), Factuality(1.2, "demanded"), text.index("leave"), dated.get) == expected
