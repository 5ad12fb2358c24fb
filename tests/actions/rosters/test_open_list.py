"""Whatever a school's software exported comes through one door."""

from datetime import date

import pytest

from app.actions.rosters.import_roster import import_roster
from app.actions.rosters.open_list import open_list
from app.actions.rosters.open_roster import OpenedRoster
from app.actions.rosters.preview_roster import preview_roster
from app.errors import ColumnsMissing
from app.exchange.rosters.columns import Mapping
from app.exchange.rosters.guardian_entry import GuardianList
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests.builders import TODAY
from tests.lists import sample

PRONOTE = Mapping(
    {"Identité": "full_name", "Div.": "class_name", "Né(e)": "birth_date", "Portable él.": "phone"}
)


def opened(notebook: Notebook, name: str) -> OpenedRoster:
    found = open_list(notebook, data=sample(name))
    assert isinstance(found, OpenedRoster)
    return found


@pytest.mark.parametrize(
    ("name", "format_name", "students"),
    [
        ("elevessansadresses.xml", "SIECLE", 7), ("elevessansadresses.zip", "SIECLE", 7),
        ("elevesavecadresses.xml", "SIECLE", 7), ("onde-eleves.csv", "ONDE", 4),
        ("webuntis.txt", "WebUntis", 9), ("generic-fr.csv", "", 4),
    ],
)  # fmt: skip
def test_every_software_s_list_becomes_students_once(
    notebook: Notebook, library: Library, name: str, format_name: str, students: int
) -> None:
    """All new, then all known and not one revision more."""
    plan = preview_roster(notebook, table=opened(notebook, name).table, today=TODAY)
    assert (plan.format_name, len(plan.with_verdict("new"))) == (format_name, students)
    import_roster(notebook, plan=plan, library=library, today=TODAY)
    again = preview_roster(notebook, table=opened(notebook, name).table, today=TODAY)
    assert len(again.with_verdict("known")) == students
    written = import_roster(notebook, plan=again, library=library, today=TODAY)
    assert written.changes.items == frozenset()


def test_columns_somebody_chose_are_asked_once(notebook: Notebook, library: Library) -> None:
    """A Pronote export with headings of its own: said, written, and understood the next time."""
    table = opened(notebook, "pronote.csv").table
    with pytest.raises(ColumnsMissing):
        preview_roster(notebook, table=table, today=TODAY)
    plan = preview_roster(notebook, table=table, mapping=PRONOTE, today=TODAY)
    assert [line.entry.listed_name for line in plan.lines] == [
        "LEFÈVRE, Maëlle", "BEN SAÏD, Yanis", "D'ALMEIDA, Zoé", "VAN DEN BERGHE, Lila",
    ]  # fmt: skip
    assert plan.lines[3].entry.birth_date == date(2013, 1, 5)
    import_roster(notebook, plan=plan, library=library, today=TODAY)
    assert opened(notebook, "pronote.csv").mapping == PRONOTE


def test_the_number_and_the_class_follow_from_one_software_to_the_next(
    notebook: Notebook, library: Library
) -> None:
    """Known from Pronote, the same students are known in SIECLE's list, which adds their number."""
    plan = preview_roster(notebook, table=opened(notebook, "pronote.csv").table, mapping=PRONOTE, today=TODAY)
    import_roster(notebook, plan=plan, library=library, today=TODAY)
    siecle = preview_roster(notebook, table=opened(notebook, "elevesavecadresses.xml").table, today=TODAY)
    assert (len(siecle.with_verdict("known")), len(siecle.with_verdict("new"))) == (3, 4)
    import_roster(notebook, plan=siecle, library=library, today=TODAY)
    yanis = next(one for one in notebook.students.list() if one.given_name == "Yanis")
    assert (yanis.roster_key, yanis.city) == ("0759998Z:1826502", "PARIS")


def test_guardians_are_recognised(notebook: Notebook) -> None:
    """The file says what it is, not its name."""
    assert isinstance(open_list(notebook, data=sample("responsablesavecadresses.xml")), GuardianList)
