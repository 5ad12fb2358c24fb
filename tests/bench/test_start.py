"""From the icon to the prompt, and from the phrase to the first list."""

import msgspec
import pytest

from app.security.key_file import read, write
from app.security.passphrase import DEFAULT, FLOOR, Cost
from app.security.slots import change_passphrase
from app.storage.notebook import KEYS
from tests.bench import children
from tests.bench.children import Child, home_of, run
from tests.bench.ledger import Ledger, Samples
from tests.bench.notebooks import Large
from tests.builders import PHRASE

_ROUNDS = 9
Pairs = list[tuple[Child, Child]]


@pytest.fixture(scope="module")
def prompts(ten_thousand: Large, tmp_path_factory: pytest.TempPathFactory) -> Pairs:
    """The program's prompt and the bare one, started in turn."""
    home = home_of(tmp_path_factory.mktemp("home"), ten_thousand.folder)
    pairs = [
        (run(children.PROMPT, home=home), run(children.BARE_PROMPT, home=home))
        for _ in range(2 * _ROUNDS + 1)
    ]
    return pairs[1:]


def test_start_to_prompt(ledger: Ledger, prompts: Pairs) -> None:
    """Process start until the cover with its field is painted."""
    rounds = iter((prompts[:_ROUNDS], prompts[_ROUNDS:]))
    ledger.judge(
        "start to the unlock prompt", against="a bare PySide6 prompt", bound=1.15,
        measure=lambda: [(ours.took, bare.took) for ours, bare in next(rounds)],
    )  # fmt: skip


def test_memory_at_the_prompt(ledger: Ledger, prompts: Pairs) -> None:
    """Memory when the cover is painted."""
    ledger.judge(
        "memory at the prompt", against="a bare PySide6 prompt", bound=1.15, unit="MiB",
        measure=lambda: [(ours.memory, bare.memory) for ours, bare in prompts],
    )  # fmt: skip


def test_memory_while_the_phrase_is_typed(
    ledger: Ledger, ten_thousand: Large, prompts: Pairs, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Memory once everything the open notebook needs has come in meanwhile; for information."""
    home = home_of(tmp_path_factory.mktemp("home"), ten_thousand.folder)
    settled = run(children.PROMPT_SETTLED, home=home, from_start=False)
    ledger.judge(
        "memory at the prompt, a second later", against="a bare PySide6 prompt", bound=None, unit="MiB",
        measure=lambda: [(settled.memory, bare.memory) for _, bare in prompts],
    )  # fmt: skip


@pytest.fixture(scope="module")
def unlocked(ten_thousand: Large, tmp_path_factory: pytest.TempPathFactory) -> Large:
    """A copy to open, whose key costs what a real one costs."""
    return ten_thousand.copied(tmp_path_factory.mktemp("unlock") / "carnet")


def _at_cost(large: Large, cost: Cost) -> None:
    keys = read(large.folder / KEYS)
    slot = keys.slots[0]
    if slot.cost != cost:
        write(large.folder / KEYS, change_passphrase(keys, old=PHRASE, new=PHRASE, cost=cost))


@pytest.mark.parametrize(("cost", "named"), [(DEFAULT, "as calibrated"), (FLOOR, "at the lowest cost")])
def test_unlock_to_first_list(
    ledger: Ledger, unlocked: Large, tmp_path_factory: pytest.TempPathFactory, cost: Cost, named: str
) -> None:
    """Enter pressed until the day is painted, 10,000 interviews."""
    home = home_of(tmp_path_factory.mktemp("home"), unlocked.folder)
    _at_cost(unlocked, cost)
    notebook_key = unlocked.open()
    key = notebook_key.keys_of_files()[unlocked.folder / "notebook.db"].hex()
    notebook_key.close()
    figures = msgspec.structs.astuple(cost)

    def measure() -> Samples:
        samples = []
        for _ in range(5):
            ours = run(children.UNLOCK, PHRASE, home=home, from_start=False)
            bare = run(
                children.BARE_UNLOCK, unlocked.folder, PHRASE, key, *figures, home=home, from_start=False
            )
            samples.append((ours.took, bare.took))
            _MEMORY.append(ours.memory)
        return samples

    ledger.judge(
        f"unlock to the first list, {named}", bound=1.2, measure=measure,
        against="Argon2id + raw key + newest 50 + one list",
    )  # fmt: skip


_MEMORY: list[float] = []


def test_memory_unlocked(ledger: Ledger, prompts: Pairs) -> None:
    """Memory with 10,000 interviews open, half a second after the day is painted."""
    bare = [pair[1].memory for pair in prompts]
    ledger.judge(
        "memory unlocked, 10,000 interviews", against="a bare PySide6 prompt", bound=1.5, unit="MiB",
        measure=lambda: list(zip(_MEMORY, bare, strict=False)),
    )  # fmt: skip
