"""Sources and sentences that the order of the words decides, and cues that say nothing."""

from __future__ import annotations

import pytest

from sayso.claims.attributions import gaps, stances
from sayso.claims.attributions.silence import is_silent
from sayso.claims.grammar import syntax
from sayso.words.records import Claim
from tests.claims.build import Built
from tests.claims.oneline import parse, read
from tests.claims.test_voices import claim

UNSURE = 0.6
SOURCES = {
    "an inverted verb of speech": (
        (
            "Looms=loom/NNS/2/nsubj+1:source burned=burn/VBD/0/root+1:content ,/,/2/punct"
            " said=say/VBD/2/parataxis+1:cue weaver/NN/6/nmod:desc Quist/NNP/4/nsubj@person"
        ),
        "weaver Quist",
    ),
    "no clause inside it": (
        (
            "Guides=guide/NNS/8/nsubj in/IN/3/case Ravna/NNP/1/nmod@place which/WDT/5/nsubj+1:source"
            " boasts=boast/VBZ/1/acl:relcl+1:source lakes=lake/NNS/5/obj+1:source ,/,/1/punct say/VBP/0/root+1:cue"
            " roads=road/NNS/10/nsubj+1:content burst/VBD/8/ccomp+1:content"
        ),
        "Guides in Ravna",
    ),
    "no clause that is cut off": (
        (
            "Looms=loom/NNS/2/nsubj+1:content burned=burn/VBD/4/ccomp+1:content ,/,/2/punct said=say/VBD/0/root+1:cue"
            " Ravna/NNP/4/nsubj+1:source@organisation ,/,/5/punct+1:source a/DT/8/det+1:source"
            " guild/NN/5/appos+1:source that/WDT/10/nsubj+1:source helps=help/VBZ/8/acl:relcl+1:source"
            " weavers=weaver/NNS/10/obj"
        ),
        "Ravna , a guild",
    ),
    "who stands behind according to": (
        (
            "Looms=loom/NNS/2/nsubj+1:content burned=burn/VBD/0/root+1:content ,/,/2/punct said=say/VBD/2/parataxis"
            " Quist/NNP/4/nsubj+1:source@person according=accord/VBG/8/case+1:cue to/IN/6/fixed+1:cue"
            " Ravna/NNP/2/obl@organisation"
        ),
        "Ravna",
    ),
    "no one in a clause of the subject": (
        (
            "Those=those/DT/6/nsubj who/WP/3/nsubj know/VBP/1/acl:relcl of/IN/5/case guilds=guild/NNS/3/obl+1:source"
            " say/VBP/0/root+1:cue looms=loom/NNS/8/nsubj+1:content burned=burn/VBD/6/ccomp+1:content"
        ),
        "Those",
    ),
    "nobody who is told": (
        (
            "They=they/PRP/2/nsubj told=tell/VBD/0/root police/NN/4/compound+1:source Quist/NNP/5/nsubj+1:source@person"
            " vowed=vow/VBD/2/ccomp+1:cue to/TO/7/mark+1:content leave/VB/5/xcomp+1:content"
        ),
        "Quist",
    ),
}
TWO = (
    "Guards=guard/NNS/2/nsubj+1:content ran=run/VBD/8/ccomp+1:content and/CC/5/cc a/DT/5/det mill/NN/6/nsubj"
    " burst/VBD/8/ccomp ,/,/6/punct"
)
ENDINGS = {
    "said": f"{TWO} police/NN/9/nsubj+1:source said=say/VBD/0/root+1:cue ./,/9/punct",
    "a stop left out": f"{TWO} police/NN/9/nsubj+1:source said=say/VBD/0/root+1:cue Its/PRP$/11/nmod:poss"
    " wall/NN/12/nsubj fell=fall/VBD/9/ccomp",
}
SILENT = {
    "what is still open": "The/DT/2/det+1:source board/NN/4/nsubj+1:source will/MD/4/aux+1:cue decide/VB/0/root+1:cue"
    " whether/IN/7/mark+1:content looms=loom/NNS/7/nsubj+1:content move/VBP/4/ccomp+1:content",
    "a purpose": "Bells=bell/NNS/2/nsubj rang=ring/VBD/0/root to/TO/4/mark+1:cue warn/VB/2/advcl+1:cue"
    " that/IN/7/mark+1:content dams=dam/NNS/7/nsubj+1:content burst/VBD/4/ccomp+1:content",
    "an invitation": "Read/VB/0/root+1:cue More=more/JJ/1/obj “/``/5/punct+1:content looms=loom/NNS/5/nsubj+1:content"
    " burned=burn/VBD/1/ccomp+1:content ”/''/5/punct+1:content",
    "an auxiliary": "Quist/NNP/3/nsubj had=have/VBD/3/aux+1:cue ended=end/VBN/0/root weaving/VBG/3/xcomp+1:content",
    "a thing": "Exports=export/NNS/2/nsubj notched=notch/VBD/0/root+1:cue a/DT/4/det+1:content"
    " fall/NN/2/obj+1:content and/CC/6/cc+1:content stood=stand/VBD/2/conj+1:content",
    "a deed and its means": "Quist/NNP/2/nsubj+1:source backed=back/VBD/0/root+1:cue weavers=weaver/NNS/2/obj+1:content"
    " by/IN/5/mark+1:content giving=give/VBG/2/advcl+1:content loans=loan/NNS/5/obj+1:content",
}


@pytest.mark.parametrize(("line", "source"), SOURCES.values(), ids=SOURCES)
def test_who_speaks_is(line: str, source: str) -> None:
    analysis = read(line).analysis
    (found,) = gaps.fill(syntax.index(analysis), analysis.attributions)
    assert " ".join(analysis.form(word) for part in found.source for word in range(*part)) == source


@pytest.mark.parametrize("line", ENDINGS.values(), ids=ENDINGS)
def test_who_ends_a_sentence_speaks_of_all_of_it(line: str) -> None:
    for word in ("ran", "burst"):
        assert claim(read(line), word).voices[0].text == "police"
    if "fell" in line:
        assert claim(read(line), "fell").voices[0].text is None


def test_a_colon_begins_what_is_told_before_who_ends_the_sentence() -> None:
    line = (
        "Quist/NNP/2/nsubj left=leave/VBD/0/root :/:/2/punct dams=dam/NNS/5/nsubj+1:content burst/VBD/2/parataxis"
        " ,/,/5/punct he/PRP/8/nsubj+1:source wrote=write/VBD/5/parataxis+1:cue"
    )
    assert claim(read(line), "left").voices[0].text is None
    assert claim(read(line), "burst").voices[0].text == "he"


@pytest.mark.parametrize("line", SILENT.values(), ids=SILENT)
def test_nothing_is_said_by(line: str) -> None:
    analysis = read(line, UNSURE).analysis
    assert is_silent(syntax.index(analysis), analysis.attributions[0])


def test_a_quotation_of_an_earlier_sentence_is_another_s() -> None:
    quoted = "“/``/3/punct{0} {1}=dam/NNS/3/nsubj{0} burst/VBD/{2}{0} today/NN/3/obl{0} ./,/3/punct{0} ”/''/3/punct{0}"
    earlier = quoted.format("+1:content", "dams", "2/ccomp")
    first = f"Quist/NNP/2/nsubj+1:source said=say/VBD/0/root+1:cue :/:/2/punct {earlier}"
    second = f"Ravna/NNP/2/nsubj+2:source said=say/VBD/0/root+2:cue :/:/2/punct {quoted.format('', 'walls', '2/ccomp')}"
    built = read(f"{first.replace('/3/', '/6/')}\n{second.replace('/3/', '/6/')}")
    said = [known for known in gaps.fill(syntax.index(built.analysis), built.analysis.attributions) if known.content]
    forms = [" ".join(built.analysis.form(word) for part in known.content for word in range(*part)) for known in said]
    assert "dams" not in forms[-1]
    assert "walls" in forms[-1]


def test_a_name_that_is_given_is_asserted() -> None:
    line = (
        "Quist/NNP/2/nsubj+1:source {0}/VBD/0/root+1:cue the/DT/4/det+1:content tale/NN/2/obj+1:content"
        " as/IN/6/case+1:content invented=invented/JJ/2/obl+1:content"
    )
    for verb in ("rejected=reject", "dismissed=dismiss"):
        analysis = read(line.format(verb)).analysis
        assert stances.stance(syntax.index(analysis), analysis.attributions[0]) == "says"


def test_a_cue_is_known_by_its_form() -> None:
    line = "Quist/NNP/2/nsubj+1:source alleges=alleg/VBZ/0/root+1:cue dams=dam/NNS/4/nsubj burst/VBD/2/ccomp+1:content"
    analysis = read(line).analysis
    assert stances.stance(syntax.index(analysis), analysis.attributions[0]) == "accuses"


def test_what_is_quoted_before_the_verb_is_no_order() -> None:
    line = (
        "to/TO/2/mark+1:content stay/VB/5/ccomp+1:content ,/,/2/punct he/PRP/5/nsubj+1:source said=say/VBD/0/root+1:cue"
    )
    analysis = read(line).analysis
    assert stances.stance(syntax.index(analysis), analysis.attributions[0]) == "says"


def test_whoever_signed_what_another_reads_says_it() -> None:
    line = (
        "Dams=dam/NNS/2/nsubj+1:content burst/VBD/5/ccomp+1:content ,/,/2/punct Quist/NNP/5/nsubj+1:source@person"
        " read/VBD/0/root+1:cue from/IN/8/case+1:cue a/DT/8/det+1:cue letter/NN/5/obl+1:cue"
        " signed=sign/VBN/8/acl+1:cue by/IN/11/case+1:cue Ravna/NNP/9/obl:agent@person"
    )
    assert [voice.text for voice in claim(read(line), "burst").voices] == ["Ravna", "Quist", None]


def test_the_company_is_the_only_one_named() -> None:
    said = (
        "The/DT/2/det+1:source company/NN/3/nsubj+1:source said=say/VBD/0/root+1:cue dams=dam/NNS/5/nsubj+1:content"
        " burst/VBD/3/ccomp+1:content"
    )
    named = "{0}/NNP/2/nsubj@organisation grew=grow/VBD/0/root"

    def meant(built: Built) -> str | None:
        found: Claim = claim(built, "burst")
        same = found.voices[0].same_as
        return None if same is None else same.text

    assert meant(read(f"{named.format('Ravna')}\n{said}")) == "Ravna"
    assert meant(read(f"{named.format('Ravna')}\n{named.format('Quistco')}\n{said}")) is None
    assert parse(said).labels[1] != "organisation"


WHO = "A/DT/2/det+1:source nurse/NN/{verb}/nsubj+1:source"
CUTS = {
    "a relative pronoun": (
        (
            f"{WHO.format(verb=6)} ,/,/2/punct+1:source who/WP/5/nsubj+1:source fled=flee/VBD/2/acl:relcl"
            " {told}/0/root+1:cue dams=dam/NNS/8/nsubj+1:content burst/VBD/6/ccomp+1:content"
        ),
        "A nurse",
    ),
    "a preposition": (
        (
            f"{WHO.format(verb=5)} from/IN/4/case+1:source Ravna/NNP/2/nmod {{told}}/0/root+1:cue"
            " dams=dam/NNS/7/nsubj+1:content burst/VBD/5/ccomp+1:content"
        ),
        "A nurse from Ravna",
    ),
    "a comma": (
        (
            "Quist/NNP/6/nsubj ,/,/4/punct+1:source the/DT/4/det+1:source nurse/NN/1/appos+1:source ,/,/1/punct"
            " {told}/0/root+1:cue dams=dam/NNS/8/nsubj+1:content burst/VBD/6/ccomp+1:content"
        ),
        "Quist, the nurse",
    ),
}


@pytest.mark.parametrize(("line", "source"), CUTS.values(), ids=CUTS)
def test_a_source_is_cut_nowhere_in_a_phrase(line: str, source: str) -> None:
    built = read(line.format(told="said=say/VBD"))
    assert claim(built, "burst").voices[0].text == source


def test_who_is_told_begins_no_sentence() -> None:
    line = (
        "In/IN/2/case May/NNP/5/obl ,/,/2/punct Quist/NNP/5/nsubj+1:source {verb}/VBD/0/root+1:cue The/DT/7/det"
        " Herald/NNP/5/obj dams=dam/NNS/9/nsubj+1:content burst/VBD/5/ccomp+1:content"
    )
    assert claim(read(line.format(verb="told=tell")), "burst").voices[0].text == "Quist"
