"""The open notebook: it opens, closes and transacts; everything else stands on its shelves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from app.errors import (
    CarnetError,
    KeysMissing,
    NotANotebook,
    NotebookDamaged,
    NotebookMissing,
    NotebookUnreadable,
)
from app.models.identity import Identity
from app.models.practitioner import Practitioner
from app.models.unit import Unit
from app.security import held, key_file
from app.security.derive import Use, derive_key
from app.security.device_slot import without_expired
from app.security.passphrase import Cost
from app.security.recovery_slot import open_with_code
from app.security.slots import KeyFile, create_keys, open_keys, renew_phrase
from app.security.vault_key import VaultKey
from app.storage.advice import AdviceShelf
from app.storage.agreements import Agreements
from app.storage.attachments import Attachments
from app.storage.audit import Audit
from app.storage.before_migration import Unopened, copy_before_migration
from app.storage.cases import Cases
from app.storage.cautions import Cautions
from app.storage.change import Change
from app.storage.correspondents import Correspondents
from app.storage.disclosures import Disclosures
from app.storage.drafts import Drafts
from app.storage.engine import Engine
from app.storage.enrolments import Enrolments
from app.storage.erasures import Erasures
from app.storage.form_shelf import FormShelf
from app.storage.guardians import Guardians
from app.storage.history import History
from app.storage.identities import Identities
from app.storage.interviews import Interviews
from app.storage.lock import NotebookLock
from app.storage.migrate import migrate, missing_steps
from app.storage.new_files import create_notebook_file, create_personal_file, new_folder
from app.storage.new_key import FILES, finish_change
from app.storage.open_engines import stop_all
from app.storage.papers import Papers
from app.storage.partners import Partners
from app.storage.plans import Plans
from app.storage.practitioners import Practitioners
from app.storage.preferences import Preferences
from app.storage.professionals import Professionals
from app.storage.referrals import Referrals
from app.storage.requests import Requests
from app.storage.reserve import Reserve
from app.storage.residents import Residents
from app.storage.schools import Schools
from app.storage.search import Search
from app.storage.sent_papers import SentPapers
from app.storage.shelf import Core, Shelf
from app.storage.siblings import Siblings
from app.storage.spools import Spools
from app.storage.structure_check import StructureCheck
from app.storage.students import Students
from app.storage.tasks import Tasks
from app.storage.transfers import Transfers
from app.storage.units import Units

NOTEBOOK, PERSONAL, KEYS = "notebook.db", "personal.db", "keys.json"


class Notebook:
    """One open notebook. Make one with `create` or `open`."""

    def __init__(
        self, folder: Path, vault_id: str, key: VaultKey, engine: Engine, lock: NotebookLock
    ) -> None:
        self.folder = folder
        self.vault_id = vault_id
        self._key = key
        self._engine = engine
        self._lock = lock
        row = engine.row("SELECT vault_id, role, framework, author_id, demonstration FROM notebook")
        if row is None or row[0] != vault_id:
            raise NotebookDamaged
        self.role, self.framework, self.author_id = str(row[1]), str(row[2]), str(row[3])
        self.is_demonstration = bool(row[4])
        self._reader = Engine.open(folder / NOTEBOOK, self._derived("notebook"), read_only=True)
        self.history = History(engine, self.author_id)
        self._core = Core(engine, self.history)
        self.students = Students(self._core)
        self.enrolments = Enrolments(self._core)
        self.guardians = Guardians(self._core)
        self.siblings = Siblings(self._core)
        self.residents = Residents(self._core)
        self.professionals = Professionals(self._core)
        self.cautions = Cautions(self._core)
        self.agreements = Agreements(self._core)
        self.cases = Cases(self._core)
        self.interviews = Interviews(self._core)
        self.referrals = Referrals(self._core)
        self.papers = Papers(self._core)
        self.plans = Plans(self._core)
        self.requests, self.advice = Requests(self._core), AdviceShelf(self._core)
        self.tasks = Tasks(self._core)
        self.partners = Partners(self._core)
        self.practitioners = Practitioners(self._core)
        self.schools = Schools(self._core)
        self.units = Units(self._core)
        self.attachments = Attachments(self._core)
        self.correspondents = Correspondents(self._core)
        self.transfers = Transfers(self._core)
        self.audit = Audit(engine, self.author_id)
        self._identities = Identities(engine, self.audit)
        self.drafts = Drafts(engine)
        self.disclosures = Disclosures(engine)
        self.sent_papers = SentPapers(engine)
        self.erasures = Erasures(self._core, self.cases, self.audit)
        self.preferences = Preferences(engine)
        self.search = Search(engine, self._reader)
        self._structure_check: StructureCheck | None = None
        engine.when_held_up(self._make_way)
        engine.ask_first(change=lock.stand, anew=lock.renew, after=self._reader.open_anew)
        self.reserve, self.spools = Reserve(folder), Spools(folder)
        self.spools.sweep()

    def __repr__(self) -> str:
        return f"<Notebook {self.vault_id[:8]}>"

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        passphrase: str,
        role: str,
        unit: Unit,
        practitioner: Practitioner,
        cost: Cost | None = None,
        demonstration: bool = False,
    ) -> "Notebook":
        """Make a new notebook in an empty or new folder and open it; FolderNotEmpty otherwise.

        Without `cost` this machine is measured. When it fails nothing is left.
        """
        with new_folder(folder) as lock:
            keys, key = create_keys(passphrase=passphrase, cost=cost)
            key_file.write(folder / KEYS, keys)
            create_personal_file(folder / PERSONAL, derive_key(key, use="personal"), key.vault_id)
            create_notebook_file(
                folder / NOTEBOOK, key, role=role, framework=unit.framework, author_id=practitioner.id,
                demonstration=demonstration,
            )  # fmt: skip
            notebook = cls._opened(folder, keys.vault_id, key, lock)
            try:
                with notebook.change():
                    notebook.practitioners.save(practitioner)
                    notebook.units.save(unit)
                    notebook.audit.add("created")
            except BaseException:
                notebook.close()
                raise
        return notebook

    @classmethod
    def open(cls, folder: Path, *, passphrase: str, take_over: bool = False) -> "Notebook":
        """Open a notebook; each thing that can be wrong is an error of its own."""
        return cls.unlocked(folder, partial(open_keys, passphrase=passphrase), take_over=take_over)

    @classmethod
    def recover(cls, folder: Path, *, code: bytes, passphrase: str) -> "Notebook":
        """Open a notebook with the code of its recovery sheet; from now on `passphrase` opens it.

        The former phrase is forgotten, the sheet goes on counting. WrongCode, NoRecoverySheet.
        """
        notebook = cls.unlocked(folder, partial(open_with_code, code=code))
        try:
            renewed = renew_phrase(read_keys(folder), notebook._key, passphrase=passphrase)
            key_file.write(folder / KEYS, renewed)
        except BaseException:
            notebook.close()
            raise
        return notebook

    @classmethod
    def unlocked(
        cls, folder: Path, find_key: Callable[[KeyFile], VaultKey], *, take_over: bool = False
    ) -> "Notebook":
        """Open a notebook with the key that one way of opening finds in its key file.

        `take_over` opens one that another computer has left open, which a person has to decide.
        """
        read_keys(folder)
        lock = NotebookLock(folder)
        lock.acquire(take_over=take_over)
        try:
            keys = read_keys(folder)  # whoever held the lock may have changed the phrase
            key = find_key(keys)
            finish_change(folder, keys)
            notebook = cls._opened(folder, keys.vault_id, key, lock)
            key_file.settle(folder / KEYS, without_expired(keys, now=datetime.now(UTC)))
            return notebook
        except BaseException:
            lock.release()
            raise

    @contextmanager
    def change(self) -> Iterator[Change]:
        """One transaction: everything saved inside is written together or not at all.

        The Change says at the end what changed. A search that holds the commit back is stopped.
        """
        with self._engine.transaction():  # first, so that another thread waits for its turn
            outer = self._core.change
            if outer is not None:
                yield outer
                return
            self._core.change = Change()
            try:
                yield self._core.change
            finally:
                self._core.change = None

    def sheets(self, kind: str) -> FormShelf[Any]:
        """The shelf of a kind of sheet: "interview", "referral", "plan" or "paper"."""
        shelves: dict[str, FormShelf[Any]] = {
            "interview": self.interviews, "referral": self.referrals,
            "plan": self.plans, "paper": self.papers,
        }  # fmt: skip
        return shelves[kind]

    def shelf(self, kind: str) -> Shelf[Any]:
        """The shelf of any noun by its name."""
        return {shelf.kind: shelf for shelf in vars(self).values() if isinstance(shelf, Shelf)}[kind]

    @property
    def author(self) -> Practitioner:
        """Who writes in this notebook."""
        return self.practitioners.get(self.author_id)

    @property
    def identity(self) -> Identity:
        """The keys this notebook signs and receives with, made when first needed."""
        return self._identities.own()

    @property
    def lock(self) -> NotebookLock:
        """What keeps others out, for the other file of the notebook."""
        return self._lock

    def personal_file(self) -> tuple[Path, bytes]:
        """Where the personal notes lie and the key that opens them; for the window alone."""
        return self.folder / PERSONAL, self._derived("personal")

    def keys_of_files(self) -> dict[Path, bytes]:
        """The encrypted files of this notebook with their keys, for copying and checking."""
        return {self.folder / name: self._derived(use) for name, use in FILES.items()}

    @property
    def counted_file(self) -> Path:
        """The file whose rows are counted when it is copied; personal notes are read by nobody."""
        return self.folder / NOTEBOOK

    @property
    def is_awaited(self) -> bool:
        """Does somebody wait to write while the notebook is held still."""
        return self._engine.is_awaited

    @contextmanager
    def held_still(self, path: Path) -> Iterator[None]:
        """Nothing writes to this file of the notebook meanwhile, so that it can be copied."""
        if path.name == NOTEBOOK:
            with self._engine.quiet():
                yield
            return
        engine = Engine.open(path, self.keys_of_files()[path])
        try:
            with engine.transaction():
                yield
        finally:
            engine.close()

    def damage(self) -> list[str]:
        """Everything the full check complains about, as short codes; empty when all is well."""
        path, key = self.personal_file()
        return [
            *_complaints("notebook", self._engine.damage),
            *_complaints("journal", self.history.damage),
            *_complaints("audit", self.audit.damage),
            *_complaints("erasures", self.erasures.damage),
            *_complaints("search", self.search.damage),
            *_complaints("attachments", self.attachments.damage),
            *_complaints("papers", self.sent_papers.damage),
            *_complaints("personal", partial(_damage_of, path, key)),
        ]

    def structure_damage(self) -> list[str]:
        """What is wrong in the structure of the files; Interrupted once somebody writes, or when stopped.

        On connections of its own, so that nobody waits for it.
        """
        self._structure_check = check = StructureCheck(self.keys_of_files())
        try:
            return check.run()
        finally:
            self._structure_check = None

    def stop_structure_check(self) -> None:
        """From another thread; harmless when none runs. Said too early it is not heard."""
        if check := self._structure_check:
            check.stop()

    def _make_way(self) -> None:
        """A commit is held back: whoever reads stops."""
        self._reader.interrupt()
        self.stop_structure_check()

    def sealed(self, content: bytes) -> bytes:
        """Something no disk has taken yet, for whoever must hold it while the notebook is closed."""
        return held.seal(self._derived("held"), content)

    def unsealed(self, sealed: bytes) -> bytes:
        """What was sealed, once the notebook is open again; ValueError when it is another notebook's."""
        return held.unseal(self._derived("held"), sealed)

    def stop(self, thread: Thread | None = None) -> None:
        """Before closing in a hurry: what is at work, or one thread, ends with Stopped and is rolled back."""
        stop_all(thread)

    def close(self) -> None:
        """Close the files, forget the key, let others in."""
        self.spools.close()
        self._reader.close()
        self._engine.close()
        self._key.clear()
        self._lock.release()

    def _derived(self, use: Use) -> bytes:
        return derive_key(self._key, use=use)

    @classmethod
    def _opened(cls, folder: Path, vault_id: str, key: VaultKey, lock: NotebookLock) -> "Notebook":
        engine = Engine.open(folder / NOTEBOOK, derive_key(key, use="notebook"))
        try:
            if engine.row("SELECT 1 FROM sqlite_master WHERE name = 'notebook'") is None:
                raise NotebookDamaged
            if engine.row("SELECT vault_id FROM notebook") != (vault_id,):
                raise NotebookDamaged
            if missing_steps(engine):
                files = {folder / NOTEBOOK: derive_key(key, use="notebook"),
                         folder / PERSONAL: derive_key(key, use="personal")}  # fmt: skip
                copy_before_migration(Unopened(folder, vault_id, folder / NOTEBOOK, files))
                migrate(engine)
            notebook = cls(folder, vault_id, key, engine, lock)
            lock.sign()
            return notebook
        except BaseException:
            engine.close()
            raise


def read_keys(folder: Path) -> KeyFile:
    """The keys of a notebook folder; what is missing or unreadable is told apart."""
    try:
        if not folder.is_dir():
            raise NotANotebook
        names = {path.name for path in folder.iterdir()}
    except OSError as error:
        raise NotebookUnreadable from error
    if not names & {KEYS, NOTEBOOK}:
        raise NotANotebook
    if KEYS not in names and f"{KEYS}.bak" not in names:
        raise KeysMissing
    if NOTEBOOK not in names:
        raise NotebookMissing
    return key_file.read(folder / KEYS)


def _complaints(about: str, look: Callable[[], list[str]]) -> list[str]:
    try:
        return [f"{about}: {problem}" for problem in look()]
    except CarnetError as error:
        return [f"{about}: {type(error).__name__}"]


def _damage_of(path: Path, key: bytes) -> list[str]:
    engine = Engine.open(path, key, read_only=True)
    try:
        return engine.damage()
    finally:
        engine.close()
