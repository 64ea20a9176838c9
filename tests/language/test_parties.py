"""Parties as whole noun phrases."""

from __future__ import annotations

import numpy as np

from sayso.language import parties
from sayso.language.analysis import Named
from tests.claims.build import build

SENTENCE = """
Rebels rebel NOUN NNS 2 nsubj
met meet VERB VBD 0 root
the the DET DT 4 det
head head NOUN NN 2 obj
of of ADP IN 8 case
the the DET DT 8 det
river river NOUN NN 8 compound
council council NOUN NN 4 nmod
, , PUNCT , 11 punct
who who PRON WP 11 nsubj
waited wait VERB VBD 4 acl:relcl
.~ . PUNCT . 2 punct
"""


def told(*found: tuple[int, int, str]) -> list[tuple[str, str]]:
    analysis = build(SENTENCE).analysis
    analysis.parties[:] = [Named(first, end, label, 0.9) for first, end, label in found]
    return [(analysis.slice(one.first, one.end), one.label) for one in parties.whole(analysis)]


def test_a_recipient_is_the_whole_phrase_without_its_relative_clause() -> None:
    assert told((3, 4, "recipient")) == [("the head of the river council", "recipient")]


def test_a_word_before_a_noun_stands_for_the_noun_s_phrase() -> None:
    assert told((6, 7, "recipient")) == [("the river council", "recipient")]


def test_pieces_of_one_recipient_are_one() -> None:
    assert told((3, 4, "recipient"), (6, 7, "recipient")) == [("the head of the river council", "recipient")]


def test_an_actor_keeps_its_bounds_but_for_the_noun_that_it_stands_before() -> None:
    assert told((0, 1, "actor"), (2, 4, "actor")) == [("Rebels", "actor"), ("the head", "actor")]
    assert told((6, 7, "actor")) == [("river council", "actor")]


def test_a_recipient_is_found_where_it_is_nearly_as_likely_as_none() -> None:
    logs = np.log(np.array([[0.47, 0.01, 0.01, 0.43, 0.08], [0.9, 0.02, 0.02, 0.03, 0.03]], np.float32))
    assert [one[:3] for one in parties.found(logs, ["actor", "recipient"], [])] == [(0, 1, 1)]
