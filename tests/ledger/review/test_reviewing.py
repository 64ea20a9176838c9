"""Deciding about the claims of a ledger, in either database."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.analysis import Analysis
from sayso.ledger import ConflictError, Edit, Filter, Ledger, LedgerError
from sayso.ledger.review.records import EventEdit, NamedOffsets, Offsets, PlaceOffsets, Presented, TimeOffsets, Verdict
from sayso.reading import Text, read_into
from sayso.words.records import Article, Claim, Event
from tests.databases import Opened
from tests.fakes import FakeCoder, FakeModel, FakeWorld
from tests.ledger.build import MODEL, agency, dossier
from tests.ledger.review.making import ARTICLE, CLAIMS, EDITS, REVIEWERS, SHELLED, VISITED, other_model, retyped, words

EVERY = Filter(review="any")
MISSED = Edit(content=(words("government forces had shelled Sarmin"),), predicate=words("had"))


@pytest.fixture
def ledger(opened: Opened) -> Iterator[Ledger]:
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
        yield ledger


def states(ledger: Ledger) -> dict[str, str | None]:
    found = ledger.claims(Filter(article=ARTICLE.article_id, review="any"))
    return {claim.claim_id: claim.review for claim in found}


def accept(ledger: Ledger, claim: Claim = SHELLED, reviewer: str = "ada") -> int:
    return ledger.review.decide(claim.claim_id, "accept", reviewer=reviewer).decision.number


def test_a_decision_is_kept_and_the_claim_follows(ledger: Ledger) -> None:
    decided = ledger.review.decide(SHELLED.claim_id, "reject", reviewer="ada")
    assert decided.claim == replace(SHELLED, review="rejected")
    assert not decided.stale
    assert ledger.review.decisions() == (decided.decision,)
    assert decided.decision.before == SHELLED
    assert SHELLED.claim_id not in {claim.claim_id for claim in ledger.claims()}


def test_an_edit_changes_the_claim_and_sends_its_article_to_be_looked_up(ledger: Ledger) -> None:
    decided = ledger.review.decide(SHELLED.claim_id, "edit", reviewer="ada", edit=retyped("RETREAT"))
    assert decided.stale
    assert decided.claim is not None
    assert decided.claim.event is not None
    assert (decided.claim.review, decided.claim.event.type) == ("edited", "RETREAT")
    assert [claim.claim_id for claim in ledger.claims(Filter(event_type="RETREAT"))] == [SHELLED.claim_id]
    assert ARTICLE.article_id in {reading.article.article_id for reading in ledger.stale("")}


def test_a_missed_claim_is_added(ledger: Ledger) -> None:
    decided = ledger.review.add(ARTICLE.article_id, MISSED, reviewer="ada")
    assert decided.claim is not None
    assert (decided.claim.review, decided.claim.model) == ("added", "person")
    assert decided.claim in ledger.claims(Filter(article=ARTICLE.article_id))
    with pytest.raises(LedgerError, match=decided.claim.claim_id):
        ledger.review.add(ARTICLE.article_id, MISSED, reviewer="grace")


STEPS = st.tuples(
    st.sampled_from(CLAIMS), st.sampled_from(REVIEWERS), st.sampled_from(["accept", "reject", "edit", "add"]), EDITS
)


@settings(max_examples=10)
@given(steps=st.lists(STEPS, max_size=6), order=st.randoms(use_true_random=False))
def test_whatever_was_decided_taken_back_it_never_was(
    opened: Opened, steps: list[tuple[Claim, str, Verdict, Edit]], order: Random
) -> None:
    with opened() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), [agency()])
        before, numbers = list(ledger.claims(EVERY)), []
        for step in steps:
            try:
                numbers.append(take(ledger, *step))
            except LedgerError:
                continue
        order.shuffle(numbers)
        for number in numbers:
            ledger.review.undo(number)
        assert list(ledger.claims(EVERY)) == before
        assert ledger.review.decisions() == ()


def take(ledger: Ledger, claim: Claim, reviewer: str, verdict: Verdict, edit: Edit) -> int:
    """One decision; returns its number. LedgerError where it can't be made."""
    if verdict == "add":
        return ledger.review.add(ARTICLE.article_id, edit, reviewer=reviewer).decision.number
    edit = edit if verdict == "edit" else Edit()
    return ledger.review.decide(claim.claim_id, verdict, reviewer=reviewer, edit=edit).decision.number


def test_taking_one_back_brings_back_what_the_reviewer_had_decided_before(ledger: Ledger) -> None:
    accept(ledger)
    second = ledger.review.decide(SHELLED.claim_id, "reject", reviewer="ada").decision.number
    assert states(ledger)[SHELLED.claim_id] == "rejected"
    ledger.review.undo(second, by="ada")
    assert states(ledger)[SHELLED.claim_id] == "accepted"


def test_nobody_takes_back_what_another_decided_or_what_was_taken_back(ledger: Ledger) -> None:
    number = accept(ledger)
    with pytest.raises(LedgerError, match="is ada's"):
        ledger.review.undo(number, by="grace")
    ledger.review.undo(number)
    with pytest.raises(LedgerError, match="already"):
        ledger.review.undo(number)
    with pytest.raises(LedgerError, match="no decision 99"):
        ledger.review.undo(99)


def test_a_second_edit_goes_on_from_the_first(ledger: Ledger) -> None:
    ledger.review.decide(SHELLED.claim_id, "edit", reviewer="ada", edit=retyped("RETREAT"))
    second = ledger.review.decide(SHELLED.claim_id, "edit", reviewer="ada", edit=Edit(stance="denies"))
    assert second.decision.edit == Edit(stance="denies", event=EventEdit(type="RETREAT"))


def test_who_accepts_what_another_edited_agrees_with_the_edit(ledger: Ledger) -> None:
    first = ledger.review.decide(SHELLED.claim_id, "edit", reviewer="ada", edit=retyped("RETREAT")).decision
    agreed = ledger.review.decide(SHELLED.claim_id, "accept", reviewer="grace")
    assert (agreed.decision.edit, agreed.claim and agreed.claim.review) == (first.edit, "edited")


def test_who_had_not_seen_the_edit_accepts_the_claim_as_they_saw_it(ledger: Ledger) -> None:
    ledger.review.decide(SHELLED.claim_id, "edit", reviewer="ada", edit=retyped("RETREAT"))
    disputed = ledger.review.decide(SHELLED.claim_id, "accept", reviewer="grace", seen=0)
    assert disputed.claim == replace(SHELLED, review="disputed")


def test_an_edit_that_changes_nothing_accepts(ledger: Ledger) -> None:
    same = ledger.review.decide(SHELLED.claim_id, "edit", reviewer="ada", edit=retyped("ASSAULT"))
    assert (same.decision.verdict, same.decision.edit) == ("accept", None)


def test_a_decision_that_was_taken_back_is_in_nobodys_way(ledger: Ledger) -> None:
    ledger.review.undo(ledger.review.decide(SHELLED.claim_id, "accept", reviewer="ada").decision.number)
    assert ledger.review.decide(SHELLED.claim_id, "reject", reviewer="ada", seen=0).decision.verdict == "reject"


def test_a_decision_in_another_window_is_not_overwritten_unseen(ledger: Ledger) -> None:
    number = accept(ledger)
    with pytest.raises(ConflictError, match="accept, decision 1") as conflict:
        ledger.review.decide(SHELLED.claim_id, "reject", reviewer="ada", seen=0)
    assert conflict.value.decision.number == number
    assert ledger.review.decide(SHELLED.claim_id, "reject", reviewer="ada", seen=number).decision.number == number + 1


def test_two_at_once_lose_no_decision(where: str) -> None:
    with Ledger.open(where) as one, Ledger.open(where) as other:
        one.add_many(one.start_run(MODEL, "0.1"), dossier())
        with ThreadPoolExecutor(4) as pool:
            made = [
                pool.submit(accept, (one, other)[turn % 2], CLAIMS[turn % 3], f"reviewer {turn // 3}")
                for turn in range(24)
            ]
        assert sorted(decision.number for decision in one.review.decisions()) == list(range(1, 25))
        assert sorted(future.result() for future in made) == list(range(1, 25))
        assert set(states(other).values()) == {"accepted"}


def test_of_two_at_once_by_one_reviewer_the_second_hears_of_the_first(where: str) -> None:
    with Ledger.open(where) as one, Ledger.open(where) as other:
        one.add_many(one.start_run(MODEL, "0.1"), dossier())
        with ThreadPoolExecutor(2) as pool:
            at_once = [
                pool.submit(partial(side.review.decide, SHELLED.claim_id, "accept", reviewer="ada", seen=0))
                for side in (one, other)
            ]
            errors = [future.exception() for future in at_once]
        assert sorted(type(error).__name__ for error in errors) == ["ConflictError", "NoneType"]
        assert len(one.review.decisions()) == 1


DECIDER = """
import sys
from sayso.ledger import Ledger
from tests.ledger.build import MODEL, dossier
with Ledger.open(sys.argv[1]) as ledger:
    ledger.add_many(ledger.start_run(MODEL, "0.1"), dossier())
    for claim in list(ledger.claims()):
        print(ledger.review.decide(claim.claim_id, "accept", reviewer="ada").claim.claim_id, flush=True)
    sys.stdin.read()
"""


def test_what_was_reported_as_decided_outlives_a_kill(where: str) -> None:
    command = [sys.executable, "-c", DECIDER, where]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        reported = [process.stdout.readline().strip() for _ in range(4)]
        process.send_signal(signal.SIGKILL)
    with Ledger.open(where, create=False) as ledger:
        accepted = {claim.claim_id for claim in ledger.claims(Filter(review="accepted"))}
        assert accepted >= set(reported)
        assert {decision.claim_id for decision in ledger.review.decisions()} == accepted


def test_decisions_outlive_another_model(ledger: Ledger) -> None:
    edited = ledger.review.decide(SHELLED.claim_id, "edit", reviewer="ada", edit=retyped("RETREAT"))
    accept(ledger, VISITED)
    added = ledger.review.add(ARTICLE.article_id, MISSED, reviewer="ada")
    before = {claim.claim_id: claim for claim in ledger.claims(Filter(article=ARTICLE.article_id))}
    ledger.add(ledger.start_run("en-2", "0.2"), other_model())
    after = {claim.claim_id: claim for claim in ledger.claims(Filter(article=ARTICLE.article_id))}
    assert edited.claim is not None
    assert added.claim is not None
    decided = {SHELLED.claim_id, VISITED.claim_id, added.claim.claim_id}
    assert {one: after[one] for one in decided} == {one: before[one] for one in decided}
    assert after.keys() - decided == {"n2", "n3"}


AID = Event("AID", None, (), (), (), None, ())


class OtherModel(FakeModel):
    name = "fake-2"


class OtherCoder(FakeCoder):
    """A later version, which takes every event for something else."""

    @staticmethod
    def load(model: str) -> FakeModel:  # noqa: ARG004
        return OtherModel()

    @staticmethod
    def version(model: str) -> str:  # noqa: ARG004
        return OtherModel.name

    def claims(self, article: Article, analysis: Analysis) -> Sequence[Claim]:
        found = super().claims(article, analysis)
        return [replace(claim, event=AID, claim_id=f"2-{claim.claim_id}", model="fake-2") for claim in found]


def test_decisions_outlive_a_reading_by_a_later_version(opened: Opened) -> None:
    text = Text("article", b"The ministry said that rebels attacked Idlib. The council said that troops returned.")
    with opened() as ledger:
        read_into(ledger, text, coder=FakeCoder, processes=1)
        first, second = ledger.claims()
        ledger.review.decide(first.claim_id, "edit", reviewer="ada", edit=Edit(stance="denies"))
        decided = ledger.claim(first.claim_id)
        read_into(ledger, text, coder=OtherCoder, processes=1)
        again = replace(second, event=AID, claim_id=f"2-{second.claim_id}", model="fake-2")
        assert list(ledger.claims()) == [decided, again]
        assert not list(ledger.stale(FakeWorld.version))


def test_taken_back_after_another_model_read_the_article_its_claims_stand(ledger: Ledger) -> None:
    numbers = [accept(ledger, claim) for claim in CLAIMS]
    ledger.add(ledger.start_run("en-2", "0.2"), other_model())
    for number in numbers:
        ledger.review.undo(number)
    found = tuple(ledger.claims(Filter(article=ARTICLE.article_id, review="any")))
    assert sorted(found, key=lambda claim: claim.claim_id) == list(other_model().claims)


def test_an_article_is_left_alone_where_somebody_decided_while_its_names_were_looked_up(ledger: Ledger) -> None:
    reading = replace(ledger.reading(ARTICLE.article_id), world="world-2")
    accept(ledger)
    assert ledger.relink([reading]) == 0
    assert states(ledger)[SHELLED.claim_id] == "accepted"
    assert ledger.relink([replace(ledger.reading(ARTICLE.article_id), world="world-2")]) == 1
    assert states(ledger)[SHELLED.claim_id] == "accepted"


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (Edit(source=Offsets(5, 9999)), "source at 5–9999 is no stretch of the article, which has 189 characters"),
        (Edit(source=Offsets(-1, 5)), "no stretch"),
        (Edit(cue=Offsets(7, 7)), "cue at 7–7 is no stretch"),
        (Edit(predicate=Offsets(19, 20)), "holds no word"),
        (Edit(content=()), "needs its content"),
        (Edit(content=(Offsets(9, 12), Offsets(0, 4))), "out of order"),
        (Edit(content=(Offsets(0, 8), Offsets(4, 12))), "overlap"),
        (Edit(stance="shouts"), "'shouts' is none of says, denies"),
        (Edit(factuality=Presented("true")), "'true' is none of happened"),
        (Edit(factuality=Presented("happened", 4.0)), "the score is 4"),
        (retyped("WAR"), "'WAR' is none of"),
        (Edit(event=EventEdit(mode="visit")), "ASSAULT has no mode 'visit'"),
        (Edit(event=EventEdit(actors=(NamedOffsets(0, 0),))), "actor at 0–0"),
        (Edit(event=EventEdit(places=(PlaceOffsets(0, 8, ""),))), "an id has 1 to 200"),
        (Edit(event=EventEdit(time=TimeOffsets(0, 8, "soon"))), "the time is 'soon'"),
        (Edit(), "edit goes with fields"),
    ],
)
def test_an_edit_that_does_not_fit_is_refused_and_nothing_changes(ledger: Ledger, edit: Edit, message: str) -> None:
    before = list(ledger.claims(EVERY))
    with pytest.raises(LedgerError, match=message):
        ledger.review.decide(SHELLED.claim_id, "edit", reviewer="ada", edit=edit)
    assert list(ledger.claims(EVERY)) == before
    assert ledger.review.decisions(undone=True) == ()


def test_an_event_needs_a_type_a_reviewer_a_name_and_a_claim_an_id(ledger: Ledger) -> None:
    statement = CLAIMS[1]
    with pytest.raises(LedgerError, match="an event needs its type"):
        ledger.review.decide(statement.claim_id, "edit", reviewer="ada", edit=Edit(event=EventEdit(actors=())))
    with pytest.raises(LedgerError, match="needs the name of who"):
        ledger.review.decide(statement.claim_id, "accept", reviewer=" ")
    with pytest.raises(LedgerError, match="no claim 'x'"):
        ledger.review.decide("x", "accept", reviewer="ada")
    with pytest.raises(LedgerError, match="no article 'x'"):
        ledger.review.add("x", MISSED, reviewer="ada")


def test_a_claim_is_found_by_its_id_or_its_words(ledger: Ledger) -> None:
    assert ledger.claim(SHELLED.claim_id) == ledger.claim(SHELLED.claim_id[:10]) == SHELLED
    assert ledger.claim("FORCES had shelled") == SHELLED
    with pytest.raises(LedgerError, match=r"fits several claims(.|\n)*the hill"):
        ledger.claim("the")
    with pytest.raises(LedgerError, match="no claim"):
        ledger.claim("")


def test_the_latest_decisions_come_first(ledger: Ledger) -> None:
    numbers = [accept(ledger, claim, reviewer) for claim in CLAIMS for reviewer in ("ada", "grace")]
    ledger.review.undo(numbers[-1])
    review = ledger.review
    assert [one.number for one in review.decisions()] == numbers[-2::-1]
    assert [one.number for one in review.decisions(limit=2, undone=True)] == numbers[:-3:-1]
    assert {one.reviewer for one in review.decisions(reviewer="ada")} == {"ada"}
    assert {one.claim_id for one in review.decisions(claim_id=VISITED.claim_id)} == {VISITED.claim_id}


def test_every_change_counts_the_articles_revision_up(ledger: Ledger) -> None:
    def revision() -> int | None:
        return ledger.reading(ARTICLE.article_id).revision

    seen = [revision()]
    number = accept(ledger)
    seen.append(revision())
    ledger.review.undo(number)
    seen.append(revision())
    ledger.review.comment(ARTICLE.article_id, "Who says so?", reviewer="ada")
    seen.append(revision())
    assert seen == sorted(set(seen), key=lambda one: one or 0)


def test_comments_on_claims_and_articles(ledger: Ledger) -> None:
    review = ledger.review
    first = review.comment(ARTICLE.article_id, " Who says so? ", reviewer="ada", claim_id=SHELLED.claim_id)
    second = review.comment(ARTICLE.article_id, "Reprinted.", reviewer="grace")
    assert first.text == "Who says so?"
    assert review.comments() == (first, second)
    assert review.comments(claim_id=SHELLED.claim_id) == (first,)
    assert review.comments(limit=1) == (second,)
    assert [claim.claim_id for claim in ledger.claims(Filter(commented=True))] == [SHELLED.claim_id]
    for article_id, claim_id, text in (
        ("x", None, "a"),
        (ARTICLE.article_id, "x", "a"),
        (ARTICLE.article_id, None, " "),
    ):
        with pytest.raises(LedgerError):
            review.comment(article_id, text, reviewer="ada", claim_id=claim_id)
