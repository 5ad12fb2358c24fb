"""A notebook with invented people, clearly marked, with every awkward case of a school."""

import random
from datetime import date, datetime, time, timedelta
from pathlib import Path

import msgspec

from app.actions.create_notebook import create_notebook
from app.actions.demonstration.people import FAMILY, FR_CLASSES, GIVEN, LANGUAGES, LU_CLASSES, STREETS, TOWNS
from app.actions.demonstration.plans import add_plan
from app.actions.demonstration.services import services
from app.actions.demonstration.writings import DONE_ALREADY, REFERRAL_REASONS, STORIES, Story
from app.actions.finish_sheet import finish_sheet
from app.actions.new_sheet import new_sheet
from app.actions.save_guardian import save_guardian
from app.actions.save_partner import save_partner
from app.actions.save_student import save_student
from app.actions.save_task import save_task
from app.actions.sheet import Sheet
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.draft import Draft
from app.models.form import Form
from app.models.guardian import Guardian
from app.models.partner import Partner
from app.models.practitioner import Practitioner
from app.models.record import now
from app.models.school import School
from app.models.student import Student
from app.models.unit import Unit
from app.security.passphrase import Cost
from app.storage.notebook import Notebook

_FOLLOWED = 37
_MODES = ("PERM", "RDV", "TEL", "COULOIR")
_ORIGINS = ("SELF", "PARENT", "ENS", "SELF", "DIR")


def make_demonstration(
    folder: Path,
    *,
    library: Library,
    locale: Locale,
    passphrase: str,
    framework: str = "lu-sepas",
    students: int = 37,
    years: int = 2,
    seed: int = 7,
    today: date | None = None,
    cost: Cost | None = None,
) -> Notebook:
    """Fill a new notebook, the same people for the same seed; dates lie around `today`. Leaves it open."""
    country = library.frameworks[framework].country
    town = TOWNS[country][0]
    notebook = create_notebook(
        folder=folder,
        passphrase=passphrase,
        role="practitioner",
        unit=Unit(
            name="SePAS · Lycée du Moulin" if country == "LU" else "Service social · Collège du Moulin",
            framework=framework,
            street="1, rue du Moulin",
            postcode=town[0],
            city=town[1],
            phone="20 00 00 00",
            hours="lundi à vendredi, 8 h à 16 h",
        ),
        practitioner=Practitioner(
            name="Claire Hoffmann",
            profession="AS_LU" if country == "LU" else "ASS",
            phone="20 00 00 01",
            hours="mardi et jeudi, 13 h à 14 h",
        ),
        schools=[School(name="Lycée du Moulin" if country == "LU" else "Collège du Moulin", city=town[1])],
        cost=cost,
        demonstration=True,
    )
    maker = _Maker(notebook, library, locale, random.Random(seed), today or date.today(), country)  # noqa: S311
    with notebook.change():
        maker.fill(students, years)
        add_plan(notebook, library=library, locale=locale, today=today or date.today())
    return notebook


class _Maker:
    """One invented school; all chance comes from one seed."""

    def __init__(
        self,
        notebook: Notebook,
        library: Library,
        locale: Locale,
        chance: random.Random,
        today: date,
        country: str,
    ) -> None:
        self._notebook, self._library, self._locale = notebook, library, locale
        self._chance, self._today, self._country = chance, today, country
        forms = library.forms_for(notebook.framework)
        self._interview = next(form for form in forms if form.record == "interview")
        self._referral = next(form for form in forms if form.record == "referral")
        self._school = notebook.schools.list()[0]
        self._partners: list[Partner] = []

    def fill(self, students: int, years: int) -> None:
        for partner in services(self._country, TOWNS[self._country][0]):
            save_partner(self._notebook, partner=partner)
            self._partners.append(partner)
        people = self._people(students)
        for student in people:
            save_student(self._notebook, student=student, today=self._today)
        followed = people[: min(_FOLLOWED, len(people))]
        for student in followed:
            self._add_guardians(student)
        days = [
            (self._days_back(years), student)
            for student in followed
            for _ in range(self._chance.randint(1, 5))
        ]
        for back, student in sorted(days, key=lambda pair: -pair[0]):
            self._note(student, self._today - timedelta(days=back))
        self._refer(followed[: min(8, len(followed))])
        self._leave_open(followed)

    def _people(self, count: int) -> list[Student]:
        classes = LU_CLASSES if self._country == "LU" else FR_CLASSES
        pairs = [(given, gender, family) for family in FAMILY for given, gender in GIVEN]
        self._chance.shuffle(pairs)
        first = {"Moreira": "Lina", "Thill": "Noé", "Da Costa": "Inès"}
        pairs.sort(key=lambda pair: first.get(pair[2]) != pair[0])
        while len(pairs) < count:
            pairs += [
                (given, gender, f"{family}-{FAMILY[len(pairs) % len(FAMILY)]}")
                for given, gender, family in pairs
            ]
        people = []
        for n, (given, gender, family) in enumerate(pairs[:count]):
            town = self._chance.choice(TOWNS[self._country])
            people.append(
                Student(
                    family_name=family,
                    given_name=given,
                    gender=gender,
                    birth_date=self._birth(n),
                    languages=self._chance.sample(LANGUAGES, k=self._chance.randint(1, 3)),
                    phone=f"691 000 {100 + n % 900}",
                    phone_no_message=n % 9 == 0,
                    street=f"{n % 80 + 1}, {self._chance.choice(STREETS)}",
                    postcode=town[0],
                    city=town[1],
                    school_id=self._school.id,
                    class_name=self._chance.choice(classes),
                    roster_key=f"D{n:05d}",
                )
            )
        if count >= 6:  # twins in one class; nobody knows when the fourth was born
            people[5] = msgspec.structs.replace(
                people[4], id=people[5].id, given_name="Maël", gender="m", roster_key=people[5].roster_key
            )
            people[3] = msgspec.structs.replace(people[3], birth_date=None)
        return people

    def _birth(self, n: int) -> date:
        if n == 1:  # of age since yesterday
            yesterday = self._today - timedelta(days=1)
            return yesterday.replace(year=yesterday.year - 18, day=min(yesterday.day, 28))
        return self._today - timedelta(days=self._chance.randint(12 * 365, 19 * 365))

    def _add_guardians(self, student: Student) -> None:
        separated = self._chance.random() < 0.3
        joint = "joint" if self._country == "LU" else "20" if separated else "10"
        for n, relation in enumerate(("mother", "father")):
            town = self._chance.choice(TOWNS[self._country])
            apart = separated and n == 1
            guardian = Guardian(
                student_id=student.id,
                family_name=student.family_name,
                given_name=self._chance.choice(
                    ("Sandra", "Paula", "Nadine") if n == 0 else ("Paulo", "Marc", "Serge")
                ),
                relation=self._code("relation", relation),
                authority=self._code("parental-authority", joint),
                languages=student.languages[:1],
                phone=f"621 000 {self._chance.randint(100, 999)}",
                street=f"{self._chance.randint(1, 90)}, {STREETS[0]}" if apart else student.street,
                postcode=town[0] if apart else student.postcode,
                city=town[1] if apart else student.city,
                do_not_contact=apart and self._chance.random() < 0.15,
                position=n,
            )
            save_guardian(self._notebook, guardian=guardian)

    def _note(self, student: Student, day: date) -> Sheet:
        story, chance = self._chance.choice(STORIES), self._chance
        hour, minute = chance.randint(8, 15), chance.choice((0, 10, 15, 30, 45))
        sheet = self._new(self._interview, student.id, day, hour, minute)
        values = (
            sheet.values
            | self._told(sheet.form, story)
            | self._bound(
                sheet.form,
                date=day.isoformat(),
                start=f"{hour:02d}:{minute:02d}",
                duration=chance.choice((10, 12, 20, 35, 45)),
                mode=chance.choice(_MODES),
                origin=chance.choice(_ORIGINS),
                main_reason=story.lu if self._country == "LU" else story.fr,
                place="Bureau B12",
            )
        )
        ahead = (day - self._today).days + chance.randint(3, 14)
        if (self._today - day).days < 12 and ahead >= 0 and chance.random() < 0.5:
            values |= self._bound(
                sheet.form,
                next_date=(self._today + timedelta(days=ahead % 7)).isoformat(),
                next_time=f"{chance.randint(8, 15):02d}:{chance.choice((0, 15, 30)):02d}",
            )
        rows = [
            {
                "text": text,
                "who": "",
                "due": (day + timedelta(days=chance.randint(1, 12))).isoformat(),
                "done": False,
            }
            for text in story.decided
        ]
        for question in sheet.form.questions:
            if question.kind == "tasks":
                values[question.key] = rows
        finished = self._finish(sheet, values)
        if (self._today - day).days > 8:  # what is older has mostly been done
            for task in self._notebook.tasks.of_source(finished.record.id):
                if (self._today - day).days > 21 or chance.random() < 0.8:
                    save_task(self._notebook, task=msgspec.structs.replace(task, done_at=now()))
        return finished

    def _refer(self, followed: list[Student]) -> None:
        states = ("sent", "appointment", "answered", "proposed", "sent", "no_news", "answered", "sent")
        for n, student in enumerate(followed):
            back = 3 + n * 7
            day = self._today - timedelta(days=back)
            sheet = self._new(self._referral, student.id, day, 11, 30)
            values = sheet.values | self._bound(
                sheet.form,
                partner_id=self._partners[n % len(self._partners)].id,
                date=day.isoformat(),
                status=states[n % len(states)],
                sent_date=None if states[n % len(states)] == "proposed" else day.isoformat(),
                answer_date=(day + timedelta(days=2)).isoformat()
                if states[n % len(states)] == "answered"
                else None,
            )
            texts = [REFERRAL_REASONS[n % len(REFERRAL_REASONS)], DONE_ALREADY[n % len(DONE_ALREADY)]]
            for question in sheet.form.questions:
                if question.kind == "long_text" and texts:
                    values[question.key] = texts.pop(0)
                elif question.kind == "one_of" and question.key not in values and question.prints:
                    values[question.key] = self._first_code(sheet.form, question.key)
            self._finish(sheet, {key: value for key, value in values.items() if value})

    def _leave_open(self, followed: list[Student]) -> None:
        """A note nobody is chosen for yet, and a sheet that was begun."""
        sheet = self._new(self._interview, None, self._today, 8, 10)
        record = msgspec.structs.replace(sheet.record, unfiled_name="élève de 6G, cheveux courts")
        self._finish(
            msgspec.structs.replace(sheet, record=record), sheet.values | self._told(sheet.form, STORIES[3])
        )
        if not followed:
            return
        begun = self._new(self._interview, followed[-1].id, self._today, 10, 2)
        quotation = next((q.key for q in begun.form.questions if q.kind == "quotation"), "")
        content = {**begun.values, quotation: "Je voulais juste vous dire que"}
        self._notebook.drafts.keep(
            Draft(
                record_id=begun.record.id,
                kind=begun.kind,
                form=begun.form.key,
                form_version=begun.form.version,
                student_id=followed[-1].id,
                case_id=begun.record.case_id,
                content={
                    "form": {k: v for k, v in content.items() if isinstance(v, str)},
                    "unfiled_name": "",
                },
            )
        )

    def _new(self, form: Form, student_id: str | None, day: date, hour: int, minute: int) -> Sheet:
        return new_sheet(
            self._notebook,
            library=self._library,
            form_key=form.key,
            locale=self._locale,
            student_id=student_id,
            moment=datetime.combine(day, time(hour, minute)),
        )

    def _finish(self, sheet: Sheet, values: dict[str, object]) -> Sheet:
        finished = finish_sheet(
            self._notebook, library=self._library, sheet=sheet, values=values, today=sheet.record.date
        )
        return finished.sheet

    @staticmethod
    def _bound(form: Form, **attributes: object) -> dict[str, object]:
        """Values by the attribute their question binds to, whatever the form calls it."""
        keys = {question.bind: question.key for question in form.questions if question.bind}
        return {keys[name]: value for name, value in attributes.items() if name in keys}

    @staticmethod
    def _told(form: Form, story: Story) -> dict[str, object]:
        """The story's sentences on the questions of their kind, in the order of the form."""
        told: dict[str, object] = {}
        longs = [story.thought]
        for question in form.questions:
            if question.kind == "quotation":
                told.setdefault(question.key, story.words)
            elif question.kind == "marked_text":
                told.setdefault(question.key, [{"mark": "seen", "text": story.seen}])
            elif question.kind == "long_text" and not question.prints and longs:
                told[question.key] = longs.pop()
            elif question.kind == "long_text" and question.travels:
                told[question.key] = story.end
        return told

    def _code(self, list_key: str, wanted: str) -> str:
        """The code if the list has it, otherwise the list's first."""
        known = self._library.lists_for(self._notebook.framework)[list_key]
        return wanted if known.item(wanted) else known.items[0].code

    def _first_code(self, form: Form, key: str) -> str:
        question = form.question(key)
        listed = self._library.lists_for(self._notebook.framework).get(question.list)
        items = [item.code for item in listed.items if not item.other] if listed else []
        return (items or [choice.code for choice in question.choices] or [""])[0]

    def _days_back(self, years: int) -> int:
        """Mostly the last weeks, some the years before."""
        if self._chance.random() < 0.6:
            return self._chance.randint(0, 45)
        return self._chance.randint(46, max(47, years * 365))
