"""Three at the door at break, in front of the real window: locked, written by keyboard, and locked again."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from app.frameworks.library import Library
from app.personal.notes import PersonalNotes
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import PHRASE
from tests.stories.person import Person
from tests.stories.stage import Stage

OWN_WORDS = "Ils disent que je sens le poisson."
NOTE = "zibeline"  # stands in the personal note and nowhere else
NAMES = ("Feltz", "Marius", "Martha", "quelqu’un de 7e", "poisson", NOTE)


@pytest.mark.story
def test_three_at_the_door(tmp_path: Path, library: Library) -> None:
    """From the locked cover straight to a name; their words, a thought apart, a task; then nobody is seen."""
    folder = tmp_path / "carnet"
    _in_the_morning(folder, library)
    with Stage(tmp_path) as stage:
        program, person = stage.open_program(str(folder), "--lang", "fr"), Person(stage)
        person.is_in("Phrase de passe", role="password text")
        person.presses("Ctrl+N")
        person.types(PHRASE)
        person.presses("Enter")
        _first(person)
        _second(person)
        _third(person)
        person.sees("Voir le régent", role="check box")
        person.sees(part="quelqu’un de 7e")
        person.looks("today")
        person.presses("Ctrl+L")
        person.is_in("Phrase de passe", role="password text")
        for name in NAMES:
            person.misses(part=name)
        person.looks("locked")
        person.presses("Alt+F4")
        assert program.wait(20) == 0
        assert person.nameless == []
        assert person.cut == []
        assert not [title for title in person.titles if any(name in title for name in NAMES)]
    _in_the_evening(folder)


def _in_the_morning(folder: Path, library: Library) -> None:
    """A closed notebook with two students of one name, one of whom was seen yesterday."""
    notebook = Notebook.create(
        folder, passphrase=PHRASE, role="practitioner", unit=builders.unit(),
        practitioner=builders.practitioner(), cost=FLOOR,
    )  # fmt: skip
    with notebook.change():
        notebook.schools.save(builders.school())
    for name in ("Marius", "Martha"):
        student = builders.kept_student(notebook, family_name="Feltz", given_name=name)
    yesterday = datetime.combine(date.today() - timedelta(days=1), time(10, 5))
    builders.finished(notebook, library, student_id=student.id, moment=yesterday)
    notebook.close()


def _first(person: Person) -> None:
    """Four letters are a student with a class, three a reason; what they said stands in quotation marks."""
    person.is_in("Élève", role="text")
    person.types("mari")
    person.sees("Élève", role="text", part="Feltz, Marius")
    person.looks("who")
    person.presses("Enter")
    person.sees("Marius Feltz", role="label")
    person.sees(part="5G2")
    person.is_in("Date", role="text")
    person.tabs_to("Motif principal", role="text", key="Alt+PgDown")
    person.types("mob")
    person.sees("Motif principal", role="text", part="mobbing")
    person.presses("Enter")
    person.tabs_to("Demande, avec les mots de la personne", role="text", key="Alt+PgDown")
    person.types(OWN_WORDS)
    person.presses("F8")
    person.is_in("Note personnelle", role="text")
    person.sees(part="Ne quitte jamais ce carnet")
    person.types(f"Penser à la {NOTE}.")
    person.sees(part="gardé")
    person.looks("personal-note")
    person.presses("F8")
    person.tabs_to("Ce qui a été fait", role="text", key="Alt+PgDown")
    person.tabs_to("Chose à faire", role="text")
    person.types("Voir le régent, demain")
    person.presses("Tab")
    person.sees("Pour quand", role="text", part=f"{date.today() + timedelta(days=1):%d/%m/%Y}")
    person.looks("interview")
    person.presses("Ctrl+Enter")


def _second(person: Person) -> None:
    """The next one needs a name and a reason."""
    person.misses("Marius Feltz", role="label")
    person.presses("Ctrl+N")
    person.is_in("Élève", role="text")
    person.types("mart")
    person.sees("Élève", role="text", part="Feltz, Martha")
    person.presses("Enter")
    person.sees("Martha Feltz", role="label")
    person.is_in("Date", role="text")
    person.tabs_to("Motif principal", role="text", key="Alt+PgDown")
    person.types("mob")
    person.presses("Enter")
    person.is_in("Mobbing", role="push button")
    person.presses("Ctrl+Enter")


def _third(person: Person) -> None:
    """Who is in no list is written all the same, to be filed later."""
    person.misses("Martha Feltz", role="label")
    person.presses("Ctrl+N")
    person.is_in("Élève", role="text")
    person.types("quelqu’un de 7e")
    person.tabs_to("Date", role="text")
    person.tabs_to("Motif principal", role="text", key="Alt+PgDown")
    person.types("mob")
    person.presses("Enter")
    person.is_in("Mobbing", role="push button")
    person.presses("Ctrl+Enter")
    person.clicks("Aujourd’hui", role="push button")


def _in_the_evening(folder: Path) -> None:
    """What was written is there, the thought in its own file, and no draft is left over."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    try:
        written = [one for one in notebook.interviews.list() if one.date == date.today()]
        assert [one.main_reason for one in written] == ["LU-03"] * 3
        who = {one.id: notebook.students.find(one.student_id) for one in written}
        assert sorted(student.given_name if student else "" for student in who.values()) == [
            "", "Marius", "Martha",
        ]  # fmt: skip
        (first,) = [one for one in written if (student := who[one.id]) and student.given_name == "Marius"]
        said = {answer.question: answer.value for answer in notebook.interviews.answers(first.id)}
        assert said["demand"] == OWN_WORDS
        (task,) = notebook.tasks.open()
        assert (task.text, task.due) == ("Voir le régent", date.today() + timedelta(days=1))
        assert notebook.drafts.list() == []
        notes = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
        assert notes.subjects([one.id for one in written]) == [first.id]
        notes.close()
    finally:
        notebook.close()
