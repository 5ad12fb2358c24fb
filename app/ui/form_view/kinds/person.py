"""Somebody's name, proposed from the people of the notebook."""

from app.ui.form_view.kinds.typed import Typed
from app.ui.form_view.parts.suggesting_field import SuggestingField
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.form_view.read.folding import spans
from app.ui.form_view.sources import Sources


class Person(Typed):
    """Any name may be typed; a row taken writes the name out."""

    def _make_field(self) -> SuggestingField:
        field = SuggestingField(
            self.theme, self._locale, self._find, letters=18, icon="user", hint=self.help, parent=self
        )
        field.taken.connect(self._take)
        return field

    def _find(self, typed: str) -> list[Suggestion]:
        return find_people(self.context.sources, typed)

    def _take(self, suggestion: Suggestion) -> None:
        self.field.setText(suggestion.label)
        self.changed.emit()


def find_people(sources: Sources, typed: str) -> list[Suggestion]:
    """The people of the notebook whose names begin as typed."""
    if not typed.strip():
        return []
    return [
        Suggestion(key=person, label=name, spans=tuple(spans(typed, name) or ()))
        for person, name in sources.find_people(typed)
    ]
