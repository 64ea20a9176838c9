"""In whose words a source stands: in a quotation, in what another says, or in the telling itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.grammar import marks
from sayso.claims.grammar.ranges import holds, members, size
from sayso.claims.grammar.tags import SUBJECTS
from sayso.claims.sources import mentions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.claims.sources.kinds import Source
    from sayso.language.analysis import Attribution, Range

QUOTATION = 6
"""Words of a quotation with its marks: fewer are a word or two in scare quotes."""


class Quoted:
    """The quotations of one article and its attributions that have a source, by number."""

    def __init__(self, syntax: Syntax, attributions: Sequence[Attribution], described: Mapping[int, Source]) -> None:
        self._syntax = syntax
        self._attributions = attributions
        self._described = described
        quotations = (part for found in syntax.quotations for part in found if size([part]) >= QUOTATION)
        self.words = members(quotations)
        """The words of all quotations."""
        self._telling: dict[int, list[Attribution]] = {}
        for known in attributions:
            if known.cue:
                self._telling.setdefault(syntax.paragraph[known.cue[0][0]], []).append(known)

    def by(self, number: int) -> int | None:
        """The attribution whose words a source stands in: the smallest quotation's around it, or content's."""
        head = self._described[number].head
        holding = [
            (not self._opens(part), size(known.content), other)
            for other, known in enumerate(self._attributions)
            for part in known.content
            if other != number and other in self._described and part[0] <= head < part[1]
        ]
        return min(holding)[2] if holding else None

    def subject(self, pronoun: int, gender: str) -> int | None:
        """The nearest man or woman of whom the quotation speaks before its pronoun: "My sister called. She said"."""
        syntax, analysis = self._syntax, self._syntax.analysis
        nouns, word = mentions.words(gender, "title"), pronoun - 1
        while word in self.words and syntax.sentence[word] >= syntax.sentence[pronoun] - 1:
            if (
                analysis.relations[word] in SUBJECTS
                and analysis.upos[word] == "NOUN"
                and analysis.lemmas[word] in nouns
            ):
                return word if analysis.xpos[word] == "NN" else None
            word -= 1
        return None

    def is_inside(self, number: int) -> bool:
        """Whether a source stands in what another says in the same paragraph: the telling goes on without it."""
        head = self._described[number].head
        cue = self._attributions[number].cue
        near = self._telling.get(self._syntax.paragraph[head], ())
        return any(known.cue != cue and holds(known.content, head) for known in near)

    def _opens(self, part: Range) -> bool:
        """Whether a quotation mark stands before or at its beginning."""
        first, _ = part
        return any(self._syntax.forms[word] in marks.OPENING for word in (first - 1, first) if word >= 0)
