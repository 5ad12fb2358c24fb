"""The service’s legal reference lines on the papers that carry them: data of the service, nobody’s code."""

from datetime import date

import msgspec
import pytest

from app.actions.papers.prepare_paper import prepare_blank_paper, prepare_paper
from app.documents.form_pdf import build
from app.frameworks.library import Library
from app.i18n import Locale
from app.storage.notebook import Notebook
from tests import builders
from tests.documents.papers import packed, text

LAW = {"fr": "Loi corrigée du 1er avril", "de": "Berichtigtes Gesetz vom 1. April"}


@pytest.mark.parametrize("language", ["fr", "de"])
def test_as_the_unit_wrote_them(notebook: Notebook, library: Library, language: str) -> None:
    """Filled and blank; where a service names none the sentence is not there at all."""
    student, locale = builders.kept_student(notebook), Locale(language)
    sheet = builders.finished(notebook, library, form_key="f9-low-income", student_id=student.id)

    def said(laws: list[dict[str, str]]) -> list[str]:
        own = msgspec.structs.replace(library.framework("lu-sepas"), legal_refs=laws)
        changed = msgspec.structs.replace(library, frameworks=library.frameworks | {"lu-sepas": own})
        filled = prepare_paper(notebook, library=changed, sheet=sheet, locale=locale, today=builders.TODAY)
        blank = prepare_blank_paper(
            notebook, library=changed, form_key="f9-low-income", locale=locale, day=date(2026, 11, 12)
        )
        return [packed(text(build(paper, locale))) for paper in (filled, blank)]

    handled = packed({"fr": "Demande traitée par le service", "de": "Vom Dienst bearbeitet"}[language])
    assert all(handled in paper and packed(LAW[language]) in paper for paper in said([LAW]))
    assert not any(handled in paper for paper in said([]))
