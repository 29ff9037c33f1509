"""Invented stories, each told of two casts: the same contacts, words and choices, and nobody and no place in common."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from invented import TODAY, contact, listed
from invented_world import Names, local_id, nhs_number, world
from written_kit import Names as Spoken
from written_kit import write_about

from journey_viewer.model.document import Document
from journey_viewer.model.people import Person, Sex
from journey_viewer.model.sharing import ForSharing
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import Family, Kind, Outcome, Service
from journey_viewer.privacy.identifiers import own_words
from journey_viewer.privacy.places import kind_of_place
from journey_viewer.session import Session, opened

_FIRST_DAY = datetime(2024, 1, 1)
_DAYS = 760
_ROLES = ("Dr {0} {1}", "Nurse {0} {1}", "Dr {1}", "{0} {1}, pharmacist", "Social worker {0} {1}", "{0} {1}")
_ROLES_TOO = frozenset({"nurse", "sister", "matron"})
_PLACES = ("{0} Hospital", "{0} Surgery", "{0} Care Home", "{0} School", "{0} Clinic")
_REASONS = (
    "Chest pain",
    "{first} fell at home, seen by {clinician}",
    "Ring {number} before {name} comes",
    "Letter to {place}; DOB {born}",
    "Mrs {last} anxious, wheeze ++",
    "{NAME} DNA x2",
    "",
)
_KINDS_OF = {
    Service.INPATIENT: Kind.STAY,
    Service.COMMUNITY: Kind.OPEN_SERVICE,
    Service.SOCIAL_CARE: Kind.OPEN_SERVICE,
}
_LONG, _SHORT = 120, 9  # days


@dataclass(frozen=True)
class Cast:
    """Who plays the parts of a story: by their numbers in it."""

    people: Sequence[Person]
    clinicians: Sequence[str]
    places: Sequence[str]


@dataclass(frozen=True)
class Told:
    """What of a person every cast keeps: in which ten years, and which five of them, they were born; sex; death."""

    youngest: int
    sex: Sex
    died: date | None


def told_twice(seed: int, people: int) -> tuple[Session, Session]:
    """One story of so many people, by two casts."""
    pool = world()
    halves = [_without_kinds(names) for names in (pool.listed, pool.others)]
    casting = random.Random(f"{seed}: who")  # noqa: S311 - seeded, not secret
    told = [_told(random.Random(f"{seed}: {number}")) for number in range(people)]  # noqa: S311
    one, other = (_cast(casting, names, told) for names in halves)
    return _session(seed, one), _session(seed, other)


def _without_kinds(names: Names) -> Names:
    """Without Nurse, Ward and Day: a name that is the word for a role or a kind of place is taken for it."""
    surnames = [name for name in names.surnames if name.casefold() not in own_words() | _ROLES_TOO]
    return replace(
        names, surnames=[name for name in surnames if kind_of_place(name, Service.OTHER) == "Place"]
    )


def _told(chance: random.Random) -> Told:
    died = date(2025, 1, 1) + timedelta(chance.randrange(300)) if chance.random() < 0.15 else None
    return Told(chance.randrange(15, 100, 5), chance.choice(list(Sex)), died)


def _cast(chance: random.Random, names: Names, told: Sequence[Told]) -> Cast:
    people = tuple(_person(chance, names, one) for one in told)
    surnames = iter(
        chance.sample(names.surnames, 3 * len(_ROLES) + 2 * len(_PLACES))
    )  # nobody and nothing twice
    clinicians = tuple(
        role.format(chance.choice(names.forenames), next(surnames)) for role in _ROLES for _ in range(3)
    )
    places = [kind.format(next(surnames)) for kind in _PLACES for _ in range(2)]
    homes = [f"{number} {chance.choice(names.surnames)} Road" for number in (3, 14, 27)]
    return Cast(people, clinicians, (*places, *homes, "Home visit"))


def _person(chance: random.Random, names: Names, told: Told) -> Person:
    """Born on any day that leaves them in the same five years of age from the first day to the last."""
    latest = date(2025, 12, 31).replace(year=2023 - told.youngest - 1)
    born = latest - timedelta(chance.randrange(300))
    name = f"{chance.choice(names.forenames)} {chance.choice(names.surnames)}"
    return Person(name, nhs_number(chance), local_id(chance), born, told.died, told.sex)


def _session(seed: int, cast: Cast) -> Session:
    chance = random.Random(f"{seed}: what")  # noqa: S311 - seeded, not secret
    rows = [row for person in range(len(cast.people)) for row in _journey(chance, cast, person)]
    session = opened(listed(*rows, people=cast.people), TODAY)
    people = tuple(session.seen_in_window)
    # Chosen all at once: who is under 18 on a day of theirs is not chosen at first, and would be lettered last.
    document = replace(session.document, chosen=people, lettered=(), pack_title="A deep dive")
    for person in people:
        document = _chosen(chance, document, session, person)
        spoken = Spoken(
            cast.people[person], chance.choice(cast.clinicians[:6]), chance.choice(cast.places[:4])
        )
        document = write_about(document, person, spoken) if chance.random() < 0.7 else document
    return replace(session, document=document)


def _chosen(chance: random.Random, document: Document, session: Session, person: int) -> Document:
    numbers = session.case(person).touchpoints.number.tolist()
    told = ForSharing(
        quarters=chance.random() < 0.3,
        folded=frozenset(family for family in Family if chance.random() < 0.2),
        dropped=frozenset(number for number in numbers if chance.random() < 0.03),
        five_years=chance.random() < 0.3,
        reason="Agreed by all",
    )
    return replace(document, sharing={**document.sharing, person: told})


def _journey(chance: random.Random, cast: Cast, person: int) -> Iterator[Touchpoint]:
    for _ in range(chance.randrange(3, 60)):
        yield _row(chance, cast, person)


def _row(chance: random.Random, cast: Cast, person: int) -> Touchpoint:
    start = _FIRST_DAY + timedelta(
        chance.randrange(_DAYS), minutes=chance.choice((0, chance.randrange(1440)))
    )
    service = chance.choice(list(Service))
    kind = _KINDS_OF.get(service, Kind.CONTACT) if chance.random() < 0.5 else Kind.CONTACT
    kind = Kind.REFERRAL if chance.random() < 0.08 else kind
    length = timedelta(chance.randrange(1, _SHORT if kind is Kind.STAY else _LONG))
    ended = kind is not Kind.CONTACT and chance.random() < 0.8
    clinician, place = chance.choice(cast.clinicians), chance.choice(cast.places)
    spoken = Spoken(cast.people[person], clinician, place)
    reason = spoken.fill(chance.choice(_REASONS).replace("{NAME}", cast.people[person].name.upper()))
    return replace(
        contact(person, f"{start:%Y-%m-%d %H:%M}", service),
        kind=kind,
        outcome=Outcome.ATTENDED if chance.random() < 0.7 else chance.choice(list(Outcome)),
        end=start + length if ended else None,
        timed=bool(start.hour or start.minute),
        uncertain=chance.random() < 0.1,
        named=f"Visits by {clinician}" if service is Service.OTHER else "",
        reason=reason,
        clinician=clinician if chance.random() < 0.8 else "",
        place=place if chance.random() < 0.8 else "",
        mode=chance.choice(("", "telephone", "face to face")),
    )
