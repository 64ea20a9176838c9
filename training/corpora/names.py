"""What is a name where a corpus marks more: titles are no part of one; "we", "the regime", "schools" are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from training.documents import Document, paint, spans

NAMED = frozenset({"person", "organisation", "place"})
_TITLES = frozenset(
    "admiral ambassador brigadier captain chancellor chief col colonel commander commissioner commodore congressman "
    "deputy director doctor dr emir envoy foreign gen general gov governor judge king lady lieutenant lord lt maj "
    "major mayor minister miss mr mrs ms pope president prime prince princess prof professor queen rep representative "
    "secretary sen senator sergeant sgt sheikh sir speaker spokesman spokesperson spokeswoman vice".split()
)
_ARTICLES = frozenset({"the", "a", "an"})
_PRONOUNS = frozenset("he her him his i it its our she their them they this those us we who".split())
_SMALL = frozenset({"of", "the", "and", "for", "al", "de", "in", "-", "'s", "’s", "&", ",", "."})


def is_title(form: str) -> bool:
    """Whether a word before a person's name says what the person is."""
    return form.lower().rstrip(".") in _TITLES


def only(document: Document) -> Document:
    """The document with names alone of what it marks as people, organisations and places.

    Where part of a phrase is a name ("Iraqi security forces", "the Foreign Secretary") nothing is said.
    """
    labels, forms = list(document.tags["entity"]), document.forms()
    for first, end, label in spans(document.tags["entity"]):
        if label not in NAMED:
            continue
        for word in range(first, end):
            labels[word] = "O" if forms[word][0].islower() else None
        while first < end and forms[first].lower() in _ARTICLES:
            labels[first] = "O"
            first += 1
        while label == "person" and first + 1 < end and is_title(forms[first]):
            first += 1
        if first < end and _is_name(forms[first:end]):
            paint(labels, (first, end), label)
    return replace(document, tags=document.tags | {"entity": labels})


def _is_name(forms: Sequence[str]) -> bool:
    words = [form for form in forms if form not in _SMALL]
    return (
        bool(words)
        and all(form[0].isupper() or form[0].isdigit() for form in words)
        and not any(is_title(form) or form.lower() in _PRONOUNS for form in words)
    )
