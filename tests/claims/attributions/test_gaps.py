"""Parts of attributions that the model left out and the tree gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.claims.attributions import gaps
from sayso.claims.grammar import syntax
from tests.claims.build import build
from tests.claims.oneline import read
from tests.claims.test_voices import claim, voices

CASES = {
    "subject and clause": (
        """
        Officials official NOUN NNS 2 nsubj
        said   say   VERB VBD 0 root 1:cue
        troops troop NOUN NNS 4 nsubj
        left   leave VERB VBD 2 ccomp
        .      -     PUNCT . 2 punct
        """,
        ["Officials"],
        ["troops left"],
    ),
    "a cue that interrupts": (
        """
        Troops troop NOUN NNS 6 nsubj
        ,      -     PUNCT , 4 punct
        Hasan  -     PROPN NNP 4 nsubj
        said   say   VERB VBD 6 parataxis 1:cue
        ,      -     PUNCT , 4 punct
        left   leave VERB VBD 0 root
        .      -     PUNCT . 6 punct
        """,
        ["Hasan"],
        ["Troops", "left ."],
    ),
    "according to": (
        """
        According accord VERB VBG 4 case 1:cue
        to     -     ADP IN 1 fixed 1:cue
        a      -     DET DT 4 det
        memo   -     NOUN NN 7 obl
        ,      -     PUNCT , 4 punct
        troops troop NOUN NNS 7 nsubj
        left   leave VERB VBD 0 root
        """,
        ["a memo"],
        ["troops left"],
    ),
    "a quotation beside the cue": (
        """
        “      -     PUNCT `` 3 punct
        Troops troop NOUN NNS 3 nsubj
        left   leave VERB VBD 7 dep
        Raqqa  -     PROPN NNP 3 obj
        ”      -     PUNCT '' 3 punct
        Hasan  -     PROPN NNP 7 nsubj
        said   say   VERB VBD 0 root 1:cue
        """,
        ["Hasan"],
        ["“ Troops left Raqqa ”"],
    ),
    "who speaks at the end of a headline, whatever the tree": (
        """
        Jets   jet   NOUN NNS 6 nsubj
        hit    -     VERB VBD 6 ccomp
        Hama   -     PROPN NNP 2 obj
        ,      -     PUNCT , 6 punct
        officials official NOUN NNS 6 dep
        say    -     VERB VBP 0 root 1:cue
        """,
        ["officials"],
        ["Jets hit Hama"],
    ),
    "what is called for": (
        """
        Ankara -     PROPN NNP 2 nsubj
        called call  VERB VBD 0 root 1:cue
        for    -     ADP IN 5 case 1:cue
        a      -     DET DT 5 det
        truce  -     NOUN NN 2 obl
        """,
        ["Ankara"],
        ["a truce"],
    ),
    "who appears saying something": (
        """
        Hasan  -     PROPN NNP 2 nsubj
        appears appear VERB VBZ 0 root
        in     -     ADP IN 5 case
        a      -     DET DT 5 det
        clip   -     NOUN NN 2 obl
        saying say   VERB VBG 5 advcl 1:cue
        troops troop NOUN NNS 8 nsubj
        left   leave VERB VBD 6 ccomp
        """,
        ["Hasan"],
        ["troops left"],
    ),
    "whom criticism comes from, and not its target": (
        """
        Ankara -     PROPN NNP 2 nsubj
        faced  face  VERB VBD 0 root 1:cue
        criticism -  NOUN NN 2 obj 1:cue
        from   -     ADP IN 5 case
        monitors monitor NOUN NNS 3 nmod
        for    -     SCONJ IN 7 mark 1:cue
        shelling shell VERB VBG 2 advcl
        Hama   -     PROPN NNP 7 obj
        """,
        ["monitors"],
        ["shelling Hama"],
    ),
}


@pytest.mark.parametrize(("table", "source", "content"), CASES.values(), ids=CASES.keys())
def test_a_gap_is_filled_with(table: str, source: list[str], content: list[str]) -> None:
    analysis = build(table).analysis
    (found,) = gaps.fill(syntax.index(analysis), analysis.attributions)
    words = [" ".join(analysis.form(word) for word in range(*part)) for part in (*found.source, *found.content)]
    assert words == source + content


def test_what_is_filled_in_is_less_certain() -> None:
    table = CASES["subject and clause"][0]
    marked = table.replace("nsubj\n        said", "nsubj 1:source\n        said")
    marked = marked.replace("4 nsubj", "4 nsubj 1:content").replace("2 ccomp", "2 ccomp 1:content")
    assert claim(build(table), "left").confidence < claim(build(marked), "left").confidence


def test_an_unlikely_cue_without_content_gets_none() -> None:
    analysis = build(CASES["subject and clause"][0], confidence=0.5).analysis
    (found,) = gaps.fill(syntax.index(analysis), analysis.attributions)
    assert found.content == ()


def test_a_source_right_behind_its_cue_stays_though_a_sentence_seems_to_begin_there() -> None:
    table = """
        “      -     PUNCT `` 3 punct
        We     we    PRON PRP 3 nsubj 1:content
        left   leave VERB VBD 6 ccomp 1:content
        ,      -     PUNCT , 3 punct
        ”      -     PUNCT '' 3 punct
        said   say   VERB VBD 0 root 1:cue

        Hasan  -     PROPN NNP 0 root @person 1:source
        .      -     PUNCT . 1 punct
    """
    assert claim(build(table), "left").voices[0].text == "Hasan"


def test_some_as_the_subject_is_a_source() -> None:
    table = """
        Some   -     DET DT 2 nsubj 1:source
        say    -     VERB VBP 0 root 1:cue
        troops troop NOUN NNS 4 nsubj 1:content
        left   leave VERB VBD 2 ccomp 1:content
    """
    assert claim(build(table), "left").voices[0].text == "Some"


def test_a_part_of_the_models_content_does_not_replace_it() -> None:
    analysis = build("""
        Ankara -     PROPN NNP 2 nsubj 1:source
        called call  VERB VBD 0 root 1:cue
        on     -     ADP IN 4 case 1:cue
        Syria  -     PROPN NNP 2 obl 1:content
        to     -     PART TO 6 mark 1:content
        yield  -     VERB VB 4 dep 1:content
    """).analysis
    (known,) = analysis.attributions
    doubted = replace(known, content_confidence=0.1)
    assert gaps.fill(syntax.index(analysis), [doubted]) == [doubted]


def test_a_part_with_a_comma_behind_it_does_not_replace_it_either() -> None:
    built = read(
        "Troops=troop/NNS/2/nsubj+1:content left=leave/VBD/5/ccomp+1:content ,/,/2/punct he/PRP/5/nsubj+1:source"
        " said=say/VBD/0/root+1:cue ,/,/9/punct when/WRB/9/advmod+1:content it/PRP/9/nsubj+1:content"
        " rained=rain/VBD/5/advcl+1:content"
    )
    (known,) = built.analysis.attributions
    (filled,) = gaps.fill(syntax.index(built.analysis), [replace(known, content_confidence=0.1)])
    assert filled.content == known.content


@pytest.mark.parametrize(("auxiliary", "voice"), [("had", ["he", None]), ("have", [None])])
def test_what_goes_on_further_back_behind_a_cue_in_the_middle_is_said_too(
    auxiliary: str, voice: list[str | None]
) -> None:
    built = read(
        "Troops=troop/NNS/2/nsubj+1:content left=leave/VBD/5/ccomp+1:content ,/,/2/punct he/PRP/5/nsubj+1:source"
        " said=say/VBD/0/root+1:cue ,/,/10/punct but/CC/10/cc drivers=driver/NNS/10/nsubj"
        f" {auxiliary}=have/VBD/10/aux stayed=stay/VBN/5/conj"
    )
    assert voices(built, "stayed") == voice


def test_what_the_model_marked_stays() -> None:
    analysis = build("""
        Officials official NOUN NNS 2 nsubj
        said   say   VERB VBD 0 root 1:cue
        here   -     ADV RB 2 advmod 1:source
        troops troop NOUN NNS 5 nsubj
        left   leave VERB VBD 2 ccomp 1:content
    """).analysis
    (known,) = analysis.attributions
    assert gaps.fill(syntax.index(analysis), [known]) == [known]


def test_a_determiner_after_the_cue_and_a_source_of_one_are_left_out() -> None:
    table = """
    The    -     DET  DT 2 det 1:source
    mayor  -     NOUN NN 3 nsubj
    said   say   VERB VBD 0 root 1:cue
    this   -     DET  DT 5 det 1:cue
    week   -     NOUN NN 3 obl
    troops troop NOUN NNS 7 nsubj 1:content
    left   leave VERB VBD 3 ccomp 1:content
    """
    voice = claim(build(table), "left").voices[0]
    assert voice.cue is not None
    assert (voice.text, voice.cue.text) == ("The mayor", "said")


def test_a_lone_determiner_is_made_a_noun_phrase_even_far_from_its_cue() -> None:
    analysis = build("""
        The    -     DET  DT 3 det 1:source
        old    -     ADJ  JJ 3 amod
        mayor  -     NOUN NN 4 nsubj
        arrived arrive VERB VBD 0 root
        saying say   VERB VBG 4 advcl 1:cue
        troops troop NOUN NNS 7 nsubj 1:content
        left   leave VERB VBD 5 ccomp 1:content
    """).analysis
    (found,) = gaps.fill(syntax.index(analysis), analysis.attributions)
    assert found.source == ((0, 3),)


def test_the_next_sentence_names_no_source() -> None:
    table = """
        Reportedly -    ADV RB 3 advmod 1:cue
        troops troop NOUN NNS 3 nsubj 1:content
        left   leave VERB VBD 0 root 1:content
        .      -     PUNCT . 3 punct

        Hasan  -     PROPN NNP 2 nsubj @person 1:source
        smiled smile VERB VBD 0 root
    """
    assert claim(build(table), "left").voices[0].text is None


def test_a_cue_with_an_object_does_not_say_the_sentence_before() -> None:
    table = """
        Troops troop NOUN NNS 2 nsubj 1:content
        left   leave VERB VBD 0 root 1:content
        .      -     PUNCT . 2 punct 1:content

        It     -     PRON PRP 2 nsubj 1:source
        documents document VERB VBZ 0 root 1:cue
        crimes crime NOUN NNS 2 obj
    """
    assert len(claim(build(table), "left").voices) == 1


def test_who_is_asked_is_not_who_asks() -> None:
    built = build("""
        When  -     ADV  WRB 2 advmod
        asked ask   VERB VBD 8 advcl 1:cue
        if    -     SCONJ IN 5 mark 1:content
        rents rent  NOUN NNS 5 nsubj 1:content
        rose  rise  VERB VBD 2 ccomp 1:content
        ,     -     PUNCT , 8 punct
        Karim -     PROPN NNP 8 nsubj 1:source
        left  leave VERB VBD 0 root
    """)
    (found,) = gaps.fill(syntax.index(built.analysis), built.analysis.attributions)
    assert found.source == ()


def test_a_verb_with_an_object_of_its_own_has_no_quotation_before_it() -> None:
    text = """
        “/``/4/punct We/PRP/4/nsubj are=be/VBP/4/cop tired/JJ/0/root ././4/punct ”/''/4/punct
        Aides=aide/NNS/2/nsubj+1:source confirmed=confirm/VBD/0/root+1:cue {object}/2/obj ././2/punct
    """
    assert voices(read(text.format(object="the/DT/4/det visit/NN")), "tired") == [None]
    assert voices(read(text.format(object="it/PRP")), "tired") == ["Aides", None]


def test_what_rouses_a_fear_does_not_fear() -> None:
    line = (
        "The/DT/2/det+1:source {who}/NN/3/nsubj+1:source stoked=stoke/VBD/0/root fears=fear/NNS/3/obj+1:cue"
        " that/IN/7/mark+1:content dams=dam/NNS/7/nsubj+1:content burst/VBP/4/acl+1:content"
    )
    assert voices(read(line.format(who="flood")), "burst") == [None, None]
    assert voices(read(line.format(who="mayor")), "burst") == ["The mayor", None]


def test_who_asks_stands_behind_by() -> None:
    line = (
        "Quist/NNP/9/nsubj+1:source@person ,/,/3/punct asked=ask/VBD/1/acl+1:cue by/IN/5/case Ravna/NNP/3/obl@person"
        " if/IN/8/mark+1:content dams=dam/NNS/8/nsubj+1:content burst/VBD/3/advcl+1:content nodded=nod/VBD/0/root"
    )
    assert voices(read(line), "burst") == ["Ravna", None]


def test_a_quotation_that_its_speaker_interrupts_is_said_whole() -> None:
    text = """
        “/``/3/punct Dams=dam/NNS/3/nsubj burst/VBD/7/ccomp ,/,/3/punct ”/''/3/punct she/PRP/7/nsubj+1:source
        wrote=write/VBD/0/root+1:cue ,/,/11/punct “/``/11/punct+1:content and/CC/11/cc+1:content
        wept=weep/VBD/7/conj+1:content ././11/punct+1:content ”/''/11/punct+1:content
    """
    assert voices(read(" ".join(text.split())), "burst") == ["she", None]


def test_the_infinitive_behind_a_source_that_it_belongs_to_is_no_content() -> None:
    built = read(
        "According=accord/VBG/4/case+1:cue to/IN/1/fixed+1:cue an/DT/4/det+1:source envoy/NN/11/obl+1:source"
        " forbidden=forbid/VBN/4/acl+1:source to/TO/7/mark+1:content speak/VB/5/xcomp+1:content ,/,/4/punct+1:content"
        " grey/JJ/10/amod+1:content troops=troop/NNS/11/nsubj+1:content left=leave/VBD/0/root+1:content"
    )
    said = claim(built, "left")
    assert [voice.text for voice in said.voices if voice.text] == ["an envoy forbidden to speak"]
    assert [part.text for part in said.content] == ["grey troops left"]
