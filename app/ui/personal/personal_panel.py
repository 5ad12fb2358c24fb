"""The personal notes beside what lies open: their own field, their own saving, their own search."""

from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import CarnetError
from app.models.record import now
from app.personal.note import Note, NoteDraft
from app.personal.review import review_day
from app.ui.form_view.draft_keeper import DraftKeeper
from app.ui.personal.notes_elsewhere import NotesElsewhere
from app.ui.personal.personal_results import PersonalResults
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.personal_panel import PersonalPanel as Frame
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.text_area import TextArea
from app.ui.workspace import Workspace


class PersonalPanel(QWidget):
    """Closed it is a strip. Here and nowhere else a personal note is read or written."""

    changed = Signal()
    width_changed = Signal()  # opened, folded, shown or hidden

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._subject: tuple[str, str | None] | None = None
        self._filling = False
        self._came_from: QWidget | None = None
        text, theme = workspace.text, workspace.theme
        self._frame = Frame(
            theme,
            title=text("Personal notes"),
            promise=text("Never leaves this notebook"),
            open_name=text("Open the personal notes"),
            close_name=text("Close the personal notes"),
        )
        self._note = TextArea(theme, name=text("Personal note"), lines=8, most=16)
        self._note.set_personal()
        self._elsewhere = NotesElsewhere(workspace)
        self._saved = Label(theme, role="small", ink="ink2")
        self._search = SearchField(theme, text("Search my notes"))
        self._search.setProperty("skin", "personal")
        self._results = PersonalResults(workspace)
        self._review = Label(theme, role="small", ink="ink2", wrap=True)
        self._erase = Button(theme, text("Erase this note"), kind="quiet")
        self._build()
        self._keeper = DraftKeeper(self, self._keep, self)
        self._keeper.kept.connect(lambda clock: self._saved.setText(text("kept {clock}", clock=clock)))
        self._keeper.kept.connect(lambda _: workspace.kept.emit())
        self._keeper.failed.connect(self._tell)
        self._note.textChanged.connect(self._typed)
        self._search.textChanged.connect(self._look)
        self._erase.clicked.connect(self._erase_note)
        self._frame.open_wanted.connect(self._set_open)

    @property
    def is_open(self) -> bool:
        """Can the notes be read."""
        return self._frame.is_open()

    def stand_beside(self, subject: tuple[str, str | None] | None) -> None:
        """What lies open now: (subject id, student id); None hides the panel altogether."""
        if subject == self._subject:
            return
        same_sheet = self._subject and subject and self._subject[0] == subject[0]
        if same_sheet and subject:  # the sheet was filed: its note goes with it
            self._workspace.personal.refile(subject_id=subject[0], student_id=subject[1])
            self._subject = subject
            return
        self.finish()
        self._subject = subject
        self.setVisible(subject is not None)
        self._frame.set_open(False)
        self.width_changed.emit()
        self._fill()

    def toggle(self) -> None:
        """F8: open with the cursor in the note, or fold."""
        if self._subject is not None:
            self._set_open(not self.is_open)

    def focus_first(self) -> None:
        """Put the cursor where one types."""
        self._note.setFocus()

    def keep(self) -> "Future[Any] | None":
        """Put on disk what was typed, finish nothing; the writing that must end."""
        return self._keeper.flush()

    def finish(self) -> bool:
        """What was typed becomes the note; the wording before is kept in its history.

        False when the disk takes neither note nor draft: the text then stays where it is.
        """
        if self._subject is None or not self._dirty():
            return True
        pending = self.keep()
        kept = pending is None or pending.exception() is None
        try:
            self._workspace.personal.save(
                subject_id=self._subject[0], student_id=self._subject[1], text=self._note.words()
            )
        except CarnetError as failure:
            self._tell(failure)
            return kept
        self._was = self._note.words()
        self.changed.emit()
        self._keeper.forget()
        return True

    # What the draft keeper asks of a sheet

    def raw(self) -> dict[str, Any]:
        """What the field holds."""
        return {"text": self._note.words()}

    def cursor(self) -> dict[str, Any]:  # type: ignore[override]  # Qt means the mouse pointer
        """Where the cursor is."""
        return {"at": self._note.textCursor().position()}

    def _build(self) -> None:
        theme, text, frame = self._workspace.theme, self._workspace.text, self._frame
        frame.body.addWidget(self._elsewhere)
        frame.body.addWidget(self._note)
        frame.body.addWidget(self._saved)
        frame.body.addWidget(self._search)
        frame.body.addWidget(self._results, 1)
        self._results.hide()
        frame.body.addStretch(1)
        promise = text(
            "Your memory aid, apart from the case: never printed, never handed over, never counted."
        )
        frame.foot.addWidget(Label(theme, promise, role="small_strong", ink="pers", wrap=True))
        warning = text("Write knowing that a judge or the person concerned may ask to read it.")
        frame.foot.addWidget(Label(theme, warning, role="small", ink="ink2", wrap=True))
        frame.foot.addWidget(self._review)
        frame.foot.addWidget(self._erase)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self.hide()

    def _fill(self) -> None:
        note = self._workspace.personal.get(self._subject[0]) if self._subject else None
        draft = self._workspace.personal.draft(self._subject[0]) if self._subject else None
        self._filling = True
        self._was = note.text if note else ""
        self._note.setPlainText(draft.text if draft else self._was)
        if draft:
            cursor = self._note.textCursor()
            cursor.setPosition(min(draft.cursor, len(draft.text)))
            self._note.setTextCursor(cursor)
        else:
            self._note.moveCursor(QTextCursor.MoveOperation.End)
        self._filling = False
        self._saved.setText("")
        self._search.clear()
        self._show_review(note)

    def _show_review(self, note: Note | None) -> None:
        locale = self._workspace.locale
        day = note.review_on if note else review_day(self._workspace.today)
        self._review.setText(locale.text("To read again or erase on {day}", day=locale.date(day)))
        self._erase.setVisible(note is not None)

    def _set_open(self, opened: bool) -> None:
        if opened and not self.is_open:
            self._elsewhere.look()
            self._came_from = self.window().focusWidget()
        self._frame.set_open(opened)
        self.width_changed.emit()
        if opened:
            self.focus_first()
            return
        self.finish()
        if self._came_from is not None and isValid(self._came_from) and self._came_from.isVisible():
            self._came_from.setFocus()  # one goes on where one was typing

    def _dirty(self) -> bool:
        return self._note.words() != self._was or (
            self._subject is not None and self._workspace.personal.draft(self._subject[0]) is not None
        )

    def _typed(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _keep(self, content: dict[str, Any], cursor: dict[str, Any]) -> "Future[None] | None":
        if self._subject is None:
            return None
        draft = NoteDraft(self._subject[0], self._subject[1], content["text"], cursor["at"], now())
        return self._workspace.keep_note(draft)

    def _tell(self, failure: CarnetError) -> None:
        self._saved.setText(self._workspace.text("not saved yet"))  # why is said above the page
        self._workspace.failed.emit(failure)

    def _look(self, words: str) -> None:
        found = self._workspace.personal.search(words) if len(words.strip()) > 1 else []
        self._results.show_notes(found)
        self._results.setVisible(bool(words.strip()))

    def _erase_note(self) -> None:
        from app.ui.dialogs.erase_note import erase_note

        if self._subject and erase_note(self._workspace, self):
            self._keeper.forget()
            self._workspace.personal.erase(self._subject[0])
            self._fill()
            self.changed.emit()
