"""How large a WebP is, is known from its head."""

import pytest

from app.exchange.attachments.webp_size import webp_size
from tests import pictures

WAYS = {
    b"VP8 ": pictures.picture("webp", size=(61, 43)),
    b"VP8L": pictures.picture("webp", size=(61, 43), lossless=True),
    b"VP8X": pictures.picture("webp", size=(61, 43), exif=b"Exif\0\0II*\0\x08\0\0\0\0\0"),
}


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_writing_it_says_its_size(way: bytes) -> None:
    """Plain, without loss, and extended."""
    assert WAYS[way][12:16] == way
    assert webp_size(WAYS[way]) == (61, 43)


@pytest.mark.parametrize("untrusted", [b"", b"RIFF", WAYS[b"VP8 "][:25], b"RIFF\0\0\0\0WEBPXXXX" + bytes(40)])
def test_a_head_that_is_none_has_no_size(untrusted: bytes) -> None:
    """Cut, or of a kind nobody knows."""
    assert webp_size(untrusted) == (0, 0)
