"""Why a line is not taken, or why a person has to look at it: every sentence, once."""

from app.i18n import N_

# Not taken
COLUMNS = N_("This line does not have as many columns as the header.")
QUOTES = N_("A quotation mark is opened or closed in the wrong place.")
UNREADABLE = N_("This line holds characters that cannot be read.")
NO_NAME = N_("There is no name on this line.")
NOT_A_NAME = N_("The name cell does not hold a name.")
ONE_CELL = N_("It is not clear which part is the family name.")
TOO_LONG = N_("A cell of this line is far too long.")
BIRTH_DATE = N_("The birth date is not a possible date.")
EXIT_DATE = N_("The leaving date is not a possible date.")

# Not needed
LEFT = N_("This student has left the school.")

# To look at: the line itself
ONE_NAME = N_("The list gives only one name.")
BORN_LATER = N_("The birth date lies in the future.")
BORN_YESTERDAY = N_("The birth date is that of a small child.")
BORN_LONG_AGO = N_("The birth date is that of someone born before 1980.")

# To look at: the line and a student of the notebook
SEVERAL = N_("Several students of the notebook have this name and birth date.")
IN_BIN = N_("A student with this name lies in the bin.")
OTHER_NUMBER = N_("Same name and birth date, other number in the school’s list.")
OTHER_BIRTH_DATE = N_("Same name, other birth date.")
OTHER_BIRTH_DATE_SAME_NUMBER = N_("Same name and number in the school’s list, other birth date.")
NO_BIRTH_DATE = N_("Same name, but the birth date is missing in the list or in the notebook.")
OTHER_CLASS = N_("Same name, no birth date, other class.")
OTHER_SURNAME_SAME_NUMBER = N_(
    "Other family name; same given name, birth date and number in the school’s list."
)
OTHER_SURNAME = N_("Other family name; same given name, birth date and class.")
SAME_NUMBER = N_("Same number in the school’s list, but another person by name or birth date.")
SWAPPED = N_("Family name and given name look swapped.")
SPELLING = N_("Nearly the same name, same birth date.")
SPELLING_NO_BIRTH_DATE = N_("Nearly the same name, and a birth date is missing.")

# To look at: two lines of the same list
LINE_OTHER_NUMBER = N_("Same name and birth date as another line, other number in the school’s list.")
LINE_OTHER_CLASS = N_("Same name and birth date as another line, other class.")
LINE_SAME_NUMBER = N_("Same number as another line of the list, but another name or birth date.")
LINE_NO_BIRTH_DATE = N_("Same name as another line, and a birth date is missing.")
