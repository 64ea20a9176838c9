from __future__ import annotations

import msgspec
import pytest

from sayso.columns import Snapshot, network
from sayso.columns.network import signs
from sayso.ledger import Filter, Ledger, LedgerError
from sayso.words import vocabulary


def test_events_go_from_who_acts_to_who_undergoes(ledger: Ledger, now: Snapshot) -> None:
    found = network(now)
    (edge,) = found.edges
    assert (edge.source, edge.target, found.left_out) == ("front", "ministry", 0)
    both = Filter(actor_id="front", recipient_id="ministry")
    assert edge.claims == ledger.count(both) > 0
    labels = [claim.event.type for claim in ledger.claims(both) if claim.event]
    assert edge.types == {name: labels.count(name) for name in set(labels)}
    assert edge.sign == round((labels.count("AGREE") - labels.count("ASSAULT")) / len(labels), 3)
    assert [(node.id, node.label, node.field, node.value) for node in found.nodes] == [
        ("front", "Northern Front", "actor_id", "front"),
        ("ministry", "Ministry of Defence", "actor_id", "ministry"),
    ]
    assert {node.claims for node in found.nodes} == {edge.claims}


def test_a_source_is_quoted_by_the_next_in_the_chain_and_the_last_by_the_outlet(ledger: Ledger, now: Snapshot) -> None:
    which = Filter(source="a resident", outlet='"Daily Wire"')
    found = network(now, which, "sources")
    chains = {(edge.source, edge.target): edge.claims for edge in found.edges}
    claims = ledger.count(which)
    outlets = {node.id for node in found.nodes if node.type == "outlet"}
    assert chains["ministry", '"a resident"'] == claims > 0
    assert outlets == {"outlet:Daily Wire"}
    assert sum(count for (start, end), count in chains.items() if start in outlets) == claims
    assert all(edge.sign == 0 and set(edge.types) <= set(vocabulary.load("stances")) for edge in found.edges)


def test_the_strongest_edges_are_shown(now: Snapshot) -> None:
    every = network(now, kind="sources")
    few = network(now, kind="sources", limit=3)
    assert few.edges == every.edges[:3]
    assert few.left_out == len(every.edges) - 3
    assert [edge.claims for edge in every.edges] == sorted((edge.claims for edge in every.edges), reverse=True)
    assert {node.id for node in few.nodes} == {end for edge in few.edges for end in (edge.source, edge.target)}


def test_an_edge_is_written_from_one_to_another(now: Snapshot) -> None:
    (edge,) = msgspec.to_builtins(network(now).edges)
    assert list(edge) == ["from", "to", "claims", "types", "sign"]


def test_every_type_of_event_has_a_sign() -> None:
    assert signs().keys() == vocabulary.load("event_types").keys()


def test_another_kind_is_refused(now: Snapshot) -> None:
    with pytest.raises(LedgerError, match="events, sources"):
        network(now, kind="friends")  # type: ignore[arg-type]
