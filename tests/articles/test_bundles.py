from __future__ import annotations

import pytest

from tests.articles.making import BODY, OTHER, articles

HEADS = {
    "byline": ("Shells fall near the crossing\nBy Jane Roe", "Lorries wait at the bridge\nBy John Doe"),
    "date": ("Shells fall near the crossing\n12 February 2019", "Lorries wait at the bridge\n14 February 2019"),
    "outlet and date": (
        "Shells fall near the crossing\nHarbor Wire\n12 February 2019",
        "Lorries wait at the bridge\nThe Border Post\n14 February 2019",
    ),
    "address": (
        "Shells fall near the crossing\nhttps://wire.example/1",
        "Lorries wait at the bridge\nhttps://wire.example/2",
    ),
    "labels": (
        "Title: Shells fall near the crossing\nSource: Harbor Wire\nDate: 2019-02-12",
        "Title: Lorries wait at the bridge\nSource: The Border Post\nDate: 2019-02-14",
    ),
    "date first": (
        "12 February 2019 | Harbor Wire\nShells fall near the crossing",
        "14 February 2019 | The Border Post\nLorries wait at the bridge",
    ),
}


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS.keys())
@pytest.mark.parametrize("between", ["\n\n", "\n\n---\n\n", "\n* * *\n", "\n\f", "\r\n\r\n\r\n"])
def test_a_new_head_after_a_whole_text_begins_a_new_article(heads: tuple[str, str], between: str) -> None:
    text = f"{heads[0]}\n\n{BODY}{between}{heads[1]}\n\n{OTHER}\n"
    first, second = articles(text)
    assert (first.title, second.title) == ("Shells fall near the crossing", "Lorries wait at the bridge")
    assert (first.text, second.text) == (f"{heads[0]}\n\n{BODY}", f"{heads[1]}\n\n{OTHER}")
    assert (first.part, second.part) == (1, 2)


def test_each_part_has_its_own_metadata() -> None:
    first, second = articles(f"{HEADS['outlet and date'][0]}\n\n{BODY}\n\nLorries wait\nBy John Doe\n\n{OTHER}")
    assert (first.outlet, first.published, first.authors) == ("Harbor Wire", "2019-02-12", ())
    assert (second.outlet, second.published, second.authors) == (None, None, ("John Doe",))


def test_a_dateline_with_its_agency_marks_a_part() -> None:
    bodies = f"NORTHGATE, Oct 15 (Harbor Wire) — {BODY}", f"EASTBRIDGE, Oct 16 (Harbor Wire) — {OTHER}"
    parts = articles(f"Shells fall near the crossing\n\n{bodies[0]}\n\nLorries wait at the bridge\n\n{bodies[1]}")
    assert [part.title for part in parts] == ["Shells fall near the crossing", "Lorries wait at the bridge"]


def test_a_part_is_the_article_that_it_would_be_alone() -> None:
    alone = f"Lorries wait at the bridge\nBy John Doe\n\n{OTHER}"
    parts = articles(f"Shells fall near the crossing\nBy Jane Roe\n\n{BODY}\n\n{alone}")
    assert parts[1].article_id == articles(alone)[0].article_id


ONE = {
    "section headings": f"Shells fall\nBy Jane Roe\n\n{BODY}\n\nA quiet night\n\n{OTHER}\n\nWhat comes next\n\n{OTHER}",
    "questions and answers": f"What we know\nBy Jane Roe\n\n{BODY}\n\nWho holds the crossing?\n\n{OTHER}",
    "quotes with who said them": f"Voices\n\n{BODY}\n\n“We stay.”\nJane Roe, 12 May 2019\n\n“We left.”\n\n{OTHER}",
    "a signature at the end": f"Shells fall\n12 May 2019\n\n{BODY}\n\n{OTHER}\n\nJane Roe\nHarbor Wire",
    "about the author": f"Shells fall\n12 May 2019\n\n{BODY}\n\nAbout the author\nBy Jane Roe\n\nShe lives there.",
    "a chronicle": f"The siege day by day\nBy Jane Roe\n\n{BODY}\n\nThe first shells\n12 May 2019\n\n{OTHER}",
    "teasers": f"Shells fall\nBy Jane Roe\n\n{BODY}\n\nLorries wait\n12 May 2019\n\nPermits late\n13 May 2019\n",
    "a break": f"Shells fall near the crossing\nBy Jane Roe\n\n{BODY}\n\n* * *\n\n{OTHER}",
    "a date that closes": f"Shells fall near the crossing\n12 May 2019\n\n{BODY}\n\n{OTHER}\n\n13 May 2019",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE.keys())
def test_an_ordinary_article_stays_whole(text: str) -> None:
    (one,) = articles(text)
    assert one.text == text
    assert one.part is None
