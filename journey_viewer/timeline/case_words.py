"""A case in plain words: for people who do not see the picture, for a page's notes and for the clipboard."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from journey_viewer.measures.headlines import FEWEST
from journey_viewer.model.words import OUTCOME_NAMES, Outcome
from journey_viewer.privacy.anonymous_case import (
    AnonymousCase,
    AnonymousHeadline,
    AnonymousNote,
    AnonymousTouchpoint,
)
from journey_viewer.timeline.bands import stretches
from journey_viewer.timeline.families import told_service
from journey_viewer.timeline.ticks import months_in_words
from journey_viewer.timeline.wrapping import in_a_sentence, one_line

IN_NUMBERS, SEEN, DIFFERENT, COVERED, NOTED = (
    "In numbers",
    "What we see",
    "What could be different",
    "What the lists cover",
    "What was noted",
)
FOUND = "What rules found, as drawn"


def heading_of(case: AnonymousCase) -> str:
    """The page's title: what somebody wrote for it, else the strongest finding, else the counts."""
    if case.headline:
        return f"{case.label}: {one_line(case.headline)}"
    return f"{case.label}: {in_a_sentence(case.strongest)}" if case.strongest else case.title


def states_counts(case: AnonymousCase) -> bool:
    """Whether the counts are the title."""
    return not (case.headline or case.strongest)


def numbers_told(case: AnonymousCase) -> tuple[AnonymousHeadline, ...]:
    """The headline numbers without what the title says already, where enough are left."""
    told = case.headlines
    return told[1:] if states_counts(case) and len(told) > FEWEST else told


def seen(case: AnonymousCase) -> tuple[str, ...]:
    """What we see: the strongest finding first where the title says something else; nothing that is a number above."""
    numbers = {f"{each.value} {each.label}" for each in numbers_told(case)}
    first = (case.strongest,) if case.headline and case.strongest else ()
    return (*first, *(fact for fact in case.seen if fact not in numbers))


def about(case: AnonymousCase) -> str:
    """Who it is about in a line or two, with the counts where they are not the title."""
    untold = not (states_counts(case) or case.headlines)
    counts = case.title.removeprefix(f"{case.label}: ") if untold else ""
    counts = counts[:1].upper() + counts[1:]
    return " ".join(sentence(text) for text in (case.description, case.about, counts) if text)


def sentence(text: str) -> str:
    """In one line, and with a full stop where it ends in none."""
    text = one_line(text)
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def footer(case: AnonymousCase) -> str:
    """What is said under every picture: whose, how many of how many, and what the months are."""
    attended = sum(touchpoint.outcome is Outcome.ATTENDED for touchpoint in case.touchpoints)
    counted = f"{attended:,} of {len(case.touchpoints):,} touchpoints attended"
    months = "inside one only the order is kept" if case.step == 1 else "three of them are told together"
    return f"Anonymised, for learning. One person, not a sample; {counted}. Months count from the first; {months}."


def described(case: AnonymousCase) -> str:
    """The picture in one sentence, its counts, the numbers above it and what is drawn of findings."""
    counts = ", ".join(f"{told_service(case, service)} {count}" for service, count in case.counts.items())
    numbers = "; ".join(f"{each.value} {each.label}" for each in numbers_told(case))
    parts = (
        f"Swimlane of {case.title}.",
        f"In numbers: {numbers}." if numbers else "",
        f"Touchpoints by service: {counts}.",
        *(f"{told}." for told in found_in_words(case)),
        "Every touchpoint is in the notes.",
    )
    return " ".join(part for part in parts if part)


def found_in_words(case: AnonymousCase) -> Iterator[str]:
    """What is drawn of findings: "Crisis cluster: months 5–7, month 22", "A&E soon after the GP: 5 times, as links"."""
    bands: dict[str, list[str]] = {}
    links: dict[str, int] = {}
    for one in case.found:
        if one.first is not None and one.last is not None:
            bands.setdefault(one.name, []).append(_stretch(one.first, one.last).lower())
        elif one.links:
            links[one.name] = links.get(one.name, 0) + 1
    yield from (f"{name}: {', '.join(stretches)}" for name, stretches in bands.items())
    for name, count in links.items():
        yield f"{name}: once, drawn as a line" if count == 1 else f"{name}: {count} times, drawn as lines"


def case_text(case: AnonymousCase, numbers: Sequence[int]) -> str:
    """All of a case in plain text: title, what was seen and written, the journey month by month.

    ``numbers``: for each note on a stretch the number that it has on the picture, 0 where its words stand there.
    """
    blocks = [
        f"{sentence(heading_of(case))} {about(case)}",
        _block(IN_NUMBERS, (f"{each.value} {each.label}" for each in numbers_told(case))),
        _block(SEEN, seen(case)),
        _block(FOUND, found_in_words(case)),
        _block(DIFFERENT, case.different),
        _block(COVERED, case.covered),
        _block(NOTED, notes_in_words(case, numbers)),
        f"The journey, {_step(case)} (month 1 begins with the first touchpoint):\n"
        + "\n".join(chronology(case)),
        footer(case),
    ]
    return "\n\n".join(block for block in blocks if block)


def _block(heading: str, lines: Iterable[str]) -> str:
    bullets = "\n".join(f"• {sentence(line)}" for line in lines)
    return f"{heading}:\n{bullets}" if bullets else ""


def _step(case: AnonymousCase) -> str:
    return "month by month" if case.step == 1 else "three months at a time"


def notes_in_words(case: AnonymousCase, numbers: Sequence[int]) -> Iterator[str]:
    """Every note, those on the whole journey first, then by month."""
    for note in case.notes:
        if note.first is None:
            yield note.text
    for note, number in zip(stretches(case.notes), numbers, strict=True):
        yield numbered(note, number)


def numbered(note: AnonymousNote, number: int) -> str:
    """A note on a stretch: "Months 5–7: …", or "Note 2, months 5–7: …" where it has a number on the picture."""
    months, text = _months_of(note), one_line(note.text)
    return f"Note {number}, {months.lower()}: {text}" if number else f"{months}: {text}"


def _months_of(note: AnonymousNote) -> str:
    return _stretch(note.first or 0.0, note.last or 0.0)


def _stretch(begins: float, ends: float) -> str:
    first, last = int(begins) + 1, max(int(begins) + 1, int(ends))
    return f"Month {first}" if first == last else f"Months {first}–{last}"


def chronology(case: AnonymousCase) -> Iterator[str]:
    """A line a month, or a line for the months that are told together, with every touchpoint in it."""
    for month, together in groupby(case.touchpoints, key=_month):
        told = "; ".join(_in_words(case, touchpoint) for touchpoint in together)
        yield f"{months_in_words(month, case.step).capitalize()}: {told}."


def _month(touchpoint: AnonymousTouchpoint) -> int:
    return touchpoint.month


def _in_words(case: AnonymousCase, touchpoint: AnonymousTouchpoint) -> str:
    details = [touchpoint.clinician, touchpoint.place, touchpoint.lasting]
    if touchpoint.outcome is not Outcome.ATTENDED:
        details.append(OUTCOME_NAMES[touchpoint.outcome])
    if touchpoint.uncertain:
        details.append("date uncertain")
    told = ", ".join(detail for detail in details if detail)
    name = told_service(case, touchpoint.service)
    name = f"{name} ({told})" if told else name
    return f"{name}, for “{one_line(touchpoint.reason)}”" if touchpoint.reason else name
