"""Begin a sheet."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from app.actions.service_of import asked_by
from app.actions.sheets.begin_with_household import SOURCE, begin_with_household
from app.actions.sheets.begin_with_request import begin_with_request
from app.actions.sheets.gather_facts import gather_facts
from app.actions.sheets.sheet import Sheet
from app.actions.sheets.work_out import work_out
from app.frameworks.library import Library
from app.frameworks.sheet import read
from app.i18n import Locale
from app.models.form import Form, Question, Values
from app.models.kinds import FORM_KINDS
from app.models.school_year import day_of_year
from app.models.value_list import ValueList
from app.storage.notebook import Notebook


def new_sheet(
    notebook: Notebook,
    *,
    library: Library,
    form_key: str,
    locale: Locale,
    student_id: str | None = None,
    moment: datetime | None = None,
    framework: str = "",
) -> Sheet:
    """A sheet with nothing on it but what the form takes from the day and the case. Writes nothing.

    `framework` is the service that asks it, "" for that of the open case.
    """
    moment = moment or datetime.now()
    cases = notebook.cases.of_student(notebook.students.ids_of(student_id)) if student_id else []
    given = notebook.transfers.handovers.given() if cases else {}
    case = next((case for case in cases if case.state == "open" and case.id not in given), None)
    framework = framework or (case.framework if case else "")
    library, service = asked_by(notebook, library=library, framework=framework)
    form = library.form_for(form_key, service)
    record = FORM_KINDS[form.record](
        form=form.key,
        form_version=form.version,
        author_id=notebook.author_id,
        student_id=student_id,
        case_id=case.id if case else None,
        framework=framework,
        date=moment.date(),
    )
    facts = gather_facts(
        notebook, library=library, student_id=student_id, case_id=record.case_id, partner_id=None,
        author_id=record.author_id, locale=locale, day=moment.date(), framework=framework,
    )  # fmt: skip
    values = read(form=form, record=record, answers=[]) | _prefilled(form, facts, moment.date(), moment)
    values |= begin_with_request(notebook, form=form, case_id=record.case_id)
    values |= _decisions(form, locale, moment.date())
    values |= _household(notebook, library.lists_for(service), form, student_id, locale, moment.date())
    values = work_out(notebook, form=form, record=record, values=values)
    return Sheet(kind=form.record, form=form, record=record, values=values, is_new=True)


def _prefilled(form: Form, facts: dict[str, str], day: date, moment: datetime) -> Values:
    plain = facts | {"today": day.isoformat(), "now": f"{moment:%H:%M}"}
    begun = {question.key: question.default for question in form.questions if question.default is not None}
    begun |= {one.key: day_of_year(day, one.yearly).isoformat() for one in form.questions if one.yearly}
    return begun | {
        question.key: _typed(question, plain[question.source])
        for question in form.questions
        if question.source and question.kind not in ("fact", "table") and plain.get(question.source)
    }


def _typed(question: Question, said: str) -> Any:
    """How many there are is counted with."""
    return int(said) if question.kind == "number" and said.isascii() and said.isdigit() else said


def _decisions(form: Form, locale: Locale, day: date) -> Values:
    """What is to be done from the first day on, each line until its own day."""
    return {
        question.key: [
            {"text": locale.words(one.what), "due": (day + timedelta(days=one.after)).isoformat()}
            for one in question.begins
        ]
        for question in form.questions
        if question.begins
    }


def _household(
    notebook: Notebook,
    lists: Mapping[str, ValueList],
    form: Form,
    student_id: str | None,
    locale: Locale,
    day: date,
) -> Values:
    """Tables that begin with who lives with the student."""
    tables = [one for one in form.questions if one.kind == "table" and one.source == SOURCE]
    if not tables or student_id is None:
        return {}

    def label(list_key: str, code: str) -> str:
        item = lists[list_key].item(code) if list_key in lists else None
        return locale.words(item.label) if item else code

    residents = notebook.residents.of_students(notebook.students.ids_of(student_id))
    return {
        table.key: begin_with_household(residents, columns=table.columns, label=label, day=day)
        for table in tables
        if residents
    }
