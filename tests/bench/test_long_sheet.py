"""Opening a sheet of 120 questions, against the same fields drawn with bare widgets."""

from typing import Any

import msgspec
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Form, Question, Section, Values
from app.ui.form_view.form_view import FormView
from app.ui.theme.theme import Theme
from app.ui.widgets.sheet import Sheet
from tests.bench.ledger import Ledger, in_turn
from tests.ui.form_view.sheet import Directory

_EACH = 10
_KINDS: dict[str, tuple[dict[str, Any], Any]] = {
    "text": ({}, "Bureau B12"),
    "long_text": ({}, "Le héron revient chaque matin près du pont. " * 8),
    "quotation": ({}, "Je le regarde depuis le pont."),
    "date": ({}, "2026-11-23"),
    "time": ({}, "14:32"),
    "duration": ({}, 45),
    "number": ({}, 12),
    "money": ({}, "12.50"),
    "yes_no": ({}, "yes"),
    "one_of": ({"list": "n04b-modes"}, "RDV"),
    "several_of": ({"list": "n05-persons"}, ["STUDENT"]),
    "computed": ({"compute": {"way": "sum", "of": ["money_0", "money_1"], "gives": "money"}}, "25.00"),
}


def long_form() -> tuple[Form, Values]:
    """Ten questions of twelve kinds in ten sections, all answered."""
    values: Values = {}
    sections = []
    for number in range(_EACH):
        questions = []
        for kind, (more, value) in _KINDS.items():
            key = f"{kind}_{number}"
            label = {"fr": f"Question {kind} {number}"}
            questions.append(msgspec.convert({"key": key, "kind": kind, "label": label} | more, Question))
            values[key] = value
        sections.append(Section(key=f"s{number}", label={"fr": f"Rubrique {number}"}, questions=questions))
    return Form(version=1, record="paper", title={"fr": "Longue fiche"}, sections=sections), values


def test_open_a_sheet_of_120_questions(ledger: Ledger, theme: Theme, library: Library, qtbot: QtBot) -> None:
    """Built, filled, shown and painted once, each time anew."""
    form, values = long_form()
    assert len(form.questions) == 120
    locale, lists = Locale("fr"), library.lists_for("lu-sepas")
    holders: list[QWidget] = []

    def painted(holder: QWidget) -> None:
        for old in holders:
            old.close()
            old.deleteLater()
        holders[:] = [holder]
        holder.resize(1100, 768)
        holder.show()
        QApplication.processEvents()
        holder.grab()

    def ours() -> None:
        view = FormView(theme, locale, form, lists, Directory())
        sheet = Sheet(theme, margin=view.margin, narrow_below=view.narrow_below)
        sheet.add_wide(view)
        view.set_values(values)
        painted(sheet)

    def bare() -> None:
        inside = QWidget()
        layout = QFormLayout(inside)
        for question in form.questions:
            layout.addRow(question.label["fr"], _field(question, values[question.key]))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        painted(area)

    ledger.judge(
        "opening a sheet of 120 questions",
        against="the same fields as bare widgets",
        bound=None,
        measure=lambda: in_turn(ours, bare, rounds=8),
    )
    for left in holders:
        left.close()
        left.deleteLater()


def _field(question: Question, value: Any) -> QWidget:
    if question.kind in ("long_text", "quotation"):
        area = QPlainTextEdit()
        area.setPlainText(str(value))
        return area
    if question.kind in ("yes_no", "one_of", "several_of"):
        box = QComboBox()
        box.addItems(["oui", "non", "inconnu", str(value)])
        return box
    return QLineEdit(str(value))
