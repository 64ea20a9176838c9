"""Which phrases are mentions, and which words they have."""

from __future__ import annotations

from sayso.language import mentions
from sayso.language.analysis import Analysis
from tests.claims.build import build


def found(table: str) -> list[str]:
    analysis = build(table).analysis
    return [analysis.slice(one.first, one.end) for one in find(analysis)]


def find(analysis: Analysis) -> list[mentions.Mention]:
    forms = [analysis.form(word).lower() for word in range(len(analysis.heads))]
    labelled = [
        next((named for named in analysis.entities if named.first <= word < named.end), None)
        for word in range(len(analysis.heads))
    ]
    return mentions.find(analysis, forms, labelled)


def test_a_mention_has_what_its_head_is_told_by_and_no_preposition_or_apposition() -> None:
    table = """
        In       in       ADP   IN  4 case
        the      the      DET   DT  4 det
        northern northern ADJ   JJ  4 amod
        town     town     NOUN  NN  9 obl ^4
        of       of       ADP   IN  6 case
        Safira   -        PROPN NNP 4 nmod
        ,        -        PUNCT ,   4 punct
        shells   shell    NOUN  NNS 9 nsubj ^8
        fell     fall     VERB  VBD 0 root
    """
    assert found(table) == ["the northern town of Safira", "shells"]
    apposition = """
        Even   even  ADV   RB  2 advmod
        Nasser -     PROPN NNP 7 nsubj ^2
        ,      -     PUNCT ,   2 punct
        a      a     DET   DT  5 det
        baker  -     NOUN  NN  2 appos ^5
        ,      -     PUNCT ,   2 punct
        left   leave VERB  VBD 0 root
    """
    assert found(apposition) == ["Nasser", "a baker"]


def test_a_possessive_has_its_mark_but_is_compared_without_it_and_without_the() -> None:
    table = """
        The      the    DET  DT  2 det
        ministry -      NOUN NN  4 nmod:poss ^2
        's       -      PART POS 2 case
        gates    gate   NOUN NNS 5 nsubj ^4
        opened   open   VERB VBD 0 root
    """
    analysis = build(table).analysis
    ministry, gates = find(analysis)
    assert analysis.slice(ministry.first, ministry.end) == "The ministry's"
    assert ministry.words == ("ministry",)
    assert gates.words == ("ministry", "'s", "gates")


def test_a_name_that_has_a_part_in_a_clause_is_a_mention_whatever_the_model_says() -> None:
    table = """
        Nasser -    PROPN NNP 2 nsubj
        met    meet VERB  VBD 0 root
        us     we   PRON  PRP 2 obj ^3
        .      -    PUNCT .   2 punct
    """
    assert found(table) == ["Nasser", "us"]


def test_a_phrase_that_says_what_a_mention_says_is_one_too_unless_a_name_holds_it() -> None:
    table = """
        Safira    -      PROPN NNP 2 nsubj ^1
        fell      fall   VERB  VBD 0 root

        Safira    -      PROPN NNP 2 compound
        bakers    baker  NOUN  NNS 3 nsubj ^4
        read      -      VERB  VBD 0 root
        the       -      DET   DT  6 det
        Safira    -      PROPN NNP 6 compound @organisation
        Post      -      PROPN NNP 3 obj ^8 @organisation
    """
    assert found(table) == ["Safira", "Safira", "Safira bakers", "the Safira Post"]
