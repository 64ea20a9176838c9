"""What `read` returns: articles, claims and errors, to go through, print, or look at in a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import SupportsIndex, overload

from sayso import notebook
from sayso.articles import ArticleError
from sayso.words import lines
from sayso.words.records import Article, Claim, Reading

_SHOWN = 20


class Claims(tuple[Claim, ...]):
    """A tuple of claims that prints as one line a claim, the first twenty."""

    __slots__ = ()

    @overload
    def __getitem__(self, at: SupportsIndex) -> Claim: ...
    @overload
    def __getitem__(self, at: slice) -> Claims: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Claim | Claims:
        return Claims(super().__getitem__(at)) if isinstance(at, slice) else super().__getitem__(at)

    def __repr__(self) -> str:
        more = [f"… and {len(self) - _SHOWN} more"] if len(self) > _SHOWN else []
        return "\n".join([*map(lines.line, self[:_SHOWN]), *more]) or "no claims"

    def _repr_html_(self) -> str:
        return notebook.table(self[:_SHOWN], of=len(self))


@dataclass(frozen=True, slots=True, repr=False)
class Readings:
    """Each article that was read with what it says, in the order of the files, and what could not be read."""

    readings: tuple[Reading, ...]
    errors: tuple[ArticleError, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles."""
        return tuple(reading.article for reading in self.readings)

    @property
    def claims(self) -> Claims:
        """The claims of all articles."""
        return Claims(claim for reading in self.readings for claim in reading.claims)

    def __iter__(self) -> Iterator[Reading]:
        return iter(self.readings)

    def __len__(self) -> int:
        return len(self.readings)

    def __getitem__(self, number: int) -> Reading:
        return self.readings[number]

    def __repr__(self) -> str:
        counts = (len(self.readings), "article"), (len(self.claims), "claim"), (len(self.errors), "error")
        return f"<Readings: {', '.join(lines.number(*count) for count in counts)}>"

    def _repr_html_(self) -> str:
        """One article with its marks, or a line for each of several."""
        if len(self.readings) == 1 and not self.errors:
            return notebook.article(self.readings[0].article, self.readings[0].claims)
        return notebook.contents(self.readings, tuple(map(str, self.errors)))
