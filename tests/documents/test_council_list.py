"""The list of a class for its meeting, on half a sheet."""

import shutil
from pathlib import Path

import pypdfium2
import pytest

from app.documents.council_list import build
from app.documents.council_subject import CouncilSubject
from app.documents.style import MARGIN, PAGE_HEIGHT, PAGE_WIDTH
from app.i18n import Locale
from tests.documents.papers import packed, run, text

LINE = "A besoin de temps en plus pour les travaux écrits et d’une place devant."


def subject(lines: list[tuple[str, tuple[str, ...]]]) -> CouncilSubject:
    """A class of the invented school."""
    return CouncilSubject(
        title="Éléments portés à la connaissance de l’équipe", about="Classe 5G2, 12 novembre 2026",
        unit="SePAS du Lycée du Moulin", mention="Document couvert par le secret professionnel.",
        lines=tuple(lines),
    )  # fmt: skip


def edges(pdf: bytes) -> list[tuple[float, float, float]]:
    """Of every stretch of text: page, lower edge, right edge."""
    document, found = pypdfium2.PdfDocument(pdf), []
    for number, page in enumerate(document):
        words = page.get_textpage()
        for at in range(words.count_rects()):
            left, bottom, right, top = words.get_rect(at)
            assert left >= MARGIN - 1
            assert top <= PAGE_HEIGHT - 20
            found.append((number, bottom, right))
    document.close()
    return found


@pytest.mark.parametrize(("count", "line"), [(1, LINE), (6, LINE), (14, LINE), (28, "A besoin de temps.")])
def test_a_class_fits_on_half_a_sheet(count: int, line: str, tmp_path: Path) -> None:
    """One line a student, all of it above the fold, on one page: a whole class too, said shortly."""
    pdf = build(subject([(f"Prénom-{n} de la Rivière", (line,)) for n in range(count)]), Locale("fr"))
    found = edges(pdf)
    assert {page for page, _, _ in found} == {0}
    assert min(bottom for _, bottom, _ in found) > PAGE_HEIGHT / 2
    assert max(right for _, _, right in found) <= PAGE_WIDTH - MARGIN + 1
    said = packed(text(pdf))
    assert all(packed(f"Prénom-{n} de la Rivière") in said for n in range(count))
    assert said.count(packed(line)) == count
    if shutil.which("qpdf"):
        assert "No syntax or stream encoding errors" in run(["qpdf", "--check"], pdf, tmp_path)


def test_a_class_that_says_much_goes_on_over_whole_sheets() -> None:
    """Nothing is lost and nothing is cut, whatever its length."""
    lines = [(f"Prénom-{n} Wolffenbüttel-Montecuccoli", (LINE, LINE, f"Fin {n}.")) for n in range(40)]
    pdf = build(subject(lines), Locale("fr"))
    found = edges(pdf)
    assert {page for page, _, _ in found} == {0, 1}
    assert min(bottom for _, bottom, _ in found) > 20
    said = packed(text(pdf))
    assert all(packed(f"Fin {n}.") in said for n in range(40))
