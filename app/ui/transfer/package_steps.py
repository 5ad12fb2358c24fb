"""What one can do about a package that left and has no receipt."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.actions.sending.note_step import drop_package, note_handed_over, note_reminded
from app.models.package import Package
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.workspace import Workspace


class PackageSteps(FlowRow):
    """The next step first. Each can be undone; writing it again leads to the page that shows what leaves."""

    def __init__(
        self, workspace: Workspace, package: Package, *, small: bool = True, look: bool = False
    ) -> None:
        super().__init__(workspace.theme, spacing=8)
        self._workspace, self._package, self._small = workspace, package, small
        text = workspace.text
        if package.state == "dropped":
            self._step(text("Wait for it again"), self._wait_again)
        if package.state == "written":
            self._step(text("It is handed over"), self._hand_over)
        if package.state == "handed_over":
            self._step(text("I have reminded them"), self._remind)
        if package.state in ("written", "handed_over"):
            self._step(text("Write it again…"), self._write_again)
            self._step(text("Wait no longer"), self._drop)
        if look and (package.state != "acknowledged" or package.conflicts or package.refused):
            self._step(text("Look…"), partial(workspace.go, "package", record_id=package.id))

    def first(self) -> QWidget | None:
        """The next step, for the cursor."""
        return self.findChild(Button)

    def _step(self, words: str, slot: "partial[None] | object") -> None:
        button = Button(self._workspace.theme, words, kind="quiet", small=self._small)
        button.setAccessibleDescription(
            self._workspace.text("Package no. {number}", number=self._package.sequence)
        )
        button.clicked.connect(slot)
        self.add(button)

    def _hand_over(self) -> None:
        self._note(note_handed_over, "handed_over", self._workspace.text("Noted: handed over today"))

    def _remind(self) -> None:
        self._note(note_reminded, "reminded", self._workspace.text("Noted: reminded today"))

    def _drop(self) -> None:
        said = self._workspace.text(
            "Package no. {number} is no longer waited for", number=self._package.sequence
        )
        self._note(drop_package, "dropped", said)

    def _note(self, action, name: str, said: str) -> None:  # type: ignore[no-untyped-def]
        workspace, package_id = self._workspace, self._package.id
        if workspace.act(action, package_id=package_id):
            undo = partial(workspace.act, action, package_id=package_id, **{name: False})
            workspace.offer_undo(said, undo)

    def _wait_again(self) -> None:
        self._workspace.act(drop_package, package_id=self._package.id, dropped=False)

    def _write_again(self) -> None:
        self._workspace.go("handover", record_id=self._package.correspondent_id, form=self._package.id)
