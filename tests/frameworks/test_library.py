"""One folder of data files, seen by one service."""

import shutil
from pathlib import Path

import pytest

from app.errors import FormUnknown
from app.frameworks.library import Library
from tests.frameworks.resources import EVERY_KIND, copy_of_resources, shipped


def test_a_new_form_is_one_file(tmp_path: Path) -> None:
    """A form dropped beside the others is there for every service, known by its file name."""
    copy_of_resources(tmp_path)
    shutil.copy(EVERY_KIND, tmp_path / "forms" / "every_kind.toml")
    library = Library.load(tmp_path)
    assert library.problems == []
    for service in library.frameworks:
        keys = [form.key for form in library.forms_for(service)]
        assert keys[:3] == ["f1-interview", "f3-plan", "f4-referral"]
        assert "every_kind" in keys


def test_a_form_for_one_service_is_shown_to_no_other(tmp_path: Path) -> None:
    """A form that names its service stays there."""
    copy_of_resources(tmp_path)
    text = EVERY_KIND.read_text().replace('code = "X1"', 'code = "X1"\nframeworks = ["fr-ssfe"]')
    (tmp_path / "forms" / "x1.toml").write_text(text)
    library = Library.load(tmp_path)
    assert "x1" in [form.key for form in library.forms_for("fr-ssfe")]
    assert "x1" not in [form.key for form in library.forms_for("lu-sepas")]


def test_sections_without_a_question_disappear(tmp_path: Path) -> None:
    """A heading with nothing under it is not shown."""
    copy_of_resources(tmp_path)
    text = EVERY_KIND.read_text().replace('key = "slip_seen"', 'key = "slip_seen"\nframeworks = ["fr-ssfe"]')
    (tmp_path / "forms" / "x1.toml").write_text(text)
    library = Library.load(tmp_path)
    assert "slip" in [section.key for section in library.form_for("x1", "fr-ssfe").sections]
    assert "slip" not in [section.key for section in library.form_for("x1", "lu-sepas").sections]


def test_lists_show_what_the_country_uses() -> None:
    """Parental authority reads differently in the two countries."""
    lists = {key: shipped().lists_for(key) for key in ("lu-sepas", "fr-ssfe")}
    authority = {key: [item.code for item in lists[key]["parental-authority"].offered] for key in lists}
    assert authority["lu-sepas"] == ["joint", "sole", "guardianship", "placement", "unknown"]
    assert authority["fr-ssfe"][:4] == ["10", "20", "30", "40"]
    assert lists["lu-sepas"].keys() == shipped().lists.keys()


def test_a_list_keeps_the_words_of_the_other_country() -> None:
    """What was recorded in the other country is not offered, and is never shown as a bare code."""
    here, everywhere = shipped().list_for("n02-reasons", "fr-ssfe"), shipped().lists["n02-reasons"]
    assert {item.code for item in here.items} == {item.code for item in everywhere.items}
    elsewhere = here.item("LU-03")
    assert elsewhere is not None
    assert not elsewhere.active
    assert elsewhere.label["fr"] == "mobbing"


def test_an_unknown_service_sees_everything() -> None:
    """A notebook whose service cannot be read still opens, with nothing hidden."""
    assert shipped().list_for("n02-reasons", "gone") == shipped().lists["n02-reasons"]
    assert {form.key for form in shipped().forms_for("gone")} == set(shipped().forms)


def test_a_form_nobody_wrote_is_named() -> None:
    """Asking for a form that is not there says which."""
    with pytest.raises(FormUnknown) as failure:
        shipped().form_for("f99", "lu-sepas")
    assert failure.value.values == {"form": "f99"}
