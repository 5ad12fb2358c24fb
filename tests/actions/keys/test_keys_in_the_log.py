"""Every change of what opens the notebook is a line of its log."""

from pathlib import Path

from app.actions.keys.begin_recovery_sheet import begin_recovery_sheet
from app.actions.keys.change_vault_key import change_vault_key, note_changed_key
from app.actions.keys.keep_recovery_sheet import keep_recovery_sheet
from app.actions.keys.recover_notebook import recover_notebook
from app.actions.keys.remember_computer import forget_computer, remember_computer
from app.security.keychain import Keychain
from app.storage.notebook import Notebook
from tests.builders import PHRASE, TODAY
from tests.security import keychains
from tests.security.keychains import named

CHAIN = Keychain(backends=named(keychains.Faithful), limit=2)


def test_each_way_in_is_a_line_when_it_comes_and_goes(folder: Path) -> None:
    """Sheet, computer, recovery and key, in the order they happened; the log holds together."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    code, _ = begin_recovery_sheet(notebook, passphrase=PHRASE, today=TODAY)
    keep_recovery_sheet(notebook, passphrase=PHRASE, code=code)
    remember_computer(notebook, passphrase=PHRASE, keychain=CHAIN)
    forget_computer(notebook, keychain=CHAIN)
    notebook.close()
    recover_notebook(folder=folder, code=code, passphrase=PHRASE).close()
    change_vault_key(folder=folder, passphrase=PHRASE)
    notebook = Notebook.open(folder, passphrase=PHRASE)
    note_changed_key(notebook)
    said = [line.what for line in reversed(notebook.audit.list()) if line.what not in {"created", "opened"}]
    assert said == ["sheet_made", "remembered", "forgotten", "recovered", "key_changed"]
    assert notebook.damage() == []
    notebook.close()
