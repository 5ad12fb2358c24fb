"""Cards and packages."""

from app.errors.failure import CarnetError
from app.i18n import N_


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


class ExchangeFolderHoldsNotebook(CarnetError):
    """What carries the packages would carry the open notebook too."""

    sentence = N_("The notebook itself lies in this folder.")
    next_step = N_(
        "Choose a folder for packages alone: a program that keeps it in step could copy the notebook"
        " half-written."
    )


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


class Undecided(CarnetError):
    """Something both sides wrote differently has no decision yet."""

    sentence = N_("Something is not decided yet.")
    next_step = N_("Choose for every line what shall stand; nothing was changed.")


class DecidedAlready(CarnetError):
    """The two versions became one meanwhile: a package or another page ended it."""

    sentence = N_("This was decided meanwhile.")
    next_step = N_("Nothing was changed. The sheet says how it stands.")


class DecisionLeft(CarnetError):
    """The record was written or handed over since the decision: taking it back would confuse both sides."""

    sentence = N_("This decision can no longer be taken back: the sheet has gone on or left since.")
    next_step = N_("Nothing was changed. Write on the sheet what shall stand.")


class PackageForked(CarnetError):
    """Its number came with other content, or it does not follow the one before it: the row is damaged."""

    sentence = N_(
        "This package does not follow those that came before it: the sender’s notebook goes on in two places."
    )
    next_step = N_(
        "Nothing was saved. Ask them which one holds; moved into another folder, it begins to count anew,"
        " and its next package can be opened here."
    )


class CaseGiven(CarnetError):
    """It was given to a colleague for good. `name` is theirs."""

    sentence = N_("This case was given to {name} for good: it is read here, not written.")
    next_step = N_("Nothing was changed. If it is to go on here, take it back on the student’s sheet.")


class CaseUnfinished(CarnetError):
    """Something typed in it is not finished yet and would not leave with it."""

    sentence = N_("Something begun in case {reference} is not finished: it would not leave with it.")
    next_step = N_("Finish it first; nothing was handed over.")


class ConditionsOpen(CarnetError):
    """The service asks for conditions that hold together before something leaves on this ground."""

    sentence = N_("Not every condition of this ground was said to be met.")
    next_step = N_("Nothing was handed over. All of them have to be met together.")


class CorrespondentUnclear(CarnetError):
    """No card here has that name, or several have. `name` is what was asked for."""

    sentence = N_("“{name}” is not the name of one correspondent of this notebook.")
    next_step = N_("Write the name as it stands on their card.")


class CaseUnknown(CarnetError):
    """No case has that reference."""

    sentence = N_("There is no case “{reference}” in this notebook.")
