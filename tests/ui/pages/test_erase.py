"""Erasing for ever on the screen: what goes is read, the word is written, and the certificate comes."""

import pytest
from pytestqt.qtbot import QtBot

from app.actions.bin_record import bin_record
from app.actions.cases.save_case import save_case
from app.actions.copies.copy_notebook import LAST_COPY
from app.actions.disclosure.record_disclosure import record_disclosure
from app.actions.save_partner import save_partner
from app.ui.destination import Destination
from app.ui.dialogs.edit_case import edit_case
from app.ui.main_window import MainWindow
from app.ui.pages.bin import BinPage
from app.ui.pages.certificate import CertificatePage
from app.ui.pages.erase import ErasePage
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.asking import press, when_asked


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> MainWindow:
    """The whole window, on today's page."""
    made = MainWindow(workspace)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.go(Destination("today"))
    return made


def _words(window: MainWindow) -> str:
    page = window.page()
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def _button(window: MainWindow, words: str) -> Button:
    return next(b for b in window.findChildren(Button) if b.accessibleName() == words and b.isVisible())


def _binned_student(workspace: Workspace) -> str:
    """Inês with an interview, a paper that was printed and two personal notes, in the bin."""
    notebook = workspace.notebook
    student = builders.kept_student(notebook)
    sheet = builders.finished(notebook, workspace.library, student_id=student.id)
    record_disclosure(
        notebook, sheet=sheet, pdf=builders.PDF, means="printed", recipient="Mme X", ground="", language="fr"
    )
    workspace.personal.save(subject_id=student.id, student_id=student.id, text="Parapluie jaune.")
    workspace.personal.save(subject_id=sheet.record.id, student_id=student.id, text="Tournesol.")
    workspace.personal.save(subject_id="e" * 32, student_id=None, text="À moi, Tournesol.")
    bin_record(notebook, library=workspace.library, kind="student", record_id=student.id)
    return student.id


def test_from_the_bin_to_the_certificate(qtbot: QtBot, workspace: Workspace, window: MainWindow) -> None:
    """Read what goes, write the word, press: gone with its personal notes, nothing else, and proved."""
    student_id = _binned_student(workspace)
    notebook = workspace.notebook
    window.go(Destination("bin"))
    assert isinstance(window.page(), BinPage)
    _button(window, "Erase for ever…").click()
    page = window.page()
    assert isinstance(page, ErasePage)
    words = _words(window)
    assert "Inês Da Costa" in words
    for part in ("1 student’s sheet", "1 case", "1 interview", "2 personal notes beside it"):
        assert part in words
    assert "1 paper was printed or saved" in words
    assert "No copy was made from here." in words
    assert not page.erase.isEnabled()
    page.word.setText("eras")
    assert not page.erase.isEnabled()
    page.word.setText(" Erase ")
    page.erase.click()
    qtbot.waitUntil(lambda: window.here.screen == "certificate", timeout=10_000)
    assert notebook.students.find(student_id) is None
    assert not notebook.erasures.unfinished()
    assert workspace.personal.search("parapluie") == []
    assert [note.subject_id for note in workspace.personal.search("tournesol")] == ["e" * 32]
    certificate = window.page()
    assert isinstance(certificate, CertificatePage)
    words = _words(window)
    for part in ("1 student’s sheet", "2026-0001", "Claire Aubrin", "line "):
        assert part in words
    assert "Costa" not in words
    assert notebook.damage() == []


def test_nothing_on_the_window_remembers(qtbot: QtBot, workspace: Workspace, window: MainWindow) -> None:
    """Pages that showed the student are gone, and the way back leads past them."""
    student_id = _binned_student(workspace)
    window.go(Destination("students", record_id=student_id))
    window.go(Destination("erase", kind="student", record_id=student_id))
    page = window.page()
    assert isinstance(page, ErasePage)
    page.word.setText("erase")
    page.erase.click()
    qtbot.waitUntil(lambda: window.here.screen == "certificate", timeout=10_000)
    qtbot.wait(50)
    assert not any("Costa" in label.text() for label in window.findChildren(Label))
    window.go_back()
    assert window.here.screen in {"today", "erase"}
    assert not any("Costa" in label.text() for label in window.findChildren(Label))


def test_the_paper_is_saved_in_the_readers_language(
    qtbot: QtBot, workspace: Workspace, window: MainWindow, tmp_path
) -> None:
    """A German certificate from an English window; the log notes it."""
    student_id = _binned_student(workspace)
    window.go(Destination("erase", kind="student", record_id=student_id))
    page = window.page()
    assert isinstance(page, ErasePage)
    page.word.setText("erase")
    page.erase.click()
    qtbot.waitUntil(lambda: window.here.screen == "certificate", timeout=10_000)
    certificate = window.page()
    assert isinstance(certificate, CertificatePage)
    certificate.paper.language.choose("de")
    certificate.paper.save_to(tmp_path / "certificate.pdf")
    assert (tmp_path / "certificate.pdf").read_bytes().startswith(b"%PDF")
    assert (line := workspace.notebook.audit.list(limit=1)[0]).what == "saved"
    window.go(Destination("settings", kind="log"))
    assert line.kind == "erasure"


def test_leaving_changes_nothing(workspace: Workspace, window: MainWindow) -> None:
    """The nearer button leaves everything as it is, and the word is gone the next time."""
    student_id = _binned_student(workspace)
    window.go(Destination("bin"))
    window.go(Destination("erase", kind="student", record_id=student_id))
    page = window.page()
    assert isinstance(page, ErasePage)
    page.word.setText("erase")
    count = workspace.notebook.audit.count()
    _button(window, "Leave everything as it is").click()
    assert isinstance(window.page(), BinPage)
    window.go(Destination("erase", kind="student", record_id=student_id))
    assert page.word.text() == ""
    assert not page.erase.isEnabled()
    assert workspace.notebook.audit.count() == count
    assert len(workspace.personal.search("tournesol")) == 2


def test_copies_made_before_are_named(workspace: Workspace, window: MainWindow) -> None:
    """A copy that was made here still holds it: said with its day."""
    workspace.notebook.preferences.set(LAST_COPY, "2026-11-02T09:00:00Z")
    window.go(Destination("erase", kind="student", record_id=_binned_student(workspace)))
    assert "Copies of the notebook made until 02/11/2026" in _words(window)


def test_what_others_name_is_told_and_kept(workspace: Workspace, window: MainWindow) -> None:
    """A directory entry a referral names: a sentence instead of the list, and no button to press."""
    notebook = workspace.notebook
    partner, student = builders.partner(), builders.kept_student(notebook)
    save_partner(notebook, partner=partner)
    values = {"partner": partner.id}
    builders.finished(
        notebook, workspace.library, form_key="f4-referral", student_id=student.id, values=values
    )
    bin_record(notebook, library=workspace.library, kind="partner", record_id=partner.id)
    window.go(Destination("erase", kind="partner", record_id=partner.id))
    page = window.page()
    assert isinstance(page, ErasePage)
    assert "it is named elsewhere (1)" in "\n".join(label.text() for label in window.findChildren(Label))
    page.word.setText("erase")
    assert not page.erase.isEnabled()


def test_a_case_is_erased_from_its_dialog(workspace: Workspace, window: MainWindow) -> None:
    """The whole case without the student."""
    student = builders.kept_student(workspace.notebook)
    case = builders.case(student.id)
    save_case(workspace.notebook, case=case)
    when_asked(press("erase"))
    edit_case(workspace, window, case)
    assert window.here == Destination("erase", kind="case", record_id=case.id)
    assert "1 case" in _words(window)


def test_the_log_says_what_was_done(qtbot: QtBot, workspace: Workspace, window: MainWindow) -> None:
    """Every kind of line has its words; what is erased is a number, and its certificate is one press away."""
    from app.ui.settings_sections.log import _SAID, Log

    student_id = _binned_student(workspace)
    erased = workspace.notebook
    with erased.change():
        done = erased.erasures.erase(kind="student", record_ids=[student_id])
    window.go(Destination("settings", kind="log"))
    section = window.page()
    assert section is not None
    log = section.findChild(Log)
    assert log is not None
    said = [entry.said for entry in log._model.rows()]
    assert not any("Costa" in line for line in said)
    assert any("Certificate of erasure" in line for line in said)
    assert any(f"Erased for ever, Claire Aubrin, student {student_id[:8]}" in line for line in said)
    entry = next(one for one in log._model.rows() if "Certificate" in one.title)
    log._open(entry)
    assert window.here == Destination("certificate", record_id=done.id)
    assert "could not be written anew yet" in _words(window)
    _button(window, "Finish now").click()
    qtbot.waitUntil(lambda: not workspace.notebook.erasures.unfinished(), timeout=10_000)
    qtbot.waitUntil(lambda: "could not be written anew yet" not in _words(window))
    from typing import get_args

    from app.models.audit_line import What

    assert set(_SAID) == set(get_args(What))
