import json
from pathlib import Path
from typing import Any

import pytest
from fhir_kit import ANNA, bundle, encounter, read_paths, write
from reading_kit import finished

from journey_viewer.errors import (
    DocumentBroken,
    DocumentTooLarge,
    JourneyError,
    NoContactsInDocument,
    NoServiceInDocument,
    NotFhir,
)
from journey_viewer.model.words import Service
from journey_viewer.reading import documents
from journey_viewer.reading.documents import UNREADABLE_LINE, Value, read_values
from journey_viewer.reading.guard import Container, check_file
from journey_viewer.reading.lists import read_lists


def values(path: Path, content: str | bytes) -> tuple[list[Value], documents.Whole]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    taken: list[Value] = []
    return taken, finished(read_values(path, "entry", taken.append))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"a": 1}', []),
        ('{"entry": []}', []),
        ('{"entry": [1, {"b": 2}], "a": "b"}', ["1", {"b": "2"}]),
        ('{\n "a": 1,\n "entry": [\n true]}', [True]),
        ("[]", []),
        ('[{"a": null}]', [{"a": None}]),
        ('\ufeff {"entry": ["é"]} ', ["é"]),
        ('{"entry": [NaN, 1e999, ' + "9" * 5000 + "]}", ["NaN", "1e999", "9" * 5000]),
        ('{"a": 1}\n{"a": 2}\n', [{"a": "1"}, {"a": "2"}]),
        ('{"a": 1, "a": 2}\r\n\r\n{"a": 3}', [{"a": "2"}, {"a": "3"}]),
        ('{"a": "one\ttab"}\n[]', [{"a": "one\ttab"}, []]),
    ],
)
def test_json_is_read_value_by_value(tmp_path: Path, content: str, expected: list[Any]) -> None:
    assert [value.value for value in values(tmp_path / "a.json", content)[0]] == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("lines", [1, 2])
def test_json_in_any_encoding_is_a_document(tmp_path: Path, encoding: str, lines: int) -> None:
    path = tmp_path / "a.json"
    content = '{"entry": ["café"]}\n' * lines
    taken, whole = values(path, content.encode(encoding))
    assert check_file(path) is Container.DOCUMENT
    assert whole.by_line is (lines == 2)
    assert len(taken) == lines


@pytest.mark.parametrize(
    "content",
    [
        *(
            '{"a": 1',
            '{"entry": [1, 2',
            '{"entry": [1 2]}',
            '{"a" 1}',
            "{1: 2}",
            '{"a": 1} x',
            '[{"a": tru}]',
        ),
        *('{"a":' * 5000 + "1" + "}" * 5000, "[" * 100_000),
    ],
)
def test_broken_json_is_said_to_be_broken(tmp_path: Path, content: str) -> None:
    with pytest.raises(DocumentBroken):
        values(tmp_path / "a.json", content)


def test_a_broken_line_is_one_fault_and_the_others_are_read(tmp_path: Path) -> None:
    content = '{"a": 1}\n{"a": \n\n{"a":' + "[" * 5000 + '\n{"a": 2}'
    taken, _ = values(tmp_path / "a.ndjson", content)
    assert [(value.place, value.fault) for value in taken] == [
        (1, ""),
        (2, UNREADABLE_LINE),
        (4, UNREADABLE_LINE),
        (5, ""),
    ]


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MAX_LINE_CHARACTERS", 50)
    taken, _ = values(tmp_path / "a.ndjson", '{"a": 1}\n{"a": "' + "x" * 500 + '"}\n{"a": 2}\n')
    assert [(value.place, bool(value.fault)) for value in taken] == [(1, False), (2, True), (3, False)]


@pytest.mark.parametrize(
    ("limit", "content"),
    [
        ("MAX_WHOLE_BYTES", '{"entry": [1, 2]}'),
        ("MAX_VALUES", '{"entry": [1, 2]}'),
        ("MAX_VALUES", '{"a": 1}\n{"a": 2}\n'),
    ],
)
def test_too_much_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, content: str
) -> None:
    monkeypatch.setattr(documents, limit, 1)
    with pytest.raises(DocumentTooLarge):
        values(tmp_path / "a.json", content)


def test_progress_grows_with_the_lines(tmp_path: Path) -> None:
    path = write(tmp_path / "a.ndjson", *[encounter()] * 2000)
    steps = [step.done for step in read_values(path, "entry", lambda _: None)]
    assert steps == sorted(steps)
    assert len(steps) == 4


def test_looking_up_names_is_told_document_by_document(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{name}.json", bundle(ANNA, encounter())) for name in "ab"]
    steps = [step for step in read_lists(paths, Service.GP) if step.label.startswith("Looking up")]
    assert list(dict.fromkeys(step.label for step in steps)) == [
        "Looking up names in document 1 of 2",
        "Looking up names in document 2 of 2",
    ]
    shares = [step.done / step.total for step in steps]
    assert shares == sorted(shares[: len(shares) // 2]) * 2
    assert shares[-1] == 1


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ({}, NotFhir),
        ({"name": "a package", "version": 1}, NotFhir),
        ({"entry": [1, "two", None]}, NotFhir),
        ([{"a": 1}], NotFhir),
        ({"resourceType": "Bundle"}, NoContactsInDocument),
        (bundle(), NoContactsInDocument),
        (bundle({"resourceType": "Observation"}), NoContactsInDocument),
        ({"resourceType": "List", "entry": [{"item": {}}]}, NoContactsInDocument),
        (bundle({"resourceType": "Organization", "name": "A"}), NoContactsInDocument),
        (bundle(encounter(class_=None)), NoServiceInDocument),
    ],
)
def test_a_document_without_contacts_is_refused_with_its_sentence(
    tmp_path: Path, value: Any, error: type[JourneyError]
) -> None:
    with pytest.raises(error):
        read_paths(write(tmp_path / "a.json", value))


@pytest.mark.parametrize("start", ['"Date,Person"', "[1, 2]", "{1234-5678},Date", "{'a': 1}", "true"])
def test_what_only_looks_like_json_is_text(tmp_path: Path, start: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(start, encoding="utf-8")
    assert check_file(path) is Container.TEXT


def test_a_folder_is_searched_for_documents_too(tmp_path: Path) -> None:
    write(tmp_path / "a.NDJSON", encounter(), encounter(id="e2", status="cancelled"))
    write(tmp_path / "b.jsonl", encounter(id="e3", status="planned"), encounter(id="e4", period=None))
    write(tmp_path / "c.json", encounter(id="e5", status="unknown"))
    assert [source.file for source in read_paths(tmp_path).sources] == ["a.NDJSON", "b.jsonl", "c.json"]


def test_a_10_megabyte_text_is_cut_short(tmp_path: Path) -> None:
    long = encounter(type=[{"text": "x" * 10_000_000}], extension=[{"valueString": json.dumps("y" * 10)}])
    imported = read_paths(write(tmp_path / "a.json", bundle(long)))
    assert len(imported.touchpoints.reason[0]) == 2000
