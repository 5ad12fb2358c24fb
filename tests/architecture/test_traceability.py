"""Every row of what the profession asks: what answers it is there, opens, is saved and printed."""

import tomllib
from importlib.util import find_spec
from typing import Any

import pytest

from app.actions.letters.prepare_blank_letter import prepare_blank_letter
from app.actions.papers.prepare_paper import prepare_paper
from app.actions.sheets.open_sheet import open_sheet
from app.documents import form_pdf, letter_pdf
from app.frameworks.library import Library
from app.i18n import Locale
from app.storage.notebook import Notebook
from app.ui.pages.catalogue import PAGES
from tests import builders
from tests.architecture.answers import ANSWERS
from tests.architecture.house import ROOT
from tests.documents.filled import minimal
from tests.documents.papers import packed, text
from tests.frameworks.resources import shipped

ROWS: list[dict[str, Any]] = [
    row
    for file in sorted((ROOT / "docs" / "traceability").glob("*.toml"))
    for row in tomllib.loads(file.read_text("utf-8"))["rows"]
]
KEYS = {
    "answered": {"id", "words", "work", "state", "things"},
    "later": {"id", "words", "work", "state", "room"},
    "out of scope": {"id", "words", "work", "state", "reason"},
}
ANSWERED = [row for row in ROWS if row["state"] == "answered"]
THINGS = sorted({thing for row in ANSWERED for thing in row["things"]})


def named(kind: str) -> list[str]:
    """Every name of one kind."""
    return sorted({thing.split(":")[1].split(".")[0] for thing in THINGS if thing.startswith(f"{kind}:")})


def is_there(thing: str) -> bool:
    """Whether what a row names exists."""
    kind, _, name = thing.partition(":")
    library, (key, _, question) = shipped(), name.partition(".")
    match kind:
        case "form":
            keys = {one.key for one in library.forms[key].questions} if key in library.forms else set()
            return question in keys if question else bool(keys)
        case "list":
            return key in library.lists and bool(library.lists[key].offered)
        case "letter":
            return key in library.letters
        case "service":
            return key in library.frameworks
        case "page":
            return key in PAGES
        case "dialog":
            return find_spec(f"app.ui.dialogs.{key}") is not None
        case "section":
            return find_spec(f"app.ui.settings_sections.{key}") is not None
        case "command":
            return find_spec(f"app.commands.{key}") is not None
        case _:
            return False


def test_every_row_of_the_three_tables_is_there_once() -> None:
    """None is left out and none is told twice; each says in words what it asks."""
    asked = [f"S0-{n:02}" for n in range(1, 46)] + [f"S2-{n:02}" for n in range(1, 36)]
    asked += [f"S3-{n:02}" for n in range(1, 34)]
    assert sorted(row["id"] for row in ROWS) == sorted(asked)
    assert [row["id"] for row in ROWS if not row["words"].strip()] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_row_says_where_it_stands(row: dict[str, Any]) -> None:
    """Answered by something that is there, later in a named room, or out for a reason."""
    assert set(row) == KEYS[row["state"]]
    assert row["work"] in {"individual", "collective", "figures", "service"}
    assert [thing for thing in row.get("things", []) if not is_there(thing)] == []
    assert all(row.get(key, "said") for key in ("things", "room", "reason"))


def test_individual_work_does_not_wait() -> None:
    """Whatever is done with one student is answered now, or is nobody’s here for a reason."""
    assert [row["id"] for row in ROWS if row["work"] == "individual" and row["state"] == "later"] == []


def test_a_row_that_names_nothing_real_is_seen() -> None:
    """The look that finds everything above finds no form, question or page that is not there."""
    false = (
        "form:f99",
        "form:f1-interview.nothing",
        "list:n99",
        "page:nowhere",
        "dialog:edit_nothing",
        "x:y",
    )
    assert not any(is_there(thing) for thing in false)


def test_every_form_named_opens_is_saved_and_prints(notebook: Notebook, library: Library) -> None:
    """In the service that asks it: begun, finished, opened again with what was said, and on paper by name."""
    student, partner = builders.kept_student(notebook), builders.partner()
    with notebook.change():
        notebook.partners.save(partner)
    odd = []
    for key in named("form"):
        service = next(iter(library.forms[key].frameworks), notebook.framework)
        form = library.form_for(key, service)
        said = {name: value for name, value in minimal(form).items() if not form.question(name).shown_if}
        said |= {one.key: partner.id for one in form.questions if one.kind == "partner"}
        made = builders.finished(
            notebook, library, form_key=key, student_id=student.id, values=said, framework=service
        )
        again = open_sheet(notebook, library=library, kind=made.kind, record_id=made.record.id)
        lost = {name for name, value in said.items() if again.values.get(name) != value}
        paper = prepare_paper(notebook, library=library, sheet=again, locale=Locale("fr"))
        if lost or packed(form.title["fr"]) not in packed(text(form_pdf.build(paper, Locale("fr")))):
            odd.append((key, lost))
    assert odd == []


def choosing(key: str) -> tuple[str, str, str] | None:
    """A form, a question of it and perhaps a column that choose from a list, if any."""
    for form in shipped().forms.values():
        for ask in form.questions:
            if not ask.prints or (ask.shown_if and not ask.shown_if.question):
                continue
            if ask.list == key and ask.kind in ("one_of", "several_of"):
                return form.key, ask.key, ""
            for column in ask.columns:
                if column.list == key:
                    return form.key, ask.key, column.key
    return None


@pytest.mark.parametrize("key", [key for key in named("list") if choosing(key)])
def test_every_list_named_is_chosen_from(key: str, notebook: Notebook, library: Library) -> None:
    """Its last entry is taken on a sheet, kept, and stands in words on the paper."""
    form_key, question, column = choosing(key) or ("", "", "")
    student = builders.kept_student(notebook)
    services = [*library.forms[form_key].frameworks, notebook.framework, "fr-ssfe"]
    service = next(
        one for one in services if question in {ask.key for ask in library.form_for(form_key, one).questions}
    )
    item = [one for one in library.lists_for(service)[key].offered if not one.other][-1]
    asks = library.form_for(form_key, service).question(question)
    said: Any = [{column: item.code}] if column else item.code if asks.kind == "one_of" else [item.code]
    leans_on = {asks.shown_if.question: asks.shown_if.is_any[0]} if asks.shown_if else {}
    made = builders.finished(
        notebook, library, form_key=form_key, student_id=student.id, values={question: said} | leans_on,
        framework=service,
    )  # fmt: skip
    again = open_sheet(notebook, library=library, kind=made.kind, record_id=made.record.id)
    assert again.values[question] == said
    paper = prepare_paper(notebook, library=library, sheet=again, locale=Locale("fr"))
    assert packed(item.label["fr"]).casefold() in packed(text(form_pdf.build(paper, Locale("fr")))).casefold()


def test_whatever_is_no_paper_has_a_test_of_its_own() -> None:
    """Each page, dialog, command and part of the settings a row names is opened by a test that is there."""
    alone = [one for one in THINGS if not one.startswith(("form:", "letter:"))]
    alone = [one for one in alone if not one.startswith("list:") or not choosing(one.partition(":")[2])]
    assert sorted(alone) == sorted(ANSWERS)
    for thing, answer in ANSWERS.items():
        file, _, test = answer.partition("::")
        source = (ROOT / file).read_text("utf-8")
        assert f"def {test}(" in source, answer
        kind, _, key = thing.partition(":")
        if kind == "dialog":
            assert f"from app.ui.dialogs.{key} import" in source, answer
        if kind == "page":
            assert key in source or PAGES[key].__name__ in source, answer  # type: ignore[index]


def test_every_letter_named_is_drawn(notebook: Notebook, library: Library) -> None:
    """To everybody it has words for, its subject stands on its paper."""
    for key in named("letter"):
        letter, locale = library.letters[key], Locale("fr")
        for reader in letter.readers:
            subject = prepare_blank_letter(
                notebook, library=library, letter=letter, reader=reader, locale=locale, day=builders.TODAY
            )
            assert packed(letter.subject["fr"].split("{")[0]) in packed(
                text(letter_pdf.build(subject, locale))
            )
