"""Two computers and a colleague: letters, receipts and files get lost, come late, twice and on either one."""

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.actions.cards.retire_correspondent import retire_correspondent
from app.actions.cases.take_back_case import take_back_case
from app.actions.conflicts.open_conflicts import open_conflicts
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.note_step import drop_package, note_handed_over
from app.errors import (
    CaseGiven,
    NotCompared,
    NothingToHandOver,
    ReceiptElsewhere,
    RecordUnknown,
    SenderRetired,
)
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests import builders
from tests.actions.other_computer.colleague import Three, known, packages, three_notebooks
from tests.actions.other_computer.computers import state
from tests.actions.other_computer.test_computers_converge import slow
from tests.exchange.pair import Made

_WHAT = (
    "write", "write", "give", "give", "give back", "letter", "letter", "answer", "receipt", "receipt",
    "file", "file", "open", "open", "take back", "step", "retire", "meet",
)  # fmt: skip
doings = st.lists(
    st.tuples(st.booleans(), st.sampled_from(_WHAT), st.integers(0, 4)), min_size=8, max_size=20
)


class _Going:
    """What is on its way: letters and receipts between people, files between the two computers."""

    def __init__(self, three: Three) -> None:
        self.three = three
        self.out: list[Path] = []
        self.back: list[Path] = []
        self.took: list[tuple[Notebook, str]] = []
        self.receipts: dict[bool, list[Path]] = {True: [], False: []}  # for the colleague: True
        self.files: dict[bool, list[Path]] = {True: [], False: []}
        self.wrote: dict[bool, set[str]] = {True: set(), False: set()}

    def do(self, at_desk: bool, what: str, which: int, step: int) -> None:
        """One thing somebody does."""
        three, by = self.three, self.three.desk if at_desk else self.three.laptop
        if what == "write":
            self.write(by, f"{'Bureau' if at_desk else 'Train'} {step}")
        elif what in ("give", "give back"):
            giver, letters = (by, self.out) if what == "give" else (three.colleague, self.back)
            with suppress(CaseGiven, NothingToHandOver, NotCompared):
                letters.append(three.give(giver, for_good=which != 0).path)
        elif what == "letter":
            reader, letters = (three.colleague, self.out) if which % 2 else (by, self.back)
            if letters:
                self.take(letters[which % len(letters)], reader)
        elif what == "answer" and self.took:
            reader, package_id = self.took[which % len(self.took)]
            with suppress(NotCompared):
                self.receipts[reader is not three.colleague].append(three.answer(package_id, reader))
        elif what == "receipt":
            theirs = which % 2 == 0
            if receipts := self.receipts[theirs]:
                with suppress(SenderRetired, ReceiptElsewhere):
                    three.read_receipt(receipts[which % len(receipts)], three.colleague if theirs else by)
        elif what == "file":
            self.files[not at_desk].append(three.send(by))
        elif what == "open" and self.files[at_desk]:
            three.take(self.files[at_desk][which % len(self.files[at_desk])], by)
        elif what == "take back":
            for case in by.cases.list():
                with suppress(RecordUnknown):
                    take_back_case(by, case_id=case.id, why=f"Il le faut {step}.")
        elif what == "step":
            for package_id in packages(by):
                (note_handed_over if which % 2 else drop_package)(by, package_id=package_id)
        elif what == "retire":
            retire_correspondent(by, correspondent_id=three.whom(by).id)
        elif what == "meet":
            accept_card(by, card=own_card(three.colleague), compared_how="face")

    def write(self, by: Notebook, text: str) -> None:
        """Where one may; where one reads it is refused."""
        (interview,) = by.interviews.list()
        is_reading = bool(by.transfers.handovers.given())
        try:
            self.three.write(by, interview.id, conclusion=text)
        except CaseGiven:
            assert is_reading
            return
        assert not is_reading
        self.wrote[by is self.three.desk].add(text)

    def take(self, path: Path, by: Notebook) -> None:
        """A letter of the other side."""
        with suppress(SenderRetired):
            opened = self.three.look(path, by)
            receive_package(by, library=self.three.library, opened=opened)
            self.took.append((by, opened.header.package_id))

    def in_step(self) -> None:
        """Both files of both computers, and again after whatever had to be decided."""
        three = self.three
        for by in (three.desk, three.laptop, three.desk, three.laptop):
            three.bring(by)
            with suppress(CaseGiven):
                three.decide(three.laptop if by is three.desk else three.desk, "both")
        for by in (three.desk, three.laptop):
            three.bring(by)


@settings(max_examples=8, **slow)
@given(doing=doings)
def test_both_computers_say_with_whom_a_case_is(
    made_desk: Made, made_pair: tuple[Made, Made], library: Library, doing: list[tuple[bool, str, int]]
) -> None:
    """In the end the same, whatever came in which order; nothing is gone from where it was written."""
    with (
        tempfile.TemporaryDirectory() as folder,
        three_notebooks(made_desk, made_pair[1], library, Path(folder)) as three,
    ):
        student = builders.kept_student(three.desk)
        builders.finished(three.desk, library, student_id=student.id, values={"conclusion": "Début"})
        three.both_ways()
        going = _Going(three)
        for step, (at_desk, what, which) in enumerate(doing):
            going.do(at_desk, what, which, step)
        going.in_step()
        _same(three)
        kept = known(three.desk), packages(three.desk)
        for at_desk, files in going.files.items():
            for path in files:  # whatever comes late, or again, changes nothing
                three.take(path, three.desk if at_desk else three.laptop)
        _same(three)
        assert (known(three.desk), packages(three.desk)) == kept
        for at_desk, by in ((True, three.desk), (False, three.laptop)):
            (interview,) = by.interviews.list()
            contents = by.history.contents([one.id for one in by.history.of(interview.id)]).values()
            said = " ".join(str(one["value"]) for content in contents for one in content["answers"])
            assert [text for text in going.wrote[at_desk] if text not in said] == []
            assert by.damage() == []


def _same(three: Three) -> None:
    desk, laptop = three.desk, three.laptop
    assert known(desk) == known(laptop)
    assert packages(desk) == packages(laptop)
    assert desk.transfers.handovers.given().keys() == laptop.transfers.handovers.given().keys()
    if not (open_conflicts(desk) or open_conflicts(laptop)):
        assert state(desk) == state(laptop)
