"""The sentences people read, in every language that says it is complete."""

import ast
import re
import string
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.architecture.house import APP, LOCALE, parsed

KEYWORDS = {"text": (1,), "plural": (1, 2), "N_": None}
COMPLETE = sorted(path.parent.name for path in LOCALE.glob("*/COMPLETE"))
NARROW, WIDE = "\u202f", "\u00a0"
# what is not as a printer would set it
SLIPS = {
    "fr": rf"(?<!{NARROW})[;!?]|[^{WIDE}]:(?!\d\d)(?=\s|$)|«(?!{WIDE})|(?<!{WIDE})»|'|\.\.\.",
    "de": r"\s[;!?:]|[«»”'\"]|\.\.\.|„[^“]*$|^[^„]*“|\bNr\. ",
}
# words that are written alike in both
SAME: dict[str, set[object]] = {
    "fr": {
        *("Service", "Date", "Profession", "Version", "Copies", "Alt+D", "Alt+R", "Alt+H"),
        *("{title}, version {n}", "page {page}/{pages}", ("{n} page", "{n} pages")),
        *("Code {code}", "Logo", "Total", "Minutes", "Note"),
        *("Services", "version {n}", ("{n} question", "{n} questions")),
    },
    "de": {
        *("Person", "Partner", "Passphrase", "Passphrase: ", "Demonstration", "Name", "Version", "Plan"),
        *("Code {code}", "Esc", "Logo", "{n} KB"),
    },
}


def test_french_and_german_are_whole() -> None:
    """Both are offered beside English."""
    assert COMPLETE == ["de", "fr"]


@pytest.mark.parametrize("language", COMPLETE)
def test_every_sentence_of_the_code_is_translated(language: str) -> None:
    """Whoever chooses a complete language never reads a sentence of another one."""
    catalogue = _read(language)
    written = {message.id: message for message in catalogue if message.id}
    said = _extracted()
    unknown, unsaid = said - written.keys(), written.keys() - said
    empty = [key for key, message in written.items() if message.fuzzy or not all(_strings(message))]
    assert not unknown, _listed("make messages, then translate:", unknown)
    assert not unsaid, _listed("make messages; said no more:", unsaid)
    assert not empty, _listed("translate:", empty)


def test_no_sentence_is_glued_together() -> None:
    """Word order differs between languages: a sentence is one whole string with {names} in it."""
    glued = [
        f"{name}:{call.lineno}"
        for name, tree in parsed(APP)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _is_said(call.func) and call.args
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert glued == []


@pytest.mark.parametrize("language", COMPLETE)
def test_what_is_filled_in_is_the_same_in_every_language(language: str) -> None:
    """A translation names the same {values} as the sentence it translates."""
    different = []
    for message in _read(language):
        if message.id:
            wanted = set().union(*(_fields(part) for part in _ids(message)))
            different += [text for text in _strings(message) if not _fields(text) <= wanted]
            if not wanted <= set().union(*(_fields(text) for text in _strings(message))):
                different.append(str(message.id))
    assert different == []


@pytest.mark.parametrize("language", COMPLETE)
def test_what_stays_as_in_english_stays_so_on_purpose(language: str) -> None:
    """A sentence that was copied instead of translated is found."""
    same = {
        message.id
        for message in _read(language)
        if message.id and _ids(message) == _strings(message) and re.search(r"[^\W\d]", _unfilled(message))
    }
    assert same == SAME[language]


@pytest.mark.parametrize("language", COMPLETE)
def test_it_is_typeset(language: str) -> None:
    """French has its spaces before ; ! ? : and inside « », German none and „…“; both the curly apostrophe."""
    wrong = [text for message in _read(language) if message.id for text in _strings(message)
             if _slips(text, language)]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "text", "slips"),
    [
        ("fr", "Que voulez-vous\u202f?", False),
        ("fr", "Que voulez-vous ?", True),
        ("fr", "Que voulez-vous?", True),
        ("fr", "Gardé\u00a0: 14:32", False),
        ("fr", "Gardé : maintenant", True),
        ("fr", "«\u00a0oui\u00a0»", False),
        ("fr", "«oui»", True),
        ("fr", "L'élève", True),
        ("fr", "L’élève", False),
        ("de", "Was möchten Sie?", False),
        ("de", "Was möchten Sie ?", True),
        ("de", "Aufbewahrt\u00a0: 14:32", True),
        ("de", "„ja“", False),
        ("de", "“ja”", True),
        ("de", "«ja»", True),
        ("de", '"ja"', True),
        ("de", "„ja", True),
        ("de", "Wird geöffnet...", True),
        ("de", "Wird geöffnet…", False),
        ("de", "Nr. {n}", True),
        ("de", "Nr.\u00a0{n}", False),
    ],
)
def test_the_typesetter_sees_slips(language: str, text: str, slips: bool) -> None:
    """The rule that judges the catalogue knows a slip from a sentence."""
    assert bool(_slips(text, language)) is slips


def _listed(order: str, found: Iterable[object]) -> str:
    return "\n  ".join([order, *sorted(map(str, found))])


def _is_said(function: ast.expr) -> bool:
    return getattr(function, "attr", getattr(function, "id", "")) in KEYWORDS


def _slips(text: str, language: str) -> list[str]:
    return re.findall(SLIPS[language], re.sub(r"\{[^{}]*\}", "x", text))


def _unfilled(message: Message) -> str:
    return re.sub(r"\{[^{}]*\}", "", " ".join(_ids(message)))


def _read(language: str) -> Catalog:
    path: Path = LOCALE / language / "LC_MESSAGES" / "carnet.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _extracted() -> set[str | tuple[str, ...]]:
    found = (
        message for _, _, message, _, _ in extract_from_dir(APP, [("**.py", "python")], keywords=KEYWORDS)
    )
    return {message if isinstance(message, str) else tuple(message) for message in found if message}


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
