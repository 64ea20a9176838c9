from __future__ import annotations

import pytest

from sayso.language import sentences, words


def certain(text: str) -> dict[str, int]:
    """What is certain of the words before which a "|" stands, by the word."""
    marked: list[int] = []
    plain = ""
    for character in text:
        if character == "|":
            marked.append(len(plain))
        else:
            plain += character
    spans = words.split(plain)
    starts, ends = [span[0] for span in spans], [span[1] for span in spans]
    forms = [plain[start:end] for start, end in spans]
    found = sentences.certain(forms, starts, ends, [(0, len(forms))])
    return {forms[starts.index(at)]: found[starts.index(at)] for at in marked}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left. |Then |it rained.", {"Then": sentences.START, "it": sentences.NONE}),
        ("“They left. |We stayed.” |She wept.", {"We": sentences.START, "She": sentences.START}),
        ('He left. |"Stay," she said.', {'"': sentences.START}),
        ("“Why?” |Halabi asked.", {"Halabi": sentences.OPEN}),
        ("In the U.S. |Senate they met Gen. |Ito, |Rami said.", {"Senate": 0, "Ito": 0, "Rami": sentences.NONE}),
        ("The list: |Men went. “No,|” he said.", {"Men": sentences.OPEN, "”": sentences.NONE}),
    ],
)
def test_punctuation_that_leaves_no_doubt(text: str, expected: dict[str, int]) -> None:
    assert certain(text) == expected


def test_a_paragraph_starts_a_sentence() -> None:
    assert sentences.certain(["a", ",", "b"], [0, 1, 3], [1, 2, 4], [(0, 2), (2, 3)]) == [1, 0, 1]
