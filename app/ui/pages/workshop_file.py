"""A form, a letter or a service as it is worked with: the screen and the paper side by side."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.letters.prepare_blank_letter import prepare_blank_letter
from app.actions.papers.prepare_paper import prepare_blank_paper
from app.documents.letter_subject import LetterSubject
from app.documents.subject import PaperSubject
from app.errors import CarnetError, FormUnknown
from app.i18n import N_, NAMES, Locale
from app.models.changes import Changes
from app.models.letter import Letter, Reader
from app.ui.destination import Destination
from app.ui.form_view.form_view import FormView
from app.ui.pages.page import Page
from app.ui.paper.pdf_preview import PdfPreview
from app.ui.service_rows import add_service_rows
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.slot import Slot
from app.ui.widgets.tabs import Tabs
from app.ui.workshop.file_bar import FileBar
from app.ui.workshop.rooms import parted, state_of, things_of, title_of
from app.ui.workspace import Workspace

_READERS: dict[Reader, str] = {
    "guardians": N_("To the guardians"),
    "student": N_("To the student"),
    "partner": N_("To a partner"),
}


class WorkshopFilePage(Page):
    """Nothing can be written here and nothing is saved: it shows what a sheet and its paper would be."""

    place = "settings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._name, self._made = "", 0
        self.pdf = b""
        self.view: FormView | None = None
        self.bar = FileBar(workspace)
        self.language = ComboField(theme, choices=[], name=text("Language of the paper"))
        self.reader = ComboField(theme, choices=[], name=text("To whom"))
        self.language.currentIndexChanged.connect(self._choose)
        self.reader.currentIndexChanged.connect(self._choose)
        self._filling = False
        self._choices = FlowRow(theme, self.language, self.reader, spacing=12)
        self._tabs = Tabs(theme, [("screen", text("On the screen")), ("paper", text("On paper"))])
        self._tabs.chosen.connect(lambda _: self._fit())
        self._back = Button(theme, text("Back"), kind="quiet", icon="arrow-left")
        self._back.clicked.connect(workspace.go_back)
        self._sheet, self._slot = Sheet(theme, margin=132), Slot()
        self.picture = PdfPreview(workspace)
        self._title = Label(theme, role="title", wrap=True)
        self._state = Label(theme, ink="ink2", wrap=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addLayout(self._slot, 5)
        halves.addWidget(self.picture, 5)
        whole.addLayout(halves, 1)

    def open(self, destination: Destination) -> None:
        """The form, letter or service of that name; FormUnknown."""
        room, key = parted(destination.record_id)
        if key not in things_of(self.workspace.library, room):
            raise FormUnknown(form=key)
        if destination.record_id != self._name:
            self._tabs.set_current("screen")
        self._name = destination.record_id
        self._show()

    def show_changes(self, changes: Changes) -> None:
        """It was changed, here or by a list it uses."""
        room, key = parted(self._name)
        if changes.touches("unit_changes") and key in things_of(self.workspace.library, room):
            self._show()

    def focus_first(self) -> None:
        """On the way to change it."""
        self.bar.save.setFocus()

    def _head(self) -> QVBoxLayout:
        theme = self.workspace.theme
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(32), theme.px(12), theme.px(24), theme.px(6))
        head.setSpacing(theme.px(2))
        back = QHBoxLayout()
        back.addSpacing(-theme.px(8))  # the quiet words stand above the title
        back.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        back.addStretch(1)
        back.addWidget(self._choices, 0, Qt.AlignmentFlag.AlignRight)
        head.addLayout(back)
        for part in (self._title, self._state, self.bar):
            head.addWidget(part)
        if theme.large:  # one half at a time
            head.addWidget(self._tabs)
        else:
            self._tabs.setParent(self)
            self._tabs.hide()
        return head

    def _show(self) -> None:
        workspace, (room, key) = self.workspace, parted(self._name)
        thing = things_of(workspace.library, room)[key]
        self._title.setText(workspace.locale.words(title_of(workspace.library, self._name)) or key)
        facts = [getattr(thing, "code", ""), state_of(workspace, self._name)]
        if room != "frameworks":
            facts.insert(1, workspace.text("version {n}", n=thing.version))
        if room == "forms":
            facts.append(workspace.text("to look at: nothing is written here"))
        self._state.setText(" · ".join(fact for fact in facts if fact))
        self.bar.show_file(self._name)
        self._filling = True
        spoken = thing.languages if room == "letters" else workspace.service.languages
        chosen = self.language.chosen() or workspace.locale.code
        self.language.set_choices([(code, NAMES.get(code, code)) for code in spoken])
        self.language.choose(chosen if chosen in spoken else spoken[0])
        self.language.setVisible(room != "frameworks")
        readers = thing.readers if room == "letters" else []
        reader = self.reader.chosen()
        self.reader.set_choices([(one, workspace.text(_READERS[one])) for one in readers])
        if readers:
            self.reader.choose(reader if reader in readers else readers[0])
        self.reader.setVisible(len(readers) > 1)
        self._filling = False
        self._choose()

    def _choose(self) -> None:
        """Another language or reader, or another file."""
        if self._filling or not self._name:
            return
        workspace, (room, key) = self.workspace, parted(self._name)
        thing = things_of(workspace.library, room)[key]
        self.view = None
        if room == "forms":
            sheet = self._form_sheet(key)
        else:
            sheet = Sheet(workspace.theme, margin=104)
            if room == "letters":
                self._letter_rows(sheet, thing)
            else:
                add_service_rows(workspace, sheet, thing, named=False)
        self._sheet = self._slot.put(sheet)
        self._fit()
        self._draw(room, key, thing)

    def _form_sheet(self, key: str) -> Sheet:
        workspace = self.workspace
        form = workspace.library.form_for(key, workspace.notebook.framework)
        locale = Locale(self.language.chosen() or workspace.locale.code)
        view = FormView(workspace.theme, locale, form, workspace.lists, workspace)
        every = {question.key for question in form.questions}
        for section in view.sections:  # those a condition hides are on the paper too
            section.show_only(every)
        view.setEnabled(False)
        sheet = Sheet(workspace.theme, margin=view.margin, narrow_below=view.narrow_below)
        sheet.add_wide(view, gap=4)
        self.view = view
        return sheet

    def _letter_rows(self, sheet: Sheet, letter: Letter) -> None:
        workspace = self.workspace
        code = self.language.chosen() or ""
        parts = [(workspace.text("Subject"), letter.subject)]
        parts += [(workspace.text(_READERS[one]), letter.text.to(one)) for one in letter.readers]
        parts += [(workspace.text("Reply slip"), letter.slip)]
        for label, words in parts:
            if said := words.get(code, "").strip():
                sheet.add_row(label, Label(workspace.theme, said, wrap=True), gap=20)

    def _fit(self) -> None:
        """Both halves, or with large letters the one that was chosen; a service has no paper."""
        paper = not self._name.startswith("frameworks/")
        one = self.workspace.theme.large
        self._tabs.setVisible(one and paper)
        on_paper = one and self._tabs.current() == "paper"
        self._sheet.setVisible(not (paper and on_paper))
        self.picture.setVisible(paper and (not one or on_paper))

    def _draw(self, room: str, key: str, thing: Any) -> None:
        workspace = self.workspace
        self._made += 1
        self.pdf = b""
        self.picture.show_pdf(b"")
        if room == "frameworks":
            return
        locale = Locale(self.language.chosen() or workspace.locale.code)
        subject: PaperSubject | LetterSubject
        try:
            if room == "forms":
                subject = prepare_blank_paper(
                    workspace.notebook, library=workspace.library, form_key=key, locale=locale,
                    day=workspace.today,
                )  # fmt: skip
            else:
                reader: Any = self.reader.chosen()
                subject = prepare_blank_letter(
                    workspace.notebook, library=workspace.library, letter=thing, reader=reader,
                    locale=locale, day=workspace.today,
                )  # fmt: skip
        except CarnetError as failure:
            workspace.failed.emit(failure)
            return
        workspace.tasks.run(
            partial(_drawn, subject, locale),
            done=partial(self._show_made, self._made),
            failed=workspace.failed.emit,
        )

    def _show_made(self, asked_for: int, pdf: bytes) -> None:
        if asked_for == self._made:
            self.pdf = pdf
            self.picture.show_pdf(pdf)


def _drawn(subject: PaperSubject | LetterSubject, locale: Locale) -> bytes:
    from app.documents import form_pdf, letter_pdf  # much memory, and most days begin without a paper

    if isinstance(subject, LetterSubject):
        return letter_pdf.build(subject, locale)
    return form_pdf.build(subject, locale)
