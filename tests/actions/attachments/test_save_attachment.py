"""An attachment leaves only by choice: the very bytes, a line in the ledger, nothing replaced unasked."""

from pathlib import Path

import pytest

from app.actions.attachments.add_attachment import add_attachment
from app.actions.attachments.save_attachment import save_attachment
from app.actions.disclosure.name_disclosed import name_disclosed
from app.errors import AttachmentLost, FileNotWritten, NameTaken
from app.models.attachment import Attachment
from app.storage.notebook import Notebook
from tests import builders, pictures

WHERE = {"recipient": "ONE", "ground": "AGREEMENT", "language": "fr"}


@pytest.fixture
def attachment(notebook: Notebook, library, tmp_path: Path) -> Attachment:
    """One kept with an interview."""
    sheet = builders.finished(notebook, library, student_id=builders.kept_student(notebook).id)
    (tmp_path / "bilan.pdf").write_bytes(pictures.pdf())
    return add_attachment(
        notebook, kind="interview", record_id=sheet.record.id, path=tmp_path / "bilan.pdf"
    ).attachment


def test_the_file_and_its_line(
    notebook: Notebook, library, locale_fr, attachment: Attachment, tmp_path: Path
) -> None:
    """Byte for byte, readable by its owner only; to whom, on what ground, about whom."""
    path = tmp_path / "out.pdf"
    changes = save_attachment(notebook, attachment_id=attachment.id, path=path, **WHERE)
    assert path.read_bytes() == pictures.pdf()
    assert path.stat().st_mode & 0o077 == 0
    (line,) = notebook.disclosures.list()
    interview = notebook.interviews.get(attachment.record_id)
    assert (line.record_kind, line.record_id, line.means) == ("attachment", attachment.id, "saved")
    assert (line.student_id, line.case_id) == (interview.student_id, interview.case_id)
    assert (line.recipient, line.ground) == ("ONE", "AGREEMENT")
    assert changes.ids("disclosure") == {line.id}
    assert name_disclosed(library, locale_fr, line) == "Pièce jointe"


def test_a_case_s_own_line(notebook: Notebook, attachment: Attachment, tmp_path: Path) -> None:
    """Kept with a case, the line is that case's."""
    case = notebook.cases.list()[0]
    kept = add_attachment(notebook, kind="case", record_id=case.id, path=tmp_path / "bilan.pdf").attachment
    save_attachment(notebook, attachment_id=kept.id, path=tmp_path / "out.pdf", **WHERE)
    (line,) = notebook.disclosures.list()
    assert (line.case_id, line.student_id) == (case.id, case.student_id)


def test_nothing_is_replaced_unasked(notebook: Notebook, attachment: Attachment, tmp_path: Path) -> None:
    """What lies there stays, and no line is written; agreed to, it is replaced."""
    path = tmp_path / "out.pdf"
    path.write_bytes(b"somebody's")
    with pytest.raises(NameTaken):
        save_attachment(notebook, attachment_id=attachment.id, path=path, **WHERE)
    assert path.read_bytes() == b"somebody's"
    assert notebook.disclosures.list() == []
    save_attachment(notebook, attachment_id=attachment.id, path=path, replace=True, **WHERE)
    assert path.read_bytes() == pictures.pdf()


def test_a_place_that_cannot_be_written_to(
    notebook: Notebook, attachment: Attachment, tmp_path: Path
) -> None:
    """No file, no line."""
    with pytest.raises(FileNotWritten):
        save_attachment(notebook, attachment_id=attachment.id, path=tmp_path / "no" / "out.pdf", **WHERE)
    assert notebook.disclosures.list() == []


def test_without_its_line_nothing_leaves(notebook: Notebook, attachment: Attachment, tmp_path: Path) -> None:
    """Where the ledger cannot be written, the file is taken back."""
    notebook.history._engine.run("ALTER TABLE disclosure RENAME TO elsewhere")
    with pytest.raises(Exception, match="disclosure"):
        save_attachment(notebook, attachment_id=attachment.id, path=tmp_path / "out.pdf", **WHERE)
    assert not (tmp_path / "out.pdf").exists()


def test_what_is_damaged_does_not_leave(notebook: Notebook, attachment: Attachment, tmp_path: Path) -> None:
    """Nobody is handed bytes that were not added."""
    notebook.history._engine.run("DELETE FROM attachment_content")
    with pytest.raises(AttachmentLost):
        save_attachment(notebook, attachment_id=attachment.id, path=tmp_path / "out.pdf", **WHERE)
    assert not (tmp_path / "out.pdf").exists()
    assert notebook.disclosures.list() == []
