"""What a number counts or measures: its kind and its unit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.words import vocabulary
from sayso.words.records import Article, Claim, Event, Factuality, Mention, Quantity, Span
from sayso.world.quantities import resolve


def article(text: str) -> Article:
    return Article("a", None, None, (), None, "en", None, None, None, text, ())


def claim(text: str, predicate: str, *counted: tuple[str, str | None], to: str = "", by: str = "") -> Claim:
    """A claim with each of the quantities as (text, unit), and with who does it to whom."""

    def mentions(form: str) -> tuple[Mention, ...]:
        return (Mention(text.index(form), text.index(form) + len(form), form),) if form else ()

    def quantity(form: str, unit: str | None) -> Quantity:
        return Quantity(text.index(form), text.index(form) + len(form), form, 12.0, None, None, unit)

    quantities = tuple(quantity(*one) for one in counted)
    start = text.index(predicate)
    return Claim(
        claim_id="c",
        article_id="a",
        kind="event",
        content=(Span(0, len(text), text),),
        predicate=Span(start, start + len(predicate), predicate),
        voices=(),
        factuality=Factuality(3.0, "happened"),
        event=Event("ASSAULT", None, mentions(by), mentions(to), (), None, quantities),
        confidence=1.0,
        model="m",
    )


def kinds(text: str, told: Claim) -> list[str | None]:
    return [quantity.kind for quantity in resolve(told, article(text))]


def test_what_is_done_to_the_recipients() -> None:
    text = "Rebels killed 12 soldiers in two raids on a town of 900 people."
    told = claim(
        text, "killed", ("12 soldiers", "soldier"), ("two raids", "raid"), ("900 people", "people"), to="12 soldiers"
    )
    assert kinds(text, told) == ["killed", "attacks", "people"]


@pytest.mark.parametrize(
    ("text", "predicate", "counted", "unit", "kind"),
    [
        ("12 were wounded.", "wounded", "12", None, "wounded"),
        ("The blast left 12 people dead.", "blast", "12 people", "people", "killed"),
        ("A raid with 12 casualties.", "raid", "12 casualties", "casualty", "casualties"),
        ("The murder of 12 men.", "murder", "12 men", "man", "killed"),
        ("The siege, after the death of 12 farmers.", "siege", "12 farmers", "farmer", "killed"),
        ("Rebels hit 12 lorries.", "hit", "12 lorries", "lorry", "vehicles"),
        ("Oslo sent 12 Libyans.", "sent", "12 Libyans", "libyan", "people"),
        ("Oslo sent 12.", "sent", "12", None, None),
        ("Oslo sent 12 letters.", "sent", "12 letters", "letter", None),
    ],
)
def test_the_kind(text: str, predicate: str, counted: str, unit: str | None, kind: str | None) -> None:
    assert kinds(text, claim(text, predicate, (counted, unit))) == [kind]


def test_those_who_do_it_do_not_undergo_it() -> None:
    text = "Twelve soldiers killed Omar."
    assert kinds(text, claim(text, "killed", ("Twelve soldiers", "soldier"), by="Twelve soldiers", to="Omar")) == [
        "troops"
    ]


def test_what_is_not_told_apart_are_casualties() -> None:
    text = "12 soldiers were killed or wounded."
    assert kinds(text, claim(text, "killed", ("12 soldiers", "soldier"), to="12 soldiers")) == ["casualties"]


def test_some_of_those_undergo_what_all_do() -> None:
    text = "It killed 12 people, four of them Kurds."
    told = claim(text, "killed", ("12 people", "people"), ("four", None), to="12 people")
    assert kinds(text, told) == ["killed", "killed"]


def test_those_included_undergo_it_too() -> None:
    text = "The blast killed 14, including four children."
    assert kinds(text, claim(text, "killed", ("14", None), ("four children", "child"), to="14")) == ["killed", "killed"]


def test_a_verb_of_their_own_comes_before_the_events() -> None:
    text = "It killed 22 people and injured 100."
    told = claim(text, "killed", ("22 people", "people"), ("100", None), to="22 people")
    assert kinds(text, told) == ["killed", "wounded"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("400 villagers", "village"), ("12 Libyans", "libyan"), ("12 troops", "troop"), ("12 wounded", "wound")],
)
def test_the_unit_is_the_known_word_that_stands_there(text: str, unit: str) -> None:
    (quantity,) = resolve(claim(text + " left", "left", (text, unit)), article(text + " left"))
    assert quantity.unit in ("villager", "libyan", "troop", "wounded")


UNITS = {
    ("$3 billion", "$"): ("money", "USD"),
    ("€50m", "€"): ("money", "EUR"),
    ("40 million Canadian dollars", "dollar"): ("money", "CAD"),
    ("40 million dollars", "dollar"): ("money", "USD"),
    ("Rs 500 crore", "Rs"): ("money", "Rs"),
    ("15 kilometres", "kilometre"): ("distance", "km"),
    ("700 square miles", "mile"): ("area", "mi²"),
    ("80 hectares", "hectare"): ("area", "ha"),
    ("12 tonnes", "tonne"): ("mass", "t"),
    ("70 per cent", "cent"): ("share", "%"),
    ("two-thirds", "%"): ("share", "%"),
    ("three days", "day"): ("duration", "day"),
    ("90 votes", "vote"): ("votes", "vote"),
}


@pytest.mark.parametrize(("written", "expected"), UNITS.items())
def test_units(written: tuple[str, str], expected: tuple[str, str]) -> None:
    text = f"They gave {written[0]}."
    (quantity,) = resolve(claim(text, "gave", written), article(text))
    assert (quantity.kind, quantity.unit) == expected


@given(st.sampled_from(sorted(UNITS)))
def test_resolving_again_changes_nothing(written: tuple[str, str]) -> None:
    text = f"They gave {written[0]}."
    told = claim(text, "gave", written)
    once = resolve(told, article(text))
    assert told.event is not None
    assert resolve(replace(told, event=replace(told.event, quantities=once)), article(text)) == once


def test_a_statement_has_none() -> None:
    text = "It is 12 o'clock."
    assert resolve(replace(claim(text, "is"), event=None, kind="statement"), article(text)) == ()


def test_words_belong_to_kinds_of_the_vocabulary() -> None:
    terms = vocabulary.load("quantity_kinds")
    modes = {mode for term in terms.values() for mode in term.words.get("modes", ())}
    assert modes <= vocabulary.load("event_modes").keys()
    for use in ("units", "states", "predicates"):
        listed = [word for term in terms.values() for word in term.words.get(use, ())]
        assert len(listed) == len(set(listed))
