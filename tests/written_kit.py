"""What a person may write for sharing about anybody, with names, numbers, days and places in every part of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Level
from journey_viewer.model.costs import OwnCost
from journey_viewer.model.document import Document
from journey_viewer.model.meetings import Decision, Meeting
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person
from journey_viewer.patterns.definitions import patterns


@dataclass(frozen=True)
class Names:
    """Whom and what a text may speak of: somebody on the lists, one of their clinicians, one of their places."""

    person: Person
    clinician: str
    place: str

    def fill(self, text: str) -> str:
        """The text with what identifies in the place of its slots."""
        who = self.person
        first, *_, last = who.name.split()
        slots = {
            "name": who.name,
            "first": first,
            "last": last,
            "number": who.nhs_number,
            "born": "" if who.born is None else f"{who.born:%d/%m/%Y}",
            "clinician": self.clinician,
            "place": self.place,
        }
        for slot, told in slots.items():
            text = text.replace("{" + slot + "}", told)
        return text


ABOUT = "{name} lives alone, born {born}, NHS {number}. The dog is called {last}’s Wibble"
HEADLINE = "Seen at {place} by {clinician} while nobody saw the whole"
DIFFERENT = (
    "{name} has a care plan",
    "{clinician} rings Mrs {last} on {number} each week",
    "Letters go to {place}, not to {first}",
)
NOTES = (
    "Crisis: {name} fell, {clinician} came",
    "On {born} {first} was at {place}",
    "{NAME} said: listen to me",
)
ATTENDEES = ("{clinician}, lead GP", "Daughter of {name}", "Manager, {place}")
IDEA = "A named contact at {place} for {name}, as for"
ACTIONS = (
    ("Named contact for {name}", "{clinician}", "Daughter {last}", "{place}"),
    ("Ring {number} before {first} comes", "Practice manager", "", "Dr {last}"),
)


def write_about(document: Document, person: int, names: Names) -> Document:
    """The document with all of this about a person: line and headline, what could be different, notes, actions."""
    told = replace(
        document.sharing_of(person),
        about=names.fill(ABOUT),
        headline=names.fill(HEADLINE),
        different=tuple(map(names.fill, DIFFERENT)),
        reason=names.fill("{name} agreed to it"),
        kept_words=frozenset({"wibble"}),
    )
    return replace(
        document,
        sharing={**document.sharing, person: told},
        notes=(*document.notes, *_notes(document, person, names)),
        actions=(*document.actions, *_actions(document, person, names)),
    )


def write_meeting(document: Document, names: Mapping[int, Names]) -> Document:
    """A meeting about these people, with decisions and actions, what could be done about patterns, and own costs."""
    first, *others = names.values()
    about = tuple(_decision(person, of) for person, of in names.items())
    meeting = Meeting(
        1,
        date(2026, 4, 1),
        tuple(first.fill(text) for text in ATTENDEES),
        first.fill("Everybody knows who {name} is"),
        first.fill("{clinician} said so"),
        seen=tuple(names),
        decisions=about,
    )
    actions = tuple(
        replace(action, partner=of.place, expected=of.fill("{name} comes less"), measure=of.fill("{number}"),
                outcome=of.fill("{first} moved to {place}"), meeting=1, raised=meeting.day, pattern="P01")
        for action, of in zip(document.actions, (first, *others) * len(document.actions), strict=False)
    )  # fmt: skip
    ideas = {pattern: first.fill(f"{text} {pattern}") for pattern in patterns() for text in (IDEA,)}
    costs = {"gp_minute": OwnCost(1.0, first.fill("told by {clinician}"))}
    return replace(document, meetings=(meeting,), actions=actions, ideas=ideas, own_costs=costs)


def _decision(person: int, names: Names) -> Decision:
    told = names.fill("{name} of {place}, born {born}")
    return Decision(
        person,
        Level.PLACE,
        frozenset(),
        told,
        (names.clinician, names.place),
        (told,),
        names.fill("Ring {number}"),
    )


def _notes(document: Document, person: int, names: Names) -> list[Note]:
    """On the whole journey, on a stretch of it, and on one of its days."""
    window, number = document.window, len(document.notes)
    middle = date(2025, 6, 1) if window is None else window.first + timedelta(window.days // 2)
    spans = ((None, None), (middle, middle + timedelta(40)), (middle, middle))
    texts = [names.fill(text.replace("{NAME}", names.person.name.upper())) for text in NOTES]
    return [
        Note(number + place, person, text, first=first, last=last, shared=True)
        for place, (text, (first, last)) in enumerate(zip(texts, spans, strict=True), start=1)
    ]


def _actions(document: Document, person: int, names: Names) -> list[Action]:
    told = []
    for place, (texts, who) in enumerate(zip(ACTIONS, (person, None), strict=True), start=1):
        what, lead, sponsor, delivers = map(names.fill, texts)
        told.append(
            Action(len(document.actions) + place, who, what, lead, sponsor, delivers, date(2026, 12, 1))
        )
    return told
