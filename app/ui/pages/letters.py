"""The same letter to several students: told who is left out, in each one's language, labels beside it."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtWidgets import QWidget

from app.actions.disclosure.circle_of import rule_for
from app.actions.letters.begin_letter import begin_letter
from app.actions.letters.hand_out_letters import OutgoingLetter, hand_out_letters, record_letters
from app.actions.letters.plan_letters import LetterPlan, Seen, outgoing_letters, plan_letters, prepare_letters
from app.documents.letter_subject import LetterSubject
from app.frameworks.plain import plain_letter
from app.frameworks.proposal import propose_letter
from app.i18n import Locale
from app.models.changes import Changes
from app.models.framework import FAMILY
from app.ui.destination import Destination
from app.ui.letters.label_bar import LabelBar
from app.ui.letters.left_out_lines import LeftOutLines
from app.ui.letters.letter_choices import OWN, LetterChoices
from app.ui.letters.student_choice import StudentChoice
from app.ui.pages.batch import BatchPage, Made, Plan, Words
from app.ui.paper.paper_column import stacked
from app.ui.prints import Noting
from app.ui.widgets.label import Label
from app.ui.words.circle_words import LETTER, proposal_words
from app.ui.workspace import Workspace

_GROUND = "OWN_DATA"
_NOBODY = LetterPlan(going=[], left_out=[], near=[])


class LettersPage(BatchPage):
    """A letter a student, or one for each parent who lives apart."""

    step, left_as = 10, "letters"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        text = workspace.text
        letters = workspace.library.letters_for(workspace.notebook.framework)
        family = [letter for letter in letters if not letter.to_partner] or [plain_letter()]
        self.choices = LetterChoices(workspace, family, own_language=True)
        super().__init__(
            workspace, choices=self.choices, students=StudentChoice(workspace), parent=parent,
            words=Words(
                title=text("Letters to several students"), make=text("Make the letters"),
                making=text("The letters are being made…"), nobody=text("Tick those who get a letter."),
                save=text("Save the paper"),
            ),
        )  # fmt: skip
        self._plan = _NOBODY
        self._seen: Seen = {}
        self._lines: list[OutgoingLetter] = []
        self.left_out, self.labels = LeftOutLines(workspace), LabelBar(workspace)
        self._circles = Label(workspace.theme, role="small", ink="ink2", wrap=True)
        under = QWidget()
        under.setLayout(stacked(workspace.theme, self.left_out, self._circles))
        self.lay_out(under=under, said=(self._count, self._news, self.progress, self.labels))
        self.choices.letter_changed.connect(lambda: self._begin())

    def open(self, destination: Destination) -> None:
        """Who there is may have changed."""
        self._seen = {}
        left = self.open_anew()
        self.choices.choose(left.get("letter") or self.choices.letter.key)
        self._begin(left)

    def written(self) -> dict[str, Any]:
        """Which letter, in which language, and what it was told."""
        return {
            "letter": self.choices.letter.key, "language": self.choices.language,
            "asked": self.choices.answers,
        }  # fmt: skip

    def planning(self) -> Callable[[], Plan]:
        """What finds out who gets one, and in which language."""
        workspace, letter, language = self.workspace, self.choices.letter, self.choices.language
        own, spoken = language == OWN, workspace.locale.code
        otherwise = spoken if spoken in letter.languages else letter.languages[0]
        return partial(
            plan_letters, workspace.notebook, letter=letter, student_ids=self.students.chosen,
            day=workspace.today, language=otherwise if own else language, own=own, seen=self._seen,
            library=workspace.library,
        )  # fmt: skip

    def show_plan(self, plan: Plan | None) -> None:
        """Who does not and why; the labels of those who do."""
        self._lines = []
        self._plan = plan if isinstance(plan, LetterPlan) else _NOBODY
        if plan is not None:
            self.left_out.show_plan(self._plan)
            self._circles.setText("\n".join(self._why()))
            self.labels.show_addresses(self._plan.going if self.choices.letter.addressed else [])

    def drawing(self, told: Callable[[int], bool]) -> Callable[[], Made]:
        """What draws them, and notes whom each is for."""
        workspace, choices, planned = self.workspace, self.choices, self._plan.going
        prepare = partial(
            prepare_letters, workspace.notebook, library=workspace.library, letter=choices.letter,
            planned=planned, asked=choices.answers, today=workspace.today, window=choices.window_side,
            neutral=choices.neutral,
        )  # fmt: skip
        note = partial(
            outgoing_letters, workspace.notebook, library=workspace.library, letter=choices.letter,
            planned=planned,
        )  # fmt: skip
        return partial(_draw, prepare, note, told)

    def keep_made(self, made: Made) -> None:
        """Whom each is for."""
        self._lines = made.noted

    def counted(self, n: int, *, made: bool) -> str:
        """How many letters."""
        plural = self.workspace.locale.plural
        if not made:
            return plural("{n} letter to make", "{n} letters to make", n)
        return plural(
            "{n} letter; saving or printing adds a line to the ledger of what left.",
            "{n} letters; saving or printing adds a line for each to the ledger of what left.",
            n,
        )

    def notings(self) -> list[Noting]:
        """A line for each letter."""
        how = {"letters": self._lines, "pdf": self._pdf, "means": "printed", "ground": _GROUND}
        return [Noting(record_letters, how)]

    def hand_out(self, path: Path) -> Changes:
        """The file and a line for each letter, or neither."""
        return hand_out_letters(
            self.workspace.notebook, letters=self._lines, pdf=self._pdf, path=path, ground=_GROUND
        )

    def file_name(self) -> str:
        """The letter's."""
        return self.choices.letter.code or self.choices.letter.key

    def _why(self) -> list[str]:
        """That it is written for those it goes to, and on what ground it may."""
        workspace, letter = self.workspace, self.choices.letter
        service = workspace.library.framework(workspace.notebook.framework)
        circles = dict.fromkeys(FAMILY[one.addressee.reader] for one in self._plan.going)
        proposals = (propose_letter(letter=letter, circle=rule_for(service, who)) for who in circles)
        return [proposal_words(workspace, one, LETTER) for one in proposals if one.circle]

    def _begin(self, left: Mapping[str, Any] = MappingProxyType({})) -> None:
        """Another letter, or one that was `left`; what differs for each student is left empty."""
        workspace, letter = self.workspace, self.choices.letter
        answers = begin_letter(workspace.notebook, letter=letter, student_id="", today=workspace.today)
        self.choices.show_letter(left.get("asked", answers), language=left.get("language", OWN))
        self.follow()


def _draw(
    prepare: Callable[[], Iterable[tuple[LetterSubject, Locale]]],
    note: Callable[[], list[OutgoingLetter]],
    told: Callable[[int], bool],
) -> Made:
    from app.documents import letter_pdf, unwritable  # much memory, and most days begin without a paper

    signs: list[str] = []
    pdf = letter_pdf.build_many(unwritable.noticing(prepare(), signs), told=told)
    return Made(pdf, signs, note() if pdf else [])
