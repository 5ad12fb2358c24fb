"""What is being printed, and what is written in the notebook once it came out.

Printing goes on when the notebook is locked. What is still to be written is then held sealed, and
written and told when the notebook is open again. A mark in the notebook says that something is on its
way, for the day the program ends before it could write.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.errors import CarnetError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.frameworks.library import Library
    from app.models.changes import Changes
    from app.storage.notebook import Notebook

PRINTING = "carnet-print"  # the one process a lock lets live
_MARK = "being_printed"  # a preference
Failed = Callable[[CarnetError], None]


class Run(Protocol):
    """A paper on its way: app.ui.paper.print_run.PrintRun."""

    ended: Any  # a signal with a CarnetError or None

    def start(self) -> None:
        """Begin."""

    def wait(self) -> None:
        """Until it is over."""


class Open(Protocol):
    """The open notebook: app.ui.workspace.Workspace."""

    notebook: "Notebook"
    library: "Library"
    locked: bool
    failed: Any  # a signal with a CarnetError

    def act(self, action: "Callable[..., Changes]", /, **arguments: Any) -> bool:
        """Do something; a failure is told and answers False."""


class Noting(NamedTuple):
    """An action as `Workspace.act` takes it, for when the paper is out."""

    action: "Callable[..., Changes]"
    arguments: dict[str, Any]
    with_library: bool = False

    def write(self, workspace: "Open") -> bool:
        """Now; a failure is told and answers False."""
        library = {"library": workspace.library} if self.with_library else {}
        return workspace.act(self.action, **self.arguments, **library)


class Prints(QObject):
    """Lives as long as the program; `open` and `lock` say which notebook is there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Open | None = None
        self._papers: list[_Paper] = []

    def send(
        self,
        run: "Run",
        page: "QWidget",
        *,
        workspace: "Open",
        notings: Sequence[Noting] = (),
        printed: Callable[[], None],
        failed: Failed,
    ) -> None:
        """Print; then write the notings. `printed` and `failed` are called where `page` is still there."""
        self._workspace = workspace
        paper = _Paper(run, notings, page, printed, failed)
        self._papers.append(paper)
        run.ended.connect(partial(self._end, paper))
        self._mark(workspace)
        run.start()

    @property
    def are_under_way(self) -> bool:
        """Whether a paper of the open notebook is not out yet."""
        return any(not paper.is_over and not paper.held for paper in self._papers)

    def wait(self) -> None:
        """Until every paper of the open notebook is out and written down."""
        for paper in list(self._papers):
            if not paper.is_over and not paper.held:
                paper.run.wait()

    def lock(self, notebook: "Notebook") -> None:
        """Nothing of it stays readable; the notebook is still open."""
        self._workspace = None
        for paper in self._papers:
            paper.hold(notebook)

    def open(self, workspace: "Open", page: "QWidget", *, late: Callable[[], None]) -> "_Told":
        """Write what came out while this notebook was locked: how many papers, what failed, what is lost.

        `late` is called for each that comes out from now on.
        """
        self._workspace, count, failures = workspace, 0, []
        marked = bool(workspace.notebook.preferences.get(_MARK))
        lost = marked and not any(paper.is_about(workspace.notebook) for paper in self._papers)
        for paper in list(self._papers):
            if paper.held and not paper.give_back(workspace.notebook, page, late, workspace.failed.emit):
                continue
            if paper.is_over:
                failure = paper.failure
                if failure is not None:
                    self._papers.remove(paper)
                    failures.append(failure)
                elif self._write(paper):
                    count += 1
        if marked:
            self._mark(workspace)
        return _Told(count, failures, lost)

    def _end(self, paper: "_Paper", failure: CarnetError | None) -> None:
        paper.is_over, paper.failure = True, failure
        workspace = self._workspace
        if paper.held or workspace is None or not isValid(workspace) or workspace.locked:
            return  # told and written when it is open again
        there = isValid(paper.page)
        if failure is not None:
            self._papers.remove(paper)
            self._mark(workspace)
            (paper.failed if there else workspace.failed.emit)(failure)
        elif self._write(paper) and there:
            paper.printed()

    def _write(self, paper: "_Paper") -> bool:
        """All of it; what no disk takes is tried again when the notebook is opened the next time."""
        assert self._workspace is not None
        while paper.notings:
            if not paper.notings[0].write(self._workspace):
                return False
            del paper.notings[0]
        self._papers.remove(paper)
        self._mark(self._workspace)
        return True

    def _mark(self, workspace: "Open") -> None:
        """Where the disk refuses, the paper is printed all the same."""
        on_its_way = any(paper.is_about(workspace.notebook) for paper in self._papers)
        with suppress(CarnetError):
            if on_its_way != bool(workspace.notebook.preferences.get(_MARK)):
                workspace.notebook.preferences.set(_MARK, on_its_way or None)


class _Told(NamedTuple):
    printed: int
    failures: list[CarnetError]
    lost: bool  # the program ended while something was printed


class _Paper:
    """One on its way. What is to be written about it is in `notings` or, sealed for its notebook, `held`."""

    def __init__(
        self,
        run: "Run",
        notings: Sequence[Noting],
        page: "QWidget",
        printed: Callable[[], None],
        failed: Failed,
    ) -> None:
        self.run, self.notings, self.page = run, list(notings), page
        self.printed, self.failed = printed, failed
        self.is_over = False
        self.failure: CarnetError | None = None
        self.held, self._vault_id = b"", ""

    def is_about(self, notebook: "Notebook") -> bool:
        """Whether something of this notebook is still to be written about it."""
        return self._vault_id == notebook.vault_id if self.held else bool(self.notings)

    def hold(self, notebook: "Notebook") -> None:
        """Seal what says whose paper it is, forget the page."""
        import pickle

        if not self.held:
            self._vault_id = notebook.vault_id
            self.held = notebook.sealed(pickle.dumps(self.notings))
            del self.notings, self.page, self.printed, self.failed

    def give_back(
        self, notebook: "Notebook", page: "QWidget", printed: Callable[[], None], failed: Failed
    ) -> bool:
        """Open the seal; False when it is another notebook’s."""
        import pickle

        if self._vault_id != notebook.vault_id:
            return False
        self.notings = pickle.loads(notebook.unsealed(self.held))  # noqa: S301  # sealed by us
        self.held, self.page, self.printed, self.failed = b"", page, printed, failed
        return True
