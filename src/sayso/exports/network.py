"""GEXF and GraphML: a network for Gephi, networkx, igraph, yEd and Cytoscape.

Nodes and edges are those of `sayso.columns.network`; an edge weighs as many claims as it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sayso.columns import Columns
from sayso.columns.network import Edge, Network, Node, network
from sayso.exports.extract import Extract
from sayso.exports.xml import content, quoted

_ALL = 1_000_000_000
"""More edges than any network has."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OF_NODE = {"label": "string", "type": "string", "country": "string", "claims": "int"}
_OF_EDGE = {"claims": "int", "sign": "double", "types": "string"}
"""What is told of a node and of an edge, with its type in GraphML."""
_GEXF = {"string": "string", "int": "integer", "double": "double"}


def write_gexf(extract: Extract, out: BinaryIO) -> int:
    """Write who does what to whom as GEXF; returns how many edges."""
    found = _network(extract)
    out.writelines(gexf(found))
    return len(found.edges)


def write_graphml(extract: Extract, out: BinaryIO) -> int:
    """Write who does what to whom as GraphML; returns how many edges."""
    found = _network(extract)
    out.writelines(graphml(found))
    return len(found.edges)


def gexf(found: Network) -> Iterator[bytes]:
    """A network as GEXF 1.2, which every version of Gephi reads, a piece at a time."""
    yield f'{_HEAD}<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'.encode()
    yield b'<meta><creator>Sayso</creator></meta>\n<graph defaultedgetype="directed">\n'
    for kind, types in (("node", _OF_NODE), ("edge", _OF_EDGE)):
        keys = (f'<attribute id="{name}" title="{name}" type="{_GEXF[of]}"/>' for name, of in types.items())
        yield f'<attributes class="{kind}">{"".join(keys)}</attributes>\n'.encode()
    yield b"<nodes>\n"
    for node in found.nodes:
        told = "".join(f'<attvalue for="{name}" value={quoted(value)}/>' for name, value in _of_node(node))
        yield f"<node id={quoted(node.id)} label={quoted(node.label)}><attvalues>{told}</attvalues></node>\n".encode()
    yield b"</nodes>\n<edges>\n"
    for number, edge in enumerate(found.edges):
        told = "".join(f'<attvalue for="{name}" value={quoted(value)}/>' for name, value in _of_edge(edge))
        ends = f"source={quoted(edge.source)} target={quoted(edge.target)}"
        yield f'<edge id="{number}" {ends} weight="{edge.claims}"><attvalues>{told}</attvalues></edge>\n'.encode()
    yield b"</edges>\n</graph>\n</gexf>\n"


def graphml(found: Network) -> Iterator[bytes]:
    """A network as GraphML, a piece at a time. Its ids allow few characters: nodes are numbered, `id` tells theirs."""
    yield f'{_HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'.encode()
    for kind, types in (("node", {"id": "string", **_OF_NODE}), ("edge", _OF_EDGE)):
        for name, of in types.items():
            yield f'<key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{of}"/>\n'.encode()
    yield b'<graph edgedefault="directed">\n'
    numbers = {node.id: number for number, node in enumerate(found.nodes)}
    for node in found.nodes:
        told = _data("node", [("id", node.id), *_of_node(node)])
        yield f'<node id="n{numbers[node.id]}">{told}</node>\n'.encode()
    for edge in found.edges:
        ends = f'source="n{numbers[edge.source]}" target="n{numbers[edge.target]}"'
        yield f"<edge {ends}>{_data('edge', _of_edge(edge))}</edge>\n".encode()
    yield b"</graph>\n</graphml>\n"


def _network(extract: Extract) -> Network:
    return network(Columns.open(extract.ledger).now(), extract.which, limit=_ALL)


def _of_node(node: Node) -> list[tuple[str, str]]:
    known = (("label", node.label), ("type", node.type), ("country", node.country), ("claims", str(node.claims)))
    return [(name, value) for name, value in known if value is not None]


def _of_edge(edge: Edge) -> list[tuple[str, str]]:
    types = "; ".join(f"{name} {claims}" for name, claims in edge.types.items())
    return [("claims", str(edge.claims)), ("sign", str(edge.sign)), ("types", types)]


def _data(kind: str, values: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<data key="{kind}-{name}">{content(value)}</data>' for name, value in values)
