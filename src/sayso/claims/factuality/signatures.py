"""What the word that embeds a predicate says about whether it happens: "failed to withdraw", "the threat of an attack".

The words stand in the vocabulary `signatures`, one term a class; `EFFECTS` says what each class does.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from sayso.claims.attributions import stances
from sayso.claims.grammar import cue_words
from sayso.claims.grammar.listed import inflected
from sayso.words import vocabulary
from sayso.words.records import Factuality

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.claims.grammar.syntax import Syntax

Use = Literal["verbs", "nouns", "adjectives"]
Effect = Factuality | Literal["keeps", "flips", "presupposes"]

NOT = Factuality(-3.0, "did_not_happen")
OPEN = Factuality(0.0, "possible")
PLANNED = Factuality(1.6, "planned")
DEMANDED = Factuality(1.2, "demanded")
POSSIBLE = Factuality(1.2, "possible")
LIKELY = Factuality(2.0, "possible")
ALLEGED = Factuality(1.8, "possible")
EXPECTED = Factuality(2.0, "will")


class Signature(NamedTuple):
    """What an embedding word does to what it embeds, where it is itself affirmed and where it is denied."""

    affirmed: Effect
    denied: Effect


EFFECTS: Mapping[str, Signature] = {
    "implicative": Signature("keeps", "keeps"),
    "occurrence": Signature("keeps", "keeps"),
    "negative_implicative": Signature("flips", "flips"),
    "causing": Signature("keeps", OPEN),
    "permitting": Signature(POSSIBLE, "keeps"),
    "licensing": Signature(POSSIBLE, OPEN),
    "preventing": Signature("flips", OPEN),
    "calling_off": Signature(NOT, "presupposes"),
    "absent": Signature(NOT, "presupposes"),
    "factive": Signature("presupposes", "presupposes"),
    "attested": Signature("presupposes", Factuality(-1.5, "possible")),
    "attempted": Signature(POSSIBLE, NOT),
    "failed": Signature(Factuality(2.0, "happened"), "presupposes"),
    "planned": Signature(PLANNED, Factuality(-1.5, "planned")),
    "expected": Signature(EXPECTED, Factuality(-1.6, "will")),
    "demanded": Signature(DEMANDED, OPEN),
    "agreed": Signature(Factuality(2.0, "demanded"), OPEN),
    "possible": Signature(POSSIBLE, OPEN),
    "likely": Signature(LIKELY, Factuality(-1.5, "possible")),
    "alleged": Signature(ALLEGED, OPEN),
    "doubted": Signature(Factuality(-1.5, "possible"), "presupposes"),
    "habitual": Signature(Factuality(2.6, "general"), Factuality(-2.6, "general")),
    "unlikely": Signature(Factuality(-1.5, "possible"), POSSIBLE),
    "false": Signature(NOT, OPEN),
}

CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "csubj:outer"})
OBJECTS = frozenset({"obj", "nsubj:pass"})
NOUN_LINKS = frozenset({"nmod", "acl", "ccomp", "compound", "xcomp", "csubj"})
NOUN_MARKERS = frozenset({"of", "for", "against", "about", "at", "to", "that", "over", "", "from", "whether", "in"})
COMPLEMENT_MARKERS = frozenset({"to", "from", "of", "for", "that", "about", "against", ""})
"""What introduces an adjective's complement where the parser made it an adverbial clause ("because" doesn't)."""
DIRECTED = frozenset({"demanded", "causing", "preventing", "permitting", "licensing", "negative_implicative"})
"""Classes whose infinitive or "from" phrase is still what they embed where the parser made it an adverbial clause."""
COMPLETED = frozenset({"planned", "negative_implicative", "possible", "preventing", "false"})
"""Classes that want an infinitive or gerund: one beside them is theirs whatever the parser made of it."""
ASPECTUAL = frozenset({"tend", "continue", "begin", "start", "manage", "help", "need", "like", "expect", "try"})
ALARMED = frozenset({"concerned", "worried", "alarmed"})
SHORT = frozenset({"short"})
""""Stopped short of attacking"."""
ADDRESSING = frozenset({"on", "upon", "to", "at", "with", "for"})
"""What stands before whom a demand is made of: "called on them", "shouted at them", "pleaded with them"."""
WISHED = frozenset({"like", "love", "hate", "prefer"})
WOULD = frozenset({"would", "'d", "’d"})
WAS = frozenset({"was", "were"})
YET = frozenset({"yet"})
HAVE = frozenset({"have", "'ve", "’ve", "'s", "’s"})
TELLING = frozenset({"alleged", "possible", "likely", "expected", "attested"})
"""Classes of nouns that say something true or false."""
COMPOUNDED = frozenset({"planned", "attempted", "demanded"})
"""Classes that a compound shows: "strike plans", but not "publishing concern"."""
NOT_OF_NOUNS = frozenset({"likely", "alleged", "causing", "permitting", "licensing", "habitual"})
"""Classes whose verbs say nothing about a noun that is their object: "considered the attack"."""


@cache
def classes(use: Use) -> Mapping[str, str]:
    """Class by lemma (with particle or preposition). Where a word stands in two, the file's first holds."""
    found: dict[str, str] = {}
    for key, term in vocabulary.load("signatures").items():
        for word in term.words.get(use, ()):
            found.setdefault(word, key)
    return found


def embedding(syntax: Syntax, word: int) -> tuple[int, Signature] | None:
    """The word that embeds this one, with its signature; None where nothing does or it says nothing."""
    head = syntax.analysis.heads[word]
    topic = _topic(syntax, word)
    if topic is not None:
        return topic, EFFECTS[classes("nouns").get(syntax.analysis.lemmas[topic], "planned")]
    if head < 0 or _is_fronted(syntax, word) or _begins_anew(syntax, word) or _is_quoted(syntax, word):
        return None
    told = _told(syntax, word)
    if told is not None:
        return told, EFFECTS["demanded"]
    permitting = _permitting(syntax, word)
    if permitting is not None:
        return permitting, EFFECTS["permitting"]
    upos = syntax.analysis.upos[head]
    if upos in ("NOUN", "PROPN"):
        verdict = _verdict(syntax, head, word)
        if verdict is not None:
            return verdict, EFFECTS["false"]
        key = _of_noun(syntax, head, word)
    elif upos in ("ADJ", "ADV"):
        key = _of_adjective(syntax, head, word)
    else:
        key = _of_verb(syntax, head, word) or _of_mistagged(syntax, head, word)
    return None if key is None else (head, EFFECTS[key])


def _topic(syntax: Syntax, word: int) -> int | None:
    """The noun that an infinitive spells out: "the goal is to leave"."""
    if syntax.marker(word) != "to" or syntax.child(word, "cop") is None or syntax.analysis.upos[word] != "VERB":
        return None
    subject = syntax.child(word, "nsubj", "nsubj:outer")
    return subject if subject is not None and syntax.analysis.upos[subject] == "NOUN" else None


def _verdict(syntax: Syntax, noun: int, word: int) -> int | None:
    """What calls untrue what a noun tells: "reports that they had left are **wrong**", "**denied** reports that …"."""
    analysis = syntax.analysis
    judging, relation = analysis.heads[noun], analysis.relations[noun]
    if relation == "nsubj" and analysis.upos[judging] == "VERB":
        judging = _unsaid_of(syntax, noun, judging)
    if relation == "nsubj":
        untrue = analysis.upos[judging] == "ADJ" and classes("adjectives").get(analysis.lemmas[judging]) == "false"
    else:
        untrue = relation in OBJECTS and not is_owned(syntax, noun) and _denies(syntax, judging)
    told = untrue and syntax.marker(word) in ("that", "of", "")
    return judging if told and _of_noun(syntax, noun, word) in TELLING else None


def _unsaid_of(syntax: Syntax, noun: int, cue: int) -> int:
    """What the noun is the subject of, if the tree gives it to a cue behind: "Reports … were **untrue**, he said"."""
    clauses = (clause for clause in syntax.children(cue, "ccomp") if noun < clause < cue)
    return next((clause for clause in clauses if syntax.child(clause, "nsubj", "nsubj:pass") is None), cue)


def _denies(syntax: Syntax, verb: int) -> bool:
    """Whether the verb has what somebody tells for untrue: "deny", "dismiss", "rule out"."""
    particle = syntax.child(verb, "compound:prt")
    lemma = syntax.analysis.lemmas[verb]
    return stances.of_lemma(lemma if particle is None else f"{lemma} {syntax.analysis.lemmas[particle]}") == "denies"


def is_owned(syntax: Syntax, noun: int) -> bool:
    """Whether somebody speaks by the noun: "denied the **rebels' claim** that …", but not "denied claims that …"."""
    voices = syntax.voiced.get(noun, ()) if syntax.analysis.upos[noun] == "NOUN" else ()
    return any(known.source and cue_words.head_word(syntax.analysis, known.cue) == noun for known in voices)


def _is_fronted(syntax: Syntax, word: int) -> bool:
    """Whether it is a purpose before its verb: "to win, they need …"."""
    head = syntax.analysis.heads[word]
    return syntax.analysis.relations[word] == "advcl" and syntax.marker(word) == "to" and word < head


def _begins_anew(syntax: Syntax, word: int) -> bool:
    """Whether a conjunction opens what the tree takes for a complement: "I understand, and I am ready"."""
    return syntax.analysis.relations[word] == "ccomp" and any(child < word for child in syntax.children(word, "cc"))


def _is_quoted(syntax: Syntax, word: int) -> bool:
    """Whether it is a quotation before its cue: "They left," he **went on**."""
    head = syntax.analysis.heads[word]
    if syntax.analysis.relations[word] != "ccomp" or head < word or head not in syntax.cued:
        return False
    return any(first <= word < end <= head for first, end in syntax.quotations[syntax.paragraph[word]])


def _told(syntax: Syntax, word: int) -> int | None:
    """The verb by which somebody is told to do it, where the infinitive hangs on them: "called on states to act"."""
    analysis = syntax.analysis
    whom, relation = analysis.heads[word], analysis.relations[word]
    if syntax.marker(word) != "to" or relation not in ("acl", "advcl") or _is_set_off(syntax, word):
        return None
    if relation == "advcl":
        marked = [phrase for phrase in syntax.children(whom, "obl") if syntax.marker(phrase) in ADDRESSING]
        return whom if any(whom < phrase < word for phrase in marked) and _demands(syntax, whom) else None
    verb = analysis.heads[whom]
    objects = ("obj", "iobj", "nsubj:pass", "xcomp")
    addressed = analysis.relations[whom] in objects or syntax.marker(whom) in {*ADDRESSING, ""}
    if verb < 0 or not addressed or analysis.lemmas[whom] in classes("nouns"):
        return None
    return verb if _demands(syntax, verb) else None


def _permitting(syntax: Syntax, word: int) -> int | None:
    """The verb that lets somebody do it, where the infinitive hangs on them: "allow ships seized there to pass"."""
    analysis = syntax.analysis
    whom = analysis.heads[word]
    if syntax.marker(word) != "to" or analysis.relations[word] not in ("acl", "advcl"):
        return None
    if analysis.relations[whom] == "acl" and analysis.xpos[whom] == "VBN":
        whom = analysis.heads[whom]
    verb = analysis.heads[whom]
    if (
        verb < 0
        or analysis.relations[whom] not in OBJECTS
        or classes("verbs").get(analysis.lemmas[verb]) != "permitting"
    ):
        return None
    return None if analysis.lemmas[whom] in classes("nouns") or _is_set_off(syntax, word) else verb


def _is_set_off(syntax: Syntax, infinitive: int) -> bool:
    """Whether a comma before it makes it a purpose: "was summoned, ostensibly to renew his permit"."""
    first, head = syntax.subtree(infinitive)[0], syntax.analysis.heads[infinitive]
    comma = first if syntax.forms[first] == "," else first - 1
    return syntax.forms[comma] == "," and "," not in syntax.forms[head:comma]


def _demands(syntax: Syntax, verb: int) -> bool:
    upos, lemma = syntax.analysis.upos[verb], syntax.analysis.lemmas[verb]
    return upos == "VERB" and lemma not in ("have", "need") and classes("verbs").get(lemma) == "demanded"


def qualifier(syntax: Syntax, noun: int) -> Signature | None:
    """The signature of an adjective or participle before an event noun: "a planned visit", "failed talks"."""
    analysis = syntax.analysis
    for child in syntax.dependents[noun]:
        if analysis.relations[child] in ("amod", "nmod:desc", "advmod") and child < noun:
            key = classes("adjectives").get(syntax.lower[child])
            if key is not None:
                return EFFECTS[key]
    return None


def _of_verb(syntax: Syntax, verb: int, word: int) -> str | None:
    if syntax.marker(word) == "to":
        duty = _of_duty(syntax, verb)
        if duty is not None:
            return duty
    relation = syntax.analysis.relations[word]
    nominal = syntax.analysis.upos[word] in ("NOUN", "PROPN") and syntax.child(word, "cop") is None
    if nominal and syntax.analysis.lemmas[verb] == "call" and not syntax.marker(word):
        return None  # "called them liars", "called an election"
    if relation == "ccomp" and syntax.analysis.lemmas[verb] == "mean" and syntax.marker(word) != "to":
        return None  # "it means they left"
    if relation in CLAUSAL and not (nominal and relation.startswith("csubj")):
        found = _key(syntax, verb, word, "verbs")
        return None if found == "habitual" and relation != "xcomp" else found  # "like that they left"
    if relation in OBJECTS and nominal and syntax.analysis.lemmas[verb] != "have":
        found = _key(syntax, verb, word, "verbs")
        asked = found == "calling_off" and syntax.analysis.lemmas[word] in classes("nouns")
        return None if asked or found in NOT_OF_NOUNS else found
    if relation == "nsubj" and nominal:
        there = syntax.analysis.lemmas[verb] == "be" and syntax.child(verb, "expl") is not None
        return "occurrence" if there or _names(syntax, verb, word) & _occurrences() else None
    if relation in ("advcl", "obl"):
        found = _with_marker(syntax, verb, word)
        return found if relation == "obl" or found else _directed(syntax, verb, word)
    return None


def _of_mistagged(syntax: Syntax, verb: int, word: int) -> str | None:
    """ "unfit to serve", where the adjective is tagged as a verb."""
    xcomp = syntax.analysis.relations[word] == "xcomp"
    return classes("adjectives").get(syntax.lower[verb]) if xcomp else None


def _of_duty(syntax: Syntax, verb: int) -> str | None:
    """ "Had to leave" and "used to" did, "has yet to" did not; "has got to" is a duty, "is said to have" hearsay,
    "would like to" a wish and "was going to" a plan, unless somebody says that they were.
    """
    lemma, tag = syntax.analysis.lemmas[verb], syntax.analysis.xpos[verb]
    if lemma in ("report", "say", "rumour", "rumor", "allege") and syntax.is_passive(verb):
        return "alleged"
    if lemma in WISHED and any(syntax.lower[aux] in WOULD for aux in syntax.children(verb, "aux")):
        return "planned"
    if lemma == "go" and tag == "VBG" and any(syntax.lower[aux] in WAS for aux in syntax.children(verb, "aux")):
        reported = syntax.analysis.relations[verb] == "ccomp" and not _is_quoted(syntax, verb)
        return None if reported else "planned"
    if lemma in ("have", "be", "remain") and syntax.has(verb, "advmod", YET):
        return "negative_implicative"
    if lemma == "have" and tag in ("VBD", "VBN"):
        return "causing"
    if lemma == "use" and tag == "VBD" and syntax.child(verb, "obj") is None:
        return "implicative"
    return "demanded" if lemma == "get" and syntax.has(verb, "aux", HAVE) else None


def _names(syntax: Syntax, verb: int, word: int) -> set[str]:
    """The verb alone, with its particle, and with its object noun: "take", "go ahead", "take place"."""
    lemmas = syntax.analysis.lemmas
    joined = [child for child in syntax.children(verb, "compound:prt", "obj") if child != word]
    return {lemmas[verb], *(f"{lemmas[verb]} {lemmas[child]}" for child in joined)}


@cache
def _occurrences() -> frozenset[str]:
    return frozenset(vocabulary.load("signatures")["occurrence"].words["verbs"])


def _of_adjective(syntax: Syntax, adjective: int, word: int) -> str | None:
    relation = syntax.analysis.relations[word]
    if syntax.marker(word) == "to" and relation in (*CLAUSAL, "advcl", "acl", "dep"):
        if syntax.has(adjective, "advmod", frozenset({"too"})):
            return "preventing"
        if syntax.has(adjective, "advmod", frozenset({"enough"})) or syntax.analysis.lemmas[adjective] == "enough":
            return "permitting"
    if syntax.analysis.lemmas[adjective] == "short" and syntax.marker(word) == "of":
        return "preventing"
    if relation == "advcl" and syntax.marker(word) not in COMPLEMENT_MARKERS:
        return None
    if relation in CLAUSAL or relation in ("advcl", "nsubj", "acl", "obl"):
        found = _key(syntax, adjective, word, "adjectives")
        if syntax.analysis.lemmas[adjective] in ALARMED and not _is_feared(syntax, word):
            return "factive"
        return None if relation == "obl" and found not in ("possible", "planned") else found
    return None


def _is_feared(syntax: Syntax, word: int) -> bool:
    """ "worried that they may leave"; but "worried by the raids" and "about what they do" take it for granted."""
    asked = any(syntax.analysis.lemmas[child] in ("what", "how", "who") for child in syntax.dependents[word])
    nominal = syntax.analysis.relations[word] == "obl"
    return not asked and not (nominal and syntax.marker(word) in ("at", "by", "over"))


def _of_noun(syntax: Syntax, noun: int, word: int) -> str | None:
    relation, marker = syntax.analysis.relations[word], syntax.marker(word)
    linked = relation in NOUN_LINKS or (relation == "advcl" and marker == "of")
    if not linked or marker not in NOUN_MARKERS or (relation == "acl" and not marker):
        return None
    found = _key(syntax, noun, word, "nouns")
    return None if relation == "compound" and found not in COMPOUNDED else found


def _key(syntax: Syntax, head: int, word: int, use: Use) -> str | None:
    """The class of the head with its particle or the complement's marker, else of the head alone."""
    known, lemma = classes(use), _lemma(syntax, head, use)
    particle = syntax.child(head, "compound:prt")
    if particle is not None:
        lemma = f"{lemma} {syntax.analysis.lemmas[particle]}"
    marked = known.get(f"{lemma} {syntax.marker(word)}")
    return marked or known.get(lemma)


def _lemma(syntax: Syntax, word: int, use: Use) -> str:
    """The dictionary form, by the word's form where the model's is in no list: "tries" → try."""
    lemma = syntax.analysis.lemmas[word]
    if use != "verbs" or lemma in classes(use):
        return lemma
    return _forms().get(syntax.lower[word], lemma)


@cache
def _forms() -> Mapping[str, str]:
    """The regular forms of the verbs that are listed alone."""
    return {form: verb for verb in classes("verbs") for form in inflected([verb])}


def _with_marker(syntax: Syntax, verb: int, word: int) -> str | None:
    known, lemma, marker = classes("verbs"), _lemma(syntax, verb, "verbs"), syntax.marker(word)
    particle = syntax.child(verb, "compound:prt")
    if particle is not None:
        lemma = f"{lemma} {syntax.analysis.lemmas[particle]}"
    if marker == "of" and any(syntax.has(verb, relation, SHORT) for relation in ("xcomp", "advmod", "compound:prt")):
        return "preventing"
    return known.get(f"{lemma} {marker}") if marker else None


def _directed(syntax: Syntax, verb: int, word: int) -> str | None:
    """ "ordered troops to leave" where the infinitive hangs on the verb as an adverbial clause."""
    marker, lemma = syntax.marker(word), syntax.analysis.lemmas[verb]
    found = classes("verbs").get(lemma)
    if marker == "to" and syntax.child(verb, "obj", "nsubj:pass") is not None:
        return found if found in DIRECTED and not _is_set_off(syntax, word) else None
    if found not in COMPLETED and lemma not in ASPECTUAL:
        return None
    bare = marker == "" and syntax.analysis.xpos[word] in ("VB", "VBG") and syntax.subtree(word)[0] == verb + 1
    return found if bare or (marker == "to" and syntax.child(verb, "obj") is None) else None
