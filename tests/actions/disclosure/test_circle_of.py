"""The circle a receiver stands in: from the directory, the student's people, the words, the ground."""

import pytest

from app.actions.disclosure.circle_of import circle_of
from app.actions.disclosure.doubt_recipient import doubt_recipient
from app.actions.save_partner import save_partner
from app.actions.sheets.sheet import Sheet
from app.actions.students.save_guardian import save_guardian
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests.builders import finished, guardian, kept_student, partner


@pytest.fixture
def sheet(notebook: Notebook, library: Library) -> Sheet:
    """An interview with Inês, whose mother is known."""
    save_partner(notebook, partner=partner())
    save_partner(notebook, partner=partner(service="CRIP du Nord", person="", type="CRIP"))
    save_partner(notebook, partner=partner(service="Infirmerie", person="Zoé Hoffmann", type="INF"))
    student = kept_student(notebook)
    save_guardian(notebook, guardian=guardian(student.id))
    return finished(notebook, library, student_id=student.id)


@pytest.mark.parametrize(
    ("recipient", "ground", "who", "certain"),
    [
        ("", "", "", False),
        ("", "OWN_FILE", "service", False),
        ("Centre de consultation Les Tilleuls", "", "partner", True),
        ("CRIP du Nord", "AGREEMENT", "authorities", True),
        ("Zoé Hoffmann", "", "health", True),
        ("Inês Da Costa", "", "student", True),
        ("Marta Da Costa", "", "parents", True),
        ("Les parents", "OWN_FILE", "parents", True),
        ("l’infirmière et les parents", "", "parents", True),  # the narrower of the two
        ("Claire Aubrin", "", "service", True),
        ("Cabinet Inconnu", "AGREEMENT", "partner", False),
        ("Classeur bleu", "OWN_FILE", "service", False),
        ("Tante Rosa", "OWN_DATA", "parents", False),
    ],
)
def test_a_receiver_stands_somewhere(
    notebook: Notebook, library: Library, sheet: Sheet, recipient: str, ground: str, who: str, certain: bool
) -> None:
    """Whoever is named is recognised; of a stranger the ground may say more."""
    found = circle_of(notebook, library=library, record=sheet.record, recipient=recipient, ground=ground)
    assert (found.who, found.certain) == (who, certain)


@pytest.mark.parametrize("recipient", ["L’élève", "Les parents", "Eltern", "Mme Da Costa", "le secrétariat"])
def test_words_everybody_knows_are_not_doubted(
    notebook: Notebook, library: Library, sheet: Sheet, recipient: str
) -> None:
    """The guard knows them; without the lists it would take them for strangers."""
    judged = {"record": sheet.record, "recipient": recipient}
    assert not doubt_recipient(notebook, lists=library.lists, **judged)
    assert bool(doubt_recipient(notebook, **judged)) is (recipient != "Mme Da Costa")


def test_a_namesake_in_the_directory_is_still_doubted(
    notebook: Notebook, library: Library, sheet: Sheet
) -> None:
    """Two services called after the parents: which one is meant is asked, whatever the words mean."""
    for city in ("Nordstad", "Sudstad"):
        save_partner(notebook, partner=partner(service="Les parents", person="", city=city))
    found = doubt_recipient(notebook, record=sheet.record, recipient="Les parents", lists=library.lists)
    assert {one.city for one in found.partners} == {"Nordstad", "Sudstad"}
