"""The content of a claim: the words of the predicate's clause, as spans that read as a whole.

The clause is what depends on the predicate, with the verbs that only modify it ("wants to …") and, where a second
verb shares them, the subject and auxiliaries of the first; an infinitive or participle takes the subject along that
another verb gives it. Clauses beside it (coordinated, set off, with a subject of their own) are left out; a condition
and a purpose stay. What stands between two fragments joins them if no clause begins there, and the words beside them
mend their edges (`edges`). Outer punctuation and quotation marks are trimmed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.claims.contents.completed import completed, with_noun
from sayso.claims.contents.edges import Edges
from sayso.claims.contents.leads import lead_end
from sayso.claims.contents.sharing import (
    addressee,
    first_conjunct,
    is_shared_form,
    joint_verb,
    shared_subjects,
    shared_verbs,
    told_of,
)
from sayso.claims.grammar.phrases import AFTER
from sayso.claims.grammar.predicates import (
    governor,
    is_counted,
    is_participle_of_as,
    leads_to,
    said_of,
)
from sayso.claims.grammar.ranges import runs
from sayso.claims.grammar.tags import FILLED, FINITE
from sayso.claims.grammar.telling import is_set_off
from sayso.words.records import Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Analysis

CONDITIONS = frozenset({"if", "unless", "until", "whether", "till"})
OPENERS = frozenset({"that", "and", "but", "or", "nor", "so"})
RUMOURED = frozenset(
    {"say", "believe", "report", "think", "know", "allege", "suspect", "presume", "understand", "claim"}
)
"""Passives whose infinitive tells of their subject: "is believed to have fled"."""
QUESTIONS = [[word, asked] for word in ("of", "about", "on") for asked in ("how", "what", "whether", "why", "who")]
ALONGSIDE = frozenset({"parataxis", "discourse", "vocative", "list"})
BESIDE = ALONGSIDE | {"conj", "advcl", "acl:relcl", "advcl:relcl"}
"""Relations of clauses that may stand beside the one that they depend on."""
STRAIGHT = re.compile('"+')
SINGLE = frozenset({"'", "''"})
APOSTROPHE = re.compile("(?<=\\w)’(?=\\w)|(?<=s)’(?= )")
DANGLING = frozenset({"and", "but", "or", "nor", "the", "a", "an", "because", "which", "who", "when", "than"})
"""Words that end nothing."""
LEADING = frozenset({"so", "even", "just", "only"})
"""Words that end nothing where they belong to what follows."""
QUOTES = {"”": "“", "’": "‘", "»": "«"}
SHARING = frozenset({"xcomp", "advcl", "ccomp", "conj"})
"""Relations in which a clause without a subject has that of another verb."""
OUTSIDE = frozenset({"case", "cc", "mark", "cop", "punct", *FILLED})
"""What stands before a noun and isn't of its phrase."""
_GAP = 8
"""Words between two fragments that are taken in: more are seldom a slip of the tree."""
_MODIFIERS = 8
"""Words before a noun that are taken along with it."""
_LONGEST = 200
"""Words of one clause that are looked at: a guard against text without sentences."""


def content(
    syntax: Syntax, predicate: int, predicates: Collection[int], said: frozenset[int] | None
) -> tuple[Span, ...]:
    """The spans of the predicate's clause, in order; `said` are the words of the innermost voice.

    Never empty, and one of the spans holds the predicate.
    """
    chosen = _words(syntax, predicate, predicates)
    chosen -= _notes(syntax, chosen, predicate)
    if said is not None:
        chosen = (chosen & said) | addressee(syntax, predicate, said) | told_of(syntax, predicate) | {predicate}
    analysis = syntax.analysis
    joined = _joined(syntax, _runs(analysis, chosen), predicates, said)
    widened = _widened(joined, predicate, Edges(syntax, predicate, predicates, said))
    widened = _met([with_noun(syntax, run) for run in widened[:-1]] + [completed(syntax, widened[-1])])
    bounds = analysis.sentences[syntax.sentence[predicate]]
    lead = min(lead_end(syntax, *bounds), predicate)
    if lead > bounds[0]:
        widened = [range(max(run.start, lead), run.stop) if bounds[0] <= run.start else run for run in widened]
    trimmed = [_trimmed(syntax, run, predicate) for run in widened if run]
    return tuple(_span(analysis, run) for run in trimmed if run)


def _notes(syntax: Syntax, words: set[int], predicate: int) -> set[int]:
    """Numbers of footnotes with their brackets: "left Hama.[3]"; one in the middle comes back when gaps are filled."""
    upos, forms = syntax.analysis.upos, syntax.forms
    if "[" not in syntax.analysis.text:
        return set()
    numbers = [word for word in words if upos[word] == "NUM" and forms[word - 1] == "[" and word != predicate]
    found = {beside for number in numbers for beside in (number - 1, number, number + 1)}
    return {word for word in found if word in numbers or (word < len(forms) and forms[word] in "[]")}


def _widened(fragments: list[range], predicate: int, edges: Edges) -> list[range]:
    """The fragments with what their edges cut off, those that meet then made one."""
    main = next(run for run in fragments if predicate in run)
    whole = edges.widened(main)
    found: list[range] = []
    for run in fragments:
        if run.stop <= main.start:
            found += [] if edges.has_found_subject(main, whole) else [range(edges.whole_noun(run.start), run.stop)]
        elif run.start > main.start and whole.stop >= main.stop:
            found.append(run)
        elif run == main:
            found.append(whole)
    return _met(found)


def _met(fragments: list[range]) -> list[range]:
    """The fragments in order, without overlap."""
    found: list[range] = []
    for run in fragments:
        if found and run.start <= found[-1].stop:
            found[-1] = range(min(found[-1].start, run.start), max(found[-1].stop, run.stop))
        else:
            found.append(run)
    return found


def _words(syntax: Syntax, predicate: int, predicates: Collection[int]) -> set[int]:
    top = governor(syntax, predicate)
    chosen = _subtree(syntax, top, predicate, predicates)
    if top == predicate and not syntax.is_verbal(predicate):
        chosen -= set(syntax.children(predicate, "case"))
    relation, head = syntax.analysis.relations[top], syntax.analysis.heads[top]
    if relation == "conj" and head >= 0 and syntax.child(top, *FILLED) is None and syntax.is_verbal(top):
        for child in shared_subjects(syntax, top):
            chosen |= _subtree(syntax, child, predicate, predicates)
        chosen |= shared_verbs(syntax, top)
    joint = joint_verb(syntax, predicate)
    if joint is not None:
        chosen |= _subtree(syntax, joint, predicate, predicates)
    if head >= 0 and _is_said_of_another(syntax, top, head):
        subject = said_of(syntax, head)
        chosen |= set() if subject is None else _subtree(syntax, subject, predicate, predicates)
    chosen |= _shared_subject(syntax, top)
    first = first_conjunct(syntax, top)
    if syntax.analysis.relations[first] in ("acl", "acl:relcl") and syntax.analysis.heads[first] >= 0:
        chosen |= _noun_phrase(syntax, syntax.analysis.heads[first])
    return chosen


def _shared_subject(syntax: Syntax, top: int) -> set[int]:
    """Whom an infinitive or participle is said of: "rebels" in "rebels waited to attack"."""
    analysis = syntax.analysis
    if analysis.relations[top] not in SHARING or not syntax.is_verbal(top) or syntax.child(top, *FILLED) is not None:
        return set()
    subject = syntax.subject(top)
    if (
        subject is None
        or subject > top
        or syntax.sentence[subject] != syntax.sentence[top]
        or syntax.is_verbal(subject)
    ):
        return set()
    return _noun_phrase(syntax, subject) | _coordinated(syntax, subject, top) | _of_phrase(syntax, subject)


def _of_phrase(syntax: Syntax, noun: int) -> set[int]:
    """Whose or of what it is, right behind it: "of Aleppo" in "the governor of Aleppo"."""
    behind = next((child for child in syntax.children(noun, "nmod") if syntax.marker(child) == "of"), None)
    if behind is None:
        return set()
    words = syntax.subtree(behind)
    whole = words[0] == noun + 1 < words[-1] and words[-1] - words[0] == len(words) - 1 <= _MODIFIERS
    return set(words) if whole else set()


def _coordinated(syntax: Syntax, noun: int, before: int) -> set[int]:
    """What is coordinated with a subject that stands before its verb: "and its allies" in "the army and its allies"."""
    relations = syntax.analysis.relations
    others = [child for child in syntax.children(noun, "conj") if child < before and not syntax.is_verbal(child)]
    found: set[int] = set()
    for other in others:
        found |= _noun_phrase(syntax, other) | {child for child in syntax.dependents[other] if relations[child] == "cc"}
    return found


def _is_said_of_another(syntax: Syntax, word: int, head: int) -> bool:
    """ "a disgrace" in "called the vote a disgrace", and the infinitive of "is believed to have fled"."""
    relation = syntax.analysis.relations[word]
    if syntax.is_verbal(word) and not is_participle_of_as(syntax, word):
        return relation == "xcomp" and syntax.is_passive(head) and syntax.analysis.lemmas[head] in RUMOURED
    return relation in ("xcomp", "ccomp") or syntax.marker(word) == "as" or is_counted(syntax, word, {head})


def _subtree(syntax: Syntax, top: int, predicate: int, predicates: Collection[int]) -> set[int]:
    found, relations = [top], syntax.analysis.relations
    for word in found:
        below = syntax.dependents[word]
        if len(found) > _LONGEST:
            break
        if below:
            found += [
                child
                for child in below
                if relations[child] not in BESIDE
                or not _stands_beside(syntax, child, predicate, predicates)
                or (is_shared_form(syntax, child) and word != predicate and word not in syntax.ancestors(predicate))
            ]
    return set(found)


def _stands_beside(syntax: Syntax, child: int, predicate: int, predicates: Collection[int]) -> bool:
    """Whether the dependent is a clause beside this one, or the conjunction that leads to it."""
    analysis = syntax.analysis
    relation = analysis.relations[child]
    if child == predicate:
        return False
    if relation == "conj":
        return syntax.is_verbal(child) and (leads_to(syntax, child, predicates) or _says(syntax, child))
    if relation in ALONGSIDE:
        return True
    if relation == "advcl":
        own = syntax.child(child, *FILLED) is not None and syntax.marker(child) not in CONDITIONS
        return own and leads_to(syntax, child, predicates)
    return is_set_off(syntax, child) and leads_to(syntax, child, predicates)


def _says(syntax: Syntax, verb: int) -> bool:
    """Whether a second finite verb is a cue with something said: "came to the town and | promised that …"."""
    return syntax.analysis.xpos[verb] in FINITE and any(known.content for known in syntax.voiced.get(verb, ()))


def _noun_phrase(syntax: Syntax, noun: int) -> set[int]:
    """The noun that a clause says something of, with what stands before it and the rest of its name."""
    relations = syntax.analysis.relations
    first = syntax.child(noun, "cop") or 0  # "will be | the only way to leave"
    before = [child for child in syntax.dependents[noun] if first <= child < noun and relations[child] not in OUTSIDE]
    found = {word for child in before for word in syntax.subtree(child) if noun - _MODIFIERS <= word < noun} | {noun}
    found |= {child for child in syntax.dependents[noun] if child > noun and relations[child] in AFTER}
    name = syntax.names[noun]
    return found if name is None else found | set(range(name.first, name.end))


def _joined(
    syntax: Syntax, fragments: list[range], predicates: Collection[int], said: Collection[int] | None
) -> list[range]:
    """The fragments, those made one between which a few words stand that belong to no other clause."""
    joined = fragments[:1]
    for run in fragments[1:]:
        gap = range(joined[-1].stop, run.start)
        if len(gap) <= _GAP and all(_is_filling(syntax, word, run.start, predicates, said) for word in gap):
            joined[-1] = range(joined[-1].start, run.stop)
        else:
            joined.append(run)
    return joined


def _is_filling(
    syntax: Syntax, word: int, after: int, predicates: Collection[int], said: Collection[int] | None
) -> bool:
    """Whether a word between two fragments may be taken in: the same voice's, and the start of nothing else."""
    if syntax.sentence[word] != syntax.sentence[after] or (said is not None and word not in said):
        return False
    tensed = syntax.analysis.xpos[word] in FINITE and syntax.analysis.upos[word] in ("VERB", "AUX")
    return word not in predicates and not tensed


def _runs(analysis: Analysis, words: set[int]) -> list[range]:
    """Neighbouring words as ranges; punctuation alone between two doesn't part them."""
    found: list[range] = []
    for first, end in runs(words):
        if found and first - found[-1].stop < 3 and _is_punctuation(analysis, found[-1].stop, first):
            found[-1] = range(found[-1].start, end)
        else:
            found.append(range(first, end))
    return found


def _is_punctuation(analysis: Analysis, first: int, end: int) -> bool:
    return analysis.upos[first:end].count("PUNCT") == end - first


def _trimmed(syntax: Syntax, run: range, predicate: int) -> range:
    """Without outer punctuation, conjunctions and marks that are not closed inside; empty if nothing is left."""
    analysis, first, end = syntax.analysis, run.start, run.stop
    if _is_punctuation(analysis, first, end):
        return range(first, first)
    while first < end and first != predicate and _opens(syntax, first, end):
        first += 1
    while (
        end > first
        and end - 1 != predicate
        and (_is_loose(syntax, end - 1, first, end) or syntax.lower[end - 1] in DANGLING or _leads(syntax, end))
    ):
        end -= 1
    return range(first, end)


def _leads(syntax: Syntax, end: int) -> bool:
    """Whether the last word before this end is of what follows: "left, even | as …", "… so | they left"."""
    return syntax.lower[end - 1] in LEADING and syntax.analysis.heads[end - 1] >= end


def _opens(syntax: Syntax, first: int, end: int) -> bool:
    """Whether the first word only opens the clause; so does "of" before a question: "talk | of how many had left"."""
    asked = syntax.lower[first : first + 2] in QUESTIONS and first + 2 < end
    return asked or _is_opener(syntax.analysis, first) or _is_loose(syntax, first, first, end)


def _is_opener(analysis: Analysis, word: int) -> bool:
    """Whether it only opens the clause: not "that" in "that figure", whatever it is tagged as."""
    opens = analysis.lemmas[word] in OPENERS and analysis.upos[word] in ("CCONJ", "SCONJ")
    return opens and analysis.relations[word] != "det"


def _is_loose(syntax: Syntax, word: int, first: int, end: int) -> bool:
    """Whether an outer word is punctuation that belongs to nothing inside the run."""
    if not syntax.signs[word]:
        return False
    analysis, form = syntax.analysis, syntax.forms[word]
    inside = APOSTROPHE.sub("", analysis.text[analysis.starts[first] : analysis.ends[end - 1]])
    if form == '"':
        marks = len(STRAIGHT.findall(inside))
        return _is_unpaired(marks, both=inside.endswith('"') if word == first else inside.startswith('"'))
    if form in SINGLE:
        marks, enclosing = _singles(syntax, first, end, word)
        return _is_unpaired(marks, both=enclosing)
    if form in QUOTES or form in QUOTES.values():
        opener = QUOTES.get(form, form)
        closer = next(key for key, value in QUOTES.items() if value == opener)
        return inside.count(opener) != inside.count(closer) or _encloses(inside)
    if form in ("(", ")"):
        return inside.count("(") != inside.count(")") or _encloses(inside)
    return form not in ("%", "$", "€", "£") or _encloses(inside)


def _singles(syntax: Syntax, first: int, end: int, edge: int) -> tuple[int, bool]:
    """How many straight single marks of the kind at an edge the run has, and whether one stands at both edges.

    Two signs side by side ('') are one mark of another kind; an apostrophe is none.
    """
    analysis, forms = syntax.analysis, syntax.forms
    around = range(max(first - 1, 0), min(end + 1, len(forms)))
    found = {word for word in around if forms[word] in SINGLE and analysis.xpos[word] != "POS"}
    groups = runs(found)
    kind = next((group for group in groups if group[0] <= edge < group[1]), (edge, edge + 1))
    if kind[0] < first or kind[1] > end:
        return 1, False
    alike = [group for group in groups if group[1] - group[0] == kind[1] - kind[0]]
    inside = [group for group in alike if first <= group[0] and group[1] <= end]
    return len(inside), bool(inside) and inside[0][0] == first and inside[-1][1] == end


def _is_unpaired(marks: int, *, both: bool) -> bool:
    """Whether the straight mark at one edge closes or opens nothing inside, or with the one at `both` encloses all."""
    return marks == 2 if both else marks % 2 == 1


def _encloses(inside: str) -> bool:
    """Whether the first and last character are one pair of marks around all of it."""
    pair = inside[0] + inside[-1]
    return len(inside) < 2 or (pair in ("“”", "‘’", "«»", "()") and inside.count(inside[0]) == 1)


def _span(analysis: Analysis, run: range) -> Span:
    start, end = analysis.starts[run.start], analysis.ends[run.stop - 1]
    return Span(start, end, analysis.text[start:end])
