"""Where a place lies that the gazetteer doesn't hold, if the text says it: "the village of Tal Xan, in Hama province"
is somewhere in Hama, coded no finer than that, as UCDP does.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.world.places import countries
from sayso.world.places.naming import Mentioned
from sayso.world.places.scene import Group, Scene

_TOLD = frozenset({"stated", "near"})
_DIVISIONS = frozenset({"country", "first", "second"})
"""What a bare comma may put a name in: "Tal Xan, Syria"; of towns it makes a list."""
_FINEST = ("facility", "quarter", "settlement", "capital", "seat", "second", "first", "country", "region")
_OF_A_TOWN = frozenset({None, "settlement", "second", "facility"})
"""Kinds of name that lie somewhere as a point does; a river "in Iraq" doesn't."""


def holder(scene: Scene, number: int, kinds: Sequence[str | None]) -> int | None:
    """The group of the finest place in which, or near which, the text puts a group's name; None where it says nothing.

    `kinds` are the kinds of the places chosen for the groups, None for one without, or of which but a part is known.
    """
    group = scene.groups[number]
    if not (group.members and group.name.bare) or group.name.kind not in _OF_A_TOWN or not _may_be_place(group):
        return None
    bare = group.name.bare.casefold()
    within = [
        outer
        for inner, outer, how in scene.inside
        if scene.groups[inner].name.bare.casefold() == bare
        and kinds[outer] in _FINEST
        and (how in _TOLD or (how == "comma" and kinds[outer] in _DIVISIONS))
    ]
    return min(within, key=lambda outer: (_FINEST.index(kinds[outer] or ""), outer), default=None)


def nearest(mentions: Sequence[Mentioned], inner: Group, outer: Group) -> Mentioned | None:
    """The mention of the outer name that stands nearest behind one of the inner; None where none does."""
    gaps = ((mentions[two].start - mentions[one].end, two) for one in inner.members for two in outer.members)
    behind = min((found for found in gaps if found[0] >= 0), default=None)
    return None if behind is None else mentions[behind[1]]


def _may_be_place(group: Group) -> bool:
    """Whether the model took the name for a place, and it is no people's."""
    return group.labels <= {"place", None} and countries.demonym(group.name.whole) is None
