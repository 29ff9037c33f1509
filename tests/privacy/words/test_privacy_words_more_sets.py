"""The third and the fourth set: what is found in them now that the rules were mended by the classes of what was missed."""

import pytest
from invented_world import FOURTH, STRUCTURED, THIRD, Source
from measuring import KEEPING, Tally, table, tally
from sentences import UNSEEN, lists, sentences

our_scrubber = pytest.importorskip(
    "our_scrubber", reason="the scrubber is not here yet", exc_type=ImportError
)

# First measured, 96.3 and 95.7 % of the third set were replaced, 98.0 and 97.7 % of the fourth, and 19 to 32 left unmarked.
FLOOR = 0.995  # of all identifiers are replaced


@pytest.fixture(
    scope="module",
    params=[(THIRD, True), (THIRD, False), (FOURTH, True), (FOURTH, False)],
    ids=["third-told", "third-untold", "fourth-told", "fourth-untold"],
)
def read(request: pytest.FixtureRequest) -> Tally:
    source: Source
    source, told = request.param
    counted = tally(sentences(UNSEEN, source=source), our_scrubber.told_by(lists(told=told, source=source)))
    print("\n" + table(counted))  # noqa: T201 - shown where a test fails
    return counted


def test_nearly_every_identifier_is_replaced(read: Tally) -> None:
    assert read.recall() >= FLOOR


def test_every_number_and_date_is_replaced(read: Tally) -> None:
    assert read.recall(STRUCTURED) == 1.0


def test_no_identifier_is_left_unmarked(read: Tally) -> None:
    assert read.survivors == ()


def test_most_clinical_words_are_kept(read: Tally) -> None:
    assert read.keeping >= KEEPING
