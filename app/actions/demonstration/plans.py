"""An invented orientation plan in two versions."""

from datetime import date, datetime, time, timedelta
from typing import Any

from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.new_version import new_version
from app.actions.sheets.open_sheet import open_sheet
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Values
from app.models.student import Student
from app.storage.notebook import Notebook

_WHOSE = "Thill"
_TRAINING = {
    "LU": ("Apprentissage : menuisier", "DAP, 3 ans · atelier à Bettembourg", "Rester en 4G, autre division"),
    "FR": ("CAP menuisier", "CFA, 2 ans · atelier Arnaud", "Rester en 3e, autre classe"),
}
_REGISTER = {"LU": "S’inscrire à l’ADEM, orientation professionnelle", "FR": "Prendre rendez-vous au CIO"}
_SERVICE = {"LU": ("Service volontaire", "6 mois, SNJ"), "FR": ("Service civique", "6 mois")}


def add_plan(notebook: Notebook, *, library: Library, locale: Locale, today: date) -> None:
    """A first version of some weeks ago and the present one, with a step that is late and a review to come."""
    student = _somebody(notebook, today)
    form = next((form for form in library.forms_for(notebook.framework) if form.record == "plan"), None)
    if student is None or form is None:
        return
    country = library.framework(notebook.framework).country
    first_day, second_day = today - timedelta(days=44), today - timedelta(days=5)
    sheet = new_sheet(
        notebook, library=library, form_key=form.key, locale=locale, student_id=student.id,
        moment=datetime.combine(first_day, time(9, 30)),
    )  # fmt: skip
    values = sheet.values | _first(country, today)
    first = finish_sheet(notebook, library=library, sheet=sheet, values=values, today=first_day).sheet
    made = new_version(notebook, library=library, record_id=first.record.id, today=second_day)
    again = open_sheet(notebook, library=library, kind=first.kind, record_id=made.plan.id)
    finish_sheet(
        notebook,
        library=library,
        sheet=again,
        values=again.values | _second(country, today),
        today=second_day,
    )


def _somebody(notebook: Notebook, today: date) -> Student | None:
    """The one who always has this plan, or the oldest who is followed; a minor, so that parents sign."""
    followed = {case.student_id for case in notebook.cases.list() if case.state == "open"}
    found = [
        student
        for student in notebook.students.list()
        if student.id in followed and not student.is_adult_on(today)
    ]
    usual = next((one for one in found if one.family_name == _WHOSE), None)
    return usual or min(found, key=lambda one: one.birth_date or today, default=None)


def _first(country: str, today: date) -> Values:
    training, place, stay = _TRAINING[country]
    return {
        "nature": "professional",
        "start_school": "Perd pied depuis septembre (mathématiques, 18/60). Aime travailler de ses mains, ponctuel.",
        "start_life": "Soutenu par sa sœur aînée. Bus difficile avant 7 h 30.",
        "wishes": "Faire quelque chose où je vois le résultat à la fin de la journée.",
        "interests": "Le bois, les outils, le travail en petite équipe.",
        "strengths": "Habile, patient, ponctuel.",
        "obstacles": "Niveau en mathématiques ; trajet du matin.",
        "alternatives": [
            _choice(stay, "Dans l’établissement", "Rester avec mes copains.", "Remise à niveau", today, 70),
            _choice(training, place, "Là, je vois ce que j’ai fait à la fin de la journée.",
                    "Patron à trouver", today, 80),
        ],
        "steps": [
            _step("Évaluation en mathématiques", "ST-FORM", "school", today, -12),
            _step("Journée de découverte, menuiserie Arend", "ST-STAGE", "young", today, -9),
        ],
        "review_date": (today - timedelta(days=5)).isoformat(),
    }  # fmt: skip


def _second(country: str, today: date) -> Values:
    """The order turned round, a third way, a step done, one that is late."""
    training, place, stay = _TRAINING[country]
    service, where = _SERVICE[country]
    return {
        "needs": "Un essai en entreprise avant de décider.",
        "supports": "Sa sœur, l’appui en mathématiques.",
        "alternatives": [
            _choice(training, place, "Là, je vois ce que j’ai fait à la fin de la journée.",
                    "Patron à trouver, avis du conseil", today, 71)
            | {"chances": "to_build", "student_agrees": "yes", "parents_agree": "yes"},
            _choice(stay, "Dans l’établissement", "Si l’apprentissage ne marche pas.",
                    "Remise à niveau en mathématiques", today, 54)
            | {"chances": "good", "student_agrees": "yes", "parents_agree": "yes"},
            {"training": service, "place": where, "why": "Pour souffler, pas pour toujours.",
             "requirements": "16 ans révolus", "chances": "fallback", "student_agrees": "yes",
             "parents_agree": "unknown"},
        ],
        "steps": [
            _step("Stage de découverte, menuiserie Arend", "ST-STAGE", "young", today, 10)
            | {"status": "doing", "result": "convention à signer"},
            _step(_REGISTER[country], "ST-APPR", "young", today, -2) | {"status": "todo"},
            _step("Demander l’avis du conseil de classe", "ST-REOR", "professional", today, 19)
            | {"status": "todo"},
            _step("Évaluation en mathématiques", "ST-FORM", "school", today, -12)
            | {"status": "done", "done": (today - timedelta(days=13)).isoformat(),
               "proof": "test corrigé", "result": "remise à niveau possible"},
        ],
        "partners": "Menuiserie Arend, M. Arend : stage, 20 00 00 41",
        "review_date": (today + timedelta(days=4)).isoformat(),
        "signed": ["student"],
    }  # fmt: skip


def _choice(training: str, place: str, why: str, requirements: str, today: date, days: int) -> dict[str, Any]:
    return {
        "training": training,
        "place": place,
        "why": why,
        "requirements": requirements,
        "deadline": (today + timedelta(days=days)).isoformat(),
    }


def _step(what: str, kind: str, owner: str, today: date, days: int) -> dict[str, Any]:
    return {
        "what": what, "type": kind, "owner": owner, "due": (today + timedelta(days=days)).isoformat(),
    }  # fmt: skip
