"""Whether the end of a file is there, before anything decodes it."""

from app.models.attachment import AttachmentType

_TAIL = 4096


def is_cut_off(untrusted: bytes, kind: AttachmentType) -> bool:
    """Whether what ends a file of this kind is missing."""
    if kind == "png":
        return _png_is_cut(untrusted)
    if kind == "jpeg":
        return untrusted.find(b"\xff\xd9", max(0, untrusted.rfind(b"\xff\xda"))) < 0
    if kind == "webp":
        return int.from_bytes(untrusted[4:8], "little") + 8 > len(untrusted)
    return b"%%EOF" not in untrusted.rstrip(b"\0 \t\r\n")[-_TAIL:]


def _png_is_cut(untrusted: bytes) -> bool:
    place = 8
    while place + 12 <= len(untrusted):
        name = untrusted[place + 4 : place + 8]
        place += 12 + int.from_bytes(untrusted[place : place + 4], "big")
        if name == b"IEND":
            return place > len(untrusted)
    return True
