"""A corpus's document as the model reads it, with the corpus's own words."""

from __future__ import annotations

from sayso.language.analysis import Analysis
from sayso.language.model import Model
from training.documents import Document


def analysed(model: Model, document: Document) -> Analysis:
    """The analysis of a document, word by word as the corpus divides it."""
    starts, ends = [word[0] for word in document.words], [word[1] for word in document.words]
    return model.read(model.prepared(document.text, starts, ends, document.paragraphs))
