"""What the author thinks for themself reaches no paper, no copy, no search, no log and no other file."""

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app import log
from app.actions.copies.copy_notebook import copy_notebook
from app.actions.look_at_today import look_at_today
from app.actions.papers.prepare_paper import prepare_blank_paper, prepare_paper
from app.actions.sheets.open_sheet import open_sheet
from app.actions.students.look_at_student import look_at_student
from app.actions.timeline.tell_sheets import tell_sheets
from app.actions.timeline.tell_timeline import tell_timeline
from app.documents import form_pdf
from app.i18n import NAMES, Locale
from app.models.kinds import FORM_KINDS
from app.personal.note import NoteDraft
from app.personal.notes import PersonalNotes
from app.security.vault_key import VaultKey
from app.storage.lock import NotebookLock
from app.storage.notebook import NOTEBOOK, PERSONAL, Notebook, read_keys
from app.ui.form_view.parts.marked_area import MarkedArea
from app.ui.personal.personal_panel import PersonalPanel
from tests.frameworks.resources import shipped
from tests.stories.bad_input.scene import Scene
from tests.stories.conftest import OpenDesk
from tests.stories.desk import PATIENCE, Desk
from tests.stories.every_place import every_place
from tests.stories.looking import Word, decrypted

LETTERS = "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûüœßABCXYZÉ0123456789"
words = st.text(LETTERS, min_size=6, max_size=20).map(lambda text: Word(f"Qzx{text}kqzx7wj"))
around = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
steps = st.lists(
    st.tuples(st.sampled_from(("save", "keep", "search", "refile", "look")), st.integers(0, 2), around),
    min_size=3, max_size=10,
)  # fmt: skip
slow: dict[str, Any] = {  # each example opens notebooks and windows: a failing one is told as it is
    "deadline": None,
    "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    "phases": (Phase.explicit, Phase.reuse, Phase.generate),
}


class Vault(NamedTuple):
    """Where the two files lie and what opens them, after everything was closed."""

    folder: Path
    keys: dict[Path, bytes]

    def assert_only_personal(self, word: Word) -> None:
        """The word is in the personal notes, which proves that it would be found, and nowhere else."""
        notebook, personal = self.folder / NOTEBOOK, self.folder / PERSONAL
        assert word.in_database(personal, self.keys[personal]), "the word was never written"
        assert word.in_database(notebook, self.keys[notebook]) == []


@contextmanager
def opened(full: Path, key: bytes, folder: Path) -> Iterator[tuple[Notebook, PersonalNotes]]:
    """A copy of the full notebook with its personal notes."""
    shutil.copytree(full, folder)
    keys, lock = read_keys(folder), NotebookLock(folder)
    lock.acquire()
    vault_key = VaultKey(key=key, vault_id=keys.vault_id, epoch=keys.epoch)
    notebook = Notebook._opened(folder, keys.vault_id, vault_key, lock)
    personal = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    yield notebook, personal
    personal.close()
    notebook.close()


def papers(notebook: Notebook) -> Iterator[bytes]:
    """Every form in every language, blank and as filled as the notebook has it."""
    day = date.today()
    for code in NAMES:
        locale = Locale(code)
        for form in shipped().forms_for(notebook.framework):
            blank = prepare_blank_paper(
                notebook, library=shipped(), form_key=form.key, locale=locale, day=day
            )
            yield form_pdf.build(blank, locale)
        for kind in FORM_KINDS:
            for record in notebook.sheets(kind).list():
                if record.student_id is not None:
                    sheet = open_sheet(notebook, library=shipped(), kind=kind, record_id=record.id)
                    subject = prepare_paper(notebook, library=shipped(), sheet=sheet, locale=locale)
                    yield form_pdf.build(subject, locale)


@settings(max_examples=3, **slow)
@given(word=words, doings=steps)
def test_no_paper_no_table_no_copy_holds_a_personal_word(
    full_notebook: Path, full_key: bytes, tmp_path: Path, word: Word, doings: list[Any]
) -> None:
    """Noted, drafted, worded anew, filed elsewhere or searched for: it stays in the file of the notes."""
    place = tmp_path / uuid.uuid4().hex
    place.mkdir()
    log.configure(file=place / "carnet.log")
    with opened(full_notebook, full_key, place / "carnet") as (notebook, personal):
        student = notebook.students.list()[0]
        subjects = [student.id, notebook.interviews.list()[0].id, notebook.referrals.list()[0].id]
        personal.save(subject_id=subjects[0], student_id=student.id, text=word.word)
        for doing, which, other in doings:
            _do(personal, doing, subjects[which], student.id, f"{other} {word.word} {other[::-1]}")
        locale = Locale("fr")
        events = tell_timeline(notebook, library=shipped(), student_id=student.id, locale=locale)
        said = [
            look_at_today(notebook, library=shipped(), day=date.today()),
            look_at_student(notebook, student_id=student.id, day=date.today()),
            *tell_sheets(notebook, library=shipped(), locale=locale, events=events),
            *notebook.search.people(word.word), *notebook.search.writings(word.word),
        ]  # fmt: skip
        assert not word.in_text(repr(said) + repr(personal.search(word.word)))
        assert notebook.search.people(word.word) == notebook.search.writings(word.word) == []
        assert [pdf for pdf in papers(notebook) if word.in_pdf(pdf)] == []
        copy = copy_notebook(notebook, destination=place)
        keys = notebook.keys_of_files()
    log.configure(file=tmp_path / "after.log")
    Vault(place / "carnet", keys).assert_only_personal(word)
    Vault(copy, {copy / path.name: key for path, key in keys.items()}).assert_only_personal(word)
    assert word.in_files(place) == []


def _do(personal: PersonalNotes, doing: str, subject: str, student: str, text: str) -> None:
    if doing == "save":
        personal.save(subject_id=subject, student_id=student, text=text)
    elif doing == "keep":
        personal.keep(NoteDraft(subject, student, text, len(text), "2026-11-12T10:00:00Z"))
    elif doing == "search":
        personal.search(text)
    elif doing == "refile":
        personal.refile(subject_id=subject, student_id=None)
    else:
        personal.before(subject), personal.due(date.max), personal.of_student([student])


@settings(max_examples=1, **slow)
@given(word=words)
def test_the_window_lets_no_personal_word_out(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
    word: Word,
) -> None:  # fmt: skip
    """Typed in the panel beside a sheet and a student, reworded, searched for: no page shows, copies or
    prints it, no title names it, no file but the encrypted one holds it.
    """  # fmt: skip
    place = tmp_path / uuid.uuid4().hex
    for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        (place / name).mkdir(parents=True)
        monkeypatch.setenv(name, str(place / name))
    log.configure(file=place / "carnet.log")
    with open_desk(place / "carnet") as desk:
        student, interview = desk.notebook.students.list()[0], desk.notebook.interviews.list()[0]
        _note(desk, "sheet", word, kind="interview", record_id=interview.id)
        _note(desk, "students", word, record_id=student.id)
        assert len(desk.personal.before(student.id)) >= 2, "every wording was kept"
        for destination in every_place(desk.notebook, desk.workspace.library):
            desk.go(destination)
            if desk.window._panel.isVisible() and not desk.window._panel.is_open:
                desk.press("F8")
            assert not _copied_all(desk, word), destination.screen
            assert not word.in_text("\0".join(_shown(desk))), destination.screen
            paper = getattr(desk.page, "_pdf", b"")
            assert not paper or not word.in_pdf(paper)
        assert not any(word.in_text(title) for title in desk.titles())
        keys = desk.notebook.keys_of_files()
    log.configure(file=tmp_path / "after.log")
    QGuiApplication.clipboard().clear()
    assert not any(word.in_text(text) for text in capfd.readouterr())
    Vault(place / "carnet", keys).assert_only_personal(word)
    assert word.in_files(place) == []


def _note(desk: Desk, screen: str, word: Word, **where: str) -> None:
    """Open the panel, type, wait for the draft, fold, change the wording twice, search."""
    desk.go(screen, **where)
    desk.press("F8")
    subject = desk.page.notes_subject()
    assert subject is not None
    for n in range(3):
        desk.type(f" {word.word} {n}")
        desk.bot.waitUntil(lambda: desk.personal.draft(subject[0]) is not None, timeout=PATIENCE)
        desk.press("F8")
        note = desk.personal.get(subject[0])
        assert note is not None
        assert word.in_text(note.text)
        desk.press("F8")
    panel = desk.window._panel
    panel._search.setFocus()
    desk.type(word.word)
    desk.bot.waitUntil(lambda: len(panel._results.findChildren(QWidget)) > 2, timeout=PATIENCE)


def _copied_all(desk: Desk, word: Word) -> bool:
    """Everything on the page marked and copied, field after field, as somebody in a hurry would."""
    clipboard = QGuiApplication.clipboard()
    kinds = QLineEdit | QPlainTextEdit | QTextEdit | MarkedArea | QAbstractItemView
    page = desk.page
    fields = [field for field in page.findChildren(QWidget) if isinstance(field, kinds)]
    for field in [page, *(field for field in fields if field.isVisible() and field.isEnabled())]:
        clipboard.clear()
        field.setFocus()
        desk.press("Ctrl+A")
        desk.press("Ctrl+C")
        if word.in_clipboard(clipboard.mimeData()):
            return True
    return False


def _shown(desk: Desk) -> Iterator[str]:
    """What anything outside the panel shows or says to a screen reader."""
    panel = desk.window.findChild(PersonalPanel)
    for widget in [desk.window, *desk.window.findChildren(QWidget)]:
        if widget is panel or panel.isAncestorOf(widget):
            continue
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        yield from (widget.accessibleDescription(), widget.objectName())
        if isinstance(text := getattr(widget, "text", None), object) and callable(text):
            yield str(text())
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            yield widget.toPlainText()


@settings(max_examples=1, **slow)
@given(word=words)
def test_no_command_says_a_personal_word(
    full_notebook: Path, full_key: bytes, tmp_path: Path, word: Word
) -> None:
    """Checking, printing and importing on a notebook with such notes: nothing on the way out, or on disk."""
    place = tmp_path / uuid.uuid4().hex
    with opened(full_notebook, full_key, place / "before") as (notebook, personal):
        student = notebook.students.list()[0]
        for text in (word.word, f"{word.word} encore"):
            personal.save(subject_id=student.id, student_id=student.id, text=text)
        personal.keep(NoteDraft("d" * 32, student.id, word.word, 0, "2026-11-12T10:00:00Z"))
        case = notebook.cases.list()[0].reference
        keys = notebook.keys_of_files()
    scene = Scene(place, full=place / "before")
    phrase = ("--passphrase-file", "{phrase}")
    filled = ("print", "{notebook}", "--record", case, "--form")
    for command in (
        ("check", "{notebook}", "--json"),
        (*filled, "f1-interview", "-o", "{out}/1.pdf"),
        (*filled, "f4-referral", "-o", "{out}/2.pdf"),
        ("print", "{notebook}", "--form", "f4-referral", "--blank", "-o", "{out}/3.pdf"),
        ("import-roster", "{notebook}", "{list}", "--json"),
    ):
        ran = scene.run(*command, *phrase, language="fr")
        assert ran.exit == 0, ran.err
        assert not word.in_text(ran.out + ran.err + ran.log)
    assert [pdf.name for pdf in scene.out.glob("*.pdf") if word.in_pdf(pdf.read_bytes())] == []
    assert len(list(scene.out.glob("*.pdf"))) == 3
    moved = {scene.notebook / path.name: key for path, key in keys.items()}
    Vault(scene.notebook, moved).assert_only_personal(word)
    assert word.in_files(place) == []


@given(word=words)
def test_the_looking_itself_works(word: Word) -> None:
    """Each guise is seen through, so that finding nothing means something."""
    text = word.word
    assert word.in_text(f"x{text.upper()}x")
    assert word.in_bytes(b"\0" + text.encode("utf-16-le"))
    assert word.in_bytes(text.encode("utf-8"))
    assert word.in_bytes(text.encode().hex().encode())


def test_the_pages_of_the_file_are_really_read(full_notebook: Path, full_key: bytes, tmp_path: Path) -> None:
    """In clear, the pages of the notebook show the names that are in it."""
    with opened(full_notebook, full_key, tmp_path / "carnet") as (notebook, _):
        keys = notebook.keys_of_files()
    path = tmp_path / "carnet" / NOTEBOOK
    assert any(b"Da Costa" in page for page in decrypted(path, keys[path]))
    assert Word("Le pigeonnier").in_database(path, keys[path])
