"""Clauses that the tree hangs on the wrong word."""

from __future__ import annotations

from sayso.claims import code
from tests.claims.oneline import parse, read, word


def contents(text: str) -> dict[str, str]:
    return {claim.predicate.text: " … ".join(span.text for span in claim.content) for claim in code(*read(text))}


def head(line: str, form: str) -> str:
    analysis = parse(line).analysis
    above = analysis.heads[word(parse(line), form)]
    return analysis.form(above) if above >= 0 else ""


def test_a_second_clause_has_the_noun_before_its_verb_for_its_subject() -> None:
    text = (
        "No/DT/2/det lamps=lamp/NNS/3/nsubj burn/VBP/0/root in/IN/5/case town/NN/3/obl and/CC/8/cc no/DT/8/det"
        " shops=shop/NNS/3/conj sell/VBP/3/advcl bread/NN/9/obj ./.../3/punct"
    )
    assert contents(text) == {"burn": "No lamps burn in town", "sell": "no shops sell bread"}


def test_so_has_the_second_of_two_passives() -> None:
    text = (
        "Cars=car/NNS/3/nsubj:pass were=be/VBD/3/aux:pass burnt=burn/VBN/0/root and/CC/5/cc shops=shop/NNS/3/conj"
        " looted=loot/VBN/3/conj in/IN/8/case Homs/NNP/6/obl@place ./.../3/punct"
    )
    assert contents(text) == {"burnt": "Cars were burnt", "looted": "shops looted in Homs"}


def test_and_those_who_are_coordinated_with_another_clauses_place() -> None:
    text = (
        "They/PRP/2/nsubj went=go/VBD/0/root to/IN/4/case court/NN/2/obl and/CC/6/cc those/DT/4/conj who/WP/8/nsubj"
        " stayed=stay/VBD/6/acl:relcl would/MD/11/aux be/VB/11/aux:pass fined=fine/VBN/2/conj ./.../2/punct"
    )
    found = contents(text)
    assert found["went"] == "They went to court"
    assert found["fined"] == "those who stayed would be fined"


def test_verbs_listed_behind_a_relative_clause_go_on_with_it() -> None:
    text = (
        "He/PRP/3/nsubj:pass was=be/VBD/3/aux:pass hurt=hurt/VBN/0/root in/IN/6/case the/DT/6/det blast/NN/3/obl"
        " ,/,/9/punct which/WDT/9/nsubj damaged=damage/VBD/6/acl:relcl shops=shop/NNS/9/obj ,/,/3/punct"
        " shattered=shatter/VBD/3/conj windows=window/NNS/12/obj and/CC/15/cc toppled=topple/VBD/12/conj a/DT/17/det"
        " wall/NN/15/obj ./.../3/punct"
    )
    found = contents(text)
    assert found["damaged"] == "the blast, which damaged shops"
    assert found["shattered"] == "the blast … shattered windows"
    assert found["toppled"] == "the blast … toppled a wall"


def test_a_participle_before_a_noun_ends_a_list_of_nouns() -> None:
    line = (
        "They/PRP/2/nsubj found=find/VBD/0/root unrest/NN/2/obj ,/,/5/punct anger/NN/3/conj ,/,/8/punct and/CC/8/cc"
        " growing=grow/VBG/2/conj local=local/JJ/10/amod fears=fear/NNS/8/obj"
    )
    assert head(line, "growing") == "fears"
    assert head(line, "fears") == "unrest"
    assert head(line.replace("local=local/JJ/10/amod", "the/DT/10/det"), "growing") == "found"


def test_a_tensed_verb_is_said_of_the_whole_list() -> None:
    text = (
        "Karim/NNP/0/root@person ,/,/4/punct his/PRP$/4/nmod:poss aunt/NN/1/conj and/CC/7/cc some/DT/7/det"
        " boys=boy/NNS/1/conj planned=plan/VBD/7/acl to/TO/10/mark leave/VB/8/xcomp Homs/NNP/10/obj@place ./.../1/punct"
    )
    assert contents(text) == {"leave": "Karim, his aunt and some boys planned to leave Homs"}


def test_what_killed_is_the_attack() -> None:
    line = (
        "bombings=bombing/NNS/0/root of/IN/3/case shops=shop/NNS/1/nmod last/JJ/5/amod year/NN/3/nmod that/WDT/7/nsubj"
        " killed=kill/VBD/3/acl:relcl nine/CD/7/obj"
    )
    assert head(line, "killed") == "bombings"
    assert head(line.replace("bombings=bombing", "owners=owner"), "killed") == "shops"
    below = "shops=shop/NNS/0/root bombings=bombing/NNS/4/obl that/WDT/4/nsubj killed=kill/VBD/1/acl:relcl it/PRP/4/obj"
    assert head(below, "killed") == "shops"


def test_which_is_no_person_that_who_is_said_of() -> None:
    line = (
        "a/DT/2/det man/NN/0/root who/WP/4/nsubj owns=own/VBZ/2/acl:relcl a/DT/6/det shop/NN/4/obj ,/,/9/punct"
        " which/WDT/9/nsubj sells=sell/VBZ/2/acl:relcl bread/NN/9/obj"
    )
    assert head(line, "sells") == "shop"


def test_a_question_about_a_measure_has_one_predicate() -> None:
    text = (
        "They/PRP/2/nsubj asked=ask/VBD/0/root+1:cue how/WRB/4/advmod+1:content close/JJ/2/ccomp+1:content"
        " the/DT/6/det+1:content army/NN/4/nsubj+1:content was=be/VBD/9/cop+1:content to/IN/9/case+1:content"
        " Homs/NNP/2/ccomp@place+1:content ./.../2/punct"
    )
    assert contents(text)["close"] == "how close the army was to Homs"
    assert "Homs" not in contents(text)


def test_an_adverb_before_a_comma_is_of_the_clause_that_it_ends() -> None:
    line = (
        "since/IN/4/mark he/PRP/4/nsubj has/VBZ/4/aux waited=wait/VBN/9/advcl long/RB/9/advmod ,/,/5/punct"
        " he/PRP/9/nsubj may/MD/9/aux leave/VB/0/root"
    )
    assert head(line, "long") == "waited"


def test_what_and_adds_without_a_preposition_goes_with_the_phrase_before() -> None:
    line = "A/DT/2/det deal/NN/0/root between/IN/4/case Oman/NNP/2/nmod and/CC/6/cc Iran/NNP/2/nmod"
    assert head(line, "Iran") == "Oman"
    assert head(line.replace("Iran", "to/IN/7/case Iran").replace("and/CC/6", "and/CC/7"), "Iran") == "deal"


def test_a_bare_noun_that_and_adds_to_a_verb_is_another_object() -> None:
    line = "Jets=jet/NNS/2/nsubj hit/VBD/0/root a/DT/4/det truck/NN/2/obj and/CC/7/cc a/DT/7/det depot/NN/2/conj"
    assert head(line, "depot") == "truck"
    assert head(line + " was=be/VBD/7/cop", "depot") == "hit"


def test_who_stands_before_a_speaker_has_the_verb_behind_him() -> None:
    text = (
        "The/DT/2/det guards=guard/NNS/6/nsubj+1:content ,/,/6/punct a/DT/5/det+1:source clerk/NN/6/nsubj+1:source"
        " said=say/VBD/0/root+1:cue ,/,/9/punct then/RB/9/advmod+1:content locked=lock/VBD/6/ccomp+1:content"
        " the/DT/11/det+1:content gate/NN/9/obj+1:content ./.../6/punct"
    )
    assert contents(text) == {"locked": "guards … then locked the gate"}


def test_so_has_what_a_relative_clause_is_about() -> None:
    text = (
        "He/PRP/2/nsubj blamed=blame/VBD/0/root the/DT/4/det gates=gate/NNS/2/obj ,/,/8/punct"
        " which/WDT/8/obj+1:content she/PRP/8/nsubj+1:source said=say/VBD/4/acl:relcl+1:cue"
        " had=have/VBD/10/aux+1:content"
        " rusted=rust/VBN/8/ccomp+1:content ./.../2/punct"
    )
    assert contents(text)["rusted"] == "the gates … had rusted"


def test_but_who_is_told_has_no_verb() -> None:
    line = (
        "The/DT/2/det clerk/NN/3/nsubj told=tell/VBD/0/root them/PRP/3/iobj guards=guard/NNS/6/nsubj left/VBD/3/ccomp"
    )
    assert head(line, "clerk") == "told"


def test_what_a_relative_clause_is_about_is_the_infinitives() -> None:
    text = (
        "There/EX/2/expl are=be/VBP/0/root streets=street/NNS/2/nsubj that/WDT/6/obj they/PRP/6/nsubj"
        " want/VBP/3/acl:relcl to/TO/8/mark pave/VB/6/xcomp ./.../2/punct"
    )
    assert head(text, "that") == "pave"
    assert head(text.replace("that/WDT", "whom/WP"), "whom") == "want"


def test_that_as_a_subject_stands_for_the_object_before_it() -> None:
    line = (
        "They/PRP/2/nsubj did=do/VBD/0/root all/DT/2/obj that/WDT/6/nsubj:pass was=be/VBD/6/aux:pass"
        " needed=need/VBN/2/ccomp"
    )
    assert head(line, "needed") == "all"
    assert head(line.replace("all/DT/2/obj", "now/RB/2/advmod"), "needed") == "did"


def test_all_but_is_an_adverb() -> None:
    text = (
        "They/PRP/3/nsubj have/VBP/3/aux all/RB/0/root but/CC/5/cc emptied=empty/VBN/3/conj the/DT/7/det"
        " pool/NN/5/obj ./.../3/punct"
    )
    assert contents(text) == {"emptied": "They have all but emptied the pool"}


def test_because_opens_a_clause() -> None:
    text = (
        "It/PRP/2/nsubj closed=close/VBD/0/root because/IN/4/case rents=rent/NNS/2/obl near/IN/6/case Homs/NNP/4/nmod"
        " had=have/VBD/8/aux doubled=double/VBN/2/ccomp ./.../2/punct"
    )
    assert contents(text) == {"closed": "It closed", "doubled": "because rents near Homs had doubled"}


def test_a_caption_is_a_clause() -> None:
    text = (
        "[/-LRB-/2/punct Photo/NN/0/root :/:/5/punct Men=man/NNS/5/nsubj queue/VBP/2/appos in/IN/7/case Homs/NNP/5/obl"
        " ./.../2/punct ]/-RRB-/2/punct"
    )
    assert contents(text) == {"queue": "Men queue in Homs"}
