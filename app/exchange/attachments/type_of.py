"""What kind of file it is, by its bytes and never by its name."""

from app.errors import AttachmentEmpty, AttachmentUnknownType
from app.models.attachment import AttachmentType

_SIGNATURES: tuple[tuple[bytes, AttachmentType], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"%PDF-", "pdf"),
)
_BEFORE = b"\xef\xbb\xbf \t\r\n"  # what some scanners write before the first word of a PDF


def type_of(untrusted: bytes, *, file: str) -> AttachmentType:
    """One of the four; AttachmentEmpty, AttachmentUnknownType."""
    if not untrusted:
        raise AttachmentEmpty(file=file)
    head = untrusted[:64]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) or (kind == "pdf" and head.lstrip(_BEFORE).startswith(signature)):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    raise AttachmentUnknownType(file=file)
