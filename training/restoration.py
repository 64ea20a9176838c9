"""Exported weights → the network that they come from, so that training can go on from what a package ships.

Of a matrix in 8 bits comes back each number times the scale of its column. What rounding took away stays away; the
scales that `smoothing` moved into the matrices go back to where they were. So the network says what the graph says, but
for the rounding of what runs through it.

torch's exporter keeps the names of vectors (biases, norms) and numbers the matrices. A matrix is known by the bias that
is added to its product; the few that have none, by their shape.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from sayso.language import tasks as table
from training.network import SORTED, Network

Array = NDArray[np.float32]
_SCOPE = "network."
_PIECES = "encoder.embeddings.word_embeddings.weight"
_KINDS = "encoder.embeddings.token_type_embeddings.weight"


def restore(folder: Path, base: Path) -> Network:
    """The network of exported weights. `base` is the encoder that they were trained from: it tells the architecture.

    ValueError names what the weights have and such a network has not, or the other way round.
    """
    network = Network(base, table.load(folder / "tasks.json"))
    if (kind := network.encoder.config.model_type) != "bert":
        raise ValueError(f"exported weights of a {kind} can't learn on, only those of a bert: name the run's folder")
    mine = network.state_dict()
    found = _Graph(folder / "model.onnx").weights(mine)
    known = {name for name in mine if not _is_idle(name, network)}
    if differing := sorted(
        (found.keys() ^ known) | {name for name in known & found.keys() if found[name].shape != mine[name].shape}
    ):
        raise ValueError(
            f"the weights in {folder} weren't trained from the encoder in {base}: {', '.join(differing[:3])} "
            f"{'differs' if len(differing) == 1 else 'differ'}; name theirs with --base"
        )
    network.load_state_dict(mine | found)
    return network.eval()


def _is_idle(name: str, network: Network) -> bool:
    """The projection of a sort of which these weights have no task: no graph holds it."""
    used = {task.sort for task in network.tasks.values() if task.kind in SORTED}
    return name.startswith("shared.") and name.split(".")[1] not in used


class _Graph:
    """An exported graph by what its weights are called."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(path).graph
        self._nodes = graph.node
        self._arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
        for node in self._nodes:
            if node.op_type == "Constant":
                self._arrays[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
        self._readers = {name: node for node in self._nodes for name in node.input}

    def weights(self, mine: dict[str, Tensor]) -> dict[str, Tensor]:
        """All weights; `mine` are those of such a network, which tell names by shapes."""
        found = {name[len(_SCOPE) :]: array for name, array in self._arrays.items() if name.startswith(_SCOPE)}
        nameless = []
        for node in self._nodes:
            if (matrix := self._matrix(node)) is not None:
                bias = self._bias(node)
                if bias is None:
                    nameless.append(matrix)
                else:
                    found[bias[len(_SCOPE) : -len("bias")] + "weight"] = matrix
        found |= self._distances([name for name in mine if name.endswith(".distance") and name not in found], mine)
        _unsmooth(found)
        found[_PIECES] = self._pieces()
        found[_KINDS] = self._kinds(mine[_KINDS].numpy())
        for matrix in nameless:
            names = [name for name in mine if name not in found and mine[name].shape == matrix.shape]
            found[names[0] if len(names) == 1 else f"a matrix of {matrix.shape}"] = matrix
        return {name: torch.from_numpy(np.array(array)) for name, array in found.items()}

    def _distances(self, names: Sequence[str], mine: Mapping[str, Tensor]) -> dict[str, Array]:
        """The tables of distances [C, R], which the graph holds the other way round and without a name."""
        held = {array.shape: array for name, array in self._arrays.items() if name.startswith("onnx::Gather")}
        return {name: held[shape].T for name in names if (shape := tuple(reversed(mine[name].shape))) in held}

    def _matrix(self, node: onnx.NodeProto) -> Array | None:
        """The weights [out, in] that a node multiplies by; None where it has none."""
        if node.op_type == "MatMul" and node.input[1] in self._arrays:
            return self._arrays[node.input[1]].T
        if node.op_type == "MatMulInteger":
            name = node.input[1].removesuffix("_quantized")
            zero = self._arrays[node.input[3]].astype(np.float32)
            whole: Array = (self._arrays[node.input[1]] - zero) * self._arrays[f"{name}_scale"]
            return whole.T
        return None

    def _bias(self, node: onnx.NodeProto) -> str | None:
        """The name of the bias that is added to a node's product."""
        while (reader := self._readers[node.output[0]]).op_type in ("Cast", "Mul"):
            node = reader
        names = [name for name in reader.input if name.startswith(_SCOPE) and name.endswith("bias")]
        return names[0] if reader.op_type == "Add" and names else None

    def _pieces(self) -> Array:
        """The vectors of word pieces [V, D]."""
        tables = [self._arrays[node.input[0]] for node in self._nodes if list(node.input[1:]) == ["pieces"]]
        whole: Array = np.prod(np.broadcast_arrays(*tables), axis=0, dtype=np.float32)
        return whole

    def _kinds(self, before: Array) -> Array:
        """The vectors of kinds of piece, of which the first alone is used; it is the one vector without a name."""
        (first,) = (
            array
            for name, array in self._arrays.items()
            if name.startswith("onnx::Add") and array.shape == before.shape[1:]
        )
        return np.concatenate([first[None], before[1:]])


def _unsmooth(found: dict[str, Array]) -> None:
    """Put the scale of each `Smoothed` layer back into its matrix."""
    for name in [name for name in found if name.endswith(".dense.scale")]:
        layer = name.removesuffix("scale")
        found[f"{layer}weight"] = found.pop(f"{layer}dense.weight") * found.pop(name)
        found[f"{layer}bias"] = found.pop(f"{layer}dense.bias")
