"""What a cue says, by the tree and by quotation marks.

In this order: the clause that the cue governs; the quotations beside it; what stands behind its colon; from its "that"
on; its object; the clause that it interrupts or follows; what it speaks of ("called for a truce"). Direct speech goes
on after the cue's sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.attributions import citing, speaker
from sayso.claims.grammar import cue_words, marks
from sayso.claims.grammar.predicates import words as predicate_words
from sayso.claims.grammar.ranges import members, runs

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Range

CLAUSES = ("ccomp", "xcomp", "csubj", "csubj:pass", "acl")
CHARGES = frozenset({"of", "for", "as"})
"""Markers of a participle that is what somebody is accused of or praised for."""
_SHORTEST = 5
"""Words of a quotation with its marks: fewer are a word in scare quotes."""
_FAR = 12
"""Words after a cue in which its "that" is looked for."""
_NEAR = 4
"""Words that may stand between a quotation and its source and cue."""


def whole(syntax: Syntax, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """The content with each quotation that it begins taken to its closing mark."""
    if not any(syntax.forms[first] in marks.OPENING for first, _ in content):
        return content
    closes = dict(syntax.quotations[syntax.paragraph[content[0][0]]])
    return tuple((first, max(end, closes.get(first, end))) for first, end in content)


def both_halves(syntax: Syntax, said: set[int], content: tuple[Range, ...]) -> tuple[Range, ...]:
    """The content with the other half of what source and cue interrupt: "“We left,” he said, “at noon.”"."""
    if not said or not content:
        return content
    first, last = min(said), max(said)
    found = syntax.quotations[syntax.paragraph[first]]
    before = next((part for part in found if part[1] == first and syntax.forms[first - 2] == ","), None)
    after = next((part for part in found if part[0] == last + 2 and syntax.forms[last + 1] == ","), None)
    if before is None or after is None or last - first >= len(said):
        return content
    half = {part: any(start < part[1] and end > part[0] for start, end in content) for part in (before, after)}
    if half[before] == half[after]:
        return content
    return runs(members(content) | set(range(*(after if half[before] else before))))


def find(syntax: Syntax, cue: set[int], source: set[int], cues: frozenset[int]) -> set[int]:
    """The words of what is said, without source and cue; `cues` are the words of all cues."""
    head = cue_words.deciding(syntax.analysis, sorted(cue))
    noun = speaker.after_according(syntax, head)
    if noun is not None:
        return _rest_of_clause(syntax, syntax.analysis.heads[noun], noun)
    taken = cue | source
    found = _clause(syntax, cue, taken)
    quoted = _quoted(syntax, head, taken, cues)
    if found & quoted:
        return (found | quoted) - taken
    found = (
        found
        or quoted
        or _after_colon(syntax, head)
        or _after_that(syntax, head, taken)
        or _dependent(syntax, head, "obj", taken)
    )
    if not found and _interrupts(syntax, head):
        found = _rest_of_clause(syntax, syntax.analysis.heads[head], head)
    found = found or _beside(syntax, head, taken) or _dependent(syntax, head, "obl", taken)
    return found - taken


def _clause(syntax: Syntax, cue: set[int], taken: set[int]) -> set[int]:
    """What a word of the cue governs with all that depends on it: its clauses on both sides, or the first other."""
    for word in sorted(cue):
        for relation in CLAUSES:
            said = [child for child in syntax.children(word, relation) if child not in taken]
            if said:
                both = said if relation == "ccomp" else said[:1]
                return {part for child in both for part in syntax.subtree(child)}
        for child in syntax.children(word, "advcl"):
            if child > word and syntax.marker(child) in CHARGES:
                return set(syntax.subtree(child)) | _dependent(syntax, word, "obj", taken)
    return set()


def _interrupts(syntax: Syntax, head: int) -> bool:
    """Whether the cue is a clause beside another one: "Troops, he said, left"."""
    relation = syntax.analysis.relations[head]
    return relation == "parataxis" or (relation == "advcl" and not syntax.marker(head) and _has_subject(syntax, head))


def _has_subject(syntax: Syntax, head: int) -> bool:
    return syntax.child(head, "nsubj") is not None


def _beside(syntax: Syntax, head: int, taken: set[int]) -> set[int]:
    """A clause that hangs loosely on the cue: "Troops left, he said"."""
    loose = (child for child in syntax.children(head, "parataxis") if child not in taken)
    return next((set(syntax.subtree(child)) for child in loose), set())


def _dependent(syntax: Syntax, head: int, relation: str, taken: set[int]) -> set[int]:
    """The first such dependent after the verb that is no time, with all that depends on it."""
    for child in syntax.children(head, relation):
        if child > head and child not in taken and syntax.labels[child] != "time":
            return set(syntax.subtree(child))
    return set()


def _after_that(syntax: Syntax, head: int, taken: set[int]) -> set[int]:
    """From a "that" soon after the cue to the end of the sentence, where the tree has no clause for it."""
    analysis = syntax.analysis
    end = analysis.sentences[syntax.sentence[head]][1]
    for word in range(head + 1, min(head + _FAR, end)):
        if analysis.lemmas[word] == "that" and analysis.upos[word] == "SCONJ" and word not in taken:
            return set(range(word, end))
    return set()


def _after_colon(syntax: Syntax, head: int) -> set[int]:
    """The rest of the paragraph where the cue's sentence ends with a colon inside it: "He added: We will return." """
    analysis = syntax.analysis
    stop = analysis.sentences[syntax.sentence[head]][1]
    end = analysis.paragraphs[syntax.paragraph[head]][1]
    return set(range(stop, end)) if syntax.forms[stop - 1] == ":" else set()


def _rest_of_clause(syntax: Syntax, head: int, without: int) -> set[int]:
    return set(syntax.subtree(head)) - set(syntax.subtree(without)) if head >= 0 else set()


def _quoted(syntax: Syntax, head: int, taken: set[int], cues: frozenset[int]) -> set[int]:
    """The quotations right before and right after source and cue, and where direct speech goes on after them.

    One that ends in an earlier sentence is another's where the cue has one behind it, and so is any before a cue that
    says something of a thing: "“…,” he said and rejected the claims".
    """
    analysis = syntax.analysis
    first, last = _around(head, taken)
    found = syntax.quotations[syntax.paragraph[head]]
    end = analysis.sentences[syntax.sentence[head]][1]
    beside = [
        part
        for part in found
        if part[1] - part[0] >= _SHORTEST
        and (
            0 <= first - part[1] < _NEAR
            or 0 <= part[0] - last - 1 < _NEAR
            or (part[0] == end and not _is_introduced(syntax, part, cues))
        )
    ]
    start, _ = analysis.sentences[syntax.sentence[head]]
    if _has_a_thing(syntax, head, taken):
        beside = [part for part in beside if part[0] > head]
    if any(last < part[0] < end for part in beside):
        beside = [part for part in beside if part[1] > start]
    return {word for part in beside for word in range(*part)}


def _has_a_thing(syntax: Syntax, head: int, taken: set[int]) -> bool:
    """Whether a verb that does more than speak has an object that is nobody: "confirmed | the call"."""
    if syntax.analysis.lemmas[head] in predicate_words("speech", "verb"):
        return False
    things = (noun for noun in syntax.children(head, "obj") if noun > head and noun not in taken)
    return any(syntax.analysis.upos[noun] == "NOUN" and not citing.can_speak(syntax, noun) for noun in things)


def _is_introduced(syntax: Syntax, quotation: Range, cues: frozenset[int]) -> bool:
    """Whether a cue of its own follows the quotation."""
    _, end = quotation
    stop = min(end + _FAR, syntax.analysis.sentences[syntax.sentence[end - 1]][1])
    return any(word in cues for word in range(end, stop))


def _around(head: int, taken: set[int]) -> Range:
    """The first and last of the taken words that stand together with the head."""
    first = last = head
    for word in sorted(word for word in taken if word < head)[::-1]:
        first = word if first - word <= _NEAR else first
    for word in sorted(word for word in taken if word > head):
        last = word if word - last <= _NEAR else last
    return first, last
