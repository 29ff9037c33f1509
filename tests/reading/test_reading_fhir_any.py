"""Whatever JSON holds, and whatever became of it on the way: touchpoints and problems add up."""

import json
from pathlib import Path
from typing import Any

import pytest
from fhir_kit import ANNA, DOCTOR, SURGERY, appointment, bundle, encounter, referral
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from reading_kit import check_account, finished

from journey_viewer.errors import JourneyError
from journey_viewer.model.words import Service
from journey_viewer.reading.lists import read_lists

WHO = "Zebedee"
any_json = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=8),
        st.sampled_from([WHO, "2025-03-04", "Patient/anna", "#x", "?identifier=|", "Encounter", "Bundle"]),
    ),
    lambda inside: st.one_of(
        st.lists(inside, max_size=3),
        st.dictionaries(
            st.one_of(
                st.text(max_size=4),
                st.sampled_from(
                    ["reference", "identifier", "coding", "text", "entry", "resource", "resourceType"]
                ),
            ),
            inside,
            max_size=3,
        ),
    ),
    max_leaves=8,
)
RESOURCES = [
    {**ANNA, "name": [{"family": WHO}]},
    encounter(
        type=[{"text": WHO}],
        participant=[{"individual": {"reference": "Practitioner/doctor"}}],
        location=[{"location": {"display": WHO}}],
        meta={"profile": ["x"]},
    ),
    appointment(slot=[{"reference": "Slot/s"}], cancelationReason={"coding": [{"code": "pat"}]}),
    referral(requester={"display": WHO}),
    DOCTOR,
    SURGERY,
]


def ways(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to every part of a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(longer for key, part in inside for longer in ways(part, (*way, key)))]


def with_part(value: Any, way: tuple[Any, ...], part: Any) -> Any:
    """The value with another part there."""
    if not way:
        return part
    changed = value.copy()
    changed[way[0]] = with_part(value[way[0]], way[1:], part)
    return changed


WAYS = ways(bundle(*RESOURCES))


def check_survives(path: Path) -> None:
    """Read it, or hear one of our own sentences; neither quotes a cell."""
    try:
        imported = finished(read_lists([path], Service.GP))
    except JourneyError as error:
        assert WHO not in str(error)  # noqa: PT017 - there need not be an error
    else:
        check_account(imported)
        assert WHO not in repr(imported.problems) + repr(imported.sources)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(any_json, st.booleans())
@example({"resourceType": "Bundle", "entry": [[[[]]]]}, False)
@example({"resourceType": ["Encounter"], "subject": [["Patient/x"]], "class": "\ud800"}, True)
def test_any_json_adds_up(tmp_path: Path, value: Any, twice: bool) -> None:
    path = tmp_path / "a.json"
    path.write_text("\n".join([json.dumps(value)] * (1 + twice)), encoding="utf-8")
    check_survives(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(WAYS), any_json), min_size=1, max_size=3), st.booleans())
def test_a_bundle_with_anything_anywhere_adds_up(
    tmp_path: Path, changes: list[tuple[tuple[Any, ...], Any]], by_line: bool
) -> None:
    value: Any = bundle(*RESOURCES)
    for way, part in changes:
        if way in ways(value):
            value = with_part(value, way, part)
    lines = list(value["entry"]) if by_line and is_bundle(value) else [value]
    path = tmp_path / "a.json"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    check_survives(path)


def is_bundle(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("entry"), list)


@pytest.mark.parametrize(
    "text",
    [
        '{"resourceType":"Bundle","entry":' + "[" * 3000,
        '{"resourceType":"Encounter","a":' + '{"a":' * 3000 + "1" + "}" * 3001,
        '{"resourceType":"Encounter","id":' + "9" * 100_000 + "}",
        '{"resourceType":"Encounter","subject":' + "[" * 900 + "]" * 900 + "}",
        '{"resourceType":"Encounter","period":{"start":1e400}}',
        '{"resourceType":"Bundle","resourceType":"Encounter","entry":[{"resource":{}}]}',
    ],
)
def test_documents_made_to_break_the_reader(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    check_survives(path)
