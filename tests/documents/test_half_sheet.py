"""Papers of half a sheet: two on one, with nothing across the line between them."""

import pypdfium2
import pytest

from app.documents.form_pdf import build, build_many
from app.documents.style import PAGE_HEIGHT
from app.i18n import Locale
from app.models.form import Values
from tests.documents.papers import packed, shipped_form, subject, text

SAID: Values = {
    "date": "2026-11-12", "meeting": "council",
    "lines": [
        {"what": "A besoin d’un délai pour les devoirs à la maison.", "agreement": "both"},
        {"what": "Vient chaque matin malgré un long trajet.", "agreement": "student"},
    ],
    "needs": "Du temps le soir, un plan de travail pour la semaine.", "proposals": "Une place devant.",
    "service_does": "Suivi chaque semaine.",
    "decisions": [{"id": "1", "text": "Plan", "who": "régent", "due": "2026-11-20", "done": False}],
}  # fmt: skip
LONG = SAID | {"needs": "Du temps le soir. " * 60}


def stretches(pdf: bytes) -> list[list[tuple[float, float, str]]]:
    """Page by page: lower edge, upper edge and words of each stretch of text."""
    document, found = pypdfium2.PdfDocument(pdf), []
    for page in document:
        words = page.get_textpage()
        boxes = [words.get_rect(at) for at in range(words.count_rects())]
        found.append([(b, t, words.get_text_bounded(left, b, right, t)) for left, b, right, t in boxes])
    document.close()
    return found


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_two_share_a_sheet(language: str) -> None:
    """Three of them take two sheets; each stands whole in its half, with its own head and foot."""
    form = shipped_form("f10-council")
    papers = [(subject(form, SAID | {"service_does": f"Suivi {n}."}), Locale(language)) for n in range(3)]
    first, second = stretches(build_many(papers))
    half = PAGE_HEIGHT / 2
    assert all(low > half or high < half for low, high, _ in first)
    for n, here in enumerate(
        [[one for one in first if one[0] > half], [one for one in first if one[1] < half], second]
    ):
        said = packed(" ".join(words for _, _, words in here))
        assert packed(f"Suivi {n}.") in said
        assert packed("2026-0231") in said
        assert said.count(packed("page 1/1" if language != "de" else "Seite 1/1")) == 1
        assert not any(packed(f"Suivi {other}.") in said for other in range(3) if other != n)
    assert min(low for low, _, _ in second) > half, "the lower half is left blank"


def test_what_says_more_takes_the_whole_sheet() -> None:
    """And what comes before or after it does not share it."""
    form = shipped_form("f10-council")
    papers = [(subject(form, values), Locale("fr")) for values in (SAID, LONG, SAID, SAID)]
    pages = stretches(build_many(papers))
    assert len(pages) == 3
    assert min(low for low, _, _ in pages[0]) > PAGE_HEIGHT / 2
    assert packed(LONG["needs"]) in packed(text(build(subject(form, LONG), Locale("fr"))))


def test_to_be_written_on_it_is_a_whole_sheet() -> None:
    """A pen needs the room."""
    (page,) = stretches(build(subject(shipped_form("f10-council"), None), Locale("fr")))
    assert min(low for low, _, _ in page) < PAGE_HEIGHT / 3
