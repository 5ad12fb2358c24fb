"""What holds people's words never says them when it is only named: in a log, an exception, a console."""

import importlib
import pkgutil
import traceback
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import app
from app import errors, log
from app.actions.sheets.sheet import Sheet
from app.i18n import N_, Locale
from app.models.form import Form
from app.models.interview import Interview
from app.models.kinds import KINDS
from app.personal.note import Note, NoteDraft
from app.storage.rows import columns, record_of, row_of
from tests.frameworks.resources import every_kind

# What a data file, the key file or the program itself says, and nobody about anybody
_NOT_ABOUT_PEOPLE = (
    "app.models.form", "app.models.computation", "app.models.framework", "app.models.letter",
    "app.models.value_list", "app.models.report",
    "app.frameworks", "app.security",
    "app.settings", "app.exchange.rosters.layouts", "app.actions.demonstration", "app.ui", "app.__main__",
)  # fmt: skip
# What names a thing without saying anything about it: identifiers, kinds, moments, places in a file
_NAMES = {
    "id", "record_id", "revision", "subject_id", "author_id", "parents", "at", "kind", "question", "line",
    "content_hash", "chain_hash", "source_kind", "record_kind", "items",
}  # fmt: skip
_DAY = date(1907, 5, 23)
few = settings(max_examples=15, deadline=None)  # the shape of a struct matters, not so much the word
words = st.text(min_size=3, max_size=40).map(lambda text: f"Qzx{text}")


def structs() -> Iterator[type[msgspec.Struct]]:
    """Every struct of the program that can hold something about somebody."""
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if module.name.startswith(_NOT_ABOUT_PEOPLE):
            continue
        for made in vars(importlib.import_module(module.name)).values():
            if isinstance(made, type) and issubclass(made, msgspec.Struct) and made.__module__ == module.name:
                yield made


STRUCTS = sorted(set(structs()), key=lambda made: made.__qualname__)


def filled(made: Any, word: str, within: tuple[Any, ...] = ()) -> Any:
    """A value of a type in which every free text is `word`, every day one nobody else has.

    What holds its like is filled once: `within` are those that are being filled.
    """
    origin, arguments = get_origin(made), get_args(made)
    if origin in (Union, UnionType):
        return filled(next(one for one in arguments if one is not type(None)), word, within)
    if origin is Literal:
        return arguments[0]
    if origin in (list, tuple, frozenset, set):
        return origin([filled(arguments[0], word, within)] if arguments else [])
    if origin is dict:
        return {filled(arguments[0], word, within): filled(arguments[1], word, within)}
    if isinstance(made, type) and issubclass(made, msgspec.Struct):
        if made in within:
            return None
        if made.__module__.startswith(_NOT_ABOUT_PEOPLE):
            return every_kind() if made is Form else None
        hints = get_type_hints(made) | ({"record": Interview} if made is Sheet else {})
        return made(
            **{
                name: filled(hints[name], _name(name, word), (*within, made))
                for name in made.__struct_fields__
            }
        )
    return {str: word, date: _DAY, int: 7, float: 7.5, bool: True, bytes: word.encode()}.get(made, word)


def _name(field: str, word: str) -> str:
    return "ab" * 16 if field in _NAMES else word


def said(thing: object) -> str:
    """Everything by which Python names a thing unasked."""
    lines = [repr(thing), str(thing), f"{thing}", f"{[thing]!r}", "%s" % (thing,), ascii(thing)]  # noqa: UP031
    rich = getattr(thing, "__rich_repr__", None)
    if rich is not None and type(thing).__module__.startswith("app.models.record"):
        lines += map(repr, rich())
    return "\n".join(lines)


def assert_silent(text: str, word: str) -> None:
    """None of what was filled in stands in a text."""
    assert word not in text
    assert "Qzx" not in text
    assert str(_DAY) not in text
    assert "1907" not in text


def test_every_noun_is_among_the_structs() -> None:
    """The looking misses nothing that a notebook keeps."""
    assert set(KINDS.values()) <= set(STRUCTS)


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__qualname__)
@few
@given(word=words)
def test_a_struct_is_named_and_says_nothing(struct: type[msgspec.Struct], word: str) -> None:
    """Shown by Python for any reason, alone or inside a list, it tells what it is and no word of it."""
    assert_silent(said(filled(struct, word)), word)


@few
@given(word=words)
def test_a_personal_note_is_named_and_says_nothing(word: str) -> None:
    """Nor do the author's own notes and their drafts."""
    assert_silent(said(Note("ab" * 16, None, word, "", _DAY, word)), word)
    assert_silent(said(NoteDraft("ab" * 16, None, word, 0, "")), word)


@pytest.mark.parametrize("kind", KINDS)
@few
@given(word=words)
def test_a_spoilt_row_is_told_without_its_words(kind: str, word: str) -> None:
    """A row that does not fit its noun fails with the name of the column, never with what stands there."""
    struct = KINDS[kind]
    names, row = columns(struct), row_of(filled(struct, word))
    for place, value in enumerate(row):
        spoilt = [*row[:place], {"nothing": word} if not isinstance(value, str) else 7.5, *row[place + 1 :]]
        try:
            record_of(struct, names, tuple(spoilt))
        except Exception as failure:
            assert_silent(said(failure) + "".join(log.described(failure)), word)


FAILURES = [
    failure
    for failure in vars(errors).values()
    if isinstance(failure, type)
    and issubclass(failure, errors.CarnetError)
    and failure is not errors.CarnetError
]


_OWN_VALUES: dict[type[errors.CarnetError], dict[str, Any]] = {
    errors.ResourceBroken: {"file": ..., "place": N_("line {line}"), "reason": ..., "line": 3},
    errors.CodeMistyped: {"groups": [2, 5]},
    errors.NotUtf8: {"file": ..., "line": 3},
    errors.KeychainUnavailable: {"reason": ...},
    errors.NotebookInUse: {"computer": ..., "since": "2026-11-21T10:00:00Z"},
    errors.NotebookLeftOpen: {"computer": ..., "since": "2026-11-21T10:00:00Z"},
}  # `...` stands for the word


def _raise(failure: Exception, cause: Exception) -> None:
    raise failure from cause


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.__name__)
@few
@given(word=words)
def test_a_failure_names_its_class_only(failure: type[errors.CarnetError], word: str) -> None:
    """A failure with values, caused by another, says none of them in Python's own words or in the log."""
    values: dict[str, Any] = {"file": word, "form": word, "reference": word, "question": word, "n": 2}
    values |= {"name": word, "names": word, "folder": word, "code": word}
    if failure in _OWN_VALUES:
        values = {name: word if value is ... else value for name, value in _OWN_VALUES[failure].items()}
    with pytest.raises(failure) as caught:
        _raise(failure(**values), ValueError(word))
    own = "".join(traceback.format_exception_only(caught.value))
    assert_silent(said(caught.value) + own + "\n".join(log.described(caught.value)), word)
    assert caught.value.said(Locale("en"))


@few
@given(word=words)
def test_the_log_file_holds_no_word(tmp_path_factory: pytest.TempPathFactory, word: str) -> None:
    """Whatever failed with whatever in its hands, the file says classes and places."""
    file: Path = tmp_path_factory.mktemp("log") / "carnet.log"
    log.configure(file=file)
    try:
        for struct in STRUCTS:
            try:
                raise KeyError(filled(struct, word), word)
            except KeyError as failure:
                failure.add_note(word)
                log.log_failure(failure)
    finally:
        log.configure(file=file.with_name("after.log"))
    assert "KeyError" in file.read_text("utf-8")
    assert_silent(file.read_text("utf-8"), word)
