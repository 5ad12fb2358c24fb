"""The papers of a batch leave, in one file or in one each: a line in the ledger for every one."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.actions.disclosure.keep_sent import Means, keep_sent
from app.actions.disclosure.noted_file import noted_file
from app.actions.papers.plan_papers import PlannedPaper
from app.actions.sheets.mark_sent import mark_sent
from app.errors import FileNotWritten
from app.models.changes import Changes
from app.models.disclosure import Disclosure
from app.models.discreet import Discreet
from app.models.form import Form
from app.storage.notebook import Notebook


class Leaving(Discreet, kw_only=True, frozen=True):
    """What is said of a whole batch. `recipient` is "" where each goes to its own student or family."""

    form: Form
    recipient: str
    ground: str
    language: str
    today: date


def record_papers(
    notebook: Notebook,
    *,
    papers: Sequence[PlannedPaper],
    pdfs: Sequence[bytes],
    means: Means,
    leaving: Leaving,
) -> Changes:
    """A line for each and the file it is in, kept as it left; referrals are sent from then on. All or none.

    `pdfs` is the one file they are all in, or a file for each.
    """
    with notebook.change() as change:
        for at, paper in enumerate(papers):
            record_id = paper.sheet.record.id if paper.sheet else None
            form = paper.sheet.form if paper.sheet else leaving.form
            line = Disclosure(
                record_kind=leaving.form.record, record_id=record_id, case_id=paper.case_id,
                student_id=paper.student_id, what=f"{form.key} v{form.version}", means=means,
                recipient=leaving.recipient or paper.student_name, ground=leaving.ground,
                language=leaving.language, author_id=notebook.author_id,
            )  # fmt: skip
            keep_sent(notebook, line=line, pdf=pdfs[at if len(pdfs) > 1 else 0])
            if leaving.form.record == "referral" and record_id:
                mark_sent(notebook, referral_id=record_id, today=leaving.today)
    return change.changes


def hand_out_papers(
    notebook: Notebook, *, papers: Sequence[PlannedPaper], pdf: bytes, path: Path, leaving: Leaving
) -> Changes:
    """The one file and a line for each paper in it, or neither."""
    with noted_file() as write, notebook.change():
        changes = record_papers(notebook, papers=papers, pdfs=[pdf], means="saved", leaving=leaving)
        write(pdf, path)
    return changes


def hand_out_each(
    notebook: Notebook,
    *,
    papers: Sequence[PlannedPaper],
    pdfs: Sequence[bytes],
    folder: Path,
    leaving: Leaving,
) -> Changes:
    """A file for each and its line, or none of it; nothing that lies in the folder already is replaced."""
    with noted_file() as write, notebook.change():
        changes = record_papers(notebook, papers=papers, pdfs=pdfs, means="saved", leaving=leaving)
        taken = _names_in(folder)
        for paper, pdf in zip(papers, pdfs, strict=True):
            name = _free_name(leaving.form, paper, taken)
            taken.add(name.casefold())
            write(pdf, folder / name)
    return changes


def _names_in(folder: Path) -> set[str]:
    """What lies there, as disks that take capitals for small letters see it; FileNotWritten."""
    try:
        return {entry.name.casefold() for entry in folder.iterdir()}
    except OSError as error:
        raise FileNotWritten from error


def _free_name(form: Form, paper: PlannedPaper, taken: set[str]) -> str:
    """The form and the case, never the person; a number where that is taken."""
    begin = "-".join(part for part in (form.code or form.key, paper.reference) if part)
    name, n = f"{begin}.pdf", 1
    while name.casefold() in taken:
        n += 1
        name = f"{begin}-{n}.pdf"
    return name
