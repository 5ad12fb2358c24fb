"""Invented sentences of interviews and referrals, in French as both services write."""

from typing import NamedTuple


class Story(NamedTuple):
    """One kind of interview: reasons by country, what the student says, what is seen, what is decided."""

    lu: str
    fr: str
    words: str
    seen: str
    thought: str
    decided: tuple[str, ...]
    end: str


STORIES = (
    Story(
        "LU-03", "FR-20",
        "J’ai plus envie de venir, ils rigolent dès que je lève la main. Je veux juste qu’on me laisse tranquille.",
        "Arrive seule, garde son manteau, parle bas. Deux retards cette semaine.",
        "Un isolement qui s’installe plutôt qu’un conflit passager. À vérifier : le groupe de messages.",
        ("Voir la régente sans citer l’élève", "Proposer un second entretien"),
        "Se sent mise à l’écart en classe ; un suivi hebdomadaire est convenu.",
    ),
    Story(
        "LU-01", "FR-17",
        "Je sais pas à quoi ça sert, de toute façon je vais redoubler.",
        "Trois devoirs non rendus en une semaine, reste attentif pendant l’entretien.",
        "Fatigue visible ; le rythme de la maison est à regarder avec lui.",
        ("Demander le bulletin intermédiaire", "Fixer un rendez-vous avec la mère"),
        "Baisse de motivation depuis octobre ; bilan scolaire prévu.",
    ),
    Story(
        "LU-09", "FR-28",
        "J’aimerais travailler avec des enfants, mais mes parents veulent que je fasse la gestion.",
        "A préparé une liste de métiers, pose beaucoup de questions.",
        "Projet solide ; besoin d’en parler à trois.",
        ("Prendre rendez-vous à la Maison de l’orientation", "Chercher une journée de stage"),
        "Souhaite une section sociale ; rencontre avec les parents à prévoir.",
    ),
    Story(
        "LU-08", "FR-11",
        "À la maison ça crie tout le temps, je mets mes écouteurs.",
        "Dort peu, le dit spontanément. Les deux parents vivent séparés depuis l’été.",
        "Demande d’écoute plus que d’intervention pour l’instant.",
        ("Reprendre contact jeudi",),
        "Séparation des parents ; passe régulièrement à la permanence.",
    ),
    Story(
        "LU-04", "FR-17",
        "En maths je comprends rien, et après j’ose plus demander.",
        "Cahiers soignés, notes en baisse dans une seule branche.",
        "Difficulté ciblée ; un appui suffirait sans doute.",
        ("Demander un appui en mathématiques",),
        "Difficulté en mathématiques ; appui demandé.",
    ),
    Story(
        "LU-07", "FR-13",
        "La sortie de classe, on peut pas la payer, mais je veux pas que ça se sache.",
        "Porte toujours le même pull ; la mère a perdu son emploi en septembre.",
        "Droits probablement pas tous ouverts.",
        ("Préparer la demande d’aide", "Appeler la mère"),
        "Difficulté financière passagère ; demande d’aide en préparation.",
    ),
    Story(
        "LU-13", "FR-16",
        "Le matin j’arrive pas à sortir du lit, alors je reste.",
        "Onze demi-journées d’absence en octobre.",
        "Le trajet et la garde du petit frère pèsent.",
        ("Voir le transport scolaire", "Point avec la régente vendredi"),
        "Absences répétées ; deux pistes concrètes en cours.",
    ),
)  # fmt: skip

REFERRAL_REASONS = (
    "Se sent mise à l’écart par des camarades depuis septembre et vient moins volontiers en cours. Elle souhaite"
    " en parler avec une personne extérieure au lycée.",
    "Souhaite préciser son projet avec l’aide d’un service d’orientation ; les parents sont d’accord.",
    "La famille demande un soutien pour remettre de l’ordre dans ses droits et ses dépenses.",
    "Demande un lieu d’écoute régulier en dehors de l’établissement.",
)
DONE_ALREADY = (
    "Deux entretiens au service depuis octobre.",
    "Un entretien avec l’élève, un appel à la mère.",
    "Bilan scolaire fait, bulletin transmis par l’élève.",
)
