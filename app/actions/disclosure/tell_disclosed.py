"""How something left the notebook, in one sentence: printed, saved, handed over, or told."""

from app.actions.disclosure.name_disclosed import name_disclosed
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.disclosure import Disclosure


def tell_disclosed(library: Library, locale: Locale, line: Disclosure) -> str:
    """What left and how."""
    if line.means == "phone":
        return locale.text("Told by phone")
    if line.means == "meeting":
        return locale.text("Told in a meeting")
    if line.means == "sent" and line.record_kind == "attachment":
        return locale.text("Attachment handed over with a package")
    if line.means == "sent":
        return locale.text("Case handed over as a package")
    paper = name_disclosed(library, locale, line)
    if line.means == "printed":
        return locale.text("{paper} printed", paper=paper)
    return locale.text("{paper} saved as a file", paper=paper)
