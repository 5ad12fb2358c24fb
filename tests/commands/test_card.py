"""`carnet card`, asked as a person asks it."""

import json
import shutil

import pytest

from app.__main__ import main
from app.storage.notebook import Notebook
from tests.builders import PHRASE


@pytest.fixture
def phrase_file(tmp_path):
    """Where the passphrase stands."""
    path = tmp_path / "phrase.txt"
    path.write_text(f"{PHRASE}\n", encoding="utf-8")
    return path


@pytest.fixture
def run(phrase_file, capsys):
    """Run `carnet card …`; its exit code, what it answers and what it says."""

    def one(*words, lang="fr"):
        given = ["--lang", lang, "card", *map(str, words), "--passphrase-file", str(phrase_file)]
        code = main(given)
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words else out, err

    return one


def test_two_notebooks_know_each_other(run, folder, empty_folder, tmp_path):
    """Each writes its card; accepted after comparing, the other one is known under the same words."""
    other = shutil.copytree(empty_folder, tmp_path / "unit")
    card = tmp_path / "unit.carnet-card"
    code, own, _ = run(other, "-o", card, "--json")
    assert (code, own["file"], own["name"]) == (0, str(card), "Claire Aubrin")
    assert (len(own["words"]), [len(group) for group in own["digits"]]) == (8, [5] * 8)
    code, seen, _ = run(folder, "--accept", card, "--json")
    assert (code, seen["verdict"], seen["state"]) == (0, "new", "compared")
    assert (seen["words"], seen["digits"]) == (own["words"], own["digits"])
    notebook = Notebook.open(folder, passphrase=PHRASE)
    (known,) = notebook.correspondents.list()
    notebook.close()
    assert (known.state, known.compared_how) == ("compared", "stated")


def test_a_card_kept_without_comparing(run, folder, empty_folder, tmp_path):
    """Said so, the card is kept as unknown, and its words are shown in one's own language."""
    other = shutil.copytree(empty_folder, tmp_path / "unit")
    card = tmp_path / "unit.carnet-card"
    run(other, "-o", card)
    code, report, _ = run(folder, "--accept", card, "--compared", "no", "--json")
    assert (code, report["state"]) == (0, "unknown")
    _, english, _ = run(folder, "--accept", card, "--json", lang="en")
    assert english["words"] != report["words"]
    assert english["digits"] == report["digits"]
    code, out, said = run(folder, "--accept", card)
    assert (code, out) == (0, "")
    assert all(word in said for word in report["words"])


def test_what_is_refused(run, folder, tmp_path):
    """A file that is no card and one's own card are refused with one sentence."""
    (tmp_path / "list.csv").write_text("Nom;Prénom")
    assert run(folder, "--accept", tmp_path / "list.csv")[0] == 1
    run(folder, "-o", tmp_path / "own.carnet-card")
    assert run(folder, "--accept", tmp_path / "own.carnet-card")[0] == 1


def test_a_card_replaces_nothing_but_itself(run, folder, tmp_path):
    """A file in the way stays unless --force says otherwise; the same card may be written again."""
    place = tmp_path / "letter.pdf"
    place.write_bytes(b"%PDF-1.4 something dear")
    code, _, said = run(folder, "-o", place)
    assert (code, "letter.pdf" in said) == (1, True)
    assert place.read_bytes() == b"%PDF-1.4 something dear"
    assert run(folder, "-o", place, "--force")[0] == 0
    assert run(folder, "-o", place)[0] == 0


def test_one_thing_at_a_time(run, folder, tmp_path):
    """Accepting somebody's card and writing one's own are two commands."""
    with pytest.raises(SystemExit) as wrong:
        run(folder, "--accept", tmp_path / "a", "-o", tmp_path / "b")
    assert wrong.value.code == 2
