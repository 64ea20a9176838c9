"""Articles of our own with their names in square brackets: `marked("Shells hit [Homs].")`."""

from __future__ import annotations

import re

from sayso.words.records import Article, Entity, Paragraph


def marked(text: str, label: str = "place", address: str | None = None) -> tuple[Article, list[Entity]]:
    """The article without the brackets, and what stood in them as entities."""
    bare, entities = "", []
    for part in re.split(r"(\[[^\]]*\])", text):
        if part.startswith("["):
            entities.append(Entity(len(bare), len(bare) + len(part) - 2, part[1:-1], label, 0.9))
            part = part[1:-1]
        bare += part
    paragraphs = tuple(Paragraph(match.start(), match.end()) for match in re.finditer(r"[^\n]+", bare))
    return Article("a", None, None, (), None, "en", address, None, None, bare, paragraphs), entities
