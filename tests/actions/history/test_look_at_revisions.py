"""What a record said before, in words, and bringing it back."""

from datetime import date

import msgspec
import pytest

from app.actions.bin_record import bin_record, restore_record
from app.actions.cases.save_case import save_case
from app.actions.history.bring_back import bring_back
from app.actions.history.look_at_revisions import look_at_revisions
from app.actions.receiving.open_package import open_package
from app.actions.receiving.receive_package import receive_package
from app.actions.save_partner import save_partner
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.actions.sheets.file_sheet import file_sheet
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_version import new_version
from app.actions.sheets.open_sheet import open_sheet
from app.actions.students.save_guardian import save_guardian
from app.actions.students.save_student import save_student
from app.errors import AnotherCaseOpen, DraftWaits, RecordUnknown, RevisionErased, VersionReplaced
from app.models.agreement import Agreement
from app.models.answer import Answer
from app.models.caution import Caution
from app.models.draft import Draft
from app.models.professional import Professional
from app.models.resident import Resident
from tests import builders
from tests.plans import kept_plan


@pytest.fixture
def student(notebook):
    """Inês Da Costa, kept."""
    return builders.kept_student(notebook)


@pytest.fixture
def looks(notebook, library, locale_en):
    """Her revisions and those of everything else."""

    def look(kind, record_id, **where):
        found, count = look_at_revisions(
            notebook, library=library, kind=kind, record_id=record_id, locale=locale_en, **where
        )
        assert count == len(notebook.history.of(record_id))
        return found

    return look


def again(notebook, library, sheet, **values):
    """The sheet finished once more with other values."""
    opened = open_sheet(notebook, library=library, kind=sheet.kind, record_id=sheet.record.id)
    return finish_sheet(
        notebook, library=library, sheet=opened, values=opened.values | values, today=builders.TODAY
    ).sheet


def said(look):
    """What changed, as (label, before, now)."""
    return [(one.label, one.told.was, one.told.now) for one in look.changes]


def back(notebook, library, revision_id):
    """Bring it back."""
    return bring_back(notebook, library=library, revision_id=revision_id, today=builders.TODAY)


def values(notebook, library, sheet):
    """What the sheet says now."""
    return open_sheet(notebook, library=library, kind=sheet.kind, record_id=sheet.record.id).values


def test_an_interview_tells_question_by_question(notebook, library, student, looks):
    """Newest first: who, which number, and every question that changed with what stood there."""
    sheet = builders.finished(
        notebook, library, student_id=student.id, values={"demand": "« Seule. »", "duration": 30}
    )
    again(notebook, library, sheet, demand="« Pas seule. »", main_reason="LU-01")
    newest, oldest = looks("interview", sheet.record.id)
    assert (newest.number, newest.author, newest.is_present) == (2, "Claire Aubrin", True)
    assert (oldest.number, oldest.is_present, oldest.changes) == (1, False, [])
    told = said(newest)
    assert ("« Seule. »", "« Pas seule. »") in {(was, now) for _, was, now in told}
    assert len(told) == 2
    assert all(label and was != now for label, was, now in told)


def test_bringing_back_is_a_new_revision_and_can_be_undone(notebook, library, student, looks):
    """The words come back, the search finds them, and what stood there last is one step away."""
    sheet = builders.finished(notebook, library, student_id=student.id, values={"demand": "Parapluie"})
    again(notebook, library, sheet, demand="Tournesol")
    first, second = notebook.history.of(sheet.record.id)
    changes = back(notebook, library, first.id)
    assert changes.ids("interview") == {sheet.record.id}
    assert values(notebook, library, sheet)["demand"] == "Parapluie"
    assert [hit.record_id for hit in notebook.search.writings("parapluie")] == [sheet.record.id]
    assert notebook.search.writings("tournesol") == []
    third = notebook.history.of(sheet.record.id)[-1]
    assert third.parents == [second.id]
    back(notebook, library, second.id)
    assert values(notebook, library, sheet)["demand"] == "Tournesol"
    assert len(looks("interview", sheet.record.id)) == 4
    assert notebook.damage() == []


def test_where_a_sheet_stands_is_no_wording(notebook, library, student, looks):
    """Filed to another student and put in the bin since: the earlier words come back where it is now."""
    other = builders.kept_student(notebook, given_name="Ana")
    sheet = builders.finished(notebook, library, student_id=student.id, values={"demand": "Avant"})
    again(notebook, library, sheet, demand="Après")
    where = {"library": library, "kind": "interview", "record_id": sheet.record.id}
    file_sheet(notebook, student_id=other.id, today=builders.TODAY, **where)
    bin_record(notebook, **where)
    assert said(looks("interview", sheet.record.id)[0]) == [("Bin", "", "put in the bin")]
    restore_record(notebook, **where)
    assert ("Student", "Inês Da Costa", "Ana Da Costa") in said(looks("interview", sheet.record.id)[2])
    back(notebook, library, notebook.history.of(sheet.record.id)[0].id)
    now = notebook.interviews.get(sheet.record.id)
    assert (now.student_id, now.removed_at) == (other.id, None)
    assert values(notebook, library, sheet)["demand"] == "Avant"


def test_a_sheet_of_an_earlier_form_is_read_and_comes_back(notebook, library, student, looks, locale_en):
    """What today's form does not ask is shown by its name and comes back; what it cannot hold is shown."""
    sheet = builders.finished(notebook, library, student_id=student.id)
    old = msgspec.structs.replace(sheet.record, form_version=0)
    answers = [
        Answer(question="weather", value="Il pleuvait."),
        Answer(question="weather", row=1, value={"a": "Puis", "b": ["soleil", 3]}),
        Answer(question="facts", value=12),
    ]
    with notebook.change():
        notebook.interviews.save(old, answers)
    then = notebook.interviews.get(sheet.record.id).revision
    with notebook.change():
        notebook.interviews.save(sheet.record, [])
    newest = looks("interview", sheet.record.id)[0]
    assert ("weather", "Il pleuvait.\nPuis · soleil · 3", "") in said(newest)
    back(notebook, library, then)
    label = locale_en.words(sheet.form.question("facts").label)
    assert (label, "12", "") in said(newest)
    assert notebook.interviews.answers(sheet.record.id) == answers[:2]
    assert values(notebook, library, sheet)
    assert notebook.interviews.get(sheet.record.id).form_version == 0


def test_a_sheet_whose_form_is_gone_is_still_read(notebook, library, student, looks):
    """No form of that name is left: the answers are shown by the names their questions had."""
    record = builders.interview(student.id, form="f0-gone")
    with notebook.change():
        notebook.interviews.save(record, [Answer(question="mood", value="gaie")])
        notebook.interviews.save(record, [Answer(question="mood", value="triste")])
    assert said(looks("interview", record.id)[0]) == [("mood", "gaie", "triste")]


def test_people_cases_and_the_directory(notebook, library, student, looks):
    """Every attribute has its words: codes, days, ticks and names instead of identifiers."""
    guardian, partner = builders.guardian(student.id), builders.partner()
    save_guardian(notebook, guardian=guardian)
    save_guardian(
        notebook, guardian=msgspec.structs.replace(guardian, do_not_contact=True, relation="father")
    )
    save_partner(notebook, partner=partner)
    save_partner(notebook, partner=msgspec.structs.replace(partner, secrecy="no"))
    save_student(
        notebook, student=msgspec.structs.replace(student, class_name="4G1", birth_date=date(2011, 4, 3)),
        today=builders.TODAY,
    )  # fmt: skip
    case = builders.case(student.id)
    save_case(notebook, case=case)
    save_case(notebook, case=msgspec.structs.replace(case, state="closed", closed=builders.TODAY))
    assert said(looks("guardian", guardian.id)[0]) == [
        ("Relation", "mother", "father"), ("Do not contact", "", "yes"),
    ]  # fmt: skip
    assert said(looks("partner", partner.id)[0]) == [
        ("Professional secrecy", "bound by secrecy", "not bound by secrecy")
    ]
    assert said(looks("student", student.id)[0]) == [
        ("Born on", "04/03/2011", "03/04/2011"), ("Class", "5G2", "4G1"),
    ]  # fmt: skip
    assert said(looks("case", case.id)[0]) == [
        ("State", "still open", "closed"), ("Closed on", "", "12/11/2026"),
    ]  # fmt: skip
    for _kind, record_id in (("guardian", guardian.id), ("partner", partner.id), ("student", student.id)):
        back(notebook, library, notebook.history.of(record_id)[0].id)
    assert notebook.guardians.get(guardian.id).relation == "mother"
    assert notebook.partners.get(partner.id).secrecy == "yes"
    assert notebook.students.get(student.id).class_name == "5G2"
    assert notebook.damage() == []


def test_a_corrected_name_that_comes_back_is_found(notebook, library, student):
    """Searching follows a student and the titles of their sheets."""
    sheet = builders.finished(notebook, library, student_id=student.id, values={"demand": "Marronnier"})
    renamed = msgspec.structs.replace(student, family_name="Reis")
    save_student(notebook, student=renamed, today=builders.TODAY)
    back(notebook, library, notebook.history.of(student.id)[0].id)
    assert [hit.record_id for hit in notebook.search.people("costa")] == [student.id]
    assert notebook.search.people("reis") == []
    (hit,) = notebook.search.writings("marronnier")
    assert (hit.record_id, hit.title) == (sheet.record.id, "Inês Da Costa")


def test_a_second_open_case_is_refused(notebook, library, student):
    """A case that was open then does not come back beside another one that is open now."""
    former, present = builders.case(student.id), builders.case(student.id, "2026-0002")
    save_case(notebook, case=former)
    save_case(notebook, case=msgspec.structs.replace(former, state="closed", closed=builders.TODAY))
    save_case(notebook, case=present)
    opened = notebook.history.of(former.id)[0].id
    with pytest.raises(AnotherCaseOpen):
        back(notebook, library, opened)
    save_case(notebook, case=msgspec.structs.replace(present, state="closed", closed=builders.TODAY))
    back(notebook, library, opened)
    assert notebook.cases.get(former.id).state == "open"


def test_a_partner_that_is_gone_is_left_out(notebook, library, student):
    """A referral comes back without the directory entry that was erased since."""
    partner = builders.partner()
    save_partner(notebook, partner=partner)
    sheet = builders.finished(
        notebook, library, form_key="f4-referral", student_id=student.id, values={"partner": partner.id}
    )
    first = notebook.history.of(sheet.record.id)[0].id
    with notebook.change():
        notebook.referrals.save(msgspec.structs.replace(sheet.record, partner_id=None))
        notebook.partners.remove(partner.id)
    back(notebook, library, first)
    assert notebook.referrals.get(sheet.record.id).partner_id is None


def test_a_partner_is_told_by_name(notebook, library, student, looks):
    """A referral that went to another service says which."""
    ours, other = builders.partner(), builders.partner(service="Service Azur")
    for one in (ours, other):
        save_partner(notebook, partner=one)
    sheet = builders.finished(
        notebook, library, form_key="f4-referral", student_id=student.id, values={"partner": ours.id}
    )
    again(notebook, library, sheet, partner=other.id)
    told = said(looks("referral", sheet.record.id)[0])
    assert [(was, now) for _, was, now in told] == [("Centre de consultation Les Tilleuls", "Service Azur")]


def test_what_is_being_typed_is_not_hidden(notebook, library, student):
    """A draft that waits on the sheet is finished first."""
    sheet = builders.finished(notebook, library, student_id=student.id)
    again(notebook, library, sheet, demand="Autre")
    notebook.drafts.keep(
        Draft(
            record_id=sheet.record.id, kind="interview", form="f1-interview", form_version=1,
            content={}, cursor={}, student_id=student.id,
        )
    )  # fmt: skip
    with pytest.raises(DraftWaits):
        back(notebook, library, notebook.history.of(sheet.record.id)[0].id)


def test_a_replaced_plan_stays_as_it_was(notebook, library, student, looks):
    """A version that another replaces is history: it can be read, not changed."""
    sheet = kept_plan(notebook, library, student_id=student.id)
    again(notebook, library, sheet, wishes="Autre chose.")
    first = notebook.history.of(sheet.record.id)[0].id
    new_version(notebook, library=library, record_id=sheet.record.id, today=builders.TODAY)
    with pytest.raises(VersionReplaced):
        back(notebook, library, first)
    assert [was for _, was, _ in said(looks("plan", sheet.record.id)[0])] == [
        "Voir le résultat à la fin de la journée."
    ]


def test_a_plan_keeps_its_number(notebook, library, student):
    """Bringing back the words of the present version leaves it the present version."""
    kept = kept_plan(notebook, library, student_id=student.id)
    plan = new_version(notebook, library=library, record_id=kept.record.id, today=builders.TODAY).plan
    sheet = open_sheet(notebook, library=library, kind="plan", record_id=plan.id)
    again(notebook, library, sheet, wishes="Autre chose.")
    back(notebook, library, notebook.history.of(plan.id)[0].id)
    now = notebook.plans.get(plan.id)
    assert (now.version, now.replaces_id) == (2, kept.record.id)
    assert values(notebook, library, sheet)["wishes"] == "Voir le résultat à la fin de la journée."


def test_a_received_record_says_who_wrote_it_and_who_sent_it(pair_with_case, locale_en):
    """In the unit's notebook: the author of each revision, whose package it came in, and back again."""
    pair = pair_with_case
    ours, theirs, library = pair.ours, pair.unit, pair.library
    (sheet,) = ours.interviews.list()

    def hand_over(folder):
        folder.mkdir()
        to = next(one for one in ours.correspondents.list())
        outgoing = choose_outgoing(
            ours, library=library, correspondent_id=to.id, case_ids=[case.id for case in ours.cases.list()]
        )
        sent = send_package(ours, correspondent_id=to.id, outgoing=outgoing, folder=folder)
        receive_package(theirs, library=library, opened=open_package(theirs, library=library, path=sent.path))

    hand_over(ours.folder / "one")
    opened = open_sheet(ours, library=library, kind="interview", record_id=sheet.id)
    finish_sheet(
        ours, library=library, sheet=opened, values=opened.values | {"conclusion": "À revoir en mars."},
        today=builders.TODAY,
    )  # fmt: skip
    hand_over(ours.folder / "two")
    looks, _ = look_at_revisions(
        theirs, library=library, kind="interview", record_id=sheet.id, locale=locale_en
    )
    assert [(one.author, one.came_from) for one in looks] == [("Claire Aubrin", "Claire Aubrin")] * 2
    assert [(was, now) for _, was, now in said(looks[0])] == [("À revoir en janvier.", "À revoir en mars.")]
    bring_back(theirs, library=library, revision_id=looks[1].revision.id, today=builders.TODAY)
    answers = {one.question: one.value for one in theirs.interviews.answers(sheet.id)}
    assert answers["conclusion"] == "À revoir en janvier."
    last, *_ = look_at_revisions(
        theirs, library=library, kind="interview", record_id=sheet.id, locale=locale_en
    )[0]
    assert (last.author, last.came_from) == (theirs.author.name, "")


def test_what_was_erased_says_so(notebook, library, student, looks):
    """Erased content is neither shown nor brought back; a revision nobody knows is unknown."""
    first = notebook.history.of(student.id)[0].id
    with notebook.change():
        notebook.history.erase(student.id)
    assert [one.is_erased for one in looks("student", student.id)] == [True]
    with pytest.raises(RevisionErased):
        back(notebook, library, first)
    with pytest.raises(RecordUnknown):
        back(notebook, library, "0" * 32)


def test_long_histories_come_in_pieces(notebook, library, student, looks):
    """The second piece goes on where the first ended, its first line compared with the one below."""
    for number in range(6):
        save_student(
            notebook, student=msgspec.structs.replace(student, city=f"Ville {number}"), today=builders.TODAY
        )
    whole = looks("student", student.id)
    pieces = [*looks("student", student.id, limit=3), *looks("student", student.id, first=3, limit=30)]
    assert [(one.number, said(one)) for one in pieces] == [(one.number, said(one)) for one in whole]
    assert [one.number for one in whole] == [7, 6, 5, 4, 3, 2, 1]


def test_what_stands_around_a_student_is_told_in_words_and_brought_back(notebook, library, looks, student):
    """Every kind of it, each attribute by its name, and the earlier words again as a new revision."""
    partner = builders.partner()
    save_partner(notebook, partner=partner)
    year = notebook.enrolments.of_student(student.id)[0]
    cases = [
        ("enrolment", year, {"level": "5G", "devices": ["INTERNAT"]},
         [("Level and track", "", "5G (general)"), ("Schemes", "", "boarding")]),
        ("resident", Resident(student_id=student.id, given_name="Théo"), {"birth_year": 2019, "home": 2},
         [("Birth year", "", "2019"), ("Home", "1", "2")]),
        ("professional", Professional(student_id=student.id, name="Dr Weis"),
         {"partner_id": partner.id, "secrecy": "yes"},
         [("Directory entry", "", partner.service), ("Professional secrecy", "", "bound by secrecy")]),
        ("caution", Caution(student_id=student.id, text="Adresse secrète"), {"until": builders.TODAY},
         [("Until", "", "12/11/2026")]),
        ("agreement", Agreement(student_id=student.id, given_on=builders.TODAY), {"note": "Absences"},
         [("What for", "", "Absences")]),
    ]  # fmt: skip
    for kind, record, corrections, told in cases:
        with notebook.change():
            saved = notebook.shelf(kind).save(record)
        with notebook.change():
            notebook.shelf(kind).save(msgspec.structs.replace(saved, **corrections))
        assert said(looks(kind, record.id)[0]) == told
        first = notebook.history.of(record.id)[0].id
        back(notebook, library, first)
        again = notebook.shelf(kind).get(record.id)
        assert {name: getattr(again, name) for name in corrections} == {
            name: getattr(record, name) for name in corrections
        }
    assert notebook.damage() == []
