"""One package that left, and what became of it."""

from app.actions.conflicts.look_at_conflict import title_of
from app.actions.packages.refusals import told_there
from app.errors import RecordUnknown
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.correspondent import Correspondent
from app.models.discreet import Discreet
from app.models.package import Package
from app.storage.notebook import Notebook


class PackageFile(Discreet, frozen=True, kw_only=True):
    """`cases` are (case, student, reference in words); `given` those of them that left for good.

    `conflicts` stand in two versions there, `refused` are (record, why): all in words.
    """

    package: Package
    correspondent: Correspondent
    cases: list[tuple[str, str, str]]
    given: list[str]
    conflicts: list[str]
    refused: list[tuple[str, str]]


def look_at_package(notebook: Notebook, *, library: Library, package_id: str, locale: Locale) -> PackageFile:
    """RecordUnknown when no such package left here."""
    package = notebook.transfers.package(package_id)
    if package is None or package.direction != "out":
        raise RecordUnknown(reference=package_id[:8])
    cases = notebook.cases.many(package.case_ids)
    students = notebook.students.many(case.student_id for case in cases.values())
    named = [
        (case.id, case.student_id, f"{students[case.student_id].listed_name}   {case.reference}")
        for case in cases.values()
        if case.student_id in students
    ]
    known = [*package.conflicts, *package.refused]
    kinds = notebook.history.kinds(known) if known else {}
    titles = {}
    for record_id, kind in kinds.items():
        record = notebook.shelf(kind).find(record_id)
        if record is not None:
            titles[record_id] = title_of(notebook, library, kind, record, locale)
    erased = locale.text("something that was erased here since")
    return PackageFile(
        package=package,
        correspondent=notebook.correspondents.get(package.correspondent_id),
        cases=sorted(named, key=lambda one: one[2]),
        given=[one.case_id for one in notebook.transfers.handovers.of_package(package_id, "out")],
        conflicts=[titles.get(one, erased) for one in package.conflicts],
        refused=[
            (titles.get(one, erased), locale.text(told_there(code))) for one, code in package.refused.items()
        ],
    )
