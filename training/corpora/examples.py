"""Our own examples (`training/examples/*.txt`): text with marks inside, as `training/examples/README.md` defines them.

`[words|mark mark …]` marks words; marks nest. Reading checks everything that a program can: what does not hold is a
`MarkError` that names the file and the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sayso.words import vocabulary
from training.documents import Argued, Attributed, Document, Range, covered, divide

NONE = "none"
"""Type of a predicate that is no event."""
UNSAID = "?"
"""Type of a predicate of which nothing is said but its manner and its arguments."""
SCORES = {
    "happened": 3.0,
    "did_not_happen": -3.0,
    "will": 2.0,
    "planned": 1.0,
    "demanded": 0.5,
    "possible": 0.8,
    "conditional": 0.2,
    "general": 2.5,
    "statement": 3.0,
}
"""Factuality where a mark gives none: about what UW's annotators give."""
ARGUMENTS = ("actor", "recipient", "place", "time", "quantity")
PARTS = ("source", "cue", "content")
KINDS = {key: term.words["told"][0] for key, term in vocabulary.load("source_kinds").items() if "told" in term.words}
"""Kinds of source that are FactAppeal's too, by our name."""
_OPENING = frozenset("\"“‘«'")
_CLOSING = frozenset("\"”’»'")
_TRIGGER = re.compile(r"(\d+)=([A-Za-z]+|\?)(?::([a-z_]+))??:([a-z_]+?)([+-]\d(?:\.\d)?)?")
_ARGUMENT = re.compile(rf"(\d+)\.({'|'.join(ARGUMENTS)})")
_PART = re.compile(rf"([a-z]{{1,2}})\.({'|'.join(PARTS)})((?::[a-z_]+)*)")


class MarkError(ValueError):
    """A mark that doesn't hold, with the file and the line where its example begins."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that evokes event `number`, or a predicate that is none: its type, mode and factuality."""

    number: int
    type: str
    mode: str | None
    manner: str
    score: float


@dataclass(slots=True)
class Marked:
    """One example: its text, and what is marked in it by character offsets."""

    name: str
    text: str
    triggers: list[tuple[Range, Trigger]] = field(default_factory=list)
    arguments: list[tuple[Range, int, str]] = field(default_factory=list)
    """Range, number of the event, what it is to it."""
    parts: list[tuple[Range, str, str, tuple[str, ...]]] = field(default_factory=list)
    """Range, letter of the attribution, part, and what is said of it."""


def read(path: Path) -> list[Document]:
    """The examples of a file or of all files in a folder. MarkError for a mark that doesn't hold."""
    return [document(marked) for marked in marked_in(path)]


def marked_in(path: Path) -> Iterator[Marked]:
    """The examples with their marks, file by file in the order of names."""
    for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
        for line, block in blocks(file.read_text(encoding="utf-8")):
            yield parse(block, f"{file.name}:{line}")


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """Stretches between empty lines, without comments, with the number of their first line."""
    begun, lines = 0, list[str]()
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.startswith("#"):
            continue
        if line.strip():
            begun = begun if lines else number
            lines.append(line.strip())
        elif lines:
            yield begun, "\n".join(lines)
            lines = []


def parse(block: str, name: str) -> Marked:
    """One example. MarkError for half a bracket, an unknown mark or label, or a mark without its event."""
    found = Marked(name, "")
    opened: list[int] = []
    for piece in re.findall(r"\[|\|[^\[\]|]*\]|[^\[\]|]+|.", block):
        if piece == "[":
            opened.append(len(found.text))
        elif piece.startswith("|"):
            if not opened or not piece.endswith("]"):
                raise MarkError(f"{name}: {piece!r} closes nothing")
            mark(found, (opened.pop(), len(found.text)), piece[1:-1].split())
        elif piece == "]":
            raise MarkError(f"{name}: a bracket closes without marks after {found.text[-20:]!r}")
        else:
            found.text += piece
    if opened:
        raise MarkError(f"{name}: a bracket is open before {found.text[opened[-1] :][:20]!r}")
    check(found)
    return found


def mark(found: Marked, place: Range, marks: list[str]) -> None:
    """Note marks of the words between two offsets. MarkError for what is no mark."""
    words = found.text[place[0] : place[1]]
    if not words.strip() or words != words.strip():
        raise MarkError(f"{found.name}: {words!r} begins or ends with a blank")
    if not marks:
        raise MarkError(f"{found.name}: {words!r} has brackets and no mark")
    for one in marks:
        if trigger := _TRIGGER.fullmatch(one):
            found.triggers.append((place, _trigger(found.name, *trigger.groups())))
        elif argument := _ARGUMENT.fullmatch(one):
            found.arguments.append((place, int(argument[1]), argument[2]))
        elif part := _PART.fullmatch(one):
            found.parts.append((place, part[1], part[2], tuple(filter(None, part[3].split(":")))))
        else:
            raise MarkError(f"{found.name}: {one!r} on {words!r} is no mark")


def _trigger(name: str, number: str, kind: str, mode: str | None, manner: str, score: str | None) -> Trigger:
    if kind not in (NONE, UNSAID) and kind not in vocabulary.load("event_types"):
        raise MarkError(f"{name}: there is no event type {kind!r}")
    if mode is not None and mode not in vocabulary.load("event_modes"):
        raise MarkError(f"{name}: there is no mode {mode!r}")
    if manner not in SCORES:
        raise MarkError(f"{name}: there is no manner {manner!r}; there are {', '.join(SCORES)}")
    return Trigger(int(number), kind, mode, manner, SCORES[manner] if score is None else float(score))


def check(found: Marked) -> None:
    """MarkError for marks that don't go together."""
    numbers = [trigger.number for _, trigger in found.triggers]
    if twice := {number for number in numbers if numbers.count(number) > 1}:
        raise MarkError(f"{found.name}: event {min(twice)} has two triggers")
    if lost := {number for _, number, _ in found.arguments} - set(numbers):
        raise MarkError(f"{found.name}: event {min(lost)} has arguments and no trigger")
    events = {trigger.number for _, trigger in found.triggers if trigger.type != NONE}
    if idle := {number for _, number, _ in found.arguments} - events:
        raise MarkError(f"{found.name}: predicate {min(idle)} is no event and has arguments")
    cued = {letter for _, letter, part, _ in found.parts if part == "cue"}
    if mute := {letter for _, letter, _, _ in found.parts} - cued:
        raise MarkError(f"{found.name}: attribution {min(mute)!r} has no cue")
    known = {"source": {*vocabulary.load("source_kinds"), "named", "unnamed"}, "cue": {*vocabulary.load("stances")}}
    for _, letter, part, said in found.parts:
        if strange := set(said) - known.get(part, set()):
            raise MarkError(f"{found.name}: {min(strange)!r} can't be said of the {part} {letter!r}")


def document(marked: Marked, base: Document | None = None) -> Document:
    """The example as words with targets: those of `base`, which has the same text, or as `divide` has them.

    MarkError for a trigger of more than one word, or marks inside words.
    """
    made = Document(marked.name, marked.text, *divide(marked.text)) if base is None else replace(base, tags={})
    words = made.words

    def at(place: Range) -> Range:
        first, end = covered(words, *place)
        if first == end or (words[first][0], words[end - 1][1]) != place:
            raise MarkError(f"{marked.name}: {marked.text[slice(*place)]!r} begins or ends inside a word")
        return first, end

    types: list[str | None] = [NONE] * len(words)
    manners: list[str | None] = [None] * len(words)
    scores: list[float | None] = [None] * len(words)
    made.events = []
    for place, trigger in marked.triggers:
        word, end = at(place)
        if end - word != 1:
            raise MarkError(f"{marked.name}: the trigger {marked.text[slice(*place)]!r} is more than one word")
        types[word] = None if trigger.type == UNSAID else trigger.type
        manners[word], scores[word] = trigger.manner, trigger.score
        of = [(part, at(there)) for there, number, part in marked.arguments if number == trigger.number]
        made.events.append(Argued(word, of))
    made.tags = {"event_type": types, "manner": manners, **_sources(marked, len(words), at)}
    made.scores = {"factuality:uw": scores}
    made.attributions = _attributions(marked, at, made.forms())
    return made


def _sources(marked: Marked, count: int, at: Callable[[Range], Range]) -> dict[str, list[str | None]]:
    named: list[str | None] = [None] * count
    kinds: list[str | None] = [None] * count
    for place, _, part, said in marked.parts:
        first, end = at(place)
        for word in range(first, end) if part == "source" else ():
            named[word] = next((one for one in said if one in ("named", "unnamed")), named[word])
            kinds[word] = next((KINDS[one] for one in said if one in KINDS), kinds[word])
    return {"source_named": named, "source_kind": kinds}


def _attributions(marked: Marked, at: Callable[[Range], Range], forms: list[str]) -> list[Attributed]:
    found: dict[str, Attributed] = {}
    for place, letter, part, _ in marked.parts:
        one = found.setdefault(letter, Attributed([], [], []))
        first, end = at(place)
        if part == "cue":
            one.cue += range(first, end)
        elif part == "source":
            one.source.append((first, end))
        else:
            one.content.append(_quoted(forms, first, end))
    return list(found.values())


def _quoted(forms: list[str], first: int, end: int) -> Range:
    """A content with the quotation marks around it, and the stop before the closing one, as PolNeAR has them."""
    after = end + (forms[end : end + 1] in (["."], [","], ["?"], ["!"]))
    if first and forms[first - 1] in _OPENING and forms[after : after + 1] and forms[after] in _CLOSING:
        return first - 1, after + 1
    return first, end
