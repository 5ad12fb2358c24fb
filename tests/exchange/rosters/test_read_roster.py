"""Whole lists of real software are read, line by line accounted for."""

from datetime import date
from pathlib import Path

import pytest

from app.errors import ColumnsMissing, ListEmpty
from app.exchange.rosters import reasons
from app.exchange.rosters.columns import Mapping
from app.exchange.rosters.read_roster import Roster
from tests.lists import read

SAMPLES = Path(__file__).parents[2] / "samples" / "rosters"
TODAY = date(2026, 11, 21)


def sample(name: str) -> Roster:
    return read(data=(SAMPLES / name).read_bytes(), today=TODAY)


def test_a_webuntis_export_is_read() -> None:
    """Tabs and dd.mm.yyyy: family name, given name, class, birth date, number and address."""
    roster = sample("webuntis.txt")
    assert roster.format_name == "WebUntis"
    first = roster.entries[0]
    assert (first.family_name, first.given_name, first.class_name) == ("Da Costa", "Inès", "5G2")
    assert (first.birth_date, first.gender, first.key) == (date(2010, 3, 14), "f", "L-2041")
    assert (first.phone, first.city, first.postcode) == ("+352 691 000 101", "Esch-sur-Alzette", "4111")
    assert len(roster.entries) == 9
    assert not roster.rejected


def test_commas_a_mark_and_attribute_columns_change_nothing() -> None:
    """The other shape of the same export gives the same students."""
    assert sample("webuntis-comma-bom.csv").entries == sample("webuntis.txt").entries


def test_who_has_left_is_skipped_with_a_reason() -> None:
    """A leaving date in the past is no broken line; one in the future is nothing to worry about."""
    roster = sample("webuntis.txt")
    assert [(line.line, line.reason) for line in roster.skipped] == [(10, reasons.LEFT)]
    assert any(entry.given_name == "Lena" for entry in roster.entries)


def test_a_french_list_from_a_spreadsheet_is_read() -> None:
    """Semicolons, cp1252 and dd/mm/yyyy; the medical column is never read."""
    roster = sample("generic-fr.csv")
    assert [entry.listed_name for entry in roster.entries] == [
        "LEFÈVRE, Maëlle", "BEN SAÏD, Yanis", "D'ALMEIDA, Zoé", "DUPRÉ-ŒUVRARD, Noël",
    ]  # fmt: skip
    assert roster.entries[0].street == "3 rue du Cœur-Volant"
    assert "Observations médicales" not in roster.mapping.columns


def test_a_german_list_is_read() -> None:
    """German headings, short dates, German words for gender."""
    entries = sample("generic-de.csv").entries
    assert [entry.birth_date for entry in entries] == [date(2011, 2, 1), date(2010, 8, 19), date(2009, 3, 7)]
    assert [entry.gender for entry in entries] == ["f", "m", "x"]


def test_a_utf16_list_is_read() -> None:
    """What spreadsheets call "Unicode text"."""
    assert [entry.family_name for entry in sample("utf16.txt").entries] == ["Krüger", "Łuczak"]


def test_broken_lines_are_named_and_the_rest_is_read() -> None:
    """Each broken line has its number and its reason; the others become students."""
    roster = sample("broken-lines.csv")
    assert [(line.line, line.reason) for line in roster.rejected] == [
        (5, reasons.BIRTH_DATE), (6, reasons.COLUMNS), (7, reasons.NO_NAME), (8, reasons.QUOTES),
        (11, reasons.COLUMNS), (12, reasons.NOT_A_NAME),
    ]  # fmt: skip
    assert [entry.line for entry in roster.entries] == [4, 9, 13, 16]
    assert roster.entries[-1].doubt == reasons.BORN_LATER
    assert roster.ignored == [1, 2, 3, 10, 14, 15]


@pytest.mark.parametrize(
    ("cell", "doubt"),
    [
        ("01.01.1979", reasons.BORN_LONG_AGO),
        ("01.01.2025", reasons.BORN_YESTERDAY),
        ("22.11.2026", reasons.BORN_LATER),
        ("21.11.2010", ""),
    ],
)
def test_an_unlikely_birth_date_is_a_doubt(cell: str, doubt: str) -> None:
    """A possible date nobody at school can have is not rejected: a person looks at it."""
    roster = read(data=f"Nom;Prénom;Né le\nHaas;Mia;{cell}\n".encode(), today=TODAY)
    assert roster.entries[0].doubt == doubt


def test_one_name_alone_is_a_doubt() -> None:
    """Some people have one name; a person decides whether the list forgot the other."""
    roster = read(data="Nom;Prénom\nSukarno;\n".encode(), today=TODAY)
    assert roster.entries[0].doubt == reasons.ONE_NAME


def test_an_endless_cell_is_rejected() -> None:
    """A name of a thousand letters costs its line; the same in a column nobody reads costs nothing."""
    roster = read(data=f"Nom;Prénom;Notes\n{'a' * 1000};Mia;\nKlein;Tom;{'b' * 1000}\n".encode(), today=TODAY)
    assert [(line.line, line.reason) for line in roster.rejected] == [(2, reasons.TOO_LONG)]
    assert len(roster.entries) == 1


def test_unreadable_characters_cost_one_line() -> None:
    """A line in another encoding is rejected rather than read wrongly."""
    data = "Nom;Prénom\nLefèvre;Zoé\n".encode() + "Grün;Eva\n".encode("cp1252")
    roster = read(data=data, today=TODAY)
    assert [(line.line, line.reason) for line in roster.rejected] == [(3, reasons.UNREADABLE)]


def test_the_person_can_say_what_the_columns_are() -> None:
    """A list with headings of its own is read through the mapping; what is not mapped is not read."""
    data = b"A;B;C\nMia;Haas;asthma\n"
    roster = read(data=data, mapping=Mapping({"A": "given_name", "B": "family_name"}), today=TODAY)
    assert roster.entries[0].listed_name == "Haas, Mia"


def test_a_list_without_header_is_read_through_its_column_numbers() -> None:
    """Every line of it is a student."""
    data = b"Haas;Mia;12.03.2011\nKlein;Tom;01.02.2012\n"
    mapping = Mapping({"#1": "family_name", "#2": "given_name", "#3": "birth_date"})
    assert [entry.line for entry in read(data=data, mapping=mapping, today=TODAY).entries] == [1, 2]


def test_nothing_to_read_is_said() -> None:
    """An empty file, a header alone and unknown headings each have their own sentence."""
    for empty in (b"", b"\n\n", b"Nom;Pr\xc3\xa9nom\n", b"Nom;Pr\xc3\xa9nom\n;\n"):
        with pytest.raises(ListEmpty):
            read(data=empty, today=TODAY)
    with pytest.raises(ColumnsMissing):
        read(data=b"A;B\nx;y\n", today=TODAY)
    with pytest.raises(ColumnsMissing):
        read(data=b"Nom;B\nx;y\n", mapping=Mapping({"Nom": "family_name"}), today=TODAY)


def test_a_roster_does_not_show_its_words() -> None:
    """No name reaches a log through repr or an exception."""
    roster = sample("webuntis.txt")
    shown = repr(roster) + str(roster.entries) + f"{roster.entries[0]}" + repr(roster.rejected)
    assert not any(entry.family_name in shown or entry.given_name in shown for entry in roster.entries)
