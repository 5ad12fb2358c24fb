"""Thousands of packages spoilt by chance: none taken that nobody signed, none crashing, none slow."""

from pathlib import Path

import msgspec
import pytest

from app.actions.cards.own_card import own_card
from app.actions.receipts.open_acknowledgement import open_acknowledgement
from app.actions.receiving.open_package import judged_package
from app.actions.receiving.receive_package import receive_package
from app.errors import CarnetError
from app.exchange.package.reader import Package
from app.frameworks.library import Library
from app.models.correspondent import Correspondent
from app.models.record import new_id
from tests.exchange.package import fuzzing, hostile
from tests.exchange.pair import Pair


def test_five_thousand(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str], record_property
) -> None:
    """Sealed, as text, unsigned, signed by somebody known; the seed is told, the faulty one is kept."""
    seed = fuzzing.seed()
    record_property("seed", seed)
    with capsys.disabled():
        print(f"\nfuzz of packages: {fuzzing.SEED}={seed}")
    said = fuzzing.run(range(seed, seed + 5_000), library=library, found=tmp_path)
    assert sum(said.values()) >= 5_000
    # every way of being wrong is met, and so is the way of being right
    assert {"sound", "NotAPackage", "PackageDamaged", "PackageNotSigned", "SignatureMissing"} <= said.keys()


def test_what_is_sound_is_sound(library: Library) -> None:
    """The packages the others are made from are taken whole, in both ways of writing."""
    for as_text in (True, False):
        package = hostile.read(hostile.sealed(hostile.sound(), as_text=as_text))
        assert isinstance(package, Package)
        assert set(hostile.judged(package, library)) == {""}


@pytest.mark.parametrize("path", hostile.corpus(), ids=lambda path: path.stem)
def test_what_once_went_wrong_does_not_any_more(path: Path, library: Library) -> None:
    """Refused in words, or read and judged record by record."""
    answer = hostile.read(hostile.kept(path))
    if isinstance(answer, Package):
        assert any(hostile.judged(answer, library))
    else:
        assert type(answer).__name__ == path.stem.split("-")[-1]


def test_the_corpus_is_there() -> None:
    """It only grows."""
    assert len(hostile.corpus()) >= 12


def in_a_row_of_its_own(package: Package) -> Package:
    """Otherwise all but the first would be refused as a row that goes on in two places."""
    header = msgspec.structs.replace(package.header, stream_id=new_id(), package_id=new_id())
    return msgspec.structs.replace(package, header=header, header_hash=new_id() + new_id())


def test_a_hostile_hand_leaves_the_notebook_whole(pair: Pair) -> None:
    """Packages signed by a sender one trusts, spoilt by chance, are looked at and taken: never a crash."""
    unit, seed = pair.unit, fuzzing.seed()
    with unit.change():
        unit.correspondents.save(
            Correspondent(
                card_id="1" * 32, name="Claire Aubrin", unit=unit.units.own().name, role="unit",
                sign_key=hostile.header()["sender"]["sign_key"],
                seal_key=hostile.header()["sender"]["seal_key"], state="compared",
            )
        )  # fmt: skip
    own_key, taken = own_card(unit).sign_key, 0
    for number in range(seed, seed + 300):
        package = hostile.read(hostile.case(number).content)
        if not isinstance(package, Package):
            continue
        package = in_a_row_of_its_own(package)
        try:
            opened = judged_package(unit, library=pair.library, package=package, own_key=own_key)
            if opened.header.kind == "acknowledgement":
                open_acknowledgement(unit, opened=opened)
            else:
                answers = {one.line.id: True for one in opened.offers}
                receive_package(unit, library=pair.library, opened=opened, answers=answers)
            taken += 1
        except CarnetError:
            continue
        except Exception as error:
            raise AssertionError(f"package {number}") from error
    assert taken > 15
    assert unit.damage() == []
    assert unit.correspondents.count() == 2
