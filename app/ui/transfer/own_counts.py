"""What a package to one's other computer holds, and what stays here, in words."""

from app.actions.attachments.tell_file import size_said
from app.actions.other_computer.changed_here import ChangedHere
from app.actions.papers.prepare_certificate import counted
from app.i18n import Locale


def own_counts(changed: ChangedHere, locale: Locale) -> list[str]:
    """How many records of each kind leave."""
    said = counted(changed.counts, locale)
    cards = changed.counts.get("correspondent", 0)
    said += [locale.plural("{n} card of others", "{n} cards of others", cards)] if cards else []
    if changed.bytes:
        said.append(
            locale.text("the files of the attachments: {size}", size=size_said(changed.bytes, locale))
        )
    if changed.counts.get("unit", 0) + changed.counts.get("practitioner", 0):
        said.append(locale.text("the unit and whoever writes"))
    if changed.whereabouts:
        said.append(locale.text("how far packages to others have got, and cases handed over for good"))
    return said


def leaving_words(changed: ChangedHere, locale: Locale) -> str:
    """Beside the button."""
    if not changed.lines and changed.whereabouts:
        return locale.text("No record is new; how far packages to others have got is.")
    if not changed.lines:
        return locale.text("Nothing new here. A file says to the other computer what has come from it.")
    if changed.is_everything:
        return locale.text(
            "The other computer has confirmed nothing yet, so everything leaves. What is there already"
            " changes nothing."
        )
    return locale.plural(
        "{n} record was written here since the other computer last confirmed.",
        "{n} records were written here since the other computer last confirmed.",
        len(changed.lines),
    )  # fmt: skip


def staying_words(locale: Locale) -> list[str]:
    """Exactly what each computer keeps to itself."""
    text = locale.text
    return [
        text("sheets that are not finished"),
        text("the ledger of what left, the log, and papers kept as they left"),
        text("packages of others and their receipts still to write, proposals"),
        text("what was erased for ever: erase it on both"),
        text("settings, and the unit’s own lists and forms"),
    ]
