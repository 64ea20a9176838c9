"""Scores the shipped weights on corpora given by path: one module a task, each `score(model, paths) -> Figures`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sayso.language.model import Model
from training.evaluation import (
    actors,
    attribution,
    calibration,
    certainty,
    coreference,
    entities,
    events,
    factuality,
    links,
    parties,
    places,
    sources,
    speakers,
    syntax,
    times,
    triggers,
)
from training.evaluation.counts import Figures

TASKS: dict[str, Callable[[Model, Sequence[Path]], Figures]] = {
    "syntax": syntax.score,
    "attribution": attribution.score,
    "links": links.score,
    "certainty": certainty.score,
    "entities": entities.score,
    "actors": actors.score,
    "places": places.score,
    "times": times.score,
    "source-kind": sources.score,
    "factuality": factuality.score,
    "event-type": events.score,
    "arguments": parties.score,
    "events": triggers.score,
    "coreference": coreference.score,
    "speakers": speakers.score,
    "calibration": calibration.score,
}
"""What `python -m training evaluate TASK PATH…` knows."""
