"""The files SIECLE exports, told apart by their root."""

from app.exchange.rosters.guardian_entry import GuardianList
from app.exchange.rosters.siecle import guardians, students
from app.exchange.rosters.table import Table
from app.exchange.rosters.untrusted_xml import Wanted, read_records
from app.models.progress import Progress

_KINDS: dict[str, Wanted] = {"BEE_ELEVES": students.WANTED, "BEE_RESPONSABLES": guardians.WANTED}


def read_siecle(data: bytes, *, progress: Progress) -> Table | GuardianList:
    """Students as a table like any other list's, or guardians.

    Raises ListOfAnotherKind for other XML, ListEmpty, ListReachesOut, ListDamaged, ListTooLong,
    ListUnreadable.
    """
    root, records = read_records(data, kinds=_KINDS, progress=progress)
    return students.table_of(records) if root == "BEE_ELEVES" else guardians.list_of(records)
