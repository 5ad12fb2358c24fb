"""Reports as data: nobody enters anything twice, and nothing is left out by oversight."""

from pathlib import Path

import pytest

from app.frameworks.library import Library
from app.models.report import FORMS
from tests.frameworks.resources import copy_of_resources, shipped

GRID = shipped().reports["n16-grid"]


@pytest.mark.parametrize("one", GRID.maps, ids=lambda one: one.source)
def test_every_code_is_counted_or_left_out_on_purpose(one: object) -> None:
    """Each reason, origin, mode, person, partner and activity has its heading in the grid, or is named."""
    if one.source == FORMS:  # type: ignore[attr-defined]
        return
    codes = [item.code for item in shipped().lists[one.source].items]  # type: ignore[attr-defined]
    said = [*one.codes, *one.left_out]  # type: ignore[attr-defined]
    assert sorted(said) == sorted(codes)


def test_every_french_reason_and_origin_has_its_heading() -> None:
    """What a service of the country may choose is counted."""
    for source, target in (("n02-reasons", "n16-motives"), ("n03-origins", "n16-origins")):
        offered = {item.code for item in shipped().list_for(source, "fr-ssfe").offered if not item.other}
        missing = {code for code in offered if not GRID.counted_as(source=source, target=target, code=code)}
        assert missing <= {"SERVICE", "LISTE", "ANON"}
    assert GRID.counted_as(source="n02-reasons", target="n16-motives", code="FR-15") == "ABS"
    assert GRID.counted_as(source="n02-reasons", target="n16-origins", code="FR-15") == ""


def test_every_service_names_its_reports() -> None:
    """The grid belongs to the French social service; each report exists."""
    for key, service in shipped().frameworks.items():
        assert service.reports, key
        assert set(service.reports) <= shipped().reports.keys()
    assert [key for key, one in sorted(shipped().frameworks.items()) if "n16-grid" in one.reports] == [
        "fr-ssfe", "fr-ssfe-1d",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("reports/n16-grid", 'FR-15 = "ABS"', 'FR-15 = "ABSENCE"', "maps[1].codes[14]"),
        ("reports/n16-grid", 'source = "n02-reasons"', 'source = "n02"', "maps[1].source"),
        ("reports/n16-grid", '"ANON"', '"NOBODY"', "maps[0].left_out[2]"),
        ("reports/n16-grid", 'f5-concern = "RES-PRO"', 'f55-concern = "RES-PRO"', "maps[2].codes[2]"),
        ("reports/r2-evaluation", '"n11-categories"', '"n11"', "counts[0]"),
        ("frameworks/fr-ssfe", '"n16-grid"', '"n61-grid"', "reports[1]"),
        ("frameworks/fr-ssfe", 'forms = ["f10-council"]', 'forms = ["f10-concil"]', "circles[2].forms[0]"),
        ("frameworks/fr-ssfe", 'forms = ["f5-concern", "f6-report"], years', 'forms = ["f5"], years',
         "protected.forms[0]"),
        ("frameworks/fr-ssfe", 'gives = "nothing"', 'gives = "everything"', "circles[1].gives"),
        ("lists/n09-partner-types", 'circle = "health"', 'circle = "healthy"', "items[20].circle"),
    ],
)  # fmt: skip
def test_a_broken_line_is_told_with_its_place(
    tmp_path: Path, file: str, old: str, new: str, place: str
) -> None:
    """Reports, circles and protection files lean on other files: a name that is not there is told."""
    folder = copy_of_resources(tmp_path)
    path = folder / f"{file}.toml"
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), "utf-8")
    library = Library.load(folder)
    found = [(problem.values["file"], problem.values["place"]) for problem in library.problems]
    assert (f"{file}.toml", place) in found
    assert library.forms.keys() == shipped().forms.keys()
