"""A changed copy of a shipped file, and files of the unit's own."""

import pytest

from app.actions.sheets.open_sheet import open_sheet
from app.actions.unit_changes.kept import read_changes
from app.actions.unit_changes.replace_file import replace_file
from app.actions.unit_changes.reset_file import reset_file
from app.actions.unit_changes.text_of_file import text_of_file
from app.errors import NameOutOfPlace, OnlyOfOneself, ResourceBroken
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.unit_changes import UnitChanges
from app.storage.notebook import Notebook
from tests import builders
from tests.actions.unit_changes.conftest import Now
from tests.frameworks.resources import EVERY_KIND

INTERVIEW = "forms/f1-interview.toml"


def test_a_changed_copy_is_used_and_given_up(notebook: Notebook, library: Library, now: Now) -> None:
    """A unit writes another title over the interview; the shipped file is untouched and comes back."""
    text = text_of_file(notebook, name=INTERVIEW)
    changed = text.replace("version = 1", "version = 7", 1)
    assert changed != text
    changes = replace_file(notebook, library=now(), name=INTERVIEW, text=changed)
    assert changes.ids("unit_changes") == {INTERVIEW}
    assert now().forms["f1-interview"].version == 7
    assert text_of_file(notebook, name=INTERVIEW) == changed
    assert library.forms["f1-interview"].version == 1
    reset_file(notebook, library=now(), name=INTERVIEW)
    assert now().forms == library.forms


def test_a_form_of_ones_own_is_there_for_every_service(notebook: Notebook, now: Now) -> None:
    """A sheet is written on it and read again; it cannot be taken away from under that sheet."""
    replace_file(notebook, library=now(), name="forms/x1.toml", text=EVERY_KIND.read_text("utf-8"))
    assert "x1" in [form.key for form in now().forms_for("lu-sepas")]
    student = builders.kept_student(notebook)
    values = {"a_text": "Kanarivogel"}
    sheet = builders.finished(notebook, now(), form_key="x1", student_id=student.id, values=values)
    again = open_sheet(notebook, library=now(), kind="paper", record_id=sheet.record.id)
    assert "Kanarivogel" in str(again.values)
    with pytest.raises(OnlyOfOneself):
        reset_file(notebook, library=now(), name="forms/x1.toml")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('kind = "time"', 'kind = "tme"', "sections[0].questions[2].kind"),
        ('kind = "time"', "kind = time", "line 30"),
        ('list = "n05-persons"', 'list = "n05-people"', "sections[1].questions[1].list"),
        ("version = 1", "version = 1\n# " + "m" * (256 << 10), "whole file"),
        ('fr = "Heure"', 'fr = "He\x07ure"', "line 32"),
    ],
)
def test_a_broken_copy_is_refused_with_its_place(
    notebook: Notebook, now: Now, old: str, new: str, place: str
) -> None:
    """Nothing is kept, and the place is named."""
    text = EVERY_KIND.read_text("utf-8").replace(old, new, 1)
    with pytest.raises(ResourceBroken) as failure:
        replace_file(notebook, library=now(), name="forms/x1.toml", text=text)
    assert failure.value.values["place"] == place
    assert "what is delivered with Carnet" in failure.value.said(Locale("en"))
    assert read_changes(notebook) == UnitChanges()


@pytest.mark.parametrize("name", ["forms/crisis.toml", "forms/x1.toml"])
def test_a_form_goes_on_filling_the_same_kind_of_record(notebook: Notebook, now: Now, name: str) -> None:
    """What was written on it would be looked for among the interviews, and not be found."""
    own = EVERY_KIND.read_text("utf-8")
    if name == "forms/x1.toml":
        replace_file(notebook, library=now(), name=name, text=own)
    text = text_of_file(notebook, name=name)
    text = "\n".join(line for line in text.split("\n") if not line.startswith("bind"))
    assert 'record = "paper"' in text
    text = text.replace('record = "paper"', 'record = "interview"')
    with pytest.raises(ResourceBroken) as failure:
        replace_file(notebook, library=now(), name=name, text=text)
    assert failure.value.values["place"] == "record"


@pytest.mark.parametrize(
    "name",
    [
        "forms/../../x.toml", "/etc/passwd", "forms/X1.toml", "forms/x1.txt", "x.toml",
        "certificates/erasure.toml",
        "forms/.toml", "forms/a/b.toml", "forms\\x.toml", "", "words/fr.toml",
    ],
)  # fmt: skip
def test_a_name_leads_to_no_other_folder(notebook: Notebook, now: Now, name: str) -> None:
    """Neither to read nor to keep."""
    with pytest.raises(NameOutOfPlace):
        text_of_file(notebook, name=name)
    with pytest.raises(NameOutOfPlace):
        replace_file(notebook, library=now(), name=name, text="x = 1")
    with pytest.raises(NameOutOfPlace):
        reset_file(notebook, library=now(), name=name)


def test_a_list_put_in_the_place_of_another_keeps_what_was_recorded(
    notebook: Notebook, library: Library, now: Now
) -> None:
    """An own list, then the same list without one of its entries: the old words are still shown."""
    words = 'label = { fr = "%s" }'
    entries = [f'{{ code = "{code}", {words % code.lower()} }}' for code in ("EIN", "ZWEI")]
    whole, half = (
        f"title = {{ fr = 'Sorte' }}\nitems = [{', '.join(kept)}]\n" for kept in (entries, entries[:1])
    )
    replace_file(notebook, library=now(), name="lists/own.toml", text=whole)
    replace_file(notebook, library=now(), name="lists/own.toml", text=half)
    assert [(item.code, item.active) for item in now().lists["own"].items] == [("EIN", True), ("ZWEI", False)]
    replace_file(notebook, library=now(), name="lists/urgency.toml", text=half)
    assert [item.code for item in now().lists["urgency"].items] == ["EIN", "24h", "week", "normal"]
    reset_file(notebook, library=now(), name="lists/urgency.toml")
    shipped = [item.code for item in library.lists["urgency"].items]
    assert [item.code for item in now().lists["urgency"].items if item.active] == shipped
    assert now().lists["urgency"].item("EIN") is not None


def test_an_update_that_breaks_a_copy_brings_the_shipped_file_back(
    notebook: Notebook, library: Library, now: Now
) -> None:
    """A copy that no longer fits is told with its place, and the shipped form is used."""
    text = text_of_file(notebook, name=INTERVIEW).replace("version = 1", "version = 7", 1)
    replace_file(notebook, library=now(), name=INTERVIEW, text=text)
    kept = notebook.preferences.get("unit_changes")
    kept["files"][INTERVIEW] = text.replace('list = "n04b-modes"', 'list = "gone"', 1)
    notebook.preferences.set("unit_changes", kept)
    assert now().forms == library.forms
    (problem,) = now().problems
    assert problem.values["file"] == INTERVIEW
    assert str(problem.values["place"]).endswith(".list")


def test_a_whole_service_is_one_file(notebook: Notebook, now: Now) -> None:
    """A service nobody shipped: its words, its forms, its country's lists."""
    text = text_of_file(notebook, name="frameworks/lu-sepas.toml").replace("SePAS (Luxembourg)", "ESEB", 1)
    replace_file(notebook, library=now(), name="frameworks/lu-eseb.toml", text=text)
    assert now().framework("lu-eseb").name["fr"] == "ESEB"
    forms = [form.key for form in now().forms_for("lu-eseb")]
    assert forms == now().framework("lu-sepas").forms
    with pytest.raises(ResourceBroken) as failure:
        replace_file(
            notebook, library=now(), name="frameworks/lu-x.toml", text=text.replace("f4-referral", "f44")
        )
    assert failure.value.values["place"] == "forms[2]"
