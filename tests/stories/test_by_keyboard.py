"""Without a mouse, in English, with large text, on invented people."""

from pathlib import Path

import pytest

from tests.stories.person import Person
from tests.stories.stage import Stage

MARK = "Demonstration notebook: invented people"


@pytest.mark.story
def test_by_keyboard(tmp_path: Path) -> None:
    """The demonstration opens from the first start, says what it is, and Tab and arrows lead everywhere."""
    with Stage(tmp_path, language="en_GB.UTF-8") as stage:
        program, person = stage.open_program(), Person(stage)
        open_the_demonstration(person)
        make_the_text_larger(person)
        look_around(person)
        write_on_the_sheet_of_somebody(person)
        lock_and_open(person)
        person.presses("Alt+F4")
        assert program.wait(20) == 0
        assert person.nameless == []
        assert person.cut == []
        assert person.titles == {"Carnet"}
        assert not (stage.home / "data" / "carnet" / "notebook").exists()

        program = stage.open_program()
        person.sees("Demonstration notebook", role="push button")  # it was no notebook to come back to
        person.sees(part="Your language, your service")
        person.looks("larger-first-start")
        person.presses("Alt+F4")
        assert program.wait(20) == 0


def open_the_demonstration(person: Person) -> None:
    """Language and service with the arrows, then the button under the cover."""
    person.sees("SePAS (Luxembourg)", role="radio button")
    person.is_in("SePAS (Luxembourg)", role="radio button")
    person.presses("Right")
    person.sees("SSFE secondary education (France)", role="radio button", state=["checked", "focused"])
    person.presses("Left")
    person.sees("SePAS (Luxembourg)", role="radio button", state=["checked", "focused"])
    person.tabs_to("Demonstration notebook")
    person.looks("first-start")
    person.presses("Space")
    person.sees(MARK, within=60)
    person.is_in("Quick contact", role="push button")
    person.looks("demonstration")


def make_the_text_larger(person: Person) -> None:
    """In the settings, by arrows; the cursor stays where one chose."""
    person.presses(*["Ctrl+PgDown"] * 6)
    person.is_in("Name", role="text")
    person.tabs_to("You", key="Shift+Tab")
    person.presses("Right")
    person.is_in("Window", role="push button")
    person.presses("Tab")
    person.is_in("English", role="radio button")
    person.tabs_to("100 %", role="radio button")
    person.presses("Right")
    person.is_in("125 %", role="radio button")
    person.presses("Right")
    person.is_in("150 %", role="radio button")
    person.sees("150 %", state=["checked"])
    person.looks("larger-settings")


def look_around(person: Person) -> None:
    """Every place of the rail, each saying that nobody in it exists."""
    person.presses("Ctrl+PgDown")
    person.is_in("Quick contact", role="push button")
    for place, inside in (
        ("today", "To do"),
        ("students", "Students"),
        ("requests", "Requests and advice"),
        ("referrals", "Referrals"),
        ("transfer", "Transfer"),
        ("directory", "Directory"),
    ):
        person.sees(inside, role="label")
        person.sees(MARK)
        person.looks(f"larger-{place}")
        person.presses("Ctrl+PgDown")
    person.presses(*["Ctrl+PgUp"] * 6)
    person.sees("To do", role="label")


def write_on_the_sheet_of_somebody(person: Person) -> None:
    """A student found by name, a new interview, every question reached by Tab and no field a trap."""
    person.presses("Ctrl+K")
    person.is_in("Search everywhere", role="text")
    person.types("da costa")
    person.sees("Search everywhere", role="text", part="Da Costa")
    person.looks("larger-search")
    person.presses("Enter")
    person.sees("Guardians", role="label")
    person.looks("larger-student")
    person.presses("Ctrl+E")
    person.is_in("Date", role="text")
    stops = walk_through(person, until="Conclusion")
    for question in ("Duration", "Main reason", "Facts", "What is to be done", "Conclusion"):
        assert question in stops
    person.types("Seen today.")
    person.sees("Conclusion", role="text", part="Seen today.")
    person.looks("larger-interview")
    person.presses("F8")
    person.is_in("Personal note", role="text")
    person.looks("larger-personal-note")
    person.presses("F8")
    person.is_in("Conclusion", role="text")


def lock_and_open(person: Person) -> None:
    """The cover of a demonstration tells its phrase."""
    person.presses("Ctrl+L")
    person.is_in("Passphrase", role="password text")
    person.sees(part="demonstration", role="label")
    person.looks("larger-locked")
    person.types("demonstration")
    person.presses("Enter")
    person.is_in("Conclusion", role="text", part="Seen today.")
    person.sees(MARK)


def walk_through(person: Person, *, until: str) -> list[str]:
    """The names of what Tab stops at, up to the last one wanted."""
    stops: list[str] = []
    while until not in stops and len(stops) < 150:
        seen = person.is_in()
        stops += [seen["name"], *seen["labels"]]
        if until not in stops:
            person.presses("Tab")
    return stops
