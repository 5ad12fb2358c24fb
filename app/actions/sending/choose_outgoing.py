"""What of chosen cases would leave for one recipient."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import groupby

import msgspec

from app.actions.cases.present_cases import present_cases
from app.actions.conflicts.decided_since import decided_since
from app.actions.other_computer.known_there import met_elsewhere
from app.actions.proposals.kept import not_taken
from app.actions.sending.outgoing_around import OutgoingAround
from app.actions.sending.outgoing_files import OutgoingFiles, StayingFile
from app.actions.service_of import asked_by
from app.actions.sheets.came_with import came_with
from app.exchange.package.lines import RecordLine
from app.exchange.projected_file import project_file
from app.exchange.projection import project, project_sheet, says_anything
from app.exchange.travelling import ATTACHMENT
from app.frameworks.library import Library
from app.frameworks.sheet import unasked
from app.models.answer import Answer
from app.models.attachment import Attachment
from app.models.case import Case
from app.models.discreet import Discreet
from app.models.form import Form
from app.models.kinds import FORM_KINDS
from app.models.record import FormRecord, Record
from app.storage.notebook import Notebook


class Outgoing(Discreet, frozen=True, kw_only=True):
    """`lines` in the order they are written, whatever others lean on first.

    `case_ids` are the cases with something this recipient has not had; `kept` counts the sheets
    nothing of which may travel. `beside` names, by identifier, a line that goes wherever another goes.
    `staying` are attachments of the chosen cases that do not leave.
    """

    lines: list[RecordLine]
    case_ids: list[str]
    kept: int = 0
    beside: dict[str, str] = {}
    staying: list[StayingFile] = []

    def __repr__(self) -> str:
        """How much, not what."""
        return f"<Outgoing {len(self.lines)}>"

    @property
    def has_picture(self) -> bool:
        """Whether an attachment leaves that is no PDF: an agreement may name pictures."""
        return any(line.kind == ATTACHMENT and line.fields["type"] != "pdf" for line in self.lines)


def choose_outgoing(
    notebook: Notebook,
    *,
    library: Library,
    correspondent_id: str,
    case_ids: list[str],
    again: Collection[str] = (),
    for_good: bool = False,
) -> Outgoing:
    """The projections this recipient has not had, with the case, student and partners they lean on.

    Nothing is written. A case whose every projection the recipient had already adds nothing, nor does
    one in the bin or of a student who lies there. Records named in `again` leave once more: the package
    that had them is lost. `for_good`: the cases change hands, and leave also when nothing of them is new.
    """
    chosen = _Chosen(notebook, library, correspondent_id, case_ids, again)
    lines: dict[str, RecordLine] = {}
    leaving: list[str] = []
    for case_id in chosen.case_ids:
        of_case = chosen.of_case(case_id)
        if for_good:
            turn = notebook.transfers.handovers.last(case_id)[0] + 1
            of_case = [
                msgspec.structs.replace(line, given=turn) if line.id == case_id else line for line in of_case
            ]
        if for_good or any(chosen.is_news(line) for line in of_case):
            leaving.append(case_id)
            lines |= {line.id: line for line in of_case if line.id not in lines}
    return Outgoing(
        lines=list(lines.values()), case_ids=leaving, kept=chosen.kept, staying=chosen.files.staying
    )


class _Chosen:
    """The cases and everything of theirs, read once; then one case after the other is projected."""

    def __init__(
        self,
        notebook: Notebook,
        library: Library,
        correspondent_id: str,
        case_ids: list[str],
        again: Collection[str],
    ) -> None:
        self._notebook = notebook
        self._again = frozenset(again)
        self._sent = notebook.transfers.sent(correspondent_id)
        self._received = notebook.transfers.received(correspondent_id)
        self._elsewhere = met_elsewhere(notebook)
        self._decided = decided_since(notebook, correspondent_id=correspondent_id, sent=self._sent)
        self._not_taken = not_taken(notebook, correspondent_id=correspondent_id)
        self._anew = False
        self.kept = 0
        self._cases = present_cases(notebook, case_ids=case_ids)
        self.case_ids = [case_id for case_id in dict.fromkeys(case_ids) if case_id in self._cases]
        self._sheets: dict[str, list[FormRecord]] = defaultdict(list)
        self._answers: dict[str, list[Answer]] = {}
        for kind in FORM_KINDS:
            shelf = notebook.sheets(kind)
            of_cases = shelf.of_cases(self._cases)
            for case_id, records in of_cases.items():
                self._sheets[case_id] += records
            self._answers |= shelf.answers_of(one.id for records in of_cases.values() for one in records)
        sheets = [sheet for records in self._sheets.values() for sheet in records]
        self.files = OutgoingFiles(notebook, library, self._cases, self._sheets)
        self._forms: dict[tuple[str, str], Form] = {}
        for asked in {(sheet.form, sheet.framework) for sheet in sheets}:
            seen, service = asked_by(notebook, library=library, framework=asked[1])
            self._forms[asked] = seen.form_of(asked[0], service)
        self._around = OutgoingAround(
            notebook, [case.student_id for case in self._cases.values()], self._sent
        )
        of_whom = [
            *self._around.student_ids,
            *(case.student_id for case in self._cases.values()),
            *(one.student_id for one in sheets),
        ]
        self._students = notebook.students.many(one for one in of_whom if one)
        self._partners = notebook.partners.many(
            str(partner_id) for sheet in sheets if (partner_id := getattr(sheet, "partner_id", None))
        )
        written: Iterable[Record] = [
            *self._cases.values(), *self._students.values(), *self._partners.values(),
            *self._around.records, *sheets, *self.files.records,
        ]  # fmt: skip
        self._revisions = notebook.history.many([record.revision for record in written])
        self._authors = {one.id: one for one in notebook.practitioners.list()}
        self._own = notebook.author

    def of_case(self, case_id: str) -> list[RecordLine]:
        """Partners, students, case; then what to mind, household, sheets and attachments that are news."""
        case: Case = self._cases[case_id]
        self._anew = case_id in self._not_taken
        news: list[RecordLine] = []
        leaving: dict[str, tuple[FormRecord, Form]] = {}
        lines: dict[str, RecordLine] = {}
        for sheet in self._sheets.get(case.id, []):
            form = self._forms[sheet.form, sheet.framework]
            line = self._sheet(sheet, form)
            if not says_anything(line, form) and sheet.id not in self._sent:
                self.kept += 1
                continue
            leaving[sheet.id], lines[sheet.id] = (sheet, form), line
            if self.is_news(line):
                news.append(line)
        files = [one for one in self.files.of(case, leaving) if self._is_new_file(one)]
        named = {one.record_id for one in files} - {line.id for line in news}
        news += [lines[sheet_id] for sheet_id in lines if sheet_id in named]
        partners = {str(line.fields["partner_id"]) for line in news if line.fields.get("partner_id")}
        around = [line for one in self._around.of(case.student_id) if self.is_news(line := self._plain(one))]
        news = [*around, *news]
        students = {str(line.fields["student_id"]) for line in news if line.fields["student_id"]}
        leaned_on: list[Record] = [
            *(self._partners[one] for one in sorted(partners)),
            *(self._students[one] for one in sorted(students | {case.student_id})),
            case,
        ]
        before = [self._plain(record) for record in leaned_on]
        return [*before, *news, *(self._file(one, case) for one in files)]

    def is_news(self, line: RecordLine) -> bool:
        """Whether the recipient had something else of this record last, or something was decided."""
        before = self._sent.get(line.id)
        return (
            self._anew
            or not before
            or before[-1].projection_hash != line.hash
            or line.id in self._decided
            or line.id in self._again
        )

    def _is_new_file(self, attachment: Attachment) -> bool:
        """Its bytes never change, so once is enough; what came from the recipient does not go back."""
        had = self._sent.get(attachment.id) or any(
            one.local_revision for one in self._received.get(attachment.id, [])
        )
        return not had or self._anew or attachment.id in self._again

    def _file(self, attachment: Attachment, case: Case) -> RecordLine:
        revision = self._revisions[attachment.revision]
        return project_file(
            attachment=attachment, case_id=case.id, author=self._authors.get(revision.author_id, self._own),
            at=revision.at, ancestors=self._ancestors(attachment),
        )  # fmt: skip

    def _plain(self, record: Record) -> RecordLine:
        revision = self._revisions[record.revision]
        author = self._authors.get(revision.author_id, self._own)
        line = project(record=record, author=author, at=revision.at, ancestors=self._ancestors(record))
        return self._counted(line)

    def _sheet(self, record: FormRecord, form: Form) -> RecordLine:
        revision = self._revisions[record.revision]
        answers = self._answers.get(record.id, [])
        odd = unasked(form=form, answers=answers)
        line = project_sheet(
            record=record,
            answers=answers,
            carried=came_with(self._notebook, record_id=record.id, answers=odd),
            form=form,
            author=self._authors.get(revision.author_id, self._own),
            at=revision.at,
            ancestors=self._ancestors(record),
        )
        return self._counted(line)

    def _counted(self, line: RecordLine) -> RecordLine:
        """A form that lets more travel sends the same revision once more: the receiver tells them apart."""
        hashes = [
            one.projection_hash for one in self._sent.get(line.id, []) if one.revision_id == line.revision
        ]
        others = sum(1 for _ in groupby([*hashes, line.hash])) - 1
        return msgspec.structs.replace(line, projection=others)

    def _ancestors(self, record: Record) -> list[str]:
        """What the recipient was sent of it, by either computer, and what of theirs it goes on from."""
        came = [one.revision_id for one in self._received.get(record.id, []) if one.local_revision]
        came += self._elsewhere.get(record.id, [])
        sent = [*came, *(one.revision_id for one in self._sent.get(record.id, []))]
        return [revision for revision in dict.fromkeys(sent) if revision != record.revision]
