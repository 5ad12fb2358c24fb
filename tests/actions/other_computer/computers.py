"""One practitioner's notebook on two computers, and what goes between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from app.actions.cards.own_card import own_card
from app.actions.conflicts.decide_conflict import Chosen, decide_conflict
from app.actions.conflicts.look_at_conflict import look_at_conflict
from app.actions.conflicts.open_conflicts import open_conflicts
from app.actions.other_computer.changed_here import changed_here
from app.actions.other_computer.other_computer import name_other_computer
from app.actions.receiving.open_package import OpenedPackage, judged_package
from app.actions.receiving.receive_package import Received, receive_package
from app.actions.sending.send_changes import send_changes
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.exchange.card_file import card_fingerprint
from app.exchange.oneself import OWN_KINDS
from app.exchange.package.lines import canonical
from app.exchange.package.reader import Package
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.kinds import FORM_KINDS
from app.security.vault_key import VaultKey
from app.storage.lock import NotebookLock
from app.storage.notebook import Notebook, read_keys
from tests import builders
from tests.exchange.pair import Made, reopened
from tests.exchange.reading import read_here


class Computers:
    """`desk` said that there is another one before it was copied; `laptop` is that copy."""

    def __init__(self, desk: Notebook, laptop: Notebook, library: Library, stick: Path) -> None:
        self.desk, self.laptop, self.library, self.stick = desk, laptop, library, stick

    def send(self, by: Notebook, *, everything: bool = False) -> Path:
        """A package with what changed there."""
        changed = changed_here(by, library=self.library, everything=everything)
        return send_changes(by, changed=changed, folder=self.stick).path

    def read(self, path: Path, by: Notebook) -> Package:
        """The checked package, read in this very process."""
        card = own_card(by)
        own = card_fingerprint(sign_key=card.sign_key, seal_key=card.seal_key).hex()
        with path.open("rb") as untrusted:
            return read_here(untrusted=untrusted, seal_secret=by.identity.seal_secret, own_fingerprint=own)

    def look(self, path: Path, by: Notebook) -> OpenedPackage:
        """The same with what it would do there."""
        own_key = own_card(by).sign_key
        return judged_package(by, library=self.library, package=self.read(path, by), own_key=own_key)

    def take(self, path: Path, by: Notebook) -> Received:
        """Take it over there."""
        return receive_package(by, library=self.library, opened=self.look(path, by))

    def bring(self, by: Notebook) -> Received:
        """From there to the other one."""
        return self.take(self.send(by), self.laptop if by is self.desk else self.desk)

    def write(self, by: Notebook, interview_id: str, **values: Any) -> None:
        """Finish an interview anew."""
        sheet = open_sheet(by, library=self.library, kind="interview", record_id=interview_id)
        finish_sheet(
            by, library=self.library, sheet=sheet, values=sheet.values | values, today=builders.TODAY
        )

    def decide(self, by: Notebook, choice: str) -> None:
        """Every conflict that waits there, decided alike."""
        for conflict in open_conflicts(by):
            sides = look_at_conflict(by, library=self.library, conflict=conflict, locale=Locale("en")).sides
            chosen = {
                one.key: Chosen(choice="ours" if choice == "both" and not one.both else choice)  # type: ignore[arg-type]
                for one in sides
            }
            decide_conflict(by, library=self.library, conflict=conflict, chosen=chosen)


def made_for_two(made: Made, folder: Path) -> Made:
    """A closed notebook in which it was said that there is another computer."""
    desk = reopened(made, folder)
    name_other_computer(desk, name="my other computer")
    desk.close()
    return Made(folder, made.key)


@contextmanager
def two_computers(made: Made, library: Library, folder: Path) -> Iterator[Computers]:
    """That notebook and a copy of it, both open."""
    stick = folder / "stick"
    stick.mkdir(parents=True)
    both = Computers(reopened(made, folder / "desk"), reopened(made, folder / "laptop"), library, stick)
    try:
        yield both
    finally:
        both.desk.close()
        both.laptop.close()


def reopened_in_place(made: Made, folder: Path) -> Notebook:
    """A notebook that was closed, open again."""
    keys, lock = read_keys(folder), NotebookLock(folder)
    lock.acquire()
    key = VaultKey(key=made.key, vault_id=keys.vault_id, epoch=keys.epoch)
    return Notebook._opened(folder, keys.vault_id, key, lock)


def state(notebook: Notebook) -> dict[str, Any]:
    """Every record there is, in the bin or not, without what is this copy's own: the revision."""
    found: dict[str, Any] = {}
    for kind in OWN_KINDS:
        shelf = notebook.shelf(kind)
        for record in [*shelf.list(), *shelf.list(removed=True)]:
            answers = notebook.sheets(kind).answers(record.id) if kind in FORM_KINDS else []
            plain = msgspec.to_builtins(record)
            del plain["revision"]
            found[record.id] = plain | {"answers": [(a.question, a.row, canonical(a.value)) for a in answers]}
    return found
