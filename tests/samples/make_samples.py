"""Makes the kept notebook of the present schema; run once for each schema, never over an older one.

    python -m tests.samples.make_samples

Everybody in it is invented. The phrase is in its README.
"""

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from app import paths
from app.actions.agreements.save_agreement import save_agreement
from app.actions.attachments.add_attachment import add_attachment
from app.actions.cards.accept_card import accept_card
from app.actions.demand.attach_request import attach_request
from app.actions.demand.save_advice import save_advice
from app.actions.demand.save_request import save_request
from app.actions.disclosure.note_told import note_told
from app.actions.disclosure.record_disclosure import record_disclosure
from app.actions.save_partner import save_partner
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.note_step import note_handed_over
from app.actions.sending.send_package import send_package
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.new_version import new_version
from app.actions.students.link_siblings import link_siblings
from app.actions.students.save_caution import save_caution
from app.actions.students.save_enrolment import save_enrolment
from app.actions.students.save_guardian import save_guardian
from app.actions.students.save_professional import save_professional
from app.actions.students.save_residents import save_residents
from app.actions.students.save_student import save_student
from app.exchange.card_file import signed
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.advice import Advice
from app.models.agreement import Agreement
from app.models.card import Card
from app.models.caution import Caution
from app.models.draft import Draft
from app.models.enrolment import Enrolment
from app.models.guardian import Guardian
from app.models.partner import Partner
from app.models.practitioner import Practitioner
from app.models.professional import Professional
from app.models.request import Request
from app.models.resident import Resident
from app.models.school import School
from app.models.student import Student
from app.models.unit import Unit
from app.personal.notes import PersonalNotes
from app.security.passphrase import FLOOR
from app.security.seal import new_sealing_key, public_sealing_key
from app.security.signature import new_signing_key, public_signing_key
from app.storage.migrate import newest
from app.storage.notebook import Notebook
from tests.pictures import pdf, picture

PHRASE = "un vieux carnet reste lisible"
_README = """# A notebook kept for ever

Schema {schema}. Every later version has to open it. Everybody in it is invented.

The phrase is: {phrase}
"""


def make(folder: Path) -> None:
    """A small notebook with one of everything."""
    library, locale = Library.load(paths.resources()), Locale("fr")
    notebook = Notebook.create(
        folder,
        passphrase=PHRASE,
        role="practitioner",
        unit=Unit(name="SePAS du Lycée du Moulin", framework="lu-sepas", city="Bonnevoie-sur-Alzette"),
        practitioner=Practitioner(name="Claire Aubrin", profession="PSY_LU", phone="+352 20 00 00 12"),
        cost=FLOOR,
    )
    school = School(name="Lycée du Moulin")
    with notebook.change():
        notebook.schools.save(school)
    student = Student(
        family_name="Da Costa", given_name="Inês", birth_date=date(2011, 3, 4), languages=["pt", "fr"],
        school_id=school.id, class_name="5G2",
    )  # fmt: skip
    save_student(notebook, student=student, today=date(2026, 11, 12))
    save_guardian(notebook, guardian=Guardian(student_id=student.id, given_name="Marta", relation="mother"))
    partner = Partner(service="Centre de consultation Les Tilleuls", type="CCJF", secrecy="yes")
    save_partner(notebook, partner=partner)
    moment = datetime(2026, 11, 12, 10, 5)
    said = {
        "f1-interview": {
            "main_reason": "LU-03", "demand": "« Je n’ose plus prendre le bus. »", "duration": 35,
            "facts": [{"mark": "said", "text": "Des moqueries depuis la rentrée."}],
            "steps": [{"text": "Appeler la régente", "due": "2026-11-20"}],
        },
        "f4-referral": {
            "partner": partner.id, "reason": "Un lieu d’écoute hors de l’école.", "status": "sent",
            "sent_date": "2026-11-13", "services": ["psychological"],
        },
    }  # fmt: skip
    plan = {
        "wishes": "Voir le résultat à la fin de la journée.", "review_date": "2026-12-18",
        "alternatives": [
            {"training": "Apprentissage de menuisier", "deadline": "2027-02-01", "chances": "to_build"},
            {"training": "Rester en 5G", "student_agrees": "yes"},
        ],
        "steps": [{"what": "Stage de découverte", "type": "ST-STAGE", "due": "2026-12-02"}],
    }  # fmt: skip
    sheet = new_sheet(
        notebook, library=library, form_key="f3-plan", locale=locale, student_id=student.id, moment=moment
    )
    first = finish_sheet(
        notebook, library=library, sheet=sheet, values=sheet.values | plan, today=moment.date()
    ).sheet
    new_version(notebook, library=library, record_id=first.record.id, today=moment.date())
    for form_key, values in said.items():
        sheet = new_sheet(
            notebook, library=library, form_key=form_key, locale=locale, student_id=student.id, moment=moment,
            framework="lu-alj" if form_key == "f4-referral" else "",
        )  # fmt: skip
        finished = finish_sheet(
            notebook, library=library, sheet=sheet, values=sheet.values | values, today=moment.date()
        )
    record_disclosure(
        notebook, sheet=finished.sheet, pdf=pdf(), means="printed", recipient=partner.service,
        ground="AGREEMENT", language="fr", circle="partner", scope="proposed",
    )  # fmt: skip
    note_told(
        notebook, student_id=student.id, case_id=None, means="phone", recipient="Les parents",
        said="Le rendez-vous de jeudi.", ground="OWN_DATA", circle="parents", language="fr",
        on=moment.date(), today=moment.date(),
    )  # fmt: skip
    notebook.drafts.keep(
        Draft(
            record_id="d" * 32, kind="interview", form="f1-interview", form_version=1,
            content={"date": "32/13/"}, cursor={"question": "date"}, student_id=student.id,
        )
    )  # fmt: skip
    _people_around(notebook, student, partner)
    _hand_over(notebook, library)
    _attach(notebook, finished.sheet.record.id)
    notes = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    notes.save(
        subject_id=finished.sheet.record.id, student_id=student.id, text="Me laisser le temps d’écouter."
    )
    notes.close()
    _demand(notebook, student)
    notebook.close()
    (folder / "notebook.lock").unlink()
    (folder / "README").write_text(_README.format(schema=newest(), phrase=PHRASE), encoding="utf-8")


def _people_around(notebook: Notebook, student: Student, partner: Partner) -> None:
    """Who lives and works with the student, a sister in the bin, what to mind, an agreement, a year."""
    sister = Student(family_name="Da Costa", given_name="Rita", birth_date=date(2011, 3, 4))
    save_student(notebook, student=sister, today=date(2026, 11, 12))
    link_siblings(notebook, student_ids=[student.id, sister.id])
    with notebook.change():
        notebook.students.save(
            msgspec.structs.replace(notebook.students.get(sister.id), removed_at="2026-11-12T11:00:00Z")
        )
        notebook.search.drop(sister.id)
    residents = [
        Resident(student_id=student.id, given_name="Marta", relation="mother", birth_year=1984),
        Resident(student_id=student.id, given_name="Rui", relation="father", home=2, position=1),
    ]
    save_residents(notebook, residents=residents)
    save_professional(
        notebook,
        professional=Professional(
            student_id=student.id, partner_id=partner.id, role="Psychologue", secrecy="yes",
            since=date(2026, 2, 1),
        ),
    )  # fmt: skip
    save_caution(
        notebook, caution=Caution(student_id=student.id, text="Adresse de la mère à garder secrète.")
    )
    save_agreement(notebook, agreement=Agreement(student_id=student.id, given_on=date(2026, 11, 12)))
    (mother,) = notebook.guardians.of_student(student.id)
    taken_back = Agreement(
        student_id=student.id, given_on=date(2026, 9, 14), scope="partner", giver="guardian",
        guardian_id=mother.id, partner_id=partner.id, how="signed", withdrawn_on=date(2026, 11, 2),
    )  # fmt: skip
    save_agreement(notebook, agreement=taken_back)
    year = Enrolment(
        student_id=student.id, school_year="2025-2026", other_school="Lycée de la Forge", class_name="6G1",
        level="6G", devices=["INTERNAT"],
    )  # fmt: skip
    save_enrolment(notebook, enrolment=year, today=date(2026, 11, 12))


def _demand(notebook: Notebook, student: Student) -> None:
    """A request that was for the student, one for nobody yet that was not followed, a piece of advice."""
    asked = Request(received=date(2026, 11, 5), origin="ENS", for_whom="Inês, 5G2", reason="LU-03",
                    text="Elle ne mange plus à la cantine.")  # fmt: skip
    save_request(notebook, request=asked)
    attach_request(notebook, request_id=asked.id, student_id=student.id, today=date(2026, 11, 12))
    alone = Request(received=date(2026, 6, 30), origin="PARENT", outcome="none", outcome_note="Vacances.")
    save_request(notebook, request=alone)
    given = Advice(given_on=date(2026, 11, 12), topic="NONFREQ", origin="DIR_ECOLE", mode="TEL", minutes=15)
    save_advice(notebook, advice=given)


def _attach(notebook: Notebook, referral_id: str) -> None:
    """A picture kept with the referral."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Dessin.png"
        path.write_bytes(picture("png"))
        add_attachment(notebook, kind="referral", record_id=referral_id, path=path)


def _hand_over(notebook: Notebook, library: Library) -> None:
    """A correspondent whose card was compared, and one package sent to them, with the case for good."""
    secret, sealing = new_signing_key(), new_sealing_key()
    card = Card(
        id="fe" * 16, name="Marc Feller", unit="Unité SePAS du Moulin", role="unit",
        sign_key=public_signing_key(secret).hex(), seal_key=public_sealing_key(sealing),
        created_at="2026-10-01T08:00:00Z",
    )  # fmt: skip
    accept_card(
        notebook, card=signed(card, secret=secret), compared_how="face", compared_at=date(2026, 10, 12)
    )
    (known,) = notebook.correspondents.list()
    outgoing = choose_outgoing(
        notebook,
        library=library,
        correspondent_id=known.id,
        case_ids=[case.id for case in notebook.cases.list()],
        for_good=True,
    )
    with TemporaryDirectory() as folder:
        sent = send_package(notebook, correspondent_id=known.id, outgoing=outgoing, folder=Path(folder))
    note_handed_over(notebook, package_id=sent.package_id)


if __name__ == "__main__":
    make(Path(__file__).parent / f"notebook-{newest()}")
