"""Two witnesses of events: the lexicon with the arcs (`events`), and the model's heads.

The heads know words that no list has, and when a listed word means something else; the lexicon knows modes, and what
stands in the text word by word. Where both see the same type it is one. What one of them sees alone has to be plain: to
the heads nearly certain, or for the lexicon not nearly refuted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims import arguments, events, modes, predicates, senses
from sayso.claims.lexicon import Trigger
from sayso.claims.participants import Participants

if TYPE_CHECKING:
    from sayso.claims.syntax import Syntax
    from sayso.language.meaning import Meaning
    from sayso.words.records import Event

TASK, NONE = "event_type", "none"
CERTAIN = 0.8
"""Probability of its best type from which a word evokes an event that the lexicon doesn't see."""
AGREED = 0.3
"""The same where the lexicon sees that type."""
REFUTED = 0.9
"""Probability that a word evokes nothing from which what the lexicon says falls."""
EVOKING = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
MODIFYING = frozenset({"compound", "nmod:poss", "flat", "amod", "nmod:desc"})
"""Relations of words that only modify another: "the strike group", "the besieged town"."""


def code(syntax: Syntax) -> dict[int, Event]:
    """The events of an article by the number of the word that evokes each, in order."""
    listed, meaning = events.code(syntax), syntax.analysis.meaning
    if meaning is None:
        return listed
    told = meaning.tables[TASK].argmax(1) != meaning.classes[TASK].index(NONE)
    words = sorted({*listed, *(word for word in meaning.arguments if told[word])})
    found = ((word, _weigh(syntax, meaning, word, listed.get(word))) for word in words)
    return {word: event for word, event in found if event is not None}


def _weigh(syntax: Syntax, meaning: Meaning, word: int, listed: Event | None) -> Event | None:
    type_, share = meaning.best(TASK, word)
    if type_ == NONE:
        return None if share >= REFUTED else listed
    agreed = listed is not None and listed.type == type_
    if not _may_evoke(syntax, word) or share < (AGREED if agreed else CERTAIN):
        return listed
    trigger = next((known for known in modes.readings(syntax, word) if known.type == type_), None)
    trigger = trigger or Trigger(type_, None, loose=False, undergone=False)
    read = arguments.of_verb if syntax.analysis.upos[word] == "VERB" else arguments.of_noun
    found = read(syntax, word, trigger)
    if syntax.analysis.upos[word] == "VERB" and senses.is_another(syntax, word, trigger, found):
        return listed
    return events.build(syntax, word, trigger, found, Participants(syntax, meaning, word)) or listed


def _may_evoke(syntax: Syntax, word: int) -> bool:
    """Whether the heads are asked: not of words in names or before a noun, nor of verbs that say too little alone."""
    analysis = syntax.analysis
    return (
        analysis.upos[word] in EVOKING
        and analysis.relations[word] not in MODIFYING
        and analysis.lemmas[word] not in predicates.words("light", "everyday")
        and not (analysis.upos[word] != "VERB" and events.is_named(syntax, word))
    )
