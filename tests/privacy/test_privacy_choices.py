"""What a person can choose about how a case is told, and what each choice does to it."""

from collections.abc import Callable, Collection
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_viewer.errors import IdentifierFound
from journey_viewer.model.case import Case
from journey_viewer.model.notes import Note
from journey_viewer.model.people import Person, Sex
from journey_viewer.model.sharing import ForSharing, Shared
from journey_viewer.model.words import Family, Service, family_of, family_services
from journey_viewer.privacy.anonymise import anonymise
from journey_viewer.privacy.anonymous_case import AnonymousCase, AnonymousNote
from journey_viewer.privacy.statements import checked

MakeCase = Callable[..., Case]
Lines = st.SearchStrategy[list[str]]
FOLDED = frozenset({Family.URGENT})
QUARTERS = ForSharing(quarters=True)


def told(case: Case, choices: ForSharing) -> AnonymousCase:
    return anonymise(case, Shared(choices))


def as_written(text: str, kept: Collection[str]) -> str:
    """Lets through what is written in capitals, and the words that were kept."""
    return " ".join(word for word in text.split() if word.isupper() or word.casefold() in kept)


def test_every_service_but_the_practice_is_in_one_family() -> None:
    members = [service for family in Family for service in family_services(family)]
    assert sorted(members) == sorted(set(Service) - {Service.GP})
    assert family_of(Service.GP) is None


def test_quarters_tell_three_months_together(journey: MakeCase) -> None:
    case = told(journey("2024-01-10 gp", "2024-02-20 ae", "2024-04-10 gp", "2024-09-09 gp"), QUARTERS)
    assert [touchpoint.month for touchpoint in case.touchpoints] == [1, 1, 4, 7]
    assert [touchpoint.at for touchpoint in case.touchpoints] == [0.75, 2.25, 4.5, 7.5]
    assert (case.months, case.step) == (9, 3)


def test_a_gap_in_quarters_is_told_in_whole_quarters(journey: MakeCase) -> None:
    lines = ["2024-01-10 gp", "2024-05-10 gp", "2024-12-01 gp"]
    assert [gap.months for gap in told(journey(*lines), ForSharing()).gaps] == [3, 5]
    assert [gap.months for gap in told(journey(*lines), QUARTERS).gaps] == [3]


@given(data=st.data())
def test_quarters_tell_nothing_of_the_month(
    journey: MakeCase, any_journey: Lines, data: st.DataObject
) -> None:
    case = told(journey(*data.draw(any_journey)), QUARTERS)
    assert all(touchpoint.month % 3 == 1 for touchpoint in case.touchpoints)
    for gap in case.gaps:
        assert (gap.after % 3, gap.before % 3, gap.months % 3) == (0, 0, 0)
    for touchpoint in case.touchpoints:
        assert touchpoint.month - 1 < touchpoint.at < touchpoint.month + 2 <= case.months
        assert touchpoint.until is None or touchpoint.at <= touchpoint.until <= case.months


def test_a_family_is_told_as_one(journey: MakeCase) -> None:
    case = told(
        journey("2024-01-01 ae; by=Nurse Ivy Quill", "2024-01-02 ambulance; by=J Finn", "2024-01-03 gp"),
        ForSharing(folded=FOLDED),
    )
    assert [touchpoint.service for touchpoint in case.touchpoints] == [Service.URGENT_111] * 2 + [Service.GP]
    assert [touchpoint.clinician for touchpoint in case.touchpoints] == ["Clinician 1", "Clinician 2", ""]
    assert case.counts == {Service.GP: 1, Service.URGENT_111: 2}
    assert "2 contacts with urgent and emergency care" in case.seen


@given(data=st.data(), families=st.frozensets(st.sampled_from(Family)))
def test_nothing_tells_which_of_a_family_it_was(
    journey: MakeCase, any_journey: Lines, data: st.DataObject, families: frozenset[Family]
) -> None:
    lines = data.draw(any_journey)
    hidden = {service for family in families for service in family_services(family)[1:]}
    case = told(journey(*lines), ForSharing(folded=families))
    assert hidden.isdisjoint({touchpoint.service for touchpoint in case.touchpoints} | set(case.counts))


@pytest.mark.parametrize(
    ("family", "one", "other"),
    [
        (Family.URGENT, ["2024-01-02 ae", "2024-01-03 ae"], ["2024-01-02 ae", "2024-01-03 ambulance"]),
        (
            Family.URGENT,
            ["2024-01-02 ae refused; by=A", "2024-01-02 ambulance; by=B", "2024-01-02 ae; by=B"],
            ["2024-01-02 ambulance refused; by=A", "2024-01-02 ae; by=B", "2024-01-02 ambulance; by=B"],
        ),
        (
            Family.HOSPITAL,
            ["2024-01-02 inpatient stay; until=2024-01-20"],
            ["2024-01-02 outpatient"],
        ),
    ],
)
def test_journeys_that_differ_only_inside_a_folded_family_look_the_same(
    journey: MakeCase, family: Family, one: list[str], other: list[str]
) -> None:
    choices = ForSharing(folded=frozenset({family}))
    assert told(journey(*one, "2024-03-01 gp"), choices) == told(journey(*other, "2024-03-01 gp"), choices)


def test_which_lists_there_are_is_told_by_families_too(journey: MakeCase) -> None:
    case = journey("2024-01-01 gp", supplied=frozenset({Service.GP, Service.AE}))
    assert (
        told(case, ForSharing(folded=FOLDED)).covered[0] == "No contact recorded: Urgent and emergency care"
    )


def test_a_contact_left_out_is_nowhere_but_in_a_count(journey: MakeCase) -> None:
    case = journey("2024-01-01 gp", "2024-02-01 ambulance", "2024-06-01 gp")
    number = int(case.touchpoints.number[1])
    left = told(case, ForSharing(dropped=frozenset({number})))
    assert [touchpoint.service for touchpoint in left.touchpoints] == [Service.GP] * 2
    assert Service.AMBULANCE not in left.counts
    assert "1 contact left out so that nobody is recognised" in left.covered


@pytest.mark.parametrize(("five_years", "band"), [(False, "Woman, 70–79"), (True, "Woman, 75–79")])
def test_bands_of_five_years_are_a_choice(journey: MakeCase, five_years: bool, band: str) -> None:
    who = Person(born=date(1949, 5, 5), sex=Sex.FEMALE)
    assert told(journey("2024-01-01 gp", person=who), ForSharing(five_years=five_years)).description == band


def test_words_leave_only_through_what_cleans_them(journey: MakeCase) -> None:
    choices = ForSharing(
        about="Ada LIVES alone",
        headline="Ada",
        different=("ONE named gp", "Ada"),
        kept_words=frozenset({"alone"}),
    )
    case = anonymise(journey("2024-01-01 gp; reason=Ada FELL"), Shared(choices, reasons=True), as_written)
    assert (case.about, case.headline, case.different) == ("LIVES alone", "", ("ONE",))
    assert case.touchpoints[0].reason == "FELL"


def test_without_anything_that_cleans_them_no_words_leave(journey: MakeCase) -> None:
    choices = ForSharing(about="lives alone", different=("one named doctor",), headline="A fall")
    notes = (Note(1, 0, "fell twice", first=date(2024, 1, 1)),)
    case = anonymise(journey("2024-01-01 gp; reason=fall"), Shared(choices, notes, reasons=True))
    assert (case.about, case.headline, case.different, case.notes) == ("", "", (), ())
    assert case.touchpoints[0].reason == ""


def test_reasons_stay_unless_they_were_switched_on(journey: MakeCase) -> None:
    case = anonymise(journey("2024-01-01 gp; reason=FELL"), Shared(), as_written)
    assert case.touchpoints[0].reason == ""


@pytest.mark.parametrize(
    ("first", "last", "note"),
    [
        (None, None, AnonymousNote("CRISIS")),
        (date(2024, 2, 10), date(2024, 3, 20), AnonymousNote("CRISIS", 1, 3)),
        (date(2023, 1, 1), date(2024, 1, 15), AnonymousNote("CRISIS", 0, 1)),
        (date(2023, 1, 1), date(2023, 1, 15), None),
        (date(2024, 11, 10), date(2025, 12, 31), AnonymousNote("CRISIS", 10, 12)),
        (date(2025, 3, 10), date(2025, 12, 31), AnonymousNote("CRISIS")),
    ],
)
def test_a_note_keeps_the_months_it_is_about(
    journey: MakeCase, first: date | None, last: date | None, note: AnonymousNote | None
) -> None:
    written = (Note(1, 0, "CRISIS", first=first, last=last),)
    case = anonymise(journey("2024-01-01 gp", "2024-12-01 gp"), Shared(notes=written), as_written)
    assert case.notes == ((note,) if note else ())


@pytest.mark.parametrize(
    ("place", "service", "called"),
    [
        ("St Quill's Infirmary", "ae", "Hospital A"),
        ("Elm Court Nursing Home", "gp", "Care home A"),
        ("ZZ123", "outpatient", "Hospital A"),
        ("Quill Lane Surgery", "gp", "Surgery A"),
        ("Quill House", "voluntary", "Place A"),
        ("Home visit", "gp", ""),
        ("", "gp", ""),
    ],
)
def test_a_place_leaves_as_a_kind_and_a_letter(
    journey: MakeCase, place: str, service: str, called: str
) -> None:
    case = anonymise(journey(f"2024-01-01 {service}; place={place}"))
    assert case.touchpoints[0].place == called


def test_letters_follow_the_order_of_appearance(journey: MakeCase) -> None:
    lines = [
        f"2024-01-0{day} gp; place={place} Surgery" for day, place in enumerate(("Yew", "Ash", "Yew"), 1)
    ]
    places = [touchpoint.place for touchpoint in anonymise(journey(*lines)).touchpoints]
    assert places == ["Surgery A", "Surgery B", "Surgery A"]


@pytest.mark.parametrize(
    "fact", ["2 contacts with Zwyx", "3 contacts in 2024", "a fall on 3/4", "on the 3rd", "since 2.4 months"]
)
def test_a_statement_that_holds_a_name_or_a_date_is_stopped(fact: str) -> None:
    with pytest.raises(IdentifierFound):
        checked([fact])


def test_why_a_case_is_exported_all_the_same_does_not_leave(journey: MakeCase) -> None:
    case = journey("2024-01-01 gp")
    assert told(case, ForSharing(reason="agreed by the team")) == anonymise(case)
