"""Where to put a receipt, and write it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.receiving.exchange_folder import exchange_folder
from app.errors import CarnetError
from app.ui.ask_place import ask_folder
from app.ui.transfer.as_text_row import as_text
from app.ui.workspace import Workspace


def write_receipt(
    workspace: Workspace, parent: QWidget, *, package_id: str, folder: Path | None = None
) -> bool:
    """Ask for the folder unless it is given; whether the receipt lies there now. Failures are told."""
    if folder is None:
        usual = exchange_folder(workspace.notebook)
        folder = ask_folder(parent, workspace.text("Where to put the receipt"), at=usual)
        if folder is None:
            return False
    try:
        _, changes = write_acknowledgement(
            workspace.notebook, package_id=package_id, folder=folder, as_text=as_text(workspace)
        )
    except CarnetError as failure:
        workspace.failed.emit(failure)
        return False
    workspace.tell(changes)
    return True
