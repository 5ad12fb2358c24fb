"""Any form as a PDF, blank or filled, by walking the form itself."""

from itertools import chain

import msgspec

from app.documents.composition import Composition
from app.documents.furniture import head
from app.documents.layout import Page, pages
from app.documents.paint import paint
from app.documents.sections import rows
from app.documents.style import MARGIN, PAGE_HEIGHT, STYLES, Style
from app.documents.subject import PaperSubject
from app.i18n import Locale


def build(subject: PaperSubject, locale: Locale) -> bytes:
    """The paper's bytes, the same for the same subject: preview, file and print share them."""
    form = subject.form.for_framework(subject.framework.key)
    subject = msgspec.structs.replace(subject, form=form)
    roomy = _set(subject, locale, STYLES[0])
    closer = (_set(subject, locale, style) for style in STYLES[1:] if len(roomy[1]) == 2)
    composition, laid = next((way for way in chain([roomy], closer) if len(way[1]) == 1), roomy)
    return paint(pages=laid, composition=composition)


def _set(subject: PaperSubject, locale: Locale, style: Style) -> tuple[Composition, list[Page]]:
    composition = Composition(subject=subject, locale=locale, style=style)
    placed = [*head(composition=composition), *rows(composition=composition)]
    return composition, pages(placed, room=PAGE_HEIGHT - 2 * MARGIN)
