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
    own_next_step = N_("It is a change made in this notebook; what is delivered with Carnet is used instead.")
    still_works = {
        "forms": N_("What was written on this form is kept and can be read in its versions."),
        "letters": N_("The other letters can be written."),
        "lists": N_("The forms that use this list open, and what was chosen from it is kept."),
        "reports": N_("Everything can be written; only this report cannot be counted."),
        "frameworks": N_("The notebook of this service opens and its sheets can be read."),
    }

    def __init__(
        self, *, file: str, place: str, reason: str, line: int | None = None, own: bool = False
    ) -> None:
        super().__init__(
            file=file, place=place.replace("{line}", str(line)), reason=reason, line=line, own=own
        )
        self._place = place

    def of_own_file(self) -> "ResourceBroken":
        """The same, told of a file a unit changed in this notebook."""
        line = self.values["line"]
        return ResourceBroken(
            file=str(self.values["file"]), place=self._place, reason=str(self.values["reason"]),
            line=line if isinstance(line, int) else None, own=True,
        )  # fmt: skip

    def shortly(self, locale: Locale) -> str:
        """Which file, where and why."""
        place = locale.text(self._place, line=self.values["line"])
        reason = locale.text(str(self.values["reason"]))
        return locale.text(self.sentence, file=self.values["file"], place=place, reason=reason)

    def said(self, locale: Locale) -> str:
        """The same, what still works and the next step, all in one language."""
        said = [self.shortly(locale)]
        if self.values["own"]:
            return " ".join([*said, locale.text(self.own_next_step)])
        works = self.still_works.get(str(self.values["file"]).partition("/")[0])
        said += [locale.text(words) for words in (works, self.next_step) if words]
        return " ".join(said)


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
