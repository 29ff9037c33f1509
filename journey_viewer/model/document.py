"""What people chose and wrote: the part of a session that is kept in a case file, and that undo goes through."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from journey_viewer.model.actions import Action
from journey_viewer.model.case import case_label
from journey_viewer.model.casework import Casework
from journey_viewer.model.edits import Edits
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Window


@dataclass(frozen=True)
class Document:
    """People are places in the import's ``people``, touchpoints lasting numbers.

    ``order`` is everybody on the lists, busiest first when they were read; a person's place
    in it is their letter, and stays so. ``chosen`` are the people chosen for the deep dive, in their
    order; their cases are exported. ``removed``: the places of people taken out for good, which
    hold nobody; ``barred``: marks by which a newer list that names them again is known.
    ``objecting``: people who said no, so that no export and no meeting shows them. ``sensitive``:
    touchpoints kept out of anything shared. ``delete_by``: when the case file is to be deleted.
    """

    window: Window | None = None
    order: tuple[int, ...] = ()
    chosen: tuple[int, ...] = ()
    removed: frozenset[int] = frozenset()
    barred: frozenset[str] = field(default=frozenset(), repr=False)
    objecting: frozenset[int] = frozenset()
    sensitive: frozenset[int] = frozenset()
    edits: Edits = field(default_factory=Edits)
    notes: tuple[Note, ...] = ()
    casework: Mapping[int, Casework] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    delete_by: date | None = None

    @cached_property
    def labels(self) -> dict[int, str]:
        """Each person's pseudonym."""
        return {person: case_label(place) for place, person in enumerate(self.order)}

    @cached_property
    def gone(self) -> frozenset[int]:
        """The places that hold nobody: of people who were taken out, or are somebody else on the lists."""
        return self.removed | {joined.other for joined in self.edits.joined}

    @cached_property
    def people(self) -> tuple[int, ...]:
        """Everybody who is there, in the order of their letters."""
        return tuple(person for person in self.order if person not in self.gone)

    def chosen_with(self, person: int, *, wanted: bool) -> tuple[int, ...]:
        """Who is chosen when this person is (last, unless they are already) or is no longer."""
        if (person in self.chosen) == wanted:
            return self.chosen
        return (*self.chosen, person) if wanted else tuple(other for other in self.chosen if other != person)

    def notes_of(self, person: int) -> tuple[Note, ...]:
        return tuple(note for note in self.notes if note.person == person)

    def casework_of(self, person: int) -> Casework:
        return self.casework.get(person, Casework())

    def actions_of(self, person: int) -> tuple[Action, ...]:
        return tuple(action for action in self.actions if action.person == person)
