"""Who is at the top two years running, who was last year and is no longer, who is new."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journey_viewer.attendance.asked import BY_GP_CONTACTS, TOP, Mix, Years
from journey_viewer.attendance.lists import Attendance, PersonKey
from journey_viewer.attendance.ranking import Ranked, rank
from journey_viewer.model.days import month_number
from journey_viewer.model.people import Window
from journey_viewer.model.phrases import many


@dataclass(frozen=True)
class Turnover:
    """People of the first ``top`` of this year and of the year before, by one rule; each in the order of their rank.

    stayers, joiners: in the order of this year · leavers: in that of the year before.
    """

    top: int
    stayers: tuple[PersonKey, ...]
    leavers: tuple[PersonKey, ...]
    joiners: tuple[PersonKey, ...]

    @property
    def before(self) -> int:
        return len(self.stayers) + len(self.leavers)

    @property
    def stay_share(self) -> float | None:
        """Of last year's, those who are in this year's too; None where there was nobody."""
        return len(self.stayers) / self.before if self.before else None

    @property
    def sentence(self) -> str:
        """As in "of last year’s top 100, 34 are in this year’s"."""
        stay = len(self.stayers)
        return f"Of last year’s top {self.before}, {many(stay, 'is', 'are')} in this year’s."


def turnover(
    attendance: Attendance, years: Years, now: Sequence[Ranked], mix: Mix = BY_GP_CONTACTS, top: int = TOP
) -> Turnover:
    """Beside ``now``, the first ``top`` of this year by the mix."""
    before = rank(attendance, replace(years, this=years.before, before=_still_before(years)), mix, top)
    return between([one.person for one in before], [one.person for one in now], top)


def between(before: Sequence[PersonKey], now: Sequence[PersonKey], top: int) -> Turnover:
    """From two orders of people."""
    earlier, later = frozenset(before), frozenset(now)
    return Turnover(
        top,
        tuple(person for person in now if person in earlier),
        tuple(person for person in before if person not in later),
        tuple(person for person in now if person not in earlier),
    )


def _still_before(years: Years) -> Window:
    """The year before the one before, as long as each."""
    months = month_number(years.this.first) - month_number(years.before.first)
    return Years.until(years.before.last, months, years.closed).before
