"""What a file is, is in its bytes."""

import pytest

from app.errors import AttachmentEmpty, AttachmentUnknownType
from app.exchange.attachments.type_of import type_of
from tests import pictures

OTHERS = {
    "a program": b"MZ" + bytes(100),
    "a zip": b"PK\x03\x04" + bytes(100),
    "a GIF": b"GIF89a" + bytes(100),
    "a HEIC of a telephone": b"\0\0\0\x18ftypheic" + bytes(100),
    "a sound": b"RIFF\0\0\0\0WAVE" + bytes(100),
    "an SVG": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "a web page": b"<!doctype html>",
    "words": b"Compte rendu",
    "one byte": b"\x89",
    "a PDF behind something": b"MZ" + bytes(20) + b"%PDF-1.4",
}


@pytest.mark.parametrize("kind", pictures.KINDS)
def test_each_kind_is_known_by_its_first_bytes(kind: str) -> None:
    """PNG, JPEG, WebP and PDF."""
    assert type_of(pictures.one_of(kind), file="x.exe") == kind


def test_what_some_scanners_write_first_is_no_hindrance() -> None:
    """A byte order mark or blank lines before the first word of a PDF."""
    assert type_of(b"\xef\xbb\xbf\r\n" + pictures.pdf(), file="x") == "pdf"


@pytest.mark.parametrize("other", OTHERS)
def test_everything_else_is_refused(other: str) -> None:
    """Whatever it is called."""
    with pytest.raises(AttachmentUnknownType):
        type_of(OTHERS[other], file="bilan.pdf")


def test_nothing_is_told_as_nothing() -> None:
    """An empty file has its own sentence."""
    with pytest.raises(AttachmentEmpty):
        type_of(b"", file="bilan.pdf")
