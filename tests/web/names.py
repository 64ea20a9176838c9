"""What names are looked up in where a test has no gazetteer: one town and one army."""

from __future__ import annotations

from typing import Literal

from sayso.words.records import Candidate
from sayso.world.errors import WorldError
from tests.fakes import FakeWorld

TOWN = Candidate("geonames:1", "Sarmin", "PPL", "SY", 1.0, 35.9, 36.73, "exact")
ARMY = Candidate("SY.MIL", "Syrian Armed Forces", "military", "SY", 1.0)


class FakeNames(FakeWorld):
    """Knows both by any name."""

    def named(self, kind: Literal["place", "actor"], name: str, limit: int) -> tuple[Candidate, ...]:  # noqa: ARG002
        return (TOWN if kind == "place" else ARMY,)[:limit]

    def kind_of(self, meaning: str) -> Literal["place", "actor"]:
        known: dict[str, Literal["place", "actor"]] = {TOWN.id: "place", ARMY.id: "actor"}
        if meaning not in known:
            raise WorldError(f"there is no place or actor {meaning!r}")
        return known[meaning]
