import getpass
import platform
from datetime import datetime
from pathlib import Path

import casefile_kit
import pytest
from casefile_kit import PASSPHRASE, made

from journey_viewer.casefile.opening import open_case_file
from journey_viewer.errors import CaseFileReadOnly
from journey_viewer.model.registers import Export

quick = casefile_kit.quick
PACK = Export(datetime(2026, 1, 15, 9, 30), "Anonymised pack", ("Case A", "Case C"), "S:\\caf\u00e9", "odo")
LIST = Export(datetime(2026, 1, 15, 9, 31), "People table", (), "/home/odo", "odo", identifies=True)


def test_every_opening_is_written_down_with_when_it_ended(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    before = datetime.now()
    with open_case_file(path, PASSPHRASE) as case_file:
        made_it, ours = case_file.openings
    assert ours.closed is None
    assert ours.opened >= before >= made_it.opened
    assert (ours.by, ours.computer) == (getpass.getuser(), platform.node())
    with open_case_file(path, PASSPHRASE, read_only=True) as case_file:
        assert [opening.closed is not None for opening in case_file.openings] == [True, True]


def test_looking_at_it_writes_nothing_down(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    content = path.read_bytes()
    with open_case_file(path, PASSPHRASE, read_only=True) as case_file:
        case_file.read()
    assert path.read_bytes() == content


def test_exports_are_told_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    path = made(tmp_path / "case.journey")
    with open_case_file(path, PASSPHRASE) as case_file:
        case_file.register(PACK)
        case_file.register(LIST)
    with open_case_file(path, PASSPHRASE) as case_file:
        assert case_file.exports == (PACK, LIST)


def test_an_export_cannot_be_written_down_where_it_is_only_looked_at(tmp_path: Path) -> None:
    with (
        open_case_file(made(tmp_path / "case.journey"), PASSPHRASE, read_only=True) as case_file,
        pytest.raises(CaseFileReadOnly),
    ):
        case_file.register(PACK)


def test_an_account_whose_name_is_no_text_may_open_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "case.journey")
    monkeypatch.setattr(getpass, "getuser", lambda: "jos\udce9")
    with open_case_file(path, PASSPHRASE) as case_file:
        assert case_file.openings[-1].by == "jos?"


def test_an_account_without_a_name_may_open_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    path = made(tmp_path / "case.journey")
    monkeypatch.setattr(getpass, "getuser", nobody)
    with open_case_file(path, PASSPHRASE) as case_file:
        assert case_file.openings[-1].by == ""
