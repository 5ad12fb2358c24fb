"""Files somebody spoiled: named with their place, and nothing else stops."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import ResourceBroken
from app.frameworks.library import Library
from app.i18n import Locale
from tests.frameworks.resources import EVERY_KIND, copy_of_resources, shipped

WHOLE = EVERY_KIND.read_text(encoding="utf-8")
SECRET = "Zo\u00eb-Moreira-4711"


def spoiled(folder: Path, old: str, new: str) -> list[tuple[str, str]]:
    """The places named after one change to the form with every kind, dropped beside the shipped ones."""
    assert WHOLE.count(old) >= 1, old
    copy_of_resources(folder)
    (folder / "forms" / "x1.toml").write_text(WHOLE.replace(old, new, 1), encoding="utf-8")
    library = Library.load(folder)
    assert library.forms.keys() - {"x1"} == shipped().forms.keys()
    assert library.lists.keys() == shipped().lists.keys()
    assert library.frameworks.keys() == shipped().frameworks.keys()
    assert ("x1" in library.forms) is (not library.problems)
    return [(problem.values["file"], problem.values["place"]) for problem in library.problems]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('kind = "time"', 'kind = "tme"', "sections[0].questions[2].kind"),
        ('kind = "time"', "kind = 3", "sections[0].questions[2].kind"),
        ('kind = "time"', 'kind = "time"\nkindness = 1', "sections[0].questions[2]"),
        ('kind = "time"\n', "", "sections[0].questions[2].kind"),
        ("version = 1", "", "version"),
        ("version = 1", 'version = "one"', "version"),
        ('record = "paper"', 'record = "novel"', "record"),
        ('fr = "Heure"', "fr = 5", "sections[0].questions[2].label"),
        ('kind = "time"', "kind = time", "line 30"),
        ("[[sections]]", "[[sections]", "line 8"),
        ("}\n\n[[sections]]", "", "line 6"),
        ('key = "a_time"', 'key = "a_date"', "sections[0].questions[2].key"),
        ('key = "a_time"', 'key = "A time"', "sections[0].questions[2].key"),
        ('key = "choices"', 'key = "short"', "sections[1].key"),
        ('list = "n05-persons"', 'list = "n05-people"', "sections[1].questions[1].list"),
        ('list = "n05-persons"', "", "sections[1].questions[1].choices"),
        ('code = "closed"', 'code = "open"', "sections[1].questions[0].choices[1].code"),
        ('bind = "status"', 'bind = "mood"', "sections[1].questions[0].bind"),
        ('bind = "status"', 'bind = "id"', "sections[1].questions[0].bind"),
        ('bind = "status"', 'bind = "author_id"', "sections[1].questions[0].bind"),
        ('bind = "status"', 'bind = "date"', "sections[1].questions[0].bind"),
        ('kind = "duration"', 'kind = "duration"\nbind = "status"', "sections[0].questions[3].bind"),
        ('question = "a_yes_no"', 'question = "a_maybe"', "sections[1].questions[3].shown_if.question"),
        ('question = "a_yes_no"', 'question = "a_reason"', "sections[1].questions[3].shown_if"),
        ('is_any = ["no"]', 'is_any = ["never"]', "sections[1].questions[3].shown_if.is_any[0]"),
        ('is_any = ["no"]', "is_any = []", "sections[1].questions[3].shown_if.is_any"),
        ('source = "student.name"', 'source = "student.mood"', "sections[0].questions[0].source"),
        ('source = "student.name"\n', "", "sections[0].questions[0].source"),
        ('source = "today"', 'source = "yesterday"', "sections[0].questions[1].source"),
        ('list = "n04b-modes"', 'list = "n04b"', "sections[2].questions[4].columns[5].list"),
        ('list = "n04b-modes", ', "", "sections[2].questions[4].columns[5].choices"),
        ('key = "day"', 'key = "what"', "sections[2].questions[4].columns[1].key"),
        ('key = "day"', 'key = "the day"', "sections[2].questions[4].columns[1].key"),
        ('kind = "number", label', 'kind = "numbers", label', "sections[2].questions[4].columns[3].kind"),
        ('kind = "time"', 'kind = "time"\nranked = true', "sections[0].questions[2].ranked"),
        (
            'question = "a_yes_no"',
            'question = "a_yes_no", fact = "today"',
            "sections[1].questions[3].shown_if",
        ),
        ('question = "a_yes_no", ', "", "sections[1].questions[3].shown_if"),
        (
            'fact = "student.is_adult"',
            'fact = "student.age"',
            "sections[2].questions[5].columns[4].shown_if.fact",
        ),
        (
            'fact = "student.is_adult"',
            'question = "a_yes_no"',
            "sections[2].questions[5].columns[4].shown_if",
        ),
        ('kind = "yes_no"', 'kind = "yes_no"\ndefault = "maybe"', "sections[1].questions[2].default"),
        ('bind = "status"', 'bind = "status"\ndefault = "ajar"', "sections[1].questions[0].default"),
        (
            'kind = "duration"',
            'kind = "duration"\nbegins = [{ after = 1, what = { fr = "Rappeler" } }]',
            "sections[0].questions[3].begins",
        ),
        (
            'kind = "tasks"',
            'kind = "tasks"\nbegins = [{ after = -1, what = { fr = "Rappeler" } }]',
            "sections[2].questions[6].begins[0].after",
        ),
        ('kind = "duration"', 'kind = "duration"\ndefault = "an hour"', "sections[0].questions[3].default"),
        (
            'key = "a_table"\n',
            'key = "a_table"\ndefault = [{ mode = "BY-RAVEN" }]\n',
            "sections[2].questions[4].default",
        ),
        (
            'key = "a_table"\n',
            'key = "a_table"\ndefault = [{ what = "x", where = "y" }]\n',
            "sections[2].questions[4].default",
        ),
        (
            'key = "a_table"\n',
            'key = "a_table"\nrows_if = { column = "where", is_any = ["yes"] }\n',
            "sections[2].questions[4].rows_if.column",
        ),
        (
            'key = "a_table"\n',
            'key = "a_table"\nrows_if = { column = "done", is_any = ["perhaps"] }\n',
            "sections[2].questions[4].rows_if.is_any",
        ),
        (
            'key = "a_table"\n',
            'key = "a_table"\nhere_if = { column = "done", is_any = ["perhaps"] }\n',
            "sections[2].questions[4].here_if.is_any",
        ),
        ('kind = "time"', 'kind = "time"\nrole = "deadline"', "sections[0].questions[2].role"),
        ('bind = "date"', 'bind = "date"\nyearly = "31-10"', "sections[0].questions[1].yearly"),
        ('kind = "time"', 'kind = "time"\nyearly = "10-31"', "sections[0].questions[2].yearly"),
        ('kind = "time"', 'kind = "time"\nahead = 21', "sections[0].questions[2].ahead"),
        (
            'kind = "marked_text"',
            'kind = "marked_text"\nkeeps = ["guessed"]',
            "sections[2].questions[2].keeps[0]",
        ),
        (
            'kind = "quotation"\n',
            'kind = "quotation"\nkeeps = ["said"]\n',
            "sections[2].questions[1].keeps[0]",
        ),
        ('compute = { way = "age"', 'compute = { way = "sage"', "sections[2].questions[9].compute.way"),
        ('of = ["a_table.cost"]', 'of = ["a_table.costs"]', "sections[2].questions[7].compute.of[0]"),
        ('of = ["a_table.cost"]', 'of = ["a_table.mark"]', "sections[2].questions[7].compute.of[0]"),
        ('minus = ["a_sum"]', 'minus = ["a_number"]', "sections[2].questions[7].compute.minus[0]"),
        ('of = ["a_table.cost"]', 'of = ["a_share"]', "sections[2].questions[7].compute"),
        ('of = ["a_table.cost"], minus = ["a_sum"]', "of = []", "sections[2].questions[7].compute.of"),
        ('by = ["a_number"]', "by = []", "sections[2].questions[8].compute.by"),
        ('by = ["a_number"]', 'by = ["a_total"]', "sections[2].questions[8].compute.by[0]"),
        ('by = ["a_number"]', 'by = ["a_number"], over = 0', "sections[2].questions[8].compute.over"),
        ('of = ["student.born"]', 'of = ["student.name"]', "sections[2].questions[9].compute.of[0]"),
        (
            'of = ["student.born"]',
            'of = ["student.born", "a_date"]',
            "sections[2].questions[9].compute.of[1]",
        ),
        ('to = "a_table.day"', 'to = "a_table.hour"', "sections[2].questions[10].compute.to"),
        ('key = "a_total"', 'key = "a_total"\nrequired = "closing"', "sections[2].questions[7].required"),
        (
            'key = "a_total"\nkind = "computed"',
            'key = "a_total"\nkind = "money"',
            "sections[2].questions[7].compute",
        ),
        (
            'kind = "time", label',
            'kind = "time", total = true, label',
            "sections[2].questions[4].columns[2].total",
        ),
        ('code = "X1"', 'code = "X1"\nframeworks = ["lu-spos"]', "frameworks[0]"),
        ("version = 1", "version = 100000000000000000000", "version"),
        (
            'fact = "student.is_adult", is_any = ["no"]',
            'fact = "student.is_adult", is_any = ["yes", "non"]',
            "sections[2].questions[5].columns[4].shown_if.is_any[1]",
        ),
        ('kind = "time"', 'kind = "time"\nlines = 1000000', "sections[0].questions[2].lines"),
        ('kind = "time"', 'kind = "time"\nahead = 1000000000000', "sections[0].questions[2].ahead"),
        ('kind = "time"', 'kind = "time"\nnumber = -1', "sections[0].questions[2].number"),
        (
            'kind = "time", label',
            'kind = "time", width = nan, label',
            "sections[2].questions[4].columns[2].width",
        ),
        ("title = {", 'title = { "../de" = "x",', "title"),
        ('source = "today"', 'frameworks = ["lu-spos"]', "sections[0].questions[1].frameworks[0]"),
    ],
)
def test_a_broken_form_names_its_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    """Whoever writes a form is told which question to look at, and every other file still opens."""
    assert ("forms/x1.toml", place) in spoiled(tmp_path, old, new)


def test_a_table_needs_columns(tmp_path: Path) -> None:
    """A table without columns is no question."""
    start, end = WHOLE.index("columns = ["), WHOLE.index("]\n\n", WHOLE.index("columns = [")) + 1
    assert ("forms/x1.toml", "sections[2].questions[4].columns") in spoiled(tmp_path, WHOLE[start:end], "")


def test_conditions_that_lean_on_each_other_are_named(tmp_path: Path) -> None:
    """Two questions that wait for each other would never be asked."""
    circle = 'kind = "yes_no"\nshown_if = { question = "a_choice", is_any = ["open"] }'
    text = WHOLE.replace('kind = "yes_no"', circle, 1).replace(
        'bind = "status"', 'bind = "status"\nshown_if = { question = "a_yes_no", is_any = ["no"] }', 1
    )
    places = spoiled(tmp_path, WHOLE, text)
    assert [place for _, place in places] == [
        "sections[1].questions[0].shown_if",
        "sections[1].questions[2].shown_if",
    ]


def test_every_fault_of_a_form_is_told_at_once(tmp_path: Path) -> None:
    """One reading tells all there is to correct."""
    text = WHOLE.replace('bind = "status"', 'bind = "mood"').replace('list = "n05-persons"', 'list = "x"')
    assert len(spoiled(tmp_path, WHOLE, text)) == 2


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"title = \xe9", b"x = " + b"[" * 5000])
def test_a_file_that_is_no_text_is_named(tmp_path: Path, content: bytes) -> None:
    """Even a file of another kind stops nothing."""
    copy_of_resources(tmp_path)
    (tmp_path / "forms" / "x1.toml").write_bytes(content)
    problems = Library.load(tmp_path).problems
    assert [problem.values["file"] for problem in problems] == ["forms/x1.toml"]


def test_a_broken_list_leaves_its_forms_open(tmp_path: Path) -> None:
    """The interview still opens when somebody spoils the list of reasons, and offers the other reasons."""
    copy_of_resources(tmp_path)
    reasons = tmp_path / "lists" / "n02-reasons.toml"
    reasons.write_text(reasons.read_text().replace('"LU-02"', '"LU-01"', 1))
    library = Library.load(tmp_path)
    first, *others = [(problem.values["file"], problem.values["place"]) for problem in library.problems]
    assert first == ("lists/n02-reasons.toml", "items[1].code")
    assert {file for file, _ in others} == {"reports/n16-grid.toml"}  # it counts what is spoilt
    assert library.forms.keys() == shipped().forms.keys()
    whole = [item.code for item in shipped().lists["n02-reasons"].items]
    assert [item.code for item in library.lists["n02-reasons"].items] == ["LU-01", *whole[2:]]


def test_a_list_that_cannot_be_read_leaves_its_forms_open(tmp_path: Path) -> None:
    """A list cut in the middle is reported once, and nothing leans on it."""
    copy_of_resources(tmp_path)
    (tmp_path / "lists" / "n05-persons.toml").write_text('title = "\n')
    library = Library.load(tmp_path)
    assert [problem.values["place"] for problem in library.problems] == ["line 1"]
    assert library.forms.keys() == shipped().forms.keys()
    assert library.list_for("n05-persons", "lu-sepas").items == []


def test_a_service_that_names_no_form_is_reported(tmp_path: Path) -> None:
    """A service opens without the form that does not exist."""
    copy_of_resources(tmp_path)
    file = tmp_path / "frameworks" / "lu-sepas.toml"
    file.write_text(file.read_text().replace('"f4-referral"', '"f44"'))
    library = Library.load(tmp_path)
    assert [problem.values["place"] for problem in library.problems] == ["forms[2]"]
    assert library.frameworks.keys() == shipped().frameworks.keys()
    assert library.framework("lu-sepas").forms[:3] == ["f1-interview", "f3-plan", "n08-assessment"]


def test_a_service_that_cannot_be_read_hides_nothing(tmp_path: Path) -> None:
    """A notebook of that service opens: its papers have no head, its lists show every country."""
    copy_of_resources(tmp_path)
    (tmp_path / "frameworks" / "lu-sepas.toml").write_text("country = \n")
    library = Library.load(tmp_path)
    assert [problem.values["place"] for problem in library.problems] == ["line 1"]
    assert "lu-sepas" not in library.frameworks
    assert library.framework("lu-sepas").languages
    assert library.list_for("n02-reasons", "lu-sepas") == library.lists["n02-reasons"]
    assert [form.key for form in library.forms_for("lu-sepas")] == sorted(shipped().forms)


def test_a_service_of_no_language_speaks_one(tmp_path: Path) -> None:
    """A paper can be had in some language whatever the file says."""
    copy_of_resources(tmp_path)
    file = tmp_path / "frameworks" / "lu-sepas.toml"
    file.write_text(file.read_text().replace('languages = ["fr", "de", "en"]', "languages = []"))
    library = Library.load(tmp_path)
    assert [problem.values["place"] for problem in library.problems] == ["languages"]
    assert library.framework("lu-sepas").languages == ["fr"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("answer_after_days = 1000000000000", "answer_after_days"),
        ("majority = -3", "majority"),
        ("review_after_years = 9999", "review_after_years"),
        ("access_within_months = 100000000", "access_within_months"),
        ("protected = { forms = [], years_after_majority = 99999 }", "protected.years_after_majority"),
    ],
)
def test_a_length_of_time_no_calendar_holds_is_named(tmp_path: Path, line: str, place: str) -> None:
    """Counted from today it would stop the page of the day."""
    copy_of_resources(tmp_path)
    file = tmp_path / "frameworks" / "lu-sepas.toml"
    kept = [one for one in file.read_text().split("\n") if not one.startswith(line.split(" ")[0])]
    file.write_text("\n".join([line, *kept]))
    assert [problem.values["place"] for problem in Library.load(tmp_path).problems] == [place]


def test_what_is_no_language_is_named(tmp_path: Path) -> None:
    """It would be offered for every paper; a language Carnet does not know is one all the same."""
    copy_of_resources(tmp_path)
    file = tmp_path / "frameworks" / "lu-sepas.toml"
    file.write_text(
        file.read_text().replace('["fr", "de", "en"]', '["fr", "../de", "\\u0000", "ltg", "tlh"]', 1)
    )
    library = Library.load(tmp_path)
    assert [problem.values["place"] for problem in library.problems] == ["languages[1]", "languages[2]"]
    assert library.framework("lu-sepas").languages == ["fr", "ltg", "tlh"]
    assert Locale("tlh").date(date(2026, 11, 12), "day") == "Thursday, 12. November"


def test_two_files_of_one_name_are_told(tmp_path: Path) -> None:
    """Names that differ in capitals alone are one name: on most disks they would be one file."""
    copy_of_resources(tmp_path)
    (tmp_path / "forms" / "F1-Interview.toml").write_text(WHOLE)
    (tmp_path / "lists" / "N05-persons.toml").write_text("title = {}\nitems = []\n")
    library = Library.load(tmp_path)
    assert [(problem.values["file"], problem.values["place"]) for problem in library.problems] == [
        ("lists/N05-persons.toml", "whole file"),
        ("forms/F1-Interview.toml", "whole file"),
    ]
    assert library.forms == shipped().forms
    assert library.lists == shipped().lists


def test_a_form_that_is_gone_still_has_a_name() -> None:
    """Whoever shows a sheet of a broken form shows its name and nothing it asks."""
    form = shipped().form_of("gone", "lu-sepas")
    assert (form.key, form.questions) == ("gone", [])
    assert shipped().form_of("f1-interview", "lu-sepas") == shipped().form_for("f1-interview", "lu-sepas")


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    """Nothing there is nothing broken."""
    library = Library.load(tmp_path)
    assert (library.forms, library.lists, library.frameworks, library.problems) == ({}, {}, {}, [])


def test_the_sentence_names_file_and_place() -> None:
    """The sentence can be read out over the phone."""
    problem = ResourceBroken(file="forms/x1.toml", place="line {line}", reason="this is missing", line=12)
    assert problem.said(Locale("en")).startswith(
        "The file forms/x1.toml cannot be used (line 12): this is missing. What was written on this form"
    )


def test_the_sentence_says_what_still_works() -> None:
    """Each kind of file costs something else; a change of one's own costs nothing but itself."""
    endings = {
        room: ResourceBroken(file=f"{room}/x.toml", place="items", reason="").said(Locale("en"))
        for room in ("forms", "lists", "frameworks")
    }
    assert len(set(endings.values())) == 3
    own = ResourceBroken(file="forms/x1.toml", place="items", reason="this is missing", own=True)
    assert own.said(Locale("en")).endswith("what is delivered with Carnet is used instead.")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.integers(0, WHOLE.count("\n") - 1), data=st.data())
def test_what_stands_in_a_file_reaches_no_sentence(
    tmp_path_factory: pytest.TempPathFactory, line: int, data: st.DataObject
) -> None:
    """A name typed into a form by mistake is quoted by no sentence and no exception."""
    folder = copy_of_resources(tmp_path_factory.mktemp("resources"))
    lines = WHOLE.split("\n")
    spot = data.draw(st.integers(0, len(lines[line])))
    slip = data.draw(st.sampled_from([SECRET, f'"{SECRET}"', f"{SECRET} = 1"]))
    lines[line] = lines[line][:spot] + slip + lines[line][spot:]
    (folder / "forms" / "x1.toml").write_text("\n".join(lines), encoding="utf-8")
    (folder / "lists" / "x.toml").write_text(f'title = {{ "{SECRET}" = 3 }}\nitems = []\n', encoding="utf-8")
    library = Library.load(folder)
    assert library.problems
    for problem in library.problems:
        spoken = f"{problem} {problem!r} {problem.values} {problem.said(Locale('en'))} {problem.__cause__}"
        assert SECRET not in spoken
        assert problem.__suppress_context__ or problem.__context__ is None
