"""Services where a notebook uses several: what they are called, which one holds, and the choice of one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.actions.service_of import lists_of, service_name, service_of, service_of_student
from app.models.case import Case
from app.models.framework import Framework
from app.models.record import FormRecord
from app.models.value_list import ValueList
from app.ui.workspace import Workspace

Choices = list[tuple[str, str]]


def services(workspace: Workspace, present: str = "") -> Choices:
    """The services in use with their names, the notebook's own first; none where there is nothing to choose.

    `present` is the one that is chosen now, which may be out of use or not known here.
    """
    keys = dict.fromkeys([workspace.notebook.framework, *workspace.library.beside, present])
    found = [(key, service_name(workspace.library, key, workspace.locale)) for key in keys if key]
    return found if len(found) > 1 else []


def told_service(workspace: Workspace, record: Case | FormRecord | None) -> str:
    """The service of a case or a sheet, said only where several are in use or it is another's."""
    if record is None:
        return ""
    case = record if isinstance(record, Case) else None
    key = service_of(workspace.notebook, record=record, case=case)
    return dict(services(workspace, key)).get(key, "")


def service_for(workspace: Workspace, student_id: str | None) -> Framework:
    """The rules that hold for a student: those of the open case's service."""
    key = service_of_student(workspace.notebook, student_id=student_id)
    return workspace.library.framework(key)


def lists_for(workspace: Workspace, record: FormRecord) -> dict[str, ValueList]:
    """The lists as the sheet's service offers them."""
    if not record.framework:
        return workspace.lists
    return lists_of(workspace.notebook, library=workspace.library, framework=record.framework)


def choose_service(workspace: Workspace, under: QWidget, chosen: Callable[[str], object]) -> QMenu | None:
    """Ask below a button which service it is for; where there is one alone it is not asked."""
    offered = services(workspace)
    if not offered:
        chosen("")
        return None
    menu = QMenu(under)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for key, name in offered:
        menu.addAction(name, partial(chosen, key))
    menu.popup(under.mapToGlobal(QPoint(0, under.height())))
    return menu
