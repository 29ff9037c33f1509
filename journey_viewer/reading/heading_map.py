"""What the user said of a list that no profile knows, remembered by its headings alone."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journey_viewer.model.words import Service
from journey_viewer.reading.profiles import Gives, Profile, Role, heading_key

OWN_LIST = "Your own list"


@dataclass(frozen=True)
class HeadingMap:
    """Which column is what, by place from 0, and the service of rows that name none.

    ``fingerprint`` is a hash of the headings: of the list itself nothing is kept.
    """

    fingerprint: str
    columns: Mapping[Role, int]
    service: Service | None = None

    def profile(self, headings: Sequence[str]) -> Profile:
        """The profile of a list with these headings."""
        named = {role: (heading_key(headings[place]),) for role, place in self.columns.items()}
        return Profile(
            id="own_list",
            name=OWN_LIST,
            gives=Gives.TOUCHPOINTS,
            columns=named,
            usual_service=self.service,
            person_given_once=True,
        )


def fingerprint(headings: Sequence[str]) -> str:
    """The same for the same headings in the same order, whatever their case and punctuation."""
    keys = "\n".join(map(heading_key, headings))
    return hashlib.sha256(keys.encode()).hexdigest()[:32]
