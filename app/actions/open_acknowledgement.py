"""Read the receipt of what was handed over."""

from app.actions.open_package import OpenedPackage
from app.actions.receive_package import note_package
from app.models.changes import Changes
from app.models.discreet import Discreet
from app.storage.notebook import Notebook


class Acknowledged(Discreet, frozen=True, kw_only=True):
    """The packages that are known to have arrived, and what changed."""

    package_ids: list[str]
    changes: Changes


def open_acknowledgement(notebook: Notebook, *, opened: OpenedPackage) -> Acknowledged:
    """Mark the packages named as received, those we sent to this very correspondent and no others."""
    with notebook.change() as change:
        marked = []
        for receipt in opened.receipts:
            package = notebook.transfers.package(receipt.package_id)
            if package and package.direction == "out" and package.correspondent_id == opened.correspondent.id:
                notebook.transfers.acknowledge(package.id, receipt.received_at)
                marked.append(package.id)
        note_package(notebook, opened)
    return Acknowledged(package_ids=marked, changes=change.changes)
