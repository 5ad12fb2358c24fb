"""Files brought together paper by paper, and the slip that goes with them."""

from datetime import date, datetime
from pathlib import Path

import pytest

from app.actions.bin_record import bin_record
from app.actions.disclosure.name_disclosed import DISPATCH
from app.actions.disclosure.note_list import hand_out_list
from app.actions.papers.prepare_dispatch import prepare_dispatch
from app.actions.sheets.look_at_files import GatheredFile, look_at_files
from app.actions.sheets.mark_files_sent import mark_files_sent
from app.actions.sheets.new_sheet import new_sheet
from app.documents.form_pdf import build
from app.errors import FileNotWritten
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.draft import Draft
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import TODAY
from tests.documents.papers import packed, text

HERE = [{"what": "income", "there": "yes"}, {"what": "bank", "there": "yes"}]
EN = Locale("en")


def looked(notebook: Notebook, library: Library) -> list[GatheredFile]:
    """As they stand now."""
    return look_at_files(notebook, library=library, locale=EN)


def kept(notebook: Notebook, library: Library, name: str, **values: object) -> str:
    """A subsidy file of somebody new; its identifier."""
    student = builders.kept_student(notebook, given_name=name)
    made = builders.finished(
        notebook, library, form_key="f9-low-income", student_id=student.id, values=values
    )
    return str(made.record.id)


def test_a_new_file_misses_everything_until_the_end_of_october(
    notebook: Notebook, library: Library, locale_fr: Locale
) -> None:
    """It begins with the papers it needs and with the day of its school year, even after that day."""
    kept(notebook, library, "Ysé")
    (file,) = looked(notebook, library)
    assert file.missing == (
        "proof of income", "household certificate", "statement of benefits", "school certificate",
        "bank details",
    )  # fmt: skip
    assert (file.deadline, file.days_left(TODAY), file.complete) == (date(2026, 10, 31), -12, False)
    spring = new_sheet(
        notebook, library=library, form_key="f9-low-income", locale=locale_fr, moment=datetime(2027, 3, 1, 9)
    )
    assert spring.values["deadline"] == "2026-10-31"


def test_what_came_is_missing_no_more(notebook: Notebook, library: Library) -> None:
    """Received is received, no is missing, "other" says what; nothing noted is not complete."""
    rows = [*HERE, {"what": "school", "there": "no"}, {"what": "other", "note": "bail"}, {"note": "photo"}]
    kept(notebook, library, "Ana", pieces=rows)
    kept(notebook, library, "Bob", pieces=HERE)
    kept(notebook, library, "Cyd", pieces=[])
    ana, bob, cyd = sorted(looked(notebook, library), key=lambda one: one.student.name if one.student else "")
    assert ana.missing == ("school certificate", "other (bail)", "photo")
    assert (bob.missing, bob.expected, bob.complete) == ((), 2, True)
    assert (cyd.expected, cyd.complete) == (0, False)


def test_the_nearest_deadline_comes_first_and_the_bin_is_empty(notebook: Notebook, library: Library) -> None:
    """Whoever lies in the bin waits for nothing."""
    late = kept(notebook, library, "Ana", deadline="2026-12-01")
    soon = kept(notebook, library, "Bob", deadline="2026-11-14")
    none = kept(notebook, library, "Cyd", deadline=None)
    gone = kept(notebook, library, "Dan", deadline="2026-11-13")
    bin_record(notebook, library=library, kind="paper", record_id=gone)
    assert [file.record.id for file in looked(notebook, library)] == [soon, late, none]


def test_files_of_every_kind_are_listed(notebook: Notebook, library: Library) -> None:
    """Aid in both countries, the disability office, the inclusion commission; no interview among them."""
    student = builders.kept_student(notebook)
    keys = ["f9-low-income", "f9-stay-in-school", "f9-social-fund", "f8-mdph", "f8-arrangements"]
    for key in [*keys, "f1-interview", "f10-council"]:
        service = next(iter(library.forms[key].frameworks), "lu-sepas")
        builders.finished(notebook, library, form_key=key, student_id=student.id, framework=service)
    assert sorted(file.form.key for file in looked(notebook, library)) == sorted(keys)
    papers = {file.form.key: file.missing for file in looked(notebook, library)}
    assert all(papers.values()), "each begins with papers to be brought"


def test_the_slip_names_numbers_and_nobody(notebook: Notebook, library: Library, tmp_path: Path) -> None:
    """Three files, one line each in the ledger, the bytes kept once, and sent from then on."""
    for name in ("Ana", "Bob", "Cyd"):
        kept(notebook, library, name, pieces=[*HERE, {"what": "school"}] if name == "Cyd" else HERE)
    files = looked(notebook, library)
    subject = prepare_dispatch(
        notebook, library=library, files=files, recipient="CePAS, bureau des subventions", locale=EN,
        today=TODAY,
    )  # fmt: skip
    pdf = build(subject, EN)
    said = packed(text(pdf))
    for word in (
        "CePAS",
        "2 documents",
        "2 documents, 1 still missing",
        "3 files",
        *(f.reference for f in files),
    ):
        assert packed(word) in said
    assert not any(name in said for name in ("Ana", "Bob", "Cyd", "DaCosta"))
    path = tmp_path / "slip.pdf"
    hand_out_list(
        notebook, records=[file.record for file in files], what=DISPATCH, pdf=pdf, path=path,
        recipient="CePAS", ground="OWN_DATA", language="en",
    )  # fmt: skip
    mark_files_sent(notebook, library=library, files=files, today=TODAY)
    assert path.read_bytes() == pdf
    lines = notebook.disclosures.list()
    assert {line.record_id for line in lines} == {file.record.id for file in files}
    assert len({line.paper for line in lines}) == 1
    assert {file.sent for file in looked(notebook, library)} == {TODAY}
    assert all(file.days_left(TODAY) is None for file in looked(notebook, library))


def test_a_day_that_was_noted_and_a_file_being_written_stay(notebook: Notebook, library: Library) -> None:
    """What somebody types is theirs to finish; an earlier sending is not told again."""
    kept(notebook, library, "Ana", sent_on="2026-10-30")
    busy = kept(notebook, library, "Bob")
    record = notebook.papers.get(busy)
    notebook.drafts.keep(
        Draft(
            record_id=busy, kind="paper", form=record.form, form_version=record.form_version,
            student_id=record.student_id, case_id=record.case_id, base_revision=record.revision,
            at="2026-11-12T10:00:00Z", cursor={}, content={},
        )
    )  # fmt: skip
    files = looked(notebook, library)
    mark_files_sent(notebook, library=library, files=files, today=TODAY)
    after = {file.student.given_name if file.student else "": file for file in looked(notebook, library)}
    assert (after["Ana"].sent, after["Bob"].sent, after["Bob"].busy) == (date(2026, 10, 30), None, True)
    assert notebook.drafts.get(busy) is not None


def test_without_the_file_there_is_no_line(notebook: Notebook, library: Library, tmp_path: Path) -> None:
    """Both or neither."""
    kept(notebook, library, "Ana")
    (file,) = looked(notebook, library)
    with pytest.raises(FileNotWritten):
        hand_out_list(
            notebook, records=[file.record], what=DISPATCH, pdf=b"%PDF-", path=tmp_path / "no" / "slip.pdf",
            recipient="CePAS", ground="OWN_DATA", language="en",
        )  # fmt: skip
    assert notebook.disclosures.list() == []
