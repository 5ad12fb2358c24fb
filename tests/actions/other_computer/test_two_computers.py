"""A notebook on two computers: what changes on one comes to the other, and nobody else hears of it."""

import shutil

import msgspec
import pytest

from app.actions.bin_record import bin_record, restore_record
from app.actions.conflicts.open_conflicts import open_conflicts
from app.actions.history.erase_for_ever import erase_for_ever
from app.actions.other_computer.changed_here import changed_here
from app.actions.other_computer.own_words import own_attributes, own_words
from app.actions.other_computer.tell_own import tell_own
from app.actions.receiving.exchange_folder import name_exchange_folder
from app.actions.receiving.look_into_folder import look_into_folder
from app.actions.receiving.receive_package import receive_package
from app.actions.students.save_guardian import save_guardian
from app.errors import OtherComputerUnknown, PackageForked, PackageOfThisComputer
from app.exchange.incoming_file import NO_FILE
from app.exchange.oneself import OWN_KINDS
from app.i18n import Locale
from app.models.agreement import Agreement
from app.models.caution import Caution
from app.models.draft import Draft
from app.models.enrolment import Enrolment
from app.models.folder_look import FolderLook
from app.models.kinds import FORM_KINDS, KINDS, NAMES
from app.models.paper import Paper
from app.models.plan import Plan
from app.models.professional import Professional
from app.models.resident import Resident
from app.models.sibling import Sibling
from app.models.task import Task
from app.storage.notebook import Notebook
from tests import builders, pictures
from tests.actions.other_computer.computers import Computers, reopened_in_place, state
from tests.attached import attached, contents
from tests.exchange.pair import Made


def test_every_kind_travels() -> None:
    """Whatever can be recorded goes to oneself; attachments last: they are kept with all the others."""
    assert set(OWN_KINDS) == set(KINDS)
    assert OWN_KINDS[-1] == "attachment"


def test_one_of_every_kind_arrives(computers: Computers, locale_en: Locale) -> None:
    """Whatever can be recorded, with words for the preview; an attachment with its bytes."""
    desk = computers.desk
    student, other = builders.kept_student(desk), builders.kept_student(desk, given_name="Rui")
    partner, case = builders.partner(), builders.case(student.id)
    records = [
        partner, case, builders.guardian(student.id), builders.request(student_id=student.id),
        builders.advice(), builders.interview(student.id, case_id=case.id),
        builders.referral(student.id, case_id=case.id, partner_id=partner.id),
        Plan(form="f3-plan", form_version=1, author_id=desk.author_id, student_id=student.id,
             case_id=case.id, date=builders.TODAY),
        Paper(form="crisis", form_version=1, author_id=desk.author_id, student_id=student.id,
              date=builders.TODAY),
        Caution(student_id=student.id, text="Adresse secrète"),
        Resident(student_id=student.id, given_name="Ana"),
        Professional(student_id=student.id, name="Dr Weis"),
        Sibling(student_id=student.id, sibling_id=other.id),
        Enrolment(student_id=student.id, school_year="2026-2027"),
        Agreement(student_id=student.id, given_on=builders.TODAY), Task(text="Rappeler", case_id=case.id),
        builders.correspondent(),
    ]  # fmt: skip
    with desk.change():
        for record in records:
            desk.shelf(NAMES[type(record)]).save(record)
        for kind in ("unit", "school", "practitioner"):
            (kept,) = desk.shelf(kind).list()
            desk.shelf(kind).save(msgspec.structs.replace(kept, phone="1"))
    attached(desk, pictures.pdf(pages=1), kind="case", record_id=case.id)
    opened = computers.look(computers.send(desk), computers.laptop)
    assert {one.line.kind for one in opened.records} == set(OWN_KINDS)
    assert {one.reason for one in opened.records} == {""}
    told = tell_own(
        computers.laptop, library=computers.library, lines=[one.line for one in opened.records],
        locale=locale_en,
    )  # fmt: skip
    assert all(one.title for one in told)
    assert "Adresse secrète" in [said for one in told for _, said in one.fields]
    receive_package(computers.laptop, library=computers.library, opened=opened)
    assert state(computers.laptop) == state(desk)
    assert contents(computers.laptop) == contents(desk)


def test_every_attribute_has_a_label(computers: Computers, locale_en: Locale) -> None:
    """Two versions of it are told apart in words, never by the name of a column."""
    unnamed = locale_en.text("Another entry of the sheet")
    for kind in sorted(set(OWN_KINDS) - set(FORM_KINDS)):
        names = [one.name for one in msgspec.structs.fields(KINDS[kind])]
        for name in set(own_attributes(kind, names)) - {"id", "revision"}:
            label, _ = own_words(computers.laptop, computers.library, locale_en, kind, name, None)
            assert label != unnamed, (kind, name)


def test_everything_comes_and_goes_back(computers: Computers) -> None:
    """A student, a sheet with what never travels to others, a task; then a correction the other way."""
    student = builders.kept_student(computers.desk, phone="079 000 00 00")
    said = {"demand": "« Et moi ? »", "conclusion": "Une fin"}
    sheet = builders.finished(computers.desk, computers.library, student_id=student.id, values=said)
    with computers.desk.change():
        computers.desk.tasks.save(Task(text="Rappeler", student_id=student.id))
    received = computers.bring(computers.desk)
    assert received.counts["new"] >= 3
    assert state(computers.laptop) == state(computers.desk)
    computers.write(computers.laptop, sheet.record.id, conclusion="Une autre fin")
    assert computers.bring(computers.laptop).counts["updated"] == 1
    assert state(computers.laptop) == state(computers.desk)
    assert computers.desk.damage() == computers.laptop.damage() == []
    assert computers.desk.disclosures.list() == computers.laptop.disclosures.list() == []
    assert computers.laptop.search.writings("autre fin")


def test_what_is_binned_or_taken_out_again_is_so_on_both(computers: Computers) -> None:
    """With the search: what lies in the bin is not found, what came back is."""
    student = builders.kept_student(computers.desk)
    sheet = builders.finished(
        computers.desk, computers.library, student_id=student.id, values={"conclusion": "Parapluie"}
    )
    computers.bring(computers.desk)
    assert computers.laptop.search.writings("parapluie")
    bin_record(computers.desk, library=computers.library, kind="interview", record_id=sheet.record.id)
    bin_record(computers.desk, library=computers.library, kind="student", record_id=student.id)
    computers.bring(computers.desk)
    assert computers.laptop.students.get(student.id).removed_at
    assert not computers.laptop.search.writings("parapluie")
    assert not computers.laptop.search.people(student.family_name)
    restore_record(computers.laptop, library=computers.library, kind="student", record_id=student.id)
    restore_record(computers.laptop, library=computers.library, kind="interview", record_id=sheet.record.id)
    computers.bring(computers.laptop)
    assert state(computers.laptop) == state(computers.desk)
    assert computers.desk.search.writings("parapluie")
    assert computers.desk.search.people(student.family_name)


def test_what_both_wrote_is_decided_once(computers: Computers) -> None:
    """Two versions stand until somebody decides; the decision ends them on the other side too."""
    student = builders.kept_student(computers.desk)
    sheet = builders.finished(
        computers.desk, computers.library, student_id=student.id, values={"demand": "Début"}
    )
    computers.bring(computers.desk)
    computers.write(computers.desk, sheet.record.id, demand="Au bureau")
    computers.write(computers.laptop, sheet.record.id, demand="En route")
    from_desk, from_laptop = computers.send(computers.desk), computers.send(computers.laptop)
    assert computers.take(from_desk, computers.laptop).counts["conflict"] == 1
    assert computers.take(from_laptop, computers.desk).counts["conflict"] == 1
    computers.decide(computers.laptop, "theirs")
    computers.bring(computers.laptop)
    assert open_conflicts(computers.desk) == open_conflicts(computers.laptop) == []
    assert state(computers.laptop) == state(computers.desk)
    (said,) = (a.value for a in computers.desk.interviews.answers(sheet.record.id) if a.question == "demand")
    assert said == "Au bureau"


def test_the_bin_may_be_what_was_decided(computers: Computers) -> None:
    """Written here, thrown away there: whoever decides for the bin does not find it any more, on both."""
    student = builders.kept_student(computers.desk)
    sheet = builders.finished(
        computers.desk, computers.library, student_id=student.id, values={"demand": "Parapluie"}
    )
    computers.bring(computers.desk)
    bin_record(computers.desk, library=computers.library, kind="interview", record_id=sheet.record.id)
    computers.write(computers.laptop, sheet.record.id, demand="Parapluie rouge")
    assert computers.bring(computers.desk).counts["conflict"] == 1
    assert computers.laptop.search.writings("parapluie")
    computers.decide(computers.laptop, "theirs")
    assert not computers.laptop.search.writings("parapluie")
    computers.bring(computers.laptop)
    assert state(computers.laptop) == state(computers.desk)
    assert not computers.desk.search.writings("parapluie")


def test_what_others_never_see_is_compared_too(computers: Computers) -> None:
    """A guardian's telephone, written on both: two versions with words for everything that differs."""
    student = builders.kept_student(computers.desk)
    guardian = builders.guardian(student.id, phone="1")
    save_guardian(computers.desk, guardian=guardian)
    computers.bring(computers.desk)
    for by, phone in ((computers.desk, "2"), (computers.laptop, "3")):
        kept = by.guardians.get(guardian.id)
        with by.change():
            by.guardians.save(msgspec.structs.replace(kept, phone=phone))
    assert computers.bring(computers.desk).counts["conflict"] == 1
    computers.decide(computers.laptop, "theirs")
    computers.bring(computers.laptop)
    assert computers.desk.guardians.get(guardian.id).phone == "2"
    assert state(computers.laptop) == state(computers.desk)


def test_a_lost_file_holds_nothing_back(computers: Computers) -> None:
    """What was not confirmed leaves again; what was confirmed does not."""
    builders.kept_student(computers.desk)
    computers.send(computers.desk)  # never arrives
    assert computers.bring(computers.desk).counts["new"] >= 1
    assert state(computers.laptop) == state(computers.desk)
    assert changed_here(computers.laptop, library=computers.library).lines == []
    computers.bring(computers.laptop)  # nothing new in it, but it confirms
    assert changed_here(computers.desk, library=computers.library).lines == []
    assert changed_here(computers.desk, library=computers.library, everything=True).lines


def test_what_was_erased_for_ever_does_not_come_back(computers: Computers) -> None:
    """Refused where it was erased, and not sent again and again for that."""
    student, kept = builders.kept_student(computers.desk), builders.kept_student(computers.desk)
    builders.finished(computers.desk, computers.library, student_id=student.id, values={"demand": "Non"})
    computers.bring(computers.desk)
    erase_for_ever(computers.laptop, kind="student", record_id=student.id)
    refused = computers.take(computers.send(computers.desk, everything=True), computers.laptop)
    assert refused.counts["refused"] >= 3  # the student, the case, the interview and what is to be done
    assert set(refused.counts) == {"refused", "identical"}
    assert computers.laptop.students.find(student.id) is None
    assert computers.laptop.students.find(kept.id) is not None
    computers.bring(computers.laptop)
    assert changed_here(computers.desk, library=computers.library).lines == []


def test_one_number_is_one_case_on_both(computers: Computers) -> None:
    """Both numbered a case alike: the same one keeps the number on both computers."""
    for by in (computers.desk, computers.laptop):
        student = builders.kept_student(by)
        builders.finished(by, computers.library, student_id=student.id, values={"conclusion": "x"})
    from_desk, from_laptop = computers.send(computers.desk), computers.send(computers.laptop)
    computers.take(from_desk, computers.laptop)
    computers.take(from_laptop, computers.desk)
    computers.bring(computers.desk)
    computers.bring(computers.laptop)
    assert state(computers.laptop) == state(computers.desk)
    first, second = sorted(computers.desk.cases.list(), key=lambda case: case.id)
    assert second.reference == f"{first.reference}/2"


def test_what_one_types_is_not_written_over(computers: Computers) -> None:
    """A sheet that is open there stands in two versions until it is finished."""
    student = builders.kept_student(computers.desk)
    sheet = builders.finished(computers.desk, computers.library, student_id=student.id, values={})
    computers.bring(computers.desk)
    computers.write(computers.desk, sheet.record.id, demand="Plus tard")
    kept = computers.laptop.interviews.get(sheet.record.id)
    with computers.laptop.change():
        computers.laptop.drafts.keep(
            Draft(record_id=kept.id, kind="interview", form=kept.form, form_version=kept.form_version,
                  content={"demand": "En train"}, base_revision=kept.revision)
        )  # fmt: skip
    assert computers.bring(computers.desk).counts["conflict"] == 1


def test_only_the_other_computer_opens_it(computers: Computers) -> None:
    """Not the one that wrote it, nor one where nobody said that there are two."""
    path = computers.send(computers.desk)
    with pytest.raises(PackageOfThisComputer):
        computers.look(path, computers.desk)
    with computers.laptop.change():
        known = computers.laptop.correspondents.oneself()
        assert known is not None
        computers.laptop.correspondents.remove(known.id)
    with pytest.raises(OtherComputerUnknown):
        computers.look(path, computers.laptop)


def test_an_older_state_put_back_is_a_fork(computers: Computers, made_desk: Made) -> None:
    """Put back by hand in the same place, it would use its numbers twice: refused whole on both sides."""
    builders.kept_student(computers.desk)
    computers.bring(computers.desk)
    place, before = computers.desk.folder, computers.stick / "before"
    computers.desk.close()
    shutil.copytree(place, before)
    computers.desk = reopened_in_place(made_desk, place)
    builders.kept_student(computers.desk, given_name="Ancienne")
    lost = computers.send(computers.desk)
    computers.take(lost, computers.laptop)
    computers.desk.close()
    shutil.rmtree(place)
    shutil.copytree(before, place)
    computers.desk = reopened_in_place(made_desk, place)
    builders.kept_student(computers.desk, given_name="Nouvelle")
    kept = state(computers.laptop)
    with pytest.raises(PackageForked):
        computers.bring(computers.desk)
    with pytest.raises(PackageForked):
        computers.look(lost, computers.desk)
    assert state(computers.laptop) == kept


def test_one_put_back_from_a_copy_gets_everything_again(computers: Computers, made_desk: Made) -> None:
    """The laptop loses a week: its row begins anew, and what it had confirmed before counts no more."""
    student = builders.kept_student(computers.desk)
    computers.bring(computers.desk)
    computers.bring(computers.laptop)
    sheet = builders.finished(
        computers.desk, computers.library, student_id=student.id, values={"conclusion": "La semaine"}
    )
    elsewhere = computers.stick / "laptop-again"
    computers.laptop.close()
    shutil.copytree(computers.laptop.folder, elsewhere)
    computers.laptop = reopened_in_place(made_desk, computers.laptop.folder)
    computers.bring(computers.desk)
    computers.write(computers.laptop, sheet.record.id, conclusion="La semaine, revue")
    computers.bring(computers.laptop)
    assert changed_here(computers.desk, library=computers.library).lines == []
    computers.laptop.close()
    computers.laptop = reopened_in_place(made_desk, elsewhere)
    assert computers.laptop.interviews.find(sheet.record.id) is None
    computers.bring(computers.laptop)
    computers.bring(computers.desk)
    assert state(computers.laptop) == state(computers.desk)
    assert {a.value for a in computers.laptop.interviews.answers(sheet.record.id)} == {"La semaine, revue"}


def test_the_exchange_folder_offers_it_to_the_other_one_alone(computers: Computers) -> None:
    """Both look into one folder; what one wrote is offered on the other until it is taken."""
    path = computers.send(computers.desk)
    for by in (computers.desk, computers.laptop):
        name_exchange_folder(by, folder=computers.stick)

    def offered(by: Notebook) -> list[str]:
        first = look_into_folder(by, library=computers.library, before=FolderLook())
        found = look_into_folder(by, library=computers.library, before=first)
        return [one.file for one in found.arrived]

    assert offered(computers.desk) == []
    assert offered(computers.laptop) == [path.name]
    computers.take(path, computers.laptop)
    assert offered(computers.laptop) == []


def test_a_new_laptop_goes_on_where_the_old_one_ended(computers: Computers, made_desk: Made) -> None:
    """A copy of the desk made later brings along its row of packages, and takes what follows in it."""
    student = builders.kept_student(computers.desk)
    computers.bring(computers.desk)
    computers.bring(computers.laptop)
    computers.desk.close()
    shutil.copytree(computers.desk.folder, computers.stick / "new-laptop")
    computers.desk = reopened_in_place(made_desk, computers.desk.folder)
    computers.laptop.close()
    computers.laptop = reopened_in_place(made_desk, computers.stick / "new-laptop")
    sheet = builders.finished(
        computers.desk, computers.library, student_id=student.id, values={"demand": "Au bureau"}
    )
    again = computers.send(computers.desk)
    opened = computers.look(again, computers.laptop)
    assert (opened.header.sequence, opened.is_forked, opened.is_repeated) == (2, False, False)
    computers.take(again, computers.laptop)
    computers.take(again, computers.laptop)
    computers.write(computers.laptop, sheet.record.id, demand="En route")
    assert computers.bring(computers.laptop).counts["updated"] == 1
    computers.bring(computers.desk)
    assert state(computers.laptop) == state(computers.desk)
    assert changed_here(computers.laptop, library=computers.library).lines == []
    computers.bring(computers.laptop)
    assert changed_here(computers.desk, library=computers.library).lines == []


def test_an_attachment_brings_its_bytes_once(computers: Computers) -> None:
    """Then only whether it lies in the bin travels; erased for ever at one it does not come back there."""
    desk, laptop, library = computers.desk, computers.laptop, computers.library
    student = builders.kept_student(desk)
    with desk.change():
        case = desk.cases.save(builders.case(student.id))
    one = attached(desk, pictures.one_of("png"), kind="case", record_id=case.id, name="dessin.png")
    lost, first = computers.send(desk), computers.send(desk)
    assert [line.pieces for line in computers.read(lost, laptop).records if line.kind == "attachment"] == [1]
    computers.take(first, laptop)
    assert contents(laptop) == contents(desk)
    computers.bring(laptop)
    bin_record(desk, library=library, kind="attachment", record_id=one.id)
    path = computers.send(desk)
    (line,) = [line for line in computers.read(path, laptop).records if line.kind == "attachment"]
    assert line.pieces == 0
    computers.take(path, laptop)
    assert contents(laptop) == contents(desk)
    assert [kept.removed_at is None for kept in laptop.attachments.list(removed=True)] == [False]
    restore_record(laptop, library=library, kind="attachment", record_id=one.id)
    computers.bring(laptop)
    assert [kept.id for kept in desk.attachments.list()] == [one.id]
    with laptop.change():
        laptop.erasures.erase(kind="attachment", record_ids=[one.id])
    everything = computers.send(desk, everything=True)
    assert computers.take(everything, laptop).counts["refused"] == 1
    assert contents(laptop) == {}
    assert desk.damage() == laptop.damage() == []


def test_one_put_back_asks_for_the_bytes_again(computers: Computers, made_desk: Made) -> None:
    """The laptop lost a file it had confirmed: it is not taken without its bytes, and comes once more."""
    desk, library = computers.desk, computers.library
    student = builders.kept_student(desk)
    with desk.change():
        case = desk.cases.save(builders.case(student.id))
    computers.bring(desk)
    computers.bring(computers.laptop)
    elsewhere = computers.stick / "laptop-again"
    computers.laptop.close()
    shutil.copytree(computers.laptop.folder, elsewhere)
    computers.laptop = reopened_in_place(made_desk, computers.laptop.folder)
    one = attached(desk, pictures.one_of("png"), kind="case", record_id=case.id)
    computers.bring(desk)
    computers.bring(computers.laptop)
    bin_record(desk, library=library, kind="attachment", record_id=one.id)
    computers.laptop.close()
    computers.laptop = reopened_in_place(made_desk, elsewhere)
    opened = computers.look(computers.send(desk), computers.laptop)
    assert {one.reason for one in opened.records if one.kind == "attachment"} == {NO_FILE}
    receive_package(computers.laptop, library=library, opened=opened)
    computers.bring(computers.laptop)
    computers.bring(desk)
    assert contents(computers.laptop) == contents(desk) != {}


def test_a_file_that_is_refused_holds_nothing_up(computers: Computers) -> None:
    """What cannot be shown there is not sent for ever: the rest counts as come, also after it was binned."""
    desk, laptop, library = computers.desk, computers.laptop, computers.library
    student = builders.kept_student(desk)
    with desk.change():
        case = desk.cases.save(builders.case(student.id))
    bad = attached(desk, b"%PDF-1.7\n" + bytes(500) + b"%%EOF", kind="case", record_id=case.id)
    assert computers.bring(desk).counts["refused"] == 1
    computers.bring(laptop)
    assert changed_here(desk, library=library).lines == []
    bin_record(desk, library=library, kind="attachment", record_id=bad.id)
    assert computers.bring(desk).counts == {"refused": 1}
    computers.bring(laptop)
    assert changed_here(desk, library=library).lines == []
