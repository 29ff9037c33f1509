"""Each class of rules on sentences that none of them was written for, and what has to stay beside them."""

import re
import tomllib
from pathlib import Path

import pytest

from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.scrubber import Scrubber

_CASES = [
    case
    for file in sorted(Path(__file__).parent.glob("fresh_*.toml"))
    for cases in tomllib.loads(file.read_text(encoding="utf-8")).values()
    for case in cases.split("\n")
    if case
]
_SIGNS = re.compile(r"[{}<>]")


def told_apart(case: str) -> tuple[str, str]:
    """The sentence without its signs, and for each character whether it has to go (g), be marked (m) or stay (s)."""
    text, fates, fate = "", "", "s"
    for character in case:
        if _SIGNS.match(character):
            fate = {"{": "g", "<": "m"}.get(character, "s")
        else:
            text += character
            fates += fate
    return text, fates


def became(scrubber: Scrubber, text: str) -> str:
    fates = {Rule.KEPT: "s", Rule.UNKNOWN: "m"}
    return "".join(fates.get(piece.rule, "g") * len(piece.text) for piece in scrubber.read(text))


@pytest.mark.parametrize("case", _CASES)
def test_what_identifies_goes_and_everything_else_stays(scrubber: Scrubber, case: str) -> None:
    text, expected = told_apart(case)
    found = became(scrubber, text)
    stays = [(is_, was) for is_, was in zip(found, expected, strict=True) if was == "s"]
    goes = [(is_, was) for is_, was in zip(found, expected, strict=True) if was != "s"]
    assert all(is_ == "s" for is_, _ in stays), "something that has to stay was marked"
    assert all(is_ == "g" or (is_, was) == ("m", "m") for is_, was in goes), "something was left"
