"""What each record of a package would bring, in words."""

from collections.abc import Sequence

from app.actions.other_computer.tell_own import tell_own
from app.actions.packages.tell_travelling import tell_lines
from app.actions.packages.told_in_turn import ToldInTurn
from app.actions.receiving.judged_records import Judged
from app.actions.receiving.lines_as_taken import lines_as_taken
from app.actions.receiving.open_package import OpenedPackage
from app.exchange.package.lines import RecordLine
from app.exchange.travelling import ATTACHMENT
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.told import Told
from app.storage.notebook import Notebook

_OWNERS = ("record_id", "case_id")


def tell_arrived(
    notebook: Notebook,
    *,
    library: Library,
    opened: OpenedPackage,
    judged: Sequence[Judged],
    locale: Locale,
) -> ToldInTurn:
    """Every field that travels of these records of the package, as they would be taken."""

    def tell(wanted: range) -> list[Told]:
        some = judged[wanted.start : wanted.stop]
        lines = lines_as_taken(notebook, library, opened.correspondent.id, some)
        beside = _leant_on(opened, lines)
        tell = tell_own if opened.correspondent.is_oneself else tell_lines
        return tell(notebook, library=library, lines=lines, locale=locale, beside=beside)

    return ToldInTurn(len(judged), tell)


def _leant_on(opened: OpenedPackage, lines: Sequence[RecordLine]) -> list[RecordLine]:
    """The students and partners of the package these name; of attachments the case and the sheet too."""
    owners = {str(line.fields.get(name)) for line in lines if line.kind == ATTACHMENT for name in _OWNERS}
    of_files = [one.line for one in opened.records if one.id in owners] if owners else []
    named = {
        str(line.fields.get(name)) for line in [*lines, *of_files] for name in ("student_id", "partner_id")
    }
    return of_files + [
        one.line for one in opened.records if one.kind in {"student", "partner"} and one.id in named
    ]
