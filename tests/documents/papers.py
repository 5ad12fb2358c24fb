"""Papers about invented people, and what a reader finds in their files."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
from reportlab.lib.units import mm

from app.documents.form_pdf import build
from app.documents.subject import PaperSubject
from app.i18n import Locale
from app.models.form import Form, Question, Section, Values
from tests.frameworks.resources import shipped

PUPIL = "Lina Moreira"
REFERENCE = "2026-0231"
UNIT = {
    "unit.name": "SePAS Lycée du Moulin",
    "unit.address": "12, rue du Moulin\nL-1234 Luxembourg",
    "unit.phone": "20 00 00 01",
    "unit.hours": "Bureau B12, lundi à vendredi, 8 h à 16 h",
    "service.law": "Loi modifiée du 13 juillet 2006\nLoi modifiée du 25 juin 2004",
    "practitioner.name": "Claire Hoffmann",
    "practitioner.profession": "assistante sociale",
    "practitioner.phone": "20 00 00 00",
    "practitioner.hours": "mardi et jeudi, 13 h à 14 h",
}
FACTS = UNIT | {
    "student.name": PUPIL,
    "student.birth": "14/03/2012",
    "student.school": "Lycée du Moulin",
    "student.class": "5G2",
    "student.contact": "621 00 00 00\nNe pas laisser de message sur le téléphone fixe.",
    "student.languages": "portugais, français",
    "guardians": "Sandra Moreira (mère), Paulo Moreira (père)\nAutorité parentale conjointe",
    "case.reference": REFERENCE,
    "partner.service": "Centre de consultation pour Jeunes et Familles (CCJF)",
    "partner.person": "Mme Weber, accueil",
    "partner.address": "4, avenue de la Gare\nL-1610 Luxembourg",
    "partner.phone": "20 11 22 33",
    "partner.secrecy": "tenu au secret professionnel",
}
REFERRAL: Values = {
    "partner": "f" * 32,
    "date": "2026-11-12",
    "urgency": "normal",
    "requested_by": "student",
    "reason": "Lina se sent mise à l’écart par des camarades depuis septembre et vient moins volontiers en "
    "cours. Elle souhaite en parler avec une personne extérieure au lycée.",
    "done": "Deux entretiens au SePAS depuis octobre.",
    "services": ["psychological"],
    "student_consent": "agrees",
    "parents_consent": "agrees",
    "documents": ["Bulletin du premier trimestre", "Accord écrit des parents"],
    "contact_by": "parents",
    "status": "sent",
    "remind_date": "2027-01-31",
}
INTERVIEW: Values = {
    "date": "2026-11-12",
    "start": "10:14",
    "duration": 45,
    "place": "Bureau B12",
    "mode": "RDV",
    "origin": "SELF",
    "rank": "first",
    "request_date": "2026-11-10",
    "present": ["student", "mother"],
    "language": ["fr", "pt"],
    "main_reason": "LU-01",
    "category": "CAT-PSY",
    "demand": "J’aimerais que ça s’arrête, et que personne ne sache que j’en ai parlé\u202f!",
    "facts": [
        {"mark": "seen", "text": "Lina reste seule à la récréation depuis la rentrée, près de la loge."},
        {"mark": "said", "text": "Elle dit que trois camarades l’ont retirée du groupe de la classe."},
        {"mark": "reported", "text": "Sa mère rapporte des maux de ventre le dimanche soir."},
    ],
    "analysis": "Peut-être un mobbing installé.",
    "steps": [
        {
            "id": "1",
            "text": "Parler avec la régente",
            "who": "C. Hoffmann",
            "due": "2026-11-16",
            "done": False,
        },
        {"id": "2", "text": "Rappeler la mère", "who": "C. Hoffmann", "due": "2026-11-19", "done": False},
    ],
    "next_date": "2026-11-19",
    "next_time": "10:00",
    "parents_informed": "before",
    "parents_informed_on": "2026-11-11",
    "share_agreement": "part",
    "share_what": "Le fait qu’elle se sent seule, sans les noms.",
    "conclusion": "Situation suivie\u202f; rendez-vous dans une semaine. Mère informée et d’accord.",
}


def shipped_form(key: str) -> Form:
    """A form as it is delivered."""
    return shipped().forms[key]


def subject(form: Form, values: Values | None, **changes: Any) -> PaperSubject:
    """A paper of the Luxembourg service; `values` None makes it blank."""
    blank = values is None
    told = {
        "form": form,
        "lists": shipped().lists,
        "framework": shipped().frameworks["lu-sepas"],
        "values": values,
        "facts": UNIT if blank else FACTS,
        "reference": "" if blank else REFERENCE,
        "place": "Luxembourg",
        "day": None if blank else date(2026, 11, 12),
    }
    return PaperSubject(**told | changes)


def form_of(*questions: Question, cut: bool = False, title: str = "Fiche") -> Form:
    """A form of one section."""
    section = Section(key="one", label={"fr": "Rubrique"}, questions=list(questions), cut=cut)
    return Form(version=3, record="paper", title={"fr": title}, sections=[section], code="X9", key="x9-trial")


def paper(form: Form, values: Values | None, language: str = "fr", **changes: Any) -> bytes:
    """The file."""
    return build(subject(form, values, **changes), Locale(language))


def page_texts(pdf: bytes) -> list[str]:
    """What each page says, words separated by single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def streamed(pdf: bytes) -> list[str]:
    """What each page says in the order in which it is written, wherever on the page that is."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return ["".join(_texts(page)) for page in document]
    finally:
        document.close()


def _texts(page: pypdfium2.PdfPage) -> Iterator[str]:
    words = page.get_textpage()
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        length = raw.FPDFTextObj_GetText(found, words, None, 0)
        buffer = (raw.FPDF_WCHAR * (length // 2 + 1))()
        raw.FPDFTextObj_GetText(found, words, buffer, length)
        yield bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")


def margins(pdf: bytes) -> list[str]:
    """What each page says in its lower margin."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_bounded(top=20 * mm).split()) for page in document]
    finally:
        document.close()


def text(pdf: bytes) -> str:
    """What the whole file says, words separated by single spaces."""
    return " ".join(page_texts(pdf))


def sections_aloud(pdf: bytes) -> list[str]:
    """What a screen reader says of each paper in the file, in its order, words separated by single spaces."""
    told = run(["pdfinfo", "-struct-text"], pdf, None)
    papers = re.split(r"^ +Sect\b.*$", told, flags=re.MULTILINE)[1:]
    return [" ".join(" ".join(re.findall(r'^ +"(.*)"$', one, re.MULTILINE)).split()) for one in papers]


def aloud(pdf: bytes) -> str:
    """All of it."""
    return " ".join(sections_aloud(pdf))


def packed(words: str) -> str:
    """Letters only, as a reader joins what a line end cut.

    Spaces, breaks and hyphens are gone, and so is what is not seen, and loose accents, which readers of
    PDF files drop where two stand on one spot. A fraction beside Hebrew is read as its figures.
    """
    plain = unicodedata.normalize("NFKC", words).replace("\u2044", "/")
    kept = (char for char in plain if unicodedata.category(char) not in ("Mn", "Cf", "Cc"))
    return re.sub(r"[\s\ufffe\u2010\u2011-]+", "", "".join(kept))


def run(tool: list[str], pdf: bytes, folder: Path | None) -> str:
    """What a command-line tool says about the file; it must be content."""
    given: list[str] = ["-"]
    if folder is not None:
        file = folder / "paper.pdf"
        file.write_bytes(pdf)
        given = [str(file)]
    elif tool[0] == "pdftotext":
        given = ["-", "-"]
    done = subprocess.run(
        [*tool, *given], input=None if folder else pdf, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.decode()
