"""One form for several students: whose paper there is, what is on it, what the ledger says of each."""

from pathlib import Path

import pytest

from app.actions.papers.hand_out_papers import Leaving, hand_out_each, hand_out_papers, record_papers
from app.actions.papers.plan_papers import PaperPlan, plan_papers
from app.actions.papers.prepare_papers import prepare_papers
from app.actions.save_partner import save_partner
from app.actions.students.save_guardian import save_guardian
from app.documents import form_pdf
from app.errors import FileNotWritten
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Form
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import TODAY, finished, kept_student
from tests.documents.papers import REFERRAL, page_texts, text

PDF = b"%PDF-1.4 one"
PARTNER = "9a" * 16


@pytest.fixture
def ids(notebook: Notebook) -> list[str]:
    """Three students; Léo has a guardian nobody contacts."""
    found = [kept_student(notebook, given_name=name).id for name in ("Inês", "Léo", "Mia")]
    save_guardian(notebook, guardian=builders.guardian(found[1], do_not_contact=True))
    return found


def partner(notebook: Notebook) -> str:
    """A service of the directory."""
    save_partner(notebook, partner=builders.partner(id=PARTNER))
    return PARTNER


def planned(notebook: Notebook, library: Library, ids: list[str], *, filled: bool, key: str) -> PaperPlan:
    """Who gets one."""
    form = library.form_for(key, notebook.framework)
    return plan_papers(
        notebook, library=library, form=form, student_ids=ids, filled=filled, day=TODAY,
        lists=library.lists_for(notebook.framework),
    )  # fmt: skip


def leaving(form: Form, recipient: str = "") -> Leaving:
    """Each to its own student unless somebody is named."""
    return Leaving(form=form, recipient=recipient, ground="OWN_DATA", language="fr", today=TODAY)


def drawn(notebook: Notebook, library: Library, plan: PaperPlan, key: str, language: str = "fr") -> bytes:
    """The file they are all in."""
    form = library.form_for(key, notebook.framework)
    subjects = prepare_papers(
        notebook, library=library, form=form, planned=plan.going, locale=Locale(language), today=TODAY
    )
    return form_pdf.build_many(subjects)


def test_blank_ones_are_headed_with_their_student(
    notebook: Notebook, library: Library, ids: list[str]
) -> None:
    """Everybody gets one, the name and the case's number on it and every answer still to be written."""
    plan = planned(notebook, library, ids, filled=False, key="f15-notice")
    assert ([one.student_id for one in plan.going], plan.left_out) == (ids, [])
    pages = page_texts(drawn(notebook, library, plan, "f15-notice"))
    assert len(pages) == 3
    for page, one in zip(pages, plan.going, strict=True):
        assert page.count(one.student_name) == 1
        assert f"page 1/1 · F15 v{library.forms['f15-notice'].version}" in page


def test_families_read_the_notice_in_portuguese(notebook: Notebook, library: Library, ids: list[str]) -> None:
    """A language the service itself does not speak."""
    plan = planned(notebook, library, ids[:1], filled=False, key="f15-notice")
    said = text(drawn(notebook, library, plan, "f15-notice", "pt"))
    assert "Os seus dados e o serviço" in said
    assert "Pode pedir para ler o processo" in said


def test_the_latest_filled_one_of_each(notebook: Notebook, library: Library, ids: list[str]) -> None:
    """Who has none, or one where something is missing, is left out by name; nothing else is opened."""
    for words in ("avant", "après"):
        finished(
            notebook, library, form_key="f4-referral", student_id=ids[0],
            values=REFERRAL | {"reason": f"un mot {words}", "partner": partner(notebook)},
        )  # fmt: skip
    finished(notebook, library, form_key="f4-referral", student_id=ids[1], values={"reason": ""})
    plan = planned(notebook, library, ids, filled=True, key="f4-referral")
    assert [one.student_id for one in plan.going] == ids[:1]
    assert [one.reason for one in plan.left_out] == [
        "something is still missing on the sheet", "no such sheet yet",
    ]  # fmt: skip
    assert "un mot après" in text(drawn(notebook, library, plan, "f4-referral"))


def test_namesakes_and_those_to_be_minded_are_named(
    notebook: Notebook, library: Library, ids: list[str]
) -> None:
    """Once for the whole batch; who has a paper in it is nobody's namesake."""
    other = kept_student(notebook, given_name="Inês")
    plan = planned(notebook, library, ids, filled=False, key="f15-notice")
    assert plan.alike.count(other.name) == 1
    assert plan.minded == [notebook.students.get(ids[1]).name]
    both = planned(notebook, library, [*ids, other.id], filled=False, key="f15-notice")
    assert other.name not in both.alike


def test_each_has_its_line_in_the_ledger(notebook: Notebook, library: Library, ids: list[str]) -> None:
    """To its own student where nobody else is named; the file is kept once."""
    plan = planned(notebook, library, ids, filled=False, key="f15-notice")
    form = library.forms["f15-notice"]
    record_papers(notebook, papers=plan.going, pdfs=[PDF], means="printed", leaving=leaving(form))
    lines = notebook.disclosures.list()
    assert {(line.student_id, line.recipient) for line in lines} == {
        (one.student_id, one.student_name) for one in plan.going
    }
    assert {(line.what, line.means, line.ground, line.record_id) for line in lines} == {
        (f"f15-notice v{form.version}", "printed", "OWN_DATA", None)
    }
    assert len({line.paper for line in lines}) == 1


def test_referrals_of_a_batch_are_sent(
    notebook: Notebook, library: Library, ids: list[str], tmp_path: Path
) -> None:
    """The file, a line for each and the state of each, or none of it."""
    sheets = [
        finished(
            notebook, library, form_key="f4-referral", student_id=one,
            values=REFERRAL | {"status": "proposed", "partner": partner(notebook)},
        )
        for one in ids[:2]
    ]  # fmt: skip
    plan = planned(notebook, library, ids[:2], filled=True, key="f4-referral")
    out = leaving(library.forms["f4-referral"], "CCJF")
    with pytest.raises(FileNotWritten):
        hand_out_papers(notebook, papers=plan.going, pdf=PDF, path=tmp_path / "no" / "a.pdf", leaving=out)
    assert notebook.disclosures.list() == []
    hand_out_papers(notebook, papers=plan.going, pdf=PDF, path=tmp_path / "a.pdf", leaving=out)
    assert (tmp_path / "a.pdf").read_bytes() == PDF
    assert {line.recipient for line in notebook.disclosures.list()} == {"CCJF"}
    assert {notebook.referrals.get(one.record.id).status for one in sheets} == {"sent"}


def test_one_by_one_nothing_is_replaced_and_nobody_named(
    notebook: Notebook, library: Library, ids: list[str], tmp_path: Path
) -> None:
    """A file each, under names without people, beside what lies there; each line keeps its own bytes."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "f15.PDF").write_bytes(b"mine")
    plan = planned(notebook, library, ids, filled=False, key="f15-notice")
    out = leaving(library.forms["f15-notice"])
    pdfs = [PDF + bytes([at]) for at in range(3)]
    hand_out_each(notebook, papers=plan.going, pdfs=pdfs, folder=folder, leaving=out)
    written = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert written.pop("f15.PDF") == b"mine"
    assert sorted(written.values()) == pdfs
    assert all(name.startswith("F15") and "Costa" not in name for name in written)
    assert len({line.paper for line in notebook.disclosures.list()}) == 3


def test_one_by_one_all_or_none(notebook: Notebook, library: Library, ids: list[str], tmp_path: Path) -> None:
    """A folder that is not there leaves no line."""
    plan = planned(notebook, library, ids, filled=False, key="f15-notice")
    with pytest.raises(FileNotWritten):
        hand_out_each(
            notebook, papers=plan.going, pdfs=[PDF] * 3, folder=tmp_path / "no",
            leaving=leaving(library.forms["f15-notice"]),
        )  # fmt: skip
    assert notebook.disclosures.list() == []
