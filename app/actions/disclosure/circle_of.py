"""The circle a receiver stands in: what it is proposed follows from there."""

from app.actions.disclosure.doubt_recipient import exact_partners
from app.actions.disclosure.people_around import people_around
from app.actions.service_of import service_of
from app.frameworks.library import Library
from app.frameworks.receiver_words import circles_said, receiver_words
from app.models.addressee import Addressee
from app.models.case import Case
from app.models.discreet import Discreet
from app.models.framework import FAMILY, Circle, Framework
from app.models.record import FormRecord
from app.storage.notebook import Notebook

_PARTNER = "partner"  # somebody outside nobody knows more about
_TYPES, _GROUNDS = "n09-partner-types", "disclosure-grounds"
_NARROW = ("nothing", "chosen", "shared", "record")


class Standing(Discreet, frozen=True, kw_only=True):
    """`who` is a code of list share-circles, `certain` whether the receiver’s words said so."""

    who: str = ""
    certain: bool = False


def circle_of(
    notebook: Notebook, *, library: Library, record: FormRecord | Case, recipient: str, ground: str = ""
) -> Standing:
    """Nothing as long as nothing is said of the receiver.

    The directory knows its entries, the notebook the student's people, the list the words for the rest.
    Where the words say nothing the ground may: what goes to the paper file is for the service.
    """
    recipient = " ".join(recipient.split())
    if recipient:
        known = exact_partners(notebook, record=record, recipient=recipient)
        if known:
            item = library.lists[_TYPES].item(known[0].type) if _TYPES in library.lists else None
            return Standing(who=(item.circle if item else "") or _PARTNER, certain=True)
        people = people_around(notebook, record=record)
        said = circles_said(recipient, words=receiver_words(library.lists), people=people)
        if said:
            service = library.framework(service_of(notebook, record=record))
            return Standing(who=min(said, key=lambda who: _narrowness(service, who)), certain=True)
    grounds = library.lists.get(_GROUNDS)
    item = grounds.item(ground) if grounds and ground else None
    return Standing(who=(item.circle if item else "") or (_PARTNER if recipient else ""))


def circle_of_addressee(notebook: Notebook, *, library: Library, addressee: Addressee) -> str:
    """Of somebody a letter goes to nothing has to be guessed: it knows whom it is written for."""
    if addressee.reader in FAMILY:
        return FAMILY[addressee.reader]
    partner = notebook.partners.find(next(iter(addressee.record_ids), None))
    item = library.lists[_TYPES].item(partner.type) if partner and _TYPES in library.lists else None
    return (item.circle if item else "") or _PARTNER


def rule_for(service: Framework, who: str) -> Circle | None:
    """What a service says of that circle; None where it says nothing."""
    return next((circle for circle in service.circles if circle.who == who), None)


def _narrowness(service: Framework, who: str) -> int:
    rule = rule_for(service, who)
    return _NARROW.index(rule.gives) if rule else len(_NARROW)
