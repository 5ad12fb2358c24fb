"""What goes into a case booklet, and in which language it is."""

from functools import partial
from typing import ClassVar

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.papers.prepare_booklet import BookletChoices, sheets_of_case
from app.actions.papers.prepare_certificate import counted
from app.frameworks.proposal import Proposal, scope_of
from app.i18n import N_, NAMES
from app.models.disclosure import Scope
from app.models.kinds import FORM_KINDS
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading
from app.ui.workspace import Workspace


class BookletFields(QWidget):
    """A row for each kind of sheet the case has, two for what is sensitive; `changed` makes it anew."""

    changed = Signal()
    heading: ClassVar[str] = N_("In the booklet")

    def __init__(self, workspace: Workspace, case_id: str) -> None:
        super().__init__()
        theme, text = workspace.theme, workspace.text
        records = sheets_of_case(workspace.notebook, case_id=case_id)
        framework = workspace.service
        languages = [(code, NAMES.get(code, code)) for code in framework.languages]
        self._language = ComboField(theme, choices=languages, name=text("Language of the paper"))
        spoken = workspace.locale.code
        self._language.choose(spoken if spoken in dict(languages) else languages[0][0])
        self._kinds: dict[str, CheckRow] = {}
        for kind in FORM_KINDS:
            n = sum(1 for one, _ in records if one == kind)
            if n:
                (words,) = counted({kind: n}, workspace.locale)
                self._kinds[kind] = CheckRow(theme, words, checked=True)
        self._own_words = CheckRow(theme, text("The person’s own words"), checked=True)
        self._hypotheses = CheckRow(theme, text("What was marked as a hypothesis"))
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        label = Label(theme, text("Language of the paper"), role="small_strong", ink="ink2")
        label.setBuddy(self._language)
        column.addWidget(label)
        column.addWidget(self._language)
        column.addSpacing(theme.px(12))
        column.addWidget(SectionHeading(theme, text(self.heading), role="strong"))
        for row in (*self._kinds.values(), self._own_words, self._hypotheses):
            column.addWidget(row)
            row.toggled.connect(partial(self._tick, row))
        self._by_hand: set[CheckRow] = set()  # these follow nobody any more
        self._following = False
        self._language.currentIndexChanged.connect(self.changed)

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self._language.chosen() or "fr"

    def follow(self, proposal: Proposal) -> bool:
        """Tick whole sheets for whom they are proposed, but for what a hand decided; whether it moved."""
        wanted, moved = proposal.how in ("", "record"), False
        self._following = True
        for row in (*self._kinds.values(), self._own_words):
            if row not in self._by_hand and row.isChecked() is not wanted:
                row.setChecked(wanted)
                moved = True
        self._following = False
        return moved

    def scope(self, proposal: Proposal) -> Scope:
        """What is ticked, measured by what is proposed."""
        rows = {**self._kinds, "own_words": self._own_words}
        nothing = frozenset() if proposal.how in ("", "record") else frozenset(rows)
        return scope_of(
            msgspec.structs.replace(proposal, leave_out=nothing),
            offered=rows,
            left_out=[key for key, row in rows.items() if not row.isChecked()],
            more=self._hypotheses.isChecked(),
        )

    def _tick(self, row: CheckRow, *_: object) -> None:
        if not self._following:
            self._by_hand.add(row)
            self.changed.emit()

    @property
    def choices(self) -> BookletChoices:
        """What is ticked."""
        return BookletChoices(
            kinds=frozenset(kind for kind, row in self._kinds.items() if row.isChecked()),
            own_words=self._own_words.isChecked(),
            hypotheses=self._hypotheses.isChecked(),
        )
