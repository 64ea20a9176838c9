"""The list of actors: what is shipped, and what the user added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from sayso.world.actors import index, nouns, offices, tables
from sayso.world.actors.folding import fold, fold_words, singular
from sayso.world.actors.index import Index
from sayso.world.actors.offices import Office, Role, Term, holder
from sayso.world.actors.tables import Actor, Alias
from sayso.world.gazetteer import folders
from sayso.world.gazetteer.folding import sounds

SHIPPED = Path(__file__).parent / "data"
_TABLES = ("offices.csv", "terms.csv", "roles.csv")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Named:
    """An actor by one of its names: `doubtful` if that may mean something else, `seat` if it is a seat of government
    that stands for the state.
    """

    actor: Actor
    doubtful: bool
    seat: bool = False


class ActorList:
    """Actors, offices and terms, looked up by folded name. Immutable.

    Lines of the tables become records when they are asked for: of thousands, an article names a few.
    """

    def __init__(
        self,
        lines: Iterable[Sequence[str]],
        held: Iterable[Office] = (),
        terms: Iterable[Term] = (),
        roles: Iterable[Role] = (),
        fingerprint: str = "",
        cache: Path | None = None,
    ) -> None:
        """`lines`: the fields of each actor, as `tables` names the columns; of two with one id the later wins.

        `cache` is a folder that keeps what is worked out of the lists of each fingerprint; None: nowhere.
        """
        self.fingerprint = fingerprint
        self._cache = cache
        self._lines: dict[str, Sequence[str]] = {}
        for line in lines:
            known = self._lines.get(line[0])
            self._lines[line[0]] = line if known is None else _joined(known, line)
        self._offices = {office.id: office for office in held}
        self._terms = tuple(terms)
        self._roles = tuple(roles)
        self._made: dict[str, Actor] = {}
        self._found: dict[str, tuple[Named, ...]] = {}

    @classmethod
    def open(cls, folder: Path | None = None) -> ActorList:
        """The shipped list with the CSV files of the user's folder. Raises ActorListError for a broken file."""
        shipped = [path for path in sorted(SHIPPED.glob("*.csv")) if path.name not in _TABLES]
        own = sorted(folder.glob("*.csv")) if folder is not None and folder.is_dir() else []
        lines = [row.values for path in shipped for row in tables.actors(path)]
        return cls(
            [*lines, *(row.values for path in own for row in tables.checked(path))],
            offices.read_offices(SHIPPED / "offices.csv"),
            offices.read_terms(SHIPPED / "terms.csv"),
            offices.read_roles(SHIPPED / "roles.csv"),
            _fingerprint([*sorted(SHIPPED.glob("*.csv")), *own]),
            folders.cache(),
        )

    def __iter__(self) -> Iterator[Actor]:
        return (self._actor(actor_id) for actor_id in self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def get(self, actor_id: str) -> Actor | None:
        """The actor of that id. A part that every state has ("UZ.MFA") is there without a line of its own."""
        return self._actor(actor_id) if actor_id in self._lines else self._part(actor_id)

    def part(self, country: str, part: str) -> Actor | None:
        """A part of a state, by its alpha-2 code and one of `nouns.PARTS`."""
        return self.get(f"{country}.{part}")

    def people(self, country: str) -> Actor | None:
        """The people of a state as the list has them."""
        known = self._peoples.get(country)
        return None if known is None else self._actor(known)

    def find(self, name: str, date: str | None = None) -> tuple[Named, ...]:
        """The actors of that name, whose name it surely is first; on a date (ISO prefix) only those there were then."""
        return self.find_folded(fold(name[:_LONGEST_NAME]), date)

    def find_folded(self, key: str, date: str | None = None) -> tuple[Named, ...]:
        """The same for a name that is folded already."""
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._named(key) if key in self._index.names else ()
        if date is None:
            return found
        return tuple(n for n in found if offices.within(date, n.actor.since, n.actor.until))

    def person(self, key: str) -> Actor | None:
        """The one person of that folded full name, also in another transliteration; None if there are several."""
        found = [named.actor for named in self.find_folded(key) if named.actor.kind == "person"]
        if not found:
            first, _, last = key.partition(" ")
            alike = self._index.sounding.get(sounds(key), ()) if first and last else ()
            found = [self._actor(actor_id) for actor_id in alike]
        return found[0] if len(found) == 1 else None

    def country(self, word: str) -> str | None:
        """The state that a folded demonym belongs to ("syrian" → SY), or None."""
        return self._demonyms.get(word)

    def offices_named(self, key: str) -> tuple[Office, ...]:
        """The offices of that folded name."""
        return self._office_names.get(key, ())

    def role(self, key: str) -> Role | None:
        """The role of that folded name ("foreign minister")."""
        return self._role_names.get(key)

    def office(self, office_id: str) -> Office | None:
        """The office of that id."""
        return self._offices.get(office_id)

    def office_of(self, body: str, role: str) -> Office | None:
        """The office of a body that is no state, by its role: "hezbollah", "leader"."""
        return self._offices_by_body.get((body, role))

    def holder(self, office_id: str, date: str | None) -> Actor | None:
        """Who held an office on a date, if one person did and the list knows."""
        person = holder(self._terms_by_office.get(office_id, ()), date)
        return None if person is None else self.get(person)

    def terms_of_office(self, office_id: str) -> tuple[Term, ...]:
        """The terms of one office."""
        return self._terms_by_office.get(office_id, ())

    def terms_of(self, person: str) -> tuple[Term, ...]:
        """The terms of one person."""
        return self._terms_by_person.get(person, ())

    def country_on(self, actor_id: str, date: str | None) -> str | None:
        """The country for which an actor acts: a person in an office of no country on that date acts for none."""
        actor = self.get(actor_id)
        if actor is None or date is None:
            return None if actor is None else actor.country
        held = (self.office(term.office) for term in self.terms_of(actor_id) if term.holds(date))
        bodies = [self.get(office.body) if office.body else None for office in held if office is not None]
        return (
            None if bodies and all(body is not None and body.is_intergovernmental for body in bodies) else actor.country
        )

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms."""
        return self._terms

    @property
    def offices(self) -> Iterable[Office]:
        """All offices."""
        return self._offices.values()

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that every state has."""
        return self._roles

    @property
    def common(self) -> set[str]:
        """Folded names that the list has with a word in lower case: only these are met as such in a text."""
        return self._index.common

    @cached_property
    def lengths(self) -> Mapping[str, int]:
        """The words with which names of several words begin, each with the number of words of the longest of them."""
        found: dict[str, int] = {}
        for key in (*self._index.names, *self._office_names, *self._role_names, *self._demonyms, *nouns.known()):
            if " " in key:
                first = key.partition(" ")[0]
                found[first] = max(found.get(first, 1), key.count(" ") + 1)
        return found

    def _actor(self, actor_id: str) -> Actor:
        if actor_id not in self._made:
            self._made[actor_id] = tables.actor(self._lines[actor_id])
        return self._made[actor_id]

    def _named(self, key: str) -> tuple[Named, ...]:
        """The actors of a folded name, each once by its surest name, the surest first."""
        found = {}
        for doubtful, seat, actor_id in sorted(self._index.names[key], reverse=True):
            found[actor_id] = Named(self._actor(actor_id), doubtful, seat)
        return tuple(sorted(found.values(), key=lambda named: (named.doubtful, named.seat, named.actor.id)))

    @cached_property
    def _index(self) -> Index:
        lines = self._lines.values()
        if self._cache is None:
            return Index.of(lines)
        return index.kept(self._cache, self.fingerprint, lambda: Index.of(lines))

    @cached_property
    def _peoples(self) -> dict[str, str]:
        peoples = ((line[3], line[0]) for line in self._lines.values() if line[2] == "people")
        return {country: actor_id for country, actor_id in peoples if country and actor_id.endswith("-people")}

    @cached_property
    def _demonyms(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for actor_id, line in self._lines.items():
            for demonym in tables.split(line[10]) if len(line) > 10 else ():
                if not demonym.endswith("?"):
                    found.setdefault(fold(demonym), actor_id)
        return found

    @cached_property
    def _office_names(self) -> dict[str, tuple[Office, ...]]:
        found: dict[str, tuple[Office, ...]] = {}
        for office in self._offices.values():
            for alias in (Alias(office.name), *office.aliases):
                key = fold(alias.text)
                if office not in found.get(key, ()):
                    found[key] = (*found.get(key, ()), office)
        return found

    @cached_property
    def _role_names(self) -> dict[str, Role]:
        return {singular_key(alias): role for role in reversed(self._roles) for alias in role.aliases}

    @cached_property
    def _offices_by_body(self) -> dict[tuple[str, str], Office]:
        return {(office.body, office.role): office for office in self._offices.values() if office.body}

    @cached_property
    def _terms_by_office(self) -> dict[str, tuple[Term, ...]]:
        found: dict[str, tuple[Term, ...]] = {}
        for term in self._terms:
            found[term.office] = (*found.get(term.office, ()), term)
        return found

    @cached_property
    def _terms_by_person(self) -> dict[str, tuple[Term, ...]]:
        found: dict[str, tuple[Term, ...]] = {}
        for term in self._terms:
            found[term.person] = (*found.get(term.person, ()), term)
        return found

    def _part(self, actor_id: str) -> Actor | None:
        country, _, part = actor_id.partition(".")
        if country not in self._lines or self._lines[country][2] != "state" or part not in nouns.PARTS:
            return None
        state = self._actor(country)
        name = f"{nouns.part_name(part)} of {state.name}"
        parent = f"{country}.{nouns.part_parent(part)}".rstrip(".")
        return Actor(actor_id, name, nouns.part_kind(part), (country,), None, parent, None, None, None, ())


def singular_key(name: str) -> str:
    """A folded name with its last word in the singular: how nouns are looked up."""
    words = fold_words(name)
    return " ".join([*words[:-1], *(singular(word) for word in words[-1:])])


def _joined(shipped: Sequence[str], own: Sequence[str]) -> Sequence[str]:
    """The user's line over the shipped one, with the names of both."""
    width = max(len(shipped), len(own))
    old, new = ([*line, *[""] * (width - len(line))] for line in (shipped, own))
    new[9] = "|".join((old[9], old[1], new[9]))
    if width > 10:
        new[10], new[12] = "|".join((old[10], new[10])), "|".join((old[12], new[12]))
    return new


def _fingerprint(files: Iterable[Path]) -> str:
    digest = blake2b(digest_size=8)
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
