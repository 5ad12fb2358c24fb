"""What a line of a list and a student of the notebook are compared by."""

from datetime import date

from app.exchange.rosters import names
from app.exchange.rosters.entry import RosterEntry
from app.models.discreet import Discreet
from app.models.student import Student


class Face(Discreet, frozen=True, kw_only=True):
    """Folded names: `families` holds the family name and the name in use, `given_words` are spelt loosely."""

    families: tuple[str, ...]
    given: str
    loose_families: tuple[str, ...]
    given_words: tuple[str, ...]
    birth_date: date | None
    class_name: str
    key: str
    school_id: str | None

    def has_family_of(self, other: "Face") -> bool:
        """Whether one family name is the same."""
        return any(family in other.families for family in self.families)

    def is_near(self, other: "Face") -> bool:
        """Whether the names are nearly the same: Mueller, Müller; Inès, Inès Maria."""
        if not any(family in other.loose_families for family in self.loose_families):
            return False
        shared = min(len(self.given_words), len(other.given_words))
        same_start = shared > 0 and self.given_words[:shared] == other.given_words[:shared]
        return same_start or "".join(self.given_words) == "".join(other.given_words)

    def is_swapped(self, other: "Face") -> bool:
        """Whether the given name of each is the family name of the other."""
        return self.given in other.families and other.given in self.families


def face_of(person: RosterEntry | Student, *, school_id: str | None) -> Face:
    """The face of a line or of a student."""
    families = [
        words for name in (person.family_name, person.used_name) if name and (words := names.parts(name))
    ]
    given = names.parts(person.given_name)
    return Face(
        families=tuple("".join(words) for words in families) or ("",),
        given="".join(given),
        loose_families=tuple(names.loose(words) for words in families),
        given_words=tuple(names.loose([word]) for word in given),
        birth_date=person.birth_date,
        class_name=names.compact(person.class_name),
        key=person.key if isinstance(person, RosterEntry) else person.roster_key,
        school_id=school_id,
    )
