from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language import calibration
from sayso.language.analysis import Attribution
from sayso.language.calibration import Scale
from sayso.language.decoding import _told
from sayso.language.meaning import Meaning

if TYPE_CHECKING:
    from numpy.typing import NDArray

SCORES = st.floats(0, 1)
KINDS = ("Official", "Witness", "Expert")


def test_a_shift_multiplies_the_odds_and_a_slope_raises_them_to_a_power() -> None:
    assert Scale(shift=float(np.log(3))).of(0.5) == pytest.approx(0.75)
    assert Scale(slope=0.5).of(0.9) == pytest.approx(0.75)


def test_a_task_without_a_scale_keeps_its_score() -> None:
    scales = calibration.read({"cue": {"slope": 0.5, "shift": 0.0, "least": 0.5}})
    assert calibration.told(scales, "content", 0.9) == 0.9
    assert calibration.told(scales, "cue", 0.9) == pytest.approx(0.75)


@given(SCORES, SCORES, st.floats(0.01, 5), st.floats(-5, 5))
def test_a_scale_keeps_the_order_of_scores_and_gives_probabilities(
    one: float, other: float, slope: float, shift: float
) -> None:
    low, high = (Scale(slope, shift).of(score) for score in sorted((one, other)))
    assert 0 < low <= high <= 1


def test_attributions_tell_probabilities_and_an_empty_part_has_none() -> None:
    halved = {part: Scale(slope=0.5) for part in ("source", "cue", "content")}
    found = _told(Attribution(((3, 4),), (), ((4, 6),), 0.9, 0.0, 0.5), halved)
    assert found.cue_confidence == pytest.approx(0.75)
    assert found.source_confidence == 0
    assert found.content_confidence == pytest.approx(0.5)


def meaning(rows: list[list[float]], scale: Scale) -> Meaning:
    """What a model says of the kind of source at each word, with the scale of that table."""
    table: NDArray[np.float32] = np.log(np.array(rows, dtype=np.float32))
    return Meaning(
        {"source_kind": KINDS}, np.zeros(len(rows), np.float32), {"source_kind": table}, scales={"source_kind": scale}
    )


def test_the_best_class_has_the_probability_that_it_is_right() -> None:
    found = meaning([[0.9, 0.06, 0.04]], Scale(slope=0.5))
    label, probability = found.best("source_kind", 0)
    assert (label, round(probability, 4)) == ("Official", 0.75)
    assert found.probability("source_kind", 0, "Official") == pytest.approx(0.75)


def test_the_words_of_a_source_are_of_one_kind() -> None:
    found = meaning([[0.5, 0.4, 0.1], [0.1, 0.8, 0.1]], Scale())
    label, probability = found.best_of("source_kind", 0, 2)
    assert label == "Witness"
    assert 0.5 < probability < 0.8


def test_what_is_sooner_wrong_than_right_is_unknown() -> None:
    unsure = meaning([[0.6, 0.3, 0.1]], Scale(shift=-1))
    assert unsure.answer("source_kind", 0, 1) is None
    assert meaning([[0.6, 0.3, 0.1]], Scale(shift=-1, least=0.3)).answer("source_kind", 0, 1) == "Official"
