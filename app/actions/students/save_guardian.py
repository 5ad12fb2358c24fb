"""Write one guardian of a student."""

from collections.abc import Sequence

import msgspec

from app.models.changes import Changes
from app.models.guardian import Guardian
from app.storage.notebook import Notebook

SHARED = (
    "family_name", "given_name", "languages", "phone", "phone_no_message", "email", "street", "postcode",
    "city",
)  # fmt: skip
"""What is true of a guardian whoever's guardian they are. Authority and warnings are each child's own."""


def save_guardian(notebook: Notebook, *, guardian: Guardian, also: Sequence[str] = ()) -> Changes:
    """Save a new or corrected guardian; what was corrected of name and reach goes to the others in `also`."""
    with notebook.change() as change:
        before = notebook.guardians.find(guardian.id)
        notebook.guardians.save(guardian)
        corrected = {
            name: getattr(guardian, name)
            for name in SHARED
            if before is not None and getattr(before, name) != getattr(guardian, name)
        }
        for other_id in also if corrected else ():
            other = notebook.guardians.get(other_id)
            notebook.guardians.save(msgspec.structs.replace(other, **corrected))
    return change.changes
