"""Mentions: phrases of the text that stand for somebody who can speak, with what they say about whom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.claims.grammar import phrases
from sayso.claims.grammar.tags import SUBJECTS
from sayso.claims.sources import descriptions, kind_words, kinds
from sayso.words import vocabulary
from sayso.words.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.claims.grammar.syntax import Syntax
    from sayso.claims.sources.kinds import Source
    from sayso.language.analysis import Analysis, Range

GENDERS = ("male", "female")
THINGS = frozenset({"document", "media", "organisation"})
"""Kinds of source that "he" and "she" never stand for."""
BODIES = ("organisation", "place", "facility", "policy")
"""Classes of nouns that "he" and "she" never stand for, whoever leads them: "the administration", "her campaign"."""
SAYING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
"""Parts of speech of words that say who somebody is."""
OUTSIDE = SUBJECTS | {"case", "cc", "mark", "cop", "aux", "expl", "acl", "advcl", "parataxis", "discourse"}
"""What depends on a noun and is no part of its phrase: the rest of a clause that it is the predicate of, too."""
_LONGEST = 40
"""Words of a mention that are looked at."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", ","})
_TITLE = 6
"""Words before a name that may be a title: "former Democratic vice presidential nominee"."""


@dataclass(slots=True)
class Mention:
    """Somebody as one phrase of the text names them."""

    head: int
    span: Span
    kind: str | None
    named: bool
    roles: frozenset[str]
    """Dictionary forms of the nouns that it may be called by later: its head, a title, an apposition."""
    said: frozenset[str]
    """Dictionary forms of its nouns, names, adjectives and numbers."""
    name: tuple[str, ...]
    """The words of the person's name in it, in lower case; empty where it has none."""
    plural: bool
    definite: bool
    """Whether it begins with a determiner that points back: "the", "this"."""
    gender: str | None
    is_person: bool
    """Whether "he" or "she" may stand for it."""
    first: Mention | None = None
    """An earlier mention of the same speaker, or None where this is the first."""
    among: Mention | None = None
    """Those that it says it is one of, or some of: "one of the diplomats"."""

    @property
    def root(self) -> Mention:
        """The first full mention of this speaker."""
        mention = self
        while mention.first is not None:
            mention = mention.first
        return mention

    def tie(self, earlier: Mention | None) -> None:
        """Make this one a mention of the same speaker as an earlier one."""
        if earlier is not None and earlier.root is not self:
            self.first = earlier.root
            if len(self.name) == 1 and earlier.root.gender is not None:
                self.gender = earlier.root.gender

    def join(self, several: Mention, *, new: bool) -> None:
        """Make this one of several met before ("the other"), or a new one like them ("a third"): of their kind, too."""
        self.kind = (self.kind or several.kind) if several.kind in (None, "person") else several.kind
        self.roles |= several.roles
        self.is_person |= several.is_person
        self.among = None if new else several


@cache
def words(term: str, use: str) -> frozenset[str]:
    """The words of one term of the vocabulary `references`."""
    return frozenset(vocabulary.load("references")[term].words[use])


def of_person(syntax: Syntax, first: int, end: int) -> Mention:
    """The mention of a person whose name stands in this range."""
    heads = syntax.analysis.heads
    head = next((word for word in range(first, end) if not first <= heads[word] < end), end - 1)
    kind = kinds.of_name(syntax, first, end) or "person"
    return _mention(syntax, (first, end), head, kind, is_named=True)


def of_source(syntax: Syntax, ranges: tuple[Range, ...], source: Source) -> Mention:
    """The mention that a source is."""
    part = next(((first, end) for first, end in ranges if first <= source.head < end), ranges[0])
    return _mention(syntax, part, source.head, source.kind, is_named=source.named)


def of_noun(syntax: Syntax, noun: int) -> Mention:
    """The mention of a noun with what stands before it and an "of" phrase after it."""
    analysis = syntax.analysis
    named = syntax.names[noun]
    if named is not None and syntax.labels[noun] == "person":
        return of_person(syntax, named.first, named.end)
    before = [word for word in syntax.dependents[noun] if word < noun and analysis.upos[word] != "PUNCT"]
    modifiers = [word for word in before if analysis.relations[word] not in OUTSIDE]
    part = (min(modifiers, default=noun), max(_end(syntax, noun), phrases.bounds(syntax, noun)[1]))
    source = kinds.describe(syntax, (part,))
    return _mention(syntax, part, noun, source.kind, is_named=source.named)


def _end(syntax: Syntax, noun: int) -> int:
    """Where a noun ends with the name right behind it: "the charity Oxfam"."""
    name = noun + 1
    if syntax.child(noun, "appos", "flat") != name or syntax.analysis.upos[name] != "PROPN":
        return name
    named = syntax.names[name]
    return name + 1 if named is None else named.end


def _mention(syntax: Syntax, part: Range, head: int, kind: str | None, *, is_named: bool) -> Mention:
    analysis = syntax.analysis
    first, end = part
    inside = range(first, min(end, first + _LONGEST))
    start, stop = analysis.starts[first], analysis.ends[end - 1]
    others = [word for word in syntax.children(head, "conj") if word in inside and not _is_one(syntax, head, word)]
    several = is_plural(syntax, head) or bool(others)
    name = None if several else _name(syntax, head, inside)
    kind = "person" if name is not None and _is_title_only_by_name(syntax, inside, name) else kind
    roles = _roles(syntax, head, inside, name)
    titles = [word for role in roles - {head} for word in syntax.subtree(role) if abs(word - role) <= _TITLE]
    titles += _before(syntax, name[0]) if name else []
    is_body = name is None and analysis.upos[head] in ("NOUN", "PROPN") and analysis.lemmas[head].lower() in _bodies()
    last = -1 if name is None or name[1] - name[0] == 1 else name[1] - 1
    telling = (word for word in range(first, max(head, last) + 1) if word != last and not _is_owner(analysis, word))
    gender = None if is_body else _gender(syntax, telling)
    labelled = syntax.labels[head] == "person"
    unknown = kind is None and analysis.lemmas[head] not in kind_words.roles()  # "a member of the team" is a person
    body = unknown or kind in THINGS or (analysis.upos[head] == "PROPN" and kind != "person" and not labelled)
    return Mention(
        head=head,
        span=Span(start, stop, analysis.text[start:stop]),
        kind=kind,
        named=is_named,
        roles=frozenset(analysis.lemmas[word] for word in roles),
        said=frozenset(analysis.lemmas[word] for word in (*inside, *titles) if analysis.upos[word] in SAYING),
        name=() if name is None else _bare_name(syntax.lower[name[0] : name[1]]),
        plural=several,
        definite=syntax.lower[first] in words("definite", "determiner"),
        gender=gender,
        is_person=bool(name) or gender is not None or not (body or is_body),
    )


def joint(syntax: Syntax, heads: Iterable[int]) -> set[int]:
    """Where the names begin of people who speak together, in sources with these heads: "Hasan and Nasser said"."""
    found: set[int] = set()
    for head in heads:
        together = syntax.conjuncts(head)
        names = [syntax.names[word] for word in together if syntax.labels[word] == "person"]
        found.update(named.first for named in names if named is not None and len(together) > 1)
    return found


def several(syntax: Syntax, head: int) -> int | None:
    """The noun of those whom "one of the diplomats" or "some of the residents" is taken from."""
    analysis = syntax.analysis
    if analysis.upos[head] in ("NOUN", "PROPN", "VERB"):
        return None
    taken = (word for word in syntax.children(head, "nmod") if word > head and syntax.marker(word) == "of")
    return next((word for word in taken if analysis.upos[word] == "NOUN"), None)


def is_nominal(syntax: Syntax, word: int) -> bool:
    """Whether it heads a noun phrase that may stand for somebody: no predicate ("she was the student")."""
    return syntax.analysis.upos[word] in ("NOUN", "PROPN") and syntax.child(word, "cop") is None


def is_lone_pronoun(syntax: Syntax, mention: Mention) -> bool:
    """Whether it is but a pronoun: it tells nobody who is meant."""
    return syntax.analysis.upos[mention.head] == "PRON" and " " not in mention.span.text


def fits(pronoun: Mention, known: Mention) -> bool:
    """Whether a pronoun may stand for what its chain holds."""
    if pronoun.gender is not None:
        return known.is_person and may_be(known, pronoun.gender)
    return known.plural == pronoun.plural


def may_be(known: Mention, gender: str | None) -> bool:
    """Whether it is one person of no other gender than this. A last name may look like a plural."""
    fits = gender is None or {known.gender, known.root.gender} <= {None, gender}
    return fits and (not known.plural or bool(known.name))


def is_fuller(known: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a name has all words of another with its last word, or the first name that the other's is short for."""
    if set(name) <= set(known):
        return True
    first, same = known[0], known[1:] == name[1:] and len(name) > 1
    return same and min(len(first), len(name[0])) > 2 and (first.startswith(name[0]) or name[0].startswith(first))


def is_last_name(name: tuple[str, ...]) -> bool:
    """Whether it is but a last name: "Hasan", "de Souza"."""
    return all(word in words("particle", "name") for word in name[:-1])


def is_plural(syntax: Syntax, word: int) -> bool:
    """Whether the word means several: by its tag, as "they" or "many", or as the plural of a noun for speakers."""
    analysis = syntax.analysis
    form = syntax.lower[word]
    tagged = analysis.xpos[word] in ("NNS", "NNPS") and syntax.labels[word] != "person"
    if tagged or form in words("plural", "quantity") or analysis.lemmas[word] in words("plural", "pronoun"):
        return True
    noun = analysis.upos[word] in ("NOUN", "PROPN") and not _is_in_a_longer_name(syntax, word)
    return noun and form.endswith("s") and kinds.is_listed(form.removesuffix("s"))


def _is_owner(analysis: Analysis, word: int) -> bool:
    """Whether it is "his" or "her" before a noun: whose somebody is says no gender."""
    return analysis.upos[word] == "PRON" and analysis.relations[word] == "nmod:poss"


def _is_one(syntax: Syntax, first: int, second: int) -> bool:
    """Whether coordinated words are of one name, or the second says more of the first: "Hasan, its head and owner"."""
    if syntax.names[first] is not None and syntax.names[first] is syntax.names[second]:
        return True
    analysis, labels = syntax.analysis, syntax.labels
    if labels[first] != "person" or labels[second] == "person" or analysis.xpos[second] in ("NNS", "NNPS"):
        return False
    described = [word for word in syntax.children(first, "appos") if word < second and analysis.upos[word] == "NOUN"]
    joint = syntax.child(second, "cc")
    return bool(described) and joint is not None and syntax.forms[joint - 1] != ","


def _is_in_a_longer_name(syntax: Syntax, word: int) -> bool:
    named = syntax.names[word]
    return named is not None and named.end - named.first > 1


def _name(syntax: Syntax, head: int, inside: range) -> Range | None:
    """The name of the person that the head is or has in apposition: "spokesman Omar Hasan"."""
    behind = descriptions.name_behind(syntax, head)
    for word in (head, *syntax.children(head, "appos", "flat"), *(() if behind is None else (behind,))):
        named = syntax.names[word]
        if named is None or syntax.labels[word] != "person" or word not in inside:
            continue
        if named.end - named.first > 1 or not (_is_bare_title(syntax, word) or is_plural(syntax, word)):
            return named.first, named.end
    return None


def _is_bare_title(syntax: Syntax, word: int) -> bool:
    """Whether a lone word is a title and no last name: "the King", but "King said", "Mr. Prince"."""
    surname = syntax.lower[word] in kinds.SURNAMES and syntax.child(word, "det") is None
    return is_title(syntax.lower[word]) and not surname


def _is_title_only_by_name(syntax: Syntax, inside: range, name: Range) -> bool:
    """Whether the last name alone looks like an office: "Mr. King"."""
    titled = name[1] - name[0] == 1 and syntax.lower[name[0]] in kinds.SURNAMES
    return titled and not any(kinds.is_listed(syntax.lower[word].rstrip(".")) for word in inside if word != name[0])


def _bare_name(name: list[str]) -> tuple[str, ...]:
    """The words of a name without the titles before it, and what stands in brackets or as "Jr." after it."""
    end = name.index("(") if "(" in name[1:] else len(name)
    while end > 1 and name[end - 1] in _SUFFIXES:
        end -= 1
    titles = [word for word in range(end - 1) if is_title(name[word])]
    return tuple(word.replace("’", "'") for word in name[titles[-1] + 1 if titles else 0 : end])


def is_title(word: str) -> bool:
    """Whether the word, in lower case, may stand before a name as a title: "president", "sen.", "mrs."; not "Bill"."""
    bare = word.rstrip(".")
    listed = kinds.is_listed(bare) or bare in words("male", "title") or bare in words("female", "title")
    return listed and not any(word in words(gender, "name") for gender in GENDERS)


def _roles(syntax: Syntax, head: int, inside: range, name: Range | None) -> set[int]:
    """The words that somebody may be called by: the head or a title before a name, and what is in apposition."""
    analysis = syntax.analysis
    found = {several(syntax, head) or head, *syntax.children(head, "appos")}
    if analysis.relations[head] in ("appos", "flat", "nmod:desc"):
        found.add(analysis.heads[head])
    named = range(*name) if name else range(0)
    found = {word for word in found if word not in named}
    before = range(named.start - 1, named.start) if named.start else range(0)
    for word in (*inside, *named, *before):
        if word + 1 < len(analysis.upos) and analysis.upos[word + 1] == "PROPN" and is_title(syntax.lower[word]):
            found.add(word)
    if before and syntax.sentence[before.start] == syntax.sentence[named.start]:
        found.add(before.start)
    return {word for word in found if analysis.upos[word] in ("NOUN", "PROPN")}


def _before(syntax: Syntax, name: int) -> list[int]:
    """The words right before a name that may be its title, whatever the tree makes of them."""
    word = name - 1
    while word >= 0 and name - word <= _TITLE and syntax.analysis.upos[word] in SAYING:
        if syntax.sentence[word] != syntax.sentence[name]:
            break
        word -= 1
    return list(range(word + 1, name))


def _gender(syntax: Syntax, inside: Iterable[int]) -> str | None:
    """What a pronoun, title or first name says: "male", "female", or None where nothing or both."""
    telling = _telling()
    said = [telling[form] for word in inside if (form := syntax.lower[word]) in telling]
    found = set[str]().union(*said)
    return found.pop() if len(found) == 1 else None


@cache
def _bodies() -> frozenset[str]:
    classes = vocabulary.load("noun_classes")
    return frozenset().union(*(classes[name].words["nouns"] for name in BODIES))


@cache
def _telling() -> Mapping[str, frozenset[str]]:
    """The genders of each pronoun, title and first name."""
    found: dict[str, frozenset[str]] = {}
    for gender in GENDERS:
        for word in words(gender, "pronoun") | words(gender, "title") | words(gender, "name"):
            found[word] = found.get(word, frozenset()) | {gender}
    return found
