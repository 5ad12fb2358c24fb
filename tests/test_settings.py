"""The program's own settings."""

import json
import resource
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.settings import Settings, load, save

CHOSEN = Settings(
    language="fr", theme="contrast", text_size=150, last_notebook="/home/x/Carnet é", lock_after=30
)


def test_settings_are_found_again(tmp_path):
    """What was chosen is there at the next start, in a file and a folder of its owner only."""
    file = tmp_path / "carnet" / "settings.json"
    assert save(settings=CHOSEN, file=file)
    assert load(file=file) == CHOSEN
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_first_start_has_settings(tmp_path):
    """Without any file everything is as on the first day, and nothing is created."""
    assert load(file=tmp_path / "carnet" / "settings.json") == Settings()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"text_size": 1e999}'])
def test_a_damaged_file_means_the_first_day(tmp_path, raw):
    """A broken file never keeps anybody from starting, and is replaced at the next change."""
    file = tmp_path / "settings.json"
    file.write_bytes(raw)
    assert load(file=file) == Settings()
    assert save(settings=CHOSEN, file=file)
    assert load(file=file) == CHOSEN


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("theme", "neon"),
        ("theme", 3),
        ("text_size", 99),
        ("text_size", 201),
        ("text_size", "150"),
        ("text_size", None),
        ("text_size", True),
        ("lock_after", 3),
        ("lock_after", -1),
        ("lock_after", "5"),
        ("lock_after", True),
        ("lock_after", 100_000),
        ("hide_from_capture", 0),
        ("hide_from_capture", "no"),
        ("language", "../../etc"),
        ("language", "français"),
        ("last_notebook", ["a"]),
    ],
)
def test_one_impossible_value_spoils_only_itself(tmp_path, field, value):
    """A value nobody can have chosen is as on the first day; the others stay."""
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({**CHOSEN._asdict(), field: value}), "utf-8")
    expected = CHOSEN._replace(**{field: getattr(Settings(), field)})
    assert load(file=file) == expected


def test_what_a_newer_version_added_stays(tmp_path):
    """Settings this version does not know are neither an obstacle nor lost."""
    file = tmp_path / "settings.json"
    file.write_text('{"theme": "dark", "later": {"a": [1]}}', "utf-8")
    settings = load(file=file)
    assert settings == Settings(theme="dark")
    assert save(settings=settings, file=file)
    assert json.loads(file.read_text("utf-8"))["later"] == {"a": [1]}


def test_a_refusing_disk_is_no_obstacle(tmp_path):
    """Settings that cannot be written are reported as such, and the old ones stay."""
    file = tmp_path / "settings.json"
    save(settings=CHOSEN, file=file)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        assert not save(settings=Settings(), file=file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert load(file=file) == CHOSEN
    assert not save(settings=CHOSEN, file=file / "below a file")


@given(raw=st.binary(max_size=200))
def test_any_bytes_give_settings(tmp_path_factory, raw):
    """Whatever stands in the file, there are settings."""
    file = tmp_path_factory.getbasetemp() / "any-settings.json"
    file.write_bytes(raw)
    assert isinstance(load(file=file), Settings)
