"""Papers that go with the sheet, one a line."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import Locale
from app.ui.form_view.kinds.stacked import Stacked
from app.ui.form_view.parts.row_stack import ICON, Row
from app.ui.form_view.parts.wrapping_field import WrappingField
from app.ui.theme.theme import Theme


class DocumentRow(Row):
    """The name of one paper."""

    def __init__(self, theme: Theme, locale: Locale, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._locale = locale
        self.field = WrappingField(theme, parent=self)
        self.field.setAccessibleName(name)
        self.field.textEdited.connect(self.changed)
        self.field.entered.connect(self.entered)
        self.field.left.connect(self.left)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(ICON), 1, 0, 2)
        layout.addWidget(self.field)

    def raw(self) -> Any:
        """The typed name."""
        return self.field.text() if self.field.text().strip() else None

    def set_raw(self, raw: Any) -> None:
        """Type it again."""
        self.field.setText(raw if isinstance(raw, str) else "")

    def fields(self) -> list[QWidget]:
        """The one field."""
        return [self.field]

    def set_waiting(self, waiting: bool) -> None:
        """The last line invites, with a plus."""
        self.set_icon("plus" if waiting else "file-text")
        self.field.setPlaceholderText(self._locale.text("Add a document") if waiting else "")


class Documents(Stacked):
    """A list of names."""

    movable = True

    def prefill(self, fact: str) -> None:
        """One document a line."""
        self.set_raw(fact.splitlines())

    def _make_row(self) -> Row:
        return DocumentRow(self.theme, self._locale, self.label)

    def _read(self, raw: Any) -> Any:
        return raw

    def _write(self, value: Any) -> Any:
        return value
