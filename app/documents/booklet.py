"""A whole case as one file: its cover, then each sheet on pages of its own, counted through."""

from io import BytesIO
from itertools import accumulate

import msgspec

from app.documents.booklet_subject import BookletSubject
from app.documents.composition import Composition
from app.documents.furniture import head
from app.documents.layout import Page, pages
from app.documents.paint import put
from app.documents.sections import rows
from app.documents.style import MARGIN, PAGE_HEIGHT, STYLES
from app.documents.subject import PaperSubject
from app.documents.tagged import TaggedCanvas
from app.i18n import Locale
from app.models.progress import Progress, unwatched

_STYLE = STYLES[1]  # one style for all its sheets


def build(subject: BookletSubject, locale: Locale, progress: Progress = unwatched) -> bytes:
    """The file, the same bytes for the same case; what `progress` raises ends it.

    Each sheet is set twice, once to count its pages and once to be drawn, so that no more than one is in
    memory however long the case is.
    """
    total = len(subject.sheets)
    counts = []
    for done, sheet in enumerate(subject.sheets):
        progress("matching", done, total)
        counts.append(len(_set(sheet, locale)[1]))
    cover = _set(_numbered(subject, counts, locale, before=0), locale)
    before = len(cover[1])
    cover = _set(_numbered(subject, counts, locale, before=before), locale)
    file = BytesIO()
    canvas = _opened(file, subject, locale)
    number, count = 1, before + sum(counts)
    number = _draw(canvas, cover, number, count)
    for done, sheet in enumerate(subject.sheets):
        progress("writing", done, total)
        number = _draw(canvas, _set(sheet, locale), number, count)
    progress("writing", total, total)
    canvas.save()
    return file.getvalue()


def _numbered(subject: BookletSubject, counts: list[int], locale: Locale, *, before: int) -> PaperSubject:
    """The cover with the page each sheet begins on; `before` are the pages of the cover itself."""
    firsts = accumulate(counts[:-1], initial=before + 1) if counts else ()
    contents = [
        {"day": locale.date(day), "what": _title(sheet, locale), "page": str(page)}
        for day, sheet, page in zip(subject.days, subject.sheets, firsts, strict=True)
    ]
    values = (subject.cover.values or {}) | {"contents": contents}
    return msgspec.structs.replace(subject.cover, values=values)


def _title(sheet: PaperSubject, locale: Locale) -> str:
    name = locale.words(sheet.form.title)
    partner = sheet.facts.get("partner.service", "")
    return " – ".join(part for part in (name, partner) if part)


def _set(subject: PaperSubject, locale: Locale) -> tuple[Composition, list[Page]]:
    form, said = subject.form.for_framework(subject.framework.key), subject.values or {}
    # a slip nobody sends back from here says nothing, unless something was written on it
    sections = [
        one for one in form.sections if not one.cut or any(said.get(asks.key) for asks in one.questions)
    ]
    form = msgspec.structs.replace(form, sections=sections)
    composition = Composition(
        subject=msgspec.structs.replace(subject, form=form), locale=locale, style=_STYLE
    )
    placed = [*head(composition=composition), *rows(composition=composition)]
    return composition, pages(placed, room=PAGE_HEIGHT - 2 * MARGIN)


def _draw(canvas: TaggedCanvas, way: tuple[Composition, list[Page]], number: int, count: int) -> int:
    """Its pages from `number` on; the number after them."""
    composition, laid = way
    put(canvas, pages=laid, composition=composition, first=number, count=count)
    return number + len(laid)


def _opened(file: BytesIO, subject: BookletSubject, locale: Locale) -> TaggedCanvas:
    title = locale.words(subject.cover.form.title)
    return TaggedCanvas(
        file, title=f"{title} {subject.cover.reference}".strip(), subject=title, language=locale.code
    )
