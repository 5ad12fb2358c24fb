"""To whom an attachment goes and on what ground, before it leaves."""

from typing import Any, ClassVar, NamedTuple

from PySide6.QtWidgets import QWidget

from app.actions.attachments.save_attachment import save_attachment as write_out
from app.actions.attachments.tell_file import TYPES
from app.models.attachment import Attachment
from app.models.case import Case
from app.models.disclosure import Scope
from app.models.record import FormRecord, Record
from app.ui.ask_place import ask_new_file
from app.ui.dialogs.edit_dialog import SAVE, EditDialog
from app.ui.dialogs.ground_to_leave_on import ground_to_leave_on
from app.ui.fields.file_circle import FileCircle
from app.ui.fields.typed_fields import Fields
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.text_field import TextField
from app.ui.words.attachment_words import ENDINGS, file_name
from app.ui.workspace import Workspace

_GROUNDS = "disclosure-grounds"


def save_attachment(
    workspace: Workspace, parent: QWidget, attachment: Attachment, fields: Fields = ()
) -> bool:
    """Ask, write the file where the person wants it, and a line in the ledger; whether it left."""
    owner = workspace.notebook.shelf(attachment.record_kind).find(attachment.record_id)
    asked = ToWhom(workspace, parent, attachment, owner)
    asked.write_again(fields)
    if asked.ask() != SAVE:
        return False
    recipient, ground, circle, scope = asked.written()
    ground = ground_to_leave_on(
        workspace, parent, ground=ground, leaving=[(getattr(owner, "student_id", None), recipient)],
        is_picture=attachment.type != "pdf",
    )  # fmt: skip
    if not ground:
        return False
    text, ending = workspace.text, ENDINGS[attachment.type]
    path = ask_new_file(
        parent,
        text("Save the attachment"),
        f"{TYPES[attachment.type]} (*.{ending})",
        name=file_name(workspace, attachment),
        confirms=False,  # asked below, in the same words everywhere
    )
    if path is None:
        return False
    replace = path.exists()
    if replace and not may_replace(workspace, parent):
        return False
    return workspace.act(
        write_out, attachment_id=attachment.id, path=path, recipient=recipient, ground=ground,
        language=workspace.locale.code, replace=replace, circle=circle, scope=scope,
    )  # fmt: skip


def may_replace(workspace: Workspace, parent: QWidget) -> bool:
    """A file of that name lies there."""
    text = workspace.text
    dialog = Dialog(
        workspace.theme,
        title=text("A file of that name is there already"),
        text=text("Replacing it deletes what it holds now."),
        answers=[("replace", text("Replace it"), "danger"), ("leave", text("Leave it as it is"), "outlined")],
        parent=parent.window(),
    )
    return dialog.ask() == "replace"


class Written(NamedTuple):
    """To whom, the code of the ground, of the circle, and whether it is more than proposed for it."""

    recipient: str
    ground: str
    circle: str
    scope: Scope


class ToWhom(EditDialog):
    """Both are needed: the ledger tells what left, to whom, on what ground."""

    question: ClassVar[str] = "save_attachment"

    def __init__(
        self, workspace: Workspace, parent: QWidget, attachment: Attachment, owner: Record | None
    ) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(
            workspace,
            parent,
            title=text("Save the attachment outside the notebook"),
            text=text(
                "Outside, the file is no longer encrypted. The ledger gets a line: what left, to whom, on"
                " what ground."
            ),
            save_words=text("Choose where…"),
        )
        self._attachment = attachment
        known, words = workspace.lists.get(_GROUNDS), workspace.locale.words
        grounds = [(one.code, words(one.label)) for one in (known.items if known else []) if one.active]
        self._receiver = TextField(theme, name=text("To whom"), placeholder=text("Service or person"))
        self._ground = ComboField(
            theme, choices=grounds, name=text("On what ground"), placeholder=text("Choose")
        )
        self.add_pair((text("To whom"), self._receiver), (text("On what ground"), self._ground))
        self._circle: FileCircle | None = None
        if isinstance(owner, (FormRecord, Case)):
            form = workspace.library.forms.get(owner.form) if isinstance(owner, FormRecord) else None
            self._circle = FileCircle(workspace, owner, form)
            self.add_wide(self._circle)
            self._circle.changed.connect(self.fit)
            self._receiver.textChanged.connect(self._look)
            self._ground.currentIndexChanged.connect(self._look)
        self.settle()

    def written(self) -> Written:
        """What the fields say."""
        circle = self._circle.proposal.circle if self._circle else None
        return Written(
            recipient=" ".join(self._receiver.text().split()), ground=self._ground.chosen() or "",
            circle=circle.who if circle else "", scope=self._circle.scope if self._circle else "",
        )  # fmt: skip

    def about(self) -> dict[str, Any]:
        """The attachment."""
        return {"record": self._attachment.id}

    def write_again(self, fields: Fields) -> None:
        """The circle that a hand had chosen too."""
        super().write_again(fields)
        if fields and self._circle is not None:
            said = self.written()
            self._circle.take_up(said.recipient, said.ground)

    def problem(self) -> tuple[str, QWidget] | None:
        """Nothing leaves before both are known."""
        said = self.written()
        if said.recipient and said.ground:
            return None
        missing = self._ground if said.recipient else self._receiver
        return self.workspace.text("Say to whom it goes and on what ground."), missing

    def save(self) -> bool:
        """Nothing is written yet: the place is asked next."""
        return True

    def _look(self) -> None:
        """Whoever is meant by these words may receive more or less of it."""
        said = self.written()
        if self._circle is not None:
            self._circle.look(said.recipient, said.ground)
