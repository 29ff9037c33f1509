"""What the scrubber finds in sentences that were written apart from it; the whole set is read by `make torture`."""

from collections.abc import Sequence

import pytest
from invented_world import STRUCTURED, What
from measuring import KEEPING, RECALL, Tally, table, tally
from sentences import Sentence, lists, sentences

SOME = 1_000  # identifiers, in about 400 sentences

our_scrubber = pytest.importorskip(
    "our_scrubber", reason="the scrubber is not here yet", exc_type=ImportError
)


@pytest.fixture(scope="module")
def some() -> Sequence[Sentence]:
    return sentences(SOME, seed=60)


@pytest.fixture(scope="module")
def told(some: Sequence[Sentence]) -> Tally:
    """Read with what the lists know."""
    counted = tally(some, our_scrubber.told_by(lists(told=True)))
    print("\n" + table(counted))  # noqa: T201 - shown where a test fails
    return counted


@pytest.fixture(scope="module")
def untold(some: Sequence[Sentence]) -> Tally:
    """Read where the lists know nothing at all."""
    counted = tally(some, our_scrubber.told_by(lists(told=False)))
    print("\n" + table(counted))  # noqa: T201 - shown where a test fails
    return counted


def test_at_least_995_of_1000_identifiers_are_replaced(told: Tally) -> None:
    assert told.recall() >= RECALL


@pytest.mark.parametrize("what", sorted(STRUCTURED))
def test_every_number_date_and_address_of_a_kind_is_replaced(told: Tally, what: What) -> None:
    assert told.recall([what]) == 1.0


def test_what_is_not_replaced_is_highlighted(told: Tally) -> None:
    assert told.survivors == ()


def test_at_least_95_of_100_clinical_words_are_kept(told: Tally) -> None:
    assert told.keeping >= KEEPING


def test_numbers_and_dates_are_replaced_though_no_list_knows_them(untold: Tally) -> None:
    assert untold.recall(STRUCTURED) == 1.0


def test_no_name_is_left_unmarked_though_no_list_knows_anybody(untold: Tally) -> None:
    assert untold.survivors == ()
