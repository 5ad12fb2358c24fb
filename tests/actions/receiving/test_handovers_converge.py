"""A case goes back and forth, letters and receipts get lost: somebody can always write in it."""

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.cases.take_back_case import take_back_case
from app.actions.receipts.open_acknowledgement import open_acknowledgement
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.errors import CaseGiven, NothingToHandOver, RecordUnknown
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests import builders
from tests.actions.receiving.test_letters_converge import (
    _conclusion,
    _decided,
    _handed,
    _taken,
    slow,
    written,
)
from tests.exchange.pair import Made, Pair, rows, two_notebooks

_WHAT = (
    "write",
    "send",
    "give",
    "give",
    "take",
    "take",
    "answer",
    "answer",
    "read",
    "read",
    "decide",
    "back",
)
doings = st.lists(
    st.tuples(st.booleans(), st.sampled_from(_WHAT), st.integers(0, 4)), min_size=6, max_size=18
)


class _Desk:
    """One side: its notebook, what is on the way to it, what it has taken over."""

    def __init__(self, pair: Pair, notebook: Notebook) -> None:
        self.pair, self.notebook = pair, notebook
        self.letters: list[Path] = []
        self.receipts: list[Path] = []
        self.took: list[str] = []
        self.wrote: set[str] = set()

    @property
    def is_reading(self) -> bool:
        """Whether the case is read here and not written."""
        return bool(self.notebook.transfers.handovers.given())

    def write(self, interview_id: str, text: str) -> None:
        """Written where one may, refused without a trace where one reads."""
        before = rows(self.notebook) if self.is_reading else None
        try:
            written(self.notebook, self.pair.library, interview_id, text)
        except RecordUnknown:
            return  # it never came here
        except CaseGiven:
            assert rows(self.notebook) == before
            return
        assert before is None
        self.wrote.add(text)

    def give(self) -> Path | None:
        """The case for good, unless it is the other one's."""
        to = self.pair.recipient(self.notebook).id
        outgoing = choose_outgoing(
            self.notebook, library=self.pair.library, correspondent_id=to, for_good=True,
            case_ids=[case.id for case in self.notebook.cases.list()],
        )  # fmt: skip
        with suppress(NothingToHandOver, CaseGiven):
            return send_package(
                self.notebook, correspondent_id=to, outgoing=outgoing, folder=self.pair.stick, ground="TEAM"
            ).path
        return None

    def take(self, path: Path) -> None:
        """Take a letter over."""
        _taken(self.pair, self.notebook, path)
        self.took.append(self.pair.look(path, self.notebook).header.package_id)

    def answer(self, package_id: str) -> Path:
        """The receipt of a letter."""
        return write_acknowledgement(self.notebook, package_id=package_id, folder=self.pair.stick)[0]

    def read(self, path: Path) -> None:
        """Read a receipt."""
        open_acknowledgement(self.notebook, opened=self.pair.look(path, self.notebook))

    def take_back(self) -> None:
        """Without a package."""
        for case in self.notebook.cases.list():
            with suppress(RecordUnknown):
                take_back_case(self.notebook, case_id=case.id, why="Il le faut.")


@settings(max_examples=10, **slow)
@given(doing=doings)
def test_somebody_can_always_write(
    made_pair: tuple[Made, Made], library: Library, doing: list[tuple[bool, str, int]]
) -> None:
    """Never do both sides only read; whoever reads is refused without a trace.

    Nobody's words are lost, and once every letter and receipt has come both end with the same ones.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        two_notebooks(*made_pair, library, Path(folder) / "pair") as pair,
    ):
        student = builders.kept_student(pair.ours)
        sheet = builders.finished(
            pair.ours, library, student_id=student.id, values={"conclusion": "Première rencontre"}
        ).record
        desks = {False: _Desk(pair, pair.ours), True: _Desk(pair, pair.unit)}
        for step, (at_unit, what, which) in enumerate(doing):
            desk, other = desks[at_unit], desks[not at_unit]
            if what == "write":
                desk.write(sheet.id, f"{'Unité' if at_unit else 'Claire'} {step}")
            elif what in ("send", "give"):
                path = _handed(pair, desk.notebook) if what == "send" else desk.give()
                other.letters += [path] if path else []
            elif what == "take" and desk.letters:
                desk.take(desk.letters[which % len(desk.letters)])
            elif what == "answer" and desk.took:
                other.receipts.append(desk.answer(desk.took[which % len(desk.took)]))
            elif what == "read" and desk.receipts:
                desk.read(desk.receipts[which % len(desk.receipts)])
            elif what == "decide":
                with suppress(CaseGiven):
                    _decided(pair, desk.notebook, "theirs")
            elif what == "back":
                desk.take_back()
            assert not (desk.is_reading and other.is_reading)
        _everything_comes(pair, desks)
        assert _conclusion(pair.ours, sheet.id) == _conclusion(pair.unit, sheet.id)
        for desk in desks.values():
            revisions = [one.id for one in desk.notebook.history.of(sheet.id)]
            said = desk.notebook.history.contents(revisions).values()
            assert desk.wrote <= {one["value"] for content in said for one in content["answers"]}
            assert desk.notebook.damage() == []


def _everything_comes(pair: Pair, desks: dict[bool, _Desk]) -> None:
    """Each letter and each receipt arrives; whoever may decides; and so on until nothing is new."""
    for at_unit in (False, True, False, True, False, True):
        desk, other = desks[at_unit], desks[not at_unit]
        for path in desk.letters:
            desk.take(path)
        with suppress(CaseGiven):
            _decided(pair, desk.notebook, "both")
        if path := _handed(pair, desk.notebook):
            other.letters.append(path)
        for package_id in dict.fromkeys(desk.took):
            other.receipts.append(desk.answer(package_id))
        for receipt in other.receipts:
            other.read(receipt)
        assert not (desk.is_reading and other.is_reading)
