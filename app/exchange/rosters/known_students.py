"""The students of a notebook, found by everything a line of a list may say of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.exchange.rosters.face import Face, face_of
from app.exchange.rosters.likeness import likeness
from app.models.student import Student


class KnownStudents:
    """Looks up instead of comparing everybody with everybody. Joined sheets lead to the one that goes on."""

    def __init__(self, students: Sequence[Student]) -> None:
        by_id = {student.id: student for student in students}
        self._people: list[tuple[Student, Face]] = []  # the sheet that goes on, the face of this one
        self._index: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for student in students:
            goes_on = _goes_on(student, by_id)
            if goes_on is None:
                continue
            face = face_of(student, school_id=student.school_id)
            for trace in set(_traces(face)):
                self._index[trace].append(len(self._people))
            self._people.append((goes_on, face))

    def resembling(self, face: Face, *, numbering_kept: bool) -> list[tuple[Student, str]]:
        """Who it is or may be, with `likeness`; each sheet once, with the least doubt."""
        places = {place for trace in _searches(face) for place in self._index.get(trace, ())}
        found: dict[str, tuple[Student, str]] = {}
        for place in sorted(places):
            student, other = self._people[place]
            alike = likeness(face, other, numbering_kept=numbering_kept)
            if alike is not None and (student.id not in found or not alike):
                found[student.id] = (student, alike)
        return list(found.values())

    def keep_numbering(self, faces: Iterable[Face]) -> bool:
        """Whether the numbers of this list mostly belong to the people they belonged to before."""
        balance = 0
        for face in faces:
            for place in self._index.get(("key", face.key), ()) if face.key else ():
                other = self._people[place][1]
                same_birth = face.birth_date is not None and face.birth_date == other.birth_date
                balance += 1 if same_birth or face.given == other.given else -1
        return balance > 0


def _goes_on(student: Student, by_id: dict[str, Student]) -> Student | None:
    passed = set()
    while student.joined_into:
        if student.id in passed or student.joined_into not in by_id:
            return None
        passed.add(student.id)
        student = by_id[student.joined_into]
    return student


def _traces(face: Face) -> Iterable[tuple[object, ...]]:
    """What a student is found by."""
    for family in face.families:
        yield "name", family, face.given
    if face.given_words:
        for family in face.loose_families:
            yield "loose", family, face.given_words[0]
            yield "loose", family, "".join(face.given_words)
    if face.key:
        yield "key", face.key
    if face.birth_date:
        yield "born", face.given, face.birth_date


def _searches(face: Face) -> Iterable[tuple[object, ...]]:
    yield from _traces(face)
    for family in face.families:
        yield "name", face.given, family
