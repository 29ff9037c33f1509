import json
from pathlib import Path
from typing import Any

import pytest

from journey_viewer.cli import main

Captured = pytest.CaptureFixture[str]
HEADINGS = "NHS number,Person,Date,Service,Reason,Clinician,Outcome"
AE_AFTER_GP = (
    "999 000 0018,Bo Yttrium,04/03/2024,GP,Zymosis,Dr Quorn,Attended",
    "999 000 0018,Bo Yttrium,06/03/2024,A&E,Zymosis,,Attended",
)
GP_ALONE = ("999 000 0026,Cy Wraxen,04/03/2024,GP,Xylitis,Dr Quorn,Attended",)


@pytest.fixture
def lists(tmp_path: Path) -> str:
    path = tmp_path / "good.csv"
    path.write_text("\n".join((HEADINGS, *AE_AFTER_GP, *GP_ALONE)), encoding="utf-8")
    return str(path)


def told(capsys: Captured, *arguments: str) -> dict[str, Any]:
    assert main(["patterns", "--json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


def row(printed: dict[str, Any], pattern: str) -> dict[str, Any]:
    return next(one for one in printed["patterns"] if one["pattern"] == pattern)


def test_patterns_are_printed_for_scripts_with_how_many_show_them(lists: str, capsys: Captured) -> None:
    printed = told(capsys, lists)
    ae_after_gp = row(printed, "P01")
    assert printed["cases"] == ["Case A", "Case B"]
    assert (ae_after_gp["shown_by"], ae_after_gp["common"]) == (1, False)
    assert ae_after_gp["squares"]["Case A"]["count"] == 1
    assert ae_after_gp["squares"]["Case B"] == {"count": 0, "findings": []}


def test_what_cannot_be_told_says_why(lists: str, capsys: Captured) -> None:
    follow_up = row(told(capsys, lists), "P04")
    assert follow_up["untold"] == 2
    assert all(square["count"] is None and square["why"] for square in follow_up["squares"].values())


def test_only_the_top_are_looked_at(lists: str, capsys: Captured) -> None:
    assert told(capsys, lists, "--top", "1")["cases"] == ["Case A"]


def test_each_case_has_its_findings_as_sentences(lists: str, capsys: Captured) -> None:
    [sentence] = row(told(capsys, lists), "P01")["squares"]["Case A"]["findings"]
    assert main(["patterns", lists]) == 0
    printed = capsys.readouterr().out
    assert f"\n    {sentence}\n" in printed.partition("\nCase A\n")[2]
    assert "A&E within 7 days of a GP contact (A&E visits): 1 of 2\n" in printed
    assert "not caused by" in printed


def test_nobody_is_named(lists: str, capsys: Captured) -> None:
    assert main(["patterns", lists]) == 0
    assert main(["patterns", "--json", lists]) == 0
    printed = "".join(capsys.readouterr())
    secrets = ("Yttrium", "Wraxen", "999", "Quorn", "Zymosis", "Xylitis", "04/03", "2024-03-04")
    assert [secret for secret in secrets if secret in printed] == []
