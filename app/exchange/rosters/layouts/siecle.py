"""SIECLE, "ElevesSansAdresses.xml" and "ElevesAvecAdresses.xml", whose tags are our column names."""

from app.exchange.rosters.layouts.layout import Layout

SIECLE = Layout(
    name="SIECLE",
    marks=("ELEVE_ID", "NOM_DE_FAMILLE"),
    columns={
        "NOM_DE_FAMILLE": "family_name",
        "NOM_USAGE": "used_name",
        "PRENOM": "given_name",
        "CODE_STRUCTURE": "class_name",
        "DATE_NAISS": "birth_date",
        "CODE_SEXE": "gender",
        "DATE_SORTIE": "exit_date",
        "ELEVE_ID": "key",
        "TEL_PORTABLE": "phone",
        "TEL_PERSONNEL": "phone",
        "MEL": "email",
        "LIGNE1_ADRESSE": "street",
        "CODE_POSTAL": "postcode",
        "LIBELLE_POSTAL": "city",
    },
)
