"""Who lives with a student, home by home."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.sheets.tell_household import RELATIONS, home_name
from app.actions.students.look_around import Around
from app.actions.students.propose_household import propose_household
from app.models.resident import Resident
from app.ui.dialogs.choose_residents import choose_residents
from app.ui.dialogs.edit_resident import edit_resident
from app.ui.student_sheet.columns import Columns
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.workspace import Workspace


class HouseholdBlock(QWidget):
    """A second home has its own heading; pressing somebody corrects them."""

    def __init__(self, workspace: Workspace, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._around = workspace, around
        theme, locale = workspace.theme, workspace.locale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        homes = sorted({one.home for one in around.residents})
        for home in homes:
            if homes != [1]:
                heading = Label(theme, home_name(home, locale), role="small_strong", ink="ink2")
                heading.setContentsMargins(theme.px(4), 0, 0, 0)
                column.addWidget(heading)
            cards = [self._card(one) for one in around.residents if one.home == home]
            column.addWidget(Columns(theme, cards, gap=2))
        column.addWidget(FlowRow(theme, *household_buttons(workspace, around, self)), 0, Qt.AlignmentFlag(0))

    def _card(self, resident: Resident) -> PressableLines:
        workspace, text, locale = self._workspace, self._workspace.text, self._workspace.locale
        relation = workspace.label(RELATIONS, resident.relation) if resident.relation else ""
        born = locale.date(resident.birth_date) if resident.birth_date else str(resident.birth_year or "")
        minor = text("minor") if resident.is_minor_on(workspace.today) else ""
        facts = (relation if resident.name else "", born, minor)
        line = Line((Part(resident.name or relation), *(Part(words, "small", "ink2") for words in facts)))
        card = PressableLines(workspace.theme, [line], does=text("Correct who lives with the student"))
        card.setObjectName(f"resident:{resident.id}")
        card.clicked.connect(partial(edit_resident, workspace, self, resident))
        return card


def household_buttons(workspace: Workspace, around: Around, parent: QWidget) -> list[Button]:
    """Add somebody; take those over whom the notebook knows already, where there are any."""
    text, theme, student = workspace.text, workspace.theme, around.student
    place = max((one.position for one in around.residents), default=-1) + 1

    def add() -> None:
        fresh = Resident(student_id=student.id, family_name=student.family_name, position=place)
        edit_resident(workspace, parent, fresh, is_new=True)

    def propose() -> None:
        proposed = propose_household(workspace.notebook, student_id=student.id)
        choose_residents(workspace, parent, proposed, first=place)

    one = Button(theme, text("Add to the household"), kind="quiet", icon="plus", small=True)
    one.setObjectName("resident:new")
    one.clicked.connect(add)
    if not propose_household(workspace.notebook, student_id=student.id):
        return [one]
    several = Button(theme, text("Propose a household…"), kind="quiet", icon="users-three", small=True)
    several.setObjectName("resident:propose")
    several.clicked.connect(propose)
    return [one, several]
