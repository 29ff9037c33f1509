"""What the rules found in a case, as far as people who do not care for the person may see it.

What is told, and what an outsider could learn of it beyond the picture:

- Rules look at what is shown and at nothing else, so that no count holds a contact that is sensitive or was left out.
  Where contacts are left out, no title and no band says what did *not* happen: it might have. In the table of what the
  cases have in common such rules are counted all the same, in what the pages show, as it says: to leave them out
  there would tell of whom contacts are withheld. Only of a missing follow-up nothing is said then.
- Where a family of services is told as one, only rules speak that name no service and judge all contacts alike.
- Rules that read what the lists give as a reason speak only where reasons were chosen for sharing; the one that has
  an age of its own never does, for the age would be narrower than the band.
- A rule whose days somebody set to fewer than a week, or to nearly whole months, tells nothing: "within 1 day", of a contact in one month and one in
  the next, is the last day of the one and the first of the other, and a count that is all there are says it too.
- A rule that says "within so many days" is told of what lies inside one month (quarter, where these are told), and of
  months that many days reach over (30 days: the next one). Else its two contacts were in the last days of the one
  month and the first of the other, and a count that is all there are, or a cell of 1, says it of each. A title that is
  not of all says what it counts, whether or not anything was passed over; the table says it of every such rule.
- Of a refusal, what followed is told by the same measure. Whether a mental health stay was followed up is told of no
  case in which something came in the month after one: yes and no would both say how near its edge.
- Of a stay of a week or less the picture does not tell whether it ended in the next month: a rule that counts from its
  end tells the same whether it did or not, or the stay would be known to begin in the last days of its month.
- Whether an ambulance took somebody in may rest on a hospital contact the day after: it is told of no case in which
  the ambulance was the last contact of its month and A&E or a stay the first of the next.
- What took nearly whole months is not judged by days: a wait over five months of the picture that was not longer than 18
  weeks, or a gap over three that was 90 days, would lie from one month's edge to the other's.
- That a stay was on a mental health ward is told of the mental health lane alone, never where only a reason says so.
- A sentence holds counts over the whole journey and the rule's own thresholds. Whoever could hold a count against
  somebody would have to know the whole journey, and would then know it by the picture: lanes give their counts.
  What is known by three contacts, which is what the risk check counts, is not made fewer people's by it.
- A band reaches over whole months (quarters, where these are told), in which the picture shows the same contacts; by
  these it is judged too long to be drawn.
- A link joins two contacts of one such month. That they lie no farther apart than the rule's days is finer than a
  month, as is the order inside one, which the picture keeps: it cannot be held against what is known to the month,
  and it says of no contact when it was. A link from one month into the next would: the one contact lies in the last
  days of its month and the other in the first of its own, to the very day where a threshold was set to one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from journey_viewer.model.case import Case
from journey_viewer.model.findings import CannotTell, Finding, FindingKey, Result, Said
from journey_viewer.model.sharing import Shared
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import Outcome, Service
from journey_viewer.patterns.definitions import changed_by, limits_with, patterns
from journey_viewer.patterns.drawn import BANDS, LINKS, kinds_of
from journey_viewer.patterns.find import find_patterns, not_dismissed
from journey_viewer.patterns.strongest import strongest
from journey_viewer.privacy.anonymous_case import AnonymousFinding, AnonymousTouchpoint
from journey_viewer.privacy.month_edges import counted_inside, tells_days, told_to_the_month
from journey_viewer.privacy.statements import checked
from journey_viewer.privacy.times import Months, months_of

FROM_REASONS = frozenset({"P08", "P09", "P21", "P24", "P25"})
"""Patterns that rest on what the lists give as reasons."""
OWN_AGE = frozenset({"P23"})
"""Patterns that have an age among their thresholds."""
_DID_NOT_HAPPEN = frozenset({"P04", "P06", "P12", "P22", "P25", "P27"})
"""Patterns that rest on there having been no contact, or none in between."""
_ANY_SERVICE = frozenset({"P13", "P16", "P17", "P19", "P20", "P26"})
"""Patterns that judge all contacts alike, or those of the GP practice, which is in no family."""
_BAND_NAMES = MappingProxyType({"P11": "Crisis cluster", "P06": "Missed appointments"})
_WHY = "It is not told for sharing"
_LONGEST_BAND = 2  # months
_MOST_BANDS, _MOST_LINKS = 6, 12
"""With more of them a picture shows nothing."""


def findings_for_sharing(case: Case, shared: Shared) -> tuple[Result, ...]:
    """What may be told of a case, from which what was left out is gone already, pattern by pattern.

    What a person dismissed is left out. Where contacts are withheld, groups of contacts can be others than those
    that the person saw: there a finding that shares a contact with a dismissed one of its pattern goes too.
    """
    results = find_patterns(case, shared.thresholds)
    untold = _untold(shared)
    in_mental_health = frozenset(
        case.touchpoints.number[case.touchpoints.with_service(Service.MENTAL_HEALTH)].tolist()
    )
    told: list[Result] = []
    for result in results:
        followed_up = (
            isinstance(result, Finding)
            and result.pattern == "P04"
            and (
                not _is_whole(shared) or not (shared.reasons or in_mental_health.issuperset(result.contacts))
            )
        )
        if result.pattern not in untold and not followed_up:
            told.append(result)
    silent = patterns().keys() - {result.pattern for result in told}
    told.extend(CannotTell(pattern, _WHY) for pattern in silent)
    kept = not_dismissed(sorted(told, key=_pattern), _said(told, shared))
    return told_to_the_month(kept, case, shared.thresholds, _months(case, shared))


def _months(case: Case, shared: Shared) -> Months:
    return months_of(case, quarters=shared.choices.quarters)


def _untold(shared: Shared) -> frozenset[str]:
    """The patterns of which nothing is told."""
    untold = (OWN_AGE if shared.reasons else OWN_AGE | FROM_REASONS) | _too_fine(shared)
    return untold | (patterns().keys() - _ANY_SERVICE) if shared.choices.folded else untold


def _too_fine(shared: Shared) -> frozenset[str]:
    """Those that somebody made look at fewer days than a week, or at nearly whole months: what they find, or do not, tells a day."""
    limits = limits_with(shared.thresholds)
    return frozenset(
        one.key.partition(".")[0]
        for one in changed_by(shared.thresholds)
        if one.unit == "days" and tells_days(one.key.partition(".")[0], limits[one.key])
    )


def _is_whole(shared: Shared) -> bool:
    """Whether no contact is left out."""
    return not (shared.withheld or shared.choices.dropped)


def sure_for_sharing(results: Sequence[Result], shared: Shared) -> tuple[Result, ...]:
    """Those that stay true whatever else there was: what a title may state and a picture may show."""
    if _is_whole(shared):
        return tuple(results)
    return tuple(result for result in results if result.pattern not in _DID_NOT_HAPPEN)


def _said(results: Iterable[Result], shared: Shared) -> Mapping[str, Said]:
    """What people said, by the keys of these findings."""
    if _is_whole(shared):
        return shared.said
    dismissed = [FindingKey.of(key) for key, said in shared.said.items() if said is Said.DISMISSED]
    gone = {(key.pattern, number) for key in dismissed for number in key.contacts}
    said = dict(shared.said)
    for result in results:
        if isinstance(result, Finding) and any(
            (result.pattern, number) in gone for number in result.contacts
        ):
            said[str(result.key)] = Said.DISMISSED
    return said


def _pattern(result: Result) -> str:
    return result.pattern


def contacts_told(finding: Finding, there: Mapping[int, Touchpoint]) -> tuple[int, ...]:
    """A finding's contacts, of missed appointments without what followed one but is not told to have: it has no link.

    ``there``: the touchpoints by their lasting numbers.
    """
    if finding.pattern != "P06":
        return finding.contacts
    linked = {number for link in finding.links for number in link}
    return tuple(
        number
        for number in finding.contacts
        if number in linked or there[number].outcome is Outcome.DID_NOT_ATTEND
    )


def shown_for_sharing(results: Sequence[Result]) -> Mapping[str, int | None]:
    """By pattern, in their order, how often it was found; None where it cannot be told or is not."""
    counts: dict[str, int | None] = {}
    for result in results:
        if isinstance(result, CannotTell):
            counts[result.pattern] = None
        else:
            count = result.count if isinstance(result, Finding) else 0
            counts[result.pattern] = (counts.get(result.pattern) or 0) + count
    return MappingProxyType(counts)


def strongest_for_sharing(results: Sequence[Result], case: Case, shared: Shared) -> str:
    """The sentence that a page's title may state, "" where there is none.

    Raises IdentifierFound where it holds anything but our own words and numbers that are no date.
    """
    told = strongest(results, case, shared.thresholds)
    if not told:
        return ""
    counted = counted_inside(told, shared.thresholds, _months(case, shared))
    return checked([f"{told.sentence}{counted}"])[0]


@dataclass(frozen=True)
class _Places:
    """The touchpoints as they are told, by their lasting numbers."""

    touchpoints: Sequence[AnonymousTouchpoint]
    rows: Mapping[int, int]
    months: Months

    def of(self, numbers: Iterable[int]) -> tuple[int, ...]:
        return tuple(self.rows[number] for number in numbers)

    def are_near(self, link: tuple[int, int]) -> bool:
        """Whether two are told of one month: else it would say where in their months they were."""
        first, then = (self.touchpoints[self.rows[number]].month for number in link)
        return first == then


def found_for_sharing(
    results: Sequence[Result],
    case: Case,
    touchpoints: Sequence[AnonymousTouchpoint],
    months: Months,
    said: Mapping[str, Said],
) -> tuple[AnonymousFinding, ...]:
    """What is drawn on the picture, in time order: one kind of band and one of links, the strongest that there are.

    Of a kind of which a person confirmed any, only those. Bands and links are few: of more than 6 bands, or 12
    links, those links stay that lead into a band, and else none: they would cover what they are to show.
    ``case``: as ``touchpoints`` tell it, row for row.
    """
    numbers = case.touchpoints.number.tolist()
    places = _Places(touchpoints, {number: row for row, number in enumerate(numbers)}, months)
    findings = [one for one in results if isinstance(one, Finding) and _is_drawn(one, places)]
    kinds = kinds_of(findings)
    bands = _confirmed(findings, [kind for kind in kinds if kind in BANDS][:1], said)
    links = _confirmed(findings, [kind for kind in kinds if kind in LINKS][:1], said)
    near = [one for one in links if any(map(places.are_near, one.links))]
    bands = bands if len(bands) <= _MOST_BANDS else []
    if len(near) > _MOST_LINKS:
        inside = {number for band in bands for number in band.contacts}
        near = [one for one in near if any(then in inside for _, then in one.links)]
    near = near if len(near) <= _MOST_LINKS else []
    return (*(_band(one, places) for one in bands), *(_linked(one, places) for one in near))


def _confirmed(findings: Iterable[Finding], kinds: Sequence[str], said: Mapping[str, Said]) -> list[Finding]:
    of_kind = [one for one in findings if one.pattern in kinds]
    confirmed = [one for one in of_kind if said.get(str(one.key)) is Said.CONFIRMED]
    return confirmed or of_kind


def _is_drawn(finding: Finding, places: _Places) -> bool:
    """As on the desk, but by months: a band that is one day too long would tell that it goes from edge to edge."""
    if finding.pattern not in BANDS:
        return finding.pattern in LINKS
    told = [places.touchpoints[row].month for row in _in_band(finding, places)]
    return max(told) - min(told) < _LONGEST_BAND


def _in_band(finding: Finding, places: _Places) -> tuple[int, ...]:
    """What followed a missed one is not missed, and its month would be told by it."""
    rows = places.of(finding.contacts)
    if finding.pattern != "P06":
        return rows
    return tuple(row for row in rows if places.touchpoints[row].outcome is Outcome.DID_NOT_ATTEND)


def _band(finding: Finding, places: _Places) -> AnonymousFinding:
    rows = _in_band(finding, places)
    told = [places.touchpoints[row].month for row in rows]
    return AnonymousFinding(
        _BAND_NAMES[finding.pattern], rows, first=min(told) - 1.0, last=float(places.months.end_of(max(told)))
    )


def _linked(finding: Finding, places: _Places) -> AnonymousFinding:
    pairs = tuple(_pair(places.of(link)) for link in finding.links if places.are_near(link))
    return AnonymousFinding(patterns()[finding.pattern].short, places.of(finding.contacts), links=pairs)


def _pair(rows: Sequence[int]) -> tuple[int, int]:
    return rows[0], rows[1]
