from __future__ import annotations

from itertools import islice

from training.places.containers import REPORTS, reports


def test_a_report_marks_its_places_and_some_that_no_region_holds() -> None:
    told = list(islice(reports(), 4 * REPORTS))
    assert all("{" not in one.article.text for one in told)
    names = [name for one in told for name in one.toponyms]
    assert any(name.geonames_id is None for name in names)
    assert any(name.feature == "ADM1" for name in names)
