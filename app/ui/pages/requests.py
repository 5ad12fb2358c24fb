"""Requests and advice: who asked for help, what became of it, and what was asked about nobody by name."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.demand.look_at_demand import Asked, Demand, look_at_demand
from app.actions.index.index_demand import ORIGINS
from app.models.changes import Changes
from app.ui.demand_figures import DemandFigures
from app.ui.destination import Destination
from app.ui.dialogs.edit_advice import edit_advice, new_advice
from app.ui.dialogs.edit_request import edit_request, new_request
from app.ui.pages.page import Page
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.tabs import Tabs
from app.ui.words.demand_words import advice_lines, request_detail, waited_words, whom
from app.ui.workspace import Workspace

_MOST = 200


class RequestsPage(Page):
    """One school year at a time; whoever still waits from a year before waits here too."""

    place = "requests"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._demand: Demand | None = None
        self._most = _MOST
        self.sheet = Sheet(theme, margin=120)
        self.new = Button(theme, text("New request"), kind="primary", hint="Ctrl+R")
        self.new.clicked.connect(lambda: new_request(workspace, self))
        self.advise = Button(theme, text("New advice"), kind="outlined", hint="Ctrl+B")
        self.advise.clicked.connect(lambda: new_advice(workspace, self))
        self.year = ComboField(theme, name=text("School year"))
        self.year.currentIndexChanged.connect(self._show)
        beside = FlowRow(theme, self.year, self.advise, self.new, spacing=12)
        (self.sheet.header.add_below if theme.large else self.sheet.header.add_right)(beside)
        tabs = [
            ("requests", text("Requests")),
            ("advice", text("Advice given")),
            ("figures", text("Figures")),
        ]
        self.tabs = Tabs(theme, tabs, current="requests")
        self.tabs.chosen.connect(self._turn)
        self.sheet.header.add_below(self.tabs)
        self.figures = DemandFigures(workspace, self)
        self.sheet.set_footer(self.figures.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sheet)

    def open(self, destination: Destination) -> None:
        """The requests and advice as they stand now, one of them opened where it is named."""
        self._most = _MOST
        if destination.question:
            self.tabs.set_current(destination.question)
        if destination.kind:
            self.tabs.set_current("advice" if destination.kind == "advice" else "requests")
        self._show()
        if destination.kind:  # once the page stands
            QTimer.singleShot(0, self, partial(self._open, destination.kind, destination.record_id))

    def show_changes(self, changes: Changes) -> None:
        """One of them changed, or what the interviews say about a first contact."""
        if changes.touches("request", "advice", "student", "interview", "school"):
            self._show()

    def focus_first(self) -> None:
        """What one would do first."""
        self.new.setFocus()

    def here_again(self, opened_with: Destination) -> Destination:
        """The page as it is turned, without asking the question again."""
        return Destination("requests", question=self.tabs.current())

    def print_wanted(self) -> None:
        """The figures on paper."""
        if self._demand is not None:
            self.tabs.set_current("figures")
            self._turn()
            self.figures.print_now()

    def _turn(self, *_: object) -> None:
        self._most = _MOST
        self._show()

    def _show(self, *_: object) -> None:
        workspace, text, locale = self.workspace, self.workspace.text, self.workspace.locale
        self._demand = demand = look_at_demand(
            workspace.notebook, today=workspace.today, year=self.year.chosen() or ""
        )
        self.year.set_choices([(year, year.replace("-", "–")) for year in demand.years])
        if self.year.chosen() is None:
            self.year.blockSignals(True)
            self.year.choose(demand.year)
            self.year.blockSignals(False)
        self.sheet.clear()
        said = (
            locale.plural("{n} request", "{n} requests", len(demand.asked)),
            locale.plural("{n} piece of advice", "{n} pieces of advice", len(demand.advice)),
        )
        self.sheet.set_title(text("Requests and advice"), " · ".join(said))
        current = self.tabs.current()
        self.sheet.show_footer(current == "figures")
        if current == "figures":
            self.figures.fill(self.sheet, demand)
        elif current == "advice":
            self._show_advice(demand)
        else:
            self._show_requests(demand)

    def _show_requests(self, demand: Demand) -> None:
        text = self.workspace.text
        waiting = [one for one in demand.asked if one.request.is_waiting]
        earlier = [one for one in demand.earlier if one.request.is_waiting]
        self._group(text("Waiting"), [*waiting, *earlier], demand)
        answered = [one for one in demand.asked if not one.request.is_waiting]
        self._group(text("Answered"), answered, demand)
        if not demand.asked and not earlier:
            self._say(text(
                "Note here whoever asks for help, also when nobody can follow it: only so does one see how"
                " many ask, and how long they wait."
            ))  # fmt: skip

    def _group(self, title: str, group: list[Asked], demand: Demand) -> None:
        if group:
            self.sheet.add_row("", SectionHeading(self.workspace.theme, title, right=str(len(group))), gap=20)
        for asked in group[: self._most]:
            line = self._line(asked, demand)
            line.clicked.connect(partial(self._open, "request", asked.request.id))
            self.sheet.add_row(self.workspace.locale.date(asked.request.received), line, gap=6)
        self._offer_older(len(group))

    def _line(self, asked: Asked, demand: Demand) -> DayLine:
        workspace, request = self.workspace, asked.request
        words, ink = waited_words(workspace, asked)
        return DayLine(
            workspace.theme, whom(workspace, request, demand.students),
            after=workspace.label(ORIGINS, request.origin), detail=request_detail(workspace, request),
            right=words, right_ink=ink,
        )  # fmt: skip

    def _show_advice(self, demand: Demand) -> None:
        workspace, text = self.workspace, self.workspace.text
        for advice in demand.advice[: self._most]:
            topic, origin, detail, minutes = advice_lines(workspace, advice)
            line = DayLine(workspace.theme, topic, after=origin, detail=detail, right=minutes)
            line.clicked.connect(partial(self._open, "advice", advice.id))
            self.sheet.add_row(workspace.locale.date(advice.given_on), line, gap=6)
        self._offer_older(len(demand.advice))
        if not demand.advice:
            self._say(text(
                "Counsel to a teacher, a head or a parent about nobody by name: a topic, who asked, how many"
                " minutes. It counts as work."
            ))  # fmt: skip

    def _offer_older(self, n: int) -> None:
        if n > self._most:
            older = Button(self.workspace.theme, self.workspace.text("Older ones"), kind="quiet",
                           icon="caret-down")  # fmt: skip
            older.clicked.connect(self._show_older)
            self.sheet.add_row("", older)

    def _show_older(self) -> None:
        self._most += _MOST
        self._show()

    def _say(self, words: str) -> None:
        self.sheet.add_row("", Label(self.workspace.theme, words, ink="ink2", wrap=True))

    def _open(self, kind: str, record_id: str, *_: object) -> None:
        workspace = self.workspace
        if not record_id:
            (new_advice if kind == "advice" else new_request)(workspace, self)
        elif kind == "advice" and (advice := workspace.notebook.advice.find(record_id)):
            edit_advice(workspace, self, advice)
        elif kind == "request" and (request := workspace.notebook.requests.find(record_id)):
            edit_request(workspace, self, request)
