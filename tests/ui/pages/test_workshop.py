"""The workshop of the unit: forms, lists and letters looked at, changed, taken in, set back."""

import json
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.actions.unit_changes.hide_entry import hide_entry
from app.actions.unit_changes.kept import read_changes
from app.actions.unit_changes.text_of_file import text_of_file
from app.models.unit_changes import UnitChanges
from app.ui.destination import Destination
from app.ui.locking.left_open import LEFT_OPEN, ask_again, left_open
from app.ui.pages.page import Page
from app.ui.pages.workshop import WorkshopPage
from app.ui.pages.workshop_file import WorkshopFilePage
from app.ui.pages.workshop_list import WorkshopListPage
from app.ui.widgets.card import Card
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests.frameworks.resources import EVERY_KIND
from tests.ui.asking import press, when_asked

P = TypeVar("P", bound=Page)
WAIT = 30_000
URGENCY = "lists/urgency.toml"
INTERVIEW = "forms/f1-interview.toml"


def _open(bot: QtBot, workspace: Workspace, page_kind: type[P], **where: str) -> P:
    page = page_kind(workspace)
    bot.addWidget(page)
    workspace.changed.connect(page.show_changes)
    page.resize(1180, 760)
    page.show()
    page.open(Destination("workshop", **where))
    return page


def _cells(page: WorkshopListPage, column: int = 0) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.fixture
def urgency(qtbot: QtBot, workspace: Workspace) -> WorkshopListPage:
    """The list of urgencies, its first entry chosen."""
    return _open(qtbot, workspace, WorkshopListPage, record_id=URGENCY)


@pytest.mark.parametrize("kind", ["forms", "lists", "letters", "frameworks"])
def test_every_file_has_a_card_that_leads_to_it(qtbot: QtBot, workspace: Workspace, kind: str) -> None:
    """As many as there are, each pressed in turn."""
    page = _open(qtbot, workspace, WorkshopPage, kind=kind)
    cards = page.findChildren(Card)
    assert len(cards) == len(getattr(workspace.library, kind))
    wanted: list[Destination] = []
    workspace.wanted.connect(wanted.append)
    for card in cards:
        card.click()
    names = {f"{kind}/{key}.toml" for key in getattr(workspace.library, kind)}
    assert {there.record_id for there in wanted} == names


def test_an_entry_is_hidden_moved_renamed_added_and_all_set_back(
    urgency: WorkshopListPage, workspace: Workspace
) -> None:
    """Each by its verb; what was delivered comes back, one's own entry stays hidden, and undo undoes it."""
    first, second, third = _cells(urgency)
    urgency.down.click()
    assert _cells(urgency) == [second, first, third]
    urgency.up.click()
    assert _cells(urgency) == [first, second, third]
    urgency.hide_it.click()
    assert _cells(urgency, 1)[0] == "not offered"
    assert urgency.hide_it.accessibleName() == "Offer again"
    urgency.table.selectRow(1)

    def rename(dialog: object) -> None:
        dialog.fields["en"].setText("tomorrow")  # type: ignore[attr-defined]
        press("save")(dialog)

    when_asked(rename)
    urgency.rename.click()
    assert _cells(urgency)[1].startswith("tomorrow\nEarlier names: ")
    assert _cells(urgency, 1)[1] == "other words"

    def add(dialog: object) -> None:
        dialog.fields["fr"].setText("un jour")  # type: ignore[attr-defined]
        press("save")(dialog)

    when_asked(add)
    urgency.add.click()
    assert "un jour" in _cells(urgency)
    undone: list[object] = []
    workspace.undo_offered.connect(lambda said, undo: undone.append(undo))
    urgency.bar.back.click()
    assert _cells(urgency) == [first, second, third, "un jour"]
    assert _cells(urgency, 1)[3] == "not offered · your own"
    undone[0]()  # type: ignore[operator]
    assert _cells(urgency)[1].startswith("tomorrow\nEarlier names: ")


def test_former_names_and_what_is_to_be_confirmed_are_shown(qtbot: QtBot, workspace: Workspace) -> None:
    """Of every list: whatever has an earlier name says it, whatever is not confirmed says so."""
    aliases = unconfirmed = 0
    for key, listed in workspace.lists.items():
        page = _open(qtbot, workspace, WorkshopListPage, record_id=f"lists/{key}.toml")
        said, states = _cells(page), _cells(page, 1)
        aliases += sum("Earlier names: " in one for one in said)
        unconfirmed += sum("to be confirmed" in one for one in states)
        assert len(said) >= len(listed.offered)
    assert aliases > 5
    assert unconfirmed > 5


def test_a_half_written_entry_comes_back_after_the_lock(
    urgency: WorkshopListPage, workspace: Workspace
) -> None:
    """What was typed into the question is in it again."""
    left: list[object] = []

    def half(dialog: object) -> None:
        dialog.fields["fr"].setText("à demi")  # type: ignore[attr-defined]
        left.extend(left_open())

    when_asked(half)
    urgency.add.click()
    workspace.notebook.preferences.set(LEFT_OPEN, left)
    seen: list[str] = []
    when_asked(lambda dialog: seen.append(dialog.fields["fr"].text()))
    ask_again(workspace, urgency)
    assert seen == ["à demi"]
    assert workspace.notebook.preferences.get(LEFT_OPEN) == []


def test_a_form_is_shown_as_screen_and_as_paper_and_saves_nothing(qtbot: QtBot, workspace: Workspace) -> None:
    """Every question is there, none can be written in, and no draft begins."""
    for key in workspace.library.forms:
        page = _open(qtbot, workspace, WorkshopFilePage, record_id=f"forms/{key}.toml")
        qtbot.waitUntil(lambda page=page: page.pdf.startswith(b"%PDF"), timeout=WAIT)
        assert page.view is not None
        assert not page.view.isEnabled()
        for section in page.view.sections:
            assert all(widget.isVisibleTo(page) for widget in section.widgets)
    assert workspace.notebook.drafts.list() == []


def test_a_letter_is_shown_in_each_language_and_to_each_reader(qtbot: QtBot, workspace: Workspace) -> None:
    """Another language and another reader make another paper."""
    page = _open(qtbot, workspace, WorkshopFilePage, record_id="letters/l1-invitation.toml")
    papers = set()
    letter = workspace.library.letters["l1-invitation"]
    for language in letter.languages:
        for reader in letter.readers:
            page.language.choose(language)
            page.reader.choose(reader)
            qtbot.waitUntil(lambda: bool(page.pdf), timeout=WAIT)
            papers.add(page.pdf)
            shown = {label.text() for label in page.findChildren(Label) if label.isVisible()}
            assert letter.text.to(reader)[language].strip() in shown
    assert len(papers) == len(letter.languages) * len(letter.readers)


def test_a_form_is_changed_in_an_editor_and_set_back(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    """Out, changed, broken, corrected, in: the broken place is said and the form stays what it was."""
    page = _open(qtbot, workspace, WorkshopFilePage, record_id=INTERVIEW)
    path = tmp_path / "copy.toml"
    page.bar.save_to(path)
    text = path.read_text("utf-8")
    path.write_text(text.replace('kind = "date"', 'kind = "dat"', 1), "utf-8")
    page.bar.take_from(path)
    said = page.bar.banner.accessibleName()
    assert "questions[" in said
    assert "Nothing was taken in" in said
    assert read_changes(workspace.notebook) == UnitChanges()
    path.write_text(text.replace("version = 1", "version = 9", 1), "utf-8")
    page.bar.again.click()
    assert workspace.library.forms["f1-interview"].version == 9
    assert page.bar.banner.accessibleName() == ""
    assert any("version 9" in label.text() for label in page.findChildren(Label))
    page.bar.back.click()
    assert workspace.library.forms["f1-interview"].version == 1
    assert not page.bar.back.isVisible()


CIRCLE = 'shown_if = { question = "%s", is_any = ["yes"] }\n'


def _bad_files() -> dict[str, tuple[bytes, str]]:
    form = EVERY_KIND.read_text("utf-8")
    circle = form.replace('key = "a_yes_no"\n', 'key = "a_yes_no"\n' + CIRCLE % "a_yes_no", 1)
    return {
        "kind": (form.replace('kind = "time"', 'kind = "tme"', 1).encode(), "questions[2].kind"),
        "circle": (circle.encode(), "leans on itself"),
        "large": (b"#" * (50 << 20), "too large"),
        "encoding": (form.encode("utf-16"), "UTF-8"),
        "not text": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "UTF-8"),
        "empty": (b"", "missing"),
    }


@pytest.mark.parametrize("what", list(_bad_files()))
def test_a_file_that_cannot_be_used_is_told_where_one_is(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, what: str
) -> None:
    """In the place of a form and as a new one: the reason is said on the page, nothing changes."""
    failures: list[object] = []
    workspace.failed.connect(failures.append)
    content, reason = _bad_files()[what]
    path = tmp_path / "x1.toml"
    path.write_bytes(content)
    page = _open(qtbot, workspace, WorkshopFilePage, record_id=INTERVIEW)
    page.bar.take_from(path)
    assert reason in page.bar.banner.accessibleName()
    shelf = _open(qtbot, workspace, WorkshopPage, kind="forms")
    shelf.take_new(path)
    assert reason in shelf.banner.accessibleName()
    assert read_changes(workspace.notebook) == UnitChanges()
    assert failures == []


def test_a_new_form_gets_a_card_and_its_name_only_once(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    """Two files with one key: the second is refused by name. A name no file may have is too."""
    page = _open(qtbot, workspace, WorkshopPage, kind="forms")
    path = tmp_path / "x1.toml"
    path.write_text(EVERY_KIND.read_text("utf-8"), "utf-8")
    page.take_new(path)
    assert page.banner.accessibleName() == ""
    assert "x1" in workspace.library.forms
    page.take_new(path)
    assert "forms/x1.toml" in page.banner.accessibleName()
    odd = tmp_path / "Ma fiche.toml"
    odd.write_text(EVERY_KIND.read_text("utf-8"), "utf-8")
    page.take_new(odd)
    assert "small letters" in page.banner.accessibleName()


def test_a_list_taken_in_without_an_entry_says_so_and_keeps_it(
    urgency: WorkshopListPage, workspace: Workspace, tmp_path: Path
) -> None:
    """The code that records use stays, offered no more."""
    path = tmp_path / "urgency.toml"
    text = text_of_file(workspace.notebook, name=URGENCY)
    kept = [line for line in text.split("\n") if '"24h"' not in line]
    assert len(kept) < len(text.split("\n"))
    path.write_text("\n".join(kept), "utf-8")
    urgency.bar.take_from(path)
    assert "1 entry is offered no more" in urgency.bar.news.accessibleName()
    assert "masked" not in urgency.bar.news.accessibleName()
    item = workspace.library.lists["urgency"].item("24h")
    assert item is not None
    assert not item.active


def test_a_list_taken_in_without_its_marks_says_what_is_masked_no_more(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    """A mark lost in an editor is not lost unseen."""
    page = WorkshopListPage(workspace)
    qtbot.addWidget(page)
    page.open(Destination("workshop_list", record_id="lists/n02-reasons.toml"))
    text = text_of_file(workspace.notebook, name="lists/n02-reasons.toml")
    assert text.count(", sensitive = true") > 2
    path = tmp_path / "n02-reasons.toml"
    path.write_text(text.replace(", sensitive = true", "", 2), "utf-8")
    page.bar.take_from(path)
    assert "2 entries are masked in lists no more." in page.bar.news.accessibleName()


def test_the_units_file_is_written_looked_into_and_taken_in(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    """The preview comes first; what is broken in the file is left out and named."""
    notebook, path = workspace.notebook, tmp_path / "w.carnet-unit"
    workspace.act(hide_entry, library=workspace.library, list_key="urgency", code="24h", hidden=True)
    page = _open(qtbot, workspace, WorkshopPage, kind="unit")
    rows = page.unit_file
    assert rows is not None
    rows.write_to(path)
    content = json.loads(path.read_text("utf-8"))
    content["changes"]["files"] = {"forms/x1.toml": "version ="}
    path.write_text(json.dumps(content), "utf-8")
    workspace.act(hide_entry, library=workspace.library, list_key="urgency", code="24h", hidden=False)
    before = read_changes(notebook)
    rows.look_into(path)
    qtbot.waitUntil(lambda: rows.take.isVisible(), timeout=WAIT)
    assert "forms/x1.toml" in rows.banner.accessibleName()
    assert any("is offered no more" in label.text() for label in page.findChildren(Label))
    assert read_changes(notebook) == before
    QTest.mouseClick(rows.take, Qt.MouseButton.LeftButton)
    item = workspace.library.lists["urgency"].item("24h")
    assert item is not None
    assert not item.active
    assert not rows.take.isVisible()
    for bad in (b"x" * (50 << 20), b"\xff\xfe", b'{"format": "carnet-unit", '):
        path.write_bytes(bad)
        rows.look_into(path)
        qtbot.waitUntil(lambda: rows.banner.isVisible(), timeout=WAIT)
        rows.banner.set_lines([])
