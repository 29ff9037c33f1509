"""What people chose and wrote: the part of a session that is kept in a case file, and that undo goes through."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from journey_viewer.model.actions import Action
from journey_viewer.model.attribution import Attribution
from journey_viewer.model.case import case_label
from journey_viewer.model.casework import Casework
from journey_viewer.model.costs import OwnCost
from journey_viewer.model.edits import Edits
from journey_viewer.model.findings import Said
from journey_viewer.model.meetings import Meeting
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Window
from journey_viewer.model.sharing import AS_USUAL, ForSharing, Shared


@dataclass(frozen=True)
class Document:
    """People are places in the import's ``people``, touchpoints lasting numbers.

    ``order`` is everybody on the lists, busiest first when they were read. ``chosen`` are the people chosen
    for the deep dive, in their order; their cases are exported. ``lettered``: everybody who was ever chosen,
    in the order in which they first were; their place in it is their letter, and stays so, and tells nothing of
    how busy they are among all others. ``removed``: the places of people taken out for good, which
    hold nobody; ``barred``: marks by which a newer list that names them again is known.
    ``objecting``: people who said no, so that no export and no meeting shows them. ``sensitive``:
    touchpoints kept out of anything shared. ``sharing``: what was chosen and written for sharing
    somebody's case. ``pack_title``: what stands on the first slide. ``delete_by``: when the case file
    is to be deleted. ``said_of_findings``: by the text of a finding's key. ``thresholds``: of patterns, only
    those that somebody changed ("P01.days" -> value). ``ideas``: what the network could do, by pattern.
    ``meetings``: those that were held, in the order of their numbers; the last one may still be open.
    ``own_costs``: unit costs that somebody put in place of those that come with us, by ``measures.own_costs.key_of``.
    ``attributions``: of A&E attendances, by touchpoint, where else they could have been.
    """

    window: Window | None = None
    order: tuple[int, ...] = ()
    chosen: tuple[int, ...] = ()
    lettered: tuple[int, ...] = ()
    removed: frozenset[int] = frozenset()
    barred: frozenset[str] = field(default=frozenset(), repr=False)
    objecting: frozenset[int] = frozenset()
    sensitive: frozenset[int] = frozenset()
    edits: Edits = field(default_factory=Edits)
    notes: tuple[Note, ...] = ()
    casework: Mapping[int, Casework] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    sharing: Mapping[int, ForSharing] = field(default_factory=dict)
    pack_title: str = field(default="", repr=False)
    delete_by: date | None = None
    said_of_findings: Mapping[str, Said] = field(default_factory=dict)
    thresholds: Mapping[str, float] = field(default_factory=dict)
    ideas: Mapping[str, str] = field(default_factory=dict, repr=False)
    meetings: tuple[Meeting, ...] = ()
    attributions: Mapping[int, Attribution] = field(default_factory=dict)
    own_costs: Mapping[str, OwnCost] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        there = frozenset(self.lettered)
        newly = tuple(person for person in self.chosen if person not in there)
        if newly:
            object.__setattr__(self, "lettered", (*self.lettered, *newly))

    @cached_property
    def labels(self) -> dict[int, str]:
        """Each person's pseudonym; that of somebody who was never chosen is theirs only until others are."""
        told = dict.fromkeys((*self.lettered, *self.order))
        return {person: case_label(place) for place, person in enumerate(told)}

    @cached_property
    def gone(self) -> frozenset[int]:
        """The places that hold nobody: of people who were taken out, or are somebody else on the lists."""
        return self.removed | {joined.other for joined in self.edits.joined}

    @cached_property
    def people(self) -> tuple[int, ...]:
        """Everybody who is there, busiest first when they were read."""
        return tuple(person for person in self.order if person not in self.gone)

    @cached_property
    def ready(self) -> frozenset[int]:
        """Those whose case is ready for the meeting."""
        return frozenset(person for person, casework in self.casework.items() if casework.ready)

    def chosen_with(self, person: int, *, wanted: bool) -> tuple[int, ...]:
        """Who is chosen when this person is (last, unless they are already) or is no longer."""
        if (person in self.chosen) == wanted:
            return self.chosen
        return (*self.chosen, person) if wanted else tuple(other for other in self.chosen if other != person)

    @cached_property
    def objectors(self) -> frozenset[int]:
        """Those who said no, each by the place of who they turned out to be."""
        return frozenset(map(self.edits.kept_place, self.objecting)) - self.removed

    def objecting_with(self, person: int, *, objects: bool) -> frozenset[int]:
        """Who objects when this person, in whatever record, does or does so no longer."""
        theirs = {place for place in self.objecting if self.edits.kept_place(place) == person}
        return self.objecting | {person} if objects else self.objecting - theirs

    def moved(self, person: int, steps: int) -> tuple[int, ...]:
        """The chosen in another order: this person so many places further down, or up where it is below 0."""
        if person not in self.chosen:
            return self.chosen
        others = [other for other in self.chosen if other != person]
        place = min(max(self.chosen.index(person) + steps, 0), len(others))
        return (*others[:place], person, *others[place:])

    def notes_of(self, person: int) -> tuple[Note, ...]:
        """What was written of a person, in whichever of their records."""
        return tuple(note for note in self.notes if self.edits.kept_place(note.person) == person)

    def casework_of(self, person: int) -> Casework:
        return self.casework.get(person, Casework())

    def sharing_of(self, person: int) -> ForSharing:
        return self.sharing.get(person, AS_USUAL)

    def shared_of(self, person: int, *, reasons: bool = False) -> Shared:
        """What goes out of a person's case besides their journey."""
        notes = tuple(note for note in self.notes_of(person) if note.shared)
        return Shared(
            self.sharing_of(person), notes, reasons, said=self.said_of_findings, thresholds=self.thresholds
        )

    def whom(self, action: Action) -> int | None:
        """Whom it is about, by the place of who they turned out to be; None for all cases."""
        return None if action.person is None else self.edits.kept_place(action.person)

    def actions_of(self, person: int) -> tuple[Action, ...]:
        return tuple(action for action in self.actions if self.whom(action) == person)
