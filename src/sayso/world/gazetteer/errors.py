"""The one error of this room."""

from __future__ import annotations

from sayso.world.errors import WorldError


class GazetteerError(WorldError):
    """Why a source could not be added or the gazetteer not be opened: what is wrong, where, and what to do.

    `line` counts from 1.
    """

    def __init__(self, name: str, reason: str, line: int | None = None) -> None:
        super().__init__(name, reason, line)
        self.name = name
        self.reason = reason
        self.line = line

    def __str__(self) -> str:
        where = self.name if self.line is None else f"{self.name}, line {self.line}"
        return f"{where}: {self.reason}"
