"""What goes along with every case of a student: what to mind, and who lives with them."""

from collections import defaultdict
from collections.abc import Container, Iterable

from app.models.caution import Caution
from app.models.guardian import Guardian
from app.models.resident import Resident
from app.storage.notebook import Notebook

Traveller = Caution | Guardian | Resident


class OutgoingAround:
    """Read once for all the students. Of the guardians only those to mind, or of whom the recipient knows."""

    def __init__(self, notebook: Notebook, student_ids: Iterable[str], sent: Container[str]) -> None:
        sheets = [one for one in notebook.students.same_people(student_ids) if not one.removed_at]
        self._person = {one.id: one.joined_into or one.id for one in sheets}
        ids = list(self._person)
        guardians = notebook.guardians.of_students(ids)
        self.records: list[Traveller] = [
            *notebook.cautions.of_students(ids),
            *(one for one in guardians if one.do_not_contact or one.warning or one.id in sent),
            *notebook.residents.of_students(ids),
        ]
        self._of: dict[str, list[Traveller]] = defaultdict(list)
        for one in self.records:
            self._of[self._person[one.student_id]].append(one)

    @property
    def student_ids(self) -> set[str]:
        """The sheets they stand on, which have to travel with them."""
        return {one.student_id for one in self.records}

    def of(self, student_id: str) -> list[Traveller]:
        """Those of the person whose sheet this is."""
        return self._of.get(self._person.get(student_id, student_id), [])
