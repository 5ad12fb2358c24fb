"""Two notebooks that both wrote: a letter brings a second version, one decides, the other is told."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from app.frameworks.library import Library
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from tests import builders
from tests.actions.receiving.test_receive_package import conclusion, rewritten
from tests.exchange.pair import Pair
from tests.stories.person import Person
from tests.stories.stage import Stage
from tests.stories.test_two_notebooks import names_a_file, opens_a_letter
from tests.stories.two_notebooks import CONCLUSION, PHRASE, WHO, opened, practitioner_s_notebook
from tests.stories.words import english_words

HERE, THERE = "Stage refusé, on cherche ailleurs.", "Vue avec l’unité : on attend juin."


@pytest.mark.story
def test_two_versions(tmp_path: Path, library: Library) -> None:
    """Neither is lost by a click elsewhere; what was decided, undone and decided again goes back."""
    with Stage(tmp_path, language="fr_FR.UTF-8") as stage:
        here, there, stick = (stage.home / name for name in ("carnet", "unite", "cle"))
        stick.mkdir()
        letter = both_wrote(here, there, stick, library)
        person = Person(stage)

        with opened(stage, person, there):
            take_over(person, letter)
            receipt = answer(person, stick, letter)
            see_that_there_are_two(person)
            look_and_go_away(person)
            decide(person)
            decide_once_more(person)
            back = send_it_back(person, stick, {letter, receipt})

        with opened(stage, person, here):
            read_the_receipt(person, receipt)
            take_the_decision(person, back)

        assert person.nameless == []
        assert person.cut == []
        assert english_words(person.words, language="fr") == set()
    for folder in (here, there):
        tell_what_stands(folder)


def both_wrote(here: Path, there: Path, stick: Path, library: Library) -> Path:
    """Closed, with cards compared and one letter taken over; then both wrote. The second letter."""
    practitioner_s_notebook(here, library)
    Notebook.create(
        there, passphrase=PHRASE, role="unit", unit=builders.unit(),
        practitioner=builders.practitioner(name="Marc Feller"), cost=FLOOR,
    ).close()  # fmt: skip
    notebooks = [Notebook.open(folder, passphrase=PHRASE) for folder in (here, there)]
    pair = Pair(*notebooks, library, stick)
    first = pair.hand_over()
    pair.take(first.path)
    pair.acknowledge(first.package_ids[0])
    for notebook, class_name, said in ((pair.ours, "4G1", HERE), (pair.unit, "4G9", THERE)):
        (student,) = notebook.students.list()
        with notebook.change():
            notebook.students.save(msgspec.structs.replace(student, class_name=class_name))
        rewritten(notebook, pair, conclusion=said)
    letter = pair.hand_over().path
    for notebook in notebooks:
        notebook.close()
    for old in set(stick.iterdir()) - {letter}:
        old.unlink()
    return letter


def take_over(person: Person, letter: Path) -> None:
    """The preview tells how many, and taking it overwrites none of them."""
    person.clicks("Transfert", role="push button")
    opens_a_letter(person, letter)
    person.is_in("Prendre dans le carnet")
    person.sees("2 en deux versions · 1 déjà là", role="label")
    person.looks("preview")
    person.presses("Enter")
    person.sees("C’est dans le carnet", role="label")


def answer(person: Person, folder: Path, letter: Path) -> Path:
    """The receipt, written before anything is decided."""
    person.is_in("Écrire l’accusé…")
    person.presses("Enter")
    names_a_file(person, folder, field="Dossier :")
    person.sees(part=f"Accusé écrit le {date.today():%d/%m/%Y}")
    (receipt,) = set(folder.glob("*.age")) - {letter}
    return receipt


def see_that_there_are_two(person: Person) -> None:
    """On the student’s sheet, on the interview, and beside the paper before it leaves."""
    person.clicks("Élèves", role="push button")
    person.is_in("Élèves", role="list")
    person.clicks(role="list item", part=WHO)
    person.sees(role="label", part="Claire Aubrin a écrit ici aussi")
    person.looks("student-in-two-versions")
    person.clicks(role="list item", part=THERE)
    person.sees(role="label", part="Claire Aubrin a écrit ici aussi")
    person.presses("Ctrl+P")
    person.sees(part="identique au papier")
    person.sees(role="label", part="Claire Aubrin a écrit ici aussi")
    person.looks("paper-in-two-versions")


def look_and_go_away(person: Person) -> None:
    """Both conclusions and what they come from; a way begun is still chosen after another page."""
    person.clicks("Voir les deux", role="push button")
    person.sees("Décider", role="push button", without=["enabled"])
    for said in (CONCLUSION, HERE, THERE):
        person.sees(part=said)
    person.looks("both")
    person.clicks(role="radio button", part="Garder les deux")
    person.sees("Décider", role="push button", state=["enabled"])
    person.clicks("Aujourd’hui", role="push button")
    person.sees("À faire", role="label")
    person.clicks("Transfert", role="push button")
    opens(person, "Entretien")
    person.sees(role="radio button", part="Garder les deux", state=["checked"])


def opens(person: Person, title: str) -> None:
    """What waits for a decision, from the page of the transfers."""
    person.goes_to(role="push button", part=title)
    person.presses("Enter")
    person.sees("Décider", role="push button")


def decide(person: Person) -> None:
    """Both conclusions, one after the other; then it is taken back, and both wait as before."""
    person.clicks("Décider", role="push button")
    person.sees(role="label", part="C’est décidé")
    person.misses(role="push button", part="Entretien, ")
    person.looks("decided")
    person.clicks("Annuler", role="push button")
    person.sees(role="push button", part="Entretien, ")


def decide_once_more(person: Person) -> None:
    """The conclusion once more; of the student what the other side wrote. Nothing waits any more."""
    opens(person, "Entretien")
    person.clicks(role="radio button", part="Garder les deux")
    person.clicks("Décider", role="push button")
    person.misses(role="push button", part="Entretien, ")
    opens(person, "Élève Inês Da Costa")
    person.clicks("Tout comme là-bas", role="push button")
    person.clicks("Décider", role="push button")
    person.sees("Préparer un paquet", role="push button")
    person.misses(role="push button", part="ici, et de Claire Aubrin")
    person.looks("nothing-waits")


def send_it_back(person: Person, folder: Path, before: set[Path]) -> Path:
    """The case with what was decided, in a letter of the unit."""
    person.clicks("Préparer un paquet", role="push button")
    person.is_in(role="check box", part=WHO)
    person.presses("Space")
    person.tabs_to("Sur quel fondement", role="combo box")
    person.types("acc")
    person.is_in(role="combo box", part="accord")
    person.sees("Fermer le paquet", state=["enabled"])
    person.presses("Ctrl+Enter")
    names_a_file(person, folder, field="Dossier :")
    person.sees(part=" est prêt")
    (back,) = set(folder.glob("*.age")) - before
    return back


def read_the_receipt(person: Person, receipt: Path) -> None:
    """It says that two records stood in two versions."""
    person.clicks("Transfert", role="push button")
    opens_a_letter(person, receipt)
    person.is_in("Noter l’accusé")
    person.looks("receipt-of-two-versions")
    person.presses("Enter")
    person.sees(role="label", part="Marc Feller a reçu le paquet")


def take_the_decision(person: Person, back: Path) -> None:
    """Newer, not a conflict once more: nobody is asked twice."""
    person.clicks("Transfert", role="push button")
    opens_a_letter(person, back)
    person.is_in("Prendre dans le carnet")
    person.sees("1 plus récente · 2 déjà là", role="label")
    person.presses("Enter")
    person.sees("C’est dans le carnet", role="label")
    person.looks("decision-taken")


def tell_what_stands(folder: Path) -> None:
    """On both sides the same, with nothing open and nothing damaged."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    try:
        assert conclusion(notebook) == f"{THERE}\n\n{HERE}"
        assert [one.class_name for one in notebook.students.list()] == ["4G1"]
        assert notebook.transfers.conflicts() == []
        assert notebook.damage() == []
    finally:
        notebook.close()
