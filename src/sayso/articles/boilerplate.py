"""Lines that stand around an article and are not part of it: share bars, cookie notices, template leftovers.

The patterns are data, `boilerplate.toml`. A whole line is boilerplate or none of it is: a sentence is never cut.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# A line longer than this is a paragraph, whatever it begins with.
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of line: its key, what it is, lines that it matches, and the expression, against a whole line."""

    key: str
    definition: str
    examples: tuple[str, ...]
    expression: re.Pattern[str]


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the file's order."""
    source = (files("sayso.articles") / "boilerplate.toml").read_text(encoding="utf-8")
    return tuple(
        Pattern(
            key=key,
            definition=table["definition"],
            examples=tuple(table["examples"]),
            expression=re.compile(table["pattern"], re.IGNORECASE | re.VERBOSE),
        )
        for key, table in tomllib.loads(source).items()
    )


def kind(line: str) -> str | None:
    """The key of the pattern that the whole line matches, `None` for text."""
    line = line.strip()
    if not line or len(line) > LONGEST:
        return None
    return next((pattern.key for pattern in patterns() if pattern.expression.fullmatch(line)), None)
