from __future__ import annotations

import json

import pytest

from sayso.world.places.features import COLUMNS, NONE
from sayso.world.places.ranker import Ranker


def test_the_shipped_weights_fit_the_code_and_come_back_as_written() -> None:
    shipped = Ranker.shipped()
    assert Ranker.read(shipped.write()).write() == shipped.write()


def test_weights_for_other_features_are_refused() -> None:
    other = json.dumps({"columns": [*COLUMNS, "luck"], "none": list(NONE), "passes": []})
    with pytest.raises(ValueError, match="train anew"):
        Ranker.read(other)
