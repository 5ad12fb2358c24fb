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

PARENTS = {
    "mother": ("Sandra", "Paula", "Nadine", "Marta", "Sylvie", "Danielle", "Fatima", "Claudine"),
    "father": ("Paulo", "Marc", "Serge", "Rui", "Jean-Luc", "Carlo", "Karim", "Frank"),
}

# A class, that of the year before ("" where school has just begun), and the age one usually is in it.
CLASSES = {
    "LU": (
        ("7G1", "", 12), ("7P1", "", 12), ("6G1", "7G2", 13), ("6G4", "7G4", 13), ("5G2", "6G2", 14),
        ("5C3", "6C3", 14), ("5P1", "6P1", 14), ("4G1", "5G1", 15), ("4C2", "5C2", 15), ("3G2", "4G3", 16),
        ("2C1", "3C1", 17), ("2G1", "3G1", 17),
    ),
    "FR": (
        ("6e A", "", 11), ("6e B", "", 11), ("5e A", "6e A", 12), ("5e C", "6e C", 12), ("4e B", "5e B", 13),
        ("3e A", "4e A", 14), ("3e D", "4e D", 14), ("CAP 1", "3e D", 15), ("2de Pro 1", "3e C", 15),
        ("2de 4", "3e B", 15), ("1re 2", "2de 1", 16), ("Tle 3", "1re 3", 17),
    ),
}  # fmt: skip

LANGUAGES = ("fr", "pt", "lb", "de", "en", "it", "es", "ar")
STREETS = ("rue des Tilleuls", "rue de la Forge", "avenue du Parc", "montée du Château", "rue du Lavoir")
TOWNS = {
    "LU": (
        ("1234", "Luxembourg"), ("4050", "Esch-sur-Alzette"), ("9010", "Ettelbruck"), ("3510", "Dudelange"),
    ),
    "FR": (("13015", "Marseille"), ("60000", "Beauvais"), ("60100", "Creil"), ("13100", "Aix-en-Provence")),
}  # fmt: skip
