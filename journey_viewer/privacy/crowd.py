"""Everybody on the loaded lists, told as a summary would tell of them: sex, age band, and which service in which month."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.case import in_window
from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Person, Sex, Window
from journey_viewer.model.sharing import ForSharing
from journey_viewer.model.touchpoints import Touchpoints
from journey_viewer.model.words import Service
from journey_viewer.privacy.ages import NARROW_BAND, OLDEST
from journey_viewer.privacy.folding import told_as
from journey_viewer.privacy.times import QUARTER, first_events

_AGES = OLDEST // NARROW_BAND + 2  # not known, then a band of five years each, the oldest together
_SEXES = {Sex.FEMALE: 1, Sex.MALE: 2}  # a summary tells no other


@dataclass(frozen=True, order=True)
class Cell:
    """A service in a month; ``month`` is the first of its quarter, ``service`` the first of its family, where these are told."""

    month: int
    service: Service


@dataclass(frozen=True, eq=False, repr=False)
class Crowd:
    """Everybody with a touchpoint in the window, those who look the same beside each other.

    people: int32, places on the list · looks: int16, sex and age band of five years as one number,
    rising · begins: int64, where each one's rows begin, and the end · member: int32, whose row it is,
    as a place in ``people`` · service: int8 · month: int32, from the person's own first event, which
    begins month 1 · count: int32, contacts with the service in the month.
    """

    window: Window
    people: NDArray[np.int32]
    looks: NDArray[np.int16]
    begins: NDArray[np.int64]
    member: NDArray[np.int32]
    service: NDArray[np.int8]
    month: NDArray[np.int32]
    count: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.people)

    def alike(self, person: Person, choices: ForSharing) -> slice:
        """The places of those of whom a summary says the same sex and age band as of this person."""
        look = _look(person, self.window)
        sex, age = divmod(look, _AGES)
        if choices.five_years or not age:
            first, last = look, look
        else:
            first = sex * _AGES + (age - 1) // 2 * 2 + 1
            last = min(first + 1, (sex + 1) * _AGES - 1)
        left, right = np.searchsorted(self.looks, [first, last + 1]).tolist()
        return slice(left, right)


def crowd_of(imported: Imported, window: Window) -> Crowd:
    """Everybody on the lists who has a touchpoint in the window; the same for every case and every choice."""
    rows = np.flatnonzero(in_window(imported.touchpoints, window))
    person = imported.touchpoints.person[rows]
    seen = np.flatnonzero(np.bincount(person, minlength=len(imported.people)))
    looks = np.array([_look(imported.people[place], window) for place in seen.tolist()], np.int16)
    order = np.argsort(looks, kind="stable")
    places = np.zeros(len(imported.people), np.int64)
    places[seen[order]] = np.arange(len(seen))
    member = places[person]
    touchpoints = imported.touchpoints
    service = touchpoints.service[rows].astype(np.int64)
    start, end, uncertain = touchpoints.start[rows], touchpoints.end[rows], touchpoints.uncertain[rows]
    month = _months(start, first_events(start, end, uncertain, member, window)[member])
    width = int(month.max(initial=0)) + 1
    keys, count = np.unique((member * len(Service) + service) * width + month, return_counts=True)
    member = keys // (len(Service) * width)
    return Crowd(
        window=window,
        people=seen[order].astype(np.int32),
        looks=looks[order],
        begins=np.searchsorted(member, np.arange(len(seen) + 1)),
        member=member.astype(np.int32),
        service=(keys // width % len(Service)).astype(np.int8),
        month=(keys % width).astype(np.int32),
        count=count.astype(np.int32),
    )


def months_told(touchpoints: Touchpoints, window: Window) -> NDArray[np.int64]:
    """The month that a summary tells of each of one person's touchpoints in the window, as ``anonymise`` does."""
    one = np.zeros(len(touchpoints), np.int64)
    first = first_events(touchpoints.start, touchpoints.end, touchpoints.uncertain, one, window)
    return _months(touchpoints.start, first[one])


def contacts_held(
    crowd: Crowd, group: slice, cells: Sequence[Cell], choices: ForSharing
) -> NDArray[np.int64]:
    """How many contacts each one of a group has in each of these cells: shape (people, cells).

    The whole group is told as the choices say, whose cells these are.
    """
    rows = slice(*crowd.begins[[group.start, group.stop]].tolist())
    service, month = coarsened(crowd.service[rows], crowd.month[rows], choices)
    width = max([int(month.max(initial=0)), *(cell.month for cell in cells)]) + 1
    columns = np.full(len(Service) * width, -1)
    columns[[cell.service.code * width + cell.month for cell in cells]] = np.arange(len(cells))
    column = columns[service * width + month]
    known = column >= 0
    place = (crowd.member[rows][known] - group.start) * np.int64(len(cells)) + column[known]
    people = group.stop - group.start
    held = np.bincount(place, weights=crowd.count[rows][known], minlength=people * len(cells))
    return held.astype(np.int64).reshape(people, len(cells))


def coarsened(
    service: NDArray[np.int8], month: NDArray[np.int32] | NDArray[np.int64], choices: ForSharing
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Codes of the services and months as the choices tell them: the first of a family, the first of a quarter."""
    told = np.array([told_as(service, choices.folded).code for service in Service])[service]
    step = QUARTER if choices.quarters else 1
    return told, (month.astype(np.int64) - 1) // step * step + 1


def _look(person: Person, window: Window) -> int:
    """Sex and age band as one number; what is not known, or not told, is a look of its own."""
    age = person.age_at_end(window)
    band = 0 if age is None else min(age, OLDEST) // NARROW_BAND + 1
    return _SEXES.get(person.sex, 0) * _AGES + band


def _months(start: NDArray[np.datetime64], own: NDArray[np.datetime64]) -> NDArray[np.int64]:
    """The month of each row, whose person's month 1 begins on the day ``own``: ``times.month_number`` of all at once."""
    day = np.maximum(start.astype("datetime64[D]"), own)
    months = day.astype("datetime64[M]").astype(np.int64) - own.astype("datetime64[M]").astype(np.int64)
    return months + (_day_of_month(day) >= _day_of_month(own))


def _day_of_month(days: NDArray[np.datetime64]) -> NDArray[np.int64]:
    return (days - days.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64)
