"""An attachment that leaves or comes, in words: what it is called, how large it is, what it is kept with."""

from collections.abc import Callable, Iterable, Sequence

from app.exchange.incoming import incoming_record
from app.exchange.package.lines import RecordLine
from app.exchange.travelling import ATTACHMENT
from app.i18n import Locale
from app.models.attachment import Attachment
from app.models.kinds import FORM_KINDS
from app.models.record import FormRecord, Record
from app.models.told import Told
from app.storage.notebook import Notebook

TYPES = {"jpeg": "JPEG", "pdf": "PDF", "png": "PNG", "webp": "WebP"}
_UNITS = 1000


def size_said(size: int, locale: Locale) -> str:
    """A size as people say it."""
    thousands = max(1, round(size / _UNITS))
    if thousands < _UNITS:
        return locale.text("{n} kB", n=thousands)
    return locale.text("{n} MB", n=round(thousands / _UNITS))


def file_said(attachment: Attachment, locale: Locale) -> str:
    """Its kind and its size."""
    return f"{TYPES[attachment.type]}, {size_said(attachment.size, locale)}"


def file_title(name: str, locale: Locale, whose: str = "") -> str:
    """That it is an attachment, what it is called, and of whom."""
    title = locale.text("Attachment {name}", name=name)
    return f"{title} · {whose}" if whose else title


class FileTeller:
    """Knows the owners of many attachments: they are here, or among the lines `beside`."""

    def __init__(
        self,
        notebook: Notebook,
        locale: Locale,
        lines: Iterable[RecordLine],
        beside: Sequence[RecordLine],
        title_of_sheet: Callable[[FormRecord], str],
    ) -> None:
        self._locale, self._title_of_sheet = locale, title_of_sheet
        files = [line for line in lines if line.kind == ATTACHMENT]
        named = {str(line.fields.get(name)) for line in files for name in ("record_id", "case_id")}
        self._owners: dict[str, Record] = {}
        if files:
            for kind in ("case", *FORM_KINDS):
                self._owners |= notebook.shelf(kind).many(named)
        came = [line for line in beside if line.id in named]
        self._owners |= {line.id: incoming_record(line) for line in came if line.id not in self._owners}
        students = {str(getattr(one, "student_id", None) or "") for one in self._owners.values()}
        self._names = {one.id: one.name for one in notebook.students.many(students).values()}
        self._names |= {
            line.id: incoming_record(line).name
            for line in beside
            if line.kind == "student" and line.id in students
        }

    def tell(self, line: RecordLine) -> Told:
        """One of them."""
        attachment: Attachment = incoming_record(line)
        owner = self._owners.get(attachment.record_id) or self._owners.get(str(line.fields.get("case_id")))
        whose = self._names.get(str(getattr(owner, "student_id", None) or ""), "")
        kept = [self._title_of_sheet(owner)] if isinstance(owner, FormRecord) else []
        reference = getattr(owner, "reference", "")
        kept += [self._locale.text("case {reference}", reference=reference)] if reference else []
        return Told(
            kind=ATTACHMENT, record_id=line.id, title=file_title(attachment.name, self._locale, whose),
            fields=[(file_said(attachment, self._locale), " · ".join(kept))],
        )  # fmt: skip
