"""A file is what its bytes say, and each other kind has its own sentence."""

from pathlib import Path

import pytest

from app.errors import (
    CarnetError,
    FileUnreadable,
    ListEmpty,
    ListIsOfficeFile,
    ListIsPdf,
    ListIsPicture,
    ListOfAnotherKind,
    ListTooLong,
    ListUnreadable,
)
from app.exchange.rosters import untrusted_file
from app.exchange.rosters.open_file import open_file
from app.exchange.rosters.untrusted_file import kind_of, read_file

LINE = b"Haas;Mia;12.03.2011;5G2\n"


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", ListEmpty),
        (b"Nom;Pr\xc3\xa9nom;Classe\n", ListEmpty),
        (b"<?xml version='1.0'?><BEE_ELEVES><DONNEES/></BEE_ELEVES>", ListEmpty),
        (b"<BEE_RESPONSABLES/>", ListEmpty),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ListIsPdf),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), ListIsPicture),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100), ListIsPicture),
        (b"\x00\x00\x00\x18ftypheic" + bytes(100), ListIsPicture),
        (b"BM\x36\x00\x01\x00\x00\x00\x00\x00" + bytes(100), ListIsPicture),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), ListIsOfficeFile),
        (b"{\\rtf1\\ansi Haas}", ListIsOfficeFile),
        (b"<?xml version='1.0'?><rss><channel/></rss>", ListOfAnotherKind),
        (b"<BEE_NOMENCLATURES><DONNEES/></BEE_NOMENCLATURES>", ListOfAnotherKind),
        (b"Nom;Pr\xc3\xa9nom;Classe;Date\n" + LINE * 50_000, ListTooLong),
        (bytes(range(256)) * 10, ListUnreadable),
    ],
    ids=[
        "nothing", "header", "no student", "no guardian", "pdf", "png", "jpeg", "phone picture", "bitmap",
        "old workbook", "rich text", "feed", "another export", "50000 lines", "bytes",
    ],
)  # fmt: skip
def test_what_is_no_list_has_its_sentence(data: bytes, refusal: type[CarnetError]) -> None:
    """An empty list, one of another kind and one that is far too long are told apart."""
    with pytest.raises(refusal):
        open_file(data)


def test_a_list_may_begin_like_a_picture() -> None:
    """Two letters are no picture."""
    assert kind_of(b"BM;Nom;Pr\xc3\xa9nom\n1;Haas;Mia\n") == "text"


@pytest.mark.parametrize("page", ["<!DOCTYPE html><html>", "<html>", "<?xml version='1.0'?>\n<html>"])
def test_a_web_page_is_no_xml(page: str) -> None:
    """Some software exports a page and calls it a workbook; its lines are no list Carnet would guess at."""
    assert kind_of(page.encode()) == "text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_xml_is_known_in_every_encoding(encoding: str) -> None:
    """With and without a mark, and after empty lines."""
    assert kind_of("\n<?xml version='1.0'?><a/>".encode(encoding)) == "xml"


def test_a_file_is_read_up_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more is too long; none there cannot be read."""
    monkeypatch.setattr(untrusted_file, "MAX_BYTES", 10)
    file = tmp_path / "list.csv"
    file.write_bytes(b"a" * 10)
    assert read_file(file) == b"a" * 10
    file.write_bytes(b"a" * 11)
    with pytest.raises(ListTooLong):
        read_file(file)
    with pytest.raises(FileUnreadable):
        read_file(tmp_path / "nowhere.csv")
