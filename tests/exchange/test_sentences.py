"""What a person is told of packages, word for word, in French and in English."""

import pytest

from app import errors
from app.errors import CarnetError
from app.exchange import incoming
from app.i18n import Locale

# failure: sentence and next step in English, then in French
TOLD: dict[type[CarnetError], tuple[str, str, str, str]] = {
    errors.NotAPackage: (
        "This file is not a Carnet package.",
        "Ask the sender for the file again; nothing was read or saved.",
        "Ce fichier n’est pas un paquet de Carnet.",
        "Redemandez le fichier à l’expéditeur\u202f; rien n’a été lu ni enregistré.",
    ),
    errors.NotForUs: (
        "This package is sealed for somebody else.",
        "Ask the sender to choose your card; nothing was read or saved.",
        "Ce paquet est fermé pour quelqu’un d’autre.",
        "Demandez à l’expéditeur de choisir votre carte\u202f; rien n’a été lu ni enregistré.",
    ),
    errors.PackageDamaged: (
        "This package is not whole.",
        "Ask the sender to copy it again; nothing was saved.",
        "Ce paquet n’est pas entier.",
        "Demandez à l’expéditeur de le recopier\u202f; rien n’a été enregistré.",
    ),
    errors.PackageTooLarge: (
        "This package is larger than any Carnet writes.",
        "Ask the sender to choose fewer cases; nothing was saved.",
        "Ce paquet est plus gros que tous ceux qu’écrit Carnet.",
        "Demandez à l’expéditeur de choisir moins de dossiers\u202f; rien n’a été enregistré.",
    ),
    errors.PackageUnknownFormat: (
        "This package was written by a newer version of Carnet.",
        "Install the newer version; nothing was read or saved.",
        "Ce paquet vient d’une version plus récente de Carnet.",
        "Installez la version récente\u202f; rien n’a été lu ni enregistré.",
    ),
    errors.PackageNotSigned: (
        "This file does not come from the person it names.",
        "Nothing was read or saved. Call the sender.",
        "Ce fichier ne vient pas de la personne annoncée.",
        "Rien n’a été lu ni enregistré. Appelez l’expéditeur.",
    ),
    errors.ReceiptElsewhere: (
        "This receipt is for a package that this computer does not know.",
        "Nothing was saved. If your other computer wrote the package, bring this one up to date from there"
        " first, then open the receipt again.",
        "Cet accusé est pour un paquet que cet ordinateur ne connaît pas.",
        "Rien n’a été enregistré. Si votre autre ordinateur a écrit le paquet, mettez d’abord celui-ci à jour"
        " depuis là-bas, puis rouvrez l’accusé.",
    ),
    errors.SenderUnknown: (
        "This package comes from somebody whose card you have not accepted.",
        "Ask for the card, compare its words, then open the package again.",
        "Ce paquet vient de quelqu’un dont vous n’avez pas accepté la carte.",
        "Demandez la carte, comparez ses mots, puis rouvrez le paquet.",
    ),
    errors.SenderChanged: (
        "The sender’s card has changed, so this package is not read.",
        "Compare the new card’s words by voice or face first; nothing was saved.",
        "La carte de l’expéditeur a changé\u00a0: ce paquet n’est pas lu.",
        "Comparez d’abord les mots de la nouvelle carte, de vive voix\u202f; rien n’a été enregistré.",
    ),
    errors.SenderRetired: (
        "This package comes from somebody with whom you no longer exchange.",
        "Open their card once more if you want to; nothing was saved.",
        "Ce paquet vient de quelqu’un avec qui vous n’échangez plus.",
        "Rouvrez sa carte si vous le souhaitez\u202f; rien n’a été enregistré.",
    ),
    errors.SignatureMissing: (
        "Nobody has signed this package.",
        "Nothing was read or saved. Ask the sender to write it with their Carnet.",
        "Personne n’a signé ce paquet.",
        "Rien n’a été lu ni enregistré. Demandez à l’expéditeur de l’écrire avec son Carnet.",
    ),
    errors.PackagePassedOn: (
        "This package was written for somebody else and then sealed for you.",
        "Nothing was read or saved. Ask who wrote it for one of your own.",
        "Ce paquet a été écrit pour quelqu’un d’autre, puis fermé pour vous.",
        "Rien n’a été lu ni enregistré. Demandez-en un pour vous à qui l’a écrit.",
    ),
    errors.PackageOlderFormat: (
        "This package is written in a way that no Carnet reads.",
        "Ask the sender to write it again with their Carnet; nothing was read or saved.",
        "Ce paquet est écrit d’une façon qu’aucun Carnet ne lit.",
        "Demandez à l’expéditeur de le refaire avec son Carnet\u202f; rien n’a été lu ni enregistré.",
    ),
    errors.RecordTwice: (
        "This package holds one record twice, so it is not read.",
        "Ask the sender to write it again; nothing was saved.",
        "Ce paquet contient deux fois la même fiche\u00a0: il n’est pas lu.",
        "Demandez à l’expéditeur de le refaire\u202f; rien n’a été enregistré.",
    ),
    errors.ClockAstray: (
        "The computer that wrote this package had its clock in an impossible year.",
        "Ask the sender to set the clock and to write the package again; nothing was saved.",
        "L’horloge de l’ordinateur qui a écrit ce paquet est à une année impossible.",
        "Demandez à l’expéditeur de régler l’horloge et de refaire le paquet\u202f; rien n’a été enregistré.",
    ),
    errors.NotAUnit: (
        "Only the notebook of a unit proposes something to practitioners.",
        "Hand the cases over instead; nothing was written.",
        "Seul le carnet d’une unité propose quelque chose aux praticiens.",
        "Transmettez plutôt les dossiers\u202f; rien n’a été écrit.",
    ),
    errors.PackageOwn: (
        "This is a package you wrote yourself.",
        "It is for the recipient; nothing was saved.",
        "C’est un paquet que vous avez préparé vous-même.",
        "Il est pour le destinataire\u202f; rien n’a été enregistré.",
    ),
    errors.PackageForked: (
        "This package does not follow those that came before it: the sender’s notebook goes on in two"
        " places.",
        "Nothing was saved. Ask them which one holds; moved into another folder, it begins to count anew,"
        " and its next package can be opened here.",
        "Ce paquet ne suit pas ceux qui sont déjà venus\u00a0: le carnet de l’expéditeur continue à deux"
        " endroits.",
        "Rien n’a été enregistré. Demandez lequel fait foi\u202f; déplacé dans un autre dossier de"
        " l’ordinateur, il recommence à compter et son prochain paquet pourra être ouvert ici.",
    ),
    errors.Undecided: (
        "Something is not decided yet.",
        "Choose for every line what shall stand; nothing was changed.",
        "Il reste un choix à faire.",
        "Choisissez pour chaque ligne ce qui doit rester\u202f; rien n’a été modifié.",
    ),
    errors.DecidedAlready: (
        "This was decided meanwhile.",
        "Nothing was changed. The sheet says how it stands.",
        "Le choix a été fait entre-temps.",
        "Rien n’a été modifié. La fiche dit où l’on en est.",
    ),
    errors.DecisionLeft: (
        "This decision can no longer be taken back: the sheet has gone on or left since.",
        "Nothing was changed. Write on the sheet what shall stand.",
        "Ce choix ne peut plus être annulé\u00a0: la fiche a été modifiée ou transmise depuis.",
        "Rien n’a été modifié. Écrivez sur la fiche ce qui doit rester.",
    ),
    errors.NotCompared: (
        "Nobody has compared this card’s words yet, so nothing can be handed over.",
        "Compare the eight words by voice or face, then say so under Transfer.",
        "Personne n’a encore comparé les mots de cette carte\u00a0: rien ne peut être transmis.",
        "Comparez les huit mots de vive voix, puis indiquez-le sous Transfert.",
    ),
    errors.NothingToHandOver: (
        "There is nothing new to hand over in these cases.",
        "Nothing was written; the recipient has what may travel.",
        "Il n’y a rien de nouveau à transmettre dans ces dossiers.",
        "Rien n’a été écrit\u202f; le destinataire a déjà ce qui peut sortir.",
    ),
}
REASONS = {
    incoming.NOT_OURS: (
        "This kind of record does not travel.",
        "Ce genre de fiche ne sort pas d’un carnet.",
    ),
    incoming.ODD_FIELDS: (
        "It holds fields that do not travel.",
        "Elle contient des champs qui ne sortent pas d’un carnet.",
    ),
    incoming.ODD_VALUES: (
        "A value in it is not possible.",
        "Une de ses valeurs n’est pas possible.",
    ),
    incoming.ALONE: (
        "Its student or case is neither here nor in the package.",
        "Son élève ou son dossier n’est ni ici ni dans le paquet.",
    ),
    incoming.NO_FORM: (
        "Its form is not known here; a newer version of Carnet may know it.",
        "Son formulaire n’est pas connu ici\u202f; une version plus récente de Carnet le connaît peut-être.",
    ),
    incoming.TAKEN: (
        "Its identifier belongs to another record here.",
        "Son identifiant désigne ici une autre fiche.",
    ),
}


@pytest.mark.parametrize("failure", TOLD, ids=lambda failure: failure.__name__)
def test_a_failure_is_told_with_what_to_do_next(failure: type[CarnetError]) -> None:
    """A sentence and a next step, and in both that nothing was saved where one might wonder."""
    en_sentence, en_step, fr_sentence, fr_step = TOLD[failure]
    assert failure().said(Locale("en")) == f"{en_sentence} {en_step}"
    assert failure().said(Locale("fr")) == f"{fr_sentence} {fr_step}"


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason[:20])
def test_a_refused_record_has_its_reason(reason: str) -> None:
    """Why this record and no other was left out."""
    en, fr = REASONS[reason]
    assert (Locale("en").text(reason), Locale("fr").text(reason)) == (en, fr)


def test_no_two_failures_say_the_same() -> None:
    """Whoever reads one sentence knows which it is, in either language."""
    for column in (0, 2):
        assert len({told[column] for told in TOLD.values()}) == len(TOLD)
    assert len(set(REASONS.values())) == len(REASONS)
