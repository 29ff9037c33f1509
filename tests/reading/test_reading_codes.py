import pytest

from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.reading.codes import kind_words, mode_words, outcome_words, service_words


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("A&E", Service.AE),
        ("A and E", Service.AE),
        ("A&E at St. Mary's", Service.AE),
        ("GP out of hours", Service.URGENT_111),
        ("Dist nurse", Service.COMMUNITY),
        ("CMHT", Service.MENTAL_HEALTH),
        ("Social services", Service.SOCIAL_CARE),
        ("111", Service.URGENT_111),
        ("Children's Services", Service.SOCIAL_CARE),
        ("A+E", Service.AE),
        ("D/N", Service.COMMUNITY),
        ("Mr D/N Jones", None),
        ("Out patients", Service.OUTPATIENT),
        ("In-patient", Service.INPATIENT),
        ("the old mill", None),
        ("", None),
        ("🙂", None),
    ],
)
def test_the_typists_words_name_a_service(text: str, service: Service | None) -> None:
    assert service_words().longest(text) == service


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Attended", Outcome.ATTENDED),
        ("did not attend", Outcome.DID_NOT_ATTEND),
        ("DNA - letter sent", Outcome.DID_NOT_ATTEND),
        ("DNA'd", Outcome.DID_NOT_ATTEND),
        ("Was not brought", Outcome.DID_NOT_ATTEND),
        ("not seen", Outcome.DID_NOT_ATTEND),
        ("3", Outcome.DID_NOT_ATTEND),
        ("Cancelled by patient", Outcome.CANCELLED_BY_PERSON),
        ("cancelled", Outcome.CANCELLED_BY_PERSON),
        ("Cancelled by hospital", Outcome.CANCELLED_BY_SERVICE),
        ("Clinic cancelled", Outcome.CANCELLED_BY_SERVICE),
        ("cancelled by hosp", Outcome.CANCELLED_BY_SERVICE),
        ("UTA", Outcome.CANCELLED_BY_PERSON),
        ("LWBS", Outcome.DID_NOT_ATTEND),
        ("rescheduled", Outcome.UNKNOWN),
        ("Declined", Outcome.REFUSED),
        ("Not accepted by CMHT", Outcome.REFUSED),
        ("Referred to CMHT", Outcome.REFERRED),
        ("Seen, referred to CMHT", Outcome.ATTENDED),
        ("Admitted then discharged", Outcome.ATTENDED),
        ("Advised rest", None),
        ("", None),
    ],
)
def test_the_words_of_an_outcome(text: str, outcome: Outcome | None) -> None:
    assert outcome_words().first(text) == outcome


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Referral", Kind.REFERRAL), ("Inpatient stay", Kind.STAY), ("phone call", Kind.CONTACT), ("21", None)],
)
def test_the_words_of_a_kind(text: str, kind: Kind | None) -> None:
    assert kind_words().longest(text) == kind


@pytest.mark.parametrize(("text", "mode"), [("F2F", "face to face"), ("Tel.", "telephone"), ("by owl", None)])
def test_the_words_of_a_mode(text: str, mode: str | None) -> None:
    assert mode_words().longest(text) == mode
