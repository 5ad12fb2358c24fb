"""What was said so far at the first start; the phrase is never among it."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(repr=False)
class SchoolAnswer:
    """One school as it was typed."""

    name: str = ""
    city: str = ""
    street: str = ""
    postcode: str = ""


@dataclass(repr=False)
class Answers:
    """Plain text, kept while one goes back and forth; `folder` None means the usual place."""

    framework: str = ""
    role: str = "practitioner"  # or "unit"
    name: str = ""
    profession: str = ""
    phone: str = ""
    hours: str = ""
    unit_name: str = ""
    schools: list[SchoolAnswer] = field(default_factory=lambda: [SchoolAnswer()])
    folder: Path | None = None

    @property
    def personal_words(self) -> list[str]:
        """What people around know of the author: a phrase had better do without it."""
        schools = [word for school in self.schools for word in (school.name, school.city)]
        return [word for word in (self.name, self.unit_name, *schools) if word]
