"""A class list is looked at before anything is written."""

import pytest

from app.actions.rosters.open_roster import open_roster, remember_columns
from app.actions.rosters.preview_roster import preview_roster
from app.errors import ColumnsMissing
from app.exchange.rosters.columns import Mapping, fingerprint
from app.storage.notebook import Notebook
from tests.builders import SCHOOL_ID, TODAY, kept_student
from tests.lists import sample, table_of

WEBUNTIS = sample("webuntis.txt")
ODD = b"A;B\nMia;Haas\n"


def test_looking_writes_nothing(notebook: Notebook) -> None:
    """The verdicts are there, the notebook is as it was."""
    kept_student(notebook, family_name="Haas")
    plan = preview_roster(notebook, table=table_of(WEBUNTIS), today=TODAY)
    assert len(plan.with_verdict("new")) == 9
    assert (len(plan.rejected), len(plan.skipped), plan.format_name) == (0, 1, "WebUntis")
    assert notebook.students.count() == 1
    assert notebook.preferences.get("roster_columns/" + plan.fingerprint) is None


def test_the_only_school_is_the_list_s_school(notebook: Notebook) -> None:
    """Where there is one school nobody is asked which; where there are two, none is guessed."""
    assert preview_roster(notebook, table=table_of(WEBUNTIS), today=TODAY).school_id == SCHOOL_ID
    with notebook.change():
        notebook.schools.save(type(notebook.schools.get(SCHOOL_ID))(name="Lycée de la Colline"))
    assert preview_roster(notebook, table=table_of(WEBUNTIS), today=TODAY).school_id is None


def test_the_columns_of_such_a_header_are_remembered(notebook: Notebook) -> None:
    """What the person said once is proposed for the next list with this header, and for no other."""
    with pytest.raises(ColumnsMissing):
        preview_roster(notebook, table=table_of(ODD), today=TODAY)
    said = Mapping({"A": "given_name", "B": "family_name"})
    plan = preview_roster(notebook, table=table_of(ODD), mapping=said, today=TODAY)
    assert plan.lines[0].entry.family_name == "Haas"
    remember_columns(notebook, header=fingerprint(["A", "B"]), mapping=said)
    assert open_roster(notebook, table=table_of(ODD)).mapping == said
    assert preview_roster(notebook, table=table_of(ODD), today=TODAY).lines[0].entry.family_name == "Haas"
    assert open_roster(notebook, table=table_of(b"A;B;C\nMia;Haas;x\n")).mapping == Mapping({})


def test_people_in_the_bin_are_looked_at_too(notebook: Notebook) -> None:
    """A binned student is offered, not doubled."""
    kept_student(
        notebook, family_name="Haas", given_name="Mia", birth_date=None, removed_at="2026-11-01T08:00:00Z"
    )
    plan = preview_roster(notebook, table=table_of("Nom;Prénom;Classe\nHaas;Mia;5G2\n".encode()), today=TODAY)
    assert [line.verdict for line in plan.lines] == ["doubtful"]
