"""The same form for several students: looked at once, in one file or in one each."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QWidget

from app.actions.papers.hand_out_papers import Leaving, hand_out_each, hand_out_papers, record_papers
from app.actions.papers.plan_papers import PaperPlan, plan_papers
from app.actions.papers.prepare_papers import prepare_papers
from app.documents.subject import PaperSubject
from app.frameworks.plain import plain_form
from app.i18n import Locale
from app.models.changes import Changes
from app.ui.ask_place import ask_folder
from app.ui.batch.batch_choices import BatchChoices
from app.ui.batch.batch_guard import BatchGuard
from app.ui.destination import Destination
from app.ui.letters.student_choice import StudentChoice
from app.ui.pages.batch import BatchPage, Made, Plan, Words
from app.ui.prints import Noting
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace

_NOBODY = PaperPlan(going=[], left_out=[])
Prepared = Iterable[tuple[PaperSubject, Locale]]


class PapersPage(BatchPage):
    """It leaves once somebody has looked."""

    left_as = "papers"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        theme, text = workspace.theme, workspace.text
        self._plan = _NOBODY
        forms = workspace.library.forms_for(workspace.notebook.framework)
        self.choices = BatchChoices(workspace, forms or [plain_form("–")])
        self.guard = BatchGuard(workspace)
        self.save_each = Button(theme, text("Save one by one…"), kind="outlined", big=True)
        super().__init__(
            workspace, choices=self.choices, parent=parent,
            students=StudentChoice(workspace, name=text("Students who get a paper")),
            words=Words(
                title=text("A form for several students"), make=text("Make the papers"),
                making=text("The papers are being made…"), nobody=text("Tick those who get a paper."),
                save=text("Save the papers"),
            ),
        )  # fmt: skip
        self.lay_out(under=self.guard, said=(self.guard.looked, self._count, self._news, self.progress))
        self.save_each.clicked.connect(self._choose_folder)
        self.choices.noted.connect(self._follow_receiver)
        self.guard.changed.connect(self.say)

    def open(self, destination: Destination) -> None:
        """Who there is may have changed."""
        self.open_anew()
        self._follow_receiver()
        self.follow()

    def written_on(self) -> list[QWidget]:
        """Which form, to whom."""
        return [self.choices]

    def planning(self) -> Callable[[], Plan]:
        """Whose paper there is."""
        workspace, choices = self.workspace, self.choices
        return partial(
            plan_papers, workspace.notebook, library=workspace.library, form=choices.form,
            student_ids=self.students.chosen, filled=choices.filled, day=workspace.today,
            lists=workspace.lists,
        )  # fmt: skip

    def show_plan(self, plan: Plan | None) -> None:
        """About whom somebody has to look twice."""
        self._plan = plan if isinstance(plan, PaperPlan) else _NOBODY
        if plan is not None:
            self.guard.show_plan(self._plan)

    def drawing(self, told: Callable[[int], bool]) -> Callable[[], Made]:
        """What draws them into one file."""
        return partial(_draw, self._prepared(), told)

    def counted(self, n: int, *, made: bool) -> str:
        """How many papers."""
        plural = self.workspace.locale.plural
        if not made:
            return plural("{n} paper to make", "{n} papers to make", n)
        return plural(
            "{n} paper; saving or printing adds a line to the ledger of what left.",
            "{n} papers; saving or printing adds a line for each to the ledger of what left.",
            n,
        )

    def is_ready(self) -> bool:
        """To whom and why are known, and somebody has looked."""
        return self.guard.cleared and self.choices.complete

    def may_leave(self) -> bool:
        """An agreement that is over, of anybody among them, is told of."""
        receiver = self.choices.receiver
        leaving = [(one.student_id, receiver or one.student_name) for one in self._plan.going]
        return self.ground_holds(self.choices, leaving)

    def ways_out(self) -> list[Button]:
        """One by one too."""
        return [self.save, self.save_each, self.print]

    def notings(self) -> list[Noting]:
        """A line for each paper."""
        how = {
            "papers": self._plan.going, "pdfs": [self._pdf], "means": "printed", "leaving": self._leaving(),
        }  # fmt: skip
        return [Noting(record_papers, how)]

    def hand_out(self, path: Path) -> Changes:
        """The file and a line for each paper, or neither."""
        return hand_out_papers(
            self.workspace.notebook, papers=self._plan.going, pdf=self._pdf, path=path,
            leaving=self._leaving(),
        )  # fmt: skip

    def file_name(self) -> str:
        """The form's."""
        return self.choices.form.code or self.choices.form.key

    def save_each_to(self, folder: Path) -> None:
        """A file and a line for each paper, or none of them."""
        self._making = True
        self.say()
        hand_out = partial(
            hand_out_each, self.workspace.notebook, papers=self._plan.going, folder=folder,
            leaving=self._leaving(),
        )  # fmt: skip
        self.workspace.tasks.run(
            partial(_one_by_one, self._prepared()),
            done=partial(self._save_made, self._stop, hand_out),
            failed=self.fail,
        )

    def _save_made(self, stop: Event, hand_out: Callable[..., Changes], pdfs: list[bytes]) -> None:
        """Unless something else was chosen meanwhile."""
        self._making = False
        if not stop.is_set():
            self.save_by(partial(hand_out, pdfs=pdfs))
        self.say()

    def _leaving(self) -> Leaving:
        choices = self.choices
        return Leaving(
            form=choices.form, recipient=choices.receiver, ground=choices.ground, language=choices.language,
            today=self.workspace.today,
        )  # fmt: skip

    def _prepared(self) -> Callable[[], Prepared]:
        workspace, choices = self.workspace, self.choices
        return partial(
            prepare_papers, workspace.notebook, library=workspace.library, form=choices.form,
            planned=self._plan.going, locale=Locale(choices.language), today=workspace.today,
        )  # fmt: skip

    def _follow_receiver(self) -> None:
        """Somebody else gets them: the papers are the same, but it is looked at anew."""
        self.guard.show_receiver(self.choices.receiver, own=self.choices.own)
        self.say()

    def _choose_folder(self) -> None:
        if not self.may_leave():
            return
        folder = ask_folder(self, self.workspace.text("A folder for the papers"))
        if folder is not None:
            self.save_each_to(folder)


def _draw(prepare: Callable[[], Prepared], told: Callable[[int], bool]) -> Made:
    from app.documents import form_pdf, unwritable  # much memory, and most days begin without a paper

    signs: list[str] = []
    return Made(form_pdf.build_many(unwritable.noticing(prepare(), signs), told=told), signs)


def _one_by_one(prepare: Callable[[], Prepared]) -> list[bytes]:
    from app.documents import form_pdf

    return [form_pdf.build(subject, locale) for subject, locale in prepare()]
