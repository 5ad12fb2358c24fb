"""A table of a form begins with who lives with the student."""

from datetime import date, datetime

import pytest

from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.actions.students.save_residents import save_residents
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.resident import Resident
from tests import builders
from tests.builders import TODAY
from tests.frameworks.resources import copy_of_resources

FORM = """
version = 1
record = "paper"
title = { fr = "Foyer", en = "Household", de = "Haushalt" }

[[sections]]
key = "home"
label = { fr = "Foyer", en = "Household", de = "Haushalt" }

[[sections.questions]]
key = "who"
kind = "table"
source = "SOURCE"
label = { fr = "Qui", en = "Who", de = "Wer" }
columns = [
  { key = "name", kind = "text", label = { fr = "Nom", en = "Name", de = "Name" } },
  { key = "relation", kind = "one_of", list = "relation", label = { fr = "Lien", en = "Link" } },
  { key = "birth_date", kind = "date", label = { fr = "Né", en = "Born", de = "Geboren" } },
  { key = "age", kind = "number", label = { fr = "Âge", en = "Age", de = "Alter" } },
  { key = "minor", kind = "yes_no", label = { fr = "Mineur", en = "Minor", de = "Minderjährig" } },
  { key = "income", kind = "money", label = { fr = "Revenu", en = "Income", de = "Einkommen" } },
]

[[sections.questions]]
key = "short"
kind = "table"
source = "household"
label = { fr = "Bref", en = "Short", de = "Kurz" }
columns = [
  { key = "relation", kind = "text", label = { fr = "Lien", en = "Relation", de = "Beziehung" } },
  { key = "birth_year", kind = "text", label = { fr = "Année", en = "Year", de = "Jahr" } },
]
"""


def with_form(tmp_path, source="household"):
    """The shipped resources and one form more."""
    folder = copy_of_resources(tmp_path / "resources")
    (folder / "forms" / "household.toml").write_text(FORM.replace("SOURCE", source), encoding="utf-8")
    framework = folder / "frameworks" / "lu-sepas.toml"
    text = framework.read_text("utf-8")
    framework.write_text(text.replace('"f4-referral"', '"f4-referral", "household"', 1), encoding="utf-8")
    return Library.load(folder)


@pytest.fixture
def student(notebook):
    """With a mother and a small brother."""
    one = builders.kept_student(notebook)
    mother = Resident(student_id=one.id, given_name="Marta", relation="mother", birth_year=1984)
    brother = Resident(
        student_id=one.id, given_name="Théo", relation="sibling", birth_date=date(2019, 5, 6), position=1
    )
    save_residents(notebook, residents=[mother, brother])
    return one


def begun(notebook, library, student):
    """A new sheet of that form."""
    return new_sheet(
        notebook, library=library, form_key="household", locale=Locale("fr"), student_id=student.id,
        moment=datetime(2026, 11, 12, 10, 5),
    )  # fmt: skip


def test_rows_are_values_of_their_columns(notebook, tmp_path, student):
    """A code where a list is asked, words where text is; what nobody knows stays empty."""
    sheet = begun(notebook, with_form(tmp_path), student)
    assert sheet.values["who"] == [
        {"name": "Marta", "relation": "mother", "minor": "no"},
        {"name": "Théo", "relation": "sibling", "birth_date": "2019-05-06", "age": 7, "minor": "yes"},
    ]
    assert sheet.values["short"] == [
        {"relation": "mère", "birth_year": "1984"}, {"relation": "frère ou sœur", "birth_year": "2019"},
    ]  # fmt: skip


def test_what_was_written_stays_when_the_household_changes(notebook, tmp_path, student):
    """A sheet begins with it and goes its own way: on paper stands what was true then."""
    library = with_form(tmp_path)
    sheet = begun(notebook, library, student)
    finished = finish_sheet(notebook, library=library, sheet=sheet, values=sheet.values, today=TODAY).sheet
    save_residents(notebook, residents=[Resident(student_id=student.id, given_name="Olga", position=2)])
    assert [row["name"] for row in finished.values["who"]] == ["Marta", "Théo"]
    assert [row.get("name") for row in begun(notebook, library, student).values["who"]] == [
        "Marta", "Théo", "Olga",
    ]  # fmt: skip


def test_nobody_noted_begins_empty(notebook, tmp_path):
    """As every table does."""
    sheet = begun(notebook, with_form(tmp_path), builders.kept_student(notebook))
    assert not sheet.values.get("who")


def test_no_other_fact_is_rows(tmp_path):
    """A table that asks for one is reported with its place."""
    library = with_form(tmp_path, source="guardians")
    assert "household" not in library.forms
    (problem,) = library.problems
    assert "sections[0].questions[0].source" in str(problem.values if hasattr(problem, "values") else problem)
