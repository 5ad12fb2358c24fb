"""The figures of requests and advice on the screen, and their way to paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.actions.demand.count_demand import count_demand
from app.actions.demand.look_at_demand import Demand
from app.actions.demand.prepare_demand import prepare_demand
from app.actions.demand.tell_demand import Row, tell_demand
from app.i18n import Locale
from app.ui.form_view.read.durations import show_duration
from app.ui.paper.own_paper import Means, OwnPaper
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

_WIDTHS = {1: 440, 2: 720}  # by how many columns hold words


class DemandFigures(OwnPaper):
    """Fills a sheet with the tables; the paper has the same numbers, perhaps in another language."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(workspace, page)
        theme = workspace.theme
        self.demand: Demand | None = None
        self._news = Label(theme, ink="ink2")
        self.foot = FlowRow(theme, self.language, self.save, self.print, self._news, spacing=12)

    def fill(self, sheet: Sheet, demand: Demand) -> None:
        """The tables of a school year, those with nothing in them left out."""
        workspace, text = self._workspace, self._workspace.text
        self.demand = demand
        self._news.setText("")
        limit = workspace.service.contact_after_days
        said = tell_demand(
            count_demand(demand, limit=limit), library=workspace.library, schools=demand.schools, limit=limit,
            locale=workspace.locale,
        )  # fmt: skip
        titles = {
            "requests": text("Requests"),
            "origins": text("Who asked"),
            "reasons": text("Reason"),
            "outcomes": text("What became of them"),
            "schools": text("School"),
            "advice": text("Advice given"),
            "topics": text("Topic and who asked"),
        }
        for key, rows in said.items():
            if rows and (key != "schools" or len(demand.schools) > 1):
                sheet.add_row(titles[key], self._table(rows), gap=20)

    def drawn(self, locale: Locale) -> bytes:
        """The same numbers."""
        from app.documents import form_pdf  # much memory, and most days begin without a paper

        assert self.demand is not None
        workspace = self._workspace
        subject = prepare_demand(
            workspace.notebook, library=workspace.library, demand=self.demand, today=workspace.today,
            locale=locale,
        )  # fmt: skip
        return form_pdf.build(subject, locale)

    def file_name(self) -> str:
        """The school year."""
        assert self.demand is not None
        return f"{self._workspace.text('Requests').lower()}-{self.demand.year}.pdf"

    def left(self, means: Means) -> None:
        """Said beside the buttons."""
        text = self._workspace.text
        self._news.setText(text("Printed") if means == "printed" else text("Saved"))

    def _table(self, rows: list[Row]) -> QWidget:
        theme, holder = self._workspace.theme, QWidget()
        numbers = 1 if len(rows[0]) == 2 else 2  # the last columns
        words = len(rows[0]) - numbers
        holder.setMaximumWidth(theme.px(_WIDTHS[words]))  # numbers of several tables stand under each other
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(4))
        for at, row in enumerate(rows):
            for column, said in enumerate(row):
                if column < words:
                    grid.addWidget(Label(theme, said, wrap=True), at, column)
                else:
                    minutes = column == 3
                    number = Label(theme, show_duration(int(said)) if minutes else said, role="strong")
                    grid.addWidget(
                        number, at, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
                    )
        for column in range(words):
            grid.setColumnStretch(column, 1)
        wide = QWidget()  # a row takes the whole width, or the margin would move
        line = QHBoxLayout(wide)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(holder, 1)
        line.addStretch(0)
        return wide
