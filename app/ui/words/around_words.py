"""What each thing around a student is called in one line: in the bin, above its revisions."""

from typing import Any

from app.ui.workspace import Workspace

AROUND = ("advice", "agreement", "caution", "enrolment", "professional", "request", "resident", "sibling")


def around_words(workspace: Workspace, kind: str, record: Any) -> str:
    """Its own name, never whose it is."""
    notebook, text, date = workspace.notebook, workspace.text, workspace.locale.date
    if kind == "request":
        return text("request of {day}", day=date(record.received))
    if kind == "advice":
        return text("advice of {day}", day=date(record.given_on))
    if kind == "agreement":
        return text("agreement of {day}", day=date(record.given_on))
    if kind == "caution":
        return " ".join(record.text.split())
    if kind == "enrolment":
        school = notebook.schools.find(record.school_id)
        where = (record.class_name, school.name if school else record.other_school)
        return " · ".join(filter(None, (record.school_year.replace("-", "–"), *where)))
    if kind == "professional":
        partner = notebook.partners.find(record.partner_id)
        return record.name or (partner.service if partner else "") or record.role
    if kind == "resident":
        return record.name or workspace.label("relation", record.relation)
    other = notebook.students.find(record.sibling_id)
    return text("sibling: {name}", name=other.name if other else "")
