"""Back in with the recovery sheet, and a new phrase from then on."""

from pathlib import Path

from app.security.recovery_code import read_code
from app.security.recovery_slot import open_with_code
from app.storage.notebook import Notebook, read_keys


def try_recovery_code(*, folder: Path, typed: str) -> bytes:
    """The code behind what was typed, once it is known to open this notebook; nothing is written.

    CodeMistyped, WrongCode, NoRecoverySheet, or what is wrong with the folder.
    """
    code = read_code(typed)
    open_with_code(read_keys(folder), code=code).clear()
    return code


def recover_notebook(*, folder: Path, code: bytes, passphrase: str) -> Notebook:
    """The open notebook; its former phrase is forgotten, `passphrase` opens it from now on.

    KeysNotWritten when the new phrase could not be kept: the notebook then stays shut.
    """
    notebook = Notebook.recover(folder, code=code, passphrase=passphrase)
    notebook.audit.add_when_possible("recovered")
    return notebook
