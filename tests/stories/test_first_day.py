"""The first day, in front of the real window: from no notebook to a referral on paper, and again tomorrow."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from tests.stories.person import Person
from tests.stories.stage import Stage
from tests.stories.traced import IN_A_NOTEBOOK, Trace, unfinished
from tests.stories.words import english_words

PHRASE = "trois pommes pour un parapluie"
NOTE = "zibeline"  # stands in the personal note and nowhere else
CLUE = "pétanque"  # stands in the interview and nowhere else
REASON = "Ne vient plus le lundi ; demande un soutien."
BYTECODE = r".*/__pycache__/[^/]*"  # what Python keeps of the program itself
IN_THE_NOTEBOOK = ("Jonas", "Müller", "Weber", "cantine", CLUE, NOTE, "lundi", "Tilleuls", "Aubrin", "Moulin")


@pytest.mark.story
def test_first_day(tmp_path: Path) -> None:
    """From the first start to paper by keyboard, locked and found again; nothing lies about in clear."""
    with Stage(tmp_path, language="en_US.UTF-8") as stage:
        program, person = stage.open_program(record=tmp_path / "record"), Person(stage)
        start(person)
        bring_in_the_class(person, stage)
        note_an_interview(person)
        write_a_referral(person)
        paper = save_it_as_paper(person, stage)
        find_it_again(person)
        look_at_the_day(person)
        lock_in_the_middle_of_a_word(person)
        person.presses("Alt+F4")
        assert program.wait(20) == 0

        program = stage.open_program()
        come_back(person)
        person.presses("Alt+F4")
        assert program.wait(20) == 0

        assert person.nameless == []
        assert person.cut == []
        assert english_words(person.words, language="fr") == set()
        assert person.titles == {"Carnet", "Liste de classe — Carnet", "Enregistrer le document — Carnet"}
        assert_discreet(Trace(tmp_path / "record"), stage, paper)
        for folder in (stage.home, Path(stage.environment["TMPDIR"])):
            assert lying_about(folder, IN_THE_NOTEBOOK, apart_from=paper) == []


def start(person: Person) -> None:
    """Four questions and a phrase."""
    person.sees("Your language, your service")
    person.clicks("Français", role="radio button")
    person.sees("Votre langue, votre service")
    person.clicks("SePAS (Luxembourg)", role="radio button")
    person.sees("SePAS (Luxembourg)", role="radio button", state=["checked"])
    person.looks("service")
    person.presses("Enter")
    person.is_in("Prénom et nom", role="text")
    person.types("Claire Aubrin")
    person.presses("Tab")
    person.types("psy")
    person.sees(role="combo box", part="psychologue")
    person.presses("Tab")
    person.types("+352 20 00 00 12")
    person.looks("author")
    person.presses("Enter")
    person.is_in("Nom de votre service")
    person.types("SePAS du Moulin")
    person.presses("Tab")
    person.is_in("Établissement", role="text")
    person.types("Lycée du Moulin")
    person.presses("Tab")
    person.types("Bonnevoie")
    person.looks("school")
    person.presses("Enter")
    person.is_in("Nouvelle phrase de passe", role="password text")
    person.types("moulin")
    person.sees(part="quelques minutes")
    person.presses("Ctrl+A")
    person.types(PHRASE)
    person.tabs_to("La même phrase, encore une fois", role="password text")
    person.types(PHRASE)
    person.looks("phrase")
    person.presses("Enter")
    person.sees("Votre carnet est prêt", within=60)
    person.sees("Aucune copie de ce carnet n’a encore été faite.")
    person.looks("empty")


def bring_in_the_class(person: Person, stage: Stage) -> None:
    """A real export with one line more, which only a person can decide on; the file goes afterwards."""
    file = stage.home / "liste.txt"
    shutil.copy(ROOT / "tests" / "samples" / "rosters" / "webuntis.txt", file)
    headers = file.read_text("utf-8").split("\n")[0].split("\t")
    again = {"longName": "Muller", "foreName": "Jonas", "klasse.name": "5G2"}
    with file.open("a", encoding="utf-8") as end:
        end.write("\t".join(again.get(header, "") for header in headers) + "\n")
    person.presses("Ctrl+I")
    person.is_in("Choisir le fichier…")
    person.looks("which-list")
    person.presses("Enter")
    person.is_in("Nom de fichier :", role="text")
    person.types(str(file))
    person.presses("Enter")
    person.sees("À décider (1)")
    person.sees(part="12, Muller, Jonas, 5G2, Même nom qu’une autre ligne")
    person.looks("doubtful")
    person.clicks("Laisser de côté", role="push button")
    person.sees(part="12, Muller, Jonas, 5G2, laissé(e) de côté")
    person.clicks("Écrire dans le carnet")
    person.is_in("Garder le fichier")
    person.looks("delete-the-list")
    person.clicks("Effacer le fichier")
    person.is_in("Élèves", role="list")
    person.sees("Müller, Jonas, 5G2, pas de dossier", role="list item")
    person.looks("students")
    assert not file.exists()


def note_an_interview(person: Person) -> None:
    """By keyboard alone, the student found without accents; a note of one's own beside it."""
    person.presses("Ctrl+N")
    person.is_in("Élève", role="text")
    person.types("mul")
    person.sees("Élève", role="text", part="Müller, Jonas")
    person.looks("who")
    person.presses("Enter")
    person.is_in("Date", role="text")
    person.sees("Jonas Müller", role="label")
    person.tabs_to("Durée", role="text")
    person.types("45")
    person.tabs_to("Premier entretien")
    person.presses("Space")
    person.sees("Premier entretien", state=["checked"])
    person.tabs_to("Motif principal", role="text")
    person.types("scol")
    person.sees("Motif principal", role="text", part="difficulté scolaire")
    person.looks("reason")
    person.presses("Enter")
    person.is_in("Difficulté scolaire", role="push button")
    person.tabs_to("Demande, avec les mots de la personne", role="text")
    person.types("J’ai peur d’aller à l’école")
    person.tabs_to("Faits", role="text")
    person.types(f"Évite la cantine et la {CLUE}.\nDort mal depuis la rentrée.")
    person.presses("Alt+D")
    person.sees("Faits", role="text", part="dit")
    person.tabs_to("Chose à faire", role="text")
    person.types("Appeler la mère, aujourd’hui")
    person.presses("Tab")
    person.sees("Pour quand", role="text", part=f"{date.today():%d/%m/%Y}")
    person.sees(part="brouillon gardé")
    person.looks("interview")
    person.presses("F8")
    person.is_in("Note personnelle", role="text")
    person.types(f"Penser à la {NOTE}.")
    person.sees(part="gardé")
    person.looks("personal-note")
    person.presses("F8")
    person.is_in("Qui s’en charge", role="text")
    person.presses("Ctrl+Enter")
    person.is_in("Élèves", role="list")
    person.sees("Müller, Jonas, 5G2, vu aujourd’hui", role="list item")


def write_a_referral(person: Person) -> None:
    """For the same student, to a service that is not in the directory yet."""
    person.clicks("Müller, Jonas, 5G2, vu aujourd’hui", role="list item")
    person.sees(part="dossier")
    person.looks("student")
    person.clicks("Fiche de liaison", role="push button")
    person.is_in("À", role="text")
    person.types("Les Tilleuls")
    person.sees("À", role="text", part="Nouvelle fiche")
    person.presses("Enter")
    person.is_in("Service", role="text")
    person.presses("Tab")
    person.types("centre")
    person.sees(role="combo box", part="tenu au secret")
    person.tabs_to("Personne", role="text")
    person.types("Tom Welter")
    person.looks("directory-entry")
    person.presses("Ctrl+Enter")
    person.is_in(role="push button", part="Les Tilleuls, Tom Welter")
    person.tabs_to("Motif, en un paragraphe", role="text")
    person.types(REASON)
    person.tabs_to("Informé et d’accord")
    person.presses("Space", "Tab", "Space")
    person.sees("Informés et d’accord", state=["checked"])
    person.tabs_to("Relancer le", role="text")
    person.types(f"{date.today():%d/%m/%Y}")
    person.looks("referral")


def save_it_as_paper(person: Person, stage: Stage) -> Path:
    """Nothing leaves before its ground is said; then the file is what the preview shows."""
    paper = stage.home / "liaison.pdf"
    person.presses("Ctrl+P")
    person.sees(part="page 1 sur 1, identique au papier")
    person.sees("Enregistrer…", without=["enabled"])
    person.sees("notes personnelles, toujours", role="label")
    person.tabs_to("Sur quel fondement", role="combo box")
    person.types("acc")
    person.sees("Enregistrer…", state=["enabled"])
    person.looks("paper")
    person.tabs_to("Enregistrer…")
    person.presses("Enter")
    person.is_in("Nom de fichier :", role="text")
    proposed = person.sees("Nom de fichier :", role="text")["text"]
    assert not [word for word in IN_THE_NOTEBOOK if word in proposed]
    person.presses("Ctrl+A")
    person.types(str(paper))
    person.presses("Enter")
    person.sees(part="Enregistré ")
    person.looks("saved")
    words = subprocess.run(["pdftotext", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    assert "Jonas Müller" in words
    assert REASON.split(" ;")[0] in words
    assert NOTE not in words
    assert CLUE not in words
    return paper


def find_it_again(person: Person) -> None:
    """A word of the interview without its accent; a personal note never."""
    person.presses("Ctrl+K")
    person.is_in("Chercher partout", role="text")
    person.types("petanq")
    person.sees(role="list item", part=CLUE)
    person.looks("found")
    person.presses("Ctrl+A")
    person.types(NOTE)
    person.misses(role="list item", part="Entretien")
    person.sees("Contact rapide, sans choisir d’élève", role="list item")
    person.presses("Ctrl+A")
    person.types("petanque")
    person.sees("Chercher partout", role="text", part=CLUE)
    person.presses("Enter")
    person.sees("Faits", role="text", part=CLUE)
    person.looks("interview-again")


def look_at_the_day(person: Person) -> None:
    """What was decided and what went out stand on Today."""
    person.clicks("Aujourd’hui", role="push button")
    person.sees("Appeler la mère", role="check box")
    person.sees(role="push button", part="Les Tilleuls")
    person.looks("today")


def lock_in_the_middle_of_a_word(person: Person) -> None:
    """The same letter after the same letter, once the right phrase is typed."""
    person.presses("Ctrl+N")
    person.is_in("Élève", role="text")
    person.types("weber")
    person.sees("Élève", role="text", part="Weber, Lena")
    person.presses("Enter")
    person.tabs_to("Analyse, hypothèses", role="text")
    person.types("Un secon")
    person.presses("Ctrl+L")
    person.is_in("Phrase de passe", role="password text")
    person.misses(part="Weber")
    person.looks("locked")
    person.types("trois poires")
    person.presses("Enter")
    person.sees("Ce n’est pas la bonne phrase. Vérifiez les majuscules et la langue du clavier.")
    person.looks("wrong-phrase")
    person.is_in("Phrase de passe", role="password text")
    person.types(PHRASE)
    person.presses("Enter")
    person.is_in("Analyse, hypothèses", role="text")
    person.types("d entretien")
    person.sees("Analyse, hypothèses", role="text", part="Un second entretien")
    person.looks("unlocked")


def come_back(person: Person) -> None:
    """Everything is there the next time."""
    person.is_in("Phrase de passe", role="password text")
    person.types(PHRASE)
    person.presses("Enter")
    person.sees("Appeler la mère", role="check box")
    person.sees(role="push button", part="Les Tilleuls")
    person.looks("next-time")
    person.presses("Ctrl+K")
    person.is_in("Chercher partout", role="text")
    person.types("second entretien")
    person.sees(role="list item", part="Lena Weber")
    person.presses("Enter")
    person.sees("Analyse, hypothèses", role="text", part="Un second entretien")


def assert_discreet(trace: Trace, stage: Stage, paper: Path) -> None:
    """Written: notebook, settings, log, paper, Qt's own. Met: the screen, the session, screen readers."""
    notebook, config = stage.home / "data/carnet/notebook", stage.home / ".config"
    written = [re.escape(str(notebook / name)) for name in IN_A_NOTEBOOK]
    written += [unfinished(path) for path in (notebook / "keys.json", config / "carnet/settings.json", paper)]
    copies = re.escape(str(notebook / "backups"))
    files = r"/(notebook\.db|personal\.db|keys\.json)"
    written += [copies + r"/\.carnet-[0-9a-f]{8}-[-0-9]{17}\.partial" + files]
    written += [copies + r"/\.record\.json\.[0-9a-f]+\.new"]
    written += [re.escape(str(config)) + r"/(QtProject\.conf(\.lock)?|#\d+)"]
    written += [re.escape(str(stage.home / "state/carnet/log/carnet.log")), "/dev/null", BYTECODE]
    assert trace.stray(written) == set()
    assert trace.families() <= {"AF_UNIX"}
    temporary = re.escape(stage.environment["TMPDIR"])
    # the system's bus is asked who locks the screen and when the computer goes to sleep
    doors = (
        r"@?/tmp/\.X11-unix/X\d+", rf"{temporary}/.*", r"@?/tmp/dbus-\w+", r"/run/dbus/system_bus_socket",
    )  # fmt: skip
    assert {door for door in trace.met() if not re.fullmatch("|".join(doors), door)} == set()
    assert trace.in_clear(IN_THE_NOTEBOOK) == set()


def lying_about(folder: Path, words: tuple[str, ...], *, apart_from: Path) -> list[str]:
    """Where any of the words stands in clear, as UTF-8 or as UTF-16: in files and in their names."""
    found = []
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() and path != apart_from else b""
        for word in words:
            wordings = (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))
            if word in path.name or any(wording in content for wording in wordings):
                found.append(f"{word} in {path.relative_to(folder)}")
    return found
