"""Everything that can go wrong and be told to a person.

Each class is one failure, its sentence and its next step written once, in English, and translated
where it is shown. Values filled in are file names, numbers and dates: never anybody's words.
"""

from typing import ClassVar

from app.i18n import N_, Locale


class CarnetError(Exception):
    """A failure with a sentence and a next step. Raise where you know, catch where you can speak."""

    sentence: ClassVar[str]
    next_step: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        super().__init__(type(self).__name__)
        self.values = values

    def said(self, locale: Locale) -> str:
        """The sentence and the next step in one language."""
        parts = [locale.text(part, **self.values) for part in (self.sentence, self.next_step) if part]
        return " ".join(parts)


# Opening a notebook


class NotANotebook(CarnetError):
    """The folder holds neither keys nor notebook."""

    sentence = N_("This folder is not a notebook.")
    next_step = N_("Choose the folder that holds keys.json and notebook.db.")


class FolderNotEmpty(CarnetError):
    """A new notebook never mixes with other files and never overwrites."""

    sentence = N_("This folder already holds something.")
    next_step = N_("Choose an empty folder for the new notebook.")


class WrongPassphrase(CarnetError):
    """The key slot did not open; nothing else was touched."""

    sentence = N_("This is not the right phrase.")
    next_step = N_("Check capital letters and the keyboard language.")


class KeysDamaged(CarnetError):
    """keys.json cannot be read or asks for impossible things."""

    sentence = N_("The key file of this notebook is damaged.")
    next_step = N_("Put back keys.json from a copy of this notebook; your writings are not lost.")


class KeysMissing(CarnetError):
    """The database is there without its keys."""

    sentence = N_("The key file of this notebook is missing.")
    next_step = N_("Put back keys.json from a copy of this notebook; your writings are not lost.")


class KeysNotWritten(CarnetError):
    """keys.json could not be replaced; the former one stays."""

    sentence = N_("The key file of this notebook could not be written.")
    next_step = N_("Check that the drive has room and is not write-protected. The phrase stays what it was.")


class MemoryShort(CarnetError):
    """Checking a phrase takes memory on purpose, and there is not enough."""

    sentence = N_("This computer has too little free memory to check the phrase.")
    next_step = N_("Close other programs, then try again.")


class NotebookMissing(CarnetError):
    """The keys are there without the database."""

    sentence = N_("The key file is here, but the notebook itself is missing.")
    next_step = N_("Put back notebook.db from a copy; nothing new was created.")


class NotebookDamaged(CarnetError):
    """The phrase was right; the file is not whole."""

    sentence = N_("This notebook is damaged; the phrase is right.")
    next_step = N_("Nothing was changed. Open your most recent copy.")


class NotebookTooNew(CarnetError):
    """A later version of the program wrote this notebook."""

    sentence = N_("This notebook was written by a newer version of Carnet.")
    next_step = N_("Install the newer version; nothing was changed.")


class NotebookInUse(CarnetError):
    """Another window holds the notebook."""

    sentence = N_("This notebook is already open in another window.")
    next_step = N_("Close it there, then try again.")


class NotebookUnreadable(CarnetError):
    """The operating system refuses the files."""

    sentence = N_("This computer does not let Carnet read this notebook.")
    next_step = N_("Check that the folder belongs to you and that the drive is connected.")


# Saving


class DiskFull(CarnetError):
    """No room left."""

    sentence = N_("Not saved yet: the disk is full.")
    next_step = N_("Your text stays here. Free some space; Carnet tries again by itself.")


class FolderReadOnly(CarnetError):
    """Writing is refused."""

    sentence = N_("Not saved yet: the folder cannot be written to.")
    next_step = N_("Your text stays here. Check that the drive is connected and not write-protected.")


class SavingFailed(CarnetError):
    """The disk answered with an error of another kind."""

    sentence = N_("Not saved yet: the disk answers with an error.")
    next_step = N_("Your text stays here. Make a copy of the notebook on another drive.")


# Class lists


class ListUnreadable(CarnetError):
    """The file is no list in any form known."""

    sentence = N_("Carnet cannot read this file as a class list.")
    next_step = N_("Export the list again as CSV or text, then choose that file.")


class ListEmpty(CarnetError):
    """Nothing below the header."""

    sentence = N_("This list holds no student.")
    next_step = N_("Check the export; nothing was written.")


class ListTooLong(CarnetError):
    """More lines or bytes than any school has."""

    sentence = N_("This list is too long to be one school’s.")
    next_step = N_("Export it for one school, or level by level; nothing was written.")


class ListIsPdf(CarnetError):
    """A PDF stands where a list should."""

    sentence = N_("This file is a PDF, not a class list.")
    next_step = N_("Export the list from the school’s software as XML, CSV or text.")


class ListIsPicture(CarnetError):
    """A picture stands where a list should."""

    sentence = N_("This file is a picture, not a class list.")
    next_step = N_("Export the list from the school’s software as XML, CSV or text.")


class ListIsOfficeFile(CarnetError):
    """A workbook or a document of an office program."""

    sentence = N_("This file belongs to a spreadsheet or word processor.")
    next_step = N_("Open it there and save it as CSV, then choose that file.")


class ListOfAnotherKind(CarnetError):
    """XML whose root is neither that of students nor that of guardians."""

    sentence = N_("This XML file holds neither a list of students nor their guardians.")
    next_step = N_(
        "In SIECLE, export ElevesSansAdresses, ElevesAvecAdresses or ResponsablesAvecAdresses,"
        " then choose that file."
    )


class ListReachesOut(CarnetError):
    """XML that declares, expands, includes or points at something: no export does."""

    sentence = N_("This file tries to bring in something from outside, so Carnet does not read it.")
    next_step = N_("Export the list again from the school’s software itself; nothing was written.")


class ListDamaged(CarnetError):
    """XML or zip that ends too early or does not hold together."""

    sentence = N_("This file is cut off or damaged.")
    next_step = N_("Export or download it again; nothing was written.")


class ListZipUnclear(CarnetError):
    """A zip with no list, several, another zip or a password."""

    sentence = N_("Carnet does not find exactly one list in this zip.")
    next_step = N_("Unpack it, then choose the list itself.")


class Stopped(CarnetError):
    """The person had enough of waiting: everything is as before."""

    sentence = N_("Stopped. Nothing was written.")


class ColumnsMissing(CarnetError):
    """No column says who."""

    sentence = N_("Carnet does not know which columns hold the names.")
    next_step = N_("Say which column is the family name and which the given name.")


# Cards and packages


class CardInvalid(CarnetError):
    """The file is no card, or not the one that was signed."""

    sentence = N_("This file is not a card, or it was changed on the way.")
    next_step = N_("Ask for the card again; nothing was saved.")


class CardIsOwn(CarnetError):
    """The card is this notebook's own."""

    sentence = N_("This is your own card.")
    next_step = N_("Give it to the others, and open theirs here.")


class NotAPackage(CarnetError):
    """The file is no age file, or its head is not one we read."""

    sentence = N_("This file is not a Carnet package.")
    next_step = N_("Ask the sender for the file again; nothing was read or saved.")


class NotForUs(CarnetError):
    """The package is sealed for somebody else."""

    sentence = N_("This package is sealed for somebody else.")
    next_step = N_("Ask the sender to choose your card; nothing was read or saved.")


class PackageTooLarge(CarnetError):
    """The package holds more than any letter of ours."""

    sentence = N_("This package is larger than any Carnet writes.")
    next_step = N_("Ask the sender to choose fewer cases; nothing was saved.")


class PackageUnknownFormat(CarnetError):
    """A later version wrote the package."""

    sentence = N_("This package was written by a newer version of Carnet.")
    next_step = N_("Install the newer version; nothing was read or saved.")


class PackageNotSigned(CarnetError):
    """The signature is missing, wrong, or for other recipients."""

    sentence = N_("This file does not come from the person it names.")
    next_step = N_("Nothing was read or saved. Call the sender.")


class SenderUnknown(CarnetError):
    """Nobody whose card is here signed the package."""

    sentence = N_("This package comes from somebody whose card you have not accepted.")
    next_step = N_("Ask for the card, compare its words, then open the package again.")


class SenderChanged(CarnetError):
    """The sender's card is in doubt or retired."""

    sentence = N_("The sender’s card has changed or is no longer used, so this package is not read.")
    next_step = N_("Compare the new card’s words by voice or face first.")


class NotCompared(CarnetError):
    """Nothing leaves to somebody whose words nobody compared."""

    sentence = N_("Nobody has compared this card’s words yet, so nothing can be handed over.")
    next_step = N_("Compare the eight words by voice or face, then say so under Transfer.")


class NothingToHandOver(CarnetError):
    """The recipient has had everything already, or nothing may travel."""

    sentence = N_("There is nothing new to hand over in these cases.")
    next_step = N_("Nothing was written; the recipient has what may travel.")


class PackageOwn(CarnetError):
    """Our own package came back."""

    sentence = N_("This is a package you wrote yourself.")
    next_step = N_("It is for the recipient; nothing was saved.")


class PackageDamaged(CarnetError):
    """The package is cut, changed or continued."""

    sentence = N_("This package is not whole.")
    next_step = N_("Ask the sender to copy it again; nothing was saved.")


# Forms and paper


class ResourceBroken(CarnetError):
    """A form, list or framework file cannot be used.

    `file` and `place` say where ("sections[2].questions[4].kind", or "line {line}" with `line`),
    `reason` says why, without quoting what stands there.
    """

    sentence = N_("The file {file} cannot be used ({place}): {reason}.")
    next_step = N_("Correct it or put the shipped file back; the rest of the notebook opens.")

    def __init__(self, *, file: str, place: str, reason: str, line: int | None = None) -> None:
        super().__init__(file=file, place=place.replace("{line}", str(line)), reason=reason, line=line)
        self._place = place

    def said(self, locale: Locale) -> str:
        """The sentence and the next step, the place and the reason in the same language."""
        place = locale.text(self._place, line=self.values["line"])
        reason = locale.text(str(self.values["reason"]))
        sentence = locale.text(self.sentence, file=self.values["file"], place=place, reason=reason)
        return f"{sentence} {locale.text(self.next_step)}"


class FormUnknown(CarnetError):
    """No form has that key."""

    sentence = N_("There is no form “{form}”.")


class RecordUnknown(CarnetError):
    """No sheet has that reference."""

    sentence = N_("There is no sheet “{reference}” in this notebook.")


class VersionReplaced(CarnetError):
    """A newer version is there already. `n` is its number."""

    sentence = N_("Version {n} replaces this one already.")
    next_step = N_("Open version {n} and go on from there.")


class NoPrinter(CarnetError):
    """No printer answers."""

    sentence = N_("No printer answers.")
    next_step = N_("Connect a printer and try again, or save the paper as a file.")


class FileNotWritten(CarnetError):
    """A paper or a copy could not be written where the person wanted it."""

    sentence = N_("The file could not be written there.")
    next_step = N_("Choose another folder with enough space; nothing is left half-written.")


class FileUnreadable(CarnetError):
    """A file somebody named cannot be read. `file` is its name."""

    sentence = N_("The file {file} cannot be read.")
    next_step = N_("Check its name and that it belongs to you.")


class SheetIncomplete(CarnetError):
    """Something on the sheet cannot be understood yet. `question` is its label."""

    sentence = N_("“{question}” cannot be understood yet.")
    next_step = N_("Your text is kept as a draft; correct it when you like.")


class CopyFailed(CarnetError):
    """The copy does not read back whole."""

    sentence = N_("The copy does not read back whole.")
    next_step = N_("Nothing is left of it. Choose another drive and try again.")


class NotFiledYet(CarnetError):
    """Unfiled notes cannot leave."""

    sentence = N_("This note belongs to no student yet, so it cannot leave the notebook.")
    next_step = N_("File it to a student first.")


class FileThere(CarnetError):
    """A file of that name lies there already. `file` is its name."""

    sentence = N_("The file {file} is there already.")
    next_step = N_("Choose another name, or replace it with --force.")


class PassphraseMissing(CarnetError):
    """Nothing to read it from and nobody to ask."""

    sentence = N_("No passphrase was given.")
    next_step = N_("Type it when asked, or name a file with --passphrase-file.")


class Unexpected(CarnetError):
    """Something nobody foresaw; the log has its place in the code."""

    sentence = N_("Something unexpected happened; what you typed is kept.")
    next_step = N_("Go on, or close and reopen Carnet. The log says where it happened, without any text.")
