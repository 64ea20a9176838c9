"""What becomes of an event that the lexicon sees, the model's heads, or both."""

# ruff: noqa: E501 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.events import evoking, weighing
from sayso.words.records import Event
from tests.claims.oneline import parse, word
from tests.spans import assert_quotes

SHELLED = (
    "Rebels=rebel/NNS/2/nsubj{actor} shelled=shell/VBD/0/root{type} the/DT/4/det town/NN/2/obj{recipient} of/IN/6/case "
    "Hama/NNP/4/nmod{place}@place on/IN/8/case Monday/NNP/2/obl{time}@time"
)
MARKS = {
    "actor": "+2>actor",
    "type": "+!ASSAULT",
    "recipient": "+2>recipient",
    "place": "+2>recipient",
    "time": "+2>time",
}


def shelled(**marks: str) -> Event | None:
    syntax = parse(SHELLED.format(**(MARKS | marks)))
    event = weighing.code(syntax).get(word(syntax, "shelled"))
    assert_quotes(syntax.analysis.text, event)
    return event


def test_without_heads_the_lexicon_speaks_alone() -> None:
    nothing = dict.fromkeys(MARKS, "")
    syntax = parse(SHELLED.format(**nothing))
    assert shelled(**nothing) == evoking.find(syntax, 1)


def test_both_see_it() -> None:
    event = shelled()
    assert event is not None
    assert (event.type, event.mode) == ("ASSAULT", "heavy_weapons")
    assert [one.text for one in event.actors] == ["Rebels"]
    assert [one.text for one in event.recipients] == ["town of Hama"]
    assert [one.text for one in event.places] == ["Hama"]
    assert event.time is not None
    assert event.time.text == "Monday"


def test_what_the_lexicon_sees_falls_where_the_heads_are_sure_of_nothing() -> None:
    assert shelled(type="+!none=0.95") is None
    assert shelled(type="+!none=0.7") is not None


def test_a_sense_that_the_lexicon_lacks() -> None:
    event = shelled(type="+!ACCUSE")
    assert event is not None
    assert (event.type, event.mode) == ("ACCUSE", None)
    unsure = shelled(type="+!ACCUSE=0.4")
    assert unsure is not None
    assert unsure.type == "ASSAULT"


def test_a_word_of_no_list_needs_more_certainty() -> None:
    line = "Rebels=rebel/NNS/2/nsubj+2>actor peppered=pepper/VBD/0/root+!ASSAULT={share} the/DT/4/det town/NN/2/obj+2>recipient"
    for share, seen in ((0.5, False), (0.7, True)):
        syntax = parse(line.format(share=share))
        assert evoking.find(syntax, 1) is None
        assert (1 in weighing.code(syntax)) == seen


def test_a_verb_of_force_that_the_lexicon_knows_needs_less() -> None:
    """Its arguments are of no kind that is known; a verb of words or of everyday life is no such verb."""
    line = "Huns=hun/NNS/2/nsubj+2>actor {verb}/VBD/0/root+!{type}={share} the/DT/4/det {object}/NN/2/obj+2>recipient"
    force = {"verb": "crossed=cross", "type": "MOBILIZE", "object": "moat"}
    words = {"verb": "dismissed=dismiss", "type": "REJECT", "object": "rumour"}
    everyday = {"verb": "beat=beat", "type": "ASSAULT", "object": "moat"}
    for case, share, seen in ((force, 0.55, True), (force, 0.4, False), (words, 0.55, False), (everyday, 0.55, False)):
        syntax = parse(line.format(share=share, **case))
        assert (1 in weighing.code(syntax)) == seen, (case, share)


def test_who_strikes_something_lays_down_no_tools() -> None:
    line = "They/PRP/2/nsubj+2>actor struck=strike/VBD/0/root+!PROTEST=0.6 {object}"
    hit = weighing.code(parse(line.format(object="the/DT/4/det camp/NN/2/obj+2>recipient")))
    assert hit[1].type == "ASSAULT"
    assert not weighing.code(parse(line.format(object="on/IN/4/case Monday/NNP/2/obl@time")))


def test_who_has_no_part_in_it_is_left_out() -> None:
    line = (
        "Rebels=rebel/NNS/4/nsubj+4>actor and/CC/3/cc markets=market/NNS/1/conj shelled=shell/VBD/0/root+!ASSAULT "
        "a/DT/6/det town/NN/4/obj+4>recipient"
    )
    event = weighing.code(parse(line))[3]
    assert [one.text for one in event.actors] == ["Rebels"]


def test_where_the_heads_know_nobody_the_arcs_stand() -> None:
    event = shelled(actor="")
    assert event is not None
    assert [one.text for one in event.actors] == ["Rebels"]


def test_who_stands_beyond_the_reach_of_arcs() -> None:
    """The heads read past the arcs of a broken tree, and a coordination gives two."""
    line = (
        "Rebels=rebel/NNS/5/dep+5>actor and/CC/3/cc+5>actor tribes=tribe/NNS/1/conj+5>actor ,/,/1/punct shelled=shell/VBD/0/root+!ASSAULT "
        "a/DT/7/det town/NN/5/obj+5>recipient"
    )
    syntax = parse(line)
    event = weighing.code(syntax)[4]
    assert [one.text for one in event.actors] == ["Rebels", "tribes"]


def test_nothing_is_an_event_in_a_name_or_before_a_noun() -> None:
    line = "The/DT/3/det strike/NN/3/compound+!ASSAULT group/NN/4/nsubj+2>actor left=leave/VBD/0/root"
    assert weighing.code(parse(line)) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Hill/NNP/2/nsubj+2>actor@person released=release/VBD/0/root+!RETREAT his=he/PRP$/4/nmod:poss+2>recipient papers=paper/NNS/2/obj",
        "Hill/NNP/2/nsubj+2>actor@person shot=shoot/VBD/0/root+!ASSAULT himself/PRP/2/obj",
        "Hill/NNP/2/nsubj+2>actor@person settled=settle/VBD/0/root+!AGREE into/IN/5/case a/DT/5/det flat/NN/2/obl",
        "Troops=troop/NNS/2/nsubj+2>actor deliver/VBP/0/root+!AID them=they/PRP/2/iobj+2>recipient a/DT/5/det defeat/NN/2/obj",
        "Hill/NNP/2/nsubj+2>actor@person recognised=recognise/VBD/0/root+!SUPPORT a/DT/4/det holiday/NN/2/obj+2>recipient",
        "Police=police/NNS/3/nsubj:pass+3>actor were=be/VBD/3/aux:pass charged=charge/VBN/0/root+!ACCUSE with/IN/5/mark securing=secure/VBG/3/advcl towns=town/NNS/5/obj",
        "Troops=troop/NNS/2/nsubj+2>actor deliver/VBP/0/root+!AID on/IN/4/case pledges=pledge/NNS/2/obl",
        "Damage/NN/3/nsubj:pass was=be/VBD/3/aux:pass confined=confine/VBN/0/root+!COERCE to/IN/5/case Hama/NNP/3/obl@place",
        "Sacks=sack/NNS/0/root held=hold/VBN/1/acl+!COERCE by/IN/4/case rebels=rebel/NNS/2/obl:agent+2>actor",
        "Hills=hill/NNS/2/nsubj+2>actor cross/VBP/0/root+!MOBILIZE Hama/NNP/2/obj+2>recipient@place",
    ],
)
def test_what_a_verbs_object_rules_out_is_no_event_for_either(line: str) -> None:
    assert weighing.code(parse(line)) == {}


def test_people_are_let_go() -> None:
    line = "Rebels=rebel/NNS/2/nsubj+2>actor released=release/VBD/0/root+!RETREAT nine/CD/4/nummod prisoners=prisoner/NNS/2/obj+2>recipient"
    assert weighing.code(parse(line))[1].type == "RETREAT"


@pytest.mark.parametrize(
    ("line", "form", "parties"),
    [
        ("Saraqib/NNP/2/nsubj+2>actor@place fell=fall/VBD/0/root+!ASSAULT to/IN/5/case the/DT/5/det rebels=rebel/NNS/2/obl", "fell", (["rebels"], ["Saraqib"])),
        ("Jets=jet/NNS/2/nsubj+2>actor dropped=drop/VBD/0/root+!ASSAULT bombs=bomb/NNS/2/obj+2>recipient on/IN/5/case Hama/NNP/2/obl@place", "dropped", (["Jets"], ["Hama"])),
        ("Landlords=landlord/NNS/2/nsubj+2>actor demand/VBP/0/root+!REQUEST a/DT/4/det year/NN/6/nmod:poss@time 's/POS/4/case rent/NN/2/obj", "demand", (["Landlords"], [])),
    ],
)  # fmt: skip
def test_who_takes_a_town_and_what_is_no_party(line: str, form: str, parties: tuple[list[str], list[str]]) -> None:
    syntax = parse(line)
    event = weighing.code(syntax)[word(syntax, form)]
    assert ([one.text for one in event.actors], [one.text for one in event.recipients]) == parties


def test_what_is_beaten_back_is_no_beating() -> None:
    line = (
        "Rebels=rebel/NNS/2/nsubj+2>actor beat/VBD/0/root+!ASSAULT back/RP/2/compound:prt an/DT/5/det attack/NN/2/obj"
    )
    assert weighing.code(parse(line))[1].mode is None


def test_guns_that_fall_silent_fire_no_more() -> None:
    line = "Guns=gun/NNS/2/nsubj fell=fall/VBD/0/root+!ASSAULT silent/JJ/2/xcomp in/IN/5/case Hama/NNP/2/obl@place"
    assert [event.type for event in weighing.code(parse(line)).values()] in ([], ["RETREAT"])


def test_the_dead_of_a_side_did_nothing() -> None:
    line = "Oslo/NNP/2/nsubj@place counted=count/VBD/0/root rebel/NN/4/compound+4>actor fatalities=fatality/NNS/2/obj+!ASSAULT"
    event = weighing.code(parse(line))[3]
    assert (event.actors, [one.text for one in event.recipients]) == ((), ["rebel"])


def test_who_resigns_is_one_and_resigns_nobody() -> None:
    line = (
        "Quist/NNP/5/nsubj+5>actor@person ,/,/4/punct the/DT/4/det minister/NN/1/appos+5>actor resigned=resign/VBD/0/root+!RETREAT "
        "and/CC/8/cc Ravna/NNP/8/nsubj+5>recipient@person quit/VBD/5/conj"
    )
    event = weighing.code(parse(line))[4]
    assert ([one.text for one in event.actors], event.recipients) == (["Quist"], ())


def test_a_state_protests_in_words() -> None:
    line = "Oslo/NNP/3/nsubj+3>actor@place might/MD/3/aux protest/VB/0/root+!PROTEST"
    assert weighing.code(parse(line)) == {}


def test_a_deed_with_a_capital_is_nobody() -> None:
    line = (
        "Oslo/NNP/2/nsubj+2>actor@place supports=support/VBZ/0/root+!SUPPORT a/DT/4/det cessation/NN/2/obj of/IN/6/case "
        "Hostilities=hostility/NNPS/4/nmod"
    )
    event = weighing.code(parse(line))[1]
    assert ([one.text for one in event.actors], event.recipients) == (["Oslo"], ())


def test_people_are_held() -> None:
    line = "Drivers=driver/NNS/0/root+2>recipient held=hold/VBN/1/acl+!COERCE by/IN/4/case rebels=rebel/NNS/2/obl:agent+2>actor"
    assert weighing.code(parse(line))[1].mode == "arrest"


def test_an_operation_within_a_name_is_none() -> None:
    line = "Task/NNP/2/compound@organisation Force/NNP/6/nsubj+4>actor@organisation -/:/2/punct Operation/NN/2/appos+!ASSAULT Shield/NNP/4/flat gave=give/VBD/0/root masks=mask/NNS/6/obj"
    assert word(parse(line), "Operation") not in weighing.code(parse(line))


def test_a_question_is_no_request() -> None:
    line = "Hill/NNP/2/nsubj+2>actor@person asked=ask/VBD/0/root+!REQUEST them=they/PRP/2/iobj+2>recipient where/WRB/5/advmod troops=troop/NNS/6/nsubj went=go/VBD/2/ccomp"
    assert weighing.code(parse(line)) == {}


@pytest.mark.parametrize(("particle", "seen"), [("in/RP/2/compound:prt ", True), ("", False)])
def test_an_everyday_verb_says_more_with_a_particle(particle: str, seen: bool) -> None:
    at = 5 if particle else 4
    line = f"Guards=guard/NNS/2/nsubj+2>actor let/VBD/0/root+!RETREAT {particle}the/DT/{at}/det convoy/NN/2/obj+2>recipient"
    assert (1 in weighing.code(parse(line))) == seen


def test_a_verb_is_an_event_without_a_party_and_a_noun_is_none() -> None:
    verb = "Nobody/NN/3/nsubj:pass was=be/VBD/3/aux:pass evacuated=evacuate/VBN/0/root+!AID=0.7"
    assert weighing.code(parse(verb))[2].type == "AID"
    assert not weighing.code(parse("The/DT/2/det shelling/NN/3/nsubj+!ASSAULT=0.7 stopped=stop/VBD/0/root"))


def test_in_an_article_about_force_less_certainty_is_enough() -> None:
    line = "Rebels=rebel/NNS/2/nsubj+2>actor peppered=pepper/VBD/0/root+!ASSAULT=0.55 the/DT/4/det town/NN/2/obj+2>recipient"
    assert 1 not in weighing.code(parse(line))
    assert 1 in weighing.code(parse(f"{line}\nThe/DT/2/det shelling/NN/3/nsubj+!ASSAULT=0.9 stopped=stop/VBD/0/root"))


OTHERS = {
    "a town is taken by force": (
        "Rebels=rebel/NNS/2/nsubj+2>actor seized=seize/VBD/0/root+!COERCE Hama/NNP/2/obj@place",
        "ASSAULT",
    ),
    "and arms by authority": (
        "Rebels=rebel/NNS/2/nsubj+2>actor seized=seize/VBD/0/root+!COERCE rifles=rifle/NNS/2/obj",
        "COERCE",
    ),
    "a flood is no attack": (
        "Floods=flood/NNS/2/nsubj killed=kill/VBD/0/root+!ASSAULT nurses=nurse/NNS/2/obj+2>recipient",
        None,
    ),
    "troops leave": ("Troops=troop/NNS/2/nsubj+2>actor left=leave/VBD/0/root+!RETREAT", "RETREAT"),
    "people leave home": ("Nurses=nurse/NNS/2/nsubj+2>actor left=leave/VBD/0/root+!RETREAT", None),
    "so does she": ("She/PRP/2/nsubj+2>actor left=leave/VBD/0/root+!RETREAT", None),
}


@pytest.mark.parametrize(("line", "type_"), OTHERS.values(), ids=OTHERS)
def test_what_the_heads_see_is_weighed_by_whom_it_is_said_of(line: str, type_: str | None) -> None:
    event = weighing.code(parse(line)).get(1)
    assert (event and event.type) == type_


@pytest.mark.parametrize(
    ("by", "seen"), [("accident/NN/3/obl:agent", True), ("a/DT/6/det flood/NN/3/obl:agent", False)]
)
def test_what_is_hit_by_accident_is_hit(by: str, seen: bool) -> None:
    line = "Clinics=clinic/NNS/3/nsubj:pass were=be/VBD/3/aux:pass hit/VBN/0/root+!ASSAULT by/IN/{at}/case {by}"
    assert (2 in weighing.code(parse(line.format(at=4 + len(by.split()), by=by)))) == seen
