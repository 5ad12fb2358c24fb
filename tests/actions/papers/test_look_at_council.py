"""A class before its meeting."""

from datetime import date, datetime

from app.actions.papers.look_at_council import look_at_council, meetings
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import TODAY

LINES = [
    {"what": "A besoin  d’une place devant.", "agreement": "both"},
    {"what": "Le héron.", "agreement": "refused"},
    {"what": "La mouette.", "agreement": "not_asked"},
    {"what": "Sans réponse."},
    {"agreement": "student"},
    {"what": "Vient le jeudi.", "agreement": "student"},
]


def kept(
    notebook: Notebook, library: Library, name: str, lines: object, day: date = TODAY, **more: str
) -> None:
    """Somebody’s contribution to a meeting."""
    student = builders.kept_student(notebook, given_name=name, **more)
    builders.finished(
        notebook, library, form_key="f10-council", student_id=student.id, values={"lines": lines},
        moment=datetime(day.year, day.month, day.day, 9),
    )  # fmt: skip


def test_only_lines_with_an_agreement_are_offered(notebook: Notebook, library: Library) -> None:
    """Refused, not asked, not answered: they stay, and are counted."""
    kept(notebook, library, "Zoé", LINES)
    kept(notebook, library, "Ana", [])
    ana, zoe = look_at_council(notebook, library=library, class_name="5G2", day=TODAY, today=TODAY)
    assert zoe.lines == ("A besoin d’une place devant.", "Vient le jeudi.")
    assert (zoe.kept, ana.lines, ana.kept) == (3, (), 0)


def test_meetings_are_those_of_the_school_year(notebook: Notebook, library: Library) -> None:
    """By class, the newest first; last year’s lines were said last year."""
    kept(notebook, library, "Ana", LINES, date(2026, 10, 1))
    kept(notebook, library, "Bob", LINES)
    kept(notebook, library, "Cyd", LINES, class_name="4C")
    kept(notebook, library, "Dan", LINES, date(2026, 6, 12), class_name="3C")
    found = meetings(notebook, library=library, today=TODAY)
    assert found == {"4C": [TODAY], "5G2": [TODAY, date(2026, 10, 1)]}
    some = look_at_council(notebook, library=library, class_name="5G2", day=date(2026, 10, 1), today=TODAY)
    assert [one.student.given_name for one in some] == ["Ana"]


def test_of_two_sheets_for_one_meeting_the_newer_speaks(notebook: Notebook, library: Library) -> None:
    """Written twice by mistake: nobody stands on the list twice."""
    student = builders.kept_student(notebook)
    for hour, words in ((9, "Le matin."), (11, "À onze heures.")):
        builders.finished(
            notebook, library, form_key="f10-council", student_id=student.id,
            values={"lines": [{"what": words, "agreement": "both"}]},
            moment=datetime(TODAY.year, TODAY.month, TODAY.day, hour),
        )  # fmt: skip
    (one,) = look_at_council(notebook, library=library, class_name="5G2", day=TODAY, today=TODAY)
    assert one.lines == ("À onze heures.",)
