"""The one list in a zip: bytes are counted while they are unpacked, declared sizes are never believed."""

import io
import struct
import zipfile
import zlib

from app.errors import CarnetError, ListDamaged, ListIsOfficeFile, ListTooLong, ListZipUnclear
from app.exchange.rosters.untrusted_file import MAX_BYTES

_MAX_ENTRIES = 64
_LISTS = (".xml", ".csv", ".txt", ".tsv")
_PIECE = 1 << 20
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # the others may ask for any amount of memory


def only_file(data: bytes) -> bytes:
    """The content of the only list. Raises ListZipUnclear, ListIsOfficeFile, ListTooLong or ListDamaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, _only(archive.infolist()))
    except CarnetError:
        raise
    except _BROKEN as error:
        raise ListDamaged from error


def _only(entries: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    names = {entry.filename for entry in entries}
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise ListIsOfficeFile
    lists = [entry for entry in entries if _is_list(entry.filename)]
    if len(entries) > _MAX_ENTRIES or len(lists) != 1:
        raise ListZipUnclear
    if lists[0].flag_bits & _ENCRYPTED or lists[0].compress_type not in _PACKED:
        raise ListZipUnclear
    return lists[0]


def _is_list(name: str) -> bool:
    hidden = name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")
    return name.lower().endswith(_LISTS) and not hidden


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    content = bytearray()
    with archive.open(entry) as source:
        while piece := source.read(_PIECE):
            content += piece
            if len(content) > MAX_BYTES:
                raise ListTooLong
    return bytes(content)
