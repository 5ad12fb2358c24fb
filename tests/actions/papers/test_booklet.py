"""A case booklet: everything that may print in order of time, and the cover says what is not in it."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from app.actions.bin_record import bin_record
from app.actions.disclosure.look_at_sent import look_at_sent
from app.actions.disclosure.name_disclosed import name_disclosed
from app.actions.history.erase_for_ever import erase_for_ever
from app.actions.papers.hand_out_booklet import hand_out_booklet, note_booklet
from app.actions.papers.make_booklet import Booklet, make_booklet
from app.actions.papers.prepare_booklet import BookletChoices
from app.actions.save_partner import save_partner
from app.errors import FileNotWritten, PaperLost, RecordUnknown, Stopped
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.case import Case
from app.storage.notebook import Notebook
from tests import builders
from tests.documents.papers import page_texts, run
from tests.plans import kept_plan

MARKED = [
    {"mark": "said", "text": "Des moqueries depuis la rentrée."},
    {"mark": "hypothesis", "text": "Peut-être aussi en ligne."},
]


@pytest.fixture
def case(notebook: Notebook, library: Library) -> Case:
    """Inês, seen in September and in November, referred in October, with a plan."""
    student = builders.kept_student(notebook)
    partner = builders.partner()
    save_partner(notebook, partner=partner)
    for month, said in ((11, "Novembre"), (9, "Septembre")):
        builders.finished(
            notebook, library, student_id=student.id, moment=datetime(2026, month, 10, 10, 5),
            values={"demand": f"« {said}, le bus. »", "facts": MARKED, "analysis": "Analyse à moi seule."},
        )  # fmt: skip
    builders.finished(
        notebook, library, form_key="f4-referral", student_id=student.id,
        moment=datetime(2026, 10, 10, 10, 5), values={"partner": partner.id, "reason": "Octobre."},
    )  # fmt: skip
    kept_plan(notebook, library, student_id=student.id, values={"wishes": "Douze novembre."})
    (case,) = notebook.cases.list()
    return case


def made(
    notebook: Notebook, library: Library, case: Case, language: str = "fr", **choices: object
) -> Booklet:
    """The booklet of the case."""
    return make_booklet(
        notebook, library=library, case_id=case.id, language=language, today=builders.TODAY,
        choices=BookletChoices(**choices),
    )  # fmt: skip


def noted(notebook: Notebook, case: Case, booklet: Booklet) -> str:
    """The line of a booklet that was printed."""
    note_booklet(
        notebook, case=case, pdf=booklet.pdf, inside=booklet.inside, means="printed", recipient="Inspection",
        ground="", language="fr",
    )  # fmt: skip
    return notebook.disclosures.list()[0].id


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_sheets_stand_in_order_of_time_and_pages_are_counted_through(
    notebook: Notebook, library: Library, case: Case, tmp_path: Path, language: str
) -> None:
    """The cover names the page each sheet begins on, in every language; the file is sound."""
    pdf = made(notebook, library, case, language).pdf
    pages = page_texts(pdf)
    where = [next(n for n, page in enumerate(pages) if words in page)
             for words in ("Septembre", "Octobre", "Novembre", "Douze")]  # fmt: skip
    assert where == [1, 2, 3, 4]
    for number, page in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in page
        assert case.reference in page
    for number, (month, day) in enumerate(((9, 10), (10, 10), (11, 10), (11, 12)), 2):
        said = re.escape(Locale(language).date(date(2026, month, day)))
        assert re.search(rf"{said}.*?\b{number}\b", pages[0])
    run(["qpdf", "--check"], pdf, tmp_path)
    assert made(notebook, library, case, language).pdf == pdf


def test_what_is_not_meant_for_others_stays_and_the_cover_says_so(
    notebook: Notebook, library: Library, case: Case
) -> None:
    """The author's analysis never, hypotheses unless chosen, the person's words as chosen."""
    pages = page_texts(made(notebook, library, case).pdf)
    whole = " ".join(pages)
    assert "Analyse à moi seule" not in whole
    assert "Peut-être aussi en ligne" not in whole
    assert "Des moqueries" in whole
    assert "« Septembre" in whole
    for words in ("notes personnelles, toujours", "marqué comme hypothèse", "Analyse, hypothèses"):
        assert words in pages[0]
    pages = page_texts(made(notebook, library, case, hypotheses=True, own_words=False).pdf)
    whole = " ".join(pages)
    assert "Peut-être aussi en ligne" in whole
    assert "le bus" not in whole
    assert "marqué comme hypothèse" not in pages[0]
    assert "Demande, avec les mots de la personne" in pages[0]


def test_kinds_left_out_are_counted_on_the_cover(notebook: Notebook, library: Library, case: Case) -> None:
    """So are other cases, drafts and attachments; what lies in the bin is nowhere."""
    booklet = made(notebook, library, case, kinds=frozenset({"plan"}))
    pages = page_texts(booklet.pdf)
    assert len(booklet.inside) == 1
    assert "2 entretiens" in pages[0]
    assert "1 orientation" in pages[0]
    assert "Septembre" not in " ".join(pages)
    (referral,) = notebook.referrals.list()
    bin_record(notebook, library=library, kind="referral", record_id=referral.id)
    assert "orientation" not in page_texts(made(notebook, library, case, kinds=frozenset()).pdf)[0]


def test_an_empty_case_has_a_cover(notebook: Notebook, library: Library) -> None:
    """Nothing inside, and the page says it."""
    student = builders.kept_student(notebook)
    with notebook.change():
        case = notebook.cases.save(builders.case(student.id))
    (page,) = page_texts(made(notebook, library, case).pdf)
    assert "1/1" in page
    with pytest.raises(RecordUnknown):
        make_booklet(
            notebook, library=library, case_id="0" * 32, language="fr", today=date(2026, 11, 12),
            choices=BookletChoices(),
        )  # fmt: skip


def test_a_contents_longer_than_a_page_still_counts_right(
    notebook: Notebook, library: Library, case: Case
) -> None:
    """Sixty sheets and a story of 30,000 characters: every page the cover names is the right one."""
    story = " ".join(f"mot{n}" for n in range(4_000))
    for n in range(60):
        builders.finished(
            notebook, library, student_id=case.student_id, moment=datetime(2025, 1 + n % 12, 1 + n // 12, 9),
            values={"facts": [{"mark": "seen", "text": story if n == 7 else f"Fait {n:02}."}]},
        )  # fmt: skip
    pages = page_texts(made(notebook, library, case).pdf)
    cover = next(n for n, page in enumerate(pages) if "Fait" in page or "mot0" in page)
    assert cover > 1
    named = [int(n) for page in pages[:cover] for n in re.findall(r"Fiche d’entretien (\d+)", page)]
    assert len(named) == 62
    assert all("Fiche d’entretien" in pages[n - 1] and "Motif" in pages[n - 1] for n in named)
    assert sum("mot3999" in page for page in pages) == 1


def test_it_leaves_with_a_line_and_goes_with_any_sheet_in_it(
    notebook: Notebook, library: Library, case: Case, tmp_path: Path
) -> None:
    """Kept as it left; erasing one sheet for ever takes the booklet that shows it."""
    booklet = made(notebook, library, case)
    where = {"case": case, "pdf": booklet.pdf, "inside": booklet.inside}
    said = {"recipient": "Inspection", "ground": "", "language": "fr"}
    hand_out_booklet(notebook, path=tmp_path / "livret.pdf", **where, **said)
    assert (tmp_path / "livret.pdf").read_bytes() == booklet.pdf
    with pytest.raises(FileNotWritten):
        hand_out_booklet(notebook, path=tmp_path / "no" / "livret.pdf", **where, **said)
    (line,) = notebook.disclosures.list()
    assert (line.record_kind, line.case_id, line.means) == ("case", case.id, "saved")
    assert name_disclosed(library, Locale("fr"), line) == "Livret du dossier"
    assert look_at_sent(notebook, disclosure_id=line.id).pdf == booklet.pdf
    assert notebook.damage() == []
    plan = made(notebook, library, case, kinds=frozenset({"plan"}))
    stays = noted(notebook, case, plan)
    erase_for_ever(notebook, kind="interview", record_id=notebook.interviews.list()[0].id)
    with pytest.raises(PaperLost):
        look_at_sent(notebook, disclosure_id=line.id)
    assert look_at_sent(notebook, disclosure_id=stays).pdf == plan.pdf
    assert notebook.damage() == []


def test_it_can_be_stopped_at_every_step(notebook: Notebook, library: Library, case: Case) -> None:
    """Whoever had enough is heard between any two sheets; nothing is written."""
    steps: list[tuple[str, int, int]] = []

    def count(phase: str, done: int, total: int) -> None:
        steps.append((phase, done, total))

    def make(progress: object) -> None:
        make_booklet(
            notebook, library=library, case_id=case.id, language="fr", today=builders.TODAY,
            choices=BookletChoices(), progress=progress,  # type: ignore[arg-type]
        )  # fmt: skip

    make(count)
    assert [phase for phase, _, _ in steps].count("writing") == 5
    for limit in range(len(steps)):
        heard: list[str] = []

        def stop(phase: str, done: int, total: int, heard: list[str] = heard, limit: int = limit) -> None:
            heard.append(phase)
            if len(heard) > limit:
                raise Stopped

        with pytest.raises(Stopped):
            make(stop)
    assert notebook.disclosures.list() == []


def test_the_cover_says_that_lines_without_an_agreement_are_not_in_it(
    notebook: Notebook, library: Library, case: Case
) -> None:
    """What was refused for the meeting stays out of the booklet too, and the cover does not hide that."""
    lines = [
        {"what": "Elle garde son frère", "agreement": "both"},
        {"what": "Le secret", "agreement": "refused"},
    ]
    builders.finished(
        notebook, library, form_key="f10-council", student_id=case.student_id, values={"lines": lines}
    )
    pages = page_texts(made(notebook, library, case).pdf)
    assert "Éléments portés à la connaissance" in pages[0]
    assert any("Elle garde son frère" in page for page in pages)
    assert not any("Le secret" in page for page in pages)


def test_a_slip_nobody_sends_back_from_here_is_not_in_it(
    notebook: Notebook, library: Library, case: Case
) -> None:
    """The referral stands there without the part that is torn off, and without a page for it."""
    pages = page_texts(made(notebook, library, case).pdf)
    assert any("Octobre." in page for page in pages)
    assert not any("Coupon-réponse" in page for page in pages)
