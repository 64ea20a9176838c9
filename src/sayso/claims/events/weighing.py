"""Two witnesses of events: the lexicon with the arcs (`events`), and the model's heads.

The heads know words that no list has, and when a listed word means something else; the lexicon knows modes, and what
stands in the text word by word. Where both see the same type it is one. What one of them sees alone has to be plain: to
the heads nearly certain, or for the lexicon not nearly refuted.

Of an event that is the cue of an attribution a third one tells who does it: the attribution's source.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from sayso.claims.events import arguments, evoking, modes, senses
from sayso.claims.events.classes import OTHERS, TARGETS, is_inert, kinds
from sayso.claims.events.lexicon import Trigger
from sayso.claims.events.participants import Participants
from sayso.claims.grammar import phrases, predicates
from sayso.claims.grammar.ranges import members

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.meaning import Meaning
    from sayso.words.records import Event, Moment

TASK, NONE = "event_type", "none"
CERTAIN = 0.6
"""Probability of its best type from which a word evokes an event that the lexicon doesn't see."""
LISTED = 0.5
"""The same for verbs of `BY_FORCE` that the lexicon knows for that type, where it doesn't know their arguments."""
AGREED = 0.3
"""The same where the lexicon sees that type."""
OVERRULING = 0.8
"""The same where it sees another."""
LESS = 0.1
"""How much less is asked in an article about force: the same word is likelier an event there than elsewhere."""
FORCEFUL, PLAIN = 0.01, 0.8
"""Share of an article's words that evoke an event `BY_FORCE`, with at least this probability, from which it is about
force: of 132 texts it parts reports of conflict from political and business news.
"""
REFUTED = 0.9
"""Probability that a word evokes nothing from which what the lexicon says falls."""
KNOWN = 0.5
"""Confidence in a cue and in its source from which the source is who does what the cue says."""
BY_FORCE = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "COERCE"})
"""Types of what forces and authorities do: their verbs have fewer other uses than those of words and dealings."""
EVERYDAY = frozenset({"return", "release", "beat"})
"""Modes of such types whose verbs have many: who comes home, is let off and loses a game."""
TAKING = frozenset({"seize", "capture", "recapture", "take", "retake"})
"""Verbs of what is done to places by force and to things and people by authority."""
EVOKING = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
MODIFYING = frozenset({"compound", "nmod:poss", "flat", "amod", "nmod:desc"})
"""Relations of words that only modify another: "the strike group", "the besieged town"."""


def code(syntax: Syntax) -> dict[int, Event]:
    """The events of an article by the number of the word that evokes each, in order."""
    listed, meaning = evoking.code(syntax), syntax.analysis.meaning
    if meaning is None:
        return _spoken(syntax, listed)
    told = meaning.tables[TASK].argmax(1) != meaning.classes[TASK].index(NONE)
    words = sorted({*listed, *(word for word in meaning.arguments if told[word])})
    less = LESS if _is_about_force(meaning) else 0.0
    found = ((word, _weigh(syntax, meaning, word, listed.get(word), less)) for word in words)
    return _spoken(syntax, {word: event for word, event in found if event is not None})


def _spoken(syntax: Syntax, coded: dict[int, Event]) -> dict[int, Event]:
    """The events with the sources of attributions as actors of their cues and of what those promise to do."""
    if not syntax.voiced:
        return coded
    for word, event in coded.items():
        speaker = _speaker(syntax, word, event) if word in syntax.voiced else _controller(syntax, word)
        if speaker is not None:
            actor = phrases.mention(syntax, speaker)
            recipients = tuple(one for one in event.recipients if one.start != actor.start)
            coded[word] = replace(event, actors=(actor,), recipients=recipients, time=_own_time(syntax, word, event))
    return coded


def _own_time(syntax: Syntax, word: int, event: Event) -> Moment | None:
    """Its time, unless that is the first verb's of a coordination, whose subject was another."""
    time, shares = event.time, syntax.analysis.relations[word] == "conj" and bool(event.actors)
    return None if time is not None and shares and time.start < syntax.analysis.starts[word] else time


def _speaker(syntax: Syntax, cue: int, event: Event | None = None) -> int | None:
    """The head of the source of a cue, where the arcs lead to another; for a noun, where they lead to nobody.

    A pronoun may stand for the source.
    """
    verbal = syntax.analysis.upos[cue] == "VERB"
    agent = syntax.agent(cue) if verbal else None
    told = event is None or bool(event.actors)
    if told and (not verbal or (agent is not None and syntax.lower[agent] in OTHERS)):
        return None
    for known in syntax.voiced[cue]:
        governed = not verbal and syntax.analysis.heads[cue] in members(known.cue)  # "dismissed criticism" is another's
        if governed or min(known.source_confidence, known.cue_confidence) < KNOWN:
            continue
        inside = members(known.source)
        tops = [word for word in sorted(inside) if syntax.analysis.heads[word] not in inside]
        if (agent not in inside or not told) and tops and _may_speak(syntax, tops[0]):
            return tops[0]
    return None


def _may_speak(syntax: Syntax, word: int) -> bool:
    """Whether it names somebody by itself: neither "who" nor a report."""
    return syntax.analysis.xpos[word] not in ("WP", "WDT", "WP$", "IN") and not is_inert(kinds(syntax, word))


def _controller(syntax: Syntax, infinitive: int) -> int | None:
    """The source of the cue whose subject an infinitive shares: "threatened to strike"."""
    cue = syntax.analysis.heads[infinitive]
    if syntax.analysis.relations[infinitive] != "xcomp" or cue not in syntax.voiced:
        return None
    shares = syntax.subjects[infinitive] is None and syntax.subject(infinitive) == syntax.subject(cue)
    return _speaker(syntax, cue) if shares else None


def _is_about_force(meaning: Meaning) -> bool:
    """Whether words for what forces do are frequent in the article."""
    known = meaning.classes[TASK]
    logs = meaning.tables[TASK][:, [known.index(type_) for type_ in sorted(BY_FORCE)]]
    plain = np.exp(logs).sum(1) >= PLAIN
    return len(plain) > 0 and float(plain.mean()) >= FORCEFUL


def _weigh(syntax: Syntax, meaning: Meaning, word: int, listed: Event | None, less: float) -> Event | None:
    """What a word evokes; `less` is taken from what is asked of the heads alone."""
    type_, share = meaning.best(TASK, word)
    hits = (type_ == "PROTEST" and _hits(syntax, word)) or (type_ == "COERCE" and _takes(syntax, word))
    type_ = "ASSAULT" if hits else type_
    if type_ == NONE:
        plain = listed is not None and evoking.is_blast(syntax, word, listed.mode)
        return None if share >= REFUTED and not plain else listed
    agreed = hits or (listed is not None and listed.type == type_)
    trigger = next((known for known in modes.readings(syntax, word) if known.type == type_), None)
    by_force = listed is None and trigger is not None and _is_by_force(syntax, word, trigger)
    overruling = listed is not None and not agreed
    least = AGREED if agreed else OVERRULING if overruling else (LISTED if by_force else CERTAIN) - less
    if share < least or not _may_evoke(syntax, word):
        return listed
    trigger = trigger or Trigger(type_, None, loose=False, undergone=False)
    read = arguments.of_verb if syntax.analysis.upos[word] == "VERB" else arguments.of_noun
    found = read(syntax, word, trigger)
    if syntax.analysis.upos[word] == "VERB":
        ruled_out = senses.is_another(syntax, word, trigger, found)
    else:
        ruled_out = senses.is_another_noun(syntax, word, type_, found)
    if ruled_out:
        return listed
    return evoking.build(syntax, word, trigger, found, Participants(syntax, meaning, word, type_)) or listed


def _hits(syntax: Syntax, word: int) -> bool:
    """Whether who strikes hits something and lays down no tools: "did not strike the camp"."""
    struck = syntax.patient(word) if syntax.analysis.lemmas[word] == "strike" and syntax.is_verbal(word) else None
    return struck is not None and bool(kinds(syntax, struck) & TARGETS)


def _takes(syntax: Syntax, word: int) -> bool:
    """Whether a place is taken and no property: "seized Goma"."""
    taken = syntax.patient(word) if syntax.analysis.lemmas[word] in TAKING and syntax.is_verbal(word) else None
    return taken is not None and syntax.labels[taken] == "place"


def _is_by_force(syntax: Syntax, word: int, trigger: Trigger) -> bool:
    """Whether a verb tells of forces: "destroying positions", "if the Turks crossed the border"."""
    return syntax.analysis.upos[word] == "VERB" and trigger.type in BY_FORCE and trigger.mode not in EVERYDAY


def _may_evoke(syntax: Syntax, word: int) -> bool:
    """Whether the heads are asked: not of words in names or before a noun, nor of verbs that say too little alone; with
    a particle they say more ("put down their arms").
    """
    analysis = syntax.analysis
    alone = syntax.child(word, "compound:prt") is None
    return (
        analysis.upos[word] in EVOKING
        and analysis.relations[word] not in MODIFYING
        and not (alone and analysis.lemmas[word] in predicates.words("light", "everyday"))
        and not (analysis.upos[word] != "VERB" and evoking.is_named(syntax, word))
    )
