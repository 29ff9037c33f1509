from collections.abc import Callable

import pytest

from journey_viewer.model.imported import Imported
from journey_viewer.model.sensitive import sensitive_numbers


@pytest.mark.parametrize(
    ("told", "sensitive"),
    [
        ("reason=GUM clinic, 2nd visit", True),
        ("reason=Sexual-health check", True),
        ("reason=STI screen", True),
        ("place=Riverside Sexual Health", True),
        ("named=Safeguarding", True),
        ("reason=Section 42 enquiry", True),
        ("reason=bleeding gum", False),
        ("reason=still coughing", False),
        ("reason=prescription", False),
        ("reason=alcohol abuse", False),
        ("mode=safeguarding", True),
        ("reason=", False),
    ],
)
def test_what_names_sexual_health_or_safeguarding_is_sensitive(
    lists: Callable[..., Imported], told: str, *, sensitive: bool
) -> None:
    listed = lists("2025-01-01 gp", f"2025-01-02 gp; {told}")
    assert sensitive_numbers(listed.touchpoints) == ({2} if sensitive else set())


def test_of_nothing_nothing_is_sensitive(lists: Callable[..., Imported]) -> None:
    assert sensitive_numbers(lists().touchpoints) == frozenset()
