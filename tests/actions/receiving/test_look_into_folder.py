"""What comes through the exchange folder."""

import os
from pathlib import Path

import msgspec
import pytest

from app.actions.receiving.exchange_folder import exchange_folder, name_exchange_folder
from app.actions.receiving.look_into_folder import look_into_folder
from app.actions.receiving.receive_package import receive_package
from app.errors import ExchangeFolderHoldsNotebook, FileNotWritten
from app.models.folder_look import FolderLook
from app.storage.notebook import Notebook
from tests.exchange.pair import Pair, rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Shared by both."""
    made = tmp_path / "shared"
    made.mkdir()
    return made


@pytest.fixture
def named(pair_with_case: Pair, folder: Path) -> Pair:
    """The unit looks there."""
    name_exchange_folder(pair_with_case.unit, folder=folder)
    return pair_with_case


def look(pair: Pair, before: FolderLook, by: Notebook | None = None) -> FolderLook:
    """Once more."""
    return look_into_folder(by or pair.unit, library=pair.library, before=before)


def rested(pair: Pair, by: Notebook | None = None) -> FolderLook:
    """Two looks at a folder nobody writes into."""
    return look(pair, look(pair, FolderLook(), by), by)


def test_a_package_is_offered_once_it_rests_and_until_it_is_taken(named: Pair, folder: Path) -> None:
    """Its sender and its cases are told; looking writes nothing anywhere."""
    sent = named.hand_over(path=folder / "carnet-1.age")
    before, files = rows(named.unit), sorted(folder.iterdir())
    first = look(named, FolderLook())
    assert first.arrived == []
    second = look(named, first)
    (arrived,) = second.arrived
    assert (arrived.file, arrived.sender, arrived.cases) == ("carnet-1.age", "Claire Aubrin", 1)
    assert "Claire" not in repr(arrived)
    assert (rows(named.unit), sorted(folder.iterdir())) == (before, files)
    receive_package(named.unit, library=named.library, opened=named.look(sent.path))
    assert look(named, second).arrived == []


def test_a_file_that_is_still_being_copied_is_left_alone(named: Pair, folder: Path) -> None:
    """While it grows nothing is said of it; when it stops half-way it is not called whole."""
    whole = named.hand_over(path=folder.parent / "carnet-1.age").path.read_bytes()
    copied, seen = folder / "carnet-1.age", FolderLook()
    for share in (1, 2, 3):
        copied.write_bytes(whole[: len(whole) * share // 4])
        seen = look(named, seen)
        assert seen.arrived == []
    seen = look(named, seen)
    assert [one.is_whole for one in seen.arrived] == [False]
    copied.write_bytes(whole)
    seen = look(named, seen)
    assert seen.arrived == []
    assert [one.sender for one in look(named, seen).arrived] == ["Claire Aubrin"]


def test_what_is_for_others_is_not_offered(named: Pair, folder: Path) -> None:
    """The sender's own eyes pass over the package in the same folder, and over what is none."""
    named.hand_over(path=folder / "carnet-1.age")
    (folder / "notes.age").write_text("not sealed at all")
    name_exchange_folder(named.ours, folder=folder)
    assert rested(named, named.ours).arrived == []
    assert [one.file for one in rested(named).arrived] == ["carnet-1.age"]


def test_a_receipt_comes_back_the_same_way(named: Pair, folder: Path) -> None:
    """It is offered to whoever sent the package."""
    from app.actions.receipts.write_acknowledgement import write_acknowledgement

    sent = named.hand_over(path=folder / "carnet-1.age")
    opened = named.look(sent.path)
    receive_package(named.unit, library=named.library, opened=opened)
    write_acknowledgement(named.unit, package_id=opened.header.package_id, folder=folder)
    name_exchange_folder(named.ours, folder=folder)
    (arrived,) = rested(named, named.ours).arrived
    assert arrived.kind == "acknowledgement"


def test_an_unknown_sender_is_known_after_the_card(named: Pair, folder: Path) -> None:
    """It cannot be taken; judged anew it can."""
    known = named.recipient(named.unit)
    named.hand_over(path=folder / "carnet-1.age")
    with named.unit.change():
        named.unit.correspondents.save(msgspec.structs.replace(known, state="retired"))
    seen = rested(named)
    assert [(one.package_id, one.is_whole) for one in seen.arrived] == [("", True)]
    with named.unit.change():
        named.unit.correspondents.save(msgspec.structs.replace(known, state="compared"))
    anew = look(named, msgspec.structs.replace(seen, judged={}))
    assert [one.sender for one in anew.arrived] == ["Claire Aubrin"]


def test_a_stick_may_be_away(named: Pair, folder: Path) -> None:
    """Then it is said to be away, and everything is looked at anew when it is back."""
    named.hand_over(path=folder / "carnet-1.age")
    seen = rested(named)
    folder.rename(folder.with_name("elsewhere"))
    away = look(named, seen)
    assert (away.is_there, away.arrived) == (False, [])
    folder.with_name("elsewhere").rename(folder)
    back = look(named, away)
    assert len(look(named, back).arrived) == 1


def test_the_notebook_never_lies_in_it(named: Pair, folder: Path) -> None:
    """Neither the notebook's folder nor one around it; what was named before stays."""
    for wrong in (named.unit.folder, named.unit.folder.parent, named.unit.folder / "copies"):
        with pytest.raises(ExchangeFolderHoldsNotebook):
            name_exchange_folder(named.unit, folder=wrong)
    with pytest.raises(FileNotWritten):
        name_exchange_folder(named.unit, folder=folder / "away")
    assert exchange_folder(named.unit) == folder.resolve()
    name_exchange_folder(named.unit, folder=None)
    assert exchange_folder(named.unit) is None
    assert rested(named).arrived == []


def test_a_full_folder_is_looked_into_in_pieces(named: Pair, folder: Path) -> None:
    """The newest first, a few at once: the window has other work for whoever looks."""
    for number in range(4, 10):
        (folder / f"carnet-{number}.age").write_bytes(b"not a package")
        os.utime(folder / f"carnet-{number}.age", (1_700_000_000 + number, 1_700_000_000 + number))
    named.hand_over(path=folder / "carnet-1.age")
    first = rested(named)
    assert [one.file for one in first.arrived] == ["carnet-1.age"]
    assert set(first.judged) == {"carnet-1.age", *(f"carnet-{number}.age" for number in range(6, 10))}
    second = look(named, first)
    assert second.judged.keys() == second.marks.keys()
    assert [one.file for one in second.arrived] == ["carnet-1.age"]
