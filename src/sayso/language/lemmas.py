"""Dictionary forms: a rule as a tag, checked against what English does.

A rule says how many letters to cut from the lower-cased word and what to add: "-3+y" turns "denies" into "deny"; "=be"
replaces the whole word. The idea is that of UDPipe (Straka 2018), with suffixes only. The model chooses the rule; where
that gives no known word, the regular endings of the word's part of speech are tried, and irregular forms are listed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files

_ED = ("-2+", "-1+", "-3+y", "-3+", "-2+e")
_ENDINGS = {
    "VBD": ("ed", _ED),
    "VBN": ("ed", _ED),
    "VBG": ("ing", ("-3+", "-3+e", "-4+")),
    "VBZ": ("s", ("-1+", "-2+", "-3+y")),
    "NNS": ("s", ("-1+", "-2+", "-3+y")),
}
"""By Penn tag the ending and the rules that may undo it, the commonest first."""

_PAST = frozenset({"VBD", "VBN"})
_SHORTEST = 3
"""Letters of the shortest verb with a past tense that isn't listed: two letters are the beginning of many words."""


def rule(form: str, lemma: str) -> str:
    """The rule that leads from a word to its lemma, both lower-cased; "-0+" where they are equal."""
    form, lemma = form.lower(), lemma.lower()
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    if shared == 0 or len(form) - shared > 5:
        return f"={lemma}"
    return f"-{len(form) - shared}+{lemma[shared:]}"


def apply(rule: str, form: str) -> str:
    """The lemma that a rule gives for a word, lower-cased. A rule that cuts more than there is leaves the word."""
    form = form.lower()
    if rule.startswith("="):
        return rule[1:]
    cut, add = rule[1:].split("+", 1)
    keep = len(form) - int(cut)
    return form[:keep] + add if keep > 0 else form


def lemma(rule: str, form: str, xpos: str, known: Collection[str]) -> str:
    """The lemma of a word with that Penn tag, from the rule that the model gives it. `known` are words of English."""
    listed = _irregular().get((form.lower(), xpos))
    if listed is not None:
        return listed
    found = apply(rule, form)
    ending, rules = _ENDINGS.get(xpos, ("", ()))
    is_word = found in known and not (xpos in _PAST and len(found) < _SHORTEST)
    if not ending or not form.lower().endswith(ending):
        return form.lower() if xpos in _PAST and not is_word and form.lower() in known else found  # "hit", "cast"
    if is_word and (found != form.lower() or ending == "s"):  # "series" is its own singular, "voting" no base
        return found
    known_bases = (other for regular in rules if len(other := apply(regular, form)) > 2 and other in known)
    return next(known_bases, found)


class Lemmas(dict[tuple[int, str, str], str]):
    """Lemmas by number of the rule in `rules`, form and Penn tag, each made when it is first asked for."""

    def __init__(self, rules: Sequence[str], known: Collection[str]) -> None:
        super().__init__()
        self._rules = rules
        self._known = known

    def __missing__(self, key: tuple[int, str, str]) -> str:
        rule, form, xpos = key
        found = self[key] = lemma(self._rules[rule], form, xpos, self._known)
        return found


@cache
def _irregular() -> dict[tuple[str, str], str]:
    tables = tomllib.loads((files("sayso.language") / "irregular.toml").read_text(encoding="utf-8"))
    tags = {"verbs": ("VBD", "VBN"), "nouns": ("NNS",)}
    return {
        (form, tag): word
        for table, words in tables.items()
        for word, forms in words.items()
        for form in forms
        for tag in tags[table]
    }
