from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.words.records import (
    Article,
    Bound,
    Claim,
    Correction,
    Entity,
    Event,
    Factuality,
    Mention,
    Moment,
    Paragraph,
    Place,
    Reading,
    Span,
    Voice,
)
from sayso.world.actors import ActorList, add
from sayso.world.errors import WorldError
from sayso.world.gazetteer import Gazetteer
from sayso.world.gazetteer.store import Store
from sayso.world.linking import World
from tests.spans import assert_quotes
from tests.world.gazetteer.making import PLACES

TEXT = (
    "The Turkish defence ministry said on Tuesday that government forces had shelled Saraqib in Syria on Monday. "
    "Damascus denied it. Twelve people were killed in the town, residents said."
)
OWN = Voice(None, None, None, None, "says", None, named=False)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A handful of places, and the list of actors that ships."""
    folder = tmp_path_factory.mktemp("places")
    store = Store.writable(folder / "places.sqlite")
    store.put("test", "1", PLACES)
    store.frame()
    store.close()
    gazetteer = Gazetteer(folder / "places.sqlite", folder / "added.sqlite")
    yield World(gazetteer, ActorList.open())
    gazetteer.close()


def at(part: str) -> tuple[int, int, str]:
    start = TEXT.index(part)
    return start, start + len(part), part


def reading() -> Reading:
    """The shelling as the model would hand it over: spans, and nothing known of what they mean."""
    article = Article(
        "a" * 16, None, "Wire", (), "2018-10-16", "en", None, None, None, TEXT, (Paragraph(0, len(TEXT)),)
    )
    ministry = Voice(*at("The Turkish defence ministry"), Span(*at("said")), "says", "official", named=True)
    shelled = Event(
        "ASSAULT",
        "artillery",
        actors=(Mention(*at("government forces")),),
        recipients=(),
        places=(Place(*at("Saraqib")),),
        time=Moment(*at("Monday")),
        quantities=(),
    )
    denied = Event("ACCUSE", "disapprove", (Mention(*at("Damascus")),), (), (), None, ())
    entities = (
        Entity(*at("Turkish"), "nationality", 0.9),
        Entity(*at("Tuesday"), "time", 0.9),
        Entity(*at("Saraqib"), "place", 0.9),
        Entity(*at("Syria"), "place", 0.9),
        Entity(*at("Monday"), "time", 0.9),
        Entity(*at("Damascus"), "place", 0.8),
    )
    claims = (claim(article, "shelled", shelled, (ministry, OWN)), claim(article, "denied", denied, (OWN,)))
    return Reading(article, claims, entities, "en-1")


def claim(article: Article, predicate: str, event: Event, voices: tuple[Voice, ...]) -> Claim:
    span = Span(*at(predicate))
    happened = Factuality(3.0, "happened")
    return Claim(predicate, article.article_id, "event", (span,), span, voices, happened, event, 0.9, "en-1")


def event(reading: Reading, number: int = 0) -> Event:
    found = reading.claims[number].event
    assert found is not None
    return found


def test_each_part_of_a_claim_gets_its_meaning(world: World) -> None:
    linked = world.link(reading())
    voice = linked.claims[0].voices[0]
    assert (voice.actor_id, voice.country) == ("TR.MOD", "TR")
    shelling = event(linked)
    assert [(mention.actor_id, mention.country) for mention in shelling.actors] == [("SY.MIL", "SY")]
    assert [(place.name, place.place_id, place.country) for place in shelling.places] == [
        ("Saraqib", "geonames:6", "SY")
    ]
    assert shelling.time is not None
    assert (shelling.time.value, shelling.time.precision) == ("2018-10-15", "day")
    assert_quotes(TEXT, (linked.claims, linked.resolutions))


def test_every_meaning_keeps_its_score_and_why(world: World) -> None:
    for resolution in world.link(reading()).resolutions:
        assert 0 <= resolution.score <= 1
        assert resolution.why


def test_a_capital_that_acts_is_an_actor_and_no_place(world: World) -> None:
    linked = world.link(reading())
    assert event(linked, 1).actors[0].country == "SY"
    kinds = {(resolution.text, resolution.kind) for resolution in linked.resolutions}
    assert ("Damascus", "actor") in kinds
    assert ("Damascus", "place") not in kinds


def test_a_base_that_is_hit_is_a_place_by_its_own_name() -> None:
    read = reading()
    text = "In Syria rebels shelled the T4 base, west of the river, and the base. Syria said so."
    start = text.index("the T4")
    hit = Mention(start, text.index(", and"), text[start : text.index(", and")])
    other = Mention(text.rindex("the base"), text.rindex("the base") + len("the base"), "the base")
    told = replace(read.claims[0], event=replace(event(read), actors=(), recipients=(hit, other), places=()))
    syria = tuple(Entity(at, at + 5, "Syria", "place", 0.9) for at in (text.index("Syria"), text.rindex("Syria")))
    alone = Reading(replace(read.article, text=text), (told,), syria, "en-1")
    (place,) = event(World.open().link(alone)).places
    assert (place.text, place.name) == ("T4 base", "Tiyas Military Airbase")


def test_a_name_that_elsewhere_is_an_actors_is_no_place_of_an_event(world: World) -> None:
    read = reading()
    text = read.article.text + " Near a Hezbollah stronghold Hezbollah fired."
    start = text.index("Hezbollah")
    near = Place(start, start + 9, "Hezbollah")
    acting = Mention(text.rindex("Hezbollah"), text.rindex("Hezbollah") + 9, "Hezbollah")
    shelling = event(read)
    fired = replace(shelling, actors=(acting,), recipients=(), places=(*shelling.places, near))
    claims = (replace(read.claims[0], event=fired), *read.claims[1:])
    linked = world.link(replace(read, article=replace(read.article, text=text), claims=claims))
    assert [place.text for place in event(linked).places] == [place.text for place in event(world.link(read)).places]


@pytest.mark.parametrize(
    ("said", "kept"),
    [("person", "official"), (None, "official"), ("organisation", "official"), ("witness", "witness")],
)
def test_a_source_of_whom_the_text_says_no_more_speaks_as_the_list_has_it(
    world: World, said: str | None, kept: str
) -> None:
    before = reading()
    ministry, own = before.claims[0].voices
    told = replace(before.claims[0], voices=(replace(ministry, source_kind=said), own))
    voices = world.link(replace(before, claims=(told,))).claims[0].voices
    assert [voice.source_kind for voice in voices] == [kept, None]


def test_a_listed_armed_group_is_no_army_of_a_state(world: World) -> None:
    before = reading()
    text = f"The Arakan Army {TEXT}"
    voice = Voice(0, 15, "The Arakan Army", Span(16, 19, "The"), "says", "military", named=True)
    linked = world.link(
        replace(
            before,
            article=replace(before.article, text=text, paragraphs=(Paragraph(0, len(text)),)),
            claims=(replace(before.claims[0], event=None, voices=(voice, OWN)),),
            entities=(),
        )
    )
    assert [voice.source_kind for voice in linked.claims[0].voices] == ["armed_group", None]


def test_what_is_done_to_a_place_is_done_there(world: World) -> None:
    before = reading()
    assert before.claims[0].event is not None
    told = replace(before.claims[0].event, places=(), recipients=(Mention(*at("Saraqib")),))
    linked = world.link(replace(before, claims=(replace(before.claims[0], event=told),)))
    assert [place.name for place in event(linked).places] == ["Saraqib"]
    assert event(linked).recipients[0].actor_id is None


def test_an_event_without_a_date_is_bounded_by_the_article_s(world: World) -> None:
    linked = world.link(reading())
    assert event(linked).bound is None
    assert event(linked, 1).time is None
    assert event(linked, 1).bound == Bound("2018-10-16", "until")


def test_what_a_person_decided_wins(world: World) -> None:
    decided = [Correction("place", "Saraqib", "geonames:13"), Correction("actor", "government forces", "RU.MIL")]
    shelling = event(world.link(reading(), decided))
    assert shelling.places[0].name == "Homs"
    assert shelling.actors[0].actor_id == "RU.MIL"
    elsewhere = [replace(correction, article_id="another") for correction in decided]
    assert event(world.link(reading(), elsewhere)) == event(world.link(reading()))


def test_what_a_person_decided_of_one_mention_holds_for_that_one(world: World) -> None:
    place, actor, time, article = at("Saraqib"), at("government forces"), at("Monday"), "a" * 16
    here = [
        Correction("place", place[2], "geonames:13", article, place[0]),
        Correction("actor", actor[2], "RU.MIL", article, actor[0]),
        Correction("moment", time[2], "2018-10-14", article, time[0]),
    ]
    shelling = event(world.link(reading(), here))
    assert (shelling.places[0].name, shelling.actors[0].actor_id) == ("Homs", "RU.MIL")
    assert shelling.time is not None
    assert (shelling.time.value, shelling.time.earliest) == ("2018-10-14", "2018-10-14")
    elsewhere = [replace(correction, start=0) for correction in here]
    assert event(world.link(reading(), elsewhere)) == event(world.link(reading()))


def test_a_name_of_an_actor_is_a_place_only_where_a_person_says_so(world: World) -> None:
    before = reading()
    text = before.article.text.replace("Saraqib", "Hezbollah")
    article = replace(before.article, text=text)
    start = text.index("Hezbollah")
    alone = Reading(article, (), (Entity(start, start + 9, "Hezbollah", "place", 0.9),), "en-1")
    assert [one for one in world.link(alone).resolutions if one.kind == "place"] == []
    linked = world.link(alone, [Correction("place", "hezbollah", "geonames:13")])
    (decided,) = [one for one in linked.resolutions if one.kind == "place"]
    assert decided.chosen is not None
    assert decided.chosen.name == "Homs"


@pytest.mark.parametrize(("person", "left"), [("Jane Saraqib", 0), ("Jane Roe", 1)])
def test_the_last_name_of_a_person_is_no_doubtful_place(world: World, person: str, left: int) -> None:
    text = f"A council member, {person}, came. Saraqib denied it."
    article = replace(reading().article, text=text)
    start = text.rindex("Saraqib")
    marked = (
        Entity(text.index("Jane"), text.index(", came"), person, "person", 0.9),
        Entity(start, start + len("Saraqib"), "Saraqib", "place", 0.9),
    )
    found = world.link(Reading(article, (), marked, "en-1")).resolutions
    assert len([one for one in found if one.kind == "place"]) == left


def test_linking_twice_and_in_any_order_gives_the_same(world: World) -> None:
    once = world.link(reading())
    again = replace(once, resolutions=(), world="")
    assert world.link(again) == once
    shuffled = list(reading().entities)
    random.Random(1).shuffle(shuffled)
    assert world.link(replace(reading(), entities=tuple(shuffled))).resolutions == once.resolutions


def test_an_id_says_what_it_is_of(world: World) -> None:
    assert world.kind_of("geonames:6") == "place"
    assert world.kind_of("SY.GOV") == "actor"
    for unknown in ("geonames:999", "nobody-at-all", ""):
        with pytest.raises(WorldError, match="sayso names"):
            world.kind_of(unknown)


def test_the_version_changes_with_what_the_user_adds(world: World, tmp_path: Path) -> None:
    file = tmp_path / "ours.csv"
    file.write_text(
        "id,name,kind,countries,code,parent,wikidata,since,until,aliases\nours,Our Band,armed_group,SY,,,,,,\n"
    )
    add(file, tmp_path / "actors")
    assert World(world._gazetteer, ActorList.open(tmp_path / "actors")).version != world.version
    assert World(world._gazetteer, ActorList.open()).version == world.version
