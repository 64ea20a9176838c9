"""Several articles in one file, with nothing between them but a new title and a line that says who wrote it or when.

A part begins only where all of this holds, because an article cut in two is worse than two left together:

1. the text before it has come to an end: a full stop, a closing quotation mark, or a break ("---", a form feed);
2. a title stands there, and under it (or before it, if the file's first article has it so) a line that only
   an article's head has: a byline, an address, outlet and date, or a dateline with an agency or a date;
3. a date alone is enough only after a break, or where the file's first article has a date and no byline either,
   because chronicles set dates under their headings;
4. text of some length follows, as it did before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.articles import heads
from sayso.articles.heads import Head
from sayso.articles.layout import Piece

# The shortest body: one agency paragraph of some twenty words. Teasers and captions stay below it.
_BODY = 110

# Lines of boilerplate and breaks that may stand between two articles.
_BETWEEN = 60

_ENDED = re.compile(r"[.!?…\"”’»)\]][\"”’»)\]\d]*$")


def starts(pieces: Sequence[Piece]) -> list[int]:
    """The piece at which each article begins; always at least [0]."""
    first = heads.read(pieces)
    found = [0]
    body, number = 0, first.body
    while number < len(pieces):
        head = _head_at(pieces, number, first) if body >= _BODY else None
        if head and _length(pieces, head.body) >= _BODY:
            found.append(number)
            body, number = 0, head.body
        else:
            body += len(pieces[number].text) if pieces[number].role in ("text", "quote") else 0
            number += 1
    return found


def _head_at(pieces: Sequence[Piece], number: int, first: Head) -> Head | None:
    """The head of a new article that begins with this piece, `None` if none does."""
    if pieces[number].role not in ("text", "title", "byline"):
        return None
    before, broken = _before(pieces, number)
    if before is None or not (broken or _ENDED.search(before.text[-9:])):
        return None
    if pieces[number].role == "byline" and not (_bylines_first(pieces, first) or broken):
        return None
    head = heads.read(pieces, number)
    titled = head.title is not None or "title" in head.says
    return head if titled and _is_marked(head, first, broken=broken) else None


def _before(pieces: Sequence[Piece], number: int) -> tuple[Piece | None, bool]:
    """The last piece of text before this one, and whether a break stands between the two."""
    broken = False
    for earlier in range(number - 1, max(number - _BETWEEN, 0) - 1, -1):
        piece = pieces[earlier]
        if piece.role in ("text", "quote"):
            return piece, broken
        broken = broken or piece.role == "break"
    return None, broken


def _bylines_first(pieces: Sequence[Piece], first: Head) -> bool:
    lead = next((piece for piece in pieces if piece.role not in ("break", "boilerplate")), None)
    return lead is not None and lead.role == "byline" and (first.title is not None or "title" in first.says)


def _is_marked(head: Head, first: Head, *, broken: bool) -> bool:
    if head.says & {"author", "address", "dateline"} or {"outlet", "date"} <= head.says:
        return True
    alike = "date" in first.says and not first.says & {"author"}
    return "date" in head.says and (broken or alike)


def _length(pieces: Sequence[Piece], first: int) -> int:
    """How long the text is that begins at this piece, up to three paragraphs; 0 if it doesn't begin with a sentence."""
    body = [piece.text for piece in pieces[first : first + 5] if piece.role in ("text", "quote")][:3]
    return sum(map(len, body)) if body and _ENDED.search(body[0][-9:]) else 0
