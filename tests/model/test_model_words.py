import pytest

from journey_viewer.model.words import (
    OUTCOME_NAMES,
    Coded,
    Kind,
    Outcome,
    Service,
    service_name,
    service_table,
)

# The stable ids and their lanes' names, as files and other programs know them.
NAMES = {
    "gp": "GP practice",
    "urgent_111": "111 & out of hours",
    "ambulance": "Ambulance",
    "ae": "A&E",
    "inpatient": "Hospital stay",
    "outpatient": "Outpatients",
    "community": "Community health",
    "mental_health": "Mental health",
    "social_care": "Local authority",
    "voluntary": "Voluntary sector",
    "other": "Other",
}


def test_services_have_their_ids_names_and_order() -> None:
    assert {service.value: service_name(service) for service in Service} == NAMES
    assert [service.value for service in Service] == list(NAMES)


@pytest.mark.parametrize("vocabulary", [Service, Kind, Outcome])
def test_a_code_leads_back_to_its_word(vocabulary: type[Coded]) -> None:
    assert [vocabulary.of(word.code) for word in vocabulary] == list(vocabulary)


def test_a_code_that_stands_for_nothing_is_refused() -> None:
    with pytest.raises(IndexError):
        Kind.of(len(Kind))


def test_every_outcome_has_words() -> None:
    assert set(OUTCOME_NAMES) == set(Outcome)


def test_no_two_services_claim_the_same_words() -> None:
    words = [word for row in service_table().values() for word in row["words"]]  # type: ignore[attr-defined]
    assert sorted(words) == sorted(set(words))
