"""Where and when an event is."""

# ruff: noqa: E501, ISC004 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.events import evoking
from tests.claims.oneline import parse, word
from tests.spans import assert_quotes

SHELLED = "Six/CD/2/nummod nurses=nurse/NNS/4/nsubj:pass were=be/VBD/4/aux:pass killed=kill/VBN/0/root by/IN/6/{mark} "
WHEN = (
    "Two/CD/2/nummod nurses=nurse/NNS/4/nsubj:pass were=be/VBD/4/aux:pass killed=kill/VBN/0/root and/CC/7/cc six/CD/7/nsubj:pass wounded=wound/VBN/4/conj "
    "on/IN/9/case Friday/NNP/12/obl@time when/WRB/12/advmod shells=shell/NNS/12/nsubj struck=strike/VBD/4/advcl a/DT/14/det clinic/NN/12/obj "
    "in/IN/16/case Jableh/NNP/14/nmod@place"
)
RESULT = (
    "A/DT/2/det bomb/NN/3/nsubj hit/VBD/0/root a/DT/5/det bus/NN/3/obj near/IN/7/case Jableh/NNP/5/nmod@place on/IN/9/case Friday/NNP/3/obl@time "
    ",/,/11/punct killing=kill/VBG/3/advcl two/CD/13/nummod nurses=nurse/NNS/11/obj and/CC/15/cc wounding=wound/VBG/11/conj "
    "six/CD/17/nummod farmers=farmer/NNS/15/obj"
)
SETTINGS = {
    "a noun that did it": (
        SHELLED.format(mark="case") + "shelling/NN/4/obl:agent in/IN/8/case Jableh/NNP/6/nmod@place on/IN/10/case Friday/NNP/4/obl@time",
        ("killed", "shelling"), ["Jableh"], "Friday",
    ),
    "a series of deeds that did it": (
        "A/DT/2/det series/NN/8/nsubj of/IN/4/case strikes=strike/NNS/2/nmod in/IN/6/case Jableh/NNP/4/nmod@place Friday/NNP/4/nmod:unmarked@time killed=kill/VBD/0/root six/CD/10/nummod nurses=nurse/NNS/8/obj",
        ("killed",), ["Jableh"], "Friday",
    ),
    "a gerund that did it": (
        SHELLED.format(mark="mark") + "shelling=shell/VBG/4/advcl in/IN/8/case Jableh/NNP/6/obl@place on/IN/10/case Friday/NNP/4/obl@time",
        ("killed", "shelling"), ["Jableh"], "Friday",
    ),
    "a name beside a place": (
        SHELLED.format(mark="case") + "shelling/NN/4/obl:agent in/IN/8/case Jableh/NNP/6/nmod@place and/CC/10/cc Tall/NNP/8/conj@person Qarah/NNP/10/flat@person",
        ("killed", "shelling"), ["Jableh", "Tall Qarah"], None,
    ),
    "a span of time": (
        "Rebels=rebel/NNS/2/nsubj attacked=attack/VBD/0/root Jableh/NNP/2/obj@place between/IN/6/case 3/CD/6/nummod@time "
        "May/NNP/2/obl@time and/CC/9/cc 9/CD/9/nummod@time June/NNP/6/conj@time",
        ("attacked",), ["Jableh"], "3 May and 9 June",
    ),
    "two days": (
        "Rebels=rebel/NNS/2/nsubj attacked=attack/VBD/0/root Jableh/NNP/2/obj@place on/IN/6/case May/NNP/6/nmod:unmarked@time 5/CD/2/obl@time and/CC/8/cc 6/CD/6/conj@time",
        ("attacked",), ["Jableh"], "May 5 and 6",
    ),
    "a time hung on what is hit": (
        "Rebels=rebel/NNS/2/nsubj attacked=attack/VBD/0/root tanks=tank/NNS/2/obj and/CC/5/cc systems=system/NNS/3/conj in/IN/7/case May/NNP/5/nmod@time",
        ("attacked",), [], "May",
    ),
    "but not on another deed": (
        "Rebels=rebel/NNS/2/nsubj attacked=attack/VBD/0/root tanks=tank/NNS/2/obj after/IN/6/case a/DT/6/det raid/NN/2/obl in/IN/8/case May/NNP/6/nmod@time",
        ("attacked",), [], None,
    ),
    "a day, not how long it took": (
        "On/IN/2/case Friday/NNP/6/obl@time rebels=rebel/NNS/6/nsubj and/CC/5/cc jihadists=jihadist/NNS/3/conj attacked=attack/VBD/0/root within/IN/9/case ten/CD/9/nummod@time minutes=minute/NNS/6/obl@time",
        ("attacked",), [], "Friday",
    ),
    "what went on when others left": (
        "They/PRP/2/nsubj fled=flee/VBD/0/root in/IN/4/case May/NNP/2/obl@time ,/,/8/punct when/WRB/8/advmod jets=jet/NNS/8/nsubj bombed=bomb/VBD/2/advcl Jableh/NNP/8/obj@place",
        ("bombed",), ["Jableh"], "May",
    ),
    "what was stepped up": (
        "Troops=troop/NNS/2/nsubj intensified=intensify/VBD/0/root raids=raid/NNS/2/obj and/CC/5/cc bombings=bombing/NNS/3/conj in/IN/7/case Jableh/NNP/5/nmod@place "
        "in/IN/9/case May/NNP/2/obl@time",
        ("bombings",), ["Jableh"], "May",
    ),
    "where somebody went": (
        "He/PRP/2/nsubj flew=fly/VBD/0/root to/IN/4/case Jableh/NNP/2/obl@place ,/,/8/punct where/WRB/8/advmod he/PRP/8/nsubj met=meet/VBD/2/advcl the/DT/10/det mayor/NN/8/obj",
        ("met",), ["Jableh"], None,
    ),
    "where somebody went, in a relative clause": (
        "He/PRP/2/nsubj flew=fly/VBD/0/root to/IN/4/case Jableh/NNP/2/obl@place ,/,/8/punct where/WRB/8/advmod he/PRP/8/nsubj met=meet/VBD/4/acl:relcl the/DT/10/det mayor/NN/8/obj",
        ("met",), ["Jableh"], None,
    ),
    "off a town": (
        "A/DT/2/det ship/NN/4/nsubj:pass was=be/VBD/4/aux:pass hit/VBN/0/root off/IN/6/case Jableh/NNP/4/obl@place", ("hit",), ["Jableh"], None,
    ),
    "what was tried before": (
        "Karim/NNP/2/nsubj:pass@person tried=try/VBD/0/root to/TO/4/mark flee/VB/2/xcomp on/IN/6/case Friday/NNP/4/obl@time and/CC/9/cc was=be/VBD/9/aux:pass arrested=arrest/VBN/2/conj",
        ("arrested",), [], "Friday",
    ),
    "what happened when": (WHEN, ("killed", "wounded", "struck"), ["Jableh"], "Friday"),
    "what came of it": (RESULT, ("killing", "wounding"), ["Jableh"], "Friday"),
    "whose people they are": (
        "Gunmen=gunman/NNS/2/nsubj attacked=attack/VBD/0/root U.N./NNP/4/compound@place officials=official/NNS/2/obj in/IN/6/case Jableh/NNP/2/obl@place",
        ("attacked",), ["Jableh"], None,
    ),
    "whose home it is": (
        "Gunmen=gunman/NNS/2/nsubj attacked=attack/VBD/0/root a/DT/5/det Jableh/NNP/5/compound@place home/NN/2/obj", ("attacked",), ["Jableh"], None,
    ),
    "a person hit beside a place": (
        "Gunmen=gunman/NNS/2/nsubj attacked=attack/VBD/0/root Jableh/NNP/2/obj@place and/CC/5/cc Omar/NNP/3/conj@person", ("attacked",), ["Jableh"], None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "forms", "places", "time"), SETTINGS.values(), ids=SETTINGS)
def test_where_and_when(line: str, forms: tuple[str, ...], places: list[str], time: str | None) -> None:
    syntax = parse(line)
    for form in forms:
        event = evoking.find(syntax, word(syntax, form))
        assert_quotes(syntax.analysis.text, event)
        assert event is not None
        assert [place.text for place in event.places] == places
        assert (event.time and event.time.text) == time


def test_whom_a_deed_harms_that_tells_how_others_were_killed() -> None:
    line = SHELLED.format(mark="mark") + "shelling=shell/VBG/4/advcl in/IN/8/case Jableh/NNP/6/obl@place"
    event = evoking.find(parse(line), 5)
    assert event is not None
    assert (event.actors, [one.text for one in event.recipients]) == ((), ["Six nurses"])


def test_a_place_of_its_own_is_enough() -> None:
    line = (
        "Two/CD/2/nummod nurses=nurse/NNS/4/nsubj:pass were=be/VBD/4/aux:pass killed=kill/VBN/0/root in/IN/6/case Homs/NNP/4/obl@place and/CC/9/cc "
        "six/CD/9/nsubj:pass wounded=wound/VBN/4/conj in/IN/11/case Hama/NNP/9/obl@place"
    )
    syntax = parse(line)
    found = [evoking.find(syntax, word(syntax, form)) for form in ("killed", "wounded")]
    assert [[place.text for place in event.places] for event in found if event] == [["Homs"], ["Hama"]]


@pytest.mark.parametrize(("of", "time"), [(" of/IN/8/case talks=talk/NNS/6/nmod", None), ("", "two days")])
def test_what_something_else_lasted_is_not_when_it_was(of: str, time: str | None) -> None:
    line = (
        "Rebels=rebel/NNS/2/nsubj shelled=shell/VBD/0/root Hama/NNP/2/obj@place after/IN/6/case two/CD/6/nummod@time"
        f" days=day/NNS/2/obl@time{of}"
    )
    event = evoking.find(parse(line), 1)
    assert event is not None
    assert (event.time and event.time.text) == time
