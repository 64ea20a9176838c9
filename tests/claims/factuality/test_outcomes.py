"""Results, calendars, clauses of time and negations that deny nothing."""

# ruff: noqa: E501 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.factuality import judging
from tests.claims.oneline import parse, word

SENTENCES = {
    "rose to reach": (
        "Prices=price/NNS/2/nsubj rose=rise/VBD/0/root to/TO/4/mark reach/VB/2/advcl nine/CD/4/obj",
        "reach",
        "happened",
    ),
    "will rise to reach": (
        "Prices=price/NNS/3/nsubj will/MD/3/aux rise/VB/0/root to/TO/5/mark reach/VB/3/advcl nine/CD/5/obj",
        "reach",
        "will",
    ),
    "rose to speak": ("She/PRP/2/nsubj rose=rise/VBD/0/root to/TO/4/mark speak/VB/2/advcl", "speak", "planned"),
    "beat them to take": (
        "Ajax/NNP/2/nsubj beat/VBD/0/root them=they/PRP/2/obj to/TO/5/mark take/VB/2/advcl cups=cup/NNS/5/obj",
        "take",
        "happened",
    ),
    "beat opposition to win": (
        "She/PRP/2/nsubj overcame=overcome/VBD/0/root doubters=doubter/NNS/2/obj to/TO/5/mark win/VB/3/acl",
        "win",
        "happened",
    ),
    "went on to win": (
        "She/PRP/2/nsubj went=go/VBD/0/root on/RP/2/compound:prt to/TO/5/mark win/VB/2/advcl",
        "win",
        "happened",
    ),
    "took an hour to": (
        "She/PRP/2/nsubj took=take/VBD/0/root hours=hour/NNS/2/obj to/TO/5/mark leave/VB/2/advcl",
        "leave",
        "happened",
    ),
    "took a gun to": (
        "She/PRP/2/nsubj took=take/VBD/0/root guns=gun/NNS/2/obj to/TO/5/mark fight/VB/2/advcl",
        "fight",
        "planned",
    ),
    "only to": (
        "She/PRP/2/nsubj came=come/VBD/0/root only/RB/5/advmod to/TO/5/mark leave/VB/2/advcl",
        "leave",
        "happened",
    ),
    "lived to see": (
        "She/PRP/2/nsubj lived=live/VBD/0/root to/TO/4/mark see/VB/2/advcl it/PRP/4/obj",
        "see",
        "happened",
    ),
    "opens its gates in May": (
        "It/PRP/2/nsubj opens=open/VBZ/0/root gates=gate/NNS/2/obj in/IN/5/case May/NNP/3/nmod@time ./.../2/punct",
        "opens",
        "will",
    ),
    "this weekend": (
        "She/PRP/2/nsubj sings=sing/VBZ/0/root this/DT/4/det@time weekend/NN/2/obl:unmarked@time ./.../2/punct",
        "sings",
        "will",
    ),
    "slated": (
        "They/PRP/2/nsubj discussed=discuss/VBD/0/root her=she/PRP$/5/nmod:poss slated=slate/VBN/5/amod visit/NN/2/obj",
        "visit",
        "planned",
    ),
    "a deal to": (
        "They/PRP/2/nsubj made=make/VBD/0/root deals=deal/NNS/2/obj to/TO/5/mark leave/VB/3/acl",
        "leave",
        "planned",
    ),
    "one of the plans is building": (
        "One/CD/6/nsubj of/IN/4/case the/DT/4/det plans=plan/NNS/1/nmod is=be/VBZ/6/aux building=build/VBG/0/root roads=road/NNS/6/obj",
        "building",
        "planned",
    ),
    "after they have ruled, expected": (
        "She/PRP/3/nsubj:pass is=be/VBZ/3/aux:pass expected=expect/VBN/0/root to/TO/5/mark leave/VB/3/xcomp after/IN/9/mark they/PRP/9/nsubj have/VBP/9/aux ruled=rule/VBN/3/advcl",
        "ruled",
        "will",
    ),
    "after they had ruled": (
        "She/PRP/2/nsubj left=leave/VBD/0/root after/IN/6/mark they/PRP/6/nsubj had=have/VBD/6/aux ruled=rule/VBN/2/advcl",
        "ruled",
        "happened",
    ),
    "before it is signed": (
        "She/PRP/3/nsubj will/MD/3/aux leave/VB/0/root before/IN/7/mark it/PRP/7/nsubj:pass is=be/VBZ/7/aux:pass signed=sign/VBN/3/advcl",
        "signed",
        "will",
    ),
    "may, when they travel": (
        "They/PRP/3/nsubj may/MD/3/aux sleep/VB/0/root when/WRB/6/advmod they/PRP/6/nsubj travel/VBP/3/advcl ./.../3/punct",
        "travel",
        "general",
    ),
    "is to be closed": (
        "It/PRP/5/nsubj:pass is=be/VBZ/5/aux:pass to/TO/5/mark be/VB/5/aux:pass closed=close/VBN/0/root",
        "closed",
        "will",
    ),
    "holds a stake": (
        "She/PRP/2/nsubj holds=hold/VBZ/0/root stakes=stake/NNS/2/obj ./.../2/punct",
        "holds",
        "statement",
    ),
    "holds a party": (
        "She/PRP/2/nsubj holds=hold/VBZ/0/root parties=party/NNS/2/obj ./.../2/punct",
        "holds",
        "general",
    ),
    "make it a bargain": (
        "Cuts=cut/NNS/2/nsubj make/VBP/0/root it/PRP/2/obj a/DT/5/det bargain/NN/2/xcomp ./.../2/punct",
        "make",
        "statement",
    ),
    "shows": (
        "It/PRP/2/nsubj illustrates=illustrate/VBZ/0/root needs=need/NNS/2/obj ./.../2/punct",
        "illustrates",
        "statement",
    ),
    "we've got": ("We/PRP/3/nsubj 've=have/VBP/3/aux got=get/VBN/0/root gardens=garden/NNS/3/obj", "got", "statement"),
    "made no secret": ("She/PRP/2/nsubj made=make/VBD/0/root no/DT/4/det secret/NN/2/obj", "made", "happened"),
    "made no effort": ("She/PRP/2/nsubj made=make/VBD/0/root no/DT/4/det effort/NN/2/obj", "made", "did_not_happen"),
    "forgot that": (
        "She/PRP/2/nsubj forgot=forget/VBD/0/root that/IN/5/mark they/PRP/5/nsubj left=leave/VBD/2/ccomp",
        "left",
        "happened",
    ),
    "forgot to": ("She/PRP/2/nsubj forgot=forget/VBD/0/root to/TO/4/mark leave/VB/2/xcomp", "leave", "did_not_happen"),
    "refused requests": (
        "She/PRP/2/nsubj refused=refuse/VBD/0/root requests=request/NNS/2/obj",
        "requests",
        "happened",
    ),
    "no reason for": (
        "She/PRP/2/nsubj gave=give/VBD/0/root no/DT/4/det reason/NN/2/obj for/IN/7/case the/DT/7/det arrests=arrest/NNS/4/nmod",
        "arrests",
        "happened",
    ),
    "don't understand how": (
        "You/PRP/4/nsubj do/VBP/4/aux n't=not/RB/4/advmod understand/VB/0/root how/WRB/7/advmod they/PRP/7/nsubj left=leave/VBD/4/ccomp",
        "left",
        "happened",
    ),
    "feels that they should": (
        "She/PRP/2/nsubj thinks=think/VBZ/0/root that/IN/6/mark they/PRP/6/nsubj should/MD/6/aux leave/VB/2/ccomp",
        "leave",
        "demanded",
    ),
    "not certain whether they should": (
        "She/PRP/4/nsubj is=be/VBZ/4/cop not/RB/4/advmod certain/JJ/0/root whether/IN/8/mark they/PRP/8/nsubj should/MD/8/aux leave/VB/4/ccomp",
        "leave",
        "possible",
    ),
    "should not have": (
        "It/PRP/5/nsubj should/MD/5/aux not/RB/5/advmod have/VB/5/aux begun=begin/VBN/0/root",
        "begun",
        "happened",
    ),
    "should have": ("It/PRP/4/nsubj should/MD/4/aux have/VB/4/aux begun=begin/VBN/0/root", "begun", "demanded"),
    "in addition to closing": (
        "In/IN/2/case addition/NN/6/obl to/IN/4/mark closing=close/VBG/2/acl they/PRP/6/nsubj left=leave/VBD/0/root",
        "closing",
        "happened",
    ),
    "close to winning": (
        "They/PRP/3/nsubj are=be/VBP/3/cop close/JJ/0/root to/IN/5/mark winning=win/VBG/3/advcl",
        "winning",
        "planned",
    ),
    "warned of raids if": (
        "They/PRP/2/nsubj warned=warn/VBD/0/root us=we/PRP/2/obj if/IN/6/mark they/PRP/6/nsubj left=leave/VBD/2/advcl",
        "warned",
        "happened",
    ),
    "not known if": (
        "It/PRP/4/nsubj:pass was=be/VBD/4/aux:pass not/RB/4/advmod known=know/VBN/0/root if/IN/7/mark they/PRP/7/nsubj left=leave/VBD/4/advcl",
        "left",
        "possible",
    ),
    "if we compare": (
        "If/IN/3/mark we/PRP/3/nsubj compare/VBP/5/advcl it/PRP/5/nsubj fell=fall/VBD/0/root",
        "fell",
        "happened",
    ),
    "a gerund with a preposition": (
        "She/PRP/2/nsubj pointed=point/VBD/0/root to/IN/5/case his/PRP$/5/nmod:poss showing=show/VBG/2/advcl",
        "showing",
        "statement",
    ),
    "described as": (
        "She/PRP/2/nsubj described=describe/VBD/0/root him=he/PRP/2/obj as/IN/6/case a/DT/6/det danger/NN/2/ccomp",
        "danger",
        "statement",
    ),
}


@pytest.mark.parametrize(("line", "form", "label"), SENTENCES.values(), ids=SENTENCES)
def test_rules(line: str, form: str, label: str) -> None:
    syntax = parse(line)
    assert judging.judge(syntax, word(syntax, form)).label == label


def test_the_head_does_not_overrule_what_began() -> None:
    line = "She/PRP/2/nsubj {verb}/VBD/0/root to/TO/4/mark leave/VB/2/xcomp+~planned=0.9"
    assert judging.judge(parse(line.format(verb="began=begin")), 3).label == "happened"
    assert judging.judge(parse(line.format(verb="undertook=undertake")), 3).label == "planned"
    march = "She/PRP/2/nsubj began=begin/VBD/0/root marches=march/NNS/2/obj to/TO/5/mark leave/VB/2/xcomp+~planned=0.9"
    assert judging.judge(parse(march), 4).label == "planned"


def test_a_passive_that_is_tagged_as_an_adjective_is_a_state() -> None:
    syntax = parse("Goods=good/NNS/3/nsubj:pass are=be/VBP/3/aux:pass limited=limit/VBN/0/root ./.../3/punct")
    syntax.analysis.upos[2] = "ADJ"
    assert judging.judge(syntax, 2).label == "statement"
