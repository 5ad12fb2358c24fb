"""Two or more years of an invented service, day after day."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

import msgspec

from app.actions.cases.save_case import save_case
from app.actions.demonstration.blocks import in_blocks
from app.actions.demonstration.calendar import school_day, some_day
from app.actions.demonstration.forms import bound, decided, told, written
from app.actions.demonstration.writings import (
    BEGUN,
    DONE_ALREADY,
    PAPERS,
    REFERRAL_REASONS,
    STORIES,
    WAITING_NAME,
)
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.save_task import save_task
from app.actions.sheets.sheet import Sheet
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.draft import Draft
from app.models.form import Form, Values
from app.models.partner import Partner
from app.models.school_year import school_year
from app.models.student import Student
from app.storage.notebook import Notebook

# Where each referral stands, and how many days ago it was written; the first one is the newest.
_REFERRALS = (
    ("sent", 3), ("sent", 31), ("answered", 20), ("appointment", 17), ("proposed", 5), ("no_news", 52),
    ("answered", 60), ("sent", 8),
)  # fmt: skip
_SENT = {"sent", "answered", "appointment", "no_news"}
_MODES = ("PERM", "RDV", "TEL", "COULOIR")
_ORIGINS = ("SELF", "PARENT", "ENS", "SELF", "DIR")
_OUTCOMES = ("OUT-APAIS", "OUT-APAIS", "OUT-RELAIS", "OUT-FIN")
_LATE = 0.07  # how much of what was decided between so many days ago is still to be done
_LATE_FROM, _LATE_TO = 8, 60


class School:
    """Writes through the same actions as a practitioner; all chance comes from one seed."""

    def __init__(
        self, notebook: Notebook, *, library: Library, locale: Locale, chance: Random, today: date
    ) -> None:
        self._notebook, self._library, self._locale = notebook, library, locale
        self._chance, self._today = chance, today
        self._lists = library.lists_for(notebook.framework)
        self._country = library.framework(notebook.framework).country
        forms = library.forms_for(notebook.framework)
        self._interview = next(form for form in forms if form.record == "interview")
        self._referral = next(form for form in forms if form.record == "referral")

    def note_years(self, followed: list[Student], years: int) -> None:
        """Interviews of all the years in order of time; a case mostly ends with its school year."""
        last: dict[str, date] = {}
        for block in in_blocks(self._days(followed, years)):
            with self._notebook.change():
                for day, student in block:
                    self._go_on(student, day, last.get(student.id))
                    last[student.id] = day

    def note_today(self, followed: list[Student]) -> None:
        """What makes the day alive: two interviews this morning, and who comes back when."""
        for hour, minute, days, student in zip((8, 9), (15, 5), (1, 4), followed[2:4], strict=False):
            soon = self._today + timedelta(days=days)
            self._note(student, self._today, rank="follow_up", at=(hour, minute), next_on=(soon, "10:15"))
        for back, clock, student in zip((6, 7, 2), ("11:00", "14:30", "13:15"), followed[4:7], strict=False):
            day = school_day(self._today - timedelta(days=back))
            self._note(student, day, rank="follow_up", next_on=(self._today, clock))

    def refer(self, followed: list[Student], partners: list[Partner]) -> None:
        """One referral in every state."""
        standing = list(zip(range(len(_REFERRALS)), _REFERRALS, followed, strict=False))
        for number, (status, back), student in sorted(standing, key=lambda one: -one[1][1]):
            day = school_day(self._today - timedelta(days=back))
            sheet = self._new(self._referral, student.id, day, (11, 30))
            texts = [
                REFERRAL_REASONS[number % len(REFERRAL_REASONS)],
                DONE_ALREADY[number % len(DONE_ALREADY)],
            ]
            values = written(sheet.form, texts, list(PAPERS[: 2 - number % 3]), self._lists) | bound(
                sheet.form,
                partner_id=partners[number % len(partners)].id,
                date=day.isoformat(),
                status=status,
                urgency="normal",
                services=["psychological"],
                contact_by="together",
                parents_consent="adult" if student.is_adult_on(day) else "agrees",
                sent_date=day.isoformat() if status in _SENT else "",
                appointment_date=self._in_days(5) if status == "appointment" else "",
                answer_date=school_day(day + timedelta(days=9)).isoformat() if status == "answered" else "",
                remind_date=self._in_days(0) if status == "no_news" else "",
            )
            self._finish(sheet, sheet.values | values)

    def leave_unfinished(self, student: Student) -> None:
        """A note nobody is chosen for yet, and a sheet that was begun."""
        sheet = self._new(self._interview, None, self._today, (8, 10))
        record = msgspec.structs.replace(sheet.record, unfiled_name=WAITING_NAME)
        self._finish(
            msgspec.structs.replace(sheet, record=record), sheet.values | told(sheet.form, STORIES[3])
        )
        begun = self._new(self._interview, student.id, self._today, (10, 2))
        quotation = next((ask.key for ask in begun.form.questions if ask.kind == "quotation"), "")
        typed = {key: value for key, value in begun.values.items() if isinstance(value, str)}
        self._notebook.drafts.keep(
            Draft(
                record_id=begun.record.id,
                kind=begun.kind,
                form=begun.form.key,
                form_version=begun.form.version,
                student_id=student.id,
                case_id=begun.record.case_id,
                content={"form": typed | {quotation: BEGUN}, "unfiled_name": ""},
            )
        )

    def _go_on(self, student: Student, day: date, before: date | None) -> None:
        if before and school_year(before) != school_year(day) and self._chance.random() < 0.6:
            end = date(before.year + (before.month > 7), 7, 10)
            self._close_case(student, max(before, end))
        self._note(student, day, rank="follow_up" if before else "first")

    def _days(self, followed: list[Student], years: int) -> list[tuple[date, Student]]:
        days = [
            (some_day(self._chance, today=self._today, years=years), number)
            for number in range(len(followed))
            for _ in range(self._chance.randint(1, 2 + years))
        ]
        return [(day, followed[number]) for day, number in sorted(days)]

    def _note(
        self,
        student: Student,
        day: date,
        *,
        rank: str,
        at: tuple[int, int] | None = None,
        next_on: tuple[date, str] | None = None,
    ) -> None:
        chance, story = self._chance, self._chance.choice(STORIES)
        hour, minute = at or (chance.randint(8, 15), chance.choice((0, 10, 15, 30, 45)))
        sheet = self._new(self._interview, student.id, day, (hour, minute))
        rows: list[dict[str, Any]] = [
            {"text": text, "who": "", "done": False, "due": self._after(day).isoformat()}
            for text in story.decided
        ]
        attributes: dict[str, object] = {
            "date": day.isoformat(),
            "start": f"{hour:02d}:{minute:02d}",
            "duration": chance.choice((10, 12, 20, 35, 45)),
            "place": "Bureau B12",
            "mode": chance.choice(_MODES),
            "rank": rank,
            "origin": chance.choice(_ORIGINS),
            "present": ["student"],
            "main_reason": story.lu if self._country == "LU" else story.fr,
            "acts": ["ECOUTE"],
        }
        if next_on:
            attributes |= {"next_date": next_on[0].isoformat(), "next_time": next_on[1]}
        values = told(sheet.form, story) | bound(sheet.form, **attributes) | decided(sheet.form, rows)
        self._do_some(self._finish(sheet, sheet.values | values))

    def _do_some(self, sheet: Sheet) -> None:
        """What was decided some time ago has mostly been done, what was decided last year has."""
        ago = (self._today - sheet.record.date).days
        if ago > _LATE_FROM:
            for task in self._notebook.tasks.of_source(sheet.record.id):
                if self._chance.random() >= _LATE or ago > _LATE_TO:
                    done_at = f"{min(task.due or self._today, self._today)}T10:00:00Z"
                    save_task(self._notebook, task=msgspec.structs.replace(task, done_at=done_at))

    def _close_case(self, student: Student, day: date) -> None:
        for case in self._notebook.cases.of_student([student.id]):
            if case.state == "open" and day < self._today:
                outcome = self._chance.choice(_OUTCOMES)
                closed = msgspec.structs.replace(case, state="closed", closed=day, outcome=outcome)
                save_case(self._notebook, case=closed)

    def _after(self, day: date) -> date:
        """A day not long after, with school on it if it has passed."""
        after = day + timedelta(days=self._chance.randint(1, 12))
        return max(day, school_day(after)) if after <= self._today else after

    def _in_days(self, days: int) -> str:
        return (self._today + timedelta(days=days)).isoformat()

    def _new(self, form: Form, student_id: str | None, day: date, at: tuple[int, int]) -> Sheet:
        return new_sheet(
            self._notebook, library=self._library, form_key=form.key, locale=self._locale,
            student_id=student_id, moment=datetime.combine(day, time(*at)),
        )  # fmt: skip

    def _finish(self, sheet: Sheet, values: Values) -> Sheet:
        return finish_sheet(
            self._notebook, library=self._library, sheet=sheet, values=values, today=sheet.record.date
        ).sheet
