"""One thing a unit's file would change here, in words."""

from app.frameworks.compare_libraries import Difference
from app.i18n import N_
from app.ui.workshop.rooms import parted
from app.ui.workspace import Workspace

_NEW = {
    "forms": N_("New form: {after}"),
    "lists": N_("New list: {after}"),
    "letters": N_("New letter: {after}"),
    "frameworks": N_("New service: {after}"),
}
_CHANGED = {
    "forms": N_("The form {after} changes"),
    "letters": N_("The letter {after} changes"),
    "frameworks": N_("The service {after} changes"),
}
_ENTRY = {
    "added": N_("{list}: new entry “{after}”"),
    "renamed": N_("{list}: “{before}” becomes “{after}”"),
    "hidden": N_("{list}: “{after}” is offered no more"),
    "offered": N_("{list}: “{after}” is offered again"),
    "unmasked": N_("{list}: “{after}” can be read in every list from now on"),
    "masked": N_("{list}: “{after}” is masked in lists from now on"),
    "treated": N_("{list}: “{after}” counts otherwise, for secrecy, circle or kind"),
    "moved": N_("{list}: another order"),
}


def difference_line(workspace: Workspace, one: Difference) -> str:
    """Where it is, what stood there, what will."""
    words = workspace.locale.words
    said = {"before": words(one.before), "after": words(one.after)}
    if one.what in _ENTRY:
        listed = workspace.library.lists.get(one.where)
        title = words(listed.title) if listed else one.where
        if said["before"] == said["after"] and one.what == "renamed":  # in another language than this one
            language = next(code for code in one.after if one.after[code] != one.before.get(code, ""))
            said = {"before": one.before.get(language, ""), "after": one.after[language]}
        return workspace.text(_ENTRY[one.what], list=title, **said)
    room, key = parted(one.where)
    sentences = _NEW if one.what == "new_file" else _CHANGED
    return workspace.text(sentences[room], after=said["after"] or key)
