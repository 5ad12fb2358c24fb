"""The row of attachments: what is there, a way to add, and what became of the files one added."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.actions.attachments.came_from import came_from
from app.models.attachment import Attachment
from app.models.changes import Changes
from app.ui.ask_place import ask_files
from app.ui.attachments.adding import Adding
from app.ui.attachments.file_drop import FileDrop
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.words.attachment_words import attachment_words
from app.ui.workspace import Workspace


class AttachmentsBlock(QWidget):
    """Shows what is kept with the records `shown` names; new files go to the one `owner` names.

    `owner` may save what is open first; None when that fails, which has been told. `where` says of an
    attachment to what it belongs, "" where that goes without saying. Files are dropped on `target`.
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        shown: Callable[[], Sequence[str]],
        owner: Callable[[], tuple[str, str] | None],
        adding: Adding,
        target: QWidget,
        where: Callable[[Attachment], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._shown, self._owner, self._where = workspace, shown, owner, where
        theme, text = workspace.theme, workspace.text
        self.add_button = Button(theme, text("Add an attachment…"), kind="quiet", icon="plus", small=True)
        self.add_button.setObjectName("attachment:new")
        hint = text("A picture or a PDF. You can also drop it on this sheet.")
        self.add_button.setAccessibleDescription(hint)
        self.add_button.setToolTip(hint)
        self.add_button.clicked.connect(self._choose)
        self._under_way = Label(theme, role="small", ink="ink2", wrap=True)
        self._failed = Banner(theme)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.insertLayout(0, self._lines)
        column.addWidget(self._under_way)
        column.addWidget(self._failed)
        self._adding = adding
        adding.told.connect(self._tell)
        drop = FileDrop(target)
        drop.setParent(self)  # it goes with the row, not with the sheet around it
        drop.over.connect(self._invite)
        drop.dropped.connect(self.add)
        workspace.changed.connect(self._follow)
        self._tell()
        self.refresh()

    def refresh(self) -> None:
        """What is kept now."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        notebook = self._workspace.notebook
        attachments = notebook.attachments.of_records(self._shown())
        senders = came_from(notebook, attachments=attachments)
        for attachment in attachments:
            self._lines.addWidget(self._line(attachment, senders.get(attachment.id, "")))

    def add(self, paths: Sequence[Path]) -> None:
        """Add these files, one after the other."""
        if self._adding.is_busy:
            return
        owner = self._owner()
        if owner is not None:
            self._come_into_sight()
            self._adding.add(paths, kind=owner[0], record_id=owner[1])

    def first_line(self) -> int:
        """The label of the row stands beside what is first."""
        item = self._lines.itemAt(0)
        first = item.widget() if item is not None else None
        return self._workspace.theme.px(28) if first is not None else self.add_button.sizeHint().height()

    def _line(self, attachment: Attachment, sender: str) -> PressableLines:
        facts = attachment_words(self._workspace, attachment, sender)
        facts += [self._where(attachment)] if self._where else []
        words = " · ".join(fact for fact in facts if fact)
        icon = "file-pdf" if attachment.type == "pdf" else "image"
        line = PressableLines(
            self._workspace.theme,
            [Line((Part(attachment.name), Part(words, "small", "ink2")), icon)],
            does=self._workspace.text("Show the attachment"),
        )
        line.setObjectName(f"attachment:{attachment.id}")
        line.clicked.connect(partial(self._show, attachment.id))
        return line

    def _show(self, attachment_id: str, *_: object) -> None:
        self._workspace.go("attachment", record_id=attachment_id)

    def _come_into_sight(self) -> None:
        """Files may be dropped far above: what becomes of them is told here."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self)

    def _choose(self) -> None:
        text = self._workspace.text
        pictures = text("Pictures and PDF") + " (*.png *.jpg *.jpeg *.webp *.pdf)"
        filters = pictures + ";;" + text("All files") + " (*)"
        self.add(ask_files(self, text("Add an attachment"), filters))

    def _invite(self, held: bool) -> None:
        if not self._adding.is_busy:
            text = self._workspace.text
            words = text("Let go to add it here.") if held else ""
            self._under_way.setText(words)
            self._under_way.setVisible(held)

    def _tell(self) -> None:
        """What is being added, what was not; that of other records is told where they are."""
        adding, text = self._adding, self._workspace.text
        ours = adding.owner_id in self._shown()
        file = adding.under_way if ours else ""
        self._under_way.setText(text("Checking {file} and adding it…", file=file) if file else "")
        self._under_way.setVisible(bool(file))
        self._failed.set_lines([("warning", failure) for failure in adding.failures] if ours else [])
        self.add_button.setEnabled(not adding.under_way)

    def _follow(self, changes: Changes) -> None:
        if changes.touches("attachment"):
            self.refresh()
