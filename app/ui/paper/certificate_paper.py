"""The certificate of an erasure on its way to paper: it names no student, the log notes that it left."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.actions.disclosure.note_certificate import note_certificate
from app.actions.papers.prepare_certificate import prepare_certificate
from app.documents.subject import PaperSubject
from app.i18n import Locale
from app.models.erasure import Erasure
from app.ui.paper.own_paper import Means, OwnPaper
from app.ui.prints import Noting
from app.ui.workspace import Workspace


class CertificatePaper(OwnPaper):
    """`noted` hears how it left."""

    def __init__(self, workspace: Workspace, page: QWidget, *, noted: Callable[[Means], None]) -> None:
        super().__init__(workspace, page)
        self.erasure: Erasure | None = None
        self._noted = noted

    def subject(self, locale: Locale) -> PaperSubject:
        """What it says in a language."""
        assert self.erasure is not None
        workspace = self._workspace
        return prepare_certificate(
            workspace.notebook, library=workspace.library, erasure=self.erasure, locale=locale
        )

    def drawn(self, locale: Locale) -> bytes:
        """The paper."""
        from app.documents import form_pdf  # much memory, and most days begin without a paper

        return form_pdf.build(self.subject(locale), locale)

    def file_name(self) -> str:
        """The case it was about."""
        assert self.erasure is not None
        return "-".join(["CERT", *self.erasure.case_references[:1]]) + ".pdf"

    def notings(self, means: Means) -> list[Noting]:
        """A line in the log."""
        assert self.erasure is not None
        return [Noting(note_certificate, {"erasure_id": self.erasure.id, "means": means})]

    def left(self, means: Means) -> None:
        """Said on the page."""
        self._noted(means)
