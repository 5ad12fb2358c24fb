"""The referral whose slip came back."""

import re

import pytest

from app.actions.bin_record import bin_record
from app.actions.papers.prepare_paper import prepare_blank_paper, prepare_paper
from app.actions.sheets.find_slip import find_slip
from app.documents import form_pdf
from app.errors import SlipMistyped, SlipUnknown
from app.frameworks.library import Library
from app.i18n import Locale
from app.security.slip_code import slip_code
from app.storage.notebook import Notebook
from tests.builders import TODAY, finished, kept_student
from tests.documents.papers import text as text_of


def test_the_printed_code_finds_its_referral(notebook: Notebook, library: Library) -> None:
    """What stands on the slip of the paper, typed in, is the referral the paper was made of."""
    student = kept_student(notebook)
    sheets = [finished(notebook, library, form_key="f4-referral", student_id=student.id) for _ in range(3)]
    for code in ("fr", "en", "de"):
        locale = Locale(code)
        subject = prepare_paper(notebook, library=library, sheet=sheets[1], locale=locale, today=TODAY)
        text = text_of(form_pdf.build(subject, locale))
        printed = slip_code(sheets[1].record.id)
        assert text.count(f"Code {printed}") == 1
        assert [one.id for one in find_slip(notebook, typed=printed)] == [sheets[1].record.id]


def test_the_blank_twin_has_no_code(notebook: Notebook, library: Library) -> None:
    """Nothing to be found by is promised on paper nobody wrote on, nor on forms without a slip."""
    for key in ("f4-referral", "f1-interview", "f3-plan"):
        locale = Locale("fr")
        blank = prepare_blank_paper(notebook, library=library, form_key=key, locale=locale, day=TODAY)
        assert re.search(r"Code [0-9A-Z]{4}-", text_of(form_pdf.build(blank, locale))) is None


def test_a_mistyped_code_and_a_foreign_one_are_told_apart(notebook: Notebook, library: Library) -> None:
    """One sign wrong, another notebook's slip, a referral in the bin: each is said."""
    sheet = finished(notebook, library, form_key="f4-referral", student_id=kept_student(notebook).id)
    code = slip_code(sheet.record.id)
    with pytest.raises(SlipMistyped):
        find_slip(notebook, typed=code[:-1] + ("0" if code[-1] != "0" else "2"))
    other = f"{int(sheet.record.id[:8], 16) ^ 0xF0F0F0F0:08x}" + "0" * 24
    with pytest.raises(SlipUnknown) as unknown:
        find_slip(notebook, typed=slip_code(other))
    assert unknown.value.values == {"code": slip_code(other)}
    bin_record(notebook, library=library, kind="referral", record_id=sheet.record.id)
    with pytest.raises(SlipUnknown):
        find_slip(notebook, typed=code)
