"""ONDE, the French primary schools' base: semicolons, Windows code page, a blank before "Cycle"."""

from app.exchange.rosters.layouts.layout import Layout

ONDE = Layout(
    name="ONDE",
    marks=("Nom élève", "Prénom élève", "Libellé classe"),
    # The national number (INE), the second address, consents and decisions are never read.
    columns={
        "Nom élève": "family_name",
        "Nom d'usage élève": "used_name",
        "Prénom élève": "given_name",
        "Libellé classe": "class_name",
        "Date naissance": "birth_date",
        "Sexe": "gender",
        "Adresse1": "street",
        "Cp1": "postcode",
        "Commune1": "city",
    },
)
