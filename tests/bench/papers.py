"""A referral with ordinary content, ready for paper."""

from datetime import date

from app.documents.subject import PaperSubject
from app.frameworks.library import Library

_FRAMEWORK = "lu-sepas"
_PARAGRAPH = (
    "Se sent mise à l’écart par des camarades depuis septembre et vient moins volontiers en cours. " * 3
)
_VALUES = {"reason": _PARAGRAPH, "done": _PARAGRAPH, "date": "2026-11-12", "urgency": "normal"}


def subject(library: Library) -> PaperSubject:
    """A referral with ordinary content."""
    return PaperSubject(
        form=library.form_for("f4-referral", _FRAMEWORK), lists=library.lists_for(_FRAMEWORK),
        framework=library.frameworks[_FRAMEWORK], values=_VALUES,
        facts={"student.name": "Inês Da Costa", "student.birth": "04/03/2011", "unit.name": "SePAS"},
        reference="2026-0001", place="Luxembourg", day=date(2026, 11, 12),
    )  # fmt: skip
