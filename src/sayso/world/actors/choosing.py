"""Who a phrase means: rules from the surest to the loosest, the first that applies decides.

1. Several actors joined by "and": a group of its own, its members as runners-up.
2. A name at its head (`naming`): of the list, of a person whom the article names in full, or unknown.
3. An office (`holding`): its holder on the article's date, or the body that it belongs to.
4. A part of a state ("Iraqi troops", "the army"), or who acts for a body ("a coalition spokesman").
5. What somebody owns ("ISIL's depots"): that somebody.
6. A group or a person without a name, with a country if the text gives one.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.world.actors import findings, nouns
from sayso.world.actors.asked import Asked
from sayso.world.actors.context import Context
from sayso.world.actors.findings import Finding
from sayso.world.actors.folding import singular
from sayso.world.actors.holding import Offices
from sayso.world.actors.naming import Names

_PART, _MEMBER, _BARE, _OWNED, _BESIDE, _AGAIN, _THING, _STATE, _KINDRED = (
    0.85,
    0.85,
    0.75,
    0.6,
    0.8,
    0.8,
    0.75,
    0.7,
    0.7,
)
_UNKNOWN_OWNER = 0.6
_LEAST = 0.4
"""Share of the countries around a bare "army", from which on it is taken for that country's."""
_SPOKEN_OF = 0.5
"""The same for "residents" and others on the spot."""
_OF_NO_OTHER = 0.7
"""The same for any other group."""
_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "representative", "source"})
"""Those who speak for a body even alone; a lone "commander" is a person of their own."""


class Chooser:
    """Reads the mentions of one article, in their order."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._offices = Offices(context)
        self._names = Names(context, self._offices)
        self._named: dict[str, dict[str, Finding]] = {}
        """By kind, the actors named so far: for "the alliance"."""
        self._flying: dict[str, Finding] = {}
        """Those whose warplanes were named so far: for "the planes"."""

    def choose(self, text: str, start: int, end: int) -> Finding:
        """Who a phrase at a place in the article means."""
        asked = Asked(self._context, text, start, end, self._context.phrase(text))
        if asked.phrase.parts:
            return self._several(asked)
        if asked.phrase.head is None:
            return findings.nobody(0.9, "No name and no noun that could be an actor's.")
        found = self._one(asked)
        if found.chosen is not None:
            self._named.setdefault(found.chosen.type, {})[found.chosen.id] = found
            if asked.head.noun in nouns.words("machine", "again"):
                self._flying.setdefault(found.chosen.id, found)
        return found

    def _one(self, asked: Asked) -> Finding:
        kind = asked.head.kind
        if kind == "name":
            return self._again(asked) or self._names.find(asked)
        if kind == "actor":
            found = self._doubtful(asked) if all(named.doubtful for named in asked.head.named) else None
            return found or self._names.find(asked)
        if kind == "country":
            return self._people(asked)
        return self._common(asked)

    def _doubtful(self, asked: Asked) -> Finding | None:
        """A name that is also a word, or short for a name that the article gave before."""
        ids = {named.actor.id for named in asked.head.named}
        fits, again = self._names.fits(asked), self._again(asked)
        if again is not None and (not fits or asked.head.noun or (again.chosen and again.chosen.id in ids)):
            return again
        return None if fits or not (asked.head.noun or asked.head.role) else self._common(asked)

    def _common(self, asked: Asked) -> Finding:
        return (
            self._beside(asked)
            or self._ended(asked)
            or self._offices.find(asked)
            or self._again(asked)
            or self._acting(asked)
            or self._kindred(asked)
            or self._unnamed(asked)
        )

    def _several(self, asked: Asked) -> Finding:
        found = [self.choose(part, asked.start, asked.end) for part in asked.phrase.parts]
        members = {one.chosen.id: one.chosen for one in found if one.chosen is not None}
        if len(members) == 1:
            one = next(one for one in found if one.chosen is not None)
            return one.because("Named beside others.", times=_BESIDE)
        countries = {member.country for member in members.values() if member.country is not None}
        country = countries.pop() if len(countries) == 1 else None
        group = asked.unlisted("+".join(sorted(members)), "group", country, "Several actors in one phrase.")
        return Finding(group.chosen, group.score, tuple(members.values()), group.why)

    def _beside(self, asked: Asked) -> Finding | None:
        """The person whose name follows what they are: "the farm's owner, Jamal Alzoubi"."""
        tail = self._context.phrase(asked.phrase.tail) if asked.phrase.tail and not asked.head.plural else None
        if tail is None or tail.head is None or len(tail.before) > 1 or " " not in tail.head.key:
            return None
        named = Asked(self._context, asked.phrase.tail, asked.start, asked.end, tail)
        return self._names.apposed(named, asked) if tail.head.kind in ("actor", "name") else None

    def _ended(self, asked: Asked) -> Finding | None:
        """The person whose name ends the phrase or stands beside it: "spokesman" of "spokesman Omar Hasan"."""
        name = None if asked.head.plural else self._context.person_ending(asked.start, asked.end)
        if name is None and not asked.head.plural:
            name = self._context.person_beside(asked.start, asked.end)
        if name is None:
            return None
        named = Asked(self._context, name, asked.start, asked.end, self._context.phrase(name))
        head = named.phrase.head
        return self._names.apposed(named, asked) if head is not None and head.kind in ("actor", "name") else None

    def _people(self, asked: Asked) -> Finding:
        country, state = asked.head.country, self._context.actors.get(asked.head.country or "")
        if state is not None and not asked.head.plural and len(asked.phrase.before) == 1:
            return findings.listed(state, _STATE, f"“{asked.head.text}” is said of {state.name}.")
        people = self._context.actors.people(country or "") if len(asked.phrase.before) == 1 else None
        if people is not None:
            return findings.listed(people, _PART, f"“{asked.head.text}” are {people.name}.")
        return asked.unlisted(asked.phrase.key, "people", country, f"Those of {country}.")

    def _again(self, asked: Asked) -> Finding | None:
        """A body that the article named before, by its last word: "the department"."""
        alone = asked.alone and not asked.continued and asked.head.noun not in nouns.words("state", "noun")
        full = self._context.bodies.before(asked.head.key.lower(), asked.start) if alone else None
        if full is None:
            return None
        named = Asked(self._context, full, asked.start, asked.end, self._context.phrase(full))
        return self._names.find(named).because(f"The article named {full} before.", times=_AGAIN)

    def _kindred(self, asked: Asked) -> Finding | None:
        """The only actor named so far of the kind that a noun stands for: "the alliance", "the terrorist group"."""
        bare = all(segment.kind == "other" for segment in asked.beside) and not asked.continued
        kinds = nouns.kinds_again(singular(asked.head.key.lower())) if bare and asked.definite else ()
        known = [found for kind in kinds for found in self._named.get(kind, {}).values()]
        if len(known) != 1 or asked.head.plural:
            return None
        return known[0].because("The only one of its kind that was named before.", times=_KINDRED)

    def _acting(self, asked: Asked) -> Finding | None:
        """The state or the body for which those act whom the phrase names, or to whom a thing belongs."""
        noun, country = asked.head.noun, asked.owner()
        if asked.from_elsewhere:
            return None
        # "the army" and "army officers" are somebody's; whose "officers" are stays open
        telling = country is not None or " " in (noun or "")
        part = nouns.bodies().get(noun or "") or (nouns.members().get(noun or "") if telling else None)
        if country is not None:
            return self._part(country, part, f"Of {country}, by the words of the phrase.") if part else None
        body = asked.body()
        if body is not None and body.kind != "person":
            return self._of_body(asked, body.id)
        governments = asked.indefinite and asked.head.plural and noun in nouns.bodies()
        if part is None or asked.is_foreign or governments:
            return None
        country, share = self._context.countries.at(asked.start)
        if noun in nouns.words("US", "body") and self._context.countries.share("US"):
            country = "US"  # so news in English calls no other government
        if country is None or share < _LEAST:
            return None
        found = self._part(country, part, f"The text around it speaks of {country}.")
        return (
            None
            if found is None
            else found.because("No country stands in the phrase.", times=_BARE * (0.5 + share / 2))
        )

    def _part(self, country: str, part: str, why: str) -> Finding | None:
        actor = self._context.actors.part(country, part)
        return None if actor is None else findings.listed(actor, _PART, why)

    def _of_body(self, asked: Asked, body_id: str) -> Finding | None:
        """Members stand for their body, and so does what it owns; a leader is a person of their own."""
        actor, noun = self._context.actors.get(body_id), asked.head.noun
        assert actor is not None
        if noun in nouns.words("leader", "noun") and not asked.head.plural and noun not in _VOICES:
            return None
        if noun in nouns.words("member", "noun") or noun in nouns.members():
            return findings.listed(actor, _MEMBER, f"“{asked.head.text}”: they act or speak for {actor.name}.")
        part = nouns.bodies().get(noun or "")
        if part is not None and actor.kind == "government" and actor.country is not None:
            return self._part(actor.country, part, f"Of {actor.name}, by the words of the phrase.")
        if noun is not None or nouns.acts(singular(asked.head.key)):
            return None
        return findings.listed(actor, _OWNED, f"What is theirs stands for {actor.name}.")

    def _machines(self, asked: Asked, noun: str) -> Finding:
        """Those whose warplanes the article named before, if only one has any; nobody for other machines."""
        owners = list(self._flying.values()) if noun in nouns.words("machine", "again") else []
        if len(owners) != 1 or asked.indefinite:
            return findings.nobody(_UNKNOWN_OWNER, f"Nobody can tell to whom “{asked.head.text}” belongs.")
        return owners[0].because("Only theirs were named before.", times=_KINDRED)

    def _unnamed(self, asked: Asked) -> Finding:
        """A group, a person or a thing without a name."""
        head, phrase = asked.head, asked.phrase
        stem = head.noun or singular(head.key)
        if stem in nouns.words("machine") or (head.plural and stem in nouns.words("machine", "several")):
            return self._machines(asked, stem)
        if head.kind == "other" and not head.key.isdigit() and not nouns.acts(stem):
            return findings.nobody(_THING, f"“{head.text}” is no actor.")
        single = not head.plural and stem == head.key
        person = single and (head.noun in nouns.words("leader", "noun") or nouns.is_person(stem))
        # "two residents" here and "some residents" there are hardly the same ones
        vague = head.noun in nouns.words("others", "noun") | nouns.words("others", "anybody") and not asked.definite
        unsettled = asked.indefinite or vague or head.noun in nouns.bodies()
        key = f"{phrase.key}@{asked.start}" if unsettled else phrase.key
        country = None if asked.from_elsewhere else asked.country()
        if country is None and not phrase.abroad:
            local = head.noun in nouns.words("people", "noun")
            country = self._context.countries.around(asked.start, _SPOKEN_OF if local else _OF_NO_OTHER)
        found = asked.unlisted(key, "person" if person else "group", country, "No name stands in it.")
        return replace(found, score=findings.VAGUE) if head.kind == "other" else found
