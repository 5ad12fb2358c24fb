"""The demonstration hands over for real: two notebooks, a package, a receipt."""

from pathlib import Path

from app.actions.demonstration.demonstrate_transfer import demonstrate_transfer
from app.actions.demonstration.make_demonstration import make_demonstration
from app.actions.timeline.tell_timeline import tell_timeline
from app.frameworks.library import Library
from app.i18n import Locale
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from tests.builders import PHRASE


def test_everything_arrives(library: Library, locale_fr: Locale, tmp_path: Path) -> None:
    """What may travel of every open case is at the unit; the practitioner knows that it arrived."""
    notebook = make_demonstration(
        tmp_path / "practitioner", library=library, locale=locale_fr, passphrase=PHRASE, students=9,
        years=1, cost=FLOOR,
    )  # fmt: skip
    shown = demonstrate_transfer(
        notebook, library=library, folder=tmp_path, passphrase=PHRASE, cost=FLOOR
    )  # fmt: skip
    (package,) = notebook.transfers.packages(direction="out")
    assert shown.counts == {"new": sum(package.counts.values())}
    assert package.acknowledged_at is not None
    case = notebook.cases.get(package.case_ids[0])
    told = tell_timeline(notebook, library=library, student_id=case.student_id, locale=locale_fr)
    assert "package" in {event.kind for event in told}
    cases = [notebook.cases.get(case_id).reference for case_id in package.case_ids]
    assert cases
    assert notebook.damage() == []
    notebook.close()
    unit = Notebook.open(shown.unit, passphrase=PHRASE)
    assert unit.role == "unit"
    assert sorted(one.reference for one in unit.cases.list()) == sorted(cases)
    assert unit.interviews.count() > 0
    assert unit.referrals.count() > 0
    assert unit.damage() == []
    unit.close()
    assert {shown.package.suffix, shown.acknowledgement.suffix} == {".age"}
