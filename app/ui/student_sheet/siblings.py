"""Brothers and sisters who are students here: who they are, and a step to their own sheets."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.bin_record import bin_record, restore_record
from app.actions.students.look_around import Around
from app.models.sibling import Sibling
from app.models.student import Student
from app.ui.dialogs.link_sibling import link_sibling
from app.ui.widgets.button import Button
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.words.student_words import age, born
from app.ui.workspace import Workspace


class SiblingsBlock(QWidget):
    """Name, class and birth: nothing of their cases stands here."""

    def __init__(self, workspace: Workspace, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(workspace.theme.px(2))
        for other, link in around.siblings:
            column.addWidget(self._line(around.student, other, link))
        column.addWidget(sibling_button(workspace, around, self), 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, student: Student, other: Student, link: Sibling) -> QWidget:
        workspace, text, theme = self._workspace, self._workspace.text, self._workspace.theme
        years = age(other, workspace.today, workspace.locale)
        same_day = other.birth_date is not None and other.birth_date == student.birth_date
        facts = (other.class_name, born(other, workspace.locale), years, text("twin") if same_day else "")
        parts = (Part(other.name), *(Part(words, "small", "ink2") for words in facts))
        card = PressableLines(theme, [Line(parts, "user")], does=text("Open this sheet"))
        card.setObjectName(f"sibling:{other.id}")
        card.clicked.connect(partial(workspace.go, "students", record_id=other.id))
        apart = Button(theme, text("Take the link away"), kind="quiet", small=True)
        apart.setAccessibleDescription(other.name)
        apart.setObjectName(f"sibling-apart:{other.id}")
        apart.clicked.connect(partial(self._take_away, other, link))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(card, 1)
        row.addWidget(apart)
        return line

    def _take_away(self, other: Student, link: Sibling, *_: object) -> None:
        workspace = self._workspace
        where = {"library": workspace.library, "kind": "sibling", "record_id": link.id}
        if workspace.act(bin_record, **where):
            workspace.offer_undo(
                workspace.text("No longer linked: {name}", name=other.name),
                lambda: workspace.act(restore_record, **where),
            )


def sibling_button(workspace: Workspace, around: Around, parent: QWidget) -> Button:
    """Link one more."""
    button = Button(
        workspace.theme, workspace.text("Link a brother or sister"), kind="quiet", icon="plus", small=True
    )
    button.setObjectName("sibling:new")
    button.clicked.connect(lambda: link_sibling(workspace, parent, around.student))
    return button
