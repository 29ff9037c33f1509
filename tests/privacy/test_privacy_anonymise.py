import ast
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journey_viewer
from journey_viewer.model.case import Case
from journey_viewer.model.people import Person, Sex
from journey_viewer.model.sharing import ForSharing, Shared
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.privacy.anonymous_case import AnonymousCase
from journey_viewer.privacy.identifiers import own_words
from journey_viewer.timeline.page import Page, lay_out_page

MakeCase = Callable[..., Case]
Lines = st.SearchStrategy[list[str]]
ADA = Person("Ada Zwyx", "9434765919", "L-77531", date(1947, 3, 9), date(2025, 12, 30), Sex.FEMALE)
SECRETS = ["ada", "zwyx", "9434765919", "77531", "1947", "lanyon", "quill", "pryce", "thwaite"]
SECRETS += ["secret reason", "secret place", "secret team", "secret mode", "secret file"]
HIDDEN = "".join(f"; {name}=Secret {what}" for name, what in zip(
    ("reason", "place", "named", "mode", "file"), ("reason", "place", "team", "mode", "file"), strict=True
))  # fmt: skip


def page_of(case: Case) -> Page:
    return lay_out_page(anonymise(case), lambda text, size, _: len(text) * size / 2)


def texts(page: Page) -> str:
    words = [page.described, page.notes, page.label, page.drawn.day_zero]
    words += [line.text for line in page.lines] + [item.text for item in page.key]
    words += [tick.label for tick in page.drawn.ticks] + [lane.name for lane in page.drawn.lanes]
    words += [lane.state for lane in page.drawn.lanes] + [silence.label for silence in page.drawn.silences]
    return "\n".join(words)


def test_one_doctor_in_several_spellings_is_one_in_what_leaves(journey: MakeCase) -> None:
    spellings = ("Dr A Patel", "PATEL, A (Dr)", "Dr B Patel", "Dr Patel")
    case = journey(*(f"2024-0{month}-05 gp; by={who}" for month, who in enumerate(spellings, start=1)))
    assert [told.clinician for told in anonymise(case).touchpoints] == ["GP 1", "GP 1", "GP 2", "GP 3"]


@pytest.mark.parametrize(
    ("lines", "months"),
    [
        (("2024-01-01 gp uncertain", "2024-03-20 gp", "2024-04-21 ae"), [1, 1, 2]),
        (("2024-01-01 gp", "2024-03-20 gp uncertain"), [1, 3]),
        (("2024-01-01 gp uncertain", "2024-03-20 gp uncertain"), [1, 3]),
    ],
)
def test_a_day_that_is_not_sure_begins_month_1_only_where_no_other_does(
    journey: MakeCase, lines: tuple[str, ...], months: list[int]
) -> None:
    assert [told.month for told in anonymise(journey(*lines)).touchpoints] == months


@given(data=st.data())
def test_nothing_that_identifies_is_anywhere_on_the_page(
    journey: MakeCase, any_journey: Lines, data: st.DataObject
) -> None:
    page = page_of(journey(*[line + HIDDEN for line in data.draw(any_journey)], person=ADA))
    shown = (texts(page) + repr(page.drawn.lanes)).casefold()
    assert [secret for secret in SECRETS if secret in shown] == []


@given(data=st.data())
def test_the_page_holds_no_date_and_no_word_but_our_own(
    journey: MakeCase, any_journey: Lines, data: st.DataObject
) -> None:
    shown = texts(page_of(journey(*data.draw(any_journey), person=ADA)))
    words = {word for word in re.findall(r"[^\W\d_]+", shown.casefold()) if len(word) > 1}
    assert words - own_words() == set()
    assert re.findall(r"\d{4,}|\d+[/.]\d+|\d+-\d+", shown) == []


def test_secrets_would_be_seen_if_they_were_there(journey: MakeCase) -> None:
    case = journey("2024-01-01 gp; by=Dr Lanyon")
    assert "quill" in texts(page_of(replace(case, label="Quill"))).casefold()


def shuffled(names: list[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.permutations(names).map(lambda others: dict(zip(names, others, strict=True)))


DOCTORS = ["Dr Lanyon", "Dr Quill", "Dr Abel", "Dr Zeta"]
OTHERS = [ADA, Person("Bo", "", "2", date(1945, 12, 31), None, Sex.FEMALE), Person("", "", "", date(1945, 12, 31), None, Sex.FEMALE)]  # fmt: skip


@given(
    st.lists(st.tuples(st.integers(0, 700), st.sampled_from(DOCTORS)), max_size=12),
    shuffled(DOCTORS),
    st.sampled_from(OTHERS),
)
def test_exchanging_identities_changes_nothing(
    journey: MakeCase, contacts: list[tuple[int, str]], renamed: dict[str, str], person: Person
) -> None:
    days = [date(2024, 1, 1) + timedelta(day) for day, _ in contacts]
    told = [
        f"{day} gp; by={by}; reason=a; place=b; named=c" for day, (_, by) in zip(days, contacts, strict=True)
    ]
    other = [
        f"{day} gp; by={renamed[by]}; reason=x; place=y" for day, (_, by) in zip(days, contacts, strict=True)
    ]
    one, two = (
        journey(*told, person=ADA, last="2025-12-30"),
        journey(*other, person=person, last="2025-12-30"),
    )
    assert anonymise(one) == anonymise(two)


@settings(max_examples=30)
@given(data=st.data())
def test_what_is_told_stays_inside_the_months_of_the_journey(
    journey: MakeCase, any_journey: Lines, data: st.DataObject
) -> None:
    case = anonymise(journey(*data.draw(any_journey)))
    for touchpoint in case.touchpoints:
        assert touchpoint.month - 1 < touchpoint.at < touchpoint.month <= case.months
        assert touchpoint.until is None or touchpoint.at <= touchpoint.until <= case.months
    for gap in case.gaps:
        assert 0 <= gap.after < gap.before <= case.months


def test_only_one_module_makes_anonymous_cases() -> None:
    package = Path(journey_viewer.__file__).parent
    makers = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == AnonymousCase.__name__
    }
    assert makers == {"privacy/anonymise.py"}


def test_time_leaves_as_months_and_order(journey: MakeCase) -> None:
    case = anonymise(
        journey("2024-03-15 gp", "2024-03-20 ae", "2024-04-14 gp", "2024-04-15 other", first="2024-02-01")
    )
    assert [touchpoint.month for touchpoint in case.touchpoints] == [1, 1, 1, 2]
    assert [touchpoint.at for touchpoint in case.touchpoints] == pytest.approx([1 / 6, 3 / 6, 5 / 6, 1.5])
    assert case.months == 2


def test_the_same_days_at_another_time_of_the_year_look_the_same(journey: MakeCase) -> None:
    spring = journey("2024-03-01 gp", "2024-03-29 ae")
    autumn = journey("2024-09-10 gp", "2024-09-28 ae")
    assert anonymise(spring) == anonymise(autumn)


@pytest.mark.parametrize(
    ("line", "lasting", "goes_on"),
    [
        ("2024-02-01 gp", "", False),
        ("2024-02-01T10:00 gp; until=2024-02-01T10:20", "", False),
        ("2024-02-01 inpatient stay; until=2024-02-04", "up to a week", False),
        ("2024-02-01 inpatient stay", "still open", True),
        ("2024-02-01 ae; until=2024-02-02T00:20", "", False),
        ("2024-02-01 inpatient stay cancelled_by_service; until=2024-02-09", "", False),
        ("2020-02-01 community open_service; until=2024-02-01", "from before the period", False),
    ],
)
def test_lengths_leave_in_words(journey: MakeCase, line: str, lasting: str, goes_on: bool) -> None:
    touchpoint = anonymise(journey(line, "2025-10-01 gp")).touchpoints[0]
    assert (touchpoint.lasting, touchpoint.goes_on) == (lasting, goes_on)


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("2024-01-01 inpatient stay; until=2024-01-04", 0.5 + 7 / 30),
        ("2024-01-01 inpatient stay; until=2024-01-28", 1.0),
        ("2024-01-01 inpatient stay; until=2024-02-02", 1.5),
        ("2024-01-20 inpatient stay; until=2024-02-15", 1.0),
        ("2023-06-01 inpatient stay; until=2024-01-04", 0.75),
        ("2024-01-01 inpatient stay", 22.0),
    ],
)
def test_a_stay_is_drawn_to_the_month_it_ended_in(journey: MakeCase, line: str, until: float) -> None:
    assert anonymise(journey(line, "2025-10-01 gp")).touchpoints[0].until == pytest.approx(until)


def gaps_of(case: Case) -> list[tuple[float, float, int]]:
    return [(gap.after, gap.before, gap.months) for gap in anonymise(case).gaps]


@pytest.mark.parametrize(
    ("before", "gaps"),
    [
        (["2024-01-01 gp"], [(1, 5, 4)]),
        (["2024-01-01 community open_service"], [(1, 5, 4)]),
        (["2024-01-01 community open_service; until=2024-06-01"], [(1, 5, 4)]),
        (["2024-01-01 inpatient stay; until=2024-01-20", "2024-01-11 gp"], [(2, 5, 3)]),
        (["2024-01-01 inpatient stay; until=2024-02-25"], [(2, 5, 3)]),
        (["2024-01-01 inpatient stay; until=2024-05-25"], []),
        (["2024-01-01 gp", "2024-04-01 ae"], [(1, 3, 2)]),
        (["2024-01-01 gp", "2024-02-01 ae did_not_attend"], [(1, 5, 4)]),
    ],
)
def test_a_gap_is_the_whole_months_without_a_contact(
    journey: MakeCase, before: list[str], gaps: list[tuple[float, float, int]]
) -> None:
    assert gaps_of(journey(*before, "2024-06-01 gp")) == gaps


@given(st.integers(1, 28), st.integers(0, 27))
def test_no_gap_tells_on_which_day_of_its_month_a_contact_was(
    journey: MakeCase, day: int, later: int
) -> None:
    first = journey(f"2024-01-{day:02} gp", f"2024-06-{day:02} gp")
    second = journey(f"2024-01-{day:02} gp", str(date(2024, 6, day) + timedelta(days=later)) + " gp")
    assert gaps_of(first) == gaps_of(second)


@given(st.integers(0, 27), st.integers(1, 31), st.booleans())
def test_a_stay_of_up_to_a_month_tells_nothing_of_the_day_it_began_on(
    journey: MakeCase, begins: int, nights: int, quarters: bool
) -> None:
    def told(day: int) -> AnonymousCase:
        start = date(2024, 2, 14) + timedelta(day)
        stay = f"{start} inpatient stay; until={start + timedelta(nights)}"
        case = journey("2024-02-14 gp", stay, "2024-07-20 gp")
        return anonymise(case, Shared(ForSharing(quarters=quarters)))

    assert told(begins) == told(0)


def test_where_a_stay_crosses_the_edge_of_the_window_its_length_is_told_nowhere(journey: MakeCase) -> None:
    lines = ("2024-03-01 gp", "2025-12-28 inpatient stay; until=2026-02-20")
    case = anonymise(journey(*lines))
    assert "1 hospital stay" in case.seen
    assert (case.touchpoints[1].lasting, case.touchpoints[1].goes_on) == ("still open", True)


def test_month_1_does_not_tell_when_the_period_begins(journey: MakeCase) -> None:
    case = anonymise(journey("2023-01-01 community open_service", "2024-03-15 gp", "2024-04-14 gp"))
    assert [touchpoint.month for touchpoint in case.touchpoints] == [1, 1, 1]


def test_the_age_is_that_at_the_end_or_at_death(journey: MakeCase) -> None:
    ada = replace(ADA, born=date(1935, 6, 1), died=date(2025, 5, 31))
    assert anonymise(journey(person=ada)).description == "Woman, 80–89"
    assert anonymise(journey(person=replace(ada, died=None))).description == "Woman, 90 or over"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([], "Case A: 0 touchpoints with 0 services in two years"),
        (["2024-01-01 gp"], "Case A: 1 touchpoint with 1 service in two years"),
        (["2024-01-01 gp", "2024-01-02 ae refused"], "Case A: 2 touchpoints with 2 services in two years"),
    ],
)
def test_the_title_is_the_counts(journey: MakeCase, lines: list[str], title: str) -> None:
    assert anonymise(journey(*lines)).title == title
