"""Weekends and bank holidays on an axis that is looked at closely."""

from collections.abc import Callable
from datetime import date

from timeline_kit import FRAME, width

from journey_viewer.model.case import Case
from journey_viewer.timeline.lay_out import lay_out
from journey_viewer.timeline.layout import Layout
from journey_viewer.timeline.looking import Looking
from journey_viewer.timeline.shading import holiday_at

MakeCase = Callable[..., Case]


def christmas(journey: MakeCase, *lines: str, until: str = "2025-01-10") -> Layout:
    first, last = (date.fromisoformat(day).toordinal() for day in ("2024-12-15", until))
    case = journey("2024-01-02 gp", *lines, last="2025-06-30")
    return lay_out(case, FRAME, width, Looking(first=first, last=last))


def test_bank_holidays_are_named_under_the_plot_clear_of_each_other(journey: MakeCase) -> None:
    layout = christmas(journey, *[f"2024-12-{day} gp" for day in range(15, 32)])
    assert [shade.name for shade in layout.shades if shade.name] == [
        "Christmas Day",
        "Boxing Day",
        "New Year's Day",
    ]
    assert [shade.label for shade in layout.shades if shade.label] == ["Christmas Day", "New Year's Day"]


def test_the_name_of_a_bank_holiday_makes_way_for_the_words_of_a_silence(journey: MakeCase) -> None:
    layout = christmas(journey, "2025-06-01 gp")
    assert any(silence.label for silence in layout.silences)
    half = width(layout.silences[0].label, FRAME.text, False) / 2
    for shade in layout.shades:
        if shade.label:
            beside = abs(shade.middle - layout.silences[0].middle)
            assert beside >= half + width(shade.label, FRAME.text, False) / 2


def test_what_day_a_place_is_can_be_asked(journey: MakeCase) -> None:
    layout = christmas(journey)
    boxing_day = date(2024, 12, 26).toordinal()
    assert holiday_at(layout, layout.scale(boxing_day + 0.5)) == "Boxing Day"
    assert holiday_at(layout, layout.scale(boxing_day + 1.5)) == ""
    assert holiday_at(layout, layout.left - 20) == ""
