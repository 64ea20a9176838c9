"""From what the model says about an article to its claims.

1. The arcs are indexed.
2. Attributions are completed by the tree and by layout (quotations across paragraphs, headlines, letters), relays are
   split in two, and voices inside what somebody says are added.
3. Predicates are found; a cue is none, unless it is an event itself or nothing that is claimed hangs on it.
4. Each predicate gets its chain of voices, nearest first, the article's own last.
5. Each becomes a claim with its content, factuality, event and confidence.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from sayso.claims import voices
from sayso.claims.attributions import inner, letters, quotes, relays
from sayso.claims.confidence import Confidence
from sayso.claims.contents import clause
from sayso.claims.events import weighing
from sayso.claims.factuality import judging
from sayso.claims.grammar import predicates, syntax, telling
from sayso.claims.grammar.ranges import members
from sayso.words import identity
from sayso.words.records import Claim, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.claims.voices import Link
    from sayso.language.analysis import Analysis, Attribution, Range
    from sayso.words.records import Article, ClaimKind, Event, ParagraphKind


_QUOTATION = 6
"""Words of a quotation with its marks: fewer are a word or two in scare quotes."""


def code(article: Article, analysis: Analysis) -> list[Claim]:
    """The claims of one article, by position of content and predicate. `analysis` is of the same article."""
    index = syntax.index(analysis, _of_kind(article, analysis, "title"))
    attributions = inner.add(index, relays.expand(index, quotes.complete(article, index)))
    attributions += letters.find(article, index)
    index.voiced.update(syntax.by_cue(attributions))
    coded = weighing.code(index)
    cues = members([part for known in attributions for part in known.cue])
    candidates = predicates.find(index, coded.keys(), cues, coded.get)
    found = _claimed(index, _read(article, analysis, candidates), attributions, coded)
    chains = voices.Voices(index, attributions).chains(found)
    coder = _Coder(article, index, frozenset(found), coded)
    claims = [coder.claim(predicate, chains[predicate]) for predicate in found]
    return sorted(claims, key=lambda claim: (claim.content[0].start, claim.predicate.start))


def _read(article: Article, analysis: Analysis, candidates: Sequence[int]) -> list[int]:
    """The candidates outside bylines."""
    bylines = members(_of_kind(article, analysis, "byline"))
    return [word for word in candidates if word not in bylines]


def _of_kind(article: Article, analysis: Analysis, kind: ParagraphKind) -> list[Range]:
    """The words of the paragraphs of one kind."""
    both = zip(analysis.paragraphs, article.paragraphs, strict=True)
    return [words for words, paragraph in both if paragraph.kind == kind]


def _claimed(
    index: Syntax, candidates: Sequence[int], attributions: Iterable[Attribution], coded: Mapping[int, Event]
) -> list[int]:
    """The candidates without sources, and without cues that some claim hangs on; inner attributions first.

    A cue that is an event is a claim in any case: "threatened to attack" says that there was a threat. So is what a
    relative clause with commas adds about a source: "Karim, who met the king on Tuesday, said …".
    """
    inside = members([part for known in attributions if known.content for part in known.source])
    inside -= {word for word in candidates if word in inside and _is_by_the_way(index, word)}
    cues = members([part for known in attributions for part in known.cue])
    claimed = [word for word in candidates if word not in inside and word not in cues]
    waiting = {word for word in candidates if word in cues and word not in inside}
    said: dict[tuple[Range, ...], list[Range]] = {}
    for known in attributions:
        said.setdefault(known.cue, []).extend(known.content)
    for cue, content in sorted(said.items(), key=lambda item: sum(end - first for first, end in item[1])):
        here = sorted(waiting & members(cue))
        waiting.difference_update(here)
        acts = [word for word in here if word in coded]
        if not acts and not any(_any_between(claimed, first, end) for first, end in content):
            acts = here[:1]
        for word in acts:
            insort(claimed, word)
    return claimed


def _is_by_the_way(index: Syntax, word: int) -> bool:
    return any(telling.is_by_the_way(index, verb) for verb in (word, predicates.governor(index, word)))


def _any_between(words: Sequence[int], first: int, end: int) -> bool:
    position = bisect_left(words, first)
    return position < len(words) and words[position] < end


class _Coder:
    """Makes one article's claims."""

    def __init__(self, article: Article, index: Syntax, found: frozenset[int], coded: Mapping[int, Event]) -> None:
        self._article = article
        self._index = index
        self._found = found
        self._coded = coded
        self._own = voices.own(article)
        self._confidence = Confidence(index)
        quotations = (part for found in index.quotations for part in found)
        self._quoted = members(part for part in quotations if part[1] - part[0] >= _QUOTATION)

    def claim(self, predicate: int, chain: Sequence[Link]) -> Claim:
        """The claim of one predicate in its chain of voices."""
        analysis = self._index.analysis
        content = clause.content(self._index, predicate, self._found, chain[0].said if chain else None)
        speaking = (*[link.voice for link in chain], self._own)
        event = self._coded.get(predicate)
        span = Span(analysis.starts[predicate], analysis.ends[predicate], self._index.forms[predicate])
        kind: ClaimKind = "statement" if event is None else "event"
        return Claim(
            claim_id=identity.claim_id(self._article.article_id, kind, content, span, speaking),
            article_id=self._article.article_id,
            kind=kind,
            content=content,
            predicate=span,
            voices=speaking,
            factuality=judging.judge(self._index, predicate),
            event=event,
            confidence=self._confidence.of(predicate, content, chain, quoted=predicate in self._quoted),
            model=analysis.model,
        )
