"""Makes the kept package of the present format version; run once for each version, never over an older one.

    python -m tests.samples.make_package

Everybody in it is invented. The keys that open it are in its README.
"""

import tempfile
from datetime import date
from pathlib import Path

from app import paths
from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.actions.cards.write_card import write_card
from app.actions.keys.create_notebook import create_notebook
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.receiving.open_package import open_package
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.exchange.package.lines import VERSION
from app.frameworks.library import Library
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from tests import builders, pictures, plans
from tests.attached import attached

_README = """# A package kept for ever

Format version {version}. Every later version has to read it. Everybody in it is invented, the keys are
nobody's.

package.age is what Claire Aubrin handed over to Marc Feller, receipt.age what came back. The cards of both
lie beside them.

The key Claire reads with: {ours}
The key Marc reads with:   {unit}
"""


def make(folder: Path) -> None:
    """A package with one of everything that travels, and its receipt."""
    folder.mkdir()
    library = Library.load(paths.resources())
    with tempfile.TemporaryDirectory() as home:
        ours, unit = (
            create_notebook(
                folder=Path(home) / role, passphrase=builders.PHRASE, role=role, unit=builders.unit(),
                practitioner=builders.practitioner(name=name), schools=[builders.school()], cost=FLOOR,
            )
            for role, name in (("practitioner", "Claire Aubrin"), ("unit", "Marc Feller"))
        )  # fmt: skip
        write_card(ours, path=folder / "practitioner.carnet-card")
        write_card(unit, path=folder / "unit.carnet-card")
        for one, other in ((ours, unit), (unit, ours)):
            accept_card(one, card=own_card(other), compared_how="face", compared_at=date(2026, 11, 12))
        _write(ours, library)
        recipient = ours.correspondents.list()[0].id
        outgoing = choose_outgoing(
            ours, library=library, correspondent_id=recipient, case_ids=[ours.cases.list()[0].id]
        )
        package = folder / "package.age"
        send_package(ours, correspondent_id=recipient, outgoing=outgoing, path=package)
        opened = open_package(unit, library=library, path=package)
        receive_package(unit, library=library, opened=opened)
        write_acknowledgement(unit, package_id=opened.header.package_id, path=folder / "receipt.age")
        keys = {"ours": ours.identity.seal_secret, "unit": unit.identity.seal_secret}
        ours.close()
        unit.close()
    (folder / "README").write_text(_README.format(version=VERSION, **keys), encoding="utf-8")


def _write(notebook: Notebook, library: Library) -> None:
    student, partner = builders.kept_student(notebook), builders.partner()
    with notebook.change():
        notebook.partners.save(partner)
    said = {
        "f1-interview": {"conclusion": "À revoir en janvier.", "demand": "« Je n’ose plus prendre le bus. »"},
        "f3-plan": {**plans.VALUES, "review_date": "2027-01-15"},
        "f4-referral": {"partner": partner.id, "reason": "Un lieu d’écoute hors de l’école."},
    }
    for form_key, values in said.items():
        builders.finished(notebook, library, form_key=form_key, student_id=student.id, values=values)
    (case,) = notebook.cases.list()
    attached(notebook, pictures.pdf(pages=1), kind="case", record_id=case.id, name="certificat.pdf")


if __name__ == "__main__":
    make(Path(__file__).parent / f"package-{VERSION}")
