"""A zip gives out one list, counted while it is unpacked."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import CarnetError, ListDamaged, ListIsOfficeFile, ListTooLong, ListZipUnclear
from app.exchange.rosters import untrusted_zip
from app.exchange.rosters.open_file import open_file
from app.exchange.rosters.untrusted_zip import only_file
from tests.lists import sample


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return content.getvalue()


def test_the_list_comes_out() -> None:
    """In a folder, beside what some systems add, stored or deflated."""
    added = ("__MACOSX/._list.xml", b"x"), (".DS_Store", b"x"), ("lisezmoi.pdf", b"x")
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        assert only_file(zipped(("export/Liste.XML", b"<a/>"), *added, method=method)) == b"<a/>"


def test_a_bomb_is_stopped_while_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says about its size is not believed, whichever way it lies."""
    monkeypatch.setattr(untrusted_zip, "MAX_BYTES", 5_000_000)
    bomb = zipped(("list.xml", bytes(20_000_000)))
    assert len(bomb) < 30_000
    with pytest.raises(ListTooLong):
        only_file(bomb)
    lying = bomb.replace(struct.pack("<L", 20_000_000), struct.pack("<L", 100))
    with pytest.raises((ListTooLong, ListDamaged)):
        only_file(lying)


@pytest.mark.parametrize(
    "files",
    [
        [],
        [("photo.jpg", b"x")],
        [("a.xml", b"<a/>"), ("b.xml", b"<b/>")],
        [(f"{n}.bin", b"") for n in range(100)] + [("a.xml", b"<a/>")],
    ],
    ids=["nothing", "no list", "two lists", "a hundred files"],
)
def test_without_exactly_one_list_it_is_refused(files: list[tuple[str, bytes]]) -> None:
    """The person is asked to take the list out."""
    with pytest.raises(ListZipUnclear):
        only_file(zipped(*files))


def test_a_zip_in_a_zip_is_not_opened() -> None:
    """One door is enough."""
    with pytest.raises(ListZipUnclear):
        open_file(zipped(("list.xml", zipped(("list.xml", b"<a/>")))))


def test_a_locked_zip_is_refused() -> None:
    """No password is asked for, no unusual packing is undone."""
    data = bytearray(zipped(("list.xml", b"<a/>")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ListZipUnclear):
        only_file(bytes(data))
    with pytest.raises(ListZipUnclear):
        only_file(zipped(("list.xml", b"<a/>"), method=zipfile.ZIP_LZMA))


@pytest.mark.parametrize("marker", ["[Content_Types].xml", "mimetype"])
def test_an_office_file_is_called_one(marker: str) -> None:
    """A workbook is a zip too, and has to be saved as CSV first."""
    with pytest.raises(ListIsOfficeFile):
        open_file(zipped((marker, b"x"), ("xl/sheet1.xml", b"<a/>")))


def test_every_cut_is_noticed() -> None:
    """A download that stopped is damage, at whatever byte."""
    data = sample("elevessansadresses.zip")
    for end in range(4, len(data), 7):
        with pytest.raises(ListDamaged):
            open_file(data[:end])


@given(st.integers(0, len(sample("elevessansadresses.zip")) - 1), st.integers(0, 255))
def test_one_changed_byte_gives_the_list_or_a_sentence(place: int, value: int) -> None:
    """Never another list: the checksum says so."""
    data = bytearray(sample("elevessansadresses.zip"))
    data[place] = value
    try:
        found = only_file(bytes(data))
    except CarnetError as refusal:
        assert refusal.next_step  # noqa: PT017
        return
    assert found == sample("elevessansadresses.xml")
