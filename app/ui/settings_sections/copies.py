"""Copies of the notebook: kept by themselves, made on demand, put back."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.actions.copies.copy_notebook import LAST_COPY, copy_notebook
from app.actions.copies.keep_copies import OFF, SHARE, name_second_place
from app.actions.copies.look_at_copies import Copies as Looked
from app.actions.copies.look_at_copies import look_at_copies
from app.errors import CarnetError
from app.i18n import N_
from app.ui.ask_place import ask_folder
from app.ui.settings_sections.copies_rows import kept_rows, share_chips
from app.ui.settings_sections.section import Section
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.words.copy_words import copy_title, size_words


class Copies(Section):
    """What there is is read beside, from disks that may be slow; rows that depend on it come then."""

    key: ClassVar[str] = "copy"
    tab: ClassVar[str] = N_("Copy")
    lead: ClassVar[str] = N_(
        "A copy is encrypted like the notebook and opens with the same phrase. Keep it on another drive."
    )

    _hears = False

    def focus_first(self, field: str) -> QWidget | None:
        """On the copy."""
        return self._copy

    def fill(self) -> None:
        """When, by themselves or on demand, where, how many, and the way back."""
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        self._now = Button(theme, text("Make a copy now"), kind="primary")
        self._now.clicked.connect(self._make_now)
        self._now.setVisible(workspace.copies is not None)
        self._copy = Button(theme, text("Make a copy…"), icon="copy")
        self._copy.clicked.connect(self._choose_folder)
        restore = Button(theme, text("Put back a copy…"), icon="clock-counter-clockwise")
        restore.clicked.connect(lambda: workspace.restore_wanted.emit())
        self._copying = ProgressBar(theme)
        self._last = Label(theme, wrap=True)
        self._same_drive = Banner(theme)
        self.sheet.add_row(text("Last copy"), self._last, gap=28)
        self.sheet.add_row("", FlowRow(theme, self._now, self._copy, restore), gap=12)
        self.sheet.add_row("", self._copying, gap=4)
        self.sheet.add_row("", self._same_drive, gap=4)
        self._by_itself()
        self._place = Label(theme, wrap=True)
        name = Button(theme, text("Choose a second place…"), kind="quiet", icon="folder-open")
        name.clicked.connect(self._choose_place)
        self._forget = Button(theme, text("No second place"), kind="quiet", icon="x")
        self._forget.clicked.connect(lambda: self._set_place(None))
        self._forget.hide()
        self.sheet.add_row(text("Second place"), self._place, gap=24)
        self.sheet.add_row("", FlowRow(theme, name, self._forget), gap=4)
        self._room = Label(theme, role="small", ink="ink2", wrap=True)
        chips = share_chips(workspace, self._set_share)
        self.sheet.add_row(text("Room"), chips, gap=24)
        self.sheet.add_row("", self._room, gap=4)
        self._kept = FlowRow(theme)
        self.sheet.add_row(text("Copies"), self._kept, gap=24)
        folder = Label(theme, str(workspace.notebook.folder), wrap=True)
        self.sheet.add_row(text("Notebook"), folder, gap=24)
        if workspace.copies is not None and not self._hears:
            workspace.copies.changed.connect(self._hear)
            self._hears = True
        self._show_last("")
        self._look()

    def _by_itself(self) -> None:
        text, notebook = self.workspace.text, self.workspace.notebook
        words = text("Keep copies automatically")
        detail = text("Every 30 minutes of work and when the notebook is closed, if something has changed.")
        if notebook.is_demonstration:
            words = text("A demonstration notebook keeps no copies automatically.")
            self.sheet.add_row("", Label(self.workspace.theme, words, ink="ink2", wrap=True), gap=24)
            return
        automatic = CheckRow(
            self.workspace.theme, words, detail=detail, checked=not notebook.preferences.get(OFF, False)
        )
        automatic.toggled.connect(lambda on: notebook.preferences.set(OFF, not on))
        self.sheet.add_row("", automatic, gap=24)

    def _look(self) -> None:
        look = partial(look_at_copies, self.workspace.notebook)
        self.workspace.tasks.run(look, done=self._show, failed=self.workspace.failed.emit)

    def _hear(self) -> None:
        """The keeper of copies did something."""
        if not self.up:
            return
        copies = self.workspace.copies
        assert copies is not None
        self._now.setEnabled(not copies.busy)
        if copies.busy:
            return
        self._copying.finish()
        if copies.failure:
            self.workspace.failed.emit(copies.failure)
        self._look()

    def _show(self, looked: Looked) -> None:
        if not self.up:
            return
        workspace, text, locale = self.workspace, self.workspace.text, self.workspace.locale
        if looked.away is None:
            self._place.setText(text("None. A stick or another drive survives this computer."))
        elif looked.away_there:
            self._place.setText(str(looked.away))
        else:
            self._place.setText(text("{folder} (not here now)", folder=looked.away))
        self._forget.setVisible(looked.away is not None)
        self._room.setText(
            locale.plural(
                "{n} copy, {used} of the {budget} allowed on this drive. The oldest go first.",
                "{n} copies, {used} of the {budget} allowed on this drive. The oldest go first.",
                len(looked.here), used=size_words(locale, looked.used),
                budget=size_words(locale, looked.budget),
            )
        )  # fmt: skip
        self._kept.clear()
        for row in kept_rows(workspace, looked):
            self._kept.add(row)
        if looked.here:
            self._verified(looked)

    def _verified(self, looked: Looked) -> None:
        newest = max([*looked.here, *looked.away_copies], key=lambda copy: copy.made)
        title = copy_title(self.workspace.locale, newest, self.workspace.today)
        last = self.workspace.notebook.preferences.get(LAST_COPY)
        if last is None or looked.record.verified_at > last:
            words = self.workspace.text("{moment}, read back whole", moment=title)
            self._last.setText(words)

    def _make_now(self) -> None:
        copies = self.workspace.copies
        if copies is not None:
            self._copying.start(self.workspace.text("The copy is being made and read back…"))
            copies.make_now()

    def _set_share(self, share: int) -> None:
        self.workspace.notebook.preferences.set(SHARE, share)
        self._look()

    def _choose_place(self) -> None:
        place = ask_folder(self.page, self.workspace.text("Where second copies go"))
        if place is not None:
            self._set_place(place)

    def _set_place(self, folder: Path | None) -> None:
        name = partial(name_second_place, self.workspace.notebook, folder=folder)
        self.workspace.tasks.run(name, done=self._tell_place, failed=self.workspace.failed.emit)

    def _tell_place(self, place: Path | None) -> None:
        if not self.up:
            return
        warned = place is not None and _on_one_drive(place, self.workspace.notebook.folder)
        self._warn_same_drive(warned)
        if self.workspace.copies is not None and place is not None:
            self._make_now()
        elif self.workspace.copies is not None:
            self.workspace.copies.look_again()
        self._look()

    def _show_last(self, where: str) -> None:
        workspace = self.workspace
        last = workspace.notebook.preferences.get(LAST_COPY)
        if last is None:
            self._last.setText(workspace.text("None has been made yet."))
            return
        moment = workspace.locale.moment(last)
        said = (
            workspace.text("{moment}, read back whole: {folder}", moment=moment, folder=where)
            if where
            else workspace.text("{moment}, read back whole", moment=moment)
        )
        self._last.setText(said)

    def _choose_folder(self) -> None:
        place = ask_folder(self.page, self.workspace.text("Where the copy goes"))
        if place is not None:
            self.copy_to(place)

    def copy_to(self, folder: Path) -> None:
        """Make a copy in this folder and say where and when."""
        self._copy.setEnabled(False)
        self._same_drive.set_lines([])
        self._copying.start(self.workspace.text("The copy is being made and read back…"))
        self.workspace.tasks.run(
            partial(copy_notebook, self.workspace.notebook, destination=folder),
            done=self._tell_copy,
            failed=self._tell_no_copy,
            name=self.workspace.text("the copy"),
        )

    def _tell_copy(self, copy: Path) -> None:
        if not self.up:
            return
        self._copying.finish()
        self._copy.setEnabled(True)
        self._show_last(str(copy))
        self._warn_same_drive(_on_one_drive(copy, self.workspace.notebook.folder))

    def _warn_same_drive(self, warned: bool) -> None:
        same = self.workspace.text(
            "This copy lies on the same drive as the notebook: if the drive is lost, both are."
        )
        self._same_drive.set_lines([("warning", same)] if warned else [])

    def _tell_no_copy(self, failure: CarnetError) -> None:
        if self.up:
            self._copying.finish()
            self._copy.setEnabled(True)
            self.workspace.failed.emit(failure)


def _on_one_drive(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
