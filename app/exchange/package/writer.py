"""Write a package: lines, manifest, signature, seal."""

import hashlib
import io
from collections.abc import Iterable

from app.errors import PackageTooLarge
from app.exchange.package import limits
from app.exchange.package.lines import (
    TAG,
    Header,
    Manifest,
    Receipt,
    RecordLine,
    Signed,
    canonical,
    header_hash,
    to_sign,
)
from app.models.discreet import Discreet
from app.security import seal
from app.security.signature import sign


class Written(Discreet, frozen=True, kw_only=True):
    """The sealed bytes and the hash the next package of the stream names."""

    sealed: bytes
    header_hash: str


def write_package(
    *, header: Header, lines: Iterable[RecordLine | Receipt], sign_secret: bytes, seal_keys: list[str]
) -> Written:
    """The package as it goes on a stick; PackageTooLarge beyond the limits a reader keeps to."""
    clear, digest, records, size = io.BytesIO(), hashlib.sha512(), 0, 0
    header_line = canonical(header)
    clear.write(header_line + b"\n")
    for line in lines:
        content = canonical(line) + b"\n"
        records, size = records + 1, size + len(content)
        if len(content) > limits.LARGEST_LINE or records > limits.MOST_RECORDS or size > limits.LARGEST_TOTAL:
            raise PackageTooLarge
        digest.update(content)
        clear.write(content)
    manifest_line = canonical(Manifest(records=records, bytes=size, sha512=digest.hexdigest()))
    signature = sign(secret=sign_secret, tag=TAG, content=to_sign(header_line, manifest_line))
    clear.write(manifest_line + b"\n" + canonical(Signed(signature=signature.hex())) + b"\n")
    clear.seek(0)
    sealed = io.BytesIO()
    seal.seal(content=clear, sealed=sealed, recipients=list(dict.fromkeys(seal_keys)))
    return Written(sealed=sealed.getvalue(), header_hash=header_hash(header_line))
