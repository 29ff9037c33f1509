import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.model.agenda import IMPROVEMENT, LONGEST, Agenda, Part, agenda, in_words


def told(of: Agenda) -> list[tuple[str, int]]:
    return [(slot.part.value, slot.minutes) for slot in of.slots]


def test_two_hours_for_five_cases() -> None:
    planned = agenda(120, 5)
    assert told(planned) == [
        ("Purpose", 5),
        ("The cases", 65),
        ("What they have in common", 25),
        ("Level of solution, and who else at the table", 15),
        ("Actions and the next date", 10),
    ]
    assert (planned.each, planned.remarks) == (13, ())
    assert planned.improvement == pytest.approx(115 / 120)


def test_what_was_carried_over_comes_first_a_minute_each_and_takes_half_of_the_time_for_actions_at_most() -> (
    None
):
    for carried, first, last in ((1, 1, 9), (3, 3, 7), (12, 5, 5)):
        slots = agenda(120, 5, carried).slots
        assert (slots[0].part, slots[0].minutes) == (Part.CARRIED, first)
        assert (slots[-1].part, slots[-1].minutes) == (Part.ACTIONS, last)


def test_where_there_is_too_little_time_it_says_what_fits_and_what_would_be_needed() -> None:
    (remark,) = agenda(120, 10).remarks
    assert remark == (
        "10 cases take 3 hours 45 minutes; the meeting has 2 hours. Choose 5, or meet for longer."
        " As it is, each case has 6 minutes, and 12 to 15 are needed."
    )
    assert (
        agenda(20, 1).remarks[0].startswith("1 case takes 25 minutes; the meeting has 20 minutes. Meet for")
    )
    assert "each case has less than a minute" in agenda(5, 40).remarks[0]


def test_the_time_that_it_says_would_be_needed_is_enough() -> None:
    assert agenda(225, 10).each == 12
    assert agenda(220, 10).each == 11


def test_where_there_is_too_much_time_it_says_that_too() -> None:
    planned = agenda(120, 2)
    assert (planned.each, planned.minutes_for(Part.SPARE)) == (LONGEST, 35)
    assert planned.remarks == (
        "Of the time, 35 minutes are not planned yet. There is room for 2 more cases.",
        "67% of the time is for improvement; at least 80% is asked for: see more cases, or meet for less time.",
    )


def test_without_a_case_it_says_where_they_are_chosen() -> None:
    assert agenda(120, 0).remarks[0] == "No case is chosen yet: tick those for the meeting in the deep dive."


@given(st.integers(0, 600), st.integers(0, 60), st.integers(0, 60))
def test_the_slots_follow_each_other_and_add_up_to_the_time(minutes: int, cases: int, carried: int) -> None:
    planned = agenda(minutes, cases, carried)
    assert sum(slot.minutes for slot in planned.slots) == minutes
    assert [slot.begins for slot in planned.slots] == [
        sum(slot.minutes for slot in planned.slots[:place]) for place in range(len(planned.slots))
    ]
    assert all(slot.minutes > 0 for slot in planned.slots)
    assert planned.minutes_for(Part.CASES) == planned.each * cases
    assert 0 <= planned.improvement <= 1
    assert (planned.improvement < IMPROVEMENT) == any("improvement" in remark for remark in planned.remarks)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (120, "2 hours"),
        (225, "3 hours 45 minutes"),
    ],
)
def test_lengths_in_words(minutes: int, words: str) -> None:
    assert in_words(minutes) == words
