"""What has become new since somebody was last handed something."""

from collections.abc import Collection

from app.models.correspondent import Correspondent
from app.ui.transfer.package_words import local_day
from app.ui.workspace import Workspace


def news_words(
    workspace: Workspace,
    to: Correspondent,
    *,
    chosen: Collection[str],
    leaving: Collection[str],
    sent_before: Collection[str],
) -> str:
    """How many of the cases they never had, and how many have something new since the last package."""
    locale, notebook = workspace.locale, workspace.notebook
    sent = notebook.transfers.packages(correspondent_id=to.id, direction="out")
    last = next((one for one in sent if one.kind == "records"), None)
    if last is None or not chosen:
        return ""
    never = sum(case_id not in sent_before for case_id in leaving)
    newer = len(leaving) - never
    rest = len(chosen) - len(leaving)
    parts = [
        locale.plural("{n} never handed over", "{n} never handed over", never) if never else "",
        locale.plural("{n} with something new", "{n} with something new", newer) if newer else "",
        locale.plural("{n} as it was", "{n} as they were", rest) if rest else "",
    ]
    return locale.text(
        "Since package no. {number} of {day}: {said}.",
        number=last.sequence, day=locale.date(local_day(last.at)), said=", ".join(filter(None, parts)),
    )  # fmt: skip
