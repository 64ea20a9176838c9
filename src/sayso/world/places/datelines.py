"""The dateline that opens a text: "BEIRUT, Oct 15 (Harbor Wire) —". Where an article was filed is no event's place."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.words.records import Article

_CITY = r"[^\W\d_a-z][\w.’'-]*(?:[ /][^\W\d_a-z][\w.’'-]*){0,3}"
_DATELINE = re.compile(
    rf"\s*{_CITY}(?:,[ ]{_CITY}){{0,2}}(?:,?[ ]\(?[A-Z][a-z]{{2,8}}\.?[ ]\d{{1,2}}(?:,?[ ]\d{{4}})?\)?)?"
    r"(?:[ ]?[(\[][^()\[\]]{1,40}[)\]])?[ ]?(?:--?|[–—])[ ]?(?=\S)"
)
_SHORTEST = 4


@lru_cache(maxsize=64)
def _datelines(article: Article) -> tuple[tuple[int, int], ...]:
    found = []
    for paragraph in article.paragraphs[:200]:
        match = _DATELINE.match(article.text, paragraph.start, min(paragraph.end, paragraph.start + 120))
        if match and _is_one(match[0]):
            found.append(match.span())
    return tuple(found)


def _is_one(opening: str) -> bool:
    first = opening.split(",")[0].split("(")[0].strip(" -–—\n")
    return "(" in opening or (first.isupper() and len(first) > _SHORTEST)


def in_dateline(article: Article, start: int) -> bool:
    """Whether the character at `start` stands in a dateline that opens one of the article's paragraphs."""
    return any(first <= start < end for first, end in _datelines(article))
