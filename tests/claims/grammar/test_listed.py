"""Words of the vocabulary, found by dictionary form or by form."""

from __future__ import annotations

import pytest

from sayso.claims.grammar.listed import is_listed
from tests.claims.oneline import parse


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("believed=believe", True),
        ("believed=believed", True),
        ("fearing=fearin", True),
        ("thought=think", True),
        ("bombed=bomb", False),
    ],
)
def test_a_wrong_dictionary_form_hides_no_word(cell: str, expected: bool) -> None:
    index = parse(f"He=he/PRP/2/nsubj {cell}/VBD/0/root")
    assert is_listed(index, 1, "reporting", "verb") is expected
