"""What a pack says of all its cases together."""

from collections.abc import Callable, Collection
from typing import Any

from journey_viewer.model.case import Case
from journey_viewer.model.sharing import ForSharing, Shared, ToShare
from journey_viewer.model.words import Family
from journey_viewer.privacy.anonymise_pack import anonymise_pack

MakeCase = Callable[..., Case]
PAIR = ("2024-02-03 gp", "2024-02-06 ae")
FOLDED = Shared(ForSharing(folded=frozenset({Family.URGENT})))


def shared(*cases: tuple[Case, Shared], **also: Any) -> ToShare:
    return ToShare(cases, **also)


def common(told: ToShare) -> dict[str, tuple[tuple[int | None, ...], str]]:
    return {one.name: (one.cells, one.shown) for one in anonymise_pack(told).common}


def test_common_is_what_half_the_cases_show_and_three_at_least(journey: MakeCase) -> None:
    pair, other = (journey(*PAIR), Shared()), (journey("2024-01-01 voluntary"), Shared())
    name = "A&E within 7 days of a GP contact"
    assert name not in common(shared(pair, pair))
    assert common(shared(pair, pair, pair, other))[name] == ((1, 1, 1, 0), "3 of 4")
    assert name not in common(shared(pair, pair, pair, *[other] * 4))


def test_of_a_case_with_families_told_as_one_it_cannot_be_told(journey: MakeCase) -> None:
    pair = (journey(*PAIR), Shared())
    told = common(shared(pair, pair, pair, (journey(*PAIR), FOLDED)))
    assert told["A&E within 7 days of a GP contact"][0] == (1, 1, 1, None)


def test_an_idea_goes_through_what_cleans_it(journey: MakeCase) -> None:
    def clean(text: str, kept: Collection[str]) -> str:
        return text.replace("Ada", "–") if "ring" in kept else ""

    pair = (journey(*PAIR), Shared(ForSharing(kept_words=frozenset({"ring"}))))
    told = shared(pair, pair, pair, ideas={"P01": "Ada is to ring", "P02": "never common"})
    assert [one.idea for one in anonymise_pack(told, clean).common if one.idea] == ["– is to ring"]


def test_what_was_changed_is_said_with_our_default(journey: MakeCase) -> None:
    thresholds = {"P01.days": 14.0, "P01.same_day": 0.0, "P02.days": 7.0, "P23.youngest": 22.0}
    changed = anonymise_pack(shared((journey(*PAIR), Shared()), thresholds=thresholds)).changed
    assert [one.in_words for one in changed] == [
        "A&E soon after the GP: most days from the GP contact to A&E, 14 days (our default: 7 days)",
        "A&E soon after the GP: count those on the same day, no (our default: yes)",
    ]
