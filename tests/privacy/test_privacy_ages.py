import pytest

from journey_viewer.privacy.ages import age_band, description


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (0, "0–9"),
        (9, "0–9"),
        (10, "10–19"),
        (59, "50–59"),
        (89, "80–89"),
        (90, "90 or over"),
        (130, "90 or over"),
        (None, ""),
        (-1, ""),
    ],
)
def test_ages_leave_in_bands_of_ten_years(age: int | None, band: str) -> None:
    assert age_band(age) == band


@pytest.mark.parametrize(
    ("age", "band"),
    [(0, "0–4"), (17, "15–19"), (54, "50–54"), (55, "55–59"), (89, "85–89"), (95, "90 or over")],
)
def test_bands_of_five_years_are_there_for_those_who_choose_them(age: int, band: str) -> None:
    assert age_band(age, 5) == band


@pytest.mark.parametrize(
    ("sex", "band", "words"),
    [
        ("female", "50–59", "Woman, 50–59"),
        ("male", "90 or over", "Man, 90 or over"),
        ("female", "0–9", "Female, 0–9"),
        ("male", "10–19", "Male, 10–19"),
        ("male", "15–19", "Male, 15–19"),
        ("male", "", "Man"),
        ("other", "20–29", "20–29"),
        ("", "30–39", "30–39"),
        ("", "", "Age and sex not stated"),
    ],
)
def test_a_person_is_told_by_sex_and_band(sex: str, band: str, words: str) -> None:
    assert description(sex, band) == words
