"""A whole invented list as an import would give it: most people seldom seen, a few very often, and not the same each year."""

from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.imported import Imported, Source
from journey_viewer.model.people import Person, Sex, Window
from journey_viewer.model.touchpoints import Texts, Touchpoints
from journey_viewer.model.words import Kind, Outcome, Service

WINDOW = Window(date(2024, 4, 1), date(2026, 3, 31))
_LANES = (0.62, 0.05, 0.02, 0.06, 0.02, 0.1, 0.05, 0.04, 0.02, 0.01, 0.01)  # how often each service is met
_MISSED, _CLINICIANS, _PRACTICES = 0.07, 40, 3
_USUAL, _YEARLY = 0.85, 0.45  # how people differ, and how much of that is chance of the year


def whole_list(people: int, touchpoints: int, seed: int = 7) -> Imported:
    """So many people, and as many touchpoints in two years; the last person comes on the last day."""
    chance = np.random.default_rng(seed)
    start, person = _who_when(people, touchpoints, chance)
    service = chance.choice(len(Service), touchpoints, p=_LANES).astype(np.int8)
    missed = chance.random(touchpoints) < _MISSED
    outcome = np.where(missed, Outcome.DID_NOT_ATTEND.code, Outcome.ATTENDED.code).astype(np.int8)
    nothing = Texts(np.zeros(touchpoints, np.int32), ("",))
    told = Touchpoints(
        person=person,
        service=service,
        kind=np.full(touchpoints, Kind.CONTACT.code, np.int8),
        outcome=outcome,
        start=start,
        end=np.full(touchpoints, np.datetime64("NaT", "s")),
        timed=np.ones(touchpoints, np.bool_),
        uncertain=np.zeros(touchpoints, np.bool_),
        **dict.fromkeys(("named", "reason", "mode"), nothing),
        clinician=_texts("Dr Invented", chance.integers(0, _CLINICIANS, touchpoints), _CLINICIANS),
        place=_texts("Practice", person % _PRACTICES, _PRACTICES),
        row=np.arange(2, touchpoints + 2, dtype=np.int32),
        source=np.zeros(touchpoints, np.int32),
        number=np.arange(1, touchpoints + 1, dtype=np.int32),
    )
    source = Source("list.csv", "", "a list", touchpoints, touchpoints, services=frozenset(Service))
    return Imported(_people(people, chance), told, (source,), last_number=touchpoints)


def _who_when(
    people: int, touchpoints: int, chance: np.random.Generator
) -> tuple[NDArray[np.datetime64], NDArray[np.int32]]:
    """Each year by what people are like and by chance: who comes often one year often does so less the next."""
    usual = chance.lognormal(0, _USUAL, people)
    half = touchpoints // 2
    rows = []
    for size in (half, touchpoints - half):
        often = usual * chance.lognormal(0, _YEARLY, people)
        rows.append(chance.choice(people, size, p=often / often.sum()))
    person = np.concatenate(rows).astype(np.int32)
    days = np.concatenate(
        [chance.integers(0, 365, half), chance.integers(365, WINDOW.days, touchpoints - half)]
    )
    days[-1], person[-1] = WINDOW.days - 1, people - 1
    minutes = chance.integers(7 * 60, 20 * 60, touchpoints)
    start = np.datetime64(WINDOW.first, "s") + (days * 1440 + minutes) * np.timedelta64(60, "s")
    return start, person


def _texts(word: str, codes: NDArray[Any], count: int) -> Texts:
    return Texts(codes.astype(np.int32), tuple(f"{word} {place + 1}" for place in range(count)))


def _people(count: int, chance: np.random.Generator) -> tuple[Person, ...]:
    born = [WINDOW.last - timedelta(int(days)) for days in chance.integers(0, 34_000, count)]
    sexes = chance.choice(2, count).tolist()
    return tuple(
        Person(f"Invented person {place}", born=born[place], sex=(Sex.FEMALE, Sex.MALE)[sexes[place]])
        for place in range(count)
    )
