"""Turns of a transcript: who speaks stands in capitals before a colon."""

from __future__ import annotations

from tests.claims.oneline import read
from tests.claims.test_voices import claim, voices

HOST = "¶ WALLACE/NNP/4/parataxis :/:/1/punct Troops=troop/NNS/4/nsubj left=leave/VBD/0/root ././4/punct"
GUEST = "¶ SECRETARY/NNP/2/compound KERRY/NNP/5/parataxis@person :/:/2/punct They/PRP/5/nsubj stayed=stay/VBD/0/root"
TOWNS = "¶ Towns=town/NNS/2/nsubj fell=fall/VBD/0/root ././2/punct"
JETS = "¶ Jets=jet/NNS/2/nsubj struck=strike/VBD/0/root ././2/punct"


def test_a_turn_belongs_to_the_name_before_its_colon() -> None:
    built = read(f"{HOST}\n{GUEST}")
    assert voices(built, "left") == ["WALLACE", None]
    assert voices(built, "stayed") == ["SECRETARY KERRY", None]


def test_a_turn_goes_on_to_the_next_one() -> None:
    built = read(f"{HOST}\n{TOWNS}\n{GUEST}\n{JETS}")
    assert voices(built, "fell") == ["WALLACE", None]
    assert voices(built, "struck") == [None]


def test_a_paragraph_between_turns_is_the_writers_where_little_is_transcript() -> None:
    built = read(f"{HOST}\n{TOWNS}\n{JETS}\n{JETS}\n{JETS}\n{GUEST}")
    assert voices(built, "fell") == [None]


def test_one_label_in_capitals_makes_no_transcript() -> None:
    assert voices(read(f"{HOST}\n{TOWNS}"), "left") == [None]


def test_a_name_in_capitals_is_no_acronym() -> None:
    kerry = GUEST.replace("SECRETARY/NNP/2/compound KERRY/NNP/5/parataxis@person :/:/2", "KERRY/NNP/4/parataxis :/:/1")
    kerry = kerry.replace("/5/nsubj", "/4/nsubj")
    assert claim(read(f"{HOST}\n{kerry}"), "stayed").voices[0].source_kind == "person"


def test_who_asks_the_questions_of_a_transcript_is_media() -> None:
    asks = "¶ MARLOWE/NNP/4/parataxis :/:/1/punct Troops=troop/NNS/4/nsubj left=leave/VBD/0/root ?/./4/punct"
    again, answer = asks.replace("left=leave", "fled=flee"), GUEST.replace("stayed=stay", "slept=sleep")
    built = read(f"{asks}\n{GUEST}\n{again}\n{answer}")
    assert claim(built, "fled").voices[0].source_kind == "media"
    assert claim(built, "stayed").voices[0].source_kind == "official"
