"""Each route answers what the function of the library does that it stands for."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from sayso.exports import FORMATS, codebook
from sayso.ledger import Filter, Ledger
from sayso.words.records import Candidate, Reading, Resolution
from tests.ledger.build import AGENCY, MODEL, make_article, reading


def rows(client: TestClient, path: str) -> list[dict[str, Any]]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["rows"]
    return found


def plain(record: object) -> Any:
    """As JSON has it."""
    return json.loads(msgspec.json.encode(record))


@pytest.fixture
def claim(client: TestClient) -> dict[str, Any]:
    """Of the ministry: that Sarmin was shelled."""
    found: dict[str, Any] = rows(client, "/api/claims?event_type=ASSAULT")[0]["claim"]
    return found


# Finding and reading.


def test_the_ledger_in_numbers_and_what_labels_mean(holder: TestClient, library: Ledger) -> None:
    assert holder.get("/api/summary").json() == plain(library.summary())
    assert holder.get("/api/codebook").json() == plain(codebook())
    assert {"key", "name", "definition", "source"} == holder.get("/api/vocabulary").json()["verdicts"][0].keys()
    assert rows(holder, "/api/runs") == plain(library.runs())
    assert rows(holder, "/api/runs/run-1/failures") == []
    me = holder.get("/api/me").json()
    assert (me["ledger"], me["claims"], me["articles"], me["model"]) == ("claims.db", 6, 3, "en-1")


def test_claims_come_in_pages(holder: TestClient, library: Ledger) -> None:
    seen, after = [], ""
    while True:
        page = holder.get(f"/api/claims?limit=4{after}").json()
        seen += [row["claim"] for row in page["rows"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert seen == plain(list(library.claims()))
    assert holder.get("/api/claims?sort=-confidence&limit=1").json()["next"]
    assert holder.get("/api/claims?sort=nonsense").status_code == 400
    assert holder.get("/api/claims?after=nonsense").status_code == 400


def test_a_claim_comes_with_all_about_it(client: TestClient, claim: dict[str, Any]) -> None:
    note = {"article_id": claim["article_id"], "claim_id": claim["claim_id"], "text": "Who counted?"}
    client.post("/api/comments", json=note)
    found = client.get(f"/api/claims/{claim['claim_id']}").json()
    assert found["claim"] == claim
    assert found["article"]["text"] == AGENCY
    assert [comment["text"] for comment in found["comments"]] == ["Who counted?"]
    assert client.get("/api/claims/unknown").status_code == 404


def test_articles_come_in_pages_and_whole(holder: TestClient, library: Ledger) -> None:
    listed = rows(holder, "/api/articles")
    assert [row["claims"] for row in listed] == [3, 2, 1]
    found = holder.get(f"/api/articles/{listed[0]['article_id']}").json()
    assert found["article"]["text"] == AGENCY
    assert len(found["claims"]) == 3
    assert found["entities"][0]["text"] == "Shel"
    assert len(holder.get(f"/api/articles/{listed[0]['article_id']}?event_type=ASSAULT").json()["claims"]) == 1
    for other in ("unknown", "a", "Shelling"):  # no prefix, no title: an id
        assert holder.get(f"/api/articles/{other}").status_code == 404


def test_an_article_is_searched_by_its_words(holder: TestClient) -> None:
    assert [hit["title"] for hit in rows(holder, "/api/search?q=idlib")] == ["Shelling near Idlib"]


def test_facets_count(holder: TestClient) -> None:
    facets = holder.get("/api/facets?names=outlet,event_type&event_type=ASSAULT").json()["facets"]
    assert {value["value"]: value["claims"] for value in facets["event_type"]["values"]} == {"ASSAULT": 1, "CONSULT": 1}
    assert [value["label"] for value in facets["outlet"]["values"]] == ["Wire"]
    assert holder.get("/api/facets?names=colour").status_code == 400


def test_pictures(holder: TestClient) -> None:
    places = holder.get("/api/places").json()
    assert ([place["name"] for place in places["places"]], places["claims"], places["placed"]) == (["Sarmin"], 6, 1)
    assert holder.get("/api/places?place_id=geonames:1").json()["placed"] == 1
    timeline = holder.get("/api/timeline?period=day").json()
    assert [tick["period"] for tick in timeline["ticks"]] == ["2018-10-15"]
    assert holder.get("/api/network").json() == {"nodes": [], "edges": [], "left_out": 0}
    assert [actor["actor_id"] for actor in rows(holder, "/api/actors?q=q1")] == ["Q1"]


# Files.


@pytest.mark.parametrize("name", "claims articles places timeline actors network facets decisions".split())
def test_every_list_is_a_file_too(holder: TestClient, name: str) -> None:
    as_json, as_csv = holder.get(f"/api/{name}.json"), holder.get(f"/api/{name}.csv")
    assert isinstance(as_json.json(), list)
    assert as_csv.headers["content-type"] == "text/csv; charset=utf-8"
    assert as_csv.headers["content-disposition"] == f'attachment; filename="sayso-{name}.csv"'
    header, *body = csv.reader(io.StringIO(as_csv.text))
    assert len(body) == len(as_json.json())
    assert len(set(header)) == len(header)


@pytest.mark.parametrize("path", ["claims.csv", "articles.csv", "facets.csv", "export?format=csv&what=articles"])
def test_no_cell_is_a_formula(holder: TestClient, path: str) -> None:
    cells = [cell for row in csv.reader(io.StringIO(holder.get(f"/api/{path}").text)) for cell in row]
    assert any("=cmd()" in cell for cell in cells)
    assert not any(re.match(r"[=+@]|-\D", cell) for cell in cells)


def test_no_cell_of_a_workbook_is_a_formula(holder: TestClient) -> None:
    book = load_workbook(io.BytesIO(holder.get("/api/export?format=xlsx").content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == "=cmd()" for cell in cells)
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_exported(holder: TestClient, form: str) -> None:
    answer = holder.get(f"/api/export?format={form}&event_type=ASSAULT")
    assert answer.status_code == 200, answer.text
    assert answer.content
    assert answer.headers["content-disposition"].startswith('attachment; filename="sayso-claims.')
    assert form in [row["key"] for row in rows(holder, "/api/formats")]


def test_texts_are_left_out_unless_they_are_asked_for(holder: TestClient) -> None:
    without, with_them = (holder.get(f"/api/export?what=articles{more}").text for more in ("", "&texts=1"))
    assert "A resident denied" not in without
    assert "A resident denied" in with_them


def test_what_a_format_doesnt_hold_is_said(holder: TestClient) -> None:
    assert holder.get("/api/export?format=geojson&what=articles").status_code == 400
    assert holder.get("/api/export?format=doc").status_code == 422


def test_a_map_and_a_graph_are_files(holder: TestClient) -> None:
    assert holder.get("/api/places.geojson").json()["type"] == "FeatureCollection"
    for form in ("gexf", "graphml"):
        assert holder.get(f"/api/network.{form}?links=sources").text.startswith("<?xml")


# Reviewing.


def test_a_decision_is_made_seen_and_taken_back(client: TestClient, claim: dict[str, Any]) -> None:
    made = client.post("/api/decisions", json={"claim_id": claim["claim_id"], "verdict": "reject", "seen": 0}).json()
    assert made["claim"]["review"] == "rejected"
    assert client.get("/api/claims").json()["total"] == 5
    assert client.get("/api/progress").json()["by_state"] == {"rejected": 1}
    assert len(rows(client, "/api/decisions")) == 1
    number = made["decision"]["number"]
    assert client.delete(f"/api/decisions/{number}").json()["claim"]["review"] is None
    assert client.get("/api/claims").json()["total"] == 6
    assert client.delete(f"/api/decisions/{number}").status_code == 400  # twice
    assert len(client.get("/api/decisions.json").json()) == 1


def test_an_edit_takes_its_words_from_the_article(client: TestClient, claim: dict[str, Any]) -> None:
    start = AGENCY.index("A resident")
    edit = {"source": {"start": start, "end": start + 10}, "factuality": {"label": "possible"}}
    made = client.post("/api/decisions", json={"claim_id": claim["claim_id"], "verdict": "edit", "edit": edit}).json()
    assert made["claim"]["voices"][0]["text"] == "A resident"
    assert made["claim"]["factuality"]["label"] == "possible"
    wrong = {"claim_id": claim["claim_id"], "verdict": "edit", "edit": {"source": {"start": 0, "end": 10**6}}}
    assert client.post("/api/decisions", json=wrong).status_code == 400


def test_a_decision_that_overlooks_ones_own_is_a_conflict(client: TestClient, claim: dict[str, Any]) -> None:
    wish = {"claim_id": claim["claim_id"], "verdict": "accept", "seen": 0}
    first = client.post("/api/decisions", json=wish).json()["decision"]
    second = client.post("/api/decisions", json=wish)
    assert second.status_code == 409
    assert second.json()["decision"] == first


def test_a_missed_claim_is_added(client: TestClient) -> None:
    start = AGENCY.index("denied")
    span = {"start": start, "end": start + 6}
    given = {"article_id": "a" * 16, "edit": {"content": [span], "predicate": span}}
    made = client.post("/api/claims", json=given).json()
    assert (made["claim"]["predicate"]["text"], made["claim"]["review"]) == ("denied", "added")


def test_the_queue_leaves_out_what_one_decided(client: TestClient, claim: dict[str, Any]) -> None:
    client.post("/api/decisions", json={"claim_id": claim["claim_id"], "verdict": "accept"})
    queue = [row["claim"]["claim_id"] for row in rows(client, "/api/queue")]
    assert len(queue) == 5
    assert claim["claim_id"] not in queue
    assert len(rows(client, "/api/queue?skip_mine=false&by=position")) == 6


def test_reviewers_are_compared(client: TestClient, ledger: Ledger, claim: dict[str, Any]) -> None:
    for who, verdict in (("ada", "accept"), ("ben", "reject")):
        ledger.review.decide(claim["claim_id"], verdict, reviewer=who)  # type: ignore[arg-type]
    assert client.get("/api/agreement").json()["reviewers"] == ["ada", "ben"]
    (dispute,) = rows(client, "/api/disputes")
    assert dispute["claim"]["review"] == "disputed"
    assert {decision["verdict"] for decision in dispute["decisions"]} == {"accept", "reject"}


def test_what_there_is_not_is_404(client: TestClient) -> None:
    for path in ("claims/x", "articles/x", "jobs/x"):
        assert client.get(f"/api/{path}").status_code == 404
    for path in ("decisions/9", "corrections/9"):
        assert client.delete(f"/api/{path}").status_code == 404
    for path, sent in (
        ("decisions", {"claim_id": "x", "verdict": "accept"}),
        ("comments", {"article_id": "x", "text": "Who says so?"}),
        ("comments", {"article_id": "a" * 16, "claim_id": "x", "text": "Who says so?"}),
        ("claims", {"article_id": "x", "edit": {}}),
    ):
        answer = client.post(f"/api/{path}", json=sent)
        assert answer.status_code == 404
        assert "'x'" in answer.json()["detail"]
    assert client.delete(f"/api/decisions/{10**20}").status_code == 422


def test_decided_claims_are_examples(client: TestClient, claim: dict[str, Any]) -> None:
    client.post("/api/decisions", json={"claim_id": claim["claim_id"], "verdict": "accept"})
    (line,) = client.get("/api/examples.jsonl").text.splitlines()
    assert json.loads(line)["positive"] is True


# Names.


def test_candidates_to_pick_from(holder: TestClient) -> None:
    assert [one["id"] for one in holder.get("/api/gazetteer?q=sarmin").json()["candidates"]] == ["geonames:1"]
    known = holder.get("/api/actors/known?q=Q").json()["candidates"]
    assert [one["id"] for one in known] == ["SY.MIL", "Q1"]  # of the list, then of the ledger


def test_a_name_is_corrected_and_that_taken_back(client: TestClient) -> None:
    given = {"kind": "place", "text": "Sarmin", "id": "geonames:1"}
    made = client.post("/api/corrections", json=given).json()
    assert rows(client, "/api/corrections") == [made]
    assert (made["text"], made["id"], made["article_id"]) == ("Sarmin", "geonames:1", None)
    assert client.delete(f"/api/corrections/{made['number']}").status_code == 204
    assert rows(client, "/api/corrections") == []
    for wrong in ({"kind": "actor"}, {"id": "geonames:2"}, {"text": " "}):
        assert client.post("/api/corrections", json={**given, **wrong}).status_code == 400


def naming(article_id: str, actor_id: str) -> Reading:
    """An article with an actor that no list holds."""
    name = "Omar Hasan"
    chosen = Candidate(actor_id, name, "person", None, 0.9)
    found = Resolution(0, len(name), name, "actor", chosen, 0.9)
    return replace(reading(make_article(article_id, f"{name} spoke.", None, None, None)), resolutions=(found,))


def test_merges_are_proposed_and_made_of_actors_that_there_are(client: TestClient, ledger: Ledger) -> None:
    assert rows(client, "/api/merges") == []
    run_id = ledger.start_run(MODEL, "0.1.0")
    for number in range(3):
        ledger.add(run_id, naming(f"{number}" * 16, f"x:{number}"))
    proposed = rows(client, "/api/merges")
    pairs = [(one["one"]["id"], one["other"]["id"]) for one in proposed]
    assert pairs == [("x:0", "x:1"), ("x:0", "x:2"), ("x:1", "x:2")]
    assert rows(client, "/api/merges") == proposed
    assert client.post("/api/merges", json={"keep": "Q1", "ids": ["Q2"]}).status_code == 400


# Sent in another way.


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (b"{", "Input data was truncated"),
        (b"[]", "Expected `object`, got `array`"),
        (b'{"claim_id": "a", "verdict": "maybe"}', "Invalid enum value 'maybe' - at `$.verdict`"),
        (b'{"claim_id": "a", "verdict": "accept", "by": "eve"}', "Object contains unknown field `by`"),
        (b'{"claim_id": "\xff"}', "utf-8"),
    ],
)
def test_a_body_that_isnt_one_is_explained(holder: TestClient, body: bytes, fault: str) -> None:
    answer = holder.post("/api/decisions", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert fault in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/api/me", "/api/claims", "/api/claims.csv", "/api/claims/x", "/api/uploads", "/"])
def test_head_is_get_without_a_body(holder: TestClient, path: str) -> None:
    head, get = holder.head(path), holder.get(path)
    assert head.content == b""
    assert get.content
    assert (head.status_code, head.headers) == (get.status_code, get.headers)


def test_another_process_writes(client: TestClient, ledger: Ledger) -> None:
    with Ledger.open(ledger.where) as other:
        claim = next(other.claims(Filter(event_type="ASSAULT")))
        other.review.decide(claim.claim_id, "reject", reviewer="ada")
    assert client.get("/api/claims?event_type=ASSAULT").json()["total"] == 0
