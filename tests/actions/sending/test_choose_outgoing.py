"""What would leave: only what may, only what is news, with everything it leans on."""

import json

import msgspec

from app.actions.sending.choose_outgoing import Outgoing, choose_outgoing
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.actions.students.join_students import join_students
from app.models.guardian import Guardian
from app.personal.notes import PersonalNotes
from tests import builders
from tests.exchange.letter import opened_bytes
from tests.exchange.pair import Pair


def chosen(pair: Pair, *case_ids: str) -> Outgoing:
    """What of these cases, or of all, would leave."""
    wanted = list(case_ids) or [case.id for case in pair.ours.cases.list()]
    return choose_outgoing(
        pair.ours, library=pair.library, correspondent_id=pair.recipient().id, case_ids=wanted
    )


def corrected(pair: Pair, **values: str) -> None:
    """The one interview, saved again with other words."""
    (interview,) = pair.ours.interviews.list()
    sheet = open_sheet(pair.ours, library=pair.library, kind="interview", record_id=interview.id)
    finish_sheet(
        pair.ours, library=pair.library, sheet=sheet, values=sheet.values | values, today=builders.TODAY
    )


def test_a_case_leaves_with_what_it_leans_on(pair_with_case: Pair) -> None:
    """Student, case, sheet, in this order; nothing is written by looking."""
    outgoing = chosen(pair_with_case)
    assert [line.kind for line in outgoing.lines] == ["student", "case", "interview"]
    assert outgoing.case_ids == [pair_with_case.ours.cases.list()[0].id]
    assert outgoing.kept == 0
    assert pair_with_case.ours.transfers.packages() == []
    assert repr(outgoing) == "<Outgoing 3>"


def test_an_interview_without_a_conclusion_stays(pair: Pair) -> None:
    """Nothing of it may travel, so not even that it took place does; it is counted as kept."""
    student = builders.kept_student(pair.ours)
    builders.finished(pair.ours, pair.library, student_id=student.id, values={"demand": "« Rien. »"})
    outgoing = chosen(pair)
    assert [line.kind for line in outgoing.lines] == ["student", "case"]
    assert outgoing.kept == 1


def test_a_referral_takes_its_partner_along(pair: Pair) -> None:
    """The service it goes to is there before it."""
    student, partner = builders.kept_student(pair.ours), builders.partner()
    with pair.ours.change():
        pair.ours.partners.save(partner)
    builders.finished(
        pair.ours, pair.library, form_key="f4-referral", student_id=student.id,
        values={"partner": partner.id, "reason": "Un lieu d’écoute."},
    )  # fmt: skip
    kinds = [line.kind for line in chosen(pair).lines]
    assert kinds == ["partner", "student", "case", "referral"]


def test_a_sheet_of_a_joined_student_is_not_forgotten(pair_with_case: Pair) -> None:
    """Two sheets of one person were joined: the case and the notes of both leave with both."""
    pair = pair_with_case
    (first,) = pair.ours.students.list()
    other = builders.kept_student(pair.ours, given_name="Ines", birth_date=None)
    join_students(pair.ours, kept_id=other.id, other_id=first.id)
    builders.finished(
        pair.ours, pair.library, student_id=other.id, values={"conclusion": "Suite."}
    )  # fmt: skip
    outgoing = chosen(pair)
    assert sorted(line.kind for line in outgoing.lines) == [
        "case", "interview", "interview", "student", "student",
    ]  # fmt: skip
    pair.take(pair.hand_over().path)
    assert pair.unit.interviews.count() == 2


def test_only_news_leaves_again(pair_with_case: Pair) -> None:
    """The same twice is nothing; an edit of what does not travel is nothing; an edit of what does is."""
    pair = pair_with_case
    pair.hand_over()
    assert (chosen(pair).lines, chosen(pair).case_ids) == ([], [])
    corrected(pair, demand="« Tout autre chose. »")
    assert chosen(pair).case_ids == []
    corrected(pair, conclusion="Plus tôt.")
    outgoing = chosen(pair)
    assert [line.kind for line in outgoing.lines] == ["student", "case", "interview"]
    assert len(outgoing.lines[-1].ancestors) == 1


def test_a_conclusion_taken_back_is_sent_as_empty(pair_with_case: Pair) -> None:
    """What the recipient had and is now empty here becomes empty there."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    corrected(pair, conclusion="")
    pair.take(pair.hand_over().path)
    (interview,) = pair.unit.interviews.list()
    assert pair.unit.interviews.answers(interview.id) == []


def test_a_sentence_that_was_removed_never_leaves(pair: Pair) -> None:
    """Saved, removed, saved again, handed over: it is in no decrypted byte, and neither is its revision."""
    student = builders.kept_student(pair.ours)
    secret = "Son oncle dort dans la voiture."
    builders.finished(
        pair.ours, pair.library, student_id=student.id,
        values={"conclusion": f"À revoir. {secret}", "demand": secret},
    )  # fmt: skip
    (interview,) = pair.ours.interviews.list()
    former = interview.revision
    corrected(pair, conclusion="À revoir.", demand="")
    clear = opened_bytes(pair.hand_over().path, pair.unit)
    assert "À revoir.".encode() in clear
    for word in (secret, "oncle", "voiture", former):
        assert word.encode() not in clear


def test_only_what_may_travel_is_in_the_bytes(pair: Pair) -> None:
    """A canary in everything a practitioner can write: of all of it only the conclusion is handed over."""
    ours = pair.ours
    fields = ("phone", "email", "street", "postcode", "city", "roster_key")
    student = builders.kept_student(ours, **{name: f"canary-{name}" for name in fields})
    with ours.change():
        ours.guardians.save(Guardian(student_id=student.id, given_name="canary-guardian", phone="canary-tel"))
    interview = pair.library.form_for("f1-interview", ours.framework)
    values: dict[str, object] = {
        question.key: f"canary-{question.key}"
        for question in interview.questions
        if question.kind in {"text", "long_text", "quotation", "person"}
    }
    values |= {"facts": [{"mark": "seen", "text": "canary-facts"}]}
    values |= {"steps": [{"text": "canary-task", "who": "canary-who", "due": "2026-12-01"}]}
    finished = builders.finished(ours, pair.library, student_id=student.id, values=values)
    notes = PersonalNotes.open(*ours.personal_file(), ours.vault_id)
    notes.save(subject_id=finished.record.id, student_id=student.id, text="canary-personal")
    notes.close()
    assert {"canary-demand", "canary-conclusion"} <= {str(value) for value in values.values()}
    clear = opened_bytes(pair.hand_over().path, pair.unit).decode()
    found = {part.split('"')[0] for part in clear.split("canary-")[1:]}
    assert found == {"conclusion"}
    assert ours.tasks.count() == 1


def test_the_bytes_hold_only_declared_names(pair_with_case: Pair) -> None:
    """Each line has the names of the description and no other."""
    clear = opened_bytes(pair_with_case.hand_over().path, pair_with_case.unit)
    for line in clear.splitlines()[1:-2]:
        assert set(json.loads(line)) == {
            "kind", "id", "revision", "ancestors", "form", "form_version", "author", "at", "fields",
            "answers", "hash", "projection", "given", "pieces",
        }  # fmt: skip


def test_what_lies_in_the_bin_stays(pair_with_case: Pair) -> None:
    """A student put away, also one whose sheet goes on in that of somebody put away, or the case itself."""
    pair = pair_with_case
    (case,) = pair.ours.cases.list()

    def leaving() -> list[str]:
        to = pair.recipient().id
        chosen = choose_outgoing(pair.ours, library=pair.library, correspondent_id=to, case_ids=[case.id])
        return [line.kind for line in chosen.lines]

    assert leaving() == ["student", "case", "interview"]
    kept = pair.ours.students.get(case.student_id)
    other = builders.kept_student(pair.ours, given_name="Zoé")
    gone = "2026-11-20T10:00:00Z"
    for shelf, before, after in (
        (pair.ours.students, kept, {"removed_at": gone}), (pair.ours.cases, case, {"removed_at": gone}),
    ):  # fmt: skip
        with pair.ours.change():
            shelf.save(msgspec.structs.replace(before, **after))
        assert leaving() == []
        with pair.ours.change():
            shelf.save(before)
    assert leaving() != []
    with pair.ours.change():
        pair.ours.students.save(msgspec.structs.replace(kept, joined_into=other.id))
    assert leaving() != []
    with pair.ours.change():
        pair.ours.students.save(msgspec.structs.replace(other, removed_at=gone))
    assert leaving() == []
