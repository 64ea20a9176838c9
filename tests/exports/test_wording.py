from __future__ import annotations

import pytest

from sayso.exports.wording import in_words
from sayso.ledger import EVERYTHING, Filter


@pytest.mark.parametrize(
    ("which", "words"),
    [
        (EVERYTHING, ()),
        (Filter(event_type=("ASSAULT", "PROTEST")), ("event type: assault or protest",)),
        (Filter(factuality="did_not_happen", since="2018-10"), ("factuality: did not happen", "since: 2018-10")),
        (Filter(named=False, deadline=True), ("named: no", "deadline: yes")),
        (Filter(outlet="", text='"heavy weapons"'), ("outlet: none", 'text: "heavy weapons"')),
        (Filter(bbox=(36.0, 35.0, 37.5, 36.0)), ("bbox: 36.0°, 35.0°, 37.5°, 36.0°",)),
        (
            Filter(source="ministry", without=Filter(outlet=("SANA", "Wire"))),
            ("source: ministry", "not outlet: SANA or Wire"),
        ),
        (Filter(actor="a\x1b[31m\nb"), ("actor: a [31m b",)),
    ],
)
def test_each_condition_is_a_line(which: Filter, words: tuple[str, ...]) -> None:
    assert in_words(which) == words
