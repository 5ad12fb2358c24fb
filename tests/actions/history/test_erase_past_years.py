"""Forty absence files of last year go at once, with one certificate; whatever else there is stays."""

from datetime import datetime

import pytest

from app.actions.history.erase_for_ever import erase_for_ever, finish_erasing
from app.actions.history.erase_past_years import erase_past_years
from app.actions.history.look_at_erasing import look_at_erasing
from app.actions.papers.prepare_certificate import prepare_certificate
from app.actions.sheets.look_at_past_years import look_at_past_years
from app.documents import form_pdf
from app.errors import RecordUnknown
from app.i18n import Locale
from tests import builders
from tests.documents.papers import packed, text

_YEARS = (2025, 2025, 2024)


def _three_files(notebook, library):
    """Absence files of two school years, of three students, one of whom has another of this year."""
    for number, year in enumerate(_YEARS):
        student = builders.kept_student(notebook, family_name=f"Colombier{number}")
        builders.finished(
            notebook, library, form_key="f10b-absence", student_id=student.id, framework="fr-ssfe",
            values={"family_view": f"Le bus {number} ne passe plus."}, moment=datetime(year, 11, 12, 10),
        )  # fmt: skip
    builders.finished(
        notebook, library, form_key="f10b-absence", student_id=student.id, framework="fr-ssfe",
        values={"family_view": "Le bus passe de nouveau."},
    )  # fmt: skip
    return look_at_past_years(notebook, library=library, today=builders.TODAY)


def test_a_whole_list_goes_with_one_certificate(notebook, library):
    """Nobody's words stay, this year's file does; the paper counts by form and year and names no one."""
    listed = _three_files(notebook, library)
    assert [one.year for one in listed] == ["2024-2025", "2025-2026", "2025-2026"]
    ids = [one.record.id for one in listed]
    look = look_at_erasing(notebook, kind="paper", record_id=ids[0], together_with=ids[1:])
    assert look.counts["paper"] == 3
    done = erase_past_years(notebook, sheets=listed).erasure
    finish_erasing(notebook)
    assert [one.id for one in notebook.erasures.list()] == [done.id]
    assert [one.id in ids for one in notebook.papers.list()] == [False]
    assert len(notebook.students.list()) == 3
    assert notebook.search.writings("passe plus") == []
    assert notebook.damage() == []
    assert notebook.erasures.damage() == []
    lines = [line.record_id for line in notebook.audit.list(limit=20) if line.what == "erased"]
    assert sorted(lines) == sorted(ids)
    for language, words in {
        "fr": "Dossier d’absentéisme, année scolaire 2025–2026 : 2",
        "de": "Akte zu Fehlzeiten, Schuljahr 2025–2026: 2",
        "en": "Absence file, school year 2025–2026: 2",
    }.items():
        locale = Locale(language)
        subject = prepare_certificate(
            notebook, library=library, erasure=notebook.erasures.get(done.id), locale=locale
        )
        said = packed(text(form_pdf.build(subject, locale)))
        assert packed(words) in said
        assert all(one in said for one in ids)
        assert "Colombier" not in said
        assert "2024–2025" in said


def test_one_that_is_gone_already_stops_the_whole_list(notebook, library):
    """All or none: what is on the screen is what goes."""
    listed = _three_files(notebook, library)
    erase_for_ever(notebook, kind="paper", record_id=listed[1].record.id)
    with pytest.raises(RecordUnknown):
        erase_past_years(notebook, sheets=listed)
    assert len(look_at_past_years(notebook, library=library, today=builders.TODAY)) == 2
    assert len(notebook.erasures.list()) == 1
