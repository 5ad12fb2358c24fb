"""Everything that can be wrong with what the program is given: cause, command, and what is told."""

from typing import NamedTuple

from app.storage.database_file import PAGE
from app.storage.lock import NAME as LOCK
from app.storage.notebook import KEYS, NOTEBOOK
from tests.stories.bad_input import said
from tests.stories.bad_input.causes import (
    Cause,
    a_file_instead,
    another_phrase,
    closed,
    cut,
    flipped,
    gone,
    in_clear,
    lasting,
    listed,
    newer_keys,
    newer_tables,
    no_folder,
    no_list,
    notebook_on_a_full_drive,
    of_somebody_else,
    open_elsewhere,
    output_on_a_full_drive,
    something_else,
)
from tests.stories.bad_input.said import Told

_PHRASE = ("--passphrase-file", "{phrase}")
CHECK = ("check", "{notebook}", *_PHRASE)
LIST = ("import-roster", "{notebook}", "{list}", *_PHRASE)
PRINT = ("print", "{notebook}", "--form", "f4-referral", "--blank", "-o", "{out}/fiche.pdf", *_PHRASE)
NEW = ("new", "{notebook}", "--role", "practitioner", "--framework", "lu-sepas", "--name", "X", *_PHRASE)


class BadInput(NamedTuple):
    """One way for things to be wrong; the command answers 1, tells `told` and touches nothing."""

    name: str
    cause: Cause
    told: Told
    command: tuple[str, ...] = CHECK


def _half(size: int) -> int:
    return size // PAGE // 2 * PAGE


OPENING = (
    BadInput("another phrase", lasting(another_phrase), said.ANOTHER_PHRASE),
    BadInput("a folder of pictures", lasting(something_else), said.NOT_A_NOTEBOOK),
    BadInput("no folder at all", lasting(no_folder), said.NOT_A_NOTEBOOK),
    BadInput("a file instead of a folder", lasting(a_file_instead), said.NOT_A_NOTEBOOK),
    BadInput("tables of a newer version", lasting(newer_tables), said.TOO_NEW),
    BadInput("keys of a newer version", lasting(newer_keys), said.TOO_NEW),
    BadInput("damaged at the beginning", lasting(flipped(NOTEBOOK, 1000)), said.DAMAGED),
    BadInput("cut to nothing", lasting(cut(NOTEBOOK, lambda size: 0)), said.DAMAGED),
    BadInput("cut in the middle", lasting(cut(NOTEBOOK, _half)), said.DAMAGED),
    BadInput("cut inside a page", lasting(cut(NOTEBOOK, lambda size: size - 1)), said.DAMAGED),
    BadInput("somebody else's notebook", lasting(of_somebody_else(NOTEBOOK)), said.DAMAGED),
    BadInput("somebody else's keys", lasting(of_somebody_else(KEYS)), said.DAMAGED),
    BadInput("a database in clear", lasting(in_clear), said.DAMAGED),
    BadInput("no database", lasting(gone(NOTEBOOK)), said.MISSING),
    BadInput("no keys", lasting(gone(KEYS)), said.KEYS_MISSING),
    BadInput("damaged keys", lasting(flipped(KEYS, 40)), said.KEYS_DAMAGED),
    BadInput("open elsewhere", open_elsewhere, said.IN_USE),
)

CLOSED = (
    BadInput("a closed folder", closed(lambda scene: scene.notebook, 0o000), said.UNREADABLE),
    BadInput("a closed database", closed(lambda scene: scene.notebook / NOTEBOOK, 0o000), said.UNREADABLE),
    BadInput("closed keys", closed(lambda scene: scene.notebook / KEYS, 0o000), said.UNREADABLE),
    BadInput("a closed lock", closed(lambda scene: scene.notebook / LOCK, 0o000), said.UNREADABLE),
)

SAVING = (
    BadInput("a full drive", notebook_on_a_full_drive, said.DISK_FULL, LIST),
    BadInput("a folder one may only read", closed(lambda scene: scene.notebook, 0o500), said.READ_ONLY, LIST),
    BadInput("a full drive for the paper", output_on_a_full_drive, said.NOT_WRITTEN, PRINT),
    BadInput("a closed folder for the paper", closed(lambda s: s.out, 0o500), said.NOT_WRITTEN, PRINT),
    BadInput("a new notebook over another", lasting(lambda scene: None), said.FILLED_FOLDER, NEW),
)

_LINE = "Colombe;Ysé;04/05/2011;5G2\n".encode()
LISTS = (
    BadInput("a picture", lasting(listed(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)), said.PICTURE, LIST),
    BadInput("a spreadsheet", lasting(listed(b"PK\x03\x04" + bytes(range(256)) * 40)), said.CUT_OFF, LIST),
    BadInput("a list of everybody", lasting(listed(_LINE * 200_000)), said.TOO_LONG, LIST),
    BadInput("an empty list", lasting(listed(b"")), said.NOBODY_LISTED, LIST),
    BadInput("a list of headings", lasting(listed(b"Nom;Classe\n\n")), said.NOBODY_LISTED, LIST),
    BadInput("a list without names", lasting(listed(b"A;B;Classe\nMia;x;5G2\n")), said.NO_NAMES, LIST),
    BadInput("a closed list", closed(lambda scene: scene.roster, 0o000), said.LIST_UNREADABLE, LIST),
    BadInput("a list that is not there", lasting(no_list), said.LIST_UNREADABLE, LIST),
)

TABLE = (*OPENING, *CLOSED, *SAVING, *LISTS)

BROKEN_LINES = (
    "Nom;Prénom;Date de naissance;Classe\nColombe;Ysé;04/05/2011;5G2\nCerf-volant;Hugo;31/02/2011;5G2\n"
    "Pigeonnier;Lina\n;;12/12/2011;5G2\nColombe;Noé;09/09/2010;5G3\n"
)
BROKEN = {
    "fr": (
        "2 nouveaux élèves",
        "Ligne 3\u00a0: La date de naissance n’est pas une date possible.",
        "Ligne 4\u00a0: Cette ligne n’a pas autant de colonnes que l’en-tête.",
        "Ligne 5\u00a0: Cette ligne ne porte pas de nom.",
    ),
    "en": (
        "2 new students",
        "Line 3: The birth date is not a possible date.",
        "Line 4: This line does not have as many columns as the header.",
        "Line 5: There is no name on this line.",
    ),
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-15", "mac_roman", "cp850")
