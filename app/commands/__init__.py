"""The same services without a window, for those who support practitioners. One command a file."""

from app.i18n import N_

COMMANDS = {
    "new": N_("make a new notebook"),
    "demo": N_("write a notebook with invented people and do the whole main job on them"),
    "check": N_("look at every page, the structure, the journal and the search of a notebook"),
    "backup": N_("make a verified encrypted copy of a notebook"),
    "restore": N_("put a copy back into a new folder; nothing is ever written over"),
    "card": N_("show or write one’s card, or accept a correspondent’s after comparing its words"),
    "export": N_("hand chosen cases over in a sealed file"),
    "inspect": N_("say what a sealed file is, and what it would do to a notebook"),
    "import": N_("take over what a sealed file holds, or read a receipt"),
    "print": N_("print any form, blank or filled, into a PDF"),
    "import-roster": N_("bring in a class list; doubtful lines wait for a person"),
}
"""Every command and what it does; each stands in the file of its name."""
