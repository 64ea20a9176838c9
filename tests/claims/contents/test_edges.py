"""Where a clause begins and ends, told by the words beside it where the tree cuts in the middle of a phrase."""

from __future__ import annotations

import pytest

from sayso.claims import code
from tests.claims.build import Built, build
from tests.claims.oneline import read


def content(built: Built, predicate: str) -> list[str]:
    found = next(claim for claim in code(*built) if claim.predicate.text == predicate)
    return [span.text for span in found.content]


def test_an_object_hung_elsewhere_belongs_to_the_verb_before_it() -> None:
    built = build("""
        Rebels  rebel   NOUN NNS 2 nsubj
        waited  wait    VERB VBD 0 root
        to      -       PART TO 4 mark
        secure  -       VERB VB 2 advcl
        the     -       DET DT 6 det
        roads   road    NOUN NNS 2 obj
        around  -       ADP IN 8 case
        Hama    -       PROPN NNP 2 obl
        ,       -       PUNCT , 2 punct
        a       -       DET DT 11 det
        monitor -       NOUN NN 12 nsubj
        said    say     VERB VBD 2 parataxis
    """)
    assert content(built, "secure") == ["Rebels", "to secure the roads around Hama"]


@pytest.mark.parametrize(
    "behind",
    [
        "when - ADV WRB 6 advmod",
        "and - CCONJ CC 6 cc",
        "; - PUNCT : 2 punct",
    ],
)
def test_a_clause_ends_where_another_opens(behind: str) -> None:
    built = build(f"""
        Troops troop NOUN NNS 2 nsubj
        came   come  VERB VBD 0 root
        back   -     ADV RB 2 advmod
        {behind}
        jets   jet   NOUN NNS 6 nsubj
        left   leave VERB VBD 2 advcl
        .      -     PUNCT . 2 punct
    """)
    assert content(built, "came") == ["Troops came back"]


def test_what_a_word_opens_at_the_end_goes_on() -> None:
    built = build("""
        The     -     DET DT 2 det
        talks   talk  NOUN NNS 3 nsubj
        ended   end   VERB VBD 0 root
        after   -     SCONJ IN 3 mark
        jets    jet   NOUN NNS 6 nsubj
        bombed  bomb  VERB VBD 3 advcl
        Hama    -     PROPN NNP 6 obj @place
    """)
    assert content(built, "ended") == ["The talks ended after jets bombed Hama"]


def test_a_finite_verb_has_the_subject_that_stands_before_it() -> None:
    built = build("""
        Hasan    -      PROPN NNP 2 nsubj
        fled     flee   VERB VBD 0 root
        and      -      CCONJ CC 2 cc
        his      -      PRON PRP$ 5 nmod:poss
        guards   guard  NOUN NNS 2 obj
        directed direct VERB VBD 2 conj
        attacks  attack NOUN NNS 6 obj
    """)
    assert content(built, "directed") == ["his guards directed attacks"]


def test_a_relative_clause_has_the_noun_before_it() -> None:
    built = build("""
        Rebels  rebel NOUN NNS 2 nsubj
        entered enter VERB VBD 0 root
        western -     ADJ JJ 4 amod
        Hama    -     PROPN NNP 2 obj @place
        ,       -     PUNCT , 7 punct
        which   -     PRON WDT 7 nsubj
        lies    lie   VERB VBZ 2 advcl
        empty   -     ADJ JJ 7 xcomp
    """)
    assert content(built, "lies") == ["western Hama, which lies empty"]


def test_a_noun_has_all_that_describes_it() -> None:
    built = build("""
        Three  -    NUM CD 4 obl
        weeks  week NOUN NNS 4 obl
        ago    -    ADV RB 2 advmod
        fled   flee VERB VBD 0 root
        Hasan  -    PROPN NNP 4 nsubj
    """)
    built.analysis.heads[0] = -1
    assert content(built, "fled") == ["Three weeks ago fled Hasan"]


def test_a_conjunction_adds_another_clause_with_a_finite_verb() -> None:
    built = build("""
        The     -     DET DT 2 det
        army    -     NOUN NN 3 nsubj
        left    leave VERB VBD 0 root
        Hama    -     PROPN NNP 3 obj @place
        ,       -     PUNCT , 4 punct
        and     -     CCONJ CC 8 cc
        towns   town  NOUN NNS 8 nsubj
        starve  -     VERB VBP 4 acl
        .       -     PUNCT . 3 punct
    """)
    assert content(built, "left") == ["The army left Hama"]


def test_the_month_of_may_adds_no_clause() -> None:
    built = build("""
        Camps    camp    NOUN  NNS 3 nsubj:pass
        were     be      AUX   VBD 3 aux:pass
        shelled  shell   VERB  VBN 0 root
        between  -       ADP   IN  6 case
        May      -       PROPN NNP 6 nmod:unmarked
        3        -       NUM   CD  3 obl
        and      -       CCONJ CC  9 cc
        May      -       PROPN NNP 9 nmod:unmarked
        9        -       NUM   CD  6 conj
    """)
    assert content(built, "shelled") == ["Camps were shelled between May 3 and May 9"]


def test_a_sentence_that_ends_without_a_sign_goes_on() -> None:
    built = build("""
        ¶ title
        Jets    jet   NOUN NNS 0 root

        Bomb    -     VERB VBP 0 root
        Hama    -     PROPN NNP 1 obj @place
    """)
    assert content(built, "Bomb") == ["Jets Bomb Hama"]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("but/CC/6/cc she/PRP/6/nsubj stayed=stay/VBD/2/parataxis", "They left Hama"),
        ("now/RB/6/advmod a/DT/6/det ruin/NN/3/appos", "They left Hama - now a ruin"),
    ],
)
def test_a_lone_dash_parts_a_clause_from_one_with_its_own_subject(behind: str, expected: str) -> None:
    built = read(f"They/PRP/2/nsubj left=leave/VBD/0/root Hama/NNP/2/obj -/:/2/punct {behind} ././2/punct")
    assert content(built, "left") == [expected]


def test_a_clause_whose_subject_is_two_nouns_is_another() -> None:
    built = read(
        "The/DT/2/det vote/NN/3/nsubj came=come/VBD/0/root as/IN/8/mark Karim/NNP/8/nsubj and/CC/7/cc Hasan/NNP/5/conj "
        "toured=tour/VBD/3/advcl Hama/NNP/8/obj ././3/punct"
    )
    assert content(built, "came") == ["The vote came"]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("minutes=minute/NNS/2/obl", "Troops left"),
        ("just/RB/2/advmod", "Troops left"),
        ("Hama/NNP/2/obj", "Troops left Hama"),
    ],
)
def test_what_measures_the_next_clause_is_no_end_of_this_one(lead: str, expected: str) -> None:
    line = (
        f"Troops=troop/NNS/2/nsubj left=leave/VBD/0/root {lead} after/IN/6/mark jets=jet/NNS/6/nsubj "
        "came=come/VBD/2/advcl ././2/punct"
    )
    assert content(read(line), "left") == [expected]


def test_as_before_a_pronoun_opens_a_clause_whatever_its_subject_goes_on_with() -> None:
    line = (
        "Rents=rent/NNS/2/nsubj rose=rise/VBD/0/root as/IN/8/mark he=he/PRP/8/nsubj and/CC/7/cc his/PRP$/7/nmod:poss "
        "aides=aide/NNS/4/conj left=leave/VBD/2/advcl ././2/punct"
    )
    assert content(read(line), "rose") == ["Rents rose"]
