"""Go on from a plan in a new version."""

from datetime import date

import msgspec

from app.actions.cases.ensure_case import ensure_case
from app.actions.index.index_sheet import index_sheet
from app.actions.service_of import asked_by
from app.actions.sheets.work_out import work_out
from app.errors import VersionReplaced
from app.frameworks.computed import computed_questions
from app.frameworks.library import Library
from app.frameworks.sheet import read, write
from app.models.changes import Changes
from app.models.plan import Plan
from app.models.record import new_id, now
from app.storage.notebook import Notebook


class NewVersion(msgspec.Struct, frozen=True):
    """The version that was begun and everything that changed."""

    plan: Plan
    changes: Changes


def new_version(notebook: Notebook, *, library: Library, record_id: str, today: date) -> NewVersion:
    """Copy everything into a new record of today that replaces this one, which stays as it was.

    A review day that has come is not copied: this is the review. VersionReplaced for a version that
    is replaced already.
    """
    before = notebook.plans.get(record_id)
    replacement = notebook.plans.replacement(record_id)
    if replacement is not None:
        raise VersionReplaced(n=replacement.version)
    with notebook.change() as change:
        review = before.review_date
        fresh = msgspec.structs.replace(
            before,
            id=new_id(),
            revision="",
            removed_at=None,
            author_id=notebook.author_id,
            created_at=now(),
            date=today,
            version=notebook.plans.next_version(before),
            replaces_id=before.id,
            review_date=review if review and review > today else None,
        )
        if fresh.student_id:
            case = ensure_case(notebook, student_id=fresh.student_id, today=today)
            fresh = msgspec.structs.replace(fresh, case_id=case.id)
        answers = notebook.plans.answers(before.id)
        seen, service = asked_by(notebook, library=library, framework=fresh.framework)
        form = seen.form_for(fresh.form, service)
        values = read(form=form, record=fresh, answers=answers)
        if computed_questions(form):  # ages and days are those of today
            values = work_out(notebook, form=form, record=fresh, values=values, former=values)
            written, answers = write(form=form, record=fresh, values=values, previous=answers)
            assert isinstance(written, Plan)
            fresh = written
        saved = notebook.plans.save(fresh, answers)
        index_sheet(notebook, form=form, record=saved, values=values)
        change.note("plan", before.id)  # it is replaced from now on
    return NewVersion(saved, change.changes)
