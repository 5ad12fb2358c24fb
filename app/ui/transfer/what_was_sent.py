"""What is said of a package that lies in its folder: which files to give away."""

from app.actions.sending.send_package import SentPackage
from app.ui.workspace import Workspace


def what_was_sent(workspace: Workspace, name: str, sent: SentPackage) -> tuple[str, str]:
    """Its title and its sentence; `name` is whose it is."""
    text = workspace.text
    if len(sent.paths) == 1:
        return (
            text("Package no. {n} is ready", n=sent.sequence),
            text(
                "Only {name} will be able to open it. Give them the file {file}, on a stick or by mail:"
                " it is sealed.",
                name=name, file=sent.path.name,
            ),
        )  # fmt: skip
    return (
        text(
            "Packages no. {first} to {last} are ready",
            first=sent.sequence, last=sent.sequence + len(sent.paths) - 1,
        ),
        text(
            "It was too much for one file. Give {name} all {n} of them, in whatever order: {files}.",
            name=name, n=len(sent.paths), files=", ".join(path.name for path in sent.paths),
        ),
    )  # fmt: skip
