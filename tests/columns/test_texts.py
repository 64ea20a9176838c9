from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.columns.texts import Coder, Texts
from sayso.ledger.search import fold

TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=4), max_size=6)


@given(texts=TEXTS, fragment=st.text(st.characters(exclude_categories=["Cs"]), max_size=2))
def test_fragments_are_found_as_python_finds_them(texts: list[str], fragment: str) -> None:
    held = Texts.of(texts)
    assert list(held) == [held[number] for number in range(len(held))] == texts
    assert held.holding(fragment).tolist() == [number for number, text in enumerate(texts) if fragment in text]
    assert held.equal(fragment).tolist() == [number for number, text in enumerate(texts) if fragment == text]
    assert list(held.folded) == list(map(fold, texts))


@given(texts=TEXTS, other=TEXTS, data=st.data())
def test_some_texts_give_way_to_others(texts: list[str], other: list[str], data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(texts))] * 2)))
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(other))] * 2)))
    replaced = Texts.of(texts).replaced([(start, end, first, last)], Texts.of(other))
    assert list(replaced) == [*texts[:start], *other[first:last], *texts[end:]]


@given(texts=TEXTS, more=TEXTS)
def test_a_text_keeps_its_code(texts: list[str], more: list[str]) -> None:
    coder = Coder()
    codes = coder.codes(texts, len(texts))
    later = Coder(coder.texts())
    assert later.texts() is coder.texts()
    assert later.codes([*texts, *more], len(texts) + len(more))[: len(texts)].tolist() == codes.tolist()
    assert [later.texts()[code] for code in later.codes([*texts, *more], len(texts) + len(more))] == [*texts, *more]
    assert later[None] == 0
