"""Do what was accepted, and remember what was answered."""

from collections.abc import Iterable, Mapping

import msgspec

from app.actions.packages.meet_authors import meet_authors
from app.actions.proposals.kept import keep_proposals, kept_proposals
from app.actions.proposals.look_at_offers import Entries, Offer
from app.actions.proposals.note_proposals import proposed_in
from app.actions.proposals.offered_roster import take_roster
from app.actions.unit_changes.look_into_unit_file import preview_unit_file
from app.actions.unit_changes.take_unit_file import take_unit_file
from app.exchange.package.lines import Header
from app.exchange.proposal import STRUCTS, file_of
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.record import now
from app.storage.notebook import Notebook


def take_offers(
    notebook: Notebook,
    *,
    library: Library,
    header: Header,
    correspondent_id: str,
    offers: Iterable[Offer],
    answers: Mapping[str, bool],
) -> Changes:
    """Entries and files of those accepted; cases are taken with the package. Inside a change.

    What is not answered stays as it is and can be answered when the file is opened again.
    """
    changes, noted = Changes(), []
    for offer in offers:
        answer = True if offer.is_same and not offer.answer else answers.get(offer.line.id)
        if answer is None or offer.said is None or not (offer.is_open or offer.is_same) or offer.answer:
            continue
        (proposed,) = proposed_in(
            [offer.line], header=header, correspondent_id=correspondent_id, direction="in"
        )
        said: dict[bool, str] = {True: "accepted", False: "declined"}
        noted.append(msgspec.structs.replace(proposed, answer=said[answer], answered_at=now()))
        if answer and not offer.is_same:
            changes |= _taken(notebook, library, offer)
    if noted:
        keep_proposals(notebook, noted)
    return changes


def still_open(notebook: Notebook, answers: Mapping[str, bool]) -> dict[str, bool]:
    """Those of these answers nobody gave meanwhile, in another window perhaps."""
    kept = kept_proposals(notebook)
    return {key: said for key, said in answers.items() if key not in kept or not kept[key].answer}


def _taken(notebook: Notebook, library: Library, offer: Offer) -> Changes:
    said = offer.said
    assert said is not None
    if said.about == "unit_file":
        preview = preview_unit_file(notebook, library=library, file=file_of(said))
        return take_unit_file(notebook, preview=preview)
    if said.about == "roster":
        return take_roster(notebook, library=library, line=offer.line)
    if said.about == "case":
        return Changes()  # its records are taken with those of the package
    author = offer.line.author
    meet_authors(notebook, {author.id: author})
    here = Entries(notebook).spoken_of(said)  # the one before may have made it
    former = here or notebook.shelf(said.about).find(said.record_id)  # which may lie in the bin
    before = msgspec.to_builtins(former) if former else {"id": said.record_id}
    record = msgspec.convert(before | said.said | {"removed_at": None}, STRUCTS[said.about])
    with notebook.history.written_by(author.id):
        notebook.shelf(said.about).save(record)
    return Changes()
