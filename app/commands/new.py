"""`carnet new`: a new notebook."""

import argparse
from pathlib import Path

from app import paths
from app.actions.create_notebook import create_notebook
from app.commands.phrase import add_phrase, phrase_of
from app.commands.say import say
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.practitioner import Practitioner
from app.models.school import School
from app.models.unit import Unit
from app.security.strength import judge

HELP = "make a new notebook"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command is told."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="an empty or new folder")
    parser.add_argument("--role", choices=["practitioner", "unit"], required=True)
    parser.add_argument("--framework", required=True, metavar="KEY", help="lu-sepas or fr-ssfe")
    parser.add_argument("--name", required=True, help="who writes in it")
    parser.add_argument("--profession", default="", metavar="CODE", help="a code of list N01")
    parser.add_argument("--unit", default="", help="the unit's name")
    parser.add_argument("--school", action="append", default=[], help="may be said several times")
    add_phrase(parser)


def run(arguments: argparse.Namespace, locale: Locale) -> int:
    """0 when the notebook is there; 1 for a phrase too easy to guess; 2 for an unknown framework."""
    frameworks = Library.load(paths.resources()).frameworks
    framework = frameworks.get(arguments.framework)
    if framework is None:
        known = ", ".join(frameworks)
        say(
            locale.text(
                "There is no framework “{key}”; there are {known}.", key=arguments.framework, known=known
            )
        )
        return 2
    phrase = phrase_of(arguments, locale)
    strength = judge(passphrase=phrase, personal_words=[arguments.name, arguments.unit, *arguments.school])
    if not strength.acceptable:
        say(f"{locale.text(strength.sentence)} {locale.text(strength.advice)}".strip())
        return 1
    notebook = create_notebook(
        folder=arguments.folder,
        passphrase=phrase,
        role=arguments.role,
        unit=Unit(name=arguments.unit or locale.words(framework.unit_name), framework=arguments.framework),
        practitioner=Practitioner(name=arguments.name, profession=arguments.profession),
        schools=[School(name=name) for name in arguments.school],
    )
    notebook.close()
    say(locale.text("The notebook is in {folder}.", folder=arguments.folder))
    return 0
