"""A notebook of every schema ever shipped opens for ever."""

import re
import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest

from app.actions.attachments.look_at_attachment import look_at_attachment
from app.actions.disclosure.look_at_sent import look_at_sent
from app.actions.index.index_anew import index_anew
from app.actions.sheets.open_sheet import open_sheet
from app.actions.students.look_around import look_around
from app.actions.students.save_student import save_student
from app.errors import PaperLost
from app.frameworks.coded_words import CodedWords
from app.personal.notes import PersonalNotes
from app.storage.migrate import newest, steps
from app.storage.notebook import Notebook
from tests.builders import TODAY, advice
from tests.pictures import pdf
from tests.plans import kept_plan

SAMPLES = sorted(
    (Path(__file__).parents[1] / "samples").glob("notebook-*"),
    key=lambda folder: int(folder.name.split("-")[1]),
)


def phrase(folder):
    """The phrase its README gives."""
    return re.search(r"^The phrase is: (.+)$", (folder / "README").read_text("utf-8"), re.MULTILINE)[1]


def test_every_schema_has_its_sample():
    """No schema is shipped without a notebook that remembers it."""
    assert [folder.name for folder in SAMPLES] == [f"notebook-{number}" for number in range(1, newest() + 1)]


@pytest.fixture(params=SAMPLES, ids=lambda folder: folder.name)
def sample(request, tmp_path):
    """A copy of each kept notebook, open."""
    folder = shutil.copytree(request.param, tmp_path / "notebook")
    notebook = Notebook.open(folder, passphrase=phrase(folder))
    yield notebook
    notebook.close()


def test_an_old_notebook_says_what_it_said(sample, library):
    """People, sheets, decisions, referral, ledger, draft: all there, found, and without damage."""
    (student,) = sample.students.list()
    assert (student.name, student.class_name) == ("Inês Da Costa", "5G2")
    (interview,) = sample.interviews.list()
    sheet = open_sheet(sample, library=library, kind="interview", record_id=interview.id)
    assert sheet.values["demand"] == "« Je n’ose plus prendre le bus. »"
    assert sheet.values["steps"][0]["text"] == "Appeler la régente"
    (referral,) = sample.referrals.list()
    assert sample.partners.get(referral.partner_id).service == "Centre de consultation Les Tilleuls"
    assert [line.means for line in sample.disclosures.list()][-1:] == ["printed"]
    assert sample.drafts.get("d" * 32).content == {"date": "32/13/"}
    assert [hit.record_id for hit in sample.search.writings("rentree moqu")] == [interview.id]
    assert sample.cases.list()[0].reference == "2026-0001"
    assert sample.damage() == []


def test_an_old_notebook_takes_new_work(sample):
    """It can be written in like a new one, and the journal goes on from where it was."""
    (student,) = sample.students.list()
    before = sample.history.of(student.id)
    changed = msgspec.structs.replace(student, class_name="4G2")
    save_student(sample, student=changed, today=TODAY)
    assert [one.parents for one in sample.history.of(student.id)[-1:]] == [[before[-1].id]]
    assert sample.damage() == []


def test_old_personal_notes_open(sample):
    """The author's own notes are read back too."""
    notes = PersonalNotes.open(*sample.personal_file(), sample.vault_id)
    assert [note.text for note in notes.search("ecout")] == ["Me laisser le temps d’écouter."]
    notes.close()


def test_old_correspondents_and_packages_are_remembered(sample, request):
    """From the third schema on: whose card was compared, what left for them, with the same keys."""
    schema = int(request.node.callspec.params["sample"].name.removeprefix("notebook-"))
    known = sample.correspondents.list()
    assert [(one.name, one.state) for one in known] == ([("Marc Feller", "compared")] if schema > 2 else [])
    packages = sample.transfers.packages(direction="out")
    assert [one.sequence for one in packages] == ([1] if schema > 2 else [])
    if known:
        sent = sample.transfers.sent(known[0].id)
        assert {package_id for one in sent.values() for package_id in [one[0].package_id]} == {packages[0].id}
        assert packages[0].case_ids == [case.id for case in sample.cases.list()]
    assert sample.identity.seal_secret.startswith("AGE-SECRET-KEY-1")


def test_old_packages_are_taken_for_handed_over(sample, request):
    """Nobody is asked about what left before steps were kept; a case given since is still given."""
    schema = int(request.node.callspec.params["sample"].name.removeprefix("notebook-"))
    for package in sample.transfers.packages(direction="out"):
        assert package.state == "handed_over"
        assert (package.handed_over_at == package.at) or schema > 11
        assert (package.previous is None) == (schema < 12)
    given = sample.transfers.handovers.under_way(case.id for case in sample.cases.list())
    assert len(given) == (1 if schema > 11 else 0)
    assert sample.transfers.handovers.given() == {}


def test_an_old_notebook_takes_a_plan(sample, library):
    """From the second schema on plans are there with their versions; the first one learns to hold them."""
    (student,) = sample.students.list()
    plans = sample.plans.of_student([student.id])
    assert [plan.version for plan in plans] == ([1, 2] if schema(sample) > 1 else [])
    for plan in plans:
        values = open_sheet(sample, library=library, kind="plan", record_id=plan.id).values
        assert [row["training"] for row in values["alternatives"]] == [
            "Apprentissage de menuisier", "Rester en 5G",
        ]  # fmt: skip
    sheet = kept_plan(sample, library, student_id=student.id)
    assert sheet.record in sample.plans.present([student.id])
    assert sample.damage() == []


def schema(notebook):
    """Which schema the kept notebook had: its folder is copied, its README says so still."""
    readme = (notebook.folder / "README").read_text("utf-8")
    return int(re.search(r"^Schema (\d+)\.", readme, re.MULTILINE)[1])


def test_old_attachments_are_shown(sample, request):
    """From the sixth schema on: a picture kept with the referral, byte for byte, and it still decodes."""
    schema = int(request.node.callspec.params["sample"].name.removeprefix("notebook-"))
    kept = sample.attachments.of_records([one.id for one in sample.referrals.list()])
    assert [one.name for one in kept] == (["Dessin.png"] if schema > 5 else [])
    for attachment in kept:
        with look_at_attachment(sample, attachment_id=attachment.id) as look:
            assert look.page(0, width=100).width == 60


def test_the_people_around_are_there(sample, request):
    """From the seventh schema on; before it a notebook simply knows nobody around the student."""
    schema = int(request.node.callspec.params["sample"].name.removeprefix("notebook-"))
    (student,) = sample.students.list()
    around = look_around(sample, student_id=student.id)
    if schema < 7:
        assert [around.residents, around.professionals, around.cautions, around.agreements] == [[]] * 4
        assert [one.devices for one in sample.enrolments.of_student(student.id)] == [[]]
        return
    lives = [(one.name, one.home, one.birth_year) for one in around.residents]
    assert lives == [("Marta", 1, 1984), ("Rui", 2, None)]
    assert [one.secrecy for one in around.professionals] == ["yes"]
    assert [one.text for one in around.cautions] == ["Adresse de la mère à garder secrète."]
    since = next(number for number, sql in steps().items() if "withdrawn_on" in sql)
    newest_agreement, *more = around.agreements
    said = (newest_agreement.given_on, newest_agreement.scope, newest_agreement.giver)
    assert said == (date(2026, 11, 12), "parents", "adult")
    assert [(one.scope, one.how, one.withdrawn_on) for one in more] == (
        [("partner", "signed", date(2026, 11, 2))] if schema >= since else []
    )
    assert around.siblings == [], "the sister lies in the bin"
    assert len(sample.siblings.of_student(student.id)) == 1
    former = sample.enrolments.of_student(student.id)[-1]
    assert (former.other_school, former.level, former.devices) == ("Lycée de la Forge", "6G", ["INTERNAT"])


def test_requests_and_advice_are_there(sample):
    """From the schema on that keeps them; one made before learns to take them and counts none."""
    since = next(number for number, sql in steps().items() if "CREATE TABLE request" in sql)
    asked = [(one.origin, one.outcome, one.student_id is not None) for one in sample.requests.list()]
    if schema(sample) < since:
        assert (asked, sample.advice.list()) == ([], [])
        with sample.change():
            sample.advice.save(advice())
    else:
        assert asked == [("PARENT", "none", False), ("ENS", "known", True)]
    assert [one.minutes for one in sample.advice.list()] == [15]


def test_old_papers_are_shown_as_they_left(sample):
    """From the schema on that keeps them: byte for byte; a line of before says that there is none."""
    since = next(number for number, sql in steps().items() if "sent_paper" in sql)
    line = next(line for line in sample.disclosures.list() if line.means == "printed")
    if schema(sample) >= since:
        assert look_at_sent(sample, disclosure_id=line.id).pdf == pdf()
    else:
        with pytest.raises(PaperLost):
            look_at_sent(sample, disclosure_id=line.id)


def test_what_was_told_and_for_whom_is_there(sample, library):
    """From the tenth schema on; before it a line says no circle. What is old is found by today's words."""
    told = [(line.recipient, line.said) for line in sample.disclosures.list() if line.means == "phone"]
    assert told == ([("Les parents", "Le rendez-vous de jeudi.")] if schema(sample) > 12 else [])
    assert sample.disclosures.list()[-1].circle == ("partner" if schema(sample) > 12 else "")
    since = next(number for number, sql in steps().items() if "SET coded = 0" in sql)
    assert bool(sample.search.uncoded(10)) is (schema(sample) < since)
    while index_anew(sample, library=library):
        pass
    chosen = [(one.id, "n02-reasons", one.main_reason) for one in sample.interviews.list()]
    chosen += [(one.id, "n03-origins", one.origin) for one in sample.requests.list()]
    chosen += [(one.id, "advice-topics", one.topic) for one in sample.advice.list()]
    for record_id, listed, code in chosen:
        item = library.lists[listed].item(code)
        word = item.label["de"].split()[-1] if item else ""
        found = sample.search.writings(word, also=CodedWords(library).meant)
        assert record_id in [hit.record_id for hit in found]
