"""To whom a letter goes: a row to tick for each, and whoever nobody writes to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.letters.find_addressees import Addressees, partner_addressee
from app.models.addressee import Addressee
from app.models.letter import Letter
from app.ui.letters.field_row import field_row
from app.ui.widgets.banner import Banner
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class AddresseeRows(QWidget):
    """Those the letter has words for; a letter to a service asks which one."""

    changed = Signal()

    def __init__(self, workspace: Workspace, letter: Letter, known: Addressees) -> None:
        super().__init__()
        self._workspace = workspace
        self._rows: list[tuple[CheckRow, Addressee]] = []
        self._partner: ComboField | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(workspace.theme.px(4))
        if letter.to_partner:
            self._ask_partner()
            return
        words = Label(workspace.theme, workspace.text("To whom"), role="small_strong", ink="ink2")
        self._column.addWidget(words)
        for one in known.found:
            if one.reader in letter.readers:
                self._add(one, checked=one.usual or letter.readers == ["student"], letter=letter)
        self._warn(letter, known)

    def chosen(self) -> list[Addressee]:
        """Whom it goes to, a letter each."""
        if self._partner is not None:
            key = self._partner.chosen()
            return [partner_addressee(self._workspace.notebook, partner_id=key)] if key else []
        return [one for row, one in self._rows if row.isChecked()]

    def choose(self, record_ids: list[list[str]]) -> None:
        """Those it was to go to before, without saying so."""
        for row, one in self._rows:
            row.blockSignals(True)
            row.setChecked(list(one.record_ids) in record_ids)
            row.blockSignals(False)
        if self._partner is not None and record_ids:
            self._partner.blockSignals(True)
            self._partner.choose(record_ids[0][0])
            self._partner.blockSignals(False)

    def focus_missing(self) -> bool:
        """On the choice of the service it goes to while none is chosen."""
        if self._partner is None or self._partner.chosen():
            return False
        self._partner.setFocus()
        return True

    def _add(self, one: Addressee, *, checked: bool, letter: Letter) -> None:
        text = self._workspace.text
        place = ", ".join(line for line in one.lines if line not in one.name.split(" · "))
        notes = [place if one.has_address and place else text("no address known") if letter.addressed else ""]
        if not one.usual and one.reader == "guardians":
            notes.append(text("no parental authority noted"))
        detail = " · ".join(note for note in notes if note)
        row = CheckRow(self._workspace.theme, one.name, detail=detail, checked=checked)
        row.toggled.connect(self.changed)
        self._rows.append((row, one))
        self._column.addWidget(row)

    def _warn(self, letter: Letter, known: Addressees) -> None:
        text, lines = self._workspace.text, []
        if known.of_age and "guardians" in letter.readers:
            lines.append(("info", text("Of age: letters go to the student, not to the parents.")))
        if known.barred and not known.of_age and "guardians" in letter.readers:
            names = ", ".join(known.barred)
            lines.append(("warning", text("Gets no letter, not to be contacted: {names}.", names=names)))
        if known.near and "guardians" in letter.readers:
            said = text("Somebody not to be contacted lives at an address that gets a letter.")
            lines.append(("warning", said))
        if lines:
            self._column.addWidget(Banner(self._workspace.theme, lines))

    def _ask_partner(self) -> None:
        workspace = self._workspace
        partners = [
            (one.id, " · ".join(part for part in (one.service, one.person) if part))
            for one in workspace.notebook.partners.list()
        ]
        words = workspace.text("To which service")
        self._partner = ComboField(
            workspace.theme, choices=partners, name=words, placeholder=workspace.text("Choose")
        )
        field_row(workspace.theme, self._column, words, self._partner)
        self._partner.currentIndexChanged.connect(self.changed)
