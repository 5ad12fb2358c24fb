"""`carnet new`: a new notebook."""

import argparse
from pathlib import Path

from app import paths
from app.actions.keys.create_notebook import create_notebook
from app.commands.parser import WRONG_USAGE
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import say
from app.frameworks.library import Library
from app.i18n import N_, Locale
from app.models.practitioner import Practitioner
from app.models.school import School
from app.models.unit import Unit
from app.security.strength import judge


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("folder", type=Path, metavar="DIR", help=N_("an empty or new folder"))
    parser.add_argument(
        "--role", choices=["practitioner", "unit"], required=True, help=N_("whose notebook it is")
    )
    parser.add_argument(
        "--framework",
        required=True,
        metavar="KEY",
        help=N_("the service: lu-sepas, lu-alj, fr-ssfe, fr-ssfe-1d or fr-cps"),
    )
    parser.add_argument("--name", required=True, metavar="NAME", help=N_("who writes in it"))
    parser.add_argument(
        "--profession", default="", metavar="CODE", help=N_("a code of the list of professions")
    )
    parser.add_argument("--unit", default="", metavar="NAME", help=N_("the unit, as it stands on paper"))
    parser.add_argument(
        "--school",
        action="append",
        default=[],
        metavar="NAME",
        help=N_("a school; may be said several times"),
    )
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when the notebook is there; 1 for a phrase too easy to guess; 2 for no name or what no list knows."""
    library = Library.load(paths.resources())
    framework = library.frameworks.get(arguments.framework)
    if framework is None:
        say(
            locale.text(
                "There is no service of that name. There are: {known}.", known=", ".join(library.frameworks)
            )
        )
        return WRONG_USAGE
    professions = library.list_for("n01-professions", arguments.framework)
    if arguments.profession and arguments.profession not in {item.code for item in professions.offered}:
        known = ", ".join(item.code for item in professions.offered)
        say(locale.text("There is no profession of that code. There are: {known}.", known=known))
        return WRONG_USAGE
    if not arguments.name.strip():
        say(locale.text("Your name is missing."))
        return WRONG_USAGE
    phrase = phrase_of(arguments, locale)
    strength = judge(passphrase=phrase, personal_words=[arguments.name, arguments.unit, *arguments.school])
    if not strength.acceptable:
        say(f"{locale.text(strength.sentence)} {locale.text(strength.advice)}".strip())
        return 1
    create_notebook(
        folder=arguments.folder,
        passphrase=phrase,
        role=arguments.role,
        unit=Unit(name=arguments.unit or locale.words(framework.unit_name), framework=arguments.framework),
        practitioner=Practitioner(name=arguments.name.strip(), profession=arguments.profession),
        schools=[School(name=name) for name in arguments.school],
    ).close()
    say(locale.text("The notebook is in {folder}.", folder=arguments.folder))
    return 0
