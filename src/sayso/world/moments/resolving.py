"""What the time expressions of an article mean: a value, its precision, the days that it can mean, and why.

1. The grammar finds the phrases of the whole article; those that are sure, or that a span asks for, are read in order.
2. A rule gives each its value, from its words, the article's date, the dates named before it, and the tense around it.
3. A span takes the value of the phrase that it meets; of two dates joined by "to", "and" or a dash it takes the range.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.words.records import Article, Candidate, Correction, Entity, Moment, Resolution
from sayso.world.moments import asides, calendar, mending, phrases, precision, rules
from sayso.world.moments.context import Context
from sayso.world.moments.meaning import Meaning
from sayso.world.moments.phrases import Phrase

Offsets = tuple[int, int]

_BY = re.compile(r"\b(by|before|within|no later than|not later than|ahead of|deadline of)\s+(the\s+)?$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_CONCRETE = ("date", "time")
_UNREAD = 0.5
"""Score of a moment that no phrase of the grammar meets: nothing is claimed of it."""
_MANY, _YEARS_A_WEEKDAY = 4, 10
"""How many bygone years a story names, and how many years for each "Tuesday", "yesterday" or "ago". In WikiWars
every text has more than 30 years for one; of TBAQ's articles none that names so many has more than 6."""
_OTHER = 0.05
"""Score of the other reading of a date without its year or of a weekday: right in 20 of 364 cases of TBAQ's and
WikiWars' training parts."""


def resolve(
    article: Article, spans: Sequence[Entity | Offsets], corrections: Sequence[Correction] = ()
) -> list[Moment]:
    """The moments that spans of an article's text mean, in the order of the spans."""
    return [moment for moment, _ in link(article, spans, corrections)]


def link(
    article: Article, spans: Sequence[Entity | Offsets], corrections: Sequence[Correction] = ()
) -> list[tuple[Moment, Resolution]]:
    """The moments, each with how it was decided: score, the other reading where there is one, and why.

    A correction's `id` is a value such as "2018-10-15", None for no moment at all.
    """
    offsets = [span if isinstance(span, tuple) else (span.start, span.end) for span in spans]
    found = phrases.of(article.text)
    ends = [phrase.end for phrase in found]
    met = [mending.meeting(found, ends, *span) for span in offsets]
    wanted = {phrase.start for group in met for phrase in group}
    context = Context(article.text, article.published, is_narrative(article.published, found), asides.of(found))
    meanings = {
        phrase.start: _meaning(phrase, context) for phrase in found if phrase.form.sure or phrase.start in wanted
    }
    decided = _decisions(corrections, article)
    linked = []
    for (start, end), group in zip(offsets, met, strict=True):
        mention = Moment(start, end, article.text[start:end])
        known = next((key for key in ((start, mention.text), mention.text.casefold()) if key in decided), None)
        if known is not None:
            linked.append(_decided(mention, decided[known]))
        else:
            linked.append(_linked(mention, group, [meanings[phrase.start] for phrase in group], context))
            if group and (days := _days_of(group[0], meanings, found, context)):
                moment, resolution = linked[-1]
                linked[-1] = replace(moment, earliest=days[0].isoformat(), latest=days[1].isoformat()), resolution
    return linked


def _days_of(
    phrase: Phrase, meanings: Mapping[int, Meaning], found: Sequence[Phrase], context: Context
) -> calendar.Days | None:
    """The days of a length that is told as the first or the last part of a period: "the last two weeks of December"."""
    of = _OF.match(context.text, phrase.end)
    last = phrase.value("relation") == "-1" or phrase.value("which_half") == "2"
    if of is None or meanings[phrase.start].type != "duration" or not (last or phrase.value("ordinal") == "1"):
        return None
    value = next((meanings[one.start].value for one in found if one.start == of.end() and one.start in meanings), None)
    span, length = calendar.days(value) if value else None, meanings[phrase.start].value or ""
    reached = span and precision.reach(span[1] if last else span[0], length, -1 if last else 1)
    if span is None or reached is None or not span[0] <= reached <= span[1]:
        return None
    return (reached + timedelta(1), span[1]) if last else (span[0], reached - timedelta(1))


def _decisions(corrections: Sequence[Correction], article: Article) -> dict[str | tuple[int, str], str | None]:
    """What a person decided of expressions, or of a single one; a word on this article wins over one on all."""
    moments = [one for one in corrections if one.kind == "moment"]
    return {
        one.text.casefold() if one.start is None else (one.start, one.text): one.id
        for here in (None, article.article_id)
        for one in moments
        if one.article_id == here
    }


def is_narrative(published: str | None, found: Sequence[Phrase]) -> bool:
    """Whether a text tells a story of its own time: it has no date, or gives the year with most of its dates, as news
    doesn't, and years gone by.
    """
    sure = [phrase for phrase in found if phrase.form.sure]
    years = [0 if phrase.has("era") else int(phrase.value("year") or 0) for phrase in sure if phrase.has("year", "era")]
    near = sum(phrase.has("weekday", "day") or phrase.value("direction") == "ago" for phrase in sure)
    if published is None or not published[:4].isdigit():
        return len(years) >= _YEARS_A_WEEKDAY * near
    back = sum(year < int(published[:4]) for year in years)
    return back >= _MANY and back > len(years) / 2 and len(years) > _YEARS_A_WEEKDAY * near


def _meaning(phrase: Phrase, context: Context) -> Meaning:
    context.reached = phrase.start
    meaning = rules.RULES[phrase.form.rule](phrase, context)
    if meaning.value and not _is_sound(meaning.value, meaning.type):
        meaning = replace(meaning, value=None, why="there is no such date")
    context.previous = meaning.value
    if meaning.value and meaning.type in _CONCRETE and _leads(meaning.value, phrase, context):
        context.name(meaning.value.partition("T")[0], phrase.start, phrase.end)
    return meaning


def _is_sound(value: str, kind: str) -> bool:
    """Whether a value is one that records may hold: no 31 February, no sixteenth quarter."""
    if precision.of(value, kind) is None:
        return False
    return kind not in _CONCRETE or not value[0].isdigit() or calendar.days(value) is not None


def _leads(value: str, phrase: Phrase, context: Context) -> bool:
    """Whether later expressions may be told from a date: from no quarter that was itself told from another, and, in a
    story, from no year that lies ahead of it.
    """
    if value.startswith("BC"):
        return True
    if not value[0].isdigit():
        return False
    if not context.narrative:
        back = phrase.form.rule == "shift" and phrase.value("direction") == "before"
        return not back and ("-Q" not in value or phrase.form.rule not in ("named", "shift"))
    if context.published and value[:4] > context.published[:4]:
        return False
    return not (context.named and phrase.has("year")) or context.tense(phrase.start, phrase.end) != "ahead"


def _decided(mention: Moment, value: str | None) -> tuple[Moment, Resolution]:
    kind = "duration" if value and value.startswith("P") and not value.endswith("_REF") else "date"
    moment = _dated(replace(mention, value=value, type=kind if value else None))
    why = ("A person decided this.",)
    return moment, Resolution(
        mention.start, mention.end, mention.text, "moment", _candidate(moment, 1.0), 1.0, (), why, decided=True
    )


def _linked(
    mention: Moment, group: Sequence[Phrase], meanings: Sequence[Meaning], context: Context
) -> tuple[Moment, Resolution]:
    number = next((number for number, meaning in enumerate(meanings) if meaning.value), 0)
    if not meanings:
        why = ("No rule reads this expression.",)
        return mention, Resolution(mention.start, mention.end, mention.text, "moment", None, _UNREAD, (), why)
    phrase, meaning = group[number], meanings[number]
    joined = _range(group, meanings, context.text)
    value = joined or meaning.value
    moment = _dated(replace(mention, value=value, type=meaning.type, mod=None if joined else meaning.mod))
    moment = _anchored(moment, phrase, meaning, context)
    score = phrase.form.score
    others = () if joined or meaning.other is None or meaning.other == value else (_other(meaning.other, meaning.type),)
    return moment, Resolution(
        mention.start,
        mention.end,
        mention.text,
        "moment",
        _candidate(moment, score),
        score,
        others,
        _why(phrase, meaning),
    )


def _why(phrase: Phrase, meaning: Meaning) -> tuple[str, ...]:
    said = [f"Read as {phrase.form.name}."]
    if meaning.anchor:
        said.append(f"Counted from {meaning.anchor}.")
    if meaning.why:
        said.append(f"{meaning.why[0].upper()}{meaning.why[1:]}.")
    return tuple(said)


def _candidate(moment: Moment, score: float) -> Candidate | None:
    if moment.value is None:
        return None
    return Candidate(moment.value, moment.value, moment.type or "date", None, score, precision=moment.precision)


def _other(value: str, kind: str) -> Candidate:
    return Candidate(value, value, kind, None, _OTHER, precision=precision.of(value, kind))


_JOINT = re.compile(r"\s*(?:[-–—]|to|and|through|until|till)\s*(?:the\s+)?", re.IGNORECASE)


def _range(group: Sequence[Phrase], meanings: Sequence[Meaning], text: str) -> str | None:
    """From the first date to the second, where a span holds two that are joined."""
    if len(group) != 2 or not _JOINT.fullmatch(text[group[0].end : group[1].start]):
        return None
    first, last = meanings[0].value, meanings[1].value
    days = [calendar.days(value) if value else None for value in (first, last)]
    if days[0] is None or days[1] is None or days[0][0] > days[1][0]:
        return None
    return f"{first}/{last}"


def _dated(moment: Moment) -> Moment:
    """The moment with its precision and the days that its value can mean."""
    if moment.value is None:
        return moment
    kind = moment.type or "date"
    span = precision.days(moment.value, moment.mod) if kind in _CONCRETE else None
    return replace(
        moment,
        precision=precision.of(moment.value, kind),
        earliest=span[0].isoformat() if span else None,
        latest=span[1].isoformat() if span else None,
    )


def _anchored(moment: Moment, phrase: Phrase, meaning: Meaning, context: Context) -> Moment:
    """The moment with what follows from the article's date: an end for "recent weeks", a deadline for "within"."""
    before = context.text[max(0, phrase.start - 40) : phrase.start]
    by = _BY.search(before)
    deadline = bool(by) and context.is_due(phrase.start, phrase.end)
    span = calendar.days(context.published) if context.published and not context.narrative else None
    if span is None or moment.earliest or moment.latest:
        return replace(moment, deadline=deadline)
    first, last = _reach(moment, phrase, meaning, span, within=deadline)
    return replace(
        moment,
        deadline=deadline,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
    )


def _reach(
    moment: Moment, phrase: Phrase, meaning: Meaning, span: calendar.Days, *, within: bool
) -> tuple[date | None, date | None]:
    """The first and the last day of a stretch that ends or begins with the article's date."""
    value, relation = moment.value or "", phrase.value("relation")
    if value == "PAST_REF":
        return None, span[1]
    if value == "FUTURE_REF":
        return span[0], None
    if meaning.type != "duration" or phrase.form.rule == "shift":
        return None, None
    if within or relation == "+1":
        return span[0], precision.reach(span[1], value, 1)
    if relation in ("-1", "~"):
        return precision.reach(span[0], value, -1), span[1]
    return None, None
