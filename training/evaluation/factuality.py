"""Factuality −3 … +3 of event heads on UW's format: mean absolute error and Pearson's r (Stanovsky et al. 2017)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sayso.claims.factuality import judging
from sayso.claims.grammar.syntax import index
from sayso.language.model import Model
from training.corpora.factuality import read
from training.documents import Document
from training.evaluation.counts import Figures
from training.evaluation.reading import analysed

SCALE = "factuality:uw"


def score(model: Model, paths: Sequence[Path]) -> Figures:
    """What the ledger's claims would say of each marked word, and what the head alone says, where there is one."""
    documents = [document for path in paths for document in read(path, SCALE)]
    gold: list[float] = []
    judged: list[float] = []
    head: list[float] = []
    for document in documents:
        marked = [(word, value) for word, value in enumerate(document.scores[SCALE]) if value is not None]
        gold += [value for _, value in marked]
        found, told = _judged(model, document, [word for word, _ in marked])
        judged += found
        head += told
    figures: Figures = {"events": len(gold), "claims": _figures(gold, judged)}
    return figures | ({"head alone": _figures(gold, head)} if len(head) == len(gold) else {})


def _judged(model: Model, document: Document, words: list[int]) -> tuple[list[float], list[float]]:
    analysis = analysed(model, document)
    syntax = index(analysis)
    rules = [judging.judge(syntax, word).score for word in words]
    known = analysis.meaning
    return rules, [] if known is None else [float(known.factuality[word]) for word in words]


def _figures(gold: Sequence[float], found: Sequence[float]) -> Figures:
    wanted, given = np.array(gold), np.clip(np.array(found), -3, 3)
    return {
        "MAE": round(float(np.abs(wanted - given).mean()), 3),
        "r": round(float(np.corrcoef(wanted, given)[0, 1]), 3),
    }
