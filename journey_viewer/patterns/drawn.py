"""Which findings are drawn on a picture: a few kinds, as bands or as links."""

from collections.abc import Iterable

from journey_viewer.model.findings import Finding

BANDS = ("P11", "P06")
"""Patterns that are stretches of days, the most telling first."""
LONGEST_BAND = 60
"""Days: what goes on for longer would lie under everything and show nothing."""
LINKS = ("P01", "P03", "P02", "P22")
"""Patterns that are one contact followed by another, the most telling first."""
_BAND_KINDS, _LINK_KINDS = 1, 2


def kinds_drawn(findings: Iterable[Finding]) -> tuple[str, ...]:
    """At most one pattern as bands and two as links, of those that were found."""
    return kinds_of(filter(is_drawn, findings))


def kinds_of(drawn: Iterable[Finding]) -> tuple[str, ...]:
    """The same of findings each of which can be drawn."""
    there = {finding.pattern for finding in drawn}
    bands = [pattern for pattern in BANDS if pattern in there][:_BAND_KINDS]
    return (*bands, *[pattern for pattern in LINKS if pattern in there][:_LINK_KINDS])


def is_drawn(finding: Finding) -> bool:
    """Whether a finding can be drawn: as a link, or as a band that is not too long."""
    days = (finding.last - finding.first).days + 1
    return finding.pattern in LINKS or (finding.pattern in BANDS and days <= LONGEST_BAND)
