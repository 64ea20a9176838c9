"""What comes before or until something else, what is forced, and what could not be done."""

# ruff: noqa: E501 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.factuality import judging
from sayso.words.records import Factuality
from tests.claims.oneline import parse, word

SENTENCES = {
    "they had not": ("Troops=troop/NNS/2/nsubj had=have/VBD/0/root not/RB/2/advmod ./.../2/punct", "had", "did_not_happen"),
    "they had no car": ("They/PRP/2/nsubj had=have/VBD/0/root no/DT/4/det car/NN/2/obj ./.../2/punct", "had", "statement"),
    "would stay until they left": (
        "He/PRP/3/nsubj would/MD/3/aux stay/VB/0/root until/IN/6/mark they/PRP/6/nsubj left=leave/VBD/3/advcl", "left", "will",
    ),
    "would stay until it was safe": (
        "He/PRP/3/nsubj would/MD/3/aux stay/VB/0/root until/IN/7/mark roads=road/NNS/7/nsubj were=be/VBD/7/cop safe/JJ/3/advcl", "safe", "will",
    ),
    "stayed until they left": (
        "He/PRP/2/nsubj stayed=stay/VBD/0/root until/IN/5/mark they/PRP/5/nsubj left=leave/VBD/2/advcl", "left", "happened",
    ),
    "would answer after they fired": (
        "He/PRP/3/nsubj would/MD/3/aux answer/VB/0/root after/IN/6/mark they/PRP/6/nsubj fired=fire/VBD/3/advcl", "fired", "happened",
    ),
    "was to stay until it closed": (
        "It/PRP/3/nsubj:pass was=be/VBD/3/aux:pass supposed=suppose/VBN/0/root to/TO/5/mark stay/VB/3/xcomp until/IN/8/mark it/PRP/8/nsubj closed=close/VBD/3/advcl",
        "closed", "happened",
    ),
    "would not ask before leaving": (
        "They/PRP/4/nsubj would/MD/4/aux not/RB/4/advmod ask/VB/0/root before/IN/6/mark leaving=leave/VBG/4/advcl", "leaving", "will",
    ),
    "downed before reaching": (
        "Drones=drone/NNS/3/nsubj:pass were=be/VBD/3/aux:pass intercepted=intercept/VBN/0/root before/IN/5/mark reaching=reach/VBG/3/advcl us=we/PRP/5/obj",
        "reaching", "did_not_happen",
    ),
    "blew itself up before reaching": (
        "It/PRP/2/nsubj blew=blow/VBD/0/root itself/PRP/2/obj up/RP/2/compound:prt before/IN/6/mark reaching=reach/VBG/2/advcl us=we/PRP/6/obj",
        "reaching", "did_not_happen",
    ),
    "killed others before reaching": (
        "They/PRP/2/nsubj killed=kill/VBD/0/root guards=guard/NNS/2/obj before/IN/5/mark reaching=reach/VBG/2/advcl us=we/PRP/5/obj",
        "reaching", "happened",
    ),
    "whenever": (
        "They/PRP/2/nsubj hid=hide/VBD/0/root whenever/IN/5/advmod jets=jet/NNS/5/nsubj attacked=attack/VBD/2/advcl", "attacked", "general",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "form", "label"), SENTENCES.values(), ids=SENTENCES)
def test_rules(line: str, form: str, label: str) -> None:
    syntax = parse(line)
    assert judging.judge(syntax, word(syntax, form)).label == label


def test_what_is_not_to_be_done_before_something_leaves_it_open_and_not_denied() -> None:
    line, form, _ = SENTENCES["would not ask before leaving"]
    syntax = parse(line)
    assert judging.judge(syntax, word(syntax, form)) == Factuality(1.0, "will")


@pytest.mark.parametrize(("manner", "label"), [("did_not_happen", "did_not_happen"), ("possible", "possible")])
def test_what_could_not_be_done_was_not_where_the_heads_see_an_occasion(manner: str, label: str) -> None:
    syntax = parse(f"They/PRP/4/nsubj could/MD/4/aux not/RB/4/advmod leave/VB/0/root+~{manner}")
    assert judging.judge(syntax, 3).label == label


def test_what_could_not_have_been_stays_a_guess() -> None:
    line = "They/PRP/5/nsubj could/MD/5/aux not/RB/5/advmod have/VB/5/aux left=leave/VBN/0/root+~did_not_happen"
    assert judging.judge(parse(line), 4).label == "possible"


@pytest.mark.parametrize(
    ("verb", "label"), [("forced=force", "happened"), ("prompted=prompt", "happened"), ("urged=urge", "demanded")]
)
def test_what_somebody_is_forced_to_do_is_no_plan_of_the_heads(verb: str, label: str) -> None:
    line = f"It/PRP/2/nsubj {verb}/VBD/0/root them=they/PRP/2/obj to/TO/5/mark close/VB/2/xcomp+~planned"
    assert judging.judge(parse(line), 4).label == label


def test_what_was_done_before_leaving_is_no_plan_of_the_heads() -> None:
    line = "He/PRP/2/nsubj spoke=speak/VBD/0/root before/IN/4/mark leaving=leave/VBG/2/advcl+~planned"
    assert judging.judge(parse(line), 3).label == "happened"
