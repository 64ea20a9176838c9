"""Markdown: the text is the file's characters, marks included; the blocks leave the marks of their line out.

Headings, block quotes, lists, fences and front matter are told apart; emphasis and links within a line are left as
they stand, because every offset points into the file's own characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.articles import bylines
from sayso.articles.decoding import decode
from sayso.articles.document import Block, BlockKind, Document, Stated

_LINE = re.compile(r"[^\r\n]+")
_HEADING = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<inner>.*)")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ \t]?)+(?P<inner>.*)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?P<inner>.*)")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+)\s*")
_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~)")
_IMAGE = re.compile(r"\s*!\[[^\]\n]*\]\([^)\n]*\)\s*|\s*\[[^\]\n]+\]:\s+\S+.*|\s*<!--.*-->\s*")
_FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<fields>.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w ]{0,30}?)\s*:\s*(?P<value>.+)")

# Front matter is a few lines; a rule far below opens none.
_LONGEST_FRONT = 4_000


def read(data: bytes) -> Document:
    """The document that a Markdown file holds; its front matter is what it states."""
    text = decode(data)
    front = _FRONT.match(text[:_LONGEST_FRONT])
    fields = list(_FIELD.finditer(front["fields"])) if front else []
    body = front.end() if front and fields else 0
    stated = Stated()
    for field in fields if body else []:
        value = field["value"].strip().strip("\"'")
        byline = bylines.parse(f"{field['key']}: {value}")
        stated = stated.or_else(byline.stated if byline else Stated())
    return Document(text, tuple(_blocks(text, body)), stated)


def _blocks(text: str, start: int) -> Iterator[Block]:
    """Lines of one kind that follow each other without a blank line are one block."""
    block: Block | None = None
    titled = fenced = False
    for match in _LINE.finditer(text, start):
        if _FENCE.match(match[0]):
            fenced = not fenced
            continue
        if fenced or _IMAGE.fullmatch(match[0]):
            continue
        kind, inner, alone = _kind(match[0])
        if kind == "title" and titled:
            kind = "text"
        titled = titled or kind == "title"
        line = _stripped(text, match.start() + inner, match.end(), kind, heading=match[0].startswith("#"))
        if block and line and not alone and _follows(text, block, line, match.start()):
            block = Block(block.start, line.end, block.kind)
            continue
        if block:
            yield block
        block = line if line and not alone else None
        if line and alone:
            yield line
    if block:
        yield block


def _kind(line: str) -> tuple[BlockKind, int, bool]:
    """A line's kind, where its text begins, and whether it is a block of its own."""
    if _RULE.fullmatch(line):
        return "break", 0, True
    if match := _HEADING.fullmatch(line.rstrip()):
        return ("title" if match["level"] == "#" else "text"), match.start("inner"), True
    if match := _QUOTE.fullmatch(line):
        return "quote", match.start("inner"), False
    if match := _ITEM.fullmatch(line):
        return "text", match.start("inner"), True
    return "text", 0, line.endswith(("  ", "\\")) or bylines.parse(line.strip("*_ ")) is not None


def _stripped(text: str, start: int, end: int, kind: BlockKind, *, heading: bool) -> Block | None:
    line = text[start:end]
    inner = line.strip()
    if heading:
        inner = inner.rstrip(" \t#")
    if not inner:
        return None
    start += line.index(inner)
    return Block(start, start + len(inner), kind)


def _follows(text: str, block: Block, line: Block, line_start: int) -> bool:
    """Whether a line goes on with the block before it; a quote's later lines bring their marks into the block."""
    between = text[block.end : line_start]
    return block.kind == line.kind and len(re.findall(r"\r\n|\r|\n", between)) == 1
