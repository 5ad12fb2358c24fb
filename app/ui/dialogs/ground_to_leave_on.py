"""Just before something leaves: on which ground it does, when the agreement it named is over."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.actions.agreements.look_at_lapses import AGREEMENT, look_at_lapses
from app.ui.dialogs.agreement_over import GO, AgreementOver
from app.ui.services import service_for
from app.ui.workspace import Workspace

Leaving = Sequence[tuple[str | None, str]]


def ground_to_leave_on(
    workspace: Workspace,
    parent: QWidget,
    *,
    ground: str,
    leaving: Leaving,
    is_picture: bool = False,
) -> str:
    """The ground that was chosen, or another one where its agreement is over; "" where nothing is sent.

    `leaving` are students with whoever receives something about them.
    """
    if ground != AGREEMENT:
        return ground
    looked = (
        look_at_lapses(
            workspace.notebook, student_id=student_id, recipient=recipient, ground=ground,
            day=workspace.today, majority=service_for(workspace, student_id).majority, is_picture=is_picture,
        )
        for student_id, recipient in dict.fromkeys(leaving)
    )  # fmt: skip
    found = [one for one in looked if one is not None]
    if not found:
        return ground
    asked = AgreementOver(workspace, parent, found)
    return asked.ground if asked.ask() == GO else ""
