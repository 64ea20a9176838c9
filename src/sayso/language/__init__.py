"""Text → Analysis: tags and arcs over words, from one pass of one model.

`Model` is in `sayso.language.model`; the plain data that it returns is in `sayso.language.analysis`, so that rooms to
the right read an analysis without loading the runtime.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.language.analysis import Analysis, Attribution, Named

if TYPE_CHECKING:
    from sayso.language.model import Model

__all__ = ["Analysis", "Attribution", "Model", "Named"]


def __getattr__(name: str) -> object:
    if name == "Model":
        from sayso.language.model import Model

        return Model
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
