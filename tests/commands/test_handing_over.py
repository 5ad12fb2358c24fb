"""`carnet export`, `inspect` and `import`: a case handed over without a window."""

import argparse
import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.actions.bin_record import bin_record
from app.commands.parser import WRONG_USAGE
from app.errors import (
    CaseUnknown,
    ConditionsOpen,
    CorrespondentUnclear,
    FileNotWritten,
    FileThere,
    FileUnreadable,
    NotAPackage,
    NothingToHandOver,
    PackageForked,
)
from app.exchange.package import limits
from app.i18n import Locale
from app.storage.notebook import Notebook
from tests import builders, pictures
from tests.attached import attached
from tests.builders import PHRASE
from tests.exchange.pair import Pair

Run = Callable[..., tuple[Any, str]]


@pytest.fixture
def closed(pair_with_case: Pair) -> dict[str, Path]:
    """Both notebooks, closed, and where files go."""
    pair = pair_with_case
    pair.ours.close()
    pair.unit.close()
    return {"ours": pair.ours.folder, "unit": pair.unit.folder, "stick": pair.stick}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command; what it answers (read as JSON with --json) and what it says."""
    phrase = tmp_path / "phrase.txt"
    phrase.write_text(f"{PHRASE}\n", "utf-8")

    def one(name: str, *words: object, code: int = 0) -> tuple[Any, str]:
        command = importlib.import_module(f"app.commands.{name}")
        parser = argparse.ArgumentParser()
        command.add_arguments(parser)
        given = parser.parse_args([*map(str, words), "--passphrase-file", str(phrase)])
        assert command.run(given, Locale("en")) == code
        out, err = capsys.readouterr()
        return json.loads(out) if "--json" in words else out, err

    return one


def test_a_case_changes_hands_without_a_window(run: Run, closed: dict[str, Path]) -> None:
    """For good, on a ground whose conditions all hold; after the receipt nothing is left to hand over."""
    notebook = Notebook.open(closed["ours"], passphrase=PHRASE)
    notebook._engine.run("UPDATE notebook SET framework = 'fr-ssfe'")
    notebook.close()
    package, receipt = closed["stick"] / "a.age", closed["stick"] / "b.age"
    words = ("export", closed["ours"], "--to", "marc feller", "-o", package, "--ground", "SHARED_SECRECY")
    with pytest.raises(ConditionsOpen):
        run(*words, "--for-good")
    assert not package.exists()
    run(*words, "--for-good", "--conditions-met")
    _, said = run("import", closed["unit"], package, "--acknowledge", receipt)
    assert "Handed over for good: 2026-0001." in said
    run("import", closed["ours"], receipt)
    with pytest.raises(NothingToHandOver):
        run(*words, "--conditions-met", "--force")


def test_the_whole_way_without_a_window(run: Run, closed: dict[str, Path]) -> None:
    """Export, look from outside and inside, preview, import, import again, receipt, and reading it."""
    package, receipt = closed["stick"] / "a.age", closed["stick"] / "b.age"
    sent, said = run("export", closed["ours"], "--to", "marc feller", "-o", package, "--json")
    assert sent == {"package": str(package), "number": 1, "records": 3, "cases": 1}
    assert str(package) in said
    outside, _ = run("inspect", package, "--json")
    assert outside == {"format": "age", "recipients": 2, "size": package.stat().st_size}
    inside, said = run("inspect", package, "--notebook", closed["unit"], "--json")
    assert (inside["sender"], inside["number"], inside["new"], inside["missing"]) == (
        "Claire Aubrin", 1, 3, [],
    )  # fmt: skip
    nothing = {"new": 0, "updated": 0, "identical": 0, "conflicts": 0, "refused": 0}
    preview, _ = run("import", closed["unit"], package, "--preview", "--json")
    taken, _ = run("import", closed["unit"], package, "--json")
    again, _ = run("import", closed["unit"], package, "--acknowledge", receipt, "--json")
    assert preview == taken == nothing | {"new": 3}
    assert again == nothing | {"identical": 3}
    read, said = run("import", closed["ours"], receipt, "--json")
    assert len(read["acknowledged"]) == 1
    assert "1 package was received." in said
    notebook = Notebook.open(closed["ours"], passphrase=PHRASE)
    assert notebook.transfers.packages(direction="out")[0].acknowledged_at is not None
    notebook.close()


def test_people_read_sentences(run: Run, closed: dict[str, Path]) -> None:
    """Without --json nothing stands on standard output, and no name of a student anywhere."""
    package = closed["stick"] / "a.age"
    out, said = run("export", closed["ours"], "--to", "Marc Feller", "-o", package)
    assert (out, "Package no. 1" in said) == ("", True)
    out, said = run("inspect", package)
    assert (out, "An age file for 2 recipients" in said) == ("", True)
    out, said = run("import", closed["unit"], package)
    assert out == ""
    assert "3 new, 0 updated, 0 as they were, 0 changed on both sides, 0 refused" in said
    assert "Inês" not in said


def test_what_is_named_has_to_be_there(run: Run, closed: dict[str, Path]) -> None:
    """An unknown recipient or case, a file in the way, nothing new, no package: each is told as itself."""
    package = closed["stick"] / "a.age"
    for words, failure in (
        (("--to", "Somebody", "-o", package), CorrespondentUnclear),
        (("--to", "Marc Feller", "--case", "1999-0001", "-o", package), CaseUnknown),
    ):
        with pytest.raises(failure):
            run("export", closed["ours"], *words)
    assert not package.exists()
    run("export", closed["ours"], "--to", "Marc Feller", "-o", package)
    with pytest.raises(FileThere):
        run("export", closed["ours"], "--to", "Marc Feller", "-o", package)
    with pytest.raises(NothingToHandOver):
        run("export", closed["ours"], "--to", "Marc Feller", "-o", closed["stick"] / "b.age")
    with pytest.raises(FileUnreadable):
        run("import", closed["unit"], closed["stick"] / "c.age")
    with pytest.raises(NotAPackage):
        run("inspect", closed["ours"] / "keys.json")


def test_the_ground_told_stands_in_the_ledger(run: Run, closed: dict[str, Path]) -> None:
    """A code of the list, kept; any other is refused with those there are, and nothing is written."""
    words = (closed["ours"], "--to", "Marc Feller", "-o", closed["stick"] / "a.age", "--ground")
    _, said = run("export", *words, "BECAUSE", code=WRONG_USAGE)
    assert "There is no ground of that code. There are: AGREEMENT, " in said
    assert not list(closed["stick"].glob("*.age"))
    run("export", *words, "PROTECTION")
    notebook = Notebook.open(closed["ours"], passphrase=PHRASE)
    assert [line.ground for line in notebook.disclosures.list()] == ["PROTECTION"]
    notebook.close()


def test_a_receipt_replaces_no_file_of_somebodys(run: Run, closed: dict[str, Path]) -> None:
    """A file in the way, or a folder that is not there, is told before anything is taken over."""
    package, letter = closed["stick"] / "a.age", closed["stick"] / "letter.pdf"
    letter.write_bytes(b"%PDF-1.4 something dear")
    run("export", closed["ours"], "--to", "Marc Feller", "-o", package)
    for place, failure in ((letter, FileThere), (closed["stick"] / "nowhere" / "b.age", FileNotWritten)):
        with pytest.raises(failure):
            run("import", closed["unit"], package, "--acknowledge", place)
    assert letter.read_bytes() == b"%PDF-1.4 something dear"
    seen, _ = run("import", closed["unit"], package, "--preview", "--json")
    assert seen["new"] == 3
    run("import", closed["unit"], package, "--acknowledge", letter, "--force")
    assert letter.read_bytes().startswith(b"age-encryption.org/v1")
    read, _ = run("import", closed["ours"], letter, "--preview", "--json")
    assert (len(read["acknowledged"]), read["new"]) == (1, 0)


def test_looking_says_what_importing_would(run: Run, closed: dict[str, Path]) -> None:
    """The same names for the same counts, and in sentences what would be refused and why."""
    package = closed["stick"] / "a.age"
    run("export", closed["ours"], "--to", "Marc Feller", "-o", package)
    inside, _ = run("inspect", package, "--notebook", closed["unit"], "--json")
    preview, _ = run("import", closed["unit"], package, "--preview", "--json")
    assert {name: inside[name] for name in preview} == preview
    assert inside["forked"] is False
    _, said = run("inspect", package, "--notebook", closed["unit"])
    assert "3 new, 0 updated" in said


def test_a_missing_number_and_a_fork_are_said(
    run: Run, pair_with_case: Pair, closed: dict[str, Path]
) -> None:
    """Without a window too: the one is taken and the other refused, whether or not it was to be written."""
    package = closed["stick"] / "a.age"
    run("export", closed["ours"], "--to", "Marc Feller", "-o", package)
    run("import", closed["unit"], package)
    unit = Notebook.open(closed["unit"], passphrase=PHRASE)
    engine = unit._engine
    engine.run("UPDATE package SET hash = ?, id = ? WHERE direction = 'in'", ("0" * 64, "1" * 32))
    unit.close()
    for words in (["--preview"], []):
        with pytest.raises(PackageForked):
            run("import", closed["unit"], package, *words)
    _, said = run("inspect", package, "--notebook", closed["unit"])
    assert "goes on in two places" in said
    unit = Notebook.open(closed["unit"], passphrase=PHRASE)
    unit._engine.run("DELETE FROM package WHERE direction = 'in'")
    unit.close()
    ours = Notebook.open(closed["ours"], passphrase=PHRASE)
    builders.finished(
        ours, pair_with_case.library, student_id=ours.students.list()[0].id, values={"conclusion": "Encore."}
    )
    ours.close()
    second = closed["stick"] / "b.age"
    run("export", closed["ours"], "--to", "Marc Feller", "-o", second)
    _, said = run("import", closed["unit"], second)
    assert "Number 1 of the same sender has not come." in said


def test_whoever_lies_in_the_bin_does_not_leave(
    run: Run, pair_with_case: Pair, closed: dict[str, Path]
) -> None:
    """Neither among "all open cases" nor by name: in the window they are in no list either."""
    notebook = Notebook.open(closed["ours"], passphrase=PHRASE)
    (case,) = notebook.cases.list()
    bin_record(notebook, library=pair_with_case.library, kind="student", record_id=case.student_id)
    notebook.close()
    package = closed["stick"] / "a.age"
    with pytest.raises(NothingToHandOver):
        run("export", closed["ours"], "--to", "Marc Feller", "-o", package)
    with pytest.raises(CaseUnknown):
        run("export", closed["ours"], "--to", "Marc Feller", "--case", case.reference, "-o", package)
    assert not package.exists()


def test_in_parts_and_as_text(run: Run, pair_with_case: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too much for one file: each part is told and opened by itself; what has not come is told by number."""
    pair = pair_with_case
    other = builders.kept_student(pair.ours, given_name="Zoé")
    builders.finished(pair.ours, pair.library, student_id=other.id, values={"conclusion": "Vu."})
    folders = {"ours": pair.ours.folder, "unit": pair.unit.folder}
    pair.ours.close()
    pair.unit.close()
    monkeypatch.setattr(limits, "MOST_RECORDS", 3)
    first, second = pair.stick / "a.txt", pair.stick / "a-2.txt"
    sent, said = run("export", folders["ours"], "--to", "marc feller", "--as-text", "-o", first, "--json")
    assert (sent["number"], sent["parts"]) == (1, [str(first), str(second)])
    assert f"Package no. 2 is in {second}." in said
    assert first.read_bytes().startswith(b"-----BEGIN AGE ENCRYPTED FILE-----\n")
    outside, _ = run("inspect", second, "--json")
    assert (outside["format"], outside["recipients"]) == ("age", 2)
    inside, said = run("inspect", second, "--notebook", folders["unit"], "--json")
    assert (inside["part"], inside["parts"], inside["missing_parts"]) == (2, 2, [1])
    assert "This is part 2 of 2. Part 1 has not come yet" in said
    receipt = pair.stick / "b.txt"
    for path in (second, first):
        taken, said = run(
            "import", folders["unit"], path, "--acknowledge", receipt, "--as-text", "--force", "--json"
        )
        assert taken["new"] == 3
    assert "has not come" not in said
    assert receipt.read_bytes().isascii()
    read, _ = run("import", folders["ours"], receipt, "--json")
    assert len(read["acknowledged"]) == 1


def test_attachments_go_along(pair_with_case: Pair, run: Run) -> None:
    """Counted where they leave, those that stay told with the reason; looked at where they arrive."""
    pair = pair_with_case
    (case,) = pair.ours.cases.list()
    silent = builders.finished(
        pair.ours, pair.library, student_id=case.student_id, values={"analysis": "Ici."}
    ).record
    attached(pair.ours, pictures.pdf(pages=1), kind="interview", record_id=silent.id, name="courriel.pdf")
    good = attached(pair.ours, pictures.pdf(pages=1), kind="case", record_id=case.id)
    attached(pair.ours, b"%PDF-1.7\n" + bytes(500) + b"%%EOF", kind="case", record_id=case.id)
    pair.ours.close()
    pair.unit.close()
    package = pair.stick / "letter.age"
    sent, said = run("export", pair.ours.folder, "--to", "Marc Feller", "-o", package, "--json")
    assert (sent["records"], sent["attachments"]) == (5, 2)
    assert "Attachment courriel.pdf: nothing of the sheet it is kept with leaves" in said
    looked, _ = run("inspect", package, "--notebook", pair.unit.folder, "--json")
    assert (looked["new"], looked["refused"]) == (4, 1)
    taken, said = run("import", pair.unit.folder, package, "--json")
    assert (taken["new"], taken["refused"]) == (4, 1)
    _, said = run("import", pair.unit.folder, package)
    assert "1 refused: The file is damaged and cannot be shown." in said
    unit = Notebook.open(pair.unit.folder, passphrase=PHRASE)
    assert [one.id for one in unit.attachments.list()] == [good.id]
    unit.close()
