"""Letters as a PDF: one, or many in one file, each counting its own pages."""

from collections.abc import Callable, Iterable
from functools import partial

from msgspec.structs import replace

from app.documents.composition import Composition
from app.documents.form_pdf import Way, most_generous
from app.documents.layout import pages
from app.documents.letter_rows import letter_rows
from app.documents.letter_subject import LetterSubject
from app.documents.one_file import Laid, one_file
from app.documents.style import MARGIN, PAGE_HEIGHT, ROOMY, SNUG, Style
from app.documents.window import OPENINGS
from app.i18n import Locale

_READ = replace(ROOMY, body=11, leading=14.6, pitch=21)
_STYLES = tuple(_READ.towards(SNUG, share) for share in (0, 0.25, 0.5, 0.75, 1))


def build(subject: LetterSubject, locale: Locale) -> bytes:
    """One letter, the same bytes for the same subject."""
    return build_many([(subject, locale)])


def build_many(
    letters: Iterable[tuple[LetterSubject, Locale]], *, told: Callable[[int], bool] | None = None
) -> bytes:
    """One file of letters; `told` hears how many are drawn and answers whether to go on."""
    return one_file((_laid(subject, locale) for subject, locale in letters), told=told)


def _laid(subject: LetterSubject, locale: Locale) -> Laid:
    folds = OPENINGS[subject.window].folds if subject.letter.addressed else ()
    return Laid(*most_generous(partial(_set, subject, locale), styles=_STYLES), folds=folds)


def _set(subject: LetterSubject, locale: Locale, style: Style) -> Way:
    composition = Composition(subject=subject.as_paper(), locale=locale, style=style)
    return composition, pages(letter_rows(subject, composition), room=PAGE_HEIGHT - 2 * MARGIN)
