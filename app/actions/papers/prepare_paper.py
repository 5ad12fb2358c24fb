"""Load everything one paper shows."""

from datetime import date

from app.actions.choose_logo import own_logo
from app.actions.papers.paper_of_versions import with_other_versions
from app.actions.service_of import asked_by, lists_of, service_of
from app.actions.sheets.gather_facts import gather_facts
from app.actions.sheets.sheet import Sheet
from app.documents.subject import PaperSubject
from app.errors import NotFiledYet
from app.frameworks.kept_marks import without_marks
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.initials import initials
from app.security.slip_code import slip_code
from app.storage.notebook import Notebook


def prepare_paper(
    notebook: Notebook,
    *,
    library: Library,
    sheet: Sheet,
    locale: Locale,
    today: date | None = None,
    leave_out: frozenset[str] = frozenset(),
    as_initials: bool = False,
    marks_out: frozenset[str] = frozenset(),
    other_versions: bool = False,
) -> PaperSubject:
    """A finished sheet as the subject of a paper; NotFiledYet when it belongs to no student.

    It leaves `today`, which may be after a birthday the sheet was written before. With `as_initials`
    the student is on it with initials, without the day of birth. Paragraphs marked with one of
    `marks_out` stay, and so do answers to another version of the form unless `other_versions`.
    """
    record = sheet.record
    if record.student_id is None:
        raise NotFiledYet
    service = service_of(notebook, record=record)
    facts = gather_facts(
        notebook, library=library, framework=service, student_id=record.student_id, case_id=record.case_id,
        partner_id=getattr(record, "partner_id", None), author_id=record.author_id,
        locale=locale, day=record.date, today=today, replaces_id=getattr(record, "replaces_id", None),
    )  # fmt: skip
    if as_initials:
        facts["student.name"] = initials(facts["student.name"])
        facts.pop("student.birth", None)
        facts.pop("student.born", None)
    values = without_marks(form=sheet.form, values=sheet.values, marks=marks_out)
    form, values = with_other_versions(sheet=sheet, values=values, locale=locale, printed=other_versions)
    return PaperSubject(
        form=form,
        lists=lists_of(notebook, library=library, framework=record.framework),
        framework=library.framework(service),
        values=values,
        facts=facts,
        reference=facts.get("case.reference", ""),
        code=slip_code(record.id) if sheet.kind == "referral" else "",
        place=notebook.units.own().city,
        logo=own_logo(notebook),
        day=record.date,
        leave_out=leave_out,
    )


def prepare_blank_paper(
    notebook: Notebook,
    *,
    library: Library,
    form_key: str,
    locale: Locale,
    day: date,
    framework: str = "",
) -> PaperSubject:
    """The blank twin of a form, to be written on by hand: only the service's own head is on it.

    `framework` is the service, "" for the notebook's own with the questions of every one in use.
    """
    library, service = asked_by(notebook, library=library, framework=framework)
    facts = gather_facts(
        notebook, library=library, student_id=None, case_id=None, partner_id=None,
        author_id=notebook.author_id, locale=locale, day=day,
    )  # fmt: skip
    facts.pop("today", None)
    return PaperSubject(
        form=library.form_for(form_key, service),
        lists=library.lists_for(service),
        framework=library.framework(service),
        values=None,
        facts=facts,
        place=notebook.units.own().city,
        logo=own_logo(notebook),
    )
