"""The lines of a list already judged: a list may name a student twice."""

from collections import defaultdict

from app.exchange.rosters import reasons
from app.exchange.rosters.face import Face
from app.exchange.rosters.likeness import SAME, likeness
from app.exchange.rosters.plan import PlannedLine

_DOUBTS = {
    reasons.OTHER_NUMBER: reasons.LINE_OTHER_NUMBER,
    reasons.NO_BIRTH_DATE: reasons.LINE_NO_BIRTH_DATE,
    reasons.OTHER_CLASS: reasons.LINE_NO_BIRTH_DATE,
    reasons.LINE_OTHER_CLASS: reasons.LINE_OTHER_CLASS,
    reasons.SAME_NUMBER: reasons.LINE_SAME_NUMBER,
    reasons.OTHER_SURNAME_SAME_NUMBER: reasons.LINE_SAME_NUMBER,
    reasons.OTHER_BIRTH_DATE_SAME_NUMBER: reasons.LINE_SAME_NUMBER,
}
_ENOUGH = 50  # nobody has more namesakes on one list; a hostile one must not take all day


class EarlierLines:
    """Looked up by name, by number, and by the student of the notebook they are."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, ...], list[tuple[PlannedLine, Face]]] = defaultdict(list)
        self._students: dict[str, PlannedLine] = {}

    def add(self, line: PlannedLine, face: Face) -> None:
        """Remember a judged line; repetitions add nothing."""
        if line.repeats is not None:
            return
        for trace in _traces(face):
            self._lines[trace].append((line, face))
        if line.student_id:
            self._students[line.student_id] = line

    def compared(self, line: PlannedLine, face: Face) -> PlannedLine:
        """The line as judged, or known because it repeats one, or doubtful because of one."""
        if line.reason == reasons.SEVERAL:
            return line  # the second line may well be the second person
        doubt = ""
        for trace in _traces(face):
            for earlier, other in self._lines[trace][:_ENOUGH]:
                alike = _alike(face, other)
                if alike == SAME:
                    return _repeated(line, earlier)
                doubt = doubt or _DOUBTS.get(alike or "", "")
        if line.student_id in self._students:
            return _repeated(line, self._students[line.student_id])
        if line.verdict == "new" and doubt:
            return PlannedLine(entry=line.entry, verdict="doubtful", reason=doubt)
        return line


def _alike(a: Face, b: Face) -> str | None:
    """Within one list another class may mean another person, where no number says otherwise."""
    alike = likeness(a, b, numbering_kept=True)
    same_number = a.key != "" and a.key == b.key
    same_class = a.class_name == b.class_name or not (a.class_name and b.class_name)
    return alike if alike != SAME or same_number or same_class else reasons.LINE_OTHER_CLASS


def _repeated(line: PlannedLine, earlier: PlannedLine) -> PlannedLine:
    return PlannedLine(entry=line.entry, verdict="known", student_id=earlier.student_id, repeats=earlier.line)


def _traces(face: Face) -> list[tuple[str, ...]]:
    named: list[tuple[str, ...]] = [("name", face.families[0], face.given)]
    return [*named, ("key", face.key)] if face.key else named
