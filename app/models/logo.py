"""The unit's own logo, in grey: that is how a black-and-white printer shows it."""

import base64
import zlib

import msgspec

from app.models.discreet import Discreet

WIDEST, HIGHEST = 600, 400  # pixels: more than a printer shows in the corner of a page


class Logo(Discreet, kw_only=True, frozen=True):
    """`grey` is a byte a pixel, packed with zlib and written as text: JSON holds it."""

    width: int
    height: int
    grey: str

    def packed(self) -> bytes:
        """The pixels as a PDF holds them."""
        return base64.b64decode(self.grey)

    def unpacked(self) -> bytes:
        """A byte a pixel, row by row."""
        return zlib.decompress(self.packed())


def logo_of(*, width: int, height: int, grey: bytes) -> Logo:
    """From a byte a pixel."""
    return Logo(width=width, height=height, grey=base64.b64encode(zlib.compress(grey, 9)).decode())


def read_logo(kept: object) -> Logo | None:
    """As a notebook remembers it; None for nothing, or for what is no logo."""
    try:
        return msgspec.convert(kept, Logo) if kept else None
    except msgspec.ValidationError:
        return None
