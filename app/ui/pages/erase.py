"""Erasing for ever: what goes, what stays elsewhere, and a gesture nobody makes by accident."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.history.erase_for_ever import Erased, erase_for_ever, finish_erasing
from app.actions.history.look_at_erasing import Erasing, look_at_erasing
from app.actions.other_computer.other_computer import other_computer
from app.actions.papers.prepare_certificate import counted
from app.errors import CarnetError
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.text_field import TextField
from app.ui.words.record_words import record_words
from app.ui.workspace import Workspace


class ErasePage(Page):
    """The word has to be written before the button can be pressed; leaving is always the nearer way."""

    place = "settings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._erasing: Erasing | None = None
        self._notes: list[str] = []
        self.word = TextField(theme, name=text("Write “{word}” here", word=text("erase")))
        self.word.textChanged.connect(self._allow)
        self.erase = Button(theme, text("Erase for ever"), kind="danger", icon="trash")
        self.erase.clicked.connect(self._erase)
        self._leave = Button(theme, text("Leave everything as it is"), kind="outlined")
        self._leave.clicked.connect(workspace.go_back)
        self._progress = ProgressBar(theme)
        self.sheet = Sheet(theme, margin=132)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(FlowRow(theme, self._leave, self.erase, spacing=12))
        column.addWidget(self._progress)
        self.sheet.set_footer(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sheet)

    def open(self, destination: Destination) -> None:
        """A record in the bin, or a case, by kind and identifier; RecordUnknown, StillNamed."""
        workspace, notebook = self.workspace, self.workspace.notebook
        self.begin()
        kind, record_id = destination.kind, destination.record_id
        found = look_at_erasing(notebook, kind=kind, record_id=record_id)
        whose, what = record_words(workspace, kind, notebook.shelf(kind).get(record_id))
        self.sheet.header.set_who(whose, what) if whose else self.sheet.header.set_who(what)
        self.show_all()
        self.show_going(found)

    def begin(self) -> None:
        """Nothing of what was shown before stays."""
        self._erasing, self._notes = None, []
        self.word.setParent(None)
        self.word.clear()
        self.sheet.clear()
        self._progress.finish()
        self._allow()
        self.sheet.set_title(self.workspace.text("Erase for ever"))
        self.sheet.header.set_who("")

    def leave(self) -> bool:
        """Not while it is being done: the answer would find nobody."""
        return self._leave.isEnabled()

    def focus_first(self) -> None:
        """On the safe answer."""
        self._leave.setFocus()

    def work(self, found: Erasing) -> Callable[[], Erased]:
        """What the worker does once the button is pressed."""
        gone = found.gone
        return partial(erase_for_ever, self.workspace.notebook, kind=gone.kind, record_id=gone.record_ids[0])

    def show_going(self, found: Erasing | None) -> None:
        """What would go now, and what stays elsewhere; None where nothing is chosen."""
        workspace, locale = self.workspace, self.workspace.locale
        self._erasing = found
        self._notes = workspace.personal.subjects(found.gone.every_id) if found else []
        lines = counted(found.counts, locale) if found else [workspace.text("Nothing is ticked")]
        if self._notes:
            n = len(self._notes)
            lines.append(locale.plural("{n} personal note beside it", "{n} personal notes beside it", n))
        self._going.setText("\n".join(lines))
        self._away.setText("\n".join(self._elsewhere(found)) if found else "")
        self._allow()

    def show_all(self, which: QWidget | None = None) -> None:
        """The rows of the page; `which` is where one chooses among several."""
        theme, text = self.workspace.theme, self.workspace.text
        self._going = Label(theme, role="strong", wrap=True)
        self._away = Label(theme, wrap=True)
        warning = text(
            "This cannot be undone. Nobody can read it again in this notebook, not even with the phrase."
        )
        self.sheet.add_row("", Banner(theme, [("warning", warning)], tone="bad"), gap=8)
        if which is not None:
            self.sheet.add_row(text("Which sheets"), which)
        self.sheet.add_row(text("What goes"), self._going)
        with_it = text("With everything written on it before: revisions, answers, search, drafts.")
        self.sheet.add_row("", Label(theme, with_it, ink="ink2", wrap=True), gap=4)
        stays = text("That it was there, who wrote it and when, as numbers; nobody’s words.")
        self.sheet.add_row(text("What stays"), Label(theme, stays, wrap=True))
        self.sheet.add_row(text("Elsewhere"), self._away)
        asked = text("To erase, write “{word}” here:", word=text("erase"))
        self.sheet.add_row("", Label(theme, asked, wrap=True), gap=24)
        self.word.setMaximumWidth(theme.px(240))
        self.sheet.add_row("", self.word, gap=4)
        self.word.show()

    def _elsewhere(self, found: Erasing) -> list[str]:
        text, locale = self.workspace.text, self.workspace.locale
        said = [
            text("{name} was handed it over: ask them to erase it too.", name=name) for name in found.sent_to
        ]
        said += [
            text("{name} handed it over and still has it; if it comes again it is refused here.", name=name)
            for name in found.came_from
        ]
        if other_computer(self.workspace.notebook) is not None:
            said.append(text("Your other computer has it too: erase it there as well."))
        if found.papers:
            said.append(
                locale.plural(
                    "{n} paper was printed or saved as a file: look for it where you keep papers.",
                    "{n} papers were printed or saved as files: look for them where you keep papers.",
                    found.papers,
                )
            )
        if found.last_copy:
            moment = locale.moment(found.last_copy)
            said.append(
                text(
                    "Copies of the notebook made until {moment} still hold it: make a new one, then delete"
                    " those.",
                    moment=moment,
                )
            )
        elif not found.has_kept:
            said.append(text("No copy was made from here. Copies made in another way would still hold it."))
        if found.has_kept:
            said.append(
                text(
                    "The copies kept automatically are replaced by a new one right afterwards, on a drive"
                    " that is away once it is back."
                )
            )
        return said

    def _allow(self) -> None:
        wanted = self.workspace.text("erase")
        ready = self.word.text().strip().casefold() == wanted.casefold()
        busy = not self._leave.isEnabled()  # what is ticked meanwhile begins nothing
        self.erase.setEnabled(self._erasing is not None and ready and not busy)

    def _erase(self) -> None:
        workspace, found = self.workspace, self._erasing
        if found is None:
            return
        self._wait(True)
        try:
            workspace.personal.erase_all(self._notes)
        except CarnetError as failure:
            self._tell(failure)
            return
        workspace.tasks.run(
            self.work(found),
            done=self._finish,
            failed=self._tell,
            name=workspace.text("the erasing for ever"),
        )

    def _finish(self, erased: Erased) -> None:
        """It is gone for everybody; the last traces are taken out of the file."""
        workspace = self.workspace
        self._erasing = None
        self.sheet.header.set_who("")
        workspace.erased.emit()
        workspace.tell(erased.changes)
        workspace.tasks.run(
            partial(finish_erasing, workspace.notebook),
            done=lambda _: self._certify(erased),
            failed=partial(self._tell_unfinished, erased),
        )

    def _certify(self, erased: Erased) -> None:
        self._wait(False)
        if self.workspace.copies is not None:
            self.workspace.copies.make_now()
        self.workspace.go("certificate", record_id=erased.erasure.id)

    def _tell_unfinished(self, erased: Erased, failure: CarnetError) -> None:
        self._certify(erased)
        self.workspace.failed.emit(failure)

    def _tell(self, failure: CarnetError) -> None:
        self._wait(False)
        self.workspace.failed.emit(failure)

    def _wait(self, waiting: bool) -> None:
        self._leave.setEnabled(not waiting)
        self.word.setEnabled(not waiting)
        if waiting:
            self.erase.setEnabled(False)
            self._progress.start(self.workspace.text("Being erased; the file is then written anew…"))
        else:
            self._progress.finish()
            self._allow()
