"""How the GP contacts of a list are spread over its people: the curve, and how many come how often."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from journey_viewer.attendance.asked import Years
from journey_viewer.attendance.counted import begins_in, gp_contact, month_column, on_list
from journey_viewer.attendance.lists import Attendance, Table
from journey_viewer.model.people import Window

_YEAR = 365.25
MANY_IN_A_MONTH, MANY_IN_A_YEAR = 3, 30
"""More than this is many: the field's own thresholds for a deep dive."""


@dataclass(frozen=True)
class Band:
    """People whose GP contacts come to ``least`` or more a year and to no higher band."""

    name: str
    least: int


BANDS = (
    Band("weekly or more", 52),
    Band("every two weeks", 26),
    Band("monthly", 12),
    Band("every two months", 6),
    Band("one to five a year", 1),
    Band("none", 0),
)


@dataclass(frozen=True)
class Spread:
    """How many people have how many GP contacts in a window, most contacts first.

    ``people`` counts those without any too: everybody on the list, or as many as the list is known to have.
    """

    window: Window
    steps: tuple[tuple[int, int], ...]
    people: int

    @property
    def contacts(self) -> int:
        return sum(contacts * people for contacts, people in self.steps)

    def share_of_busiest(self, share: float) -> float | None:
        """Of all GP contacts, those of the busiest ``share`` (0–1) of people; None where there is no contact.

        Where the edge falls among people who have equally many, as many of them count as there is room
        for, a part of one person too: so it does not matter which of them come first.
        """
        if not self.contacts:
            return None
        room, taken = share * self.people, 0.0
        for contacts, people in self.steps:
            counted = min(room, people)
            taken += contacts * counted
            room -= counted
            if room <= 0:
                break
        return taken / self.contacts

    @property
    def curve(self) -> Sequence[tuple[float, float]]:
        """The corners of the curve, from (0, 0) to (1, 1): share of people, busiest first; share of contacts."""
        if not self.contacts:
            return ()
        people = accumulate((count for _, count in self.steps), initial=0)
        contacts = accumulate((each * count for each, count in self.steps), initial=0)
        corners = [(p / self.people, c / self.contacts) for p, c in zip(people, contacts, strict=True)]
        return corners if corners[-1][0] == 1 else [*corners, (1.0, 1.0)]

    @property
    def bands(self) -> Mapping[str, int]:
        """How many people are in each of BANDS; in a window that is no year, contacts are brought to a year."""
        told = dict.fromkeys((band.name for band in BANDS), 0)
        for contacts, people in self.steps:
            told[self._band(contacts).name] += people
        told[BANDS[-1].name] = self.people - sum(people for contacts, people in self.steps if contacts)
        return told

    def _band(self, contacts: int) -> Band:
        a_year = self.a_year(contacts)
        return next((band for band in BANDS if a_year >= band.least), BANDS[-2])

    def a_year(self, contacts: int) -> float:
        """So many contacts of the window brought to a year; a window of a year, leap or not, stays as it is."""
        return float(contacts) if self.window.days in (365, 366) else contacts * _YEAR / self.window.days

    @property
    def over_thirty_a_year(self) -> int:
        return sum(people for each, people in self.steps if self.a_year(each) > MANY_IN_A_YEAR)

    @property
    def mean(self) -> float | None:
        """GP contacts a person, those without any counted."""
        return self.contacts / self.people if self.people else None


def spread_table(touchpoints: Table, window: Window) -> Table:
    """Columns: contacts · people: how many people have as many GP contacts in the window."""
    gp = touchpoints.filter(begins_in(touchpoints, window) & gp_contact(touchpoints))
    each = gp.group_by("person").aggregate(contacts=gp.count())
    return each.group_by("contacts").aggregate(people=each.count())


def spread_of(attendance: Attendance, window: Window, list_size: int | None = None) -> Spread:
    """``list_size``: how many people are registered, where the list holds only those who came."""
    rows = attendance.rows(spread_table(attendance.touchpoints, window))
    people = attendance.people
    here = people.aggregate(people=people.count(where=on_list(people, window)))
    size = max(int(attendance.rows(here)[0]["people"]), list_size or 0)
    return spread(window, {row["contacts"]: row["people"] for row in rows}, size)


def spread(window: Window, people_with: Mapping[int, int], people: int) -> Spread:
    """From how many people have as many contacts; whoever is not among them has none."""
    steps = tuple(sorted(((int(c), int(p)) for c, p in people_with.items() if c), reverse=True))
    seen = sum(count for _, count in steps)
    rest = max(people, seen) - seen
    return Spread(window, (*steps, (0, rest)) if rest else steps, seen + rest)


def many_in_a_month_table(touchpoints: Table, years: Years) -> Table:
    """Columns: person · months: in how many months of this year a person had more than three GP contacts."""
    gp = touchpoints.filter(begins_in(touchpoints, years.this) & gp_contact(touchpoints))
    gp = gp.select("person", month=month_column(gp))
    each = gp.group_by("person", "month").aggregate(contacts=gp.count())
    many = each.filter(each.contacts > MANY_IN_A_MONTH)
    return many.group_by("person").aggregate(months=many.count())


def many_in_a_month(attendance: Attendance, years: Years) -> int:
    """How many people had more than three GP contacts in some calendar month of this year."""
    many = many_in_a_month_table(attendance.touchpoints, years)
    return int(attendance.rows(many.aggregate(people=many.count()))[0]["people"])
