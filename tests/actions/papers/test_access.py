"""Who asks to read their record gets it whole but for what is about somebody else."""

from datetime import date, datetime
from pathlib import Path

import pytest

from app.actions.disclosure.name_disclosed import ACCESS, name_disclosed
from app.actions.history.erase_for_ever import erase_for_ever
from app.actions.papers.decide_passage import decide_passage
from app.actions.papers.hand_out_booklet import hand_out_booklet
from app.actions.papers.make_access import AccessPack, make_access
from app.actions.papers.prepare_booklet import BookletChoices
from app.actions.students.save_guardian import save_guardian
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.case import Case
from app.models.passage import PASSAGES, Passage
from app.personal.notes import PersonalNotes
from app.storage.notebook import Notebook
from tests import builders
from tests.documents.papers import page_texts, run

FACTS = [
    {"mark": "said", "text": "Des moqueries depuis la rentrée. Zoé l’a poussée dans le bus. Elle a eu peur."},
    {"mark": "reported", "text": "Il paraît que cela dure."},
]


@pytest.fixture
def case(notebook: Notebook, library: Library) -> Case:
    """Inês, with her mother; a classmate called Zoé is in the notebook too; a personal note beside."""
    student = builders.kept_student(notebook)
    save_guardian(notebook, guardian=builders.guardian(student.id))
    builders.kept_student(notebook, family_name="Weber", given_name="Zoé", birth_date=date(2011, 5, 6))
    for month in (11, 9):
        builders.finished(
            notebook, library, student_id=student.id, moment=datetime(2026, month, 10, 10, 5),
            values={"demand": "« Je ne dors plus. »", "facts": FACTS if month == 9 else []},
        )  # fmt: skip
    notes = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    (interview, _) = notebook.interviews.list()
    notes.save(subject_id=interview.id, student_id=student.id, text="Hirondelle à moi seule.")
    notes.close()
    (case,) = notebook.cases.list()
    return case


def made(
    notebook: Notebook, library: Library, case: Case, language: str = "fr", **choices: object
) -> AccessPack:
    """The record as it would be handed over today."""
    return make_access(
        notebook, library=library, case_id=case.id, language=language, today=builders.TODAY,
        choices=BookletChoices(**choices), asked_by="Marta Da Costa", asked_on=date(2026, 11, 2),
    )  # fmt: skip


def about(pack: AccessPack, words: str) -> Passage:
    """The passage with these words."""
    (found,) = [one for one in pack.passages if words in one.words]
    return found


def decide_all(notebook: Notebook, pack: AccessPack) -> None:
    """Keep whatever nobody has decided about."""
    for one in pack.passages:
        if one.waits:
            decide_passage(notebook, passage=one, decided="")


def test_what_waits_is_not_shown_and_what_is_masked_is_not_there(
    notebook: Notebook, library: Library, case: Case, tmp_path: Path
) -> None:
    """Sentence by sentence: the one about Zoé goes, those around it stay; the file holds nothing of it."""
    pack = made(notebook, library, case)
    assert about(pack, "Zoé").found == ("Zoé",)
    assert about(pack, "Il paraît").waits
    assert about(pack, "Il paraît").found == ("rapporté",)
    assert not about(pack, "moqueries").found
    assert "Zoé" not in " ".join(page_texts(pack.pdf)), "nobody has decided yet"
    decide_all(notebook, pack)
    decide_passage(notebook, passage=about(pack, "Zoé"), decided="somebody")
    pack = made(notebook, library, case)
    assert pack.waiting == 0
    whole = " ".join(page_texts(pack.pdf))
    for words in (
        "Des moqueries depuis la rentrée",
        "Elle a eu peur",
        "Il paraît que cela dure",
        "[passage masqué]",
    ):
        assert words in whole
    assert "Zoé" not in whole
    assert b"Zo\xc3\xa9" not in pack.pdf
    assert "Hirondelle" not in whole
    run(["qpdf", "--check"], pack.pdf, tmp_path)


def test_the_cover_says_who_asked_what_is_masked_and_what_is_not_inside(
    notebook: Notebook, library: Library, case: Case
) -> None:
    """In order of time behind it, in each language."""
    pack = made(notebook, library, case)
    decide_all(notebook, pack)
    decide_passage(notebook, passage=about(pack, "Zoé"), decided="danger")
    pages = page_texts(made(notebook, library, case).pdf)
    for words in (
        "Marta Da Costa",
        "02/11/2026",
        "1 passage masqué, mettrait quelqu’un en danger",
        "notes personnelles",
    ):
        assert words in pages[0]
    assert [("moqueries" in page) for page in pages[1:3]] == [True, False], "September first"
    for language, words in (("en", "1 passage masked"), ("de", "1 geschwärzte Stelle")):
        assert words in page_texts(made(notebook, library, case, language).pdf)[0]


def test_a_decision_is_remembered_for_these_words_alone(
    notebook: Notebook, library: Library, case: Case
) -> None:
    """The next time it is as it was; other words in the same place are asked about anew; undone it waits."""
    zoe = about(made(notebook, library, case), "Zoé")
    decide_passage(notebook, passage=zoe, decided="somebody")
    again = about(made(notebook, library, case), "Zoé")
    assert (again.decided, again.waits, again.stays) == ("somebody", False, True)
    decide_passage(notebook, passage=again, decided="")
    assert not about(made(notebook, library, case), "Zoé").stays
    decide_passage(notebook, passage=again, decided=None)
    assert about(made(notebook, library, case), "Zoé").waits
    assert notebook.damage() == []


def test_what_was_decided_goes_with_the_sheet(notebook: Notebook, library: Library, case: Case) -> None:
    """Erased for ever, not even a hash of the words stays."""
    zoe = about(made(notebook, library, case), "Zoé")
    decide_passage(notebook, passage=zoe, decided="somebody")
    key = f"{PASSAGES}{zoe.record_id}"
    assert notebook.preferences.get(key)
    erase_for_ever(notebook, kind="interview", record_id=zoe.record_id)
    assert notebook.preferences.get(key) is None


def test_protection_stays_unless_it_is_chosen(notebook: Notebook, library: Library, case: Case) -> None:
    """A report to the prosecutor is not handed to whoever asks; the cover counts it without naming it."""
    builders.finished(
        notebook, library, form_key="f6-report", student_id=case.student_id,
        values={"child_words": "Les mots de l’enfant."},
    )  # fmt: skip
    out = frozenset({"f6-report"})
    pages = page_texts(made(notebook, library, case, forms_out=out).pdf)
    whole = " ".join(pages)
    assert "Les mots" not in whole
    assert "ignalement" not in whole
    assert "1 orientation" in pages[0]
    assert "Les mots" in " ".join(page_texts(made(notebook, library, case).pdf))


def test_handed_over_it_is_in_the_ledger_and_in_the_log(
    notebook: Notebook, library: Library, case: Case, tmp_path: Path
) -> None:
    """To whom, how, when; and the bytes are kept as they left."""
    pack = made(notebook, library, case)
    hand_out_booklet(
        notebook, case=case, pdf=pack.pdf, inside=pack.inside, path=tmp_path / "dossier.pdf",
        recipient="Marta Da Costa", ground="OWN_DATA", language="fr", cover=ACCESS,
    )  # fmt: skip
    (line,) = notebook.disclosures.list()
    assert (line.recipient, line.means, line.ground) == ("Marta Da Costa", "saved", "OWN_DATA")
    assert name_disclosed(library, Locale("fr"), line) == "Dossier communiqué à la demande"
    assert [one.what for one in notebook.audit.list()][:1] == ["saved"]
    assert notebook.damage() == []
