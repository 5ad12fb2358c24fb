"""An attachment, shown inside the window: its pages, larger and smaller, and the two ways it can go."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.attachments.came_from import came_from
from app.actions.attachments.look_at_attachment import look_at_attachment
from app.actions.bin_record import bin_record, restore_record
from app.errors import CarnetError
from app.exchange.attachments.viewer import AttachmentViewer
from app.models.attachment import Attachment
from app.models.pixels import Pixels
from app.ui.destination import Destination
from app.ui.dialogs.save_attachment import save_attachment
from app.ui.pages.page import Page
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import Label
from app.ui.widgets.zoom_picture import WHOLE, ZoomPicture
from app.ui.words.attachment_words import attachment_words, owner_words
from app.ui.workspace import Workspace

_SOON_MS = 80
_WORD = 24  # letters
_SMALL = 1000  # pixels across


class AttachmentPage(Page):
    """A process of its own decodes it for as long as it is shown, and sees nothing else."""

    place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._attachment: Attachment | None = None
        self._viewer: AttachmentViewer | None = None
        self._opened = 0  # what was asked for another attachment comes too late
        self._page, self._is_asking, self._is_stale = 0, False, False
        self._title = Label(theme, role="title", wrap=True)
        self._facts = Label(theme, ink="ink2", wrap=True)
        self._said = Label(theme, role="body", ink="ink2", wrap=True)
        self._where = Label(theme, ink="ink2")
        self._back = Button(theme, text("Back"), kind="quiet", icon="arrow-left")
        self._bin = Button(theme, text("Bin"), kind="quiet", icon="trash")
        self._save = Button(theme, text("Save…"), kind="outlined")
        self._before = IconButton(theme, "caret-left", text("Page before"))
        self._after = IconButton(theme, "caret-right", text("Next page"))
        self._smaller = IconButton(theme, "minus", text("Smaller"))
        self._larger = IconButton(theme, "plus", text("Larger"))
        self._whole = Button(theme, text("Whole page"), kind="quiet", small=True)
        self.picture = ZoomPicture(theme)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        self._build()
        self._back.clicked.connect(workspace.go_back)
        self._bin.clicked.connect(self._put_in_bin)
        self._save.clicked.connect(self._save_out)
        self._before.clicked.connect(lambda: self.picture.turn(-1))
        self._after.clicked.connect(lambda: self.picture.turn(1))
        self._smaller.clicked.connect(lambda: self.picture.change_zoom(-1))
        self._larger.clicked.connect(lambda: self.picture.change_zoom(1))
        self._whole.clicked.connect(self.picture.show_whole)
        self.picture.page_wanted.connect(self._turn)
        self.picture.zoomed.connect(lambda: self._soon.start(_SOON_MS))

    def open(self, destination: Destination) -> None:
        """Read it from the notebook and begin to look."""
        self._close()
        workspace = self.workspace
        attachment = workspace.notebook.attachments.get(destination.record_id)
        self._attachment = attachment
        self._title.setText(_breakable(attachment.name))
        self._title.setAccessibleName(attachment.name)
        sender = came_from(workspace.notebook, attachments=[attachment]).get(attachment.id, "")
        facts = [*owner_words(workspace, attachment), *attachment_words(workspace, attachment, sender)]
        self._facts.setText(" · ".join(facts))
        self.picture.setAccessibleName(attachment.name)
        self.picture.begin(zoom=1.0 if attachment.type == "pdf" else WHOLE)
        self._bin.setVisible(attachment.removed_at is None)
        self._say(workspace.text("Opening the attachment…"))
        self._show_place(0)
        workspace.tasks.run(
            partial(look_at_attachment, workspace.notebook, attachment_id=attachment.id),
            done=partial(self._begin, self._opened),
            failed=partial(self._fail, self._opened),
        )

    def leave(self) -> bool:
        """Nobody looks any more."""
        self._close()
        return True

    def keep(self) -> None:
        """The notebook is locked: the picture and the process that holds its bytes are gone at once."""
        self._close()

    def focus_first(self) -> None:
        """On the picture: arrows move it, PgUp and PgDn turn its pages."""
        self.picture.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """However the page goes away, the process goes too."""
        super().hideEvent(event)
        if not self.isVisibleTo(self.window()):
            self._close()

    def _build(self) -> None:
        theme = self.workspace.theme
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(32), theme.px(8), theme.px(24), theme.px(8))
        top.setSpacing(theme.px(12))
        top.addLayout(words, 1)
        top.addWidget(FlowRow(theme, self._bin, self._save, spacing=12), 0, Qt.AlignmentFlag.AlignTop)
        tools = QHBoxLayout()
        tools.setContentsMargins(theme.px(32), 0, theme.px(24), theme.px(8))
        tools.setSpacing(theme.px(4))
        tools.addWidget(self._said, 1)
        way: tuple[QWidget, ...] = (self._before, self._where, self._after)
        for widget in (*way, self._smaller, self._larger, self._whole):
            tools.addWidget(widget)
        tools.insertSpacing(tools.indexOf(self._smaller), theme.px(16))
        back = QHBoxLayout()
        back.setContentsMargins(theme.px(24), theme.px(20), 0, 0)
        back.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(back)
        whole.addLayout(top)
        whole.addLayout(tools)
        whole.addWidget(self.picture, 1)

    def _close(self) -> None:
        self._opened += 1
        self._soon.stop()
        viewer, self._viewer = self._viewer, None
        self._page, self._is_asking, self._is_stale = 0, False, False
        self.picture.begin(zoom=WHOLE)
        if viewer is not None:
            viewer.close()

    def _begin(self, asked_for: int, viewer: AttachmentViewer) -> None:
        if asked_for != self._opened:
            viewer.close()
            return
        self._viewer = viewer
        self._ask()

    def _turn(self, page: int) -> None:
        self._page = page
        self._ask()

    def _ask(self) -> None:
        """The page as large as it is shown; one picture at a time, the last wish counts."""
        if self._viewer is None:
            return
        if self._is_asking:
            self._is_stale = True
            return
        self._is_asking, self._is_stale = True, False
        page, width = self._page, self.picture.wanted()
        self.workspace.tasks.run(
            partial(self._viewer.page, page, width=width * self._finer(width)),
            done=partial(self._show, self._opened, page, width),
            failed=partial(self._fail, self._opened),
        )

    def _show(self, asked_for: int, page: int, width: int, pixels: Pixels) -> None:
        if asked_for != self._opened or self._viewer is None:
            return
        drawn = QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB888)
        smooth = Qt.TransformationMode.SmoothTransformation
        image = drawn.scaledToWidth(width, smooth) if pixels.width > width else drawn.copy()
        self._is_asking = False
        self._say("")
        self.picture.show_picture(image, page=page, pages=self._viewer.pages, most=pixels.whole_width)
        self._show_place(self._viewer.pages)
        if self._is_stale or width < min(self.picture.wanted(), pixels.whole_width):
            self._soon.start(_SOON_MS)

    def _finer(self, width: int) -> int:
        """Small pages are drawn larger and made smaller: letters set on whole pixels stand unevenly."""
        is_pdf = self._attachment is not None and self._attachment.type == "pdf"
        return 2 if is_pdf and width < _SMALL else 1

    def _fail(self, asked_for: int, failure: CarnetError) -> None:
        if asked_for != self._opened:
            return
        self._is_asking = False
        self._say(failure.said(self.workspace.locale))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self.picture.setAccessibleDescription(words)

    def _show_place(self, pages: int) -> None:
        text = self.workspace.text
        words = text("page {page} of {pages}", page=self._page + 1, pages=pages) if pages > 1 else ""
        self._where.setText(words)
        if pages:
            self.picture.setAccessibleDescription(words)
        for way, possible in ((self._before, self._page > 0), (self._after, self._page + 1 < pages)):
            way.setVisible(pages > 1)
            way.setEnabled(possible)
        for tool in (self._smaller, self._larger, self._whole):
            tool.setVisible(pages > 0)

    def _put_in_bin(self) -> None:
        workspace, attachment = self.workspace, self._attachment
        if attachment is None:
            return
        where = {"library": workspace.library, "kind": "attachment", "record_id": attachment.id}
        if workspace.act(bin_record, **where):
            workspace.go_back()
            workspace.offer_undo(
                workspace.text("The attachment is in the bin."),
                lambda: workspace.act(restore_record, **where),
            )

    def _save_out(self) -> None:
        if self._attachment is not None and save_attachment(self.workspace, self, self._attachment):
            self._say(self.workspace.text("Saved; the ledger has a line about it."))


def _breakable(name: str) -> str:
    """A word as long as a line goes on below instead of widening the window."""
    words = ("\u200b".join(word) if len(word) > _WORD else word for word in name.split(" "))
    return " ".join(words)
