"""The program's scrubber as the tests measure it: a text to its pieces, each replaced, highlighted or kept."""

from importlib import import_module
from typing import Any

from measuring import Fate, Scrub

from journey_viewer.model.imported import Imported
from journey_viewer.privacy.identifiers import known_identifiers

_scrubber: Any = import_module("journey_viewer.privacy.words.scrubber")


def told_by(imported: Imported) -> Scrub:
    """The scrubber that knows what these lists know."""
    scrubber = _scrubber.scrubber_of(known_identifiers(imported))
    fates = {_scrubber.Rule.KEPT: Fate.KEPT, _scrubber.Rule.UNKNOWN: Fate.HIGHLIGHTED}

    def scrub(text: str) -> list[tuple[str, Fate]]:
        return [(piece.text, fates.get(piece.rule, Fate.REPLACED)) for piece in scrubber.read(text)]

    return scrub
