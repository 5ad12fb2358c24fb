"""An adult who answers for a student."""

from app.models.record import Record


class Guardian(Record, kw_only=True, frozen=True):
    """`relation` and `authority` are codes of the lists `relation` and `parental-authority`."""

    student_id: str
    family_name: str = ""
    given_name: str = ""
    relation: str = ""
    authority: str = ""
    languages: list[str] = []
    phone: str = ""
    phone_no_message: bool = False
    email: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    do_not_contact: bool = False
    warning: str = ""  # custody or safety: shown at the top of the sheet
    position: int = 0

    @property
    def name(self) -> str:
        """Given name first, as spoken."""
        return f"{self.given_name} {self.family_name}".strip()
