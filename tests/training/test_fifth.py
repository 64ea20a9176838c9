"""A fifth of a corpus in its own format. Of the names below, the hash takes "c" and "i"."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training import fifth

NAMES = "abcdefghijkl"


def written(corpus: Path, text: str) -> str:
    corpus.write_text(text, encoding="utf-8", newline="")
    (corpus.parent / "fifth").mkdir()
    return fifth.write(corpus, corpus.parent / "fifth").read_bytes().decode()


def test_about_a_fifth_of_all_names() -> None:
    assert 380 < sum(fifth.holds(f"article {number}") for number in range(2000)) < 420


@pytest.mark.parametrize("name", ["dev.conllu", "dev.iob2"])
def test_of_columns_whole_documents(tmp_path: Path, name: str) -> None:
    text = "".join(f"# newdoc id = {one}\n1\tRain\n\n1\tSun\n\n" for one in NAMES)
    kept = "".join(f"# newdoc id = {one}\n1\tRain\n\n1\tSun\n\n" for one in NAMES if fifth.holds(one))
    assert written(tmp_path / name, text) == kept != ""


@pytest.mark.parametrize("field", ["id", "document"])
def test_of_json_lines_those_of_a_document_together(tmp_path: Path, field: str) -> None:
    rows = [json.dumps({field: one, "text": word}) for one in NAMES for word in ("rain", "sun\u2028wind")]
    kept = [json.loads(line)[field] for line in written(tmp_path / "dev.jsonl", "\n".join(rows)).splitlines()]
    assert kept == [one for one in NAMES if fifth.holds(one) for _ in range(2)] != []


def test_of_a_table_its_header_and_rows_that_may_hold_line_breaks(tmp_path: Path) -> None:
    rows = [f'"{one}\nthen rain"' for one in NAMES]
    header, *kept = written(tmp_path / "dev.csv", "\r\n".join(["text", *rows, ""])).split("\r\n")
    assert header == "text"
    assert kept == [*(f'"{one}\nthen rain"' for one in NAMES if fifth.holds(f"{one}\nthen rain")), ""]


def test_of_brat_files_the_annotations_with_all_texts(tmp_path: Path) -> None:
    for folder, suffix in (("text", "txt"), ("attributions", "ann")):
        (tmp_path / "dev" / folder).mkdir(parents=True)
        for one in NAMES:
            (tmp_path / "dev" / folder / f"{one}.{suffix}").touch()
    target = fifth.write(tmp_path / "dev", tmp_path / "fifth")
    assert {file.stem for file in target.glob("attributions/*")} == {one for one in NAMES if fifth.holds(one)}
    assert len(list(target.glob("text/*"))) == len(NAMES)


def test_another_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no fifth of .*dev\.pdf"):
        written(tmp_path / "dev.pdf", "")
