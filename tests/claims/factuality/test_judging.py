"""How the innermost voice presents an event."""

# ruff: noqa: E501 - an analysed sentence reads best on as few lines as it takes

from __future__ import annotations

import pytest

from sayso.claims.factuality import judging
from sayso.claims.grammar.syntax import by_cue, index
from sayso.language.analysis import Attribution
from sayso.words import vocabulary
from sayso.words.records import Factuality
from tests.claims.build import build
from tests.claims.oneline import parse, word

SENTENCES = {
    # The predicate's own clause.
    "past": ("Rebels=rebel/NNS/2/nsubj left=leave/VBD/0/root", "left", "happened", 3),
    "not": ("They/PRP/4/nsubj did=do/VBD/4/aux n't=not/RB/4/advmod leave/VB/0/root", "leave", "did_not_happen", -3),
    "no one": ("No/DT/2/det rebels=rebel/NNS/3/nsubj left=leave/VBD/0/root", "left", "did_not_happen", -3),
    "not one of": (
        "Not/RB/2/advmod one/CD/5/nsubj of/IN/4/case them=they/PRP/2/nmod left=leave/VBD/0/root", "left", "did_not_happen", -3,
    ),
    "none of those told before": (
        "Nine/CD/3/nsubj:pass were=be/VBD/3/aux:pass found=find/VBN/0/root ,/,/5/punct none/NN/3/obl of/IN/7/case them=they/PRP/5/nmod armed/JJ/5/amod",
        "found", "happened", 3,
    ),
    "nobody, of a second verb": (
        "Nobody/NN/2/nsubj came=come/VBD/0/root and/CC/4/cc left=leave/VBD/2/conj", "left", "did_not_happen", -3,
    ),
    "there has been no": (
        "There/EX/3/expl has=have/VBZ/3/aux been=be/VBN/0/root no/DT/5/det reply/NN/3/nsubj", "been", "did_not_happen", -3,
    ),
    "never any": (
        "There/EX/2/expl was=be/VBD/0/root never/RB/2/advmod any/DT/5/det attack/NN/2/nsubj", "attack", "did_not_happen", -3,
    ),
    "lest": (
        "They/PRP/2/nsubj hid=hide/VBD/0/root lest/IN/5/mark rebels=rebel/NNS/5/nsubj attack/VBP/2/advcl", "attack", "possible", 1.2,
    ),
    "cannot without": (
        "They/PRP/4/nsubj can/MD/4/aux not/RB/4/advmod leave/VB/0/root without/IN/6/mark paying=pay/VBG/4/advcl", "paying", "possible", 0,
    ),
    "would, he said, if": (
        "They/PRP/3/nsubj would/MD/3/aux leave/VB/0/root he/PRP/5/nsubj said=say/VBD/3/parataxis if/IN/8/mark rebels=rebel/NNS/8/nsubj came=come/VBD/5/advcl",
        "leave", "conditional", 1,
    ),
    "said if, of what would": (
        "He/PRP/2/nsubj said=say/VBD/0/root if/IN/5/mark rebels=rebel/NNS/5/nsubj came=come/VBD/2/ccomp they/PRP/8/nsubj would/MD/8/aux leave/VB/2/ccomp",
        "came", "conditional", 1,
    ),
    "would …, a town that …, if": (
        "They/PRP/3/nsubj would/MD/3/aux leave/VB/0/root towns=town/NNS/3/obj they/PRP/6/nsubj hold/VBP/4/acl:relcl if/IN/9/mark rebels=rebel/NNS/9/nsubj came=come/VBD/6/advcl",
        "leave", "conditional", 1,
    ),
    "if … and …": (
        "If/IN/3/mark he/PRP/3/nsubj comes=come/VBZ/8/advcl and/CC/5/cc signs=sign/VBZ/3/conj they/PRP/8/nsubj will/MD/8/aux leave/VB/0/root",
        "signs", "conditional", 1,
    ),
    "’d better": (
        "They/PRP/4/nsubj 'd=have/MD/4/aux better/RBR/4/advmod leave/VB/0/root", "leave", "demanded", 1.2,
    ),
    "don't you": (
        "Do/VB/4/aux n't=not/RB/4/advmod you/PRP/4/nsubj leave/VB/0/root ./.../4/punct", "leave", "demanded", -1,
    ),
    "a past that looks like a present": (
        "A/DT/2/det strike/NN/6/nsubj on/IN/5/case Jan./NNP/2/nmod@time 1/CD/4/nummod@time hit/VBP/0/root Hama/NNP/6/obj ./.../6/punct",
        "hit", "happened", 3,
    ),
    "several that hit, as a rule": ("Strikes=strike/NNS/2/nsubj hit/VBP/0/root Hama/NNP/2/obj ./.../2/punct", "hit", "general", 2.6),
    "a caption with its day": (
        "Crowds=crowd/NNS/2/nsubj march/VBP/0/root on/IN/4/case May/NNP/2/obl@time 4/CD/4/nummod@time 2019/CD/4/nummod@time ./.../2/punct",
        "march", "happened", 3,
    ),
    "not because": (
        "They/PRP/2/nsubj left=leave/VBD/0/root not/RB/6/advmod because/IN/6/mark they/PRP/6/nsubj lost=lose/VBD/2/advcl",
        "left", "happened", 3,
    ),
    "will": ("Rebels=rebel/NNS/3/nsubj will/MD/3/aux leave/VB/0/root", "leave", "will", 2.4),
    "will not": ("They/PRP/4/nsubj will/MD/4/aux not/RB/4/advmod leave/VB/0/root", "leave", "will", -2.4),
    "going to": (
        "They/PRP/3/nsubj are=be/VBP/3/aux going=go/VBG/0/root to/TO/5/mark leave/VB/3/xcomp", "leave", "will", 2,
    ),
    "may": ("Rebels=rebel/NNS/3/nsubj may/MD/3/aux leave/VB/0/root", "leave", "possible", 1.2),
    "must": ("Rebels=rebel/NNS/3/nsubj must/MD/3/aux leave/VB/0/root", "leave", "demanded", 1.2),
    "order": ("Leave/VB/0/root Hama/NNP/1/obj ./.../1/punct", "Leave", "demanded", 1.2),
    "habit": ("Rebels=rebel/NNS/3/nsubj often/RB/3/advmod attack/VBP/0/root", "attack", "general", 2.6),
    "state": ("The/DT/2/det road/NN/4/nsubj is=be/VBZ/4/cop empty/JJ/0/root ./.../4/punct", "empty", "statement", 2.8),
    "headline": ("Rebels=rebel/NNS/2/nsubj leave/VBP/0/root Hama/NNP/2/obj", "leave", "happened", 3),
    "question": ("Did=do/VBD/3/aux rebels=rebel/NNS/3/nsubj leave/VB/0/root ?/../3/punct", "leave", "possible", 0),
    "why": (
        "Why/WRB/4/advmod did=do/VBD/4/aux rebels=rebel/NNS/4/nsubj leave/VB/0/root ?/../4/punct", "leave", "happened", 3,
    ),
    "reportedly": ("They/PRP/3/nsubj reportedly/RB/3/advmod left=leave/VBD/0/root", "left", "happened", 2),
    "allegedly": ("They/PRP/3/nsubj allegedly/RB/3/advmod left=leave/VBD/0/root", "left", "possible", 1.8),
    "would later": (
        "He/PRP/4/nsubj would/MD/4/aux later/RB/4/advmod rule/VB/0/root", "rule", "happened", 3,
    ),
    "would not have": (
        "He/PRP/5/nsubj would/MD/5/aux not/RB/5/advmod have/VB/5/aux left=leave/VBN/0/root", "left", "did_not_happen", -1.5,
    ),
    "not necessarily": (
        "It/PRP/5/nsubj does=do/VBZ/5/aux not/RB/5/advmod necessarily/RB/5/advmod follow/VB/0/root", "follow", "possible", 0,
    ),
    "a headline in capitals": ("REBELS=rebel/NNS/2/nsubj LEAVE=leave/VBP/0/root ./.../2/punct", "LEAVE", "happened", 3),
    "performed": ("We/PRP/2/nsubj condemn/VBP/0/root it/PRP/2/obj ./.../2/punct", "condemn", "happened", 3),
    "a footnote": ("It/PRP/2/nsubj runs=run/VBZ/0/root ferries=ferry/NNS/2/obj [/-LRB-/2/punct 2/CD/2/dep", "runs", "general", 2.6),
    "what": (
        "What/WP/4/obj was=be/VBD/4/aux she/PRP/4/nsubj planning=plan/VBG/0/root ?/../4/punct", "planning", "possible", 0,
    ),
    "a question with a cue": (
        "“/``/4/punct Did=do/VBD/4/aux they/PRP/4/nsubj leave/VB/7/ccomp ?/../4/punct ”/''/4/punct asked=ask/VBD/0/root he/PRP/7/nsubj ./.../7/punct",
        "leave", "possible", 0,
    ),
    "does not, as a rule": (
        "They/PRP/4/nsubj do/VBP/4/aux not/RB/4/advmod vote/VB/0/root ./.../4/punct", "vote", "general", -2.6,
    ),
    "on the calendar": (
        "They/PRP/2/nsubj meet/VBP/0/root on/IN/4/case Tuesday/NNP/2/obl@time ./.../2/punct", "meet", "will", 2.4,
    ),
    "every week": (
        "They/PRP/2/nsubj meet/VBP/0/root every/DT/4/det Tuesday/NNP/2/obl:unmarked@time ./.../2/punct",
        "meet", "general", 2.6,
    ),
    "a year that is past": (
        "They/PRP/2/nsubj meet/VBP/0/root in/IN/4/case May/NNP/2/obl@time 1945/CD/4/nummod@time ./.../2/punct",
        "meet", "general", 2.6,
    ),
    "is to": ("They/PRP/4/nsubj are=be/VBP/4/cop to/TO/4/mark leave/VB/0/root ./.../4/punct", "leave", "will", 2),
    "were wounded": ("They/PRP/3/nsubj were=be/VBD/3/cop wounded=wound/VBN/0/root ./.../3/punct", "wounded", "happened", 3),
    "would be": (
        "It/PRP/5/nsubj would/MD/5/aux be/VB/5/cop a/DT/5/det disgrace/NN/0/root", "disgrace", "conditional", 1.8,
    ),
    "without, of a state": (
        "They/PRP/4/nsubj were=be/VBD/4/cop without/IN/4/case power/NN/0/root", "power", "statement", -2.8,
    ),
    "a name called": (
        "He/PRP/2/nsubj called=call/VBD/0/root half/NN/2/obj liars=liar/NNS/2/obj", "liars", "happened", 3,
    ),
    "said it would be": (
        "He/PRP/2/nsubj said=say/VBD/0/root it/PRP/6/nsubj would/MD/6/aux be/VB/6/cop easy/JJ/2/ccomp", "easy", "will", 1.8,
    ),
    "a question without its mark": (
        "Did=do/VBD/3/aux rebels=rebel/NNS/3/nsubj leave/VB/0/root ./.../3/punct", "leave", "possible", 0,
    ),
    "an inversion that asks nothing": (
        "Now/RB/4/advmod did=do/VBD/4/aux rebels=rebel/NNS/4/nsubj leave/VB/0/root ./.../4/punct", "leave", "happened", 3,
    ),
    "instead of": (
        "Instead/RB/3/advmod of/IN/3/mark leaving=leave/VBG/5/advcl they/PRP/5/nsubj fought=fight/VBD/0/root",
        "leaving", "did_not_happen", -3,
    ),
    "don't": ("Do/VB/3/aux n't=not/RB/3/advmod leave/VB/0/root ./.../3/punct", "leave", "demanded", -1),
    "spoken to": ("Senators=senator/NNS/3/nsubj ,/,/1/punct answer/VB/0/root us=we/PRP/3/obj ./.../3/punct", "answer", "demanded", 1.2),
    "to no avail": (
        "They/PRP/2/nsubj searched=search/VBD/0/root to/IN/5/case no/DT/5/det avail/NN/2/obl", "searched", "happened", 3,
    ),
    "there is, whatever the dictionary form": (
        "There/EX/2/nsubj is=is/VBP/0/root no/DT/4/det plan/NN/2/nsubj ./.../2/punct", "is", "statement", -2.8,
    ),
    "a present that is tagged as a past": (
        "He/PRP/2/nsubj oversees=oversee/VBD/0/root ferries=ferry/NNS/2/obj ./.../2/punct", "oversees", "general", 2.6,
    ),
    "a modal that the tree misplaces": (
        "Bans=ban/NNS/3/nsubj would/VBP/3/nsubj help/VB/0/root them=they/PRP/3/obj", "help", "will", 1.8,
    ),
    "had him sign": (
        "They/PRP/2/nsubj had=have/VBD/0/root him=he/PRP/2/obj sign/VB/2/xcomp", "had", "happened", 3,
    ),
    "an entry of a chronicle": (
        "1998/CD/4/obl@time :/:/1/punct Rebels=rebel/NNS/4/nsubj attack/VBP/0/root Hama/NNP/4/obj ./.../4/punct", "attack", "happened", 3,
    ),
    "a fake and a danger": (
        "It/PRP/4/nsubj is=be/VBZ/4/cop a/DT/4/det fake/NN/0/root and/CC/7/cc a/DT/7/det danger/NN/4/conj", "danger", "statement", 2.8,
    ),
    "who": ("Who/WP/2/nsubj left=leave/VBD/0/root ?/../2/punct", "left", "happened", 3),
    "rather than": (
        "Rather/RB/3/advmod than/IN/1/fixed leave/VB/5/advcl they/PRP/5/nsubj fought=fight/VBD/0/root", "leave", "did_not_happen", -3,
    ),
    "has yet to be": (
        "It/PRP/6/nsubj:pass has=have/VBZ/6/aux yet/RB/6/advmod to/TO/6/mark be/VB/6/aux:pass built=build/VBN/0/root",
        "built", "did_not_happen", -3,
    ),
    "had they": (
        "Had=have/VBD/3/aux they/PRP/3/nsubj left=leave/VBN/6/advcl we/PRP/6/nsubj would/MD/6/aux talk/VB/0/root",
        "left", "did_not_happen", -1.5,
    ),
    "if they had": (
        "If/IN/4/mark they/PRP/4/nsubj had=have/VBD/4/aux left=leave/VBN/7/advcl we/PRP/7/nsubj would/MD/7/aux talk/VB/0/root",
        "left", "did_not_happen", -1.5,
    ),
    # Beside another clause.
    "an if that hangs on the main clause": (
        "If/IN/5/mark they/PRP/3/nsubj left=leave/VBD/5/advcl we/PRP/5/nsubj talked=talk/VBD/0/root", "left", "conditional", 1,
    ),
    "a purpose before its verb": (
        "To/TO/2/mark win/VB/4/advcl they/PRP/4/nsubj need/VBP/0/root allies=ally/NNS/4/obj", "win", "planned", 1.6,
    ),
    "to cut, build": (
        "They/PRP/2/nsubj want/VBP/0/root to/TO/4/mark cut/VB/2/xcomp taxes=tax/NNS/4/obj ,/,/7/punct build/VB/2/advcl roads=road/NNS/7/obj",
        "build", "planned", 1.6,
    ),
    "if": (
        "If/IN/3/mark rebels=rebel/NNS/3/nsubj leave/VBP/6/advcl we/PRP/6/nsubj will/MD/6/aux talk/VB/0/root",
        "leave", "conditional", 1,
    ),
    "then": (
        "If/IN/3/mark rebels=rebel/NNS/3/nsubj leave/VBP/6/advcl we/PRP/6/nsubj will/MD/6/aux talk/VB/0/root",
        "talk", "conditional", 1,
    ),
    "purpose": (
        "They/PRP/2/nsubj met=meet/VBD/0/root to/TO/4/mark end/VB/2/advcl fighting/NN/4/obj", "end", "planned", 1.6,
    ),
    "without": (
        "They/PRP/2/nsubj left=leave/VBD/0/root without/IN/4/mark fighting=fight/VBG/2/advcl",
        "fighting", "did_not_happen", -3,
    ),
    "shared modal": (
        "They/PRP/3/nsubj may/MD/3/aux stay/VB/0/root or/CC/5/cc leave/VB/3/conj", "leave", "possible", 1.2,
    ),
    "the goal is to": (
        "The/DT/2/det goal/NN/5/nsubj is=be/VBZ/5/cop to/TO/5/mark leave/VB/0/root", "leave", "planned", 1.6,
    ),
    "called it": (
        "He/PRP/2/nsubj called=call/VBD/0/root it/PRP/2/obj a/DT/5/det hoax/NN/2/xcomp", "hoax", "statement", 2.8,
    ),
    "described as": (
        "It/PRP/3/nsubj:pass was=be/VBD/3/aux:pass described=describe/VBN/0/root as/IN/6/case a/DT/6/det disgrace/NN/3/obl",
        "disgrace", "statement", 2.8,
    ),
    "no evidence that": (
        "There/EX/2/expl is=be/VBZ/0/root no/DT/4/det evidence/NN/2/nsubj that/IN/7/mark they/PRP/7/nsubj left=leave/VBD/4/acl",
        "left", "possible", -1.5,
    ),
    "will not say who": (
        "He/PRP/4/nsubj will/MD/4/aux not/RB/4/advmod say/VB/0/root who/WP/6/nsubj left=leave/VBD/4/ccomp", "left", "happened", 3,
    ),
    "but they did not": (
        "Rebels=rebel/NNS/2/nsubj left=leave/VBD/0/root but/CC/5/cc we/PRP/5/nsubj did=do/VBD/2/conj not/RB/5/advmod",
        "did", "did_not_happen", -3,
    ),
    "do you know where": (
        "Do/VBP/3/aux you/PRP/3/nsubj know/VB/0/root where/WRB/3/ccomp they/PRP/4/nsubj are=be/VBP/4/cop ?/./3/punct",
        "know", "possible", 0,
    ),
    "perhaps go": ("Perhaps/RB/2/advmod go/VB/0/root home/RB/2/advmod ./.../2/punct", "go", "demanded", 1.2),
    "would often": ("They/PRP/4/nsubj would/MD/4/aux often/RB/4/advmod ask/VB/0/root us=we/PRP/4/obj", "ask", "general", 2.6),
    "was pleased to": (
        "We/PRP/3/nsubj were=be/VBD/3/cop pleased/JJ/0/root to/TO/5/mark meet/VB/3/xcomp them=they/PRP/5/obj", "meet", "happened", 3,
    ),
    "approaches nine percent": (
        "It/PRP/2/nsubj approaches=approach/VBZ/0/root nine/CD/4/nummod percent/NN/2/obj ./.../2/punct", "approaches", "statement", 2.8,
    ),
    "make up a tenth": (
        "Farmers=farmer/NNS/2/nsubj make/VBP/0/root up/RP/2/compound:prt a/DT/5/det tenth/NN/2/obj ./.../2/punct", "make", "statement", 2.8,
    ),
    "extend from": (
        "Hills=hill/NNS/2/nsubj extend/VBP/0/root from/IN/5/case the/DT/5/det coast/NN/2/obl ./.../2/punct", "extend", "statement", 2.8,
    ),
    "extend a deadline": (
        "Courts=court/NNS/2/nsubj extend/VBP/0/root deadlines=deadline/NNS/2/obj ./.../2/punct", "extend", "happened", 3,
    ),
    "the first minister not to": (
        "She/PRP/5/nsubj was=be/VBD/5/cop the/DT/5/det first/JJ/5/amod minister/NN/0/root not/RB/8/advmod to/TO/8/mark resign/VB/5/acl",
        "resign", "did_not_happen", -3,
    ),
    "the first thing to": (
        "It/PRP/5/nsubj was=be/VBD/5/cop the/DT/5/det first/JJ/5/amod thing/NN/0/root to/TO/7/mark do/VB/5/acl", "do", "planned", 1.6,
    ),
    "must ensure that": (
        "They/PRP/3/nsubj must/MD/3/aux ensure/VB/0/root that/IN/7/mark towns=town/NNS/7/nsubj:pass are=be/VBP/7/aux:pass protected=protect/VBN/3/ccomp",
        "protected", "demanded", 1.2,
    ),
    "ensured that": (
        "They/PRP/2/nsubj ensured=ensure/VBD/0/root that/IN/5/mark rebels=rebel/NNS/5/nsubj left=leave/VBD/2/ccomp", "left", "happened", 3,
    ),
    "means they left": (
        "It/PRP/2/nsubj means=mean/VBZ/0/root rebels=rebel/NNS/5/nsubj never/RB/5/advmod left=leave/VBN/2/ccomp", "left", "did_not_happen", -3,
    ),
    "is pending": ("It/PRP/3/nsubj is=be/VBZ/3/aux pending=pend/VBG/0/root", "pending", "statement", 2.8),
    "could not believe that": (
        "He/PRP/4/nsubj could/MD/4/aux not/RB/4/advmod believe/VB/0/root that/IN/7/mark they/PRP/7/nsubj left=leave/VBD/4/ccomp",
        "left", "happened", 3,
    ),
    "worried about what": (
        "We/PRP/3/nsubj are=be/VBP/3/cop worried/JJ/0/root about/IN/7/mark what/WP/7/obj they/PRP/7/nsubj did=do/VBD/3/advcl",
        "did", "happened", 3,
    ),
    "and I am, which is no complement": (
        "I/PRP/2/nsubj understand/VBP/0/root and/CC/6/cc I/PRP/6/nsubj am=be/VBP/6/cop ready/JJ/2/ccomp", "ready", "statement", 2.8,
    ),
    # Embedded by a verb.
    "called on states to": (
        "He/PRP/2/nsubj called=call/VBD/0/root on/IN/4/case states=state/NNS/2/obl to/TO/6/mark leave/VB/4/acl", "leave", "demanded", 1.2,
    ),
    "shouted at them to": (
        "He/PRP/2/nsubj shouted=shout/VBD/0/root at/IN/4/case them=they/PRP/2/obl to/TO/6/mark leave/VB/2/advcl", "leave", "demanded", 1.2,
    ),
    "agreed to": ("They/PRP/2/nsubj agreed=agree/VBD/0/root to/TO/4/mark leave/VB/2/xcomp", "leave", "demanded", 2),
    "tries, whatever the dictionary form": (
        "He/PRP/2/nsubj tries=be/VBZ/0/root to/TO/4/mark leave/VB/2/xcomp", "leave", "possible", 1.2,
    ),
    "turned out to be": (
        "It/PRP/2/nsubj turned=turn/VBD/0/root out/RP/2/compound:prt to/TO/6/mark be/VB/6/cop fake/JJ/2/xcomp", "fake", "statement", 2.8,
    ),
    "could include": (
        "It/PRP/3/nsubj could/MD/3/aux include/VB/0/root charging=charge/VBG/3/xcomp them/PRP/4/obj",
        "charging", "possible", 1.2,
    ),
    "had to": ("They/PRP/2/nsubj had=have/VBD/0/root to/TO/4/mark leave/VB/2/xcomp", "leave", "happened", 3),
    "have got to": (
        "They/PRP/3/nsubj have/VBP/3/aux got=get/VBN/0/root to/TO/5/mark leave/VB/3/xcomp", "leave", "demanded", 1.2,
    ),
    "cannot afford to": (
        "They/PRP/4/nsubj can/MD/4/aux not/RB/4/advmod afford/VB/0/root to/TO/6/mark leave/VB/4/xcomp",
        "leave", "possible", -2.5,
    ),
    "tend to": ("They/PRP/2/nsubj tend/VBP/0/root to/TO/4/mark leave/VB/2/advcl ./.../2/punct", "leave", "general", 2.6),
    "too early to": (
        "It/PRP/4/expl is=be/VBZ/4/cop too/RB/4/advmod early/JJ/0/root to/TO/6/mark tell/VB/4/xcomp",
        "tell", "did_not_happen", -3,
    ),
    "ineligible to": (
        "She/PRP/3/nsubj is=be/VBZ/3/cop ineligible/JJ/0/root to/TO/5/mark run/VB/3/xcomp", "run", "did_not_happen", -3,
    ),
    "must … and stop": (
        "They/PRP/3/nsubj must/MD/3/aux leave/VB/0/root and/CC/5/cc stop/VBP/3/conj", "stop", "demanded", 1.2,
    ),
    "failed to": (
        "They/PRP/2/nsubj failed=fail/VBD/0/root to/TO/4/mark leave/VB/2/xcomp", "leave", "did_not_happen", -3,
    ),
    "did not fail to": (
        "They/PRP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod fail/VB/0/root to/TO/6/mark leave/VB/4/xcomp",
        "leave", "happened", 3,
    ),
    "may fail to": (
        "They/PRP/3/nsubj may/MD/3/aux fail/VB/0/root to/TO/5/mark leave/VB/3/xcomp", "leave", "possible", -1.2,
    ),
    "were forced to": (
        "They/PRP/3/nsubj:pass were=be/VBD/3/aux:pass forced=force/VBN/0/root to/TO/5/mark leave/VB/3/xcomp",
        "leave", "happened", 3,
    ),
    "were not forced to": (
        "They/PRP/4/nsubj:pass were=be/VBD/4/aux:pass not/RB/4/advmod forced=force/VBN/0/root to/TO/6/mark leave/VB/4/xcomp",
        "leave", "possible", 0,
    ),
    "prevented from": (
        "Snow/NN/2/nsubj prevented=prevent/VBD/0/root them=they/PRP/2/obj from/IN/5/mark leaving=leave/VBG/2/advcl",
        "leaving", "did_not_happen", -3,
    ),
    "want to": ("They/PRP/2/nsubj want/VBP/0/root to/TO/4/mark leave/VB/2/xcomp", "leave", "planned", 1.6),
    "ordered to": (
        "He/PRP/2/nsubj ordered=order/VBD/0/root them=they/PRP/2/obj to/TO/5/mark leave/VB/2/xcomp",
        "leave", "demanded", 1.2,
    ),
    "denied that": (
        "He/PRP/2/nsubj denied=deny/VBD/0/root that/IN/5/mark rebels=rebel/NNS/5/nsubj left=leave/VBD/2/ccomp",
        "left", "did_not_happen", -3,
    ),
    "did not say that": (
        "He/PRP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod say/VB/0/root that/IN/7/mark they/PRP/7/nsubj left=leave/VBD/4/ccomp",
        "left", "possible", 0,
    ),
    "asked whether": (
        "He/PRP/2/nsubj asked=ask/VBD/0/root whether/IN/5/mark they/PRP/5/nsubj left=leave/VBD/2/ccomp",
        "left", "possible", 0,
    ),
    "told that": (
        "He/PRP/2/nsubj told=tell/VBD/0/root us/PRP/2/obj that/IN/6/mark they/PRP/6/nsubj left=leave/VBD/2/ccomp",
        "left", "happened", 3,
    ),
    "demanded that": (
        "He/PRP/2/nsubj demanded=demand/VBD/0/root that/IN/5/mark they/PRP/5/nsubj leave/VB/2/ccomp",
        "leave", "demanded", 1.2,
    ),
    "regretted that": (
        "He/PRP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod regret/VB/0/root that/IN/7/mark they/PRP/7/nsubj left=leave/VBD/4/ccomp",
        "left", "happened", 3,
    ),
    "has yet to": (
        "They/PRP/2/nsubj have/VBP/0/root yet/RB/2/advmod to/TO/5/mark leave/VB/2/xcomp", "leave", "did_not_happen", -3,
    ),
    "used to": ("They/PRP/2/nsubj used=use/VBD/0/root to/TO/4/mark fight/VB/2/xcomp", "fight", "happened", 3),
    "used it to": (
        "They/PRP/3/nsubj may/MD/3/aux use/VB/0/root it/PRP/3/obj to/TO/6/mark fight/VB/3/xcomp", "fight", "possible", 1.2,
    ),
    "stopped short of": (
        "He/PRP/2/nsubj stopped=stop/VBD/0/root short/RB/2/advmod of/IN/5/mark accusing=accuse/VBG/2/advcl Oslo/NNP/5/obj",
        "accusing", "did_not_happen", -3,
    ),
    "a gerund under “short”": (
        "He/PRP/2/nsubj fell=fall/VBD/0/root short/RB/2/xcomp of/IN/5/mark accusing=accuse/VBG/3/advcl Oslo/NNP/5/obj",
        "accusing", "did_not_happen", -3,
    ),
    "not available to": (
        "He/PRP/4/nsubj was=be/VBD/4/cop not/RB/4/advmod available/JJ/0/root to/TO/6/mark comment/VB/4/xcomp",
        "comment", "did_not_happen", -3,
    ),
    "would like to": (
        "We/PRP/3/nsubj would/MD/3/aux like/VB/0/root to/TO/5/mark meet/VB/3/xcomp them=they/PRP/5/obj", "meet", "planned", 1.6,
    ),
    "like to": ("We/PRP/2/nsubj like/VBP/0/root to/TO/4/mark sing/VB/2/xcomp", "sing", "general", 2.6),
    "found no evidence that": (
        "We/PRP/2/nsubj found=find/VBD/0/root no/DT/4/det evidence/NN/2/obj that/IN/7/mark they/PRP/7/nsubj fired=fire/VBD/4/acl",
        "fired", "possible", -1.5,
    ),
    "made no effort to": (
        "They/PRP/2/nsubj made=make/VBD/0/root no/DT/4/det effort/NN/2/obj to/TO/6/mark help/VB/4/acl", "help", "did_not_happen", -3,
    ),
    "no doubt that": (
        "There/EX/2/expl is=be/VBZ/0/root no/DT/4/det doubt/NN/2/nsubj that/IN/7/mark they/PRP/7/nsubj fired=fire/VBD/4/acl",
        "fired", "happened", 3,
    ),
    "not in the habit of": (
        "He/PRP/6/nsubj is=be/VBZ/6/cop not/RB/6/advmod in/IN/6/case the/DT/6/det habit/NN/0/root of/IN/8/mark begging=beg/VBG/6/advcl",
        "begging", "general", -2.6,
    ),
    "reports that … are untrue": (
        "Reports=report/NNS/6/nsubj that/IN/4/mark they/PRP/4/nsubj fired=fire/VBD/1/acl are=be/VBP/6/cop untrue/JJ/0/root",
        "fired", "did_not_happen", -3,
    ),
    "a state that lasts": ("Rebels=rebel/NNS/2/nsubj control/VBP/0/root Hama/NNP/2/obj ./.../2/punct", "control", "statement", 2.8),
    # Event nouns.
    "not a bomb": ("Not/RB/3/advmod a/DT/3/det bomb/NN/4/nsubj exploded=explode/VBD/0/root", "bomb", "did_not_happen", -3),
    "no strikes": ("No/DT/2/det strikes=strike/NNS/3/nsubj hit=hit/VBD/0/root", "strikes", "did_not_happen", -3),
    "did not hold any": (
        "They/PRP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod hold/VB/0/root any/DT/6/det talks=talk/NNS/4/obj", "talks", "did_not_happen", -3,
    ),
    "did not recommend any": (
        "They/PRP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod recommend/VB/0/root any/DT/6/det talks=talk/NNS/4/obj", "talks", "possible", 0,
    ),
    "took place": (
        "The/DT/2/det attack/NN/4/nsubj never/RB/4/advmod took=take/VBD/0/root place/NN/4/obj",
        "attack", "did_not_happen", -3,
    ),
    "was cancelled": (
        "The/DT/2/det visit/NN/4/nsubj:pass was=be/VBD/4/aux:pass cancelled=cancel/VBN/0/root",
        "visit", "did_not_happen", -3,
    ),
    "collapsed": ("The/DT/2/det deal/NN/3/nsubj collapsed=collapse/VBD/0/root", "deal", "happened", 3),
    "planned strike": (
        "A/DT/3/det planned=plan/JJ/3/amod strike/NN/4/nsubj leaked=leak/VBD/0/root", "strike", "planned", 1.6,
    ),
    "failed offensive": (
        "The/DT/3/det failed=fail/JJ/3/amod offensive/NN/4/nsubj ended=end/VBD/0/root", "offensive", "happened", 2,
    ),
    "threat of": (
        "The/DT/2/det threat/NN/6/nsubj of/IN/5/case an/DT/5/det attack/NN/2/nmod grew=grow/VBD/0/root",
        "attack", "possible", 1.2,
    ),
    "lack of": (
        "The/DT/2/det lack/NN/5/nsubj of/IN/4/case talks=talk/NNS/2/nmod hurt/VBD/0/root", "talks", "did_not_happen", -3,
    ),
    "called for": (
        "He/PRP/2/nsubj called=call/VBD/0/root for/IN/5/case a/DT/5/det truce/NN/2/obl", "truce", "demanded", 1.2,
    ),
    "could start": (
        "They/PRP/3/nsubj could/MD/3/aux launch/VB/0/root strikes=strike/NNS/3/obj", "strikes", "possible", 1.2,
    ),
    "all but": (
        "They/PRP/5/nsubj have/VBP/5/aux all/RB/5/advmod but/RB/5/advmod abandoned=abandon/VBN/0/root it/PRP/5/obj", "abandoned", "possible", 1.2,
    ),
    "no choice but to": (
        "They/PRP/3/nsubj would/MD/3/aux have/VB/0/root no/DT/5/det choice/NN/3/obj but/IN/8/mark to/TO/8/mark leave/VB/5/acl if/IN/11/mark rebels=rebel/NNS/11/nsubj came=come/VBD/3/advcl",
        "have", "conditional", 1,
    ),
    "not authorised to": (
        "He/PRP/4/nsubj:pass was=be/VBD/4/aux:pass not/RB/4/advmod authorised=authorise/VBN/0/root to/TO/6/mark speak/VB/4/xcomp", "speak", "possible", 0,
    ),
    "not allowed to": (
        "He/PRP/4/nsubj:pass was=be/VBD/4/aux:pass not/RB/4/advmod allowed=allow/VBN/0/root to/TO/6/mark read/VB/4/xcomp", "read", "did_not_happen", -3,
    ),
    "impatient to": ("They/PRP/3/nsubj were=be/VBD/3/cop impatient/JJ/0/root to/TO/5/mark leave/VB/3/xcomp", "leave", "planned", 1.6),
    "had they wanted to": (
        "Had=have/VBD/3/aux they/PRP/3/nsubj wanted=want/VBN/9/advcl to/TO/5/mark leave/VB/3/xcomp they/PRP/9/nsubj would/MD/9/aux have/VB/9/aux gone=go/VBN/0/root",
        "leave", "did_not_happen", -1.5,
    ),
    "if …, they threatened to": (
        "If/IN/3/mark he/PRP/3/nsubj pays=pay/VBZ/6/advcl they/PRP/6/nsubj have/VBP/6/aux threatened=threaten/VBN/0/root to/TO/8/mark leave/VB/6/xcomp",
        "threatened", "happened", 3,
    ),
    "summoned, to": (
        "He/PRP/3/nsubj:pass was=be/VBD/3/aux:pass summoned=summon/VBN/0/root ,/,/6/punct to/TO/6/mark sign/VB/3/advcl papers=paper/NNS/6/obj",
        "sign", "planned", 1.6,
    ),
    "who was responsible": (
        "We/PRP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod determine/VB/0/root who/WP/7/nsubj was=be/VBD/7/cop responsible/JJ/4/ccomp",
        "responsible", "possible", 0,
    ),
    "not known who did it": (
        "I/PRP/4/nsubj do/VBP/4/aux not/RB/4/advmod know/VB/0/root who/WP/6/nsubj bombed=bomb/VBD/4/ccomp them=they/PRP/6/obj",
        "bombed", "happened", 3,
    ),
    "reckless to say that": (
        "It/PRP/3/nsubj is=be/VBZ/3/cop reckless/JJ/0/root to/TO/5/mark say/VB/3/xcomp that/IN/8/mark they/PRP/8/nsubj left=leave/VBD/5/ccomp",
        "left", "possible", 0,
    ),
    "fair to say that": (
        "It/PRP/3/nsubj is=be/VBZ/3/cop fair/JJ/0/root to/TO/5/mark say/VB/3/xcomp that/IN/8/mark they/PRP/8/nsubj left=leave/VBD/5/ccomp",
        "left", "happened", 3,
    ),
    "nobody is able to tell them that": (
        "Nobody/NN/3/nsubj is=be/VBZ/3/cop able/JJ/0/root to/TO/5/mark tell/VB/3/xcomp them=they/PRP/5/iobj they/PRP/8/nsubj left=leave/VBD/5/ccomp",
        "left", "possible", 0,
    ),
    "IS fighters are": (
        "IS=be/VBZ/5/aux fighters=fighter/NNS/5/nsubj are=be/VBP/5/aux not/RB/5/advmod surrendering=surrender/VBG/0/root ./.../5/punct",
        "surrendering", "did_not_happen", -3,
    ),
    "condemned": (
        "They/PRP/4/nsubj did=do/VBD/4/aux not/RB/4/advmod condemn/VB/0/root the/DT/6/det attack/NN/4/obj",
        "attack", "happened", 3,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "form", "label", "score"), SENTENCES.values(), ids=SENTENCES)
def test_rules(line: str, form: str, label: str, score: float) -> None:
    syntax = parse(line)
    found = judging.judge(syntax, word(syntax, form))
    assert found.label == label
    assert found.score == pytest.approx(score)


def test_every_label_is_of_the_vocabulary() -> None:
    assert {label for _, _, label, _ in SENTENCES.values()} == set(vocabulary.load("factuality"))


def test_a_title_tells_what_happened_though_it_ends_in_a_full_stop() -> None:
    analysis = parse("Rebels=rebel/NNS/2/nsubj leave/VBP/0/root Hama/NNP/2/obj ./.../2/punct").analysis
    assert judging.judge(index(analysis), 1).label == "general"
    assert judging.judge(index(analysis, [(0, 4)]), 1).label == "happened"


LEFT = "Rebels=rebel/NNS/2/nsubj left=leave/VBD/0/root"


def judged(mark: str, score: float) -> Factuality:
    """Of "rebels left", which the rules take for +3, happened; the heads say this."""
    syntax = parse(LEFT + mark)
    assert syntax.analysis.meaning is not None
    syntax.analysis.meaning.factuality[1] = score
    return judging.judge(syntax, 1)


def test_the_heads_speak_beside_the_rules() -> None:
    assert judged("+~happened", 1.0) == Factuality(1.4, "happened")
    assert judged("+~planned", 1.0) == Factuality(1.4, "planned")
    assert judged("+~planned=0.4", 1.0) == Factuality(1.4, "happened")


def test_what_plainly_happened_is_certain() -> None:
    assert judged("+~happened", 2.8) == Factuality(3.0, "happened")
    assert judged("+~happened", 2.7) == Factuality(2.76, "happened")


def test_a_negation_of_the_head_alone_is_a_mean() -> None:
    assert judged("+~planned", -1.0) == Factuality(1.0, "planned")


def test_what_rules_leave_open_stays_open() -> None:
    line = "Rebels=rebel/NNS/3/nsubj may/MD/3/aux leave/VB/0/root+~happened"
    assert judging.judge(parse(line), 2).label == "possible"


def test_what_a_word_says_is_not_overruled() -> None:
    assert judging.judge(parse("We/PRP/3/nsubj should/MD/3/aux leave/VB/0/root+~will=0.95"), 2).label == "demanded"


def test_the_heads_know_an_occasion_from_a_habit() -> None:
    line = "She/PRP/2/nsubj paints=paint/VBZ/0/root+~happened={share} us=we/PRP/2/obj ./.../2/punct"
    assert judging.judge(parse(line.format(share=0.95)), 1).label == "happened"
    assert judging.judge(parse(line.format(share=0.8)), 1).label == "general"
    often = "She/PRP/3/nsubj often/RB/3/advmod paints=paint/VBZ/0/root+~happened=0.95 ./.../3/punct"
    assert judging.judge(parse(often), 2).label == "general"


def test_what_rules_affirm_is_not_denied() -> None:
    assert judged("+~did_not_happen", -2.0) == Factuality(3.0, "happened")


def test_a_score_has_the_sign_of_its_label() -> None:
    assert judged("+~happened", -2.0) == Factuality(3.0, "happened")


def test_a_negation_that_rules_see_is_no_mean() -> None:
    line = "They/PRP/4/nsubj did=do/VBD/4/aux n't=not/RB/4/advmod leave/VB/0/root+~did_not_happen"
    syntax = parse(line)
    assert syntax.analysis.meaning is not None
    syntax.analysis.meaning.factuality[3] = 2.0
    assert judging.judge(syntax, 3) == Factuality(-3.0, "did_not_happen")


@pytest.mark.parametrize(
    ("aux", "label"), [("", "happened"), ("might/MD/3/aux ", "possible")], ids=["believes", "might believe"]
)
def test_a_belief_is_asserted_by_a_believer_whom_rules_find(aux: str, label: str) -> None:
    verb = 3 if aux else 2
    line = f"Voters=voter/NNS/{verb}/nsubj {aux}believe/VBP/0/root mayors=mayor/NNS/{verb + 2}/nsubj left=leave/VBD/{verb}/ccomp"
    syntax = parse(line)
    assert judging.judge(syntax, verb + 1).label == "possible"
    believed = Attribution(((verb - 1, verb),), ((0, 1),), ((verb, verb + 2),), 0.9, 0.9, 0.9)
    syntax.voiced.update(by_cue([believed]))
    assert judging.judge(syntax, verb + 1).label == label


def test_a_finite_verb_that_is_tagged_as_a_noun_has_its_clause() -> None:
    table = """
        They    they   PRON PRP 3 nsubj
        should  -      AUX MD 3 aux
        leave   -      VERB VB 0 root
        if      -      SCONJ IN 6 mark
        fighting -     NOUN NN 6 nsubj
        resumes resume NOUN VBZ 3 advcl
    """
    assert judging.judge(index(build(table).analysis), 5).label == "conditional"


def test_what_is_quoted_before_its_cue_is_not_what_the_cue_embeds() -> None:
    """ "They left," he **went** on: he did not go to do it."""
    line = "“/``/3/punct They/PRP/3/nsubj+1:content left=leave/VBD/7/ccomp+1:content ,/,/3/punct ”/''/3/punct he/PRP/7/nsubj+1:source went=go/VBD/0/root+1:cue on/RB/7/advmod+1:cue"
    syntax = parse(line)
    assert judging.judge(syntax, word(syntax, "left")) == Factuality(3.0, "happened")
