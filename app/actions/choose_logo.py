"""The logo at the head of every paper."""

from pathlib import Path

import msgspec

from app.errors import LogoUnsuited
from app.exchange.attachments.type_of import type_of
from app.exchange.attachments.untrusted_file import read_untrusted
from app.exchange.attachments.viewer import AttachmentViewer
from app.models.changes import Changes
from app.models.harmless_name import harmless_name
from app.models.logo import HIGHEST, WIDEST, Logo, logo_of, read_logo
from app.models.pixels import Pixels
from app.storage.notebook import Notebook

_KEY = "unit_logo"  # in the notebook, because it names the unit


def own_logo(notebook: Notebook) -> Logo | None:
    """The logo, if one was chosen."""
    return read_logo(notebook.preferences.get(_KEY))


def read_logo_file(path: Path) -> Logo:
    """A PNG or JPEG decoded in a process of its own, with the limits of attachments; slow.

    LogoUnsuited, FileUnreadable, AttachmentTooLarge, AttachmentEmpty, AttachmentUnknownType and the errors
    of AttachmentViewer.
    """
    file = harmless_name(path.name)
    content, _ = read_untrusted(path, file=file)
    kind = type_of(content, file=file)
    if kind not in ("png", "jpeg"):
        raise LogoUnsuited(file=file)
    with AttachmentViewer(untrusted=content, kind=kind, file=file, check=True) as look:
        pixels = look.page(0, width=WIDEST)
        if pixels.height > HIGHEST:
            pixels = look.page(0, width=max(1, pixels.width * HIGHEST // pixels.height))
    high = min(pixels.height, HIGHEST)  # a mere stroke cannot become any narrower
    return logo_of(width=pixels.width, height=high, grey=_grey(pixels, high))


def keep_logo(notebook: Notebook, *, logo: Logo | None) -> Changes:
    """From now on every paper carries it, or none."""
    with notebook.change() as change:
        notebook.preferences.set(_KEY, msgspec.to_builtins(logo) if logo else None)
        change.note("unit", notebook.units.own().id)
    return change.changes


def _grey(pixels: Pixels, high: int) -> bytes:
    """How bright each pixel is to the eye, in `high` rows."""
    rows = []
    for row in range(high):
        start = row * pixels.height // high * pixels.stride
        line = pixels.data[start : start + 3 * pixels.width]
        reds, greens, blues = line[0::3], line[1::3], line[2::3]
        rows.append(
            bytes((299 * r + 587 * g + 114 * b) // 1000 for r, g, b in zip(reds, greens, blues, strict=True))
        )
    return b"".join(rows)
