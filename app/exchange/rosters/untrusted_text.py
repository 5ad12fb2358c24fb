"""Bytes from outside to text: which encoding, and whether it is text at all."""

import re
import unicodedata
from collections import Counter

from app.errors import ListTooLong, ListUnreadable

MAX_BYTES = 10_000_000  # a list of 3,000 students with addresses takes about 600 kB
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_WESTERN = ("cp1252", "iso-8859-15", "cp850", "mac_roman")
_EASTERN = ("cp1250", "iso8859_2", "cp852", "cp1254", "cp1257", "cp1251", "koi8_r", "cp1253")
_USUAL = frozenset("\t\r\n'’‘´`°€«»„“”–—…·º§")
_CAPITAL_INSIDE = re.compile("(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞŠŽŒŸ]")
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def decode(data: bytes) -> str:
    """The text of a list; what could not be read is U+FFFD. Raises ListUnreadable or ListTooLong."""
    if len(data) > MAX_BYTES:
        raise ListTooLong
    text = _decoded(data).removeprefix("\ufeff").rstrip("\x1a")
    controls = sum(n for char, n in Counter(text).items() if char < " " and char not in "\t\r\n")
    if "\x00" in text or controls > 2 + len(text) // 200:
        raise ListUnreadable()
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\x00" in data:
        return _wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    mostly = data.decode("utf-8", errors="replace")
    broken = mostly.count(UNKNOWN)
    if broken * 2 <= sum(1 for char in mostly if char > "\x7f") - broken:
        return mostly  # one pasted line in another encoding must not spoil the others
    return _western(data)


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: Latin letters leave every second byte empty."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) * 3 < len(data) // 2:
        raise ListUnreadable()
    return data.decode(encoding, errors="replace")


def _western(data: bytes) -> str:
    """The old eight-bit encoding in which the fewest characters are out of place in a list of names."""
    readings: list[tuple[int, int, str]] = []
    for rank, encoding in enumerate(_WESTERN):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.append((_out_of_place(text), rank, text))
    strange, _, text = min(readings)
    return _guessed(data, otherwise=text) if strange else text


def _out_of_place(text: str) -> int:
    """How many characters no list of names would hold, or not in that place, as in "InŽs"."""
    strange = sum(n for char, n in Counter(text).items() if char > "\x7f" and not _is_usual(char))
    return strange + len(_CAPITAL_INSIDE.findall(text))


def _is_usual(char: str) -> bool:
    return char in _USUAL or unicodedata.category(char) in {"Lu", "Ll", "Lo", "Mn"}


def _guessed(data: bytes, *, otherwise: str) -> str:
    """Eastern encodings, told apart by how often letters follow each other."""
    from charset_normalizer import from_bytes  # 40 ms to import, and hardly ever needed

    best = from_bytes(data, cp_isolation=list(_EASTERN)).best()
    if best is None:
        return otherwise
    text = str(best)
    return text if _out_of_place(text) < _out_of_place(otherwise) else otherwise
