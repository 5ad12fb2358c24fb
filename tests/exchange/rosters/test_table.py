"""Text becomes rows; a broken line costs itself and nothing else."""

import pytest

from app.exchange.rosters import reasons
from app.exchange.rosters.table import read_table


@pytest.mark.parametrize("sign", ["\t", ";", ",", "|"])
def test_the_separator_is_found(sign: str) -> None:
    """Tabs, semicolons, commas and bars are told apart by the header."""
    table = read_table(
        sign.join(["Nom", "Prénom", "Classe"]) + "\n" + sign.join(["Haas", "Mia", "5G2"]) + "\n"
    )
    assert table.delimiter == sign
    assert table.rows[0].cells == ["Haas", "Mia", "5G2"]


def test_commas_inside_cells_do_not_mislead() -> None:
    """Addresses full of commas leave a semicolon list a semicolon list."""
    table = read_table("A;B\n1, rue X, bât. 2;y\n3, rue Z, bât. 4;z\n")
    assert table.delimiter == ";"


def test_the_spreadsheet_s_own_line_is_obeyed() -> None:
    """A first line "sep=|" names the separator and is no student."""
    table = read_table("sep=|\nNom|Prénom\nHaas|Mia\n")
    assert (table.headers, table.ignored, [row.line for row in table.rows]) == (
        ["Nom", "Prénom"],
        [1, 2],
        [3],
    )


def test_titles_above_the_header_are_passed_over() -> None:
    """A title and an empty line above the header are ignored, and line numbers stay those of the file."""
    table = read_table("Élèves de la 5G2;;\n\nNom;Prénom;Classe\nHaas;Mia;5G2\n")
    assert table.ignored == [1, 2, 3]
    assert [row.line for row in table.rows] == [4]


def test_a_list_without_header_has_numbered_columns() -> None:
    """The first student of a list without header is a student, not a heading."""
    table = read_table("Haas;Mia;12.03.2011\nKlein;Tom;01.02.2012\n")
    assert table.headers == ["#1", "#2", "#3"]
    assert len(table.rows) == 2


def test_headings_can_be_told_apart() -> None:
    """Two columns of one name and one without a name get names of their own."""
    assert read_table("Nom;Nom;;Prénom\na;b;c;d\n").headers == ["Nom", "Nom (2)", "#3", "Prénom"]


def test_an_unclosed_quotation_mark_costs_one_line() -> None:
    """The lines after it are read as if nothing had happened."""
    table = read_table('Nom;Prénom\nHaas;"Mia\nKlein;Tom\nWeis;"Eva"\n')
    assert [(line.line, line.reason) for line in table.rejected] == [(2, reasons.QUOTES)]
    assert [row.cells[0] for row in table.rows] == ["Klein", "Weis"]


def test_a_cell_may_run_over_several_lines() -> None:
    """An address written over two lines belongs to one student; its second line is accounted for."""
    table = read_table('Nom;Prénom;Adresse\nHaas;Mia;"1, rue X\n4111 Esch"\nKlein;Tom;\n')
    assert [row.line for row in table.rows] == [2, 4]
    assert table.ignored == [1, 3]


def test_too_few_and_too_many_cells_are_rejected() -> None:
    """A shifted line is rejected; empty cells at the end are not counted against it."""
    table = read_table("Nom;Prénom\nHaas\nKlein;Tom;5G2\nWeis;Eva;;\n")
    assert [(line.line, line.reason) for line in table.rejected] == [
        (2, reasons.COLUMNS),
        (3, reasons.COLUMNS),
    ]
    assert [row.line for row in table.rows] == [4]


def test_a_repeated_header_is_no_student() -> None:
    """Exports that print the header above every class are read through."""
    table = read_table("Nom;Prénom\nHaas;Mia\nNom;Prénom\nKlein;Tom\n")
    assert [row.cells[0] for row in table.rows] == ["Haas", "Klein"]
    assert table.ignored == [1, 3]


def test_a_table_does_not_show_its_words() -> None:
    """No cell of a list reaches a log through repr."""
    table = read_table("Nom;Prénom\nHaas;Mia\n")
    assert "Haas" not in repr(table) + str(table) + repr(table.rows) + f"{table.rows[0]}"
