"""What events, sources and mentions mean: the loaders, our own examples, and the measures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.training.test_corpora import CONLLU
from training import checking
from training.corpora import conllu, examples, factappeal, factuality, inline, plover
from training.corpora.examples import MarkError
from training.documents import Pair
from training.evaluation.coreference import Scores

EXAMPLE = (
    "[The ministry|a.source:official:named] [denied|a.cue:denies] [that [its jets|1.actor] "
    "[struck|1=ASSAULT:aerial:happened] [the market|1.recipient] in [Dara|1.place]|a.content].\n"
)


def test_tags_inside_a_text_are_taken_out_and_kept_by_offsets() -> None:
    text, found = inline.read("<Source:Named:Official>Asaad</Source:Named:Official> left <s>a <t>town</t></s>.</x>")
    assert text == "Asaad left a town."
    assert [(text[one.start : one.end], one.tag) for one in found] == [
        ("Asaad", "Source:Named:Official"),
        ("town", "t"),
        ("a town", "s"),
    ]


def test_factappeal_says_something_of_sources_words_only(tmp_path: Path) -> None:
    marked = '"<Source:Unnamed:Witness>The taxi driver</Source:Unnamed:Witness> said so.",x'
    (tmp_path / "x.csv").write_text(f"annotation,y\n{marked}\n", encoding="utf-8")
    (document,) = factappeal.read(tmp_path / "x.csv")
    assert document.tags["source_kind"] == ["Witness"] * 3 + [None] * 3
    assert document.tags["source_named"][:4] == ["unnamed"] * 3 + [None]


def test_factuality_keeps_each_token_as_a_word_of_running_text(tmp_path: Path) -> None:
    row = {"text": "`` They did n't leave , '' he said .", "targets": [{"span1": [4, 5], "label": -2.5}]}
    (tmp_path / "x.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (document,) = factuality.read(tmp_path / "x.jsonl", "factuality:uw")
    assert document.text == "“They didn't leave,” he said."
    assert [document.forms()[i] for i, s in enumerate(document.scores["factuality:uw"]) if s == -2.5] == ["leave"]


def test_a_pair_has_the_types_of_its_root_and_none_for_a_side_that_is_not_marked(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "marked": "<s>The rebels</s> left <t>Tal</t>.", "root": "YIELD"},
        {"id": "2", "marked": "<s>Police</s> arrested three.", "root": "COERCE"},
    ]
    (tmp_path / "x.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = [document.pairs for document in plover.read_pairs(tmp_path / "x.jsonl")]
    assert found == [[Pair(("CONCEDE", "RETREAT"), (0, 2), (3, 4))], [Pair(("COERCE",), (0, 1), None)]]


def test_the_parties_of_a_sentence_are_one_flat_layer(tmp_path: Path) -> None:
    lines = ["Rebels B-S", "and O", "tribes B-S", "hit O", "the B-T", "army I-T", ". O", "", "He B-R", "left O", ""]
    (tmp_path / "x.conll").write_text("\n".join(lines), encoding="utf-8")
    first, second = plover.read_actors(tmp_path / "x.conll")
    assert first.tags["party"] == ["B-actor", "O", "B-actor", "O", "B-recipient", "I-recipient", "O"]
    assert second.tags["party"] == ["O", "O"]


def test_a_mention_goes_back_to_the_one_before_it(tmp_path: Path) -> None:
    again = CONLLU.replace("Entity=(2-place-new(3-place-new", "Entity=(1-person-giv")
    (tmp_path / "x.conllu").write_text(again.replace("(4-place-new)3)2)", "(4-place-new)1)"), encoding="utf-8")
    (document,) = conllu.read(tmp_path / "x.conllu")
    assert document.antecedents is not None
    assert [(word, one) for word, one in enumerate(document.antecedents) if one >= 0] == [(0, 0), (6, 0), (8, 8)]


def test_an_example_becomes_words_with_targets() -> None:
    document = examples.document(examples.parse(EXAMPLE.strip(), "x:1"))
    forms = document.forms()
    struck = forms.index("struck")
    assert document.text.startswith("The ministry denied that its jets struck")
    assert (document.tags["event_type"][struck], document.tags["manner"][struck]) == ("ASSAULT", "happened")
    assert document.tags["event_type"][0] == "none"
    assert document.scores["factuality:uw"][struck] == 3.0
    assert document.events is not None
    assert [(part, forms[first:end]) for part, (first, end) in document.events[0].arguments] == [
        ("actor", ["its", "jets"]),
        ("recipient", ["the", "market"]),
        ("place", ["Dara"]),
    ]
    assert document.attributions is not None
    assert document.attributions[0].cue == [2]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[He left", "a bracket is open"),
        ("He left]", "closes without marks"),
        ("[He |1.actor] left", "ends with a blank"),
        ("[He|1.doer] left", "no mark"),
        ("[He|1.actor] left", "no trigger"),
        ("He [left|1=LEAVE:happened]", "no event type 'LEAVE'"),
        ("He [left|1=RETREAT:surely]", "no manner 'surely'"),
        ("He [left|1=RETREAT:far:happened]", "no mode 'far'"),
        ("He [left|1=RETREAT:happened] and [went|1=RETREAT:happened]", "two triggers"),
        ("[He|1.actor] [left|1=none:happened]", "is no event"),
        ("[He|a.source] left", "has no cue"),
        ("[He|a.source:king] [said|a.cue] so", "'king'"),
        ("He [pulled out|1=RETREAT:happened]", "more than one word"),
        ("He [lef|1=RETREAT:happened]t", "inside a word"),
    ],
)
def test_a_mark_that_does_not_hold_is_named(text: str, reason: str) -> None:
    with pytest.raises(MarkError, match=reason) as error:
        examples.document(examples.parse(text, "x.txt:3"))
    assert "x.txt:3" in str(error.value)


def test_check_names_each_mistake_and_counts_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(f"# a comment\n{EXAMPLE}\nHe [left|1=RETREAT:surely].\n", encoding="utf-8")
    assert checking.check([tmp_path]) == 1
    printed = capsys.readouterr().out
    assert "a.txt:4: there is no manner 'surely'" in printed
    assert '"ASSAULT": 1' in printed


def test_our_own_examples_hold() -> None:
    assert checking.check([Path(__file__).parents[2] / "training" / "examples"]) == 0


def test_coreference_is_scored_as_in_the_paper_of_the_measures() -> None:
    """The example of Pradhan et al. 2014, figure 1."""
    pytest.importorskip("scipy", reason="coreference is scored with scipy: training/requirements.txt")
    a, b, c, d, e, f, g, h, i = ((0, n, n + 1) for n in range(9))
    scores = Scores()
    scores.add(
        [frozenset({a, b, c}), frozenset({d, e, f, g})], [frozenset({a, b}), frozenset({c, d}), frozenset({f, g, h, i})]
    )
    figures = scores.figures()
    assert figures["MUC"] == {"precision": 40.0, "recall": 40.0, "f1": 40.0}
    b3 = figures["B3"]
    assert isinstance(b3, dict)
    assert b3["precision"] == 50.0
    assert b3["recall"] == 41.67
    ceaf = figures["CEAF-e"]
    assert isinstance(ceaf, dict)
    assert ceaf["precision"] == 43.33
    assert ceaf["recall"] == 65.0
