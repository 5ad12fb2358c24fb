"""A paper as a file: noted when it is there, and there only when it is noted."""

from pathlib import Path

import pytest

from app.actions.papers.hand_out_file import hand_out_file
from app.actions.sheets.sheet import Sheet
from app.errors import CarnetError, FileNotWritten
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests.builders import TODAY, finished, kept_student
from tests.stories.bad_input.causes import nothing_grows

PDF = b"%PDF-1.4 " + bytes(4000)


@pytest.fixture
def sheet(notebook: Notebook, library: Library) -> Sheet:
    """A referral that has not left yet."""
    return finished(notebook, library, form_key="f4-referral", student_id=kept_student(notebook).id)


def handed_out(notebook: Notebook, sheet: Sheet, path: Path) -> None:
    """Saved for somebody."""
    hand_out_file(
        notebook, sheet=sheet, pdf=PDF, path=path, recipient="Centre Les Tilleuls", ground="AGREEMENT",
        language="fr", today=TODAY,
    )  # fmt: skip


def test_file_and_line_come_together(notebook: Notebook, sheet: Sheet, tmp_path: Path) -> None:
    """The ledger names to whom and why, and the referral is sent."""
    handed_out(notebook, sheet, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == PDF
    (line,) = notebook.disclosures.list()
    assert (line.means, line.recipient, line.ground) == ("saved", "Centre Les Tilleuls", "AGREEMENT")
    assert notebook.referrals.get(sheet.record.id).status == "sent"


def test_a_place_that_refuses_leaves_no_line(notebook: Notebook, sheet: Sheet, tmp_path: Path) -> None:
    """Nothing left, nothing is noted."""
    before = notebook.referrals.get(sheet.record.id)
    with pytest.raises(FileNotWritten):
        handed_out(notebook, sheet, tmp_path / "nowhere" / "a.pdf")
    assert notebook.disclosures.list() == []
    assert notebook.referrals.get(sheet.record.id) == before


def test_a_notebook_that_cannot_note_it_leaves_no_file(
    notebook: Notebook, sheet: Sheet, tmp_path: Path
) -> None:
    """The small file can be written, the notebook's own refuses the commit: the paper is taken back."""
    out = tmp_path / "out"
    out.mkdir()
    with nothing_grows(beyond=100_000), pytest.raises(CarnetError):
        handed_out(notebook, sheet, out / "a.pdf")
    assert list(out.iterdir()) == []
    assert notebook.disclosures.list() == []
    assert notebook.referrals.get(sheet.record.id).status != "sent"
