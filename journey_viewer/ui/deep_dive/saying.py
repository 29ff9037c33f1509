"""What is said of a touchpoint on the picture: beside the pointer, to a screen reader, in a copied line."""

from journey_viewer.model.case import Case
from journey_viewer.model.phrases import many
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import OUTCOME_NAMES, Outcome
from journey_viewer.ui.deep_dive.words import as_shown, details, holiday, service_of, when


def in_a_hint(case: Case, row: int, others: int, *, names_shown: bool) -> str:
    """A line each: day and service, reason, what became of it and with whom; then how many stand there with it."""
    shown = as_shown(case.touchpoints[row], case.person, names_shown=names_shown)
    lines = (
        " · ".join(part for part in (when(shown), holiday(shown), service_of(shown)) if part),
        shown.reason,
        _outcome_and_details(shown, names_shown=names_shown),
        "date uncertain" if shown.uncertain else "",
        f"and {many(others, 'other')}" if others else "",
    )
    return "\n".join(line for line in lines if line)


def in_a_line(case: Case, row: int, *, names_shown: bool) -> str:
    """The same on one line, as for the record."""
    shown = as_shown(case.touchpoints[row], case.person, names_shown=names_shown)
    told = (
        when(shown),
        holiday(shown),
        service_of(shown),
        shown.reason,
        _outcome_and_details(shown, names_shown=names_shown),
    )
    return " ".join(" · ".join(part for part in told if part).split())


HELP = (
    "The journey as swimlanes. Everything in it is also in the chronology beside it."
    " Left and right go to the previous and next contact, up and down to another service."
    " A question mark shows all the keys."
)
_TABLE = "Everything is also in the chronology."


def described(case: Case | None, chosen: int | None, *, names_shown: bool) -> str:
    """What a screen reader says of the picture: what is chosen, or what there is."""
    if case is None or chosen is None:
        return HELP
    return f"{in_short(case, chosen, names_shown=names_shown)}. {_TABLE}"


def in_short(case: Case, row: int, *, names_shown: bool) -> str:
    """When, with which service, what became of it, and which of all it is."""
    told = as_shown(case.touchpoints[row], case.person, names_shown=names_shown)
    parts = (when(told), holiday(told), service_of(told), OUTCOME_NAMES[told.outcome])
    return f"{', '.join(part for part in parts if part)}; {row + 1:,} of {len(case.touchpoints):,}"


def _outcome_and_details(shown: Touchpoint, *, names_shown: bool) -> str:
    more = details(shown, names_shown=names_shown)
    attended = OUTCOME_NAMES[Outcome.ATTENDED] if shown.outcome is Outcome.ATTENDED else ""
    return " · ".join(part for part in (attended, more) if part)
