"""The head of an article: its title and the lines between the title and the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.articles import bylines
from sayso.articles.document import Stated
from sayso.articles.layout import Piece, Role

_LONGEST_TITLE = 200
_MOST_WORDS = 30

# Title, deck, outlet, byline, date, address, kicker, reading time: more lines than this are no head.
_MOST_LINES = 10

# A deck or two and a caption may stand between a title and its byline; a longer paragraph is the article's own.
_MOST_BETWEEN = 3
_LONGEST_BETWEEN = 300

_STOPS = re.compile(r"[.,:–—-]$")
_SENTENCE_END = re.compile(r"[.!?][\"”’»)\]]*$")
# What headlines leave out and sentences have.
_SENTENCE_WORD = re.compile(r"\b(?:the|a|an|said|told|was|were|had|\w+day)\b", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Co|Corp|Jr|Sr|Gen|No|St)\.$|\.\.\.$")
_QUOTED = re.compile(r"[\"“«‘'].*[\"”»’']\W*(?:[-–—].*)?")
_SPEAKER = re.compile(r"(?:q|a|question|answer)\s*[:.]\s|[-–—•*▪●]\s|\d{1,2}[.)]\s", re.IGNORECASE)
_SENTENCE_INSIDE = re.compile(r"[a-z]{3,}[.]\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Head:
    """Where an article's title stands, what the lines around it say, and where its body begins (piece numbers).

    `roles` are the pieces that turn out to be something else than they look like alone. `says` are the kinds of
    thing that the lines say, as in `Byline`, with "dateline" for a strong one that opens the body.
    """

    title: int | None
    body: int
    stated: Stated
    says: frozenset[str]
    roles: dict[int, Role]


def read(pieces: Sequence[Piece], first: int = 0) -> Head:
    """The head that begins at piece `first`; without title where none stands there."""
    title: int | None = None
    stated, says, roles = Stated(), frozenset[str](), dict[int, Role]()
    number = first
    for number in range(first, min(first + _MOST_LINES, len(pieces))):
        piece = pieces[number]
        if piece.role == "byline" and piece.byline:
            stated, says = stated.or_else(piece.byline.stated), says | piece.byline.says
        elif piece.role in ("text", "title") and title is None and "title" not in says and is_title(pieces, number):
            title, roles[number] = number, "title"
        elif piece.role == "text" and title is not None and _is_outlet_line(pieces, number):
            stated, roles[number] = stated.or_else(_outlet(piece.text)), "byline"
            says |= {"outlet"}
        elif piece.role == "text" and title == number - 1 and (imprint := bylines.imprint(piece.text)):
            stated, roles[number] = stated.or_else(imprint), "byline"
            says |= {"date"}
        elif piece.role == "text" and title is not None and _is_reporters_line(pieces, number):
            stated, roles[number] = stated.or_else(Stated(authors=bylines.authors(piece.text))), "byline"
            says |= {"author"}
        elif piece.role == "text" and title is not None and _is_deck(pieces, number, title):
            roles[number] = "title"
        elif first == 0 and title is not None and not says and _is_above_byline(pieces, number, title):
            roles[number] = "title" if number == title + 1 and _is_short_line(piece) else piece.role
        elif piece.role not in ("boilerplate", "title") and not (piece.role == "break" and title is None):
            break
    else:
        number = min(first + _MOST_LINES, len(pieces))
    if number < len(pieces) and (dateline := pieces[number].dateline):
        stated, says = stated.or_else(dateline.stated), says | ({"dateline"} if dateline.strong else set())
    if title is not None:
        stated = stated.or_else(Stated(title=" ".join(pieces[title].text.split()).rstrip("; ")))
    return Head(title, number, stated, says, roles)


def is_title(pieces: Sequence[Piece], number: int) -> bool:
    """Whether the piece, standing first, is a title: a short line without a full stop before something longer.

    With a full stop it's one only above a byline, a dateline or an archive's mark, or if it is worded as headlines are.
    """
    piece = pieces[number]
    if piece.role == "title":
        return True
    following = (pieces[later] for later in range(number + 1, min(number + 4, len(pieces))))
    after = next((later for later in following if later.role != "break"), None)
    if after is None or not _is_short_line(piece):
        return False
    if not _STOPS.search(piece.text) or _ABBREVIATION.search(piece.text):
        return True
    marked = after.role in ("byline", "boilerplate") or after.dateline is not None
    return piece.text.endswith(".") and (marked or _is_headline(piece.text))


def _is_short_line(piece: Piece) -> bool:
    text = piece.text
    return (
        piece.role == "text"
        and piece.dateline is None
        and len(text) <= _LONGEST_TITLE
        and 2 <= len(text.split()) <= _MOST_WORDS
        and any(map(str.isalpha, text))
        and not text[0].islower()
        and not _QUOTED.fullmatch(text)
        and not _SPEAKER.match(text)
        and not _SENTENCE_INSIDE.search(text)
    )


def _is_headline(text: str) -> bool:
    """Title Case, or no article, past tense of saying or weekday in it."""
    if not _SENTENCE_WORD.search(text) and len(text.split()) >= 3:
        return True
    long = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def _is_outlet_line(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a name alone stands between a title and a byline, or is an outlet's by its words."""
    text = pieces[number].text
    if not bylines.is_outlet(text) or len(text.split()) > 4:
        return False
    return _before_byline(pieces, number) or bylines.outlet(text) is not None


def _outlet(line: str) -> Stated:
    """A name alone under a title could be an outlet's or a person's; where no word of it tells, neither is known."""
    return Stated(outlet=bylines.outlet(line))


def _is_deck(pieces: Sequence[Piece], number: int, title: int) -> bool:
    """Whether a second line goes on with a title that a semicolon leaves open, or stands between it and a byline."""
    if number == title + 1 and pieces[title].text.endswith(";"):
        return len(pieces[number].text) <= _LONGEST_TITLE
    return _before_byline(pieces, number) and _is_short_line(pieces[number]) and not pieces[number].text.endswith(":")


def _is_above_byline(pieces: Sequence[Piece], number: int, title: int) -> bool:
    """Whether decks and a caption stand between the title and the line that names authors, this piece among them.

    They are few and short, and one of them at most is a sentence: several are the text of an article signed at its end.
    At the top of a file alone: within one, what stands above a byline may be the end of another article.
    """
    between = []
    for later in range(title + 1, len(pieces)):
        piece = pieces[later]
        if _is_reporters_line(pieces, later) or (piece.byline and "author" in piece.byline.says):
            return later > number
        between.append(piece)
        sentences = sum(bool(_SENTENCE_END.search(one.text)) for one in between)
        if piece.role not in ("text", "boilerplate") or piece.dateline or len(piece.text) > _LONGEST_BETWEEN:
            return False
        if len(between) > _MOST_BETWEEN or sentences > 1:
            return False
    return False


def _is_reporters_line(pieces: Sequence[Piece], number: int) -> bool:
    """Whether people with the places that they write from stand above a date: "Jane Roe in Northgate and John Doe"."""
    return (
        pieces[number].role == "text" and _before_byline(pieces, number) and bylines.is_reporters(pieces[number].text)
    )


def _before_byline(pieces: Sequence[Piece], number: int) -> bool:
    return number + 1 < len(pieces) and pieces[number + 1].role == "byline"
