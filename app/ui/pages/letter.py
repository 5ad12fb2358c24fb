"""A letter about one student: to whom, in which words, and the page itself before it leaves."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.letters.begin_letter import LEFT_OPEN, begin_letter
from app.actions.letters.find_addressees import find_addressees
from app.actions.letters.hand_out_letters import OutgoingLetter, hand_out_letters, record_letters
from app.actions.letters.prepare_letter import open_case, prepare_letter
from app.actions.service_of import service_of_student
from app.documents.letter_subject import LetterSubject
from app.errors import CarnetError
from app.frameworks.letters import empty_places, place_words, unknown_places
from app.frameworks.plain import plain_letter
from app.i18n import Locale
from app.models.addressee import Addressee
from app.models.case import Case
from app.models.changes import Changes
from app.ui.destination import Destination
from app.ui.letters.addressee_rows import AddresseeRows
from app.ui.letters.ground_field import GroundField
from app.ui.letters.letter_choices import LetterChoices
from app.ui.letters.letter_circle import LetterCircle
from app.ui.letters.own_text import OwnText
from app.ui.pages.leaving import LeavingPage
from app.ui.paper.paper_column import PaperColumn, side_by_side, stacked
from app.ui.paper.pdf_preview import PdfPreview
from app.ui.prints import Noting
from app.ui.services import service_for
from app.ui.strips.cautions_banner import CautionsBanner
from app.ui.strips.unwritten_banner import UnwrittenBanner
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Future


class LetterPage(LeavingPage):
    """Preview, saved file and print input are the same bytes; each letter writes a line in the ledger."""

    place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._student_id, self._chosen_before = "", False
        self._pdf, self._made = b"", 0
        self._readable = True
        self._letters: list[OutgoingLetter] = []
        self._choices: LetterChoices | None = None
        self._addressees: AddresseeRows | None = None
        self._circle: LetterCircle | None = None
        self._title = Label(theme, text("Letter"), role="title", wrap=True)
        self._subtitle = Label(theme, ink="ink2", wrap=True)
        self._cautions = CautionsBanner(workspace, leaving=True)
        self._missing = Banner(theme, tone="calm")
        self._wrong = Banner(theme)
        self._unwritten = UnwrittenBanner(workspace)
        self._slot = QVBoxLayout()
        self._ground = GroundField(workspace)
        self._text = OwnText(workspace)
        self._ledger = Label(theme, role="small", ink="ink2", wrap=True)
        self._picture = PdfPreview(workspace)
        self._build()
        self._ground.changed.connect(self._allow)
        self._text.changed.connect(self._make)

    def open(self, destination: Destination) -> None:
        """A letter about `student_id`; `form` is the key of one of the letters, if any."""
        workspace = self.workspace
        self._made += 1  # whatever is still being made is for somebody else
        self._pdf = b""
        self._allow()
        student = workspace.notebook.students.get(destination.student_id)
        student = workspace.notebook.students.find(student.joined_into) or student
        self._student_id, self._chosen_before = student.id, bool(destination.form)
        self._subtitle.setText(student.name)
        self._cautions.show_student(student.id)
        self._news.say("")
        service = service_of_student(workspace.notebook, student_id=student.id)
        letters = workspace.library.letters_for(service) or [plain_letter()]
        if self._choices is not None:
            self._slot.removeWidget(self._choices)
            self._choices.deleteLater()
            self._addressees, self._circle = None, None  # they stood in it
        self._choices = LetterChoices(workspace, letters, service=service_for(workspace, student.id))
        left = workspace.notebook.preferences.get(LEFT_OPEN) or {}
        if left:
            workspace.notebook.preferences.set(LEFT_OPEN, None)
        left = left if left.get("student") == student.id else {}
        key = left.get("letter") or destination.form
        if key in workspace.library.letters:
            self._choices.choose(key)
        self._choices.letter_changed.connect(lambda: self._begin())
        self._choices.changed.connect(self._make)
        self._slot.addWidget(self._choices)
        self._begin(left)

    def keep(self) -> "Future[None] | None":
        """The notebook is locked: what was written comes back with this page."""
        if self._choices is None or self._addressees is None:
            return None
        left = {
            "student": self._student_id, "letter": self._choices.letter.key,
            "language": self._choices.language, "asked": self._choices.answers, "own": self._text.raw(),
            "to": [list(one.record_ids) for one in self._addressees.chosen()],
            "circle": self._circle.by_hand if self._circle is not None else "",
        }  # fmt: skip
        return self.workspace.keep_left(LEFT_OPEN, left)

    def focus_first(self) -> None:
        """On the choice of the letter; where that was made before, on what it asks and nobody answered."""
        if self._choices is None or self._addressees is None:
            return
        if self._chosen_before and (self._addressees.focus_missing() or self._choices.focus_missing()):
            return
        self._choices.focus_first()

    def shown(self) -> bytes:
        """A letter for each it goes to."""
        return self._pdf

    def may_leave(self) -> bool:
        """An agreement that is over is told of; on another ground it may leave all the same."""
        return self.ground_holds(self._ground, [(one.student_id, one.recipient) for one in self._letters])

    def notings(self) -> list[Noting]:
        """A line for each letter."""
        how = {
            "letters": self._letters, "pdf": self._pdf, "means": "printed", "ground": self._ground.ground,
        }  # fmt: skip
        return [Noting(record_letters, how)]

    def hand_out(self, path: Path) -> Changes:
        """The file and its lines in the ledger, or neither."""
        return hand_out_letters(
            self.workspace.notebook, letters=self._letters, pdf=self._pdf, path=path,
            ground=self._ground.ground,
        )  # fmt: skip

    def file_name(self) -> str:
        """The letter and the case, never the person."""
        assert self._choices is not None
        case = open_case(self.workspace.notebook, student_id=self._student_id)
        letter = self._choices.letter
        return "-".join([letter.code or letter.key, *([case.reference] if case else [])])

    def _build(self) -> None:
        theme = self.workspace.theme
        column = self._column = PaperColumn(theme, self._back)
        column.parts.addLayout(stacked(theme, self._title, self._subtitle, self._cautions))
        column.parts.addSpacing(theme.px(8))
        column.parts.addLayout(self._slot)
        column.parts.addWidget(self._ground)
        column.parts.addWidget(self._text)
        column.end(
            stacked(theme, self._wrong, self._unwritten, self._missing, self._ledger, self._news), self.save,
            self.print, said_scrolls=theme.large,
        )  # fmt: skip
        whole = side_by_side(self)
        whole.addLayout(column, 5)
        whole.addWidget(self._picture, 5)

    def _begin(self, left: Mapping[str, Any] = MappingProxyType({})) -> None:
        """Another letter was chosen, or one that was `left` is gone on with."""
        assert self._choices is not None
        workspace, letter = self.workspace, self._choices.letter
        answers = begin_letter(
            workspace.notebook, letter=letter, student_id=self._student_id, today=workspace.today
        )
        known = find_addressees(
            workspace.notebook, student_id=self._student_id, day=workspace.today,
            majority=service_for(workspace, self._student_id).majority,
        )  # fmt: skip
        if self._addressees is not None:
            self._addressees.deleteLater()
        self._addressees = AddresseeRows(workspace, letter, known)
        self._addressees.changed.connect(self._make)
        self._choices.whom.addWidget(self._addressees)
        if self._circle is not None:
            self._circle.hide()
            self._circle.deleteLater()
        self._circle = LetterCircle(workspace, self._about(), letter)
        self._choices.whom.addWidget(self._circle)
        self._ground.setVisible(letter.to_partner)
        self._ground.begin(own=not letter.to_partner)
        spoken = [code for one in self._addressees.chosen() for code in one.languages]
        language = next((code for code in spoken if code in letter.languages), workspace.locale.code)
        self._choices.show_letter(left.get("asked", answers), language=left.get("language", language))
        self._text.set_raw(left.get("own", []))
        if left:
            self._addressees.choose(left["to"])
            self._circle.look_at(self._addressees.chosen(), by_hand=left.get("circle", ""))
        self._circle.changed.connect(self._stand)
        self._make()

    def _make(self) -> None:
        assert self._choices is not None
        assert self._addressees is not None
        choices, chosen = self._choices, self._addressees.chosen()
        locale = Locale(choices.language)
        if chosen:
            reader = chosen[0].reader
            self._text.show_words(
                locale.words(choices.letter.text.to(reader)), for_whom=(reader, locale.code)
            )
        self._text.setEnabled(bool(chosen))
        self._made += 1
        self._pdf = b""
        self._allow()
        try:
            subjects = [self._subject(one, locale) for one in chosen]
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            return
        self._tell(subjects)
        self._note(chosen, locale)
        self.workspace.tasks.run(
            partial(_drawn, subjects, locale),
            done=partial(self._show_made, self._made),
            failed=self.workspace.failed.emit,
        )

    def _subject(self, one: Addressee, locale: Locale) -> LetterSubject:
        assert self._choices is not None
        workspace, choices = self.workspace, self._choices
        return prepare_letter(
            workspace.notebook, library=workspace.library, letter=choices.letter, addressee=one,
            student_id=self._student_id, locale=locale, today=workspace.today, asked=choices.answers,
            text=self._text.words_for((one.reader, locale.code)), window=choices.window_side,
            neutral=choices.neutral,
        )  # fmt: skip

    def _tell(self, subjects: Sequence[LetterSubject]) -> None:
        """What a pen will have to fill, and what nobody can fill."""
        workspace, text = self.workspace, self.workspace.text
        empty: dict[str, None] = {}
        unknown: dict[str, None] = {}
        for subject in subjects:
            letter = subject.letter
            whole = f"{subject.text}\n{next(iter(letter.slip.values()), '')}"
            empty |= dict.fromkeys(
                place_words(name, letter=letter, locale=workspace.locale)
                for name in empty_places(whole, values=subject.values)
            )
            unknown |= dict.fromkeys(unknown_places(subject.text, letter=letter))
            if letter.addressed and len(subject.address) < 2:
                empty |= {text("address"): None}
        names = ", ".join(empty)
        self._missing.set_lines([("note-pencil", text("To be filled in by hand: {names}.", names=names))])
        self._missing.setVisible(bool(empty))
        sentence = text("Nothing can be put in the place of {names}.", names=", ".join(unknown))
        self._wrong.set_lines([("warning", sentence)])
        self._wrong.setVisible(bool(unknown))
        self._readable = not unknown

    def _about(self) -> Case:
        """The case whose service says who receives what; one that nobody wrote where there is none."""
        workspace = self.workspace
        case = open_case(workspace.notebook, student_id=self._student_id)
        return case or Case(student_id=self._student_id, reference="", opened=workspace.today)

    def _stand(self) -> None:
        """Another circle was chosen by hand: the ledger says so, the letter is the same."""
        assert self._addressees is not None
        assert self._circle is not None
        standing = [self._circle.standing(one) for one in self._addressees.chosen()]
        self._letters = [
            msgspec.structs.replace(letter, circle=circle, scope=scope)
            for letter, (circle, scope) in zip(self._letters, standing, strict=True)
        ]

    def _note(self, chosen: Sequence[Addressee], locale: Locale) -> None:
        assert self._choices is not None
        assert self._circle is not None
        letter = self._choices.letter
        case = open_case(self.workspace.notebook, student_id=self._student_id)
        self._letters = [
            OutgoingLetter(
                what=f"{letter.key} v{letter.version}", student_id=self._student_id,
                case_id=case.id if case else None, recipient=one.name, language=locale.code,
            )
            for one in chosen
        ]  # fmt: skip
        self._circle.look_at(chosen)
        self._stand()
        n = len(chosen)
        self._ledger.setText(
            self.workspace.locale.plural(
                "{n} letter; saving or printing adds a line to the ledger of what left.",
                "{n} letters; saving or printing adds a line for each to the ledger of what left.",
                n,
            )
            if n
            else self.workspace.text("Choose to whom it goes.")
        )

    def _show_made(self, asked_for: int, made: tuple[bytes, list[str]]) -> None:
        if asked_for == self._made:
            self._pdf, signs = made
            self._picture.show_pdf(self._pdf)
            self._unwritten.show_signs(signs)
            self._allow()
            self._column.keep_in_sight()

    def _allow(self) -> None:
        """Nothing leaves before it is made, readable, and has somebody to go to and a ground."""
        ready = bool(self._pdf) and self._readable and bool(self._ground.ground)
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)


def _drawn(subjects: Sequence[LetterSubject], locale: Locale) -> tuple[bytes, list[str]]:
    from app.documents import letter_pdf, unwritable  # much memory, and most days begin without a paper

    signs: list[str] = []
    papers = unwritable.noticing(((subject, locale) for subject in subjects), signs)
    return letter_pdf.build_many(papers), signs
