"""Bytes to characters, once, at the door: after this every text can be stored, searched and written as UTF-8."""

from __future__ import annotations

import codecs
import re

from sayso.articles.errors import UnreadableError

# UTF-32's little-endian mark begins with UTF-16's, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Enough for charset-normalizer to tell Cyrillic from Western code pages; its time grows with the sample.
_SAMPLE = 32_768

# A UTF-8 file cut in the middle or damaged in a few places is still UTF-8: at most one bad place in this many bytes
# that aren't ASCII.
_DAMAGE = 20

# Text has next to no control characters besides tabs, line ends and form feeds; compressed data has one in eight.
_CONTROL_SHARE = 0.05
_STRAY = 2
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

# What UTF-8, SQLite or PostgreSQL can't hold. One character for one, so that every offset stays.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of these bytes, without byte order mark; line ends stay as they are.

    Byte order mark, then UTF-8, then the encoding that the file declares, then what it most resembles.
    NULs and lone surrogates become U+FFFD. Raises UnreadableError for what is no text.
    """
    text = _marked(data) or _utf8(data) or _as(data, declared) or _resembling(data)
    if text is None:
        raise UnreadableError("its characters cannot be decoded; save it as UTF-8")
    if len(_CONTROL.findall(text)) > _STRAY + _CONTROL_SHARE * len(text):
        raise UnreadableError("it holds binary data, not text; check that its suffix is right")
    return storable(text)


def storable(text: str) -> str:
    """The same number of characters, with U+FFFD for NULs and lone surrogates."""
    return _UNSTORABLE.sub("\ufffd", text)


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    return None


def _utf8(data: bytes) -> str | None:
    """As UTF-8, damaged in few places if at all; NULs in every other byte say that it's UTF-16 instead."""
    if data.count(0) > len(data) // 4:
        return None
    text = data.decode("utf-8", errors="replace")
    damage = text.count("\ufffd")
    return text if damage * _DAMAGE <= sum(map(len, re.findall(rb"[\x80-\xff]+", data))) else None


def _as(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (LookupError, UnicodeError):
        return None


def _resembling(data: bytes) -> str | None:
    if data.count(0) > len(data) // 4:
        return _as(data, "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be")
    return _as(data, _guess(data)) or _as(data, "cp1252") or _as(data, "latin-1")


def _guess(data: bytes) -> str | None:
    # Imported here: it takes a while, and nearly every file is UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(_sample(data), steps=10, preemptive_behaviour=False).best()
    if best is None or best.alphabets == ["Basic Latin"]:
        return None
    latin = all("Latin" in alphabet or "Punctuation" in alphabet for alphabet in best.alphabets)
    # Latin code pages differ in few letters and are confused in short texts; of them Windows' is what news is saved in.
    return "cp1252" if latin and best.language != "Turkish" else best.encoding


def _sample(data: bytes) -> bytes:
    """The part around the first bytes that aren't ASCII: the rest tells nothing."""
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, (first.start() if first else 0) - 512)
    return data[start : start + _SAMPLE]
