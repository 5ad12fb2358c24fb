"""Two notebooks, one window at a time: plan, cards, sealed letter, taking over, receipt."""

import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.frameworks.library import Library
from tests.stories.looking import Word
from tests.stories.person import Person
from tests.stories.stage import Stage
from tests.stories.two_notebooks import (
    CONCLUSION,
    FIRST,
    NAMED,
    OBSTACLE,
    SECOND,
    STAYS,
    STEP,
    WHO,
    WISH,
    a_week_goes_by,
    opened,
    practitioner_s_notebook,
    review,
    tell_what_came,
    tell_what_left,
    unit_s_notebook,
)
from tests.stories.words import english_words


@pytest.mark.story
def test_two_notebooks(tmp_path: Path, library: Library) -> None:
    """What one practitioner planned lies in the unit's notebook under her name; nothing else came along."""
    with Stage(tmp_path, language="fr_FR.UTF-8") as stage:
        here, there, stick = (stage.home / name for name in ("carnet", "unite", "cle"))
        stick.mkdir()
        practitioner_s_notebook(here, library)
        unit_s_notebook(there, phrase_file=tmp_path / "phrase.txt", card=stick / "unite.carnet-card")
        person = Person(stage)

        with opened(stage, person, here):
            write_a_plan(person)
            own = write_a_card(person, stick / "aubrin.carnet-card")
            theirs = accept_a_card(person, stick / "unite.carnet-card", "Marc Feller", how="En personne")
            letter = hand_over(person, stick)
        tell_what_left(letter, there)

        with opened(stage, person, there):
            person.clicks("Transfert", role="push button")
            assert words_beside(person, "Marc Feller") == theirs
            card = stick / "aubrin.carnet-card"
            assert accept_a_card(person, card, "Claire Aubrin", how="Au téléphone") == own
            receipt = take_over(person, letter, stick)
            look_at_what_came(person)
            save_it_as_paper(person, tmp_path / "projet.pdf")
            take_over_again(person, letter)
        tell_what_came(there)
        a_week_goes_by(here)

        with opened(stage, person, here):
            see_that_it_waits(person)
            read_the_receipt(person, receipt)
            read_what_was_given(person)

        assert person.nameless == []
        assert person.cut == []
        assert english_words(person.words, language="fr") == set()
        assert person.titles == {"Carnet"} | {
            f"{title} — Carnet"
            for title in ("Ma carte", "Carte d’un correspondant", "Où mettre le paquet",
                          "Ouvrir un fichier", "Où mettre l’accusé", "Enregistrer le document")
        }  # fmt: skip
        for word in (*STAYS, "Da Costa", "menuisier", "découverte"):
            for folder in (stage.home, Path(stage.environment["TMPDIR"])):
                assert Word(word).in_files(folder) == []


def write_a_plan(person: Person) -> None:
    """Two alternatives, the second one moved to the front by keyboard; one dated step; a review."""
    person.clicks("Élèves", role="push button")
    person.is_in("Élèves", role="list")
    person.presses("Down", "Enter")
    person.goes_to("Plus", role="push button")
    person.presses("Space", "Down", "Enter")  # the menu itself is not in what the bus lists
    person.sees("Projet d’orientation", role="label")
    person.is_in("Date", role="text")
    person.clicks("Souhaits", role="push button")
    person.is_in("Souhaits, ses mots", role="text")
    person.types(WISH)
    person.clicks("Obstacles", role="push button")
    person.is_in("Obstacles", role="text")
    person.types(f"Un {OBSTACLE}.")
    person.clicks("Pistes", role="push button")
    person.is_in("Formation ou métier, rang A", role="text")
    person.types(SECOND)
    person.goes_to("Formation ou métier, rang B", role="text")
    person.types(FIRST)
    person.sees("Formation ou métier, rang C", role="text")
    person.presses("Alt+Up")
    person.is_in("Formation ou métier, rang A", role="text", part=FIRST)
    person.sees("Formation ou métier, rang B", role="text", part=SECOND)
    person.presses("Tab")
    person.is_in("École ou entreprise, rang A", role="text")
    person.looks("alternatives")
    person.clicks("Étapes", role="push button")
    person.is_in("Quoi", role="text")
    person.types(STEP)
    person.tabs_to("Qui", role="text")
    person.types("jeu")
    person.sees("Qui", role="text", part="jeune")
    person.presses("Enter")
    person.tabs_to("Pour le", role="text")
    person.types(f"{date.today() + timedelta(days=9):%d/%m/%Y}")
    person.clicks("Bilan", role="push button")
    person.is_in("Prochain bilan", role="text")
    person.types(f"{review():%d/%m/%Y}")
    person.sees(part="brouillon gardé")
    person.looks("plan")
    person.presses("Ctrl+Enter")
    person.is_in("Élèves", role="list")
    person.sees(role="push button", part=f" {review():%d/%m}, {STEP}, ")
    person.looks("student-with-plan")


def write_a_card(person: Person, file: Path) -> str:
    """One's own card in a file; its eight words."""
    person.clicks("Transfert", role="push button")
    person.is_in("Ouvrir une carte…")
    words = words_beside(person, "Claire Aubrin")
    person.clicks("Écrire ma carte dans un fichier…")
    names_a_file(person, file)
    person.is_in("Écrire ma carte dans un fichier…")
    assert file.exists()
    return words


def accept_a_card(person: Person, file: Path, name: str, *, how: str) -> str:
    """Somebody else's card, kept only once it is said how the words were compared; its eight words."""
    person.clicks("Ouvrir une carte…")
    person.clicks("Choisir un fichier…")
    names_a_file(person, file)
    person.is_in("Comparer plus tard")
    words = words_beside(person, name)
    person.looks("eight-words")
    person.clicks("Les mots sont les mêmes")
    person.sees(part="Indiquez comment et quand")
    person.is_in("Comment les mots ont été comparés", role="combo box")
    person.types(how[:2])
    person.is_in(how, role="combo box")
    person.looks("compared-how")
    person.clicks("Les mots sont les mêmes")
    person.sees("Préparer un paquet", role="push button")
    person.sees(role="label", part=f"{how.lower()} le {date.today():%d/%m/%Y}")
    person.looks("correspondent")
    return words


def hand_over(person: Person, folder: Path) -> Path:
    """The case ticked, both columns read, the letter closed; the file."""
    person.clicks("Préparer un paquet", role="push button")
    person.is_in(role="check box", part=WHO)
    person.sees("Fermer le paquet", without=["enabled"])
    person.presses("Space")
    person.sees(role="label", part="Dites sur quel fondement il part")
    person.sees("Fermer le paquet", without=["enabled"])
    person.sees(role="label", part="Souhaits, ses mots, Pistes")
    person.sees(f"Entretien, {date.today():%d/%m/%Y} · {NAMED} : Conclusion", role="label")
    person.sees(role="label", part="Début, Motif principal, Analyse, hypothèses")
    person.sees(role="label", part=": Obstacles")
    person.sees("notes personnelles, toujours", role="label")
    person.clicks("Confier définitivement")
    person.tabs_to("Sur quel fondement", role="combo box")
    person.types("acc")
    person.is_in(role="combo box", part="accord")
    person.sees("Fermer le paquet", state=["enabled"])
    person.looks("leaves-and-stays")
    person.tabs_to("Relire chaque champ avant de fermer")
    person.presses("Space")
    person.sees(role="label", part=WISH)
    person.looks("every-field")
    assert not list(folder.glob("*.age"))
    person.presses("Ctrl+Enter")
    names_a_file(person, folder, field="Dossier :")
    person.sees("Le paquet n° 1 est prêt")
    person.looks("sealed")
    (letter,) = folder.glob("*.age")
    person.sees(part=letter.name)
    person.clicks("Il est remis")
    person.sees(role="filler", part=f"n° 1, 1 dossier, Remis le {date.today():%d/%m/%Y}, pas encore d’accusé")
    person.looks("letter-left")
    return letter


def take_over(person: Person, letter: Path, folder: Path) -> Path:
    """Preview, agree, write the receipt; the receipt."""
    opens_a_letter(person, letter)
    person.is_in("Prendre dans le carnet")
    person.sees("Claire Aubrin", role="label")
    person.sees("4 nouvelles fiches", role="label")
    person.sees(CONCLUSION, role="label")
    person.sees(role="label", part="Claire Aubrin vous confie définitivement le dossier")
    person.sees(role="label", part=f"A · {FIRST}")
    person.looks("preview")
    person.presses("Enter")
    person.sees("C’est dans le carnet", role="label")
    person.is_in("Écrire l’accusé…")
    person.looks("taken-over")
    person.presses("Enter")
    names_a_file(person, folder, field="Dossier :")
    person.sees(part=f"Accusé écrit le {date.today():%d/%m/%Y}")
    person.looks("receipt-written")
    (receipt,) = set(folder.glob("*.age")) - {letter}
    return receipt


def look_at_what_came(person: Person) -> None:
    """The student, the conclusion and the plan in its order, and whom all of it came from."""
    person.clicks("Élèves", role="push button")
    person.is_in("Élèves", role="list")
    person.clicks(role="list item", part=WHO)
    person.sees(role="list item", part="Reçu définitivement de Claire Aubrin")
    person.sees(role="list item", part=CONCLUSION)
    person.looks("student-at-the-unit")
    person.clicks(role="list item", part="Projet, version 1")
    person.sees("Formation ou métier, rang A", role="text", part=FIRST)
    person.sees("Formation ou métier, rang B", role="text", part=SECOND)
    person.sees("Quoi", role="text", part=STEP)
    person.sees("Prochain bilan", role="text", part=f"{review():%d/%m/%Y}")
    person.misses(part=OBSTACLE)
    person.looks("plan-at-the-unit")


def save_it_as_paper(person: Person, paper: Path) -> None:
    """The plan on paper at the unit says who wrote it."""
    person.presses("Ctrl+P")
    person.sees(part="identique au papier")
    person.sees("À qui", role="text", part="Inês Da Costa")
    person.goes_to("À qui", role="text")
    person.tabs_to("Sur quel fondement", role="combo box")
    person.types("acc")
    person.sees("Enregistrer…", state=["enabled"])
    person.tabs_to("Enregistrer…")
    person.looks("paper-at-the-unit")
    person.presses("Enter")
    names_a_file(person, paper)
    person.sees(part="Enregistré ")
    words = subprocess.run(["pdftotext", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    assert "Claire Aubrin" in words
    assert "Marc Feller" not in words
    assert FIRST in words


def take_over_again(person: Person, letter: Path) -> None:
    """The same file says that it was opened before."""
    person.clicks("Transfert", role="push button")
    opens_a_letter(person, letter)
    person.is_in("Prendre dans le carnet")
    person.sees(role="label", part="Ce fichier a déjà été ouvert")
    person.sees("4 déjà là", role="label")
    person.looks("opened-before")
    person.presses("Enter")
    person.sees("C’est dans le carnet", role="label")
    person.sees("4 déjà là", role="label")


def read_the_receipt(person: Person, receipt: Path) -> None:
    """The letter arrived, and the student's sheet says when."""
    person.clicks("Transfert", role="push button")
    opens_a_letter(person, receipt)
    person.is_in("Noter l’accusé")
    person.sees("pour votre paquet n° 1 · 1 dossier repris définitivement", role="label")
    person.looks("receipt")
    person.presses("Enter")
    person.sees("Marc Feller a reçu le paquet n° 1", role="label")
    person.looks("receipt-noted")
    person.presses("Enter")
    person.sees(role="filler", part=f"n° 1, 1 dossier, Accusé lu le {date.today():%d/%m/%Y}")
    person.clicks("Élèves", role="push button")
    person.is_in("Élèves", role="list")
    person.clicks(role="list item", part=WHO)
    person.sees(
        role="list item", part=f"Confié définitivement à Marc Feller, reçu le {date.today():%d/%m/%Y}"
    )
    person.looks("case-received")


def see_that_it_waits(person: Person) -> None:
    """The day says which letter has no receipt, and what can be done."""
    person.sees("Paquets sans accusé", role="label")
    person.sees(role="push button", part="Marc Feller, Sans accusé depuis 8 jours, Paquet n° 1")
    person.sees("J’ai relancé", role="push button")
    person.looks("letter-waits")


def read_what_was_given(person: Person) -> None:
    """The case is read here and not written; nothing waits on the day any more."""
    person.sees(role="push button", part="confié à Marc Feller, qui l’a depuis le")
    person.clicks(role="list item", part="Projet, version 1")
    person.sees(role="label", part="Ce dossier a été confié à Marc Feller")
    person.sees(role="label", part=WISH)
    person.misses("Souhaits, ses mots", role="text")
    person.looks("given-sheet")
    person.clicks("Aujourd’hui", role="push button")
    person.sees("À faire", role="label")
    person.misses("Paquets sans accusé")
    person.looks("clean-day")


def opens_a_letter(person: Person, file: Path) -> None:
    """From the page of the transfers."""
    person.clicks("Ouvrir un fichier…", role="push button")
    person.is_in("Choisir le fichier…")
    person.presses("Enter")
    names_a_file(person, file)


def names_a_file(person: Person, path: Path, *, field: str = "Nom de fichier :") -> None:
    """In the dialog that asks for one."""
    person.is_in(field, role="text")
    person.presses("Ctrl+A")
    person.types(str(path))
    person.presses("Enter")
    person.misses(field, role="text")


def words_beside(person: Person, name: str) -> str:
    """The eight words that stand nearest below somebody's name, the topmost window first."""
    person.sees(name, role="label")
    labels = [str(seen["name"]) for seen in person.screen() if seen["role"] == "label"]
    at = max(n for n, said in enumerate(labels) if said == name)
    return next(said for said in labels[at:] if said.count("\u2003") == 7)
