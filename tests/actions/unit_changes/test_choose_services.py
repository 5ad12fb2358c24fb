"""A notebook that works for several services."""

from pathlib import Path

from app.actions.papers.prepare_paper import prepare_blank_paper
from app.actions.unit_changes.choose_services import choose_services
from app.actions.unit_changes.open_library import open_library
from app.actions.unit_changes.replace_file import replace_file
from app.actions.unit_changes.text_of_file import text_of_file
from app.documents import form_pdf
from app.frameworks.library import Library
from app.i18n import Locale
from app.storage.notebook import Notebook
from tests import builders
from tests.frameworks.resources import copy_of_resources


def asked(library: Library) -> set[str]:
    """The questions of an interview in a SePAS."""
    return {question.key for question in library.form_for("f1-interview", "lu-sepas").questions}


def test_an_existing_notebook_keeps_its_service(notebook: Notebook, library: Library) -> None:
    """Nothing is beside it until somebody says so."""
    assert open_library(notebook, shipped=library) == library
    assert notebook.framework == "lu-sepas"


def test_services_beside_ones_own_are_offered_too(notebook: Notebook, library: Library) -> None:
    """Their reasons, partners and questions; given up again, what was recorded keeps its words."""
    changes = choose_services(notebook, library=library, keys=["lu-alj", "fr-ssfe", "gone", "lu-sepas"])
    assert changes.ids("unit_changes") == {"services"}
    both = open_library(notebook, shipped=library)
    assert both.beside == ("lu-alj", "fr-ssfe")
    reasons = {item.code for item in both.list_for("n02-reasons", "lu-sepas").offered}
    assert {"LU-03", "ALJ-01", "FR-20"} <= reasons
    assert "axis" in asked(both) - asked(library)
    choose_services(notebook, library=library, keys=[])
    alone = open_library(notebook, shipped=library)
    offered = alone.list_for("n02-reasons", "lu-sepas")
    assert not {"ALJ-01", "FR-20"} & {item.code for item in offered.offered}
    assert offered.item("FR-20") is not None


def test_a_letter_of_the_service_beside_is_offered_too(notebook: Notebook, library: Library) -> None:
    """Written for one service alone, it is there where that one is used, and nowhere else."""
    name, other = "letters/l1-invitation.toml", 'frameworks = ["lu-alj"]\n'
    text = other + text_of_file(notebook, name=name)
    replace_file(notebook, library=library, name="letters/l9-alj.toml", text=text)
    own = open_library(notebook, shipped=library)
    assert "l9-alj" not in [letter.key for letter in own.letters_for("lu-sepas")]
    choose_services(notebook, library=own, keys=["lu-alj"])
    used = open_library(notebook, shipped=library)
    assert "l9-alj" in [letter.key for letter in used.letters_for("lu-sepas")]


def test_the_paper_asks_what_the_screen_asks(notebook: Notebook, library: Library, locale_fr: Locale) -> None:
    """A question of a service beside one's own is printed too."""
    plain = _blank(notebook, library, locale_fr)
    choose_services(notebook, library=library, keys=["fr-ssfe"])
    assert len(_blank(notebook, open_library(notebook, shipped=library), locale_fr)) != len(plain)


def _blank(notebook: Notebook, library: Library, locale: Locale) -> bytes:
    subject = prepare_blank_paper(
        notebook, library=library, form_key="f1-interview", locale=locale, day=builders.TODAY
    )
    assert "axis" not in asked(library) or "axis" in {one.key for one in subject.form.questions}
    return form_pdf.build(subject, locale)


def test_a_whole_service_dropped_in_as_data(
    tmp_path: Path, notebook: Notebook, library: Library, locale_fr: Locale
) -> None:
    """A file in the folder, or a unit's own: its form, its list, its words and its birthday, no Python."""
    text = (copy_of_resources(tmp_path) / "frameworks/lu-alj.toml").read_text("utf-8")
    text = text.replace("ALJ (Luxembourg)", "Maison des jeunes").replace("majority = 18", "majority = 21")
    text = text.replace('forms = ["f1-interview"', 'forms = ["x9", "f1-interview"')
    text = text.replace('"n02-reasons" = ["ALJ"]', '"house" = ["A"]')
    form = (
        'version = 1\nrecord = "paper"\nframeworks = ["lu-house"]\ntitle = { fr = "Accueil" }\n'
        '[[sections]]\nkey = "one"\nlabel = { fr = "Accueil" }\n'
        '[[sections.questions]]\nkey = "why"\nkind = "one_of"\nlist = "house"\nlabel = { fr = "Pourquoi" }\n'
    )
    listed = (
        'title = { fr = "Maison" }\nitems = [\n'
        '  { code = "IN", label = { fr = "entre" }, group = "A" },\n'
        '  { code = "OUT", label = { fr = "sort" }, group = "B" },\n]\n'
    )
    files = {"lists/house.toml": listed, "forms/x9.toml": form, "frameworks/lu-house.toml": text}
    for name, content in files.items():
        (tmp_path / name).write_text(content, "utf-8")
    dropped = Library.load(tmp_path)
    assert dropped.problems == []
    # the form names its service and the service its form: of one's own, the service comes without it first
    for name, content in [
        ("lists/house.toml", listed), ("frameworks/lu-house.toml", text.replace('"x9", ', "")),
        ("forms/x9.toml", form), ("frameworks/lu-house.toml", text),
    ]:  # fmt: skip
        replace_file(notebook, library=open_library(notebook, shipped=library), name=name, text=content)
    own = open_library(notebook, shipped=library)
    for there in (dropped, own):
        service = there.framework("lu-house")
        assert (service.majority, service.name["fr"]) == (21, "Maison des jeunes")
        assert there.forms_for("lu-house")[0].key == "x9"
        assert [item.code for item in there.list_for("house", "lu-house").offered] == ["IN"]
        assert "x9" not in [one.key for one in there.forms_for("lu-sepas")]
    choose_services(notebook, library=own, keys=["lu-house"])
    used = open_library(notebook, shipped=library)
    student = builders.kept_student(notebook)
    sheet = builders.finished(notebook, used, form_key="x9", student_id=student.id, values={"why": "IN"})
    assert sheet.form.question("why").list == "house"
