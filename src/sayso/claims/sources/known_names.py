"""What the form of a name shows: that it is a country's, an outlet's, a company's or club's, an acronym."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.sources import kind_words

if TYPE_CHECKING:
    from sayso.claims.grammar.syntax import Syntax

AGENCIES = frozenset({"agency", "service"})
"""What "news" stands before in the name of an outlet: "the Hasanpress news agency"."""
INDEFINITE = frozenset({"a", "an"})
_ACRONYM = 6


def is_country(syntax: Syntax, head: int) -> bool:
    """Whether the head is, or ends, the name of a country, and no person's: "Jordan", "the United States"."""
    if syntax.labels[head] == "person" or not syntax.forms[head][:1].isupper():
        return False
    named = syntax.names[head]
    first = max(head - 2, 0)
    if named is not None and named.label == "organisation" and named.end == head + 1 and named.first >= first:
        first = named.first + (syntax.lower[named.first] == "the")  # "Hasanco Malta" is no state
        return " ".join(syntax.lower[first : head + 1]) in kind_words.countries()
    forms = [syntax.lower[word] for word in range(first, head + 1)]
    return any(" ".join(forms[start:]) in kind_words.countries() for start in range(len(forms)))


def kind(syntax: Syntax, head: int, form: str) -> str | None:
    """The kind that a listed name in lower case tells, also with stops ("Y.P.G.") or as the initials of one that the
    article gives in full: "NFL" of "National Front for Liberation".
    """
    found = kind_words.names().get(form)
    short = syntax.forms[head].replace(".", "")
    if (
        found is not None
        or len(form) != len(syntax.forms[head])
        or not (short.isupper() and 1 < len(short) <= _ACRONYM)
    ):
        return found
    return kind_words.names().get(short.lower()) if "." in form else _kind_of_initials(syntax, short)


def _kind_of_initials(syntax: Syntax, short: str) -> str | None:
    """The kind of the full name of a body that has these initials."""
    for named in syntax.analysis.entities:
        forms = syntax.forms[named.first : named.end]
        if len(forms) > 1 and "".join(form[0] for form in forms if form[0].isupper()) == short:
            listed = kind_words.names().get(" ".join(forms).lower().removeprefix("the "))
            if listed is not None:
                return listed
    return None


def is_short(syntax: Syntax, head: int) -> bool:
    """Whether it is what a company or club is called that has a fuller name elsewhere: "Ton" of "Ton FC"."""
    named = syntax.names[head]
    if named is None or named.label not in ("place", "organisation"):
        return False
    own = syntax.lower[named.first : named.end]
    fuller = (other for other in syntax.analysis.entities if other.label == "organisation")
    return any(
        syntax.lower[other.first : other.end - 1] == own and syntax.lower[other.end - 1] in kind_words.incorporated()
        for other in fuller
    )


def is_acronym(syntax: Syntax, head: int) -> bool:
    """Whether it is a short word in capitals that stands alone, in a sentence that isn't all in capitals."""
    form, named = syntax.forms[head], syntax.names[head]
    alone = named is None or named.end - named.first == 1
    first, end = syntax.analysis.sentences[syntax.sentence[head]]
    plain = any(syntax.forms[word].islower() for word in range(first, end))
    return alone and plain and 1 < len(form) <= _ACRONYM and form.isalpha() and form.isupper()


def begins_turn(syntax: Syntax, head: int) -> bool:
    """Whether the word begins a turn of a transcript: at its sentence's start, with a colon behind it."""
    first, end = syntax.analysis.sentences[syntax.sentence[head]]
    return head - first < 2 and head + 1 < end and syntax.forms[head + 1] == ":"


def is_masthead(syntax: Syntax, word: int, inside: set[int]) -> bool:
    """Whether a newspaper's name ends at the word: "the Springfield Herald", "The Post"."""
    analysis = syntax.analysis
    if analysis.upos[word] != "PROPN" or syntax.lower[word] not in kind_words.mastheads() or word - 1 not in inside:
        return False
    before = syntax.forms[word - 1]
    return syntax.forms[word][0].isupper() and (before[0].isupper() or before == "the")


def is_titled_paper(syntax: Syntax, head: int) -> bool:
    """Whether the outlet's own name stands right before the noun: "the Hasantown Herald newspaper"."""
    before = head - 1 - (syntax.lower[head - 1] == "news" and syntax.analysis.lemmas[head] in AGENCIES)
    is_outlet = before < head - 1 or kind_words.nouns().get(syntax.analysis.lemmas[head]) == "media"
    alone = before < 0 or syntax.analysis.heads[before] != head or syntax.has(head, "det", INDEFINITE)
    if not is_outlet or alone:
        return False
    name = syntax.analysis.upos[before] == "PROPN" and syntax.forms[before][0].isupper()
    return name and syntax.labels[before] == "organisation" and not is_country(syntax, before)
