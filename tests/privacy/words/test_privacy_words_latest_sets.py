"""The latest sets, from which nearly no rule was made: what was found in them holds. Wanted are 99.5 % and none left."""

import pytest
from invented_world import EIGHTEENTH, NINETEENTH, SEVENTEENTH, SIXTEENTH, STRUCTURED
from measuring import KEEPING, Tally, table, tally
from sentences import UNSEEN, lists, sentences

our_scrubber = pytest.importorskip(
    "our_scrubber", reason="the scrubber is not here yet", exc_type=ImportError
)

# First read, with no list loaded: of the sixteenth 99.1 % were replaced and 5 left, of the seventeenth 98.8 and 11, of the
# eighteenth 99.5 and 4; 97.4 to 98.0 % of clinical words were kept. How sure the net has to be was
# chosen on them since. The nineteenth was read after all that: 99.7 %, 4 left, 95.6 %; nothing was made from it.
READINGS = ((SIXTEENTH, 0.997, 1), (SEVENTEENTH, 0.990, 5), (EIGHTEENTH, 0.995, 2), (NINETEENTH, 0.996, 4))


@pytest.fixture(scope="module", params=READINGS, ids=["sixteenth", "seventeenth", "eighteenth", "nineteenth"])
def read(request: pytest.FixtureRequest) -> tuple[Tally, float, int]:
    source, recall, left = request.param
    scrub = our_scrubber.told_by(lists(told=False, source=source))
    counted = tally(sentences(UNSEEN, source=source), scrub)
    print("\n" + table(counted))  # noqa: T201 - shown where a test fails
    return counted, recall, left


def test_no_fewer_identifiers_are_replaced(read: tuple[Tally, float, int]) -> None:
    counted, recall, _ = read
    assert counted.recall() >= recall
    assert counted.recall(STRUCTURED) == 1.0


def test_no_more_are_left_unmarked(read: tuple[Tally, float, int]) -> None:
    counted, _, left = read
    assert len(counted.survivors) <= left


def test_no_fewer_clinical_words_are_kept(read: tuple[Tally, float, int]) -> None:
    counted, _, _ = read
    assert counted.keeping >= KEEPING
