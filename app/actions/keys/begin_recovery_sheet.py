"""A new recovery code, for somebody who knows the phrase; it opens nothing before its sheet is proved."""

from datetime import date

from app.documents.recovery_subject import RecoverySheet
from app.security.recovery_code import groups, new_code
from app.security.slots import open_keys
from app.storage.notebook import Notebook, read_keys


def begin_recovery_sheet(notebook: Notebook, *, passphrase: str, today: date) -> tuple[bytes, RecoverySheet]:
    """The code and what is printed of it; WrongPassphrase, MemoryShort. Nothing is written."""
    open_keys(read_keys(notebook.folder), passphrase=passphrase).clear()
    code = new_code()
    return code, RecoverySheet(groups=groups(code), notebook=notebook.vault_id[:8], day=today)
