"""The same form for several students: whose paper there is, and who is left out and why."""

from collections.abc import Sequence
from datetime import date

from app.actions.disclosure.doubt_recipient import doubt_students
from app.actions.letters.prepare_letter import open_case
from app.actions.sheets.gather_facts import gather_facts
from app.actions.sheets.open_sheet import open_sheet
from app.actions.sheets.sheet import Sheet
from app.frameworks.library import Library
from app.frameworks.validate import Problem, problems
from app.i18n import N_, Locale
from app.models.discreet import Discreet
from app.models.form import Form
from app.models.value_list import ValueList
from app.storage.notebook import Notebook

_NONE = N_("no such sheet yet")
_INCOMPLETE = N_("something is still missing on the sheet")


class PlannedPaper(Discreet, kw_only=True, frozen=True):
    """One paper of the batch: a `sheet` as written, or None for a blank one headed with its student."""

    student_id: str
    student_name: str
    case_id: str | None
    reference: str = ""
    sheet: Sheet | None = None


class PaperLeftOut(Discreet, kw_only=True, frozen=True):
    """Somebody there is no paper for; `reason` is a sentence to translate."""

    name: str
    reason: str


class PaperPlan(Discreet, kw_only=True, frozen=True):
    """`alike` names students one of these may be taken for, `minded` those something protects."""

    going: list[PlannedPaper]
    left_out: list[PaperLeftOut]
    alike: list[str] = []
    minded: list[str] = []


def plan_papers(
    notebook: Notebook,
    *,
    library: Library,
    form: Form,
    student_ids: Sequence[str],
    filled: bool,
    day: date,
    lists: dict[str, ValueList],
) -> PaperPlan:
    """In the order given; of `filled` ones the latest of each student, where nothing on it is missing."""
    going: list[PlannedPaper] = []
    left_out: list[PaperLeftOut] = []
    alike: dict[str, str] = {}
    minded: list[str] = []
    for student_id in student_ids:
        student = notebook.students.get(student_id)
        ids = notebook.students.ids_of(student_id)
        sheet = _latest(notebook, library, form, ids) if filled else None
        faults = _faults(notebook, library, sheet, lists) if sheet else []
        if (filled and sheet is None) or faults:
            reason = _INCOMPLETE if faults else _NONE
            left_out.append(PaperLeftOut(name=student.listed_name, reason=reason))
            continue
        case = (
            notebook.cases.find(sheet.record.case_id) if sheet else open_case(notebook, student_id=student_id)
        )
        going.append(
            PlannedPaper(
                student_id=student_id, student_name=student.name, sheet=sheet,
                case_id=case.id if case else None, reference=case.reference if case else "",
            )
        )  # fmt: skip
        alike |= {other.id: other.name for other in doubt_students(notebook, student_id=student_id)}
        if _is_minded(notebook, ids, day):
            minded.append(student.name)
    with_paper = {one.student_id for one in going}
    others = [name for other, name in alike.items() if other not in with_paper]
    return PaperPlan(going=going, left_out=left_out, alike=others, minded=minded)


def _latest(notebook: Notebook, library: Library, form: Form, ids: list[str]) -> Sheet | None:
    """The sheet with the latest day, of two of one day the one written later."""
    written = [one for one in notebook.sheets(form.record).of_student(ids) if one.form == form.key]
    if not written:
        return None
    latest = max(enumerate(written), key=lambda at: (at[1].date, at[0]))[1]
    return open_sheet(notebook, library=library, kind=form.record, record_id=latest.id)


def _is_minded(notebook: Notebook, ids: list[str], day: date) -> bool:
    """Whether there is somebody not to contact, or a decision that counts today."""
    guardians = (one for each in ids for one in notebook.guardians.of_student(each))
    cautions = (one for each in ids for one in notebook.cautions.of_student(each))
    return any(one.do_not_contact for one in guardians) or any(one.counts_on(day) for one in cautions)


def _faults(notebook: Notebook, library: Library, sheet: Sheet, lists: dict[str, ValueList]) -> list[Problem]:
    """What is missing on it, given what the notebook knows; the words of the facts do not matter."""
    record = sheet.record
    facts = gather_facts(
        notebook, library=library, student_id=record.student_id, case_id=record.case_id,
        partner_id=getattr(record, "partner_id", None), author_id=record.author_id, locale=Locale("en"),
        day=record.date, framework=record.framework,
    )  # fmt: skip
    return problems(form=sheet.form, values=sheet.values, moment="printing", lists=lists, facts=facts)
