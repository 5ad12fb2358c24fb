"""Invented French in any length: thirty thousand word forms, some of them much more frequent than others."""

import random

_OFTEN = """famille élève collège lycée classe absence entretien orientation bourse logement parents mère
père fratrie tuteur éducateur foyer violence harcèlement santé infirmière psychologue médecin situation
difficulté précarité cantine transport demande dossier convocation équipe conseiller décrochage scolarité
inscription allophone handicap mesure placement accueil service allocation soutien accompagnement écoute
confidentialité accord courrier téléphone visite domicile médiation conflit séparation deuil maladie suivi
anxiété sommeil alimentation vêtements fournitures aide loyer séjour avocat association partenaire stage
apprentissage formation contrat retard sanction exclusion bilan objectif observation inquiétude"""
_SMALL = """de la le les et à un une des du en que qui dans est pour pas sur avec au il elle ne se ce par
plus son sa ses a été on nous lui mais ont leur cette aux même aussi très après avant"""
_ROOTS = """accord agir aim appel apport arriv attend avanc aménag cherch compar concern confirm conseil
constat continu convers décid demand dépend dérang échang élabor empêch engag envisag éprouv établ évit
exprim facilit favor gên habit hésit identif indiqu inform insist intégr invit justif manifest manqu
modif montr motiv observ occup opér orient particip permett précis prépar présent prévoi propos protég
recherch réfléch regard rencontr renforc renseign repos respect rest retrouv réun sécur souhait soulign
suggér surveil témoign tent transmett travail trouv utilis valid vérif"""
_ENDS = """er é ée és ées ant ement ation ations eur euse if ive able age ages iste ique ence ité ons ez ent
ait aient era isme"""
_BEGINNINGS = "- re dé pré sur co in mé entre contre sous auto trans"
_GIVEN = (
    "An Be Ca Da El Ga Is Jo Lé Ma Na Ol Pa Ra Sa Th Yo",
    "na ric mille vid odie briel maël seph thilde ïs",
)
_FAMILY = ("Bar Cha Del Fou Gar Lam Mar Nic Per Rou Sim Tho", "be ne ri to lu ma", "nier tin lot dard gnon")


def joined(*parts: str) -> list[str]:
    """Every way of putting one word of each part after the other; "-" stands for nothing."""
    words = [""]
    for part in parts:
        words = [word + end.strip("-") for word in words for end in part.split()]
    return words


FIRST, LAST = joined(*_GIVEN), joined(*_FAMILY)


class Corpus:
    """The same words for the same seed."""

    def __init__(self, seed: int = 7, sentences: int = 20_000) -> None:
        self.chance = random.Random(seed)
        forms = sorted(set(joined(_BEGINNINGS, _ROOTS, _ENDS)))
        self.chance.shuffle(forms)
        self.vocabulary = [*_OFTEN.split(), *forms[:30_000]]
        weights = [1.0 / (rank + 12) ** 1.02 for rank in range(len(self.vocabulary))]
        content = self.chance.choices(self.vocabulary, weights, k=13 * sentences)
        self._sentences = [self._sentence(content[13 * n : 13 * n + 13]) for n in range(sentences)]

    def text(self, length: int) -> str:
        """Whole sentences, at least this many characters."""
        said, size = [], 0
        while size < length:
            said.append(self.chance.choice(self._sentences))
            size += len(said[-1]) + 1
        return " ".join(said)

    def _sentence(self, content: list[str]) -> str:
        small, words = _SMALL.split(), list[str]()
        for word in content[: self.chance.randint(8, 13)]:
            if self.chance.random() < 0.6:
                words.append(self.chance.choice(small))
            words.append(word)
        return " ".join(words).capitalize() + "."
