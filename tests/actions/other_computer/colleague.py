"""One practitioner's two computers, and a colleague cases are given to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.actions.receipts.open_acknowledgement import open_acknowledgement
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import SentPackage, send_package
from app.frameworks.library import Library
from app.models.correspondent import Correspondent
from app.storage.notebook import Notebook
from tests.actions.other_computer.computers import Computers, two_computers
from tests.exchange.pair import Made, reopened


class Three(Computers):
    """`colleague` has compared the card of the two, the desk theirs before it was copied."""

    colleague: Notebook

    def whom(self, by: Notebook) -> Correspondent:
        """The other side, as this notebook knows it."""
        (one,) = by.correspondents.list()
        return one

    def give(self, by: Notebook, *, for_good: bool = True) -> SentPackage:
        """Every case of this notebook leaves, for good."""
        to = self.whom(by).id
        outgoing = choose_outgoing(
            by, library=self.library, correspondent_id=to, for_good=for_good,
            case_ids=[case.id for case in by.cases.list()],
        )  # fmt: skip
        return send_package(by, correspondent_id=to, outgoing=outgoing, folder=self.stick, ground="TEAM")

    def answer(self, package_id: str, by: Notebook | None = None) -> Path:
        """The receipt of who took a package, the colleague when nobody is said."""
        return write_acknowledgement(by or self.colleague, package_id=package_id, folder=self.stick)[0]

    def read_receipt(self, path: Path, by: Notebook) -> None:
        """The receipt opened on one of the computers."""
        open_acknowledgement(by, opened=self.look(path, by))

    def both_ways(self) -> None:
        """In step."""
        for by in (self.desk, self.laptop, self.desk):
            self.bring(by)


@contextmanager
def three_notebooks(desk: Made, colleague: Made, library: Library, folder: Path) -> Iterator[Three]:
    """All open; the two computers know the colleague by the same card, met on one before the copy."""
    first, third = reopened(desk, folder / "first"), reopened(colleague, folder / "colleague")
    accept_card(first, card=own_card(third), compared_how="face")
    accept_card(third, card=own_card(first), compared_how="face")
    first.close()
    with two_computers(Made(folder / "first", desk.key), library, folder / "two") as both:
        three = Three(both.desk, both.laptop, library, both.stick)
        three.colleague = third
        try:
            yield three
        finally:
            third.close()
            both.desk, both.laptop = three.desk, three.laptop


def known(notebook: Notebook) -> list[tuple[object, ...]]:
    """With whom each case is, without what is this copy's own."""
    handovers = notebook.transfers.handovers
    cases = handovers.of_cases([case.id for case in notebook.cases.list()])
    return [
        (one.case_id, one.package_id, one.direction, one.turn, one.at, one.acknowledged_at, one.ended_at,
         one.ended_how, one.why, one.steps)
        for turns in cases.values()
        for one in turns
    ]  # fmt: skip


def packages(notebook: Notebook) -> dict[str, object]:
    """Every package that left for others, and how far it has got."""
    other = notebook.correspondents.oneself()
    return {
        one.id: (one.at, one.sequence, one.case_ids, one.state, one.waits_since, one.steps, one.applied)
        for one in notebook.transfers.packages(direction="out")
        if one.kind == "records" and other is not None and one.correspondent_id != other.id
    }
