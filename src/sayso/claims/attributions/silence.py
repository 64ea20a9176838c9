"""Attributions of the model that attribute nothing: labels, marks, and verbs that do something and say nothing.

1. A label ("so-called") or a mark without anybody who speaks.
2. A hedge of the writer's ("seems").
3. A deed. "Imposed sanctions", "refused to act" and "wants a truce" have an object or an infinitive and no clause that
   could be said. A verb of no list of stances does something then; of those listed, the ones in `deed` do.
4. A measure: "according to his body mass index", "to plan". Only who can speak and what can be read is a source there.
5. A gerund that sets the scene ("assuming that …").
6. A task: who is "charged with securing the border" is accused of nothing.
7. A state: who "remains committed to supporting" somebody says nothing that could be so.
8. What there is none of: "no law requiring".
9. An invitation to the reader: "Read more".
10. A purpose that nobody was found to speak for: "cut off power to warn the town".
11. Nobody: "nobody has told us to stop".
12. A question still open: who "will decide whether" has no answer, and what is done "to determine" something has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.attributions import citing, speaker, stances
from sayso.claims.grammar import cue_words, marks
from sayso.claims.grammar.listed import is_listed
from sayso.claims.grammar.predicates import is_small_clause
from sayso.claims.grammar.predicates import words as predicate_words
from sayso.claims.grammar.ranges import members, runs
from sayso.claims.grammar.tags import SUBJECTS
from sayso.claims.sources import kinds
from sayso.language.analysis import Attribution

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

PLAIN = frozenset({"obj", "iobj", "obl", "nsubj:pass", "nmod", "compound:prt", "advmod", "punct"})
CIRCUMSTANCE = frozenset(
    {"before", "after", "when", "while", "until", "because", "since", "if", "unless", "although", "though"}
)
"""Markers of clauses that tell when or why it is done."""
QUESTIONS = frozenset({"whether", "if", "how", "why", "who", "what", "when", "where", "which"})
"""First words of a question that somebody is to answer."""
INFINITIVE = frozenset({"xcomp", "advcl", "ccomp", "acl"})
MARKS = marks.SIGNS | {"‘", "'", "`"}
DOUBTED = 0.25
"""Confidence in a cue below which it is none: of 100 such, 20 are on PolNeAR dev."""
SURE = 0.75
"""Confidence in a cue from which a verb of no list is believed to say something: of 100 such, 80 do on PolNeAR dev."""


def is_silent(syntax: Syntax, known: Attribution) -> bool:
    """Whether nothing is said by the attribution's cue."""
    words = sorted(members(known.cue))
    if not words or known.cue_confidence < DOUBTED or _is_label(syntax, known, words):
        return True
    if known.source and syntax.is_nobody(kinds.head_word(syntax.analysis, known.source)):
        return True
    head = cue_words.deciding(syntax.analysis, words)
    if syntax.analysis.lemmas[head] in predicate_words("hedge", "cue"):
        rest = [word for word in words if word != head]
        return not rest or not stances.is_listed(syntax.analysis, rest)
    if syntax.analysis.lemmas[head] == "accord":
        return not _can_speak(syntax, known, head)
    if _is_state(syntax, known, words):
        return True
    if syntax.analysis.upos[head] != "VERB":
        return all(syntax.analysis.relations[word] in ("aux", "aux:pass") for word in words)
    if _is_of_a_thing(syntax, known, head, words) or (not known.source and _is_purpose(syntax, head)):
        return True
    if _sets_the_scene(syntax, known, head) or _is_open(syntax, known, head) or _invites(syntax, known, head):
        return True
    if syntax.analysis.relations[head] == "acl" and _is_of_nothing(syntax, syntax.analysis.heads[head]):
        return True
    return is_task(syntax, head) or _is_deed(syntax, known, head, words)


def silenced(syntax: Syntax, known: Attribution) -> Attribution:
    """The attribution, or where nothing is said its source alone: whoever it names can be meant by "he" later."""
    if not is_silent(syntax, known):
        return known
    return Attribution((), known.source, (), 0.0, known.source_confidence, 0.0)


def is_task(syntax: Syntax, charged: int) -> bool:
    """ "charged with securing the border": a passive of "charge" with a duty, which is no crime."""
    analysis = syntax.analysis
    if analysis.lemmas[charged] != "charge" or not syntax.is_passive(charged):
        return False
    below = syntax.dependents[charged]
    return any(
        syntax.marker(child) == "with" and analysis.lemmas[child] in predicate_words("task", "verb") for child in below
    )


def _is_of_nothing(syntax: Syntax, noun: int) -> bool:
    """ "No law requiring them to pay": what there is none of says nothing."""
    return syntax.has(noun, "det", frozenset({"no"}))


def _is_state(syntax: Syntax, known: Attribution, words: list[int]) -> bool:
    """ "Are committed to supporting": the cue ends with such a word, and only what they will do themselves follows."""
    analysis, inside = syntax.analysis, members(known.content)
    telling = [word for word in words if analysis.upos[word] in ("VERB", "AUX", "ADJ")]
    if not telling or syntax.lower[telling[-1]] not in predicate_words("deed", "state") or _is_quoted(syntax, known):
        return False
    tops = [word for word in inside if analysis.heads[word] not in inside and analysis.upos[word] != "PUNCT"]
    return bool(tops) and all(syntax.subjects[word] is None and analysis.upos[word] == "VERB" for word in tops)


def _sets_the_scene(syntax: Syntax, known: Attribution, verb: int) -> bool:
    """ "Assuming that …", "considering that …": a gerund that nobody is the subject of and that says on what terms."""
    bare = syntax.analysis.xpos[verb] == "VBG" and syntax.child(verb, "aux", *SUBJECTS) is None
    functional = syntax.analysis.lemmas[verb] in predicate_words("functional", "verb")
    return bare and functional and not known.source and not is_listed(syntax, verb, "relay", "active")


def _invites(syntax: Syntax, known: Attribution, verb: int) -> bool:
    """ "Read more": a verb without a subject that begins its sentence."""
    first = syntax.analysis.sentences[syntax.sentence[verb]][0] == verb
    bare = syntax.analysis.xpos[verb] in ("VB", "VBP") and syntax.child(verb, *SUBJECTS) is None
    return first and bare and not known.source and syntax.analysis.lemmas[verb] in predicate_words("fragment", "verb")


def _is_purpose(syntax: Syntax, verb: int) -> bool:
    return syntax.analysis.relations[verb] == "advcl" and syntax.marker(verb) == "to"


def _is_of_a_thing(syntax: Syntax, known: Attribution, verb: int, words: list[int]) -> bool:
    """Whether a doubtful cue of no list has something as its subject that can neither speak nor be read.

    "Other attacks | include | …"; but "a voice celebrated: “…”" and "his backers counter that …" speak.
    """
    if known.cue_confidence >= SURE or stances.is_listed(syntax.analysis, words):
        return False
    if known.source and (syntax.child(verb, "ccomp") is not None or _is_quoted(syntax, known)):
        return False
    subject = None if syntax.is_passive(verb) else syntax.child(verb, "nsubj")
    if subject is None or subject in words or syntax.analysis.upos[subject] != "NOUN":
        return False
    return not citing.can_speak(syntax, subject)


def _is_open(syntax: Syntax, known: Attribution, verb: int) -> bool:
    """ "Will decide whether", "sent to a laboratory to determine if": the question that the verb is to answer."""
    if syntax.analysis.lemmas[verb] not in predicate_words("deed", "open") or not known.content:
        return False
    first = known.content[0][0]
    return first > verb and syntax.lower[first] in QUESTIONS and _is_still_to_come(syntax, verb)


def _is_still_to_come(syntax: Syntax, verb: int) -> bool:
    auxiliaries = syntax.children(verb, "aux")
    return syntax.marker(verb) == "to" or any(syntax.analysis.xpos[word] == "MD" for word in auxiliaries)


def _can_speak(syntax: Syntax, known: Attribution, according: int) -> bool:
    """Whether "according to" is followed by a name, a pronoun or a noun for a kind of source; by nothing: unknown."""
    noun = speaker.after_according(syntax, according)
    source = known.source or (() if noun is None else runs(speaker.phrase(syntax, noun)))
    if not source:
        return True
    found = kinds.describe(syntax, source)
    if syntax.analysis.lemmas[found.head] in predicate_words("readable", "noun"):
        return True
    return found.kind is not None or found.named or syntax.analysis.upos[found.head] not in ("NOUN", "ADJ")


def _is_label(syntax: Syntax, known: Attribution, words: list[int]) -> bool:
    """Whether it labels a word (“so-called”), or is but a mark around words that nobody says."""
    analysis = syntax.analysis
    if known.source:
        return False
    labels = predicate_words("label", "cue")
    lemmas = " ".join(analysis.lemmas[word] for word in words)
    forms = " ".join(syntax.lower[word] for word in words)
    only_marks = all(analysis.upos[word] in ("PUNCT", "SYM") for word in words)
    return only_marks or lemmas in labels or analysis.lemmas[words[0]] in labels or forms.endswith(tuple(labels))


def _is_deed(syntax: Syntax, known: Attribution, head: int, words: list[int]) -> bool:
    lemma = syntax.analysis.lemmas[head]
    if lemma in predicate_words("deed", "cue"):
        return True
    if stances.is_listed(syntax.analysis, words) and lemma not in predicate_words("deed", "verb"):
        return False
    if not known.content or _is_quoted(syntax, known) or _is_called(syntax, known):
        return False
    if known.cue_confidence >= SURE and lemma not in predicate_words("deed", "verb"):
        return False
    return _is_plain(syntax, known, set(words))


def _is_quoted(syntax: Syntax, known: Attribution) -> bool:
    """Whether a quotation mark stands in or right before the content."""
    return any(not MARKS.isdisjoint(syntax.forms[max(first - 1, 0) : end]) for first, end in known.content)


def _is_called(syntax: Syntax, known: Attribution) -> bool:
    """Whether something is said to be something: "see the raid as a provocation"."""
    lemmas, relations = syntax.analysis.lemmas, syntax.analysis.relations
    return any(lemmas[word] == "as" and relations[word] == "case" for word in members(known.content))


def _is_plain(syntax: Syntax, known: Attribution, cue: set[int]) -> bool:
    """Whether all of the content hangs on the cue as an object, a phrase, or an infinitive that says nothing."""
    inside = members(known.content)
    if syntax.analysis.xpos[min(inside)] in ("WP", "WRB", "WDT"):
        return False
    tops = [word for word in inside if syntax.analysis.heads[word] not in inside]
    return all(_is_plain_part(syntax, word, cue) for word in tops)


def _is_plain_part(syntax: Syntax, word: int, cue: set[int]) -> bool:
    analysis = syntax.analysis
    relation, head = analysis.relations[word], analysis.heads[word]
    if relation == "punct":
        return True
    if head not in cue or is_small_clause(syntax, word, cue):
        return False
    if relation == "advcl" and (syntax.marker(word) in CIRCUMSTANCE or _is_means(syntax, word)):
        return True
    if relation in INFINITIVE:
        wants_another = syntax.child(head, "obj", "iobj") is not None or syntax.child(word, "nsubj") is not None
        speaks = stances.is_cue(analysis.lemmas[word]) or analysis.lemmas[word] in predicate_words("speech", "verb")
        bare = syntax.marker(word) == "to" or (relation == "xcomp" and analysis.xpos[word] == "VBG")
        idle = bare and not (wants_another or speaks or stances.may_order(analysis.lemmas[head]))
        return idle and not _has_own_subject(syntax, word)
    return relation in PLAIN


def _is_means(syntax: Syntax, clause: int) -> bool:
    """ "By providing finance"."""
    return syntax.marker(clause) == "by" and syntax.analysis.xpos[clause] == "VBG"


def _has_own_subject(syntax: Syntax, infinitive: int) -> bool:
    """Whether a noun stands before "to" as the one who is to do it: "wants refugees to work"."""
    first = syntax.subtree(infinitive)[0]
    return syntax.analysis.upos[first] in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM")
