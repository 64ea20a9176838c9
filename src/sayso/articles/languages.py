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

_TAG = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


class _Identifier(Protocol):
    classify: Callable[[str], tuple[str, float]]


def stated(tag: str | None) -> str | None:
    """The ISO 639-1 code of a language tag ("en-GB" is "en"), `None` where it has none."""
    match = _TAG.fullmatch((tag or "").strip())
    return match[1].lower() if match else None


def guess(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; `None` where it is too short or py3langid isn't sure."""
    sample = text[:_SAMPLE]
    if len(_LETTER.findall(sample)) < _ENOUGH_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    return language if probability >= _SURE and len(language) == 2 else None


@cache
def _identifier() -> _Identifier:
    # Imported here: it loads a model.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
