"""Hiding, renaming, moving and adding entries: what was recorded keeps its meaning."""

import pytest

from app.actions.timeline.tell_sheets import tell_sheets
from app.actions.timeline.tell_timeline import tell_timeline
from app.actions.unit_changes.add_entry import MOST, add_entry
from app.actions.unit_changes.hide_entry import hide_entry
from app.actions.unit_changes.kept import keep_list
from app.actions.unit_changes.look_at_list import look_at_list
from app.actions.unit_changes.move_entry import move_entry
from app.actions.unit_changes.open_library import open_library
from app.actions.unit_changes.rename_entry import rename_entry
from app.actions.unit_changes.reset_list import reset_list
from app.errors import EntryUnknown, ListFull, ListUnknown, WordsMissing, WordsTooLong
from app.frameworks.library import Library
from app.frameworks.show import option_label
from app.i18n import Locale
from app.models.unit_changes import OWN_CODE, ListChanges
from app.models.value_list import Item
from app.storage.notebook import Notebook
from app.ui.form_view.parts.options import find_options
from tests import builders
from tests.actions.unit_changes.conftest import Now

REASONS = "n02-reasons"


def offered(library: Library, typed: str = "") -> list[str]:
    """The codes a practitioner of a SePAS is offered."""
    items = library.list_for(REASONS, "lu-sepas").items
    return [one.key for one in find_options(items=items, typed=typed, without=(), locale=Locale("fr"))]


def entry(library: Library, code: str) -> Item:
    """An entry of the reasons."""
    found = library.lists[REASONS].item(code)
    assert found is not None
    return found


def facts(notebook: Notebook, library: Library, student_id: str, locale: Locale) -> str:
    """What the chronology says of a student's sheets."""
    events = tell_timeline(notebook, library=library, student_id=student_id, locale=locale)
    told = tell_sheets(notebook, library=library, locale=locale, events=events)
    return " ".join(event.facts for event in told)


def test_a_hidden_entry_is_offered_no_more_and_still_read(
    notebook: Notebook, library: Library, now: Now, locale_fr: Locale
) -> None:
    """Nobody can choose it any more; the sheet that says it still does, and it can be offered again."""
    student = builders.kept_student(notebook)
    builders.finished(notebook, library, student_id=student.id, values={"main_reason": "LU-03"})
    changes = hide_entry(notebook, library=now(), list_key=REASONS, code="LU-03", hidden=True)
    assert changes.ids("unit_changes") == {REASONS}
    assert "LU-03" in offered(library)
    assert "LU-03" not in offered(now())
    assert "LU-03" not in offered(now(), "mobb")
    assert "mobbing" in facts(notebook, now(), student.id, locale_fr)
    hide_entry(notebook, library=now(), list_key=REASONS, code="LU-03", hidden=False)
    assert "LU-03" in offered(now())


def test_a_renamed_entry_shows_its_new_words_everywhere(
    notebook: Notebook, library: Library, now: Now, locale_fr: Locale
) -> None:
    """The code stays what it is: what was recorded before shows the new words, the former ones find it."""
    student = builders.kept_student(notebook)
    sheet = builders.finished(notebook, library, student_id=student.id, values={"main_reason": "LU-03"})
    rename_entry(
        notebook, library=now(), list_key=REASONS, code="LU-03", label={"fr": " harcèlement  entre élèves "}
    )
    assert entry(now(), "LU-03").label == {
        "fr": "harcèlement entre élèves", "en": "mobbing", "de": "Mobbing",
    }  # fmt: skip
    assert "harcèlement entre élèves" in facts(notebook, now(), student.id, locale_fr)
    assert notebook.interviews.get(sheet.record.id).main_reason == "LU-03"
    assert offered(now(), "mobbing") == ["LU-03"]
    rename_entry(notebook, library=now(), list_key=REASONS, code="LU-03", label={"fr": ""})
    assert [item.label for item in now().lists[REASONS].items] == [
        item.label for item in library.lists[REASONS].items
    ]
    assert entry(now(), "LU-03").aliases[-1] == "harcèlement entre élèves", "its own word still finds it"


def test_an_added_entry_has_a_code_of_its_own(
    notebook: Notebook, library: Library, now: Now, locale_fr: Locale
) -> None:
    """It stands before "other", its code is no shipped one, and what was recorded with it keeps its words."""
    for _ in range(2):
        add_entry(notebook, library=now(), list_key=REASONS, label={"fr": "tri des papiers"}, sensitive=True)
    codes = [item.code for item in now().lists[REASONS].items]
    own = codes[-3:-1]
    assert codes[-1] == "OTHER"
    assert len(set(own)) == 2
    assert all(code.startswith(OWN_CODE) for code in own)
    assert entry(now(), own[0]).sensitive
    student = builders.kept_student(notebook)
    values = {"main_reason": own[0]}
    sheet = builders.finished(notebook, now(), student_id=student.id, values=values)
    question = sheet.form.question("main_reason")
    lists = now().lists_for("lu-sepas")
    assert option_label(question=question, code=own[0], lists=lists, locale=locale_fr) == "tri des papiers"
    assert offered(now(), "tri") == own


def test_no_shipped_code_can_be_taken_for_one_of_a_unit(library: Library) -> None:
    """Whatever a unit adds today, no later version of the shipped lists will mean something else by it."""
    codes = [item.code for listed in library.lists.values() for item in listed.items]
    assert not [code for code in codes if code.startswith(OWN_CODE)]


def test_entries_are_moved(notebook: Notebook, library: Library, now: Now) -> None:
    """In front of another or to the end; an entry added later still stands where it belongs."""
    move_entry(notebook, library=now(), list_key="urgency", code="normal", before="24h")
    assert [item.code for item in now().lists["urgency"].items] == ["normal", "24h", "week"]
    move_entry(notebook, library=now(), list_key="urgency", code="normal")
    assert now().lists == library.lists
    move_entry(notebook, library=now(), list_key=REASONS, code="FR-20", before="LU-01")
    add_entry(notebook, library=now(), list_key=REASONS, label={"fr": "autre chose"})
    codes = [item.code for item in now().lists[REASONS].items]
    assert codes[0] == "FR-20"
    assert codes[-2].startswith(OWN_CODE)
    assert codes[-1] == "OTHER"


def test_a_list_goes_back_to_the_shipped_one(notebook: Notebook, library: Library, now: Now) -> None:
    """Everything as delivered, but for one's own entries: they stay for what was recorded, hidden."""
    hide_entry(notebook, library=now(), list_key=REASONS, code="LU-01", hidden=True)
    rename_entry(notebook, library=now(), list_key=REASONS, code="LU-04", label={"fr": "notes"})
    move_entry(notebook, library=now(), list_key=REASONS, code="LU-05", before="LU-01")
    add_entry(notebook, library=now(), list_key=REASONS, label={"fr": "tri"})
    (own,) = offered(now(), "tri")
    rename_entry(notebook, library=now(), list_key=REASONS, code=own, label={"fr": "rangement"})
    reset_list(notebook, library=now(), list_key=REASONS)
    assert offered(now()) == offered(library)
    assert entry(now(), own).label == {"fr": "rangement"}
    assert [item for item in now().lists[REASONS].items if item.code != own] == library.lists[REASONS].items


def test_what_a_page_shows_of_a_list(notebook: Notebook, now: Now) -> None:
    """Each entry beside how it was shipped."""
    hide_entry(notebook, library=now(), list_key="urgency", code="week", hidden=True)
    rename_entry(notebook, library=now(), list_key="urgency", code="24h", label={"fr": "demain"})
    add_entry(notebook, library=now(), list_key="urgency", label={"fr": "un mois"})
    lines = look_at_list(library=now(), list_key="urgency")
    assert [(line.renamed, line.hidden, line.shipped is None) for line in lines] == [
        (True, False, False), (False, True, False), (False, False, False), (False, False, True),
    ]  # fmt: skip


def test_changes_travel_with_the_notebook(notebook: Notebook, now: Now, library: Library) -> None:
    """Closed and opened again, perhaps on another computer or from a copy, the words are there."""
    add_entry(notebook, library=now(), list_key=REASONS, label={"fr": "tri"})
    before = now().lists
    notebook.close()
    again = Notebook.open(notebook.folder, passphrase=builders.PHRASE)
    assert open_library(again, shipped=library).lists == before
    again.close()


def test_what_cannot_be_is_refused(notebook: Notebook, now: Now) -> None:
    """No words, too many words, no such list or entry; nothing is kept then."""
    before = now()
    with pytest.raises(WordsMissing):
        add_entry(notebook, library=now(), list_key=REASONS, label={"fr": " \x07 "})
    with pytest.raises(WordsTooLong):
        add_entry(notebook, library=now(), list_key=REASONS, label={"fr": "m" * 201})
    with pytest.raises(WordsTooLong):
        rename_entry(notebook, library=now(), list_key=REASONS, code="LU-01", label={"de": "m" * 201})
    with pytest.raises(EntryUnknown):
        hide_entry(notebook, library=now(), list_key=REASONS, code="LU-99", hidden=True)
    with pytest.raises(EntryUnknown):
        move_entry(notebook, library=now(), list_key=REASONS, code="LU-01", before="LU-99")
    with pytest.raises(ListUnknown):
        reset_list(notebook, library=now(), list_key="n99")
    assert now() == before


def test_a_list_has_an_end(notebook: Notebook, now: Now) -> None:
    """Hundreds of entries of one's own are a mistake."""
    full = [Item(code=f"{OWN_CODE}{number}", label={"fr": str(number)}) for number in range(MOST)]
    keep_list(notebook, "urgency", ListChanges(added=full))
    with pytest.raises(ListFull):
        add_entry(notebook, library=now(), list_key="urgency", label={"fr": "de trop"})


def test_changes_of_a_newer_program_are_left_alone(notebook: Notebook, library: Library, now: Now) -> None:
    """They are told, what is shipped is used, and nothing is written over them."""
    notebook.preferences.set("unit_changes", {"lists": {}, "colours": {"n02": "blue"}})
    assert now().lists == library.lists
    assert [problem.values["own"] for problem in now().problems] == [True]
    with pytest.raises(Exception, match="UnitChangesUnreadable"):
        hide_entry(notebook, library=now(), list_key=REASONS, code="LU-01", hidden=True)
    assert notebook.preferences.get("unit_changes")["colours"] == {"n02": "blue"}
