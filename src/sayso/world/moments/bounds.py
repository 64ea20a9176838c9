"""What an article's own date says of an event without one."""

from __future__ import annotations

from sayso.words.records import Article, Bound, Factuality

_UNTIL = frozenset({"happened", "did_not_happen"})
_FROM = frozenset({"will", "planned", "demanded"})


def bound(article: Article, factuality: Factuality) -> Bound | None:
    """ "until" for what is said to have happened or not to have, "from" for what will, is planned or demanded.

    None for what is general, possible or conditional, and where the article has no date.
    """
    if article.published is None:
        return None
    if factuality.label in _UNTIL:
        return Bound(article.published, "until")
    return Bound(article.published, "from") if factuality.label in _FROM else None
