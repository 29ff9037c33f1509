"""What leaves of what rules found: nothing dismissed, folded or left out, and nothing finer than the picture."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from journey_viewer.model.case import Case
from journey_viewer.model.findings import Finding, Said
from journey_viewer.model.sharing import ForSharing, Shared
from journey_viewer.model.words import Family
from journey_viewer.patterns.find import find_patterns
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.timeline.case_words import heading_of

MakeCase = Callable[..., Case]
PAIRS = [
    f"2024-{month:02}-{day:02} {service}" for month in (2, 5, 9) for day, service in ((3, "gp"), (6, "ae"))
]
CLUSTER = ["2024-01-02 gp", "2024-04-03 urgent_111", "2024-04-06 ambulance", "2024-04-12 ae"]
ALL_3 = "All 3 A&E visits came within 7 days of a GP contact"
EDGES = ("03-31", "04-01", "06-30", "07-01", "09-30", "10-01")
INSIDE = ("03-30", "03-31", "06-29", "06-30", "09-29", "09-30")
BOUNCED = [f"2024-01-{day:02} community referral refused" for day in (2, 12, 22)]
BOUNCED.append("2024-02-01 community referral referred")
WARD = "2024-02-01 inpatient stay; until=2024-02-09; reason=acute psychiatric ward"


def keys(case: Case, pattern: str) -> list[str]:
    return [
        str(one.key) for one in find_patterns(case) if isinstance(one, Finding) and one.pattern == pattern
    ]


def test_the_title_states_the_strongest_finding_unless_somebody_wrote_one(journey: MakeCase) -> None:
    case = journey(*PAIRS)
    assert anonymise(case).strongest == ALL_3
    assert heading_of(anonymise(case)) == "Case A: all 3 A&E visits came within 7 days of a GP contact"
    own = anonymise(case, Shared(ForSharing(headline="One plan")), lambda text, _: text)
    assert heading_of(own) == "Case A: One plan"


def test_without_a_strong_finding_the_counts_are_the_title(journey: MakeCase) -> None:
    case = anonymise(journey("2024-01-01 gp"))
    assert (case.strongest, heading_of(case)) == ("", case.title)


def test_what_somebody_dismissed_is_nowhere(journey: MakeCase) -> None:
    case = journey(*PAIRS)
    told = anonymise(case, Shared(said=dict.fromkeys(keys(case, "P01"), Said.DISMISSED)))
    assert (told.shows["P01"], told.found) == (0, ())
    assert "GP contact" not in told.strongest


def test_a_dismissed_finding_does_not_come_back_through_a_contact_that_was_left_out(
    journey: MakeCase,
) -> None:
    case = journey("2024-02-01 gp", *PAIRS)
    said = dict.fromkeys(keys(case, "P01"), Said.DISMISSED)
    nearer = int(
        case.touchpoints.number[1]
    )  # the GP contact of the first pair: the one before it is near as well
    told = anonymise(case, Shared(ForSharing(dropped=frozenset({nearer})), said=said))
    assert told.shows["P01"] == 0


@pytest.mark.parametrize(("family", "lines"), [(Family.URGENT, PAIRS), (Family.COMMUNITY, BOUNCED)])
def test_nothing_is_told_of_a_service_that_is_told_as_its_family(
    journey: MakeCase, family: Family, lines: list[str]
) -> None:
    assert anonymise(journey(*lines)).strongest
    folded = anonymise(journey(*lines), Shared(ForSharing(folded=frozenset({family}))))
    assert (folded.strongest, folded.found) == ("", ())
    assert folded.shows["P01"] is folded.shows["P07"] is None


def test_what_was_left_out_is_in_no_count(journey: MakeCase) -> None:
    case = journey(*PAIRS, "2024-11-01 gp", "2024-11-03 ae")
    last = int(case.touchpoints.number[-1])
    assert anonymise(case, Shared(ForSharing(dropped=frozenset({last})))).strongest == ALL_3


@pytest.mark.parametrize(
    ("withheld", "told"), [(0, "3 missed appointments in a row or within 12 months"), (1, "")]
)
def test_where_contacts_are_withheld_no_title_says_what_did_not_happen(
    journey: MakeCase, withheld: int, told: str
) -> None:
    lines = [f"2024-0{month}-02 outpatient did_not_attend" for month in (1, 2, 3)]
    case = anonymise(journey(*lines), Shared(withheld=withheld))
    assert (case.strongest, case.shows["P06"]) == (told, 3)


def test_that_a_ward_was_for_mental_health_is_not_told_where_only_a_reason_says_so(journey: MakeCase) -> None:
    case = journey("2024-01-01 mental_health", WARD, "2024-06-01 gp")
    assert keys(case, "P04")
    assert not anonymise(case).shows["P04"]
    assert anonymise(case, Shared(reasons=True)).shows["P04"] == 1


def test_what_rests_on_reasons_is_told_only_where_these_are_shared(journey: MakeCase) -> None:
    lines = [f"2024-0{month}-01 gp; reason=lonely, worried about debt" for month in range(1, 8)]
    assert anonymise(journey(*lines)).shows["P24"] is None
    assert anonymise(journey(*lines), Shared(reasons=True)).shows["P24"]


def test_no_title_says_how_many_days_something_took(journey: MakeCase) -> None:
    """A problem that went round three times: how long each round took is exact."""
    rounds = [
        f"2024-{month:02}-{day:02} {service}; reason=back pain"
        for month in (1, 5, 9)
        for day, service in ((2, "gp"), (9, "community"), (24, "gp"))
    ]
    told = anonymise(journey(*rounds), Shared(reasons=True))
    assert told.strongest == "Problems round the services and back, 3 times, each within 180 days"


def test_a_rule_with_an_age_of_its_own_is_never_told(journey: MakeCase) -> None:
    assert anonymise(journey(*PAIRS), Shared(reasons=True)).shows["P23"] is None


def test_a_band_reaches_over_whole_months(journey: MakeCase) -> None:
    (band,) = (one for one in anonymise(journey(*CLUSTER)).found if one.first is not None)
    assert (band.name, band.first, band.last, band.contacts) == ("Crisis cluster", 3.0, 4.0, (1, 2, 3))
    quarters = anonymise(journey(*CLUSTER), Shared(ForSharing(quarters=True)))
    assert [(one.first, one.last) for one in quarters.found if one.first is not None] == [(3.0, 6.0)]


def test_links_lead_from_the_contact_that_came_first(journey: MakeCase) -> None:
    links = [one.links for one in anonymise(journey(*PAIRS)).found]
    assert links == [((0, 1),), ((2, 3),), ((4, 5),)]


def test_no_link_says_that_a_contact_was_at_its_months_edge(journey: MakeCase) -> None:
    """A visit a day after the GP, the one seen in month 2 and the other in month 3, would tell both days."""
    edge = journey("2024-01-01 gp", "2024-02-28 gp", "2024-02-29 gp", "2024-03-01 ae")
    told = anonymise(edge)
    assert [one.month for one in told.touchpoints] == [1, 2, 2, 3]
    assert told.shows["P01"] == 0
    assert told.found == ()


def on(*days: str, who: tuple[str, str] = ("gp", "ae")) -> list[str]:
    """A journey whose month 1 begins on the first of January, and these days, turn and turn about."""
    return ["2024-01-01 gp", *(f"2024-{day} {who[place % 2]}" for place, day in enumerate(days))]


SOON = "A&E visits came within 7 days of a GP contact"
MISSED = ("gp did_not_attend", "ae")
CRISES = ("ambulance", "ae")


@pytest.mark.parametrize(
    ("lines", "pattern", "count", "title"),
    [
        (on(*INSIDE), "P01", 3, f"All 3 {SOON}"),
        (on(*EDGES), "P01", 0, ""),
        (on(*INSIDE, *EDGES[:2]), "P01", 3, f"3 of 4 {SOON}, counted inside one month"),
        (on(*INSIDE, "11-05", "11-25"), "P01", 3, f"3 of 4 {SOON}, counted inside one month"),
        (on("04-01", "04-08", "04-14", who=CRISES), "P11", 1, None),
        (on("04-24", "04-30", "05-06", who=CRISES), "P11", 0, None),
        (
            on("03-31", "04-01", "06-11", "06-12", who=MISSED),
            "P06",
            2,
            None,
        ),
        (on("03-31", "04-01", who=MISSED), "P06", 0, None),
        (on("03-30", "03-31", who=MISSED), "P06", 1, None),
    ],
)
def test_what_is_told_of_contacts_soon_after_one_another_lies_inside_one_month(
    journey: MakeCase, lines: list[str], pattern: str, count: int, title: str | None
) -> None:
    told = anonymise(journey(*sorted(lines)))
    assert told.shows[pattern] == count
    assert title is None or told.strongest == title


STAYS = "2024-{0} inpatient stay; until=2024-{1}; reason=emergency admission"


@pytest.mark.parametrize(
    ("stays", "quarters", "count"),
    [
        (("03-20", "03-25", "04-10", "04-12"), False, 1),
        (("03-20", "03-25", "04-10", "04-12"), True, 0),
        (("01-20", "01-31", "03-01", "03-02"), False, 0),
    ],
    ids=["the next month", "the next quarter", "a month between"],
)
def test_thirty_days_reach_into_the_next_month_and_no_further(
    journey: MakeCase, stays: tuple[str, ...], quarters: bool, count: int
) -> None:
    lines = ["2024-01-01 gp", STAYS.format(*stays[:2]), STAYS.format(*stays[2:]), "2024-09-01 gp"]
    assert keys(journey(*lines), "P03")
    assert anonymise(journey(*lines), Shared(ForSharing(quarters=quarters))).shows["P03"] == count


SHORT_STAY = "2024-03-10 mental_health stay; until=2024-03-{0}"


@pytest.mark.parametrize(
    ("ends", "next_contact", "shows"),
    [
        ("30", "04-01", None),
        ("12", "04-20", None),
        ("12", "03-14", 0),
        ("12", "03-25", 1),
        ("12", "05-02", None),
        ("12", "06-02", 1),
    ],
    ids=[
        "in time, the month after",
        "late, the month after",
        "in time, same month",
        "late, same month",
        "after the month in which it may have ended",
        "much later",
    ],
)
def test_of_the_month_after_a_mental_health_stay_no_follow_up_is_told(
    journey: MakeCase, ends: str, next_contact: str, shows: int | None
) -> None:
    case = journey(
        "2024-01-01 gp", SHORT_STAY.format(ends), f"2024-{next_contact} mental_health", "2024-09-01 gp"
    )
    assert anonymise(case).shows["P04"] == shows


@pytest.mark.parametrize("nights", [1, 5])
@pytest.mark.parametrize(
    ("pattern", "lines"),
    [
        ("P03", ("inpatient", "05-02 inpatient stay; until=2024-08-20; reason=emergency admission")),
        ("P04", ("mental_health", "04-15 mental_health")),
        ("P04", ("mental_health", "05-20 mental_health")),
        ("P05", ("inpatient", "05-02 ae")),
    ],
)
def test_what_followed_a_short_stay_does_not_tell_on_which_day_of_its_month_it_began(
    journey: MakeCase, pattern: str, lines: tuple[str, str], nights: int
) -> None:
    """It is not told whether it ended in the next month, and so no rule that counts from its end may say so."""
    lane, then = lines
    began = [date(2024, 3, day) for day in (2, 25, 29, 31)]
    stays = [f"{day} {lane} stay; until={day + timedelta(nights)}" for day in began]
    cases = [journey("2024-01-01 gp", stay, f"2024-{then}", "2024-09-20 gp") for stay in stays]
    assert len({anonymise(case).shows[pattern] for case in cases}) == 1


def test_of_a_mental_health_stay_that_ended_with_the_period_no_follow_up_is_told(journey: MakeCase) -> None:
    stays = [f"2025-10-10 mental_health stay; until=2025-12-{day}" for day in ("20", "28", "30")]
    told = [anonymise(journey("2024-01-01 gp", stay)).shows["P04"] for stay in stays]
    assert told == [None] * 3


@pytest.mark.parametrize(
    ("pattern", "lines", "shows"),
    [
        ("P27", ("03-29 community referral referred", "08-02 community"), None),
        ("P27", ("03-02 community referral referred", "08-29 community"), None),
        ("P27", ("03-15 community referral referred", "07-28 community"), 1),
        ("P27", ("03-15 community referral referred", "06-20 community"), 0),
        ("P12", ("02-20 gp", "03-01 gp", "05-31 ae"), 0),
        ("P12", ("02-20 gp", "03-01 gp", "06-10 ae"), 1),
    ],
    ids=["in time by a day or two", "the same months, late", "late", "in time", "just long enough", "long"],
)
def test_waits_and_gaps_of_nearly_whole_months_are_not_judged(
    journey: MakeCase, pattern: str, lines: tuple[str, ...], shows: int | None
) -> None:
    days = [
        *(f"2024-{day:02}-{n} gp" for day, n in ((1, "01"), (1, "20"), (2, "05"))),
        *(f"2024-{line}" for line in lines),
    ]
    assert anonymise(journey(*days)).shows[pattern] == shows


@pytest.mark.parametrize(
    ("threshold", "days", "told"),
    [
        ("P05.days", 55.0, False),
        ("P05.days", 45.0, True),
        ("P05.days", 60.0, True),
        ("P12.days", 55.0, False),
        ("P12.days", 120.0, True),
        ("P16.days", 14.0, False),
        ("P16.days", 90.0, True),
    ],
)
def test_a_rule_that_looks_at_nearly_whole_months_tells_nothing(
    journey: MakeCase, threshold: str, days: float, *, told: bool
) -> None:
    case = journey("2024-01-01 gp", STAYS.format("02-10", "03-02"), "2024-04-29 community")
    shows = anonymise(case, Shared(thresholds={threshold: days})).shows
    assert (shows[threshold.partition(".")[0]] is not None) == told


@pytest.mark.parametrize(
    ("days", "shows"),
    [
        (("03-31 ambulance", "04-01 ae"), None),
        (("03-11 ambulance", "04-20 ae"), None),
        (("03-20 ambulance", "03-21 ae"), 0),
        (("03-20 ambulance", "03-28 gp", "04-20 ae"), 2),
    ],
    ids=["the day after", "the month after", "in one month", "with something between"],
)
def test_whether_an_ambulance_took_somebody_in_does_not_tell_the_last_day_of_a_month(
    journey: MakeCase, days: tuple[str, ...], shows: int | None
) -> None:
    lines = ("2024-01-01 gp", "2024-03-10 ambulance", *(f"2024-{day}" for day in days), "2024-09-01 gp")
    assert anonymise(journey(*lines)).shows["P22"] == shows


@pytest.mark.parametrize(
    ("first", "began", "shows"),
    [(("28", "04-02"), "05-01", 0), (("10", "03-12"), "05-20", 0), (("28", "03-30"), "04-20", None)],
    ids=["soon, in the month after the next", "late, in the same months", "in the next month"],
)
def test_that_nothing_says_how_a_stay_began_does_not_tell_that_it_was_soon(
    journey: MakeCase, first: tuple[str, str], began: str, shows: int | None
) -> None:
    stays = (
        f"2024-03-{first[0]} inpatient stay; until=2024-{first[1]}",
        f"2024-{began} inpatient stay; until=2024-08-20",
    )
    assert anonymise(journey("2024-01-01 gp", *stays)).shows["P03"] == shows


def test_what_followed_a_refusal_too_soon_does_not_hide_what_followed_later(journey: MakeCase) -> None:
    """Else its absence would tell that the crisis came at once, in the first days of its month."""
    for crisis in ("02-02", "02-20"):
        case = journey(
            "2024-01-01 gp",
            "2024-01-31 community refused",
            f"2024-{crisis} ae",
            "2024-05-20 community referred",
        )
        assert anonymise(case, Shared(thresholds={"P07.crisis": 14.0})).shows["P07"] == 1


@pytest.mark.parametrize(
    ("then", "shows"),
    [
        ("2024-02-20 ae", 1),
        ("2024-03-01 ae", 0),
        ("2024-05-20 community referred", 1),
        ("2024-02-01 community referred", 1),
    ],
    ids=[
        "a crisis in the next month",
        "one after a month between",
        "referred again later",
        "referred again at once",
    ],
)
def test_what_followed_a_refusal_is_told_as_far_as_its_days_reach(
    journey: MakeCase, then: str, shows: int
) -> None:
    case = journey("2024-01-01 gp", "2024-01-31 community refused", then, "2024-09-01 gp")
    assert keys(case, "P07")
    assert anonymise(case).shows["P07"] == shows


def test_what_was_passed_over_is_in_no_band(journey: MakeCase) -> None:
    told = anonymise(journey(*on("04-24", "04-30", "05-06", who=CRISES)))
    assert [one for one in told.found if one.first is not None] == []


def test_a_band_of_missed_appointments_holds_nothing_that_followed(journey: MakeCase) -> None:
    lines = ["2024-01-01 gp", "2024-03-29 gp did_not_attend", "2024-03-31 gp did_not_attend", "2024-04-01 ae"]
    (band,) = anonymise(journey(*lines)).found
    assert (band.contacts, band.first, band.last) == ((1, 2), 2.0, 3.0)


@pytest.mark.parametrize(
    ("days", "count", "title"), [(7, 3, ALL_3), (6, None, ""), (1, None, "")], ids=["a week", "six", "one"]
)
def test_a_rule_that_looks_at_fewer_days_than_a_week_tells_nothing(
    journey: MakeCase, days: float, count: int | None, title: str
) -> None:
    pairs = [
        f"2024-{day} {who}"
        for day, who in zip(("01-01", *INSIDE), ["gp", "gp", "ae", "gp", "ae", "gp", "ae"], strict=True)
    ]
    told = anonymise(journey(*pairs), Shared(thresholds={"P01.days": float(days), "P02.days": 7.0}))
    assert (told.shows["P01"], told.strongest) == (count, title)


@pytest.mark.parametrize(
    ("first", "last", "drawn"),
    [
        ("05-01", "06-30", True),
        ("05-20", "06-05", True),
        ("05-20", "07-05", False),
        ("05-31", "07-01", False),
    ],
)
def test_whether_a_band_is_drawn_does_not_tell_a_day(
    journey: MakeCase, first: str, last: str, *, drawn: bool
) -> None:
    missed = [f"2024-{day} gp did_not_attend" for day in (first, last)]
    assert bool(anonymise(journey("2024-01-01 gp", *missed, "2024-12-01 gp")).found) == drawn


def test_of_a_kind_of_which_any_was_confirmed_only_those_are_drawn(journey: MakeCase) -> None:
    case = journey(*PAIRS)
    told = anonymise(case, Shared(said={keys(case, "P01")[1]: Said.CONFIRMED}))
    assert [one.links for one in told.found] == [((2, 3),)]


def test_many_links_are_not_drawn(journey: MakeCase) -> None:
    days = [date(2024 + place // 12, place % 12 + 1, 3) for place in range(13)]
    lines = [
        f"{day + timedelta(later)} {service}" for day in days for later, service in ((0, "gp"), (2, "ae"))
    ]
    told = anonymise(journey(*lines))
    assert told.strongest == "All 13 A&E visits came within 7 days of a GP contact"
    assert not [one for one in told.found if one.links]


def test_the_same_journey_a_few_days_later_shows_the_same(journey: MakeCase) -> None:
    """Bands and links must not tell where in a month something was."""
    later = [f"{date.fromisoformat(line[:10]) + timedelta(2)}{line[10:]}" for line in CLUSTER]
    assert anonymise(journey(*later)).found == anonymise(journey(*CLUSTER)).found


def test_changed_thresholds_count(journey: MakeCase) -> None:
    apart = journey("2024-02-03 gp", "2024-02-13 ae")
    assert anonymise(apart).shows["P01"] == 0
    assert anonymise(apart, Shared(thresholds={"P01.days": 14.0})).shows["P01"] == 1
