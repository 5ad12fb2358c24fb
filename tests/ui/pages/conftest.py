"""A unit beside the practitioner, and a case that may be handed over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.frameworks.library import Library
from app.i18n import Locale
from app.models.case import Case
from app.personal.notes import PersonalNotes
from app.storage.notebook import Notebook
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.workspace import Workspace
from tests import builders
from tests.acquaintance import new_unit
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
