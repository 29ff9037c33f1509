"""Referrals as the national data sets have them: each contact belongs to one, and the referral says whose it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from journeys import Person, Row, Team

_BEFORE = timedelta(7)  # a referral that the story does not tell came so long before the first contact


@dataclass
class Referral:
    person: Person
    team: Team
    received: datetime
    rejected: date | None = None
    contacts: list[Row] = field(default_factory=list)


def referrals(rows: Iterable[Row]) -> list[Referral]:
    """The referrals of each person to each team, with their contacts, as the story opens and refuses them."""
    made: list[Referral] = []
    newest: dict[tuple[Person, str], Referral] = {}
    for row in rows:
        of = row.person, row.team.name
        open_ = newest.get(of)
        if row.outcome == "Refused" and open_:
            open_.rejected = row.start.date()
        elif row.outcome == "Referred" or open_ is None or open_.rejected:
            newest[of] = open_ = Referral(row.person, row.team, _received(row))
            made.append(open_)
        if row.outcome not in ("Referred", "Refused"):
            open_.contacts.append(row)
    return made


def _received(row: Row) -> datetime:
    at_once = row.outcome == "Referred" or row.team.open == "always"
    return row.start if at_once else row.start - _BEFORE
