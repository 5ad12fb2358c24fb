"""Draws the pages of a PDF. Runs in the checking process only; no script in it is ever run."""

import math

import pypdfium2

from app.errors import AttachmentBroken, AttachmentLocked, AttachmentTooHeavy
from app.exchange.attachments.limits import SHOWN, SIDE
from app.models.pixels import Pixels

_PREVIEW = 256
_EVEN = 0.01  # the library rounds up, and one pixel too many would blur the page
_LONGEST = 100 * 72 * 40  # points; no paper is a hundred metres long


class UntrustedPdf:
    """A file of several pages. AttachmentBroken, AttachmentLocked, AttachmentTooHeavy."""

    def __init__(self, untrusted: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(untrusted)
            self.pages = len(self._document)
            if self._document.get_formtype():
                self._document.init_forms()  # what was filled in is shown too
        except pypdfium2.PdfiumError as error:
            locked = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
            raise (AttachmentLocked if locked else AttachmentBroken) from error
        if not self.pages:
            raise AttachmentBroken

    def check(self) -> None:
        """Draw the first page."""
        self.page(0, _PREVIEW)

    def page(self, number: int, width: int) -> Pixels:
        """Page `number`, from 0, `width` wide or as wide as may be handed back."""
        try:
            page = self._document[number]
            points, height = page.get_size()
            if not (0 < points < _LONGEST and 0 < height < _LONGEST):
                raise AttachmentTooHeavy
            scale = min(
                (width - _EVEN) / points, SIDE / points, SIDE / height, math.sqrt(SHOWN / (points * height))
            )
            drawn = page.render(scale=scale, rev_byteorder=True)
            pixels = Pixels(
                width=drawn.width, height=drawn.height, stride=drawn.stride, whole_width=SIDE,
                data=bytes(drawn.buffer),
            )  # fmt: skip
            drawn.close()
            page.close()
        except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
            raise AttachmentBroken from error
        return pixels
