"""Where a notebook lies badly, and why: said before it hurts."""

from pathlib import Path

from app.i18n import Locale
from app.storage.synchronised import synchronised_by
from app.ui.drive_kind import drive_kind


def hazard_of(folder: Path) -> str:
    """What a notebook there has to fear: a service's name, "network", "removable", or nothing."""
    return synchronised_by(folder) or drive_kind(folder)


def hazard_words(locale: Locale, hazard: str) -> str:
    """The reason and what to do instead; empty for a good place."""
    if not hazard:
        return ""
    if hazard == "network":
        return locale.text(
            "This folder lies on a network drive: a connection that breaks while Carnet writes can damage the"
            " notebook. Better keep the notebook on this computer, and its copies there."
        )
    if hazard == "removable":
        return locale.text(
            "This folder lies on a removable drive: taken out while Carnet writes, or lost, it takes the"
            " notebook with it. Better keep the notebook on this computer, and its copies there."
        )
    return locale.text(
        "{service} synchronises this folder: it can copy the notebook half-written, or put an older state in"
        " its place. Better keep the notebook outside; its copies may lie there.",
        service=hazard,
    )
