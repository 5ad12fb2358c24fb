"""A case booklet, from the notebook to its bytes."""

from datetime import date

from app.actions.papers.prepare_booklet import BookletChoices, prepare_booklet
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.discreet import Discreet
from app.models.progress import Progress, unwatched
from app.storage.notebook import Notebook


class Booklet(Discreet, frozen=True, kw_only=True):
    """The file, whose words are in it, its language; `signs` are the characters it shows as a gap."""

    pdf: bytes
    inside: list[str]
    language: str
    signs: list[str] = []


def make_booklet(
    notebook: Notebook, *, library: Library, case_id: str, language: str, today: date,
    choices: BookletChoices, progress: Progress = unwatched,
) -> Booklet:  # fmt: skip
    """Slow for a long case, so call it on the worker; RecordUnknown, and what `progress` raises."""
    from app.documents import booklet, unwritable  # much memory, and most days begin without a paper

    locale = Locale(language)
    subject = prepare_booklet(
        notebook, library=library, case_id=case_id, locale=locale, today=today, choices=choices,
        progress=progress,
    )  # fmt: skip
    return Booklet(
        pdf=booklet.build(subject, locale, progress), inside=subject.inside, language=language,
        signs=unwritable.unwritable(subject),
    )  # fmt: skip
