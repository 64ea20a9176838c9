from __future__ import annotations

from pathlib import Path

from training.corpora import geoparsing

LIKE_LGL = """<articles><article><url>http://example.org.uk/1</url><text>Shells fell in Homs.</text><toponyms>
<toponym><start>15</start><end>19</end><phrase>Homs</phrase>
<gaztag geonameid="169577"><fcode>PPL</fcode><lat>34.7</lat><lon>36.7</lon></gaztag></toponym>
<toponym><start>0</start><end>6</end><phrase>Shells</phrase></toponym></toponyms></article></articles>"""
LIKE_GWN = """<articles><article><text>Moscow left the city.</text><toponyms>
<toponym><extractedName>Moscow</extractedName><type>Metonymic</type><start>0</start><end>6</end>
<geonamesID>524901</geonamesID><latitude>55.7</latitude><longitude>37.6</longitude></toponym>
<toponym><extractedName>city</extractedName><type>Literal_Expression</type><start>16</start><end>20</end></toponym>
</toponyms></article></articles>"""
LIKE_GEOVIRUS = """<articles><article><text>Cases rose in Rome.</text><locations>
<location><name>Rome</name><start>15</start><end>19</end><lat>41.9</lat><lon>12.5</lon><page>x</page></location>
</locations></article></articles>"""


def read(folder: Path, text: str) -> geoparsing.Geoparsed:
    path = folder / "some.xml"
    path.write_text(text, encoding="utf-8")
    [document] = geoparsing.read(path)
    return document


def test_names_have_an_id_and_coordinates_or_none(tmp_path: Path) -> None:
    shells, homs = read(tmp_path, LIKE_LGL).toponyms
    assert (homs.geonames_id, homs.lat, homs.lon, homs.feature) == (169577, 34.7, 36.7, "PPL")
    assert (shells.geonames_id, shells.lat) == (None, None)


def test_what_stands_for_something_else_is_not_literal_and_common_nouns_are_no_names(tmp_path: Path) -> None:
    [moscow] = read(tmp_path, LIKE_GWN).toponyms
    assert (moscow.geonames_id, moscow.lat, moscow.literal) == (524901, 55.7, False)


def test_offsets_that_are_one_off_are_mended(tmp_path: Path) -> None:
    document = read(tmp_path, LIKE_GEOVIRUS)
    [rome] = document.toponyms
    assert document.article.text[rome.start : rome.end] == "Rome"
    assert (rome.geonames_id, rome.lon) == (None, 12.5)
