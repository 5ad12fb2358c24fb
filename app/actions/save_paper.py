"""Put a paper where the person wants it."""

import errno
from pathlib import Path

from app import whole_file
from app.errors import DiskFull, FileNotWritten


def save_paper(*, pdf: bytes, path: Path) -> None:
    """Write the file whole or not at all; DiskFull or FileNotWritten."""
    try:
        whole_file.write(path=path, content=pdf)
    except OSError as error:
        raise (DiskFull if error.errno == errno.ENOSPC else FileNotWritten) from error
