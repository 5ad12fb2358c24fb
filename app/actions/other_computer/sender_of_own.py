"""A package one wrote oneself: here, for somebody else, or at the other computer."""

from app.actions.cards.own_card import own_card
from app.actions.other_computer.other_computer import other_computer
from app.actions.streams.outgoing_stream import place_of
from app.errors import OtherComputerUnknown, PackageForked, PackageOfThisComputer, PackageOwn
from app.exchange.card_file import card_fingerprint
from app.exchange.package.reader import Package
from app.models.correspondent import Correspondent
from app.storage.notebook import Notebook


def sender_of_own(notebook: Notebook, *, package: Package) -> Correspondent:
    """The other computer, when it wrote the package for oneself.

    PackageOwn when it is somebody else's, PackageOfThisComputer when it was written here,
    OtherComputerUnknown when nobody said that there is another one. PackageForked when it goes on in the row
    this copy is writing itself: two copies are used as if they were one.
    """
    card, header = own_card(notebook), package.header
    own = card_fingerprint(sign_key=card.sign_key, seal_key=card.seal_key).hex()
    if header.recipients != [own]:
        raise PackageOwn
    other = other_computer(notebook)
    if other is None:
        raise OtherComputerUnknown
    stream = notebook.transfers.stream(header.stream_id)
    if stream is not None and stream.direction == "out" and stream.place == place_of(notebook):
        known = notebook.transfers.package(header.package_id)
        if known is not None and known.hash == package.header_hash:
            raise PackageOfThisComputer
        raise PackageForked
    return other
