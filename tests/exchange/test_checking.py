"""A package is checked apart, with limits, so that a hostile one is felt nowhere."""

import multiprocessing
import os
from pathlib import Path

import pytest

from app.errors import CarnetError, NotAPackage, NotForUs, PackageDamaged, PackageNotSigned, PackageTooLarge
from app.exchange import checking
from app.exchange.checking import check_package
from app.security.seal import new_sealing_key, public_sealing_key
from app.security.signature import new_signing_key
from app.storage.spools import PREFIX
from tests.exchange.letter import Letter
from tests.exchange.pair import Pair


def check(pair: Pair, path: Path):
    """What the unit finds in the file."""
    return check_package(
        path=path, seal_secret=pair.unit.identity.seal_secret, own_fingerprint=pair.own(pair.unit).hex(),
        spool=pair.unit.spools.new(),
    )  # fmt: skip


def waiting(pair: Pair) -> list[Path]:
    """What lies in the unit's folder of packages that are looked into."""
    return sorted(pair.unit.folder.glob(f"{PREFIX}*"))


def test_what_is_read_apart_is_what_is_read_here(pair_with_case: Pair) -> None:
    """The same header and the same lines come back, and no process stays behind."""
    sent = pair_with_case.hand_over()
    apart, here = check(pair_with_case, sent.path), pair_with_case.read(sent.path)
    assert (apart.header, apart.header_hash) == (here.header, here.header_hash)
    assert list(apart.records) == list(here.records) != []
    assert multiprocessing.active_children() == []
    del apart
    assert waiting(pair_with_case) == []


def test_every_refusal_comes_back_as_itself(pair: Pair) -> None:
    """For somebody else, not signed, no package, cut, gone: the sentence is the right one."""

    def failure(path: Path) -> type[CarnetError]:
        with pytest.raises(CarnetError) as caught:
            check(pair, path)
        return caught.type

    other, forged, cut = Letter(pair), Letter(pair), Letter(pair)
    other.to = [public_sealing_key(new_sealing_key())]
    forged.secret = new_signing_key()
    assert failure(other.put(pair.stick)) is NotForUs
    assert failure(forged.put(pair.stick)) is PackageNotSigned
    path = cut.put(pair.stick)
    path.write_bytes(path.read_bytes()[:-1])
    assert failure(path) is PackageDamaged
    path.write_bytes(b"carnet")
    assert failure(path) is NotAPackage
    path.unlink()
    assert failure(path) is PackageDamaged


def test_a_package_that_eats_all_memory_is_stopped(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond its share of memory the process ends, this one goes on."""
    monkeypatch.setattr(checking, "_limits", lambda: (60, 55 << 20))
    assert len(check(pair, Letter(pair).put(pair.stick)).records) == 1
    letter = Letter(pair)
    letter.records = [letter.record("student", {"family_name": [[]] * 300_000})]
    path = letter.put(pair.stick)
    with pytest.raises(PackageTooLarge):
        check(pair, path)
    assert waiting(pair) == []


def test_a_package_that_never_ends_is_stopped(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits longer than the limit; the process does not stay behind."""
    path = pair.stick / "no-end"
    os.mkfifo(path)  # as a drive that never answers
    monkeypatch.setattr(checking, "_limits", lambda: (0, 2 << 30))
    with pytest.raises(PackageTooLarge):
        check(pair, path)
    assert multiprocessing.active_children() == []
