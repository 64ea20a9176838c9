from __future__ import annotations

from itertools import islice

from training.places.stories import STORIES, WARS, stories


def test_a_story_marks_its_places_where_they_stand() -> None:
    told = list(islice(stories(), 2 * STORIES))
    for story in told:
        text = story.article.text
        assert all(text[name.start : name.end][0].isupper() for name in story.toponyms)
        assert text.count("{}") == 0
        assert any(name.feature == "PCLI" for name in story.toponyms)
    invented = [name for story in told for name in story.toponyms if name.geonames_id is None]
    assert invented
    assert all(name.lat is None for name in invented)
    assert len(set(WARS)) == len(WARS)
