"""The time of day of a phrase."""

from __future__ import annotations

from sayso.world.moments.phrases import Phrase

_GLUED = {"am": "0", "pm": "12"}
_HALVES = {"MO": 0, "AF": 12, "EV": 12}
"""The half of the day in which "4 in the afternoon" is; an hour of the night is in either."""


def part(phrase: Phrase) -> str | None:
    """The part after the T: "22:00", "MO"."""
    if phrase.has("clock", "meridiem", "oclock"):
        stands = phrase.value("clock") or ""
        hour, _, minute = (stands or _beside_clock(phrase)).rstrip("hrsapm").partition(":")
        number = _of_day(int(hour), phrase.value("meridiem") or _GLUED.get(stands[-2:]))
        return f"{number:02}:{minute[:2] or '00'}"
    return _spoken(phrase) or phrase.value("part")


def _of_day(hour: int, meridiem: str | None) -> int:
    if meridiem == "12" and hour < 12:
        return hour + 12
    return 0 if meridiem == "0" and hour == 12 else hour


def _spoken(phrase: Phrase) -> str | None:
    """The hour of "4 in the afternoon"."""
    hour, half = phrase.value("daynum", "number"), _HALVES.get(phrase.value("part") or "")
    if hour is None or half is None or not phrase.has("in") or int(hour) > 12:
        return None
    return f"{int(hour) % 12 + half:02}:00"


def _beside_clock(phrase: Phrase) -> str:
    """The hour that stands before "a.m." or "o'clock"."""
    for word, following in zip(phrase.words, phrase.words[1:], strict=False):
        if following.kinds.keys() & {"meridiem", "oclock"}:
            return next((word.kinds[kind] for kind in ("daynum", "number", "digits") if kind in word.kinds), "0")
    return "0"
