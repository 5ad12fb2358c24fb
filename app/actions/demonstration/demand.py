"""Requests of which some wait and some were not followed, and advice about nobody by name."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.actions.demand.attach_request import attach_request
from app.actions.demand.save_advice import save_advice
from app.actions.demand.save_request import save_request
from app.models.advice import Advice
from app.models.request import Request
from app.models.student import Student
from app.storage.notebook import Notebook

# days ago, who asked, for whom, reason in Luxembourg and in France, outcome, why, days to the first contact
_REQUESTS = (
    (2, "ENS", "", ("LU-05", "FR-20"), "", "", None),
    (6, "PARENT", "un élève de 5e", ("LU-08", "FR-11"), "", "", None),
    (19, "SANTE", "Lou, en 6e", ("LU-04", "FR-17"), "waiting", "", None),
    (24, "SELF", "", ("LU-09", "FR-28"), "advice", "", 1),
    (33, "DIR", "une élève de 3e", ("LU-13", "FR-16"), "redirected", "", 6),
    (38, "PARENT", "", ("LU-07", "FR-13"), "none", "Déménagement avant le premier rendez-vous", None),
    (51, "ENS", "", ("LU-04", "FR-17"), "refused", "", None),
)  # fmt: skip
_ADVICE = (
    (1, "NONFREQ", "DIR_ECOLE", "TEL", 15, "À qui écrire d’abord."),
    (8, "CLIMAT", "ENS", "COULOIR", 10, ""),
    (15, "DANGER", "DIR", "TEL", 40, "Quand et à qui signaler ; ce que l’on dit aux parents."),
    (29, "FAMILLE", "ENS", "MEL", 20, ""),
    (36, "NONFREQ", "DIR_ECOLE", "TEL", 25, ""),
    (44, "DROITS", "PARENT", "TEL", None, ""),
)  # fmt: skip


def add_demand(notebook: Notebook, *, people: Sequence[Student], country: str, today: date) -> None:
    """Beside one that is where a case began. Inside a change."""
    (school,) = notebook.schools.list()
    handler, abroad = notebook.author.name, country != "LU"
    for ago, origin, whom, reasons, outcome, why, seen in _REQUESTS:
        came = today - timedelta(days=ago)
        request = Request(
            received=came, origin=origin, for_whom=whom, reason=reasons[abroad], outcome=outcome,
            outcome_note=why, school_id=school.id, handler=handler,
            first_contact=None if seen is None else came + timedelta(days=seen),
        )  # fmt: skip
        save_request(notebook, request=request)
    student = people[0]
    request = Request(
        received=today - timedelta(days=40), origin="ENS", for_whom=student.given_name,
        reason=("LU-04", "FR-17")[abroad], school_id=school.id, handler=handler,
    )  # fmt: skip
    save_request(notebook, request=request)
    attach_request(notebook, request_id=request.id, student_id=student.id, today=today)
    for ago, topic, origin, mode, minutes, note in _ADVICE:
        advice = Advice(
            given_on=today - timedelta(days=ago), topic=topic, origin=origin, mode=mode, minutes=minutes,
            note=note, school_id=school.id,
        )  # fmt: skip
        save_advice(notebook, advice=advice)
