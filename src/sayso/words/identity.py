"""The id of a claim: a hash of where it stands and who makes it, the same on every run and whoever finds it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from sayso.words.records import ClaimKind, Span, Voice


def claim_id(
    article_id: str, kind: ClaimKind, content: Sequence[Span], predicate: Span, speaking: Sequence[Voice]
) -> str:
    """32 hexadecimal digits over the article, the kind, and the offsets of predicate, content and chain of voices."""
    spans = [predicate, *content]
    parts = [article_id, kind, *(f"{span.start}-{span.end}" for span in spans)]
    parts += [f"{voice.start}-{voice.end}/{voice.cue and (voice.cue.start, voice.cue.end)}" for voice in speaking]
    return blake2b("|".join(parts).encode(), digest_size=16).hexdigest()
