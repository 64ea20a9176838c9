"""The actors of an article: each mention → what it means.

1. Corrections that hold for this article.  2. Mentions that stand for an earlier one take its meaning.  3. The rest in
their order, each by its words and the article around it (`choosing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.words.records import MERGED, Article, Candidate, Claim, Correction, Entity, Event, Resolution, Span
from sayso.world.actors import findings
from sayso.world.actors.actor_list import ActorList
from sayso.world.actors.choosing import Chooser
from sayso.world.actors.context import Context
from sayso.world.actors.findings import Finding
from sayso.world.actors.folding import fold
from sayso.world.actors.phrase import LONGEST
from sayso.world.actors.pronouns import OBJECTS, Recent, all_pronouns, is_nobody, is_relative

_UNTOLD, _NOBODY = 0.5, 0.95
_DEEPEST = 8
"""Mentions followed back from one to the next that it stands for."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Words of an article that stand for an actor; `same_as` is the earlier mention that they stand for, if known.

    `besides` are whom an object cannot mean: those who act on it ("Hasan received him"); `told_by` those in whose words
    it stands, whom it cannot mean in their quotation.
    """

    start: int
    end: int
    text: str
    same_as: Span | None = None
    besides: tuple[Span, ...] = ()
    told_by: tuple[Span, ...] = ()


def mentions(claims: Iterable[Claim]) -> list[Mentioned]:
    """What stands for an actor in an article's claims: sources, actors and recipients, each once, in order."""
    found: dict[tuple[int, int], Mentioned] = {}
    for claim in claims:
        told_by: list[Span] = []
        for voice in claim.voices:
            if voice.start is not None and voice.end is not None and voice.text is not None:
                told_by.append(Span(voice.start, voice.end, voice.text))
                known = found.get((voice.start, voice.end))
                if known is None or known.same_as is None:
                    found[voice.start, voice.end] = Mentioned(voice.start, voice.end, voice.text, voice.same_as)
        for one in () if claim.event is None else _of_event(claim.event, tuple(told_by)):
            found.setdefault((one.start, one.end), one)
    return [found[span] for span in sorted(found)]


def _of_event(event: Event, told_by: tuple[Span, ...]) -> Iterator[Mentioned]:
    """Who acts in an event and on whom."""
    acting = tuple(Span(actor.start, actor.end, actor.text) for actor in event.actors)
    yield from (Mentioned(one.start, one.end, one.text, told_by=told_by) for one in acting)
    for one in event.recipients:
        yield Mentioned(one.start, one.end, one.text, besides=acting, told_by=told_by)


def link(
    article: Article,
    mentions: Sequence[Mentioned],
    entities: Sequence[Entity],
    actors: ActorList,
    places: Sequence[Resolution] = (),
    corrections: Sequence[Correction] = (),
) -> list[Resolution]:
    """What each mention means, in the order of the mentions.

    `places` are the resolutions of the article's places: they tell which countries it speaks of.
    """
    linker = _Linker(article, entities, actors, places, corrections)
    linker.asked.update({(mention.start, mention.end): mention for mention in mentions})
    for mention in sorted(mentions, key=lambda mention: (mention.start, mention.end)):
        linker.find(mention)
    found = [linker.find(mention) for mention in mentions]
    countries = _countries(found, actors, article.published)
    return [_resolution(m, f, countries, decided=decided) for m, (f, decided) in zip(mentions, found, strict=True)]


class _Linker:
    def __init__(
        self,
        article: Article,
        entities: Sequence[Entity],
        actors: ActorList,
        places: Sequence[Resolution],
        corrections: Sequence[Correction],
    ) -> None:
        self._actors = actors
        self._chooser = Chooser(Context(article, entities, places, actors))
        self._recent = Recent(article.text)
        self._corrections = _holding(article, corrections)
        self._merged = {c.text.removeprefix(MERGED): c.id for c in corrections if c.text.startswith(MERGED)}
        self.asked: dict[tuple[int, int], Mentioned] = {}
        self._found: dict[tuple[int, int], tuple[Finding, bool]] = {}
        self._ending: dict[int, tuple[int, int]] = {}

    def find(self, mention: Mentioned, depth: int = 0) -> tuple[Finding, bool]:
        """What one mention means, and whether a person decided it."""
        span = (mention.start, mention.end)
        if span not in self._found:
            self._found[span] = self._merge(*self._find(mention, depth))
            self._ending[mention.end] = span
        return self._found[span]

    def _find(self, mention: Mentioned, depth: int) -> tuple[Finding, bool]:
        folded = fold(mention.text[:LONGEST])
        correction = self._corrections.get((mention.start, mention.text), self._corrections.get(folded))
        if correction is not None:
            return self._corrected(mention, correction), True
        if mention.same_as is not None and depth < _DEEPEST:
            referent = mention.same_as
            finding, decided = self.find(Mentioned(referent.start, referent.end, referent.text), depth + 1)
            return finding.because(f"It stands for “{_short(referent.text)}”."), decided
        if is_relative(mention.text[:LONGEST]) and (before := self._antecedent(mention)) is not None:
            return before
        word = folded.lower()
        acronym = len(mention.text) > 1 and mention.text.isupper()  # "US", "IT"
        if word in all_pronouns() and not acronym:
            meant = self._recent.meant(word, mention.start)
            return (None if meant is None or self._is_other(meant, mention, depth) else meant) or findings.nobody(
                _UNTOLD, "A pronoun, and nobody can tell for whom."
            ), False
        if is_nobody(mention.text[:LONGEST]):
            return findings.nobody(_NOBODY, "It says that there is none."), False
        found = self._chooser.choose(mention.text, mention.start, mention.end)
        self._recent.note(mention.start, found)
        return found, False

    def _is_other(self, meant: Finding, mention: Mentioned, depth: int) -> bool:
        """Whether a pronoun cannot mean somebody: who acts on "him", or whose own quotation it stands in."""
        besides = mention.besides if fold(mention.text).lower() in OBJECTS else ()
        others = (*besides, *(mention.told_by if mention.told_by and self._recent.is_quoted(mention.start) else ()))
        if meant.chosen is None or depth >= _DEEPEST:
            return False
        asked = (self.asked.get((one.start, one.end)) for one in others)
        found = (self.find(one, depth + 1)[0].chosen for one in asked if one is not None)
        return any(chosen is not None and chosen.id == meant.chosen.id for chosen in found)

    def _antecedent(self, mention: Mentioned) -> tuple[Finding, bool] | None:
        """What the mention right before a relative pronoun means."""
        ends = (self._ending.get(mention.start - len(gap)) for gap in (" ", ", "))
        span = next((span for span in ends if span is not None and span[0] < mention.start), None)
        if span is None:
            return None
        finding, decided = self._found[span]
        return finding.because("It stands for the words before it."), decided

    def _merge(self, finding: Finding, decided: bool) -> tuple[Finding, bool]:  # noqa: FBT001
        """The finding with the actor that a person merged the one found into."""
        chosen = finding.chosen
        if chosen is None or (keep := self._kept(chosen.id)) == chosen.id:
            return finding, decided
        actor = self._actors.get(keep)
        kept = replace(chosen, id=keep, score=1.0) if actor is None else findings.candidate(actor, 1.0)
        why = f"A person decided that {chosen.id} is this actor."
        return replace(finding, chosen=kept, score=1.0).because(why), True

    def _kept(self, actor_id: str) -> str:
        """The actor that this one was merged into, and that one again; in a circle, any of it."""
        seen: set[str] = set()
        while actor_id not in seen and (keep := self._merged.get(actor_id)) is not None:
            seen.add(actor_id)
            actor_id = keep
        return actor_id

    def _corrected(self, mention: Mentioned, correction: Correction) -> Finding:
        why = ("A person decided it.",)
        if correction.id is None:
            return Finding(None, 1.0, (), why)
        actor = self._actors.get(correction.id)
        if actor is None:
            return Finding(Candidate(correction.id, _short(mention.text), "group", None, 1.0), 1.0, (), why)
        return Finding(findings.candidate(actor, 1.0), 1.0, (), why)


def _holding(article: Article, corrections: Iterable[Correction]) -> dict[str | tuple[int, str], Correction]:
    """The corrections that hold for an article, by folded name, or by place and text where they are of one mention;
    one for this article wins over one for all.
    """
    held = [c for c in corrections if c.kind == "actor" and c.article_id in (None, article.article_id)]
    by_article = sorted(held, key=lambda c: c.article_id is not None)
    return {fold(c.text) if c.start is None else (c.start, c.text): c for c in by_article}


def _countries(found: Iterable[tuple[Finding, bool]], actors: ActorList, date: str | None) -> dict[str, str | None]:
    """The country of each id: the list's on the article's date, or that of the first mention that told one."""
    countries: dict[str, str | None] = {}
    for chosen in (finding.chosen for finding, _ in found):
        if chosen is not None and countries.get(chosen.id) is None:
            listed = actors.get(chosen.id) is not None
            countries[chosen.id] = actors.country_on(chosen.id, date) if listed else chosen.country
    return countries


def _resolution(
    mention: Mentioned, finding: Finding, countries: Mapping[str, str | None], *, decided: bool
) -> Resolution:
    """The record of one finding."""
    chosen, score = finding.chosen, round(finding.score, 3)
    if chosen is not None:
        chosen = replace(chosen, score=score, country=countries.get(chosen.id))
    return Resolution(
        mention.start, mention.end, mention.text, "actor", chosen, score, finding.others, finding.why, decided
    )


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
