"""The first interview of a case says what its request said already."""

from app.models.form import Form, Values
from app.storage.notebook import Notebook


def begin_with_request(notebook: Notebook, *, form: Form, case_id: str | None) -> Values:
    """Who asked, when and why, of the newest request the case began with; nothing on a later interview."""
    if form.record != "interview" or case_id is None:
        return {}
    requests = notebook.requests.of_case(case_id)
    if not requests or notebook.interviews.of_cases([case_id]):
        return {}
    newest = requests[-1]
    said = {
        "origin": newest.origin,
        "request_date": newest.received.isoformat(),
        "main_reason": newest.reason,
    }
    return {one.key: said[one.bind] for one in form.questions if said.get(one.bind)}
