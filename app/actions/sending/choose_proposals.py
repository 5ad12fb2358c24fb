"""What a unit would propose to one practitioner."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from app.actions.cases.present_cases import present_cases
from app.actions.sending.choose_outgoing import Outgoing, choose_outgoing
from app.actions.unit_changes.kept import read_changes
from app.errors import NotAUnit, RosterTooLong, UnitFileTooLong
from app.exchange.package import limits
from app.exchange.package.lines import RecordLine, canonical
from app.exchange.proposal import entry_said, proposal
from app.exchange.proposed_roster import proposed_roster
from app.frameworks.library import Library
from app.models.student import Student
from app.models.unit_changes import UnitChanges
from app.storage.notebook import Notebook


def choose_proposals(
    notebook: Notebook,
    *,
    library: Library,
    correspondent_id: str,
    case_ids: Sequence[str] = (),
    partner_ids: Sequence[str] = (),
    school_ids: Sequence[str] = (),
    roster: bool = False,
    unit_file: bool = False,
) -> Outgoing:
    """The proposals, and of the cases what this practitioner has not had. Nothing is written.

    NotAUnit in a practitioner's notebook, UnitFileTooLong, RosterTooLong.
    """
    if notebook.role != "unit":
        raise NotAUnit
    chosen = list(present_cases(notebook, case_ids=list(case_ids)))
    of_cases = choose_outgoing(notebook, library=library, correspondent_id=correspondent_id, case_ids=chosen)
    author = notebook.author
    cases = {one: proposal(about="case", record_id=one, said={}, author=author) for one in chosen}
    entries = [
        *(
            proposal(about="partner", record_id=one.id, said=entry_said(one, "partner"), author=author)
            for one in notebook.partners.many(partner_ids).values()
        ),
        *(
            proposal(about="school", record_id=one.id, said=entry_said(one, "school"), author=author)
            for one in notebook.schools.many(school_ids).values()
        ),
    ]
    files = [_unit_file(notebook)] if unit_file else []
    lists = _rosters(notebook) if roster else []
    return Outgoing(
        lines=[*files, *lists, *entries, *cases.values(), *of_cases.lines],
        case_ids=of_cases.case_ids,
        kept=of_cases.kept,
        staying=of_cases.staying,
        beside={case_id: line.id for case_id, line in cases.items()},
    )


def has_unit_file(notebook: Notebook) -> bool:
    """Whether anything was changed in the lists, forms, letters and services."""
    return read_changes(notebook) != UnitChanges()


def _rosters(notebook: Notebook) -> list[RecordLine]:
    """One for each school, and one of those in none; a sheet that goes on in another one is left out."""
    schools = {one.id: one for one in notebook.schools.list()}
    there: dict[str | None, list[Student]] = defaultdict(list)
    for student in notebook.students.list():
        if student.joined_into is None:
            there[student.school_id if student.school_id in schools else None].append(student)
    lines = []
    for school_id, students in there.items():
        roster = proposed_roster(students, school=schools.get(school_id or ""))
        said = msgspec.to_builtins(roster)
        line = proposal(about="roster", record_id=school_id or "", said=said, author=notebook.author)
        if len(canonical(line)) >= limits.LARGEST_LINE:
            raise RosterTooLong
        lines.append(line)
    return lines


def _unit_file(notebook: Notebook) -> RecordLine:
    said = {"changes": msgspec.to_builtins(read_changes(notebook)), "unit": notebook.units.own().name}
    line = proposal(about="unit_file", record_id="", said=said, author=notebook.author)
    if len(canonical(line)) >= limits.LARGEST_LINE:
        raise UnitFileTooLong
    return line
