"""The shelf of enrolments."""

from app.models.enrolment import Enrolment
from app.storage.about_student import AboutStudent


class Enrolments(AboutStudent[Enrolment]):
    """School and class of each student, the newest year first and in it the newest change."""

    struct = Enrolment
    order = "school_year DESC, coalesce(since, '') DESC, seq DESC"
