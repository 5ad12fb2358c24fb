"""The door: which language, which exit code, what is never shown."""

import os
import signal
import subprocess
import sys

import pytest

from app import paths
from app.__main__ import _command_in
from app.commands import COMMANDS
from app.commands.language import language_of
from tests import builders
from tests.builders import PHRASE
from tests.commands.running import ROOT, carnet


@pytest.mark.parametrize(
    ("language", "usage", "sentence"),
    [
        ("fr", "usage\u00a0: carnet check", "Il manque encore\u00a0: NOTEBOOK."),
        ("en", "usage: carnet check", "Still missing: NOTEBOOK."),
        ("de", "Verwendung: carnet check", "Es fehlt noch: NOTEBOOK."),
    ],
)
def test_wrong_usage_is_said_in_ones_language(language, usage, sentence):
    """What is missing is named, with how the command is used, and the answer is 2."""
    ran = carnet("check", language=language)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(usage)
    assert ran.err.endswith(sentence + "\n")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_every_command_explains_itself(command, language):
    """Help for every command, in every window language, without a word of English in another."""
    ran = carnet(command, "--help", language=language)
    assert (ran.code, ran.err) == (0, "")
    assert f"carnet {command}" in ran.out
    english = {"show", "the", "what", "options", "usage:", "with", "to", "be", "a"}
    assert language == "en" or not english & set(ran.out.lower().split())


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "liste de classe"), ("en", "class list"), ("de", "Klassenliste")]
)
def test_the_help_of_the_program_names_every_command(language, words):
    """Whoever asks the program for help finds the commands."""
    ran = carnet("--help", language=language)
    assert ran.code == 0
    assert all(f"  {name} " in ran.out for name in COMMANDS)
    assert words in ran.out


def test_the_version_is_said():
    """`carnet --version`."""
    ran = carnet("--version")
    assert ran.code == 0
    assert ran.out.startswith("Carnet ")


@pytest.mark.parametrize(
    "words", [["check", "x", "--nonsense"], ["new", "x"], ["print", "x", "--form", "f", "-o", "y"], ["demo"]]
)
def test_what_is_not_understood_is_wrong_usage(words):
    """Unknown options and missing ones answer 2 and write nothing."""
    ran = carnet(*words)
    assert (ran.code, ran.out) == (2, "")


def test_an_unknown_language_is_wrong_usage():
    """Only complete languages are offered."""
    ran = carnet("check", "x", "--lang", "pt", language="")
    assert ran.code == 2
    assert "--lang" in ran.err


def test_commands_never_load_the_window():
    """No command brings Qt or the personal notes into memory."""
    code = (
        "import sys; from importlib import import_module; from app.commands import COMMANDS\n"
        "import app.__main__\n"
        "for name in COMMANDS: import_module('app.commands.' + name.replace('-', '_'))\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'app.personal', 'app.ui'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_notebook_called_like_a_command_is_reached_by_its_path():
    """The first word decides; `--lang fr` before it is no word of its own."""
    assert _command_in(["--lang", "fr", "check", "x"]) == 2
    assert _command_in(["check"]) == 0
    assert _command_in(["./check"]) is None
    assert _command_in(["notebook", "check"]) is None
    assert _command_in(["--lang", "check"]) is None
    assert _command_in([]) is None


def test_the_language_of_commands(monkeypatch, tmp_path):
    """What is said, then the settings, then the computer, then French."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert language_of(["check", "--lang", "en"]).code == "en"
    assert language_of(["--lang=en"]).code == "en"
    (tmp_path / "carnet").mkdir()
    (tmp_path / "carnet" / "settings.json").write_text('{"language": "en"}')
    assert language_of([]).code == "en"
    assert language_of(["--lang", "fr"]).code == "fr"
    assert language_of(["--lang", "xx"]).code == "en"


def test_what_nobody_foresaw_is_one_sentence(folder, notebook, phrase_file, monkeypatch, tmp_path):
    """A defect shows a sentence, answers 1 and leaves its place, not anybody's words, in the log."""
    builders.kept_student(notebook, family_name="Kanarivogel")
    notebook.history._engine.run("DROP TABLE paper")
    notebook.close()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    ran = carnet("check", folder, "--passphrase-file", phrase_file)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Something unexpected happened")
    assert ran.err.count("\n") == 1
    logged = paths.log_file().read_text()
    assert "OperationalError" in logged
    assert "app.storage.history" in logged
    assert "Kanarivogel" not in logged
    assert PHRASE not in logged


def test_an_interruption_is_quiet(folder, tmp_path):
    """Ctrl+C stops without a word, here while the phrase is awaited."""
    slow = tmp_path / "phrase"
    os.mkfifo(slow)
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "check", str(folder), "--passphrase-file", str(slow)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
        # whoever starts the tests in the background would have it deaf to the key
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    with slow.open("w"):  # opens once the program reads from it
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 130


def test_where_nobody_can_type_unseen_nobody_is_asked(folder):
    """Without a terminal the phrase is not asked for in clear, and nothing of Python's is on the screen."""
    ran = subprocess.run(
        [sys.executable, "-m", "app", "check", str(folder), "--lang", "en"],
        input=PHRASE + "\n", capture_output=True, encoding="utf-8", cwd=ROOT, start_new_session=True,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (1, "")
    assert (
        ran.stderr == "No passphrase was given. Type it when asked, or name a file with --passphrase-file.\n"
    )


def test_one_of_two_is_named_as_such(folder):
    """What excludes each other is not asked for together."""
    ran = carnet("print", folder, "--form", "f4-referral", "-o", "x.pdf")
    assert ran.code == 2
    assert ran.err.endswith("Still missing: --record | --blank.\n")
