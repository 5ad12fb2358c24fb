"""Every screen of the window, with somebody on it."""

from app.frameworks.library import Library
from app.models.kinds import FORM_KINDS
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.pages.catalogue import PAGES


def every_place(notebook: Notebook, library: Library) -> list[Destination]:
    """Each page alone; each student and a letter; each sheet, new, written, before, going; each paper."""
    alone = [Destination(screen) for screen in PAGES if screen not in ("sheet", "paper")]
    people = [Destination("students", record_id=student.id) for student in notebook.students.list()]
    letters = [Destination("letter", student_id=student.id) for student in notebook.students.list()]
    forms = [form.key for form in library.forms_for(notebook.framework)]
    new = [Destination("sheet", form=form) for form in forms]
    blank = [Destination("paper", form=form) for form in forms]
    written = [(kind, record) for kind in FORM_KINDS for record in notebook.sheets(kind).list()]
    sheets = [Destination("sheet", kind=kind, record_id=record.id) for kind, record in written]
    filled = [
        Destination("paper", kind=kind, record_id=record.id) for kind, record in written if record.student_id
    ]
    before = [Destination("revisions", kind=kind, record_id=record.id) for kind, record in written]
    whole = [Destination("revision", record_id=record.revision) for _, record in written]
    going = [Destination("erase", kind=kind, record_id=record.id) for kind, record in written[:2]]
    sent = [Destination("sent", record_id=line.id) for line in notebook.disclosures.list() if line.paper]
    left = [Destination("package", record_id=one.id) for one in notebook.transfers.packages(direction="out")]
    cases = notebook.cases.list()
    booklets = [Destination("booklet", record_id=case.id) for case in cases]
    booklets += [Destination("access", record_id=case.id) for case in cases]
    received = [
        Destination(screen, record_id=student.id)
        for screen in ("received", "received_paper")
        for student in notebook.students.list()[:2]
    ]
    kinds = ("forms", "lists", "letters", "frameworks", "unit")
    shelves = [Destination("workshop", kind=kind) for kind in kinds]
    names = [f"forms/{key}.toml" for key in forms]
    names += ["letters/l1-invitation.toml", f"frameworks/{notebook.framework}.toml"]
    files = [Destination("workshop_file", record_id=name) for name in names]
    lists = [Destination("workshop_list", record_id="lists/n02-reasons.toml")]
    return [
        *shelves,
        *files,
        *lists,
        *before,
        *whole,
        *going,
        *alone,
        *people,
        *letters,
        *new,
        *sheets,
        *blank,
        *filled,
        *sent,
        *left,
        *booklets,
        *received,
    ]
