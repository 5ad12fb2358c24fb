"""The rows of a student's page about the people around them."""

from app.actions.students.look_around import Around
from app.ui.student_sheet.agreements import AgreementsBlock, agreement_button
from app.ui.student_sheet.cautions import CautionsBlock
from app.ui.student_sheet.household import HouseholdBlock, household_buttons
from app.ui.student_sheet.professionals import ProfessionalsBlock, professional_button
from app.ui.student_sheet.siblings import SiblingsBlock, sibling_button
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


def add_around_rows(workspace: Workspace, sheet: Sheet, around: Around) -> None:
    """What to mind, agreements, household, siblings, professionals; of what is empty the way to begin."""
    text = workspace.text
    begin: list[Button] = []
    if around.cautions:
        sheet.add_row(text("To mind"), CautionsBlock(workspace, around))
    if around.agreements:
        sheet.add_row(text("Agreements"), AgreementsBlock(workspace, around))
    else:
        begin.append(agreement_button(workspace, around, sheet))
    if around.residents:
        sheet.add_row(text("Household"), HouseholdBlock(workspace, around))
    else:
        begin += household_buttons(workspace, around, sheet)
    if around.siblings:
        sheet.add_row(text("Siblings"), SiblingsBlock(workspace, around))
    else:
        begin.append(sibling_button(workspace, around, sheet))
    if around.professionals:
        sheet.add_row(text("Professionals"), ProfessionalsBlock(workspace, around))
    else:
        begin.append(professional_button(workspace, around, sheet))
    if begin:
        sheet.add_row(text("Around"), FlowRow(workspace.theme, *begin))
