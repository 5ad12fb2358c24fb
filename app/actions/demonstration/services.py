"""Invented entries of a partner directory: kinds of service are real, houses, people and numbers are not."""

from app.models.partner import Partner

_LU = (
    ("CCJF", "Centre de consultation pour Jeunes et Familles", "accueil des jeunes", "yes"),
    ("CEPAS", "CePAS, consultations", "secrétariat", "yes"),
    ("MO", "Maison de l’orientation", "guichet", "no"),
    ("ADEM", "Orientation professionnelle", "conseil", "no"),
    ("ALJ", "Antenne locale pour jeunes", "équipe du centre", "partly"),
    ("OFFSOC", "Office social communal", "permanence", "yes"),
    ("ONE", "Office national de l’enfance", "coordination", "yes"),
    ("MEDSCO", "Médecine scolaire", "infirmière", "yes"),
    ("CI", "Commission d’inclusion du lycée", "président", "varies"),
    ("ASSO_DYS", "Association d’aide aux troubles dys", "accueil", "no"),
)
_FR = (
    ("MDS", "Maison des solidarités du secteur", "assistante sociale", "yes"),
    ("MDA", "Maison des adolescents", "accueil", "yes"),
    ("CMP", "Centre médico-psychologique", "secrétariat", "yes"),
    ("CIO", "Centre d’information et d’orientation", "psychologue", "yes"),
    ("ML", "Mission locale", "conseil", "partly"),
    ("MDPH", "Maison des personnes handicapées", "instruction", "yes"),
    ("CAF", "Caisse d’allocations familiales", "accueil", "no"),
    ("ER", "Enseignante référente handicap", "secteur", "no"),
    ("PAEJ", "Point accueil écoute jeunes", "accueil", "yes"),
    ("MLDS", "Mission de lutte contre le décrochage", "coordination", "no"),
)


def services(country: str, town: tuple[str, str]) -> list[Partner]:
    """The directory for one country."""
    return [
        Partner(
            service=service,
            person=person,
            type=code,
            secrecy=secrecy,
            street=f"{n + 3}, rue des Services",
            postcode=town[0],
            city=town[1],
            phone=f"20 00 00 {n + 10}" if country == "LU" else f"01 99 00 00 {n + 10}",
        )
        for n, (code, service, person, secrecy) in enumerate(_LU if country == "LU" else _FR)
    ]
