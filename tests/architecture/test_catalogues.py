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


def test_french_comes_first() -> None:
    """French is complete."""
    assert "fr" in COMPLETE


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


def test_french_is_typeset() -> None:
    """Narrow no-break space before ; ! ?, no-break space before : and inside « », the curly apostrophe."""
    wrong = [text for message in _read("fr") if message.id for text in _strings(message) if _slips(text)]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("Que voulez-vous\u202f?", False),
        ("Que voulez-vous ?", True),
        ("Que voulez-vous?", True),
        ("Gardé\u00a0: 14:32", False),
        ("Gardé : maintenant", True),
        ("«\u00a0oui\u00a0»", False),
        ("«oui»", True),
        ("L'élève", True),
        ("L’élève", False),
    ],
)
def test_the_typesetter_sees_slips(text: str, slips: bool) -> None:
    """The rule that judges the catalogue knows a slip from a sentence."""
    assert bool(_slips(text)) is slips


def _listed(order: str, found: Iterable[object]) -> str:
    return "\n  ".join([order, *sorted(map(str, found))])


def _is_said(function: ast.expr) -> bool:
    return getattr(function, "attr", getattr(function, "id", "")) in KEYWORDS


def _slips(text: str) -> list[str]:
    words = re.sub(r"\{[^{}]*\}", "x", text)
    return re.findall(
        rf"(?<!{NARROW})[;!?]|[^{WIDE}]:(?!\d\d)(?=\s|$)|«(?!{WIDE})|(?<!{WIDE})»|'|\.\.\.", words
    )


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
