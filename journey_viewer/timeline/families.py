"""Services as an anonymised case tells them: one by one, or a family of them as one lane with the family's name."""

from journey_viewer.model.words import Family, Service, family_name, family_of, family_services, service_name
from journey_viewer.privacy.anonymous_case import AnonymousCase
from journey_viewer.timeline.looking import Lanes, lane_name


def told_lanes(case: AnonymousCase) -> Lanes:
    """The usual lanes, with one for each family that is told as one."""
    lanes = Lanes()
    for family in Family:
        lanes = lanes.merge(family_services(family)) if family in case.folded else lanes
    return lanes


def told_lane(case: AnonymousCase, services: tuple[Service, ...]) -> str:
    """What stands beside a lane."""
    return told_service(case, services[0]) if len(services) > 1 else lane_name(services)


def told_service(case: AnonymousCase, service: Service) -> str:
    """A service's name, or that of its family where that is told as one."""
    family = family_of(service)
    return family_name(family) if family in case.folded and family is not None else service_name(service)
