"""A journal that lies beside the notebook: rolled back when it is ours, never mistaken, never harmful."""

import shutil
from pathlib import Path

import pytest

from app.errors import CarnetError
from app.security.passphrase import FLOOR
from app.storage.notebook import NOTEBOOK, Notebook
from tests import builders
from tests.builders import PHRASE

JOURNAL = NOTEBOOK + "-journal"


def interrupted(folder: Path, to: Path, street: str) -> Path:
    """The notebook as a power cut leaves it: half a change in the file, the way back in the journal."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    engine = notebook.history._engine
    engine.run("PRAGMA cache_spill = ON")
    engine.run("PRAGMA cache_size = 1")
    try:
        with notebook.change():
            for number in range(40):
                notebook.partners.save(builders.partner(service=f"Service {number}", street=street * 3000))
            assert (folder / JOURNAL).stat().st_size > 4096
            cut = Path(shutil.copytree(folder, to))
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        notebook.close()
    (cut / "notebook.open").unlink()
    return cut


def partners(folder: Path) -> list[str] | str:
    """The directory, or why the notebook is not shown; whatever opens has to be whole."""
    try:
        notebook = Notebook.open(folder, passphrase=PHRASE)
    except CarnetError as failure:
        return type(failure).__name__
    try:
        assert notebook.damage() == []
        return [partner.service for partner in notebook.partners.list()]
    finally:
        notebook.close()


@pytest.fixture
def written(folder: Path) -> Path:
    """A closed notebook with one partner."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    with notebook.change():
        notebook.partners.save(builders.partner(service="Le phare"))
    notebook.close()
    return folder


def test_an_unfinished_change_is_rolled_back(written: Path, tmp_path: Path) -> None:
    """After the cut, what was there before it is there, and of the half change nothing."""
    cut = interrupted(written, tmp_path / "cut", "x")
    assert partners(cut) == ["Le phare"]
    assert not (cut / JOURNAL).exists()


def test_without_its_journal_half_a_change_is_not_shown(written: Path, tmp_path: Path) -> None:
    """Somebody tidied the journal away: the notebook is called damaged, or it is whole."""
    cut = interrupted(written, tmp_path / "cut", "x")
    (cut / JOURNAL).unlink()
    notebook = None
    try:
        notebook = Notebook.open(cut, passphrase=PHRASE)
        assert notebook.damage() or notebook.partners.count() == 1
    except CarnetError:
        pass
    finally:
        if notebook is not None:
            notebook.close()


def test_the_journal_of_another_notebook_does_nothing(written: Path, tmp_path: Path) -> None:
    """A journal that is not ours is never played into our file without being noticed."""
    other = tmp_path / "other"
    Notebook.create(
        other, passphrase=PHRASE, role="practitioner", unit=builders.unit(),
        practitioner=builders.practitioner(), cost=FLOOR,
    ).close()  # fmt: skip
    foreign = interrupted(other, tmp_path / "foreign", "y") / JOURNAL
    shutil.copy2(foreign, written / JOURNAL)
    assert partners_or_damage(written) in (["Le phare"], "noticed")


def test_a_stale_journal_leaves_one_whole_state(written: Path, tmp_path: Path) -> None:
    """A journal of last week put back beside today's file: today's, last week's, or noticed; no mixture.

    Whoever can write to the folder can put back an older state, this way as by replacing the file.
    """
    stale = interrupted(written, tmp_path / "cut", "x") / JOURNAL
    notebook = Notebook.open(written, passphrase=PHRASE)
    with notebook.change():
        for number in range(30):
            notebook.partners.save(builders.partner(service=f"Nouveau {number}"))
    today = [partner.service for partner in notebook.partners.list()]
    notebook.close()
    shutil.copy2(stale, written / JOURNAL)
    assert partners_or_damage(written) in (today, ["Le phare"], "noticed")


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 4096, b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 1000, b"x" * 100]
)
def test_a_journal_of_rubbish_does_nothing(written: Path, content: bytes) -> None:
    """Whatever lies there under that name, the notebook opens whole."""
    (written / JOURNAL).write_bytes(content)
    assert partners(written) == ["Le phare"]


def partners_or_damage(folder: Path) -> list[str] | str:
    """The directory if the notebook says it is whole; otherwise that something was noticed."""
    try:
        notebook = Notebook.open(folder, passphrase=PHRASE)
    except CarnetError:
        return "noticed"
    try:
        if notebook.damage():
            return "noticed"
        return [partner.service for partner in notebook.partners.list()]
    finally:
        notebook.close()
