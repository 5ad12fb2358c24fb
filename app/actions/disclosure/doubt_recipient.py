"""What makes one look twice before a paper leaves: for whom, and about whom."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from app.actions.disclosure.people_around import people_around
from app.exchange.rosters.face import face_of
from app.frameworks.receiver_words import circles_said, receiver_words
from app.models.case import Case
from app.models.discreet import Discreet
from app.models.folding import fold
from app.models.partner import Partner
from app.models.record import FormRecord
from app.models.student import Student
from app.models.value_list import ValueList
from app.storage.notebook import Notebook

_ALIKE = 0.85  # of the letters of two services


class Doubts(Discreet, frozen=True, kw_only=True):
    """Nothing of it forbids anything; empty where nothing is doubtful.

    `alike` are students this one may be taken for, `partners` the entries of the directory the receiver's
    words may mean, `named` the one the sheet names when the words mean another. `unknown`: the receiver is
    neither in the directory nor one of the student's people. `family`: it is a student or a parent, and
    others are on the paper too.
    """

    alike: list[Student] = []
    partners: list[Partner] = []
    named: Partner | None = None
    unknown: bool = False
    family: bool = False

    def __bool__(self) -> bool:
        return bool(self.alike or self.partners or self.named or self.unknown or self.family)


def doubt_students(notebook: Notebook, *, student_id: str | None) -> list[Student]:
    """Others of the same or nearly the same name, and twins."""
    student = notebook.students.find(student_id)
    if student is None:
        return []
    own = {student.id, student.joined_into}
    face = face_of(student, school_id=student.school_id)
    near = [
        other
        for other in notebook.students.holding(fold(student.given_name or student.family_name)[:3])
        if face.is_near(face_of(other, school_id=other.school_id))
    ]
    found = [*notebook.students.born_with(student), *notebook.students.named_like(student), *near]
    return list({other.id: other for other in found if other.id not in own}.values())


def doubt_recipient(
    notebook: Notebook,
    *,
    record: FormRecord | Case,
    recipient: str,
    alike: Sequence[Student] = (),
    lists: Mapping[str, ValueList] | None = None,
    expected: str = "",
) -> Doubts:
    """What is doubtful about these words; `alike` are what `doubt_students` found, looked for once.

    With `lists` the words of the circles are known too: "L’élève", "Les parents", "Eltern"; and so is the
    one `expected`, to whom such a paper always goes.
    """
    said = fold(recipient)
    if not said:
        return Doubts(alike=list(alike))
    named = notebook.partners.find(getattr(record, "partner_id", None))
    meant = exact_partners(notebook, record=record, recipient=recipient)
    if not meant:
        people, words = people_around(notebook, record=record), receiver_words(lists or {})
        if circles_said(recipient, words=words, people=people):
            return Doubts(alike=list(alike))
        meant = notebook.partners.matching(said)
    if not meant and said == fold(expected):
        return Doubts(alike=list(alike), named=named)
    if not meant:
        return Doubts(alike=list(alike), named=named, unknown=True)
    partners = meant if len(meant) > 1 else [*meant, *resembling(notebook, meant[0])]
    other = named is not None and named.id not in {one.id for one in meant}
    return Doubts(
        alike=list(alike),
        partners=partners if len(partners) > 1 else [],
        named=named if other else None,
    )


def exact_partners(notebook: Notebook, *, record: FormRecord | Case, recipient: str) -> list[Partner]:
    """The entries of the directory these words are the name of, the one the sheet names first."""
    said = fold(recipient)
    named = notebook.partners.find(getattr(record, "partner_id", None))
    exact = [one for one in notebook.partners.matching(said, limit=100) if said in _words_of(one)]
    if named is not None and said in _words_of(named):
        return [named, *(one for one in exact if one.id != named.id and said == fold(one.service))]
    return exact


def _words_of(partner: Partner) -> set[str]:
    names = (partner.service, partner.person, f"{partner.service} {partner.person}")
    return {fold(name) for name in names} - {""}


def resembling(notebook: Notebook, partner: Partner) -> list[Partner]:
    """Other entries whose service has nearly the same name."""
    service = fold(partner.service)
    matcher = SequenceMatcher(b=service, autojunk=False)
    found = []
    for other in notebook.partners.list():
        matcher.set_seq1(fold(other.service))
        quick = matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE
        if other.id != partner.id and quick and matcher.ratio() >= _ALIKE:
            found.append(other)
    return found
