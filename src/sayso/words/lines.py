"""A record as one line for a person to read, safe to print: articles are hostile, and so is what they quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.words.records import Claim, Factuality, Voice

# Control characters (a terminal obeys them), marks that reorder what is displayed, and halves of characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_LONGEST = 200


def printable(text: str) -> str:
    """The text with a blank for each character that would move the cursor, change the display or not print.

    Line feeds and tabs stay; the length stays, so offsets into the text hold.
    """
    return _UNPRINTABLE.sub(" ", text).replace("\u2028", "\n").replace("\u2029", "\n")


def one_line(text: str, longest: int = _LONGEST) -> str:
    """The text printable, with single blanks, cut at the end of a word if it is too long."""
    line = " ".join(printable(text).split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"


def number(count: int, noun: str) -> str:
    """A count with its noun: "1 article", "2,000 articles"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def content(claim: Claim) -> str:
    """What is claimed; " … " stands where words lie between."""
    return one_line(" … ".join(span.text for span in claim.content))


def sources(claim: Claim) -> str:
    """Who says it, nearest first: "the ministry, via Reuters"; empty for the article's own voice alone."""
    return ", via ".join(_source(voice) for voice in claim.voices[:-1])


def factuality(value: Factuality) -> str:
    """Label and score: "did happen (+2.6)"."""
    terms = vocabulary.load("factuality")
    name = terms[value.label].name if value.label in terms else value.label
    return f"{name} ({value.score:+.1f})"


def line(claim: Claim) -> str:
    """“withdrew its heavy weapons” — the National Liberation Front, via Reuters; did happen (+2.6) [0.91]."""
    said = sources(claim) or "in the article's own voice"
    event = f", {one_line(claim.event.type)}" if claim.event else ""
    return f"“{content(claim)}” — {said}; {factuality(claim.factuality)}{event} [{claim.confidence:.2f}]"


def _source(voice: Voice) -> str:
    name = one_line(voice.text, 80) if voice.text else "unnamed"
    meant = f" ({one_line(voice.same_as.text, 80)})" if voice.same_as else ""
    stance = f" ({voice.stance})" if voice.stance != "says" else ""
    return name + meant + stance
