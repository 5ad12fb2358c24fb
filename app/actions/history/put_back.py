"""Put back anything that lies in the bin, with what follows from its being back."""

from datetime import date

from app.actions.bin_record import restore_record
from app.actions.students.save_enrolment import restore_enrolment
from app.frameworks.library import Library
from app.models.changes import Changes
from app.storage.notebook import Notebook


def put_back(notebook: Notebook, *, library: Library, kind: str, record_id: str, today: date) -> Changes:
    """The record where it was; a line of this school year says again where the student is."""
    if kind == "enrolment":
        return restore_enrolment(notebook, library=library, enrolment_id=record_id, today=today)
    return restore_record(notebook, library=library, kind=kind, record_id=record_id)
