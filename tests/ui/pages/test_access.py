"""The page of a record handed over on request: decided line by line, kept over the lock."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.case import Case
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.access import AccessPage
from app.ui.paper.access_fields import AccessFields
from app.ui.student_sheet.student_sheet import StudentSheet
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace
from tests import builders
from tests.documents.papers import text


@pytest.fixture
def case(workspace: Workspace) -> Case:
    """Inês; in what she told stand her mother and one sentence about nobody else."""
    notebook = workspace.notebook
    student = builders.kept_student(notebook)
    builders.finished(
        notebook, workspace.library, student_id=student.id,
        values={"facts": [{"mark": "said", "text": "Sa mère est partie. Elle dort mal. Son frère aussi."}]},
    )  # fmt: skip
    (case,) = notebook.cases.list()
    return case


def opened(qtbot: QtBot, window: MainWindow, case: Case) -> AccessPage:
    """Its page, the record made once."""
    window.go(Destination("access", record_id=case.id))
    page = window.page()
    assert isinstance(page, AccessPage)
    qtbot.waitUntil(lambda: page.made is not None)
    return page


def test_nothing_leaves_before_every_passage_is_decided(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case: Case, tmp_path: Path
) -> None:
    """Two sentences to look at; one is kept, one masked with its reason, and the file says so."""
    window.go(Destination("students", record_id=case.student_id))
    window.page().findChild(StudentSheet).findChild(Button, f"case-access:{case.id}").click()
    page = window.page()
    assert isinstance(page, AccessPage)
    qtbot.waitUntil(lambda: page.made is not None)
    page.fields.show_line(receiver="Inês Da Costa", ground="OWN_DATA")
    qtbot.waitUntil(lambda: page.made is not None)
    assert not page.save.isEnabled()
    assert page.passages._count.text() == "2 passages to be decided"
    mother, brother = page.passages.rows.values()
    mother.choose("mask:somebody")
    assert page.made is None, "what was made said something else"
    brother.choose("keep")
    qtbot.waitUntil(lambda: page.made is not None)
    assert list(page.passages.rows.values()) == [mother, brother], "nothing moved under the hand"
    assert page.save.isEnabled()
    page.save_to(tmp_path / "record.pdf")
    said = text((tmp_path / "record.pdf").read_bytes())
    assert "Sa mère" not in said
    assert "Elle dort mal" in said
    assert "Son frère aussi" in said
    (line,) = workspace.notebook.disclosures.list()
    assert (line.what, line.recipient, line.ground) == ("access v1", "Inês Da Costa", "OWN_DATA")


def test_any_other_passage_can_be_masked_too(qtbot: QtBot, window: MainWindow, case: Case) -> None:
    """Whoever knows more than the words say asks for all of them."""
    page = opened(qtbot, window, case)
    assert len(page.passages.rows) == 2
    page.passages.every.click()
    fields = {key: field for key, field in page.passages.rows.items() if field.chosen() == ""}
    assert len(fields) > 2
    (sleeps,) = [one for one in page.made.passages if one.words == "Elle dort mal."]  # type: ignore[attr-defined]
    page.passages.rows[sleeps.record_id, sleeps.key].choose("mask:other")
    qtbot.waitUntil(lambda: page.made is not None)
    assert "Elle dort mal" not in text(page.made.pdf)
    page.passages.every.click()
    assert len(page.passages.rows) == 3, "what was masked stays in sight"


def test_the_lock_brings_it_back_as_it_was(qtbot: QtBot, window: MainWindow, case: Case) -> None:
    """Who asked, when, what goes in: all there again, once."""
    page = opened(qtbot, window, case)
    page.fields.show_line(receiver="Marta Da Costa", ground="LEGAL_DUTY")
    page.choices.asked_on.setText("02/11/2026")  # type: ignore[attr-defined]
    page.choices._own_words.click()
    page.passages.every.click()
    kept = page.keep()
    assert kept is not None
    kept.result()
    window.go(Destination("today"))
    page = opened(qtbot, window, case)
    assert (page.fields.receiver, page.fields.ground) == ("Marta Da Costa", "LEGAL_DUTY")
    assert page.choices.asked_on.text() == "02/11/2026"  # type: ignore[attr-defined]
    assert not page.choices.choices.own_words
    assert page.passages.every.isChecked()
    window.go(Destination("today"))
    assert opened(qtbot, window, case).fields.receiver == ""


def test_a_month_to_answer_stands_on_today_until_it_is_handed_over(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case: Case, tmp_path: Path
) -> None:
    """A press puts it there, its line leads back, another day asked for moves it, and leaving ends it."""
    page = opened(qtbot, window, case)
    assert isinstance(page.choices, AccessFields)
    page.choices.asked_on.set_value(date(2026, 11, 3))
    assert page.choices.reminder.said.text() == "To be answered by 3 December 2026."
    page.choices.reminder.remind.click()
    assert "On Today" in page.choices.reminder.said.text()
    assert not page.choices.reminder.remind.isVisible()
    (task,) = workspace.notebook.tasks.open()
    assert task.due == date(2026, 12, 3)
    page.choices.asked_on.set_value(date(2026, 11, 4))
    page.choices.reminder.remind.click()
    (task,) = workspace.notebook.tasks.open()
    assert task.due == date(2026, 12, 4)
    window.go(Destination("today"))
    go = next(
        one for one in window.page().findChildren(Button) if one.accessibleName().endswith(f"“{task.text}”")
    )
    go.click()
    page = window.page()
    assert isinstance(page, AccessPage)
    qtbot.waitUntil(lambda: page.made is not None)
    page.fields.show_line(receiver="Inês Da Costa", ground="OWN_DATA")
    page.passages.every.setChecked(False)
    for row in page.passages.rows.values():
        row.choose("keep")
    qtbot.waitUntil(page.save.isEnabled)
    page.save_to(tmp_path / "dossier.pdf")
    assert workspace.notebook.tasks.open() == []
