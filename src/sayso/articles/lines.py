"""Plain text to blocks: which lines belong to one paragraph.

Scrapes write a paragraph a line; e-mails, agencies and PDFs break lines at a width and set paragraphs apart by blank
lines, indents or a line that ends early. The file as a whole decides which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.articles import bylines
from sayso.articles.document import Block

# Set by hand on wrapped and unwrapped texts: nobody wraps wider, and a wrapped file breaks nearly every line because
# the next word had no room. A proportional font (PDF) leaves lines of uneven length, hence the slack.
_WIDEST = 130
_NARROWEST = 30
_SLACK = 0.8
_FULL_SHARE = 0.5
_SMALL_SHARE = 0.4

_LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_FEED = re.compile("\f")
_RULE = re.compile(r"(?:[-–—_=*#~•·.+]\s?){3,}|(?:\*\s*){1,3}|[oO0]{3,}|-\s*[-0]+\s*-|_{2,}\.?")
_NUMBERED = re.compile(r"(?:document\s+)?\d{1,4}\s+of\s+\d{1,4}(?:\s+documents?)?", re.IGNORECASE)
_INDENT = re.compile(r"\t|[ \u3000]{2,}")
_ENDS = re.compile(r"[.!?:;…\"”’»)\]]$")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line without outer white space.

    `gap` says that blank lines or a page stand before it, `signed` that it is a byline or a date.
    """

    start: int
    end: int
    text: str
    gap: bool
    indented: bool
    signed: bool


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs and breaks of a plain text."""
    lines = list(_lines(text))
    width = _width(lines)
    found = [_block(group) for group in _groups(lines, width)]
    feeds = [Block(match.start(), match.end(), "break") for match in _FEED.finditer(text)]
    return tuple(sorted(found + feeds, key=lambda block: block.start))


def is_break(line: str) -> bool:
    """Whether a line is a rule ("---", "* * *") or an export's counter ("2 of 5 DOCUMENTS")."""
    return bool(len(line) <= 120 and (_RULE.fullmatch(line) or _NUMBERED.fullmatch(line)))


def _lines(text: str) -> Iterator[_Line]:
    last = 0
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if not stripped:
            continue
        start = match.start() + match[0].index(stripped)
        between = text[last : match.start()]
        gap = "\f" in between or len(re.findall(r"\r\n|[^ \t]", between)) > 1
        signed = len(stripped) <= _WIDEST and bylines.parse(stripped) is not None
        yield _Line(start, start + len(stripped), stripped, gap, bool(_INDENT.match(match[0])), signed)
        last = start + len(stripped)


def _width(lines: list[_Line]) -> int | None:
    """The width at which the file breaks its lines, `None` if every line is a paragraph."""
    inner = [(line, after) for line, after in pairwise(lines) if not (after.gap or line.signed or after.signed)]
    if not inner:
        return None
    lengths = sorted(len(line.text) for line, _ in inner)
    width = lengths[int(len(lengths) * 0.95)]
    if lengths[-1] > _WIDEST or width < _NARROWEST:
        return None
    full = sum(_is_full(line, after, width) for line, after in inner)
    return width if full >= _FULL_SHARE * len(inner) and _runs_on(inner) else None


def _runs_on(inner: list[tuple[_Line, _Line]]) -> bool:
    """Whether lines break inside sentences, so that the next often begins small; lines of a head don't."""
    return sum(after.text[0].islower() for _, after in inner) >= _SMALL_SHARE * len(inner)


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Whether the next line's first word had no room on this one."""
    return len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) >= width * _SLACK


def _groups(lines: list[_Line], width: int | None) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if group and not (width and _continues(group[-1], line, width)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _continues(line: _Line, after: _Line, width: int) -> bool:
    if after.gap or line.signed or after.signed or (after.indented and not line.indented):
        return False
    if is_break(line.text) or is_break(after.text):
        return False
    runs_on = not _ENDS.search(line.text) and after.text[0].islower()
    return runs_on or _is_full(line, after, width)


def _block(group: list[_Line]) -> Block:
    is_rule = len(group) == 1 and is_break(group[0].text)
    return Block(group[0].start, group[-1].end, "break" if is_rule else "text")
