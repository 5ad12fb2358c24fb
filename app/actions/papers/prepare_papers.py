"""Load what the papers of a batch show, one after the other."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.actions.choose_logo import own_logo
from app.actions.papers.plan_papers import PlannedPaper
from app.actions.papers.prepare_paper import prepare_paper
from app.actions.service_of import asked_by, service_of
from app.actions.sheets.gather_facts import gather_facts
from app.documents.subject import PaperSubject
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Form
from app.storage.notebook import Notebook


def prepare_papers(
    notebook: Notebook,
    *,
    library: Library,
    form: Form,
    planned: Sequence[PlannedPaper],
    locale: Locale,
    today: date,
) -> Iterator[tuple[PaperSubject, Locale]]:
    """A long batch needs no more memory than a short one."""
    for one in planned:
        if one.sheet is not None:
            subject = prepare_paper(notebook, library=library, sheet=one.sheet, locale=locale, today=today)
        else:
            subject = _headed(notebook, library, form, one, locale, today)
        yield subject, locale


def _headed(
    notebook: Notebook, library: Library, form: Form, one: PlannedPaper, locale: Locale, day: date
) -> PaperSubject:
    """To be written on by hand; who it is about and whose it is stand on it already."""
    case = notebook.cases.find(one.case_id)
    service = service_of(notebook, case=case)
    seen, key = asked_by(notebook, library=library, framework=case.framework if case else "")
    facts = gather_facts(
        notebook, library=library, student_id=one.student_id, case_id=one.case_id, partner_id=None,
        author_id=notebook.author_id, locale=locale, day=day, framework=service,
    )  # fmt: skip
    facts.pop("today", None)
    asked = seen.form_for(form.key, key) if form.key in seen.forms else form
    return PaperSubject(
        form=asked,
        lists=seen.lists_for(key),
        framework=library.framework(service),
        values=None,
        facts=facts,
        reference=one.reference,
        place=notebook.units.own().city,
        logo=own_logo(notebook),
    )
