"""What the search offers, as rows."""

from datetime import date
from typing import NamedTuple

from app.frameworks.coded_words import TOKEN
from app.frameworks.discreet_passage import discreet, sensitive_labels
from app.frameworks.show import BETWEEN
from app.i18n import Locale
from app.models.form import Form
from app.models.hit import MARK_END, MARK_START, Hit
from app.ui.destination import Destination
from app.ui.widgets.key_words import key_words
from app.ui.words.by_number import number_of
from app.ui.workspace import Workspace

ICONS = {
    "student": "student",
    "interview": "chat-circle-text",
    "referral": "paper-plane-tilt",
    "paper": "file-text",
    "plan": "path",
    "request": "chats-circle",
    "advice": "chats-circle",
}


class Found(NamedTuple):
    """One row. `title` and `detail` carry marks around what matched; a heading leads nowhere."""

    title: str
    detail: str = ""
    right: str = ""
    icon: str = ""
    key: str = ""
    quoted: bool = False
    destination: Destination | None = None

    @property
    def said(self) -> str:
        """The sentence a reader hears."""
        words = ", ".join(part for part in (self.title, self.detail, self.right) if part)
        return words.replace(MARK_START, "").replace(MARK_END, "")


def found_rows(workspace: Workspace, people: list[Hit], writings: list[Hit], typed: str) -> list[Found]:
    """Students, then writings, then what one can do."""
    text, locale = workspace.text, workspace.locale
    rows: list[Found] = []
    if people:
        rows.append(Found(text("Students")))
        rows += [_person(workspace, hit) for hit in people]
    if writings:
        rows.append(Found(text("In the writings")))
        rows += [_writing(workspace, locale, hit) for hit in writings]
    rows.append(Found(text("Do")))
    interview = _first_form(workspace, "interview")
    if people and interview:
        student = workspace.notebook.students.find(people[0].record_id)
        if student:
            rows.append(
                Found(
                    text("New interview with {name}", name=student.name),
                    icon="note-pencil",
                    destination=Destination("sheet", form=interview, student_id=student.id),
                )
            )
    if interview:
        rows.append(
            Found(
                text("Quick contact"),
                text("without choosing a student"),
                icon="lightning",
                key=key_words("Ctrl+N"),
                destination=Destination("sheet", form=interview),
            )
        )
    rows += [
        Found(words, icon="chats-circle", key=key_words(key), destination=Destination("requests", kind=kind))
        for words, key, kind in (
            (text("New request"), "Ctrl+R", "request"),
            (text("New advice"), "Ctrl+B", "advice"),
        )
    ]
    rows.append(
        Found(
            text("Import a class list"),
            icon="download-simple",
            key=key_words("Ctrl+I"),
            destination=Destination("roster"),
        )
    )
    return rows


def _person(workspace: Workspace, hit: Hit) -> Found:
    line = next(iter(workspace.notebook.students.lines([hit.record_id])), None)
    news = ""
    if line and line.last_seen:
        news = workspace.text("seen on {day}", day=workspace.locale.date(line.last_seen, "brief"))
    detail = " · ".join(part for part in (hit.passage, news) if part)
    right = "" if line and line.is_followed else workspace.text("no open case")
    name = hit.title.split(" · ")[0]
    if MARK_START in name and MARK_END not in name:
        name += MARK_END
    return Found(
        name, detail, right, icon="student", destination=Destination("students", record_id=hit.record_id)
    )


def _demand(workspace: Workspace, locale: Locale, hit: Hit) -> Found:
    kind = workspace.text("Advice") if hit.kind == "advice" else workspace.text("Request")
    whom = "" if hit.kind == "advice" else hit.title or workspace.text("Nobody named yet")
    return Found(
        " · ".join(filter(None, (kind, whom))), _matching_lines(workspace, hit.passage),
        locale.date(date.fromisoformat(hit.day), "short") if hit.day else "", icon=ICONS[hit.kind],
        destination=Destination("requests", kind=hit.kind, record_id=hit.record_id),
    )  # fmt: skip


def _writing(workspace: Workspace, locale: Locale, hit: Hit) -> Found:
    if hit.kind in ("request", "advice"):
        return _demand(workspace, locale, hit)
    form = _form_of(workspace, hit)
    kind = locale.words(form.short_title) or locale.words(form.title) if form else hit.kind
    whose, passage = hit.title or workspace.text("not filed yet"), _matching_lines(workspace, hit.passage)
    if form and form.by_number:
        whose = number_of(workspace, student_id=hit.student_id)
        passage = workspace.text("To be read on the sheet.")
    title = " · ".join((kind, whose))
    day = locale.date(date.fromisoformat(hit.day), "short") if hit.day else ""
    return Found(
        title, passage, day, icon=ICONS.get(hit.kind, "file-text"),
        quoted=True,
        destination=Destination("sheet", kind=hit.kind, record_id=hit.record_id),
    )  # fmt: skip


def _form_of(workspace: Workspace, hit: Hit) -> Form | None:
    """The form it is written on: where several fill the same kind of record, the record says which."""
    forms = {form.key: form for form in workspace.library.forms.values() if form.record == hit.kind}
    if len(forms) > 1:
        record = workspace.notebook.sheets(hit.kind).find(hit.record_id)
        return forms.get(record.form) if record else None
    return next(iter(forms.values()), None)


def _matching_lines(workspace: Workspace, passage: str) -> str:
    """The lines the words stand in: those after the writing are labels, in every language there is.

    A label that could hurt is read on the sheet, never over a shoulder.
    """
    hurting = sensitive_labels(workspace.library.lists)
    passage, hidden = _called(workspace, passage)
    lines = [" ".join(line.split()) for line in passage.splitlines() if line.strip()]
    matching = [line for line in lines if MARK_START in line] or lines[:1]
    shown = [discreet(line, labels=hurting, marks=MARK_START + MARK_END) for line in matching]
    said = " … ".join(filter(None, shown))
    return said or (workspace.text("To be read on the sheet.") if matching or hidden else "")


def _called(workspace: Workspace, passage: str) -> tuple[str, bool]:
    """The signs of codes by what they are called today; those that could hurt go, and whether any did."""
    words, hidden = workspace.coded_words, False
    lines = []
    for line in passage.split("\n"):
        if not TOKEN.search(line):
            lines.append(line)
            continue
        parts, others = [], []
        for part in line.split(BETWEEN.strip()):
            found = TOKEN.search(part)
            item = words.item(found[0]) if found else None
            if item is None or found is None:
                continue  # cut in the middle, or a code no list knows any more
            if item.sensitive:
                hidden = True
                continue
            said = workspace.locale.words(item.label)
            if MARK_START in part:
                parts.append(f"{MARK_START}{said}{MARK_END}")
            else:
                others.append(said)
        lines.append(BETWEEN.join((*parts, *others)))  # first what was looked for
    return "\n".join(lines), hidden


def _first_form(workspace: Workspace, kind: str) -> str:
    forms = workspace.library.forms_for(workspace.notebook.framework)
    return next((form.key for form in forms if form.record == kind), "")
