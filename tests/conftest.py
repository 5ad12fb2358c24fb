"""One small notebook made once and copied for every test that needs an open one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import paths
from app.frameworks.library import Library
from app.i18n import Locale
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from tests import builders

PHRASE = builders.PHRASE


@pytest.fixture(scope="session")
def library() -> Library:
    """The forms, lists and services that are shipped."""
    return Library.load(paths.resources())


@pytest.fixture(scope="session")
def locale_fr() -> Locale:
    """French, for papers and sentences."""
    return Locale("fr")


@pytest.fixture(scope="session")
def locale_en() -> Locale:
    """English, the language of the sources."""
    return Locale("en")


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed notebook with its author and its unit in it and nobody else; never written to."""
    folder = tmp_path_factory.mktemp("made-once") / "notebook"
    notebook = Notebook.create(
        folder,
        passphrase=PHRASE,
        role="practitioner",
        unit=builders.unit(),
        practitioner=builders.practitioner(),
        cost=FLOOR,
    )
    with notebook.change():
        notebook.schools.save(builders.school())
    notebook.close()
    return folder


@pytest.fixture
def folder(empty_folder: Path, tmp_path: Path) -> Path:
    """A closed notebook of the test's own; PHRASE opens it."""
    return Path(shutil.copytree(empty_folder, tmp_path / "notebook"))


@pytest.fixture
def notebook(folder: Path) -> Iterator[Notebook]:
    """An open notebook of the test's own: Luxembourg, SePAS, written by Claire Aubrin."""
    opened = Notebook.open(folder, passphrase=PHRASE)
    yield opened
    opened.close()
