"""A package of every format version ever shipped is read for ever."""

import re
from pathlib import Path

import pytest

from app.actions.cards.accept_card import accept_card
from app.actions.cards.open_card import open_card
from app.actions.receiving.open_package import judged_package
from app.actions.receiving.receive_package import receive_package
from app.exchange import card_file
from app.exchange.package.lines import VERSION, WITHOUT_FILES
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests.exchange.reading import read_here

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("package-*"))
each = pytest.mark.parametrize("sample", SAMPLES, ids=lambda folder: folder.name)


def key(sample: Path, name: str) -> str:
    """The key its README gives."""
    found = re.search(rf"^The key {name} reads with: +(\S+)$", (sample / "README").read_text("utf-8"), re.M)
    assert found is not None
    return found[1]


def test_every_version_has_its_sample() -> None:
    """No format version is shipped without a package that remembers it."""
    assert [folder.name for folder in SAMPLES] == [f"package-{n}" for n in range(1, VERSION + 1)]


@each
def test_an_old_package_comes_in(sample: Path, notebook: Notebook, library: Library) -> None:
    """With the unit's key and the sender's card, everything in it is taken over and says what it said."""
    card = open_card(notebook, path=sample / "practitioner.carnet-card").card
    accept_card(notebook, card=card, compared_how="face")
    unit = card_file.read((sample / "unit.carnet-card").read_bytes())
    own = card_file.card_fingerprint(sign_key=unit.sign_key, seal_key=unit.seal_key).hex()
    with (sample / "package.age").open("rb") as untrusted:
        package = read_here(untrusted=untrusted, seal_secret=key(sample, "Marc"), own_fingerprint=own)
    brings_files = package.header.version > WITHOUT_FILES
    assert {record.kind for record in package.records} == {
        "partner", "student", "case", "interview", "plan", "referral",
        *(["attachment"] if brings_files else []),
    }  # fmt: skip
    opened = judged_package(notebook, library=library, package=package, own_key="")
    assert receive_package(notebook, library=library, opened=opened).counts == {"new": 6 + brings_files}
    kept = [(one.name, notebook.attachments.content(one)[:5]) for one in notebook.attachments.list()]
    assert kept == [("certificat.pdf", b"%PDF-")] * brings_files
    (student,) = notebook.students.list()
    assert (student.name, student.class_name) == ("Inês Da Costa", "5G2")
    said = {
        answer.question: answer.value
        for kind in ("interview", "plan", "referral")
        for record in notebook.sheets(kind).list()
        for answer in notebook.sheets(kind).answers(record.id)
        if answer.row == 0
    }
    assert said["conclusion"] == "À revoir en janvier."
    assert said["reason"] == "Un lieu d’écoute hors de l’école."
    assert said["alternatives"]["training"] == "Apprentissage de menuisier"
    assert notebook.damage() == []


@each
def test_an_old_receipt_is_read(sample: Path) -> None:
    """It names the package it is about."""
    ours = card_file.read((sample / "practitioner.carnet-card").read_bytes())
    unit = card_file.read((sample / "unit.carnet-card").read_bytes())
    found = {}
    for name, reader, owner in (("package", "Marc", unit), ("receipt", "Claire", ours)):
        with (sample / f"{name}.age").open("rb") as untrusted:
            found[name] = read_here(
                untrusted=untrusted, seal_secret=key(sample, reader),
                own_fingerprint=card_file.card_fingerprint(
                    sign_key=owner.sign_key, seal_key=owner.seal_key
                ).hex(),
            )  # fmt: skip
    (receipt,) = found["receipt"].receipts
    assert receipt.package_id == found["package"].header.package_id
    assert set(receipt.records) == {record.id for record in found["package"].records}
