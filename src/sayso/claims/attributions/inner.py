"""Voices inside what somebody says, which the model marks seldom: "he said he believes that …", "the claim that …".

The tree and the word lists of the vocabulary `predicates` (`reporting`, `naming`) give them:

1. a verb or adjective of reporting with a clause that has a subject: "the mayor thought the police had fired";
2. a verb of reporting whose passive tells of its subject: "is said to have fled";
3. somebody who tells another what to do: "the ministry expects the rebels to surrender";
4. a noun of reporting with a clause: "the minister's belief that the truce would hold", "fears that …". Without an
   owner it is no voice where a cue governs it: who "denies reports that …" speaks alone;
5. a name that somebody gives: "called the vote a disgrace", "was described as a crime by the envoy"; or a number: "put
   the toll at 13".

What a cue of the model holds already is left alone, and so are infinitives and imperatives: nobody has said it yet.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.claims.attributions import speaker, stances
from sayso.claims.grammar import cue_words
from sayso.claims.grammar.listed import all_of, is_listed
from sayso.claims.grammar.predicates import is_counted, is_small_clause, said_of
from sayso.claims.grammar.predicates import words as predicate_words
from sayso.claims.grammar.ranges import holds, members, runs, size
from sayso.claims.grammar.tags import SUBJECTS
from sayso.claims.grammar.telling import is_noun_clause
from sayso.claims.sources import kinds
from sayso.language.analysis import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Range

CERTAINTY = 0.85
"""Confidence in each part of a voice that the tree gives; an estimate."""
LISTS = (
    *(("reporting", use) for use in ("verb", "adjective", "order")),
    ("naming", "verb"),
    ("counting", "verb"),
)
"""The lists of verbs and adjectives that give a voice."""
OWNERS = frozenset({"by", "from", "of", "among"})
"""Prepositions of whose claim or fear it is."""
AHEAD = frozenset({"predicts", "orders"})
"""Stances of those who speak of what is still to come."""
QUESTIONS = frozenset({"asks", "doubts"})
"""Stances whose clause may begin with "whether" or "if"."""
ANYBODY = frozenset({"you", "anyone", "anybody", "everyone", "everybody", "someone", "this", "that", "what"})
"""Subjects that stand for nobody who speaks: their thoughts are a manner of speaking."""


def add(syntax: Syntax, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with those that the tree gives for words that stand in no cue; by cue."""
    attributions = _without_governed(syntax, attributions)
    taken = {word for known in attributions for word in members(known.cue)}
    found = [
        Attribution(runs(cue), runs(source), runs(content), CERTAINTY, CERTAINTY, CERTAINTY)
        for cue, source, content in _found(syntax, taken, _named(attributions))
    ]
    own = [
        _without_told(syntax, known) for known in (*attributions, *(_inside(known, attributions) for known in found))
    ]
    return sorted(own, key=lambda known: known.cue)


def _without_governed(syntax: Syntax, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Without nouns of reporting that nobody owns and another's cue governs: "denied | reports that he left".

    What the noun tells is all said by whoever governs it.
    """
    by_cue = {word: known for known in attributions if known.source for word in members(known.cue)}
    told: dict[tuple[Range, ...], set[int]] = {}
    kept: list[Attribution] = []
    for known in attributions:
        noun = cue_words.head_word(syntax.analysis, known.cue) if known.cue else -1
        above = by_cue.get(syntax.analysis.heads[noun]) if noun >= 0 else None
        if above is None or above.cue == known.cue or not _is_governed(syntax, noun, known, above):
            kept.append(known)
        else:
            told[above.cue] = _told_by(syntax, noun)
    return [replace(known, content=runs(told[known.cue])) if known.cue in told else known for known in kept]


def _told_by(syntax: Syntax, noun: int) -> set[int]:
    """The clause of a noun of reporting."""
    clauses = (child for child in syntax.children(noun, "acl", "ccomp") if is_noun_clause(syntax, child))
    return {word for clause in clauses for word in syntax.subtree(clause)}


def _is_governed(syntax: Syntax, noun: int, known: Attribution, above: Attribution) -> bool:
    """Whether the noun is the object of the cue, has a clause, and is nobody's or, by the model, the speaker's own."""
    analysis = syntax.analysis
    if analysis.upos[noun] != "NOUN" or analysis.relations[noun] != "obj":
        return False
    if analysis.lemmas[noun] not in predicate_words("reporting", "noun") or _owner(syntax, noun) is not None:
        return False
    return bool(_told_by(syntax, noun)) and (not known.source or known.source == above.source)


def _without_told(syntax: Syntax, known: Attribution) -> Attribution:
    """What is promised, without a fact that another "that" adds: it is told by whoever tells of the promise.

    "She said that he had vowed that he would go, but that | he had stayed".
    """
    if not known.cue or not known.content:
        return known
    cue = cue_words.head_word(syntax.analysis, known.cue)
    if not _is_told_of(syntax, cue) or stances.of_lemma(syntax.analysis.lemmas[cue]) not in AHEAD:
        return known
    added = {
        word
        for clause in syntax.children(cue, "ccomp")
        for other in syntax.children(clause, "conj")
        if _is_ahead(syntax, clause) and syntax.marker(other) == "that" and _is_past(syntax, other)
        for word in syntax.subtree(other)
    }
    return replace(known, content=runs(members(known.content) - added)) if added else known


def _is_told_of(syntax: Syntax, cue: int) -> bool:
    """Whether the cue stands in a "that" clause itself."""
    return syntax.analysis.relations[cue] == "ccomp" and syntax.marker(cue) == "that"


def _is_ahead(syntax: Syntax, clause: int) -> bool:
    return any(syntax.analysis.xpos[auxiliary] == "MD" for auxiliary in syntax.children(clause, "aux"))


def _is_past(syntax: Syntax, clause: int) -> bool:
    parts = (clause, *syntax.children(clause, "aux", "aux:pass", "cop"))
    return not _is_ahead(syntax, clause) and any(syntax.analysis.xpos[part] == "VBD" for part in parts)


def _named(attributions: Iterable[Attribution]) -> set[int]:
    return {word for known in attributions if known.content for word in members(known.source)}


def _found(syntax: Syntax, taken: set[int], named: set[int]) -> Iterator[tuple[set[int], set[int], set[int]]]:
    """Cue, source and content of each voice, as words."""
    for word, upos in enumerate(syntax.analysis.upos):
        if word in taken or word in named:
            continue
        if upos == "NOUN":
            source, content = _of_noun(syntax, word, taken)
        elif upos in ("VERB", "ADJ"):
            source, content = _of_verb(syntax, word)
        else:
            continue
        if content:
            yield _cue(syntax, word), source, content - source


def _cue(syntax: Syntax, word: int) -> set[int]:
    """The word with its auxiliaries and negation: "does not believe"."""
    beside = {child for child in syntax.children(word, "aux", "aux:pass", "cop", "advmod") if child < word}
    return {other for other in range(min([word, *beside]), word + 1) if other == word or other in beside}


def _of_verb(syntax: Syntax, word: int) -> tuple[set[int], set[int]]:
    """Who says it and what is said by a verb or adjective, or nothing."""
    listed = all_of(*LISTS)
    if syntax.analysis.lemmas[word] not in listed and syntax.lower[word] not in listed:
        return set(), set()
    content = _clause(syntax, word) or _order(syntax, word) or _name(syntax, word)
    if not content or not _is_told(syntax, word):
        return set(), set()
    source = _subject(syntax, word)
    known = _is_somebody(syntax, source) if source else syntax.is_passive(word)
    return (source, content) if known else (set(), set())


def _is_told(syntax: Syntax, word: int) -> bool:
    """Whether the text tells that it is said: no infinitive, but of "seems to" or "has come to", and no imperative.

    A gerund's speaker is the subject of the verb right above it: "apologised for saying" may be another's saying.
    """
    analysis = syntax.analysis
    if analysis.upos[word] == "ADJ":
        return syntax.child(word, "cop") is not None
    if analysis.xpos[word] == "VBG" and syntax.child(word, "aux", *SUBJECTS) is None:
        above = analysis.heads[word]
        scene = analysis.lemmas[word] in predicate_words("functional", "verb")
        own = (analysis.relations[word] == "acl" and not syntax.marker(word)) or (
            above >= 0 and syntax.subjects[above] is not None
        )
        return own and not scene
    if analysis.xpos[word] != "VB" or syntax.child(word, "aux") is not None:
        return True
    above = analysis.heads[word]
    governors = predicate_words("hedge", "cue") | predicate_words("reporting", "phase")
    return above >= 0 and analysis.lemmas[above] in governors


def _is_somebody(syntax: Syntax, source: set[int]) -> bool:
    """Whether the words name one who speaks: neither "you" nor "nobody"."""
    analysis = syntax.analysis
    head = kinds.head_word(analysis, runs(source))
    if (len(source) == 1 and analysis.lemmas[min(source)] in ANYBODY) or syntax.is_nobody(head):
        return False
    return any(analysis.upos[word] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") for word in source)


def _subject(syntax: Syntax, word: int) -> set[int]:
    """Who says it: for an adjective whoever it is said of, if it isn't an empty "it"."""
    if syntax.analysis.upos[word] != "ADJ":
        return speaker.find(syntax, {word})
    subject = syntax.subject(word)
    empty = subject is None or syntax.analysis.lemmas[subject] in ("it", "that", "this")
    return set() if subject is None or empty else speaker.phrase(syntax, subject)


def _clause(syntax: Syntax, word: int) -> set[int]:
    """The clause of a verb or adjective of reporting, or the infinitive that tells of its subject."""
    lemma, upos = syntax.analysis.lemmas[word], syntax.analysis.upos[word]
    if not is_listed(syntax, word, "reporting", "verb" if upos == "VERB" else "adjective"):
        return set()
    for child in syntax.children(word, "ccomp"):
        if child > word and syntax.subjects[child] is not None and _is_said(syntax, child, lemma):
            return set(syntax.subtree(child))
    infinitive = syntax.child(word, "xcomp")
    subject = syntax.child(word, "nsubj:pass")
    if infinitive is None or subject is None or not is_listed(syntax, word, "reporting", "rumour"):
        return set()
    return set(syntax.subtree(infinitive)) | set(syntax.subtree(subject))


def _is_said(syntax: Syntax, clause: int, lemma: str) -> bool:
    """Whether the clause is what somebody says and no question, unless they ask."""
    first = syntax.subtree(clause)[0]
    question = syntax.analysis.xpos[first] in ("WP", "WDT", "WRB", "WP$") or syntax.marker(clause) in ("whether", "if")
    return not question or stances.of_lemma(lemma) in QUESTIONS


def _order(syntax: Syntax, word: int) -> set[int]:
    """The infinitive that somebody else is told to do."""
    if not is_listed(syntax, word, "reporting", "order"):
        return set()
    told = syntax.child(word, "obj", "iobj")
    infinitive = syntax.child(word, "xcomp", "ccomp")
    if told is None or infinitive is None or syntax.marker(infinitive) != "to":
        return set()
    if syntax.analysis.lemmas[word] == "want" and syntax.is_negated(word):
        return set()
    return set(syntax.subtree(infinitive))


def _name(syntax: Syntax, word: int) -> set[int]:
    """What somebody is called, with who is called so, or the number that is given with what it counts."""
    naming = is_listed(syntax, word, "naming", "verb")
    if not naming and not is_listed(syntax, word, "counting", "verb"):
        return set()
    says = is_small_clause if naming else is_counted
    name = next((child for child in syntax.dependents[word] if says(syntax, child, {word})), None)
    named = said_of(syntax, word)
    return set() if name is None or named is None else {*syntax.subtree(named), *syntax.subtree(name)}


def _of_noun(syntax: Syntax, noun: int, taken: set[int]) -> tuple[set[int], set[int]]:
    """Who says it and what is said by a noun with a clause, or nothing."""
    if syntax.analysis.lemmas[noun] not in predicate_words("reporting", "noun"):
        return set(), set()
    clause = next((child for child in syntax.children(noun, "acl", "ccomp") if is_noun_clause(syntax, child)), None)
    if clause is None or clause < noun:
        return set(), set()
    owner = _owner(syntax, noun)
    if owner is None and (syntax.analysis.heads[noun] in taken or syntax.is_negated(noun)):
        return set(), set()
    return set() if owner is None else speaker.phrase(syntax, owner), set(syntax.subtree(clause))


def _owner(syntax: Syntax, noun: int) -> int | None:
    """Whose claim it is: "the ministry's claim", "a claim by the ministry"."""
    behind = [child for child in syntax.children(noun, "nmod") if syntax.marker(child) in OWNERS]
    return next(iter([*syntax.children(noun, "nmod:poss"), *behind]), None)


def _inside(known: Attribution, others: Iterable[Attribution]) -> Attribution:
    """The attribution within the smallest content that holds its cue: a quotation ends where its marks end."""
    holding = [other.content for other in others if holds(other.content, known.cue[0][0])]
    if not holding:
        return known
    kept = members(known.content) & members(min(holding, key=size))
    return replace(known, content=runs(kept)) if kept else known
