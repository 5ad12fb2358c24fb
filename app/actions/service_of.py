"""Which service decides for a case, a sheet or a student."""

from typing import Any

import msgspec

from app.frameworks.library import Library
from app.i18n import Locale
from app.models.case import Case
from app.models.value_list import ValueList
from app.storage.notebook import Notebook


def service_of(notebook: Notebook, *, record: Any = None, case: Case | None = None) -> str:
    """The service whose head and rules hold: the sheet's, else its case's, else the notebook's own."""
    named = getattr(record, "framework", "") if record is not None else ""
    if not named and case is None and record is not None:
        case = notebook.cases.find(getattr(record, "case_id", None))
    return named or (case.framework if case else "") or notebook.framework


def service_of_student(notebook: Notebook, *, student_id: str | None) -> str:
    """The service of the open case, else the notebook's own."""
    cases = notebook.cases.of_student(notebook.students.ids_of(student_id)) if student_id else []
    return service_of(notebook, case=next((one for one in cases if one.state == "open"), None))


def asked_by(notebook: Notebook, *, library: Library, framework: str) -> tuple[Library, str]:
    """Forms and lists as a sheet sees them, and under which key.

    A sheet that names its service is asked by it alone; one that names none by every service in use.
    """
    if not framework:
        return library, notebook.framework
    return msgspec.structs.replace(library, shipped=library.as_shipped, beside=()), framework


def lists_of(notebook: Notebook, *, library: Library, framework: str) -> dict[str, ValueList]:
    """Every list as a sheet of that service offers it."""
    seen, key = asked_by(notebook, library=library, framework=framework)
    return seen.lists_for(key)


def service_name(library: Library, framework: str, locale: Locale) -> str:
    """What a service is called; one that is not known here by the name of its file."""
    return locale.words(library.framework(framework).name) or framework
