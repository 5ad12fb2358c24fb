"""What of chosen cases stays in the notebook, by label: its words are nobody's business here."""

from collections.abc import Sequence

from app.actions.attachments.tell_file import file_said, file_title
from app.actions.packages.tell_travelling import sheet_title
from app.actions.sending.outgoing_files import StayingFile
from app.actions.service_of import asked_by
from app.exchange.projection import travelling_questions
from app.exchange.travelling import always_on
from app.frameworks.kept_marks import marks_said
from app.frameworks.kinds import is_empty
from app.frameworks.library import Library
from app.frameworks.marks import MARKS
from app.frameworks.sheet import read
from app.i18n import N_, Locale
from app.models.answer import Answer
from app.models.form import Form, Values
from app.models.kinds import FORM_KINDS
from app.models.told import Told
from app.storage.notebook import Notebook

_NEVER = (
    N_("how to reach the student and the guardians"),
    N_("professionals around the student, siblings, agreements and school years"),
    N_("requests and advice"),
    N_("things to do and their days"),
    N_("earlier wordings of every sheet"),
    N_("papers kept as they left"),
)


def tell_staying(
    notebook: Notebook,
    *,
    library: Library,
    case_ids: list[str],
    locale: Locale,
    files: Sequence[StayingFile] = (),
) -> list[Told]:
    """Every answered question that does not travel, sheet by sheet; first what never travels at all.

    Last the attachments that stay, and why.
    """
    told = [Told(kind="", record_id="", title="", fields=[(locale.text(words), "") for words in _NEVER])]
    cases = notebook.cases.many(case_ids)
    students = notebook.students.many(case.student_id for case in cases.values())
    sheets = {kind: notebook.sheets(kind).of_cases(cases) for kind in FORM_KINDS}
    answers: dict[str, list[Answer]] = {}
    for kind, of_cases in sheets.items():
        ids = (record.id for records in of_cases.values() for record in records)
        answers |= notebook.sheets(kind).answers_of(ids)
    for case_id in case_ids:
        whose = students[cases[case_id].student_id].name
        for kind in FORM_KINDS:
            for record in sheets[kind].get(case_id, []):
                seen, service = asked_by(notebook, library=library, framework=record.framework)
                form = seen.form_of(record.form, service)
                values = read(form=form, record=record, answers=answers.get(record.id, []))
                labels = _labels(form, kind, values, locale)
                if labels:
                    title = sheet_title(form, record, locale, whose)
                    told.append(Told(kind=kind, record_id=record.id, title=title, fields=labels))
    for one in files:
        title = f"{file_title(one.attachment.name, locale)}, {file_said(one.attachment, locale)}"
        why = [(locale.text(one.why), "")]
        told.append(Told(kind="attachment", record_id=one.attachment.id, title=title, fields=why))
    return told


def _labels(form: Form, kind: str, values: Values, locale: Locale) -> list[tuple[str, str]]:
    """The questions that are answered and do not travel, and marks whose paragraphs do not."""
    travels = {question.key for question in travelling_questions(form)}
    marked = marks_said(form=form, values=values)
    kept = [
        (locale.text("{mark}: {text}", mark=locale.words(question.label), text=locale.text(MARKS[mark])), "")
        for question in travelling_questions(form)
        for mark in marked.get(question.key, [])
        if mark in question.keeps
    ]
    return kept + [
        (locale.words(question.label), "")
        for question in form.questions
        if question.key not in travels
        and question.bind not in always_on(kind)
        and question.key in values
        and not is_empty(kind=question.kind, value=values[question.key])
    ]
