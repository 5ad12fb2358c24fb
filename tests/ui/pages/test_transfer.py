"""Cards, packages and receipts in the window, between two real notebooks."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.own_card import own_card
from app.actions.retire_correspondent import retire_correspondent
from app.actions.write_card import write_card
from app.errors import CardIsOwn
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.case import Case
from app.models.package import Package
from app.models.told import Told
from app.personal.notes import PersonalNotes
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.dialogs.compare_card import CardComparison, compare_card, compare_known
from app.ui.pages.conflict import ConflictPage
from app.ui.pages.hand_over import HandOverPage
from app.ui.pages.page import Page
from app.ui.pages.receive import ReceivePage
from app.ui.pages.transfer import TransferPage
from app.ui.rail_counts import rail_counts
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.transfer.arrival import Arrival
from app.ui.transfer.case_choice import CaseChoice
from app.ui.transfer.correspondent_panel import CorrespondentPanel
from app.ui.transfer.package_line import PackageLine
from app.ui.transfer.told_rows import ToldRows
from app.ui.transfer.write_receipt import write_receipt
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.empty_state import OpenNotebook
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace
from tests import builders
from tests.acquaintance import acquaint, new_unit
from tests.ui.asking import press, when_asked

WAIT = 20_000


@pytest.fixture
def unit(tmp_path: Path, library: Library, locale_en: Locale, theme: Theme) -> Iterator[Workspace]:
    """The unit's notebook, open in a window of its own."""
    notebook = new_unit(tmp_path / "unit")
    personal, tasks = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id), Tasks()
    yield Workspace(notebook, library=library, personal=personal, locale=locale_en, theme=theme, tasks=tasks)
    tasks.stop()
    personal.close()
    notebook.close()


@pytest.fixture
def case(notebook: Notebook, library: Library) -> Case:
    """A case of Inês with an interview whose conclusion travels."""
    student = builders.kept_student(notebook)
    with notebook.change():
        case = notebook.cases.save(builders.case(student.id))
    write(notebook, library, case, "On se revoit dans un mois.")
    return case


def write(notebook: Notebook, library: Library, case: Case, conclusion: str) -> str:
    """One more interview in the case; its identifier."""
    sheet = builders.finished(
        notebook, library, student_id=case.student_id, values={"conclusion": conclusion}
    )
    with notebook.change():
        notebook.interviews.save(msgspec.structs.replace(sheet.record, case_id=case.id))
    return str(sheet.record.id)


def shown(qtbot: QtBot, page: Page, **where: str) -> None:
    """The page on a screen of 1366 by 768, opened there."""
    qtbot.addWidget(page)
    qtbot.kept = [*getattr(qtbot, "kept", []), page]  # type: ignore[attr-defined]  # never collected while painted
    page.workspace.changed.connect(page.show_changes)
    page.resize(1182, 768)
    page.show()
    page.open(Destination("transfer", **where))


def words(page: Page) -> str:
    """Everything the page says, once what was just added is seen."""
    QApplication.processEvents()
    labels = [label for label in page.findChildren(Label) if label.isVisibleTo(page)]
    return "\n".join(label.text() for label in labels)


def button(page: Page, said: str) -> Button:
    """The button that says this."""
    QApplication.processEvents()
    return next(one for one in page.findChildren(Button) if one.isVisibleTo(page) and one.words() == said)


def ground(page: Page) -> ComboField:
    """Where the ground is said."""
    return next(one for one in page.findChildren(ComboField) if one.accessibleName() == "On what ground")


def handed_over(qtbot: QtBot, workspace: Workspace, case: Case, folder: Path) -> Path:
    """The case handed over to the only correspondent; the file."""
    page = HandOverPage(workspace)
    (to,) = workspace.notebook.correspondents.list()
    shown(qtbot, page, record_id=to.id)
    page.choose(case.id)
    qtbot.waitUntil(lambda: page.preview is not None and bool(page.preview.leaves), timeout=WAIT)
    folder.mkdir(exist_ok=True)
    ground(page).choose("AGREEMENT")
    page.close_package(folder)
    qtbot.waitUntil(lambda: "is ready" in words(page), timeout=WAIT)
    return max(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)


def test_a_new_notebook_shows_its_card_and_says_how_to_begin(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    """Eight words and eight groups of digits; the file is written where one says."""
    page = TransferPage(workspace)
    shown(qtbot, page)
    assert "Nobody yet." in words(page)
    assert "Claire Aubrin" in words(page)
    card = page.write_card(tmp_path / "card")
    assert card == own_card(workspace.notebook)
    with qtbot.waitSignal(workspace.failed) as told:
        assert page.read_card(tmp_path / "card") is None
    assert isinstance(told.args[0], CardIsOwn)
    with qtbot.waitSignal(workspace.failed):
        assert page.write_card(tmp_path / "nowhere" / "card") is None


def test_a_card_is_compared_before_anything_leaves(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, tmp_path: Path
) -> None:
    """Kept without comparing it offers no package; compared with how and when it does."""
    page = TransferPage(workspace)
    shown(qtbot, page)
    write_card(unit.notebook, path=tmp_path / "card")
    opened = page.read_card(tmp_path / "card")
    assert opened is not None
    when_asked(press("different"))
    compare_card(workspace, page, opened)
    assert workspace.notebook.correspondents.list() == []
    when_asked(press("later"))
    compare_card(workspace, page, opened)
    (panel,) = page.findChildren(CorrespondentPanel)
    assert "Not compared yet" in words(page)
    assert all(one.words() != "Prepare a package" for one in panel.findChildren(Button))

    def say_same(dialog: CardComparison) -> None:
        dialog.buttons["same"].click()
        assert dialog.isVisible()  # nobody said how
        dialog._how.choose("phone")
        dialog.buttons["same"].click()

    (known,) = workspace.notebook.correspondents.list()
    when_asked(say_same)
    compare_known(workspace, page, known)
    (known,) = workspace.notebook.correspondents.list()
    assert (known.state, known.compared_how, known.compared_at) == ("compared", "phone", workspace.today)
    with qtbot.waitSignal(workspace.wanted) as went:
        button(page, "Prepare a package").click()
    assert went.args[0] == Destination("handover", record_id=known.id)


def test_another_card_under_a_known_name_blocks(qtbot: QtBot, workspace: Workspace, unit: Workspace) -> None:
    """The page says so and offers no package; retired, nothing is offered at all."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    with workspace.notebook.change():
        workspace.notebook.correspondents.save(msgspec.structs.replace(known, state="changed"))
    page = TransferPage(workspace)
    shown(qtbot, page)
    assert "Another card came under this name." in words(page)
    with qtbot.waitSignal(workspace.undo_offered) as offered:
        button(page, "No longer exchange").click()
    assert "No longer used." in words(page)
    panel = next(one for one in page.findChildren(CorrespondentPanel) if one.isVisibleTo(page))
    assert [one for one in panel.findChildren(Button) if one.isVisibleTo(panel)] == []
    offered.args[1]()
    assert "Another card came under this name." in words(page)


def test_a_warning_about_a_card_stays_while_something_else_is_said(
    qtbot: QtBot, workspace: Workspace, unit: Workspace
) -> None:
    """Who forgot to say how the words were compared still reads that this is not the card they know."""
    window = QWidget()
    qtbot.addWidget(window)
    dialog = CardComparison(workspace, window, own_card(unit.notebook), changed=True)
    dialog._take("same")
    said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))
    assert "Say how and when the words were compared." in said
    assert "This is not the card you know." in said


def test_what_leaves_and_what_stays_is_read_before(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case
) -> None:
    """Nothing chosen or no ground said, nothing can be closed; chosen, each field is there with its words."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    page = HandOverPage(workspace)
    shown(qtbot, page, record_id=known.id)
    qtbot.waitUntil(lambda: "Tick the cases" in words(page), timeout=WAIT)
    assert not button(page, "Close the package").isEnabled()
    page.choose(case.id)
    qtbot.waitUntil(lambda: "1 case" in words(page), timeout=WAIT)
    assert "Say on what ground it leaves" in words(page)
    assert not button(page, "Close the package").isEnabled()
    ground(page).choose("AGREEMENT")
    assert "Only Marc Feller will be able to open it." in words(page)
    assert button(page, "Close the package").isEnabled()
    assert "On se revoit dans un mois." not in words(page)
    button(page, "Read every field before closing").click()
    assert "On se revoit dans un mois." in words(page)
    assert "personal notes, always" in words(page)
    assert "how to reach the student" in words(page)
    assert "who wrote each record, and when" in words(page)


def test_whoever_ticks_many_waits_for_one_look(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case
) -> None:
    """While the worker has other things to do the page says that it looks; only the last look counts."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    page = HandOverPage(workspace)
    free = Event()
    workspace.tasks.run(free.wait, done=lambda _: None)
    try:
        shown(qtbot, page, record_id=known.id)
        before = page._looking
        page.choose(case.id)
        assert "Looking at what would leave…" in words(page)
        assert "Tick the cases" not in words(page)
        assert before is not None
        assert before.cancelled()
    finally:
        free.set()
    qtbot.waitUntil(lambda: "1 case" in words(page), timeout=WAIT)


def test_one_press_closes_one_package(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """Pressed twice, or another ground chosen while it is being written: one file, one number, one ground."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    page = HandOverPage(workspace)
    shown(qtbot, page, record_id=known.id)
    page.close_package(tmp_path)
    page.choose(case.id)
    page.close_package(tmp_path)
    qtbot.waitUntil(lambda: page.preview is not None and bool(page.preview.leaves), timeout=WAIT)
    page.close_package(tmp_path)
    ground(page).choose("AGREEMENT")
    page.close_package(tmp_path)
    ground(page).choose("PROTECTION")
    assert not button(page, "Close the package").isEnabled()
    page.close_package(tmp_path)
    qtbot.waitUntil(lambda: "is ready" in words(page), timeout=WAIT)
    drawing = page.findChildren(OpenNotebook)[-1]
    assert drawing.height() >= drawing.sizeHint().height()
    assert len(list(tmp_path.glob("carnet-*.age"))) == 1
    (line,) = [one for one in workspace.notebook.disclosures.list() if one.means == "sent"]
    assert line.ground == "AGREEMENT"


def test_among_many_cases_one_is_found_by_name(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case
) -> None:
    """A few are shown; typing finds the others; what is ticked stays in sight."""
    notebook = workspace.notebook
    for n in range(12):
        one = builders.kept_student(notebook, family_name=f"Aachen {n:02}")
        with notebook.change():
            notebook.cases.save(builders.case(one.id, f"2026-1{n:03}"))
    choice = CaseChoice(workspace, sent_before=set())
    qtbot.addWidget(choice)
    choice.show()

    def seen() -> list[str]:
        return [row.words() for row in choice.findChildren(CheckRow) if row.isVisible()]

    assert len(seen()) == 8
    assert not any("Da Costa" in one for one in seen())
    choice.focus_first()
    choice._filter.setText("ines cost")
    assert [one.split("   ")[0] for one in seen()] == ["Da Costa, Inês"]
    choice.choose(case.id)
    choice._filter.setText("aachen 03")
    assert len(seen()) == 2
    assert choice.chosen == [case.id]


def test_very_many_records_are_shown_a_few_at_a_time(qtbot: QtBot, workspace: Workspace) -> None:
    """The first forty at once, the rest at a press, none left out."""
    told = [
        Told(kind="case", record_id=str(n), title=f"Case {n}", fields=[("State", "open")]) for n in range(90)
    ]
    rows = ToldRows(workspace, told)
    qtbot.addWidget(rows)
    rows.show()
    counts = []
    for _ in range(3):
        QApplication.processEvents()
        counts.append(sum(label.text().startswith("Case") for label in rows.findChildren(Label)))
        more = rows.findChild(Button)
        assert more is not None
        assert more.isVisible() == (counts[-1] < 90)
        more.click()
    assert counts == [40, 80, 90]


def test_a_case_goes_over_and_its_receipt_comes_back(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, theme: Theme, case: Case, tmp_path: Path
) -> None:
    """Handed over, looked at, taken, answered, noted; the second time changes nothing."""
    acquaint(workspace.notebook, unit.notebook)
    sent = handed_over(qtbot, workspace, case, tmp_path / "out")
    assert sent.name.startswith("carnet-")
    page = TransferPage(workspace)
    shown(qtbot, page)
    assert "No receipt yet" in words(page)

    received = ReceivePage(unit)
    shown(qtbot, received)
    received.read(sent)
    qtbot.waitUntil(lambda: received.opened is not None, timeout=WAIT)
    assert "On se revoit dans un mois." in words(received)
    assert unit.notebook.cases.count() == 0
    opened = received.opened
    assert opened is not None
    odd = msgspec.structs.replace(opened.records[0], verdict="refused", reason="Because.")
    doubtful = msgspec.structs.replace(opened, records=[odd], missing=[1, 2])
    sheet = Sheet(theme)
    qtbot.addWidget(sheet)
    Arrival(unit, doubtful).show_on(sheet)
    told = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Because." in told
    assert "1 refused" in told
    assert any("Numbers 1, 2" in one for one in told)
    received.take()
    qtbot.waitUntil(lambda: "It is in the notebook" in words(received), timeout=WAIT)
    assert unit.notebook.cases.get(case.id).reference == case.reference
    assert rail_counts(unit)["transfer"] == 1
    received.read(sent)
    qtbot.waitUntil(lambda: received.opened is not None, timeout=WAIT)
    assert "opened before" in words(received)

    (tmp_path / "back").mkdir()
    (package,) = unit.notebook.transfers.packages(direction="in")
    at_unit = TransferPage(unit)
    shown(qtbot, at_unit)
    assert button(at_unit, "Write the receipt…")
    assert write_receipt(unit, at_unit, package_id=package.id, folder=tmp_path / "back")
    assert "Receipt written on" in words(at_unit)
    assert rail_counts(unit)["transfer"] == 0
    (receipt,) = (tmp_path / "back").iterdir()
    back = ReceivePage(workspace)
    shown(qtbot, back)
    back.read(receipt)
    qtbot.waitUntil(lambda: back.opened is not None, timeout=WAIT)
    assert "for your package no. 1" in words(back)
    back.take()
    qtbot.waitUntil(lambda: "Marc Feller has received package no. 1" in words(back), timeout=WAIT)
    assert "Receipt read on" in words(page)
    assert [line for line in page.findChildren(PackageLine) if line.isVisibleTo(page)]

    again = HandOverPage(workspace)
    (to,) = workspace.notebook.correspondents.list()
    shown(qtbot, again, record_id=to.id)
    again.choose(case.id)
    qtbot.waitUntil(lambda: "has everything of these cases already" in words(again), timeout=WAIT)


def test_both_sides_wrote_and_both_versions_are_there(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """A class corrected on both sides stays as it is here, with the other one beside it."""
    acquaint(workspace.notebook, unit.notebook)
    page = ReceivePage(unit)
    shown(qtbot, page)
    for n, (here, there) in enumerate([("5G2", ""), ("4G1", "4G9")]):
        for notebook, name in ((workspace.notebook, here), (unit.notebook, there)):
            if name:
                student = notebook.students.get(case.student_id)
                with notebook.change():
                    notebook.students.save(msgspec.structs.replace(student, class_name=name))
        page.read(handed_over(qtbot, workspace, case, tmp_path / f"out{n}"))
        qtbot.waitUntil(lambda: page.opened is not None, timeout=WAIT)
        page.take()
        qtbot.waitUntil(lambda: "It is in the notebook" in words(page), timeout=WAIT)
    assert unit.notebook.students.get(case.student_id).class_name == "4G9"
    assert rail_counts(unit)["transfer"] == 3  # two receipts owed, two versions of one student
    listed = TransferPage(unit)
    shown(qtbot, listed)
    (line,) = listed.findChildren(DayLine)
    with qtbot.waitSignal(unit.wanted) as went:
        line.click()
    both = ConflictPage(unit)
    shown(qtbot, both, record_id=went.args[0].record_id)
    said = words(both)
    assert "4G9" in said
    assert "4G1" in said
    assert "5G2" in said


def test_a_row_that_forks_is_told_before_anything_is_taken(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """Two letters of the same number: the second one says so above its records, and may still be left."""
    _, there = acquaint(workspace.notebook, unit.notebook)
    path = handed_over(qtbot, workspace, case, tmp_path / "stick")
    page = ReceivePage(unit)
    shown(qtbot, page)
    page.read(path)
    qtbot.waitUntil(lambda: page.opened is not None, timeout=WAIT)
    assert "go on in two places" not in words(page)
    assert page.opened is not None
    with unit.notebook.change():
        unit.notebook.transfers.add_package(
            Package(
                correspondent_id=there.id, direction="in", kind="records", sequence=1, hash="0" * 64,
                stream_id=page.opened.header.stream_id,
            )
        )  # fmt: skip
    page.read(path)
    qtbot.waitUntil(lambda: page.opened is not None, timeout=WAIT)
    assert "go on in two places" in words(page)


def test_a_strange_file_is_refused_in_words(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """No package, a cut one, a sender no longer known: one sentence, and the next file can be chosen."""
    acquaint(workspace.notebook, unit.notebook)
    sent = handed_over(qtbot, workspace, case, tmp_path / "out")
    page = ReceivePage(unit)
    shown(qtbot, page)
    (tmp_path / "list.csv").write_text("Nom;Prénom", encoding="utf-8")
    (tmp_path / "cut.age").write_bytes(sent.read_bytes()[:-7])
    for path, sentence in (
        (tmp_path / "list.csv", "This file is not a Carnet package."),
        (tmp_path / "cut.age", "This package is not whole."),
    ):
        page.read(path)
        qtbot.waitUntil(partial(_is_told, page, sentence), timeout=WAIT)
        assert button(page, "Choose the file…")
    (known,) = unit.notebook.correspondents.list()
    retire_correspondent(unit.notebook, correspondent_id=known.id)
    page.read(sent)
    qtbot.waitUntil(partial(_is_told, page, "has changed or is no longer used"), timeout=WAIT)
    assert unit.notebook.cases.count() == 0


def _is_told(page: Page, sentence: str) -> bool:
    said = [label.text() for banner in page.findChildren(Banner) for label in banner.findChildren(QLabel)]
    return any(sentence in one for one in said)
