from __future__ import annotations

from pathlib import Path

from training.corpora import cofenet, conllu, iob, polnear, spans
from training.documents import Document

CONLLU = """\
# newdoc id = one
# newpar
# text = Rebels didn't leave.
1\tRebels\trebel\tNOUN\tNNS\t_\t4\tnsubj\t_\tEntity=(1-person-new)
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = The city of Homs waits.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(2-place-new(3-place-new
2\tcity\tcity\tNOUN\tNN\t_\t5\tnsubj\t_\t_
3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_
4\tHoms\tHoms\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=(4-place-new)3)2)
5\twaits\twait\tVERB\tVBZ\t_\t0\troot\t_\t_
6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

"""


def spanned(document: Document, task: str) -> list[tuple[str, str]]:
    """The labelled spans of a document as words and label."""
    found: list[tuple[str, str]] = []
    for form, label in zip(document.forms(), document.tags[task], strict=True):
        if label is None or label == "O":
            continue
        if label.startswith("I-"):
            found[-1] = (f"{found[-1][0]} {form}", found[-1][1])
        else:
            found.append((form, label[2:]))
    return found


def test_conllu_gives_words_with_offsets_tags_and_one_tree_over_all_sentences(tmp_path: Path) -> None:
    (tmp_path / "x.conllu").write_text(CONLLU, encoding="utf-8")
    (document,) = conllu.read(tmp_path / "x.conllu")
    assert document.text == "Rebels didn't leave. The city of Homs waits."
    assert document.forms()[:5] == ["Rebels", "did", "n't", "leave", "."]
    assert document.sentences == [(0, 5), (5, 11)]
    assert document.paragraphs == [(0, 11)]
    assert document.tree is not None
    assert document.tree.heads[6] == 9
    assert document.tags["lemma"][:3] == ["-1+", "-2+o", "-2+ot"]


def test_gum_mentions_are_names_only_where_a_proper_noun_heads_them(tmp_path: Path) -> None:
    (tmp_path / "x.conllu").write_text(CONLLU, encoding="utf-8")
    (document,) = conllu.read(tmp_path / "x.conllu")
    assert spanned(document, "entity") == [("Homs", "place")]


def test_a_title_is_no_part_of_a_person_s_name_in_gum(tmp_path: Path) -> None:
    rows = [
        "1\tMr.\tMr.\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person",
        "2\tHaddad\tHaddad\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)",
        "3\twaits\twait\tVERB\tVBZ\t_\t0\troot\t_\t_",
    ]
    (tmp_path / "x.conllu").write_text(
        "# newdoc id = a\n# text = Mr. Haddad waits\n" + "\n".join(rows) + "\n\n", encoding="utf-8"
    )
    (document,) = conllu.read(tmp_path / "x.conllu")
    assert spanned(document, "entity") == [("Haddad", "person")]


def test_polnear_links_with_fragments_and_a_content_within_a_content(tmp_path: Path) -> None:
    text = "“We left,” the mayor said, “at noon.”\nThe paper wrote that aides said he lied.\n"
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(text, encoding="utf-8")
    rows = [
        "T1\tContent 0 10;27 37\t…",
        "T2\tSource 11 20\tthe mayor",
        "T3\tCue 21 25\tsaid",
        "E1\tAttribution:T9 Content:T1 Source:T2 Cue:T3",
        "T4\tCue 48 53\twrote",
        "T5\tContent 54 77\tthat aides said he lied",
        "T6\tSource 38 47\tThe paper",
        "E2\tAttribution:T9 Content:T5 Source:T6 Cue:T4",
        "T7\tCue 65 69\tsaid",
        "T8\tContent 70 77\the lied",
        "T9\tSource 59 64\taides",
        "E3\tAttribution:T9 Content:T8 Source:T9 Cue:T7",
    ]
    (tmp_path / "attributions" / "a_0000.ann").write_text("\n".join(rows), encoding="utf-8")
    (document,) = polnear.read(tmp_path)
    assert document.attributions is not None
    assert [len(a.content) for a in document.attributions] == [2, 1, 1]
    assert spanned(document, "attribution") == [
        ("“ We left , ”", "content"),
        ("the mayor", "source"),
        ("said", "cue"),
        ("“ at noon . ”", "content"),
        ("The paper", "source"),
        ("wrote", "cue"),
        ("that", "content"),
        ("aides", "source"),
        ("said", "cue"),
        ("he lied", "content"),
    ]


def test_cofenet_rows_of_one_article_are_its_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(
        '{"id": "a", "tokens": ["``", "No", "\'\'"], "labels": ["B-content", "I-content", "I-content"]}\n'
        '{"id": "a", "tokens": ["He", "left"], "labels": ["O", "O"]}\n'
        '{"id": "b", "tokens": ["-LRB-"], "labels": ["O"]}\n',
        encoding="utf-8",
    )
    first, second = cofenet.read(tmp_path / "x.jsonl")
    assert (first.text, first.rows) == ("“ No ” He left", [(0, 3), (3, 5)])
    assert second.text == "("


def test_iob_labels_are_ours(tmp_path: Path) -> None:
    (tmp_path / "x.iob2").write_text(
        "# newdoc id = a\n# text = Homs waits\n1\tHoms\tB-LOC\t-\t-\n2\twaits\tO\t-\t-\n\n", encoding="utf-8"
    )
    (document,) = iob.read(tmp_path / "x.iob2", frozenset({"place"}))
    assert spanned(document, "entity") == [("Homs", "place")]


def test_timeml_is_read_though_it_is_no_well_formed_xml(tmp_path: Path) -> None:
    (tmp_path / "x.tml").write_text(
        '<TEXT>\nOn <TIMEX3 tid="t1" type="DATE" value="2018-10-15">15 October</TIMEX3> A & B met &amp; left.\n</TEXT>',
        encoding="utf-8",
    )
    (document,) = spans.read_timeml([tmp_path / "x.tml"])
    assert document.text.strip() == "On 15 October A & B met & left."
    assert spanned(document, "entity") == [("15 October", "time")]


def test_of_spans_that_overlap_the_longest_stands() -> None:
    document = spans.labelled("a", "Bank of Syria", [(8, 13, "place"), (0, 13, "organisation")], frozenset({"place"}))
    assert spanned(document, "entity") == [("Bank of Syria", "organisation")]
