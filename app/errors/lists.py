"""Class lists from outside."""

from app.errors.failure import CarnetError
from app.i18n import N_


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
