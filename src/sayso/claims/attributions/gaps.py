"""Parts of attributions that the model's arcs left out or left in doubt, filled from the tree.

A cue without a source gets its subject (`speaker`); one without content gets the clause that it governs, the
quotation that it stands beside, or the clause that it interrupts (`speech`). What is filled in is less certain than
what the model marks when it is sure. A source that the model gives in the cue's sentence stands; of two contents the
more certain one counts, unless it is but a part of the model's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.claims.attributions import asides, citing, speaker, speech, told
from sayso.claims.grammar import cue_words, marks, retold
from sayso.claims.grammar.listed import is_listed
from sayso.claims.grammar.predicates import is_small_clause, said_of
from sayso.claims.grammar.predicates import words as predicate_words
from sayso.claims.grammar.ranges import holds, members, runs
from sayso.claims.grammar.tags import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Attribution, Range

SOURCE = 0.6
CONTENT = 0.4
"""The share of a cue's confidence that what the tree gives has: chosen by the triples that are right on PolNeAR dev."""
LEAST = 0.6
"""Confidence in a cue without content from which it gets one: below, one in five is right on PolNeAR dev."""
FRAGMENT = frozenset({"DET", "SCONJ", "CCONJ", "PUNCT", "ADP", "PART", "AUX"})
"""Parts of speech that make no source and no content by themselves."""
ARTICLES = frozenset({"the", "a", "an"})
"""No source either, whatever they are tagged as."""


def fill(syntax: Syntax, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with source and content from the tree where the model gave none or one less certain."""
    cues = frozenset(word for known in attributions for word in members(known.cue))
    parted = (_parted(syntax, known) for known in attributions)
    clean = (_without_second(syntax, _without_scraps(syntax, known), cues) for known in parted)
    filled = (_with_content(syntax, _with_source(syntax, known), cues) if known.cue else known for known in clean)
    owned = (_without_rouser(syntax, known) for known in filled)
    whole = (_with_sentence(syntax, _whole(syntax, known)) for known in owned)
    both = (_with_other_half(syntax, known) for known in whole)
    return [asides.without(syntax, _with_said_of(syntax, known)) for known in both]


def _parted(syntax: Syntax, known: Attribution) -> Attribution:
    """With the infinitive that ends a source in it: "according to a diplomat forbidden | to speak, troops left"."""
    if not known.source or not known.content or known.source[-1][1] != known.content[0][0]:
        return known
    (first, end), source = known.content[0], members(known.source)
    verb = next((word for word in range(first, end) if syntax.analysis.upos[word] == "VERB"), None)
    if verb is None or syntax.analysis.relations[verb] != "xcomp" or syntax.analysis.heads[verb] not in source:
        return known
    last = max(word for word in syntax.subtree(verb) if word < end)
    rest = last + 1 + (syntax.forms[last + 1 : last + 2] == [","])
    if rest >= end:
        return known
    whole = (*known.source[:-1], (known.source[-1][0], last + 1))
    return replace(known, source=whole, content=((rest, end), *known.content[1:]))


def _whole(syntax: Syntax, known: Attribution) -> Attribution:
    """With the quotations that it begins to their ends, and with both halves of one that it interrupts."""
    content = speech.whole(syntax, known.content)
    content = speech.both_halves(syntax, members(known.cue) | members(known.source), content)
    return known if content == known.content else replace(known, content=content)


def _with_sentence(syntax: Syntax, known: Attribution) -> Attribution:
    """With all of the sentence that its cue and source end, where it has a part of it."""
    before = told.sentence_before(syntax, known.cue, known.source)
    content = members(known.content) - members(known.source)
    if content and before and min(content) > max(before) and told.runs_on(syntax, known.cue, known.source):
        content = set()
    if not before or not content <= before or content == before:
        return known
    return replace(known, content=_runs(syntax, before))


def _without_scraps(syntax: Syntax, known: Attribution) -> Attribution:
    """Without the start of a phrase that ends the cue ("said this" week), and with a source of one ("an") made whole.

    What stands in a sentence behind the cue's is no source: "… in 2011. It" begins something else. Nor is what the cue
    says an earlier sentence of the writer's, where it has an object of its own.
    """
    cue, source = known.cue, told.settled(syntax, known)
    while cue and cue[-1][1] - cue[-1][0] > 1 and _begins_a_phrase(syntax, cue[-1][1] - 1):
        cue = (*cue[:-1], (cue[-1][0], cue[-1][1] - 1))
    source = _not_behind(syntax, cue, source)
    asker = _asker(syntax, cue, source)
    if asker or (source and cue and _is_of_the_asked(syntax, cue, source)):
        source = asker
    if cue and speaker.what_is_received(syntax, members(cue)) is not None:
        source = _runs(syntax, speaker.find(syntax, members(cue)))
    if source and _is_fragment(syntax, source):
        source = _noun_phrase(syntax, source, members(cue))
    content = () if _tells_something_else(syntax, cue, known.content) else _without_pieces(syntax, known)
    if (cue, source, content) == (known.cue, known.source, known.content) and source and content:
        return known
    return replace(
        known,
        cue=cue,
        source=source,
        content=content,
        source_confidence=known.source_confidence if source else 0.0,
        content_confidence=known.content_confidence if content else 0.0,
    )


def _without_second(syntax: Syntax, known: Attribution, cues: frozenset[int]) -> Attribution:
    """Without what the speaker does next, and says by a cue of its own: "said that they left | and blamed the army"."""
    if not known.cue or not known.content:
        return known
    head = cue_words.head_word(syntax.analysis, known.cue)
    second = [word for word in syntax.children(head, "conj") if word > head and holds(known.content, word)]
    outside = [
        word for word in second if (word in cues and syntax.subjects[word] is None) or _is_next(syntax, head, word)
    ]
    if not outside:
        return known
    told = members(known.content) - {part for word in outside for part in syntax.subtree(word)}
    return replace(known, content=_runs(syntax, told))


def _is_next(syntax: Syntax, cue: int, clause: int) -> bool:
    """Whether the clause tells what happened next: "was told that they had left, | but nobody came"."""
    below = syntax.dependents
    back = any(retold.is_further_back(syntax.analysis, below[said]) for said in syntax.children(cue, "ccomp"))
    return back and retold.is_past(syntax.analysis, below[clause], clause)


def _begins_a_phrase(syntax: Syntax, word: int) -> bool:
    """Whether a determiner stands there, or what describes a time right behind it: "warned | last" week."""
    analysis = syntax.analysis
    head = analysis.heads[word]
    describes = head > word and analysis.relations[word] in ("amod", "nummod") and analysis.upos[head] == "NOUN"
    return analysis.upos[word] == "DET" or (describes and syntax.labels[head] == "time")


def _asker(syntax: Syntax, cue: tuple[Range, ...], source: tuple[Range, ...]) -> tuple[Range, ...]:
    """Who asks and is not in the source: "asked | by the Herald | whether he knew, he said no"."""
    verb = cue_words.head_word(syntax.analysis, cue) if cue else -1
    if verb < 0 or not is_listed(syntax, verb, "asking", "verb") or syntax.analysis.xpos[verb] not in ("VBD", "VBN"):
        return ()
    by = next((child for child in syntax.children(verb, "obl:agent", "obl") if syntax.marker(child) == "by"), None)
    return (
        ()
        if by is None or holds(source, by) or syntax.labels[by] == "time"
        else _runs(syntax, speaker.phrase(syntax, by))
    )


def _is_of_the_asked(syntax: Syntax, cue: tuple[Range, ...], source: tuple[Range, ...]) -> bool:
    """Whether it is who was asked and not who asks: "when | the mayor | was pressed on", "asked whether …, | she |"."""
    verb = cue_words.head_word(syntax.analysis, cue)
    if not is_listed(syntax, verb, "asking", "verb") or syntax.child(verb, "nsubj") is not None:
        return False
    bare = syntax.analysis.relations[verb] == "advcl" and syntax.analysis.xpos[verb] in ("VBD", "VBN")
    agent = syntax.agent(verb) if syntax.is_passive(verb) else None
    return (bare or syntax.is_passive(verb)) and (agent is None or not {agent} & members(source))


def _not_behind(syntax: Syntax, cue: tuple[Range, ...], source: tuple[Range, ...]) -> tuple[Range, ...]:
    """The parts of the source that stand in no later sentence than the cue, or right behind it ("said | Hasan")."""
    if not cue:
        return source
    last = cue[-1][1]
    end = max(syntax.analysis.sentences[syntax.sentence[cue[-1][0]]][1], last + 1)
    return tuple(part for part in source if part[0] < end)


def _noun_phrase(syntax: Syntax, source: tuple[Range, ...], cue: set[int]) -> tuple[Range, ...]:
    """The noun that a lone determiner belongs to, with all that describes it; nothing where there is none."""
    analysis = syntax.analysis
    for word in members(source):
        noun = analysis.heads[word]
        belongs = analysis.relations[word] == "det" and noun >= 0 and noun not in cue
        if belongs and analysis.upos[noun] in ("NOUN", "PROPN"):
            return _runs(syntax, speaker.phrase(syntax, noun) - cue)
    return ()


def _tells_something_else(syntax: Syntax, cue: tuple[Range, ...], content: tuple[Range, ...]) -> bool:
    """Whether the content is an earlier sentence without quotation marks, and the cue has an object in its own."""
    if not cue or not content:
        return False
    head = cue_words.head_word(syntax.analysis, cue)
    first, _ = syntax.analysis.sentences[syntax.sentence[head]]
    if content[-1][1] > first or syntax.child(head, "obj", "ccomp") is None:
        return False
    return all(marks.SIGNS.isdisjoint(syntax.forms[max(start - 1, 0) : end + 1]) for start, end in content)


def _without_pieces(syntax: Syntax, known: Attribution) -> tuple[Range, ...]:
    """The content without parts that only end another clause: "not to be named || to say more" in "… because he was
    not allowed to say more".
    """
    if len(known.content) < 2:
        return known.content
    inside = members((*known.content, *known.cue, *known.source))
    return tuple(part for part in known.content if not _is_piece(syntax, part, inside)) or known.content


def _is_piece(syntax: Syntax, part: Range, inside: set[int]) -> bool:
    """Whether the part is the complement of a verb that is none of what is said."""
    heads, relations = syntax.analysis.heads, syntax.analysis.relations
    return any(relations[word] == "xcomp" and heads[word] not in inside for word in range(*part))


def _with_source(syntax: Syntax, known: Attribution) -> Attribution:
    sure = known.cue_confidence * SOURCE
    if not _is_fragment(syntax, known.source) and _is_near(syntax, known):
        return known
    source = speaker.find(syntax, members(known.cue))
    if not source or _is_of_the_asked(syntax, known.cue, _runs(syntax, source)):
        return known
    content = tuple(part for part in known.content if not members([part]) <= source)
    return replace(known, source=_runs(syntax, source), content=content, source_confidence=sure)


def _without_rouser(syntax: Syntax, known: Attribution) -> Attribution:
    """Without what only brings a hope or fear about, and is no one's who hopes: "the raid | raised fears that …"."""
    words = members(known.cue) if known.source else set()
    noun = next((word for word in words if syntax.analysis.lemmas[word] in predicate_words("rousing", "noun")), None)
    if noun is None:
        return known
    verb = syntax.analysis.heads[noun] if syntax.analysis.relations[noun] == "obj" else noun - 1
    if verb < 0 or not is_listed(syntax, verb, "rousing", "verb"):
        return known
    subject = syntax.child(verb, "nsubj")
    if subject is None or not holds(known.source, subject) or citing.can_speak(syntax, subject):
        return known
    return replace(known, source=(), source_confidence=0.0)


def _with_content(syntax: Syntax, known: Attribution, cues: frozenset[int]) -> Attribution:
    sure = known.cue_confidence * CONTENT
    if known.content_confidence >= sure and not _is_fragment(syntax, known.content):
        return known
    if not known.content and known.cue_confidence < LEAST:
        return known
    content = speech.find(syntax, members(known.cue), members(known.source), cues)
    if not content or content <= members(known.content) or _adds_signs(syntax, content, known):
        return known
    return replace(known, content=_runs(syntax, content), content_confidence=sure)


def _with_other_half(syntax: Syntax, known: Attribution) -> Attribution:
    """With what goes on behind a cue in the middle, further back: "He left, he said, | but others had stayed |"."""
    if not known.cue or not known.content or known.content[-1][1] > known.cue[0][0]:
        return known
    head, end = cue_words.head_word(syntax.analysis, known.cue), known.cue[-1][1]
    conjuncts = syntax.children(head, "conj") if syntax.lower[end : end + 1] == [","] else []
    if not conjuncts or not marks.SIGNS.isdisjoint(syntax.forms[known.content[0][0] : known.cue[0][0]]):
        return known
    said = any(holds(known.content, clause) for clause in syntax.children(head, "ccomp"))
    if not said or syntax.analysis.lemmas[head] not in predicate_words("speech", "verb"):
        return known
    more = {word for clause in conjuncts if _is_back(syntax, clause) for word in syntax.subtree(clause)}
    return replace(known, content=_runs(syntax, members(known.content) | more)) if more else known


def _is_back(syntax: Syntax, clause: int) -> bool:
    """Whether a clause has a subject of its own and stands in what is told, by its "had" or "would"."""
    parts = syntax.dependents[clause]
    relations = syntax.analysis.relations
    own = any(relations[word] in SUBJECTS for word in parts) and not any(relations[word] == "mark" for word in parts)
    return own and any(relations[word] == "aux" and syntax.lower[word] in retold.BACK for word in parts)


def _adds_signs(syntax: Syntax, content: set[int], known: Attribution) -> bool:
    """Whether it is but a part of the model's and the comma behind it: "They left|,| he said, until it | rained"."""
    _, end = syntax.analysis.sentences[syntax.sentence[known.cue[0][0]]]
    inside = bool(known.content) and known.content[-1][1] <= end
    return inside and {word for word in content if not syntax.signs[word]} <= members(known.content)


def _with_said_of(syntax: Syntax, known: Attribution) -> Attribution:
    """With both halves of "called | him | a liar" and "nine people | are said | to have died", if it has one."""
    if not known.cue:
        return known
    head = cue_words.head_word(syntax.analysis, known.cue)
    named = said_of(syntax, head)
    halves = [child for child in syntax.dependents[head] if _is_said_of_another(syntax, child, head)]
    if named is None or not halves:
        return known
    both = {*syntax.subtree(named), *syntax.subtree(halves[0])}
    content = members(known.content)
    if content and not both & content:
        return known
    return replace(known, content=_runs(syntax, (content | both) - members(known.cue) - members(known.source)))


def _is_said_of_another(syntax: Syntax, child: int, head: int) -> bool:
    if is_small_clause(syntax, child, {head}):
        return is_listed(syntax, head, "naming", "verb")
    rumour = syntax.is_passive(head) and is_listed(syntax, head, "reporting", "rumour")
    return rumour and syntax.analysis.relations[child] == "xcomp"


def _is_near(syntax: Syntax, known: Attribution) -> bool:
    """Whether the source stands in the cue's sentence, where nearly all do."""
    return bool(known.source) and syntax.sentence[known.source[0][0]] == syntax.sentence[known.cue[0][0]]


def _is_fragment(syntax: Syntax, part: tuple[Range, ...]) -> bool:
    return all(_is_scrap(syntax, word) for word in members(part))


def _is_scrap(syntax: Syntax, word: int) -> bool:
    """Whether the word stands for nothing by itself; "some" and "each" do as the subject."""
    analysis = syntax.analysis
    alone = analysis.upos[word] == "DET" and analysis.relations[word] in SUBJECTS
    return analysis.lemmas[word] in ARTICLES or (analysis.upos[word] in FRAGMENT and not alone)


def _runs(syntax: Syntax, words: set[int]) -> tuple[Range, ...]:
    """Runs of neighbouring words; those of punctuation alone are dropped."""
    upos = syntax.analysis.upos
    return tuple(run for run in runs(words) if any(upos[word] != "PUNCT" for word in range(*run)))
