"""The second half of the demonstration: cards, a package to the unit, its receipt back."""

from pathlib import Path

from app.actions.cards.accept_card import accept_card
from app.actions.cards.open_card import open_card
from app.actions.cards.own_card import own_card
from app.actions.cards.write_card import write_card
from app.actions.keys.create_notebook import create_notebook
from app.actions.receipts.open_acknowledgement import open_acknowledgement
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.receiving.open_package import open_package
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.exchange.card_file import SUFFIX
from app.frameworks.library import Library
from app.models.discreet import Discreet
from app.models.practitioner import Practitioner
from app.security.passphrase import Cost
from app.storage.notebook import Notebook


class Demonstrated(Discreet, frozen=True, kw_only=True):
    """Where everything lies; `counts` are how many records became what at the unit."""

    unit: Path
    package: Path
    acknowledgement: Path
    counts: dict[str, int]


def demonstrate_transfer(
    notebook: Notebook, *, library: Library, folder: Path, passphrase: str, cost: Cost | None = None
) -> Demonstrated:
    """Make the unit's notebook beside the practitioner's and hand every open case over to it.

    Both write their cards into `folder` and accept the other's as compared face to face; the package is
    imported and acknowledged, and the receipt read again by the practitioner.
    """
    own = notebook.units.own()
    unit = create_notebook(
        folder=folder / "unit",
        passphrase=passphrase,
        role="unit",
        unit=own,
        practitioner=Practitioner(name="Marc Feller", profession=notebook.author.profession),
        schools=notebook.schools.list(),
        cost=cost,
        demonstration=True,
    )
    try:
        for one, other, name in ((notebook, unit, "practitioner"), (unit, notebook, "unit")):
            path = folder / f"{name}{SUFFIX}"
            write_card(one, path=path)
            accept_card(other, card=open_card(other, path=path).card, compared_how="face")
        recipient = notebook.correspondents.by_key(own_card(unit).sign_key)
        assert recipient is not None
        cases = [case.id for case in notebook.cases.list() if case.state == "open"]
        outgoing = choose_outgoing(notebook, library=library, correspondent_id=recipient.id, case_ids=cases)
        sent = send_package(
            notebook, correspondent_id=recipient.id, outgoing=outgoing, folder=folder, ground="AGREEMENT"
        )
        with open_package(unit, library=library, path=sent.path) as opened:
            received = receive_package(unit, library=library, opened=opened)
        receipt, _ = write_acknowledgement(unit, package_id=opened.header.package_id, folder=folder)
        with open_package(notebook, library=library, path=receipt) as came:
            open_acknowledgement(notebook, opened=came)
    finally:
        unit.close()
    return Demonstrated(
        unit=folder / "unit", package=sent.path, acknowledgement=receipt, counts=received.counts
    )
