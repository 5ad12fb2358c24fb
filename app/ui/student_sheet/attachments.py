"""Everything kept with a student's cases and sheets; new files go to the case."""

from app.actions.students.look_at_student import StudentFile
from app.models.attachment import Attachment
from app.models.kinds import FORM_KINDS
from app.ui.attachments.adding import Adding
from app.ui.attachments.block import AttachmentsBlock
from app.ui.widgets.sheet import Sheet
from app.ui.words.attachment_words import owner_words
from app.ui.workspace import Workspace


def student_attachments(
    workspace: Workspace, sheet: Sheet, file: StudentFile, adding: Adding
) -> AttachmentsBlock:
    """The row of a student with at least one case: the open one, or the newest, takes what is added."""
    case = file.open_case or file.cases[0]
    ids = [one.id for one in file.cases]
    people = [file.student.id, *(other.id for other in file.joined)]
    for kind in FORM_KINDS:
        ids += [record_id for record_id, *_ in workspace.notebook.sheets(kind).moments(people)]
    references = {one.id: one.reference for one in file.cases} if len(file.cases) > 1 else {}

    def where(attachment: Attachment) -> str:
        if attachment.record_kind in FORM_KINDS:
            return owner_words(workspace, attachment)[-1]
        return references.get(attachment.record_id, "")

    return AttachmentsBlock(
        workspace,
        shown=lambda: ids,
        owner=lambda: ("case", case.id),
        adding=adding,
        target=sheet,
        where=where,
    )
