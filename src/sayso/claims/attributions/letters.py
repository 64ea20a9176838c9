"""Letters and signed statements: whoever's name stands below the text says it.

A letter begins with a salutation ("To the editor:", "Dear …") or where the text begins, and ends with a short line
without a verb that names somebody, alone ("Karim Haddad, Homs") or after a close ("Yours faithfully,", "Signed,").
Without a salutation only a close makes it a letter, unless a heading ("Letters") says that all that follows are
letters. Several may follow one another.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sayso.language.analysis import Attribution
from sayso.words import vocabulary

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Range
    from sayso.words.records import Article

CERTAINTY = 0.9
"""Confidence in each part of a letter's attribution; an estimate."""
PARTING = frozenset({",", ".", ";", "(", "–", "—", "|"})
"""Signs that end the name in a signature."""
_LINE = 12
"""Most words of a signature."""
_CLOSE = 4
"""Most words of a close."""
_OPENING = 4
"""Most words of a salutation that stands before other words."""
_SALUTATION = 6
"""Most words of a salutation that stands alone."""


class Letter(NamedTuple):
    """What has been read of a letter: whether on a page of letters, whether opened, its paragraphs, its close."""

    on_page: bool = False
    opened: bool = False
    body: tuple[Range, ...] = ()
    close: Range | None = None


def find(article: Article, syntax: Syntax) -> list[Attribution]:
    """An attribution for each letter or signed statement of the article, in order."""
    found: list[Attribution] = []
    letter = Letter()
    for words, paragraph in zip(syntax.analysis.paragraphs, article.paragraphs, strict=True):
        if words[0] == words[1]:
            continue
        if _phrase(syntax, words, _SALUTATION) in _lines("heading"):
            letter = Letter(on_page=True)
        elif letter.body and _is_signature(syntax, letter, words):
            found.append(_attribution(letter, _signature(syntax, words)))
            letter = Letter(letter.on_page)
        elif paragraph.kind not in ("title", "byline"):
            letter = _read(syntax, letter, words)
    return found


def _read(syntax: Syntax, letter: Letter, words: Range) -> Letter:
    """The letter with one more paragraph."""
    if _opens(syntax, words):
        alone = words[1] - words[0] <= _SALUTATION
        return Letter(letter.on_page, opened=True, body=() if alone else (words,))
    if _phrase(syntax, words, _CLOSE) in _lines("close"):
        return letter._replace(close=words)
    return letter._replace(body=(*letter.body, words), close=None)


def _attribution(letter: Letter, source: Range) -> Attribution:
    cue = () if letter.close is None else (letter.close,)
    return Attribution(cue, (source,), letter.body, CERTAINTY, CERTAINTY, CERTAINTY)


def _is_signature(syntax: Syntax, letter: Letter, words: Range) -> bool:
    """Whether the paragraph is a short line without a verb that may sign the letter."""
    first, end = words
    if end - first > _LINE or any(upos in ("VERB", "AUX") for upos in syntax.analysis.upos[first:end]):
        return False
    if letter.close is not None:
        return True
    if not (letter.opened or letter.on_page):
        return False
    if syntax.forms[first].startswith("@"):
        return True
    return _is_name(syntax, _signature(syntax, words))


def _is_name(syntax: Syntax, words: Range) -> bool:
    """Whether it is a person's name, or several names that the model has for nothing else."""
    first, end = words
    labels = set(syntax.labels[first:end])
    names = sum(upos == "PROPN" for upos in syntax.analysis.upos[first:end])
    capitals = all(syntax.forms[word][:1].isupper() for word in range(first, end) if _is_word(syntax, word))
    return capitals and ("person" in labels or (labels == {""} and names > 1))


def _is_word(syntax: Syntax, word: int) -> bool:
    return syntax.analysis.upos[word] != "PUNCT"


def _signature(syntax: Syntax, words: Range) -> Range:
    """The name without dashes before it and what a comma parts from it: "— Karim Haddad, Homs"."""
    first, end = words
    while first < end - 1 and syntax.analysis.upos[first] in ("PUNCT", "SYM"):
        first += 1
    stop = next((word for word in range(first + 1, end) if syntax.forms[word] in PARTING), end)
    return first, stop


def _opens(syntax: Syntax, words: Range) -> bool:
    """Whether the paragraph is or begins with a salutation."""
    first, end = words
    stops = [stop for stop in range(first + 1, first + _OPENING + 1) if _is_parted(syntax, stop, end)]
    parted = any(_phrase(syntax, (first, min(stop, end)), _OPENING) in _lines("salutation") for stop in stops)
    dear = syntax.analysis.lemmas[first] == "dear" and end - first <= _SALUTATION
    return parted or dear


def _is_parted(syntax: Syntax, word: int, end: int) -> bool:
    return word >= end or syntax.forms[word] in (",", ":", "—", "-", "–", ".")


def _phrase(syntax: Syntax, words: Range, most: int) -> str:
    """The words in lower case without outer punctuation; "" where there are more."""
    first, end = words
    upos = syntax.analysis.upos[first:end]
    if len(upos) - upos.count("PUNCT") > most:
        return ""
    return " ".join(form for form, tag in zip(syntax.lower[first:end], upos, strict=True) if tag != "PUNCT")


@cache
def _lines(use: str) -> frozenset[str]:
    return frozenset(vocabulary.load("predicates")["letter"].words[use])
