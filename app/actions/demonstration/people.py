"""Invented names. Nobody here exists."""

GIVEN = (
    ("Lina", "f"), ("Noé", "m"), ("Inès", "f"), ("Yannis", "m"), ("Maëlle", "f"), ("Rafael", "m"), ("Anaïs", "f"),
    ("Jérôme", "m"), ("Zoé", "f"), ("Tom", "m"), ("Luca", "m"), ("Leonor", "f"), ("Mateus", "m"), ("Amélie", "f"),
    ("Kim", "f"), ("Björn", "m"), ("Sofia", "f"), ("Théo", "m"), ("Mila", "f"), ("Gabriel", "m"), ("Joana", "f"),
    ("Max", "m"), ("Éloïse", "f"), ("Dario", "m"), ("Nora", "f"), ("Ben", "m"), ("Chloé", "f"), ("Tiago", "m"),
    ("Lou", "f"), ("Emil", "m"), ("Beatriz", "f"), ("Paul", "m"), ("Aya", "f"), ("Félix", "m"), ("Clara", "f"),
    ("Ibrahim", "m"), ("Jana", "f"), ("Simão", "m"), ("Élise", "f"), ("Nils", "m"),
)  # fmt: skip

FAMILY = (
    "Moreira", "Thill", "Da Costa", "Berger", "Kremer", "Nunes", "Pauly", "Hoffmann", "Schiltz", "Wagener",
    "Weydert", "Ferreira Lopes", "Muller", "Reuter", "Klein", "Dos Santos", "Faber", "Lentz", "Marques", "Steffen",
    "N’Guyen-Dupont", "Bauer", "Gonçalves", "Schroeder", "Becker", "Rodrigues", "Weber", "Majerus", "Pereira",
    "Thoma", "Silva", "Kayser", "Lambert", "Oliveira", "Diederich", "Sørensen", "Krier", "Abreu", "Mertens", "Wolff",
)  # fmt: skip

LU_CLASSES = ("7G1", "7P1", "6G1", "6G4", "5G2", "5C3", "5P1", "4G1", "4C2", "3G2", "2G1", "2C1")
FR_CLASSES = (
    "6e A",
    "6e B",
    "5e A",
    "5e C",
    "4e B",
    "3e A",
    "3e D",
    "2de 4",
    "1re 2",
    "Tle 3",
    "2de Pro 1",
    "CAP 1",
)

LANGUAGES = ("fr", "pt", "lb", "de", "en", "it", "es", "ar")
STREETS = ("rue des Tilleuls", "rue de la Forge", "avenue du Parc", "montée du Château", "rue du Lavoir")
TOWNS = {
    "LU": (
        ("1234", "Luxembourg"),
        ("4050", "Esch-sur-Alzette"),
        ("9010", "Ettelbruck"),
        ("3510", "Dudelange"),
    ),
    "FR": (("13015", "Marseille"), ("60000", "Beauvais"), ("60100", "Creil"), ("13100", "Aix-en-Provence")),
}
