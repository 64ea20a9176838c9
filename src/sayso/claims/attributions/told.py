"""Sources that the order of the words decides against the model's: who tells, and what is told in the whole sentence.

1. "…, said Hasan, a driver": whoever stands right behind an inverted verb of speech, and nobody before it;
2. "operators in a country which boasts of parks say": the subject of the cue, and no "which" of a clause inside it;
3. "an agency that supports": a relative clause that is cut off is no part of the source;
4. "told police Hasan had fled": whoever is told is no part of the name behind it;
5. "a nurse | whose", "the president | of", ", a driver": a source is cut nowhere in a phrase;
6. "…, police said.", "…, police said Its stop left out", and "…, according to police." speak of all that their sentence
   tells before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.attributions import citing, speaker
from sayso.claims.grammar import cue_words, marks
from sayso.claims.grammar.predicates import words as predicate_words
from sayso.claims.grammar.ranges import members, runs
from sayso.claims.grammar.tags import RELATING, TENSED

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Attribution, Range

CUT = frozenset({"ADP", "DET", "CCONJ", "PRON"})
"""Parts of speech that may end a source only where the model cut it."""
CLOSED = marks.SIGNS | {",", "'"}
"""What stands before an inverted verb of speech, and before who ends a sentence."""
QUOTES = marks.SIGNS | {"''", "``", "'", "`"}
_FAR = 6
"""Words behind an inverted verb of speech in which its noun is looked for."""
TELLING = frozenset({"tell", "inform", "assure", "remind", "notify", "warn"})


def settled(syntax: Syntax, known: Attribution) -> tuple[Range, ...]:
    """The attribution's source, or whoever stands there instead."""
    source, cue = known.source, known.cue
    if not cue:
        return source
    words = members(cue)
    behind = inverted(syntax, words)
    if behind is not None and not (source and behind in members(source)):
        return runs(speaker.phrase(syntax, behind) - words)
    if not source:
        return source
    source = _uncut(syntax, source, words)
    cited = _cited_behind(syntax, source, cue)
    if cited:
        return runs(cited)
    if _is_of_a_clause_inside(syntax, source, words) or _is_inside_the_subject(syntax, source, words):
        found = speaker.find(syntax, words)
        return runs(found) if found else source
    return _without_addressee(syntax, _without_cut_clause(syntax, source))


def _uncut(syntax: Syntax, source: tuple[Range, ...], cue: set[int]) -> tuple[Range, ...]:
    """The source without a relative pronoun or "and" at its end, and with what a preposition or article there begins.

    One that begins with a comma is but a part of the subject: "Hasan, the driver, said".
    """
    analysis, (first, end) = syntax.analysis, source[-1]
    if syntax.forms[source[0][0]] == ",":
        found = speaker.find(syntax, cue)
        return runs(found) if found else source
    last = end - 1
    while last > first and syntax.signs[last]:
        last -= 1
    if last <= first or analysis.upos[last] not in CUT:
        return source
    above, relative = analysis.heads[last], analysis.xpos[last] in RELATING
    if relative or analysis.upos[last] == "CCONJ":
        if analysis.upos[last - 1] == "ADP":  # "many of whom"
            return source
        stop = last - 1 if syntax.forms[last - 1] == "," and last - 1 > first else last
        return (*source[:-1], (first, stop))
    if above < last or analysis.upos[above] not in ("NOUN", "PROPN", "NUM"):
        return source
    stop = min([syntax.subtree(above)[-1] + 1, *(word for word in cue if word > last)])
    return (*source[:-1], (first, stop))


def inverted(syntax: Syntax, cue: set[int]) -> int | None:
    """The noun right behind a verb of speech that follows what is said."""
    analysis = syntax.analysis
    verb = min(cue)
    if len(cue) > 1 or verb == 0 or syntax.forms[verb - 1] not in CLOSED:
        return None
    if analysis.upos[verb] != "VERB" or analysis.lemmas[verb] not in predicate_words("speech", "verb"):
        return None
    if analysis.xpos[verb] not in TENSED or analysis.lemmas[verb] in TELLING:
        return None
    subjects = syntax.children(verb, "nsubj")
    if any(word < verb for word in subjects):
        return None
    noun = next(iter(subjects), None) or _noun_behind(syntax, verb)
    return noun if noun is not None and analysis.upos[noun] in ("NOUN", "PROPN") else None


def _noun_behind(syntax: Syntax, verb: int) -> int | None:
    """The noun that the next few words make up, if it is somebody or something that can be cited."""
    analysis = syntax.analysis
    end = analysis.sentences[syntax.sentence[verb]][1]
    for word in range(verb + 1, min(verb + _FAR, end)):
        if analysis.upos[word] not in speaker.NAMING:
            return None
        if analysis.upos[word] in ("NOUN", "PROPN") and analysis.heads[word] <= verb:
            return word if citing.can_speak(syntax, word) else None
    return None


def _is_of_a_clause_inside(syntax: Syntax, source: tuple[Range, ...], cue: set[int]) -> bool:
    """Whether the source is a relative pronoun whose verb is none of the cue's, with what follows it."""
    first = source[0][0]
    if syntax.analysis.xpos[first] not in RELATING:
        return False
    verb = syntax.analysis.heads[first]
    head = cue_words.deciding(syntax.analysis, sorted(cue))
    above = {head, *syntax.ancestors(head)}
    return verb not in above and verb not in cue and syntax.child(head, "nsubj") not in (None, first)


def _cited_behind(syntax: Syntax, source: tuple[Range, ...], cue: tuple[Range, ...]) -> set[int]:
    """Whoever stands right behind "according to", where the source is somebody before it who has a verb of their own:
    "…, said Hasan, a senior officer, according to state media".
    """
    if source[-1][1] > cue[-1][1]:
        return set()
    noun = speaker.after_according(syntax, cue_words.deciding(syntax.analysis, sorted(members(cue))))
    return set() if noun is None or noun < cue[-1][1] else speaker.phrase(syntax, noun) - members(cue)


def _is_inside_the_subject(syntax: Syntax, source: tuple[Range, ...], cue: set[int]) -> bool:
    """Whether the source stands in a clause of the cue's subject: "those who know about his troubles say"."""
    subject = syntax.child(cue_words.deciding(syntax.analysis, sorted(cue)), "nsubj")
    if subject is None or subject in members(source) or subject in cue:
        return False
    inside = {word for clause in syntax.children(subject, "acl:relcl") for word in syntax.subtree(clause)}
    return members(source) <= inside


def _without_cut_clause(syntax: Syntax, source: tuple[Range, ...]) -> tuple[Range, ...]:
    """Without "that supports" at the end, where the verb's object is no part of the source."""
    start, end = source[-1]
    verb = end - 1
    if syntax.analysis.relations[verb] != "acl:relcl" or syntax.subtree(verb)[-1] < end:
        return source
    pronoun = next((word for word in range(verb, start, -1) if syntax.analysis.xpos[word] in RELATING), None)
    if pronoun is None or pronoun - 1 == start:
        return source
    return (*source[:-1], (start, pronoun))


def _without_addressee(syntax: Syntax, source: tuple[Range, ...]) -> tuple[Range, ...]:
    """Without a noun between a verb of telling and a name that the tree makes one with it."""
    start, end = source[0]
    analysis = syntax.analysis
    if start == 0 or end - start < 2 or analysis.lemmas[start - 1] not in TELLING:
        return source
    common = analysis.upos[start] == "NOUN" and syntax.lower[start] == syntax.forms[start]
    if not common or analysis.upos[start + 1] != "PROPN":
        return source
    return ((start + 1, end), *source[1:])


def sentence_before(syntax: Syntax, cue: tuple[Range, ...], source: tuple[Range, ...]) -> set[int]:
    """All that the sentence tells before a cue and source that end it, or nothing: "…, police said."."""
    words = members(cue) | members(source)
    if not words or not cue or not source:
        return set()
    analysis = syntax.analysis
    first, end = analysis.sentences[syntax.sentence[min(words)]]
    start = min(words)
    end = max(words) + 1 if runs_on(syntax, cue, source) else end
    if start == first or any(analysis.upos[word] != "PUNCT" for word in range(start, end) if word not in words):
        return set()
    head = cue_words.deciding(analysis, sorted(members(cue)))
    according = analysis.lemmas[head] == "accord"
    if not according and analysis.lemmas[head] not in predicate_words("speech", "verb"):
        return set()
    if not according and syntax.forms[start - 1] != ",":
        return set()
    opened = (word + 1 for word in range(start - 1, first, -1) if syntax.forms[word] == ":")
    told = range(next(opened, first), start - 1 if syntax.forms[start - 1] == "," else start)
    if any(syntax.forms[word] in QUOTES for word in told) and not according:
        return set()
    return set(told)


def runs_on(syntax: Syntax, cue: tuple[Range, ...], source: tuple[Range, ...]) -> bool:
    """Whether another sentence begins right behind, its stop left out: "…, Hasan said Its two plants"."""
    after = cue[-1][1]
    if not source or source[0][0] == 0 or source[-1][1] != cue[0][0] or after >= len(syntax.forms):
        return False
    begins = syntax.analysis.upos[after] in ("DET", "PRON") and syntax.forms[after] not in ("I", "“", '"')
    begins = begins and syntax.analysis.lemmas[after - 1] not in TELLING  # "told The Herald"
    return begins and syntax.forms[after][0].isupper() and syntax.forms[source[0][0] - 1] == ","
