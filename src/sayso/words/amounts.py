"""What number words amount to, without the words that bound them: "1,200", "half a million", "dozens", "$1.2bn"."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from sayso.words import number_words

DASHES = frozenset("-–—‑")
_TOKEN = re.compile(
    r"(?P<money>(?:US|U\.S\.|[AC])?\$|[€£¥₹₽₴₺₪₩₦]|\b(?:USD|EUR|GBP|CHF|INR|RUB|UAH|Rs)\b\.?)"
    r"|(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+)|(?P<mark>\S)"
)
_LONGEST = 15
"""Digits of a number: longer ones are no quantities."""
_PHRASE = 4
"""Words of the longest phrase in `numbers.toml`, and scales of one number."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number amounts to and the token after it.

    `mantissa` is it without its scale. A `vague` one ("dozens") is known from below only. `unit` is a currency as
    written, or "%" for a part of a whole.
    """

    value: float
    end: int
    mantissa: float
    scaled: bool = False
    vague: bool = False
    unit: str | None = None


class Tokens:
    """The tokens of one text, and the amounts that begin at each. Positions are token numbers, from 0."""

    def __init__(self, text: str) -> None:
        self.matches = tuple(_TOKEN.finditer(text))
        self.forms = [token[0].lower() for token in self.matches]

    def form(self, position: int) -> str:
        """The token in lower case; "" outside the text."""
        return self.forms[position] if 0 <= position < len(self.forms) else ""

    def is_a(self, position: int, group: str) -> bool:
        """Whether the token is "money", "digits", a "word" or a "mark"."""
        return position < len(self.matches) and self.matches[position].lastgroup == group

    def touches(self, position: int) -> bool:
        """Whether no space stands before the token."""
        return 0 < position < len(self.forms) and self.matches[position - 1].end() == self.matches[position].start()

    def phrase(self, position: int, known: Container[str]) -> tuple[str, int]:
        """The longest of the known phrases that begins here, and the token after it; "" and here if none does."""
        for length in range(_PHRASE, 0, -1):
            phrase = " ".join(self.forms[position : position + length])
            if phrase in known:
                return phrase, min(position + length, len(self.forms))
        return "", position

    def amount(self, position: int) -> Amount | None:
        """The amount that begins here, if one does."""
        if self.is_a(position, "money"):
            amount = self._plain(position + 1, priced=True)
            return None if amount is None else replace(amount, unit=self.matches[position][0].rstrip("."))
        return self._vague(position) or self._part(position) or self._plain(position, priced=False)

    def _vague(self, position: int) -> Amount | None:
        """ "Dozens", "tens of thousands", "several hundred"."""
        words = number_words.load()
        some, at = self.phrase(position + (self.form(position) == "a"), words.some)
        if some:
            scale = words.scales.get(self.form(at)) or words.plurals.get(self.form(at))
            return None if scale is None else Amount(scale, at + 1, scale, vague=True)
        value, end = words.plurals.get(self.form(position)), position + 1
        if value is None:
            return None
        if self.form(end) == "of" and self.form(end + 1) in words.plurals:
            value, end = value * words.plurals[self.form(end + 1)], end + 2
        return Amount(value, end, value, vague=True)

    def _part(self, position: int) -> Amount | None:
        """ "Two-thirds of", "a third of", "half of", "half the": per cent of a whole; not "half of a loaf"."""
        words, form = number_words.load(), self.form(position)
        at = position + (form == "a" or form in words.values)
        at += self.form(at) in DASHES
        part, following = self.form(at), self.form(at + 1)
        if self.form(position - 1) in words.sides:
            return None
        whole = following == "of" and self.form(at + 2) not in ("a", "an")
        if part not in words.parts or not (whole or (part == "half" and following in ("the", "its", "their"))):
            return None
        value = round(words.values.get(form, 1.0) * 100 / words.parts[part], 1)
        return Amount(value, at + 1, value, unit="%")

    def _plain(self, position: int, *, priced: bool) -> Amount | None:
        """ "1,200", "twenty-nine", "three hundred and fifty", "a dozen", "half a million", "two and a half billion"."""
        mantissa, at = self._mantissa(position)
        if mantissa is None:
            return None
        letter = number_words.load().letters.get(self.form(at)) if self.touches(at) else None
        if letter is not None and (priced or self.form(at) == "k" or "." in self.form(at - 1)):
            return Amount(mantissa * letter, at + 1, mantissa, scaled=True)
        value, end = self._scaled(mantissa, at)
        return Amount(value, end, mantissa, scaled=end > at)

    def _mantissa(self, position: int) -> tuple[float | None, int]:
        """The number before its scale, and the token after it."""
        words, form = number_words.load(), self.form(position)
        if self.is_a(position, "digits"):
            plain = re.sub(r"[^\d.]", "", form)
            return (float(plain), position + 1) if len(plain) <= _LONGEST else (None, position)
        if form == "no" and self.form(position + 1) not in ("one", "longer", "more", "fewer", "less"):
            return 0.0, position + 1
        if form in ("a", "an", "half"):
            return self._article(position)
        if form in words.scales and len(form) > 3:
            return 1.0, position
        return self._spelled(position) if form in words.values else (None, position)

    def _article(self, position: int) -> tuple[float | None, int]:
        """ "A" and "half a" before a scale: "a dozen", "half a million", "a half million"."""
        factor, at = 1.0, position
        while self.form(at) in ("a", "an", "half") and at < position + 3:
            factor *= 0.5 if self.form(at) == "half" else 1.0
            at += 1 + (self.form(at + 1) in DASHES)
        return (factor, at) if self.form(at) in number_words.load().scales else (None, position)

    def _spelled(self, position: int) -> tuple[float, int]:
        """ "Twelve", "twenty-nine" and "twenty nine", "two and a half"."""
        values = number_words.load().values
        value, at = values[self.form(position)], position + 1
        ones = at + (self.form(at) in DASHES)
        if value >= 20 and 0 < values.get(self.form(ones), 0) < 10:
            return value + values[self.form(ones)], ones + 1
        return (value + 0.5, at + 3) if self.forms[at : at + 3] == ["and", "a", "half"] else (value, at)

    def _scaled(self, value: float, at: int) -> tuple[float, int]:
        """The value times the scales that follow, with what is added: "three hundred and fifty thousand"."""
        for _ in range(_PHRASE):
            named = at + (self.form(at) in DASHES)
            scale = number_words.load().scales.get(self.form(named))
            if scale is None:
                break
            rest, at = self._rest(named + 1, scale)
            value = value * scale + rest
        return value, at

    def _rest(self, at: int, scale: float) -> tuple[float, int]:
        """What is added below a scale: "and fifty" after "hundred", "five hundred" after "thousand"."""
        more = at + (self.form(at) == "and")
        if scale not in (100, 1000) or self.form(more) not in number_words.load().values:
            return 0.0, at
        rest, end = self._spelled(more)
        if scale == 1000 and self.form(end) == "hundred":
            rest, end = rest * 100, end + 1
        return (rest, end) if rest < scale and rest % 1 == 0 else (0.0, at)
