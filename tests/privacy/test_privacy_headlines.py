import pytest

from journey_viewer.errors import IdentifierFound
from journey_viewer.measures.definitions import MeasureId
from journey_viewer.measures.headlines import Headline
from journey_viewer.privacy.headlines import coarse_headlines


@pytest.mark.parametrize(
    ("days", "label", "told"),
    [
        (19, "nights in hospital over 3 stays", "up to a month in hospital over 3 stays"),
        (1, "night in hospital over 1 stay", "a night in hospital over 1 stay"),
        (
            0,
            "days of waiting after a referral, at the longest",
            "less than a day of waiting after a referral, at the longest",
        ),
        (
            311,
            "days without a recorded contact, at the longest",
            "up to a year without a recorded contact, at the longest",
        ),
    ],
)
def test_exact_lengths_leave_as_classes(days: int, label: str, told: str) -> None:
    (coarse,) = coarse_headlines([Headline(MeasureId.NIGHTS, str(days), label, 3, days)])
    assert (f"{coarse.value} {coarse.label}", coarse.days) == (told, None)


def test_counts_and_shares_leave_as_they_are() -> None:
    share = Headline(MeasureId.MOST_SEEN, "29%", "of 21 GP practice contacts with the same clinician", 21)
    assert coarse_headlines([share]) == (share,)


@pytest.mark.parametrize("label", ["contacts with Dr Lanyon", "contacts from 1/3/2024", "contacts in 2024"])
def test_what_is_not_in_our_own_words_does_not_leave(label: str) -> None:
    with pytest.raises(IdentifierFound):
        coarse_headlines([Headline(MeasureId.CONTACTS, "3", label, 3)])
