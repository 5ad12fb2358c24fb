"""Read the receipt of what was handed over."""

from app.actions.open_package import OpenedPackage
from app.actions.proposals.note_proposals import note_answers
from app.actions.receive_package import note_package
from app.models.changes import Changes
from app.models.discreet import Discreet
from app.storage.notebook import Notebook


class Acknowledged(Discreet, frozen=True, kw_only=True):
    """The packages that are known to have arrived, and what changed."""

    package_ids: list[str]
    changes: Changes


def open_acknowledgement(notebook: Notebook, *, opened: OpenedPackage) -> Acknowledged:
    """Mark the packages named as received, those we sent to this very correspondent and no others.

    PackageForked when its row goes on in two places.
    """
    opened.refuse_fork()
    with notebook.change() as change:
        marked = own_packages(notebook, opened=opened)
        for receipt in opened.receipts:
            if receipt.package_id in marked:
                notebook.transfers.acknowledge(receipt.package_id, receipt.received_at)
        note_answers(
            notebook,
            correspondent_id=opened.correspondent.id,
            receipts=[one for one in opened.receipts if one.package_id in marked],
        )
        note_package(notebook, opened)
    return Acknowledged(package_ids=marked, changes=change.changes)


def own_packages(notebook: Notebook, *, opened: OpenedPackage) -> list[str]:
    """Those of the packages a receipt names that we sent to whoever wrote it."""
    named = (notebook.transfers.package(receipt.package_id) for receipt in opened.receipts)
    return [
        package.id
        for package in named
        if package and package.direction == "out" and package.correspondent_id == opened.correspondent.id
    ]
