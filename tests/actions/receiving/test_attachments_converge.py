"""Attachments get lost, come late, come twice: what is there in the end does not depend on it."""

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.actions.bin_record import bin_record
from app.errors import NothingToHandOver
from app.frameworks.library import Library
from tests import builders, pictures
from tests.actions.receiving.test_letters_converge import adopt
from tests.attached import attached, contents
from tests.exchange.pair import Made, Pair, two_notebooks

FILES = [pictures.noise("png", size=(8, 8 + n)) for n in range(3)]
# what a practitioner does: keep one of three files with the case or the sheet, bin one, hand over
doings = st.lists(
    st.tuples(st.sampled_from(["keep", "keep", "bin", "send", "send"]), st.integers(0, 2), st.booleans()),
    min_size=3, max_size=8,
)  # fmt: skip
slow: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
}


def handed(pair: Pair) -> list[Path]:
    """Everything new, if anything is."""
    with suppress(NothingToHandOver):
        return [pair.hand_over().path]
    return []


def practised(pair: Pair, doing: list[tuple[str, int, bool]]) -> list[Path]:
    """The packages that left, in order."""
    student = builders.kept_student(pair.ours)
    sheet = builders.finished(
        pair.ours, pair.library, student_id=student.id, values={"conclusion": "Une fin"}
    ).record
    paths: list[Path] = []
    for what, which, with_sheet in doing:
        kept = sorted(pair.ours.attachments.list(), key=lambda one: one.sha256)
        if what == "keep":
            kind, owner = ("interview", sheet.id) if with_sheet else ("case", str(sheet.case_id))
            attached(pair.ours, FILES[which], kind=kind, record_id=owner, name=f"{which}.png")
        elif what == "bin" and kept:
            one = kept[which % len(kept)]
            bin_record(pair.ours, library=pair.library, kind="attachment", record_id=one.id)
        elif what == "send":
            paths += handed(pair)
    return paths + handed(pair)


def there(pair: Pair) -> set[tuple[str, bytes]]:
    """With which record the unit keeps which bytes; each once."""
    found = [(owner, content) for owner, _, _, content in contents(pair.unit).values()]
    assert len(found) == len(set(found))
    return set(found)


@settings(max_examples=4, **slow)
@given(doing=doings, coming=st.lists(st.integers(0, 3), min_size=1, max_size=6))
def test_order_repetition_and_loss_change_nothing(
    made_pair: tuple[Made, Made], library: Library, doing: Any, coming: list[int]
) -> None:
    """Whatever comes, in whatever order, however often: the same files as each once, in their order."""
    with (
        tempfile.TemporaryDirectory() as folder,
        two_notebooks(*made_pair, library, Path(folder) / "first") as pair,
        two_notebooks(*made_pair, library, Path(folder) / "second") as other,
    ):
        paths = practised(pair, doing)
        arriving = [paths[n % len(paths)] for n in coming]
        for path in arriving:
            assert pair.take(path).counts.get("refused", 0) == 0
        adopt(other.unit, pair)
        for path in sorted(set(arriving), key=paths.index):
            other.take(path)
        assert there(pair) == there(other)
        sent = {line.id for path in set(arriving) for line in pair.read(path).records if line.pieces}
        ours = contents(pair.ours)
        assert there(pair) == {(ours[one][0], ours[one][3]) for one in sent}
        assert pair.unit.transfers.conflicts() == []
        assert pair.unit.damage() == []
