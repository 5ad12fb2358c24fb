"""Any form as a PDF, blank or filled, by walking the form itself."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

import msgspec

from app.documents.composition import Composition
from app.documents.furniture import head
from app.documents.half_sheet import HALF_ROOM
from app.documents.layout import Page, pages
from app.documents.one_file import Laid, one_file
from app.documents.sections import rows
from app.documents.style import BLANK_STYLES, MARGIN, PAGE_HEIGHT, STYLES, Style
from app.documents.subject import PaperSubject
from app.i18n import Locale

Way = tuple[Composition, list[Page]]
_ROOM = PAGE_HEIGHT - 2 * MARGIN
_LITTLE = 0.22  # of a page


def build(subject: PaperSubject, locale: Locale) -> bytes:
    """The paper's bytes, the same for the same subject: preview, file and print share them."""
    return build_many([(subject, locale)])


def build_many(
    papers: Iterable[tuple[PaperSubject, Locale]], *, told: Callable[[int], bool] | None = None
) -> bytes:
    """One file of papers; `told` hears how many are drawn and answers whether to go on.

    Papers of half a sheet share one, two by two.
    """
    return one_file((_laid(subject, locale) for subject, locale in papers), told=told)


def _laid(subject: PaperSubject, locale: Locale) -> Laid:
    """Its pages, and whether they are half a sheet: a filled paper that is meant to be and fits."""
    form = subject.form.for_framework(subject.framework.key)
    subject = msgspec.structs.replace(subject, form=form)
    if form.half and not subject.blank:
        setting = partial(_set, subject, locale, {}, room=HALF_ROOM)
        half = most_generous(setting, styles=BLANK_STYLES)
        if len(half[1]) == 1:
            return Laid(*half, half=True)
    styles = BLANK_STYLES if subject.blank else STYLES
    return Laid(*most_generous(partial(_set, subject, locale, {}), styles=styles))


def most_generous(setting: Callable[[Style], Way], *, styles: Sequence[Style] = STYLES) -> Way:
    """The most generous style that fits on one sheet, or saves a last page with next to nothing on it.

    The first where none does, or far more is needed. The closer the style, the shorter the paper, and how
    much shorter is known well enough to begin next to the one that is wanted.
    """
    roomy = setting(styles[0])
    most = len(roomy[1]) - 1
    if most == 0 or (most > 1 and not _next_to_nothing(roomy[1][-1])):
        return roomy
    found = roomy
    too_roomy, fits = 0, len(styles)  # the last one may not fit either
    at = _expected(sum(map(_high, roomy[1])), most * _ROOM, styles)
    while fits - too_roomy > 1:
        way = setting(styles[at])
        if len(way[1]) <= most:
            found, fits = way, at
            at -= 1
        else:
            too_roomy = at
            at += 1
    return found


def _expected(high: float, room: float, styles: Sequence[Style]) -> int:
    """Which style brings so high a paper down to that room: the last one where none seems to."""
    return next(
        (at for at, style in enumerate(styles) if at and high * style.share_of(styles[0]) <= room),
        len(styles) - 1,
    )


def _high(page: Page) -> float:
    return sum(placed.row.height + placed.row.gap for placed in page)


def _next_to_nothing(page: Page) -> bool:
    return sum(placed.row.height for placed in page) < _LITTLE * _ROOM


def _set(
    subject: PaperSubject, locale: Locale, said: dict[str, bool], style: Style, *, room: float = _ROOM
) -> Way:
    composition = Composition(subject=subject, locale=locale, style=style, said=said)
    placed = [*head(composition=composition), *rows(composition=composition)]
    return composition, pages(placed, room=room)
