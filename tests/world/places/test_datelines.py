from __future__ import annotations

import pytest

from sayso.world.places import in_dateline
from tests.world.places.marking import marked


@pytest.mark.parametrize("text", ["[BEIRUT] — Shells fell.", "[Beirut] (Harbor Wire) - Shells fell."])
def test_where_an_article_was_filed_is_a_dateline(text: str) -> None:
    article, [mention] = marked(text)
    assert in_dateline(article, mention.start)


@pytest.mark.parametrize("text", ["[Beirut] - a port - was hit.", "Shells fell in [BEIRUT] — again."])
def test_a_place_in_the_text_is_none(text: str) -> None:
    article, [mention] = marked(text)
    assert not in_dateline(article, mention.start)
