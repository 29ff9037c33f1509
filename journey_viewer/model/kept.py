"""What a case file holds of people."""

from dataclasses import dataclass, field

from journey_viewer.model.document import Document
from journey_viewer.model.imported import Imported
from journey_viewer.model.touchpoints import Touchpoints

NO_LISTS = Imported((), Touchpoints.of([]))


@dataclass(frozen=True, eq=False)
class Kept:
    """What the lists say, and what was chosen and written."""

    lists: Imported = NO_LISTS
    document: Document = field(default_factory=Document)
