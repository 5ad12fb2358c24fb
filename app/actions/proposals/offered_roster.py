"""A class list the unit proposes, judged and taken like one from a file."""

from datetime import date

from app.actions.rosters.import_roster import import_roster
from app.exchange.package.lines import RecordLine
from app.exchange.proposal import roster_of, said_of
from app.exchange.proposed_roster import entries_of
from app.exchange.rosters.match import match
from app.exchange.rosters.plan import RosterPlan
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.folding import fold
from app.storage.notebook import Notebook


def plan_of(notebook: Notebook, *, line: RecordLine) -> RosterPlan:
    """What the list would do now: new, known and doubtful students."""
    said = said_of(line)
    roster = roster_of(said)
    everybody = [*notebook.students.list(), *notebook.students.list(removed=True)]
    school_id = _school_here(notebook, said.record_id, roster.school)
    return match(entries=entries_of(roster.students), students=everybody, school_id=school_id)


def take_roster(notebook: Notebook, *, library: Library, line: RecordLine) -> Changes:
    """New and known ones, as of the day it was proposed; a doubtful one is nobody's guess and left alone."""
    day = date.fromisoformat(line.at[:10])
    return import_roster(notebook, plan=plan_of(notebook, line=line), library=library, today=day).changes


def _school_here(notebook: Notebook, school_id: str, name: str) -> str | None:
    """The same school among ours, else the one of its name, else the only one."""
    schools = notebook.schools.list()
    named = [one.id for one in schools if name and fold(one.name) == fold(name)]
    if any(one.id == school_id for one in schools):
        return school_id
    return named[0] if named else schools[0].id if len(schools) == 1 else None
