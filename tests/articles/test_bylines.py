from __future__ import annotations

import pytest

from sayso.articles import bylines
from sayso.articles.document import Stated


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("By Jane Roe", Stated(authors=("Jane Roe",))),
        ("BYLINE: Jane Roe", Stated(authors=("Jane Roe",))),
        ("By Dr. Jane Roe, staff writer", Stated(authors=("Dr. Jane Roe",))),
        ("By Jane Roe in Northgate and Ali al-Hassan in Eastbridge", Stated(authors=("Jane Roe", "Ali al-Hassan"))),
        ("By Jane Roe and John Doe, Harbor Wire", Stated(authors=("Jane Roe", "John Doe"), outlet="Harbor Wire")),
        ("By Jane Roe (jane@wire.example)", Stated(authors=("Jane Roe",))),
        ("By Reuters Staff", Stated(outlet="Reuters")),
        ("By our correspondent", Stated()),
        ("By our diplomatic and Middle East staff, March 9, 2019", Stated(published="2019-03-09")),
        ("Published 12 February 2019", Stated(published="2019-02-12")),
        ("Reuters | 3 min read", Stated(outlet="Reuters")),
        ("Harbor Wire | 12 February 2019", Stated(outlet="Harbor Wire", published="2019-02-12")),
        ("Harbor Wire, 12 February 2019", Stated(outlet="Harbor Wire", published="2019-02-12")),
        ("Posted on March 3, 2019 by Jane Roe", Stated(authors=("Jane Roe",), published="2019-03-03")),
        ("Updated 13 Feb 2019", Stated()),
        ("2 days ago", Stated()),
        ("Jane Roe | 3 March 2019", Stated(published="2019-03-03")),
        ("Source: https://wire.example/a", Stated(address="https://wire.example/a")),
        ("Headline: Shells fall", Stated(title="Shells fall")),
    ],
)
def test_a_line_that_stands_alone_says(line: str, stated: Stated) -> None:
    found = bylines.parse(line)
    assert found is not None
    assert found.stated == stated


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        (
            "Analysis, Northern Programme, Harbor Policy Forum, 25 September 2019",
            Stated(outlet="Harbor Policy Forum", published="2019-09-25"),
        ),
        ("Brief No. 4, Harbor Institute, March 4, 2019", Stated(outlet="Harbor Institute", published="2019-03-04")),
        ("Research Report, 4 March 2019", Stated(published="2019-03-04")),
        ("Rebels took the town, a monitor said, 3 May 2019", None),
        ("Aleppo, Idlib and Hama, 25 September 2019", None),
        ("Harbor Institute", None),
    ],
)
def test_an_imprint_says_whose_a_paper_is_and_when(line: str, stated: Stated | None) -> None:
    assert bylines.imprint(line) == stated


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the town had fallen",
        "By then, it was over",
        "The army said so on 3 March 2019",
        "Who holds the crossing? | Harbor Wire",
        "Battle of Northgate, March 2019",
        "2019",
        "Russia / Turkey",
    ],
)
def test_a_line_of_text_is_no_byline(line: str) -> None:
    assert bylines.parse(line) is None


@pytest.mark.parametrize(
    ("opening", "outlet", "published"),
    [
        ("NORTHGATE (Reuters) - Shells", "Reuters", None),
        ("NORTHGATE, Oct 15 (Harbor Wire) — Shells", "Harbor Wire", None),
        ("Northgate, March 3, 2019 (Harbor Wire) - Shells", "Harbor Wire", "2019-03-03"),
        ("NORTHGATE/EASTBRIDGE, 15 October 2018 (AFP) – Shells", "AFP", "2018-10-15"),
    ],
)
def test_a_dateline_names_its_agency(opening: str, outlet: str, published: str | None) -> None:
    found = bylines.dateline(opening)
    assert found is not None
    assert found.strong
    assert found.stated == Stated(outlet=outlet, published=published)


@pytest.mark.parametrize(
    "text", ["The mayor (again) - said no.", "Jane Roe (R-Ohio) — the senator", "IS - the group - said"]
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert bylines.dateline(text) is None


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Jane Roe in Northgate and John Doe in Eastbridge", True),
        ("Jane Roe and John Doe in Eastbridge", True),
        ("Jane Roe and John Doe", False),
        ("Peace Talks in Eastbridge", False),
        ("Shells fall in Northgate and Eastbridge", False),
    ],
)
def test_people_with_their_places_sign_without_by(line: str, people: bool) -> None:
    assert bylines.is_reporters(line) is people
