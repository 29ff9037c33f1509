"""What a case file holds of people, and where it lies."""

from dataclasses import dataclass, field
from datetime import datetime

from journey_viewer.model.document import Document
from journey_viewer.model.imported import Imported
from journey_viewer.model.touchpoints import Touchpoints

NO_LISTS = Imported((), Touchpoints.of([]))


@dataclass(frozen=True, eq=False)
class Kept:
    """What the lists say, and what was chosen and written."""

    lists: Imported = NO_LISTS
    document: Document = field(default_factory=Document)


@dataclass(frozen=True)
class Keeping:
    """Where all this is kept: ``name`` of the case file, "" where nothing is kept ("look only").

    ``saved``: when it was last written. ``read_only``: it can be looked at only, because of what
    ``why`` says.
    """

    name: str = ""
    saved: datetime | None = None
    read_only: bool = False
    why: str = ""
