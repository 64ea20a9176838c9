"""An edit and a claim: the claim with the edit, and the edit without what the claim has anyway."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from sayso.ledger.review.editing import added, edited
from sayso.ledger.review.edits import changes, merged, whole
from sayso.ledger.review.records import NOTHING, Edit, EventEdit, NamedOffsets, Presented
from sayso.words.identity import claim_id
from sayso.words.records import Claim, Factuality
from tests.ledger.review.making import ARTICLE, CLAIMS, EDITS, SHELLED, VISITED, retyped, words
from tests.spans import assert_quotes


@given(st.sampled_from(CLAIMS), EDITS)
@example(CLAIMS[1], Edit(source=None, cue=words("denied")))
def test_of_an_edit_only_what_is_new_is_kept_and_it_does_the_same(claim: Claim, edit: Edit) -> None:
    new = changes(claim, edit)
    assert whole(edited(ARTICLE, claim, new)) == whole(edited(ARTICLE, claim, edit))
    assert changes(claim, new) == new


def test_of_two_edits_the_later_wins_field_by_field() -> None:
    first = Edit(stance="denies", event=EventEdit(type="AID", mode=None))
    both = merged(first, Edit(source_kind=None, event=EventEdit(type="RETREAT")))
    assert both == Edit(stance="denies", source_kind=None, event=EventEdit(type="RETREAT", mode=None))
    assert merged(first, Edit(event=None)) == Edit(stance="denies", event=None)


@given(EDITS)
def test_an_edited_claim_quotes_the_article_and_keeps_its_id(edit: Edit) -> None:
    claim = edited(ARTICLE, SHELLED, edit)
    assert_quotes(ARTICLE.text, claim)
    assert (claim.claim_id, claim.model, claim.confidence) == (SHELLED.claim_id, SHELLED.model, SHELLED.confidence)
    assert (claim.kind == "event") is (claim.event is not None)


def test_a_claim_as_an_edit_changes_nothing() -> None:
    assert changes(SHELLED, whole(SHELLED)) == NOTHING
    assert edited(ARTICLE, SHELLED, NOTHING) is SHELLED


def test_another_source_keeps_the_cue_and_is_named_if_it_has_a_name() -> None:
    nearest = edited(ARTICLE, SHELLED, Edit(source=words("President Erdoğan"))).voices[0]
    assert (nearest.text, nearest.named, nearest.source_kind) == ("President Erdoğan", True, None)
    assert nearest.cue == SHELLED.voices[0].cue
    longer = edited(ARTICLE, SHELLED, Edit(source=words("Turkish defence ministry"))).voices[0]
    assert (longer.text, longer.source_kind) == ("Turkish defence ministry", "official")


def test_without_a_source_the_article_itself_speaks() -> None:
    assert edited(ARTICLE, SHELLED, Edit(source=None)).voices == SHELLED.voices[-1:]
    chain = edited(ARTICLE, VISITED, Edit(source=words("A resident"))).voices
    assert [voice.text for voice in chain] == ["A resident", None]


def test_with_a_cue_alone_somebody_speaks_who_is_not_named() -> None:
    for claim in (SHELLED, VISITED):
        unnamed, own = edited(ARTICLE, claim, Edit(source=None, cue=words("denied"))).voices
        assert (unnamed.text, unnamed.named, unnamed.cue and unnamed.cue.text) == (None, False, "denied")
        assert own == claim.voices[-1]


def test_a_statement_becomes_an_event_and_an_event_a_statement() -> None:
    statement = edited(ARTICLE, SHELLED, Edit(event=None))
    assert (statement.kind, statement.event) == ("statement", None)
    event = edited(ARTICLE, statement, retyped("RETREAT"))
    assert event.kind == "event"
    assert event.event is not None
    assert event.event.type == "RETREAT"


def test_a_label_without_a_score_gets_its_usual_one() -> None:
    denied = edited(ARTICLE, SHELLED, Edit(factuality=Presented("did_not_happen")))
    assert denied.factuality == Factuality(-3.0, "did_not_happen")


def test_an_id_that_a_mention_has_anyway_is_none_that_a_person_gave() -> None:
    assert SHELLED.event is not None
    forces = SHELLED.event.actors[0]
    same = Edit(event=EventEdit(actors=(NamedOffsets(forces.start, forces.end, forces.actor_id),)))
    assert changes(SHELLED, same) == NOTHING
    nobody = Edit(event=EventEdit(actors=(NamedOffsets(forces.start, forces.end, None),)))
    assert changes(SHELLED, nobody) == nobody
    event = edited(ARTICLE, SHELLED, nobody).event
    assert event is not None
    assert event.actors[0].actor_id is None


def test_a_mode_of_another_type_goes_with_the_type() -> None:
    assert SHELLED.event is not None
    assert SHELLED.event.mode == "artillery"
    event = edited(ARTICLE, SHELLED, retyped("CONSULT")).event
    assert event is not None
    assert event.mode is None


def test_an_added_claim_has_the_id_that_the_coder_would_give_it() -> None:
    claim = added(ARTICLE, Edit(content=(words("government forces"),), predicate=words("shelled")))
    assert claim.claim_id == claim_id(claim.article_id, "statement", claim.content, claim.predicate, claim.voices)
    assert (claim.model, claim.confidence, claim.factuality.label) == ("person", 1.0, "statement")
    assert claim.voices[-1].start is None
