"""A package read in this very process, its lines in a folder of the run's own."""

import tempfile
from functools import cache
from pathlib import Path
from typing import BinaryIO

from app.exchange.package.reader import Package, read_package
from app.storage.spools import Spools


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="carnet-spools-")


def read_here(*, untrusted: BinaryIO, seal_secret: str, own_fingerprint: str) -> Package:
    """As the process apart does it; what waits is gone when nobody holds the package any more."""
    spool = Spools(Path(_folder().name)).new()
    try:
        return read_package(
            untrusted=untrusted, seal_secret=seal_secret, own_fingerprint=own_fingerprint, spool=spool
        )
    except BaseException:
        spool.close()
        raise
