"""Outliers smoothed away before 8 bits: what a matrix reads gets one range for all its channels.

After GELU a few channels are a hundred times larger than the rest, and one scale for all of them leaves the rest a bit
or two. Each channel is divided by its largest value, and the matrix that reads it takes the factor, so that the network
computes the same (SmoothQuant, Xiao et al. 2023, with all of the difficulty moved to the weights: α = 1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import torch
from torch import Tensor, nn

from sayso.language.pieces import Pieces
from training.batches import Example, collate, cut
from training.corpora import polnear
from training.network import Network

_ARTICLES = 20
"""Articles that show how large each channel gets."""
_LEAST = 1e-5


class Smoothed(nn.Module):
    """A linear layer [D, H] whose input channels are scaled by `scale` [D] first."""

    def __init__(self, dense: nn.Linear, largest: Tensor) -> None:
        super().__init__()
        scale = 1 / largest.clamp(min=_LEAST)
        scale = scale / scale.log().mean().exp()
        self.register_buffer("scale", scale)
        self.dense = nn.Linear(dense.in_features, dense.out_features)
        self.dense.weight.data = dense.weight.data / scale
        self.dense.bias.data = dense.bias.data

    def forward(self, values: Tensor) -> Tensor:
        """The same as the layer that it stands for."""
        found: Tensor = self.dense(values * self.scale)
        return found


def smooth(network: Network, examples: Iterable[Example]) -> None:
    """Replace the second matrix of each feed-forward layer, by what these windows show.

    An encoder whose layers are not laid out as BERT's stays as it is.
    """
    layers = list(getattr(getattr(network.encoder, "encoder", None), "layer", ()))
    largest = [torch.zeros(layer.output.dense.in_features) for layer in layers]
    hooks = [
        layer.output.dense.register_forward_pre_hook(_note(largest, number)) for number, layer in enumerate(layers)
    ]
    with torch.inference_mode():
        for example in examples:
            batch = collate([example], network.tasks)
            network.words(batch.pieces, batch.shapes, batch.mask, batch.firsts)
    for hook, layer, seen in zip(hooks, layers, largest, strict=True):
        hook.remove()
        layer.output.dense = Smoothed(layer.output.dense, seen.clone())


def windows(corpora: Path, base: Path, network: Network) -> list[Example]:
    """Windows of news to look at."""
    pieces = Pieces(base / "tokenizer.json")
    documents = polnear.read(corpora / "polnear/train")[:_ARTICLES]
    return [example for document in documents for example in cut(document, pieces, network.tasks)]


def _note(largest: list[Tensor], number: int) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
    def hook(_: nn.Module, values: tuple[Tensor, ...]) -> None:
        largest[number] = torch.maximum(largest[number], values[0].abs().flatten(0, -2).amax(0))

    return hook
