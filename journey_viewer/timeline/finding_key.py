"""What the bands and links of findings mean, in the row under the key."""

from dataclasses import dataclass

from journey_viewer.timeline.layout import FoundBand, FoundLink, Layout, TextWidth

BAND_WORDS, LINK_WORDS = "days of a finding", "one contact, then the next, of a finding"
_WIDE = 1.9  # of the size of text: a sample


@dataclass(frozen=True)
class FindingKeyItem:
    """A sample around ``middle``, and its words, which begin at ``x`` and are ``size`` pixels high."""

    sample: FoundBand | FoundLink
    middle: float
    text: str
    x: float
    size: float


def lay_out_finding_key(
    layout: Layout, *, left: float, middle: float, size: float, width: TextWidth
) -> tuple[FindingKeyItem, ...]:
    """Side by side, of what is on this picture only; nothing where nothing is."""
    items: list[FindingKeyItem] = []
    for there, words in ((layout.finding_bands, BAND_WORDS), (layout.links, LINK_WORDS)):
        if not there:
            continue
        right = left + size * _WIDE
        sample: FoundBand | FoundLink = FoundBand(left, right, (left + right) / 2, "")
        if words is LINK_WORDS:
            sample = FoundLink(left, middle + size * 0.35, right, middle - size * 0.35)
        x = right + size * 0.4
        items.append(FindingKeyItem(sample, middle, words, x, size))
        left = x + width(words, size, False) + size
    return tuple(items)
