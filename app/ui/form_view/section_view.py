"""One section of a form on the sheet: rows and a heading along the margin line."""

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import Locale
from app.models.form import Form, Section
from app.ui.form_view.form_row import FormRow
from app.ui.form_view.heading import Heading
from app.ui.form_view.kinds.base import QuestionWidget
from app.ui.form_view.question_box import QuestionBox
from app.ui.form_view.section_plan import heading, lines, placed
from app.ui.theme.theme import Theme

_BETWEEN_ROWS = 10
_ABOVE_HEADING = 8


class SectionView(QWidget):
    """One section: its heading if it needs one, then its rows."""

    def __init__(
        self,
        theme: Theme,
        locale: Locale,
        *,
        form: Form,
        section: Section,
        widgets: Mapping[str, QuestionWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key, self.label = section.key, locale.words(section.label)
        seen = placed(section=section, widgets=widgets)
        self.widgets = [ask.widget for ask in seen]
        self.boxes: dict[str, QuestionBox] = {}
        self._rows: list[FormRow] = []
        self._heading: Heading | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(_BETWEEN_ROWS))
        named = heading(form=form, section=section, seen=seen)
        if isinstance(named, QuestionWidget):
            self._heading = Heading(theme, named.label, right=named.legend() or named.help)
        elif named is not None:
            self._heading = Heading(theme, self.label)
        if self._heading is not None:
            column.setContentsMargins(0, theme.px(_ABOVE_HEADING), 0, 0)
            column.addWidget(self._heading)
        for line in lines(seen):
            boxes = [QuestionBox(theme, ask.widget, headed=ask.widget is named) for ask in line]
            self.boxes |= {ask.key: box for ask, box in zip(line, boxes, strict=True)}
            number = line[0].number if form.addressed else None
            self._rows.append(FormRow(theme, boxes, number=number))
            column.addWidget(self._rows[-1])

    def show_only(self, keys: Collection[str]) -> None:
        """Hide the questions whose condition does not hold."""
        for key, box in self.boxes.items():
            if box.isHidden() == (key in keys):
                box.setVisible(key in keys)

    def arrange(self, *, line_x: int, beside: bool) -> None:
        """Follow the margin line."""
        for row in self._rows:
            row.arrange(line_x=line_x, beside=beside)
        shown = any(not box.isHidden() for box in self.boxes.values())
        if self._heading is not None:
            self._heading.arrange(line_x=line_x)
        if self.isHidden() == shown:
            self.setVisible(shown)
