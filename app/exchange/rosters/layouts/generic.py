"""What columns are usually called in French, German and English lists."""

from app.exchange.rosters.layouts.layout import Layout

_NAMES = {
    "family_name": (
        "Nom de famille", "Nom de famille élève", "Nom élève", "Nom de l'élève", "Nom",
        "Familienname", "Nachname", "Zuname", "Name",
        "Family name", "Last name", "Surname", "family_name",
    ),
    "used_name": ("Nom d'usage", "Nom d'usage élève", "nom_usage", "used_name"),
    "given_name": (
        "Prénom", "Prénoms", "Prénom élève", "Prénom de l'élève", "Premier prénom",
        "Vorname", "Vornamen", "Rufname",
        "Given name", "Given names", "First name", "Forename", "given_name",
    ),
    "full_name": (
        "Nom et prénom", "Nom et prénoms", "Nom Prénom", "Nom, prénom", "Élève", "Élèves", "Nom complet",
        "Schüler", "Schülerin", "Schüler/in", "Schüler*in", "Schüler:in", "Name, Vorname", "Name Vorname",
        "Student", "Student name", "Full name", "Pupil", "full_name",
    ),
    "class_name": (
        "Classe", "Classes", "Division", "Libellé classe", "Classe de l'élève",
        "Klasse", "Klassen", "Klassenname", "Class", "Class name", "Form", "class_name",
    ),
    "birth_date": (
        "Date de naissance", "Date naissance", "Date naiss.", "Naissance", "Né le", "Née le", "Né(e) le",
        "Date de naissance (jj/mm/aaaa)", "DDN",
        "Geburtsdatum", "Geburtstag", "Geb.-Datum", "Geb.", "Geboren am", "Geboren",
        "Birth date", "Date of birth", "DOB", "Birthday", "birth_date",
    ),
    "gender": ("Sexe", "Genre", "Geschlecht", "Gender", "Sex"),
    # No national number (INE, matricule): the notebook does without.
    "key": (
        "ID élève", "Identifiant élève", "Numéro élève", "N° élève",
        "Schüler-ID", "Schülernummer", "Student ID", "Student number", "key",
    ),
    "phone": (
        "Téléphone portable", "Tél. portable", "Portable", "Mobile", "GSM", "Téléphone", "Tél.", "Tel",
        "Handy", "Mobiltelefon", "Telefon", "Mobile phone", "Phone", "Phone number",
    ),
    "email": ("Courriel", "E-mail", "Adresse e-mail", "Mél", "Mail", "E-Mail-Adresse", "Email address"),
    "street": ("Rue", "Adresse", "Adresse 1", "Straße", "Strasse", "Anschrift", "Street", "Address"),
    "postcode": ("Code postal", "CP", "CP 1", "PLZ", "Postleitzahl", "Postcode", "Postal code", "ZIP"),
    "city": ("Ville", "Localité", "Commune", "Commune 1", "Ort", "Wohnort", "Stadt", "City", "Town"),
    "exit_date": (
        "Date de sortie", "Date sortie", "Sortie", "Austritt", "Austrittsdatum", "Abgang", "Exit date",
    ),
}  # fmt: skip

GENERIC = Layout(
    name="",
    marks=(),
    columns={header: field for field, headers in _NAMES.items() for header in headers},
)
