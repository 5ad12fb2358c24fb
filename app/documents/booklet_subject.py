"""What a case booklet is made of."""

from datetime import date

from app.documents.subject import PaperSubject
from app.models.discreet import Discreet


class BookletSubject(Discreet, frozen=True, kw_only=True):
    """Already loaded: the cover without its page numbers, and every sheet with its day, in order of time.

    `inside` are the records whose words are in it.
    """

    cover: PaperSubject
    sheets: list[PaperSubject]
    days: list[date]
    inside: list[str]
