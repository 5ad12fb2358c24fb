"""A sheet to read and not to write on: what was said, question by question."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.sheets.sheet import Sheet as OpenSheet
from app.frameworks.asked import asked, columns_asked
from app.frameworks.kinds import is_empty
from app.frameworks.row_words import cells_said, row_name
from app.frameworks.said_rows import said_rows
from app.frameworks.show import shown
from app.models.form import Question
from app.ui.theme.fonts import Role
from app.ui.theme.tokens import Token
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


def read_rows(workspace: Workspace, paper: Sheet, sheet: OpenSheet, facts: Mapping[str, str]) -> None:
    """Add one row a question that was answered, its label in the margin; the words can be copied."""
    for question in asked(form=sheet.form, values=sheet.values, facts=facts):
        value = sheet.values.get(question.key)
        if not question.screen or is_empty(kind=question.kind, value=value):
            continue
        label = workspace.locale.words(question.label)
        if question.kind == "table":
            paper.add_row(label, _table(workspace, question, value or [], facts))
            continue
        words = shown(
            question=question,
            value=value,
            lists=workspace.lists,
            locale=workspace.locale,
            other=str(sheet.values.get(f"{question.key}:other") or ""),
        )
        if question.kind == "partner":
            partner = workspace.partner(str(value))
            words = partner.service if partner else ""
        if not words:
            continue
        if question.kind == "quotation":
            words = workspace.text("“{words}”", words=words)
        role: Role = "verbatim" if question.kind == "quotation" else "body"
        paper.add_row(label, _words(workspace, words, role=role))


def _table(
    workspace: Workspace, question: Question, rows: list[dict[str, Any]], facts: Mapping[str, str]
) -> QWidget:
    """Each row by its name, then what else it says, a line a column."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(workspace.theme.px(2))
    columns = columns_asked(question=question, facts=facts)
    said = said_rows(question, rows)
    for position, row in enumerate(said):
        name = row_name(question=question, row=row, position=position)
        column.addWidget(_words(workspace, name, role="strong"))
        text = workspace.text
        cells = cells_said(columns=columns, row=row, lists=workspace.lists, locale=workspace.locale)
        lines = [
            text("{mark}: {text}", mark=workspace.locale.words(each.label), text=words)
            for each, words in cells
            if words not in name
        ]
        if lines:
            column.addWidget(_words(workspace, "\n".join(lines), role="small", ink="ink2"))
        column.addSpacing(workspace.theme.px(6))
    return holder


def _words(workspace: Workspace, text: str, *, role: Role, ink: Token = "ink") -> Label:
    label = Label(workspace.theme, text, role=role, ink=ink, wrap=True)
    label.setTextInteractionFlags(_SELECTABLE)
    return label
