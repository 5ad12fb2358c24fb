"""Where the program's own files lie."""

import sys
from pathlib import Path

import platformdirs


def resources() -> Path:
    """The folder of forms, lists, words, fonts and icons: beside the code, or inside a built program."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) / "resources" if bundle else Path(__file__).resolve().parent.parent / "resources"


def settings_file() -> Path:
    """The settings of this program on this computer; they hold nothing about anybody."""
    return platformdirs.user_config_path("carnet", appauthor=False) / "settings.json"


def default_notebook() -> Path:
    """Where a first notebook is proposed."""
    return platformdirs.user_data_path("carnet", appauthor=False) / "notebook"


def log_file() -> Path:
    """Where the program says what went wrong, in codes and never in people's words."""
    return platformdirs.user_log_path("carnet", appauthor=False) / "carnet.log"


def demonstrations() -> Path:
    """Where notebooks with invented people are made, one folder each."""
    return platformdirs.user_data_path("carnet", appauthor=False) / "demonstration"
