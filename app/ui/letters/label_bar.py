"""Address labels for the letters: where the sheet begins to be whole, and out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.letters.hand_out_letters import OutgoingLetter, hand_out_letters, record_letters
from app.actions.letters.plan_letters import PlannedLetter
from app.errors import CarnetError
from app.ui.ask_place import ask_new_file
from app.ui.paper.printing import ready_to_print
from app.ui.prints import Noting
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

_GROUND = "OWN_DATA"
_WHAT = "labels v1"
_PLACES = 24


class LabelBar(QWidget):
    """24 labels a sheet; the ledger gets a line for each address, as for a letter."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        theme, text = workspace.theme, workspace.text
        self._planned: Sequence[PlannedLetter] = ()
        places = [(str(n), text("from label {n} on", n=n)) for n in range(1, _PLACES + 1)]
        self.start = ComboField(theme, choices=places, name=text("First label still there"))
        self.start.choose("1")
        self.save = Button(theme, text("Save…"), kind="outlined", small=True)
        self.print = Button(theme, text("Print"), kind="outlined", icon="printer", small=True)
        for button in (self.save, self.print):
            button.setAccessibleDescription(text("Address labels"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(4))
        words = text("Address labels, 24 a sheet (70 × 37 mm)")
        column.addWidget(Label(theme, words, role="small_strong", ink="ink2", wrap=True))
        column.addWidget(FlowRow(theme, self.start, self.save, self.print, spacing=8))
        self.save.clicked.connect(self._choose_file)
        self.print.clicked.connect(self._print)

    def show_addresses(self, planned: Sequence[PlannedLetter]) -> None:
        """The addresses of these letters; hidden where there are none."""
        self._planned = [one for one in planned if one.addressee.has_address]
        self.setVisible(bool(self._planned))

    def pdf(self) -> bytes:
        """The sheets as they leave."""
        from app.documents import labels  # much memory, and most days begin without a paper

        subject = labels.LabelSubject(
            addresses=tuple(one.addressee.lines for one in self._planned),
            start=int(self.start.chosen() or "1"),
        )
        return labels.build(subject, self._workspace.locale)

    def save_to(self, path: Path) -> None:
        """The file and its lines in the ledger, or neither."""
        try:
            changes = hand_out_letters(
                self._workspace.notebook, letters=self._lines(), pdf=self.pdf(), path=path, ground=_GROUND
            )
        except CarnetError as failure:
            self._workspace.failed.emit(failure)
            return
        self._workspace.tell(changes)

    def _choose_file(self) -> None:
        text = self._workspace.text
        path = ask_new_file(self, text("Save the labels"), text("PDF files (*.pdf)"), name="labels.pdf")
        if path is not None:
            self.save_to(path)

    def _print(self) -> None:
        workspace, letters = self._workspace, self._lines()
        try:
            pdf = self.pdf()
            run = ready_to_print(pdf, self)
        except CarnetError as failure:
            workspace.failed.emit(failure)
            return
        if run is not None:
            how = {"letters": letters, "pdf": pdf, "means": "printed", "ground": _GROUND}
            workspace.prints.send(
                run, self, workspace=workspace, notings=[Noting(record_letters, how)],
                printed=lambda: None, failed=workspace.failed.emit,
            )  # fmt: skip

    def _lines(self) -> list[OutgoingLetter]:
        return [
            OutgoingLetter(
                what=_WHAT, student_id=one.student_id, case_id=None, recipient=one.addressee.name,
                language=self._workspace.locale.code,
            )
            for one in self._planned
        ]  # fmt: skip
