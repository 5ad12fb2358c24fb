"""Load what a person reads who asks to see their record, passage by passage."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from app import paths
from app.actions.disclosure.name_disclosed import ACCESS
from app.actions.papers.decide_passage import decisions_about
from app.actions.papers.prepare_booklet import BookletChoices, prepare_booklet
from app.actions.service_of import lists_of
from app.documents.booklet_subject import BookletSubject
from app.documents.subject import PaperSubject
from app.frameworks.decode import decode
from app.frameworks.library import Library
from app.frameworks.marks import MARKS
from app.frameworks.passages import with_passages
from app.frameworks.third_parties import ThirdParties
from app.i18n import N_, Locale
from app.models.case import Case
from app.models.discreet import Discreet
from app.models.form import Form, Question
from app.models.passage import Passage, key_of
from app.models.progress import Progress, unwatched
from app.models.value_list import ValueList
from app.storage.notebook import Notebook

MASKED = N_("[passage masked]")
_REASONS, _WORDS = "passage-reasons", "third-party-words"


class Access(Discreet, frozen=True, kw_only=True):
    """The paper's subject without the passages that stay, and every passage there is."""

    subject: BookletSubject
    passages: list[Passage]


def prepare_access(
    notebook: Notebook,
    *,
    library: Library,
    case_id: str,
    locale: Locale,
    today: date,
    choices: BookletChoices,
    asked_by: str = "",
    asked_on: date | None = None,
    progress: Progress = unwatched,
) -> Access:
    """A case as somebody who asked for it reads it; RecordUnknown. What `progress` raises ends it."""
    subject = prepare_booklet(
        notebook, library=library, case_id=case_id, locale=locale, today=today, choices=choices,
        progress=progress,
    )  # fmt: skip
    case = notebook.cases.get(case_id)
    lists = lists_of(notebook, library=library, framework=case.framework)
    others = ThirdParties(names=_others(notebook, case), own=_own(notebook, case), words=lists.get(_WORDS))
    decided = decisions_about(notebook, record_ids=subject.inside)
    passages: list[Passage] = []
    sheets = []
    for record_id, day, sheet in zip(subject.inside, subject.days, subject.sheets, strict=True):
        sheets.append(_read(sheet, record_id, day, others, decided[record_id], locale, passages))
    values = dict(subject.cover.values or {})
    values |= {
        "asked_by": asked_by,
        "asked_on": asked_on.isoformat() if asked_on else "",
        "masked": _masked(passages, lists, locale),
    }
    form = decode(path=paths.resources() / "certificates" / f"{ACCESS}.toml", kind=Form)
    cover = msgspec.structs.replace(subject.cover, form=form, values=values)
    return Access(subject=msgspec.structs.replace(subject, cover=cover, sheets=sheets), passages=passages)


def _read(
    sheet: PaperSubject,
    record_id: str,
    day: date,
    others: ThirdParties,
    decided: Mapping[str, str],
    locale: Locale,
    passages: list[Passage],
) -> PaperSubject:
    """The sheet without what stays and without what is torn off; its passages are added to the others."""
    title, mark = locale.words(sheet.form.title), locale.text(MASKED)

    def change(place: str, question: Question, words: str, sure: bool) -> str:
        label = locale.words(question.label)
        sure_words = locale.text(MARKS["reported"]) if question.kind == "marked_text" else label
        found = others.in_words(words) or ((sure_words,) if sure else ())
        passage = Passage(
            record_id=record_id, place=place, words=words.strip(), sheet=title, day=day, label=label,
            found=found, decided=decided.get(key_of(place, words.strip())),
        )  # fmt: skip
        passages.append(passage)
        return mark if passage.stays else words

    form = sheet.form.for_framework(sheet.framework.key)
    form = msgspec.structs.replace(form, sections=[one for one in form.sections if not one.cut])
    values, facts = with_passages(form=form, values=sheet.values or {}, facts=sheet.facts, change=change)
    return msgspec.structs.replace(sheet, form=form, values=values, facts=facts)


def _others(notebook: Notebook, case: Case) -> Iterable[str]:
    """Everybody whose name the notebook knows."""
    ids = notebook.students.ids_of(case.student_id)
    for student in notebook.students.list():
        if student.id not in ids:
            yield from (student.family_name, student.given_name, student.used_name)
    for guardian in notebook.guardians.of_students(ids):
        yield guardian.name
    for resident in notebook.residents.of_students(ids):
        yield resident.name


def _own(notebook: Notebook, case: Case) -> Iterable[str]:
    for student in notebook.students.many(notebook.students.ids_of(case.student_id)).values():
        yield from (student.family_name, student.given_name, student.used_name)


def _masked(passages: Iterable[Passage], lists: Mapping[str, ValueList], locale: Locale) -> str:
    """How many, and why: the person is told that something is not there to read."""
    known = lists.get(_REASONS)
    counts = Counter(one.decided or "" for one in passages if one.stays)
    said = []
    for code, n in counts.items():
        item = known.item(code) if known and code else None
        why = locale.words(item.label) if item else ""
        words = locale.plural("{n} passage masked", "{n} passages masked", n)
        said.append(f"– {words}, {why}" if why else f"– {words}")
    return "\n".join(sorted(said)) or locale.text("No passage is masked.")
