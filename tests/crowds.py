"""Many invented people and their contacts, as an import would give them: for the check whether somebody could be recognised."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import numpy as np

from journey_viewer.model.case import case_of
from journey_viewer.model.imported import Imported, Source
from journey_viewer.model.people import Person, Sex, Window
from journey_viewer.model.sharing import AS_USUAL, ForSharing, Shared
from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.privacy.ages import age_band, description
from journey_viewer.privacy.anonymise import anonymise

Contact = tuple[int, Service]  # a month, and with whom

WINDOW = Window(date(2024, 1, 1), date(2025, 12, 31))
_LATEST = np.datetime64(WINDOW.last, "s")
_SEXES = (Sex.FEMALE, Sex.MALE, Sex.OTHER, Sex.NOT_KNOWN)
_LANES = (0.5, 0.07, 0.04, 0.07, 0.04, 0.1, 0.07, 0.04, 0.03, 0.02, 0.02)  # how often each service is met


def invented_crowd(people: int, contacts: int, seed: int = 3) -> Imported:
    """So many people with so many contacts each on average, at least one, in two years and a little before.

    Some have no date of birth or no sex on the list, some contacts are stays or services that were
    open before the window.
    """
    chance = np.random.default_rng(seed)
    counts = np.maximum(chance.geometric(1 / contacts, people), 1)
    total = int(counts.sum())
    days = chance.integers(-90, WINDOW.days, total)
    start = np.datetime64(WINDOW.first, "s") + days * np.timedelta64(86_400, "s")
    start[np.cumsum(counts) - 1] = _LATEST  # everybody is seen in the window
    kind = np.where(chance.random(total) < 0.1, Kind.STAY.code, Kind.CONTACT.code)
    kind[chance.random(total) < 0.01] = Kind.OPEN_SERVICE.code
    nights = chance.integers(1, 40, total) * np.timedelta64(86_400, "s")
    nothing = Texts(np.zeros(total, np.int32), ("",))
    touchpoints = Touchpoints(
        person=np.repeat(np.arange(people), counts).astype(np.int32),
        service=chance.choice(len(Service), total, p=_LANES).astype(np.int8),
        kind=kind.astype(np.int8),
        outcome=np.full(total, Outcome.ATTENDED.code, np.int8),
        start=start,
        end=np.where(kind == Kind.STAY.code, start + nights, np.datetime64("NaT", "s")),
        timed=np.zeros(total, np.bool_),
        uncertain=np.zeros(total, np.bool_),
        **dict.fromkeys(("named", "reason", "clinician", "place", "mode"), nothing),
        row=np.arange(2, total + 2, dtype=np.int32),
        source=np.zeros(total, np.int32),
        number=np.arange(1, total + 1, dtype=np.int32),
    )
    source = Source("list.csv", "", "a list", total, total, services=frozenset(Service))
    return Imported(_people(people, chance), touchpoints, (source,), last_number=total)


def _people(count: int, chance: np.random.Generator) -> tuple[Person, ...]:
    born = [WINDOW.last - timedelta(int(days)) for days in chance.integers(0, 36_000, count)]
    sexes = chance.choice(4, count, p=(0.48, 0.48, 0.02, 0.02)).tolist()
    dated = (chance.random(count) < 0.98).tolist()
    return tuple(
        Person(
            f"Invented person {place}", born=born[place] if dated[place] else None, sex=_SEXES[sexes[place]]
        )
        for place in range(count)
    )


class BruteForce:
    """The check by its definition: every three contacts of a summary, and everybody whose summary has them too."""

    def __init__(self, imported: Imported, choices: ForSharing = AS_USUAL) -> None:
        self._imported, self._choices = imported, choices
        self._all: dict[int, Counter[Contact]] = {}
        self.alike: dict[str, list[int]] = {}
        for place in np.unique(imported.touchpoints.person).tolist():
            self.alike.setdefault(self.look(place), []).append(place)

    def look(self, place: int) -> str:
        """What the summary says of who it is."""
        person = self._imported.people[place]
        age = person.age_on(min(WINDOW.last, person.died or WINDOW.last))
        return description(person.sex, age_band(age, 5 if self._choices.five_years else 10))

    def people(self, place: int) -> dict[tuple[Contact, ...], int]:
        """For every three contacts, or all where there are fewer, how many people have them, the person included."""
        dropped = self._choices.dropped
        contacts = sorted(
            self._contacts(place, self._choices) if dropped else self._all_contacts(place).elements()
        )
        having: dict[tuple[Contact, int], set[int]] = {}
        others = [other for other in self.alike[self.look(place)] if other != place]
        for other in others:
            for contact, count in self._all_contacts(other).items():
                for times in range(1, min(count, 3) + 1):
                    having.setdefault((contact, times), set()).add(other)
        threes = set(combinations(contacts, min(3, len(contacts))))
        return {three: 1 + len(_having_all(three, having, set(others))) for three in threes}

    def _all_contacts(self, place: int) -> Counter[Contact]:
        """Those dropped from this case too: an outsider may know of them."""
        if place not in self._all:
            everything = replace(self._choices, dropped=frozenset())
            self._all[place] = Counter(self._contacts(place, everything))
        return self._all[place]

    def _contacts(self, place: int, choices: ForSharing) -> list[Contact]:
        told = anonymise(case_of(self._imported, place, WINDOW, "Case A"), Shared(choices))
        assert told.description == self.look(place)
        return [(touchpoint.month, touchpoint.service) for touchpoint in told.touchpoints]


def _having_all(
    three: tuple[Contact, ...], having: dict[tuple[Contact, int], set[int]], others: set[int]
) -> set[int]:
    return others.intersection(*(having.get(item, set()) for item in Counter(three).items()))
