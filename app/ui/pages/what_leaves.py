"""What a paper takes out of the notebook and what it does not, in the words of its questions."""

from app.actions.papers.paper_of_versions import EARLIER, NEWER
from app.actions.sheets.sheet import Sheet
from app.documents.subject import PaperSubject
from app.frameworks.asked import asked
from app.frameworks.kept_marks import marks_said
from app.frameworks.marks import MARKS
from app.ui.pages.paper_choices import may_print
from app.ui.workspace import Workspace


def what_leaves(workspace: Workspace, *, sheet: Sheet, subject: PaperSubject) -> tuple[list[str], list[str]]:
    """(what leaves, what stays): every question that was answered, once, and the rest of the case."""
    leaves: list[str] = []
    stays: list[str] = []
    for question in asked(form=subject.form, values=subject.values, facts=subject.facts):
        is_fact = question.kind == "fact"
        said = subject.facts.get(question.source) if is_fact else (subject.values or {}).get(question.key)
        label = workspace.locale.words(question.label)
        if not said or not label:
            continue
        prints = question.prints and question.key not in subject.leave_out
        (leaves if prints and (is_fact or may_print(question)) else stays).append(label)
    for mark in _marks_out(sheet, subject):
        stays.append(workspace.text("marked “{mark}”", mark=workspace.text(MARKS[mark])))
    if sheet.unasked and not any(question.key == "unasked_0" for question in subject.form.questions):
        stays.append(workspace.text(NEWER if sheet.is_newer else EARLIER))
    stays.append(workspace.text("every other sheet of the case"))
    return list(dict.fromkeys(leaves)), list(dict.fromkeys(stays))


def _marks_out(sheet: Sheet, subject: PaperSubject) -> list[str]:
    """The marks all of whose paragraphs were left out."""
    before, after = (
        {mark for marks in marks_said(form=sheet.form, values=values).values() for mark in marks}
        for values in (sheet.values, subject.values or {})
    )
    return [mark for mark in MARKS if mark in before - after]
