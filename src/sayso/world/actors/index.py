"""The names of the list, folded, with whose they are; kept in a file, since to fold them takes a tenth of a second."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import msgspec

from sayso.world.actors import folding
from sayso.world.actors.folding import fold
from sayso.world.gazetteer import folding as sounding

_LOWER = re.compile(r"(?:^| )[a-z]\w{3}")
"""A word in lower case, other than "of", "for", "and"."""
_MOST_KEPT = 4
"""Files of earlier lists that are left beside the newest."""


def is_common(name: str) -> bool:
    """Whether a word of a name of one or two words, other than a short word, is in lower case.

    In longer names a small letter is a slip: "Syrian democratic forces".
    """
    return _LOWER.search(name) is not None and (name.count(" ") < 2 or name.islower())


@dataclass(slots=True)
class Index:
    """Folded names with whose they are (doubtful, seat, id), those with a word in lower case, and the ids of persons
    by how their full names sound.
    """

    names: dict[str, list[tuple[bool, bool, str]]] = field(default_factory=dict)
    common: set[str] = field(default_factory=set)
    sounding: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[Sequence[str]]) -> Index:
        """The index of a list's lines, as `tables` names their fields."""
        found = cls()
        for line in lines:
            actor_id, is_person = line[0], line[2] == "person"
            for name in (line[1], *line[9].split("|")):
                key = found.add(name, actor_id, seat=False)
                if is_person and " " in key:
                    found.sound(key, actor_id)
            for name in line[12].split("|") if len(line) > 10 else ():
                found.add(name, actor_id, seat=True)
        return found

    def add(self, name: str, actor_id: str, *, seat: bool) -> str:
        """Note a name as a table has it, with "?" behind it where it is doubtful; returns it folded."""
        name = name.strip()
        key = fold(name)
        if key:
            self.names.setdefault(key, []).append((name.endswith("?"), seat, actor_id))
            if is_common(name):
                self.common.add(key)
        return key

    def sound(self, key: str, actor_id: str) -> None:
        """Note how a person's folded full name sounds."""
        same = self.sounding.setdefault(sounding.sounds(key), [])
        if actor_id not in same:
            same.append(actor_id)


def kept(folder: Path, fingerprint: str, build: Callable[[], Index]) -> Index:
    """The index of the list with this fingerprint: from the folder, or else built and put there for the next process.

    A file that is broken, or a folder that cannot be written, only costs the time to build it.
    """
    path = folder / f"actors-{fingerprint}-{_rules()}.index"
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.msgpack.decode(path.read_bytes(), type=Index)
    index = build()
    with suppress(OSError):
        _write(path, msgspec.msgpack.encode(index))
    return index


def _write(path: Path, content: bytes) -> None:
    """Put a file in place whole, and remove the oldest of its kind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)
    older = sorted(path.parent.glob("actors-*.index"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in older[_MOST_KEPT:]:
        file.unlink(missing_ok=True)


def _rules() -> str:
    """A hash of the code that folds: other code folds otherwise."""
    files = (Path(file) for file in (__file__, folding.__file__, sounding.__file__))
    return blake2b(b"".join(file.read_bytes() for file in files), digest_size=4).hexdigest()
