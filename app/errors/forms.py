"""Forms, sheets and papers."""

from app.errors.failure import CarnetError
from app.i18n import N_, Locale


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


class AnswersMissing(CarnetError):
    """A sheet cannot be closed yet. `names` are its questions, never what was said."""

    sentence = N_("Before this sheet is closed, these are still missing: {names}.")
    next_step = N_("It is saved as it is; leaving it for now loses nothing.")


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
