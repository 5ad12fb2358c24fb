"""The bare cost: the same encrypted file through the driver alone, set as the notebook sets it."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

PRAGMAS = (
    "cipher_memory_security = ON", "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON",
    "secure_delete = ON", "temp_store = MEMORY", "cache_size = -16000", "synchronous = EXTRA",
    "journal_mode = DELETE",
)  # fmt: skip


def connect(path: Path, key: bytes) -> Any:
    """A connection that knows the key."""
    connection = driver.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection
