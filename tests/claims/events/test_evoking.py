"""What kind of event a predicate is, with its actors, recipients, places, time and numbers."""

# ruff: noqa: E501, ISC004 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.events import evoking, lexicon
from sayso.claims.factuality import judging
from sayso.claims.grammar.syntax import Syntax, index
from sayso.language.analysis import Analysis, Named
from sayso.words import vocabulary
from sayso.words.records import Event
from tests.claims.oneline import parse, word
from tests.spans import assert_quotes


def found(line: str, form: str) -> Event | None:
    syntax = parse(line)
    event = evoking.find(syntax, word(syntax, form))
    assert_quotes(syntax.analysis.text, event)
    return event


def told(event: Event | None) -> tuple[str, str | None, list[str], list[str]]:
    """Type, mode, actors and recipients of an event that must be there."""
    assert event is not None
    actors, recipients = ([mention.text for mention in side] for side in (event.actors, event.recipients))
    return event.type, event.mode, actors, recipients


EVENTS = {
    "active": (
        "Turkish/JJ/2/amod forces=force/NNS/3/nsubj shelled=shell/VBD/0/root the/DT/5/det town/NN/3/obj",
        "shelled", ("ASSAULT", "heavy_weapons", ["Turkish forces"], ["town"]),
    ),
    "passive": (
        "Two/CD/2/nummod convoys=convoy/NNS/4/nsubj:pass were=be/VBD/4/aux:pass attacked=attack/VBN/0/root "
        "by/IN/6/case militants=militant/NNS/4/obl:agent",
        "attacked", ("ASSAULT", None, ["militants"], ["Two convoys"]),
    ),
    "both sides of a coordination": (
        "Russia/NNP/4/nsubj@place and/CC/3/cc Iran/NNP/1/conj@place condemned=condemn/VBD/0/root Israel/NNP/4/obj@place",
        "condemned", ("ACCUSE", "disapprove", ["Russia", "Iran"], ["Israel"]),
    ),
    "a shared subject": (
        "Police/NNS/2/nsubj came=come/VBD/0/root and/CC/4/cc arrested=arrest/VBD/2/conj a/DT/6/det baker/NN/4/obj",
        "arrested", ("COERCE", "arrest", ["Police"], ["baker"]),
    ),
    "the target of a deed": (
        "Militia=militia/NN/5/nsubj camps=camp/NNS/1/flat were=be/VBD/5/cop the/DT/5/det target/NN/0/root of/IN/8/case a/DT/8/det raid/NN/5/nmod by/IN/10/case rebels=rebel/NNS/8/nmod",
        "raid", ("ASSAULT", None, ["rebels"], ["Militia camps"]),
    ),
    "an indictment is of somebody": (
        "Oslo/NNP/2/nsubj@place welcomed=welcome/VBD/0/root Quist/NNP/5/nmod:poss@person 's/POS/3/case indictment/NN/2/obj", "indictment", ("ACCUSE", "investigate", [], ["Quist"]),
    ),
    "justice is nobody": (
        "Rebels=rebel/NNS/2/nsubj demanded=demand/VBD/0/root justice/NN/2/obj for/IN/5/case Hama/NNP/3/nmod@place", "demanded", ("REQUEST", None, ["Rebels"], []),
    ),
    "the dead of a side": (
        "Oslo/NNP/2/nsubj@place counted=count/VBD/0/root rebel/NN/4/compound fatalities=fatality/NNS/2/obj in/IN/6/case Hama/NNP/4/nmod@place", "fatalities", ("ASSAULT", None, [], ["rebel"]),
    ),
    "a person killed": (
        "Omar/NNP/3/nsubj:pass@person was=be/VBD/3/aux:pass killed=kill/VBN/0/root", "killed", ("ASSAULT", None, [], ["Omar"]),
    ),
    "the doer inside a phrase": (
        "Omar/NNP/3/nsubj:pass@person was=be/VBD/3/aux:pass killed=kill/VBN/0/root in/IN/6/case a/DT/6/det raid/NN/3/obl by/IN/8/case troops=troop/NNS/6/nmod",
        "killed", ("ASSAULT", None, ["troops"], ["Omar"]),
    ),
    "a shared doer": (
        "Omar/NNP/3/nsubj:pass@person was=be/VBD/3/aux:pass shot=shoot/VBN/0/root and/CC/5/cc killed=kill/VBN/3/conj by/IN/7/case troops=troop/NNS/5/obl:agent",
        "shot", ("ASSAULT", "firearms", ["troops"], ["Omar"]),
    ),
    "a whole name": (
        "Ana/NNP/3/nsubj@person Lopez/NNP/1/flat praised=praise/VBD/0/root Oslo/NNP/3/obj@place",
        "praised", ("SUPPORT", None, ["Ana Lopez"], ["Oslo"]),
    ),
    "a deed looked into": (
        "Police/NNS/3/nsubj are=be/VBP/3/aux investigating=investigate/VBG/0/root the/DT/5/det attack/NN/3/obj",
        "investigating", ("ACCUSE", "investigate", ["Police"], []),
    ),
    "weapons used": (
        "Rebels=rebel/NNS/2/nsubj used=use/VBD/0/root weapons=weapon/NNS/2/obj against/IN/5/case villagers=villager/NNS/2/obl",
        "used", ("ASSAULT", None, ["Rebels"], ["villagers"]),
    ),
    "advice to forces": (
        "NATO/NNP/3/nsubj@organisation is=be/VBZ/3/aux advising=advise/VBG/0/root the/DT/5/det army/NN/3/obj",
        "advising", ("AID", None, ["NATO"], ["army"]),
    ),
    "control": (
        "Ankara/NNP/2/nsubj@place wants=want/VBZ/0/root to/TO/4/mark invade/VB/2/xcomp the/DT/6/det enclave/NN/4/obj",
        "invade", ("ASSAULT", None, ["Ankara"], ["enclave"]),
    ),
    "a relative clause": (
        "The/DT/2/det rebels=rebel/NNS/0/root who/WP/4/nsubj kidnapped=kidnap/VBD/2/acl:relcl a/DT/6/det nurse/NN/4/obj",
        "kidnapped", ("ASSAULT", "abduct", ["rebels"], ["nurse"]),
    ),
    "a particle": (
        "U.S./NNP/2/compound@place troops=troop/NNS/3/nsubj pulled=pull/VBD/0/root out/RP/3/compound:prt",
        "pulled", ("RETREAT", "withdraw", ["U.S. troops"], []),
    ),
    "a verb and its preposition": (
        "Jordan/NNP/2/nsubj@place called=call/VBD/0/root on/IN/4/case Israel/NNP/2/obl@place to/TO/6/mark "
        "release/VB/2/advcl the/DT/8/det prisoners=prisoner/NNS/6/obj",
        "called", ("REQUEST", "yield", ["Jordan"], ["Israel"]),
    ),
    "what is asked for gives the mode": (
        "Jordan/NNP/2/nsubj@place called=call/VBD/0/root for/IN/5/case a/DT/5/det truce/NN/2/obl",
        "called", ("REQUEST", "yield", ["Jordan"], []),
    ),
    "a nationality before the noun": (
        "Israeli/JJ/2/amod@nationality airstrikes=airstrike/NNS/0/root on/IN/4/case Damascus/NNP/2/nmod@place",
        "airstrikes", ("ASSAULT", "aerial", ["Israeli"], ["Damascus"]),
    ),
    "the possessive": (
        "Turkey/NNP/3/nmod:poss@place 's/POS/1/case shelling/NN/0/root of/IN/5/case Tadef/NNP/3/nmod@place",
        "shelling", ("ASSAULT", "heavy_weapons", ["Turkey"], ["Tadef"]),
    ),
    "the possessive of who undergoes it": (
        "The/DT/2/det editor/NN/4/nmod:poss 's/POS/2/case arrest/NN/5/nsubj drew=draw/VBD/0/root protests=protest/NNS/5/obj",
        "arrest", ("COERCE", "arrest", [], ["editor"]),
    ),
    "a visit of one to another": (
        "The/DT/2/det visit/NN/0/root of/IN/4/case Assad/NNP/2/nmod@person to/IN/6/case Tehran/NNP/2/nmod@place",
        "visit", ("CONSULT", "visit", ["Assad"], ["Tehran"]),
    ),
    "by and on": (
        "An/DT/2/det attack/NN/0/root by/IN/4/case militants=militant/NNS/2/nmod on/IN/7/case a/DT/7/det convoy/NN/2/nmod",
        "attack", ("ASSAULT", None, ["militants"], ["convoy"]),
    ),
    "between": (
        "The/DT/2/det deal/NN/0/root between/IN/4/case Russia/NNP/2/nmod@place and/CC/6/cc Turkey/NNP/4/conj@place",
        "deal", ("AGREE", None, ["Russia", "Turkey"], []),
    ),
    "a light verb's arguments": (
        "France/NNP/2/nsubj@place carried=carry/VBD/0/root out/RP/2/compound:prt air/NN/5/compound strikes=strike/NNS/2/obj "
        "on/IN/8/case rebel/NN/8/compound bases=base/NNS/5/nmod",
        "strikes", ("ASSAULT", "aerial", ["France"], ["rebel bases"]),
    ),
    "an attack of which only the place is told": (
        "The/DT/2/det attack/NN/5/nsubj in/IN/4/case Basra/NNP/2/nmod@place shocked=shock/VBD/0/root us=we/PRP/5/obj",
        "attack", ("ASSAULT", None, [], []),
    ),
    "what broke out": (
        "Clashes=clash/NNS/2/nsubj broke=break/VBD/0/root out/RP/2/compound:prt in/IN/5/case Basra/NNP/2/obl@place",
        "Clashes", ("ASSAULT", None, [], []),
    ),
    "an object after two verbs, of the first": (
        "Troops=troop/NNS/2/nsubj shelled=shell/VBD/0/root and/CC/4/cc burned=burn/VBD/2/conj a/DT/6/det village/NN/2/obj",
        "burned", ("ASSAULT", "destroy", ["Troops"], ["village"]),
    ),
    "an object after two verbs, of the second": (
        "Troops=troop/NNS/2/nsubj shot=shoot/VBD/0/root and/CC/4/cc killed=kill/VBD/2/conj two/CD/6/nummod farmers=farmer/NNS/4/obj",
        "shot", ("ASSAULT", "firearms", ["Troops"], ["two farmers"]),
    ),
    "many of them": (
        "A/DT/2/det group/NN/5/nsubj@organisation of/IN/4/case rebels=rebel/NNS/2/nmod attacked=attack/VBD/0/root the/DT/7/det base/NN/5/obj",
        "attacked", ("ASSAULT", None, ["group of rebels"], ["base"]),
    ),
    "whose shelling of whom": (
        "The/DT/2/det shelling/NN/7/nsubj of/IN/4/case Hama/NNP/2/nmod@place by/IN/6/case rebels=rebel/NNS/2/nmod killed=kill/VBD/0/root farmers=farmer/NNS/7/obj",
        "killed", ("ASSAULT", None, ["rebels"], ["farmers"]),
    ),
    "from whom a request comes": (
        "A/DT/2/det request/NN/5/nsubj from/IN/4/case Oslo/NNP/2/nmod@place came=come/VBD/0/root",
        "request", ("REQUEST", None, ["Oslo"], []),
    ),
    "what a strike destroyed, whatever it is": (
        "Five/CD/2/nummod strikes=strike/NNS/3/nsubj destroyed=destroy/VBD/0/root two/CD/5/nummod excavators=excavator/NNS/3/obj",
        "destroyed", ("ASSAULT", "destroy", [], ["two excavators"]),
    ),
    "the weapon gives the mode": (
        "Troops=troop/NNS/2/nsubj used=use/VBD/0/root chemical/JJ/4/amod weapons=weapon/NNS/2/obj against/IN/6/case rebels=rebel/NNS/2/obl",
        "used", ("ASSAULT", "unconventional", ["Troops"], ["rebels"]),
    ),
    "talks of several": (
        "The/DT/2/det leaders=leader/NNS/3/nsubj discussed=discuss/VBD/0/root the/DT/5/det truce/NN/3/obj",
        "discussed", ("CONSULT", None, ["leaders"], []),
    ),
    "rules thrown out": (
        "They/PRP/2/nsubj threw=throw/VBD/0/root out/RP/2/compound:prt rules=rule/NNS/2/obj", "threw", ("REJECT", None, ["They"], []),
    ),
    "where somebody was hit": (
        "Guards=guard/NNS/2/nsubj shot=shoot/VBD/0/root a/DT/4/det man/NN/2/obj on/IN/7/case Long/NNP/7/compound@place Island/NNP/2/obl@place",
        "shot", ("ASSAULT", "firearms", ["Guards"], ["man"]),
    ),
    "whose measure it is": (
        "Iran/NNP/2/nsubj@place rejected=reject/VBD/0/root Turkey/NNP/5/nmod:poss@place 's/POS/3/case plan/NN/2/obj",
        "rejected", ("REJECT", None, ["Iran"], ["Turkey"]),
    ),
    "a market is a site": (
        "Troops=troop/NNS/2/nsubj shelled=shell/VBD/0/root the/DT/4/det market/NN/2/obj",
        "shelled", ("ASSAULT", "heavy_weapons", ["Troops"], ["market"]),
    ),
    "a strike of the nationality that the model took for a state": (
        "A/DT/2/det depot/NN/4/nsubj:pass was=be/VBD/4/aux:pass destroyed=destroy/VBN/0/root in/IN/8/case an/DT/8/det "
        "Israeli/JJ/8/amod@place strike/NN/4/obl",
        "destroyed", ("ASSAULT", "destroy", ["Israeli"], ["depot"]),
    ),
    "what falls on somebody": (
        "Shells=shell/NNS/2/nsubj fell=fall/VBD/0/root on/IN/5/case a/DT/5/det village/NN/2/obl",
        "fell", ("ASSAULT", "heavy_weapons", [], ["village"]),
    ),
    "who blows himself up": (
        "A/DT/2/det bomber/NN/3/nsubj blew=blow/VBD/0/root himself/PRP/3/obj up/RP/3/compound:prt at/IN/8/case a/DT/8/det bakery/NN/3/obl",
        "blew", ("ASSAULT", "suicide_attack", ["bomber"], ["bakery"]),
    ),
    "two prepositions": (
        "Soldiers=soldier/NNS/2/nsubj pulled=pull/VBD/0/root out/IN/6/case of/IN/6/case a/DT/6/det base/NN/2/obl",
        "pulled", ("RETREAT", "withdraw", ["Soldiers"], []),
    ),
    "forces that are withdrawn give way": (
        "Soldiers=soldier/NNS/3/nsubj:pass were=be/VBD/3/aux:pass withdrawn=withdraw/VBN/0/root by/IN/5/case October/NNP/3/obl@time",
        "withdrawn", ("RETREAT", "withdraw", ["Soldiers"], []),
    ),
    "a treaty left": (
        "Oslo/NNP/2/nsubj@place withdrew=withdraw/VBD/0/root from/IN/5/case the/DT/5/det treaty/NN/2/obl",
        "withdrew", ("REJECT", None, ["Oslo"], []),
    ),
    "whom they freed": (
        "Rebels=rebel/NNS/2/nsubj released=release/VBD/0/root a/DT/4/det nurse/NN/2/obj",
        "released", ("RETREAT", "release", ["Rebels"], ["nurse"]),
    ),
    "its own sanctions": (
        "Oslo/NNP/2/nsubj@place lifted=lift/VBD/0/root its/PRP$/4/nmod:poss sanctions=sanction/NNS/2/obj against/IN/6/case Minsk/NNP/4/nmod@place",
        "lifted", ("CONCEDE", None, ["Oslo"], ["Minsk"]),
    ),
    "to death": (
        "A/DT/2/det court/NN/3/nsubj sentenced=sentence/VBD/0/root a/DT/5/det cleric/NN/3/obj to/IN/7/case death/NN/3/obl",
        "sentenced", ("SANCTION", "convict", ["court"], ["cleric"]),
    ),
    "a warning against what another may do": (
        "Oslo/NNP/2/nsubj@place warned=warn/VBD/0/root Minsk/NNP/2/iobj@place against/IN/5/mark invading=invade/VBG/2/advcl the/DT/7/det enclave/NN/5/obj",
        "invading", ("ASSAULT", None, ["Minsk"], ["enclave"]),
    ),
    "a strike by workers": (
        "Teachers=teacher/NNS/2/nsubj staged=stage/VBD/0/root a/DT/5/det hunger/NN/5/compound strike/NN/2/obj",
        "strike", ("PROTEST", "hunger", ["Teachers"], []),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "form", "expected"), EVENTS.values(), ids=EVENTS)
def test_who_does_what_to_whom(line: str, form: str, expected: tuple[str, str | None, list[str], list[str]]) -> None:
    assert told(found(line, form)) == expected


NO_EVENTS = {
    "a fight over money": (
        "Senators=senator/NNS/2/nsubj attacked=attack/VBD/0/root the/DT/4/det budget/NN/2/obj", "attacked",
    ),
    "a sport": (
        "The/DT/2/det striker/NN/3/nsubj shot=shoot/VBD/0/root after/IN/6/case the/DT/6/det match/NN/3/obl", "shot",
    ),
    "a film": ("She/PRP/2/nsubj shot=shoot/VBD/0/root a/DT/4/det film/NN/2/obj", "shot"),
    "a target met": ("Ministers=minister/NNS/2/nsubj met=meet/VBD/0/root the/DT/4/det target/NN/2/obj", "met"),
    "a name called": (
        "The/DT/2/det mayor/NN/3/nsubj called=call/VBD/0/root the/DT/5/det senator/NN/3/obj a/DT/7/det liar/NN/3/xcomp", "called",
    ),
    "where one is from": ("He/PRP/2/nsubj hails=hail/VBZ/0/root from/IN/4/case Oslo/NNP/2/obl@place", "hails"),
    "an idea": ("Villagers=villager/NNS/2/nsubj fight/VBP/0/root for/IN/4/case justice/NN/2/obl", "fight"),
    "a price war": ("The/DT/3/det price/NN/3/compound war/NN/4/nsubj hurt/VBD/0/root airlines=airline/NNS/4/obj", "war"),
    "nature": ("An/DT/2/det earthquake/NN/3/nsubj hit/VBD/0/root the/DT/5/det city/NN/3/obj", "hit"),
    "money withdrawn": ("He/PRP/2/nsubj withdrew=withdraw/VBD/0/root his/PRP$/4/nmod:poss savings=saving/NNS/2/obj", "withdrew"),
    "a name": ("The/DT/3/det Attack/NNP/3/compound@organisation Brigade/NNP/0/root@organisation", "Attack"),
    "nobody": ("The/DT/2/det attack/NN/3/nsubj failed=fail/VBD/0/root", "attack"),
    "a candidate's campaign": (
        "The/DT/2/det campaign/NN/5/nsubj of/IN/4/case Lopez/NNP/2/nmod won=win/VBD/0/root", "campaign",
    ),
    "oneself": ("A/DT/2/det man/NN/3/nsubj shot=shoot/VBD/0/root himself/PRP/3/obj", "shot"),
    "ends that meet": (
        "She/PRP/2/nsubj made=make/VBD/0/root ends=end/NNS/2/obj meet/VB/5/dep well/RB/2/advmod", "meet",
    ),
    "an opinion shared": (
        "Voters=voter/NNS/2/nsubj agreed=agree/VBD/0/root that/IN/6/mark it/PRP/6/nsubj is=be/VBZ/6/cop false/JJ/2/ccomp", "agreed",
    ),
    "time given": (
        "Oslo/NNP/2/nsubj@place gave=give/VBD/0/root rebels=rebel/NNS/2/iobj two/CD/5/nummod@time hours=hour/NNS/2/obj@time", "gave",
    ),
    "a task": (
        "The/DT/2/det unit/NN/4/nsubj:pass was=be/VBD/4/aux:pass charged=charge/VBN/0/root with/IN/6/mark securing=secure/VBG/4/advcl "
        "the/DT/8/det border/NN/6/obj", "charged",
    ),
    "a market for stocks": (
        "Fear/NN/2/nsubj hit/VBD/0/root the/DT/5/det stock/NN/5/compound market/NN/2/obj", "hit",
    ),
    "a remark withdrawn": ("She/PRP/2/nsubj withdrew=withdraw/VBD/0/root her/PRP$/4/nmod:poss remark/NN/2/obj", "withdrew"),
    "a thing withdrawn somewhere": (
        "The/DT/2/det ads=ad/NNS/4/nsubj:pass were=be/VBD/4/aux:pass withdrawn=withdraw/VBN/0/root from/IN/6/case Syria/NNP/4/obl@place",
        "withdrawn",
    ),
    "a gun pulled": (
        "He/PRP/2/nsubj pulled=pull/VBD/0/root a/DT/4/det gun/NN/2/obj out/IN/7/case of/IN/7/case bags=bag/NNS/2/obl", "pulled",
    ),
    "what falls unaimed": ("Violence/NN/2/nsubj fell=fall/VBD/0/root in/IN/4/case Basra/NNP/2/obl@place", "fell"),
    "a part not taken": (
        "The/DT/2/det army/NN/3/nsubj took=take/VBD/0/root the/DT/5/det lead/NN/3/obj in/IN/7/case talks=talk/NNS/3/obl", "talks",
    ),
    "voters targeted": ("Rebels=rebel/NNS/2/nsubj target/VBP/0/root voters=voter/NNS/2/obj", "target"),
    "a river crossed": ("Troops=troop/NNS/2/nsubj crossed=cross/VBD/0/root the/DT/4/det mountains=mountain/NNS/2/obj", "crossed"),
    "duties handed over": (
        "Oslo/NNP/2/nsubj@place handed=hand/VBD/0/root over/RP/2/compound:prt duties=duty/NNS/2/obj to/IN/6/case Kabul/NNP/2/obl@place", "handed",
    ),
    "a question asked": (
        "The/DT/2/det minister/NN/3/nsubj asked=ask/VBD/0/root Oslo/NNP/3/iobj@place a/DT/6/det question/NN/3/obj", "asked",
    ),
    "a son sent to school": (
        "The/DT/2/det minister/NN/3/nsubj sent=send/VBD/0/root his/PRP$/5/nmod:poss son/NN/3/obj to/IN/7/case school/NN/3/obl", "sent",
    ),
    "a statement": ("Officials=official/NNS/2/nsubj said=say/VBD/0/root so/RB/2/advmod", "said"),
}  # fmt: skip


@pytest.mark.parametrize(("line", "form"), NO_EVENTS.values(), ids=NO_EVENTS)
def test_no_event_is_invented(line: str, form: str) -> None:
    assert found(line, form) is None


GROUND = {
    "armed actors take it": ("Rebels=rebel/NNS/2/nsubj took=take/VBD/0/root the/DT/4/det hilltop/NN/2/obj", "ASSAULT"),
    "they take it by its name": (
        "They/PRP/2/nsubj took=take/VBD/0/root the/DT/4/det town/NN/2/obj of/IN/6/case Saraqib/NNP/4/nmod@place", "ASSAULT",
    ),
    "one near a named place": (
        "Rebels=rebel/NNS/2/nsubj took=take/VBD/0/root a/DT/4/det village/NN/2/obj near/IN/6/case Hama/NNP/4/nmod@place", "ASSAULT",
    ),
    "they take control of it": (
        "Rebels=rebel/NNS/2/nsubj took=take/VBD/0/root control/NN/2/obj of/IN/6/case the/DT/6/det crossing/NN/3/nmod", "ASSAULT",
    ),
    "control of a firm": (
        "Banks=bank/NNS/2/nsubj took=take/VBD/0/root control/NN/2/obj of/IN/6/case the/DT/6/det company/NN/3/nmod", None,
    ),
    "they enter it": ("Troops=troop/NNS/2/nsubj entered=enter/VBD/0/root Manbij/NNP/2/obj@place", "MOBILIZE"),
    "they go into it": ("Troops=troop/NNS/2/nsubj crossed=cross/VBD/0/root into/IN/4/case Syria/NNP/2/obl@place", "MOBILIZE"),
    "they leave it": ("Fighters=fighter/NNS/2/nsubj left=leave/VBD/0/root the/DT/4/det town/NN/2/obj", "RETREAT"),
    "civilians leave it": ("Teachers=teacher/NNS/2/nsubj left=leave/VBD/0/root the/DT/4/det hospital/NN/2/obj", None),
    "a train": ("Officers=officer/NNS/2/nsubj took=take/VBD/0/root the/DT/4/det train/NN/2/obj", None),
    "shelter": ("Soldiers=soldier/NNS/2/nsubj took=take/VBD/0/root shelter/NN/2/obj", None),
    "a hard line": ("Rebels=rebel/NNS/2/nsubj took=take/VBD/0/root a/DT/5/det hard/JJ/5/amod line/NN/2/obj", None),
    "a view": (
        "The/DT/2/det army/NN/3/nsubj took=take/VBD/0/root the/DT/5/det position/NN/3/obj that/IN/8/mark it/PRP/8/nsubj lost=lose/VBD/5/acl", None,
    ),
    "an aid convoy": ("A/DT/2/det convoy/NN/3/nsubj entered=enter/VBD/0/root the/DT/5/det town/NN/3/obj", None),
    "positions": ("Troops=troop/NNS/2/nsubj took=take/VBD/0/root up/RP/2/compound:prt positions=position/NNS/2/obj", None),
}  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), GROUND.values(), ids=GROUND)
def test_forces_take_ground_go_there_and_leave_it(line: str, expected: str | None) -> None:
    syntax = parse(line)
    event = evoking.find(syntax, syntax.analysis.upos.index("VERB"))
    assert (event and event.type) == expected


@pytest.mark.parametrize(
    ("line", "form", "type_"),
    [
        ("Two/CD/2/nummod rockets=rocket/NNS/4/nsubj:pass were=be/VBD/4/aux:pass fired=fire/VBN/0/root", "fired", "ASSAULT"),
        ("Questions=question/NNS/3/nsubj:pass were=be/VBD/3/aux:pass fired=fire/VBN/0/root", "fired", None),
        (
            "Anyone/PRP/6/nsubj:pass who/WP/3/nsubj came=come/VBD/1/acl:relcl would/MD/6/aux be/VB/6/aux:pass shot=shoot/VBN/0/root", "shot", "ASSAULT",
        ),
        ("Anyone/PRP/4/nsubj:pass would/MD/4/aux be/VB/4/aux:pass shot=shoot/VBN/0/root", "shot", None),
        ("Ankara/NNP/2/nsubj@place withdrew=withdraw/VBD/0/root most/JJS/2/obj of/IN/6/case its/PRP$/6/nmod:poss troops=troop/NNS/3/nmod", "withdrew", "RETREAT"),
    ],
    ids=["weapons", "no weapons", "anyone of a kind", "anyone", "most of them"],
)  # fmt: skip
def test_who_need_not_be_named(line: str, form: str, type_: str | None) -> None:
    event = found(line, form)
    assert (event and event.type) == type_


TOLLS: dict[str, tuple[str, str, tuple[list[str], list[str]] | None]] = {
    "dead in a strike": (
        "Two/CD/2/nummod guards=guard/NNS/3/nsubj died=die/VBD/0/root in/IN/5/case shelling/NN/3/obl", "died", ([], ["Two guards"]),
    ),
    "dead in a crash": ("Two/CD/2/nummod guards=guard/NNS/3/nsubj died=die/VBD/0/root in/IN/6/case a/DT/6/det crash/NN/3/obl", "died", None),
    "fighters lost": (
        "The/DT/2/det brigade/NN/3/nsubj lost=lose/VBD/0/root 40/CD/5/nummod fighters=fighter/NNS/3/obj", "lost", ([], ["brigade"]),
    ),
    "a seat lost": ("The/DT/2/det party/NN/3/nsubj lost=lose/VBD/0/root 40/CD/5/nummod seats=seat/NNS/3/obj", "lost", None),
    "civilian deaths": (
        "Monitors=monitor/NNS/2/nsubj counted=count/VBD/0/root 40/CD/5/nummod civilian/JJ/5/amod deaths=death/NNS/2/obj", "deaths", ([], ["civilian"]),
    ),
    "other deaths": ("Doctors=doctor/NNS/2/nsubj counted=count/VBD/0/root 40/CD/5/nummod flu/NN/5/compound deaths=death/NNS/2/obj", "deaths", None),
}  # fmt: skip


@pytest.mark.parametrize(("line", "form", "parties"), TOLLS.values(), ids=TOLLS)
def test_who_died_of_force(line: str, form: str, parties: tuple[list[str], list[str]] | None) -> None:
    event = found(line, form)
    assert (parties is None) == (event is None)
    if parties is not None:
        assert told(event) == ("ASSAULT", None, *parties)


PHRASES = {
    "driven from a town": (
        "Rebels=rebel/NNS/2/nsubj drove=drive/VBD/0/root militants=militant/NNS/2/obj from/IN/6/case the/DT/6/det town/NN/2/obl",
        ("ASSAULT", None, ["Rebels"], ["militants"]),
    ),
    "driven home": ("Volunteers=volunteer/NNS/2/nsubj drove=drive/VBD/0/root pupils=pupil/NNS/2/obj from/IN/5/case school/NN/2/obl", None),
    "moving against a militia": (
        "Oslo/NNP/2/nsubj@place moved=move/VBD/0/root against/IN/5/case the/DT/5/det militia/NN/2/obl", ("MOBILIZE", None, ["Oslo"], ["militia"]),
    ),
    "moving against a trend": ("Oslo/NNP/2/nsubj@place moved=move/VBD/0/root against/IN/5/case the/DT/5/det trend/NN/2/obl", None),
    "human shields": (
        "Rebels=rebel/NNS/2/nsubj used=use/VBD/0/root farmers=farmer/NNS/2/obj as/IN/5/case shields=shield/NNS/2/obl", ("ASSAULT", None, ["Rebels"], ["farmers"]),
    ),
    "guards' shields": ("Guards=guard/NNS/2/nsubj used=use/VBD/0/root shields=shield/NNS/2/obj against/IN/5/case farmers=farmer/NNS/2/obl", None),
    "captives held": (
        "Rebels=rebel/NNS/2/nsubj hold/VBP/0/root 40/CD/4/nummod detainees=detainee/NNS/2/obj", ("COERCE", "arrest", ["Rebels"], ["40 detainees"]),
    ),
    "a view held": ("Rebels=rebel/NNS/2/nsubj hold/VBP/0/root a/DT/4/det view/NN/2/obj", None),
    "people made to disappear": (
        "Forty/CD/2/nummod farmers=farmer/NNS/5/nsubj:pass were=be/VBD/5/aux:pass forcibly/RB/5/advmod disappeared=disappear/VBN/0/root",
        ("ASSAULT", "abduct", [], ["Forty farmers"]),
    ),
    "missiles shot out of the sky": (
        "Troops=troop/NNS/2/nsubj intercepted=intercept/VBD/0/root a/DT/4/det missile/NN/2/obj", ("ASSAULT", "destroy", ["Troops"], []),
    ),
    "a boat stopped": ("Troops=troop/NNS/2/nsubj intercepted=intercept/VBD/0/root a/DT/4/det boat/NN/2/obj", None),
    "with a stick": (
        "Jailers=jailer/NNS/2/nsubj beat/VBD/0/root him=he/PRP/2/obj with/IN/5/case sticks=stick/NNS/2/obl", ("ASSAULT", "beat", [], ["him"]),
    ),
    "soldiers sent by nobody named": (
        "Forty/CD/2/nummod soldiers=soldier/NNS/4/nsubj:pass were=be/VBD/4/aux:pass sent=send/VBN/0/root in/RB/4/advmod", ("MOBILIZE", "troops", ["Forty soldiers"], []),
    ),
    "posts reinforced": (
        "Oslo/NNP/2/nsubj@place reinforced=reinforce/VBD/0/root its/PRP$/4/nmod:poss posts=post/NNS/2/obj with/IN/6/case tanks=tank/NNS/2/obl",
        ("MOBILIZE", None, ["Oslo"], []),
    ),
    "allegations looked into": (
        "The/DT/2/det army/NN/3/nsubj looked=look/VBD/0/root into/IN/6/case the/DT/6/det killing/NN/3/obl", ("ACCUSE", "investigate", ["army"], []),
    ),
    "a mirror": ("The/DT/2/det army/NN/3/nsubj looked=look/VBD/0/root into/IN/6/case the/DT/6/det mirror/NN/3/obl", None),
    "farmers let through": (
        "Guards=guard/NNS/2/nsubj let/VBD/0/root farmers=farmer/NNS/2/obj cross/VB/2/xcomp", ("RETREAT", "access", ["Guards"], []),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), PHRASES.values(), ids=PHRASES)
def test_a_phrase_needs_whom_it_is_done_to(
    line: str, expected: tuple[str, str | None, list[str], list[str]] | None
) -> None:
    syntax = parse(line)
    event = evoking.find(syntax, syntax.analysis.upos.index("VERB"))
    assert (event if expected is None else told(event)) == expected


def test_how_many_are_moved_where_and_by_when() -> None:
    event = found(
        "Oslo/NNP/3/nsubj@place will/MD/3/aux withdraw/VB/0/root 200/CD/5/nummod soldiers=soldier/NNS/3/obj from/IN/7/case Mali/NNP/3/obl@place "
        "within/IN/10/case 72/CD/10/nummod@time hours=hour/NNS/3/obl@time", "withdraw",
    )  # fmt: skip
    assert event is not None
    assert event.time is not None
    assert (event.time.text, [place.text for place in event.places]) == ("within 72 hours", ["Mali"])
    assert [(each.text, each.best) for each in event.quantities] == [("200 soldiers", 200)]


def test_where_those_of_a_noun_come_from() -> None:
    event = found(
        "The/DT/2/det withdrawal/NN/0/root of/IN/4/case troops=troop/NNS/2/nmod from/IN/6/case Mali/NNP/4/nmod@place", "withdrawal",
    )  # fmt: skip
    assert event is not None
    assert [place.text for place in event.places] == ["Mali"]


def test_an_attack_in_words_is_an_accusation() -> None:
    line = (
        "The/DT/2/det mayor/NN/4/nsubj personally/RB/4/advmod "
        "attacked=attack/VBD/0/root his/PRP$/6/nmod:poss wife/NN/4/obj"
    )
    event = found(line, "attacked")
    assert event is not None
    assert event.type == "ACCUSE"


def test_place_time_and_numbers_belong_to_the_trigger_they_depend_on() -> None:
    line = (
        "Shelling/NN/2/nsubj killed=kill/VBD/0/root at/IN/5/case least=least/RBS/5/advmod 1,200/CD/6/nummod "
        "people/NNS/2/obj in/IN/8/case Saraqib/NNP/2/obl@place on/IN/10/case Monday/NNP/2/obl@time "
        "after/IN/13/mark troops=troop/NNS/13/nsubj left=leave/VBD/2/advcl Idlib/NNP/13/obj@place"
    )
    event = found(line, "killed")
    assert event is not None
    assert event.time is not None
    assert [place.text for place in event.places] == ["Saraqib"]
    assert event.time.text == "Monday"
    (quantity,) = event.quantities
    assert (quantity.text, quantity.low, quantity.best, quantity.high, quantity.unit) == (
        *("at least 1,200 people", 1200, None, None),
        "people",
    )


def test_a_deed_that_is_reported_against_somebody() -> None:
    line = "A/DT/2/det raid/NN/4/nsubj:pass was=be/VBD/4/aux:pass reported=report/VBN/0/root against/IN/7/case an/DT/7/det airport/NN/4/obl"
    assert told(found(line, "raid"))[3] == ["airport"]


def test_a_topic_is_no_place_and_an_age_no_number() -> None:
    event = found(
        "Ministers=minister/NNS/2/nsubj met=meet/VBD/0/root an/DT/7/det 80/CD/7/nummod -/HYPH/4/punct year/NN/4/compound envoy/NN/2/obj "
        "on/IN/9/case Syria/NNP/2/obl@place", "met",
    )  # fmt: skip
    assert event is not None
    assert (event.places, event.quantities) == ((), ())


def test_a_number_may_come_as_three_words() -> None:
    event = found(
        "Twenty/CD/3/compound -/HYPH/3/punct nine/CD/4/nummod villagers=villager/NNS/6/nsubj:pass were=be/VBD/6/aux:pass killed=kill/VBN/0/root", "killed",
    )  # fmt: skip
    assert event is not None
    assert [quantity.best for quantity in event.quantities] == [29]


def test_one_sentence_can_hold_a_range_and_an_unknown_number() -> None:
    line = (
        "Militants=militant/NNS/2/nsubj killed=kill/VBD/0/root 80/CD/6/nummod to/IN/5/case 90/CD/3/nmod soldiers=soldier/NNS/2/obj "
        "and/CC/9/cc several/JJ/9/amod farmers=farmer/NNS/6/conj"
    )
    event = found(line, "killed")
    assert event is not None
    assert [(quantity.low, quantity.best, quantity.high) for quantity in event.quantities] == [(80, None, 90)]


NUMBERS = {
    "more than a dozen": (
        "More=more/JJR/4/advmod than/IN/1/fixed a/DT/4/det dozen/CD/5/nummod soldiers=soldier/NNS/7/nsubj:pass were=be/VBD/7/aux:pass killed=kill/VBN/0/root",
        ("More than a dozen soldiers", 12, None, None, "soldier"),
    ),
    "half a dozen": (
        "Half/DT/3/det a/DT/3/det dozen/CD/4/nummod soldiers=soldier/NNS/6/nsubj:pass were=be/VBD/6/aux:pass killed=kill/VBN/0/root",
        ("Half a dozen soldiers", 6, 6, 6, "soldier"),
    ),
    "dozens": (
        "Dozens=dozen/NNS/5/nsubj:pass of/IN/3/case soldiers=soldier/NNS/1/nmod were=be/VBD/5/aux:pass killed=kill/VBN/0/root",
        ("Dozens of soldiers", 12, None, None, "soldier"),
    ),
    "tens of thousands": (
        "Tens=ten/NNS/7/nsubj:pass of/IN/3/case thousands=thousand/NNS/1/nmod of/IN/5/case people/NNS/3/nmod were=be/VBD/7/aux:pass killed=kill/VBN/0/root",
        ("Tens of thousands of people", 10_000, None, None, "people"),
    ),
    "between": (
        "Between/IN/2/case 20/CD/5/nummod and/CC/4/cc 30/CD/2/conj people/NNS/7/nsubj:pass were=be/VBD/7/aux:pass killed=kill/VBN/0/root",
        ("Between 20 and 30 people", 20, None, 30, "people"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_how_many(line: str, expected: tuple[str, float, float | None, float | None, str]) -> None:
    event = found(line, "killed")
    assert event is not None
    assert [(each.text, each.low, each.best, each.high, each.unit) for each in event.quantities] == [expected]


def test_a_number_stays_whole_in_a_mention() -> None:
    event = found(
        "At/IN/2/case least/JJS/3/nmod 12/CD/4/nummod people/NNS/6/nsubj:pass were=be/VBD/6/aux:pass killed=kill/VBN/0/root", "killed",
    )  # fmt: skip
    assert told(event)[3] == ["At least 12 people"]


def test_a_common_noun_is_no_place_and_a_name_is_whole() -> None:
    event = found(
        "Militants=militant/NNS/2/nsubj attacked=attack/VBD/0/root a/DT/5/det@place supply/NN/5/compound@place base/NN/2/obj@place "
        "in/IN/8/case New/NNP/8/compound York/NNP/2/obl@place", "attacked",
    )  # fmt: skip
    assert event is not None
    assert [place.text for place in event.places] == ["New York"]


def test_a_second_verb_is_where_the_first_is_said_to_be() -> None:
    event = found(
        "Near/IN/2/case Basra/NNP/4/obl@place strikes=strike/NNS/4/nsubj hit=hit/VBD/0/root a/DT/6/det depot/NN/4/obj "
        "and/CC/8/cc destroyed=destroy/VBD/4/conj a/DT/10/det tank/NN/8/obj", "destroyed",
    )  # fmt: skip
    assert event is not None
    assert [place.text for place in event.places] == ["Basra"]


def test_triggers_are_the_words_at_which_there_is_an_event() -> None:
    syntax = parse(EVENTS["by and on"][0])
    assert list(evoking.code(syntax)) == [word(syntax, "attack")]


def test_types_and_modes_of_the_lexicon_are_of_the_vocabulary() -> None:
    types, modes = vocabulary.load("event_types"), vocabulary.load("event_modes")
    assert len(types) == 16
    for mode in modes.values():
        assert set(mode.words["types"]) <= set(types), mode.key
    for table in (lexicon.load().verbs, lexicon.load().nouns, lexicon.load().phrases):
        for triggers in table.values():
            assert all(
                trigger.mode is None or trigger.type in modes[trigger.mode].words["types"] for trigger in triggers
            )


LEMMAS = sorted(
    {*lexicon.load().verbs, *lexicon.load().nouns, "by", "of", "not", "no", "to", "if", "will", "12", "Aleppo"}
)
RELATIONS = (
    "nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss amod compound conj cc case mark aux aux:pass cop advcl acl "
    "acl:relcl xcomp ccomp nummod advmod det compound:prt appos flat parataxis csubj punct"
).split()
TAGS = [("VERB", "VBD"), ("VERB", "VBN"), ("VERB", "VB"), ("NOUN", "NNS"), ("PROPN", "NNP"), ("NUM", "CD"), ("PRON", "PRP"), ("ADP", "IN"), ("AUX", "MD"), ("ADJ", "JJ")]  # fmt: skip


@st.composite
def indexes(draw: st.DrawFn) -> Syntax:
    """Any tree over words of the lexicon, however odd."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [-1] * size
    for position, number in enumerate(order[1:], 1):
        heads[number] = order[draw(st.integers(0, position - 1))]
    lemmas = draw(st.lists(st.sampled_from(LEMMAS), min_size=size, max_size=size))
    tags = draw(st.lists(st.sampled_from(TAGS), min_size=size, max_size=size))
    relations = ["root" if head < 0 else draw(st.sampled_from(RELATIONS)) for head in heads]
    first = draw(st.integers(0, size - 1))
    label = draw(st.sampled_from(sorted(vocabulary.load("entity_labels"))))
    starts = [sum(len(lemma) + 1 for lemma in lemmas[:number]) for number in range(size)]
    ends = [start + len(lemma) for start, lemma in zip(starts, lemmas, strict=True)]
    entities = [Named(first, draw(st.integers(first + 1, size)), label, 0.9)]
    upos, xpos = [tag[0] for tag in tags], [tag[1] for tag in tags]
    text, whole = " ".join(lemmas), [(0, size)]
    return index(
        Analysis(
            text,
            starts,
            ends,
            lemmas,
            upos,
            xpos,
            heads,
            relations,
            [1.0] * size,
            whole,
            whole,
            entities,
            [],
            "en-test",
        )
    )


@given(indexes())
def test_any_tree_is_judged_and_coded(syntax: Syntax) -> None:
    assert_quotes(syntax.analysis.text, tuple(evoking.code(syntax).values()))
    for number in range(len(syntax.labels)):
        assert -3 <= judging.judge(syntax, number).score <= 3
