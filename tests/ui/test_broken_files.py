"""A notebook whose forms, lists or service were spoiled: what it says, and that the rest is there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.unit_changes.replace_file import replace_file
from app.actions.unit_changes.text_of_file import text_of_file
from app.frameworks.library import Library
from app.i18n import Locale
from app.personal.notes import PersonalNotes
from app.storage.notebook import Notebook
from app.ui.destination import Destination, Screen
from app.ui.main_window import MainWindow
from app.ui.pages.letters import LettersPage
from app.ui.pages.papers import PapersPage
from app.ui.strips.broken_files_strip import BrokenFilesStrip
from app.ui.strips.failure_strip import FailureStrip
from app.ui.student_list_foot import StudentListFoot
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.workspace import Workspace
from tests import builders
from tests.frameworks.resources import copy_of_resources

Opens = Callable[[Library], MainWindow]
PLACES: list[Screen] = ["today", "students", "referrals", "partners", "transfer", "settings"]
MORE_PLACES: list[Screen] = [
    "requests", "bin", "letters", "papers", "roster", "members", "files", "council", "emergency", "workshop",
]  # fmt: skip


@pytest.fixture
def opens(notebook: Notebook, locale_en: Locale, theme: Theme, qtbot: QtBot) -> Iterator[Opens]:
    """Opens a window on the notebook with other files than the shipped ones."""
    personal, tasks = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id), Tasks()

    def open_with(library: Library) -> MainWindow:
        workspace = Workspace(
            notebook, library=library, personal=personal, locale=locale_en, theme=theme, tasks=tasks
        )
        main = MainWindow(workspace)
        qtbot.addWidget(main)
        main.resize(1366, 768)
        main.show()
        return main

    yield open_with
    tasks.stop()
    personal.close()


def strip_of(main: MainWindow) -> BrokenFilesStrip:
    """The strip above the page."""
    strip = main.findChild(BrokenFilesStrip)
    assert isinstance(strip, BrokenFilesStrip)
    return strip


def said(widget: BrokenFilesStrip | FailureStrip) -> str:
    """Its sentences."""
    banner = widget.findChild(Banner)
    assert isinstance(banner, Banner)
    return banner.accessibleName()


def spoiled(folder: Path, *files: str) -> Library:
    """The shipped files, these ones cut in the middle of their first line."""
    copy_of_resources(folder)
    for file in files:
        (folder / file).write_text("title = {\n")
    return Library.load(folder)


def test_nothing_is_said_of_sound_files(opens: Opens, library: Library) -> None:
    """No room is taken."""
    assert strip_of(opens(library)).isHidden()


def test_the_window_names_the_file_and_the_place(opens: Opens, tmp_path: Path) -> None:
    """Which file, which line, what still works; read once it is not told again, another one is."""
    main = opens(spoiled(tmp_path / "a", "forms/f3-plan.toml"))
    strip = strip_of(main)
    assert not strip.isHidden()
    assert "forms/f3-plan.toml cannot be used (line 1)" in said(strip)
    assert "is kept and can be read" in said(strip)
    strip.read.click()
    assert strip.isHidden()
    assert strip_of(opens(Library.load(tmp_path / "a"))).isHidden()
    assert not strip_of(opens(spoiled(tmp_path / "b", "lists/axes.toml"))).isHidden()


def test_many_broken_files_leave_room_for_the_page(opens: Opens, tmp_path: Path) -> None:
    """Two are told, the others are counted and stand in the settings."""
    files = [f"lists/{name}.toml" for name in ("axes", "services", "relation", "urgency")]
    main = opens(spoiled(tmp_path, *files))
    strip = strip_of(main)
    assert "2 more files are broken" in said(strip)
    strip.all.click()
    assert main.here.screen == "settings"
    shown = [banner.accessibleName() for banner in main.page().findChildren(Banner)]
    assert any("lists/urgency.toml" in words for words in shown)


def test_every_place_opens_without_the_service(opens: Opens, tmp_path: Path) -> None:
    """The service of this very notebook cannot be read: every place is there all the same."""
    main = opens(spoiled(tmp_path, "frameworks/lu-sepas.toml"))
    failures = main.findChild(FailureStrip)
    assert failures is not None
    for place in PLACES:
        main.go(Destination(place))
        assert main.here.screen == place
        assert failures.isHidden()


ROOMS = ("forms", "lists", "letters", "frameworks", "reports")


def test_nothing_left_of_the_data_files_and_every_place_opens(
    opens: Opens, tmp_path: Path, notebook: Notebook, library: Library
) -> None:
    """All of them spoiled at once: what was written is there, what cannot be begun is not offered."""
    student = builders.kept_student(notebook)
    case_id = builders.finished(notebook, library, student_id=student.id).record.case_id
    assert case_id
    copy_of_resources(tmp_path)
    for file in (file for room in ROOMS for file in (tmp_path / room).glob("*.toml")):
        file.write_text("title = {\n")
    main = opens(Library.load(tmp_path))
    failures = main.findChild(FailureStrip)
    assert failures is not None
    wanted = [Destination(place) for place in (*PLACES, *MORE_PLACES)] + [
        Destination("students", record_id=student.id), Destination("letter", student_id=student.id),
        Destination("booklet", record_id=case_id), Destination("access", record_id=case_id),
    ]  # fmt: skip
    for one in wanted:
        main.go(one)
        assert main.here == one
        assert failures.isHidden(), one
    main.go(Destination("students", record_id=student.id))
    offered = [one.text() for menu in main.findChildren(StudentListFoot) for one in menu.menu().actions()]
    assert "Import a list" in offered
    assert not {"Letters", "Forms"} & set(offered)


def test_what_was_changed_in_the_workshop_is_on_every_page(
    opens: Opens, notebook: Notebook, library: Library
) -> None:
    """A page that lay open before asks and writes by the new words too, not by those of the morning."""
    main = opens(library)
    main.go(Destination("letters"))
    main.go(Destination("papers"))
    main.go(Destination("workshop"))
    for name, old, new in (
        ("letters/l1-invitation.toml", "Invitation à un entretien", "Venez nous voir"),
        ("forms/f3-plan.toml", "Orientation plan", "My way"),
    ):
        text = text_of_file(notebook, name=name)
        assert old in text
        library = main.workspace.library
        assert main.workspace.act(replace_file, library=library, name=name, text=text.replace(old, new))
    assert main.here.screen == "workshop"
    main.go(Destination("letters"))
    letters = main.page()
    assert isinstance(letters, LettersPage)
    assert letters.choices.letter.subject["fr"] == "Venez nous voir"
    main.go(Destination("papers"))
    papers = main.page()
    assert isinstance(papers, PapersPage)
    assert "My way" in [papers.choices.which.itemText(at) for at in range(papers.choices.which.count())]


def test_a_sheet_of_a_broken_form_is_told_and_kept(
    opens: Opens, tmp_path: Path, notebook: Notebook, library: Library
) -> None:
    """Whose form is broken: the student opens, the line is there, the sheet says why it does not open."""
    student = builders.kept_student(notebook)
    sheet = builders.finished(notebook, library, student_id=student.id)
    before = notebook.interviews.answers(sheet.record.id)
    broken = spoiled(tmp_path, "forms/f1-interview.toml", "forms/f3-plan.toml")
    main = opens(broken)
    main.go(Destination("students", record_id=student.id))
    failures = main.findChild(FailureStrip)
    assert failures is not None
    assert failures.isHidden()
    main.go(Destination("sheet", kind="interview", record_id=sheet.record.id))
    assert not failures.isHidden()
    assert "f1-interview" in said(failures)
    main.go(Destination("today"))
    assert notebook.interviews.answers(sheet.record.id) == before
