"""What a line of the ledger is about, in words."""

from app.frameworks.library import Library
from app.i18n import Locale
from app.models.disclosure import Disclosure

# the keys of papers of the service's own among the certificates
BOOKLET = "booklet"
ACCESS = "access"
DISPATCH = "dispatch"
COUNCIL = "council"


def name_disclosed(library: Library, locale: Locale, line: Disclosure) -> str:
    """The paper’s short title, or that it was an attachment; the line’s own code where nothing is known."""
    key = line.what.split(" ")[0]
    if line.record_kind == "case" and key == BOOKLET:
        return locale.text("Case booklet")
    if line.record_kind == "case" and key == ACCESS:
        return locale.text("Record handed over on request")
    if line.record_kind == "student":
        return locale.text("Who has received what")
    if line.record_kind == "paper" and key == DISPATCH:
        return locale.text("Dispatch slip")
    if line.record_kind == "paper" and key == COUNCIL:
        return locale.text("List for a class council")
    if line.record_kind == "attachment":
        return locale.text("Attachment")
    if line.record_kind == "letter":
        if key == "labels":
            return locale.text("Address label")
        letter = library.letters.get(key)
        return locale.words(letter.title) if letter else locale.text("Letter")
    form = library.forms.get(key)
    return locale.words(form.short_title) or locale.words(form.title) if form else line.what
