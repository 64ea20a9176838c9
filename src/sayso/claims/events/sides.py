"""Whose a measure or a deed is, and who stands before or behind a noun: "Turkey's plan", "the Russian offer", "clashes
between rebels and the army".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.events import classes, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.claims.grammar.syntax import Syntax


def owners(syntax: Syntax, word: int) -> list[int]:
    """Whose measure or deed it is: "Turkey's plan", "the Russian offer", "the attack by militants"."""
    owner = syntax.child(word, "nmod:poss")
    if owner is not None:
        return syntax.conjuncts(owner)
    named = before(syntax, word)
    if named:
        return named
    phrases_ = list(introduced(syntax, word, ("nmod",)))
    by = [phrase for preposition, phrase in phrases_ if preposition == "by"]
    others = [phrase for preposition, phrase in phrases_ if preposition in _owning(syntax, word)]
    return [party for phrase in by or others for party in syntax.conjuncts(phrase) if not is_time(syntax, party)]


def _owning(syntax: Syntax, noun: int) -> frozenset[str]:
    """What introduces the owner: "of" as well, but "the shelling of Hama" is nobody's in Hama; clashes are of those
    "between" whom they are.
    """
    triggers = lexicon.load().nouns.get(syntax.analysis.lemmas[noun], ())
    suffered = any(trigger.type == "ASSAULT" for trigger in triggers)
    return frozenset({"from", "between", "among"}) if suffered else frozenset({"of", "from"})


def before(syntax: Syntax, noun: int) -> list[int]:
    """Parties before an event noun: nationalities, organisations and acronyms of states ("U.S.-led" is none)."""
    return [
        child
        for child in syntax.children(noun, "amod", "compound", "nmod:unmarked", "nmod")
        if child < noun and (_is_nationality(syntax, child) or _is_party(syntax, child))
    ]


def _is_nationality(syntax: Syntax, word: int) -> bool:
    """Whether it is one, or an adjective that the model took for the state: "Israeli"."""
    name = syntax.names[word]
    alone = name is not None and name.end - name.first == 1
    is_state = syntax.analysis.upos[word] == "ADJ" and syntax.labels[word] == "place" and alone
    return syntax.labels[word] == "nationality" or is_state


def _is_party(syntax: Syntax, word: int) -> bool:
    analysis = syntax.analysis
    if analysis.relations[word] == "amod":
        return False
    label, form = syntax.labels[word], syntax.forms[word]
    acronym = form.replace(".", "").isupper() and len(form) > 1
    return (
        label in ("organisation", "military_unit")
        or (label == "place" and acronym)
        or analysis.lemmas[word] in ("police", "army", "rebel", "militant", "coalition", "government")
    )


def introduced(syntax: Syntax, head: int, relations: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Dependent phrases by the preposition that introduces them; an indirect object counts as "iobj"."""
    for word in syntax.children(head, *relations):
        relation = syntax.analysis.relations[word]
        yield ("iobj" if relation == "iobj" else syntax.marker(word)), word


def is_time(syntax: Syntax, word: int) -> bool:
    """Whether the head of a phrase tells when, and nobody."""
    return syntax.labels[word] == "time" or syntax.analysis.lemmas[word] in classes.CALENDAR
