from datetime import date

import pytest

from journey_viewer.model.findings import Finding, FindingKey

DAY = date(2025, 2, 3)


def test_a_finding_is_known_again_by_its_pattern_and_contacts() -> None:
    one = Finding("P01", DAY, DAY, (3, 12), ((3, 12),), "A&E visit on the same day as a GP contact")
    told_otherwise = Finding("P01", DAY, DAY, (3, 12), (), "")
    assert one.key == told_otherwise.key
    assert str(one.key) == "P01:3,12"


@pytest.mark.parametrize("key", [FindingKey("P01", (3, 12)), FindingKey("P10", ())])
def test_a_key_comes_back_from_its_text(key: FindingKey) -> None:
    assert FindingKey.of(str(key)) == key


@pytest.mark.parametrize("text", ["", "P01", ":3", "P01:x"])
def test_any_other_text_is_no_key(text: str) -> None:
    with pytest.raises(ValueError, match=r"finding|invalid literal"):
        FindingKey.of(text)
