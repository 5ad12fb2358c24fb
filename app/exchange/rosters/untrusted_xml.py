"""XML from outside to plain records: nothing is declared, expanded, included or fetched."""

import re
from collections import defaultdict
from collections.abc import Mapping

from app.errors import ListDamaged, ListOfAnotherKind, ListReachesOut, ListTooLong, ListUnreadable
from app.exchange.rosters.cells import MAX_LENGTH
from app.models.progress import Progress

Record = dict[str, str]
Wanted = Mapping[str, frozenset[str]]
"""Path of the elements that make a record, below the root, and the children whose words are kept."""

_MAX_ELEMENTS = 3_000_000  # SIECLE writes some hundred for each student
_MAX_DEPTH = 16
_MAX_RECORDS = 300_000  # of all paths: twenty thousand students with their groups and addresses
_PIECE = 1 << 18  # bytes; no tag is as long, and a longer one would be read again with every piece
_INCLUDE = "{http://www.w3.org/2001/XInclude}"
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)[\"']", re.IGNORECASE)


def read_records(
    data: bytes, *, kinds: Mapping[str, Wanted], progress: Progress
) -> tuple[str, dict[str, list[Record]]]:
    """The root's name and the records of each path: attributes, also of what is around, and kept words.

    `kinds` says for each root what is wanted of it. Raises ListOfAnotherKind for another root,
    ListReachesOut, ListDamaged, ListTooLong, ListUnreadable.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, XMLParser

    taker = _Taker(kinds)
    try:
        parser = XMLParser(target=taker, encoding=_encoding(data), forbid_dtd=True)
        for start in range(0, len(data), _PIECE):
            progress("reading", start, len(data))
            parser.feed(data[start : start + _PIECE])
            if start - parser.parser.CurrentByteIndex > _PIECE:
                raise ListUnreadable
        parser.close()
    except DefusedXmlException as error:
        raise ListReachesOut from error
    except (ParseError, ValueError, LookupError) as error:  # the last two: an encoding nobody knows
        raise ListDamaged from error
    return taker.root, taker.records


def _encoding(data: bytes) -> str | None:
    """What to read it as when the declaration is wrong: some editors save without changing it."""
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    name = declared.group(1).lower() if declared else b""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in data[:4]:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252" if name in {b"", b"utf-8", b"us-ascii"} else None
    return "utf-8"


class _Taker:
    """What the parser tells its findings to; only what is wanted is kept."""

    def __init__(self, kinds: Mapping[str, Wanted]) -> None:
        self.root = ""
        self.records: dict[str, list[Record]] = defaultdict(list)
        self._kinds = kinds
        self._wanted: Wanted = {}
        self._paths = [""]
        self._around: list[Record] = [{}]
        self._open: list[tuple[str, Record]] = []  # records begun, the innermost last
        self._words: list[str] | None = None
        self._left, self._room = _MAX_ELEMENTS, _MAX_RECORDS

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._left -= 1
        if self._left < 0:
            raise ListTooLong
        if tag.startswith(_INCLUDE):
            raise ListReachesOut
        if not self.root:
            if tag not in self._kinds:
                raise ListOfAnotherKind
            self.root, self._wanted = tag, self._kinds[tag]
            self._paths.append("")
            self._around.append({})
            return
        if len(self._paths) > _MAX_DEPTH:
            raise ListUnreadable
        above = self._paths[-1]
        path = f"{above}/{tag}" if above else tag
        around = {**self._around[-1], **attributes} if attributes else self._around[-1]
        if path in self._wanted:
            self._open.append((path, dict(around)))
        self._words = [] if self._open and self._is_kept(above, tag) else None
        self._paths.append(path)
        self._around.append(around)

    def data(self, words: str) -> None:
        """Words between two signs of an element."""
        if self._words is not None and len(self._words) <= MAX_LENGTH:
            self._words.append(words[: MAX_LENGTH + 1])

    def end(self, tag: str) -> None:
        """An element ends."""
        path = self._paths.pop()
        self._around.pop()
        if not self._open:
            return
        if path == self._open[-1][0]:
            self.records[path].append(self._open.pop()[1])
            self._room -= 1
            if self._room < 0:
                raise ListTooLong
        elif self._words is not None:
            self._open[-1][1][tag] = "".join(self._words)
        self._words = None

    def pi(self, target: str, data: str | None = None) -> None:
        """An instruction to some program, such as the address of a style sheet: no export has one."""
        raise ListReachesOut

    def close(self) -> None:
        """The end of the file."""

    def _is_kept(self, above: str, tag: str) -> bool:
        return above == self._open[-1][0] and tag in self._wanted[above]
