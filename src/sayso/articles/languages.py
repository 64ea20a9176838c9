"""Which language a text is in, offline."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

# py3langid is unsure of a headline and sure of a paragraph.
_ENOUGH_LETTERS = 40
_SURE = 0.9
_SAMPLE = 2_000

# A fifth of the words of English are these, and in nine of ten articles of PolNeAR more than an eighth. Of other
# languages only Scots and Nigerian Pidgin have so many of them, and those have words that English hasn't. On the 924
# articles py3langid was sure of all 918 that these words give away.
_OFTEN = frozenset("the of to and that for with by from are as have has it were which been their".split())
_ELSEWHERE = frozenset("di dey wey tae frae haes".split())
_OFTEN_SHARE = 0.1
_ENOUGH_WORDS = 40

_TAG = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


class _Identifier(Protocol):
    classify: Callable[[str], tuple[str, float]]


def stated(tag: str | None) -> str | None:
    """The ISO 639-1 code of a language tag ("en-GB" is "en"), `None` where it has none."""
    match = _TAG.fullmatch((tag or "").strip())
    return match[1].lower() if match else None


def guess(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; `None` where it is too short or py3langid isn't sure.

    English that its commonest words give away isn't asked about: py3langid takes a second to load.
    """
    sample = text[:_SAMPLE]
    if _is_english(sample):
        return "en"
    if len(_LETTER.findall(sample)) < _ENOUGH_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    return language if probability >= _SURE and len(language) == 2 else None


def _is_english(sample: str) -> bool:
    words = _WORD.findall(sample.lower())
    frequent = sum(word in _OFTEN for word in words)
    return len(words) >= _ENOUGH_WORDS and frequent >= _OFTEN_SHARE * len(words) and _ELSEWHERE.isdisjoint(words)


@cache
def _identifier() -> _Identifier:
    # Imported here: it loads a model.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
