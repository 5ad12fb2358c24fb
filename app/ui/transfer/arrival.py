"""What a file that came says: its sender, its place in the row, and what each record would become."""

from collections.abc import Iterable, Mapping, Sequence

from app.actions.attachments.tell_file import file_title
from app.actions.other_computer.tell_whereabouts import tell_whereabouts
from app.actions.packages.told_in_turn import ToldInTurn
from app.actions.receipts.open_acknowledgement import is_from_elsewhere
from app.actions.receiving.judged_records import Judged
from app.actions.receiving.open_package import LATE, NEW_ROW, WENT_BACK, OpenedPackage
from app.actions.receiving.tell_arrived import tell_arrived
from app.actions.streams.tell_missing import tell_missing, tell_parts
from app.errors import ReceiptElsewhere
from app.exchange.incoming import incoming_record
from app.exchange.incoming_file import FILE_CODES
from app.exchange.package.lines import RecordLine
from app.exchange.travelling import ATTACHMENT
from app.i18n import N_, Locale
from app.models.told import Told
from app.ui.transfer.correspondent_panel import CorrespondentPanel
from app.ui.transfer.offer_row import OfferRow
from app.ui.transfer.told_rows import ToldRows
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

_VERDICTS = {
    "new": N_("New"),
    "updated": N_("Newer"),
    "conflict": N_("Two versions"),
    "refused": N_("Refused"),
    "identical": N_("Already here"),
}


_MOST_OWN = 60  # of a whole notebook nobody reads more, and a window with thousands of rows is slow


class Arrival:
    """`show_on` fills a sheet; nothing is written by looking."""

    def __init__(self, workspace: Workspace, opened: OpenedPackage) -> None:
        self._workspace, self._opened = workspace, opened
        self.offers: list[OfferRow] = []
        self._rows: list[ToldRows] = []

    def show_on(self, sheet: Sheet) -> None:
        """Sender first, then warnings, then the records by verdict."""
        workspace, opened, text = self._workspace, self._opened, self._workspace.text
        if opened.correspondent.is_oneself:
            mine = text("Your other computer. The file is signed with your notebook’s own key.")
            sheet.add_row(text("From"), Label(workspace.theme, mine, wrap=True))
        else:
            sheet.add_row(
                text("From"), CorrespondentPanel(workspace, opened.correspondent, with_actions=False)
            )
        warnings = self._warnings()
        if warnings:
            sheet.add_row("", Banner(workspace.theme, warnings))
        if opened.receipts:
            sheet.add_row(text("Receipt"), Label(workspace.theme, self._receipts(), wrap=True))
            return
        self._show_offers(sheet)
        given = [one.line for one in opened.records if one.is_given and one.verdict != "refused"]
        if given:
            sheet.add_row(text("For good"), Label(workspace.theme, self._given(given), wrap=True))
        if opened.whereabouts and (told := self._whereabouts()):
            sheet.add_row(text("Packages and cases"), Label(workspace.theme, "\n".join(told), wrap=True))
        counts = {verdict: opened.count(verdict) for verdict in _VERDICTS}  # type: ignore[arg-type]
        if opened.records or not (opened.offers or opened.whereabouts):
            sheet.add_row(text("Content"), Label(workspace.theme, self.summed_up(counts), wrap=True))
        for verdict, words in _VERDICTS.items():
            judged = opened.records.with_verdict(verdict)
            if not judged or (opened.correspondent.is_oneself and verdict == "identical"):
                continue
            most = _MOST_OWN if opened.correspondent.is_oneself else len(judged)
            rows = ToldRows(workspace, self._told(verdict, judged, most))
            self._rows.append(rows)
            sheet.add_row(text(words), rows)
            if len(judged) > most:
                more = workspace.locale.plural("and {n} more", "and {n} more", len(judged) - most)
                sheet.add_row("", Label(workspace.theme, more, ink="ink2", wrap=True))

    def rest(self) -> None:
        """No more is shown than there is: it is being taken."""
        for rows in (*self._rows, *(offer.rows for offer in self.offers)):
            rows.rest()

    def answers(self) -> dict[str, bool]:
        """What was answered to the proposals, by identifier."""
        given = {row.offer.line.id: row.answer for row in self.offers}
        return {key: answer for key, answer in given.items() if answer is not None}

    def _show_offers(self, sheet: Sheet) -> None:
        """What waits for an answer first."""
        label = self._workspace.text("Proposals of your unit")
        for offer in sorted(self._opened.offers, key=lambda one: not one.is_open):
            row = OfferRow(self._workspace, offer)
            self.offers.append(row)
            sheet.add_row(label, row)
            label = ""

    def summed_up(self, counts: Mapping[str, int]) -> str:
        """How many records become what, in one sentence."""
        locale = self._workspace.locale
        n = {verdict: counts.get(verdict, 0) for verdict in _VERDICTS}
        parts = [
            locale.plural("{n} new record", "{n} new records", n["new"]),
            locale.plural("{n} newer", "{n} newer", n["updated"]),
            locale.plural("{n} with two versions", "{n} with two versions", n["conflict"]),
            locale.plural("{n} refused", "{n} refused", n["refused"]),
            locale.plural("{n} already here", "{n} already here", n["identical"]),
        ]
        said = [part for part, number in zip(parts, n.values(), strict=True) if number]
        return " · ".join(said) or locale.text("Nothing.")

    def _warnings(self) -> list[tuple[str, str]]:
        opened, text = self._opened, self._workspace.text
        said = []
        if opened.is_new_row:
            said.append(("info", text(NEW_ROW)))
        if is_from_elsewhere(self._workspace.notebook, opened=opened):
            said.append(("warning", ReceiptElsewhere().said(self._workspace.locale)))
        elif opened.unknown_receipts:
            said.append(("warning", text(WENT_BACK)))
        if opened.is_repeated:
            said.append(("info", text("This file was opened before; opening it again changes nothing.")))
        if opened.is_late and not opened.receipts:
            said.append(("info", text(LATE)))
        locale, header = self._workspace.locale, opened.header
        if missing := tell_missing(opened.missing, locale=locale):
            said.append(("info", missing))
        if parts := tell_parts(header.part, header.parts, opened.missing_parts, locale=locale):
            said.append(("info", parts))
        return said

    def _given(self, lines: Sequence[RecordLine]) -> str:
        """Which cases the sender gives away, and what follows from it."""
        names = ", ".join(str(line.fields.get("reference", "")) for line in lines)
        return self._workspace.locale.plural(
            "{name} hands case {references} over to you for good: from your receipt on, you go on with it.",
            "{name} hands cases {references} over to you for good: from your receipt on, you go on with"
            " them.",
            len(lines), name=self._opened.correspondent.name, references=names,
        )  # fmt: skip

    def _whereabouts(self) -> list[str]:
        """What the other computer knows of what left for others, as far as it is news."""
        cases = self._opened.records.those(lambda one: one.kind == "case" and one.verdict == "new")
        return tell_whereabouts(
            self._workspace.notebook, lines=self._opened.whereabouts, locale=self._workspace.locale,
            references={one.id: str(one.line.fields.get("reference", "")) for one in cases},
        )  # fmt: skip

    def _receipts(self) -> str:
        text, transfers = self._workspace.text, self._workspace.notebook.transfers
        known = map(transfers.package, dict.fromkeys(one.package_id for one in self._opened.receipts))
        numbers = [str(one.sequence) for one in known if one is not None and one.direction == "out"]
        if not numbers:
            return text("This receipt belongs to no package of yours")
        said = [text("for your package no. {n}", n=", ".join(numbers))]
        conflicts = sum(len(one.conflicts) for one in self._opened.receipts)
        refused = sum(len(one.refused) for one in self._opened.receipts)
        taken_on = sum(len(one.taken_on) for one in self._opened.receipts)
        plural = self._workspace.locale.plural
        said += [plural("{n} with two versions", "{n} with two versions", conflicts)] if conflicts else []
        said += [plural("{n} refused", "{n} refused", refused)] if refused else []
        if taken_on:
            said.append(plural("{n} case taken on for good", "{n} cases taken on for good", taken_on))
        return " · ".join(said)

    def _told(self, verdict: str, judged: Sequence[Judged], most: int) -> ToldInTurn:
        workspace = self._workspace
        if verdict == "refused":
            reasons = _refused(judged, workspace.locale)
            return ToldInTurn(len(reasons), lambda wanted: reasons[wanted.start : wanted.stop])
        judged = judged[:most] if most < len(judged) else judged
        told = tell_arrived(
            workspace.notebook, library=workspace.library, opened=self._opened, judged=judged,
            locale=workspace.locale,
        )  # fmt: skip
        if verdict == "identical":
            return ToldInTurn(
                len(told), lambda wanted: [_named(one) for one in told[wanted.start : wanted.stop]]
            )
        return told


def _named(one: Told) -> Told:
    return Told(kind=one.kind, record_id=one.record_id, title=one.title, fields=[])


def _refused(judged: Iterable[Judged], locale: Locale) -> list[Told]:
    """Each reason once. What cannot be taken is not shown: its words are nobody's until it can.

    An attachment whose file is not sound is named: somebody has to ask for it again.
    """
    by_reason: dict[str, list[Judged]] = {}
    files = list[Told]()
    for one in judged:
        if one.kind == ATTACHMENT and one.is_sound and one.reason in FILE_CODES:
            title = file_title(incoming_record(one.line).name, locale)
            why = [(locale.text("why"), locale.text(one.reason))]
            files.append(Told(kind=one.kind, record_id=one.id, title=title, fields=why))
        else:
            by_reason.setdefault(locale.text(one.reason), []).append(one)
    return files + [
        Told(
            kind=some[0].kind,
            record_id=some[0].id,
            title=locale.plural("{n} record", "{n} records", len(some)),
            fields=[(locale.text("why"), reason)],
        )
        for reason, some in by_reason.items()
    ]
