"""The time of day of a phrase."""

from __future__ import annotations

from sayso.world.moments.phrases import Phrase


def part(phrase: Phrase) -> str | None:
    """The part after the T: "22:00", "MO"."""
    if phrase.has("clock", "meridiem", "oclock"):
        stands = phrase.value("clock")
        figure = (stands or _beside_clock(phrase)).rstrip("hrsapm")
        hour, _, minute = figure.partition(":")
        meridiem = phrase.value("meridiem") or ("12" if stands and stands.endswith("pm") else None)
        number = int(hour)
        if meridiem == "12" and number < 12:
            number += 12
        elif meridiem == "0" and number == 12:
            number = 0
        return f"{number:02}:{minute[:2] or '00'}"
    return phrase.value("part")


def _beside_clock(phrase: Phrase) -> str:
    """The hour that stands before "a.m." or "o'clock"."""
    for word, following in zip(phrase.words, phrase.words[1:], strict=False):
        if following.kinds.keys() & {"meridiem", "oclock"}:
            return next((word.kinds[kind] for kind in ("daynum", "number", "digits") if kind in word.kinds), "0")
    return "0"
