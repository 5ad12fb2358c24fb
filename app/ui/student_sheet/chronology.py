"""Everything about a student in order of time, the newest school year first and older years on demand."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from app.actions.timeline.tell_sheets import tell_sheets
from app.models.event import Event
from app.models.kinds import FORM_KINDS
from app.models.school_year import school_year
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.paged_model import PagedModel
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.tabs import Tabs
from app.ui.widgets.timeline import Timeline, TimelineEntry
from app.ui.workspace import Workspace

_ICONS = {
    "interview": "chat-circle-text",
    "referral": "paper-plane-tilt",
    "paper": "file-text",
    "plan": "path",
    "case": "folder-open",
    "disclosure": "printer",
    "told": "phone",
    "package": "envelope-simple",
}
_AT_LEAST, _MORE = 6, 50


class Chronology(QObject):
    """Adds its rows to a sheet. A press opens what an entry stands for; its menu can do more."""

    open_wanted = Signal(str, str)  # kind, identifier
    refile_wanted = Signal(str, str)
    bin_wanted = Signal(str, str)

    def __init__(self, workspace: Workspace, sheet: Sheet, events: list[Event]) -> None:
        super().__init__(sheet)
        self._workspace, self._events = workspace, events
        theme, text = workspace.theme, workspace.text
        self._tabs = Tabs(theme, self._kinds())
        self._tabs.chosen.connect(lambda _: self._show())
        self._year = Label(theme, role="small", ink="ink2")
        self._year.setContentsMargins(0, 0, 0, theme.px(6))
        heading = SectionHeading(theme, text("Chronology"), right=self._year)
        heading.add_after(self._tabs)
        self._tabs.setVisible(len(self._kinds()) > 2)
        self._model: PagedModel[TimelineEntry] = PagedModel(said=lambda entry: entry.said, parent=self)
        self.timeline = Timeline(theme, model=self._model, name=text("Chronology"))
        self.timeline.setObjectName("timeline")
        self.timeline.setAccessibleDescription(text("The menu key files elsewhere or puts in the bin."))
        self.timeline.chosen.connect(self._open)
        self.timeline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.timeline.customContextMenuRequested.connect(self._offer)
        self._nothing = Label(theme, text("Nothing here yet."), ink="ink2")
        self._older = Button(theme, "", kind="quiet")
        self._older.clicked.connect(self._show_older)
        sheet.add_row("", heading, gap=20)
        sheet.add_row("", self._nothing, gap=12)
        sheet.add_wide(self.timeline, gap=4)
        sheet.add_row("", self._older, gap=0)
        self._shown = 0
        self._show()

    def _kinds(self) -> list[tuple[str, str]]:
        text, there = self._workspace.text, {event.kind for event in self._events}
        tabs = [("", text("Everything")), ("interview", text("Interviews")), ("referral", text("Referrals"))]
        tabs = [tab for tab in tabs if not tab[0] or tab[0] in there]
        return [*tabs, ("other", text("Others"))] if there - {"interview", "referral"} else tabs

    def _of_this_kind(self) -> list[Event]:
        kind = self._tabs.current()
        if not kind:
            return self._events
        if kind == "other":
            return [event for event in self._events if event.kind not in ("interview", "referral")]
        return [event for event in self._events if event.kind == kind]

    def _show(self) -> None:
        """The newest school year, and a few more when it is short."""
        events = self._of_this_kind()
        newest = school_year(events[0].day) if events else ""
        self._shown = max(sum(school_year(event.day) == newest for event in events), _AT_LEAST)
        self._fill()

    def _show_older(self) -> None:
        self._shown += _MORE
        self._fill()

    def _fill(self) -> None:
        events = self._of_this_kind()
        workspace = self._workspace
        shown = tell_sheets(
            workspace.notebook,
            library=workspace.library,
            locale=workspace.locale,
            events=events[: self._shown],
        )
        self._model.show_rows([self._entry(event) for event in shown])
        self.timeline.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        rest = len(events) - len(shown)
        self._older.set_words(
            self._workspace.locale.plural("{n} older event", "{n} older events", rest) if rest else ""
        )
        self._older.setVisible(rest > 0)
        years = sorted({year for event in shown for year in school_year(event.day).split("-")})
        self._year.setText("–".join(dict.fromkeys((years[0], years[-1]))) if years else "")

    def _entry(self, event: Event) -> TimelineEntry:
        locale, today = self._workspace.locale, self._workspace.today
        this_year = school_year(event.day) == school_year(today)
        day = locale.date(event.day, "brief" if this_year else "short")
        line = self._workspace.text("“{words}”", words=event.text) if event.quoted else event.text
        return TimelineEntry(
            key=f"{event.kind}:{event.record_id}",
            day=self._workspace.text("today") if event.day == today else day,
            time="" if event.kind == "case" else event.clock,
            icon=_ICONS.get(event.kind, "file-text"),
            title=event.title,
            facts=event.facts,
            line=line,
            verbatim=event.quoted,
        )

    def _open(self, entry: TimelineEntry) -> None:
        self.open_wanted.emit(*_what(entry))

    def _offer(self, place: QPoint) -> None:
        index = self.timeline.indexAt(place)
        entry = self._model.at(index if index.isValid() else self.timeline.currentIndex())
        if entry is None:
            return
        kind, record_id = _what(entry)
        text, menu = self._workspace.text, QMenu(self.timeline)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(text("Open"), partial(self.open_wanted.emit, kind, record_id))
        if kind in FORM_KINDS:
            menu.addAction(
                text("File to another student…"), partial(self.refile_wanted.emit, kind, record_id)
            )
            menu.addSeparator()
            menu.addAction(text("Put in the bin"), partial(self.bin_wanted.emit, kind, record_id))
        menu.popup(self.timeline.viewport().mapToGlobal(place))


def _what(entry: TimelineEntry) -> tuple[str, str]:
    kind, _, record_id = entry.key.partition(":")
    return kind, record_id
