"""Put a paper where the person wants it."""

from pathlib import Path

from app import whole_file
from app.errors import FileNotWritten


def save_paper(*, pdf: bytes, path: Path) -> None:
    """Write the file whole or not at all; FileNotWritten."""
    try:
        whole_file.write(path=path, content=pdf)
    except OSError as error:
        raise FileNotWritten from error
