import pytest

from journey_viewer.measures.clinicians import is_generic, is_named, names_somebody
from journey_viewer.model.touchpoints import Texts


@pytest.mark.parametrize(
    ("clinician", "named"),
    [
        ("Dr Hugh Lanyon", True),
        ("LANYON, Hugh (Dr)", True),
        ("Dr A", True),
        ("Locum Dr Quill", True),
        ("Nurse Pryce", True),
        ("GP 2", True),
        ("Clinician 17", True),
        ("Duty doctor: Quill", True),
        ("李", True),
        ("GP", False),
        ("gp", False),
        ("G.P.", False),
        ("Dr", False),
        ("Duty doctor", False),
        ("DUTY-DOCTOR", False),
        ("Locum", False),
        ("Locum 2", False),
        ("Nurse", False),
        ("Practice nurse", False),
        ("Any GP", False),
        ("A GP", False),
        ("On call doctor", False),
        ("N/A", False),
        ("Not known", False),
        ("Volunteer", False),
        ("12", False),
        ("", False),
        ("  ", False),
        ("–", False),
    ],
)
def test_a_text_names_somebody_or_nobody(clinician: str, named: bool) -> None:
    assert names_somebody(clinician) is named


def test_rows_are_named_generic_or_blank() -> None:
    texts = Texts.of(["Dr A", "GP", "", "Dr A", "Locum"])
    assert is_named(texts).tolist() == [True, False, False, True, False]
    assert is_generic(texts).tolist() == [False, True, False, False, True]


def test_no_rows_are_none_of_it() -> None:
    assert is_named(Texts.of([])).tolist() == is_generic(Texts.of([])).tolist() == []
