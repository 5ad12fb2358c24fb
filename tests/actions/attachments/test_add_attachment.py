"""A file becomes an attachment whole, or not at all with its own sentence; the file itself stays."""

import os
import secrets
from pathlib import Path

import pytest

from app.actions.attachments.add_attachment import add_attachment
from app.actions.attachments.delete_source import delete_source
from app.actions.attachments.look_at_attachment import look_at_attachment
from app.actions.bin_record import bin_record, restore_record
from app.errors import (
    AttachmentBroken,
    AttachmentEmpty,
    AttachmentNoRoom,
    AttachmentTooLarge,
    AttachmentUnknownType,
    CarnetError,
    FileUnreadable,
    RecordUnknown,
    SourceNotDeleted,
    Stopped,
)
from app.exchange.attachments.limits import LARGEST
from app.storage.notebook import Notebook
from tests import builders, pictures


@pytest.fixture
def case_id(notebook: Notebook) -> str:
    """A case to keep files with."""
    case = builders.case(builders.kept_student(notebook).id)
    with notebook.change():
        notebook.cases.save(case)
    return case.id


def put(tmp_path: Path, content: bytes, name: str = "bilan.pdf") -> Path:
    """A file outside."""
    path = tmp_path / name
    path.write_bytes(content)
    return path


def refused(notebook: Notebook, case_id: str, path: Path) -> CarnetError:
    """Why it is not added; nothing of it is in the notebook."""
    with pytest.raises(CarnetError) as caught:
        add_attachment(notebook, kind="case", record_id=case_id, path=path)
    assert notebook.attachments.list() == []
    assert notebook.history._engine.row("SELECT count(*) FROM attachment_content") == (0,)
    return caught.value


@pytest.mark.parametrize("kind", pictures.KINDS)
def test_each_kind_is_kept_byte_for_byte(notebook: Notebook, case_id: str, tmp_path: Path, kind: str) -> None:
    """Under its harmless name, with its kind from its bytes, and the file outside untouched."""
    content = pictures.one_of(kind)
    path = put(tmp_path, content, "bilan\u202efdp.exe")
    added = add_attachment(notebook, kind="case", record_id=case_id, path=path)
    attachment = notebook.attachments.get(added.attachment.id)
    assert (attachment.name, attachment.type, attachment.size) == ("bilan\ufffdfdp.exe", kind, len(content))
    assert (attachment.record_kind, attachment.record_id) == ("case", case_id)
    assert attachment.author_id == notebook.author_id
    assert notebook.attachments.content(attachment) == content
    assert added.changes.items == {("attachment", attachment.id)}
    assert path.read_bytes() == content
    with look_at_attachment(notebook, attachment_id=attachment.id) as look:
        assert look.page(0, width=50).width == 50
    assert notebook.damage() == []


def test_what_is_there_already_is_not_kept_twice(notebook: Notebook, case_id: str, tmp_path: Path) -> None:
    """The same bytes with the same record, whatever the file is called now."""
    content = pictures.pdf()
    first = add_attachment(notebook, kind="case", record_id=case_id, path=put(tmp_path, content, "a"))
    again = add_attachment(notebook, kind="case", record_id=case_id, path=put(tmp_path, content, "b"))
    assert again.attachment == first.attachment
    assert again.changes.items == frozenset()
    assert notebook.attachments.count() == 1


def test_each_thing_that_is_wrong_has_its_own_sentence(
    notebook: Notebook, case_id: str, tmp_path: Path
) -> None:
    """Empty, another kind, damaged, gone, a folder, a pipe nobody writes to."""
    os.mkfifo(tmp_path / "pipe")
    wrong = {
        put(tmp_path, b"", "empty.png"): AttachmentEmpty,
        put(tmp_path, b"MZ" + bytes(500), "program.pdf"): AttachmentUnknownType,
        put(tmp_path, b"%PDF-1.7\n" + bytes(500) + b"%%EOF", "nothing.pdf"): AttachmentBroken,
        tmp_path / "gone.pdf": FileUnreadable,
        tmp_path: FileUnreadable,
        tmp_path / "pipe": FileUnreadable,
        Path("a\0b.pdf"): FileUnreadable,
    }
    for path, failure in wrong.items():
        assert type(refused(notebook, case_id, path)) is failure, path


def test_fifty_megabytes_are_kept_and_one_byte_more_is_not(
    notebook: Notebook, case_id: str, tmp_path: Path
) -> None:
    """The bound is where it is said to be; what lies beyond is not even read."""
    content = pictures.pdf()
    largest = content[:-6] + b"%" + bytes(LARGEST - len(content) - 1) + content[-6:]
    assert len(largest) == LARGEST
    added = add_attachment(notebook, kind="case", record_id=case_id, path=put(tmp_path, largest))
    assert notebook.attachments.content(added.attachment) == largest
    with notebook.change():
        notebook.attachments.remove(added.attachment.id)
    failure = refused(notebook, case_id, put(tmp_path, largest[:-6] + b"%" + largest[-6:]))
    assert (type(failure), failure.values["n"]) == (AttachmentTooLarge, 50)
    endless = tmp_path / "endless.pdf"
    with endless.open("wb") as sparse:
        sparse.truncate(1 << 40)
    assert type(refused(notebook, case_id, endless)) is AttachmentTooLarge


def test_a_full_disk_keeps_nothing_of_it(notebook: Notebook, case_id: str, tmp_path: Path) -> None:
    """The sentence is that of a file, not of a text; with room again it is added."""
    engine = notebook.history._engine
    pages = engine.row("PRAGMA page_count")
    assert pages is not None
    path = put(tmp_path, pictures.noise(size=(1200, 900)), "photo.png")
    engine.run(f"PRAGMA max_page_count = {pages[0] + 500}")
    assert type(refused(notebook, case_id, path)) is AttachmentNoRoom
    engine.run("PRAGMA max_page_count = 100000")
    assert add_attachment(notebook, kind="case", record_id=case_id, path=path).changes.items
    assert notebook.damage() == []


def test_it_is_kept_with_records_of_this_notebook_only(notebook: Notebook, tmp_path: Path) -> None:
    """Nothing is attached to what is not there."""
    with pytest.raises(RecordUnknown):
        add_attachment(notebook, kind="interview", record_id="a" * 32, path=put(tmp_path, pictures.pdf()))


def test_any_kind_of_record_can_hold_it(notebook: Notebook, library, tmp_path: Path) -> None:
    """An interview, a referral, and those nobody thought of."""
    student = builders.kept_student(notebook)
    sheet = builders.finished(notebook, library, student_id=student.id)
    path = put(tmp_path, pictures.pdf())
    for kind, record_id in (("interview", sheet.record.id), ("student", student.id)):
        added = add_attachment(notebook, kind=kind, record_id=record_id, path=path)
        assert notebook.attachments.of_records([record_id]) == [added.attachment]


def test_the_bin_and_back(notebook: Notebook, library, case_id: str, tmp_path: Path) -> None:
    """Out of the list and back in it, with every byte."""
    added = add_attachment(notebook, kind="case", record_id=case_id, path=put(tmp_path, pictures.pdf()))
    where = {"library": library, "kind": "attachment", "record_id": added.attachment.id}
    bin_record(notebook, **where)
    assert notebook.attachments.of_records([case_id]) == []
    restore_record(notebook, **where)
    (back,) = notebook.attachments.of_records([case_id])
    assert notebook.attachments.content(back) == pictures.pdf()


def test_the_source_is_deleted_only_while_it_is_the_file_that_was_read(
    notebook: Notebook, case_id: str, tmp_path: Path
) -> None:
    """Changed or replaced since, it stays; gone already, that is said."""
    path = put(tmp_path, pictures.pdf())
    added = add_attachment(notebook, kind="case", record_id=case_id, path=path)
    path.write_bytes(secrets.token_bytes(20))
    with pytest.raises(SourceNotDeleted):
        delete_source(source=added.source)
    assert path.exists()
    path.write_bytes(pictures.pdf())
    again = add_attachment(notebook, kind="case", record_id=case_id, path=path)
    delete_source(source=again.source)
    assert not path.exists()
    with pytest.raises(SourceNotDeleted):
        delete_source(source=again.source)


@pytest.mark.parametrize("looks", [0, 2])
def test_whoever_has_enough_finds_nothing_written(
    notebook: Notebook, case_id: str, tmp_path: Path, looks: int
) -> None:
    """While the file is being decoded, and while it is being written."""
    path, asked = put(tmp_path, pictures.noise(size=(1500, 1000)), "photo.png"), []
    pieces = "SELECT count(*) FROM attachment_content"

    def stopped() -> bool:
        asked.append(notebook.history._engine.row(pieces))
        return looks == 0 or asked[-1] == (looks,)

    with pytest.raises(Stopped):
        add_attachment(notebook, kind="case", record_id=case_id, path=path, stopped=stopped)
    assert asked[-1] == (looks,)
    assert notebook.attachments.list() == []
    assert notebook.history._engine.row(pieces) == (0,)
