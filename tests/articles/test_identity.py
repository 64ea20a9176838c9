from __future__ import annotations

from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st

from sayso.articles import identify
from sayso.articles.document import Stated

STATED = st.builds(
    Stated,
    title=st.none() | st.text("ab", max_size=2),
    outlet=st.none() | st.text("ab", max_size=2),
    authors=st.lists(st.text("ab", max_size=2), max_size=2).map(tuple),
    address=st.none() | st.text("ab", max_size=2),
)


def of(stated: Stated, text: str) -> str:
    fields = {name: value for name, value in asdict(stated).items() if name != "language"}
    return identify(text=text, **fields)


@given(STATED, st.text("ab", max_size=2), STATED, st.text("ab", max_size=2))
def test_two_articles_have_one_id_only_if_all_fields_are_the_same(a: Stated, text: str, b: Stated, other: str) -> None:
    assert (of(a, text) == of(b, other)) == ((a, text) == (b, other))


def test_the_id_never_changes() -> None:
    assert of(Stated(title="Shells fall", authors=("Jane Roe",)), "Shells fell.") == "b7e9996ece0b3d74fc58e5f226b40f11"
