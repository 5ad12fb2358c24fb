"""A recovery sheet: begun, kept, used."""

import hashlib
from pathlib import Path

import pytest

from app.actions.keys.begin_recovery_sheet import begin_recovery_sheet
from app.actions.keys.change_passphrase import change_passphrase
from app.actions.keys.keep_recovery_sheet import (
    has_recovery_sheet,
    keep_recovery_sheet,
    recovery_sheet_made,
)
from app.actions.keys.recover_notebook import recover_notebook, try_recovery_code
from app.actions.look_at_today import look_at_today
from app.errors import CodeMistyped, KeysNotWritten, NoRecoverySheet, WrongCode, WrongPassphrase
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests.builders import PHRASE, TODAY

OTHER = "cinq tasses bleues au grenier"


def test_a_sheet_that_was_only_begun_opens_nothing(notebook: Notebook, folder: Path) -> None:
    """Before its proof nothing is written: a sheet left in the printer is a piece of paper."""
    before = (folder / "keys.json").read_bytes()
    _, sheet = begin_recovery_sheet(notebook, passphrase=PHRASE, today=TODAY)
    assert (folder / "keys.json").read_bytes() == before
    assert recovery_sheet_made(notebook) is None
    with pytest.raises(NoRecoverySheet):
        try_recovery_code(folder=folder, typed=" ".join(sheet.groups))


def test_the_sheet_opens_and_asks_for_a_new_phrase(folder: Path) -> None:
    """Phrase lost, sheet at hand: the notebook opens whole, with the new phrase from then on."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    code, sheet = begin_recovery_sheet(notebook, passphrase=PHRASE, today=TODAY)
    assert sheet.notebook == notebook.vault_id[:8]
    changes = keep_recovery_sheet(notebook, passphrase=PHRASE, code=code)
    assert changes.touches("recovery")
    notebook.close()
    before = _hashes(folder)
    found = try_recovery_code(folder=folder, typed="".join(sheet.groups).lower())
    assert found == code
    assert _hashes(folder) == before  # nothing was touched
    salts = _salts(folder)
    opened = recover_notebook(folder=folder, code=found, passphrase=OTHER)
    assert opened.author.name == "Claire Aubrin"
    opened.close()
    assert _salts(folder) == salts  # the same databases, one line of the log longer
    with pytest.raises(WrongPassphrase):
        Notebook.open(folder, passphrase=PHRASE)
    Notebook.open(folder, passphrase=OTHER).close()
    assert (
        try_recovery_code(folder=folder, typed=" ".join(sheet.groups)) == code
    )  # the sheet goes on counting


def test_a_new_sheet_ends_the_former_one(notebook: Notebook, folder: Path) -> None:
    """The one in the wrong hands opens nothing any more."""
    kept = []
    for _ in range(2):
        code, sheet = begin_recovery_sheet(notebook, passphrase=PHRASE, today=TODAY)
        keep_recovery_sheet(notebook, passphrase=PHRASE, code=code)
        kept.append(" ".join(sheet.groups))
    with pytest.raises(WrongCode):
        try_recovery_code(folder=folder, typed=kept[0])
    try_recovery_code(folder=folder, typed=kept[1])


def test_a_change_of_phrase_leaves_the_sheet(notebook: Notebook, folder: Path) -> None:
    """Sheet and phrase are two ways in."""
    code, sheet = begin_recovery_sheet(notebook, passphrase=PHRASE, today=TODAY)
    keep_recovery_sheet(notebook, passphrase=PHRASE, code=code)
    change_passphrase(notebook, old=PHRASE, new=OTHER)
    assert try_recovery_code(folder=folder, typed=" ".join(sheet.groups)) == code


def test_nobody_makes_a_sheet_in_passing(notebook: Notebook, folder: Path) -> None:
    """At an unlocked computer one needs the phrase for it, at the beginning and at the end."""
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(WrongPassphrase):
        begin_recovery_sheet(notebook, passphrase=OTHER, today=TODAY)
    with pytest.raises(WrongPassphrase):
        keep_recovery_sheet(notebook, passphrase=OTHER, code=bytes(20))
    assert (folder / "keys.json").read_bytes() == before


def test_a_slip_is_not_a_wrong_code(folder: Path) -> None:
    """A typing error is told before anything is tried."""
    with pytest.raises(CodeMistyped):
        try_recovery_code(folder=folder, typed="01230 4567M")


def test_where_the_new_phrase_cannot_be_kept_nothing_opens(folder: Path) -> None:
    """Nobody goes on working in a notebook whose phrase exists nowhere; the sheet stays valid."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    code, _ = begin_recovery_sheet(notebook, passphrase=PHRASE, today=TODAY)
    keep_recovery_sheet(notebook, passphrase=PHRASE, code=code)
    notebook.close()
    (folder / "keys.json.bak").mkdir()  # the former keys cannot be put beside the new ones
    (folder / "keys.json.bak" / "in the way").touch()
    with pytest.raises(KeysNotWritten):
        recover_notebook(folder=folder, code=code, passphrase=OTHER)
    Notebook.open(folder, passphrase=PHRASE).close()  # and the lock was given back


def test_today_asks_for_a_sheet_until_there_is_one(notebook: Notebook, library: Library) -> None:
    """One line, gone once a sheet was proved."""
    assert not look_at_today(notebook, library=library, day=TODAY).recovery_sheet
    code, _ = begin_recovery_sheet(notebook, passphrase=PHRASE, today=TODAY)
    keep_recovery_sheet(notebook, passphrase=PHRASE, code=code)
    assert look_at_today(notebook, library=library, day=TODAY).recovery_sheet


def test_keys_that_cannot_be_read_do_not_nag(notebook: Notebook, folder: Path) -> None:
    """A missing key file is told where it matters, not as a missing sheet."""
    (folder / "keys.json").unlink()
    assert has_recovery_sheet(notebook)


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.db")}


def _salts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes()[:16] for path in sorted(folder.glob("*.db"))}
