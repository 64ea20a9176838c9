from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.articles import boilerplate
from tests.articles.making import BODY, article, read_as

EXAMPLES = [(pattern.key, example) for pattern in boilerplate.patterns() for example in pattern.examples]


@pytest.mark.parametrize(("key", "example"), EXAMPLES)
def test_every_pattern_matches_its_examples(key: str, example: str) -> None:
    assert key in [pattern.key for pattern in boilerplate.patterns() if pattern.expression.fullmatch(example)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell in Northgate after the strike.",
        "Facebook said it had removed the accounts.",
        "Twitter users posted footage of the convoy.",
        "He likes this plan.",
        "The home secretary said the page had been turned.",
        "Cookies were handed out to children at the camp.",
        "We use force only when we must, the general said.",
        "Sign up for the army or leave, the decree said.",
        "Subscribers to the theory said the deal was dead.",
        "Related attacks killed four people in the east.",
        "Read the letter that the mayor sent.",
        "Copyright law was changed in March, the minister said.",
        "Photo evidence shows the hangar burning.",
        "The photo, taken by Jane Roe, shows a crater.",
        "The advertisement was banned by the court.",
        "The story continues to trouble the ministry.",
        "Reporting by the panel was delayed, and it blamed the army?",
        "Comment from the ministry was not available.",
        "Ends do not justify means, she said.",
        "Follow the money, the investigator told the hearing.",
        "Watch towers were built along the border.",
        "Donors gave 12 million.",
        "Two hundred people liked this idea.",
        "War",
        "Why the deal failed",
        "Home to thousands",
    ],
)
def test_news_is_not_boilerplate(sentence: str) -> None:
    assert boilerplate.kind(sentence) is None


def test_boilerplate_stays_in_the_text_and_is_not_read() -> None:
    text = f"{BODY}\n\n%d bloggers like this:\n\nThe end of it came later."
    one = article(text)
    assert one.text == text
    assert "bloggers" not in "".join(paragraph for _, paragraph in read_as(one))


@given(st.text(max_size=boilerplate.LONGEST) | st.text("x ·|/-.>»:{}<", max_size=boilerplate.LONGEST))
def test_any_line_is_told_apart_without_hanging(line: str) -> None:
    assert boilerplate.kind(line) in {None, *(pattern.key for pattern in boilerplate.patterns())}
