"""How the four marks look and which keys set them."""

from typing import Final

from app.i18n import N_

# The letters are those of the words, so they come with the translation.
KEYS: Final = {"seen": N_("Alt+S"), "said": N_("Alt+D"), "reported": N_("Alt+R"), "hypothesis": N_("Alt+H")}
ICONS: Final = {"seen": "eye", "said": "quotes", "reported": "arrow-bend-up-left", "hypothesis": "question"}
