"""Weights → ONNX, int8: what `src/sayso/models/<language>/` holds and `sayso.language.model` runs.

The graph reads one window without padding. Inputs, all int64: `pieces` [1, P], `shapes` [1, P], `firsts` [1, W], and
`opens` [1, W]: 1 where a sentence starts for certain, −1 where none does, 0 where the model is to say.
Outputs: for a plain tag the number of its class [1, W]; for a tag of spans and those of GRADED log-probabilities
[1, W, C]; for a score its first label's value [1, W]; for a link the 1-based word that each goes back to [1, W], 0 for
none; for a pair the parts of each word [1, W, S]; for a tree
`NAME` [1, W, W+1] arc scores within the sentence, `NAME_heads` [1, W, HEADS] the best heads (0 the root), the best
first, `NAME_relations` [1, W, HEADS] the class of the relation to each, `NAME_certain` [1, W] the probability of the
first head among these and of its relation; for a role `NAME_rows` [1, R] the words that may belong to a cue and `NAME`
[1, C, R, W] their scores.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.language import tasks as table
from training import smoothing
from training.losses import earlier
from training.network import PLAIN, LinkHead, Network, TreeHead, chosen

OPSET = 17
PARTS = {"tree": ("heads", "relations", "certain"), "role": ("rows",)}
"""What a task gives beside its scores, by its kind."""
GRADED = frozenset({"source_named", "source_kind", "event_type", "manner"})
"""Plain tags whose probabilities are told: rules and confidences weigh them."""
HEADS = 4
"""Heads of each word whose relation is told: the search for a tree may take another than the best."""
POSSIBLE = 0.02
"""Probability of being in a cue above which a word gets a row of roles."""
NARROW = 24
"""Columns up to which a matrix stays in 32 bits."""
ENCODED = "encoded"
"""Name of the tensor [1, P, D] that the heads read."""


class Graph(nn.Module):
    """The network as one window sees it, with the decisions that need no search taken inside."""

    def __init__(self, network: Network, *, whole: bool) -> None:
        super().__init__()
        self.network = network
        self.table = network.encoder.get_input_embeddings().weight.detach()
        """Vectors of word pieces [V, D]; in 8 bits each row has a scale of its own."""
        self.scales: Tensor | None = None
        if not whole:
            self.scales = self.table.abs().amax(1, keepdim=True).clamp(min=1e-12) / 127
            self.table = (self.table / self.scales).round().to(torch.int8)

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor, opens: Tensor) -> tuple[Tensor, ...]:
        """The outputs in the order of `names`."""
        words, deep = self._words(pieces, shapes, firsts)
        heads = self.network.heads
        bent = {sort: part(words if sort in PLAIN else deep) for sort, part in self.network.shared.items()}
        starts = torch.where(opens == 0, heads["sentence"](bent["words"]).argmax(-1), (opens > 0).long())
        found: list[Tensor] = []
        layers: dict[str, Tensor] = {}
        for name, task in self.network.tasks.items():
            head = heads[name]
            if name == "sentence":
                found.append(starts)
            elif isinstance(head, TreeHead):
                found += self._tree(head, words, starts.cumsum(-1))
            elif task.kind == "tag":
                layers[name] = head(bent[task.sort])
                found.append(layers[name].log_softmax(-1) if task.spans or name in GRADED else layers[name].argmax(-1))
            elif task.kind == "pair":
                found.append(head(bent[task.sort]))
            elif task.kind == "score":
                found.append(head(bent[task.sort])[..., 0])
            elif isinstance(head, LinkHead):
                found.append(earlier(head(deep)).argmax(-1))
            else:
                found += self._role(task, words if task.by else deep, layers[task.reads].softmax(-1))
        return tuple(found)

    def encode(self, pieces: Tensor, shapes: Tensor) -> list[Tensor]:
        """What the layers of the encoder make of a window, the embedding first, each [1, P, D]."""
        vectors = self.table[pieces] if self.scales is None else self.table[pieces].float() * self.scales[pieces]
        vectors = vectors + self.network.shapes(shapes)
        encoder = self.network.encoder
        if encoder.config.model_type == "bert":
            return self._bert(vectors)
        encoder.set_attn_implementation("eager")  # what the exporter can follow
        read = encoder(inputs_embeds=vectors, attention_mask=torch.ones_like(pieces), output_hidden_states=True)
        return list(read.hidden_states)

    def _bert(self, vectors: Tensor) -> list[Tensor]:
        """BERT, written out without mask or dropout, so that the runtime can fuse it."""
        encoder = self.network.encoder
        embed = encoder.embeddings
        positions = embed.position_embeddings.weight[: vectors.shape[1]].unsqueeze(0)
        hidden = embed.LayerNorm(vectors + positions + embed.token_type_embeddings.weight[0])
        layers = [hidden]
        count, size = encoder.config.num_attention_heads, encoder.config.hidden_size
        for layer in encoder.encoder.layer:
            look = layer.attention.self
            split = [
                part(hidden).view(1, -1, count, size // count).transpose(1, 2)
                for part in (look.query, look.key, look.value)
            ]
            weights = (split[0] @ split[1].transpose(2, 3) * (size // count) ** -0.5).softmax(-1)
            seen = (weights @ split[2]).transpose(1, 2).reshape(1, -1, size)
            hidden = layer.attention.output.LayerNorm(layer.attention.output.dense(seen) + hidden)
            bent = nn.functional.gelu(layer.intermediate.dense(hidden))
            hidden = layer.output.LayerNorm(layer.output.dense(bent) + hidden)
            layers.append(hidden)
        return layers

    def _words(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of words [1, W, D], and those of several layers [1, W, 3 D]."""
        layers = self.encode(pieces, shapes)
        deep = torch.cat([layers[number][:, firsts[0]] for number in chosen(layers)], dim=-1)
        return layers[-1][:, firsts[0]] + self.network.word_shapes(shapes[:, firsts[0]]), deep

    def _tree(self, head: TreeHead, words: Tensor, sentences: Tensor) -> list[Tensor]:
        scores, candidates = head.arcs(words)
        apart = (sentences.unsqueeze(2) != sentences.unsqueeze(1)).float()
        scores = scores - nn.functional.pad(apart, (1, 0)) * 1e4
        best, found = nn.functional.pad(scores, (0, HEADS), value=-1e5).topk(HEADS)
        found = found.clamp(max=scores.shape[-1] - 1)
        relations = head.all_relations(words, candidates, found)
        certain = best.softmax(-1)[..., 0] * relations[:, :, 0].softmax(-1).amax(-1)
        return [scores, found, relations.argmax(-1), certain]

    def _role(self, task: table.Task, words: Tensor, layer: Tensor) -> list[Tensor]:
        if not task.by:
            rows = torch.nonzero(layer[0, :, 0] < 1 - POSSIBLE)[:, 0]
            return [self.network.heads[task.name](words, None, rows), rows.unsqueeze(0)]
        begin = self.network.tasks[task.reads].classes.index(f"B-{task.by}")
        rows = torch.nonzero(layer[0, :, begin] + layer[0, :, begin + 1] > POSSIBLE)[:, 0]
        return [self.network.heads[task.name](words, layer, rows), rows.unsqueeze(0)]


def names(tasks: dict[str, table.Task]) -> list[str]:
    """Names of the graph's outputs, in order."""
    found: list[str] = []
    for task in tasks.values():
        found += [task.name, *(f"{task.name}_{part}" for part in PARTS.get(task.kind, ()))]
    return found


def load(run: Path, base: Path) -> Network:
    """The trained network of a run."""
    network = Network(base, table.load(run / "tasks.json"))
    network.load_state_dict(torch.load(run / "weights.pt", weights_only=True))
    return network.eval()


def export(run: Path, base: Path, folder: Path, name: str, corpora: Path | None = None) -> None:
    """Write `model.onnx`, `tasks.json`, `tokenizer.json` and `model.json` to `folder`.

    `name` is what claims carry as their model. Without `corpora`, which show what 8 bits have to hold, the weights stay
    in 32 bits, to tell what int8 costs.
    """
    network = load(run, base)
    if corpora is not None:
        smoothing.smooth(network, smoothing.windows(corpora, base, network))
    write(network, base, folder, name, whole=corpora is None)


def write(network: Network, base: Path, folder: Path, name: str, *, whole: bool) -> None:
    """Write the files of a network that is ready for 8 bits; `whole` leaves it in 32."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        _trace(Graph(network, whole=whole), plain)
        if whole:
            shutil.copyfile(plain, folder / "model.onnx")
        else:
            _quantize(plain, folder / "model.onnx")
    table.save(network.tasks, folder / "tasks.json")
    shutil.copyfile(base / "tokenizer.json", folder / "tokenizer.json")
    (folder / "model.json").write_text(json.dumps({"name": name, "language": "en"}, indent=1) + "\n", encoding="utf-8")


def _trace(graph: Graph, path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the exporter: that it is the older one, and what it does not fold
        _export(graph, path)
    _name_encoded(path)


def _export(graph: Graph, path: Path) -> None:
    pieces = torch.randint(graph.network.encoder.config.vocab_size, (1, 24))
    firsts = torch.arange(1, 21, 2).unsqueeze(0)
    inputs = (pieces, torch.ones_like(pieces), firsts, torch.zeros_like(firsts))
    words, count = {1: "words"}, {1: "pieces"}
    torch.onnx.export(
        graph,
        inputs,
        str(path),
        input_names=["pieces", "shapes", "firsts", "opens"],
        output_names=names(graph.network.tasks),
        dynamic_axes={"pieces": count, "shapes": count, "firsts": words, "opens": words},
        opset_version=OPSET,
        dynamo=False,
    )


def _name_encoded(path: Path) -> None:
    """Call the encoder's last output ENCODED, so that `benchmarks` can cut the graph there."""
    graph = onnx.load(path)
    last = [node for node in graph.graph.node if node.op_type == "LayerNormalization"][-1].output[0]
    for node in graph.graph.node:
        for names_of in (node.input, node.output):
            for number, value in enumerate(names_of):
                if value == last:
                    names_of[number] = ENCODED
    onnx.save(graph, path)


def _quantize(plain: Path, path: Path) -> None:
    """Matrices to int8, each column with its own scale; activations are scaled a window at a time.

    Those that give a task's few classes stay as they are: they are small, and what 8 bits cost there shows at once.
    """
    quantize_dynamic(
        plain,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm"],
        nodes_to_exclude=_narrow(plain),
    )


def _narrow(plain: Path) -> list[str]:
    """Names of the products with matrices of at most NARROW columns."""
    graph = onnx.load(plain).graph
    columns = {matrix.name: matrix.dims[-1] for matrix in graph.initializer if len(matrix.dims) == 2}
    return [node.name for node in graph.node if any(columns.get(name, NARROW + 1) <= NARROW for name in node.input)]
