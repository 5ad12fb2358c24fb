"""Whatever file somebody chose: students as a table, or guardians."""

from app.errors import ListEmpty, ListZipUnclear
from app.exchange.rosters import untrusted_text
from app.exchange.rosters.guardian_entry import GuardianList
from app.exchange.rosters.siecle.files import read_siecle
from app.exchange.rosters.table import Table, read_table
from app.exchange.rosters.untrusted_file import kind_of
from app.exchange.rosters.untrusted_zip import only_file
from app.models.progress import Progress, unwatched


def open_file(data: bytes, *, progress: Progress = unwatched) -> Table | GuardianList:
    """What is in the file, whatever its name. Raises the failures of class lists."""
    kind = kind_of(data)
    if kind == "zip":
        data = only_file(data)
        kind = kind_of(data)
        if kind == "zip":
            raise ListZipUnclear
    if kind == "xml":
        return read_siecle(data, progress=progress)
    table = read_table(untrusted_text.decode(data))
    if not table.rows and not table.rejected:
        raise ListEmpty
    return table
