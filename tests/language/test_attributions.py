from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sayso.language import attributions

if TYPE_CHECKING:
    from numpy.typing import NDArray

LABELS = ("source", "cue", "content")
ROLES = ("source", "content")
POSSIBLE = np.arange(7)
CLASSES = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
ROLE_CLASSES = ["O", "B-source", "I-source", "B-content", "I-content"]


def layer(*labels: str) -> NDArray[np.float32]:
    """Log-probabilities of a layer in which each word has its label at 0.9."""
    rows = np.full((len(labels), len(CLASSES)), 0.1 / (len(CLASSES) - 1), dtype=np.float32)
    rows[range(len(labels)), [CLASSES.index(label) for label in labels]] = 0.9
    return np.log(rows)


def rows(count: int, **cues: list[str]) -> NDArray[np.float32]:
    """Scores [C, W, W] in which the row of cue word `wN` gives every word its role; other rows say nothing."""
    scores = np.zeros((len(ROLE_CLASSES), count, count), dtype=np.float32)
    for name, labels in cues.items():
        for word, label in enumerate(labels):
            scores[ROLE_CLASSES.index(label), int(name[1:]), word] = 5
    return scores


def test_a_source_and_the_fragments_of_a_content_go_to_their_cue() -> None:
    # “We left ,” | she | said | “ at noon”
    flat = layer("B-content", "I-content", "B-source", "B-cue", "B-content", "I-content")
    roles = rows(6, w3=["B-content", "I-content", "B-source", "O", "B-content", "I-content"])
    (found,) = attributions.decode(flat, roles, POSSIBLE, LABELS, ROLES, [0])
    assert (found.cue, found.source, found.content) == (((3, 4),), ((2, 3),), ((0, 2), (4, 6)))
    assert abs(found.content_confidence - 0.9) < 1e-6


def test_of_two_cues_each_gets_its_own() -> None:
    flat = layer("B-source", "B-cue", "B-content", "O", "B-source", "B-cue", "B-content")
    first = ["B-source", "O", "B-content", "O", "O", "O", "O"]
    second = ["O", "O", "O", "O", "B-source", "O", "B-content"]
    found = attributions.decode(flat, rows(7, w1=first, w5=second), POSSIBLE, LABELS, ROLES, [0])
    assert [(a.source, a.content) for a in found] == [(((0, 1),), ((2, 3),)), (((4, 5),), ((6, 7),))]


def test_a_content_that_holds_another_cue_is_whole() -> None:
    # The paper | wrote | that | aides | said | he lied
    flat = layer("B-source", "B-cue", "B-content", "B-source", "B-cue", "B-content", "I-content")
    outer = ["B-source", "O", "B-content", "I-content", "I-content", "I-content", "I-content"]
    inner = ["O", "O", "O", "B-source", "O", "B-content", "I-content"]
    paper, aides = attributions.decode(flat, rows(7, w1=outer, w4=inner), POSSIBLE, LABELS, ROLES, [0])
    assert paper.content == ((2, 7),)
    assert (aides.source, aides.content) == (((3, 4),), ((5, 7),))


def test_a_cue_that_nobody_speaks_has_no_source() -> None:
    flat = layer("O", "B-cue", "B-content")
    (found,) = attributions.decode(flat, rows(3, w1=["O", "O", "B-content"]), POSSIBLE, LABELS, ROLES, [0])
    assert (found.source, found.source_confidence) == ((), 0.0)


def test_no_cue_no_attribution() -> None:
    assert attributions.decode(layer("O", "B-content"), rows(2), POSSIBLE, LABELS, ROLES, [0]) == []
