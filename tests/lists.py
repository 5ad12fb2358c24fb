"""Class lists as files, and what is in them."""

from datetime import date
from pathlib import Path

from app.exchange.rosters import read_roster
from app.exchange.rosters.columns import Mapping
from app.exchange.rosters.guardian_entry import GuardianList
from app.exchange.rosters.open_file import open_file
from app.exchange.rosters.read_roster import Roster
from app.exchange.rosters.table import Table

SAMPLES = Path(__file__).parent / "samples" / "rosters"


def sample(name: str) -> bytes:
    """One of the kept lists."""
    return (SAMPLES / name).read_bytes()


def table_of(data: bytes) -> Table:
    """A list of students."""
    found = open_file(data)
    assert isinstance(found, Table)
    return found


def guardians_of(data: bytes) -> GuardianList:
    """A list of guardians."""
    found = open_file(data)
    assert isinstance(found, GuardianList)
    return found


def read(*, data: bytes, mapping: Mapping | None = None, today: date) -> Roster:
    """From bytes to students, as the window goes."""
    return read_roster.read(table=table_of(data), mapping=mapping, today=today)
