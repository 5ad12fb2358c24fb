"""What of each noun may travel. What is not named here stays: a new noun or attribute never leaves by itself.

Sheets are not in the table: their forms say question by question what travels.
"""

TRAVELLING: dict[str, tuple[str, ...]] = {
    "case": ("student_id", "reference", "opened", "state", "closed", "outcome"),
    "partner": ("service", "person", "type", "secrecy", "city", "phone"),
    "student": ("family_name", "given_name", "used_name", "birth_date", "class_name"),
}

ALWAYS_ON_SHEETS = ("form", "form_version", "student_id", "case_id", "date", "created_at", "author_id")
"""What a sheet needs to be a sheet: which form, whose, when."""
