"""Whatever is wrong with what Carnet is given is said in a plain sentence, and nothing is touched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.notebook import NOTEBOOK, PERSONAL, Notebook
from tests.builders import PHRASE
from tests.stories.bad_input.causes import cut, flipped, listed
from tests.stories.bad_input.said import DAMAGED_INSIDE
from tests.stories.bad_input.scene import SECRETS, Ran, Scene
from tests.stories.bad_input.table import BROKEN, BROKEN_LINES, CHECK, ENCODINGS, LIST, TABLE, BadInput


@pytest.fixture
def scene(full_notebook: Path, tmp_path: Path) -> Iterator[Scene]:
    """That notebook, to be spoilt."""
    return Scene(tmp_path, full=full_notebook)


def assert_discreet(ran: Ran) -> None:
    """No traceback, and nobody's name, words or phrase, on standard error or in the log."""
    for said in (ran.err, ran.log):
        assert "Traceback" not in said
        assert 'File "' not in said
        assert [secret for secret in SECRETS if secret.lower() in said.lower()] == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_it_is_said_and_nothing_is_touched(scene: Scene, case: BadInput, language: str) -> None:
    """One sentence, the next step, exit 1; the notebook's files are byte for byte what they were."""
    with case.cause(scene) as instead:
        told = instead or case.told
        before = scene.hashes()
        ran = scene.run(*case.command, language=language)
        assert scene.hashes() == before
    assert (ran.err, ran.exit) == (told.whole(language) + "\n", 1)
    assert ran.out == ""
    assert_discreet(ran)
    assert "Unexpected" not in ran.log


def test_the_table_says_what_to_do_next() -> None:
    """Every failure has its sentence and its next step in both languages, and no two are the same."""
    told = {case.told for case in TABLE}
    for language in ("fr", "en"):
        whole = [one.whole(language) for one in told]
        assert all(
            sentence.endswith(".") and step.endswith(".") for sentence, step in map(_in(language), told)
        )
        assert len(set(whole)) == len(told)


def _in(language: str):
    return lambda told: getattr(told, language)


_IN_ONE_FILE = tuple(
    f"{part}: " for part in ("notebook", "journal", "audit", "erasures", "search", "attachments", "papers")
)
DAMAGES = {
    "a page in the middle": flipped(NOTEBOOK, 9 * 4096 + 77),
    "a page of the personal notes": flipped(PERSONAL, 2 * 4096 + 77),
    "the personal notes cut": cut(PERSONAL, lambda size: 4096),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_that_does_not_stop_the_opening_is_found(scene: Scene, damage: str) -> None:
    """`check` names the part in codes, says so in a sentence, answers 1, and changes nothing."""
    DAMAGES[damage](scene)
    before = scene.hashes()
    # the journal and the search lie in the notebook's file too: what they stand on may be hit with it
    parts = ("personal: ",) if "personal" in damage else _IN_ONE_FILE
    for language in ("fr", "en"):
        ran = scene.run(*CHECK, language=language)
        assert scene.hashes() == before
        sentence, *codes = ran.err.splitlines()
        assert (sentence, ran.exit) == (DAMAGED_INSIDE.whole(language), 1)
        assert [code for code in codes if not code.strip().startswith(parts)] == []
        assert any(code.strip().startswith(parts[0]) for code in codes)
        assert_discreet(ran)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_broken_lines_are_counted_and_the_rest_comes_in(scene: Scene, language: str) -> None:
    """Each line left out has its number and its reason; a preview writes nothing, an import the rest."""
    listed(BROKEN_LINES.encode())(scene)
    before = scene.hashes()
    preview = scene.run(*LIST, "--preview", language=language)
    assert scene.hashes() == before
    written = scene.run(*LIST, language=language)
    for ran in (preview, written):
        assert ran.exit == 0
        assert [line for line in BROKEN[language] if line not in ran.err.splitlines()] == []
        assert_discreet(ran)
    assert _names(scene) == {"Inês Da Costa", "Ysé Colombe", "Noé Colombe"}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_list_in_another_encoding_is_read(scene: Scene, encoding: str) -> None:
    """Whatever the school's computer wrote it in, Noé stays Noé."""
    listed(BROKEN_LINES.encode(encoding))(scene)
    ran = scene.run(*LIST, language="fr")
    assert ran.exit == 0
    assert_discreet(ran)
    assert _names(scene) == {"Inês Da Costa", "Ysé Colombe", "Noé Colombe"}


def test_a_folder_one_may_only_read_can_be_checked(scene: Scene) -> None:
    """Said to be whole; the log then has no line of it, and nothing is touched."""
    kept = scene.notebook.stat().st_mode, (scene.notebook / NOTEBOOK).stat().st_mode
    before = scene.hashes()
    (scene.notebook / NOTEBOOK).chmod(0o400)
    scene.notebook.chmod(0o500)
    try:
        ran = scene.run(*CHECK, language="en")
    finally:
        scene.notebook.chmod(kept[0])
        (scene.notebook / NOTEBOOK).chmod(kept[1])
    assert (ran.err, ran.exit) == ("Everything in this notebook is whole.\n", 0)
    assert scene.hashes() == before
    assert_discreet(ran)


def _names(scene: Scene) -> set[str]:
    notebook = Notebook.open(scene.notebook, passphrase=PHRASE)
    try:
        return {student.name for student in notebook.students.list()}
    finally:
        notebook.close()
