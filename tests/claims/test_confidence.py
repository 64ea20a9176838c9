"""Confidence: what the model gives, less what is doubtful in the sentence's shape."""

from __future__ import annotations

from sayso.claims.confidence import Confidence
from sayso.claims.grammar import syntax
from sayso.words.records import Span
from tests.claims.build import build
from tests.claims.oneline import parse
from tests.claims.test_voices import ACCORDING, CHAIN, DIRECT, OWN, claim


def test_it_follows_the_models() -> None:
    low, high = (claim(build(ACCORDING, confidence=sure), "left").confidence for sure in (0.5, 0.9))
    assert low < high


def test_each_voice_can_be_wrong() -> None:
    assert claim(build(CHAIN), "left").confidence < claim(build(ACCORDING), "left").confidence


def test_a_quotation_whose_voice_was_not_found_is_doubtful() -> None:
    unheard = "\n".join(
        line.split("1:")[0] for line in DIRECT.splitlines() if "said" not in line and "Hasan" not in line
    )
    unheard = unheard.replace("7 ccomp", "0 root").replace("7 punct", "3 punct")
    assert claim(build(unheard), "left").confidence < claim(build(DIRECT), "left").confidence


def test_the_articles_own_voice_needs_no_attribution() -> None:
    low, high = (claim(build(OWN, confidence=sure), "left").confidence for sure in (0.2, 0.9))
    assert low == high


def test_the_more_fragments_the_less_sure() -> None:
    index = syntax.index(build(OWN).analysis)
    whole, two, three = (
        Confidence(index).of(1, [Span(0, 1, "troops left the town")] * parts, [], quoted=False) for parts in (1, 2, 3)
    )
    assert whole > two > three


def test_a_predicate_alone_is_hardly_a_claim() -> None:
    index = syntax.index(build(OWN).analysis)
    assert Confidence(index).of(1, [Span(0, 4, "left")], [], quoted=False) < 0.1


def test_verbs_without_subjects_tell_of_a_broken_tree() -> None:
    line = "Troops=troop/NNS/2/nsubj left=leave/VBD/0/root came/VBD/2/{0} went/VBD/3/{0}"
    plain, broken = (
        Confidence(parse(line.format(arc))).of(1, [Span(0, 11, "Troops left it")], [], quoted=False)
        for arc in ("conj", "obj")
    )
    assert broken < plain


def test_a_borrowed_subject_is_no_second_part() -> None:
    line = "Rebels=rebel/NNS/2/nsubj waited=wait/VBD/0/root to/TO/4/mark attack/VB/2/{0} Hama/NNP/4/obj"
    spans = [Span(0, 6, "Rebels"), Span(14, 28, "to attack Hama")]
    borrowed, broken = (Confidence(parse(line.format(arc))).of(3, spans, [], quoted=False) for arc in ("advcl", "conj"))
    assert broken < borrowed
