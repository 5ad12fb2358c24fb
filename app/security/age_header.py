"""A look at the head of a sealed file before age itself reads it.

A hostile head of 100 KB costs the age library twenty seconds; this look costs microseconds.
Format: https://age-encryption.org/v1, section "Header".
"""

import re

from app.errors import NotAPackage

LARGEST = 8 * 1024
MOST_RECIPIENTS = 16
FIRST = b"age-encryption.org/v1\n"
_STANZA = re.compile(rb"-> ([!-~]+)(?: [!-~]+)*\Z")
_BODY = re.compile(rb"[A-Za-z0-9+/]{0,64}\Z")
_END = re.compile(rb"--- [A-Za-z0-9+/]{43}\Z")
_WIDTH = 64


def count_recipients(untrusted_head: bytes) -> int:
    """How many X25519 recipients the head names; `untrusted_head` is the file's first 8 KiB.

    NotAPackage when it is no age file, too long, or holds anything the format does not know.
    """
    if not untrusted_head.startswith(FIRST):
        raise NotAPackage
    stanzas, recipients, body_open = 0, 0, False
    for line in untrusted_head[len(FIRST) : LARGEST].split(b"\n")[:-1]:
        if body_open:
            if not _BODY.match(line):
                raise NotAPackage
            body_open = len(line) == _WIDTH
        elif _END.match(line):
            if not recipients:
                raise NotAPackage
            return recipients
        else:
            stanza = _STANZA.match(line)
            stanzas += 1
            if stanza is None or stanzas > MOST_RECIPIENTS or stanza[1] in {b"scrypt"}:
                raise NotAPackage
            recipients += stanza[1] == b"X25519"
            body_open = True
    raise NotAPackage
