"""Portuguese is spoken by letters alone: whatever stands around one has its words."""

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from app.i18n import Locale
from tests.architecture.house import APP

KEYWORDS = {"text": (1,), "plural": (1, 2), "N_": None}


@pytest.mark.parametrize("file", ["documents/furniture.py", "documents/paint.py", "actions/gather_facts.py"])
def test_nothing_around_a_letter_is_in_another_language(file: str) -> None:
    """Reference, date, page numbers, what the notebook says of somebody."""
    locale, path = Locale("pt"), Path(APP) / file
    same = {"{place}, {date}"}
    found = [message for _, message, _, _ in extract_from_file("python", str(path), keywords=KEYWORDS)]
    assert found
    for message in found:
        one = message if isinstance(message, str) else message[0]
        said = locale.text(one) if isinstance(message, str) else locale._catalogue.ngettext(*message, 2)
        assert said not in (one, *(message if isinstance(message, tuple) else ())) or one in same, one
