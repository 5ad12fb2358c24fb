"""Load everything a case booklet shows."""

from collections.abc import Iterator
from datetime import date

import msgspec

from app import paths
from app.actions.choose_logo import own_logo
from app.actions.disclosure.name_disclosed import BOOKLET
from app.actions.papers.prepare_certificate import counted
from app.actions.papers.prepare_paper import prepare_paper
from app.actions.service_of import lists_of, service_of
from app.actions.sheets.gather_facts import gather_facts
from app.actions.sheets.open_sheet import open_sheet
from app.actions.sheets.sheet import Sheet
from app.documents.booklet_subject import BookletSubject
from app.documents.subject import PaperSubject
from app.frameworks.asked import asked
from app.frameworks.decode import decode
from app.frameworks.kinds import is_empty
from app.frameworks.library import Library
from app.frameworks.said_rows import printed_rows, said_rows
from app.i18n import Locale
from app.models.case import Case
from app.models.discreet import Discreet
from app.models.form import Form, Values
from app.models.kinds import FORM_KINDS
from app.models.progress import Progress, unwatched
from app.models.record import FormRecord
from app.storage.notebook import Notebook

_HYPOTHESIS = "hypothesis"


class BookletChoices(Discreet, frozen=True, kw_only=True):
    """What goes in: kinds of sheets by name, the person's own words, and what the author only supposed.

    Sheets of the forms in `forms_out` stay whatever their kind.
    """

    kinds: frozenset[str] = frozenset(FORM_KINDS)
    forms_out: frozenset[str] = frozenset()
    own_words: bool = True
    hypotheses: bool = False

    def takes(self, kind: str, form: str) -> bool:
        """Whether a sheet goes in."""
        return kind in self.kinds and form not in self.forms_out


def prepare_booklet(
    notebook: Notebook,
    *,
    library: Library,
    case_id: str,
    locale: Locale,
    today: date,
    choices: BookletChoices,
    progress: Progress = unwatched,
) -> BookletSubject:
    """A case as the subject of a booklet; RecordUnknown. What `progress` raises ends it."""
    case = notebook.cases.get(case_id)
    records = sheets_of_case(notebook, case_id=case_id)
    inside = [(kind, record) for kind, record in records if choices.takes(kind, record.form)]
    subjects: list[PaperSubject] = []
    unsaid: dict[str, None] = {}
    for done, (kind, record) in enumerate(inside):
        progress("reading", done, len(inside))
        sheet = open_sheet(notebook, library=library, kind=kind, record_id=record.id)
        unsaid |= dict.fromkeys(_unsaid(sheet, choices, locale))
        leave_out = frozenset(q.key for q in sheet.form.questions if q.kind == "quotation")
        chosen = msgspec.structs.replace(sheet, values=_without_hypotheses(sheet, choices))
        subjects.append(
            prepare_paper(
                notebook, library=library, sheet=chosen, locale=locale, today=today,
                leave_out=frozenset() if choices.own_words else leave_out,
            )
        )  # fmt: skip
    without = [
        locale.text("personal notes, always"),
        *unsaid,
        *_elsewhere(notebook, case, records, choices, locale),
    ]
    return BookletSubject(
        cover=_cover(notebook, library, case, locale, today, without),
        sheets=subjects,
        days=[record.date for _, record in inside],
        inside=[record.id for _, record in inside],
    )


def sheets_of_case(notebook: Notebook, *, case_id: str) -> list[tuple[str, FormRecord]]:
    """The finished sheets of a case with their kinds, in order of time; nothing from the bin."""
    found = [
        (kind, record)
        for kind in FORM_KINDS
        for record in notebook.sheets(kind).of_cases([case_id]).get(case_id, [])
        if record.removed_at is None
    ]
    return sorted(found, key=lambda one: (one[1].date, getattr(one[1], "start", ""), one[1].created_at))


def _without_hypotheses(sheet: Sheet, choices: BookletChoices) -> Values:
    if choices.hypotheses:
        return sheet.values
    marked = [question.key for question in sheet.form.questions if question.kind == "marked_text"]
    return sheet.values | {
        key: [row for row in sheet.values[key] if row.get("mark") != _HYPOTHESIS]
        for key in marked
        if sheet.values.get(key)
    }


def _unsaid(sheet: Sheet, choices: BookletChoices, locale: Locale) -> Iterator[str]:
    """What was answered and is not printed, by the words of its question."""
    for question in asked(form=sheet.form, values=sheet.values, facts={}):
        value = sheet.values.get(question.key)
        if question.kind in ("fact", "mention", "signature") or is_empty(kind=question.kind, value=value):
            continue
        label = locale.words(question.label)
        hidden = question.kind == "quotation" and not choices.own_words
        if label and (hidden or not question.prints):
            yield label
        elif question.kind == "marked_text" and not choices.hypotheses and _has_hypothesis(value or []):
            yield locale.text("what was marked as a hypothesis")
        elif question.rows_if and len(printed_rows(question, value)) < len(said_rows(question, value)):
            yield label


def _has_hypothesis(rows: list[dict[str, str]]) -> bool:
    return any(row.get("mark") == _HYPOTHESIS for row in rows)


def _elsewhere(
    notebook: Notebook,
    case: Case,
    records: list[tuple[str, FormRecord]],
    choices: BookletChoices,
    locale: Locale,
) -> list[str]:
    """Whole sheets that were left out, drafts, attachments, papers that left, other cases; each counted."""
    ids = [case.id, *(record.id for _, record in records)]
    lines = notebook.disclosures.list(student_ids=notebook.students.ids_of(case.student_id))
    others = notebook.cases.of_student(notebook.students.ids_of(case.student_id))
    finished = {record.id for _, record in records}
    counts = {
        kind: sum(1 for one, sheet in records if one == kind and not choices.takes(one, sheet.form))
        for kind in FORM_KINDS
    }
    counts |= {
        "draft": sum(
            1 for one in notebook.drafts.list() if one.case_id == case.id and one.record_id not in finished
        ),
        "attachment": len(notebook.attachments.of_records(ids)),
        "sent_paper": len({line.paper for line in lines if line.paper and line.case_id == case.id}),
    }
    said = counted({kind: n for kind, n in counts.items() if n}, locale)
    n = sum(1 for one in others if one.id != case.id)
    return [*said, locale.plural("{n} other case", "{n} other cases", n)] if n else said


def _cover(
    notebook: Notebook, library: Library, case: Case, locale: Locale, today: date, without: list[str]
) -> PaperSubject:
    facts = gather_facts(
        notebook, library=library, student_id=case.student_id, case_id=case.id, partner_id=None,
        author_id=notebook.author_id, locale=locale, day=today, framework=case.framework,
    )  # fmt: skip
    opened = locale.text(
        "{reference}, opened on {day}", reference=case.reference, day=locale.date(case.opened)
    )
    closed = locale.text("closed on {day}", day=locale.date(case.closed)) if case.closed else ""
    return PaperSubject(
        form=decode(path=paths.resources() / "certificates" / f"{BOOKLET}.toml", kind=Form),
        lists=lists_of(notebook, library=library, framework=case.framework),
        framework=library.framework(service_of(notebook, case=case)),
        values={
            "case": ", ".join(part for part in (opened, closed) if part),
            "without": "\n".join(f"– {line}" for line in without),
        },
        facts=facts,
        reference=case.reference,
        place=notebook.units.own().city,
        logo=own_logo(notebook),
        day=today,
    )
