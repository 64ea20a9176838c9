"""Where and when an event is, from the arcs: in the phrases of its word, of the verb that carries it and of those with
whom it shares them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.claims.events import bearers, classes, headings, lexicon
from sayso.claims.events.arguments import light_verb
from sayso.claims.events.sides import introduced
from sayso.claims.grammar import predicates
from sayso.language.analysis import Named
from sayso.words.records import Moment, Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sayso.claims.events.arguments import Arguments
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Range

INSIDE = frozenset("in at near off inside outside around across throughout".split())
LOCATIVE = INSIDE | frozenset("of on into from out over to towards through against along".split())
TIMING = frozenset(
    "obl obl:tmod obl:unmarked obl:npmod nmod nmod:poss nmod:tmod nmod:unmarked advmod compound amod".split()
)
LOCATED = frozenset({"obl", "nmod", "advmod", "obl:unmarked"})
OWNED = frozenset({"compound", "nmod:poss"})
WITHIN = frozenset({"nmod", "appos", "compound", "conj", "flat", "nmod:unmarked", "nmod:poss"})
WHEN = frozenset({"when"})
AS = WHEN | {"as", "while"}
OPENING = AS | {"after", "before"}
BARE = frozenset({"flat", "cc", "punct", "conj"})
HOLDING = frozenset({"obj", "obl", "nsubj:pass", "nmod"})
"""How a word depends on another that the tree may give a time to in that word's place."""
HELD = frozenset({"conj", "nmod", "appos"})
STANDING = classes.ACTORS | classes.TARGETS | classes.FORCE
"""What has no time by itself, unlike a deed or a meeting."""
DATING = frozenset({"in", "on", "at", "by", "before", "after", "since", "until", "during"})
SPANS = {"between": ("and",), "from": ("to", "until", "till", "through")}
"""What begins a span of time, and what stands between its ends."""
_DEEPEST = 4
"""Arcs followed from an argument to a place within it ("a hospital in the east of Aleppo")."""


def clause(syntax: Syntax, predicate: int) -> list[int]:
    """The trigger and what it shares its place and time with: the verb that carries it, what a passive is done by ("was
    killed by shelling in Hama"), and the other half of such a pair.
    """
    found = [predicate]
    carrier = light_verb(syntax, predicate) if syntax.analysis.upos[predicate] in ("NOUN", "PROPN") else None
    if carrier is not None:
        found.append(carrier)
    if syntax.is_passive(predicate):
        found += [child for child in syntax.dependents[predicate] if _is_means(syntax, child)]
    elif _is_means(syntax, predicate) and syntax.is_passive(syntax.analysis.heads[predicate]):
        found.append(syntax.analysis.heads[predicate])
    return found


def _is_means(syntax: Syntax, word: int) -> bool:
    """Whether a verb's phrase or clause tells by what it is done: "by shelling", "in a raid"."""
    relation = syntax.analysis.relations[word]
    if relation == "advcl":
        return syntax.marker(word) == "by"
    return relation in ("obl", "obl:agent") and "weapon" in classes.kinds(syntax, word)


def places(
    syntax: Syntax, predicate: int, arguments: Arguments, told: Iterable[Range] = (), *, reached: bool
) -> tuple[Place, ...]:
    """Named places where the event is: in its own phrases and, where it is `reached`, in those of what it hits.

    `told` are ranges of words that the model takes for its place.

    "Talks on Syria" are not in Syria, and who is urged or threatened is a party, no place.
    """
    heads = _fronted(syntax, predicate)
    for word in clause(syntax, predicate):
        heads += _located(syntax, word, LOCATIVE if reached else INSIDE)
        heads += _where(syntax, word)
    if reached:
        heads += _moved(syntax, predicate)
        deeds = (classes.members(syntax, agent) for agent in arguments.agents if _is_deed(syntax, agent))
        inside = (phrase for deed in deeds for phrase in _located(syntax, deed, INSIDE))
        heads += [phrase for phrase in inside if syntax.marker(phrase) in INSIDE]
        heads += arguments.patients if arguments.direct is None else [arguments.direct, *arguments.patients]
    named = {name for head in heads if head not in arguments.agents for name in _named_places(syntax, head, _DEEPEST)}
    named |= {name for name in _within(syntax, told, "place") if classes.is_place_name(syntax, name)}
    if reached and not named:
        named = {name for head in _shared(syntax, predicate) for name in _named_places(syntax, head, _DEEPEST)}
    named = {name for name in named if not _is_somebody(syntax, name)}
    if reached and not named:
        named = set(headings.placed(syntax, predicate))
    return tuple(Place(*_span(syntax, name)) for name in sorted(named, key=lambda name: name.first))


def _is_deed(syntax: Syntax, agent: int) -> bool:
    """Whether what does it is a deed or a weapon: "strikes in Hama killed two"."""
    return "weapon" in classes.kinds(syntax, agent)


def _is_somebody(syntax: Syntax, name: Named) -> bool:
    """Whether it is a person's surname that no preposition of place introduces: "to kill Lee", "the Lee shooting"."""
    word = name.first
    if syntax.analysis.relations[word] == "compound":
        return bearers.is_victim(syntax, syntax.analysis.heads[word], word)
    return syntax.marker(word) not in LOCATIVE and bearers.is_surname(syntax, name)


def _located(syntax: Syntax, word: int, locative: Collection[str]) -> list[int]:
    """The phrases of a word that tell where, and the place that it is named after."""
    return [
        child
        for child in syntax.dependents[word]
        if (syntax.analysis.relations[child] in LOCATED and syntax.marker(child) in locative)
        or (syntax.analysis.relations[child] in OWNED and syntax.labels[child] == "place")
    ]


def _where(syntax: Syntax, verb: int) -> list[int]:
    """What "where" stands for: "went to Hama, where he met the mayor and spoke"."""
    analysis = syntax.analysis
    while analysis.relations[verb] == "conj" and syntax.child(verb, "advmod") is None:
        verb = analysis.heads[verb]
    opening = next((child for child in syntax.children(verb, "advmod") if analysis.lemmas[child] == "where"), None)
    if opening is None or not 0 <= analysis.heads[verb] < opening:
        return []
    if analysis.relations[verb] == "acl:relcl":
        return [analysis.heads[verb]]
    before = [word for word in syntax.children(analysis.heads[verb], "obl", "obj") if word < opening]
    return before[-1:] if analysis.relations[verb] == "advcl" else []


def _shared(syntax: Syntax, predicate: int) -> list[int]:
    """Phrases of place of the verbs that tell the same deed: "hit a bus in Homs, killing two"; "was killed when a bomb
    fell on Homs".
    """
    told = [predicate, *_coordinated(syntax, predicate)]
    beside = [clause_ for verb in told for clause_ in syntax.children(verb, "advcl") if _opening(syntax, clause_, AS)]
    beside += [cause for cause in (_cause(syntax, predicate),) if cause is not None]
    hit = [patient for verb in beside if (patient := syntax.patient(verb)) is not None]
    hit = [patient for patient in hit if classes.kinds(syntax, patient) & classes.TARGETS]
    return [phrase for verb in (*told[1:], *beside) for phrase in _located(syntax, verb, INSIDE)] + hit


def _cause(syntax: Syntax, predicate: int) -> int | None:
    """The verb before a participle that tells what came of it: "hit" in "hit a bus, killing two and wounding six"."""
    analysis = syntax.analysis
    while analysis.relations[predicate] == "conj" and syntax.subjects[predicate] is None:
        predicate = analysis.heads[predicate]
    after = analysis.relations[predicate] == "advcl" and analysis.heads[predicate] < predicate
    bare = analysis.xpos[predicate] == "VBG" and not syntax.marker(predicate)
    return analysis.heads[predicate] if after and bare else None


def _moved(syntax: Syntax, noun: int) -> list[int]:
    """Where those of an event noun go or come from: "the withdrawal of troops from Syria"."""
    moving = (phrase for preposition, phrase in introduced(syntax, noun, ("nmod",)) if preposition == "of")
    ways = [way for phrase in moving for way in introduced(syntax, phrase, ("nmod",))]
    return [word for preposition, word in ways if preposition in ("from", "to", "into")]


def _fronted(syntax: Syntax, predicate: int) -> list[int]:
    """Phrases before the first of two verbs with one subject: "Near Hama, strikes hit a depot and destroyed a tank"."""
    if syntax.analysis.relations[predicate] != "conj" or syntax.child(predicate, "nsubj", "nsubj:pass") is not None:
        return []
    first = syntax.analysis.heads[predicate]
    subject = syntax.child(first, "nsubj", "nsubj:pass")
    phrases_ = syntax.children(first, "obl")
    return [word for word in phrases_ if subject is not None and word < subject and syntax.marker(word) in INSIDE]


def _named_places(syntax: Syntax, head: int, depth: int) -> set[Named]:
    """The places named within a phrase, clauses left aside."""
    found = set()
    name = syntax.names[head]
    if name is not None and syntax.labels[head] == "place" and classes.is_place_name(syntax, name):
        found.add(name)
        if syntax.marker(head) in INSIDE:
            found |= _unnamed(syntax, head)
    if depth:
        for child in syntax.dependents[head]:
            within = syntax.analysis.relations[child] in WITHIN and not _is_whose(syntax, child, head)
            if within and syntax.marker(child) not in ("by", "with", "between"):
                found |= _named_places(syntax, child, depth - 1)
    return found


def _is_whose(syntax: Syntax, place: int, noun: int) -> bool:
    """Whether a place before a noun only says whose they are: "U.S. staff", "Oslo officials"; not "a Paris home"."""
    if syntax.analysis.relations[place] != "compound":
        return False
    held = classes.kinds(syntax, noun)
    acronym = syntax.forms[place].replace(".", "").isupper()
    return bool(held & {"armed", "official", "organisation"}) or (acronym and "place" not in held)


def _unnamed(syntax: Syntax, place: int) -> set[Named]:
    """Bare names beside a place that the model took for people or nothing: "in Saraqib and Khan Tuman"."""
    found = set()
    for word in syntax.conjuncts(place)[1:]:
        last = max(word, *syntax.children(word, "flat"), word)
        bare = all(syntax.analysis.relations[child] in BARE for child in syntax.dependents[word])
        if bare and syntax.analysis.upos[word] == "PROPN" and syntax.labels[word] in ("", "person"):
            found.add(Named(word, last + 1, "place", 0.5))
    return found


def _within(syntax: Syntax, told: Iterable[Range], label: str) -> set[Named]:
    """The names with this label in ranges of words."""
    words = (word for first, end in told for word in range(first, end) if syntax.labels[word] == label)
    return {name for word in words if (name := syntax.names[word]) is not None}


def moment(syntax: Syntax, predicate: int, told: Iterable[Range] = ()) -> Moment | None:
    """The time expression nearest to the trigger among what depends on it or on its carrier, and what the model takes
    for its time (`told`, ranges of words).
    """
    found = [
        name
        for head in _timed(syntax, predicate)
        for word in (*syntax.dependents[head], *_before_clause(syntax, head), *_behind(syntax, head))
        if (name := syntax.names[word]) is not None and syntax.labels[word] == "time"
        if syntax.analysis.relations[word] in TIMING and syntax.marker(word) != "for" and not _measures(syntax, word)
    ]
    found += _within(syntax, told, "time")
    if not found:
        item = headings.dated(syntax, predicate)
        return None if item is None else Moment(*_span(syntax, item))
    nearest = _spanning(syntax, min(found, key=lambda name: (_lasts(syntax, name), abs(name.first - predicate))))
    if nearest.first > 0 and syntax.analysis.lemmas[nearest.first - 1] == "within":
        # without it, "within 72 hours" would be how long it lasts
        nearest = replace(nearest, first=nearest.first - 1)
    return Moment(*_span(syntax, nearest))


def _measures(syntax: Syntax, time: int) -> bool:
    """Whether it tells how long something else was: "agreed after two days of talks"."""
    within = syntax.marker(time) == "after"
    return within and any(syntax.marker(noun) == "of" for noun in syntax.children(time, "nmod"))


def _behind(syntax: Syntax, head: int) -> list[int]:
    """Times that the tree gives to who or what stands behind the word, and last no longer than a deed does: "in June"
    in "hit a convoy in June"; not that of a deed, which may be another.
    """
    relations, found = syntax.analysis.relations, list[int]()
    waiting = [child for child in syntax.dependents[head] if child > head and relations[child] in HOLDING]
    for noun in waiting:
        if syntax.analysis.lemmas[noun] not in lexicon.load().nouns:
            dated = [child for child in syntax.children(noun, "nmod") if child > noun]
            found += [child for child in dated if syntax.marker(child) in DATING]
            waiting += [child for child in syntax.dependents[noun] if child > noun and relations[child] in HELD]
    return found


def _lasts(syntax: Syntax, name: Named) -> bool:
    """Whether it is how long a deed took, which tells less than when it was: "within ten minutes"."""
    return name.first > 0 and syntax.analysis.lemmas[name.first - 1] == "within"


def _spanning(syntax: Syntax, name: Named) -> Named:
    """The expression with the second of a span of time or of two days, "between 3 May and 9 June", "5 and 6 May"."""
    lemmas, joint = syntax.analysis.lemmas, name.end
    if name.first == 0 or joint + 1 >= len(lemmas):
        return name
    last = syntax.names[joint + 1]
    if last is None or last.label != "time":
        return name
    span = lemmas[joint] in SPANS.get(lemmas[name.first - 1], ())
    days = lemmas[joint] == "and" and syntax.forms[name.end - 1].isdigit() and syntax.forms[joint + 1].isdigit()
    return replace(name, end=last.end) if span or days else name


def _span(syntax: Syntax, name: Named) -> tuple[int, int, str]:
    """The name with what the model cut off before it: "New" of "New York"."""
    analysis, first = syntax.analysis, name.first
    while first > 0 and _is_cut_off(syntax, first - 1, name):
        first -= 1
    return analysis.starts[first], analysis.ends[name.end - 1], analysis.slice(first, name.end)


def _is_cut_off(syntax: Syntax, word: int, name: Named) -> bool:
    inside = name.first <= syntax.analysis.heads[word] < name.end
    part = syntax.analysis.relations[word] in ("compound", "flat", "amod", "nmod:desc")
    return inside and part and syntax.analysis.upos[word] == "PROPN" and not syntax.labels[word]


def _timed(syntax: Syntax, predicate: int) -> list[int]:
    """Words whose time is the event's: the clause's, that of the verb whose outcome it is, or that of the other verb of
    a coordination with one subject or one auxiliary.
    """
    heads = clause(syntax, predicate)
    beside = (
        _cause(syntax, predicate),
        _at_once(syntax, predicate),
        _staged(syntax, predicate),
        _deed(syntax, predicate),
    )
    heads += [verb for verb in beside if verb is not None]
    shares = syntax.analysis.relations[predicate] in ("conj", "xcomp")
    if shares and syntax.child(predicate, "nsubj", "nsubj:pass") is None:
        first = syntax.analysis.heads[predicate]
        heads += [first, *(verb for verb in syntax.children(first, "xcomp") if verb < predicate)]
    return heads + _coordinated(syntax, predicate)


def _deed(syntax: Syntax, verb: int) -> int | None:
    """The deed that does it, whose time is its own: "a Jan. 3 strike hit the compound"."""
    agent = None if syntax.analysis.upos[verb] != "VERB" else syntax.agent(verb)
    return classes.members(syntax, agent) if agent is not None and _is_deed(syntax, agent) else None


def _at_once(syntax: Syntax, verb: int) -> int | None:
    """The verb whose time a clause tells more of: "fled" in "fled in July, when jets bombed their town"."""
    told = syntax.analysis.relations[verb] == "advcl" and syntax.analysis.heads[verb] < verb
    return syntax.analysis.heads[verb] if told and _opening(syntax, verb, WHEN) is not None else None


def _staged(syntax: Syntax, noun: int) -> int | None:
    """The verb that tells of a deed that it began or went on: "stepped up raids and arrests in June"."""
    analysis = syntax.analysis
    if analysis.upos[noun] != "NOUN":
        return None
    while analysis.relations[noun] == "conj":
        noun = analysis.heads[noun]
    verb = analysis.heads[noun] if analysis.relations[noun] == "obj" else -1
    known = verb >= 0 and analysis.lemmas[verb] in (predicates.words("disposing", "ongoing") | lexicon.light_verbs())
    return verb if known else None


def _coordinated(syntax: Syntax, verb: int) -> list[int]:
    """The other passive under one auxiliary: "killed" and "injured" in "Two were killed and six injured on Monday"."""
    found = [second for second in syntax.children(verb, "conj") if _is_elliptic(syntax, second)]
    return [syntax.analysis.heads[verb], *found] if _is_elliptic(syntax, verb) else found


def _is_elliptic(syntax: Syntax, verb: int) -> bool:
    analysis = syntax.analysis
    return (
        analysis.relations[verb] == "conj"
        and syntax.is_passive(verb)
        and syntax.child(verb, "nsubj:pass", "nsubj") is not None
        and syntax.child(verb, "aux", "aux:pass") is None
        and syntax.is_passive(analysis.heads[verb])
    )


def _before_clause(syntax: Syntax, verb: int) -> list[int]:
    """Phrases that the tree gives to the clause after them: "on Monday" in "died on Monday when a bomb went off"."""
    found: list[int] = []
    for clause_ in syntax.children(verb, "advcl"):
        opening = _opening(syntax, clause_, OPENING)
        if opening is not None and verb < opening < clause_:
            found += [child for child in syntax.dependents[clause_] if verb < child < opening]
    return found


def _opening(syntax: Syntax, clause_: int, words: Collection[str]) -> int | None:
    """Which of these words opens the clause."""
    return next((child for child in syntax.dependents[clause_] if syntax.analysis.lemmas[child] in words), None)
