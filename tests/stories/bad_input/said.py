"""What a person is told, word for word: the sentence and the next step, in French and in English."""

from typing import NamedTuple

NARROW, WIDE = "\u202f", "\u00a0"  # French spaces before ; and :


class Told(NamedTuple):
    """One failure; `{names}` stand for what the case fills in."""

    fr: tuple[str, str]
    en: tuple[str, str]

    def whole(self, language: str) -> str:
        """Sentence and next step as they are shown."""
        return " ".join(getattr(self, language))


ANOTHER_PHRASE = Told(
    fr=("Ce n’est pas la bonne phrase.", "Vérifiez les majuscules et la langue du clavier."),
    en=("This is not the right phrase.", "Check capital letters and the keyboard language."),
)
NOT_A_NOTEBOOK = Told(
    fr=("Ce dossier n’est pas un carnet.", "Choisissez le dossier qui contient keys.json et notebook.db."),
    en=("This folder is not a notebook.", "Choose the folder that holds keys.json and notebook.db."),
)
TOO_NEW = Told(
    fr=(
        "Ce carnet a été écrit par une version plus récente de Carnet.",
        f"Installez la version plus récente{NARROW}; rien n’a été modifié.",
    ),
    en=(
        "This notebook was written by a newer version of Carnet.",
        "Install the newer version; nothing was changed.",
    ),
)
DAMAGED = Told(
    fr=(
        f"Ce carnet est abîmé{NARROW}; la phrase, elle, est la bonne.",
        "Rien n’a été modifié. Ouvrez votre copie la plus récente.",
    ),
    en=(
        "This notebook is damaged; the phrase is right.",
        "Nothing was changed. Open your most recent copy.",
    ),
)
NOTES_DAMAGED = Told(
    fr=(
        f"Le fichier de vos notes personnelles est abîmé{NARROW}; la phrase, elle, est la bonne.",
        f"Remettez personal.db depuis une copie de ce carnet{NARROW}; le reste n’a pas été touché.",
    ),
    en=(
        "The file of your personal notes is damaged; the phrase is right.",
        "Put back personal.db from a copy of this notebook; the record was not touched.",
    ),
)
DAMAGED_INSIDE = Told(
    fr=("Quelque chose est abîmé dans ce carnet.", "Ouvrez votre copie la plus récente."),
    en=("Something in this notebook is broken.", "Open your most recent copy."),
)
MISSING = Told(
    fr=(
        "Le fichier de clés est là, mais le carnet lui-même manque.",
        f"Remettez notebook.db depuis une copie{NARROW}; rien de nouveau n’a été créé.",
    ),
    en=(
        "The key file is here, but the notebook itself is missing.",
        "Put back notebook.db from a copy; nothing new was created.",
    ),
)
_KEYS_BACK = (
    f"Remettez keys.json depuis une copie de ce carnet{NARROW}; vos écrits ne sont pas perdus.",
    "Put back keys.json from a copy of this notebook; your writings are not lost.",
)
KEYS_MISSING = Told(
    fr=("Le fichier de clés de ce carnet manque.", _KEYS_BACK[0]),
    en=("The key file of this notebook is missing.", _KEYS_BACK[1]),
)
KEYS_DAMAGED = Told(
    fr=("Le fichier de clés de ce carnet est abîmé.", _KEYS_BACK[0]),
    en=("The key file of this notebook is damaged.", _KEYS_BACK[1]),
)
IN_USE = Told(  # with the moment left open
    fr=(
        "Ce carnet est déjà ouvert dans une autre fenêtre, depuis le {moment}.",
        "Fermez-le là-bas, puis réessayez.",
    ),
    en=(
        "This notebook is already open in another window, since {moment}.",
        "Close it there, then try again.",
    ),
)


def in_use_since(moment: dict[str, str]) -> Told:
    """Open in another window since a moment as each language writes it."""
    return Told(
        fr=(IN_USE.fr[0].format(moment=moment["fr"]), IN_USE.fr[1]),
        en=(IN_USE.en[0].format(moment=moment["en"]), IN_USE.en[1]),
    )


UNREADABLE = Told(
    fr=(
        "Cet ordinateur ne laisse pas Carnet lire ce carnet.",
        "Vérifiez que le dossier est à vous et que le disque est branché.",
    ),
    en=(
        "This computer does not let Carnet read this notebook.",
        "Check that the folder belongs to you and that the drive is connected.",
    ),
)
FILLED_FOLDER = Told(
    fr=("Ce dossier contient déjà quelque chose.", "Choisissez un dossier vide pour le nouveau carnet."),
    en=("This folder already holds something.", "Choose an empty folder for the new notebook."),
)
DISK_FULL = Told(
    fr=(
        f"Pas encore enregistré{WIDE}: le disque est plein.",
        f"Votre texte reste ici. Videz la corbeille de l’ordinateur ou supprimez de gros fichiers{NARROW};"
        " Carnet réessaie de lui-même.",
    ),
    en=(
        "Not saved yet: the disk is full.",
        "Your text stays here. Empty the computer’s bin or delete large files; Carnet tries again by itself.",
    ),
)
DISK_FAILS = Told(
    fr=(
        f"Pas encore enregistré{WIDE}: le disque répond par une erreur.",
        "Votre texte reste ici et Carnet réessaie de lui-même. Si cela dure, faites une copie du carnet sur"
        " un autre disque.",
    ),
    en=(
        "Not saved yet: the disk answers with an error.",
        "Your text stays here and Carnet tries again by itself. If it goes on, make a copy of the notebook on"
        " another drive.",
    ),
)
READ_ONLY = Told(
    fr=(
        f"Pas encore enregistré{WIDE}: on ne peut pas écrire dans le dossier.",
        "Votre texte reste ici. Vérifiez que le disque n’est pas protégé en écriture et que le dossier est à"
        f" vous{NARROW}; Carnet réessaie de lui-même.",
    ),
    en=(
        "Not saved yet: the folder cannot be written to.",
        "Your text stays here. Check that the drive is not write-protected and that the folder is yours;"
        " Carnet tries again by itself.",
    ),
)
GONE = Told(  # with the folder left open
    fr=(
        f"Pas encore enregistré{WIDE}: le dossier {{folder}} n’est plus là.",
        f"Votre texte reste ici. Rebranchez le disque ou remettez le dossier à sa place{NARROW};"
        " Carnet réessaie de lui-même.",
    ),
    en=(
        "Not saved yet: the folder {folder} is not there any more.",
        "Your text stays here. Connect the drive or put the folder back; Carnet tries again by itself.",
    ),
)
PICTURE = Told(
    fr=(
        "Ce fichier est une image, pas une liste de classe.",
        "Exportez la liste depuis le logiciel de l’établissement en XML, CSV ou texte.",
    ),
    en=(
        "This file is a picture, not a class list.",
        "Export the list from the school’s software as XML, CSV or text.",
    ),
)
CUT_OFF = Told(
    fr=(
        "Ce fichier est incomplet ou abîmé.",
        f"Exportez-le ou téléchargez-le de nouveau{NARROW}; rien n’a été écrit.",
    ),
    en=("This file is cut off or damaged.", "Export or download it again; nothing was written."),
)
TOO_LONG = Told(
    fr=(
        "Cette liste est trop longue pour un seul établissement.",
        f"Exportez-la pour un seul établissement, ou niveau par niveau{NARROW}; rien n’a été écrit.",
    ),
    en=(
        "This list is too long to be one school’s.",
        "Export it for one school, or level by level; nothing was written.",
    ),
)
NOBODY_LISTED = Told(
    fr=("Cette liste ne contient aucun élève.", f"Vérifiez l’export{NARROW}; rien n’a été écrit."),
    en=("This list holds no student.", "Check the export; nothing was written."),
)
NO_NAMES = Told(
    fr=(
        "Carnet ne sait pas quelles colonnes contiennent les noms.",
        "Indiquez la colonne du nom et celle du prénom.",
    ),
    en=(
        "Carnet does not know which columns hold the names.",
        "Say which column is the family name and which the given name.",
    ),
)
LIST_UNREADABLE = Told(
    fr=("Le fichier classe.csv ne peut pas être lu.", "Vérifiez son nom et qu’il est bien à vous."),
    en=("The file classe.csv cannot be read.", "Check its name and that it belongs to you."),
)
NOT_WRITTEN = Told(
    fr=(
        "Le fichier n’a pas pu être écrit à cet endroit.",
        f"Choisissez un autre dossier où il y a de la place{NARROW}; rien n’est resté à moitié écrit.",
    ),
    en=(
        "The file could not be written there.",
        "Choose another folder with enough space; nothing is left half-written.",
    ),
)
NO_PRINTER = Told(
    fr=(
        "Aucune imprimante ne répond.",
        "Branchez une imprimante et réessayez, ou enregistrez le document en fichier.",
    ),
    en=(
        "No printer answers.",
        "Connect a printer and try again, or save the paper as a file.",
    ),
)
