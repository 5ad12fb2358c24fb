"""What an attachment that comes means for those that are here: its bytes never change."""

from collections.abc import Callable, Sequence

from app.exchange.incoming import ALONE, ERASED, TAKEN
from app.exchange.incoming_file import NO_FILE
from app.exchange.merge import Verdict
from app.exchange.package.lines import RecordLine
from app.exchange.travelling import ATTACHMENT
from app.models.attachment import Attachment
from app.models.kinds import FORM_KINDS
from app.models.record import Record
from app.storage.notebook import Notebook

_KEPT_WITH = {"case", *FORM_KINDS}


class FilesHere:
    """The same content with the same record is one attachment, whatever it is called and whoever brings it.

    `came` has what came before in the package; it grows.
    """

    def __init__(self, notebook: Notebook, lines: Sequence[RecordLine], came: dict[bytes, None]) -> None:
        owners = {str(line.fields["record_id"]) for line in lines if line.kind == ATTACHMENT}
        here = notebook.attachments.of_records(sorted(owners)) if owners else []
        self._here = {_key(one.record_id, one.sha256) for one in here}
        self._came = came

    def judge(
        self,
        line: RecordLine,
        *,
        kind_here: str,
        here: Record | None,
        exists: Callable[[str, str], bool],
    ) -> tuple[Verdict, str]:
        """New, identical, or refused with an English sentence; never a second version."""
        said = line.fields
        kind, owner, content = str(said["record_kind"]), str(said["record_id"]), str(said["sha256"])
        if kind_here not in ("", ATTACHMENT):
            return "refused", TAKEN
        if isinstance(here, Attachment):
            same = (here.record_id, here.sha256) == (owner, content)
            return ("identical", "") if same else ("refused", TAKEN)
        if kind_here:
            return "refused", ERASED
        if kind not in _KEPT_WITH or not exists(kind, owner) or not exists("case", str(said["case_id"])):
            return "refused", ALONE
        key = _key(owner, content)
        if key in self._here or key in self._came:
            return "identical", ""
        if not line.pieces:
            return "refused", NO_FILE
        self._came[key] = None
        return "new", ""


def _key(record_id: str, sha256: str) -> bytes:
    return bytes.fromhex(record_id) + bytes.fromhex(sha256)
