"""What a file of guardians comes to, in words, on the screen and without one."""

from app.exchange.rosters.guardian_plan import GuardianPlan
from app.i18n import Locale


def guardian_words(plan: GuardianPlan, locale: Locale) -> list[str]:
    """Sentences about whom the guardians are for, why somebody has none, and who was left aside."""
    said = []
    if not plan.followed:
        said.append(locale.text("No student has an open case, so nobody’s guardians are taken."))
    else:
        said.append(
            locale.text(
                "Students with an open case: {followed}. In this file: {found}.",
                followed=plan.followed,
                found=plan.found,
            )
        )
    if plan.unnumbered:
        said.append(
            locale.plural(
                "{n} of them has no SIECLE number yet: import ElevesSansAdresses first.",
                "{n} of them have no SIECLE number yet: import ElevesSansAdresses first.",
                plan.unnumbered,
            )
        )
    if plan.left:
        said.append(
            locale.plural(
                "{n} other person of the file is left aside, and nothing of them is kept.",
                "{n} other people of the file are left aside, and nothing of them is kept.",
                plan.left,
            )
        )
    return said
