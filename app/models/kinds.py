"""Every noun by its name in the notebook."""

from app.models.advice import Advice
from app.models.agreement import Agreement
from app.models.attachment import Attachment
from app.models.case import Case
from app.models.caution import Caution
from app.models.correspondent import Correspondent
from app.models.enrolment import Enrolment
from app.models.guardian import Guardian
from app.models.interview import Interview
from app.models.paper import Paper
from app.models.partner import Partner
from app.models.plan import Plan
from app.models.practitioner import Practitioner
from app.models.professional import Professional
from app.models.record import FormRecord, Record
from app.models.referral import Referral
from app.models.request import Request
from app.models.resident import Resident
from app.models.school import School
from app.models.sibling import Sibling
from app.models.student import Student
from app.models.task import Task
from app.models.unit import Unit

KINDS: dict[str, type[Record]] = {
    "advice": Advice,
    "agreement": Agreement,
    "attachment": Attachment,
    "case": Case,
    "caution": Caution,
    "correspondent": Correspondent,
    "enrolment": Enrolment,
    "guardian": Guardian,
    "interview": Interview,
    "paper": Paper,
    "partner": Partner,
    "plan": Plan,
    "practitioner": Practitioner,
    "professional": Professional,
    "referral": Referral,
    "request": Request,
    "resident": Resident,
    "school": School,
    "sibling": Sibling,
    "student": Student,
    "task": Task,
    "unit": Unit,
}

FORM_KINDS: dict[str, type[FormRecord]] = {
    "interview": Interview,
    "paper": Paper,
    "plan": Plan,
    "referral": Referral,
}
NAMES: dict[type[Record], str] = {struct: name for name, struct in KINDS.items()}
