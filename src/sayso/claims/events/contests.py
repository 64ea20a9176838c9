"""Contests: words of force in sport, markets, politics and on the stage, where nobody is hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.claims.events import figures
from sayso.claims.events.classes import FORCE, TARGETS, kinds

if TYPE_CHECKING:
    from sayso.claims.events.arguments import Arguments
    from sayso.claims.events.classes import Kinds
    from sayso.claims.events.lexicon import Trigger
    from sayso.claims.grammar.syntax import Syntax

HOLDERS = frozenset({"named_person", "official", "pronoun"})
"""Who is destroyed in words and beaten at the polls."""
RIVALS = frozenset({"named_person", "official", "organisation", "place", "nationality"})
"""Who beats others in contests: candidates, teams, parties, countries."""


def is_game(syntax: Syntax, word: int, found: Arguments) -> bool:
    """Whether it is about sport, markets or the stage: "the bomb at the box office", "a price war"."""
    around = [*found.agents, *found.patients, *syntax.children(word, "compound", "obl", "nmod", "amod")]
    around += [] if found.direct is None else [found.direct]
    return any(_is_of_game(syntax, near) for near in around)


def is_staged(syntax: Syntax, word: int) -> bool:
    """Whether its sentence is about the stage: "is touring Spain and plays six concerts"."""
    first, end = syntax.analysis.sentences[syntax.sentence[word]]
    return not figures.words("stage").isdisjoint(syntax.analysis.lemmas[first:end])


def _is_of_game(syntax: Syntax, near: int) -> bool:
    """Whether the word is of that setting; a market is a site as well, unless it is one for stocks."""
    held = kinds(syntax, near)
    named = (kinds(syntax, child) for child in syntax.children(near, "compound", "nmod:unmarked"))
    return "market" in held and (not held & TARGETS or any("market" in name for name in named))


def is_contest(syntax: Syntax, verb: int, trigger: Trigger, agents: list[Kinds], hit: list[Kinds]) -> bool:
    """Whether somebody is beaten in a contest or destroyed in words: "can beat his rival", "destroyed her"."""
    if trigger.mode == "destroy":
        return bool(hit) and all(target and target <= HOLDERS for target in hit)
    if trigger.mode != "beat" or syntax.analysis.lemmas[verb] != "beat" or any(agent & FORCE for agent in agents):
        return False
    able = any(syntax.analysis.xpos[child] == "MD" for child in syntax.children(verb, "aux"))
    return bool(agents) and (able or all(agent & RIVALS for agent in agents))
