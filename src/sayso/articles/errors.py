"""The one error of this room."""

from __future__ import annotations


class ArticleError(Exception):
    """Why a file, or one row of it, gave no article: what is wrong, and what to do about it where something helps.

    `name` is the file's name as given, `row` the line (from 1) of a JSONL file. `read` yields it in the place of
    an article, so that one broken row or file never ends a run.
    """

    def __init__(self, name: str, reason: str, row: int | None = None) -> None:
        super().__init__(name, reason, row)
        self.name = name
        self.reason = reason
        self.row = row

    def __str__(self) -> str:
        where = self.name if self.row is None else f"{self.name}, row {self.row}"
        return f"{where}: {self.reason}"


class UnreadableError(Exception):
    """Raised by a reader, which knows the reason but not the file's name; `read` makes an `ArticleError` of it."""
