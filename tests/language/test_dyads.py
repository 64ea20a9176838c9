"""What an actor does to a recipient, from what each word says of it."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.language import dyads

CLASSES, SIZE = 2, 3


def said(words: int) -> dict[str, dyads.Floats]:
    """Parts of some words, by name, that say nothing."""
    widths = {"actor": SIZE, "recipient": SIZE, "key": SIZE, "seen": 1}
    widths |= {"vote": CLASSES, "actor's": CLASSES, "recipient's": CLASSES}
    return {name: np.zeros((words, wide), np.float32) for name, wide in widths.items()}


def joined(parts: dict[str, dyads.Floats]) -> dyads.Floats:
    return np.concatenate(list(parts.values()), axis=1)


def test_a_word_has_as_many_numbers_as_the_network_gives_it() -> None:
    assert joined(said(1)).shape[1] == dyads.width(SIZE, CLASSES)
    assert dyads.size(dyads.width(SIZE, CLASSES), CLASSES) == SIZE


def test_words_that_say_nothing_leave_everything_open() -> None:
    assert np.exp(dyads.between(joined(said(4)), CLASSES, None, None)) == pytest.approx([0.5, 0.5])


def test_the_two_decide_which_word_is_listened_to() -> None:
    """Of "Rebels freed Omar and shot Ali", what is between the rebels and Ali is what "shot" says."""
    parts = said(6)
    parts["key"][1, 0] = parts["key"][4, 1] = 30
    parts["recipient"][2, 0] = parts["recipient"][5, 1] = 1
    parts["vote"][1, 0] = parts["vote"][4, 1] = 5
    freed, shot = (dyads.between(joined(parts), CLASSES, (0, 1), side) for side in ((2, 3), (5, 6)))
    assert freed.argmax() == 0
    assert shot.argmax() == 1


def test_a_side_votes_itself_and_only_where_it_is_that_side() -> None:
    parts = said(3)
    parts["actor's"][0, 1] = 2
    assert dyads.between(joined(parts), CLASSES, (0, 1), (2, 3)).argmax() == 1
    as_recipient = dyads.between(joined(parts), CLASSES, (2, 3), (0, 1))
    assert np.exp(as_recipient) == pytest.approx([0.5, 0.5])
