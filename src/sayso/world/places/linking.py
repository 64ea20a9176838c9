"""The choice of a place for each mention, jointly over an article: `link`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from sayso.words.records import Article, Candidate, Correction, Resolution
from sayso.world.gazetteer import Gazetteer, Match
from sayso.world.gazetteer.folding import fold
from sayso.world.places import features, holding, naming, placing, reasons
from sayso.world.places.candidates import ALIKE, FITS, WRITTEN, Candidates, Floats, kind_of
from sayso.world.places.naming import Mentioned
from sayso.world.places.ranker import Ranker
from sayso.world.places.scene import Group, Scene, survey

_TOGETHER = 400
"""So many mentions are weighed at once; a longer article is taken in stretches of that length."""
_OTHERS = 4
_LIKELY = 0.005
_SURE = 0.9
_STATED = 0.5
_AT_HOME = 0.1
"""How much of an article's other places, or of the countries that it speaks of, makes a country one of its own."""
_HOME = [features.COLUMNS.index(name) for name in ("same country", "spoken")]
_STATING = [
    features.COLUMNS.index(name)
    for name in ("in its country, comma", "in its country, in", *(n for n in features.WITHIN if n.endswith("stated")))
]
_WITHIN = [features.COLUMNS.index(name) for name in features.WITHIN]
_ELSEWHERE = features.COLUMNS.index("contradicts, stated")
_DENIED, _HARDLY = 0.6, 0.2
"""A candidate is none where the text puts the name elsewhere, so sure, and where it lies only so little."""
_NONE, _NONE_IF_CLEAR, _CLEAR = 0.5, 0.95, 0.6
"""No place is chosen where it is likelier than `_NONE` that none fits. Where one candidate, spelt like it, has the
share `_CLEAR` of the rest, or lies where the text says, only where that is likelier than `_NONE_IF_CLEAR`: the corpora
behind the weights hold few small places outside the United States, so they doubt them too much. One less alike in
spelling than `_SURE` has to be likelier than none.
"""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A scene with the probability of each candidate, of none of each group, and the features that led there."""

    scene: Scene
    sheet: features.Sheet
    belief: Floats
    none: Floats
    columns: Floats

    def rows(self, group: int) -> slice:
        """The rows of a group's candidates."""
        return slice(int(self.sheet.first[group]), int(self.sheet.first[group + 1]))


def link(
    article: Article,
    mentions: Sequence[Mentioned],
    gazetteer: Gazetteer,
    corrections: Sequence[Correction] = (),
    *,
    ranker: Ranker | None = None,
) -> list[Resolution]:
    """The place of each mention, in the order given. A person's corrections win.

    All names of the article are decided together, each once. `Resolution.chosen` is None where no place fits. `ranker`
    holds other weights than the shipped ones.
    """
    order = sorted(range(len(mentions)), key=lambda number: (mentions[number].start, mentions[number].end))
    decided = _decided(article, corrections)
    candidates = _candidates(gazetteer)
    found: dict[int, Resolution] = {}
    for first in range(0, len(order), _TOGETHER):
        numbers = order[first : first + _TOGETHER]
        spans = [mentions[number] for number in numbers]
        weighed = weigh(article, spans, candidates, ranker or Ranker.shipped())
        judges = [_Judge(weighed, group) for group in range(len(weighed.scene.groups))]
        kinds = [judge.kind for judge in judges]
        for judge in judges:
            held_by = None if judge.chooses else holding.holder(weighed.scene, judge.number, kinds)
            around = None if held_by is None else judges[held_by].around(article, spans, judge.group)
            for member in judge.group.members:
                mention = mentions[numbers[member]]
                text = article.text[mention.start : mention.end]
                word = decided.get((mention.start, text)) or decided.get(fold(text))
                found[numbers[member]] = (
                    judge.resolution(article, mention, around)
                    if word is None
                    else _by_person(article, mention, word, gazetteer)
                )
    return [found[number] for number in range(len(mentions))]


def weigh(article: Article, mentions: Sequence[Mentioned], candidates: Candidates, ranker: Ranker) -> Weighed:
    """Probabilities for mentions in the order of the text."""
    scene = survey(article, mentions, candidates)
    sheet = features.sheet(scene, candidates.numbering)
    return Weighed(scene, sheet, *ranker.beliefs(sheet))


@lru_cache(maxsize=2)
def _candidates(gazetteer: Gazetteer) -> Candidates:
    return Candidates(gazetteer)


class _Judge:
    """What was decided of one name."""

    def __init__(self, weighed: Weighed, number: int) -> None:
        self.weighed = weighed
        self.number = number
        self.group: Group = weighed.scene.groups[number]
        self.rows = weighed.rows(number)
        self.belief = weighed.belief[self.rows]
        self.none = float(weighed.none[number])
        self.order = np.argsort(-self.belief, kind="stable")[: _OTHERS + 1].tolist()
        self.why = reasons.reasons(weighed.columns[self.rows], self.group, self.order[0] if self.chooses else None)

    @property
    def kind(self) -> str | None:
        """The kind of the place chosen by the whole name, or None."""
        match = self.group.table.matches[self.order[0]] if self.chooses else None
        return None if match is None or match.how == "part" else kind_of(match.entry.feature)

    @cached_property
    def chooses(self) -> bool:
        """Whether a place is chosen at all."""
        if not self.order:
            return False
        best, match = float(self.belief[self.order[0]]), self.group.table.matches[self.order[0]]
        if self._is_elsewhere() or self._is_another(match):
            return False
        if self._is_of_its_kind(match):
            return True
        if match.likeness < _SURE:
            return self.none <= best
        clear = self._is_named_so() and (self._is_stated() or self._with_its_own() >= _CLEAR * (1 - self.none))
        return self.none <= max(_NONE_IF_CLEAR if clear else _NONE, best)

    def _with_its_own(self) -> float:
        """The belief in the best candidate and those of its name in its region: a town, district and province."""
        matches = self.group.table.matches
        first = matches[self.order[0]].entry
        own = (
            float(self.belief[row])
            for row in self.order
            if (entry := matches[row].entry).country == first.country and entry.admin1 == first.admin1
        )
        return sum(own) if first.admin1 else float(self.belief[self.order[0]])

    def _is_another(self, match: Match) -> bool:
        """Whether a best candidate that is spelt in another way, or is a town where the text has a river or a mountain,
        lies in a country that neither the text nor its other places speak of: then it is another place of a like name.

        A country may stand alone: "Lybia".
        """
        kind = kind_of(match.entry.feature)
        spelt_so = match.how not in ("transliterated", "misspelt") or kind == "country"
        is_nature = self.group.name.kind in ("water", "relief") and not self.group.whole
        if spelt_so and not (is_nature and kind in FITS["settlement"]):
            return False
        return not (self._is_at_home() or self._is_stated())

    def _is_elsewhere(self) -> bool:
        """Whether the text puts the name, in so many words, where the best candidate does not lie."""
        row = self.weighed.columns[self.rows][self.order[0]]
        return bool(row[_ELSEWHERE] >= _DENIED and row[_WITHIN].max() <= _HARDLY)

    def _is_of_its_kind(self, match: Match) -> bool:
        """Whether the best candidate is a site or a province of that name and of the kind that the text states, in a
        country that the article is about. Those are doubted only because the corpora behind the weights hold few.
        """
        kind = kind_of(match.entry.feature)
        if kind != self.group.name.kind or kind not in ("facility", "first"):
            return False
        named_so = match.how in WRITTEN or (
            kind == "first" and match.how == "transliterated" and match.likeness >= ALIKE
        )
        return named_so and self._is_at_home()

    def _is_at_home(self) -> bool:
        return float(self.weighed.columns[self.rows][self.order[0], _HOME].max()) >= _AT_HOME

    def _is_named_so(self) -> bool:
        """Whether the model took the name for a place and the best candidate is spelt like it."""
        return self.group.labels <= {"place", None} and self.group.table.matches[self.order[0]].how in WRITTEN

    def _is_stated(self) -> bool:
        """Whether the text says that the place lies where the best candidate does."""
        return float(self.weighed.columns[self.rows][self.order[0], _STATING].max()) >= _STATED

    def resolution(self, article: Article, mention: Mentioned, around: Candidate | None = None) -> Resolution:
        """What a mention of the name means; `around`: where the text puts it, if it has no place itself."""
        text = article.text[mention.start : mention.end]
        if around is not None:
            why = (*self.why, f"The text puts it in {around.name}, or near it.")
            return Resolution(mention.start, mention.end, text, "place", around, around.score, (), why)
        name = self._read(article, mention)
        best = self.order[: self.chooses]
        likely = best + [row for row in self.order[len(best) :] if self.belief[row] >= _LIKELY]
        known = [self._candidate(row, name) for row in likely]
        chosen = known[0] if self.chooses else None
        others = tuple(known[1:] if self.chooses else known)[:_OTHERS]
        score = chosen.score if chosen else round(self.none, 4)
        return Resolution(mention.start, mention.end, text, "place", chosen, score, others, self.why)

    def around(self, article: Article, mentions: Sequence[Mentioned], inner: Group) -> Candidate:
        """Where a name lies that the text puts in this place or near it: that place, moved by a stated distance."""
        told = holding.nearest(mentions, inner, self.group)
        offset = None if told is None else naming.read(article.text, told.start, told.end).offset
        return self._candidate(self.order[0], naming.Name("", "", near=True, offset=offset))

    def _read(self, article: Article, mention: Mentioned) -> naming.Name:
        """The mention's own words; those that belong to the place's name ("North" in "North Korea") say no more."""
        name = naming.read(article.text, mention.start, mention.end)
        if self.group.whole and name.bare != name.whole:
            return replace(name, part=False, near=False, kind=None)
        return name

    def _candidate(self, row: int, name: naming.Name) -> Candidate:
        match = self.group.table.matches[row]
        read = replace(name, near=True) if match.how == "part" else name
        of_some = 1 - self.none if row == self.order[0] and self._is_of_its_kind(match) else 1.0
        return placing.candidate(match.entry, float(self.belief[row]) / max(of_some, float(self.belief[row])), read)


def _decided(article: Article, corrections: Sequence[Correction]) -> dict[str | tuple[int, str], Correction]:
    """Corrections by folded name, or by place and text where they are of one mention; one for this article beats one
    for all, a later one an earlier.
    """
    fitting = [c for c in corrections if c.kind == "place" and c.article_id in (None, article.article_id)]
    by_article = sorted(fitting, key=lambda c: c.article_id is not None)
    return {fold(c.text) if c.start is None else (c.start, c.text): c for c in by_article}


def _by_person(article: Article, mention: Mentioned, word: Correction, gazetteer: Gazetteer) -> Resolution:
    entry = gazetteer.get(word.id) if word.id else None
    text = article.text[mention.start : mention.end]
    if word.id and entry is None:
        why: tuple[str, ...] = (f"A person chose {word.id}, which this gazetteer does not hold.",)
        chosen = None
    else:
        name = naming.read(article.text, mention.start, mention.end)
        chosen = placing.candidate(entry, 1.0, name) if entry else None
        why = ("A person decided it.",)
    return Resolution(mention.start, mention.end, text, "place", chosen, 1.0, (), why, decided=True)
