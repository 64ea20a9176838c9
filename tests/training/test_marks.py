"""Marks of our own in texts of corpora, by offsets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.training.test_corpora import spanned
from training.corpora import marked
from training.corpora.examples import MarkError
from training.documents import UNKNOWN, Document, Pair, Tree, divide

TEXT = "Rebels of Tal Abu Dali freed two soldiers, the army said.\nThe raid never happened."


def document() -> Document:
    made = Document("one", TEXT, *divide(TEXT))
    made.pairs = [Pair(("RETREAT",), (0, 1), (6, 8))]
    return made


def rows(path: Path, *written: Mapping[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in written), encoding="utf-8")
    return path


def place(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def test_events_are_marked_beside_what_the_corpus_says(tmp_path: Path) -> None:
    marks = [
        [*place("freed"), "1=RETREAT:happened"],
        [*place("Rebels of Tal Abu Dali"), "1.actor"],
        [*place("raid"), "2=?:did_not_happen"],
    ]
    path = rows(tmp_path / "events.jsonl", {"corpus": "c", "document": "one", "marks": marks})
    (found,) = marked.with_events([document()], "c", path)
    said = dict(zip(found.forms(), found.tags["event_type"], strict=True))
    assert (said["freed"], said["said"]) == ("RETREAT", "none")
    assert said["raid"] is None, "of a type that is left open nothing is learned"
    assert found.events is not None
    assert [event.arguments for event in found.events] == [[("actor", (0, 5))], []]
    assert found.pairs == document().pairs
    assert marked.with_events([document()], "another corpus", path) == []


def test_what_the_corpus_marks_itself_is_named_by_its_number_and_its_root(tmp_path: Path) -> None:
    marks = [[*place("freed"), "1=root:happened"], [0, "1.actor"], [1, "1.recipient"]]
    path = rows(tmp_path / "events.jsonl", {"corpus": "c", "document": "one", "marks": marks})
    (found,) = marked.with_events([document()], "c", path)
    assert found.tags["event_type"][found.forms().index("freed")] == "RETREAT"
    assert found.events is not None
    assert [event.arguments for event in found.events] == [[("actor", (0, 1)), ("recipient", (6, 8))]]

    unpaired = document()
    unpaired.pairs = None
    party: list[str | None] = [*["O"] * 6, "B-recipient", "I-recipient", *["O"] * 11]
    unpaired.tags["party"] = party
    marks = [[*place("freed"), "1=AID:will"], [0, "1.actor"]]
    path = rows(tmp_path / "x.jsonl", {"corpus": "c", "document": "one", "marks": marks})
    (found,) = marked.with_events([unpaired], "c", path)
    assert found.events is not None
    assert [event.arguments for event in found.events] == [[("actor", (6, 8))]]


def test_of_a_story_only_the_beginning_is_marked(tmp_path: Path) -> None:
    (tmp_path / "stories.csv").write_text('text,label\n"Police freed him. Crowds wept.",X\n', encoding="utf-8")
    row = {"corpus": "c", "document": "stories 0", "end": 17, "marks": [[7, 12, "1=RETREAT:happened"]]}
    (found,) = marked.stories(tmp_path / "stories.csv", "c", rows(tmp_path / "events.jsonl", row))
    assert found.text == "Police freed him."


def test_of_news_too_and_only_of_the_corpora_that_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "time/tbaq").mkdir(parents=True)
    (tmp_path / "time/tbaq/one.tml").write_text(f"<TEXT>{TEXT}</TEXT>", encoding="utf-8")
    row = {"document": "one", "end": place("The raid")[0], "marks": [[*place("freed"), "1=RETREAT:happened"]]}
    path = rows(tmp_path / "events.jsonl", {"corpus": "stories"} | row, {"corpus": "time/tbaq"} | row)
    (found,) = marked.news_events(tmp_path, path)
    assert "raid" not in found.forms()
    assert found.tags["event_type"][found.forms().index("freed")] == "RETREAT"


def test_of_a_sentence_without_marked_parties_nothing_is_said(tmp_path: Path) -> None:
    row = {"corpus": "c", "document": "one", "parties": [[*place("Rebels of Tal Abu Dali"), "actor"]]}
    path = rows(tmp_path / "parties.jsonl", row)
    first, second = marked.with_parties([document(), replace(document(), name="two")], "c", path)
    assert spanned(first, "party") == [("Rebels of Tal Abu Dali", "actor")]
    assert set(second.tags["party"]) == {None}


def test_a_word_that_is_not_marked_is_no_name(tmp_path: Path) -> None:
    row = {"corpus": "c", "document": "one", "names": [[*place("Tal Abu Dali"), "place"]]}
    (found,) = marked.with_names([document()], "c", rows(tmp_path / "names.jsonl", row))
    assert spanned(found, "entity") == [("Tal Abu Dali", "place")]
    assert found.annotated["entity"] == {"person", "organisation", "place"}


def test_a_name_of_no_words_is_an_error(tmp_path: Path) -> None:
    path = rows(tmp_path / "names.jsonl", {"corpus": "c", "document": "one", "names": [[6, 7, "place"]]})
    with pytest.raises(MarkError, match="is no place"):
        marked.with_names([document()], "c", path)


def test_of_an_article_only_paragraphs_with_marks_are_read(tmp_path: Path) -> None:
    texts = tmp_path / "polnear/train/text"
    texts.mkdir(parents=True)
    (texts / "one.txt").write_text(TEXT, encoding="utf-8")
    row = {"corpus": "polnear/train", "document": "one", "sources": [[*place("the army"), "unnamed", "Official"]]}
    (found,) = marked.kinds(tmp_path, rows(tmp_path / "kinds.jsonl", row))
    assert found.forms()[-1] == "."
    assert "raid" not in found.forms()
    kinds = zip(found.forms(), found.tags["source_kind"], strict=True)
    assert [form for form, kind in kinds if kind == "Official"] == ["the", "army"]

    row = {"corpus": "polnear/train", "document": "one", "within": [place("The raid never happened.")], "names": []}
    (named,) = marked.news_names(tmp_path, "polnear/train", rows(tmp_path / "names.jsonl", row))
    assert named.forms() == ["The", "raid", "never", "happened", "."]
    assert set(named.tags["entity"]) == {"O"}


def test_attributions_are_marked_in_the_text_of_their_corpus(tmp_path: Path) -> None:
    (tmp_path / "time/tbaq").mkdir(parents=True)
    (tmp_path / "time/tbaq/one.tml").write_text(f"<TEXT>{TEXT}</TEXT>", encoding="utf-8")
    parts = [[place("the army")], [place("said")], [place("Rebels of Tal Abu Dali freed two soldiers")]]
    row = {"corpus": "time/tbaq", "document": "one", "attributions": [parts]}
    (found,) = marked.attributed(tmp_path, rows(tmp_path / "attributions.jsonl", row))
    (attribution,) = found.attributions or []
    forms = found.forms()
    assert [forms[word] for word in attribution.cue] == ["said"]
    assert [forms[first:end] for first, end in attribution.source] == [["the", "army"]]
    assert attribution.content == [(0, 8)]
    assert set(found.tags["attribution"][11:]) == {"B-cue", "O"}


def parsed_raid(corpora: Path) -> dict[str, object]:
    """Write TEXT into a corpus; the marks of its second sentence's tree."""
    (corpora / "time/tbaq").mkdir(parents=True)
    (corpora / "time/tbaq/one.tml").write_text(f"<TEXT>{TEXT}</TEXT>", encoding="utf-8")
    start, end = place("The raid never happened.")
    told = {"heads": "2 4 4 0 4", "relations": "det nsubj advmod root punct"}
    tags = {"upos": "DET NOUN ADV VERB PUNCT", "xpos": "DT NN RB VBD ."}
    return {"corpus": "time/tbaq", "document": "one", "start": start, "end": end} | told | tags


def test_of_marked_trees_only_their_sentences_are_told(tmp_path: Path) -> None:
    row = parsed_raid(tmp_path)
    path = rows(tmp_path / "trees.jsonl", row)
    (found,) = marked.trees(tmp_path, path)
    assert found.tree is not None
    assert found.sentences is not None
    known = {found.forms()[word]: word for word, head in enumerate(found.tree.heads) if head != UNKNOWN}
    assert list(known) == ["The", "raid", "never", "happened", "."]
    assert found.tree.heads[known["raid"]] == known["happened"]
    assert found.tree.heads[known["happened"]] == -1
    assert found.tags["xpos"][known["happened"]] == "VBD"
    assert found.tags["sentence"][known["The"]] == "start"
    assert (known["The"], known["."] + 1) in found.sentences
    assert sum(end - first for first, end in found.sentences) == len(found.words)

    with pytest.raises(MarkError, match="5 words"):
        marked.trees(tmp_path, rows(path, row | {"heads": "2 0"}))


def test_a_marked_tree_stands_in_place_of_one_that_was_read(tmp_path: Path) -> None:
    path = rows(tmp_path / "trees.jsonl", parsed_raid(tmp_path))
    text = Document("other", TEXT, *divide(TEXT))
    count = len(text.words)
    labels = dict.fromkeys(("sentence", "upos", "xpos", "lemma"), "X")
    text.tags = {task: [label] * count for task, label in labels.items()}
    text.tree, text.sentences = Tree([0] * count, ["dep"] * count), [(0, 3), (3, count)]
    (found,) = marked.with_trees([text], tmp_path, path)
    assert found.tree is not None
    assert found.tree.relations == ["dep"] * (count - 5) + ["det", "nsubj", "advmod", "root", "punct"]
    assert found.tree.heads[-5:] == [count - 4, count - 2, count - 2, -1, count - 2]
    assert found.sentences == [(0, 3), (3, count - 5), (count - 5, count)]
    assert found.tags["lemma"] == ["X"] * (count - 5) + [None] * 5
