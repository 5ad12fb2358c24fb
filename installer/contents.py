"""What the built program carries, and what it leaves behind."""

import re
from importlib import metadata
from pathlib import Path

# Languages whose dates and numbers are written; Babel knows a thousand.
_LANGUAGES = "root|en|fr|de|lb|pt"

# Parts of Qt that are not under the LGPL or that a notebook has no use for, and the desktop libraries
# they drag along: those of the reader's own system are the right ones.
_LICENCE = re.compile(r"\.dist-info/.*(licen[cs]e|copying|notice)", re.IGNORECASE)
_LEFT_BEHIND = re.compile(
    r"""
    libQt6(Qml|Quick|VirtualKeyboard|Egl|Network|Designer|Labs|OpenGLWidgets)
    | plugins/(egldeviceintegrations|generic|networkinformation|qmltooling|sqldrivers|tls|vectorimageformats)/
    | plugins/platforms/libq(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\.
    | plugins/platforminputcontexts/libqtvirtualkeyboard
    | plugins/platformthemes/libqgtk3
    | plugins/imageformats/(lib)?q(?!svg|jpeg)\w+\.
    | PySide6/(Qt/)?(qml|metatypes|resources)/
    | translations/(?!qtbase_(fr|de|en)\.qm)
    | lib(gtk-3|gdk|atk|atspi|cairo|pango|harfbuzz|epoxy|thai|datrie|graphite2|fribidi|rsvg|cloudproviders)
    """,
    re.VERBOSE,
)


def data_of_the_program(root: Path) -> list[tuple[str, str]]:
    """Forms, lists, words, fonts, icons and database steps, each with the folder it goes to."""
    files = [path for path in (root / "resources").rglob("*") if path.suffix not in {".po", ".pot"}]
    files += [path for path in (root / "app").rglob("*") if path.suffix not in {".py", ".pyc"}]
    return [(str(path), str(path.parent.relative_to(root))) for path in files if path.is_file()]


def is_wanted(name: str) -> bool:
    """Whether a file that was found on the way, by its name inside the program, is carried."""
    name = name.replace("\\", "/")
    if name.startswith("babel/locale-data/"):
        return re.fullmatch(rf"({_LANGUAGES})(_[A-Z]{{2}})?\.dat", name.rsplit("/", 1)[1]) is not None
    return _LEFT_BEHIND.search(name) is None


def licences(root: Path) -> list[tuple[str, str]]:
    """Our licence, the texts Qt asks for, and every licence the packages inside bring with them."""
    found = [(str(root / "LICENSE"), "licences/carnet")]
    found += [(str(path), "licences/Qt") for path in (root / "installer" / "licences").iterdir()]
    for line in (root / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if not (name := re.match(r"[a-z0-9.-]+(?===)", line)):
            continue
        try:
            package = metadata.distribution(name[0])
        except metadata.PackageNotFoundError:
            continue  # needed on another system
        for file in package.files or []:
            path = Path(str(package.locate_file(file)))
            if _LICENCE.search(path.as_posix()) and path.is_file():
                found.append((str(path), f"licences/{name[0]}/{path.parent.name}"))
    return found
