"""A practitioner's notebook and a unit's, each with the other's card compared, and what goes between."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.actions.receipts.open_acknowledgement import Acknowledged, open_acknowledgement
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.receiving.open_package import OpenedPackage, judged_package
from app.actions.receiving.receive_package import Received, receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import SentPackage, send_package
from app.exchange.card_file import card_fingerprint
from app.exchange.package.reader import Package
from app.frameworks.library import Library
from app.models.correspondent import Correspondent
from app.security.passphrase import FLOOR
from app.security.slots import open_keys
from app.security.vault_key import VaultKey
from app.storage.lock import NotebookLock
from app.storage.notebook import Notebook, read_keys
from tests import builders
from tests.exchange.reading import read_here

# what two notebooks exchange is in these; the rest of a notebook is bookkeeping of one side
CONTENT = (
    "student", "guardian", "caution", "resident", "enrolment", "case", "interview", "referral", "plan",
    "paper", "answer", "task",
    "partner", "practitioner", "unit", "school", "revision", "revision_content", "conflict",
    "received_revision", "sent_revision", "disclosure", "search_entry", "people", "writings",
)  # fmt: skip


class Made(NamedTuple):
    """A closed notebook and what opens it."""

    folder: Path
    key: bytes


def make(folder: Path, *, role: str, name: str) -> Made:
    """An empty notebook, made once: each derivation of a key takes a fifth of a second."""
    notebook = Notebook.create(
        folder, passphrase=builders.PHRASE, role=role, unit=builders.unit(),
        practitioner=builders.practitioner(name=name), cost=FLOOR,
    )  # fmt: skip
    with notebook.change():
        notebook.schools.save(builders.school())
    notebook.close()
    return Made(folder, bytes(open_keys(read_keys(folder), passphrase=builders.PHRASE).content))


def reopened(made: Made, folder: Path) -> Notebook:
    """A copy of its own, open."""
    shutil.copytree(made.folder, folder)
    keys, lock = read_keys(folder), NotebookLock(folder)
    lock.acquire()
    key = VaultKey(key=made.key, vault_id=keys.vault_id, epoch=keys.epoch)
    return Notebook._opened(folder, keys.vault_id, key, lock)


class Pair:
    """Two notebooks and the stick that goes between them."""

    def __init__(self, ours: Notebook, unit: Notebook, library: Library, stick: Path) -> None:
        self.ours, self.unit, self.library, self.stick = ours, unit, library, stick
        for one, other in ((ours, unit), (unit, ours)):
            accept_card(one, card=own_card(other), compared_how="face")

    @classmethod
    def turned(cls, pair: "Pair") -> "Pair":
        """The same two the other way round: the unit writes to us."""
        other = object.__new__(cls)
        other.ours, other.unit, other.library, other.stick = pair.unit, pair.ours, pair.library, pair.stick
        return other

    def recipient(self, notebook: Notebook | None = None) -> Correspondent:
        """The other one as this notebook (ours when not said) knows it."""
        (one,) = (notebook or self.ours).correspondents.list()
        return one

    def hand_over(self, *case_ids: str, path: Path | None = None, as_text: bool = False) -> SentPackage:
        """A package of these cases, or of every one."""
        chosen = list(case_ids) or [case.id for case in self.ours.cases.list()]
        to = self.recipient().id
        outgoing = choose_outgoing(self.ours, library=self.library, correspondent_id=to, case_ids=chosen)
        return send_package(
            self.ours, correspondent_id=to, outgoing=outgoing, folder=self.stick, path=path, ground="TEAM",
            as_text=as_text,
        )  # fmt: skip

    def read(self, path: Path, by: Notebook | None = None) -> Package:
        """The checked package, read in this very process."""
        by = by or self.unit
        with path.open("rb") as untrusted:
            return read_here(
                untrusted=untrusted, seal_secret=by.identity.seal_secret, own_fingerprint=self.own(by).hex()
            )

    def look(self, path: Path, by: Notebook | None = None) -> OpenedPackage:
        """The same with the verdicts of the unit, or of whoever is said."""
        by = by or self.unit
        own_key = own_card(by).sign_key
        return judged_package(by, library=self.library, package=self.read(path, by), own_key=own_key)

    def take(self, path: Path) -> Received:
        """The unit takes it over."""
        return receive_package(self.unit, library=self.library, opened=self.look(path))

    def acknowledge(self, package_id: str) -> Acknowledged:
        """The unit's receipt goes back and is read."""
        path, _ = write_acknowledgement(self.unit, package_id=package_id, folder=self.stick)
        return open_acknowledgement(self.ours, opened=self.look(path, self.ours))

    @staticmethod
    def own(notebook: Notebook) -> bytes:
        """The fingerprint of a notebook's own card."""
        card = own_card(notebook)
        return card_fingerprint(sign_key=card.sign_key, seal_key=card.seal_key)


@contextmanager
def two_notebooks(ours: Made, unit: Made, library: Library, folder: Path) -> Iterator[Pair]:
    """Both open in a new folder, cards exchanged and compared."""
    stick = folder / "stick"
    stick.mkdir(parents=True)
    opened = [reopened(ours, folder / "ours"), reopened(unit, folder / "unit")]
    try:
        yield Pair(opened[0], opened[1], library, stick)
    finally:
        for notebook in opened:
            notebook.close()


def rows(notebook: Notebook, *tables: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of these tables, of all that hold content when none is named."""
    return {
        table: notebook._engine.rows(f'SELECT rowid, * FROM "{table}"' if table != "answer"
                                     and table != "revision_content" else f"SELECT * FROM {table}")
        for table in tables or CONTENT
    }  # fmt: skip
