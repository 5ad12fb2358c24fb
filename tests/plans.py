"""An orientation plan as short as a test needs it."""

from datetime import date, datetime
from typing import Any

from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.sheet import Sheet
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Values
from app.models.plan import Plan
from app.storage.notebook import Notebook
from tests.builders import TODAY

CARPENTER = {
    "training": "Apprentissage de menuisier", "place": "Atelier à Bettembourg",
    "why": "Là, je vois ce que j’ai fait.", "requirements": "Patron à trouver", "deadline": "2027-02-01",
    "chances": "to_build", "student_agrees": "yes", "parents_agree": "yes",
}  # fmt: skip
STAY = {"training": "Rester en 4G", "place": "Lycée du Moulin", "chances": "good", "parents_agree": "unknown"}
SERVICE = {"training": "Service volontaire", "place": "6 mois, SNJ", "chances": "fallback"}
STEPS = [
    {"what": "Stage de découverte", "type": "ST-STAGE", "owner": "young", "due": "2026-12-02",
     "status": "doing", "result": "convention à signer"},
    {"what": "S’inscrire à l’ADEM", "type": "ST-APPR", "owner": "young", "due": "2026-11-10"},
    {"what": "Évaluation", "type": "ST-FORM", "owner": "school", "due": "2026-11-05", "status": "done",
     "done": "2026-11-04", "proof": "test corrigé", "result": "remise à niveau possible"},
]  # fmt: skip
VALUES: Values = {
    "start_school": "Perd pied depuis septembre.",
    "wishes": "Voir le résultat à la fin de la journée.",
    "strengths": "Habile, ponctuel.",
    "alternatives": [CARPENTER, STAY, SERVICE],
    "steps": STEPS,
    "review_date": "2026-11-18",
}


def plan(student_id: str | None = None, **changes: Any) -> Plan:
    """A plan as its shelf takes it, without answers."""
    given: dict[str, Any] = {"form": "f3-plan", "form_version": 1, "author_id": "a" * 32, "date": TODAY}
    return Plan(student_id=student_id, **given | changes)


def kept_plan(
    notebook: Notebook,
    library: Library,
    *,
    student_id: str | None,
    values: Values | None = None,
    day: date = TODAY,
) -> Sheet:
    """A plan begun, filled and finished as the window does it."""
    sheet = new_sheet(
        notebook, library=library, form_key="f3-plan", locale=Locale("fr"), student_id=student_id,
        moment=datetime(day.year, day.month, day.day, 9, 30),
    )  # fmt: skip
    filled = sheet.values | (VALUES if values is None else values)
    return finish_sheet(notebook, library=library, sheet=sheet, values=filled, today=day).sheet
