"""How a paragraph of facts is known: the four marks in the margin."""

from app.i18n import N_

MARKS = {"seen": N_("seen"), "said": N_("said"), "reported": N_("reported"), "hypothesis": N_("hypothesis")}
