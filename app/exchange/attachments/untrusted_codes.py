"""Reads the QR codes of a page. Runs in the checking process only."""

import zxingcpp

from app.models.pixels import Pixels

MOST = 8  # of one page
_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
LONGEST = 8192  # signs; a QR code holds less


def codes_on(page: Pixels) -> list[str]:
    """What stands in each, "" for one that is there but cannot be read."""
    across = 3 * page.width
    rows = memoryview(page.data)
    if page.stride != across:
        rows = memoryview(b"".join(rows[row * page.stride :][:across] for row in range(page.height)))
    found = zxingcpp.read_barcodes(
        rows.cast("B", (page.height, page.width, 3)),
        formats=_QR,
        text_mode=zxingcpp.TextMode.Plain,
        return_errors=True,
    )
    return [one.text[:LONGEST] if one.valid else "" for one in found[:MOST]]
