"""The one file that carries a unit's words: written, looked into, taken; and files somebody spoiled."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.actions.unit_changes.add_entry import add_entry
from app.actions.unit_changes.hide_entry import hide_entry
from app.actions.unit_changes.kept import read_changes
from app.actions.unit_changes.look_into_unit_file import look_into_unit_file
from app.actions.unit_changes.move_entry import move_entry
from app.actions.unit_changes.open_library import open_library
from app.actions.unit_changes.rename_entry import rename_entry
from app.actions.unit_changes.replace_file import replace_file
from app.actions.unit_changes.take_unit_file import take_unit_file
from app.actions.unit_changes.text_of_file import text_of_file
from app.actions.unit_changes.write_unit_file import write_unit_file
from app.errors import (
    CarnetError,
    FileNotWritten,
    FileUnreadable,
    NotAUnitFile,
    ResourceBroken,
    UnitFileTooLarge,
)
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.unit_changes import OWN_CODE, UnitChanges
from app.storage.notebook import Notebook
from tests.acquaintance import new_unit
from tests.actions.unit_changes.conftest import Now
from tests.frameworks.resources import EVERY_KIND

FORM = EVERY_KIND.read_text("utf-8")


def written(tmp_path: Path, **changes: Any) -> Path:
    """A unit file as somebody may have written it."""
    content = {"format": "carnet-unit", "version": 1, "unit": "SSFE", "changes": changes}
    path = tmp_path / "words.carnet-unit"
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_a_unit_hands_its_words_to_another_notebook(
    notebook: Notebook, library: Library, now: Now, tmp_path: Path
) -> None:
    """Everything the unit changed is shown before it is taken, and is the same over there afterwards."""
    unit = new_unit(tmp_path / "unit")

    def theirs() -> Library:
        return open_library(unit, shipped=library)

    add_entry(unit, library=theirs(), list_key="n02-reasons", label={"fr": "tri"})
    hide_entry(unit, library=theirs(), list_key="n02-reasons", code="LU-01", hidden=True)
    rename_entry(unit, library=theirs(), list_key="urgency", code="24h", label={"fr": "demain"})
    move_entry(unit, library=theirs(), list_key="urgency", code="normal", before="24h")
    replace_file(unit, library=theirs(), name="forms/x1.toml", text=FORM)
    path = tmp_path / "words.carnet-unit"
    write_unit_file(unit, path=path)
    own_unit, words = unit.units.own().name, theirs()
    unit.close()

    preview = look_into_unit_file(notebook, library=now(), path=path)
    assert preview.unit == own_unit
    assert preview.problems == []
    assert [(one.what, one.where) for one in preview.differences] == [
        ("new_file", "forms/x1.toml"),
        ("hidden", "n02-reasons"),
        ("added", "n02-reasons"),
        ("renamed", "urgency"),
        ("moved", "urgency"),
    ]
    assert read_changes(notebook) == UnitChanges()
    changes = take_unit_file(notebook, preview=preview)
    assert changes.ids("unit_changes") == {"forms/x1.toml", "n02-reasons", "urgency"}
    assert (now().forms, now().lists) == (words.forms, words.lists)
    assert look_into_unit_file(notebook, library=now(), path=path).differences == []


def test_a_form_of_another_kind_does_not_take_the_place_of_ones_own(
    notebook: Notebook, now: Now, tmp_path: Path
) -> None:
    """A form of the same name that fills other records is left out and named."""
    replace_file(notebook, library=now(), name="forms/x1.toml", text=FORM)
    theirs = "\n".join(line for line in FORM.split("\n") if not line.startswith("bind"))
    theirs = theirs.replace('record = "paper"', 'record = "interview"')
    preview = look_into_unit_file(
        notebook, library=now(), path=written(tmp_path, files={"forms/x1.toml": theirs})
    )
    assert [(one.values["file"], one.values["place"]) for one in preview.problems] == [
        ("forms/x1.toml", "record")
    ]
    assert preview.differences == []
    take_unit_file(notebook, preview=preview)
    assert now().forms["x1"].record == "paper"


def test_a_reason_masked_no_more_is_told_before_it_is_taken(
    notebook: Notebook, now: Now, tmp_path: Path
) -> None:
    """Nor does a service bound by secrecy, or an end that counts as one, change without a line."""
    texts = {}
    for key, old, new in (
        ("n02-reasons", 'code = "LU-02", ', 'code = "LU-02", sensitive = false, '),
        ("n02-reasons", 'code = "LU-03", ', 'code = "LU-03", sensitive = true, '),
        ("n09-partner-types", 'code = "CAF", ', 'code = "CAF", secrecy = "yes", '),
    ):
        name = f"lists/{key}.toml"
        lines = (texts.get(name) or text_of_file(notebook, name=name)).split("\n")
        at = next(n for n, line in enumerate(lines) if old in line)
        attribute = new.split(", ")[1].split(" ")[0]
        lines[at] = re.sub(rf', {attribute} = ("\w+"|true|false)', "", lines[at]).replace(old, new)
        texts[name] = "\n".join(lines)
    preview = look_into_unit_file(notebook, library=now(), path=written(tmp_path, files=texts))
    assert preview.problems == []
    assert [(one.what, one.where, one.code) for one in preview.differences] == [
        ("unmasked", "n02-reasons", "LU-02"),
        ("masked", "n02-reasons", "LU-03"),
        ("treated", "n09-partner-types", "CAF"),
    ]


def test_what_only_this_notebook_has_stays(
    notebook: Notebook, library: Library, now: Now, tmp_path: Path
) -> None:
    """The unit's word holds for what it shipped; entries and forms of one's own are kept."""
    add_entry(notebook, library=now(), list_key="urgency", label={"fr": "un mois"})
    (own,) = [item for item in now().lists["urgency"].items if item.code.startswith(OWN_CODE)]
    rename_entry(notebook, library=now(), list_key="urgency", code=own.code, label={"fr": "quatre semaines"})
    hide_entry(notebook, library=now(), list_key="urgency", code="week", hidden=True)
    replace_file(notebook, library=now(), name="forms/x1.toml", text=FORM)
    entries = {"24h": {"label": {"fr": "demain"}}}
    path = written(tmp_path, lists={"urgency": {"entries": entries}})
    preview = look_into_unit_file(notebook, library=now(), path=path)
    assert [(one.what, one.code) for one in preview.differences] == [("renamed", "24h"), ("offered", "week")]
    take_unit_file(notebook, preview=preview)
    there = now().lists["urgency"].item(own.code)
    assert there is not None
    assert there.label["fr"] == "quatre semaines"
    assert there.active
    assert "x1" in now().forms


def test_a_broken_part_is_left_out_and_named(notebook: Notebook, now: Now, tmp_path: Path) -> None:
    """The rest is taken; each broken place is told, and nothing of what stands there."""
    secret = "Zo\u00eb-Moreira"
    path = written(
        tmp_path,
        files={
            "forms/good.toml": FORM,
            "forms/bad.toml": FORM.replace('kind = "time"', 'kind = "tme"', 1),
            "forms/cut.toml": 'title = "\n',
            "lists/long.toml": "x" * 300_000,
            f"../{secret}.toml": "x = 1",
        },
        lists={
            "urgency": {"added": [{"code": "U-1", "label": {"fr": "tard"}}]},
            "axes": {"added": [{"code": "A9", "label": {"fr": "neuf"}}]},
            "services": {"added": [{"code": "U-1", "label": {"fr": name}} for name in "ab"]},
            "relation": {"entries": {"mother": {"label": {"fr": "m" * 5000}}}},
            "n04-ranks": {"added": [{"code": "U-2", "label": {"fr": " "}}]},
            "n05-persons": {"entries": {"other": {"label": {"fr": "a\u0000b"}}}},
            secret: {"order": ["24h"]},
        },
    )
    preview = look_into_unit_file(notebook, library=now(), path=path)
    assert {(one.values["file"], one.values["place"]) for one in preview.problems} == {
        ("unit", "files[4]"), ("lists/long.toml", "whole file"), ("forms/cut.toml", "line 1"),
        ("forms/bad.toml", "sections[0].questions[2].kind"), ("unit", "lists[6]"),
        ("lists/axes", "added[0].code"), ("lists/services", "added[1].code"),
        ("lists/relation", "entries[0][0][0]"), ("lists/n04-ranks", "added[0].label"),
        ("lists/n05-persons", "entries[0][0][0]"),
    }  # fmt: skip
    said = " ".join(f"{one!r} {one.values} {one.said(Locale('fr'))}" for one in preview.problems)
    assert secret not in said + repr(preview)
    take_unit_file(notebook, preview=preview)
    assert "good" in now().forms
    assert now().lists["urgency"].item("U-1") is not None
    assert now().lists["axes"].item("A9") is None


@pytest.mark.parametrize(
    ("content", "failure", "place"),
    [
        (b"", NotAUnitFile, ""),
        (b"\x89PNG\r\n", NotAUnitFile, ""),
        (b'{"format": "carnet-unit"', ResourceBroken, "line 1"),
        (b'{"format": "carnet-unit",\n\n"version": oops}', ResourceBroken, "line 3"),
        (b'{"format": "carnet-unit", "version": 2, "changes": {}}', ResourceBroken, "version"),
        (b'{"format": "carnet-unit", "version": 1}', ResourceBroken, "changes"),
        (
            b'{"format": "carnet-unit", "version": 1, "changes": {"lists": {"b": {}, "a": {"order": [3]}}}}',
            ResourceBroken,
            "changes.lists[1].order[0]",
        ),
        (b'{"format": "carnet-unit", "x": ' + b"[" * 100_000, ResourceBroken, "whole file"),
        (b'{"format": "carnet-unit"' + b" " * (5 << 20), UnitFileTooLarge, ""),
    ],
)
def test_a_file_that_is_none_is_refused(
    notebook: Notebook, now: Now, tmp_path: Path, content: bytes, failure: type[CarnetError], place: str
) -> None:
    """Each with its own sentence, and the place where there is one."""
    path = tmp_path / "x.carnet-unit"
    path.write_bytes(content)
    with pytest.raises(failure) as refused:
        look_into_unit_file(notebook, library=now(), path=path)
    assert refused.value.values.get("place", "") == place


def test_a_place_that_refuses_is_told(notebook: Notebook, now: Now, tmp_path: Path) -> None:
    """A folder that is not there to write to, or to read from."""
    with pytest.raises(FileNotWritten):
        write_unit_file(notebook, path=tmp_path / "gone" / "x.carnet-unit")
    with pytest.raises(FileUnreadable):
        look_into_unit_file(notebook, library=now(), path=tmp_path / "gone")


def test_the_file_holds_nobody(notebook: Notebook, now: Now, tmp_path: Path) -> None:
    """Words of lists and the unit's name: no student, no practitioner."""
    add_entry(notebook, library=now(), list_key="urgency", label={"fr": "tri"})
    path = tmp_path / "x.carnet-unit"
    write_unit_file(notebook, path=path)
    content = json.loads(path.read_text("utf-8"))
    assert content.keys() == {"changes", "format", "version", "unit"}
    assert content["unit"] == notebook.units.own().name
    assert notebook.author.name not in path.read_text("utf-8")
