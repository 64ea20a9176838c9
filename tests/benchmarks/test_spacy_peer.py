from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import spacy_peer


def test_where_spacy_cannot_be_installed_the_benchmark_says_so_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(spacy_peer, "ENVIRONMENT", tmp_path / "environment")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))

    assert spacy_peer.python() is None
    assert "its rows are left out" in capsys.readouterr().err
