"""The cases of a student, one after the other in time."""

from functools import partial

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.cases.open_case import open_case
from app.actions.cases.save_case import save_case
from app.actions.students.look_at_student import StudentFile
from app.models.case import Case
from app.ui.dialogs.edit_case import OUTCOMES, edit_case
from app.ui.dialogs.take_back import take_back
from app.ui.services import choose_service, told_service
from app.ui.student_sheet.not_left_line import NotLeftLine
from app.ui.theme.tokens import Token
from app.ui.transfer.handover_words import handover_words, is_given_away
from app.ui.widgets.button import Button
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.workspace import Workspace


class CasesBlock(QWidget):
    """The open case first. One is open at a time: a closed one is opened again, or a new one is."""

    def __init__(self, workspace: Workspace, file: StudentFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._file = workspace, file
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(workspace.theme.px(2))
        ordered = sorted(file.cases, key=lambda case: case.state != "open")  # newest first among each
        for n, case in enumerate(ordered):
            column.addWidget(self._line(case, newest=n == 0))
            handovers = file.handovers.get(case.id, [])
            if case.id in file.given and is_given_away(handovers):
                column.addWidget(NotLeftLine(workspace, handovers[-1]))
        if file.open_case is None:
            fresh = Button(
                workspace.theme, workspace.text("Open a case"), kind="quiet", icon="plus", small=True
            )
            fresh.setObjectName("case:new")
            fresh.clicked.connect(lambda: choose_service(workspace, fresh, self._open_new))
            column.addWidget(fresh, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, case: Case, *, newest: bool) -> QWidget:
        workspace, text = self._workspace, self._workspace.text
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(workspace.theme.px(8))
        words = [Part(word, "small", "ink2") for word in self._facts(case)]
        given = case.id in self._file.given
        lines = [Line((Part(case.reference, "strong"), *words))]
        came = self._file.handovers.get(case.id, [])
        if mark := handover_words(workspace, came):
            ink: Token = "warn" if is_given_away(came) and not given else "ink2"
            lines.append(Line((Part(mark, "small_strong", ink),)))
        does = text("Look at the case") if given else text("Correct the case")
        facts = PressableLines(workspace.theme, lines, does=does)
        facts.setObjectName(f"case:{case.id}")
        facts.clicked.connect(partial(take_back if given else edit_case, workspace, self, case))
        row.addWidget(facts, 1)
        booklet = self._button(text("Booklet…"), case, partial(self._make_booklet, case))
        booklet.setObjectName(f"case-booklet:{case.id}")
        row.addWidget(booklet)
        access = self._button(text("Access…"), case, partial(self._hand_over_on_request, case))
        access.setToolTip(text("The record for whoever asks to read it"))
        access.setObjectName(f"case-access:{case.id}")
        row.addWidget(access)
        if is_given_away(came):
            row.addWidget(self._button(text("Take it back…"), case, partial(self._take_back, case)))
        elif case.state == "open":
            row.addWidget(self._button(text("Close the case"), case, partial(self._close, case)))
        elif newest and self._file.open_case is None:
            row.addWidget(self._button(text("Open again"), case, partial(self._reopen, case)))
        return line

    def _facts(self, case: Case) -> list[str]:
        workspace, text, date = self._workspace, self._workspace.text, self._workspace.locale.date
        service = told_service(workspace, case)
        if case.state == "open":
            rhythm = {"regular": text("followed regularly"), "occasional": text("seen now and then")}
            return [text("open since {day}", day=date(case.opened)), rhythm.get(case.rhythm, ""), service]
        span = text("{first} to {last}", first=date(case.opened), last=date(case.closed or case.opened))
        outcome = workspace.label(OUTCOMES, case.outcome) if case.outcome else ""
        return [text("closed"), span, outcome, service]

    def _button(self, words: str, case: Case, slot: "partial[None]") -> Button:
        button = Button(self._workspace.theme, words, kind="quiet", small=True)
        button.setAccessibleDescription(case.reference)
        button.setObjectName(f"case-end:{case.id}")
        button.clicked.connect(slot)
        return button

    def _make_booklet(self, case: Case, *_: object) -> None:
        self._workspace.go("booklet", record_id=case.id)

    def _hand_over_on_request(self, case: Case, *_: object) -> None:
        self._workspace.go("access", record_id=case.id)

    def _close(self, case: Case, *_: object) -> None:
        edit_case(self._workspace, self, case, closing=True)

    def _take_back(self, case: Case, *_: object) -> None:
        take_back(self._workspace, self, case)

    def _reopen(self, case: Case, *_: object) -> None:
        workspace = self._workspace
        again = msgspec.structs.replace(case, state="open", closed=None, outcome=None)
        if workspace.act(save_case, case=again):
            workspace.offer_undo(
                workspace.text("Opened again: {reference}", reference=case.reference),
                lambda: workspace.act(save_case, case=case),
            )

    def _open_new(self, framework: str) -> None:
        workspace, student_id = self._workspace, self._file.student.id
        workspace.act(open_case, student_id=student_id, today=workspace.today, framework=framework)
