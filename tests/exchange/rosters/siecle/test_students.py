"""SIECLE's students become the same students whichever of its files they come in."""

from datetime import date

import pytest

from app.errors import ListTooLong
from app.exchange.rosters import reasons
from app.exchange.rosters.siecle.students import table_of
from tests.lists import read, sample
from tests.lists import table_of as table_in

TODAY = date(2026, 11, 21)


def test_students_are_read_with_their_class() -> None:
    """The class is the division, never a group, and never last year's."""
    roster = read(data=sample("elevessansadresses.xml"), today=TODAY)
    assert roster.format_name == "SIECLE"
    assert [(entry.listed_name, entry.class_name) for entry in roster.entries] == [
        ("LEFÈVRE, Maëlle", "4A"), ("BEN SAÏD, Yanis", "4A"), ("D'ALMEIDA, Zoé", "4B"),
        ("ŒUVRARD, Noël", "3A"), ("NGUYEN, Linh", "5C"), ("MARÉCHAL, Inès", "3A"), ("PETITJEAN, Sohan", ""),
    ]  # fmt: skip
    first, noel = roster.entries[0], roster.entries[3]
    assert (first.birth_date, first.gender, first.key) == (date(2012, 3, 14), "f", "0759998Z:1826501")
    assert (noel.family_name, noel.used_name, noel.gender) == ("DUPRÉ", "ŒUVRARD", "m")


def test_who_has_left_is_skipped() -> None:
    """A leaving date in the past; one in the future is nothing to worry about."""
    roster = read(data=sample("elevessansadresses.xml"), today=TODAY)
    assert [(line.line, line.reason) for line in roster.skipped] == [(6, reasons.LEFT)]
    assert any(entry.given_name == "Inès" for entry in roster.entries)


def test_a_zip_holds_the_same_students() -> None:
    """As SIECLE gives it out."""
    plain, packed = (read(data=sample(f"elevessansadresses.{end}"), today=TODAY) for end in ("xml", "zip"))
    assert packed.entries == plain.entries


def test_with_addresses_they_are_where_they_live() -> None:
    """Street, postcode, town, phone and e-mail; everything else is the same."""
    without = read(data=sample("elevessansadresses.xml"), today=TODAY).entries
    with_homes = read(data=sample("elevesavecadresses.xml"), today=TODAY).entries
    assert [entry.key for entry in with_homes] == [entry.key for entry in without]
    yanis, linh, sohan = with_homes[1], with_homes[4], with_homes[6]
    assert (yanis.street, yanis.phone) == ("12 avenue des Tilleuls, Bât. C", "+33639980202")
    assert (linh.street, linh.postcode, linh.city) == ("27 rue des Œillets", "93997", "SAINT-MOULIN")
    assert (sohan.street, sohan.postcode, sohan.city) == ("", "", "")


@pytest.mark.parametrize("name", ["elevessansadresses.xml", "elevesavecadresses.xml"])
def test_nothing_else_of_the_file_is_held(name: str) -> None:
    """No national number, birthplace, nationality, second name or former school gets as far as a column."""
    table = table_in(sample(name))
    cells = {cell for row in table.rows for cell in row.cells}
    assert not any("09999" in cell for cell in cells)
    assert not cells & {"75112", "Anne", "COLLEGE", "0199000000", "10210001110", "5A", "5496"}


def test_older_files_say_nom() -> None:
    """Before SIECLE knew two family names."""
    old = sample("elevessansadresses.xml").replace(b"NOM_DE_FAMILLE>", b"NOM>")
    assert (
        read(data=old, today=TODAY).entries
        == read(data=sample("elevessansadresses.xml"), today=TODAY).entries
    )


def test_everything_on_one_line_is_read_alike() -> None:
    """A student's line is their place in the list, so that decisions about two never meet."""
    flat = sample("elevessansadresses.xml").replace(b"\n", b"")
    entries = read(data=flat, today=TODAY).entries
    assert [entry.line for entry in entries] == [1, 2, 3, 4, 5, 7, 8]


def test_more_students_than_any_school_has_are_too_many() -> None:
    """Told before a single row is made."""
    with pytest.raises(ListTooLong):
        table_of({"DONNEES/ELEVES/ELEVE": [{}] * 20_001})
