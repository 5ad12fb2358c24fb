"""The attachments that go with the cases of a package, and those that stay."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from app.actions.disclosure.circle_of import rule_for
from app.errors import AttachmentLost, AttachmentNotSent
from app.exchange.package.lines import Piece, RecordLine
from app.exchange.package.pieces import pieces_of
from app.frameworks.library import Library
from app.frameworks.proposal import propose_file
from app.i18n import N_
from app.models.attachment import Attachment
from app.models.case import Case
from app.models.discreet import Discreet
from app.models.form import Form
from app.models.framework import SAME_SERVICE
from app.models.record import FormRecord
from app.storage.notebook import Notebook

_WITH_ITS_SHEET = N_("nothing of the sheet it is kept with leaves")
_NOT_WHOLE = N_("the service does not hand over the whole of what it is kept with")


class StayingFile(Discreet, frozen=True, kw_only=True):
    """An attachment that does not leave with its case; `why` is an English sentence without its end."""

    attachment: Attachment
    why: str


class OutgoingFiles:
    """Read once for all the cases; what lies in the bin stays without a word, like any record."""

    def __init__(
        self,
        notebook: Notebook,
        library: Library,
        cases: Mapping[str, Case],
        sheets: Mapping[str, Sequence[FormRecord]],
    ) -> None:
        self._library, self._usual = library, notebook.framework
        of_case = {sheet.id: case_id for case_id, some in sheets.items() for sheet in some}
        of_case |= {case_id: case_id for case_id in cases}
        self.records = notebook.attachments.of_records(list(of_case))
        self._of: dict[str, list[Attachment]] = defaultdict(list)
        for one in self.records:
            self._of[of_case[one.record_id]].append(one)
        self.staying: list[StayingFile] = []

    def of(self, case: Case, leaving: Mapping[str, tuple[FormRecord, Form]]) -> list[Attachment]:
        """Those that go with a case; `leaving` are its sheets of which anything may, by identifier."""
        found = []
        for one in self._of.get(case.id, []):
            if why := self._why_it_stays(one, case, leaving):
                self.staying.append(StayingFile(attachment=one, why=why))
            else:
                found.append(one)
        return found

    def _why_it_stays(
        self, one: Attachment, case: Case, leaving: Mapping[str, tuple[FormRecord, Form]]
    ) -> str:
        """A file goes whole or not at all, so it goes where all of its sheet goes."""
        sheet, form = leaving.get(one.record_id, (None, None))
        if sheet is None and one.record_id != case.id:
            return _WITH_ITS_SHEET
        service = self._library.framework((sheet.framework if sheet else "") or case.framework or self._usual)
        how = propose_file(form=form, circle=rule_for(service, SAME_SERVICE)).how
        return "" if how in ("", "whole", "record") else _NOT_WHOLE


def outgoing_pieces(notebook: Notebook, lines: Sequence[RecordLine]) -> Iterator[Piece]:
    """The bytes of those of the lines that bring any, in their order; AttachmentNotSent."""
    sent = [line.id for line in lines if line.pieces]
    attachments = notebook.attachments.many(sent)
    for attachment_id in sent:
        attachment = attachments.get(attachment_id)
        if attachment is None:
            raise AttachmentNotSent(file=attachment_id[:8])
        try:
            yield from pieces_of(attachment_id, notebook.attachments.pieces(attachment))
        except AttachmentLost:
            raise AttachmentNotSent(file=attachment.name) from None
