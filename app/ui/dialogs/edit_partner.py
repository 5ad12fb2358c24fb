"""An entry of the partner directory."""

from typing import Any

import msgspec
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from app.actions.save_partner import save_partner
from app.models.partner import Partner
from app.ui.fields.typed_fields import Fields, type_again, typed_in
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Kind
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.label import Label
from app.ui.widgets.text_field import TextField
from app.ui.words.secrecy_words import secrecy_choices
from app.ui.workspace import Workspace

_TYPES = "n09-partner-types"
_LINES = ("service", "person", "street", "postcode", "city", "phone", "email", "hours")


def edit_partner(
    workspace: Workspace,
    parent: QWidget,
    partner: Partner | None,
    *,
    service: str = "",
    fields: Fields = (),
) -> str:
    """Write an entry; the identifier of what was saved, "bin" to put it away, "" when left."""
    editor = _Editor(workspace, parent, partner, service)
    type_again(editor, fields)
    answer = editor.ask()
    if answer == "revisions" and partner is not None:
        workspace.go("revisions", kind="partner", record_id=partner.id)
    if answer == "bin" or answer != "save":
        return "bin" if answer == "bin" else ""
    saved = editor.partner()
    return saved.id if workspace.act(save_partner, partner=saved) else ""


class _Editor(Dialog):
    def __init__(self, workspace: Workspace, parent: QWidget, partner: Partner | None, service: str) -> None:
        text, theme = workspace.text, workspace.theme
        answers: list[tuple[str, str, Kind]] = [
            ("save", text("Save"), "primary"),
            ("cancel", text("Leave as it was"), "outlined"),
        ]
        if partner is not None:
            answers += [("bin", text("Put in the bin"), "quiet"), ("revisions", text("Revisions"), "quiet")]
        super().__init__(
            theme,
            title=text("Directory entry"),
            answers=answers,
            width=640,
            parent=parent.window(),
        )
        self._asked = False
        self._workspace, self._is_new = workspace, partner is None
        self._before = partner or Partner(service=service)
        words = {
            "service": text("Service"),
            "person": text("Person"),
            "street": text("Street and number"),
            "postcode": text("Postcode"),
            "city": text("Town"),
            "phone": text("Phone"),
            "email": text("E-mail"),
            "hours": text("Opening hours"),
        }
        self._lines = {
            key: TextField(theme, text=getattr(self._before, key), name=words[key]) for key in _LINES
        }
        self._type = ComboField(
            theme, choices=self._types(), name=text("Kind of service"), placeholder=text("Choose")
        )
        self._secrecy = ComboField(
            theme,
            choices=secrecy_choices(workspace),
            name=text("Professional secrecy"),
            placeholder=text("Choose"),
        )
        self._type.choose(self._before.type or None)
        self._secrecy.choose(self._before.secrecy or None)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(4))
        fields: list[tuple[str, QWidget]] = [
            (words["service"], self._lines["service"]),
            (text("Kind of service"), self._type),
        ]
        fields += [(text("Professional secrecy"), self._secrecy)]
        fields += [(words[key], self._lines[key]) for key in _LINES[1:]]
        # the kinds of service are long names: the first two fields take the whole width
        places = [(0, 0, 2), (1, 0, 2), *((2 + n // 2, n % 2, 1) for n in range(len(fields) - 2))]
        for (label, field), (row, column, span) in zip(fields, places, strict=True):
            name = Label(theme, label, role="small_strong", ink="ink2")
            name.setBuddy(field)
            grid.addWidget(name, 2 * row, column, 1, span)
            grid.addWidget(field, 2 * row + 1, column, 1, span)
        self.body.addLayout(grid)
        self._type.currentIndexChanged.connect(self._propose_secrecy)
        self._lines["service"].textChanged.connect(self._allow)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.buttons["save"].click)
        self._allow()
        self._fields = typed_in(self)
        self._lines["service"].setFocus()

    def partner(self) -> Partner:
        """What was written."""
        return msgspec.structs.replace(
            self._before,
            type=self._type.chosen() or "",
            secrecy=self._secrecy.chosen() or "",
            **{key: " ".join(field.text().split()) for key, field in self._lines.items()},
        )

    def _take(self, key: str) -> None:
        """What was typed is not left for the revisions before that was said."""
        if key == "revisions" and self.partner() != self._before and not self._asked:
            self._asked = True
            said = self._workspace.text("What you wrote here is not saved. Once more leaves it.")
            self.body.insertWidget(0, Banner(self._workspace.theme, [("info", said)]))
            self.fit()
            return
        super()._take(key)

    def left_open(self) -> dict[str, Any] | None:
        """The entry as it was, and the fields as they are."""
        fields = typed_in(self)
        if fields == self._fields:
            return None
        about = {"record": None if self._is_new else self._before}
        return {"question": "partner", "about": about, "fields": fields}

    def _types(self) -> list[tuple[str, str]]:
        known = self._workspace.lists.get(_TYPES)
        items = known.offered_with(self._before.type) if known else []
        return [(item.code, self._workspace.locale.words(item.label)) for item in items]

    def _propose_secrecy(self) -> None:
        """The list says who is usually bound; the person decides."""
        item = self._workspace.lists[_TYPES].item(self._type.chosen() or "")
        if item is not None and item.secrecy:
            self._secrecy.choose(item.secrecy)

    def _allow(self) -> None:
        self.buttons["save"].setEnabled(bool(self._lines["service"].text().strip()))
