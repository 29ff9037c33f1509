"""What the user said of lists, kept among the preferences: a hash of the headings, and no word of the list."""

from typing import Any

from journey_viewer.model.words import Service
from journey_viewer.reading.heading_map import HeadingMap
from journey_viewer.reading.profiles import Role
from journey_viewer.settings import keep_setting, load_settings

_NAME = "lists"
_SERVICES = "services"


def kept_heading_maps() -> tuple[HeadingMap, ...]:
    """All that can still be understood of what was kept."""
    kept = load_settings().get(_NAME)
    if not isinstance(kept, dict):
        return ()
    maps = (_heading_map(mark, told) for mark, told in kept.items())
    return tuple(one for one in maps if one is not None)


def keep_heading_map(told: HeadingMap) -> None:
    """Keep one, in place of an earlier one for the same headings."""
    kept = load_settings().get(_NAME)
    others = kept if isinstance(kept, dict) else {}
    columns = {role.value: place for role, place in told.columns.items()}
    service = told.service.value if told.service else None
    keep_setting(_NAME, others | {told.fingerprint: {"columns": columns, "service": service}})


def _heading_map(mark: str, told: Any) -> HeadingMap | None:
    try:
        columns = {Role(role): int(place) for role, place in told["columns"].items()}
        service = Service(told["service"]) if told["service"] else None
    except (TypeError, KeyError, ValueError, AttributeError):
        return None  # from another version, or changed by hand
    return HeadingMap(mark, columns, service)


def kept_services() -> dict[str, Service]:
    """Which service the lists with such a mark come from."""
    kept = load_settings().get(_SERVICES)
    services = kept.items() if isinstance(kept, dict) else ()
    return {mark: Service(service) for mark, service in services if service in list(Service)}


def keep_service(mark: str, service: Service) -> None:
    """Keep what was said of a list with this mark. Said of two services, it tells nothing from then on."""
    kept = load_settings().get(_SERVICES)
    others = kept if isinstance(kept, dict) else {}
    agreed = service.value if others.get(mark, service) == service else ""
    keep_setting(_SERVICES, others | {mark: agreed})
