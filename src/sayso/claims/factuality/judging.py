"""Factuality: how the innermost voice presents an event, by rules over tags and arcs.

1. The predicate's own clause is read (`mood`): negation, auxiliaries, tense, conditions, questions.
2. The word that embeds it is looked up (`signatures`): "failed to", "the threat of", "ordered that".
3. That word's own factuality is judged in the same way, and the two are joined; so up to the innermost voice's border.

Beside these rules the model's heads speak (`heads`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.attributions import stances
from sayso.claims.events.classes import kinds
from sayso.claims.factuality import conditions, event_nouns, heads, mood, outcomes, signatures, tense
from sayso.claims.factuality.mood import HAPPENED
from sayso.claims.factuality.signatures import NOT, OPEN, PLANNED
from sayso.claims.grammar.ranges import holds
from sayso.claims.grammar.syntax import LIMITS
from sayso.claims.grammar.tags import SUBJECTS, TENSED
from sayso.words.records import Factuality

if TYPE_CHECKING:
    from sayso.claims.factuality.signatures import Effect, Signature
    from sayso.claims.grammar.syntax import Syntax

CONVICTIONS = frozenset({"believe", "think", "understand", "consider", "feel"})
GRANTING = frozenset({"who", "why", "how", "when", "where"})
ASKED = frozenset({"what", "who", "which"})
WHO = frozenset({"person", "official", "armed", "named_person", "nationality"})
ENSURING = frozenset({"ensure", "guarantee"})
"""Verbs whose clause is as sure as they are: "must ensure that they leave"."""
ABSENCE = frozenset({"without", "instead", "sans"})
CARRIED = frozenset({"happened", "did_not_happen", "statement", "general"})
"""Labels of a governing clause that leave a participle or an event noun below it as it stands."""
NO_MEANS = Factuality(-2.0, "possible")
"""Of an infinitive on a noun that is denied: "no money to pay them"."""
_DEPTH = 12
"""Longest chain of embedding words that is climbed: real ones are under 5."""


def judge(syntax: Syntax, predicate: int) -> Factuality:
    """The factuality of a verb, event noun or predicate adjective as the innermost voice around it presents it."""
    return heads.weighed(syntax, predicate, _judge(syntax, predicate, _DEPTH))


def _judge(syntax: Syntax, word: int, depth: int) -> Factuality:
    if depth == 0:
        return OPEN
    if _is_naming(syntax, word):
        return mood.negated(mood.STATEMENT) if mood.is_denied(syntax, syntax.analysis.heads[word]) else mood.STATEMENT
    clausal = syntax.child(word, "aux:pass") is not None or syntax.analysis.xpos[word] in TENSED
    if clausal or syntax.is_verbal(word):  # "are limited", tagged as an adjective; "if it resumes", as a noun
        return _of_clause(syntax, word, depth)
    return _of_noun(syntax, word, depth)


def _of_clause(syntax: Syntax, word: int, depth: int) -> Factuality:
    listed = _listed_with(syntax, word)
    if listed is not None:
        return _judge(syntax, listed, depth - 1)
    if outcomes.is_proposed(syntax, word):
        return PLANNED
    anchor = mood.first_conjunct(syntax, word)
    own = mood.read(syntax, word)
    if anchor != word and _shares_mood(syntax, word):
        first = syntax.analysis.heads[word]
        shared = _judge(syntax, first, depth - 1)
        own_negation = mood.is_denied(syntax, word) != mood.is_denied(syntax, first)
        return mood.negated(shared) if own_negation else shared
    if own.label == "statement" and syntax.analysis.relations[word] == "ccomp" and _asks_what(syntax, word):
        return OPEN
    embedded = signatures.embedding(syntax, anchor)
    finite = tense.is_finite(syntax, word) and syntax.marker(word) != "to"  # "the goal is to leave" has its copula
    if embedded is not None and not (finite and _leaves_finite(embedded[1])):
        base = NOT if mood.is_denied(syntax, word) else HAPPENED
        read_alone = finite or own == OPEN
        if not read_alone and _is_state(syntax, word):
            base = mood.negated(mood.STATEMENT) if base == NOT else mood.STATEMENT
        return _embed(syntax, anchor, own if read_alone else base, embedded, depth)
    return _unembedded(syntax, anchor, own, depth)


def _listed_with(syntax: Syntax, word: int) -> int | None:
    """The infinitive that a bare one goes on with: "wants to cut taxes, build roads"."""
    analysis = syntax.analysis
    bare = analysis.xpos[word] == "VB" and syntax.child(word, "mark", "aux", "aux:pass", *SUBJECTS) is None
    if not bare or analysis.relations[word] not in ("advcl", "parataxis"):
        return None
    others = syntax.children(analysis.heads[word], "xcomp")
    return next((other for other in reversed(others) if other < word and syntax.marker(other) == "to"), None)


def _is_state(syntax: Syntax, word: int) -> bool:
    """ "turned out to be a fake"."""
    be = syntax.child(word, "cop")
    return be is not None and be < word and not tense.is_mistaken(syntax, word)


def _leaves_finite(signature: Signature) -> bool:
    """Whether the word says so of infinitives only: "told them to leave", but "told them that it had left"."""
    return signature.affirmed == "keeps" or _plans(signature) or signature == signatures.EFFECTS["negative_implicative"]


def _plans(signature: Signature) -> bool:
    return isinstance(signature.affirmed, Factuality) and signature.affirmed.label in ("planned", "demanded")


def _shares_mood(syntax: Syntax, word: int) -> bool:
    """Whether a coordinated verb has no subject, auxiliary or tense of its own: "may attack and destroy"."""
    head, tag = syntax.analysis.heads[word], syntax.analysis.xpos[word]
    repeated = syntax.marker(word) == "to" == syntax.marker(head)
    own = syntax.child(word, "nsubj", "nsubj:pass", "csubj", "aux", "aux:pass", "cop", *([] if repeated else ["mark"]))
    mistagged = tag == "VBP" and syntax.analysis.xpos[head] == "VB"
    return own is None and (mistagged or tag in ("VB", "VBN", "VBG"))


def _embed(syntax: Syntax, word: int, base: Factuality, embedded: tuple[int, Signature], depth: int) -> Factuality:
    governor, signature = embedded
    if _is_conviction(syntax, governor, word) or _is_charge(syntax, governor, word, signature):
        return base
    if _is_astonished(syntax, governor):
        return base
    done = base == HAPPENED and tense.is_finite(syntax, word)
    if (not done and mood.is_denied(syntax, governor) and _asks_what(syntax, word)) or _is_asked(syntax, word):
        return OPEN
    if signature == signatures.EFFECTS["likely"] and tense.is_finite(syntax, word) and _stands(syntax, word, base):
        return base
    outer = _outer(syntax, governor, word, depth)
    if outer == mood.COUNTERFACTUAL and isinstance(signature.affirmed, Factuality):
        return outer  # "had they wanted to leave"
    effect = signature.affirmed if outer.score > -0.5 else signature.denied
    if OPEN in (outer, base) and effect != "presupposes":
        return OPEN if outer == OPEN else _apply(effect, base, outer)
    return mood.turned(syntax, word, base) if effect == NOT else _apply(effect, base, outer)


def _is_astonished(syntax: Syntax, governor: int) -> bool:
    """ "could not believe that they had left": they had."""
    can = any(syntax.analysis.lemmas[child] in ("can", "could") for child in syntax.children(governor, "aux"))
    return can and syntax.analysis.lemmas[governor] == "believe" and mood.is_denied(syntax, governor)


def _asks_what(syntax: Syntax, word: int) -> bool:
    """ "know what she wants", "who is responsible": no state is said to be so; somebody did what "who did it" asks."""
    lemmas, head = syntax.analysis.lemmas, syntax.analysis.heads[word]
    return any(lemmas[child] in ASKED and head < child < word for child in syntax.dependents[word])


def _is_asked(syntax: Syntax, word: int) -> bool:
    """ "Not certain whether they should leave"."""
    return syntax.marker(word) == "whether" and tense.is_finite(syntax, word)


def _stands(syntax: Syntax, word: int, base: Factuality) -> bool:
    """Whether what somebody has in mind is so or due anyway: "don't understand how they left", "felt they should"."""
    return base.label == "demanded" or (syntax.analysis.relations[word] == "ccomp" and _is_granted(syntax, word))


def _is_conviction(syntax: Syntax, governor: int, word: int) -> bool:
    """Whether the voice itself believes it: in "he believes that P", he presents P as so."""
    if syntax.analysis.lemmas[governor] not in CONVICTIONS or mood.is_denied(syntax, governor):
        return False
    if not tense.is_finite(syntax, word):
        return False
    voiced = any(known.source and holds(known.content, word) for known in syntax.voiced.get(governor, ()))
    return _is_cue_of(syntax, governor, word) or (voiced and mood.read(syntax, governor).label in CARRIED)


def _is_charge(syntax: Syntax, governor: int, word: int, signature: Signature) -> bool:
    """Whether it is what somebody is accused of: by the voice that accuses, it is so."""
    spoken = syntax.analysis.upos[governor] == "VERB" and _is_cue_of(syntax, governor, word)
    return signature == signatures.EFFECTS["alleged"] and spoken and not mood.is_denied(syntax, governor)


def _outer(syntax: Syntax, governor: int, word: int, depth: int) -> Factuality:
    """The governor's own factuality; where it is the cue of a voice, only whether the cue itself is denied."""
    if _is_cue_of(syntax, governor, word) or signatures.is_owned(syntax, governor):
        return NOT if mood.is_denied(syntax, governor) else HAPPENED
    return _judge(syntax, governor, depth - 1)


def _is_cue_of(syntax: Syntax, governor: int, word: int) -> bool:
    return any(holds(known.content, word) for known in syntax.cued.get(governor, ()))


def _apply(effect: Effect, base: Factuality, outer: Factuality) -> Factuality:
    """The embedded event's factuality, from its own clause, what the embedding word does, and that word's own."""
    if effect == "presupposes":
        return base
    if effect == "keeps":
        return _carried(base, outer)
    if effect == "flips":
        return mood.negated(_carried(base, outer))
    if base.label == "possible" and effect.label == "possible" and abs(base.score) < abs(effect.score):
        return base
    if base.score >= 0:
        return effect
    return mood.negated(effect)


def _carried(base: Factuality, outer: Factuality) -> Factuality:
    """`base` in the manner of the clause that carries it."""
    if base.label not in CARRIED:
        return base
    if base.label == "statement" and outer.label in CARRIED:
        return base if outer.score > 0 else mood.negated(base)
    if outer.label == "statement":
        outer = HAPPENED if outer.score > 0 else NOT
    return mood.negated(outer) if base.score < 0 else outer


def _unembedded(syntax: Syntax, word: int, own: Factuality, depth: int) -> Factuality:
    """A clause that no word of the lexicon embeds: main, relative and adverbial clauses, complements of "said"."""
    analysis = syntax.analysis
    head, relation = analysis.heads[word], analysis.relations[word]
    if head < 0 or relation in ("parataxis", "acl:relcl", "root"):
        return own
    if relation == "ccomp" and analysis.lemmas[head] in ENSURING:
        outer = _judge(syntax, head, depth - 1)
        return own if outer.label in CARRIED else outer
    if relation == "ccomp" or (relation == "xcomp" and tense.is_perfect_infinitive(syntax, word)):
        unsaid = _is_unsaid(syntax, head, depth) and syntax.is_verbal(head) and not _is_granted(syntax, word)
        return OPEN if unsaid else own
    if tense.is_finite(syntax, word):
        return _later(syntax, word, own, depth) if relation.startswith("advcl") else own
    verb = outcomes.source(syntax, word)
    if verb is not None:
        return _carried(NOT if mood.is_denied(syntax, word) else HAPPENED, _judge(syntax, verb, depth - 1))
    if relation == "xcomp" and syntax.marker(word) == "to":
        judged = analysis.xpos[head] == "VBG" and syntax.child(head, "expl") is not None
        return PLANNED if analysis.upos[head] == "VERB" and not judged else own
    if own.label == "planned" and relation == "acl" and _is_feat(syntax, word):
        done = mood.negated(HAPPENED) if own.score < 0 else HAPPENED
        return done if _judge(syntax, head, depth - 1).label in CARRIED else own
    means = own == PLANNED and relation == "acl" and syntax.marker(word) != "but"  # "no choice but to leave"
    if means and _judge(syntax, head, depth - 1) == NOT:
        return NO_MEANS
    gerund = analysis.xpos[word] == "VBG" and (relation != "acl" or syntax.marker(word))
    if own == NOT and gerund and syntax.marker(word) == "without":
        outer = _judge(syntax, head, depth - 1)
        return OPEN if outer.score < 0 else own
    if own == HAPPENED and (gerund or relation == "xcomp"):
        return _beside(syntax, word, own, _judge(syntax, head, depth - 1))
    return own


def _is_unsaid(syntax: Syntax, verb: int, depth: int) -> bool:
    """ "did not say that", "nobody was able to tell them that", "it would be reckless to say that"."""
    if mood.is_denied(syntax, verb):
        return True
    told = stances.is_cue(syntax.analysis.lemmas[verb]) and verb not in syntax.voiced
    if not told or syntax.marker(verb) != "to":
        return False
    above = syntax.analysis.heads[verb]
    blamed = above >= 0 and syntax.analysis.lemmas[above] in tense.words("possible", "disowning")
    return blamed or _judge(syntax, verb, depth - 1).score < 0


def _beside(syntax: Syntax, gerund: int, own: Factuality, outer: Factuality) -> Factuality:
    """A gerund under a clause: what is not to be done "before leaving" leaves it as open as what is."""
    if outcomes.is_timed(syntax, gerund) and outer.label not in CARRIED:
        return outer if outer.score > 0 else Factuality(1.0, outer.label)
    if outer.label in CARRIED and outcomes.is_forestalled(syntax, gerund):
        return NOT
    return _with_governor(own, outer)


def _is_feat(syntax: Syntax, word: int) -> bool:
    """Whether it is what somebody was the first or last to do; "the first thing to do" is still to be done."""
    head = syntax.analysis.heads[word]
    alone = syntax.analysis.lemmas[head] in mood.RANKS and syntax.child(head, "cop") is not None
    return mood.is_ranked(syntax, head) and (alone or bool(kinds(syntax, head) & WHO))


def _is_granted(syntax: Syntax, word: int) -> bool:
    """Whether a question word takes the clause for granted: "will not say who shot him"."""
    lemmas = syntax.analysis.lemmas
    return any(child < word and lemmas[child] in GRANTING for child in syntax.dependents[word])


def _later(syntax: Syntax, word: int, own: Factuality, depth: int) -> Factuality:
    """ "when the troops leave, …": as open as the main clause, if that is still to come."""
    lasting = outcomes.lasts(syntax, word)
    if lasting is not None:
        return own if _judge(syntax, lasting, depth - 1).label in CARRIED else mood.CONDITIONAL
    if not outcomes.is_pending(syntax, word, own):
        return own
    outer = _judge(syntax, outcomes.set_by(syntax, word), depth - 1)
    if outer.score < 0 and outer.label not in CARRIED and syntax.marker(word) in outcomes.UNTIL:
        return mood.CONDITIONAL  # "will not leave until they are paid"
    open_when = outer.label == "possible" and not syntax.marker(word)  # "may fall ill when they travel"
    return own if outer.label in CARRIED or open_when else Factuality(1.0, "will")


def _with_governor(own: Factuality, outer: Factuality) -> Factuality:
    return own if outer.label in CARRIED else outer


def _of_noun(syntax: Syntax, word: int, depth: int) -> Factuality:
    """An event noun: there unless something says otherwise. What only names or judges is a statement."""
    anchor = mood.first_conjunct(syntax, word)
    if mood.shares_copula(syntax, word):
        return _judge(syntax, anchor, depth - 1)
    base = _noun_alone(syntax, word)
    if anchor != word and base == HAPPENED:
        base = _noun_alone(syntax, anchor)
    if base != HAPPENED and base != NOT:
        return base
    embedded = None if event_nouns.has_purpose(syntax, anchor) else signatures.embedding(syntax, anchor)
    if embedded is not None and not event_nouns.is_turned_down(syntax, anchor, embedded):
        if _is_below_denial(syntax, anchor) and embedded[1].denied != "presupposes":
            base = HAPPENED  # "found no evidence": one negation, which is the verb's already
        return _embed(syntax, anchor, base, embedded, depth)
    head = syntax.analysis.heads[anchor]
    if base == HAPPENED and head >= 0 and event_nouns.is_open_object(syntax, anchor, head):
        return _with_governor(base, _judge(syntax, head, depth - 1))
    return base


def _is_naming(syntax: Syntax, word: int) -> bool:
    """Whether it says what something is held for: "called it a hoax", "described as a disgrace", "as biased"."""
    analysis = syntax.analysis
    head, relation = analysis.heads[word], analysis.relations[word]
    if syntax.is_verbal(word):
        branded = analysis.xpos[word] == "VBN" and relation in ("xcomp", "advcl", "obl") and syntax.marker(word) == "as"
        bare = branded and head >= 0 and syntax.child(word, "cop", "aux", "aux:pass", *SUBJECTS) is None
        return bare and analysis.lemmas[head] in tense.words("statement", "naming")
    if head < 0 or analysis.upos[head] != "VERB":
        return analysis.upos[word] == "ADJ" and relation not in ("conj", "amod", "nmod")
    named = analysis.lemmas[head] in tense.words("statement", "naming") and syntax.marker(word) in ("as", "to")
    return (relation == "xcomp" and syntax.marker(word) != "to") or (relation in ("obl", "advcl", "ccomp") and named)


def _noun_alone(syntax: Syntax, noun: int) -> Factuality:
    lemmas, relations = syntax.analysis.lemmas, syntax.analysis.relations
    for child in syntax.dependents[noun]:
        if relations[child] == "det" and lemmas[child] in ("no", "neither"):
            return NOT
        if relations[child] == "det" and lemmas[child] in ("any", "every"):
            return _of_any(syntax, noun) if lemmas[child] == "any" else mood.CONDITIONAL
        if relations[child] == "case" and lemmas[child] in ABSENCE:
            return NOT
        if relations[child] in ("advmod", "neg") and lemmas[child] == "not" and child < noun:
            denied = mood.negated(mood.STATEMENT) if syntax.analysis.upos[noun] == "ADJ" else NOT
            return denied if lemmas[child + 1] not in LIMITS else HAPPENED
    if conditions.is_case(syntax, noun):
        return mood.CONDITIONAL
    qualifier = signatures.qualifier(syntax, noun)
    return HAPPENED if qualifier is None else _apply(qualifier.affirmed, HAPPENED, HAPPENED)


def _of_any(syntax: Syntax, noun: int) -> Factuality:
    """ "Any attack would …", but "did not see any attack" and "denied any attack", which has its denial above it."""
    if _is_below_denial(syntax, noun):
        return NOT
    embedded = signatures.embedding(syntax, noun)
    return HAPPENED if embedded is not None and embedded[1].affirmed in (NOT, "flips") else mood.CONDITIONAL


def _is_below_denial(syntax: Syntax, noun: int) -> bool:
    """ "there was never any attack", "did not see any attack"."""
    head = syntax.analysis.heads[noun]
    return head >= 0 and syntax.is_verbal(head) and mood.is_denied(syntax, head)
