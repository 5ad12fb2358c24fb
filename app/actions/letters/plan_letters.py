"""The same letter to several students: who gets one, in which language, and who is left out and why."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from app.actions.disclosure.circle_of import circle_of_addressee, rule_for
from app.actions.letters.begin_letter import begin_letter
from app.actions.letters.find_addressees import Addressees, find_addressees
from app.actions.letters.hand_out_letters import OutgoingLetter
from app.actions.letters.prepare_letter import open_case, prepare_letter
from app.actions.service_of import service_of, service_of_student
from app.documents.letter_subject import LetterSubject
from app.frameworks.library import Library
from app.frameworks.proposal import propose_letter, scope_of_whole
from app.i18n import N_, Locale
from app.models.addressee import Addressee
from app.models.discreet import Discreet
from app.models.framework import Window
from app.models.letter import Letter
from app.models.majority import OF_AGE
from app.storage.notebook import Notebook

_NOBODY = N_("no guardian is noted")
_BARRED = N_("nobody here may be contacted")
_NO_ADDRESS = N_("no address")


class PlannedLetter(Discreet, kw_only=True, frozen=True):
    """One letter of the batch."""

    student_id: str
    student_name: str
    addressee: Addressee
    language: str


class LeftOut(Discreet, kw_only=True, frozen=True):
    """Somebody who gets none; `reason` is a sentence to translate."""

    student_id: str
    name: str
    reason: str


class LetterPlan(Discreet, kw_only=True, frozen=True):
    """`near` names students at whose address somebody lives who is not to be contacted."""

    going: list[PlannedLetter]
    left_out: list[LeftOut]
    near: list[str]


Seen = dict[str, tuple[str, Addressees]]


def plan_letters(
    notebook: Notebook,
    *,
    letter: Letter,
    student_ids: Sequence[str],
    day: date,
    language: str,
    own: bool,
    library: Library | None = None,
    seen: Seen | None = None,
) -> LetterPlan:
    """In the order given. With `own` each family reads its own language where the letter speaks it.

    `seen` is filled and read: whoever was looked at before is not looked at again.
    """
    seen = {} if seen is None else seen
    going: list[PlannedLetter] = []
    left_out: list[LeftOut] = []
    near: list[str] = []
    for student_id in student_ids:
        if student_id not in seen:
            service = service_of_student(notebook, student_id=student_id)
            majority = library.framework(service).majority if library else OF_AGE
            known = find_addressees(notebook, student_id=student_id, day=day, majority=majority)
            seen[student_id] = notebook.students.get(student_id).listed_name, known
        name, known = seen[student_id]
        only_student = letter.readers == ["student"]
        found = [one for one in known.found if one.reader in letter.readers and (one.usual or only_student)]
        if not found:
            reason = _BARRED if known.barred else _NOBODY
            left_out.append(LeftOut(student_id=student_id, name=name, reason=reason))
        for one in found:
            if letter.addressed and not one.has_address:
                who = name if one.reader == "student" else f"{name} ({one.name})"
                left_out.append(LeftOut(student_id=student_id, name=who, reason=_NO_ADDRESS))
                continue
            spoken = [code for code in one.languages if own and code in letter.languages]
            going.append(
                PlannedLetter(
                    student_id=student_id, student_name=name, addressee=one,
                    language=spoken[0] if spoken else language,
                )
            )  # fmt: skip
        if known.near and letter.addressed and any(one.reader == "guardians" for one in found):
            near.append(name)
    return LetterPlan(going=going, left_out=left_out, near=near)


def prepare_letters(
    notebook: Notebook,
    *,
    library: Library,
    letter: Letter,
    planned: Sequence[PlannedLetter],
    asked: Mapping[str, str],
    today: date,
    window: Window,
    neutral: bool,
) -> Iterator[tuple[LetterSubject, Locale]]:
    """One after the other, so that a long batch needs no more memory than a short one.

    What was not `asked` for all is what the notebook knows about each.
    """
    locales = {one.language: Locale(one.language) for one in planned}
    for one in planned:
        begun = begin_letter(notebook, letter=letter, student_id=one.student_id, today=today)
        locale = locales[one.language]
        subject = prepare_letter(
            notebook, library=library, letter=letter, addressee=one.addressee, student_id=one.student_id,
            locale=locale, today=today, asked=begun | dict(asked), window=window, neutral=neutral,
        )  # fmt: skip
        yield subject, locale


def outgoing_letters(
    notebook: Notebook, *, library: Library, letter: Letter, planned: Sequence[PlannedLetter]
) -> list[OutgoingLetter]:
    """What the ledger will say of each."""
    lines = []
    for one in planned:
        case = open_case(notebook, student_id=one.student_id)
        service = library.framework(service_of(notebook, case=case))
        rule = rule_for(service, circle_of_addressee(notebook, library=library, addressee=one.addressee))
        lines.append(
            OutgoingLetter(
                what=f"{letter.key} v{letter.version}", student_id=one.student_id,
                case_id=case.id if case else None, recipient=one.addressee.name, language=one.language,
                circle=rule.who if rule else "",
                scope=scope_of_whole(propose_letter(letter=letter, circle=rule)),
            )
        )  # fmt: skip
    return lines
