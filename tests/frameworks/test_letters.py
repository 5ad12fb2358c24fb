"""Letters as data: every one can be used, and a spoiled one is named with its place."""

import re
import tomllib
from pathlib import Path

import pytest

from app import paths
from app.errors import ResourceBroken
from app.frameworks.letters import DOTS, empty_places, filled, unknown_places
from app.frameworks.library import Library
from app.i18n import Locale, window_languages
from tests.frameworks.resources import copy_of_resources, shipped

SHIPPED = sorted((paths.resources() / "letters").glob("*.toml"))
GUARDED = "guardians"


def spoiled(folder: Path, old: str, new: str) -> list[tuple[object, object]]:
    """The places named after one change to the invitation."""
    copy_of_resources(folder)
    file = folder / "letters" / "l1-invitation.toml"
    whole = file.read_text(encoding="utf-8")
    assert old in whole, old
    file.write_text(whole.replace(old, new, 1), encoding="utf-8")
    library = Library.load(folder)
    assert shipped().letters.keys() - library.letters.keys() <= {"l1-invitation"}
    assert library.forms.keys() == shipped().forms.keys()
    assert ("l1-invitation" in library.letters) is (not library.problems)
    return [(problem.values["file"], problem.values["place"]) for problem in library.problems]


def test_every_letter_delivered_can_be_used() -> None:
    """None of the files is broken, and each is there under the name of its file."""
    assert list(shipped().letters) == [path.stem for path in SHIPPED] != []


@pytest.mark.parametrize("key", [path.stem for path in SHIPPED])
def test_families_read_four_languages_and_services_three(key: str) -> None:
    """A family finds each letter in French, German, English and Portuguese, in every part of it."""
    letter = shipped().letters[key]
    wanted = {"fr", "de", "en"} if letter.to_partner else {"fr", "de", "en", "pt"}
    parts = [letter.title, letter.subject, *(letter.text.to(reader) for reader in letter.readers)]
    parts += [words for words in (letter.slip, letter.envelope, *(ask.label for ask in letter.asks)) if words]
    assert [words for words in parts if set(words) != wanted] == []
    assert set(letter.languages) == wanted


@pytest.mark.parametrize("key", [path.stem for path in SHIPPED])
def test_a_letter_asks_for_the_same_in_every_language(key: str) -> None:
    """No language forgets the day or the telephone number."""
    letter = shipped().letters[key]
    for words in [letter.slip, *(letter.text.to(reader) for reader in letter.readers)]:
        asked = {language: set(empty_places(text, values={})) for language, text in words.items()}
        assert len({frozenset(names) for names in asked.values()}) <= 1, asked


def test_no_letter_says_why_or_names_the_other_parent() -> None:
    """Nothing a letter may show comes from what was said, or from another guardian."""
    whole = "".join(path.read_text(encoding="utf-8") for path in SHIPPED)
    places = set(re.findall(r"\{([a-z_.]+)\}", whole))
    assert not [name for name in places if GUARDED in name or "reason" in name or "demand" in name]
    attendance = shipped().letters["l2-attendance"]
    names = empty_places(attendance.text.student["fr"], values={})
    assert set(names) == {"student.name", "student.birth", "student.class", "day", "from", "to"}


def test_french_letters_are_typeset() -> None:
    """Narrow no-break space before ; ! ?, no-break space before the colon, the curly apostrophe."""
    slips = r"(?<!\u202f)[;!?]|[^\u00a0]:(?=\s|$)|'|\.\.\."
    found = []
    for path in SHIPPED:
        for line in _french(tomllib.loads(path.read_text(encoding="utf-8"))):
            found += [line] if re.search(slips, re.sub(r"\{[^}]*\}", "x", line)) else []
    assert found == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("{time}", "{tyme}", "text.guardians.fr"),
        ("{time}", "{time", "text.guardians.fr"),
        ("{line}", "{line} ou", "slip.fr"),
        ('kind = "date"', 'kind = "day"', "asks[0].kind"),
        ('key = "time"', 'key = "day"', "asks[1].key"),
        ('key = "day"', 'key = "Day 1"', "asks[0].key"),
        ('source = "unit.address"', 'source = "unit.mood"', "asks[2].source"),
        ("version = 1", 'version = 1\nframeworks = ["xx"]', "frameworks[0]"),
        ("version = 1", "version = one", "line 3"),
        ("version = 1", "", "version"),
        ("[text.guardians]", "[text.nobody]", "text"),
    ],
)
def test_a_spoiled_letter_is_named_with_its_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    """Whoever changed the file is told where, and every other letter is still there."""
    found = spoiled(tmp_path, old, new)
    assert ("letters/l1-invitation.toml", place) in found


def test_the_reason_is_told_in_french(tmp_path: Path) -> None:
    """The sentence about a broken letter is whole in the window's language."""
    copy_of_resources(tmp_path)
    file = tmp_path / "letters" / "l2-attendance.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("{to}", "{until}"), encoding="utf-8")
    (problem, *_) = Library.load(tmp_path).problems
    assert isinstance(problem, ResourceBroken)
    assert "rien de ce nom ne peut être rempli" in problem.said(Locale("fr"))


def test_what_is_not_known_becomes_dots() -> None:
    """A letter can always be printed; a pen fills the rest."""
    text = "Le {day} à {time}, {student.name}. {line}"
    values = {"day": "12 mai", "student.name": "Ana {time}"}
    assert empty_places(text, values=values) == ["time"]
    assert filled(text, values=values) == f"Le 12 mai à {DOTS}, Ana {{time}}. {{line}}"


def test_a_brace_that_stands_alone_is_seen() -> None:
    """What a person types by mistake is found before it is printed."""
    letter = shipped().letters["l1-invitation"]
    assert unknown_places("{day} {line}", letter=letter) == []
    assert unknown_places("{day} {heure} { }", letter=letter) == ["heure", "{ }"]
    assert unknown_places("le {day", letter=letter) != []


def test_the_window_does_not_offer_portuguese() -> None:
    """Portuguese is for letters; nobody is offered a window that speaks it by halves."""
    assert "pt" not in window_languages()


def _french(tree: object) -> list[str]:
    if isinstance(tree, dict):
        own = [tree["fr"]] if isinstance(tree.get("fr"), str) else []
        return own + [line for part in tree.values() for line in _french(part)]
    return [line for part in tree for line in _french(part)] if isinstance(tree, list) else []
