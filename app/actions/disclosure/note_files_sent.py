"""A line in the ledger for each attachment that goes with a package."""

from collections.abc import Sequence

from app.actions.agreements.look_at_lapses import hold_back
from app.exchange.package.lines import RecordLine
from app.exchange.travelling import ATTACHMENT
from app.models.disclosure import Disclosure
from app.models.framework import SAME_SERVICE
from app.storage.notebook import Notebook


def note_files_sent(
    notebook: Notebook,
    *,
    lines: Sequence[RecordLine],
    recipient: str,
    ground: str,
    conditions: Sequence[str],
    language: str,
) -> None:
    """Those among these lines; AgreementOver. Inside the change that writes the package."""
    files = [line for line in lines if line.kind == ATTACHMENT and line.pieces]
    cases = notebook.cases.many(str(line.fields["case_id"]) for line in files)
    for line in files:
        case = cases.get(str(line.fields["case_id"]))
        noted = Disclosure(
            record_kind=ATTACHMENT, record_id=line.id, case_id=case.id if case else None,
            student_id=case.student_id if case else None, what=f"attachment {line.fields['type']}",
            means="sent", recipient=recipient, ground=ground, conditions=" ".join(conditions),
            language=language, author_id=notebook.author_id, circle=SAME_SERVICE, scope="proposed",
        )  # fmt: skip
        hold_back(notebook, noted, is_picture=line.fields["type"] != "pdf")
        notebook.disclosures.add(noted)
