"""Which brothers and sisters come along when two students are linked."""

from PySide6.QtWidgets import QWidget

from app.actions.students.link_siblings import link_siblings
from app.actions.students.look_around import siblings_of
from app.models.student import Student
from app.ui.dialogs.choose_student import choose_student
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.dialog import Dialog
from app.ui.words.student_words import born
from app.ui.workspace import Workspace


def link_sibling(workspace: Workspace, parent: QWidget, student: Student) -> bool:
    """Choose a student, and with them those linked with either; whether anybody was linked."""
    text = workspace.text
    known = {other.id for other, _ in siblings_of(workspace.notebook, student_id=student.id)}
    other_id = choose_student(
        workspace,
        parent,
        title=text("Who is the brother or sister?"),
        text=text("The two sheets name each other. Neither opens the other’s case."),
        typed=student.used_name or student.family_name,
        without=frozenset([student.id, *known]),
    )
    if not other_id:
        return False
    chosen = [student.id, other_id]
    other = workspace.notebook.students.get(other_id)
    if others := _linked_with(workspace, student, other):
        asked = AllOfThem(workspace, parent, others)
        if asked.ask() != "link":
            return False
        chosen += asked.chosen()
    return workspace.act(link_siblings, student_ids=chosen)


def _linked_with(workspace: Workspace, student: Student, other: Student) -> list[Student]:
    """Those linked with one of the two and not with the other."""
    notebook = workspace.notebook
    found = {
        one.id: one
        for each in (student, other)
        for one, _ in siblings_of(notebook, student_id=each.id)
        if one.id not in (student.id, other.id)
    }
    return list(found.values())


class AllOfThem(Dialog):
    """Half-brothers need not be everybody's: each is ticked or not."""

    def __init__(self, workspace: Workspace, parent: QWidget, others: list[Student]) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(
            theme,
            title=text("Of all of them?"),
            text=text(
                "Those linked already. Whoever is ticked becomes a brother or sister of everybody here."
            ),
            answers=[("link", text("Link them"), "primary"), ("leave", text("Leave as it was"), "outlined")],
            parent=parent.window(),
        )
        self.rows = {}
        for one in others:
            facts = " · ".join(filter(None, (one.class_name, born(one, workspace.locale))))
            self.rows[one.id] = CheckRow(theme, one.name, detail=facts, checked=True)
        for row in self.rows.values():
            self.body.addWidget(row)
        self.fit()

    def chosen(self) -> list[str]:
        """The identifiers of those ticked."""
        return [one for one, row in self.rows.items() if row.isChecked()]
