"""Which widget answers which kind of question."""

from typing import Final

from PySide6.QtWidgets import QWidget

from app.models.form import Question
from app.ui.form_view.kinds.base import Context, QuestionWidget
from app.ui.form_view.kinds.choice import OneOf, SeveralOf
from app.ui.form_view.kinds.computed import Computed
from app.ui.form_view.kinds.documents import Documents
from app.ui.form_view.kinds.fact import Fact
from app.ui.form_view.kinds.long_text import LongText
from app.ui.form_view.kinds.marked_text import MarkedText
from app.ui.form_view.kinds.mention import Mention
from app.ui.form_view.kinds.partner import PartnerChoice
from app.ui.form_view.kinds.person import Person
from app.ui.form_view.kinds.quotation import Quotation
from app.ui.form_view.kinds.ranked import Ranked
from app.ui.form_view.kinds.table import Table
from app.ui.form_view.kinds.tasks import Tasks
from app.ui.form_view.kinds.typed import Typed
from app.ui.form_view.kinds.yes_no import YesNo

WIDGETS: Final[dict[str, type[QuestionWidget]]] = {
    "text": Typed,
    "long_text": LongText,
    "quotation": Quotation,
    "marked_text": MarkedText,
    "date": Typed,
    "time": Typed,
    "duration": Typed,
    "one_of": OneOf,
    "several_of": SeveralOf,
    "yes_no": YesNo,
    "number": Typed,
    "money": Typed,
    "person": Person,
    "partner": PartnerChoice,
    "documents": Documents,
    "table": Table,
    "tasks": Tasks,
    "fact": Fact,
    "computed": Computed,
    "mention": Mention,
}


def make_widget(*, context: Context, question: Question, parent: QWidget) -> QuestionWidget | None:
    """The widget of a question; None for what has no place on a screen: signatures, paper only."""
    if not question.screen or question.kind == "signature":
        return None
    kind = Ranked if question.ranked else WIDGETS[question.kind]
    return kind(context, question, parent)
