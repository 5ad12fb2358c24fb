"""An everyday case for each form that ships, as short as somebody would write it: people are invented.

Choices are named by how their French words begin, days as one types them; a table has a mapping a line, and
an empty one passes over a line it begins with. What the notebook fills in by itself is not named.
"""

from collections.abc import Mapping
from typing import NamedTuple

from app.models.form import Form

Row = Mapping[str, str]
Said = str | list[str] | list[Row]


class FormCase(NamedTuple):
    """What is typed on the sheet in its order, and to whom on what ground its paper goes."""

    said: Mapping[str, Said]
    receiver: str = ""
    ground: str = ""


_CALM = "Il parle calmement et accepte de revenir lundi."
_PIECES: list[Row] = [{"there": "oui"}, {"there": "oui"}]
_BUDGET: dict[str, Said] = {
    "incomes": [
        {"kind": "salaires", "whose": "Marta", "amount": "1180,50"},
        {"kind": "prestations familiales", "whose": "Marta", "amount": "271,66"},
    ],
    "charges": [
        {"kind": "loyer", "amount": "612"},
        {"kind": "énergie", "amount": "84"},
    ],
}
_CONSENTS: dict[str, Said] = {"student_consent": "informé et", "parents_consent": "informés et"}

CASES: dict[str, FormCase] = {
    "f1-interview": FormCase(
        {
            "duration": "30", "mode": "permanence", "rank": "premier", "origin": "l’élève",
            "main_reason": "mobbing", "demand": "Ils disent que je sens le poisson.",
            "facts": "Elle pleure en arrivant.", "acts": ["écoute"],
            "steps": ["Voir le régent, demain"], "parents_informed": "informés après",
            "conclusion": "Harcèlement en classe, régent prévenu, à revoir lundi.",
        },
        "Dossier papier", "classement papier",
    ),
    "f2-evaluation": FormCase(
        {
            "birth_place": "Amiens", "sex": "F", "lives": "au domicile", "purpose": "la MDPH",
            "difficulties": "Lecture lente, fatigue en fin de matinée.",
            "proposal": "Une aide humaine mutualisée.", "service": "service social en",
            "services_known": "Maison des solidarités.",
            "parents_wish": "Qu’elle reste dans sa classe avec une aide.", "parents_opinion": "d’accord",
            "synthesis": "Une famille présente, une enfant volontaire ; l’aide demandée est adaptée.",
        },
        "MDPH de l’Oise", "accord",
    ),
    "f3-plan": FormCase(
        {
            "nature": "projet", "start_school": "5G, niveau fragile en mathématiques.",
            "wishes": "Je veux couper les cheveux.",
            "alternatives": [
                {"training": "DAP coiffure", "place": "Lycée technique"},
                {"training": "Réinscription en 4G", "place": "Lycée du Moulin"},
            ],
            "steps": [{"what": "Trouver un salon", "type": "stage", "owner": "jeune", "due": "15/01/2027"}],
            "review_date": "20/01/2027",
        },
        "Inês Da Costa", "remis",
    ),
    "f4-referral": FormCase(
        {
            "partner": "tilleuls", "urgency": "semaine", "requested_by": "l’élève",
            "reason": "Elle dort mal et demande à parler à quelqu’un.",
            "done": "Trois entretiens.", "services": ["soutien psychologique"],
            **_CONSENTS, "contact_by": "le jeune",
        },
        "", "accord",
    ),
    "f4-cepas": FormCase(
        {
            "partner": "tilleuls", "urgency": "semaine", "requested_by": "l’élève",
            "services": ["soutien psychologique"], "rhythm": "régulier",
            "reason": "Elle dort mal et demande à parler à quelqu’un.", "done": "Trois entretiens.",
            **_CONSENTS, "contact_by": "le jeune",
        },
        "", "accord",
    ),
    "f4-cm2-6e": FormCase(
        {
            "partner": "tilleuls", "secondary": "Collège du Moulin", "schemes": ["PAP"],
            "reason": "Elle lit avec peine et vient chaque jour.",
            "helps": "Un lieu calme pour commencer la journée.", "attendance": "régulière",
            "expected": ["accueil"], **_CONSENTS,
        },
        "", "accord",
    ),
    "f5-concern": FormCase(
        {
            "urgency": "semaine", "level": "inquiétude", "source": "le mineur",
            "dangers": ["santé"],
            "facts": [{"day": "10/11/2026", "place": "au collège", "what": "Arrive sans manteau, a faim."}],
            "child_words": "Le soir il n’y a rien à manger.",
            "schooling": "Douze demi-journées d’absence en octobre.",
            "done": "Deux entretiens, un appel à la mère.",
            "worry": "Les besoins de base ne semblent pas couverts.",
            "parents_informed": "informés avant", "parents_reaction": "La mère dit manquer d’argent.",
            "advisor": "Conseillère technique", "partner": "tilleuls",
        },
        "", "protection",
    ),
    "f6-report": FormCase(
        {
            "partner": "tilleuls", "urgency": "24", "council": "Président du conseil départemental",
            "nature": ["danger grave"], "told_to": "Claire Aubrin", "told_place": "Bureau",
            "child_words": "Il m’a frappée avec la ceinture hier.",
            "seen": "Marque rouge sur l’avant-bras gauche.", "state": "Calme, fatiguée.",
            "whereabouts": "Au collège, avec l’infirmière.", "can_go_home": "non",
            "parents_informed": "non informés, intérêt",
            "parents_reason": "L’auteur désigné vit au foyer.",
        },
        "", "protection",
    ),
    "f8-arrangements": FormCase(
        {
            "stage": "première", "referent": "Claire Aubrin", "asked_by": "parents",
            "written_consent": "10/11/2026", "pieces": [{"state": "reçue"}, {"state": "demandée"}],
            "arrangements": [{"what": "Tiers temps", "who": "Enseignants"}],
            "family_wish": "Plus de temps aux contrôles.",
            "contribution": "Le tiers temps évite l’épuisement.",
        },
        "Commission d’inclusion", "accord",
    ),
    "f8-mdph": FormCase(
        {
            "stage": "première", "referent": "Mme Roux",
            "pieces": [{"state": "reçue"}, {"state": "demandée"}],
            "contribution": "Une aide humaine le matin éviterait l’épuisement.",
            "family_wish": "Rester dans sa classe.", "told": "oui",
        },
        "MDPH de l’Oise", "accord",
    ),
    "f9-low-income": FormCase(
        {
            "applicant_link": "mère", "lives_with": "oui", "authority": "oui", "custody": "un seul",
            **_BUDGET, "persons": "3", "need": "Livres et tenue de sport.", "pieces": _PIECES,
        },
        "CePAS", "remis",
    ),
    "f9-social-fund": FormCase(
        {
            "regime": "demi", "grant": "oui", **_BUDGET, "persons": "3", "objects": ["cantine"],
            "asked": "240", "urgency": "normale",
            "opinion": "La cantine est le seul repas chaud ; aide proposée en entier.", "pieces": _PIECES,
        },
        "Commission du fonds social", "accord",
    ),
    "f9-stay-in-school": FormCase(
        {
            "term": "1er", "rhythm": "à plein", "lives_alone": "oui", "rent": "640", **_BUDGET,
            "persons": "1",
            "distress": "Sans soutien familial depuis l’été.",
            "follow_up": "Entretien chaque semaine.", "opinion": "Avis favorable.", "not_both": "oui",
            "pieces": _PIECES,
        },
        "CePAS", "accord",
    ),
    "f10-council": FormCase(
        {
            "meeting": "conseil",
            "lines": [{"what": "A besoin d’un délai pour les devoirs.", "agreement": "élève et"}],
            "needs": "Du temps le soir.", "proposals": "Devoirs pour le lundi.",
            "service_does": "Suivi chaque semaine.",
        },
        "Conseil de classe 5G2", "accord",
    ),
    "f10b-absence": FormCase(
        {
            "months": [
                {"month": "septembre", "excused": "1", "unexcused": "4"},
                {"month": "octobre", "excused": "0", "unexcused": "11"},
            ],
            "family_view": "Le bus ne passe plus.", "factors": ["transport"],
            "measures": [{"what": "Demander la carte de transport", "who": "service"}],
        },
        "Marta Da Costa", "remis",
    ),
    "f15-notice": FormCase({"given_to": ["l’élève"], "explained": "lue", "signed_receipt": "oui"},
                           "Inês Da Costa", "remis"),
    "f15-notice-student": FormCase({"given_to": ["l’élève"], "explained": "lue", "signed_receipt": "oui"},
                                   "Inês Da Costa", "remis"),
    "n07-life-situation": FormCase(
        {
            "told_by": "Inês", "household_kind": "mère seule", "housing": "locataire",
            "domains": [
                {"level": "2", "state": "La mère travaille la nuit.", "action": "Voir la mère"},
                {"level": "2", "state": "Deux pièces pour quatre."},
                {"level": "3", "state": "Dette de loyer.", "action": "Demande d’aide"},
            ],
            "first": "Avoir un bureau à moi.", "summary": "Le logement d’abord.",
        },
        "Dossier papier", "classement papier",
    ),
    "n08-assessment": FormCase(
        {
            "schools": [{"year": "2025/26", "school": "Lycée du Moulin", "class": "6G1", "result": "oui"}],
            "averages": [{"branch": "Mathématiques", "mark": "31"}, {"branch": "Français", "mark": "44"}],
            "strengths": "Je dessine bien.", "difficulties": "Mathématiques.", "absent": "6",
            "student_wish": "Devenir coiffeuse.", "conclusion": "Un stage avant le choix.",
        },
        "Dossier papier", "classement papier",
    ),
    "crisis": FormCase(
        {
            "nature": "mobbing", "what": "Vidéo diffusée en classe, l’élève s’est enfuie.",
            "own_words": "Je ne reviens pas.", "safe": "oui", "with_whom": "Marta Da Costa",
            "done": "Vidéo signalée, classe reçue.", "parents_informed": "informés après",
        },
        "Dossier papier", "classement papier",
    ),
    "exclusion": FormCase(
        {
            "kind": "temporaire", "out_since": "09/11/2026", "out_until": "13/11/2026",
            "reason": "Bagarre dans la cour.", "student_words": "Il a insulté ma mère.",
            "meanwhile": "Travail envoyé chaque jour.", "back_on": "16/11/2026",
        },
        "Dossier papier", "classement papier",
    ),
    "mediation": FormCase(
        {
            "kind": "entre", "asked_by": "enseignant",
            "parties": [{"who": "Inês Da Costa", "agrees": "oui"}, {"who": "Lou Klein", "agrees": "oui"}],
            "about": "Une photo partagée sans accord.",
            "meetings": [{"day": "12/11/2026", "minutes": "40", "what": _CALM}],
            "outcome": "accord", "agreement": "La photo est effacée, les deux se saluent.",
        },
        "Dossier papier", "classement papier",
    ),
}  # fmt: skip


def service_for(form: Form) -> str:
    """The service a form is timed in: the first of those it names."""
    return form.frameworks[0] if form.frameworks else "lu-sepas"
