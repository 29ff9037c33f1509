import pytest

from journey_viewer.privacy.identifiers import Identifiers
from journey_viewer.privacy.words.scrubber import Scrubber

NOBODY = Identifiers(frozenset(), frozenset())


@pytest.fixture(scope="session")
def scrubber() -> Scrubber:
    return Scrubber(NOBODY)
