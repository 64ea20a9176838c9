"""What kind of source speaks, and whether it is named.

The kind comes from the vocabulary `source_kinds`: the head noun decides, then titles and names in the phrase and what
stands in apposition, then the label of an entity in it. An office counts as what it is an office of. Where no word
says, the model's tag does, if it is more likely right than wrong. What somebody has tells too: who has a campaign or a
running mate is a politician, and "the Herald's Omar Hasan" the outlet's.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sayso.claims.grammar.tags import SUBJECTS
from sayso.claims.sources import descriptions, kind_words, known_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.claims.grammar.syntax import Syntax
    from sayso.language.analysis import Analysis, Named, Range

BY_LABEL = {"person": "person", "organisation": "organisation", "place": "official", "military_unit": "military"}
"""Kind of source by entity label where no word says more: a country that speaks is its government."""
SPEAKING = frozenset({*BY_LABEL, "document"})
MODIFIERS = frozenset({"compound", "amod", "appos", "flat", "nmod:desc", "nmod", "nmod:poss"})
OVER = frozenset({"of", "at", "for"})
"""What introduces whatever a president presides over: "of the bank"; "Republican" before "president" says nothing."""
NO_OFFICE = frozenset({"witness", "person", "document"})
"""Kinds that nobody holds an office of: "the leader of a family"."""
TITLED = frozenset({"official", "military", "politician", "expert", "armed_group"})
"""Kinds that a title before a name gives: "Bill" and "Page" are first and last names."""
SENT = frozenset({"investigator", "agency"})
"""Offices of a state, unless a word says whose else they are."""
POSSESSIVE = frozenset({"'s", "’s"})
SURNAMES = frozenset({"king", "judge", "prince", "pope", "marine", "major", "marshal", "bishop", "sheriff", "state"})
"""Titles that also are last names."""
PARTY = re.compile(r"[(,] ?[RDI] ?[-–] ?[A-Z]")
_PARTY = 4
"""Words behind a name in which its party is looked for."""
_DEPTH = 2
"""How far below the head titles are looked for: "Hasan, director of an institute"."""
_BESIDE = 6
"""Words on either side of a rank in which the police is looked for."""
_AROUND = 15
"""Words of a phrase on either side of a name that are looked at."""


class Source(NamedTuple):
    """What a source's words say about it."""

    kind: str | None
    named: bool
    head: int


def describe(syntax: Syntax, ranges: tuple[Range, ...]) -> Source:
    """The kind, namedness and head word of the source that stands in these ranges (at least one word)."""
    head = head_word(syntax.analysis, ranges)
    kind = _kind(syntax, ranges, head) or _told(syntax.analysis, ranges, head)
    if kind == "expert" and syntax.analysis.lemmas[head] in kind_words.treating():
        kind = "witness" if _told(syntax.analysis, ranges, head) == "witness" else kind
    return Source(kind, _is_named(syntax, ranges, head), head)


def is_listed(lemma: str) -> bool:
    """Whether the noun names a kind of source: "monitor", "ministry"."""
    return lemma in kind_words.nouns()


def is_text(lemma: str) -> bool:
    """Whether the noun names a text that speaks for itself: "statement", "letter"."""
    return kind_words.nouns().get(lemma) == "document"


def head_word(analysis: Analysis, ranges: tuple[Range, ...]) -> int:
    """The word that the source's other words depend on; the first such word where there are several."""
    words = list(_words(ranges))
    inside = set(words)
    tops = [word for word in words if analysis.heads[word] not in inside]
    nominal = [word for word in tops if analysis.upos[word] in ("NOUN", "PROPN", "PRON")]
    head = (nominal or tops or words)[0]
    while head + 1 in nominal and analysis.relations[head + 1] == analysis.relations[head]:
        head += 1  # the parser hung each word of "Democratic aides" on the verb
    return _owned(analysis, head, inside)


def _owned(analysis: Analysis, head: int, inside: set[int]) -> int:
    """The head, or what is its own where the parser took whose it is for the head: "the paper's Omar Hasan"."""
    if head + 1 not in inside or analysis.form(head + 1) not in POSSESSIVE:
        return head
    word = head + 1
    while word + 1 in inside and analysis.upos[word + 1] in ("ADJ", "NOUN", "PROPN"):
        word += 1
    return word if analysis.upos[word] in ("NOUN", "PROPN") else head


def _told(analysis: Analysis, ranges: tuple[Range, ...], head: int) -> str | None:
    """What the model's tag says of the words around the head; nothing of "he" and "a third", which stand for others."""
    third = analysis.upos[head] in ("ADJ", "NUM") and head > 0 and analysis.upos[head - 1] == "DET"
    if analysis.meaning is None or third or analysis.upos[head] == "PRON":
        return None
    part = next(((first, end) for first, end in ranges if first <= head < end), ranges[0])
    return kind_words.of_tag().get(analysis.meaning.answer("source_kind", *part) or "")


def _words(ranges: tuple[Range, ...]) -> Iterator[int]:
    return chain.from_iterable(range(*part) for part in ranges)


def of_name(syntax: Syntax, first: int, end: int) -> str | None:
    """The kind of a person whose name stands in this range, by title and apposition."""
    if (first, end) not in syntax.bearers:
        syntax.bearers[first, end] = None  # whose spokesman bears the same name
        syntax.bearers[first, end] = _of_name(syntax, first, end)
    return syntax.bearers[first, end]


def _of_name(syntax: Syntax, first: int, end: int) -> str | None:
    analysis = syntax.analysis
    top = next((word for word in range(first, end) if not first <= analysis.heads[word] < end), end - 1)
    above = analysis.heads[top]
    titled = above >= 0 and analysis.relations[top] in ("appos", "flat", "nmod:desc") and analysis.upos[above] != "VERB"
    head = above if titled else top
    near = {word for word in syntax.subtree(head) if first - _AROUND < word < end + _AROUND}
    found = _by_words(syntax, head, near) or _by_predicate(syntax, top, end) or _by_party(syntax, first, end)
    found = found or _by_front(syntax, top) or _by_campaign(syntax, top) or _by_outlet(syntax, first)
    return found if found not in (None, "person") else _by_life(syntax, top) or found


def _by_life(syntax: Syntax, name: int) -> str | None:
    """Who lived through it: "Ali Hasan, 29, who fled the town"; not the mayor, whom a title or office tells."""
    beside = (name, *syntax.children(name, "appos"))
    told = (verb for word in beside for verb in syntax.children(word, "acl:relcl", "acl"))
    return "witness" if any(syntax.analysis.lemmas[verb] in kind_words.lived() for verb in told) else None


def _by_front(syntax: Syntax, name: int) -> str | None:
    """What a description at the front of the clause says: "Now the region's governor, Hasan left"."""
    noun = descriptions.in_front(syntax, name)
    found = None if noun is None else _by_words(syntax, noun, set(syntax.subtree(noun)))
    return found if found in TITLED else None


def of_member(syntax: Syntax, word: int) -> str | None:
    """The kind that another mention of a person tells, headed by this word: "the nominee", "his" in "his campaign"."""
    if syntax.analysis.upos[word] == "NOUN":
        found = _by_words(syntax, word, set(syntax.subtree(word)))
        return found if found in TITLED else None
    return _by_campaign(syntax, word) if syntax.analysis.upos[word] in ("PRON", "PROPN") else None


def _by_campaign(syntax: Syntax, name: int) -> str | None:
    """Who has what a candidate has, or speaks where candidates do: "Hasan's campaign", "Hasan told a rally"."""
    runs = descriptions.campaigns(syntax, name, kind_words.candidacies(), kind_words.settings())
    return "politician" if runs else None


def _by_outlet(syntax: Syntax, first: int) -> str | None:
    """Who is an outlet's: "the Herald's Omar Hasan", "the Voice's Omar Hasan reports"."""
    owner = first - 2
    if owner < 0 or syntax.forms[first - 1] not in POSSESSIVE:
        return None
    verb = syntax.analysis.heads[first]
    if syntax.labels[owner] == "organisation" and verb > first and syntax.analysis.lemmas[verb] == "report":
        return "media"
    return "media" if _by_phrase(syntax, owner, set(range(max(owner - 3, 0), owner + 1))) == "media" else None


def _by_predicate(syntax: Syntax, name: int, end: int) -> str | None:
    """What is said of a name: "Hasan is the party's candidate"."""
    heads, relations = syntax.analysis.heads, syntax.analysis.relations
    said = heads[name]
    said = heads[said] if relations[said] == "cop" else said
    subject = said >= end and relations[name] in SUBJECTS
    if not subject or syntax.child(said, "cop") is None or syntax.is_negated(said):
        return None
    found = _by_words(syntax, said, {word for word in syntax.subtree(said) if end <= word < end + _AROUND})
    return None if found in NO_OFFICE else found


def _by_namesakes(syntax: Syntax, named: Named) -> str | None:
    """What stands elsewhere beside the same name or a last name's fuller names, if it agrees: "Minister Ali Hasan"."""
    people = (other for other in syntax.analysis.entities if other.label == "person")
    alike = [other for other in people if descriptions.is_namesake(syntax, named, other)]
    kinds = {of_name(syntax, other.first, other.end) for other in alike} - {None}
    return kinds.pop() if len(kinds) == 1 else None


def _by_party(syntax: Syntax, first: int, end: int) -> str | None:
    """Party and state behind the name of a member of the U.S. congress: "(R-Ohio)", ", D-N.Y."."""
    analysis = syntax.analysis
    stop = min(end + _PARTY, len(analysis.ends)) - 1
    text = analysis.text[analysis.starts[first] : analysis.ends[stop]]
    return "politician" if PARTY.search(text) else None


def _kind(syntax: Syntax, ranges: tuple[Range, ...], head: int) -> str | None:
    analysis = syntax.analysis
    if analysis.upos[head] == "PRON":
        return None
    inside = set(_words(ranges))
    by_words = _by_words(syntax, head, inside) or _by_any_noun(analysis, inside)
    if by_words is None and known_names.is_short(syntax, head):
        return "organisation"
    if by_words is None and known_names.is_country(syntax, head):
        return "official"
    if by_words is None and known_names.is_acronym(syntax, head):
        return "person" if known_names.begins_turn(syntax, head) else "organisation"
    named = syntax.names[head]
    if by_words is None and named is not None and named.label == "person":
        by_words = of_name(syntax, named.first, named.end) or _by_namesakes(syntax, named)
    if by_words == "person":
        by_words = _by_life(syntax, head) or by_words
    labels = (syntax.labels[word] for word in sorted(inside) if _may_label(syntax, word, head))
    return by_words or next((BY_LABEL[label] for label in labels if label in BY_LABEL), None)


def _may_label(syntax: Syntax, word: int, head: int) -> bool:
    """Whether the word's label says what the head is: a person's name before a noun ("the Hasan operation") doesn't."""
    before = word < head and syntax.analysis.upos[head] == "NOUN" and not syntax.labels[head]
    return not (before and syntax.labels[word] == "person")


def _by_any_noun(analysis: Analysis, inside: set[int]) -> str | None:
    """The kind of the last listed noun, for a phrase without names whose tree is broken."""
    if any(analysis.upos[word] == "PROPN" for word in inside):
        return None
    nouns = (analysis.lemmas[word] for word in sorted(inside, reverse=True) if analysis.upos[word] == "NOUN")
    return next((kind_words.nouns()[lemma] for lemma in nouns if lemma in kind_words.nouns()), None)


def _by_words(syntax: Syntax, head: int, inside: set[int], depth: int = _DEPTH) -> str | None:
    """The kind that the head gives, or what describes it; what an office is an office of comes first."""
    own = _by_phrase(syntax, head, inside)
    if own == "military" and descriptions.is_of(syntax, head, kind_words.teams()):
        return "person"
    if own == "military" and _is_police(syntax, head, inside):
        return "official"
    is_role = _office(syntax, head) in kind_words.roles() | kind_words.presiding()
    if own == "person" and depth and not is_role:
        beside = (_by_words(syntax, word, inside, 0) for word in syntax.children(head, "appos") if word in inside)
        return next((found for found in beside if found in TITLED), own)  # "his brother, Senator Ali Hasan"
    if own is not None and not is_role:
        return own
    modifiers = MODIFIERS if is_role else MODIFIERS - {"nmod:poss"}
    near = [word for word in syntax.children(head, *modifiers) if word in inside]
    if syntax.analysis.lemmas[head] in kind_words.sent():
        near = [word for word in near if syntax.marker(word) != "to"]
    if _office(syntax, head) in kind_words.presiding():
        near = [word for word in near if syntax.marker(word) in OVER or _is_body(syntax, word, head)]
    office: int | None = None
    for word in sorted(near, key=lambda word: abs(word - head)):
        found = _by_words(syntax, word, inside, depth - 1) if depth else _by_phrase(syntax, word, inside)
        found = "official" if found == "military" and _is_police(syntax, head, inside) else found
        found = found or (_of_candidate(syntax, word) if is_role and word < head else None)
        no_office = found in NO_OFFICE and (is_role or office is not None)
        if found is None or no_office or (office is not None and word > office):
            continue
        presides = office is not None and _office(syntax, office) in kind_words.presiding()
        if presides and not _is_body(syntax, word, head):
            continue
        if not is_role and word < head and found == _bare_office(syntax, word):
            office, own = (word, found) if office is None else (office, own)
        else:
            return found
    held = head if is_role else office
    in_body = held is not None and any(word != held and _is_body(syntax, word, held) for word in near)
    return "organisation" if in_body else own


def _bare_office(syntax: Syntax, word: int) -> str | None:
    """The kind of an office before a name that doesn't say of what: in "Labour Party Chairman Ali Hasan" the name's
    other words may.
    """
    office = _office(syntax, word)
    return kind_words.nouns().get(office) if office in kind_words.roles() | kind_words.presiding() else None


def _office(syntax: Syntax, word: int) -> str:
    """The noun, or the whole title that ends in it: "general" may be a secretary-general's."""
    lemma = _lemma(syntax, word)
    before = word - 2 if syntax.forms[word - 1] == "-" else word - 1
    title = f"{syntax.lower[max(before, 0)]}-{lemma}"
    return title if title in kind_words.presiding() else lemma


def _of_candidate(syntax: Syntax, word: int) -> str | None:
    """The kind of the person for whom a spokesman or aide speaks: "a Hasan spokeswoman"."""
    named = syntax.names[word]
    if named is None or named.label != "person":
        return None
    return of_name(syntax, named.first, named.end) or _by_namesakes(syntax, named)


def _is_body(syntax: Syntax, word: int, head: int) -> bool:
    """Whether it names a body that an office is held in: "Hasanco's president"."""
    named = syntax.names[word]
    other = named is not None and named.label == "organisation" and not named.first <= head < named.end
    sent = syntax.analysis.lemmas[head] in SENT
    return other and not sent and not known_names.is_country(syntax, word)


def _is_police(syntax: Syntax, head: int, inside: set[int]) -> bool:
    """Whether the police stands beside a rank: "police Capt. Ali Hasan", "the captain of the county's sheriff"."""
    near = (word for word in range(head - _BESIDE, head + _BESIDE + 1) if word in inside)
    return any(syntax.analysis.lemmas[word].lower() in kind_words.police() for word in near)


def _by_phrase(syntax: Syntax, word: int, inside: set[int]) -> str | None:
    """The kind of the longest listed name or noun that ends at the word: "foreign ministry", then "ministry"."""
    analysis = syntax.analysis
    forms = ""
    lemmas = ""
    found: str | None = None
    if known_names.is_masthead(syntax, word, inside):
        return "media" if _may_say(syntax, word, "media") else None
    is_name = analysis.upos[word] in ("PROPN", "X") or bool(syntax.labels[word])
    for start in range(word, max(word - 4, -1), -1):
        if start not in inside:
            break
        forms = f"{syntax.lower[start]} {forms}".rstrip().replace(" - ", "-")
        lemmas = f"{_lemma(syntax, start)} {lemmas}".rstrip().replace(" - ", "-")
        by_name = known_names.kind(syntax, word, forms) if is_name else None
        named = syntax.names[word]
        if by_name is not None and named is not None and start <= named.first:
            return by_name
        found = by_name or kind_words.nouns().get(lemmas) or kind_words.nouns().get(forms.rstrip(".")) or found
    return found if _may_say(syntax, word, found) else None


def _lemma(syntax: Syntax, word: int) -> str:
    """The dictionary form, also of a plural that the model took for a name: "Strategists hope", "aides said"."""
    lemma = syntax.analysis.lemmas[word].rstrip(".").lower()
    return lemma.removesuffix("s") if lemma not in kind_words.nouns() and _is_plain_plural(syntax, word) else lemma


def _is_plain_plural(syntax: Syntax, word: int) -> bool:
    """Whether it is the plural of a noun for speakers that nothing but a sentence's start gives a capital."""
    form = syntax.lower[word]
    first = word == syntax.analysis.sentences[syntax.sentence[word]][0]
    plain = form.endswith("s") and form.removesuffix("s") in kind_words.nouns()
    return plain and (first or syntax.forms[word][0].islower()) and not _ends_a_name(syntax, form)


def _ends_a_name(syntax: Syntax, form: str) -> bool:
    """Whether somebody in the article bears it as a last name."""
    return any(
        syntax.lower[named.end - 1] == form and named.end - named.first > 1 for named in syntax.analysis.entities
    )


def _may_say(syntax: Syntax, word: int, kind: str | None) -> bool:
    """Whether the word may give this kind: in a person's name only a title in front may."""
    named = syntax.names[word]
    if named is None or syntax.labels[word] != "person" or syntax.analysis.upos[word] != "PROPN":
        return True
    if named.end - named.first == 1 and _is_plain_plural(syntax, word):
        return True
    last = word == named.end - 1 and named.end - named.first > 1
    return kind in TITLED and not (last and syntax.analysis.lemmas[word].lower() in SURNAMES)


def _is_named(syntax: Syntax, ranges: tuple[Range, ...], head: int) -> bool:
    """Whether the source itself is named: its head is (part of) a name, or a name stands beside it in apposition.

    "The foreign ministry", "Demonstrators" and "a Turkish official" are not; "the Syrian Observatory" and "spokesman
    Ali Hasan" are.
    """
    if _is_name(syntax, head):
        return True
    inside = set(_words(ranges))
    beside = [word for word in syntax.children(head, "appos", "flat") if word in inside]
    beside += [word for word in syntax.children(head, "compound", "nmod:desc") if word in inside and word > head]
    behind = descriptions.name_behind(syntax, head)
    beside += [] if behind is None or behind not in inside else [behind]
    return any(syntax.labels[word] in ("person", "organisation") for word in beside)


def _is_name(syntax: Syntax, head: int) -> bool:
    analysis, label, named = syntax.analysis, syntax.labels[head], syntax.names[head]
    short = named is None or named.end - named.first == 1
    if analysis.upos[head] == "PRON" or (short and _is_plain_plural(syntax, head)):
        return False
    if not syntax.forms[head][:1].isupper():
        if known_names.is_titled_paper(syntax, head):
            return True
        return named is not None and label in SPEAKING and analysis.upos[head - 1] == "PROPN" and named.first < head
    vague = analysis.xpos[head] in ("NNS", "NNPS") and label not in SPEAKING - {"person"}
    if label == "person" and not (vague and analysis.lemmas[head].lower() in kind_words.nouns()):
        return True
    several = named is not None and (label in SPEAKING or label == "facility") and named.end - named.first > 1
    listed = analysis.lemmas[head].lower() in kind_words.nouns() or analysis.lemmas[head].lower() in kind_words.roles()
    if several or (listed and syntax.lower[head] in kind_words.names()):
        return True
    first = head == analysis.sentences[syntax.sentence[head]][0]
    if vague or (listed and (label not in SPEAKING or first)) or syntax.has(head, "det", known_names.INDEFINITE):
        return False
    return label in SPEAKING or analysis.upos[head] == "PROPN"
