"""Invented sentences of interviews and referrals, in French as both services write."""

from typing import NamedTuple


class Story(NamedTuple):
    """One kind of interview: reasons by country, what the student says, facts with their mark, what follows."""

    lu: str
    fr: str
    words: str
    facts: tuple[tuple[str, str], ...]
    thought: str
    decided: tuple[str, ...]
    end: str


STORIES = (
    Story(
        "LU-03", "FR-20",
        "J’ai plus envie de venir, ils rigolent dès que je lève la main. Je veux juste qu’on me laisse tranquille.",
        (
            ("seen", "Garde son manteau, parle bas. Deux retards cette semaine."),
            ("said", "Les moqueries auraient commencé dans le bus, puis sur le groupe de la classe."),
            ("reported", "La régente remarque une place vide à côté depuis la rentrée."),
        ),
        "Un isolement qui s’installe plutôt qu’un conflit passager. À vérifier : le groupe de messages.",
        ("Voir la régente sans citer l’élève", "Proposer un second entretien"),
        "Se sent à l’écart en classe ; un rendez-vous par semaine est convenu.",
    ),
    Story(
        "LU-01", "FR-17",
        "Je sais pas à quoi ça sert, de toute façon je vais redoubler.",
        (
            ("seen", "Trois devoirs non rendus en une semaine ; reste présent pendant l’entretien."),
            ("said", "Se couche tard, s’occupe du petit frère le matin."),
        ),
        "Fatigue visible ; le rythme de la maison est à regarder ensemble.",
        ("Demander le bulletin intermédiaire", "Fixer un rendez-vous avec la mère"),
        "Baisse de motivation depuis octobre ; bilan scolaire prévu.",
    ),
    Story(
        "LU-09", "FR-28",
        "J’aimerais travailler avec des enfants, mais mes parents veulent que je fasse la gestion.",
        (("seen", "A préparé une liste de métiers, pose beaucoup de questions."),),
        "Projet solide ; besoin d’en parler à trois.",
        ("Prendre rendez-vous à la Maison de l’orientation", "Chercher une journée de stage"),
        "Souhaite une section sociale ; rencontre avec les parents à prévoir.",
    ),
    Story(
        "LU-08", "FR-11",
        "À la maison ça crie tout le temps, je mets mes écouteurs.",
        (
            ("said", "Les deux parents vivent séparés depuis l’été ; une semaine chez l’un, une chez l’autre."),
            ("seen", "Bâille souvent, le dit en riant."),
        ),
        "Demande d’écoute plus que d’intervention pour l’instant.",
        ("Reprendre contact jeudi",),
        "Séparation des parents ; passe régulièrement à la permanence.",
    ),
    Story(
        "LU-04", "FR-17",
        "En maths je comprends rien, et après j’ose plus demander.",
        (("seen", "Cahiers soignés, notes en baisse dans une seule branche."),),
        "Difficulté ciblée ; un appui suffirait sans doute.",
        ("Demander un appui en mathématiques",),
        "Difficulté en mathématiques ; appui demandé.",
    ),
    Story(
        "LU-07", "FR-13",
        "La sortie de classe, on peut pas la payer, mais je veux pas que ça se sache.",
        (("said", "La mère cherche un emploi depuis septembre ; le loyer passe avant le reste."),),
        "Droits probablement pas tous ouverts.",
        ("Préparer la demande d’aide", "Appeler la mère"),
        "Difficulté financière passagère ; demande d’aide en préparation.",
    ),
    Story(
        "LU-13", "FR-16",
        "Le matin j’arrive pas à sortir du lit, alors je reste.",
        (
            ("reported", "Onze demi-journées d’absence en octobre, selon le registre."),
            ("said", "Le trajet dure une heure et dix minutes, avec deux changements."),
        ),
        "Le trajet et la garde du petit frère pèsent.",
        ("Voir le transport scolaire", "Point avec la régente vendredi"),
        "Absences répétées ; deux pistes concrètes en cours.",
    ),
    Story(
        "LU-05", "FR-21",
        "On était toujours ensemble, et maintenant c’est comme si j’existais pas.",
        (("said", "Une dispute à propos d’une photo partagée, il y a deux semaines."),),
        "Une médiation à deux paraît possible, si chacun la veut.",
        ("Parler avec l’autre élève, avec son accord", "Proposer une rencontre à trois"),
        "Conflit entre deux amis de longue date ; médiation proposée.",
    ),
    Story(
        "LU-10", "FR-28",
        "Je comprends le cours quand c’est en français, mais en allemand je décroche.",
        (("seen", "Répond avec assurance, change de langue sans y penser."),),
        "La voie actuelle demande beaucoup dans une langue nouvelle.",
        ("Comparer deux classes avec le service d’orientation",),
        "Question de langue plus que de niveau ; changement de classe à étudier.",
    ),
    Story(
        "LU-02", "FR-23",
        "Je dors mal avant les contrôles, mon ventre se serre et j’arrive plus à manger.",
        (("seen", "Mains froides, respiration courte au début, plus calme après dix minutes."),),
        "Peur de décevoir ; vérifier ce qui aide déjà à la maison.",
        ("Proposer deux exercices de respiration", "Reparler avant le prochain contrôle"),
        "Inquiétude avant les contrôles ; rendez-vous de suivi fixé.",
    ),
    Story(
        "LU-14", "FR-18",
        "J’avais peur de revenir, mais en fait ils m’ont gardé ma place.",
        (("seen", "Premier jour après six semaines d’absence ; accueil par deux camarades."),),
        "Reprise douce ; ne pas tout rattraper à la fois.",
        ("Alléger les deux premières semaines avec la régente",),
        "Retour en classe réussi ; point prévu dans deux semaines.",
    ),
)  # fmt: skip

REFERRAL_REASONS = (
    "Se sent à l’écart de sa classe depuis septembre et vient moins volontiers en cours. Souhaite en parler avec"
    " une personne extérieure au lycée.",
    "Souhaite préciser son projet avec l’aide d’un service d’orientation ; les parents sont d’accord.",
    "La famille demande un soutien pour remettre de l’ordre dans ses droits et ses dépenses.",
    "Demande un lieu d’écoute régulier en dehors de l’établissement.",
)
DONE_ALREADY = (
    "Deux entretiens au service depuis octobre.",
    "Un entretien avec l’élève, un appel à la mère.",
    "Bilan scolaire fait, bulletin transmis par l’élève.",
)
PAPERS = ("Bulletin du dernier semestre", "Accord écrit des parents")
WAITING_NAME = "élève de 6G, cheveux courts"
BEGUN = "Je voulais juste vous dire que"
