"""The record a person asked to see, from the notebook to its bytes."""

from datetime import date

from app.actions.papers.make_booklet import Booklet
from app.actions.papers.prepare_access import prepare_access
from app.actions.papers.prepare_booklet import BookletChoices
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.passage import Passage
from app.models.progress import Progress, unwatched
from app.storage.notebook import Notebook


class AccessPack(Booklet, frozen=True, kw_only=True):
    """The file with every passage of it, masked or not."""

    passages: list[Passage]

    @property
    def waiting(self) -> int:
        """How many passages nobody has decided about."""
        return sum(one.waits for one in self.passages)


def make_access(
    notebook: Notebook, *, library: Library, case_id: str, language: str, today: date,
    choices: BookletChoices, asked_by: str = "", asked_on: date | None = None, progress: Progress = unwatched,
) -> AccessPack:  # fmt: skip
    """Slow for a long case, so call it on the worker; RecordUnknown, and what `progress` raises."""
    from app.documents import booklet, unwritable  # much memory, and most days begin without a paper

    locale = Locale(language)
    access = prepare_access(
        notebook, library=library, case_id=case_id, locale=locale, today=today, choices=choices,
        asked_by=asked_by, asked_on=asked_on, progress=progress,
    )  # fmt: skip
    return AccessPack(
        pdf=booklet.build(access.subject, locale, progress), inside=access.subject.inside, language=language,
        passages=access.passages, signs=unwritable.unwritable(access.subject),
    )  # fmt: skip
