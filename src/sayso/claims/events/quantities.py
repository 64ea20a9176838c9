"""Which numbers belong to an event, and what they count: "killed at least 12 people" → at least 12, person.

1. From the trigger and its arguments the arcs are followed downwards, not into clauses or other triggers (`_reach`).
2. The number that a word there belongs to is read from the text around it (`words.numbers`), whatever its inner arcs.
3. What it counts is the last noun of the phrase after it or after its "of", else the noun that it depends on.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.events import classes, lexicon
from sayso.words import numbers, vocabulary
from sayso.words.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.claims.grammar.syntax import Syntax
    from sayso.words.numbers import Number

PHRASES = frozenset(
    "nummod amod compound nmod nmod:poss nmod:unmarked nmod:desc nmod:npmod appos conj obj iobj obl obl:agent "
    "obl:unmarked obl:npmod nsubj:pass advmod det flat dep list xcomp fixed".split()
)
"""Relations that stay within the clause."""
COUNTING = frozenset({"nummod", "amod", "compound", "det", "advmod", "nmod", "nmod:unmarked", "dep", "nmod:desc"})
"""How a number depends on what it counts."""
NAMING = frozenset({"nummod", "nmod:desc", "compound", "dep", "flat"})
"""How a number depends on what it is the name of."""
UNDERGONE = frozenset({"nsubj:pass", "obj", "conj"})
"""How "one" that stands alone is a number: "one was killed"; else it is a pronoun."""
PERCENT = frozenset({"%", "percent", "pct"})
LEAVING = frozenset("leave claim cause cost take produce inflict involve send force kill wound see".split())
"""Verbs whose object tells what an event came to: "the attack left 12 people dead"."""
ASIDE = frozenset({"accord", "over", "about", "concerning", "regarding"})
"""What introduces who tells it, or what it is about."""
LENGTHS = frozenset("kilometer kilometre km mile metre meter foot yard".split())
"""Measures that beside a noun say where it is."""
_WINDOW, _NEAR = 60, 12
"""Characters and words around a number word in which its whole number stands."""
_MOST = 80
"""Words that are looked at for one event: real ones reach fewer."""
_LONGEST = 6
"""Words between a number and what it counts."""


def find(syntax: Syntax, word: int, parties: Iterable[int]) -> tuple[Quantity, ...]:
    """The numbers of the event that this word evokes, by position. `parties` are the heads of its arguments."""
    found: dict[int, Quantity] = {}
    for candidate in _reach(syntax, word, parties):
        if numbers.may_be(syntax.analysis.form(candidate)) or syntax.analysis.lemmas[candidate] == "no":
            quantity = _quantity(syntax, candidate)
            if quantity is not None:
                found.setdefault(quantity.start, quantity)
    return tuple(found[start] for start in sorted(found) if not _is_inner(found[start], found.values()))


def _is_inner(one: Quantity, found: Iterable[Quantity]) -> bool:
    """Whether it only says of how many another number is a part: "15 members" in "10 of the council's 15 members"."""
    return any(other.start < one.start and one.end <= other.end for other in found)


def _reach(syntax: Syntax, word: int, parties: Iterable[int]) -> list[int]:
    """The words that depend on the trigger or a party within the clause; other events keep their own."""
    waiting, found = [word, *parties, *_above(syntax, word)], set[int]()
    while waiting and len(found) < _MOST:
        head = waiting.pop()
        if head not in found:
            found.add(head)
            waiting += [child for child in syntax.dependents[head] if _is_within(syntax, child)]
    return sorted(found)


def _is_aside(syntax: Syntax, child: int) -> bool:
    """Whether it stands in what is told of a party or of the whole: how far a town is, whose members a group has,
    according to how many, over how many there are talks.
    """
    analysis = syntax.analysis
    head, marker = analysis.heads[child], syntax.marker(child)
    if analysis.relations[head] == "appos" and analysis.relations[child] == "nmod" and marker == "of":
        return analysis.upos[head] == "NOUN" and analysis.lemmas[head] not in classes.CONTAINERS
    if marker in ASIDE:
        return True
    return analysis.lemmas[child] in LENGTHS and analysis.upos[head] in ("NOUN", "PROPN")


def _is_within(syntax: Syntax, child: int) -> bool:
    """Whether it is a phrase of the clause, or what is agreed to or asked for ("agreed to lend $5 million")."""
    analysis, table = syntax.analysis, lexicon.load()
    relation, lemma = analysis.relations[child], analysis.lemmas[child]
    if analysis.upos[child] in ("VERB", "AUX"):
        return relation == "xcomp" and lemma not in table.verbs and lemma not in table.heads
    inside = relation in PHRASES and syntax.labels[child] != "time" and lemma not in table.nouns
    return inside and not _is_aside(syntax, child)


def _above(syntax: Syntax, word: int) -> list[int]:
    """What an event noun left, and how many there are of it: "the attack left 12 people dead", "dozens of attacks"."""
    head, relation = syntax.analysis.heads[word], syntax.analysis.relations[word]
    if head < 0:
        return []
    if relation == "nsubj" and syntax.analysis.lemmas[head] in LEAVING:
        return syntax.children(head, "obj", "xcomp")
    part = syntax.child(word, "nummod") is not None  # "seven of the 14 attacks": there were 14
    return [head] if relation == "nmod" and not part and numbers.may_be(syntax.analysis.form(head)) else []


def _quantity(syntax: Syntax, word: int) -> Quantity | None:
    """The number that the word is part of, with what it counts; None for a name's, a date's or a year."""
    analysis = syntax.analysis
    if analysis.ends[word] - analysis.starts[word] > _WINDOW:
        return None
    first, end = analysis.sentences[syntax.sentence[word]]
    first, end = max(first, word - _NEAR), min(end, word + _NEAR)
    start = max(analysis.starts[first], analysis.starts[word] - _WINDOW)
    window = analysis.text[start : min(analysis.ends[end - 1], analysis.ends[word] + _WINDOW)]
    at = analysis.starts[word] - start
    number = next((each for each in numbers.find(window) if each.start <= at < each.end), None)
    if number is None:
        return None
    begins, ends = start + number.first, start + number.end
    inside = [each for each in range(first, end) if begins < analysis.ends[each] and analysis.starts[each] < ends]
    return _counting(syntax, number, start, inside) if inside else None


def _counting(syntax: Syntax, number: Number, offset: int, inside: list[int]) -> Quantity | None:
    """The quantity of a number whose words are `inside`; its text goes on to what it counts."""
    analysis = syntax.analysis
    top = next((word for word in inside if analysis.heads[word] not in inside), inside[0])
    counted = _counted(syntax, top, inside)
    if not _counts(syntax, number, top, inside[0], counted):
        return None
    start, end, unit = number.start + offset, number.end + offset, number.unit
    if counted is not None and inside[-1] < counted <= inside[-1] + _LONGEST:
        end = analysis.ends[counted]
    if unit is None and counted is not None:
        unit = analysis.lemmas[counted]
    return Quantity(start, end, analysis.text[start:end], number.low, number.best, number.high, unit)


def _counts(syntax: Syntax, number: Number, top: int, first: int, counted: int | None) -> bool:
    """Whether the number counts or measures: no year, no name's number, no "one side", no "no comment"."""
    analysis = syntax.analysis
    if number.high == 0:
        return counted is not None and analysis.xpos[counted] == "NNS" and analysis.lemmas[counted] in _countables()
    if counted is not None and _is_name(syntax, counted) and number.low != 1:
        return False
    if counted is not None and _is_address(syntax, first, counted):
        return False
    if counted is None and _is_titled(syntax, first):
        return False
    if number.unit is not None:
        return True
    if (number.low, number.high) == (1, 1):
        alone = analysis.relations[top] in UNDERGONE and syntax.child(top, "amod", "det") is None  # "the other one"
        return alone if counted is None else analysis.lemmas[counted] in _countables()
    return not _is_year(syntax, top, counted) and (counted is not None or not _is_label(syntax, top, first))


def _is_address(syntax: Syntax, first: int, counted: int) -> bool:
    """ "The 6100 block of Elm Street" tells where, not how many."""
    analysis = syntax.analysis
    block = analysis.lemmas[counted] == "block" and analysis.xpos[counted] != "NNS"
    return block and analysis.form(first).endswith("00")


def _is_titled(syntax: Syntax, first: int) -> bool:
    """ "The Final Four", "the Big Three": a number word with a capital after a word with one is a name."""
    analysis = syntax.analysis
    begins = analysis.sentences[syntax.sentence[first]][0]
    capital = analysis.form(first).istitle() and not analysis.form(first)[0].isdigit()
    return capital and first - 1 > begins and analysis.form(first - 1).istitle()


def _counted(syntax: Syntax, top: int, inside: list[int]) -> int | None:
    """What the number counts, or None where it stands alone: "12 were killed", "12 of them"."""
    analysis = syntax.analysis
    after, end = inside[-1] + 1, analysis.sentences[syntax.sentence[top]][1]
    if after < end and analysis.lemmas[after] == "of":
        return _noun_in(syntax, after + 1, end)
    near = _noun_in(syntax, after, end)
    if near is not None:
        return near
    head = analysis.heads[top]
    if head < inside[0] or analysis.relations[top] not in COUNTING:
        return None
    return head if analysis.upos[head] in ("NOUN", "PROPN", "SYM", "ADJ") else None


def _noun_in(syntax: Syntax, first: int, end: int) -> int | None:
    """The last noun of the phrase that begins here: "facilities" in "UAV construction facilities"."""
    analysis, found = syntax.analysis, None
    for word in range(first, min(end, first + _LONGEST)):
        if found is not None and _is_last(syntax, found, word):
            break
        if analysis.upos[word] in ("NOUN", "PROPN", "SYM") and syntax.labels[word] != "time":
            found = word
        elif not _qualifies(syntax, word):
            break
    return found


def _is_last(syntax: Syntax, noun: int, following: int) -> bool:
    """Whether a noun ends its phrase: a plural that is part of no longer name, or "percent"."""
    analysis = syntax.analysis
    if analysis.lemmas[noun] in PERCENT:
        return True
    within = analysis.heads[noun] > noun and analysis.relations[noun] in (*COUNTING, "nmod:poss")
    return analysis.xpos[noun] == "NNS" and analysis.xpos[following] != "NNS" and not within


def _qualifies(syntax: Syntax, word: int) -> bool:
    """Whether it can stand between a number and its noun: "held" in "two ISIL-held buildings", "its"."""
    upos, relation = syntax.analysis.upos[word], syntax.analysis.relations[word]
    joins = syntax.analysis.form(word) in ("-", "'s", "’s", "'", "’")
    return joins or upos in ("ADJ", "DET", "NUM") or relation in ("amod", "nmod:poss")


def _is_label(syntax: Syntax, top: int, first: int) -> bool:
    """ "Resolution 2254", "Article 5", "Omar, 43": a number after its noun is what it is called, or its age."""
    analysis, head = syntax.analysis, syntax.analysis.heads[top]
    if analysis.relations[top] == "appos" and analysis.lemmas[top + 1 : top + 2] != ["of"]:
        return True
    if not 0 <= head < first:
        return False
    relations = NAMING | {"nmod", "conj"} if analysis.upos[head] == "PROPN" else NAMING
    return analysis.relations[top] in relations and analysis.upos[head] in ("NOUN", "PROPN")


def _is_year(syntax: Syntax, top: int, counted: int | None) -> bool:
    """Four digits that count nothing in the plural: "since 1991", "the 2012 visit"."""
    form = syntax.analysis.form(top)
    plural = counted is not None and syntax.analysis.xpos[counted] in ("NNS", "NNPS")
    return len(form) == 4 and form.isdigit() and form[:2] in ("19", "20") and not plural


def _is_name(syntax: Syntax, word: int) -> bool:
    """Whether it is one of a kind; what is written in the plural isn't, whatever the tagger made of it."""
    return syntax.analysis.xpos[word] == "NNP" and not syntax.analysis.lemmas[word].endswith("s")


@cache
def _countables() -> frozenset[str]:
    """What is counted even where there is one or none: "one strike", "no civilians"; not "one side", "no comment"."""
    kinds, nouns = vocabulary.load("quantity_kinds").values(), vocabulary.load("noun_classes")
    units = (unit for kind in kinds for unit in kind.words.get("units", ()))
    by_class = (noun for kind in kinds for name in kind.words.get("classes", ()) for noun in nouns[name].words["nouns"])
    return frozenset((*units, *by_class))
