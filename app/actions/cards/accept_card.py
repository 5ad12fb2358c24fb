"""Keep somebody's card."""

from datetime import date
from typing import Any

import msgspec

from app.actions.cards.open_card import is_same, known_as
from app.models.audit_line import What
from app.models.card import Card
from app.models.changes import Changes
from app.models.correspondent import Correspondent
from app.storage.notebook import Notebook

_DONE: dict[str, What] = {"compared": "card_compared", "changed": "card_changed", "unknown": "card_kept"}


def accept_card(
    notebook: Notebook, *, card: Card, compared_how: str = "", compared_at: date | None = None
) -> Changes:
    """Keep a card that `open_card` gave.

    `compared_how` says how its words were compared ("face", "phone", "stated"), "" that nobody did. A
    card that is not the one known replaces it only when compared; otherwise the former keys stay and the
    correspondent counts as "changed".
    """
    with notebook.change() as change:
        known = known_as(notebook, card)
        if known is None:
            notebook.correspondents.save(_kept(notebook, card, None, compared_how, compared_at))
        elif compared_how or (is_same(card, known) and known.state in {"unknown", "retired"}):
            notebook.correspondents.save(_kept(notebook, card, known, compared_how, compared_at))
        elif not is_same(card, known):
            notebook.correspondents.save(msgspec.structs.replace(known, state="changed"))
        kept = known_as(notebook, card)
        if kept is not None and change.changes.items:
            notebook.audit.add(_DONE[kept.state], kind="correspondent", record_id=kept.id)
    return change.changes


def _kept(
    notebook: Notebook, card: Card, known: Correspondent | None, how: str, day: date | None
) -> Correspondent:
    said: dict[str, Any] = {
        "card_id": card.id, "name": card.name, "unit": card.unit, "role": card.role,
        "sign_key": card.sign_key, "seal_key": card.seal_key, "removed_at": None,
        "state": "compared" if how else "unknown", "compared_how": how,
        "compared_at": (day or date.today()) if how else None,
        "compared_by": notebook.author_id if how else "",
    }  # fmt: skip
    return msgspec.structs.replace(known, **said) if known else Correspondent(**said)
