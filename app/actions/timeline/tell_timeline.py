"""Everything about a student in order of time."""

from collections.abc import Iterator
from datetime import date, datetime

from app.actions.disclosure.tell_disclosed import tell_disclosed
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.models.event import Event
from app.models.kinds import FORM_KINDS
from app.storage.notebook import Notebook


def tell_timeline(notebook: Notebook, *, library: Library, student_id: str, locale: Locale) -> list[Event]:
    """Sheets, cases and papers that left, newest first; `tell_sheets` says what the sheets are about."""
    ids = notebook.students.ids_of(student_id)
    events = [*_sheets(notebook, ids, locale), *_cases(notebook, library, ids, locale)]
    events += [*_disclosures(notebook, library, ids, locale), *_packages(notebook, ids, locale)]
    events += _taken_back(notebook, ids, locale)
    return sorted(events, key=lambda event: (event.day, event.clock), reverse=True)


def _sheets(notebook: Notebook, ids: list[str], locale: Locale) -> Iterator[Event]:
    newer = {plan.replaces_id: plan.version for plan in notebook.plans.of_student(ids) if plan.replaces_id}
    for kind in FORM_KINDS:
        for record_id, day, start, created_at in notebook.sheets(kind).moments(ids):
            version = newer.get(record_id)
            yield Event(
                kind=kind, record_id=record_id, day=day, clock=start or _clock_on(created_at, day),
                facts=locale.text("replaced by version {n}", n=version) if version else "",
            )  # fmt: skip


def _cases(notebook: Notebook, library: Library, ids: list[str], locale: Locale) -> Iterator[Event]:
    outcomes = library.lists_for(notebook.framework).get("n10b-outcomes")
    for case in notebook.cases.of_student(ids):
        yield Event(
            kind="case", record_id=case.id, day=case.opened, clock="00:00",
            title=locale.text("Case {reference} opened", reference=case.reference),
        )  # fmt: skip
        if case.closed:
            item = outcomes.item(case.outcome) if outcomes and case.outcome else None
            yield Event(
                kind="case", record_id=case.id, day=case.closed, clock="23:59",
                title=locale.text("Case {reference} closed", reference=case.reference),
                facts=locale.words(item.label) if item else "",
            )  # fmt: skip


def _disclosures(notebook: Notebook, library: Library, ids: list[str], locale: Locale) -> Iterator[Event]:
    for line in notebook.disclosures.list(student_ids=ids):
        if line.means == "sent":
            continue  # told by the package, which knows whether it arrived
        title = tell_disclosed(library, locale, line)
        told = bool(line.said)
        yield Event(
            kind="told" if told else "disclosure",
            record_id=line.id if line.paper else line.record_id or line.id,
            day=_local(line.at).date(), clock="" if told else f"{_local(line.at):%H:%M}", title=title,
            facts=line.recipient,
        )  # fmt: skip


def _packages(notebook: Notebook, ids: list[str], locale: Locale) -> Iterator[Event]:
    cases = [case.id for case in notebook.cases.of_student(ids)]
    handovers = notebook.transfers.handovers.of_cases(cases)
    given = {one.package_id for all_of_it in handovers.values() for one in all_of_it}
    for package in notebook.transfers.with_cases(cases):
        other = notebook.correspondents.find(package.correspondent_id)
        name, left, at = other.name if other else "", package.direction == "out", package.acknowledged_at
        for_good = package.id in given
        if left:
            words = N_("Handed over for good to {name}") if for_good else N_("Handed over to {name}")
        else:
            words = N_("Received for good from {name}") if for_good else N_("Received from {name}")
        title = locale.text(words, name=name)
        facts = locale.text("received on {day}", day=locale.date(_local(at).date())) if left and at else ""
        yield Event(
            kind="package", record_id=package.id, day=_local(package.at).date(),
            clock=f"{_local(package.at):%H:%M}", title=title, facts=facts,
        )  # fmt: skip


def _taken_back(notebook: Notebook, ids: list[str], locale: Locale) -> Iterator[Event]:
    """Cases that were given for good and taken back without a package, with the reason."""
    cases = {case.id: case.reference for case in notebook.cases.of_student(ids)}
    for case_id, handovers in notebook.transfers.handovers.of_cases(cases).items():
        for one in handovers:
            if one.ended_how == "taken_back" and one.ended_at:
                at = _local(one.ended_at)
                yield Event(
                    kind="case", record_id=case_id, day=at.date(), clock=f"{at:%H:%M}",
                    title=locale.text("Case {reference} taken back", reference=cases[case_id]),
                    facts=one.why,
                )  # fmt: skip


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone()


def _clock_on(created_at: str, day: date) -> str:
    """When it was written, unless it was written down on another day."""
    written = _local(created_at)
    return f"{written:%H:%M}" if written.date() == day else ""
