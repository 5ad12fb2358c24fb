"""Cases and sheets of one service among several."""

import msgspec
import pytest

from app.actions.cases.open_case import open_case
from app.actions.history.recall import recall
from app.actions.history.tell_attributes import tell_attributes
from app.actions.letters.plan_letters import plan_letters
from app.actions.letters.prepare_letter import prepare_letter
from app.actions.packages.tell_travelling import tell_lines
from app.actions.papers.prepare_paper import prepare_blank_paper, prepare_paper
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.service_of import service_of, service_of_student
from app.actions.sheets.new_version import new_version
from app.actions.sheets.open_sheet import open_sheet
from app.actions.unit_changes.choose_services import choose_services
from app.actions.unit_changes.open_library import open_library
from app.exchange.incoming import ODD_VALUES, fault_of
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.addressee import Addressee
from app.models.draft import Draft
from app.models.student import Student
from app.storage.notebook import Notebook
from tests import builders
from tests.exchange.pair import Pair


@pytest.fixture
def both(notebook: Notebook, library: Library) -> Library:
    """A SePAS that works for a school service in France too."""
    choose_services(notebook, library=library, keys=["fr-ssfe"])
    return open_library(notebook, shipped=library)


@pytest.fixture
def student(notebook: Notebook) -> Student:
    """Inês, whose case belongs to the French service."""
    one = builders.kept_student(notebook)
    open_case(notebook, student_id=one.id, today=builders.TODAY, framework="fr-ssfe")
    return one


def keys(form: object) -> set[str]:
    """What it asks."""
    return {question.key for question in form.questions}  # type: ignore[attr-defined]


def test_a_sheet_is_asked_by_the_service_of_its_case(
    notebook: Notebook, both: Library, student: Student
) -> None:
    """That service's questions and no other's; saved, opened and replaced it stays so."""
    sheet = builders.finished(notebook, both, student_id=student.id, values={"axis": None})
    assert sheet.record.framework == "fr-ssfe"
    assert "axis" in keys(sheet.form)
    assert "category" not in keys(sheet.form)
    again = open_sheet(notebook, library=both, kind="interview", record_id=sheet.record.id)
    assert (again.record, keys(again.form)) == (sheet.record, keys(sheet.form))
    plan = builders.finished(notebook, both, form_key="f3-plan", student_id=student.id)
    next_one = new_version(notebook, library=both, record_id=plan.record.id, today=builders.TODAY)
    assert next_one.plan.framework == "fr-ssfe"


def test_a_sheet_may_be_another_services_and_opens_a_case_for_it(notebook: Notebook, both: Library) -> None:
    """The first sheet says whose the case is; one that says nothing asks what every service in use asks."""
    one = builders.kept_student(notebook)
    sheet = builders.finished(notebook, both, student_id=one.id, framework="fr-ssfe")
    (case,) = notebook.cases.list()
    assert (case.framework, service_of_student(notebook, student_id=one.id)) == ("fr-ssfe", "fr-ssfe")
    other = builders.finished(notebook, both, student_id=one.id, framework="lu-sepas")
    assert other.record.case_id == sheet.record.case_id
    assert "category" in keys(other.form)
    assert "axis" not in keys(other.form)
    loose = builders.finished(notebook, both)
    assert loose.record.framework == ""
    assert {"category", "axis"} <= keys(loose.form)
    assert service_of(notebook, record=loose.record) == "lu-sepas"


def test_a_draft_remembers_the_service_it_was_begun_in(notebook: Notebook, both: Library) -> None:
    """Locked before its first revision it comes back with the same questions."""
    draft = Draft(
        record_id="d" * 32, kind="interview", form="f1-interview", form_version=1,
        content={"form": {}, "framework": "fr-ssfe"},
    )  # fmt: skip
    notebook.drafts.keep(draft)
    sheet = open_sheet(notebook, library=both, kind="interview", record_id="d" * 32)
    assert sheet.record.framework == "fr-ssfe"
    assert "category" not in keys(sheet.form)


def test_paper_carries_the_head_and_the_words_of_the_service(
    notebook: Notebook, both: Library, student: Student, locale_fr: Locale
) -> None:
    """Authority, legal lines, secrecy: of the sheet's service, or its case's where the sheet names none."""
    sheet = builders.finished(notebook, both, student_id=student.id)
    french = prepare_paper(notebook, library=both, sheet=sheet, locale=locale_fr).framework
    assert french.key == "fr-ssfe"
    assert "226-13" in french.secrecy_mention["fr"]
    unnamed = msgspec.structs.replace(sheet.record, framework="")
    subject = prepare_paper(
        notebook, library=both, sheet=msgspec.structs.replace(sheet, record=unnamed), locale=locale_fr
    )
    assert subject.framework.key == "fr-ssfe"
    blank = prepare_blank_paper(
        notebook, library=both, form_key="f1-interview", locale=locale_fr, day=builders.TODAY,
        framework="fr-ssfe",
    )  # fmt: skip
    assert (blank.framework.key, "category" in keys(blank.form)) == ("fr-ssfe", False)
    letter = prepare_letter(
        notebook, library=both, letter=next(iter(both.letters.values())), student_id=student.id,
        addressee=Addressee(reader="guardians", name="Marta", lines=(), record_ids=()),
        locale=locale_fr, today=builders.TODAY, asked={},
    )  # fmt: skip
    assert letter.framework.key == "fr-ssfe"


def test_a_service_that_comes_of_age_later(notebook: Notebook, both: Library) -> None:
    """The birthday that counts for letters is the one of the service that follows the student."""
    late = msgspec.structs.replace(both.frameworks["fr-ssfe"], majority=21)
    later = msgspec.structs.replace(both, frameworks=both.frameworks | {"fr-ssfe": late})
    born = builders.TODAY.replace(year=builders.TODAY.year - 19)
    here, there = (
        builders.kept_student(
            notebook, given_name=name, birth_date=born, street="1, rue du Moulin", city="Lux"
        )
        for name in ("Rita", "Inês")
    )
    for one in (here, there):
        with notebook.change():
            notebook.guardians.save(builders.guardian(one.id))
    open_case(notebook, student_id=there.id, today=builders.TODAY, framework="fr-ssfe")
    letter = next(one for one in both.letters.values() if {"student", "guardians"} <= set(one.readers))
    plan = plan_letters(
        notebook, letter=letter, student_ids=[here.id, there.id], day=builders.TODAY, language="fr",
        own=False, library=later,
    )  # fmt: skip
    told = {one.student_id: one.addressee.reader for one in plan.going}
    assert told == {here.id: "student", there.id: "guardians"}


def test_a_service_that_is_gone_leaves_a_plain_one(
    notebook: Notebook, library: Library, locale_en: Locale
) -> None:
    """The sheet opens with what every service asks, its paper has no head but the unit's."""
    one = builders.kept_student(notebook)
    sheet = builders.finished(notebook, library, student_id=one.id, framework="xx-gone")
    again = open_sheet(notebook, library=library, kind="interview", record_id=sheet.record.id)
    assert not {"axis", "category"} & keys(again.form)
    subject = prepare_paper(notebook, library=library, sheet=again, locale=locale_en)
    assert (subject.framework.key, subject.framework.authority_block) == ("xx-gone", [])


def test_earlier_wordings_say_which_service(
    notebook: Notebook, both: Library, student: Student, locale_en: Locale
) -> None:
    """A revision opens as it was asked, and the case says whose it is."""
    sheet = builders.finished(notebook, both, student_id=student.id)
    content = notebook.history.content(sheet.record.revision)
    assert content is not None
    then = recall(notebook, library=both, kind="interview", content=content)
    assert then.form is not None
    assert "category" not in keys(then.form)
    case = notebook.cases.get(sheet.record.case_id)
    told = tell_attributes(notebook, library=both, kind="case", record=case, locale=locale_en)
    assert told["Service"] == "SSFE secondary education (France)"


def test_what_names_no_service_is_written_as_before(notebook: Notebook, library: Library) -> None:
    """Byte for byte: saving an old record unchanged makes no revision."""
    one = builders.kept_student(notebook)
    sheet = builders.finished(notebook, library, student_id=one.id)
    case = notebook.cases.get(sheet.record.case_id)
    for record in (sheet.record, case):
        content = notebook.history.content(record.revision)
        assert content is not None
        assert "framework" not in content["record"]
    with notebook.change() as change:
        notebook.cases.save(case)
        notebook.interviews.save(sheet.record)
    assert change.changes.items == frozenset()


def test_the_service_travels_and_is_kept(pair: Pair, locale_en: Locale) -> None:
    """The unit, which does not use it, reads both as that service asked; shown before."""
    student = builders.kept_student(pair.ours)
    open_case(pair.ours, student_id=student.id, today=builders.TODAY, framework="fr-ssfe")
    builders.finished(
        pair.ours, pair.library, student_id=student.id, values={"conclusion": "À revoir en janvier."}
    )
    outgoing = choose_outgoing(
        pair.ours, library=pair.library, correspondent_id=pair.recipient().id,
        case_ids=[case.id for case in pair.ours.cases.list()],
    )  # fmt: skip
    told = tell_lines(pair.ours, library=pair.library, lines=outgoing.lines, locale=locale_en)
    named = [one.kind for one in told if ("Service", "SSFE secondary education (France)") in one.fields]
    assert named == ["case", "interview"]
    path = pair.hand_over().path
    assert pair.take(path).counts == {"new": 3}
    (case,), (interview,) = pair.unit.cases.list(), pair.unit.interviews.list()
    assert (case.framework, interview.framework) == ("fr-ssfe", "fr-ssfe")
    sheet = open_sheet(pair.unit, library=pair.library, kind="interview", record_id=interview.id)
    assert "category" not in keys(sheet.form)
    assert pair.take(path).counts == {"identical": 3}
    odd = next(line for line in outgoing.lines if line.kind == "case")
    for name in ("../x", "x" * 61, "a b", "é"):
        line = msgspec.structs.replace(odd, fields=odd.fields | {"framework": name})
        assert fault_of(line, form=None) == ODD_VALUES
