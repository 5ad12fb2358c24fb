"""Files written whole or not at all."""

import resource
import stat

import pytest

from app import whole_file


def test_a_file_is_replaced_whole(tmp_path):
    """The new content stands in the place of the old, for its owner only, and nothing lies beside."""
    path = tmp_path / "file"
    path.write_bytes(b"before")
    path.chmod(0o644)
    whole_file.write(path=path, content=b"after")
    assert path.read_bytes() == b"after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file(tmp_path):
    """When there is no room, the old content stays and nothing lies beside."""
    path = tmp_path / "file"
    path.write_bytes(b"before")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        with pytest.raises(OSError):
            whole_file.write(path=path, content=b"x" * 100)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_not_replaced(tmp_path):
    """What is no file is left alone."""
    path = tmp_path / "file"
    (path / "inner").mkdir(parents=True)
    with pytest.raises(OSError):
        whole_file.write(path=path, content=b"after")
    assert list(tmp_path.rglob("*")) == [path, path / "inner"]


def test_what_a_kill_left_is_found_again(tmp_path):
    """Only half-written files of this very name count as unfinished."""
    names = (".file.0a1b2c3d.new", ".file2.0a1b2c3d.new", "file.new", "file")
    for name in names:
        (tmp_path / name).touch()
    assert whole_file.unfinished(tmp_path / "file") == [tmp_path / names[0]]
