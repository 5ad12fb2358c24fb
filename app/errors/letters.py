"""Cards and packages."""

from app.errors.failure import CarnetError
from app.i18n import N_


class CardInvalid(CarnetError):
    """The file is no card, or not the one that was signed."""

    sentence = N_("This file is not a card, or it was changed on the way.")
    next_step = N_("Ask for the card again; nothing was saved.")


class CardTextUnread(CarnetError):
    """What was pasted is no card, or not the one that was signed."""

    sentence = N_("What was pasted is not the whole text of a card, or it was changed on the way.")
    next_step = N_("Read the square once more, copy everything that is shown, and paste it here.")


class CardSquareMissing(CarnetError):
    """No code in a picture. `file` is its harmless name, here as below."""

    sentence = N_("No QR code was found in {file}.")
    next_step = N_(
        "Photograph the whole square from straight above, in good light, or scan the paper at 300 dpi."
    )


class CardSquareUnread(CarnetError):
    """There is a code, and too much of it is damaged or blurred."""

    sentence = N_("There is a QR code in {file}, but it is damaged or blurred and cannot be read.")
    next_step = N_("Scan the paper again, flat and sharp; where it is torn or stained, ask for a new one.")


class CardOtherCode(CarnetError):
    """A sound code that is no card."""

    sentence = N_("The QR code in {file} is not that of a card.")
    next_step = N_("A card on paper is called “Carnet card”; nothing else of the code was looked at.")


class CardsSeveral(CarnetError):
    """Nobody could say which of them is meant."""

    sentence = N_("There are several cards in {file}.")
    next_step = N_("Photograph or scan one card at a time; nothing was saved.")


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


class PackageOlderFormat(CarnetError):
    """It says of itself that it is older than the first version there was."""

    sentence = N_("This package is written in a way that no Carnet reads.")
    next_step = N_("Ask the sender to write it again with their Carnet; nothing was read or saved.")


class ClockAstray(CarnetError):
    """Its moment is in a year nobody of today writes in."""

    sentence = N_("The computer that wrote this package had its clock in an impossible year.")
    next_step = N_("Ask the sender to set the clock and to write the package again; nothing was saved.")


class RecordTwice(CarnetError):
    """One identifier, two records: which one counts would be chance."""

    sentence = N_("This package holds one record twice, so it is not read.")
    next_step = N_("Ask the sender to write it again; nothing was saved.")


class SignatureMissing(CarnetError):
    """Its last line is no signature."""

    sentence = N_("Nobody has signed this package.")
    next_step = N_("Nothing was read or saved. Ask the sender to write it with their Carnet.")


class PackagePassedOn(CarnetError):
    """Signed for others and sealed again for us."""

    sentence = N_("This package was written for somebody else and then sealed for you.")
    next_step = N_("Nothing was read or saved. Ask who wrote it for one of your own.")


class PackageNotSigned(CarnetError):
    """The signature is wrong, or over other content."""

    sentence = N_("This file does not come from the person it names.")
    next_step = N_("Nothing was read or saved. Call the sender.")


class SenderUnknown(CarnetError):
    """Nobody whose card is here signed the package."""

    sentence = N_("This package comes from somebody whose card you have not accepted.")
    next_step = N_("Ask for the card, compare its words, then open the package again.")


class SenderChanged(CarnetError):
    """The sender's card is in doubt."""

    sentence = N_("The sender’s card has changed, so this package is not read.")
    next_step = N_("Compare the new card’s words by voice or face first; nothing was saved.")


class SenderRetired(CarnetError):
    """Nothing is exchanged with the sender any more."""

    sentence = N_("This package comes from somebody with whom you no longer exchange.")
    next_step = N_("Open their card once more if you want to; nothing was saved.")


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


class PackageOfThisComputer(PackageOwn):
    """A package for one's other computer, opened where it was written."""

    sentence = N_("This file was written on this computer, for your other one.")
    next_step = N_("Open it there; nothing was saved.")


class OtherComputerUnknown(CarnetError):
    """A package to oneself, and nobody said that there are two computers."""

    sentence = N_("This file comes from another computer with your notebook.")
    next_step = N_("If it is yours, say so under Transfer, “My other computer”, then open the file again.")


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


class ReceiptElsewhere(CarnetError):
    """A receipt for a package the other computer wrote, or nobody."""

    sentence = N_("This receipt is for a package that this computer does not know.")
    next_step = N_(
        "Nothing was saved. If your other computer wrote the package, bring this one up to date from there"
        " first, then open the receipt again."
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


class NotAUnit(CarnetError):
    """Only a unit sends proposals down."""

    sentence = N_("Only the notebook of a unit proposes something to practitioners.")
    next_step = N_("Hand the cases over instead; nothing was written.")


class RosterTooLong(CarnetError):
    """The students of one school fill no one line of a package."""

    sentence = N_("The class list of a school is too long for a package.")
    next_step = N_("Give the school’s own list away as a file instead; nothing was written.")


class UnitFileTooLong(CarnetError):
    """The lists and forms fill no one line of a package."""

    sentence = N_("The lists and forms of the unit are too many for a package.")
    next_step = N_("Write them to a file in the workshop and give that file away; nothing was written.")
