"""On what terms something lasts, what is there or was never, what somebody claims to have done or was going to do."""

# ruff: noqa: E501 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.factuality import judging
from tests.claims.oneline import parse, word

SENTENCES = {
    "there has never been": (
        "There/EX/4/expl has=have/VBZ/4/aux never/RB/4/advmod been=be/VBN/0/root a/DT/6/det raid/NN/4/nsubj here/RB/4/advmod",
        "raid", "did_not_happen",
    ),
    "no fewer than": (
        "They/PRP/2/nsubj buried=bury/VBD/0/root no/DT/6/advmod fewer=few/JJR/6/advmod than/IN/4/fixed nine/CD/2/obj", "buried", "happened",
    ),
    "no more": ("They/PRP/2/nsubj buried=bury/VBD/0/root no/DT/5/det more/JJR/5/amod men=man/NNS/2/obj ./.../2/punct", "buried", "did_not_happen"),
    "claims to have": (
        "Rebels=rebel/NNS/2/nsubj claim/VBP/0/root to/TO/5/mark have/VB/5/aux burnt=burn/VBN/2/xcomp tanks=tank/NNS/5/obj", "burnt", "happened",
    ),
    "would not allow those seized to": (
        "Iran/NNP/4/nsubj would/MD/4/aux not/RB/4/advmod allow/VB/0/root boats=boat/NNS/4/obj seized=seize/VBN/5/acl there/RB/6/advmod to/TO/9/mark sail/VB/6/advcl",
        "sail", "will",
    ),
    "carried men hurt there to": (
        "They/PRP/2/nsubj carried=carry/VBD/0/root men=man/NNS/2/obj hurt/VBN/3/acl there/RB/4/advmod to/TO/7/mark heal/VB/4/advcl", "heal", "planned",
    ),
    "reports were false, he said": (
        "Reports=report/NNS/9/nsubj that/IN/4/mark he/PRP/4/nsubj fled=flee/VBD/1/acl were=be/VBD/6/cop false/JJ/9/ccomp ,/,/6/punct he/PRP/9/nsubj said=say/VBD/0/root",
        "fled", "did_not_happen",
    ),
    "how they came to": (
        "How/WRB/3/advmod they/PRP/3/nsubj came=come/VBD/0/root to/TO/5/mark lose/VB/3/advcl it/PRP/5/obj", "lose", "happened",
    ),
    "they came to": ("They/PRP/2/nsubj came=come/VBD/0/root to/TO/4/mark loot/VB/2/advcl it/PRP/4/obj", "loot", "planned"),
    "was going to": ("He/PRP/3/nsubj was=be/VBD/3/aux going=go/VBG/0/root to/TO/5/mark resign/VB/3/xcomp", "resign", "planned"),
    "said he was going to": (
        "She/PRP/2/nsubj said=say/VBD/0/root he/PRP/5/nsubj was=be/VBD/5/aux going=go/VBG/2/ccomp to/TO/7/mark resign/VB/5/xcomp", "resign", "will",
    ),
    "will, as long as": (
        "They/PRP/3/nsubj will/MD/3/aux stay/VB/0/root as/RB/5/advmod long/RB/3/advmod as/IN/8/mark fog/NN/8/nsubj lasted=last/VBD/5/advcl",
        "lasted", "conditional",
    ),
    "did, as long as": (
        "They/PRP/2/nsubj stayed=stay/VBD/0/root as/RB/4/advmod long/RB/2/advmod as/IN/7/mark fog/NN/7/nsubj lasted=last/VBD/4/advcl",
        "lasted", "happened",
    ),
    "will not until": (
        "They/PRP/4/nsubj will/MD/4/aux not/RB/4/advmod talk/VB/0/root until/IN/8/mark they/PRP/8/nsubj are=be/VBP/8/aux:pass freed=free/VBN/4/advcl",
        "freed", "conditional",
    ),
    "couldn't be more": (
        "He/PRP/6/nsubj could/MD/6/aux n't=not/RB/6/advmod be/VB/6/cop more/RBR/6/advmod proud/JJ/0/root+~did_not_happen ./.../6/punct", "proud", "statement",
    ),
    "couldn't be larger than": (
        "It/PRP/5/nsubj could/MD/5/aux n't=not/RB/5/advmod be/VB/5/cop larger=large/JJR/0/root than/IN/7/case that/DT/5/obl", "larger", "possible",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "form", "label"), SENTENCES.values(), ids=SENTENCES)
def test_rules(line: str, form: str, label: str) -> None:
    syntax = parse(line)
    assert judging.judge(syntax, word(syntax, form)).label == label
