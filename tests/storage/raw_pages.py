"""Every page of an encrypted file in clear, free pages and slack included."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _RESERVE, _SALT = 4096, 80, 16


def raw_pages(path: Path, key: bytes) -> bytes:
    """SQLCipher 4 with a raw key: AES-256-CBC, 16 bytes of IV and 64 of HMAC at the end of each page."""
    content, pages = path.read_bytes(), []
    for start in range(0, len(content), _PAGE):
        page = content[start : start + _PAGE]
        vector = page[_PAGE - _RESERVE : _PAGE - _RESERVE + 16]
        sealed = page[_SALT if start == 0 else 0 : _PAGE - _RESERVE]
        opened = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        pages.append(opened.update(sealed) + opened.finalize())
    return b"".join(pages)
