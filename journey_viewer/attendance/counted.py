"""What is counted, as expressions over touchpoints: the definitions of the measures, for a whole list at once."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from journey_viewer.attendance.lists import Column, Table
from journey_viewer.model.clinicians import generic_words
from journey_viewer.model.core_hours import CLOSES, OPENS
from journey_viewer.model.people import Window
from journey_viewer.model.words import Kind, Outcome, Service

_DAY = 24 * 3600
_NOT_IN_WORDS = "[^0-9A-Za-z_À-῿Ⰰ-퟿]+"  # without a backslash, which each engine reads in its own way


def begins_in(touchpoints: Table, window: Window) -> Column:
    """True where a touchpoint began in the window; one that was open before it does not count again."""
    first, after = bounds(window)
    return (touchpoints.start >= first) & (touchpoints.start < after)


def bounds(window: Window) -> tuple[datetime, datetime]:
    """The first moment of the window, and the first after it."""
    return (
        datetime.combine(window.first, time()),
        datetime.combine(window.last + timedelta(1), time()),
    )


def on_list(people: Table, window: Window) -> Column:
    """True for whoever had not died or moved before the window began."""
    died, moved = people.died, people.moved
    return (died.isnull() | (died >= window.first)) & (moved.isnull() | (moved >= window.first))


def attended(touchpoints: Table) -> Column:
    """True where the touchpoint counts as a contact."""
    return touchpoints.outcome == Outcome.ATTENDED.code


def with_service(touchpoints: Table, service: Service) -> Column:
    """True where the touchpoint is in this lane."""
    return touchpoints.service == service.code


def gp_contact(touchpoints: Table) -> Column:
    """True for attended touchpoints in the GP practice's lane."""
    return attended(touchpoints) & with_service(touchpoints, Service.GP)


def hours_known(touchpoints: Table) -> Column:
    """True for attended contacts of which the hour and the day are known."""
    contact = attended(touchpoints) & (touchpoints.kind == Kind.CONTACT.code)
    return contact & touchpoints.timed & ~touchpoints.uncertain


def outside_hours(touchpoints: Table, closed: Sequence[date]) -> Column:
    """True for those of them that began outside the core hours of general practice."""
    start = touchpoints.start
    minute = start.hour() * 60 + start.minute()
    outside = (start.day_of_week.index() >= 5) | (minute < OPENS) | (minute >= CLOSES)
    if closed:
        outside = outside | start.date().isin(list(closed))
    return hours_known(touchpoints) & outside


def day_number(touchpoints: Table) -> Column:
    """A number that is higher for a later day, and the same for one day; every engine tells it alike."""
    start = touchpoints.start
    return (start.year() * 12 + start.month()) * 31 + start.day()


def month_column(touchpoints: Table) -> Column:
    """Of the month in which each began, as ``days.month_number`` counts them."""
    return (touchpoints.start.year() * 12 + touchpoints.start.month() - 1).cast("int64")


def second_of_day(touchpoints: Table) -> Column:
    """For the order inside a day: without a time at noon, a stay without one after all others."""
    start = touchpoints.start
    seconds = (start.hour() * 60 + start.minute()) * 60 + start.second()
    untimed = (touchpoints.kind == Kind.STAY.code).ifelse(_DAY - 1, _DAY // 2)
    return touchpoints.timed.ifelse(seconds, untimed)


def clinician_key(text: Column) -> Column:
    """What two spellings of one clinician have in common: no case, no punctuation, single spaces."""
    return text.fill_null("").lower().re_replace(_NOT_IN_WORDS, " ").strip()


def names_somebody(key: Column) -> Column:
    """Whether a key tells one clinician from another, by the words of [clinicians] in resources/measures.toml.

    "Dr Lanyon" and "GP 2" do, "Duty doctor", "Locum 2" and "2" do not.
    """
    generic, anybody, whole = generic_words()
    numbered = key.re_search("(^| )[0-9]+( |$)") & key.re_search("[^0-9 ]")
    apart = numbered & key.re_search(_nothing_but(generic - anybody))
    return (key != "") & ~key.isin(sorted(whole)) & (apart | ~key.re_search(_nothing_but(generic)))


def _nothing_but(words: frozenset[str]) -> str:
    either = f"({'|'.join(sorted(words))}|[0-9]+)"
    return f"^{either}( {either})*$"


def with_clinician_keys(touchpoints: Table) -> Table:
    """Those that name somebody, with ``key`` in place of the text."""
    keyed = touchpoints.mutate(key=clinician_key(touchpoints.clinician))
    return keyed.filter(names_somebody(keyed.key)).drop("clinician")
