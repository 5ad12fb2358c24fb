"""Portuguese is spoken by letters and notices alone: whatever stands around one has its words."""

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from app.frameworks.options import options
from app.i18n import Locale
from tests.architecture.house import APP
from tests.frameworks.resources import shipped

AROUND = (
    "documents/furniture.py", "documents/paint.py", "documents/boxes.py", "actions/sheets/gather_facts.py"
)  # fmt: skip
KEYWORDS = {"text": (1,), "plural": (1, 2), "N_": None}


@pytest.mark.parametrize("file", AROUND)
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


@pytest.mark.parametrize("key", ["f15-notice", "f15-notice-student"])
def test_a_notice_for_families_is_whole_in_portuguese(key: str) -> None:
    """Every word on it, what is ticked and what is chosen from a list."""
    form = shipped().forms[key]
    assert form.languages(of_service=["fr", "de"]) == ["fr", "de", "en", "pt"]
    for question in (ask for ask in form.questions if ask.prints):
        items = options(asks=question, lists=shipped().lists)
        for words in (question.label, question.text, *(item.label for item in items)):
            assert not words or words.get("pt"), question.key
    for name in form.frameworks:  # names of offices stay as they are
        mention = shipped().frameworks[name].secrecy_mention
        assert not mention or mention.get("pt"), name
