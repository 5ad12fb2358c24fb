"""The unit's logo: read apart, kept in grey, at the head of every paper; anything else is refused kindly."""

import io
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from app.actions.choose_logo import keep_logo, own_logo, read_logo_file
from app.actions.papers.prepare_paper import prepare_blank_paper
from app.documents import form_pdf
from app.errors import AttachmentCutOff, AttachmentTooHeavy, CarnetError, LogoUnsuited
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.logo import HIGHEST, WIDEST, read_logo
from app.storage.notebook import Notebook
from tests import pictures
from tests.documents.papers import run


def written(folder: Path, content: bytes, name: str = "logo.png") -> Path:
    """A file to choose."""
    path = folder / name
    path.write_bytes(content)
    return path


def black(size: tuple[int, int]) -> bytes:
    """A black picture."""
    file = io.BytesIO()
    Image.new("L", size, 0).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_picture_becomes_grey(tmp_path: Path, kind: str) -> None:
    """Red and blue are told apart by how bright they are."""
    logo = read_logo_file(written(tmp_path, pictures.picture(kind), "logo"))
    assert (logo.width, logo.height) == (60, 40)
    row = logo.unpacked()[:60]
    assert 60 < row[5] < 110
    assert 30 < row[55] < 80


@pytest.mark.parametrize("size", [(3000, 500), (500, 3000), (2, 2000), (1, 1)])
def test_a_large_one_is_kept_small(tmp_path: Path, size: tuple[int, int]) -> None:
    """Its shape stays; the notebook does not grow by a photograph."""
    logo = read_logo_file(written(tmp_path, black(size)))
    assert logo.width <= WIDEST
    assert logo.height <= HIGHEST
    assert len(logo.unpacked()) == logo.width * logo.height


@pytest.mark.parametrize(
    ("content", "failure"),
    [
        (pictures.bomb(20_000, 10_000), AttachmentTooHeavy),
        (pictures.picture()[:-20], AttachmentCutOff),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), CarnetError),
        (pictures.picture("webp"), LogoUnsuited),
        (pictures.pdf(), LogoUnsuited),
        (b"", CarnetError),
        (b"MZ not a picture at all", CarnetError),
    ],
)
def test_what_is_no_logo_is_refused(tmp_path: Path, content: bytes, failure: type[CarnetError]) -> None:
    """200 megapixels, half a file, another kind: each has its sentence, and nothing is kept."""
    with pytest.raises(failure) as told:
        read_logo_file(written(tmp_path, content))
    assert "logo.png" in told.value.said(Locale("fr"))


def test_every_paper_carries_it(notebook: Notebook, library: Library, tmp_path: Path) -> None:
    """Where the empty square was, at its own shape; taken away, the square is back."""

    def drawn() -> bytes:
        locale = Locale("fr")
        paper = prepare_blank_paper(
            notebook, library=library, form_key="f4-referral", locale=locale, day=date(2026, 11, 12)
        )
        return form_pdf.build(paper, locale)

    before = drawn()
    keep_logo(notebook, logo=read_logo_file(written(tmp_path, black((300, 100)))))
    pdf = drawn()
    run(["qpdf", "--check"], pdf, tmp_path)
    assert "300" in run(["pdfimages", "-list"], pdf, tmp_path)
    document = pypdfium2.PdfDocument(pdf)
    shown = document[0].render(scale=1, grayscale=True).to_pil()
    document.close()
    assert shown.getpixel((57 + 50, 57 + 10)) == 0  # in the middle of it, black
    keep_logo(notebook, logo=None)
    assert drawn() == before


def test_what_is_remembered_may_be_spoilt(notebook: Notebook) -> None:
    """A notebook whose logo cannot be read still prints."""
    notebook.preferences.set("unit_logo", {"width": "wide"})
    assert own_logo(notebook) is None
    assert read_logo(None) is None
