"""Yes, no, or not known."""

from app.frameworks.show import YES_NO
from app.i18n import Locale
from app.models.value_list import Item
from app.ui.form_view.kinds.choice import Choice


def yes_no_items(locale: Locale) -> list[Item]:
    """The three answers as options."""
    return [Item(code=code, label={locale.code: locale.text(word)}) for code, word in YES_NO.items()]


class YesNo(Choice):
    """Three chips."""

    single = True

    def _options(self) -> list[Item]:
        return yes_no_items(self._locale)
