"""Whether a professional is bound by secrecy, in words."""

from app.i18n import N_
from app.ui.workspace import Workspace

_WORDS = {
    "yes": N_("bound by secrecy"),
    "partly": N_("partly bound by secrecy"),
    "no": N_("not bound by secrecy"),
    "varies": N_("secrecy to be checked"),
}


def secrecy_choices(workspace: Workspace) -> list[tuple[str, str]]:
    """Every answer, as (code, words)."""
    return [(code, workspace.text(words)) for code, words in _WORDS.items()]


def secrecy_words(workspace: Workspace, code: str) -> str:
    """The answer; where nobody knows it, that it has to be checked."""
    return workspace.text(_WORDS.get(code, _WORDS["varies"]))
