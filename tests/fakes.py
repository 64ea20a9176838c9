"""A model and a coder that need no weights, and some that misbehave. Workers import them by name."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from sayso.jobs import Coder
from sayso.language.analysis import Analysis, Named
from sayso.words.records import Article, Claim, Correction, Event, Factuality, Reading, Resolution, Span, Voice

OWN_VOICE = Voice(None, None, None, None, "says", None, named=False)
SAYING = re.compile(r"(?P<source>[A-Z][\w ]*?) (?P<cue>said) that (?P<content>[^.]*?(?P<predicate>\w+ed)[^.]*)\.")


class FakeModel:
    """Words are what white space separates; the first one is an entity."""

    name = "fake-1"

    def analyse(self, article: Article) -> Analysis:
        words = list(re.finditer(r"\S+", article.text))
        return Analysis(
            text=article.text,
            starts=[word.start() for word in words],
            ends=[word.end() for word in words],
            lemmas=[word[0].lower() for word in words],
            upos=["X"] * len(words),
            xpos=["FW"] * len(words),
            heads=[-1] * len(words),
            relations=["root"] * len(words),
            certain=[1.0] * len(words),
            sentences=[(0, len(words))],
            paragraphs=[(0, len(words))],
            entities=[Named(0, 1, "person", 0.9)] if words else [],
            attributions=[],
            model=self.name,
        )


class FakeWorld:
    """The first entity is a place that nothing is known of."""

    version = "fake-world-1"

    def link(self, reading: Reading, corrections: Sequence[Correction] = ()) -> Reading:
        found = [
            Resolution(entity.start, entity.end, entity.text, "place", None, 0.5, decided=bool(corrections))
            for entity in reading.entities[:1]
        ]
        return replace(reading, resolutions=tuple(found), world=self.version)


class FakeCoder(Coder):
    """A claim for each "X said that … -ed …."."""

    @staticmethod
    def prepare(progress: Callable[[str], None] | None = None) -> None:
        """There is nothing to build."""

    @staticmethod
    def world(progress: Callable[[str], None] | None = None) -> FakeWorld:  # noqa: ARG004
        return FakeWorld()

    @staticmethod
    def load(model: str) -> FakeModel:  # noqa: ARG004
        return FakeModel()

    @staticmethod
    def version(model: str) -> str:  # noqa: ARG004
        return FakeModel.name

    def claims(self, article: Article, analysis: Analysis) -> Sequence[Claim]:  # noqa: ARG002
        return [claim(article, match) for match in SAYING.finditer(article.text)]


class HostileCoder(FakeCoder):
    """One that fails on "RAISE", and whose process dies of "DIE"; "DIE ONCE" only before it left a file."""

    def claims(self, article: Article, analysis: Analysis) -> Sequence[Claim]:
        if "RAISE" in article.text:
            raise ValueError("the fake was told to")
        if "DIE ONCE" in article.text and not (died := Path(os.environ["SAYSO_TEST_DIED"])).exists():
            died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        elif "DIE" in article.text and "ONCE" not in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().claims(article, analysis)


class SlowCoder(FakeCoder):
    """One that takes a while for each article, so that a test can interrupt it."""

    def claims(self, article: Article, analysis: Analysis) -> Sequence[Claim]:
        time.sleep(0.02)
        return super().claims(article, analysis)


def claim(article: Article, match: re.Match[str]) -> Claim:
    source, cue, content, predicate = (span(match, name) for name in ("source", "cue", "content", "predicate"))
    voice = Voice(source.start, source.end, source.text, cue, "says", "official", named=True)
    return Claim(
        claim_id=hashlib.sha256(f"{article.article_id} {content.start}".encode()).hexdigest()[:16],
        article_id=article.article_id,
        kind="event",
        content=(content,),
        predicate=predicate,
        voices=(voice, OWN_VOICE),
        factuality=Factuality(2.6, "happened"),
        event=Event("ASSAULT", None, (), (), (), None, ()),
        confidence=0.91,
        model=FakeModel.name,
    )


def span(match: re.Match[str], name: str) -> Span:
    return Span(match.start(name), match.end(name), match[name])
