"""What somebody put in place of a unit cost that comes with us."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class OwnCost:
    """One row of the table of unit costs as it is in this case file.

    ``gbp``: pounds, None where no figure is known · ``proxy``: whether the figure is of something like it ·
    ``what``: of a row that does not come with us what it is a cost of, else "".
    """

    gbp: float | None
    price_year: str = ""
    source: str = field(default="", repr=False)
    proxy: bool = False
    what: str = field(default="", repr=False)
