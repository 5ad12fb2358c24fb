"""The figures of requests and advice on the screen, and their way to paper."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.actions.count_demand import count_demand
from app.actions.look_at_demand import Demand
from app.actions.prepare_demand import prepare_demand
from app.actions.save_paper import save_paper
from app.actions.tell_demand import Row, tell_demand
from app.errors import CarnetError
from app.i18n import NAMES, Locale
from app.ui.ask_place import ask_new_file
from app.ui.form_view.read.durations import show_duration
from app.ui.printing import print_pdf
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

_WIDTHS = {1: 440, 2: 720}  # by how many columns hold words


class DemandFigures:
    """Fills a sheet with the tables; the paper has the same numbers, perhaps in another language."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        self._workspace, self._page = workspace, page
        self.demand: Demand | None = None
        theme, text = workspace.theme, workspace.text
        languages = [(code, NAMES.get(code, code)) for code in workspace.service.languages]
        self.language = ComboField(theme, choices=languages, name=text("Language of the paper"))
        spoken = workspace.locale.code
        self.language.choose(spoken if spoken in dict(languages) else languages[0][0])
        self.save = Button(theme, text("Save as a file…"), kind="primary", icon="file-pdf")
        self.save.clicked.connect(self._choose_file)
        self.print = Button(theme, text("Print…"), kind="outlined", icon="printer", hint="Ctrl+P")
        self.print.clicked.connect(self.print_now)
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

    def pdf(self) -> bytes:
        """The paper in the language chosen."""
        from app.documents import form_pdf  # much memory, and most days begin without a paper

        assert self.demand is not None
        locale, workspace = Locale(self.language.chosen() or "fr"), self._workspace
        subject = prepare_demand(
            workspace.notebook, library=workspace.library, demand=self.demand, today=workspace.today,
            locale=locale,
        )  # fmt: skip
        return form_pdf.build(subject, locale)

    def print_now(self) -> None:
        """To the printer."""
        try:
            if print_pdf(self.pdf(), self._page):
                self._news.setText(self._workspace.text("Printed"))
        except CarnetError as failure:
            self._workspace.failed.emit(failure)

    def save_to(self, path: Path) -> None:
        """Write the paper."""
        try:
            save_paper(pdf=self.pdf(), path=path)
        except CarnetError as failure:
            self._workspace.failed.emit(failure)
            return
        self._news.setText(self._workspace.text("Saved"))

    def _choose_file(self) -> None:
        text = self._workspace.text
        assert self.demand is not None
        name = f"{text('Requests').lower()}-{self.demand.year}.pdf"
        path = ask_new_file(self._page, text("Save the paper"), text("PDF files (*.pdf)"), name=name)
        if path is not None:
            self.save_to(path)

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
