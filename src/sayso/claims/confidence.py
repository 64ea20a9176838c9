"""How sure a claim is, 0 … 1: what the model gives for each voice, and what the claim's shape takes away.

The product of: the least certain part of each voice; `NOMINAL` for an event noun; `BARE` for a clause without a
subject; `SIDE` for a participle or relative clause; `NAMELESS` for a cue that nobody speaks; `UNHEARD` for a
quotation whose voice wasn't found; and what the content says of the tree that it was cut from: `PARTS` by number of
fragments, `SCRAP` where one of several has a word or two, `WORDS` where there are no more in all, `BROKEN` where
another verb of the sentence has no place in the tree.

`OWN`, `VOICE`, `NAMELESS`, `PARTS`, `SCRAP` and `WORDS` were fitted together (maximum likelihood of the product) on
1,788 claims of 50 news articles and government statements, read against the text; a claim is right where its
predicate, content, voices and stance are. Of the claims that the fit put at .2–.4, .4–.6, .6–.7, .7–.8 and .8–.9 28,
50, 64, 76 and 81 % were right. It was made on an earlier state of the rules and of the trees; the others are estimates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.predicates import SUBJECTS, governor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.claims.syntax import Syntax
    from sayso.claims.voices import Link
    from sayso.language.analysis import Attribution
    from sayso.words.records import Span

OWN = 0.82
VOICE = 0.93
NOMINAL = 0.85
BARE = 0.85
SIDE = 0.92
NAMELESS = 0.49
UNHEARD = 0.4
PARTS = {1: 1.0, 2: 0.57}
MANY_PARTS = 0.06
SCRAP = 0.67
WORDS = {1: 0.02, 2: 0.25}
BROKEN = 0.6
BORROWING = frozenset({"xcomp", "advcl", "ccomp"})
"""Relations of clauses that borrow another verb's subject as a fragment of its own, which is no scrap."""


def confidence(
    syntax: Syntax, predicate: int, content: Sequence[Span], chain: Sequence[Link], *, quoted: bool
) -> float:
    """The confidence that predicate, voices and content are right, rounded to 4 digits.

    `quoted` says whether the predicate stands in quotation marks.
    """
    sure = OWN * _structure(syntax, predicate) * _shape(content, _without_subject(syntax, predicate, content))
    if _is_broken(syntax, predicate):
        sure *= BROKEN
    if quoted and not chain:
        sure *= UNHEARD
    for link in chain:
        sure *= VOICE * _voice(link.attribution)
    return round(sure, 4)


def _structure(syntax: Syntax, predicate: int) -> float:
    if not syntax.is_verbal(predicate):
        return NOMINAL
    if syntax.analysis.relations[predicate] in ("acl", "acl:relcl", "advcl"):
        return SIDE
    return 1.0 if syntax.subject(predicate) is not None else BARE


def _without_subject(syntax: Syntax, predicate: int, content: Sequence[Span]) -> Sequence[Span]:
    """The content without a first fragment that only brings an infinitive's or participle's subject along."""
    top, subject = governor(syntax, predicate), syntax.subject(predicate)
    if len(content) < 2 or subject is None or syntax.analysis.relations[top] not in BORROWING:
        return content
    first, position = content[0], syntax.analysis.starts[subject]
    brought = first.start <= position < first.end <= syntax.analysis.starts[top]
    return content[1:] if brought else content


def _shape(content: Sequence[Span], own: Sequence[Span]) -> float:
    """What is left of the confidence by how whole the content is, and what of it is the clause's `own`."""
    words = [len(span.text.split()) for span in own]
    total = sum(len(span.text.split()) for span in content)
    whole = PARTS.get(len(words), MANY_PARTS) * WORDS.get(total, 1.0)
    return whole * SCRAP if len(words) > 1 and min(words) < 3 else whole


def _is_broken(syntax: Syntax, predicate: int) -> bool:
    """Whether two finite verbs of the sentence hang on nothing that gives them a subject: its tree can't be right."""
    analysis = syntax.analysis
    first, end = analysis.sentences[syntax.sentence[predicate]]
    finite = (word for word in range(first, end) if analysis.xpos[word] in ("VBZ", "VBD"))
    verbs = (word for word in finite if analysis.upos[word] == "VERB" and syntax.child(word, *SUBJECTS) is None)
    return sum(syntax.subject(word) is None for word in verbs) > 1


def _voice(known: Attribution) -> float:
    parts = [known.cue_confidence, known.content_confidence]
    if not known.source:
        return NAMELESS * min(parts)
    return min(*parts, known.source_confidence)
