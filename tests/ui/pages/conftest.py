"""A unit beside the practitioner, a case that may be handed over, the students’ page with Inês in it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.cases.open_case import open_case
from app.actions.students.save_guardian import save_guardian
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.case import Case
from app.models.student import Student
from app.personal.notes import PersonalNotes
from app.storage.notebook import Notebook
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.workspace import Workspace
from tests import builders
from tests.acquaintance import new_unit
from tests.ui.pages.students_desk import Desk
from tests.ui.pages.transferring import write


@pytest.fixture
def unit(tmp_path: Path, library: Library, locale_en: Locale, theme: Theme) -> Iterator[Workspace]:
    """The unit's notebook, open in a window of its own."""
    notebook = new_unit(tmp_path / "unit")
    personal, tasks = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id), Tasks()
    yield Workspace(notebook, library=library, personal=personal, locale=locale_en, theme=theme, tasks=tasks)
    tasks.give_up()
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


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace) -> Iterator[Desk]:
    """The students' page of the test's own notebook."""
    made = Desk(workspace)
    qtbot.addWidget(made.page)
    yield made
    workspace.wanted.disconnect()
    workspace.changed.disconnect()


def _today_at(hour: int) -> datetime:
    return datetime.combine(date.today(), datetime.min.time()).replace(hour=hour)


@pytest.fixture
def ines(notebook: Notebook, library: Library) -> Student:
    """Inês, followed, with a mother, an interview of today, a task and a referral."""
    one = builders.kept_student(notebook)
    save_guardian(notebook, guardian=builders.guardian(one.id))
    open_case(notebook, student_id=one.id, today=date.today())
    builders.finished(
        notebook, library, student_id=one.id, moment=_today_at(10),
        values={"steps": [{"text": "Ring the school doctor"}]},
    )  # fmt: skip
    with notebook.change():
        partner = notebook.partners.save(builders.partner())
        sent = date.today() - timedelta(days=20)
        notebook.referrals.save(
            builders.referral(one.id, partner_id=partner.id, status="sent", date=sent, sent_date=sent)
        )
    return one
