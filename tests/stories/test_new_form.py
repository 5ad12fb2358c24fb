"""A form somebody drops into the resources works everywhere, without a line of Python."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app import paths
from app.frameworks.library import Library
from app.models.form import Form
from app.ui.pages.paper import PaperPage
from app.ui.pages.sheet import SheetPage
from app.ui.pages.students import StudentsPage
from app.ui.search.found import found_rows
from tests.architecture.house import APP
from tests.builders import PHRASE
from tests.frameworks.resources import EVERY_KIND
from tests.stories.conftest import OpenDesk
from tests.stories.desk import PATIENCE, Desk

KEY = "x1-every-kind"
TITLE = "Fiche de toutes les questions"
# Question by question, the keys of somebody who fills it in; a word longer than one letter is typed
HANDS: dict[str, tuple[str, ...]] = {
    "a_date": ("Ctrl+A", "23.11.2026"),
    "a_time": ("14:32",),
    "a_duration": ("45",),
    "a_text": ("Bureau B12",),
    "a_number": ("12",),
    "a_sum": ("12,50",),
    "a_person": ("Sandra Moreira",),
    "a_partner": ("Centre", "Return"),
    "a_choice": ("Right", "Space"),
    "some_choices": ("père", "Return"),
    "a_yes_no": ("Right", "Space"),
    "a_reason": ("Il préfère attendre",),
    "a_second_try": ("Space",),
    "a_result": ("Il viendra jeudi",),
    "a_long_text": ("Le héron revient chaque matin.",),
    "a_quotation": ("Je le regarde depuis le pont.",),
    "some_marked_text": ("Deux hirondelles sous le toit.",),
    "some_documents": ("Carnet de dessin",),
    "a_table": ("Sortie", "Tab", "24.11.2026", "Tab", "09:15", "Tab", "3", "Tab", "4,20"),
    "some_tasks": ("Appeler la mairie",),
}
SAID: dict[str, Any] = {
    "a_date": "2026-11-23",
    "a_time": "14:32",
    "a_duration": 45,
    "a_text": "Bureau B12",
    "a_number": 12,
    "a_sum": "12.50",
    "a_person": "Sandra Moreira",
    "a_choice": "closed",
    "a_yes_no": "no",
    "a_reason": "Il préfère attendre",
    "a_second_try": "yes",
    "a_result": "Il viendra jeudi",
    "a_long_text": "Le héron revient chaque matin.",
    "a_quotation": "Je le regarde depuis le pont.",
    "some_marked_text": [{"mark": "seen", "text": "Deux hirondelles sous le toit."}],
    "some_documents": ["Carnet de dessin"],
    "a_table": [{"what": "Sortie", "day": "2026-11-24", "hour": "09:15", "mark": 3, "cost": "4.20"}],
    "a_total": "-8.30",
    "a_share": "-0.69",
    "some_days": 1,
}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program as it is delivered, with two files more in its forms."""
    folder = tmp_path_factory.mktemp("program")
    shutil.copytree(APP, folder / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(paths.resources(), folder / "resources")
    forms = folder / "resources" / "forms"
    shutil.copy2(EVERY_KIND, forms / f"{KEY}.toml")
    other = EVERY_KIND.read_text("utf-8").replace(TITLE, "Une autre fiche")
    (forms / "x0-another.toml").write_text(other, "utf-8")  # of the same kind of record, and before it
    return folder


@pytest.fixture
def desk(program: Path, open_desk: OpenDesk, tmp_path: Path) -> Iterator[Desk]:
    """The window with that program's resources."""
    library = Library.load(program / "resources")
    assert library.problems == []
    with open_desk(tmp_path / "carnet", "fr", library=library) as opened:
        yield opened


def form_of(desk: Desk) -> Form:
    """The form as this service asks it."""
    return desk.workspace.library.form_for(KEY, desk.notebook.framework)


def words_of(pdf: bytes) -> str:
    """Everything a reader finds on a paper, without blanks: wrapping is not what is asked here."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


def shown_on_paper(desk: Desk, **where: str) -> str:
    """The words on the paper that the window shows."""
    page = desk.go("paper", **where)
    assert isinstance(page, PaperPage)
    desk.bot.waitUntil(lambda: bool(page._pdf), timeout=PATIENCE)
    return words_of(page._pdf)


def bare(text: str) -> str:
    """Without blanks."""
    return "".join(text.split())


def typed_sheet(desk: Desk) -> str:
    """Choose the form on a student's sheet, fill in every question by hand, save; the new identifier."""
    student = desk.notebook.students.list()[0]
    students = desk.go("students", record_id=student.id)
    assert isinstance(students, StudentsPage)
    menu = students.sheet.head.menu()
    chosen = [action for action in menu.actions() if TITLE in action.text()]
    assert len(chosen) == 1, "the new form is among those to choose"
    chosen[0].trigger()
    desk.settle()
    page = desk.page
    assert isinstance(page, SheetPage)
    assert page._view is not None
    for key, hand in HANDS.items():
        page._view.focus_question(key)
        for keys in hand:
            (desk.press if keys in ("Tab", "Return", "Space", "Right", "Ctrl+A") else desk.type)(keys)
        desk.press("Tab")
    desk.bot.waitUntil(lambda: bool(desk.notebook.drafts.list()), timeout=PATIENCE)
    desk.press("Ctrl+S")
    assert desk.banners() == []
    assert page._open is not None
    return str(page._open.record.id)


def test_it_is_chosen_typed_into_saved_reopened_found_and_printed(desk: Desk) -> None:
    """With one question of every kind: from a student's menu to the paper, blank and filled."""
    record_id = typed_sheet(desk)
    assert [sheet.id for sheet in desk.notebook.papers.list()] == [record_id]
    assert desk.notebook.drafts.list() == []
    desk.go("today")
    page = desk.go("sheet", kind="paper", record_id=record_id)
    assert isinstance(page, SheetPage)
    assert page._view is not None
    values = page._view.values()
    assert {key: values.get(key) for key in SAID} == SAID
    assert len(values["some_choices"]) == 1
    assert desk.notebook.partners.get(values["a_partner"]).service.startswith("Centre")
    assert [(task.text, task.source_id) for task in desk.notebook.tasks.list()] == [
        ("Appeler la mairie", record_id)
    ]

    for word in ("heron", "hirondelles toit", "dess", "Bureau", "jeudi", "8.30"):
        hits = desk.notebook.search.writings(word)
        assert [hit.record_id for hit in hits] == [record_id], word
        rows = found_rows(desk.workspace, [], hits, word)
        assert any(TITLE in row.title for row in rows)

    filled = shown_on_paper(desk, kind="paper", record_id=record_id)
    blank = shown_on_paper(desk, form=KEY)
    form = form_of(desk)
    for question in form.questions:
        label = bare(desk.workspace.locale.words(question.label))
        if question.prints and question.kind != "mention" and question.shown_if is None:
            assert label in blank, question.key
        if question.prints and question.kind != "mention" and question.key in SAID:
            assert label in filled, question.key
    for said in (
        "Bureau B12",
        "12,50",
        "-8,30 €",
        "-0,69 €",
        "1 jour",
        "Il viendra jeudi",
        "Total",
        "Le héron revient chaque matin.",
        "Carnet de dessin",
        "Sortie",
    ):
        assert bare(said) in filled
        assert bare(said) not in blank or said == "Total"
    assert bare("Deux hirondelles") not in filled, "this question stays in the notebook"
    assert bare(desk.workspace.locale.words(form.question("a_mention").label)) in blank
    assert desk.notebook.damage() == []


def test_the_copied_program_prints_it_without_a_window(desk: Desk, program: Path, tmp_path: Path) -> None:
    """The same from a command of the program in whose folder the file was dropped, blank and filled."""
    typed_sheet(desk)
    reference = desk.notebook.cases.list()[0].reference
    shutil.copytree(desk.notebook.folder, tmp_path / "closed")
    out = {}
    for name, which in (("blank", ("--blank",)), ("filled", ("--record", reference))):
        out[name] = tmp_path / f"{name}.pdf"
        ran = subprocess.run(
            [
                sys.executable, "-m", "app", "print", str(tmp_path / "closed"), "--form", KEY, *which,
                "-o", str(out[name]), "--passphrase-file", "-", "--lang", "fr",
            ],
            input=PHRASE + "\n", capture_output=True, text=True, cwd=program,
            env=os.environ | {"HOME": str(tmp_path)},
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
    assert bare(TITLE) in words_of(out["blank"].read_bytes())
    assert bare("Le héron revient") in words_of(out["filled"].read_bytes())
    assert bare("Le héron revient") not in words_of(out["blank"].read_bytes())
