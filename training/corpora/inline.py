"""Texts with tags inside them, `<Tag>words</Tag>`: the plain text, and what the tags hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)([A-Za-z_]+(?::[A-Za-z_]+)*)>")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch of the plain text, by character offsets, and the tag around it."""

    start: int
    end: int
    tag: str


def read(marked: str) -> tuple[str, list[Tagged]]:
    """The text without tags, and the stretches in the order in which they end; an end without a beginning is none."""
    text = ""
    found: list[Tagged] = []
    opened: list[tuple[int, str]] = []
    for piece, closing, tag in _pieces(marked):
        text += piece
        if not closing:
            opened.append((len(text), tag))
        elif begun := next((one for one in reversed(opened) if one[1] == tag), None):
            opened.remove(begun)
            found.append(Tagged(begun[0], len(text), tag))
    return text, found


def _pieces(marked: str) -> Iterator[tuple[str, bool, str]]:
    """Each stretch of text with the tag that follows it; the last is followed by an end of nothing."""
    position = 0
    for tag in _TAG.finditer(marked):
        yield marked[position : tag.start()], bool(tag[1]), tag[2]
        position = tag.end()
    yield marked[position:], True, ""
