"""Three invented people and their lists, made in a moment: for tests that need a journey and no file."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from journey_viewer.model.imported import Imported, Problem, Source
from journey_viewer.model.people import Person, Sex
from journey_viewer.model.touchpoints import Touchpoint, Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.session import Session, opened

TODAY = date(2026, 1, 15)
OTTILIE, BARNABY, WILHELMINA = 0, 1, 2
PEOPLE = (
    Person("Ottilie Quayle", "9990000018", born=date(1950, 2, 3), sex=Sex.FEMALE),
    Person("Barnaby Thistle", "9990000026", born=date(1988, 11, 30), sex=Sex.MALE),
    Person("Wilhelmina Frost", "9990000034", born=date(1934, 6, 9), sex=Sex.FEMALE),
)
CLINICIANS = ("Dr Lavender Oakes", "Nurse Percival Stone")
PLACE = "Elmgrove Surgery"
IDENTITIES = (
    *(part for person in PEOPLE for part in person.name.split()),
    *(person.nhs_number for person in PEOPLE),
    *("Lavender", "Oakes", "Percival", "Stone", "Elmgrove"),
)


def contact(person: int, day: str, service: Service = Service.GP, **changes: Any) -> Touchpoint:
    """One row of a list: an attended contact at a day ("2025-03-01") or an hour ("2025-03-01 10:30")."""
    start = datetime.fromisoformat(day)
    told = Touchpoint(
        person=person,
        service=service,
        kind=Kind.CONTACT,
        outcome=Outcome.ATTENDED,
        start=start,
        end=None,
        timed=":" in day,
        uncertain=False,
        named="",
        reason="",
        clinician="",
        place="",
        mode="",
        row=2,
    )
    return replace(told, **changes)


def stay(person: int, first: str, last: str, **changes: Any) -> Touchpoint:
    end = datetime.fromisoformat(last)
    return contact(person, first, Service.INPATIENT, kind=Kind.STAY, end=end, **changes)


ROWS = (
    contact(OTTILIE, "2025-02-03 10:10", reason="Chest pain", clinician=CLINICIANS[0], place=PLACE),
    contact(
        OTTILIE, "2025-02-17", reason="Blood test", clinician=CLINICIANS[1], place=PLACE, mode="telephone"
    ),
    contact(OTTILIE, "2025-03-05 23:40", Service.AE, reason="Fell on the stairs", place="Elmgrove Hospital"),
    stay(OTTILIE, "2025-03-06", "2025-03-09", reason="Observation", clinician=CLINICIANS[0]),
    contact(OTTILIE, "2025-06-01", Service.MENTAL_HEALTH, outcome=Outcome.REFUSED, reason="Low mood"),
    contact(OTTILIE, "2025-09-12", Service.OTHER, named="Police", reason="Found wandering", uncertain=True),
    contact(BARNABY, "2025-01-20", reason="Back pain", clinician=CLINICIANS[0], place=PLACE),
    contact(BARNABY, "2025-04-02", Service.OUTPATIENT, outcome=Outcome.DID_NOT_ATTEND, reason="Scan"),
    contact(BARNABY, "2025-04-30", Service.VOLUNTARY, reason="Food parcel"),
    contact(WILHELMINA, "2025-05-05", Service.COMMUNITY, reason="Dressing", clinician=CLINICIANS[1]),
    contact(WILHELMINA, "2025-11-11", Service.COMMUNITY, reason="Dressing", clinician=CLINICIANS[1]),
)
SUPPLIED = frozenset(Service) - {Service.SOCIAL_CARE}


def listed(*rows: Touchpoint, **changes: Any) -> Imported:
    """What an import of these rows gives; the three people's own rows where none are given."""
    rows = tuple(replace(row, number=number) for number, row in enumerate(rows or ROWS, start=1))
    source = Source("list.csv", "", "Deep-dive list", len(rows) + 1, len(rows), problems=1, services=SUPPLIED)
    problem = Problem("list.csv", "", 14, "Date", "There is no such day in the calendar.")
    told: dict[str, Any] = {"people": PEOPLE, "sources": (source,), "problems": (problem,)}
    return Imported(touchpoints=Touchpoints.of(rows), **{**told, **changes})


def session_on(*rows: Touchpoint, **changes: Any) -> Session:
    """A session as it is when these rows have just been read."""
    return opened(listed(*rows, **changes), TODAY)
