"""Which words are predicates that could be claims of their own.

Three kinds of word are: the head of a clause with content (verb, or noun or adjective with a copula), an infinitive or
participle that claims an event, and an event noun with somebody or some place to it. Words that only modify a
predicate ("want to", "carry out") leave the claim to what they modify; `governor` finds them again for the content.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.grammar.idle import is_aside
from sayso.claims.grammar.tags import FILLED, FINITE
from sayso.claims.grammar.telling import THAT, adds, first_of, is_noun_clause
from sayso.words import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sayso.claims.grammar.syntax import Syntax
    from sayso.words.records import Event

CLAUSES = frozenset(
    {"root", "ccomp", "advcl", "parataxis", "csubj", "csubj:pass", "acl:relcl", "advcl:relcl", "acl", "xcomp"}
)
IDENTIFYING = frozenset({"acl:relcl", "acl", "csubj", "csubj:pass", "advcl:relcl"})
NOMINAL = frozenset(
    {"nsubj", "nsubj:pass", "obj", "obl", "ccomp", "root", "conj", "nmod", "parataxis", "appos", "dep", "list"}
)
INFINITIVE = frozenset({"to", "but"})
"""What opens an infinitive: "a plan to leave", "no choice but to leave"."""
FILLING = frozenset({"VB", "VBP"})
EMPTY = frozenset(
    {"punct", "mark", "aux", "aux:pass", "cc", "discourse", "case", "compound:prt", "conj", "parataxis", "dep"}
)
"""Dependents that say nothing of what happens."""
SCANT = frozenset({"punct", "mark", "case", "det", "amod", "advmod", "compound", "cc", "conj", "dep", "parataxis"})
"""Dependents that make no clause of a word."""
DOUBT = 0.2
"""Under it a tree is no better than none: of 14 such words with scant dependents none was a claim to note."""
FUNCTION = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "PUNCT", "SYM", "INTJ", "X"})
"""Parts of speech that say nothing of anything, whatever hangs on them."""
CLITICS = frozenset({"'s", "’s", "n't", "n’t", "'d", "’d", "'ll", "’ll", "'re", "’re", "'m", "’m", "'ve", "’ve"})
GRAMMATICAL = frozenset(
    {"the", "a", "an", "and", "or", "but", "nor", "of", "in", "on", "at", "with", "by", "for", "from", "to", "as"}
    | {"than", "into", "about", "around", "if", "because", "after", "not", "n't", "n’t", "that", "this", "'s", "’s"}
    | {"its", "their", "his", "your", "our", "my"}
)
"""Forms that are function words however the model tags them."""
_CLIMB = 8
"""Longest chain of modifying verbs that is followed ("wants to try to begin to …"): real ones are under 4."""


@cache
def words(term: str, use: str) -> frozenset[str]:
    """The words of one term of the vocabulary `predicates`."""
    return frozenset(vocabulary.load("predicates")[term].words[use])


def find(
    syntax: Syntax, nouns: Collection[int], cues: Collection[int], event: Callable[[int], Event | None]
) -> list[int]:
    """Every predicate of the article, in order.

    `nouns` are the event nouns, `cues` the words of cues; `event` codes a predicate.
    """
    upos, relations = syntax.analysis.upos, syntax.analysis.relations
    heads = (word for word, relation in enumerate(relations) if relation in CLAUSES or relation == "conj")
    found = {
        word
        for word in heads
        if _is_clause(syntax, word, nouns, event) and not (word in cues and _only_speaks(syntax, word))
    }
    found |= {word for cue in cues for word in syntax.dependents[cue] if is_small_clause(syntax, word, cues)}
    found |= {word for cue in cues for word in syntax.dependents[cue] if _disclaims(syntax, cue, word)}
    found |= {word for word in nouns if upos[word] in ("NOUN", "PROPN") and _is_event_noun(syntax, word, event)}
    return sorted(found)


def governor(syntax: Syntax, predicate: int) -> int:
    """The verb whose clause the predicate fills: "wants" in "wants to leave", "carried" in "carried out strikes"."""
    word = predicate
    for _ in range(_CLIMB):
        head = syntax.analysis.heads[word]
        if head < 0 or not (_modifies(syntax, head, word) or _carries(syntax, head, word)):
            return word
        word = head
    return word


def leads_to(syntax: Syntax, word: int, predicates: Collection[int]) -> bool:
    """Whether the word's clause is a claim, on the word itself or on what it only modifies, carries or says."""
    reached = [word]
    for _ in range(_CLIMB):
        if any(step in predicates for step in reached):
            return True
        reached = [further for step in reached for further in _filled_by(syntax, step)]
    return False


def _filled_by(syntax: Syntax, word: int) -> list[int]:
    """What the word only modifies, carries or disclaims, and what it says of somebody."""
    filled = (_modifies, _carries, _disclaims)
    found = [child for child in syntax.dependents[word] if any(fills(syntax, word, child) for fills in filled)]
    return found + (syntax.children(word, "ccomp") if syntax.child(word, *FILLED) is not None else [])


def _only_speaks(syntax: Syntax, cue: int) -> bool:
    """ "said", "told": without what is said there is nothing to claim, unless nothing was: "has not replied"."""
    return syntax.analysis.lemmas[cue] in words("speech", "verb") and not syntax.is_negated(cue)


def is_small_clause(syntax: Syntax, word: int, cues: Collection[int]) -> bool:
    """Whether a cue says the word of its object: "a provocation" in "called the raid a provocation"."""
    analysis = syntax.analysis
    head, relation = analysis.heads[word], analysis.relations[word]
    if is_counted(syntax, word, cues):
        return True
    if head not in cues or not (analysis.upos[word] in ("NOUN", "PROPN", "ADJ") or is_participle_of_as(syntax, word)):
        return False
    if _only_speaks(syntax, head) or _is_function_word(syntax, word) or said_of(syntax, head) is None:
        return False
    bare = syntax.child(word, "cop", *FILLED) is None
    return bare and (relation in ("xcomp", "ccomp") or (relation in ("obl", "advcl") and syntax.marker(word) == "as"))


def _disclaims(syntax: Syntax, verb: int, noun: int) -> bool:
    """ "denied **responsibility** for the attack", "denied the **attack**"."""
    lemmas, is_object = syntax.analysis.lemmas, syntax.analysis.relations[noun] == "obj"
    return is_object and lemmas[verb] in words("disclaiming", "verb") and lemmas[noun] in words("disclaiming", "noun")


def is_counted(syntax: Syntax, word: int, cues: Collection[int]) -> bool:
    """Whether it is the number that a cue gives something: "13" in "put the toll at 13"."""
    analysis = syntax.analysis
    verb = analysis.heads[word]
    if verb not in cues or syntax.marker(word) != "at" or analysis.lemmas[verb] not in words("counting", "verb"):
        return False
    return said_of(syntax, verb) is not None and (
        analysis.upos[word] == "NUM" or syntax.child(word, "nummod", "compound") is not None
    )


def is_participle_of_as(syntax: Syntax, word: int) -> bool:
    """ "politicised" in "rejected the report as politicised"; not "as defined by the army", which says by whom."""
    analysis = syntax.analysis
    if analysis.xpos[word] != "VBN" or syntax.marker(word) != "as" or analysis.heads[word] < 0:
        return False
    named = analysis.lemmas[analysis.heads[word]] in words("naming", "verb")
    return named and syntax.child(word, "aux", "obl:agent") is None


def said_of(syntax: Syntax, cue: int) -> int | None:
    """What a cue says something of: the object of "called the vote a disgrace", the subject of its passive."""
    return syntax.child(cue, "nsubj:pass") if syntax.is_passive(cue) else syntax.child(cue, "obj", "iobj")


def _is_clause(syntax: Syntax, word: int, nouns: Collection[int], event: Callable[[int], Event | None]) -> bool:
    relation = _clausal_relation(syntax, word)
    if relation not in CLAUSES or not _has_content(syntax, word, relation):
        return False
    if _is_scrap(syntax, word) and event(word) is None:
        return False
    if _leaves_it_to_another(syntax, word, nouns) and not _is_act(syntax, word, event):
        return False
    if (relation == "acl" and _is_infinitive(syntax, word)) or (relation == "csubj" and syntax.marker(word) in THAT):
        return True
    if relation == "acl" and is_noun_clause(syntax, word):
        return True
    if relation in IDENTIFYING and not adds(syntax, first_of(syntax, word)):
        return event(word) is not None
    return True


def _is_infinitive(syntax: Syntax, word: int) -> bool:
    """ "A plan to attack and | hold Hama": the word, or the first that it is coordinated with."""
    return syntax.marker(word) in INFINITIVE or syntax.marker(first_of(syntax, word)) in INFINITIVE


def _clausal_relation(syntax: Syntax, word: int) -> str:
    """The word's relation, through coordination: that of the first conjunct."""
    return syntax.analysis.relations[first_of(syntax, word)]


def _has_content(syntax: Syntax, word: int, relation: str) -> bool:
    """Whether the word says something of something: no auxiliary, no bare noun, no leftover of the layout."""
    analysis = syntax.analysis
    upos = analysis.upos[word]
    if _is_function_word(syntax, word):
        return False
    if is_aside(syntax, word):
        return False
    if upos == "VERB":
        idle = _is_functional(syntax, word, relation) or _is_fragment(syntax, word, relation)
        return not (idle or _is_filler(syntax, word) or _is_orphan(syntax, word))
    relations = [analysis.relations[child] for child in syntax.dependents[word]]
    if "cop" in relations and (_is_would_be(syntax, word) or _is_sign_off(syntax, word)):
        return False
    if relation == "xcomp" and "cop" not in relations:
        return False
    subjects = [relation for relation in relations if relation in ("nsubj", "expl")]
    if upos == "AUX":
        return len(subjects) > (syntax.lower[word] in CLITICS)
    if upos == "ADV":
        return "cop" in relations and syntax.subject(word) is not None
    return "cop" in relations or "nsubj" in relations or "nsubj:pass" in relations


def _is_would_be(syntax: Syntax, word: int) -> bool:
    """ "their would be neighbours": no clause, whatever the tree makes of it."""
    aux, owner = syntax.child(word, "aux"), syntax.child(word, "nmod:poss", "det")
    return aux is not None and owner == aux - 1 and syntax.child(word, *FILLED) is None


def _is_sign_off(syntax: Syntax, word: int) -> bool:
    """ "I'm Karim Hadi in Homs": a reporter's name at the end of a broadcast, or at its start."""
    subject = syntax.child(word, "nsubj")
    if subject is None or syntax.lower[subject] != "i" or syntax.is_negated(word):
        return False
    return syntax.labels[word] == "person" and syntax.analysis.upos[word] == "PROPN"


def _is_scrap(syntax: Syntax, word: int) -> bool:
    """Whether a tree in doubt makes a clause of a word that has nothing to say, nor a form that only clauses have."""
    analysis = syntax.analysis
    if analysis.certain[word] > DOUBT or analysis.xpos[word] in FINITE:
        return False
    return all(analysis.relations[child] in SCANT for child in syntax.dependents[word])


def _is_function_word(syntax: Syntax, word: int) -> bool:
    """ "the", "with", "and": no predicate, whatever the tree makes of it; "'s" is one where it stands for "is"."""
    analysis = syntax.analysis
    if analysis.upos[word] == "AUX":
        return analysis.xpos[word] == "MD"
    form = syntax.lower[word]
    function = analysis.upos[word] in FUNCTION or form in GRAMMATICAL or syntax.signs[word]
    return function and not _is_place(syntax, word)


def _is_place(syntax: Syntax, word: int) -> bool:
    """ "been through | this": where somebody is said to be, whatever word the tree takes for it."""
    below = syntax.dependents[word]
    if len(below) < 3 or syntax.analysis.upos[word] not in ("PRON", "ADP"):  # subject, copula and a preposition
        return False
    within = syntax.child(word, "case") is not None or syntax.child(word, "obj", "obl") is not None
    return within and syntax.child(word, "cop") is not None and syntax.child(word, "nsubj") is not None


def _is_functional(syntax: Syntax, word: int, relation: str) -> bool:
    """ "including two children", "based in Hama": a participle without a subject that works as a preposition."""
    if syntax.analysis.lemmas[word] == "accord" or _is_taken_for_granted(syntax, word):
        return True
    bare = syntax.child(word, "aux", "aux:pass", "cop") is None
    if bare and (
        syntax.lower[word] == "pending" or (syntax.marker(word) == "of" and syntax.analysis.xpos[word] == "VBN")
    ):
        return True  # "pending a hearing", "the first of several expected"
    if relation not in ("advcl", "acl", "parataxis", "xcomp") or syntax.analysis.xpos[word] not in ("VBG", "VBN"):
        return False
    if relation != "xcomp" and syntax.analysis.lemmas[word] in words("functional", "scene") and _is_scene(syntax, word):
        return True
    return syntax.analysis.lemmas[word] in words("functional", "verb") and syntax.child(word, *FILLED, "aux") is None


def _is_scene(syntax: Syntax, word: int) -> bool:
    """Whether a participle only says where or when somebody spoke: "speaking in Ankara, he said"."""
    head = syntax.analysis.heads[word]
    beside = head in syntax.cued or syntax.analysis.heads[head] in syntax.cued
    return beside and not syntax.marker(word) and syntax.child(word, *FILLED, "aux") is None


def _is_taken_for_granted(syntax: Syntax, word: int) -> bool:
    head = syntax.analysis.heads[word]
    granted = syntax.lower[word] == "granted" and syntax.marker(word) == "for"
    return granted and head >= 0 and syntax.analysis.lemmas[head] == "take"


def _is_fragment(syntax: Syntax, word: int, relation: str) -> bool:
    """ "Read the rest here": an imperative at the start of its sentence that speaks to the reader."""
    analysis = syntax.analysis
    if relation != "root" or analysis.xpos[word] not in ("VB", "VBP"):
        return False
    first, _ = analysis.sentences[syntax.sentence[word]]
    return (
        word - first < 2 and analysis.lemmas[word] in words("fragment", "verb") and syntax.child(word, *FILLED) is None
    )


def _is_filler(syntax: Syntax, word: int) -> bool:
    """ "I think", "you know": a word to the listener, unless it has an object or is denied."""
    analysis = syntax.analysis
    if analysis.lemmas[word] not in words("filler", "verb") or analysis.xpos[word] not in FILLING:
        return False
    subject = syntax.child(word, "nsubj")
    if subject is None or analysis.lemmas[subject] not in ("i", "you"):
        return False
    return syntax.child(word, "obj", "obl", "xcomp", "aux") is None and not syntax.is_negated(word)


def _is_orphan(syntax: Syntax, word: int) -> bool:
    """Whether nothing is said of anything: a verb without subject, object, noun or any phrase beside it."""
    relations = syntax.analysis.relations
    if any(relations[child] not in EMPTY for child in syntax.dependents[word]):
        return False
    if relations[governor(syntax, word)].startswith("acl"):
        return False
    return syntax.subject(word) is None and syntax.patient(word) is None


def _leaves_it_to_another(syntax: Syntax, word: int, nouns: Collection[int]) -> bool:
    """Whether the claim stands on what the word governs: an infinitive, an event noun or a clause."""
    if _introduces(syntax, word):
        return True
    if any(_modifies(syntax, word, child) for child in syntax.children(word, "xcomp", "advcl")):
        return True
    carried = [child for child in syntax.dependents[word] if child in nouns]
    return any(_carries(syntax, word, child) for child in carried)


def _introduces(syntax: Syntax, word: int) -> bool:
    """Whether only what follows is claimed: "there is no sign | that they left", "it is fair to say | that …"."""
    analysis, lemma = syntax.analysis, syntax.analysis.lemmas[word]
    if lemma == "be" and syntax.child(word, "expl") is not None:
        noun = syntax.child(word, "nsubj")
        if noun is None:
            return False
        plain = syntax.child(noun, "amod") is None  # "there is growing evidence that …" tells of it
        return plain and any(is_noun_clause(syntax, child) for child in syntax.children(noun, "acl"))
    judged = analysis.heads[word]
    if lemma != "say" or syntax.marker(word) != "to" or judged < 0 or analysis.upos[judged] != "ADJ":
        return False
    clause, it = syntax.child(word, "ccomp"), syntax.child(judged, "nsubj", "expl")
    return clause is not None and syntax.marker(clause) == "that" and it is not None and syntax.lower[it] == "it"


def _is_act(syntax: Syntax, word: int, event: Callable[[int], Event | None]) -> bool:
    """Whether a verb that modifies another is something done to somebody as well: "refused to leave", "agreed to"."""
    return syntax.analysis.lemmas[word] in words("act", "verb") and event(word) is not None


def _modifies(syntax: Syntax, head: int, word: int) -> bool:
    """Whether `head` only says how the infinitive or participle `word` comes about."""
    analysis = syntax.analysis
    if _goes_on(syntax, head, word):
        return True
    if analysis.relations[word] != "xcomp" or not syntax.is_verbal(word) or syntax.child(head, "obj") is not None:
        return False
    if analysis.upos[head] in ("ADJ", "ADV"):
        return analysis.lemmas[head] in words("modifying", "adjective")
    return analysis.lemmas[head] in words("modifying", "verb")


def _goes_on(syntax: Syntax, head: int, word: int) -> bool:
    """ "go on | fighting", whatever the tree makes of the two."""
    analysis = syntax.analysis
    gerund = analysis.xpos[word] == "VBG" and analysis.relations[word] in ("xcomp", "advcl", "obl")
    near = gerund and head + 1 < word <= head + 3 and syntax.lower[head + 1] == "on"
    return near and analysis.lemmas[head] in words("modifying", "with_on")


def _carries(syntax: Syntax, head: int, noun: int) -> bool:
    """Whether `head` is a light verb to the event noun: "carried out strikes", "talks took place"."""
    analysis = syntax.analysis
    if analysis.upos[noun] not in ("NOUN", "PROPN") or analysis.upos[head] not in ("VERB", "AUX"):
        return False
    relation = analysis.relations[noun]
    if analysis.lemmas[head] in words("light", "passive") and "nsubj" in relation and syntax.is_passive(head):
        return True
    if analysis.lemmas[head] not in words("light", "verb"):
        return False
    if relation == "nsubj":
        return syntax.child(head, "obj") is None or analysis.lemmas[head] == "take"
    return relation in ("obj", "nsubj:pass")


def _is_event_noun(syntax: Syntax, word: int, event: Callable[[int], Event | None]) -> bool:
    """Whether the noun claims an event itself: carried by a light verb, in a headline, or with somebody to it."""
    analysis = syntax.analysis
    if analysis.relations[word] not in NOMINAL or _is_function_word(syntax, word):
        return False
    head = analysis.heads[word]
    if head >= 0 and _carries(syntax, head, word):
        return True
    found = event(word)
    if found is None or not (found.actors or found.recipients or found.places):
        return False
    if head < 0 or analysis.upos[head] != "VERB":
        return True
    carried = event(head)
    return carried is None or carried.type != found.type
