"""The top of a student's sheet: who it is, and what one begins from here."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.actions.service_of import asked_by, service_of_student
from app.actions.students.look_at_student import StudentFile
from app.models.form import Form
from app.ui.services import choose_service, services, told_service
from app.ui.sheet.form_uses import in_groups
from app.ui.transfer.handover_words import is_given_away
from app.ui.widgets.button import Button
from app.ui.widgets.sheet import Sheet
from app.ui.words.student_words import age, born
from app.ui.workspace import Workspace


class StudentHead(QObject):
    """New sheets by the forms of the service; its first interview and first referral stand in the open."""

    correct_wanted = Signal()
    join_wanted = Signal()
    separate_wanted = Signal(str)
    bin_wanted = Signal()
    revisions_wanted = Signal()

    def __init__(self, workspace: Workspace, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._workspace, self._sheet = workspace, sheet
        self._file: StudentFile | None = None
        theme, text, words = workspace.theme, workspace.text, workspace.locale.words
        forms = workspace.library.forms_for(workspace.notebook.framework)
        self._interview = next((form for form in forms if form.record == "interview"), None)
        self._referral = next((form for form in forms if form.record == "referral"), None)
        self._others = [form for form in forms if form not in (self._interview, self._referral)]
        self.begin = Button(theme, text("New interview"), kind="primary", hint="Ctrl+E")
        self.begin.clicked.connect(lambda: self._new(self._interview))
        if self._interview is None:
            self.begin.hide()
        lower = QHBoxLayout()
        lower.setSpacing(theme.px(4))
        lower.addStretch(1)
        if self._referral is not None:
            title = words(self._referral.short_title) or words(self._referral.title)
            refer = Button(theme, title, kind="quiet", icon="paper-plane-tilt", small=True)
            refer.clicked.connect(lambda: self._new(self._referral))
            lower.addWidget(refer)
        self._more = Button(theme, text("More"), kind="quiet", icon="caret-down", small=True)
        self._more.clicked.connect(self._offer)
        lower.addWidget(self._more)
        self._actions = QWidget()
        column = QVBoxLayout(self._actions)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(lower)
        sheet.header.add_right(self._actions)

    def show_file(self, file: StudentFile, *, in_bin: bool) -> None:
        """Name, class, birth, case; nothing can be begun for somebody in the bin."""
        self._file = file
        workspace, student = self._workspace, file.student
        when = ", ".join(
            filter(None, (born(student, workspace.locale), age(student, workspace.today, workspace.locale)))
        )
        case = file.open_case or next(iter(file.cases), None)
        school = file.schools.get(student.school_id or "", "") if len(file.schools) > 1 else ""
        facts = [
            student.class_name,
            school,
            when,
            workspace.text("case {reference}", reference=case.reference) if case else "",
            told_service(workspace, case),
        ]
        other_name = student.family_name if student.used_name else ""
        if other_name:
            facts.insert(0, workspace.text("officially {name}", name=other_name))
        self._sheet.set_title(student.name, " · ".join(filter(None, facts)))
        self._actions.setVisible(not in_bin)

    def begin_interview(self) -> None:
        """Ctrl+E."""
        if self._actions.isVisible():
            self._new(self._interview)

    def _new(self, form: Form | None, framework: str = "") -> None:
        """The sheet is of the service of its case; the first one, where several are in use, asks for it."""
        if form is None or self._file is None:
            return
        begin = partial(self._go, form.key)
        if framework or self._file.open_case is not None:
            begin(framework)
        else:
            choose_service(self._workspace, self._more, begin)

    def _go(self, form: str, framework: str) -> None:
        if self._file is not None:
            self._workspace.go("sheet", form=form, student_id=self._file.student.id, framework=framework)

    def _offer_other_services(self, menu: QMenu) -> None:
        """A sheet of another service in the same case."""
        workspace, words = self._workspace, self._workspace.locale.words
        here = service_of_student(
            workspace.notebook, student_id=self._file.student.id if self._file else None
        )
        for key, name in services(workspace):
            if key == here:
                continue
            under = menu.addMenu(workspace.text("New for {service}", service=name))
            seen, _ = asked_by(workspace.notebook, library=workspace.library, framework=key)
            for form in seen.forms_for(key):
                title = words(form.short_title) or words(form.title)
                under.addAction(title, partial(self._new, form, key))

    def _offer_handing_over(self, menu: QMenu) -> None:
        """The open case to a colleague whose card was compared, who goes on with it."""
        workspace = self._workspace
        case = self._file.open_case if self._file else None
        if self._file is None or case is None or is_given_away(self._file.handovers.get(case.id, [])):
            return
        known = [one for one in workspace.notebook.correspondents.list() if one.state == "compared"]
        if not known:
            return
        words = workspace.text("Hand case {reference} over for good to", reference=case.reference)
        under = menu.addMenu(words)
        for one in known:
            go = partial(workspace.go, "handover", record_id=one.id, kind=case.id, question="given")
            under.addAction(one.name, go)
        menu.addSeparator()

    def _offer_letters(self, menu: QMenu) -> None:
        """Each letter of the service of the case by its name."""
        workspace = self._workspace
        if self._file is None:
            return
        student_id = self._file.student.id
        letters = workspace.library.letters_for(service_of_student(workspace.notebook, student_id=student_id))
        if not letters:
            return
        under = menu.addMenu(workspace.text("Write a letter"))
        for letter in letters:
            go = partial(workspace.go, "letter", student_id=student_id, form=letter.key)
            under.addAction(workspace.locale.words(letter.title), go)

    def _offer(self) -> None:
        self.menu().popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def menu(self) -> QMenu:
        """Everything else one can do with this student."""
        workspace, text = self._workspace, self._workspace.text
        menu = QMenu(self._more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group, forms in in_groups(self._others):
            place = menu.addMenu(text(group)) if group else menu
            for form in forms:
                title = workspace.locale.words(form.short_title) or workspace.locale.words(form.title)
                place.addAction(title if group else text("New: {form}", form=title), partial(self._new, form))
        self._offer_other_services(menu)
        self._offer_letters(menu)
        if not menu.isEmpty():
            menu.addSeparator()
        self._offer_handing_over(menu)
        menu.addAction(text("Correct the student…"), self.correct_wanted.emit)
        menu.addAction(text("Revisions"), self.revisions_wanted.emit)
        menu.addAction(text("Join with another sheet…"), self.join_wanted.emit)
        for other in self._file.joined if self._file else []:
            words = text("Separate from the sheet of {name}", name=other.name)
            menu.addAction(words, partial(self.separate_wanted.emit, other.id))
        menu.addSeparator()
        menu.addAction(text("Put in the bin…"), self.bin_wanted.emit)
        return menu
