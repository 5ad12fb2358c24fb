"""`carnet new`."""

import pytest

from app.storage.notebook import Notebook
from tests.builders import PHRASE
from tests.commands.running import carnet

WORDS = (
    "--role",
    "practitioner",
    "--framework",
    "lu-sepas",
    "--name",
    "Élise Aubrin",
    "--passphrase-file",
    "-",
)


def new(folder, *words, phrase=PHRASE, language="en"):
    """Run `new` with the usual words and some more."""
    return carnet("new", folder, *WORDS, *words, stdin=phrase + "\n", language=language)


def test_a_new_notebook_is_ready_to_work_in(tmp_path):
    """Author, profession, unit and schools as said, under that phrase, calibrated for this computer."""
    folder = tmp_path / "a" / "carnet"
    ran = new(
        folder,
        "--profession",
        "PSY_LU",
        "--unit",
        "SePAS du Moulin",
        "--school",
        "Lycée du Moulin",
        "--school",
        "Annexe",
    )
    assert (ran.code, ran.out) == (0, "")
    assert str(folder) in ran.err
    notebook = Notebook.open(folder, passphrase=PHRASE)
    assert (notebook.role, notebook.framework, notebook.is_demonstration) == (
        "practitioner",
        "lu-sepas",
        False,
    )
    assert (notebook.author.name, notebook.author.profession) == ("Élise Aubrin", "PSY_LU")
    assert notebook.units.own().name == "SePAS du Moulin"
    assert [school.name for school in notebook.schools.list()] == ["Annexe", "Lycée du Moulin"]
    assert notebook.damage() == []
    notebook.close()


@pytest.mark.parametrize(("language", "unit"), [("fr", "Service psycho-social"), ("en", "Psycho-social")])
def test_the_unit_has_the_name_of_its_service(tmp_path, language, unit):
    """Without a name of its own the unit is called as the service calls it, in the language spoken."""
    assert new(tmp_path / "carnet", language=language).code == 0
    notebook = Notebook.open(tmp_path / "carnet", passphrase=PHRASE)
    assert notebook.units.own().name.startswith(unit)
    notebook.close()


@pytest.mark.parametrize("phrase", ["motdepasse", "azertyuiopqsdfghjklm", "Élise Aubrin Élise Aubrin"])
def test_a_phrase_too_easy_to_guess_is_refused(tmp_path, phrase):
    """Said why, answered with 1, and nothing is made."""
    ran = new(tmp_path / "carnet", phrase=phrase)
    assert (ran.code, ran.out) == (1, "")
    assert "this computer" in ran.err
    assert not (tmp_path / "carnet").exists()


@pytest.mark.parametrize("name", ["", "  "])
def test_nobody_writes_nothing(tmp_path, name):
    """A notebook whose papers nobody would sign is not made."""
    ran = carnet("new", tmp_path / "carnet", *WORDS, "--name", name, stdin=PHRASE + "\n")
    assert (ran.code, ran.out, ran.err) == (2, "", "Your name is missing.\n")
    assert not (tmp_path / "carnet").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("--framework", "xx"),
            "There is no service of that name. There are: fr-cps, fr-ssfe, fr-ssfe-1d,",
        ),
        (("--profession", "XX"), "There is no profession of that code. There are: "),
    ],
)
def test_what_no_list_knows_is_wrong_usage(tmp_path, words, sentence):
    """The codes there are are named, and nothing is made."""
    ran = new(tmp_path / "carnet", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(sentence)
    assert not (tmp_path / "carnet").exists()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fr", "Ce dossier contient déjà quelque chose."), ("en", "This folder already holds something.")],
)
def test_nothing_is_written_over(folder, language, sentence):
    """A folder that holds something is refused."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ran = new(folder, language=language)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(sentence)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
