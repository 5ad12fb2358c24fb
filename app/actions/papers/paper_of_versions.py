"""What paper says of answers to another version of its form."""

import msgspec

from app.actions.sheets.sheet import Sheet
from app.frameworks.unasked_words import labelled, plainly
from app.i18n import N_, Locale
from app.models.form import Form, Question, Section, Values

NEWER, EARLIER = N_("From a newer form"), N_("From an earlier form")
_NOT_HERE = N_("The sheet holds answers to another version of this form; they are not on this paper.")


def with_other_versions(
    *, sheet: Sheet, values: Values, locale: Locale, printed: bool
) -> tuple[Form, Values]:
    """The form and its values with a section for them, above the signatures.

    This form cannot say whether they may be printed. So a person does, and where they are not `printed`
    the paper says that there are some.
    """
    told = labelled(told=plainly(sheet.unasked), form=sheet.form, locale=locale)
    if not told:
        return sheet.form, values
    code = locale.code
    questions = [Question(key="unasked", kind="mention", label={code: locale.text(_NOT_HERE)}, screen=False)]
    if printed:
        questions = [
            Question(key=f"unasked_{at}", kind="long_text", label={code: label})
            for at, label in enumerate(told)
        ]
        values = values | {f"unasked_{at}": words for at, words in enumerate(told.values())}
    title = {code: locale.text(NEWER if sheet.is_newer else EARLIER)}
    sections = list(sheet.form.sections)
    signed = (at for at, one in enumerate(sections) if one.cut or _is_signed(one))
    sections.insert(next(signed, len(sections)), Section(key="unasked", label=title, questions=questions))
    return msgspec.structs.replace(sheet.form, sections=sections), values


def _is_signed(section: Section) -> bool:
    return any(question.kind == "signature" for question in section.questions)
