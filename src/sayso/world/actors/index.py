"""The names of the list, folded, with whose they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.world.actors.folding import fold

_LOWER = re.compile(r"(?:^| )[a-z]\w{3}")
"""A word in lower case, other than "of", "for", "and"."""


def is_common(name: str) -> bool:
    """Whether a word of a name of one or two words, other than a short word, is in lower case.

    In longer names a small letter is a slip: "Syrian democratic forces".
    """
    return _LOWER.search(name) is not None and (name.count(" ") < 2 or name.islower())


@dataclass(slots=True)
class Index:
    """Folded names with whose they are (doubtful, seat, id), and those with a word in lower case."""

    names: dict[str, list[tuple[bool, bool, str]]] = field(default_factory=dict)
    common: set[str] = field(default_factory=set)

    def add(self, name: str, actor_id: str, *, seat: bool) -> None:
        """Note a name as a table has it, with "?" behind it where it is doubtful."""
        name = name.strip()
        doubtful = name.endswith("?")
        key = fold(name)
        if not key:
            return
        if key in self.names:
            self.names[key].append((doubtful, seat, actor_id))
        else:
            self.names[key] = [(doubtful, seat, actor_id)]
        if is_common(name):
            self.common.add(key)
