"""What a paper takes out of the notebook and what it does not, in the words of its questions."""

from app.actions.sheet import Sheet
from app.documents.subject import PaperSubject
from app.frameworks.asked import asked
from app.ui.pages.paper_choices import may_print
from app.ui.workspace import Workspace


def what_leaves(workspace: Workspace, *, sheet: Sheet, subject: PaperSubject) -> tuple[list[str], list[str]]:
    """(what leaves, what stays): every question that was answered, once, and the rest of the case."""
    leaves: list[str] = []
    stays: list[str] = []
    for question in asked(form=subject.form, values=subject.values, facts=subject.facts):
        is_fact = question.kind == "fact"
        said = subject.facts.get(question.source) if is_fact else sheet.values.get(question.key)
        label = workspace.locale.words(question.label)
        if not said or not label:
            continue
        prints = question.prints and question.key not in subject.leave_out
        (leaves if prints and (is_fact or may_print(question)) else stays).append(label)
    stays.append(workspace.text("every other sheet of the case"))
    return list(dict.fromkeys(leaves)), list(dict.fromkeys(stays))
