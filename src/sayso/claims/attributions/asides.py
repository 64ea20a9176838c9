"""What stands among the words of another and is the writer's.

What stands behind a quotation and its cue without marks is the writer's again: "“…,” she said, but Karim left". So is
a relative clause set off by commas in what somebody doesn't assert: "accused Karim, who was born in Hama, of theft".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.claims.grammar import marks
from sayso.claims.grammar.ranges import holds, members
from sayso.claims.grammar.telling import is_set_off

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Attribution, Range

ENDS = frozenset({",", ".", "?", "!", "…", "...", "—", "–"})
"""Signs that end direct speech before its closing mark or right after it."""


ASSERTING = "says"
"""The stance in which a relative clause may be the speaker's: "he said that the town, which they left, was empty"."""


def relative_of(syntax: Syntax, predicate: int) -> int | None:
    """The noun of the outermost relative clause, set off and outside quotation marks, that the predicate stands in."""
    found = None
    for word in (predicate, *syntax.ancestors(predicate)):
        if syntax.analysis.relations[word] == "acl:relcl" and is_set_off(syntax, word):
            found = syntax.analysis.heads[word]
    if found is None or any(holds((part,), predicate) for part in syntax.quotations[syntax.paragraph[predicate]]):
        return None
    return found


def is_phrase(syntax: Syntax, known: Attribution) -> bool:
    """Whether a verb has but a noun phrase for its content: "acknowledged | the loss, which pleased nobody"."""
    inside, cue = members(known.content), members(known.cue)
    tops = [word for word in inside if syntax.analysis.heads[word] not in inside and not syntax.signs[word]]
    return bool(tops) and all(
        syntax.analysis.relations[word] == "obj" and syntax.analysis.heads[word] in cue and not syntax.is_verbal(word)
        for word in tops
    )


def without(syntax: Syntax, known: Attribution) -> Attribution:
    """The attribution without unquoted stretches after a cue that direct speech stands before."""
    if not known.cue:
        return known
    first, end = known.cue[0][0], known.cue[-1][1]
    sentence = syntax.analysis.sentences[syntax.sentence[first]][0]
    before = (part for part in known.content if sentence < part[1] <= first)
    if not any(_is_speech(syntax, part) for part in before):
        return known
    kept = tuple(part for part in known.content if part[0] < end or _is_marked(syntax, part))
    return known if kept == known.content else replace(known, content=kept)


def _is_speech(syntax: Syntax, part: Range) -> bool:
    """Whether it is all one quotation that ends like a sentence, and not words in a sentence of the writer's."""
    first, end = part
    forms = syntax.forms
    opened = {start for start, _ in syntax.quotations[syntax.paragraph[first]]}  # '"' before it may close another's
    if not {first, first - 1} & opened:
        return False
    near = forms[max(first, end - 2) : end + 2]
    return any(sign in marks.CLOSING for sign in near) and any(sign in ENDS for sign in near)


def _is_marked(syntax: Syntax, part: Range) -> bool:
    """Whether a quotation mark stands in it or right before it."""
    first, end = part
    return not marks.SIGNS.isdisjoint(syntax.forms[max(first - 1, 0) : end])
