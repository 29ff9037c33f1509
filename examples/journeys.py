"""From the stories to dated rows: what is told is kept to the day, the rest is drawn by chance from a fixed seed."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).resolve().parent

# Minutes after midnight at which an appointment may begin.
APPOINTMENTS = (*range(510, 750, 10), *range(840, 1080, 10))
# How many of 100 people come to A&E at each hour of the day, roughly.
EMERGENCIES_BY_HOUR = (3, 2, 2, 2, 1, 1, 2, 2, 3, 5, 6, 6, 6, 5, 5, 5, 5, 6, 6, 7, 6, 6, 5, 3)
ON_PAPER = ("Referred", "Refused")  # a letter: nobody met anybody
NOT_SEEN = {
    "missed": "Did not attend",
    "cancelled": "Cancelled by patient",
    "cancelled_by_service": "Cancelled by service",
}


@dataclass(frozen=True)
class Person:
    name: str
    nhs_number: str
    born: date
    sex: str
    surgery: str
    doctors: tuple[str, ...]  # the usual one first
    usual: float  # the share of appointments that are with the usual one
    died: date | None
    system: str  # what the surgery keeps its records in
    mental_health: str  # why mental health is asked, as MHSDS codes it

    @property
    def forename(self) -> str:
        return self.name.split(" ", 1)[0]

    @property
    def surname(self) -> str:
        return self.name.split(" ", 1)[1]

    @property
    def digits(self) -> str:
        """The NHS number without spaces."""
        return self.nhs_number.replace(" ", "")


@dataclass(frozen=True)
class Team:
    name: str
    list_name: str
    paper: str
    code: str
    asks: str
    open: str
    steady: bool
    mode: str
    place: str
    staff: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One row of a list. ``written`` stands for the date where the typist wrote something else."""

    person: Person
    team: Team
    start: datetime
    end: date | str | None
    reason: str
    clinician: str
    outcome: str
    mode: str
    written: str | None

    @property
    def list_name(self) -> str:
        """The export or the sheet that this row comes in."""
        on_paper = self.outcome in ON_PAPER and self.team.paper
        return on_paper or self.team.list_name

    @property
    def place(self) -> str:
        return self.team.place or self.person.surgery


@dataclass(frozen=True)
class Town:
    seed: str
    bank_holidays: frozenset[date]
    teams: dict[str, Team]
    systems: dict[str, str]  # of each surgery
    modes: dict[str, list[str]]  # the words in a reason that say how it took place

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.bank_holidays


def read_town() -> Town:
    told = _read(HERE / "riverside.toml")
    return Town(
        told["seed"],
        frozenset(told["bank_holidays"]),
        {name: _team(name, team) for name, team in told["teams"].items()},
        told["surgeries"],
        told["modes"],
    )


def draw_rows(town: Town) -> list[Row]:
    """Every row of every story, person by person, each in order of time."""
    stories = [_read(path) for path in sorted((HERE / "stories").glob("*.toml"))]
    return [row for story in stories for row in _Chance(town, story).rows()]


class _Chance:
    """Chance within one story. Each has its own, so that a change in one leaves the others as they were."""

    def __init__(self, town: Town, story: dict[str, Any]) -> None:
        self._town = town
        self._story = story
        self._person = _person(story, town)
        self._random = Random(f"{town.seed}: {self._person.name}")
        self._taken = {(event["team"], _day(event["on"])) for event in story["events"]}
        self._workers: dict[str, str] = {}  # a steady team's own person for this one
        self._stays = [(_day(e["on"]), e["until"]) for e in story["events"] if e["team"] == "Inpatient"]

    def rows(self) -> list[Row]:
        rows = [*self._told(), *self._drawn()]
        return sorted(rows, key=lambda row: (row.start, row.team.name))

    def _told(self) -> Iterator[Row]:
        for event in self._story["events"]:
            row = self._row(event["team"], event["on"], event)
            yield from [row, row] if event.get("twice") else [row]

    def _drawn(self) -> Iterator[Row]:
        for phase in self._story["phases"]:
            for team, plan in phase["teams"].items():
                visits = self._visits(plan)
                days = self._days(self._town.teams[team], phase["from"], phase["to"], len(visits))
                for day, (reason, outcome) in zip(days, visits, strict=True):
                    yield self._row(team, day, {**plan, "reason": reason, "outcome": outcome})

    def _visits(self, plan: dict[str, Any]) -> list[tuple[str, str]]:
        """The reasons in the order told, as often as told, with the visits that did not happen among them."""
        reasons = plan.get("reasons", [])
        times = plan.get("times", len(reasons))
        visits = [(reasons[n % len(reasons)], "Attended") for n in range(times)]
        for key, outcome in NOT_SEEN.items():
            unseen = plan.get(key, [])
            places = sorted(self._random.sample(range(len(visits) + len(unseen)), len(unseen)))
            for place, reason in zip(places, unseen, strict=True):
                visits.insert(place, (reason, outcome))
        return visits

    def _days(self, team: Team, first: date, last: date, count: int) -> list[date]:
        length = (last - first).days + 1
        if team.steady:
            offsets = [int((n + 0.2 + 0.6 * self._random.random()) * length / count) for n in range(count)]
        else:
            offsets = self._random.sample(range(length), count)
        return sorted(self._free_day(team, first + timedelta(offset)) for offset in offsets)

    def _free_day(self, team: Team, day: date) -> date:
        """The first day from this one on that the team is open, has not seen the person, and can: not in hospital."""
        if team.open == "nights" and self._town.is_working_day(day) and self._random.random() < 0.4:
            day += timedelta(5 - day.weekday())  # it waits for Saturday, when the surgery is shut
        while (team.name, day) in self._taken or not self._is_open(team, day) or self._in_hospital(day):
            day += timedelta(1)
        self._taken.add((team.name, day))
        return day

    def _is_open(self, team: Team, day: date) -> bool:
        return team.open != "office" or self._town.is_working_day(day)

    def _in_hospital(self, day: date) -> bool:
        return any(first <= day < last for first, last in self._stays)

    def _row(self, team_name: str, on: date, told: dict[str, Any]) -> Row:
        team = self._town.teams[team_name]
        outcome = told.get("outcome", "Attended")
        met = outcome not in ON_PAPER
        return Row(
            self._person,
            team,
            on if isinstance(on, datetime) else datetime.combine(on, self._hour(team, on)),
            told.get("until"),
            told["reason"],
            (told.get("who") or self._clinician(team)) if met else "",
            outcome,
            self._mode(team, told["reason"]) if met else "",
            told.get("written"),
        )

    def _mode(self, team: Team, reason: str) -> str:
        for mode, words in self._town.modes.items():
            if any(word in reason.lower() for word in words):
                return mode
        return team.mode

    def _hour(self, team: Team, day: date) -> time:
        if team.open in ("office", "daily"):
            minutes = self._random.choice(APPOINTMENTS)
        elif team.open == "always":
            (hour,) = self._random.choices(range(24), EMERGENCIES_BY_HOUR)
            minutes = hour * 60 + self._random.randrange(60)
        elif self._town.is_working_day(day):
            minutes = self._random.randrange(18 * 60 + 30, 32 * 60) % (24 * 60)
        else:
            minutes = self._random.randrange(8 * 60, 24 * 60)
        return time(minutes // 60, minutes % 60)

    def _clinician(self, team: Team) -> str:
        if not team.staff:
            return self._doctor() if team.name == "GP surgery" else ""
        somebody = self._random.choice(team.staff)
        own = self._workers.setdefault(team.name, somebody)
        return own if team.steady and self._random.random() < 0.7 else somebody

    def _doctor(self) -> str:
        usual, *others = self._person.doctors
        return usual if self._random.random() < self._person.usual else self._random.choice(others)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _day(on: date) -> date:
    return on.date() if isinstance(on, datetime) else on


def _team(name: str, told: dict[str, Any]) -> Team:
    return Team(
        name,
        told["list"],
        told.get("paper", ""),
        told.get("code", ""),
        told.get("asks", ""),
        told["open"],
        told.get("steady", False),
        told["mode"],
        told.get("place", ""),
        tuple(told["staff"]),
    )


def _person(story: dict[str, Any], town: Town) -> Person:
    return Person(
        story["name"],
        story["nhs_number"],
        story["born"],
        story["sex"],
        story["surgery"],
        tuple(story["doctors"]),
        story["usual"],
        story.get("died"),
        town.systems[story["surgery"]],
        story.get("mental_health", ""),
    )
