"""The network: one encoder, and a head for each row of the task table.

Shapes: B windows, P word pieces, W words, D the encoder's width, C classes of a task.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, PreTrainedModel

from sayso.language import dyads
from sayso.language.pieces import SHAPES
from sayso.language.tasks import Task

ARC_SIZE = 256
"""Width of the syntactic arc scorer (Dozat and Manning 2017 use 500 with a wider encoder)."""
RELATION_SIZE = 64
ROLE_SIZE = 32
ROLE_HIDDEN = 128
PAIR_SIZE = 32
LINK_SIZE = 96
PLAIN = frozenset({"words", "spans"})
"""Sorts of tags that read the last layer alone. The others read three: syntax drives word meaning out of the last."""
SORTED = frozenset({"tag", "score", "pair"})
"""Kinds of task whose heads read the projection of their sort."""
DEPTHS = 3
DEEP_SIZE = 160
"""Width of the projection that tags and scores of one sort share, where they read three layers."""
DROPOUT = 0.25


class TreeHead(nn.Module):
    """Deep biaffine heads and relations (Dozat and Manning 2017); column 0 of the arcs is the root."""

    def __init__(self, width: int, classes: int) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.zeros(width))
        self.arc_word = _projection(width, ARC_SIZE)
        self.arc_head = _projection(width, ARC_SIZE)
        self.arc = nn.Linear(ARC_SIZE, ARC_SIZE)
        self.arc_bias = nn.Linear(ARC_SIZE, 1, bias=False)
        self.relation_word = _projection(width, RELATION_SIZE)
        self.relation_head = _projection(width, RELATION_SIZE)
        self.relation = nn.Linear(RELATION_SIZE, classes * RELATION_SIZE, bias=False)
        self.relation_bias = nn.Linear(2 * RELATION_SIZE, classes)
        self.classes = classes

    def arcs(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Scores [B, W, W+1] of every head for every word, and the words with the root in front [B, W+1, D]."""
        root = self.root.expand(words.shape[0], 1, -1)
        heads = torch.cat([root, words], dim=1)
        head = self.arc_head(heads)
        scores = self.arc(self.arc_word(words)) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        return scores, heads

    def relations(self, words: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """Scores [B, W, C] of each relation of each word to its chosen head (numbers in `heads`, [B, W])."""
        return self.all_relations(words, heads, chosen.unsqueeze(-1)).squeeze(2)

    def all_relations(self, words: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """Scores [B, W, K, C] of each relation of each word to each of K chosen heads ([B, W, K])."""
        index = chosen.flatten(1).unsqueeze(-1).expand(-1, -1, RELATION_SIZE)
        head = torch.gather(self.relation_head(heads), 1, index).view(*chosen.shape, RELATION_SIZE)
        word = self.relation_word(words)
        bent = self.relation(word).view(*word.shape[:2], self.classes, RELATION_SIZE)
        both = torch.cat([word.unsqueeze(2).expand_as(head), head], dim=-1)
        return head @ bent.transpose(2, 3) + self.relation_bias(both)


class LinkHead(nn.Module):
    """For each word the word that it goes back to, itself included; column 0 says that it heads no mention."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.none = nn.Parameter(torch.zeros(width))
        self.word = _projection(width, LINK_SIZE)
        self.earlier = _projection(width, LINK_SIZE)
        self.bend = nn.Linear(LINK_SIZE, LINK_SIZE)
        self.bias = nn.Linear(LINK_SIZE, 1, bias=False)
        self.own = nn.Linear(LINK_SIZE, 1)

    def forward(self, words: Tensor) -> Tensor:
        """Scores [B, W, W+1] of word vectors [B, W, D]."""
        heads = torch.cat([self.none.expand(words.shape[0], 1, -1), words], dim=1)
        word, earlier = self.word(words), self.earlier(heads)
        scores: Tensor = self.bend(word) @ earlier.transpose(1, 2) * LINK_SIZE**-0.5 + self.bias(earlier).transpose(
            1, 2
        )
        place = torch.arange(words.shape[1], device=words.device)
        itself = (place.unsqueeze(0) == place.unsqueeze(1)).to(scores.dtype)
        return scores + nn.functional.pad(self.own(word) * itself, (1, 0))


class RoleHead(nn.Module):
    """For each pair (cue word, word) a score of every class, a low-rank biaffine form a class.

    Beside the words it reads the probabilities of a layer of tags, of `layer` classes; of none where that is 0.
    """

    def __init__(self, width: int, classes: int, layer: int) -> None:
        super().__init__()
        self.cue = nn.Sequential(_projection(width + layer, ROLE_HIDDEN), nn.Linear(ROLE_HIDDEN, classes * ROLE_SIZE))
        self.word = nn.Sequential(_projection(width + layer, ROLE_HIDDEN), nn.Linear(ROLE_HIDDEN, classes * ROLE_SIZE))
        self.word_bias = nn.Linear(width + layer, classes)
        self.distance = nn.Parameter(torch.zeros(classes, 2 * REACH + 1))
        self.classes = classes

    def forward(self, words: Tensor, layer: Tensor | None, rows: Tensor | None = None) -> Tensor:
        """Scores [B, C, R, W] of word vectors [B, W, D] and the layer's probabilities [B, W, L], None for L = 0.

        `rows` [R] are the words taken as cues; without it every word is one, R = W.
        """
        if layer is not None:
            words = torch.cat([words, layer], dim=-1)
        batch, count = words.shape[0], words.shape[1]
        place = torch.arange(count, device=words.device)
        chosen = place if rows is None else rows
        cues = words if rows is None else words[:, rows]
        cue = self.cue(cues).view(batch, -1, self.classes, ROLE_SIZE).transpose(1, 2)
        word = self.word(words).view(batch, count, self.classes, ROLE_SIZE).transpose(1, 2)
        apart = (place.unsqueeze(0) - chosen.unsqueeze(1)).clamp(-REACH, REACH) + REACH
        scores: Tensor = cue @ word.transpose(2, 3) * ROLE_SIZE**-0.5
        # A distance is looked up once for all classes, which is quicker in the graph.
        distance = self.distance.t()[apart].permute(2, 0, 1)
        return scores + self.word_bias(words).transpose(1, 2).unsqueeze(2) + distance


class PairHead(nn.Module):
    """What stands between two stretches of words, an actor and a recipient: every word of their sentence votes, as much
    as the two look at it, and both vote themselves.

    Gives each word its parts of that, in the order that `language.dyads` names; that and `losses` put them together.
    """

    def __init__(self, width: int, classes: int) -> None:
        super().__init__()
        self.parts = nn.Linear(width, dyads.width(PAIR_SIZE, classes))

    def forward(self, words: Tensor) -> Tensor:
        """Parts [B, W, S] of word vectors [B, W, D]."""
        parts: Tensor = self.parts(words)
        return parts


REACH = 12
"""Distances between cue and word are told apart up to this many words either way."""


def _projection(width: int, size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(DROPOUT))


class Network(nn.Module):
    """The encoder with each word's shape added to its pieces, and the heads. Returns scores by task name.

    Tags and scores of one sort share a projection; each has its own classes on top of it.
    `vocabulary` [V] gives the encoder's numbers of word pieces, where they are not those that the windows hold.
    """

    def __init__(self, base: Path, tasks: Mapping[str, Task], vocabulary: Tensor | None = None) -> None:
        super().__init__()
        self.encoder = _encoder(base)
        self.register_buffer("vocabulary", vocabulary)
        pieces = Tokenizer.from_file(str(base / "tokenizer.json"))
        self.hidden_piece: int | None = pieces.token_to_id("[MASK]") or pieces.token_to_id("<mask>")
        """The word piece that stands for one that is hidden."""
        width = self.encoder.config.hidden_size
        self.shapes = nn.Embedding(len(SHAPES), self.encoder.get_input_embeddings().embedding_dim)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.word_shapes = nn.Embedding(len(SHAPES), width)
        nn.init.normal_(self.word_shapes.weight, std=0.01)
        self.dropout = nn.Dropout(DROPOUT)
        self.tasks = dict(tasks)
        sorts = {task.sort for task in tasks.values() if task.kind in SORTED}
        self.shared = nn.ModuleDict(
            {
                sort: _projection(width, width) if sort in PLAIN else _projection(DEPTHS * width, DEEP_SIZE)
                for sort in sorted(sorts)
            }
        )
        self.heads = nn.ModuleDict({name: _head(task, width, tasks) for name, task in tasks.items()})
        self.joint = False
        """While all heads learn at once a role sees zeros for the layer that it reads: that is noise at first."""
        self.frozen = False

    def words(self, pieces: Tensor, shapes: Tensor, mask: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """One vector a word [B, W, D]: that of its first piece; and of the layers that `chosen` names [B, W, 3 D].

        `firsts` are piece numbers [B, W]; 0 pads.
        """
        numbers = pieces if self.vocabulary is None else self.vocabulary[pieces]
        embedded = self.encoder.get_input_embeddings()(numbers) + self.shapes(shapes)
        layers = self.encoder(inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True).hidden_states
        index = firsts.unsqueeze(-1).expand(-1, -1, layers[-1].shape[-1])
        taken: Tensor = torch.gather(layers[-1], 1, index) + self.word_shapes(torch.gather(shapes, 1, firsts))
        deep = torch.cat([torch.gather(layers[number], 1, index) for number in chosen(layers)], dim=-1)
        return self.dropout(taken), self.dropout(deep)

    def forward(
        self, pieces: Tensor, shapes: Tensor, mask: Tensor, firsts: Tensor, heads: Tensor | None = None
    ) -> dict[str, Tensor]:
        """Scores by task; for a tree `NAME` [B, W, W+1] and `NAME_relation` [B, W, C], of the relation to `heads`
        (gold, in training) or to the best head.
        """
        return self.read(*self.words(pieces, shapes, mask, firsts), heads)

    def read(self, words: Tensor, deep: Tensor, heads: Tensor | None = None) -> dict[str, Tensor]:
        """What the heads make of word vectors [B, W, D] and those of several layers [B, W, 3 D]; see `forward`."""
        scores: dict[str, Tensor] = {}
        bent = {sort: projection(words if sort in PLAIN else deep) for sort, projection in self.shared.items()}
        for name, head in self.heads.items():
            if self.frozen and not _is_deep(self.tasks[name]):
                continue
            if isinstance(head, TreeHead):
                scores[name], candidates = head.arcs(words)
                chosen = scores[name].argmax(-1) if heads is None else heads
                scores[f"{name}_relation"] = head.relations(words, candidates, chosen)
            elif isinstance(head, RoleHead):
                by = self.tasks[name].by
                scores[name] = head(words, self.layer(scores[self.tasks[name].reads])) if by else head(deep, None)
            elif isinstance(head, LinkHead):
                scores[name] = head(deep)
            else:
                scores[name] = head(bent[self.tasks[name].sort])
        return scores

    def tags(self, name: str, words: Tensor) -> Tensor:
        """Scores [B, W, C] of one plain layer of tags alone."""
        scores: Tensor = self.heads[name](self.shared[self.tasks[name].sort](words))
        return scores

    def freeze(self) -> None:
        """Leave only the heads that read several layers to learn, and to speak."""
        self.frozen = True
        self.requires_grad_(requires_grad=False)
        self.encoder.eval()
        for sort, projection in self.shared.items():
            projection.requires_grad_(sort not in PLAIN)
        for name, head in self.heads.items():
            head.requires_grad_(_is_deep(self.tasks[name]))

    def layer(self, scores: Tensor) -> Tensor:
        """What a role is given of a tag's scores: their probabilities, or zeros in the joint run."""
        return torch.zeros_like(scores) if self.joint else scores.detach().softmax(-1)


def chosen(layers: Sequence[object]) -> tuple[int, int, int]:
    """Numbers of the layers that the heads of meaning read: the embedding, the middle, the last."""
    return 0, len(layers) // 2, len(layers) - 1


def _encoder(base: Path) -> PreTrainedModel:
    """The encoder without what sums a text up, and without dropout of attention."""
    config = AutoConfig.from_pretrained(base)
    for name in {"attention_probs_dropout_prob", "attention_dropout"} & config.to_dict().keys():
        setattr(config, name, 0.0)
    encoder = AutoModel.from_pretrained(base, config=config, dtype=torch.float32)
    if hasattr(encoder, "pooler"):
        encoder.pooler = None
    return encoder


def _is_deep(task: Task) -> bool:
    """Whether the task's head reads several layers."""
    match task.kind:
        case "tag" | "score" | "pair":
            return task.sort not in PLAIN
        case "role":
            return not task.by
        case _:
            return task.kind == "link"


def _head(task: Task, width: int, tasks: Mapping[str, Task]) -> nn.Module:
    match task.kind:
        case "tree":
            return TreeHead(width, len(task.classes))
        case "role":
            read = (DEPTHS * width, 0) if _is_deep(task) else (width, len(tasks[task.reads].classes))
            return RoleHead(read[0], len(task.classes), read[1])
        case "link":
            return LinkHead(DEPTHS * width)
        case "pair":
            return PairHead(DEEP_SIZE, len(task.classes))
        case _:
            return nn.Linear(DEEP_SIZE if _is_deep(task) else width, len(task.classes))
