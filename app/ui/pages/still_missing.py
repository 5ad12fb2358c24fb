"""What a sheet must still say before it is closed: told by name, and the cursor put there."""

from app.actions.sheets.sheet import Sheet
from app.errors import AnswersMissing
from app.frameworks.validate import Problem, problems
from app.ui.form_view.form_view import FormView
from app.ui.workspace import Workspace


def tell_still_missing(workspace: Workspace, *, view: FormView, sheet: Sheet) -> bool:
    """Whether anything is missing; every question says so itself too, and the first has the cursor."""
    missing = problems(form=sheet.form, values=view.values(), moment="closing", lists=workspace.lists)
    view.show_problems(missing)
    if missing:
        workspace.failed.emit(AnswersMissing(names=names_of(workspace, sheet, missing)))
        view.focus_question(missing[0].question)
    return bool(missing)


def names_of(workspace: Workspace, sheet: Sheet, missing: list[Problem]) -> str:
    """The questions as the sheet calls them; one without words is named by its section."""
    labels = {}
    for section in sheet.form.sections:
        for question in section.questions:
            label = workspace.locale.words(question.label) or workspace.locale.words(section.label)
            labels[question.key] = label
    return ", ".join(dict.fromkeys(labels[problem.question] for problem in missing))
