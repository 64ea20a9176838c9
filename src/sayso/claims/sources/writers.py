"""Who writes the article, where it says so itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Named


def writer(syntax: Syntax) -> Named | None:
    """Whom the last paragraph introduces, as columns do their writer: "Karim Haddad is a lecturer in Homs"."""
    analysis = syntax.analysis
    first, _ = next((words for words in reversed(analysis.paragraphs) if words[0] < words[1]), (0, 0))
    named = syntax.names[first] if first else None
    if named is None or named.label != "person" or named.end - named.first < 2 or named.end >= len(analysis.heads):
        return None
    return named if analysis.lemmas[named.end] == "be" and analysis.xpos[named.end] == "VBZ" else None
