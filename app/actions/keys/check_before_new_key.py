"""Whether phrase and code are right, before the notebook is closed for the change of its key."""

from app.security.recovery_code import read_code
from app.security.recovery_slot import open_with_code
from app.security.slots import open_keys
from app.storage.notebook import Notebook, read_keys


def check_before_new_key(notebook: Notebook, *, passphrase: str, typed_code: str) -> bytes | None:
    """The code that was typed, None where nothing was; CodeMistyped, WrongCode, WrongPassphrase."""
    keys = read_keys(notebook.folder)
    code = read_code(typed_code) if typed_code.strip() else None
    if code is not None:
        open_with_code(keys, code=code).clear()
    open_keys(keys, passphrase=passphrase).clear()
    return code


def key_number(notebook: Notebook) -> int:
    """How many keys this notebook has had, the present one counted."""
    return read_keys(notebook.folder).current.epoch
