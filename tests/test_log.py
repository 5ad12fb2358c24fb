"""The log: what went wrong and where, never what anybody wrote."""

import logging
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import log
from tests.builders import PHRASE
from tests.conftest import told_in_logs

MARKER = "Zéphyrine-marqueur"


@pytest.fixture
def file(tmp_path):
    """A log of its own, closed afterwards."""
    file = tmp_path / "carnet" / "carnet.log"
    log.configure(file=file)
    yield file
    log.configure(file=tmp_path / "other.log")


def raised(error: BaseException) -> BaseException:
    """The same exception with a place in the code."""
    try:
        note = MARKER  # in a variable of the frame too
        raise error
    except BaseException as caught:
        assert note
        return caught


def test_a_failure_is_told_by_its_class_and_place(file):
    """Somebody who helps finds which failure it was and in which line."""
    log.log_failure(raised(KeyError("x")))
    written = file.read_text()
    assert "builtins.KeyError" in written
    assert "tests.test_log:" in written
    assert " raised" in written


def test_no_text_of_a_failure_is_written(file):
    """Message, arguments, notes, causes and groups: none of their words reaches the log."""
    cause = raised(ValueError(MARKER))
    error = raised(RuntimeError(MARKER, {MARKER: 1}))
    error.__cause__ = cause
    error.__context__ = raised(FileNotFoundError(2, MARKER, f"/home/{MARKER}/x"))
    error.__suppress_context__ = False
    error.add_note(MARKER)
    log.log_failure(error)
    log.log_failure(
        raised(ExceptionGroup(MARKER, [error, raised(UnicodeDecodeError("utf-8", b"a", 0, 1, MARKER))]))
    )
    written = file.read_text()
    assert MARKER not in written
    assert "marqueur" not in written
    for name in (
        "ValueError",
        "RuntimeError",
        "FileNotFoundError code=2",
        "ExceptionGroup",
        "UnicodeDecodeError",
    ):
        assert name in written


@given(text=st.text(min_size=8).map(lambda text: "§" + text))
def test_any_text_stays_out(text):
    """Whatever the words, as message or as a made-up class's name, they do not reach the lines."""
    odd = type(text.replace("\0", ""), (Exception,), {"__module__": text})
    lines = [*log.described(ValueError(text)), *log.described(odd(text))]
    assert not any("§" in line for line in lines)


def test_a_failure_that_leads_to_itself_ends(file):
    """Causes in a circle are told once."""
    one, two = ValueError(), KeyError()
    one.__cause__, two.__cause__ = two, one
    assert len(list(log.described(one))) == 2


def test_an_endless_recursion_is_cut(file):
    """A thousand frames are not a thousand lines."""

    def again(depth: int) -> int:
        return again(depth + 1) + 1

    with pytest.raises(RecursionError) as caught:
        again(0)
    assert len(list(log.described(caught.value))) < 100


def test_events_are_codes_and_numbers(file):
    """What happened is a code with numbers; words are refused when the program is written."""
    log.note("notebook_opened", slots=1)
    assert "INFO notebook_opened slots=1" in file.read_text()
    for code, values in [("Notebook opened", {}), (MARKER, {}), ("opened", {"name": MARKER})]:
        with pytest.raises(ValueError, match="codes and numbers"):
            log.note(code, **values)
    assert "marqueur" not in file.read_text()


def test_other_libraries_are_not_collected(file):
    """A library that logs a file name or a value does not reach our log."""
    logging.getLogger().error(MARKER)
    logging.getLogger("keyring").critical(MARKER)
    log.note("end")
    assert "marqueur" not in file.read_text()


def test_the_log_is_private_and_bounded(file):
    """Only its owner reads it, older parts too, and it never grows for ever."""
    for _ in range(40):
        for _ in range(1000):
            log.note("something_happened", number=123456789)
    files = sorted(file.parent.iterdir())
    assert [each.name for each in files] == ["carnet.log", "carnet.log.1", "carnet.log.2", "carnet.log.3"]
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}
    assert sum(each.stat().st_size for each in files) <= 1024 * 1024


def test_without_a_place_to_write_the_program_works(tmp_path):
    """Where the log cannot be written nothing is raised."""
    (tmp_path / "a file").touch()
    log.configure(file=tmp_path / "a file" / "carnet.log")
    log.note("started")
    log.log_failure(ValueError(MARKER))


def test_a_failure_nobody_caught_says_no_words(tmp_path):
    """In any thread, in a destructor, in the main program: log and console name the place, not the words."""
    program = f"""
        import sys, threading
        from pathlib import Path
        from app import log
        log.configure(file=Path(sys.argv[1]))
        told = []
        log.install_hooks(tell=told.append)
        class Leaving:
            def __del__(self):
                raise LookupError("{MARKER}")
        def work():
            raise KeyError("{MARKER}")
        thread = threading.Thread(target=work); thread.start(); thread.join()
        Leaving()
        assert len(told) == 2, told
        raise ValueError("{MARKER}")
    """
    file = tmp_path / "carnet.log"
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    for text in (file.read_text(), done.stderr):
        assert "marqueur" not in text
        for name in ("KeyError", "LookupError", "ValueError"):
            assert f"builtins.{name}" in text


def test_what_the_tests_left_in_the_logs_can_be_judged(tmp_path: Path) -> None:
    """After every run the logs of all tests are searched; the search knows a name and a key from a code."""
    log = tmp_path / "carnet" / "carnet.log"
    log.parent.mkdir()
    log.write_text("2026-11-12 10:00:00 INFO backup_made count=3\n")
    assert told_in_logs(tmp_path) == []
    log.with_suffix(".log.1").write_text(f"Aubrin\n{'ab' * 16}\n{PHRASE}\n")
    assert len(told_in_logs(tmp_path)) == 3
