"""The program's scrubber as the tests measure it: a text to its pieces, each replaced, highlighted or kept."""

from measuring import Fate, Scrub

from journey_viewer.model.imported import Imported
from journey_viewer.privacy.identifiers import known_identifiers
from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.scrubber import Scrubber

_FATES = {Rule.KEPT: Fate.KEPT, Rule.UNKNOWN: Fate.HIGHLIGHTED}


def told_by(imported: Imported) -> Scrub:
    """The scrubber that knows what these lists know."""
    scrubber = Scrubber(known_identifiers(imported))

    def scrub(text: str) -> list[tuple[str, Fate]]:
        return [(piece.text, _FATES.get(piece.rule, Fate.REPLACED)) for piece in scrubber.read(text)]

    return scrub
