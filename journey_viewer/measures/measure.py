"""Everything that is measured of one case."""

from dataclasses import dataclass

from journey_viewer.measures.cost import Cost, cost_of
from journey_viewer.measures.frequency import Frequency, frequency_of
from journey_viewer.measures.gaps import Gap, longest_gap
from journey_viewer.measures.gp_care import GpCare
from journey_viewer.measures.out_of_hours import HoursCounts, count_hours
from journey_viewer.measures.roles import RoleCounts, count_roles
from journey_viewer.measures.summary import Summary, summarise
from journey_viewer.measures.unit_costs import UnitCosts
from journey_viewer.measures.use import Use, use_of
from journey_viewer.measures.waits import Waits, waits_of
from journey_viewer.model.case import Case


@dataclass(frozen=True)
class Measures:
    """All measures of a case in its window; each is defined where its type is, and in resources/measures.toml.

    ``longest_gap``: of any length, None where there are no two contacts on days with a day between them.
    """

    summary: Summary
    frequency: Frequency
    roles: RoleCounts
    use: Use
    hours: HoursCounts
    waits: Waits
    longest_gap: Gap | None
    cost: Cost

    @property
    def gp(self) -> GpCare:
        return self.summary.gp


def measure(case: Case, costs: UnitCosts) -> Measures:
    """Every measure of one case, whose touchpoints are in time order; it takes time in proportion to them."""
    touchpoints = case.touchpoints
    return Measures(
        summary=summarise(case),
        frequency=frequency_of(case),
        roles=count_roles(touchpoints),
        use=use_of(touchpoints),
        hours=count_hours(touchpoints),
        waits=waits_of(case),
        longest_gap=longest_gap(case),
        cost=cost_of(case, costs),
    )
