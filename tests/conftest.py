"""One small notebook made once and copied for every test that needs an open one."""

import compileall
import gc
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from logging import FileHandler
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from app import log, paths
from app.frameworks.library import Library
from app.i18n import Locale
from app.security.passphrase import FLOOR
from app.security.slots import open_keys
from app.security.vault_key import VaultKey
from app.storage import pragmas
from app.storage.lock import NotebookLock
from app.storage.notebook import Notebook, read_keys
from app.ui.litter import clear
from tests import builders, sparing
from tests.exchange.pair import Made, Pair, make, two_notebooks

PHRASE = builders.PHRASE
settings.register_profile(  # a busy computer is no failure
    "carnet", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("carnet")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no window opens on anybody's screen
_ALL_TESTS = "of-all-tests.log"  # of those without a folder of their own; judged at the end
_MEMORY, _ROOM = Path("/dev/shm"), 4 << 30


def pytest_configure(config: pytest.Config) -> None:
    """In memory where there is room: a whole run makes thousands of notebooks, each write synced."""
    sparing.spare()
    if config.getoption("numprocesses", None) and "TMPDIR" not in os.environ:
        with suppress(OSError):
            if shutil.disk_usage(_MEMORY).free > _ROOM:
                os.environ["TMPDIR"] = str(_MEMORY)
                tempfile.tempdir = None


def pytest_sessionstart(session: pytest.Session) -> None:
    """Programs that tests start find the bytecode ready: none has to make it, none is seen writing it."""
    if not hasattr(session.config, "workerinput"):
        compileall.compile_dir(Path(paths.__file__).parent, quiet=1)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Some tests have a folder of their own for the log, which goes with them: judged while it is there."""
    yield
    files = [Path(each.baseFilename) for each in log._logger.handlers if isinstance(each, FileHandler)]
    own = [path for file in files if file.name != _ALL_TESTS for path in file.parent.glob(f"{file.name}*")]
    assert told_in(own) == []


def told_in_logs(home: Path) -> list[str]:
    """Names, phrases and what looks like a key, in any log under this folder."""
    return told_in(path for path in home.rglob("*.log*") if path.is_file())


def told_in(logs: Iterable[Path]) -> list[str]:
    """The same in these files."""
    secret = re.compile(rb"[0-9a-fA-F]{32}|Da Costa|Aubrin|Feller|Tilleuls|" + PHRASE.encode())
    return [f"{path.name}: {found!r}" for path in logs for found in secret.findall(path.read_bytes())]


@pytest.fixture(scope="session", autouse=True)
def own_computer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, log and notebooks of whoever runs the tests are neither read nor written."""
    home = tmp_path_factory.mktemp("home")
    file = home / _ALL_TESTS
    with pytest.MonkeyPatch.context() as environment:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
            environment.setenv(name, str(home))
        log.configure(file=file)
        yield
        assert told_in_logs(home) == []


@pytest.fixture
def wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is freed is wiped, as in the program."""
    monkeypatch.setattr(pragmas, "FREED_MEMORY", sparing.WIPED)


@pytest.fixture(autouse=True)
def litter() -> Iterator[None]:
    """As in the program: nothing is cleared away in the middle of painting."""
    gc.disable()
    yield
    clear()


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
    """A closed notebook with its author, its unit and its school in it; never written to."""
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


@pytest.fixture(scope="session")
def vault_key(empty_folder: Path) -> bytes:
    """The key PHRASE gives, found once: each derivation takes a fifth of a second."""
    return bytes(open_keys(read_keys(empty_folder), passphrase=PHRASE).content)


@pytest.fixture
def notebook(folder: Path, vault_key: bytes) -> Iterator[Notebook]:
    """An open notebook of the test's own: Luxembourg, SePAS, written by Claire Aubrin."""
    keys, lock = read_keys(folder), NotebookLock(folder)
    lock.acquire()
    key = VaultKey(key=vault_key, vault_id=keys.vault_id, epoch=keys.epoch)
    opened = Notebook._opened(folder, keys.vault_id, key, lock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def made_pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, Made]:
    """A practitioner's notebook and a unit's, closed; never written to."""
    folder = tmp_path_factory.mktemp("made-pair")
    return (
        make(folder / "ours", role="practitioner", name="Claire Aubrin"),
        make(folder / "unit", role="unit", name="Marc Feller"),
    )


@pytest.fixture
def pair(made_pair: tuple[Made, Made], library: Library, tmp_path: Path) -> Iterator[Pair]:
    """Both open, each with the other's card compared."""
    with two_notebooks(*made_pair, library, tmp_path / "pair") as opened:
        yield opened


@pytest.fixture
def pair_with_case(pair: Pair) -> Pair:
    """And one student with an interview whose conclusion may travel."""
    student = builders.kept_student(pair.ours)
    said = {"conclusion": "À revoir en janvier.", "demand": "« Je n’ose plus prendre le bus. »"}
    builders.finished(pair.ours, pair.library, student_id=student.id, values=said)
    return pair
