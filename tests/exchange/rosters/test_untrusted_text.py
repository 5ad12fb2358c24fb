"""Bytes of a list become text whatever wrote them, or are refused."""

import pytest

from app.errors import ListTooLong, ListUnreadable
from app.exchange.rosters.untrusted_text import MAX_BYTES, UNKNOWN, decode

ACCENTS = "Nom;Prénom\nMüller;Jürgen\nDupré;Zoë\nLefèvre;François\n"


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "iso-8859-15",
        "cp850",
        "mac_roman",
    ],
)
def test_the_encodings_of_school_software_are_told_apart(encoding: str) -> None:
    """Accents come out right from every encoding a school's computer writes."""
    assert decode(ACCENTS.encode(encoding)) == ACCENTS


def test_oe_is_read_from_both_western_encodings() -> None:
    """A list from SIECLE (ISO-8859-15) and one from Excel (cp1252) both keep their œ."""
    for encoding in ("cp1252", "iso-8859-15"):
        assert decode("Nom\nCœur\nŒuvrard\n".encode(encoding)) == "Nom\nCœur\nŒuvrard\n"


def test_one_broken_line_does_not_spoil_the_accents_of_the_others() -> None:
    """A line pasted from elsewhere into a UTF-8 file is marked; the rest is read as UTF-8."""
    data = ACCENTS.encode() + "Grün;Anaïs\n".encode("cp1252")
    text = decode(data)
    assert text.startswith(ACCENTS)
    assert UNKNOWN in text.splitlines()[-1]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(256)) * 4,
        b"%PDF-1.7\n" + bytes(range(1, 32)) * 20,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"Nom;Pr\x00nom\nA;B\n",
    ],
    ids=["spreadsheet", "pdf", "picture", "zero byte"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """Bytes of a workbook, a PDF or a picture never become lines of a list."""
    with pytest.raises(ListUnreadable):
        decode(data)


def test_an_endless_file_is_too_long() -> None:
    """It is not even looked at."""
    with pytest.raises(ListTooLong):
        decode(b"a" * (MAX_BYTES + 1))


def test_an_eastern_list_is_read() -> None:
    """A list from an Eastern European computer keeps its letters."""
    text = "Nazwisko;Imię\n" + "Łuczak;Małgorzata\nŚwierczyński;Błażej\nWójcik;Łucja\n" * 5
    assert decode(text.encode("cp1250")) == text


def test_an_old_end_mark_is_dropped() -> None:
    """The end mark old programs write is no student."""
    assert decode(b"Nom\nHaas\n\x1a") == "Nom\nHaas\n"
