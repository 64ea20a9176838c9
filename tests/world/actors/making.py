"""Articles of our own wording with what the model and the claims would say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.words.records import Article, Candidate, Correction, Entity, Paragraph, Resolution, Span
from sayso.world.actors import ActorList, Mentioned, link


@cache
def shipped() -> ActorList:
    """The shipped list, opened once."""
    return ActorList.open()


def article(text: str, published: str | None = None, article_id: str = "a1") -> Article:
    return Article(
        article_id=article_id,
        title=None,
        outlet=None,
        authors=(),
        published=published,
        language="en",
        address=None,
        path=None,
        part=None,
        text=text,
        paragraphs=(Paragraph(0, len(text)),),
    )


def entities(text: str, labels: Mapping[str, str]) -> list[Entity]:
    """Every occurrence of each name in the text, with its label."""
    found = []
    for name, label in labels.items():
        at = text.find(name)
        while at >= 0:
            found.append(Entity(at, at + len(name), name, label, 0.9))
            at = text.find(name, at + len(name))
    return sorted(found, key=lambda entity: entity.start)


def mention(text: str, words: str, same_as: str | None = None, *, after: int = 0) -> Mentioned:
    """The first occurrence of words from an offset on, standing for the first occurrence of others."""
    at, first = text.index(words, after), text.find(same_as) if same_as else -1
    referent = Span(first, first + len(same_as), same_as) if same_as else None
    return Mentioned(at, at + len(words), words, referent)


def linked(
    text: str,
    *asked: str | Mentioned,
    published: str | None = None,
    labels: Mapping[str, str] | None = None,
    places: Mapping[str, str] | None = None,
    corrections: Sequence[Correction] = (),
    article_id: str = "a1",
) -> list[Resolution]:
    """What phrases of a text mean; `labels` are the model's names by label, `places` names by country."""
    found = [mention(text, one) if isinstance(one, str) else one for one in asked]
    named = [
        Resolution(e.start, e.end, e.text, "place", Candidate("p", e.text, "PPL", e.label, 0.9), 0.9)
        for e in entities(text, places or {})
    ]
    labels = {**dict.fromkeys(places or {}, "place"), **(labels or {})}
    return link(article(text, published, article_id), found, entities(text, labels), shipped(), named, corrections)


def ids(resolutions: Sequence[Resolution]) -> list[str | None]:
    """The ids that were chosen."""
    return [resolution.chosen.id if resolution.chosen else None for resolution in resolutions]


def one(text: str, words: str, published: str | None = None, **labels: str) -> str | None:
    """The id of one phrase of a text."""
    return ids(linked(text, words, published=published, labels=labels))[0]


def countries(resolutions: Sequence[Resolution]) -> list[str | None]:
    """The countries of what was chosen."""
    return [resolution.chosen.country if resolution.chosen else None for resolution in resolutions]
