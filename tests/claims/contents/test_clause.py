"""The content of a claim: fragments of the text that read as a whole."""

from __future__ import annotations

from sayso.claims import code
from tests.claims.build import Built, build
from tests.claims.oneline import read


def content(built: Built, predicate: str) -> list[str]:
    found = next(claim for claim in code(*built) if claim.predicate.text == predicate)
    return [span.text for span in found.content]


def test_a_second_verb_takes_its_subject_along() -> None:
    built = build("""
        Jets   jet   NOUN NNS 2 nsubj
        bombed bomb  VERB VBD 0 root
        Hama   -     PROPN NNP 2 obj @place
        and    -     CCONJ CC 5 cc
        left   leave VERB VBD 2 conj
        .      -     PUNCT . 2 punct
    """)
    assert content(built, "bombed") == ["Jets bombed Hama"]
    assert content(built, "left") == ["Jets", "left"]


def test_a_cue_in_the_middle_leaves_two_fragments() -> None:
    built = build("""
        “      -     PUNCT `` 7 punct 1:content
        Troops troop NOUN NNS 7 nsubj 1:content
        ,      -     PUNCT , 7 punct
        ”      -     PUNCT '' 7 punct
        Hasan  -     PROPN NNP 6 nsubj 1:source
        said   say   VERB VBD 7 parataxis 1:cue
        left   leave VERB VBD 0 root 1:content
        .      -     PUNCT . 7 punct
    """)
    assert content(built, "left") == ["Troops", "left"]


def test_a_condition_stays_and_a_clause_beside_goes() -> None:
    table = """
        Troops troop NOUN NNS 2 nsubj
        leave  -     VERB VBP 0 root
        {mark} -     SCONJ IN 5 mark
        jets   jet   NOUN NNS 5 nsubj
        come   -     VERB VBP 2 advcl
    """
    assert content(build(table.format(mark="if")), "leave") == ["Troops leave if jets come"]
    assert content(build(table.format(mark="because")), "leave") == ["Troops leave"]


def test_modifying_verbs_and_their_subject_belong_to_the_content() -> None:
    built = build("""
        Troops troop NOUN NNS 2 nsubj
        want   -     VERB VBP 0 root
        to     -     PART TO 4 mark
        leave  -     VERB VB 2 xcomp
        .      -     PUNCT . 2 punct
    """)
    assert content(built, "leave") == ["Troops want to leave"]


def test_a_relative_clause_takes_its_noun_along() -> None:
    built = build("""
        The    -     DET DT 2 det
        house  -     NOUN NN 7 nsubj
        ,      -     PUNCT , 5 punct
        which  -     PRON WDT 5 nsubj
        stands stand VERB VBZ 2 acl:relcl
        ,      -     PUNCT , 5 punct
        burnt  burn  VERB VBD 0 root
    """)
    assert content(built, "stands") == ["The house, which stands"]
    assert content(built, "burnt") == ["The house", "burnt"]


def test_a_quotation_inside_keeps_its_marks() -> None:
    built = build("""
        It     -     PRON PRP 5 nsubj
        is     be    AUX VBZ 5 cop
        a      -     DET DT 5 det
        “      -     PUNCT `` 5 punct
        catastrophe - NOUN NN 0 root
        ”      -     PUNCT '' 5 punct
        .      -     PUNCT . 5 punct
    """)
    assert content(built, "catastrophe") == ["It is a “catastrophe”"]


def test_an_infinitive_takes_the_subject_along_that_another_verb_gives_it() -> None:
    built = build("""
        Rebels rebel NOUN NNS 2 nsubj
        waited wait  VERB VBD 0 root
        there  -     ADV RB 2 advmod
        to     -     PART TO 5 mark
        attack -     VERB VB 2 advcl
        Hama   -     PROPN NNP 5 obj @place
    """)
    assert content(built, "attack") == ["Rebels", "to attack Hama"]


def test_whom_something_is_kept_from() -> None:
    built = build("""
        Guards guard NOUN NNS 2 nsubj
        kept   keep  VERB VBD 0 root
        rebels rebel NOUN NNS 2 obj
        from   -     SCONJ IN 5 mark
        entering enter VERB VBG 2 advcl
        Hama   -     PROPN NNP 5 obj @place
    """)
    assert content(built, "entering") == ["rebels from entering Hama"]


def test_a_subject_that_follows_is_not_taken_along() -> None:
    built = build("""
        To     -     PART TO 2 mark
        win    -     VERB VB 5 advcl
        ,      -     PUNCT , 2 punct
        rebels rebel NOUN NNS 5 nsubj
        waited wait  VERB VBD 0 root
    """)
    assert content(built, "win") == ["To win"]


def test_a_relative_clause_takes_the_whole_name_along() -> None:
    built = build("""
        Ana    -     PROPN NNP 6 nsubj @person
        Lopez  -     PROPN NNP 1 flat @person
        ,      -     PUNCT , 5 punct
        who    -     PRON WP 5 nsubj
        ruled  rule  VERB VBD 1 acl:relcl
        left   leave VERB VBD 0 root
    """)
    assert content(built, "ruled") == ["Ana Lopez, who ruled"]


def test_a_clause_beside_goes_though_its_claim_stands_on_an_infinitive() -> None:
    built = build("""
        Troops troop NOUN NNS 2 nsubj
        left   leave VERB VBD 0 root
        but    -     CCONJ CC 5 cc
        rebels rebel NOUN NNS 5 nsubj
        want   -     VERB VBP 2 conj
        to     -     PART TO 7 mark
        stay   -     VERB VB 5 xcomp
    """)
    assert content(built, "left") == ["Troops left"]


def test_a_few_words_that_the_tree_left_out_are_taken_in() -> None:
    table = """
        Troops troop NOUN NNS 2 nsubj
        left   leave VERB VBD 0 root
        half   -     ADV RB {head} advmod
        of     -     ADP IN 5 case
        Hama   -     PROPN NNP 2 obl @place
        and    -     CCONJ CC 7 cc
        rebels rebel NOUN NNS 8 nsubj
        came   come  VERB VBD 2 conj
    """
    assert content(build(table.format(head=8)), "left") == ["Troops left half of Hama"]


def test_the_number_of_a_footnote_is_none_of_it() -> None:
    built = build("""
        Troops troop NOUN NNS 2 nsubj
        left   leave VERB VBD 0 root
        Hama   -     PROPN NNP 2 obj
        .      -     PUNCT . 2 punct
        [      -     PUNCT -LRB- 6 punct
        4      -     NUM CD 2 dep
        ]      -     PUNCT -RRB- 6 punct
    """)
    assert content(built, "left") == ["Troops left Hama"]


def test_a_shared_subject_has_what_says_of_what_it_is() -> None:
    built = build("""
        Governors governor NOUN NNS 4 nsubj
        of        -        ADP IN 3 case
        Hama      -        PROPN NNP 1 nmod
        met       meet     VERB VBD 0 root
        there     -        ADV RB 4 advmod
        once      -        ADV RB 4 advmod
        ,         -        PUNCT , 8 punct
        accusing  accuse   VERB VBG 4 advcl
        rebels    rebel    NOUN NNS 8 obj
    """)
    assert content(built, "accusing") == ["Governors of Hama", "accusing rebels"]


def test_a_second_verb_that_says_something_goes() -> None:
    line = (
        "He/PRP/2/nsubj+1:source said=say/VBD/0/root+1:cue an/DT/4/det+1:content aide/NN/5/nsubj+1:content"
        " came=come/VBD/2/ccomp+1:content here/RB/5/advmod+1:content and/CC/8/cc+1:content"
        " promised=promise/VBD/5/conj+1:content that/IN/12/mark+1:content help/NN/12/nsubj+1:content"
        " would/MD/12/aux+1:content come/VB/8/ccomp+1:content ././2/punct"
    )
    assert content(read(line), "came") == ["an aide came here"]


def test_what_it_is_told_of_in_a_relative_clause_is_taken_along() -> None:
    line = (
        "He/PRP/2/nsubj blamed=blame/VBD/0/root the/DT/4/det gates=gate/NNS/2/obj ,/,/8/punct"
        " which/WDT/10/nsubj she/PRP/8/nsubj+1:source said=say/VBD/4/acl:relcl+1:cue had=have/VBD/10/aux+1:content"
        " rusted=rust/VBN/8/ccomp+1:content ././2/punct"
    )
    assert content(read(line), "rusted") == ["the gates", "had rusted"]


def test_what_stands_before_a_question_goes() -> None:
    line = (
        "He/PRP/2/nsubj spoke=speak/VBD/0/root of/IN/7/mark how/WRB/5/advmod many/JJ/7/nsubj had=have/VBD/7/aux"
        " left=leave/VBN/2/advcl Homs/NNP/7/obj@place ././2/punct"
    )
    assert content(read(line), "left") == ["how many had left Homs"]
