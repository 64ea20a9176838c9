from __future__ import annotations

from sayso.world.moments import asides, phrases
from tests.world.moments.build import moment


def glances(text: str) -> list[str]:
    """The dates of a text at which its story only glances."""
    found = phrases.of(text)
    starts = asides.of(found)
    return [text[phrase.start : phrase.end] for phrase in found if phrase.start in starts]


def test_a_date_that_lies_back_or_ahead_of_those_around_it_is_an_aside() -> None:
    assert glances("War came in June 2011, three years after the riots of March 2008. In August 2011 it spread.") == [
        "March 2008"
    ]
    assert glances("The town fell in 2012. It was rebuilt in 2019. By May 2012 the front had moved.") == ["2019"]
    assert glances("The city fell in 264 BC, founded in 814 BC; its last king died in 262 BC.") == ["814 BC"]


def test_a_story_that_goes_on_or_turns_back_for_good_makes_no_aside() -> None:
    assert glances("War came in 2011, peace in 2013, famine in 2014.") == []
    assert glances("In June 2014 the port fell. Its history began in 1890, and by 1902 it had a railway.") == []


def test_a_story_goes_on_from_the_date_before_an_aside_in_its_next_paragraph() -> None:
    told = "The siege began in June 2011, as the riots of March 2008 had."
    assert moment(f"{told}\nOn «10 August» it ended. By December 2011 the town was empty.", None).value == "2011-08-10"
    assert moment(f"{told} «That month» forty died. By December 2011 the town was empty.", None).value == "2008-03"
