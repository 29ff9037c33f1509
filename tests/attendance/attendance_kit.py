"""The same counts in plain Python, row by row, and lists to count."""

import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

import numpy as np

from journey_viewer.attendance.asked import Years
from journey_viewer.commands.sources import walk
from journey_viewer.measures.clinicians import names_somebody
from journey_viewer.model.imported import Imported, Source
from journey_viewer.model.people import Person, Sex, Window, same_name
from journey_viewer.model.touchpoints import Texts, Touchpoint, Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.reading.lists import find_lists, read_lists
from journey_viewer.work.find_attenders import years_for

EXAMPLES = Path(__file__).parents[2] / "examples"
YEARS = years_for(date(2026, 3, 31))
CLINICIANS = (
    "",
    "Dr Lanyon",
    "dr. LANYON",
    "Dr Quill",
    "Sister Pryce",
    "GP",
    "GP 2",
    "Locum 2",
    "Dr Øre-Ñandú",
    "7",
)


def example_list() -> Imported:
    return walk(read_lists(find_lists([EXAMPLES])))


def many(people: int, contacts: int, seed: int = 5) -> Imported:
    """So many invented people and touchpoints: few of them have most, over two years and a little more."""
    chance = np.random.default_rng(seed)
    weights = chance.gamma(0.6, 1, people)
    start = np.datetime64("2024-03-01", "s") + chance.integers(0, 790 * 24 * 12, contacts) * np.timedelta64(
        300, "s"
    )
    timed = chance.random(contacts) < 0.8
    start = np.where(timed, start, start.astype("datetime64[D]").astype("datetime64[s]"))
    service = chance.choice(len(Service), contacts, p=(0.6, *[0.04] * 10))
    kinds = chance.choice(len(Kind), contacts, p=(0.8, 0.1, 0.05, 0.05))
    kinds[service == Service.GP.code] = Kind.CONTACT.code
    nothing = Texts(np.zeros(contacts, np.int32), ("",))
    touchpoints = Touchpoints(
        person=chance.choice(people, contacts, p=weights / weights.sum()).astype(np.int32),
        service=service.astype(np.int8),
        kind=kinds.astype(np.int8),
        outcome=chance.choice(len(Outcome), contacts, p=(0.8, 0.08, 0.03, 0.03, 0.02, 0.02, 0.02)).astype(
            np.int8
        ),
        start=start,
        end=np.full(contacts, np.datetime64("NaT", "s")),
        timed=timed,
        uncertain=chance.random(contacts) < 0.02,
        clinician=Texts(chance.integers(0, len(CLINICIANS), contacts).astype(np.int32), CLINICIANS),
        place=Texts(chance.integers(0, 3, contacts).astype(np.int32), ("Weir Lane", "Millbrook", "")),
        **dict.fromkeys(("named", "reason", "mode"), nothing),
        row=np.arange(2, contacts + 2, dtype=np.int32),
        source=np.zeros(contacts, np.int32),
        number=np.arange(1, contacts + 1, dtype=np.int32),
    )
    source = Source("list.csv", "", "a list", contacts, contacts, services=frozenset(Service))
    return Imported(_people(people, chance), touchpoints, (source,), last_number=contacts)


def _people(count: int, chance: np.random.Generator) -> tuple[Person, ...]:
    born = [date(2026, 3, 31) - timedelta(int(days)) for days in chance.integers(0, 36_000, count)]
    known = (chance.random(count) < 0.95).tolist()
    died = (chance.random(count) < 0.03).tolist()
    return tuple(
        Person(
            f"Invented person {place}",
            born=born[place] if known[place] else None,
            died=date(2025, 1, 1) + timedelta(place % 450) if died[place] else None,
            sex=Sex.FEMALE if place % 2 else Sex.MALE,
        )
        for place in range(count)
    )


@lru_cache(maxsize=4)
def _rows(imported: Imported) -> tuple[Touchpoint, ...]:
    return tuple(imported.touchpoints)


def in_window(imported: Imported, window: Window) -> Iterator[Touchpoint]:
    for one in _rows(imported):
        if window.first <= one.start.date() <= window.last:
            yield one


def contacts_of(imported: Imported, window: Window, service: Service | None = None) -> Counter[int]:
    """Person -> attended touchpoints that began in the window."""
    return Counter(
        one.person
        for one in in_window(imported, window)
        if one.outcome is Outcome.ATTENDED and service in (None, one.service)
    )


def top_of(imported: Imported, window: Window, top: int) -> list[int]:
    """By GP contacts, then contacts, then services, then the earlier days."""
    gp, contacts = contacts_of(imported, window, Service.GP), contacts_of(imported, window)
    services: dict[int, set[Service]] = {}
    days: Counter[int] = Counter()
    for one in in_window(imported, window):
        services.setdefault(one.person, set()).add(one.service)
        days[one.person] += (one.start.year * 12 + one.start.month) * 31 + one.start.day

    def key(person: int) -> tuple[int, ...]:
        return -gp[person], -contacts[person], -len(services[person]), days[person], person

    return sorted(gp, key=key)[:top]


def share_of_busiest(imported: Imported, window: Window, share: float, people: int) -> float:
    """Person after person, the last of them in part."""
    counts = sorted(contacts_of(imported, window, Service.GP).values(), reverse=True)
    counts += [0] * (people - len(counts))
    room = share * people
    whole = int(room)
    taken = sum(counts[:whole]) + ((room - whole) * counts[whole] if whole < people else 0)
    return taken / sum(counts)


def practices_of_people(imported: Imported) -> dict[int, str]:
    """Where most of each person's GP touchpoints were; the first by name where two have as many."""
    places: dict[int, Counter[str]] = {}
    for one in _rows(imported):
        if one.service is Service.GP and one.place:
            places.setdefault(one.person, Counter())[one.place] += 1
    return {
        person: min(counts, key=lambda place: (-counts[place], place)) for person, counts in places.items()
    }


def handovers_of(imported: Imported, person: int, window: Window) -> int:
    rows = [
        one for one in in_window(imported, window) if one.person == person and one.outcome is Outcome.ATTENDED
    ]
    rows.sort(key=lambda one: (_moment(one), one.service.code))
    return sum(a.service is not b.service for a, b in itertools.pairwise(rows))


def _moment(one: Touchpoint) -> datetime:
    if one.timed:
        return one.start
    return one.start + (timedelta(hours=24, seconds=-1) if one.kind is Kind.STAY else timedelta(hours=12))


def clinicians_of(imported: Imported, person: int, window: Window) -> tuple[int, int, int]:
    """Clinicians, contacts with a named one (one a clinician and day), those with the most-seen one."""
    seen = {
        (one.start.date(), same_name(one.clinician))
        for one in in_window(imported, window)
        if one.person == person
        and one.service is Service.GP
        and one.outcome is Outcome.ATTENDED
        and names_somebody(one.clinician)
    }
    counts = Counter(clinician for _, clinician in seen)
    return len(counts), len(seen), max(counts.values(), default=0)


def out_of_hours_of(imported: Imported, person: int, years: Years) -> tuple[int, int]:
    """Contacts outside core hours, and all whose hour is known."""
    known = [
        one
        for one in in_window(imported, years.this)
        if one.person == person
        and one.outcome is Outcome.ATTENDED
        and one.kind is Kind.CONTACT
        and one.timed
        and not one.uncertain
    ]
    return sum(_is_outside(one.start, years) for one in known), len(known)


def _is_outside(start: datetime, years: Years) -> bool:
    core = (8, 0) <= (start.hour, start.minute) < (18, 30)
    return start.weekday() >= 5 or start.date() in years.closed or not core
