"""What the place Find says: headings that are computed, a line of the list in words, what to do where nothing is shown."""

from collections.abc import Mapping

from journey_viewer.attendance.asked import TOP
from journey_viewer.attendance.concentration import MANY_IN_A_MONTH, MANY_IN_A_YEAR, Spread
from journey_viewer.attendance.profile import Trait
from journey_viewer.attendance.turnover import Turnover
from journey_viewer.model.phrases import many
from journey_viewer.session import Session
from journey_viewer.work.attender_list import Column, Line, practice_letters
from journey_viewer.work.find_attenders import Found

HEADING = "Who attends most, and who is passed from service to service?"
OBJECTS = "objects: shown in no meeting, cannot be chosen"
NOBODY_MATCHES = "Nobody on the list is like this. Clear the filter to see everybody again."
_SHARE, _ENOUGH = 0.05, 40  # people from whom on so small a share of them is more than two
_FEW_TIMES = 3  # the people of the cards: on a list of fewer than so many times these, most are among them


def concentration_heading(spread: Spread) -> str:
    """As in "5% of people use 36% of GP contacts"; of few people as in "The busiest 2 of 12 people …"."""
    if not spread.contacts:
        return "No GP contact in this year"
    if spread.people >= _ENOUGH:
        share = spread.share_of_busiest(_SHARE) or 0
        return f"{_SHARE:.0%} of people use {share:.0%} of GP contacts"
    few = max(1, round(spread.people / 10))
    share = spread.share_of_busiest(few / spread.people) or 0
    who = "person uses" if few == 1 else f"{few:,} use"
    return f"Of {spread.people:,} people the busiest {who} {share:.0%} of GP contacts"


def many_in_words(found: Found) -> str:
    """How many people have more than the field's own thresholds."""
    year, month = found.spread.over_thirty_a_year, found.many_a_month
    return (
        f"More than {MANY_IN_A_YEAR} GP contacts in the year: {_people(year)}; more than {MANY_IN_A_MONTH} in"
        f" some month: {_people(month)}."
    )


def curve_in_words(spread: Spread) -> str:
    """The curve read aloud, at a few of its points."""
    points = ((share, spread.share_of_busiest(share)) for share in (0.01, 0.05, 0.1, 0.2, 0.5))
    told = [f"{share:.0%} of people use {used:.0%}" for share, used in points if used is not None]
    return f"Share of GP contacts by share of people, busiest first: {', '.join(told)}"


def turnover_heading(turned: Turnover) -> str:
    if not turned.before:
        return "Last year is not on the list: who stays cannot be told"
    return turned.sentence.rstrip(".")


def turnover_in_words(found: Found) -> str:
    """Who stays, leaves and is new, and what that says about choosing."""
    turned = found.turnover
    stay, leave, new = len(turned.stayers), len(turned.leavers), len(turned.joiners)
    said = f"{stay:,} stay, {leave:,} leave, {new:,} are new."
    if found.spread.people < _FEW_TIMES * top_of(found):
        return f"{said} Of so few people nearly everybody is among the first: it says little."
    mostly = turned.stay_share is not None and turned.stay_share < 0.5
    return f"{said} Most fall by themselves: a fall alone is no success." if mostly else said


def profile_heading(found: Found) -> str:
    return f"Who the top {top_of(found):,} are"


def top_of(found: Found) -> int:
    """How many people the cards are about."""
    return len(found.turnover.stayers) + len(found.turnover.joiners)


def trait_in_words(trait: Trait) -> str:
    if not trait.known:
        return "not known"
    return f"{trait.count:,}" if trait.of == trait.people else f"{trait.count:,} of {trait.of:,} known"


HEADINGS: Mapping[Column, str] = {
    Column.TICK: "",
    Column.PERSON: "Person",
    Column.STRIP: "Two years",
    Column.SCORE: "Score",
    Column.GP: "GP",
    Column.CLINICIANS: "Clinicians",
    Column.MOST_SEEN: "Most-seen",
    Column.AE: "A&E",
    Column.SERVICES: "Services",
    Column.YEARS: "Last year → this",
    Column.STAYS: "Stays?",
    Column.REASONS: "Why look",
}
MEANINGS: Mapping[Column, str] = {
    Column.TICK: "In the deep dive.",
    Column.PERSON: "Age at the end of the year, sex, and their letter; names with F8.",
    Column.STRIP: "Every touchpoint of both years in the colour of its service; those not attended are short.",
    Column.SCORE: "What the people are ranked by.",
    Column.GP: "Attended contacts with the GP practice this year.",
    Column.CLINICIANS: "Different named clinicians among them.",
    Column.MOST_SEEN: "Share of them with the clinician seen most; from three contacts with a named clinician on.",
    Column.AE: "A&E attendances this year.",
    Column.SERVICES: "Services with any touchpoint this year.",
    Column.YEARS: "GP contacts last year, and this year.",
    Column.STAYS: f"Whether somebody is among the first {TOP:,} in both years.",
    Column.REASONS: "What stands out, in words. People decide.",
}


def cell(line: Line, column: Column) -> str:
    """What stands in a cell; "–" where it is not known."""
    one = line.figures
    if column is Column.SCORE:
        return f"{one.score:,.4g}" if one.score < 10_000 else f"{one.score:,.0f}"
    if column is Column.MOST_SEEN:
        return "–" if one.most_seen_share is None else f"{one.most_seen_share:.0%}"
    if column is Column.YEARS:
        return f"{one.gp_before:,} → {one.gp_contacts:,}"
    if column is Column.STAYS:
        return line.stays
    if column is Column.REASONS:
        return " ".join(reason.sentence for reason in line.reasons)
    counts = {
        Column.GP: one.gp_contacts,
        Column.CLINICIANS: one.clinicians,
        Column.AE: one.ae,
        Column.SERVICES: one.services,
    }
    return f"{counts[column]:,}" if column in counts else ""


def cell_read_out(line: Line, column: Column) -> str:
    """With what the heading says, since a number alone says little."""
    words = cell(line, column)
    if column is Column.YEARS:
        return f"GP contacts from {line.figures.gp_before:,} to {line.figures.gp_contacts:,}"
    return f"{HEADINGS[column]}: {'not known' if words == '–' else words or 'nothing'}"


def person_in_words(session: Session, line: Line) -> str:
    """As in "75 F · Case C", with names "75 F · Case C · Jo Bloggs"; who was never chosen has a number and no letter."""
    one, person, document = line.figures, int(line.figures.person), session.document
    who = " ".join(part for part in ("" if one.age is None else str(one.age), one.sex[:1].upper()) if part)
    label = document.labels[person] if person in document.lettered else f"person {line.rank:02}"
    name = session.imported.people[person].name if session.view.names_shown else ""
    return " · ".join(part for part in (who, label, name) if part)


def practices_in_words(session: Session, found: Found) -> Mapping[str, str]:
    """Practices by name, and what each is called on the screen now."""
    letters = practice_letters(found)
    return {name: name if session.view.names_shown else letter for name, letter in letters.items()}


def _people(count: int) -> str:
    return many(count, "person", "people")


def tick_words(count: int) -> str:
    return f"Open {many(count, 'case')}" if count else "Open the cases"
