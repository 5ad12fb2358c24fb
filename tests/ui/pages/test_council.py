"""Lines for a meeting: marked while they are written, chosen for the list of the class."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.agreements.save_agreement import save_agreement
from app.models.agreement import Agreement
from app.ui.destination import Destination
from app.ui.form_view.kinds.table import Table
from app.ui.form_view.parts.row_note import RowNote
from app.ui.main_window import MainWindow
from app.ui.pages.council import CouncilPage
from app.ui.workspace import Workspace
from tests import builders
from tests.documents.papers import packed, text
from tests.ui.asking import press, when_asked

NOTE = "Le hibou dort sous le toit de la grange."
LINES = [
    {"what": "A besoin d’une place devant.", "agreement": "both"},
    {"what": "Suivie par un psychiatre.", "agreement": "both"},
    {"what": NOTE, "agreement": "student"},
    {"what": "Ne rien dire.", "agreement": "refused"},
]


@pytest.fixture(autouse=True)
def lines_for_today(workspace: Workspace) -> None:
    """Inês with four lines for today’s council and one personal note."""
    student = builders.kept_student(workspace.notebook)
    workspace.personal.save(subject_id=student.id, student_id=student.id, text=NOTE)
    builders.finished(
        workspace.notebook, workspace.library, form_key="f10-council", student_id=student.id,
        values={"lines": LINES, "date": workspace.today.isoformat()},
    )  # fmt: skip


def marks(window: MainWindow) -> list[str]:
    """Why lines of the open sheet are to be looked at again, line by line."""
    (table,) = window.page().findChildren(Table)
    found = []
    for row in table.stack.rows:
        notes = [note.words() for note in row.findChildren(RowNote) if note.isVisibleTo(row)]
        found.append(notes[0] if notes else "")
    return found


def test_a_line_to_look_at_again_is_marked_in_words(qtbot: QtBot, window: MainWindow) -> None:
    """As soon as it stands there, and no longer than it does; colour is not alone."""
    (paper,) = window.workspace.notebook.papers.list()
    window.go(Destination("sheet", kind="paper", record_id=paper.id))
    sensitive, noted = "Look again: sensitive word “psychiatre”.", "Look again: close to your personal notes."
    qtbot.waitUntil(lambda: marks(window) == ["", sensitive, noted, "", ""])
    (table,) = window.page().findChildren(Table)
    field = table.stack.rows[1].fields()[0]
    assert field.accessibleDescription() == sensitive
    field.setPlainText("Vient le jeudi.")
    field.textEdited.emit("Vient le jeudi.")
    qtbot.waitUntil(lambda: marks(window) == ["", "", noted, "", ""])
    assert field.accessibleDescription() == ""


def test_the_list_holds_what_was_agreed_and_looked_at(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """Orange lines wait for a tick of one’s own; a refused line is not even offered."""
    window.go(Destination("council", kind="5G2"))
    page = window.page()
    assert isinstance(page, CouncilPage)
    assert [(line, row.isChecked()) for _, line, row in page.rows] == [
        (LINES[0]["what"], True), (LINES[1]["what"], False), (NOTE, False),
    ]  # fmt: skip
    assert page.receiver.receiver == "class council 5G2"
    qtbot.waitUntil(page.save.isEnabled)
    said = packed(text(page.pdf))
    assert packed("Inês Da Costa") in said
    assert packed(LINES[0]["what"]) in said
    assert not any(packed(words) in said for words in (LINES[1]["what"], NOTE, LINES[3]["what"]))
    page.rows[1][2].click()
    qtbot.waitUntil(lambda: bool(page.pdf) and packed(LINES[1]["what"]) in packed(text(page.pdf)))
    path = tmp_path / "list.pdf"
    page.save_to(path)
    assert path.read_bytes() == page.pdf
    (line,) = window.workspace.notebook.disclosures.list()
    assert (line.recipient, line.ground) == ("class council 5G2", "AGREEMENT")


def test_what_no_font_writes_is_told_before_it_leaves(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    """A Khmer name on the list; gone with its lines."""
    student = builders.kept_student(workspace.notebook, given_name="សខ")
    builders.finished(
        workspace.notebook, workspace.library, form_key="f10-council", student_id=student.id,
        values={"lines": LINES[:1], "date": workspace.today.isoformat()},
    )  # fmt: skip
    window.go(Destination("council", kind="5G2"))
    page = window.page()
    assert isinstance(page, CouncilPage)
    qtbot.waitUntil(page._unwritten.isVisible)
    assert bool(page.pdf)
    (row,) = [row for sheet, _, row in page.rows if sheet.student.id == student.id]
    row.click()
    assert not page._unwritten.isVisible()
    qtbot.waitUntil(lambda: bool(page.pdf))
    assert not page._unwritten.isVisible()


def test_an_agreement_that_is_over_is_told_of(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    """What was agreed to on the sheet does not outlive what was taken back since."""
    (paper,) = workspace.notebook.papers.list()
    assert paper.student_id is not None
    today = workspace.today
    over = Agreement(student_id=paper.student_id, given_on=today, scope="other", withdrawn_on=today)
    save_agreement(workspace.notebook, agreement=over)
    window.go(Destination("council", kind="5G2"))
    page = window.page()
    assert isinstance(page, CouncilPage)
    qtbot.waitUntil(page.save.isEnabled)
    for leave in (page.print_wanted, page.save.click):
        when_asked(press("stay"))
        leave()
    assert workspace.notebook.disclosures.list() == []


def test_without_a_meeting_it_says_where_to_begin(window: MainWindow, workspace: Workspace) -> None:
    """Nothing is offered and nothing can leave."""
    (paper,) = workspace.notebook.papers.list()
    with workspace.notebook.change():
        workspace.notebook.papers.remove(paper.id)
    window.go(Destination("council"))
    page = window.page()
    assert isinstance(page, CouncilPage)
    assert page.rows == []
    assert not page.save.isEnabled()


def test_the_list_is_for_no_family_and_no_stranger(qtbot: QtBot, window: MainWindow) -> None:
    """The council it was made for needs no press; the mother of one of them and an unknown person do."""
    window.go(Destination("council"))
    page = window.page()
    assert isinstance(page, CouncilPage)
    qtbot.waitUntil(page.print.isEnabled)
    assert not page.guard.isVisible()
    for receiver, said in (
        ("La mère d’Inês Da Costa", "it is for no family"),
        ("Cabinet Inconnu", "not in the directory"),
    ):
        page.receiver.show_line(receiver=receiver, ground="AGREEMENT")
        assert not page.print.isEnabled()
        qtbot.waitUntil(lambda said=said: said in page.guard.banner.accessibleName())
        page.print_wanted()
        assert window.workspace.notebook.disclosures.list() == []
        page.guard.looked.click()
        assert page.print.isEnabled()
    page.receiver.show_line(receiver="Les enseignants", ground="AGREEMENT")
    assert page.print.isEnabled()
