"""See what has come through the exchange folder; nothing is written, neither there nor here."""

from pathlib import Path

from app.actions.receiving.exchange_folder import exchange_folder
from app.actions.receiving.open_package import open_package
from app.errors import CarnetError, FileUnreadable, NotAPackage, NotForUs, PackageDamaged, PackageOwn
from app.exchange.folder_files import list_packages
from app.frameworks.library import Library
from app.models.folder_look import Arrived, FolderLook
from app.storage.notebook import Notebook

_OF_OTHERS = (NotForUs, PackageOwn, NotAPackage, FileUnreadable)
_AT_ONCE = 5  # each is opened in a process of its own, and the window waits for the same worker


def look_into_folder(notebook: Notebook, *, library: Library, before: FolderLook) -> FolderLook:
    """Every package for this notebook that is not here yet, in the order of the files' names.

    A file that changed since the look before is left alone: somebody is still bringing it. Of many the
    newest are opened first, and what is left at the next look.
    """
    place = exchange_folder(notebook)
    if place is None:
        return FolderLook()
    folder, marks = str(place), list_packages(place)
    if marks is None:
        return FolderLook(folder=folder)
    if before.folder != folder:
        return FolderLook(folder=folder, is_there=True, marks=marks)
    judged: dict[str, Arrived | None] = {}
    opened = 0
    for name in sorted(marks, key=lambda name: marks[name].written, reverse=True):
        if before.marks.get(name) != marks[name]:
            continue
        if name in before.judged:
            judged[name] = before.judged[name]
        elif opened < _AT_ONCE:
            judged[name] = _judge(notebook, library, folder=place, name=name)
            opened += 1
    found = (judged[name] for name in marks if name in judged)
    waiting = [one for one in found if one and not _is_here(notebook, one)]
    return FolderLook(folder=folder, is_there=True, arrived=waiting, marks=marks, judged=judged)


def _judge(notebook: Notebook, library: Library, *, folder: Path, name: str) -> Arrived | None:
    try:
        with open_package(notebook, library=library, path=folder / name, with_files=False) as opened:
            header, sender = opened.header, opened.correspondent.name
    except _OF_OTHERS:
        return None
    except PackageDamaged:
        return Arrived(file=name, is_whole=False)
    except CarnetError:
        return Arrived(file=name)
    return Arrived(
        file=name, package_id=header.package_id, sender=sender, kind=header.kind,
        cases=header.counts.get("case", 0), at=header.created_at,
    )  # fmt: skip


def _is_here(notebook: Notebook, arrived: Arrived) -> bool:
    return bool(arrived.package_id) and notebook.transfers.package(arrived.package_id) is not None
