"""The checking process: takes the bytes, answers with the number of pages and plain pixels,
or with what the QR codes of a page hold, nothing else.

Heads of answers are JSON: whoever asked never unpickles what this process says.
"""

from multiprocessing.connection import Connection

import msgspec

from app.errors import AttachmentBroken, AttachmentCutOff, AttachmentTooHeavy, CarnetError
from app.exchange.attachments.whole import is_cut_off
from app.exchange.process_limits import limit_process, limit_time, write_nothing
from app.models.attachment import AttachmentType
from app.models.discreet import Discreet
from app.models.pixels import Pixels


class Head(Discreet, frozen=True, kw_only=True):
    """What an answer says before its pixels; `failure` is the name of a class in app.errors."""

    failure: str = ""
    pages: int = 0
    width: int = 0
    height: int = 0
    stride: int = 0
    whole_width: int = 0


def serve(line: Connection, kind: AttachmentType, seconds: int, memory: int) -> None:
    """Answer until nobody asks any more."""
    if kind == "pdf":
        from app.exchange.attachments.untrusted_pdf import UntrustedPdf
    else:
        from app.exchange.attachments.untrusted_picture import UntrustedPicture
    limit_process(seconds=seconds, memory=memory)
    write_nothing()
    try:
        untrusted = line.recv_bytes()
        try:
            file = UntrustedPdf(untrusted) if kind == "pdf" else UntrustedPicture(untrusted, kind)
            if line.recv() == "check":
                if is_cut_off(untrusted, kind):
                    raise AttachmentCutOff
                file.check()
        except (CarnetError, MemoryError) as failure:
            _tell(line, _name(failure, untrusted, kind))
            return
        _tell(line, Head(pages=file.pages))
        while True:
            number, width, reads_codes = line.recv()
            limit_time(seconds)
            try:
                pixels = file.page(number, width)
                codes = _codes(pixels) if reads_codes else []
            except (CarnetError, MemoryError) as failure:
                _tell(line, _name(failure, untrusted, kind))
                continue
            if reads_codes:
                _tell(line, Head(pages=file.pages))
                line.send_bytes(msgspec.json.encode(codes))
                continue
            _tell(line, Head(
                pages=file.pages, width=pixels.width, height=pixels.height, stride=pixels.stride,
                whole_width=pixels.whole_width,
            ))  # fmt: skip
            line.send_bytes(pixels.data)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _codes(pixels: Pixels) -> list[str]:
    from app.exchange.attachments.untrusted_codes import codes_on  # seldom asked for

    return codes_on(pixels)


def _tell(line: Connection, head: Head) -> None:
    line.send_bytes(msgspec.json.encode(head))


def _name(failure: BaseException, untrusted: bytes, kind: AttachmentType) -> Head:
    """What cannot be read because its end is missing is told as that."""
    if isinstance(failure, MemoryError):
        return Head(failure=AttachmentTooHeavy.__name__)
    if isinstance(failure, AttachmentBroken) and is_cut_off(untrusted, kind):
        return Head(failure=AttachmentCutOff.__name__)
    return Head(failure=type(failure).__name__)
