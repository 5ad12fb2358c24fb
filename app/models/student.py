"""A student: who, where, how to reach."""

from datetime import date

from app.models.record import Record


class Student(Record, kw_only=True, frozen=True):
    """One person at school; `class_name` and `school_id` are where they are now."""

    family_name: str
    given_name: str
    used_name: str = ""
    birth_date: date | None = None
    gender: str = ""  # "f", "m", "x" or unknown: only for agreement in sentences
    languages: list[str] = []
    arrival_date: date | None = None
    phone: str = ""
    phone_no_message: bool = False
    email: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    school_id: str | None = None
    class_name: str = ""
    roster_key: str = ""  # the school software's own number, to know the person again
    joined_into: str | None = None  # the sheet that goes on, where two were one person's

    @property
    def name(self) -> str:
        """Given name first, as spoken."""
        return f"{self.given_name} {self.used_name or self.family_name}".strip()

    @property
    def listed_name(self) -> str:
        """Family name first, as filed."""
        return ", ".join(part for part in (self.used_name or self.family_name, self.given_name) if part)

    def age_on(self, day: date) -> int | None:
        """Completed years on `day`, or None without a birth date."""
        if self.birth_date is None:
            return None
        born = self.birth_date
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def is_adult_on(self, day: date, *, majority: int = 18) -> bool:
        """Whether they are of age, by the rule of the service; unknown birth dates count as minor."""
        age = self.age_on(day)
        return age is not None and age >= majority
