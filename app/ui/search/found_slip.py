"""What the search offers where somebody types the code of a slip that came back."""

from app.actions.sheets.find_slip import find_slip
from app.errors import SlipMistyped, SlipUnknown
from app.models.referral import Referral
from app.security.slip_code import looks_like_code, slip_code
from app.ui.destination import Destination
from app.ui.search.found import ICONS, Found
from app.ui.words.by_number import is_by_number, number_of
from app.ui.workspace import Workspace


def slip_rows(workspace: Workspace, typed: str, *, alone: bool) -> list[Found]:
    """Its referral first; what is wrong with a code is said where nothing else was found (`alone`).

    A name may be as long as a code, so what is no code is passed over in silence.
    """
    text = workspace.text
    try:
        found = find_slip(workspace.notebook, typed=typed)
    except (SlipMistyped, SlipUnknown) as failure:
        if not alone or not looks_like_code(typed):
            return []
        said = (text(words, **failure.values) for words in (failure.sentence, failure.next_step))
        return [Found(text("Return slip")), *map(Found, said)]
    return [Found(text("Return slip")), *(_row(workspace, one) for one in found)]


def _row(workspace: Workspace, referral: Referral) -> Found:
    student, icon = workspace.notebook.students.find(referral.student_id), ICONS["referral"]
    partner = workspace.notebook.partners.find(referral.partner_id)
    title = student.name if student else workspace.text("not filed yet")
    if is_by_number(workspace, referral.form):
        title = number_of(workspace, student_id=referral.student_id, case_id=referral.case_id)
    return Found(
        " · ".join((slip_code(referral.id), title)),
        partner.service if partner else "",
        workspace.locale.date(referral.sent_date or referral.date, "short"),
        icon=icon,
        destination=Destination("sheet", kind="referral", record_id=referral.id),
    )
