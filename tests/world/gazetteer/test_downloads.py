from __future__ import annotations

from contextlib import AbstractContextManager
from io import BytesIO
from pathlib import Path
from typing import IO
from urllib.error import URLError
from zipfile import ZipFile

import pytest

from sayso.world.gazetteer import Gazetteer, GazetteerError
from sayso.world.gazetteer.downloads import Opener, fetch
from tests.world.gazetteer.test_dumps import row


def answering(member: str, content: str) -> Opener:
    """What opens any address and finds a zip archive with one member there."""
    archive = BytesIO()
    with ZipFile(archive, "w") as packed:
        packed.writestr(member, content)

    def opened(address: str) -> AbstractContextManager[IO[bytes]]:
        assert address == "https://download.geonames.org/export/dump/SY.zip"
        return BytesIO(archive.getvalue())

    return opened


def test_a_country_is_fetched_and_taken_in(small: Gazetteer) -> None:
    source = small.add_country("sy", answering("SY.txt", row(name="Tell Example") + "\n"))
    assert (source.name, source.places) == ("SY.txt", 1)
    assert small.find("Tell Example")[0].entry.source == "SY.txt"


def test_without_a_network_it_says_what_to_do(tmp_path: Path) -> None:
    def closed(address: str) -> AbstractContextManager[IO[bytes]]:
        raise URLError("no network")

    with pytest.raises(
        GazetteerError, match=r"^SY: can't be fetched .*no network.*get https://.*SY\.zip.*add SY\.txt$"
    ):
        fetch("SY", tmp_path, closed)


def test_an_archive_without_the_dump_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"sent holds no SY\.txt"):
        fetch("SY", tmp_path, answering("../SY.txt", ""))


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"sent holds no SY\.txt"):
        fetch("SY", tmp_path, lambda _: BytesIO(b"<html>"))


@pytest.mark.parametrize("code", ["SYR", "../SY", "S/", ""])
def test_only_a_code_goes_into_an_address(tmp_path: Path, code: str) -> None:
    with pytest.raises(GazetteerError, match="not a country's code"):
        fetch(code, tmp_path, lambda _: BytesIO())
