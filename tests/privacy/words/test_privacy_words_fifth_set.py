"""The fifth set, which no rule was made from: what its first reading showed holds. What is wanted is 99.5 % and none left."""

import pytest
from invented_world import FIFTH, STRUCTURED
from measuring import Tally, table, tally
from sentences import UNSEEN, lists, sentences

our_scrubber = pytest.importorskip(
    "our_scrubber", reason="the scrubber is not here yet", exc_type=ImportError
)


@pytest.fixture(scope="module", params=[True, False], ids=["told", "untold"])
def read(request: pytest.FixtureRequest) -> Tally:
    told = lists(told=request.param, source=FIFTH)
    counted = tally(sentences(UNSEEN, source=FIFTH), our_scrubber.told_by(told))
    print("\n" + table(counted))  # noqa: T201 - shown where a test fails
    return counted


def test_no_fewer_identifiers_are_replaced_than_at_first(read: Tally) -> None:
    assert read.recall() >= 0.968
    assert read.recall(STRUCTURED) >= 0.993


def test_no_more_are_left_unmarked_than_at_first(read: Tally) -> None:
    assert len(read.survivors) <= 16


def test_no_fewer_clinical_words_are_kept_than_at_first(read: Tally) -> None:
    assert read.keeping >= 0.926
