"""A file from outside to bytes, and what kind of file it is, by its bytes and never by its name."""

import re
from pathlib import Path
from typing import Literal

from app.errors import FileUnreadable, ListIsOfficeFile, ListIsPdf, ListIsPicture, ListTooLong

MAX_BYTES = 64_000_000  # SIECLE writes some 3 kB for each student
_HEAD = 512
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OFFICE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")
_PICTURES = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*|RIFF....WEBP|BM....\x00\x00\x00\x00|"
    rb"....ftyp(heic|heix|mif1|avif)",
    re.DOTALL,
)
_XML = re.compile(rb"<(\?xml|!--|!DOCTYPE|[A-Za-z_])")
_PAGE = re.compile(rb"(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)\b", re.IGNORECASE)

Kind = Literal["xml", "zip", "text"]


def read_file(path: Path) -> bytes:
    """What is in the file. Raises FileUnreadable, or ListTooLong without reading further."""
    try:
        with path.open("rb") as source:
            data = source.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileUnreadable(file=path.name) from error
    if len(data) > MAX_BYTES:
        raise ListTooLong
    return data


def kind_of(data: bytes) -> Kind:
    """What may be a list. Raises ListIsPdf, ListIsPicture or ListIsOfficeFile for what is none."""
    head = data[:_HEAD]
    if head.startswith(_ZIP):
        return "zip"
    if head.startswith(_OFFICE):
        raise ListIsOfficeFile
    if _PICTURES.match(head):
        raise ListIsPicture
    words = head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"").lstrip()  # also of UTF-16
    if words.startswith(b"%PDF-"):
        raise ListIsPdf
    # web pages that call themselves a workbook are no XML; their text is refused like any other
    return "xml" if _XML.match(words) and not _PAGE.match(words) else "text"
