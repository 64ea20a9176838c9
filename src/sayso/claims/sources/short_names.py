"""Short names of bodies: a name that stood behind a noun ("the newspaper The Valley"), the initials of a full name
("HRW"), or its first word if that didn't stand alone before ("Amnesty" after "Amnesty International").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.sources import kind_words, mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.claims.grammar.syntax import Syntax
    from sayso.claims.sources.mentions import Mention
    from sayso.language.analysis import Named

LABELS = ("organisation", "military_unit")
"""Labels of names that bodies bear."""
_FULL = 2
"""Words of a full name, at least."""


class Names:
    """The full names of one article's bodies."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._met: dict[str, Mention] = {}
        self._initials: dict[str, dict[str, int]] = {}
        self._apposed: dict[str, Mention] = {}
        self._firsts: dict[str, dict[str, int]] = {}
        alone: set[str] = set()
        for named in syntax.analysis.entities:
            if named.label not in LABELS:
                continue
            forms = syntax.forms[named.first : named.end]
            forms = forms[forms[0].lower() == "the" :]
            if len(forms) < _FULL:
                alone.update(forms)
                continue
            text, inside = self._text(named), range(named.first, named.end)
            head = next((word for word in inside if syntax.analysis.heads[word] not in inside), named.end - 1)
            initials = "".join(form[0] for form in forms if form[0].isupper())
            self._initials.setdefault(initials, {}).setdefault(text, head)
            if forms[0] not in alone and not _is_part(forms):
                self._firsts.setdefault(forms[0], {}).setdefault(text, head)

    def fuller(self, mention: Mention) -> Mention | None:
        """The one body met before that a short name stands for."""
        exact = self._apposed.get(mention.span.text.lower().removeprefix("the "))
        named = self._name(mention)
        if exact is not None or named is None or named.end - named.first > 1:
            return exact
        form = self._syntax.forms[named.first]
        short = form.replace(".", "")
        found = self._initials.get(short, {}) if short.isupper() else self._firsts.get(form, {})
        before = [text for text, head in found.items() if head < mention.head]
        return self._mention(before[0], found[before[0]]) if len(before) == 1 else None

    def meet(self, mention: Mention) -> None:
        """Remember a full name that speaks, so that its short ones are mentions of the same speaker; and whoever has
        its name in apposition, by that: "the newspaper The National".
        """
        if (apposed := self._apposed_to(mention)) is not None:
            self._apposed.setdefault(apposed, mention.root)
        named = self._name(mention)
        if named is not None and named.end - named.first >= _FULL:
            self._met.setdefault(self._text(named), mention.root)

    def _apposed_to(self, mention: Mention) -> str | None:
        """The name of a body that its noun has behind it."""
        word = self._syntax.child(mention.head, "appos", "flat")
        single = not (mention.name or mention.plural) and self._syntax.analysis.upos[mention.head] == "NOUN"
        if word is None or not single or self._syntax.analysis.upos[word] != "PROPN":
            return None
        named = self._syntax.names[word]
        return self._syntax.lower[word] if named is None else self._text(named)

    def _name(self, mention: Mention) -> Named | None:
        """The name of the body that the mention is, if it is but one."""
        named = self._syntax.names[mention.head]
        alone = self._syntax.child(mention.head, "conj") is None
        return named if named is not None and named.label in LABELS and alone else None

    def _mention(self, text: str, head: int) -> Mention:
        if text not in self._met:
            self._met[text] = mentions.of_noun(self._syntax, head)
        return self._met[text]

    def _text(self, named: Named) -> str:
        return " ".join(self._syntax.lower[named.first : named.end]).removeprefix("the ")


def _is_part(forms: Sequence[str]) -> bool:
    """Whether a full name begins with the whole that it is a part of: "UN Office", but "BP plc"."""
    return forms[0].isupper() and forms[-1].lower() not in kind_words.incorporated()
