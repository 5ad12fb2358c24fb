"""What the commands say of a package from outside."""

from collections import Counter

from app.actions.receiving.open_package import LATE, NEW_ROW, OpenedPackage
from app.actions.streams.tell_missing import tell_missing, tell_parts
from app.commands.say import say
from app.errors import PackageForked
from app.i18n import N_, Locale

VERDICTS = {
    "new": "new",
    "updated": "updated",
    "identical": "identical",
    "conflict": "conflicts",
    "refused": "refused",
}
_SUMMED_UP = N_(
    "{new} new, {updated} updated, {identical} as they were, {conflicts} changed on both sides,"
    " {refused} refused"
)


def tell_package(opened: OpenedPackage, *, locale: Locale) -> None:
    """Whose and which number, whether one is missing, whether its row holds together."""
    sender, number = opened.correspondent.name, opened.header.sequence
    say(locale.text("Package no. {number} from {sender}.", number=number, sender=sender))
    if opened.is_forked:
        say(PackageForked().said(locale))
    if opened.is_new_row:
        say(locale.text(NEW_ROW))
    if opened.is_late:
        say(locale.text(LATE))
    given = [str(one.line.fields.get("reference", "")) for one in opened.records if one.is_given]
    if given:
        say(locale.text("Handed over for good: {references}.", references=", ".join(given)))
    if missing := tell_missing(opened.missing, locale=locale):
        say(missing)
    if n := sum(one.is_open for one in opened.offers):
        say(
            locale.plural(
                "{n} proposal waits for an answer: open the file in the window.",
                "{n} proposals wait for an answer: open the file in the window.",
                n,
            )
        )
    header = opened.header
    if parts := tell_parts(header.part, header.parts, opened.missing_parts, locale=locale):
        say(parts)


def tell_counts(opened: OpenedPackage, counts: dict[str, int], *, locale: Locale) -> None:
    """How many records become what, and why those refused are."""
    say("  " + locale.text(_SUMMED_UP, **counts))
    for reason, n in Counter(one.reason for one in opened.records if one.reason).items():
        say(
            "  "
            + locale.plural("{n} refused: {reason}", "{n} refused: {reason}", n, reason=locale.text(reason))
        )
