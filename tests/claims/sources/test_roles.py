"""Who "the senator" and "the man" are: whom the article called so, or nobody."""

from __future__ import annotations

import pytest

from tests.claims.build import build
from tests.claims.sources.test_reference import HASAN, LEFT, same_as, speech


def phrase(words: str, mark: str = "") -> str:
    """A noun phrase that is the subject of the word behind it: its last word is the head, "Hasan" a person's name."""
    *before, head = words.split()
    parts = {"A": "DET DT", "The": "DET DT", "former": "ADJ JJ", "Hasan": "PROPN NNP"}
    rows = [f"{word} - {parts.get(word, 'NOUN NN')} {len(before) + 1} compound {mark}" for word in before]
    person = "@person" if head == "Hasan" else ""
    return "\n".join([*rows, f"{head} - {parts.get(head, 'NOUN NN')} {len(before) + 2} nsubj {mark} {person}\n"])


def arrives(words: str) -> str:
    """Somebody arrives without a word."""
    return phrase(words) + "arrived arrive VERB VBD 0 root\n\n"


def adds(words: str, number: int = 9, said: str = "fell fall") -> str:
    """Somebody says that towns fell."""
    verb = len(words.split()) + 1
    return phrase(words, f"{number}:source") + (
        f"added add VERB VBD 0 root {number}:cue\n"
        f"towns town NOUN NNS {verb + 2} nsubj {number}:content\n"
        f"{said} VERB VBD {verb} ccomp {number}:content\n\n"
    )


@pytest.mark.parametrize(
    ("introduced", "later", "meant"),
    [
        ("President Hasan", "The president", "Hasan"),
        ("Sen. Hasan", "The senator", "Hasan"),
        ("former president Hasan", "The former president", "Hasan"),
        ("former president Hasan", "The president", None),
        ("vice president Hasan", "The president", None),
        ("President Hasan", "The governor", None),
        ("President Hasan", "The former president", None),
    ],
)
def test_a_title_is_whoever_bears_it(introduced: str, later: str, meant: str | None) -> None:
    assert same_as(build(arrives(introduced) + adds(later)), "fell") == meant


@pytest.mark.parametrize(
    ("introduced", "later", "meant"),
    [
        ("A man", "The man", "A man"),
        ("The miners union", "The union", "The miners union"),
        ("The union", "The miners union", None),
        ("The man", "The man", None),
    ],
)
def test_a_noun_is_whoever_was_introduced_by_it(introduced: str, later: str, meant: str | None) -> None:
    assert same_as(build(arrives(introduced) + adds(later)), "fell") == meant


def test_of_two_it_is_neither() -> None:
    assert (
        same_as(build(arrives("A rebel commander") + arrives("A army commander") + adds("The commander")), "fell")
        is None
    )


def test_of_two_that_spoke_it_is_the_last_unless_somebody_has_spoken_since() -> None:
    two = adds("A rebel aide", 1, "stood stand") + adds("A army aide", 2, "held hold")
    assert same_as(build(two + adds("The aide")), "fell") == "A army aide"
    assert same_as(build(two + speech(3, HASAN, LEFT) + adds("The aide")), "fell") is None
