"""Whether the practitioner has another computer with this notebook, and what is remembered about it."""

import msgspec

from app.actions.cards.own_card import own_card
from app.actions.streams.outgoing_stream import place_of
from app.models.changes import Changes
from app.models.correspondent import ONESELF, Correspondent
from app.storage.notebook import Notebook

_NOTES_AT = "personal_notes_at"
_ELSEWHERE = "elsewhere"


def other_computer(notebook: Notebook) -> Correspondent | None:
    """One's own other computer while there is one."""
    found = notebook.correspondents.oneself()
    return found if found is not None and found.state == "compared" else None


def name_other_computer(notebook: Notebook, *, name: str) -> Changes:
    """From now on packages go to oneself too; the personal notes are written here until somebody says else.

    Nobody has words to compare: the keys are one's own.
    """
    with notebook.change() as change:
        card, known = own_card(notebook), notebook.correspondents.oneself()
        one = Correspondent(
            card_id=card.id, name=name, role=ONESELF, sign_key=card.sign_key, seal_key=card.seal_key,
            state="compared", compared_how="stated", compared_by=notebook.author_id,
        )  # fmt: skip
        if known is not None:
            one = msgspec.structs.replace(one, id=known.id, revision=known.revision)
        notebook.correspondents.save(one)
        if not notebook.preferences.get(_NOTES_AT):
            notebook.preferences.set(_NOTES_AT, place_of(notebook))
    return change.changes


def forget_other_computer(notebook: Notebook) -> Changes:
    """There is one computer again; what came from the other stays."""
    with notebook.change() as change:
        known = notebook.correspondents.oneself()
        if known is not None:
            notebook.correspondents.save(msgspec.structs.replace(known, state="retired"))
            notebook.transfers.own.doubt(known.id)
        notebook.preferences.set(_NOTES_AT, None)
    return change.changes


def notes_are_elsewhere(notebook: Notebook) -> bool:
    """Whether the personal notes are written on the other computer: they never travel."""
    at = notebook.preferences.get(_NOTES_AT)
    return bool(at) and at != place_of(notebook) and other_computer(notebook) is not None


def write_notes_here(notebook: Notebook, *, here: bool) -> Changes:
    """Say on which of the two the personal notes are written from now on."""
    with notebook.change() as change:
        notebook.preferences.set(_NOTES_AT, place_of(notebook) if here else _ELSEWHERE)
        known = notebook.correspondents.oneself()
        if known is not None:
            change.note("correspondent", known.id)
    return change.changes


def moment_of(notebook: Notebook, *, direction: str) -> str:
    """When the last package to the other computer was written, or came from it; "" when none."""
    known = notebook.correspondents.oneself()
    if known is None:
        return ""
    packages = notebook.transfers.packages(
        correspondent_id=known.id, direction="out" if direction == "out" else "in", limit=1
    )
    return packages[0].at if packages else ""
