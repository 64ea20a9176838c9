"""Made-up reports from countries at war, with their places marked: what annotated corpora hold little of.

LGL and GeoWebNews are American and British papers: in them a name that is spelt in another way than the gazetteer's, or
whose place is small, is mostly no place. In a report on Syria it mostly is one. A story names a country and some of its
towns, each in any of its spellings, and a few invented names that no gazetteer should be taken to hold.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from sayso.words.records import Article, Paragraph
from sayso.world.gazetteer import defaults
from sayso.world.gazetteer.entries import Named
from training.corpora.geoparsing import Geoparsed, Toponym

WARS = (
    "SY IQ YE LY LB PS UA AF PK SD SS ET ER SO ML NE BF NG TD CF CD CM MZ MM PH CO HT AM AZ GE IR TR IN BD KE UG RW BI "
    "DZ EG TN JO SA VE MX RU BY MD RS XK BA KG TJ UZ TH ID LK NP"
).split()
"""Countries with a war, a border or refugees of one in the last decades: ISO 3166-1 alpha-2."""
STORIES = 20
"""Stories of each country."""
_SEED = 20181015
_SENTENCES = (
    "Shelling was reported in {} on Monday.",
    "Two convoys left {} for {}.",
    "Residents of {} said that the road to {} was closed.",
    "The fighters withdrew from {}, an official said.",
    "Clashes near {} went on for a third day.",
    "Families who fled {} have reached {}.",
    "The army said it had taken {} and was advancing on {}.",
    "A strike hit a market in {}.",
)
_OTHERS = "{} and {} called for restraint."
"""Other countries: their names are not those of small towns in the country of the story."""
_ABOUT = (
    "The government of {} denied it.",
    "It was the worst day in {} this year.",
    "Aid has not reached {} since May.",
)
_INVENTED = 0.15
"""Share of the names that are invented."""
_SYLLABLES = (
    "ba be bo da du fa ga go ha ka ke ko la le lu ma me mo na no pa ra ri ro sa se su ta to ul va wa ya za".split()
)
_SHORTEST = 4

Part = str | tuple[str, Named | None]
"""Words, or a name with its place: None where no gazetteer should be taken to hold it."""


def stories() -> Iterator[Geoparsed]:
    """So many for each country, the same on every call."""
    chance = random.Random(_SEED)
    towns: dict[str, list[Named]] = defaultdict(list)
    for town in defaults.cities():
        if town.entry.country in WARS:
            towns[town.entry.country].append(town)
    countries = {named.entry.country: named for named in defaults.countries()}
    for country in sorted(towns):
        weights = [math.log10(town.entry.population + 300) - 2 for town in towns[country]]
        for number in range(STORIES):
            chosen = chance.choices(towns[country], weights, k=chance.randint(2, 9))
            others = [countries[code] for code in chance.sample(sorted(towns), 2)]
            yield _story(f"story-{country}-{number}", countries[country], others, chosen, chance)


def _story(
    name: str, country: Named, others: Sequence[Named], towns: Sequence[Named], chance: random.Random
) -> Geoparsed:
    abroad = filled(_OTHERS, iter([(other.entry.name, other) for other in others]))
    return story(name, [*_sentences(country, towns, chance), abroad])


def story(name: str, sentences: Sequence[Sequence[Part]]) -> Geoparsed:
    """An article of such sentences, its places marked."""
    text, toponyms = "", []
    for sentence in sentences:
        for part in sentence:
            if isinstance(part, str):
                text += part
                continue
            spelling, place = part
            toponyms.append(_toponym(len(text), spelling, place))
            text += spelling
        text += " "
    article = Article(name, None, None, (), None, "en", None, None, None, text, (Paragraph(0, len(text)),))
    return Geoparsed(article, tuple(toponyms))


def _sentences(country: Named, towns: Sequence[Named], chance: random.Random) -> Iterator[list[Part]]:
    names = iter([*chain.from_iterable(_named(town, chance) for town in towns)])
    about = [filled(chance.choice(_ABOUT), iter([(country.entry.name, country)]))] if chance.random() < 0.85 else []
    yield from about[: int(chance.random() < 0.5)]
    for first in names:
        sentence = chance.choice(_SENTENCES)
        second = next(names, None) if sentence.count("{}") > 1 else None
        if second is None and sentence.count("{}") > 1:
            sentence = _SENTENCES[0]
        yield filled(sentence, iter([first, *([second] if second else [])]))
    yield from about


def _named(town: Named, chance: random.Random) -> list[tuple[str, Named | None]]:
    """The town in one of its spellings, and now and then an invented name beside it."""
    spellings = [name for name in town.names if len(name) >= _SHORTEST and name[0].isupper()]
    found: list[tuple[str, Named | None]] = [(chance.choice(spellings), town)] if spellings else []
    if chance.random() < _INVENTED:
        found.append(("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize() + "n", None))
    return found


def filled(sentence: str, names: Iterator[Part]) -> list[Part]:
    """A sentence with names, or words, in the place of its braces."""
    parts: list[Part] = []
    for number, part in enumerate(sentence.split("{}")):
        if number:
            parts.append(next(names))
        parts.append(part)
    return parts


def _toponym(start: int, spelling: str, place: Named | None) -> Toponym:
    """The annotation; an invented name has neither id nor coordinates."""
    end = start + len(spelling)
    if place is None:
        return Toponym(start, end, None, None, None, None, literal=True)
    entry = place.entry
    number = int(entry.place_id.removeprefix("geonames:"))
    return Toponym(start, end, number, entry.lat, entry.lon, entry.feature, literal=True)
