"""The look-up: names to places."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.world.gazetteer import adding, building, downloads, folders, folding, spellings
from sayso.world.gazetteer.entries import Entry, How, Match, Named, Source
from sayso.world.gazetteer.store import Region, Store

_REMEMBERED = 20_000
_FORMS = 16
"""So many other spellings of a name are looked at, at most."""
_CANDIDATES = 1_000
"""So many names of one skeleton are compared, at most."""
_SHORTEST, _LONGEST = 5, 40
"""Of a shorter name too many others are one letter away; nobody writes a longer one."""

_LESS = 0.95
"""How alike a short name is to the one with its article: "Qaim" to "Al Qā’im". Longer ones sound the same without."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A place as one source has it, before what all sources say is put together."""

    entry: Entry
    name: str
    how: How
    likeness: float


class Gazetteer:
    """Places by name. Open it once a process; look-ups are remembered.

    The places that come with Sayso lie in one file, built when there is none of this version. What the user added lies
    in another and wins. Both are only read here, so processes share them.
    """

    def __init__(self, default: Path, added: Path) -> None:
        self._default, self._added = default, added
        self._stores: Sequence[Store] = ()
        self._reopen()

    @classmethod
    def open(cls, folder: Path | None = None, progress: Callable[[str], None] | None = None) -> Gazetteer:
        """Open the gazetteer of `folder` (by default the user's own, see `folders`), building it where needed.

        `progress` gets a line of text when something takes long.
        """
        return cls(building.default(folder or folders.cache(), progress), (folder or folders.data()) / "added.sqlite")

    def close(self) -> None:
        """Close the files."""
        for store in self._stores:
            store.close()

    def find(self, name: str, limit: int = 64) -> tuple[Match, ...]:
        """The places that a name may mean: the likeliest spelling first, then the most populous."""
        return self._find(name[: folding.LONGEST], limit)

    def get(self, place_id: str) -> Entry | None:
        """The place with that id: of several sources the user's newest wins, and others fill what it leaves out."""
        return self._get(place_id)

    def named(self, name: str, limit: int = 64) -> tuple[Match, ...]:
        """The places with that very name, but for upper and lower case: quicker than to `find` it."""
        hits = (hit for hit in self._written(name.casefold(), folding.fold(name), limit) if hit.how == "exact")
        best: dict[str, _Hit] = {}
        for hit in sorted(hits, key=_rank):
            best.setdefault(self._same(hit.entry), hit)
        return tuple(Match(self._whole(key, hit.entry), hit.name, hit.how, hit.likeness) for key, hit in best.items())

    @property
    def first_level(self) -> Mapping[str, str]:
        """The names of the first-level regions by code: US.TX → "Texas"."""
        return self._names

    @property
    def fingerprint(self) -> str:
        """A hash of all that it holds: the same input and the same fingerprint give the same bytes."""
        digest = hashlib.blake2b(digest_size=8)
        for source in (source for store in self._stores for source in store.sources()):
            digest.update(f"{source.name}\n{source.digest}\n".encode())
        return digest.hexdigest()

    def sources(self) -> tuple[Source, ...]:
        """What the user added, the oldest first."""
        return self._stores[0].sources() if len(self._stores) > 1 else ()

    def add(self, path: Path) -> Source:
        """Take in a file of places (see `adding`), in the place of one of the same name; all of it or nothing.

        Raises:
            GazetteerError: the file is of no known format, or a line of it is wrong.
        """
        places = (self._coded(place) for place in adding.read(path))
        self._added.parent.mkdir(parents=True, exist_ok=True)
        with closing(Store.writable(self._added)) as store:
            source = store.put(path.name, adding.digest(path), places)
        self._reopen()
        return source

    def add_country(self, code: str, opener: downloads.Opener | None = None) -> Source:
        """Download GeoNames' dump of a country and take it in. `opener` opens an address, by default urllib's.

        Raises:
            GazetteerError: there is no network, or no such country.
        """
        with TemporaryDirectory() as folder:
            return self.add(downloads.fetch(code, Path(folder), opener))

    def remove(self, name: str) -> bool:
        """Take out what was added under that name; False if nothing was."""
        if name not in {source.name for source in self.sources()}:
            return False
        with closing(Store.writable(self._added)) as store:
            store.drop(name)
        self._reopen()
        return True

    def _reopen(self) -> None:
        """Open the files anew and forget what was looked up."""
        self.close()
        self._stores = [Store(path) for path in (self._added, self._default) if path.exists()]
        self._regions = self._first_level()
        self._names = {code: regions[0].name for code, regions in self._regions.items()}
        self._find = lru_cache(_REMEMBERED)(self._look_up)
        self._get = lru_cache(_REMEMBERED)(self._put_together)

    def _first_level(self) -> dict[str, list[Region]]:
        """First-level regions by code, the newest source first: a region may have an id in each."""
        found: dict[str, list[Region]] = {}
        for region in (region for store in self._stores for region in store.regions()):
            found.setdefault(region.code, []).append(region)
        return found

    def _coded(self, place: Named) -> Named:
        """A first-level region without a code with that of the one region of the country that shares a name."""
        entry = place.entry
        if entry.feature != "ADM1" or entry.admin1:
            return place
        default = self._stores[-1]
        same = (other for name in place.names for _, other in default.named(folding.fold(name), _CANDIDATES, {}))
        codes = {other.admin1 for other in same if other.feature == "ADM1" and other.country == entry.country}
        return replace(place, entry=replace(entry, admin1=codes.pop())) if len(codes) == 1 else place

    def _look_up(self, name: str, limit: int) -> tuple[Match, ...]:
        best: dict[str, _Hit] = {}
        for hit in sorted(self._hits(name, folding.fold(name), limit), key=_rank):
            best.setdefault(self._same(hit.entry), hit)
        chosen = list(best.items())[:limit]
        matches = (Match(self._whole(key, hit.entry), hit.name, hit.how, hit.likeness) for key, hit in chosen)
        return tuple(sorted(matches, key=_rank))

    def _hits(self, name: str, folded: str, limit: int) -> list[_Hit]:
        found = self._written(name.casefold(), folded, limit)
        if not found and 2 < len(folded) < _SHORTEST:
            return [
                hit
                for article in sorted(folding.ARTICLES)
                for hit in self._named(article + folded, "transliterated", _LESS, limit)
            ]
        if not _SHORTEST <= len(folded) <= _LONGEST:
            return found
        for form, like in self._transliterations(name, folded, sure=bool(found)):
            found += self._named(form, "transliterated", like, limit)
        if not found:
            for form, like in self._misspellings(folded):
                found += self._named(form, "misspelt", like, limit)
        return found

    def _written(self, written: str, folded: str, limit: int) -> list[_Hit]:
        """Places with that very name, and those that have it but for marks, hyphens and spaces."""
        rows = (row for store in self._stores for row in store.named(folded, limit, self._names))
        return [
            _Hit(entry, name, "exact", 1.0)
            if name.casefold() == written
            else _Hit(entry, name, "folded", spellings.FOLDED)
            for name, entry in rows
        ]

    def _named(self, folded: str, how: How, like: float, limit: int) -> list[_Hit]:
        rows = (row for store in self._stores for row in store.named(folded, limit, self._names))
        return [_Hit(entry, name, how, like) for name, entry in rows]

    def _transliterations(self, name: str, folded: str, *, sure: bool) -> list[tuple[str, float]]:
        """Folded names that sound like it; where the name itself is known, only those that sound the same."""
        best: dict[str, float] = {}
        for sounds in spellings.written(name):
            bones, only = folding.bones(sounds), sounds if sure else None
            spelt = (pair for store in self._stores for pair in store.spelt(bones, only, _CANDIDATES))
            for form, like in spellings.transliterated(sounds, spelt, _FORMS):
                best[form] = max(like, best.get(form, 0.0))
        best.pop(folded, None)
        return sorted(best.items(), key=lambda one: (-one[1], one[0]))[:_FORMS]

    def _misspellings(self, folded: str) -> list[tuple[str, float]]:
        known = {form for store in self._stores for form in store.near(folded)}
        return spellings.misspelt(folded, known)[:_FORMS]

    def _same(self, entry: Entry) -> str:
        """The id that a place goes by here: that of the newest source that has the region."""
        same = self._regions.get(entry.admin1 or "") if entry.feature == "ADM1" else None
        return same[0].place_id if same else entry.place_id

    def _whole(self, place_id: str, entry: Entry) -> Entry:
        """What all sources say; with one source that is the entry itself."""
        return entry if len(self._stores) == 1 else self._get(place_id) or entry

    def _put_together(self, place_id: str) -> Entry | None:
        held = self._held(place_id)
        if not held:
            return None
        code = next((entry.admin1 for entry in held if entry.feature == "ADM1" and entry.admin1), "")
        same = [region.place_id for region in self._regions.get(code, []) if region.place_id != place_id]
        return _filled([*held, *(entry for other in same for entry in self._held(other))])

    def _held(self, place_id: str) -> list[Entry]:
        return [entry for store in self._stores for entry in store.held(place_id, self._names)]


def _rank(hit: _Hit | Match) -> tuple[float, int, str, str]:
    return -hit.likeness, -hit.entry.population, hit.entry.place_id, hit.name


def _filled(entries: Sequence[Entry]) -> Entry:
    """The first entry, with what it leaves out from the next that has it."""
    first, *others = entries
    for other in others:
        located = first if first.lat is not None else other
        first = replace(
            first,
            name=first.name if folding.is_latin(first.name) else other.name,
            country=first.country or other.country,
            admin1=first.admin1 or other.admin1,
            admin1_name=first.admin1_name or other.admin1_name,
            admin2=first.admin2 or other.admin2,
            population=first.population or other.population,
            lat=located.lat,
            lon=located.lon,
            within_km=located.within_km,
            extent=first.extent or other.extent,
            countries=first.countries or other.countries,
        )
    return first
