"""What one contact or stay costs on average: a table that comes with us, and that people can edit a copy of."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache

from journey_viewer.model.words import Kind, Service
from journey_viewer.paths import resource

_YES_NO = {"yes": True, "no": False, "": False}
_MOST = 1_000_000.0


class Unit(StrEnum):
    """What a cost is of. A short stay is one of up to one night, as in the National Cost Collection."""

    CONTACT = "contact"
    NIGHT = "night"
    SHORT_STAY = "short stay"
    LONG_STAY = "long stay"


@dataclass(frozen=True)
class UnitCost:
    """A row of the table; the fields are its columns.

    ``mode``: "" for every mode that has no row of its own · ``gbp``: pounds, None where no figure is known ·
    ``proxy``: whether the figure is of something like it · ``licence``: why it may come with us, "" for a local figure.
    """

    id: str
    service: Service
    kind: Kind
    mode: str
    what: str
    unit: Unit
    gbp: float | None
    price_year: str
    source: str
    proxy: bool
    licence: str


@dataclass(frozen=True)
class UnitCosts:
    """``problems``: sentences about lines that could not be used, never quoting what stands in them."""

    costs: tuple[UnitCost, ...] = ()
    problems: tuple[str, ...] = ()

    def of(self, service: Service, kind: Kind, mode: str) -> tuple[UnitCost, ...]:
        """The rows for this mode or, failing that, those for every mode; () where there is none."""
        rows = [cost for cost in self.costs if (cost.service, cost.kind) == (service, kind)]
        wanted = mode.casefold().strip()
        exact = tuple(cost for cost in rows if cost.mode == wanted)
        return exact or tuple(cost for cost in rows if not cost.mode)


COLUMNS = tuple(field.name for field in fields(UnitCost))
_NEEDED = ("service", "kind", "unit", "gbp")
_UNITS_OF = {Kind.CONTACT: (Unit.CONTACT,), Kind.STAY: (Unit.NIGHT, Unit.SHORT_STAY, Unit.LONG_STAY)}


@cache
def shipped_unit_costs() -> UnitCosts:
    """The table that comes with us: resources/unit_costs.csv."""
    return read_unit_costs(resource("unit_costs.csv").read_text(encoding="utf-8"))


def read_unit_costs(text: str) -> UnitCosts:
    """The table from CSV with the headings of ``COLUMNS``; what cannot be used is told in ``problems``.

    A cost may stay empty: then contacts of that sort have none, and are counted as such.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    try:
        lines = [(reader.line_num, row) for row in reader]
    except csv.Error:
        return UnitCosts(problems=("This is not a table that can be read. Save it as CSV and try again.",))
    missing = [column for column in _NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        return UnitCosts(problems=(f"The headings lack: {', '.join(missing)}.",))
    costs, problems = [], []
    for line, row in lines:
        cost = _cost({name: (row.get(name) or "").strip() for name in COLUMNS})
        if isinstance(cost, str):
            problems.append(f"Line {line}: {cost}")
        else:
            costs.append((line, cost))
    used, again = _once(costs)
    return UnitCosts(tuple(used), (*problems, *again))


def unit_costs_text(costs: Iterable[UnitCost]) -> str:
    """The table as CSV, to be edited and read again."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(cost) for cost in costs)
    return text.getvalue()


def _cells(cost: UnitCost) -> Iterator[str]:
    for name in COLUMNS:
        value = getattr(cost, name)
        match value:
            case None:
                yield ""
            case bool():
                yield "yes" if value else "no"
            case float():
                yield f"{value:.2f}"
            case _:
                yield str(value)


def _cost(cells: dict[str, str]) -> UnitCost | str:
    """The row, or the sentence that says why it cannot be used."""
    service, kind, unit = (cells[name].casefold() for name in ("service", "kind", "unit"))
    if service not in set(Service):
        return f"the service must be one of {', '.join(Service)}."
    if kind not in _UNITS_OF:
        return f"the kind must be {' or '.join(_UNITS_OF)}."
    if unit not in _UNITS_OF[Kind(kind)]:
        return f"the unit of a {kind} must be {' or '.join(_UNITS_OF[Kind(kind)])}."
    if cells["proxy"].casefold() not in _YES_NO:
        return "the proxy must be yes or no."
    try:
        gbp = pounds(cells["gbp"])
    except ValueError:
        return "the cost must be an amount in pounds, 0 or more, or empty where it is not known."
    return UnitCost(
        id=cells["id"],
        service=Service(service),
        kind=Kind(kind),
        mode=cells["mode"].casefold(),
        what=cells["what"],
        unit=Unit(unit),
        gbp=gbp,
        price_year=cells["price_year"],
        source=cells["source"],
        proxy=_YES_NO[cells["proxy"].casefold()],
        licence=cells["licence"],
    )


def pounds(text: str) -> float | None:
    """The amount as people write it ("£1,250.50"), None where nothing is written. Raises ValueError where it is no amount of pounds."""
    if not text:
        return None
    amount = float(text.removeprefix("£").replace(",", ""))
    if not 0 <= amount <= _MOST:  # also false of what is not a number
        raise ValueError
    return round(amount, 2)


def _once(costs: Iterable[tuple[int, UnitCost]]) -> tuple[list[UnitCost], list[str]]:
    """Each contact and stay has one cost: of two rows for the same the first counts, and the other is told."""
    used: list[UnitCost] = []
    problems = []
    taken: dict[tuple[Service, Kind, str], set[Unit]] = defaultdict(set)
    for line, cost in costs:
        units = taken[cost.service, cost.kind, cost.mode]
        if cost.unit in units:
            problems.append(f"Line {line}: an earlier line gives the cost of the same already.")
        elif units and Unit.NIGHT in {cost.unit, *units}:
            problems.append(
                f"Line {line}: an earlier line costs these stays by night, or whole; one way is enough."
            )
        else:
            units.add(cost.unit)
            used.append(cost)
    return used, problems
