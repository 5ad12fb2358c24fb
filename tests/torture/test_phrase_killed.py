"""A change of phrase killed at 1,000 instants nobody chose."""

from pathlib import Path

from app.security import key_file
from app.security.passphrase import FLOOR
from app.security.slots import create_keys
from tests.security.conftest import NEXT_PHRASE, PHRASE
from tests.security.test_key_file import interrupted, opens

KILLS = 1000


def test_the_old_or_the_new_phrase_opens(tmp_path: Path) -> None:
    """Never neither of them."""
    keys, _ = create_keys(passphrase=PHRASE, cost=FLOOR)
    start = tmp_path / "start"
    start.mkdir()
    key_file.write(start / key_file.NAME, keys)
    interrupted("instants", tmp_path, KILLS, PHRASE, NEXT_PHRASE)
    changed = 0
    for number in range(KILLS):
        found = key_file.read(tmp_path / str(number) / key_file.NAME)
        assert found == keys or opens(found, NEXT_PHRASE) or opens(found, PHRASE)
        changed += found != keys
    print(f"{KILLS} kills, {changed} after a first change")
    assert changed > KILLS / 10
