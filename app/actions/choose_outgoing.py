"""What of chosen cases would leave for one recipient."""

import msgspec

from app.exchange.package.lines import RecordLine
from app.exchange.projection import project, project_sheet, says_anything
from app.frameworks.library import Library
from app.models.case import Case
from app.models.kinds import FORM_KINDS
from app.models.practitioner import Practitioner
from app.models.record import FormRecord, Record
from app.storage.notebook import Notebook


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """`lines` in the order they are written, whatever others lean on first.

    `case_ids` are the cases with something this recipient has not had; `kept` counts the sheets
    nothing of which may travel.
    """

    lines: list[RecordLine]
    case_ids: list[str]
    kept: int = 0

    def __repr__(self) -> str:
        """How much, not what."""
        return f"<Outgoing {len(self.lines)}>"


def choose_outgoing(
    notebook: Notebook, *, library: Library, correspondent_id: str, case_ids: list[str]
) -> Outgoing:
    """The projections this recipient has not had, with the case, student and partners they lean on.

    Nothing is written. A case whose every projection the recipient had already adds nothing.
    """
    chosen = _Choosing(notebook, library, correspondent_id)
    lines: dict[str, RecordLine] = {}
    leaving: list[str] = []
    for case_id in case_ids:
        of_case = chosen.of_case(notebook.cases.get(case_id))
        if any(chosen.is_news(line) for line in of_case):
            leaving.append(case_id)
            lines |= {line.id: line for line in of_case if line.id not in lines}
    return Outgoing(lines=list(lines.values()), case_ids=leaving, kept=chosen.kept)


class _Choosing:
    """Projects the records of one case after the other for one recipient."""

    def __init__(self, notebook: Notebook, library: Library, correspondent_id: str) -> None:
        self._notebook, self._library = notebook, library
        self._sent = notebook.transfers.sent(correspondent_id)
        self.kept = 0

    def of_case(self, case: Case) -> list[RecordLine]:
        """Partners, student, case, then the sheets that may say anything and are new to the recipient."""
        notebook = self._notebook
        sheets: list[tuple[FormRecord, RecordLine]] = []
        for kind in FORM_KINDS:
            for record in notebook.sheets(kind).of_student([case.student_id]):
                if record.case_id != case.id:
                    continue
                form = self._library.form_for(record.form, notebook.framework)
                line = self._sheet(kind, record)
                if says_anything(line, form) or record.id in self._sent:
                    sheets.append((record, line))
                else:
                    self.kept += 1
        news = [(record, line) for record, line in sheets if self.is_news(line)]
        partners = {getattr(record, "partner_id", None) for record, _ in news} - {None}
        leaned_on: list[Record] = [
            *(notebook.partners.get(str(partner_id)) for partner_id in partners),
            notebook.students.get(case.student_id),
            case,
        ]
        return [*(self._plain(record) for record in leaned_on), *(line for _, line in news)]

    def is_news(self, line: RecordLine) -> bool:
        """Whether the recipient's last projection of this record says something else."""
        before = self._sent.get(line.id)
        return not before or before[-1].projection_hash != line.hash

    def _plain(self, record: Record) -> RecordLine:
        author, at = self._written(record)
        return project(record=record, author=author, at=at, ancestors=self._ancestors(record))

    def _sheet(self, kind: str, record: FormRecord) -> RecordLine:
        author, at = self._written(record)
        return project_sheet(
            record=record,
            answers=self._notebook.sheets(kind).answers(record.id),
            form=self._library.form_for(record.form, self._notebook.framework),
            author=author,
            at=at,
            ancestors=self._ancestors(record),
        )

    def _ancestors(self, record: Record) -> list[str]:
        sent = [one.revision_id for one in self._sent.get(record.id, [])]
        return [revision for revision in dict.fromkeys(sent) if revision != record.revision]

    def _written(self, record: Record) -> tuple[Practitioner, str]:
        revision = self._notebook.history.many([record.revision])[record.revision]
        author = self._notebook.practitioners.find(revision.author_id) or self._notebook.author
        return author, revision.at
