"""What an actor does to a recipient, put together from what each word of their sentence says of it.

Every word has S numbers, its parts: how it looks at words as a part of the actor (K) and of the recipient (K), how it
is looked at (K), how much it is looked at by anybody (1), and its votes for the C classes as a word that is looked at,
as a part of the actor, and as a part of the recipient (C each).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sayso.language.analysis import Range

Floats = NDArray[np.float32]


def width(size: int, classes: int) -> int:
    """S, of looks K wide and C classes."""
    return 3 * size + 1 + 3 * classes


def size(width: int, classes: int) -> int:
    """K."""
    return (width - 1 - 3 * classes) // 3


def between(parts: Floats, classes: int, actor: Range | None, recipient: Range | None) -> Floats:
    """Log-probabilities [C] of what the words of a sentence [W, S] say that the actor does to the recipient.

    Both are ranges of these words; None leaves a side open.
    """
    wide = size(parts.shape[1], classes)
    looks, votes = parts[:, : 2 * wide], parts[:, -2 * classes :]
    looked = np.zeros(wide, np.float32)
    scores = np.zeros(classes, np.float32)
    for number, side in enumerate((actor, recipient)):
        if side is not None:
            looked += looks[slice(*side), number * wide : (number + 1) * wide].mean(0)
            scores += votes[slice(*side), number * classes : (number + 1) * classes].mean(0)
    weights = parts[:, 2 * wide : 3 * wide] @ looked * wide**-0.5 + parts[:, 3 * wide]
    weights = np.exp(weights - weights.max())
    scores += weights / weights.sum() @ parts[:, 3 * wide + 1 : 3 * wide + 1 + classes]
    logs: Floats = scores - np.logaddexp.reduce(scores)
    return logs
