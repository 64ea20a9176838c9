from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from sayso.columns import Edge, Network, Node
from sayso.exports.network import gexf, graphml
from tests.exports.build import exported, filled, hostile

GEXF = {"": "http://www.gexf.net/1.2draft"}
GRAPHML = {"": "http://graphml.graphdrawing.org/xmlns"}
NAMES = st.text(max_size=6)


def test_an_edge_is_who_does_what_to_whom() -> None:
    with filled(hostile()) as ledger:
        drawn, told = (ET.fromstring(exported(ledger, "claims", kind)) for kind in ("gexf", "graphml"))
    (edge,) = drawn.iterfind(".//edge", GEXF)
    assert (edge.get("source"), edge.get("target"), edge.get("weight")) == ("x:1", "x:2", "1")
    assert {value.get("for"): value.get("value") for value in edge.iterfind(".//attvalue", GEXF)} == {
        "claims": "1",
        "sign": "-1.0",
        "types": "ASSAULT 1",
    }
    (edge,) = told.iterfind(".//edge", GRAPHML)
    ids = {
        node.get("id"): node.findtext("data[@key='node-id']", None, GRAPHML)
        for node in told.iterfind(".//node", GRAPHML)
    }
    assert (ids[edge.get("source")], ids[edge.get("target")]) == ("x:1", "x:2")


@given(st.lists(NAMES, min_size=1, max_size=3, unique=True), NAMES)
def test_whatever_a_name_holds_it_is_xml(names: list[str], kind: str) -> None:
    nodes = tuple(Node(name, name, kind, name, 1, "actor_id", name) for name in names)
    found = Network(nodes, (Edge(names[0], names[-1], 1, {kind: 1}, 1.0),), 0)
    drawn, told = ET.fromstring(b"".join(gexf(found))), ET.fromstring(b"".join(graphml(found)))
    assert len(drawn.findall(".//node", GEXF)) == len(told.findall(".//node", GRAPHML)) == len(names)
    labels = [node.get("label") for node in drawn.iterfind(".//node", GEXF)]
    assert [label for label, name in zip(labels, names, strict=True) if name.isalnum() and label != name] == []
