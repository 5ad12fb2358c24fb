"""Pictures and PDFs invented for the tests, as bytes."""

import io
import secrets
import struct
import zlib

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

KINDS = ("png", "jpeg", "webp", "pdf")


def picture(
    kind: str = "png", *, mode: str = "RGB", size: tuple[int, int] = (60, 40), **how: object
) -> bytes:
    """One picture: red on the left, blue on the right, where it has colours."""
    image = Image.new("RGB", size, (200, 30, 30))
    image.paste((30, 30, 200), (size[0] // 2, 0, size[0], size[1]))
    written = io.BytesIO()
    image.convert(mode).save(written, kind.upper(), **how)
    return written.getvalue()


def noise(kind: str = "png", *, size: tuple[int, int] = (400, 300)) -> bytes:
    """A picture that cannot be made small."""
    written = io.BytesIO()
    Image.frombytes("RGB", size, secrets.token_bytes(3 * size[0] * size[1])).save(written, kind.upper())
    return written.getvalue()


def pdf(*, pages: int = 2, size: tuple[float, float] = (595, 842), password: str | None = None) -> bytes:
    """A PDF whose pages are filled more and more with black."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=size, encrypt=password, invariant=1)
    for page in range(pages):
        canvas.rect(0, 0, size[0], size[1] * (page + 1) / (pages + 1), fill=1)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def one_of(kind: str) -> bytes:
    """A sound file of that kind."""
    return pdf() if kind == "pdf" else noise(kind, size=(60, 40))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is that large."""

    def chunk(name: bytes, content: bytes) -> bytes:
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
