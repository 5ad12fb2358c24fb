"""What others make of two computers: one person; and what anybody reads of their files without Carnet."""

import json
import re
import subprocess
import sys
from pathlib import Path

from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.actions.receiving.open_package import judged_package
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.exchange.oneself import OWN_KINDS
from app.storage.notebook import Notebook
from tests import builders
from tests.actions.other_computer.computers import Computers
from tests.architecture.house import ROOT
from tests.exchange.pair import Made, Pair, reopened
from tests.exchange.reading import read_here

DESCRIPTION = (ROOT / "docs" / "transfer-format.md").read_text("utf-8")


def _handed_over(computers: Computers, by: Notebook, unit: Notebook) -> dict[str, int]:
    """Every case, taken by the unit; its verdicts."""
    (to,) = by.correspondents.list()
    outgoing = choose_outgoing(
        by, library=computers.library, correspondent_id=to.id, case_ids=[one.id for one in by.cases.list()]
    )
    sent = send_package(by, correspondent_id=to.id, outgoing=outgoing, folder=computers.stick, ground="TEAM")
    with sent.path.open("rb") as untrusted:
        package = read_here(
            untrusted=untrusted, seal_secret=unit.identity.seal_secret, own_fingerprint=Pair.own(unit).hex()
        )
    opened = judged_package(unit, library=computers.library, package=package, own_key=own_card(unit).sign_key)
    return receive_package(unit, library=computers.library, opened=opened).counts


def test_a_unit_sees_one_person(computers: Computers, made_pair: tuple[Made, Made], tmp_path: Path) -> None:
    """Handed over from the desk, gone on with on the laptop, handed over from there: newer, no conflict."""
    unit = reopened(made_pair[1], tmp_path / "unit")
    for by in (computers.desk, computers.laptop):
        accept_card(by, card=own_card(unit), compared_how="face")
    accept_card(unit, card=own_card(computers.desk), compared_how="face")
    student = builders.kept_student(computers.desk)
    sheet = builders.finished(
        computers.desk, computers.library, student_id=student.id, values={"conclusion": "Au bureau"}
    )
    assert _handed_over(computers, computers.desk, unit) == {"new": 3}
    computers.bring(computers.desk)
    computers.write(computers.laptop, sheet.record.id, conclusion="En route")
    counts = _handed_over(computers, computers.laptop, unit)
    computers.bring(computers.laptop)
    computers.write(computers.desk, sheet.record.id, conclusion="De retour")
    again = _handed_over(computers, computers.desk, unit)
    said = {one.question: one.value for one in unit.interviews.answers(sheet.record.id)}
    unit.close()
    assert "conflict" not in counts
    assert "conflict" not in again
    assert said["conclusion"] == "De retour"


def test_the_public_age_command_opens_it(computers: Computers, tmp_path: Path) -> None:
    """With the notebook's own key and the reader printed in the description, for the two alike."""
    builders.kept_student(computers.desk, phone="079 000 00 00")
    path = computers.send(computers.desk)
    (script,) = re.findall(r"```python\n(.*?)```", DESCRIPTION, re.DOTALL)
    (tmp_path / "read.py").write_text(script, "utf-8")
    key = tmp_path / "my-key.txt"
    key.write_text(computers.laptop.identity.seal_secret + "\n", "ascii")
    clear = subprocess.run(["age", "-d", "-i", str(key), str(path)], capture_output=True, check=True).stdout
    done = subprocess.run(
        [sys.executable, "-I", "read.py"], input=clear, capture_output=True, cwd=tmp_path, check=True
    )
    assert b"079 000 00 00" in done.stdout
    assert json.loads(clear.split(b"\n")[0])["had"] == []


def test_the_description_names_every_kind_that_goes_to_oneself() -> None:
    """And no other."""
    said = DESCRIPTION.split("### To oneself\n")[1].split("\n* `fields`")[0].split("of the kinds")[1]
    assert set(re.findall(r"`(\w+)`", said)) == set(OWN_KINDS)
