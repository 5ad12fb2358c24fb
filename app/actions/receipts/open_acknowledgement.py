"""Read the receipt of what was handed over."""

from collections.abc import Sequence

from app.actions.other_computer.other_computer import other_computer
from app.actions.proposals.note_proposals import note_answers
from app.actions.receiving.open_package import OpenedPackage
from app.actions.receiving.receive_package import note_package
from app.errors import ReceiptElsewhere
from app.exchange.package.lines import Receipt
from app.models.changes import Changes
from app.models.discreet import Discreet
from app.storage.notebook import Notebook


class Acknowledged(Discreet, frozen=True, kw_only=True):
    """The packages that are known to have arrived, and what changed."""

    package_ids: list[str]
    changes: Changes


def open_acknowledgement(notebook: Notebook, *, opened: OpenedPackage) -> Acknowledged:
    """Mark the packages named as received, those we sent to this very correspondent and no others.

    PackageForked when its row goes on in two places, ReceiptElsewhere when none of them is known here and
    another computer may have written it.
    """
    opened.refuse_fork()
    if is_from_elsewhere(notebook, opened=opened):
        raise ReceiptElsewhere
    with notebook.change() as change:
        marked = own_packages(notebook, opened=opened)
        is_newest = _is_newest(notebook, opened)
        about: dict[str, list[int]] = {package_id: [] for package_id in marked}
        for place, receipt in zip(opened.receipts.places, opened.receipts, strict=True):
            if receipt.package_id in about:
                about[receipt.package_id].append(place)
        for places in about.values():
            _note(notebook, opened.receipts.only(places), is_newest)
        note_answers(
            notebook,
            correspondent_id=opened.correspondent.id,
            receipts=(one for one in opened.receipts if one.package_id in marked),
        )
        note_package(notebook, opened)
    return Acknowledged(package_ids=marked, changes=change.changes)


def _note(notebook: Notebook, lines: Sequence[Receipt], is_newest: bool) -> None:
    """What all lines about one package say together."""
    package_id = lines[0].package_id
    notebook.transfers.acknowledge(package_id, lines[0].received_at)
    if is_newest:
        notebook.transfers.states.answered(
            package_id,
            applied=sum(len(one.records) for one in lines),
            conflicts=[conflict for one in lines for conflict in one.conflicts],
            refused={key: why for one in lines for key, why in one.refused.items()},
        )
    for receipt in lines:
        _let_go(notebook, receipt)


def _is_newest(notebook: Notebook, opened: OpenedPackage) -> bool:
    """Whether it says something later than the receipts that came before it."""
    stream = notebook.transfers.stream(opened.header.stream_id)
    return stream is None or opened.header.sequence > stream.last_sequence


def _let_go(notebook: Notebook, receipt: Receipt) -> None:
    """The cases they go on with are read here from now on, those we gave them with this very package.

    Where the package was written again meanwhile, they have the case all the same.
    """
    handovers = notebook.transfers.handovers
    gave = {one.case_id: one for one in handovers.of_package(receipt.package_id, "out")}
    under_way = handovers.under_way(gave)
    for case_id in receipt.taken_on:
        given, now = gave.get(case_id), under_way.get(case_id)
        if given is None or now is None or given.correspondent_id != now.correspondent_id:
            continue
        if given.id == now.id or given.ended_how == "again":
            handovers.acknowledge(now, receipt.received_at)


def is_from_elsewhere(notebook: Notebook, *, opened: OpenedPackage) -> bool:
    """Whether it is for packages the other computer may know, and none this one does."""
    return (
        bool(opened.unknown_receipts)
        and len(opened.unknown_receipts) == len(opened.receipts)
        and other_computer(notebook) is not None
    )


def own_packages(notebook: Notebook, *, opened: OpenedPackage) -> list[str]:
    """Those of the packages a receipt names that we sent to whoever wrote it."""
    named = map(notebook.transfers.package, dict.fromkeys(one.package_id for one in opened.receipts))
    return [
        package.id
        for package in named
        if package and package.direction == "out" and package.correspondent_id == opened.correspondent.id
    ]
