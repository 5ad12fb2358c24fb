"""JSON that knows whether it was damaged.

The object carries `checksum`: SHA-256, in hexadecimal digits, over the canonical form of all the
rest (keys sorted, no white space, ASCII). It is no secret and stops nobody; it tells accidental
damage from a wrong phrase. Every format, old or new, keeps this rule.
"""

import hashlib
import json
from typing import Any

_CHECKSUM = "checksum"


class Damaged(Exception):
    """The bytes are not what was written."""


def canonical(content: dict[str, Any]) -> bytes:
    """The one way of writing this object, for checksums and authentication."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def encode(content: dict[str, Any]) -> bytes:
    """The object with its checksum, laid out for a reader."""
    checked = {**content, _CHECKSUM: hashlib.sha256(canonical(content)).hexdigest()}
    return json.dumps(checked, indent=2).encode("ascii") + b"\n"


def decode(raw: bytes) -> dict[str, Any]:
    """The object without its checksum; Damaged when a single character of it is not as written."""
    try:
        content = json.loads(raw.decode("ascii"))
        if isinstance(content, dict):
            written = content.pop(_CHECKSUM, None)
            if written == hashlib.sha256(canonical(content)).hexdigest():
                return content
    except (ValueError, RecursionError):
        pass
    raise Damaged
