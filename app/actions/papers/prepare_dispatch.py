"""The slip that goes with several files: numbers and papers, nobody's name."""

from collections.abc import Sequence
from datetime import date

from app import paths
from app.actions.choose_logo import own_logo
from app.actions.disclosure.name_disclosed import DISPATCH
from app.actions.sheets.gather_facts import gather_facts
from app.actions.sheets.look_at_files import GatheredFile
from app.documents.subject import PaperSubject
from app.frameworks.decode import decode
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Form
from app.storage.notebook import Notebook


def prepare_dispatch(
    notebook: Notebook,
    *,
    library: Library,
    files: Sequence[GatheredFile],
    recipient: str,
    locale: Locale,
    today: date,
) -> PaperSubject:
    """A file without a number is named by the day it was begun alone."""
    service = library.framework(notebook.framework)
    words = locale.words
    return PaperSubject(
        form=decode(path=paths.resources() / "certificates" / f"{DISPATCH}.toml", kind=Form),
        lists=library.lists_for(notebook.framework),
        framework=service,
        values={
            "to": recipient,
            "files": [
                {
                    "number": file.reference,
                    "what": words(file.form.short_title) or words(file.form.title),
                    "day": locale.date(file.record.date),
                    "papers": _papers(file, locale),
                }
                for file in files
            ],
            "count": locale.plural("{n} file", "{n} files", len(files)),
        },
        facts=gather_facts(
            notebook, library=library, student_id=None, case_id=None, partner_id=None,
            author_id=notebook.author_id, locale=locale, day=today,
        ),
        place=notebook.units.own().city,
        logo=own_logo(notebook),
        day=today,
    )  # fmt: skip


def _papers(file: GatheredFile, locale: Locale) -> str:
    """How many are in it, and how many are still to come."""
    here = file.expected - len(file.missing)
    said = locale.plural("{n} document", "{n} documents", here)
    if not file.missing:
        return said
    return locale.text("{here}, {n} still missing", here=said, n=len(file.missing))
