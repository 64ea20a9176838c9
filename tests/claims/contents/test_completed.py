"""Contents that would end in the middle of a phrase."""

from __future__ import annotations

from sayso.claims import code
from tests.claims.oneline import read


def content(text: str, predicate: str) -> str:
    (found,) = [claim for claim in code(*read(text)) if claim.predicate.text == predicate]
    return " … ".join(span.text for span in found.content)


WANT = "He/PRP/2/nsubj+1:source wanted=want/VBD/0/root+1:cue to/TO/4/mark+1:content {}"


def test_a_preposition_takes_its_noun() -> None:
    text = WANT.format(
        "take/VB/2/xcomp+1:content her/PRP/4/obj+1:content to/IN/8/case+1:content the/DT/8/det+1:content"
        " clinic/NN/4/obl in/IN/10/case Homs/NNP/8/nmod@place ./.../2/punct"
    )
    assert content(text, "take").endswith("to take her to the clinic in Homs")


def test_a_verb_takes_its_object() -> None:
    text = (
        "He/PRP/2/nsubj+1:source wanted=want/VBD/0/root+1:cue them/PRP/2/obj+1:content to/TO/5/mark+1:content"
        " help/VB/2/xcomp+1:content build/VB/5/xcomp+1:content and/CC/8/cc+1:content repair/VB/6/conj+1:content"
        " this/DT/10/det road/NN/8/obj ./.../2/punct"
    )
    assert content(text, "build") == "them to help build and repair this road"


def test_an_open_bracket_is_closed() -> None:
    text = (
        "Officials=official/NNS/2/nsubj+1:source said=say/VBD/0/root+1:cue exports=export/NNS/4/nsubj+1:content"
        " fell=fall/VBD/2/ccomp+1:content in/IN/6/case+1:content spring/NN/4/obl+1:content (/-LRB-/9/punct+1:content"
        " March/NNP/9/nmod:unmarked+1:content 20/CD/6/appos+1:content -/SYM/11/case May/NNP/9/nmod )/-RRB-/9/punct"
        " ./.../2/punct"
    )
    assert content(text, "fell") == "exports fell in spring (March 20 - May)"


def test_a_title_takes_its_name() -> None:
    text = (
        "Hadi/NNP/3/nsubj:pass+1:source@person was=be/VBD/3/aux:pass praised=praise/VBN/0/root+1:cue"
        " for/IN/5/mark+1:content changing=change/VBG/3/advcl+1:content Homs/NNP/5/obj+1:content@place"
        " after/IN/8/mark+1:content beating=beat/VBG/5/advcl+1:content former/JJ/10/amod+1:content"
        " President/NNP/8/obj+1:content ,/,/12/punct Karim/NNP/10/appos@person Nasr/NNP/12/flat ./.../3/punct"
    )
    assert content(text, "beating") == "after beating former President, Karim Nasr"


def test_a_month_takes_its_day_in_any_fragment() -> None:
    text = (
        "On/IN/3/case+1:content May/NNP/3/nmod:unmarked+1:content 4/CD/11/obl ,/,/3/punct the/DT/6/det+1:source"
        " ministry/NN/7/nsubj+1:source said=say/VBD/11/parataxis+1:cue ,/,/7/punct a/DT/10/det+1:content"
        " truck/NN/11/nsubj+1:content hit/VBD/0/root+1:content a/DT/13/det+1:content"
        " gate/NN/11/obj+1:content ./.../11/punct"
    )
    assert content(text, "hit") == "On May 4 … a truck hit a gate"
