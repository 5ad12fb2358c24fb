"""A form file that newly lets a question travel."""

import msgspec

from app.frameworks.library import Library


def with_travelling(library: Library, form_key: str, question_key: str) -> Library:
    """The library once this question of this form may leave."""
    form = library.forms[form_key]
    sections = [
        msgspec.structs.replace(
            section,
            questions=[
                msgspec.structs.replace(one, travels=True) if one.key == question_key else one
                for one in section.questions
            ],
        )
        for section in form.sections
    ]
    opened = msgspec.structs.replace(form, sections=sections)
    return msgspec.structs.replace(library, forms=library.forms | {form_key: opened})
