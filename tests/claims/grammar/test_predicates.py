"""Which words are claims of their own."""

from __future__ import annotations

import pytest

from sayso.claims import code
from tests.claims.build import build
from tests.claims.oneline import read

HEADS = {
    "a verb, without its auxiliaries": (
        """
        Troops troop NOUN NNS 4 nsubj
        have   -     AUX VBP 4 aux
        been   be    AUX VBN 4 aux:pass
        moved  move  VERB VBN 0 root
        """,
        ["moved"],
    ),
    "a predicate with a copula": (
        """
        The    -     DET DT 2 det
        road   -     NOUN NN 4 nsubj
        is     be    AUX VBZ 4 cop
        empty  -     ADJ JJ 0 root
        """,
        ["empty"],
    ),
    "the infinitive, where a verb only says how it comes about": (
        """
        Troops troop NOUN NNS 2 nsubj
        want   -     VERB VBP 0 root
        to     -     PART TO 4 mark
        begin  -     VERB VB 2 xcomp
        to     -     PART TO 6 mark
        leave  -     VERB VB 4 xcomp
        """,
        ["leave"],
    ),
    "both verbs, where the first acts on somebody": (
        """
        Troops troop NOUN NNS 2 nsubj
        forced force VERB VBD 0 root
        them   they  PRON PRP 2 obj
        to     -     PART TO 5 mark
        leave  -     VERB VB 2 xcomp
        """,
        ["forced", "leave"],
    ),
    "the event noun that a light verb carries": (
        """
        Jets   jet   NOUN NNS 2 nsubj
        carried carry VERB VBD 0 root
        out    -     ADP RP 2 compound:prt
        airstrikes airstrike NOUN NNS 2 obj
        on     -     ADP IN 6 case
        Idlib  -     PROPN NNP 4 nmod @place
        """,
        ["airstrikes"],
    ),
    "a noun that a cue disclaims": (
        """
        Rebels rebel NOUN NNS 2 nsubj 1:source
        denied deny  VERB VBD 0 root 1:cue
        responsibility - NOUN NN 2 obj 1:content
        """,
        ["responsibility"],
    ),
    "each verb of a coordination": (
        """
        Troops troop NOUN NNS 2 nsubj
        came   come  VERB VBD 0 root
        and    -     CCONJ CC 4 cc
        went   go    VERB VBD 2 conj
        """,
        ["came", "went"],
    ),
    "a purpose": (
        """
        Troops troop NOUN NNS 2 nsubj
        came   come  VERB VBD 0 root
        to     -     PART TO 4 mark
        rest   -     VERB VB 2 advcl
        """,
        ["came", "rest"],
    ),
    "no clause that only says which one is meant": (
        """
        The    -     DET DT 2 det
        house  -     NOUN NN 6 nsubj
        that   -     PRON WDT 4 nsubj
        stands stand VERB VBZ 2 acl:relcl
        there  -     ADV RB 4 advmod
        burnt  burn  VERB VBD 0 root
        """,
        ["burnt"],
    ),
    "a clause set off by commas, which adds something": (
        """
        The    -     DET DT 2 det
        house  -     NOUN NN 7 nsubj
        ,      -     PUNCT , 5 punct
        which  -     PRON WDT 5 nsubj
        stands stand VERB VBZ 2 acl:relcl
        ,      -     PUNCT , 5 punct
        burnt  burn  VERB VBD 0 root
        """,
        ["burnt", "stands"],
    ),
    "no participle that works as a preposition": (
        """
        Towns  town  NOUN NNS 2 nsubj
        fell   fall  VERB VBD 0 root
        ,      -     PUNCT , 2 punct
        including include VERB VBG 5 case
        Hama   -     PROPN NNP 1 nmod @place
        """,
        ["fell"],
    ),
    "the infinitive alone under a passive that says how it stands": (
        """
        He     he    PRON PRP 3 nsubj:pass
        was    be    AUX VBD 3 aux:pass
        supposed suppose VERB VBN 0 root
        to     -     PART TO 5 mark
        leave  -     VERB VB 3 xcomp
        """,
        ["leave"],
    ),
    "a refusal and what was refused": (
        """
        Turkey -     PROPN NNP 2 nsubj @place
        refused refuse VERB VBD 0 root
        to     -     PART TO 4 mark
        talk   -     VERB VB 2 xcomp
        with   -     ADP IN 6 case
        Syria  -     PROPN NNP 4 obl @place
        """,
        ["refused", "talk"],
    ),
    "no word to the listener": (
        """
        I      -     PRON PRP 2 nsubj
        think  -     VERB VBP 0 root
        troops troop NOUN NNS 4 nsubj
        left   leave VERB VBD 2 ccomp
        """,
        ["left"],
    ),
    "a thought that is denied": (
        """
        I      -     PRON PRP 4 nsubj
        do     -     AUX VBP 4 aux
        n't    not   PART RB 4 advmod
        think  -     VERB VB 0 root
        so     -     ADV RB 4 advmod
        """,
        ["think"],
    ),
    "no verb of which nothing is said": (
        """
        Troops troop NOUN NNS 2 nsubj
        left   leave VERB VBD 0 root
        look   -     VERB VB 2 parataxis
        """,
        ["left"],
    ),
    "no modal alone": (
        """
        Maybe  -     ADV RB 3 advmod
        they   -     PRON PRP 3 nsubj
        can    -     AUX MD 0 root
        """,
        [],
    ),
    "no preposition or article, whatever the tree makes of it": (
        """
        Convoys convoy NOUN NNS 3 nsubj
        are    be    AUX VBP 3 cop
        with   -     ADP IN 0 root
        the    -     DET DT 3 conj
        aid    -     NOUN NN 4 nsubj
        """,
        [],
    ),
    "no article that is tagged as a name or a verb": (
        """
        Convoys convoy NOUN NNS 2 nsubj
        The    the   PROPN NNP 0 root
        and    -     VERB VBD 2 conj
        aid    -     NOUN NN 3 obj
        """,
        [],
    ),
    "no possessive that is tagged as “is”": (
        """
        Ankara -     PROPN NNP 2 nsubj @place
        's     be    AUX VBZ 0 root
        .      -     PUNCT . 2 punct
        """,
        [],
    ),
    "“is” where it says that something is there": (
        """
        There  -     PRON EX 2 expl
        's     be    AUX VBZ 0 root
        bread  -     NOUN NN 2 nsubj
        """,
        ["'s"],
    ),
    "an adverb only with a copula and somebody it is said of": (
        """
        Troops troop NOUN NNS 3 nsubj
        are    be    AUX VBP 3 cop
        abroad -     ADV RB 0 root
        """,
        ["abroad"],
    ),
    "what is taken for granted, and no grant": (
        """
        Troops troop NOUN NNS 2 nsubj
        took   take  VERB VBD 0 root
        peace  -     NOUN NN 2 obj
        for    -     ADP IN 5 case
        granted grant VERB VBN 2 advcl
        """,
        ["took"],
    ),
    "no adverb alone": (
        """
        Troops troop NOUN NNS 2 nsubj
        abroad -     ADV RB 0 root
        """,
        [],
    ),
    "no invitation to the reader": (
        """
        Read   read  VERB VB 0 root
        the    -     DET DT 3 det
        rest   -     NOUN NN 1 obj
        here   -     ADV RB 1 advmod
        """,
        [],
    ),
}


@pytest.mark.parametrize(("table", "predicates"), HEADS.values(), ids=HEADS.keys())
def test_a_claim_stands_on(table: str, predicates: list[str]) -> None:
    assert sorted(claim.predicate.text for claim in code(*build(table))) == predicates


def test_a_cue_is_no_claim_where_something_claimed_hangs_on_it() -> None:
    table = """
        Officials official NOUN NNS 2 nsubj 1:source
        said   say   VERB VBD 0 root 1:cue
        troops troop NOUN NNS 4 nsubj 1:content
        left   leave VERB VBD 2 ccomp 1:content
    """
    assert [claim.predicate.text for claim in code(*build(table))] == ["left"]


def test_a_cue_that_is_an_event_is_a_claim_of_the_voice_around_it() -> None:
    table = """
        Turkey -     PROPN NNP 2 nsubj 1:source @place
        accused accuse VERB VBD 0 root 1:cue
        Syria  -     PROPN NNP 2 obj 1:content @place
        of     -     SCONJ IN 5 mark 1:content
        breaching breach VERB VBG 2 advcl 1:content
        the    -     DET DT 7 det 1:content
        truce  -     NOUN NN 5 obj 1:content
    """
    found = {claim.predicate.text: [voice.text for voice in claim.voices] for claim in code(*build(table))}
    assert found == {"accused": [None], "breaching": ["Turkey", None]}


def test_a_cue_is_a_claim_where_nothing_claimed_hangs_on_it() -> None:
    table = """
        Ankara -     PROPN NNP 2 nsubj 1:source @place
        backs  back  VERB VBZ 0 root 1:cue
        the    -     DET DT 4 det 1:content
        text   -     NOUN NN 2 obj 1:content
    """
    (found,) = code(*build(table))
    assert (found.predicate.text, [voice.text for voice in found.voices]) == ("backs", [None])


@pytest.mark.parametrize(("form", "tag", "relation"), [("hit", "VBN", "conj"), ("want", "VB", "xcomp")])
def test_a_chain_of_any_length_is_read(form: str, tag: str, relation: str) -> None:
    rows = [f"{form} - VERB {tag} {head} {relation if head else 'root'}" for head in range(1500)]
    assert all(claim.predicate.text == form for claim in code(*build("\n".join(rows))))


def test_where_somebody_spoke_is_no_claim_but_that_they_began_to_is() -> None:
    scene = (
        "Speaking=speak/VBG/6/advcl in/IN/3/case Ankara/NNP/1/obl@place ,/,/1/punct Hasan/NNP/6/nsubj+1:source "
        "said=say/VBD/0/root+1:cue jets=jet/NNS/8/nsubj+1:content left=leave/VBD/6/ccomp+1:content"
    )
    begun = (
        "Hasan/NNP/2/nsubj+1:source said=say/VBD/0/root+1:cue they/PRP/4/nsubj+1:content "
        "began=begin/VBD/2/ccomp+1:content speaking=speak/VBG/4/xcomp+1:content with/IN/7/case+1:content "
        "rebels=rebel/NNS/5/obl+1:content"
    )
    assert [claim.predicate.text for claim in code(*read(scene))] == ["left"]
    assert [claim.predicate.text for claim in code(*read(begun))] == ["speaking"]


def test_when_it_comes_to_something_names_a_topic() -> None:
    line = (
        "Prices=price/NNS/2/nsubj rise/VBP/0/root when/WRB/5/advmod it/PRP/5/nsubj comes=come/VBZ/2/advcl to/IN/7/case "
        "bread/NN/5/obl ././2/punct"
    )
    assert [claim.content[0].text for claim in code(*read(line))] == ["Prices rise when it comes to bread"]


@pytest.mark.parametrize(
    ("line", "claimed"),
    [
        (
            "Weavers=weaver/NNS/2/nsubj pay/VBP/0/root more/JJR/2/obj than/IN/6/mark they/PRP/6/nsubj do/VBP/2/advcl",
            ["pay"],
        ),
        (
            "As=as/IN/3/mark we/PRP/3/nsubj noted=note/VBD/5/advcl rents=rent/NNS/5/nsubj rose=rise/VBD/0/root",
            ["rose"],
        ),
        (
            "They/PRP/2/nsubj own/VBP/0/root nothing/NN/2/obj to/TO/5/mark hide/VB/3/acl",
            ["own"],
        ),
        (
            "It/PRP/2/nsubj rose=rise/VBD/0/root two/CD/4/nummod months=month/NNS/2/obl@time to/TO/6/mark go/VB/4/acl",
            ["rose"],
        ),
    ],
    ids=["likeness", "listener", "nothing", "time left"],
)
def test_a_clause_that_claims_nothing(line: str, claimed: list[str]) -> None:
    assert [claim.predicate.text for claim in code(*read(line))] == claimed


TELLING = {
    "a relative clause set off inside a source": (
        (
            "Karim/NNP/8/nsubj@person+1:source ,/,/5/punct+1:source who/WP/5/nsubj+1:source had=have/VBD/5/aux+1:source"
            " toured=tour/VBN/1/acl:relcl+1:source Homs/NNP/5/obj@place+1:source ,/,/1/punct said=say/VBD/0/root+1:cue"
            " roads=road/NNS/11/nsubj+1:content were=be/VBD/11/cop+1:content open/JJ/8/ccomp+1:content"
        ),
        ["open", "toured"],
    ),
    "one about a noun that is set off": (
        (
            "He/PRP/2/nsubj kept=keep/VBD/0/root the/DT/4/det rent/NN/2/obj at/IN/6/case nine/CD/2/obl ,/,/9/punct"
            " a/DT/9/det sum/NN/2/parataxis that/WDT/12/obj nobody/NN/12/nsubj pays=pay/VBZ/9/acl:relcl ././2/punct"
        ),
        ["kept", "pays"],
    ),
    "one that tells the time": (
        (
            "It/PRP/2/nsubj rained=rain/VBD/0/root the/DT/4/det week/NN/2/obl that/IN/7/mark Karim/NNP/7/nsubj"
            " moved=move/VBD/4/acl:relcl to/IN/9/case Homs/NNP/7/obl ././2/punct"
        ),
        ["moved", "rained"],
    ),
    "that nobody answered": (
        (
            "The/DT/2/det clerk/NN/5/nsubj+1:source has=have/VBZ/5/aux+1:cue not/RB/5/advmod+1:cue"
            " replied=reply/VBN/0/root+1:cue ././5/punct"
        ),
        ["replied"],
    ),
    "both infinitives of a noun": (
        (
            "He/PRP/2/nsubj had=have/VBD/0/root no/DT/4/det choice/NN/2/obj but/IN/7/mark to/TO/7/mark sell/VB/4/acl"
            " the/DT/9/det shop/NN/7/obj and/CC/11/cc rent/VB/7/conj a/DT/13/det room/NN/11/obj ././2/punct"
        ),
        ["had", "rent", "sell"],
    ),
    "where somebody has been": (
        (
            "They/PRP/5/nsubj have/VBP/5/aux been=be/VBN/5/cop through/IN/5/case this/PRP/0/root"
            " before/RB/5/advmod ././5/punct"
        ),
        ["this"],
    ),
    "not what only introduces a clause": (
        (
            "There/EX/2/expl is=be/VBZ/0/root no/DT/4/det sign/NN/2/nsubj that/IN/8/mark the/DT/7/det bread/NN/8/nsubj"
            " sold=sell/VBD/4/acl ././2/punct"
        ),
        ["sold"],
    ),
    "nor that one may say so": (
        (
            "It/PRP/3/nsubj is=be/VBZ/3/cop fair/JJ/0/root to/TO/5/mark say/VB/3/advcl that/IN/8/mark"
            " prices=price/NNS/8/nsubj"
            " fell=fall/VBD/5/ccomp ././3/punct"
        ),
        ["fair", "fell"],
    ),
    "nor what is pending": (
        (
            "Karim/NNP/2/nsubj faces=face/VBZ/0/root a/DT/4/det vote/NN/2/obj and/CC/7/cc ,/,/7/punct"
            " pending=pend/VBG/2/conj"
            " a/DT/9/det hearing/NN/7/obj ,/,/11/punct charges=charge/NNS/9/appos ././2/punct"
        ),
        ["faces"],
    ),
    "nor the verb of a siege that is laid": (
        (
            "Rebels=rebel/NNS/2/nsubj laid=lay/VBD/0/root siege/NN/2/obj to/IN/6/case the/DT/6/det town/NN/2/obl"
            " ././2/punct"
        ),
        ["siege"],
    ),
    "nor a participle behind of": (
        (
            "It/PRP/4/nsubj was=be/VBD/4/cop the/DT/4/det first/JJ/0/root of/IN/7/mark several/JJ/7/nsubj:pass"
            " expected=expect/VBN/4/advcl ././4/punct"
        ),
        ["first"],
    ),
}


@pytest.mark.parametrize(("line", "claimed"), TELLING.values(), ids=TELLING)
def test_it_tells_something(line: str, claimed: list[str]) -> None:
    assert sorted(claim.predicate.text for claim in code(*read(line))) == claimed


def test_whoever_has_no_choice_means_to() -> None:
    claims = {claim.predicate.text: claim for claim in code(*read(TELLING["both infinitives of a noun"][0]))}
    assert [claims[verb].factuality.label for verb in ("sell", "rent")] == ["planned", "planned"]
