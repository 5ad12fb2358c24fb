"""The paper that says who has received what about a student."""

from datetime import date, datetime

from app import paths
from app.actions.choose_logo import own_logo
from app.actions.disclosure.tell_disclosed import tell_disclosed
from app.actions.service_of import service_of_student
from app.actions.sheets.gather_facts import gather_facts
from app.documents.subject import PaperSubject
from app.frameworks.decode import decode
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.disclosure import Disclosure
from app.models.form import Form
from app.storage.notebook import Notebook

RECEIVED = "received"  # the key of the paper among the certificates
_GROUNDS = "disclosure-grounds"


def prepare_received(
    notebook: Notebook, *, library: Library, student_id: str, locale: Locale, today: date
) -> PaperSubject:
    """Every line of the ledger about the student, oldest first, as on any paper; RecordUnknown."""
    student = notebook.students.get(student_id)
    ids = notebook.students.ids_of(student_id)
    service = service_of_student(notebook, student_id=student_id)
    facts = gather_facts(
        notebook, library=library, student_id=student.id, case_id=None, partner_id=None,
        author_id=notebook.author_id, locale=locale, day=today, framework=service,
    )  # fmt: skip
    lines = notebook.disclosures.list(student_ids=ids)[::-1]
    lines.sort(key=lambda line: line.at)  # what was told may have been noted later
    case = next(iter(notebook.cases.of_student(ids)), None)
    return PaperSubject(
        form=decode(path=paths.resources() / "certificates" / f"{RECEIVED}.toml", kind=Form),
        lists=library.lists_for(service),
        framework=library.framework(service),
        values={"lines": [_row(library, locale, line) for line in lines]} if lines else {},
        facts=facts,
        reference=case.reference if case else "",
        place=notebook.units.own().city,
        logo=own_logo(notebook),
        day=today,
    )


def _row(library: Library, locale: Locale, line: Disclosure) -> dict[str, str]:
    local = datetime.fromisoformat(line.at).astimezone()
    grounds = library.lists.get(_GROUNDS)
    item = grounds.item(line.ground) if grounds else None
    what = tell_disclosed(library, locale, line)
    row = {
        "day": locale.date(local.date(), "short"),
        "what": locale.text("{mark}: {text}", mark=what, text=line.said) if line.said else what,
        "who": line.recipient or "–",
        "ground": locale.words(item.label) if item else line.ground,
    }
    return {key: words for key, words in row.items() if words}
