"""What is said once a package was taken in: its records, its proposals, the parts that are still to come."""

from app.actions.receiving.open_package import OpenedPackage
from app.actions.receiving.receive_package import Received
from app.actions.streams.tell_missing import tell_parts
from app.ui.transfer.arrival import Arrival
from app.ui.workspace import Workspace


def taken_sentence(workspace: Workspace, opened: OpenedPackage, received: Received) -> str:
    """In a few sentences."""
    locale, header = workspace.locale, opened.header
    said = []
    if received.counts or not (opened.offers or opened.whereabouts):
        said.append(Arrival(workspace, opened).summed_up(received.counts))
    if opened.whereabouts:
        said.append(
            locale.text("How far packages to others have got, and with whom cases are, is known here now.")
        )
    if opened.offers and not received.left:
        said.append(locale.text("Every proposal is answered; the receipt tells your unit."))
    if received.left:
        said.append(
            locale.plural(
                "{n} proposal is not answered: open the file again to do so.",
                "{n} proposals are not answered: open the file again to do so.",
                received.left,
            )
        )
    if opened.missing_parts:
        said.append(tell_parts(header.part, header.parts, opened.missing_parts, locale=locale))
    return "\n".join(said)
