from datetime import date

import pytest

from journey_viewer.model.actions import Action
from journey_viewer.model.casework import Casework
from journey_viewer.model.document import Document
from journey_viewer.model.meetings import Decision, Meeting
from journey_viewer.model.owners import Named, choices

WRITTEN = Document(
    actions=(
        Action(1, None, "Ring", lead="Practice nurse", sponsor="Lead GP", delivers="Volunteers", partner="Police"),
        Action(2, None, "Write", lead="practice manager", delivers="A befriender"),
        Action(3, None, "Visit", lead="Practice manager ", delivers="A befriender", partner=" "),
    ),
    casework={0: Casework(partners=("Housing",))},
    meetings=(Meeting(1, date(2026, 3, 5), ("Pharmacist",), decisions=(Decision(0, partners=("Housing",)),)),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("named", "first", "also"),
    [
        (
            Named.OWNER,
            ("Practice manager", "Lead GP", "Practice nurse", "Pharmacist"),
            "PCN clinical director",
        ),
        (Named.DELIVERS, ("A befriender", "Volunteers"), "Link worker"),
        (Named.PARTNER, ("Housing", "Police"), "Adult social care"),
    ],
)
def test_what_was_used_before_comes_first_most_often_first_and_then_what_is_offered(
    named: Named, first: tuple[str, ...], also: str
) -> None:
    offered = choices(WRITTEN, named)
    assert offered[: len(first)] == first
    assert also in offered
    assert len({text.casefold() for text in offered}) == len(offered)


@pytest.mark.parametrize("named", Named)
def test_before_anything_was_written_there_are_some_to_choose_from(named: Named) -> None:
    assert len(choices(Document(), named)) >= 5


def test_what_was_written_about_the_same_pattern_comes_before_the_rest() -> None:
    often = tuple(Action(number, None, "Ring", partner="Housing", expected="calm") for number in (1, 2))
    once = Action(3, None, "Write", pattern="P02", partner="Police", expected="fewer  visits")
    told = Document(actions=(*often, once))
    assert choices(told, Named.PARTNER)[:2] == ("Housing", "Police")
    assert choices(told, Named.PARTNER, "P02")[:2] == ("Police", "Housing")
    assert choices(told, Named.EXPECTED, "P02")[:2] == ("fewer visits", "calm")
