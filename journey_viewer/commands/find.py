"""Who attends, on the command line: from lists, a case file, Parquet and CSV files or an organisation's own engine.

It names nobody by default: people of lists by their labels, people of a database by their rank, practices and care
homes by a letter or a number.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from journey_viewer.attendance.asked import Mix
from journey_viewer.attendance.lists import Attendance, PersonKey
from journey_viewer.attendance.ranking import Figures
from journey_viewer.attendance.reasons import REMINDER
from journey_viewer.commands.saying import naming
from journey_viewer.commands.sources import Opened, opened_sources, walk
from journey_viewer.errors import JourneyError
from journey_viewer.work.attender_list import practice_letters, years_in_words
from journey_viewer.work.find_attenders import Asked, Found, find_attenders

_CURVE = (0.01, 0.05, 0.1, 0.2)
_COLUMNS = (
    "",
    "GP",
    "clinicians",
    "most seen",
    "A&E",
    "services",
    "hand-overs",
    "out of hours",
    "GP last year",
    "why",
)
_OF_A_PERSON = (
    *("services", "clinicians", "named", "handovers", "ae", "out_of_hours", "hours_known", "missed"),
    *("gp_before", "contacts_before", "ae_before"),
)
_COUNTED = "Counted: attended contacts of this year; services with any touchpoint."
_NOTHING = "–"
Naming = Callable[[PersonKey, int], str]


def find(options: argparse.Namespace) -> int:
    """Rank a whole list and say what it shows."""
    asked = Asked(Mix.read(options.rank), options.top, options.until, options.months, options.list_size)
    with _opened(options) as (attendance, named):
        found = walk(find_attenders(attendance, date.today(), asked))
    names = [named(one.person, place) for place, one in enumerate(found.people)]
    if options.json:
        told = _told(found, names, named=options.identify)
        print(json.dumps(told, indent=2, ensure_ascii=False))
        return 0
    for line in _in_words(found, names):
        print(line)
    return 0


@contextmanager
def _opened(options: argparse.Namespace) -> Iterator[tuple[Attendance, Naming]]:
    """The list that the options name, and how its people are called."""
    from journey_viewer.attendance.warehouse import is_address

    first = options.sources[0]
    if is_address(first) or options.mapping is not None or _is_parquet(Path(first)):
        with _elsewhere(options) as attendance:
            yield attendance, (_by_key if options.identify else _by_rank)
        return
    from journey_viewer.attendance.embedded import open_imported

    options.sources = [Path(text) for text in options.sources]
    with opened_sources(options) as opened:
        session = opened.session
        with open_imported(session.imported) as attendance:
            yield attendance, (_by_name(opened) if options.identify else _by_label(opened))


def _elsewhere(options: argparse.Namespace) -> Attendance:
    from journey_viewer.attendance.mapping import AS_OURS, read_mapping
    from journey_viewer.attendance.warehouse import is_address, open_address, open_files

    if len(options.sources) > 1:
        raise JourneyError(
            "Several sources cannot be ranked together here.", "Name one address or one folder."
        )
    with naming(options.mapping):
        mapping = AS_OURS if options.mapping is None else read_mapping(options.mapping)
    source = options.sources[0]
    return open_address(source, mapping) if is_address(source) else open_files(Path(source), mapping)


def _is_parquet(path: Path) -> bool:
    if path.is_dir():
        return any(path.glob("*.parquet")) or any(path.glob("*/*.parquet"))
    return path.suffix.lower() == ".parquet"


def _by_rank(_: PersonKey, place: int) -> str:
    return f"Person {place + 1}"


def _by_key(person: PersonKey, _: int) -> str:
    return str(person)


def _by_label(opened: Opened) -> Naming:
    def label(person: PersonKey, _: int) -> str:
        return opened.session.label(int(person))

    return label


def _by_name(opened: Opened) -> Naming:
    def name(person: PersonKey, _: int) -> str:
        session = opened.session
        who = session.imported.people[int(person)]
        return f"{session.label(int(person))} {who.name or '(no name)'} {who.nhs_number}".rstrip()

    return name


def _told(found: Found, names: Sequence[str], *, named: bool) -> dict[str, Any]:
    """``named``: places are called what they are, else by letters and numbers as in the window."""
    spread = found.spread
    letters = practice_letters(found)
    return {
        "this_year": _window(found.years.this),
        "year_before": _window(found.years.before),
        "ranked_by": found.asked.mix.in_words,
        "to_know_first": [*found.ready.sentences],
        "people_on_list": spread.people,
        "gp_contacts": spread.contacts,
        "share_of_busiest": {f"{share:g}": spread.share_of_busiest(share) for share in _CURVE},
        "bands": dict(spread.bands),
        "over_30_a_year": spread.over_thirty_a_year,
        "more_than_3_in_a_month": found.many_a_month,
        "turnover": {
            "top": found.turnover.top,
            **{name: len(getattr(found.turnover, name)) for name in ("stayers", "leavers", "joiners")},
        },
        "profile": [asdict(trait) for trait in found.profile],
        "ages": [{"ages": band.name, **_counts(band)} for band in found.ages],
        "groups": {name: [asdict(group) for group in groups] for name, groups in found.groups.items()},
        "practices": [
            {"practice": one.name if named else letters[one.name], **_practice(one)}
            for one in found.practices
        ],
        "care_homes": [
            {**asdict(home), "name": home.name if named else f"Care home {place}"}
            for place, home in enumerate(found.care_homes, start=1)
        ],
        "people": [_person(one, name, found) for one, name in zip(found.people, names, strict=True)],
    }


def _window(window: Any) -> dict[str, str]:
    return {"from": window.first.isoformat(), "until": window.last.isoformat()}


def _counts(band: Any) -> dict[str, int]:
    return {name: count for name, count in asdict(band).items() if name not in ("first", "last")}


def _practice(one: Any) -> dict[str, Any]:
    return {
        "people": one.this.people,
        "gp_contacts": one.this.contacts,
        "gp_contacts_before": one.before.contacts,
        "change": one.change,
        "share_of_busiest_5_percent": one.this.share_of_busiest(0.05),
        "share_of_busiest_5_percent_before": one.before.share_of_busiest(0.05),
        "months": {day.strftime("%Y-%m"): count for day, count in one.months},
        **{name: getattr(one, name) for name in ("ae", "ae_before", "turned_away", "turned_away_before")},
    }


def _person(one: Figures, name: str, found: Found) -> dict[str, Any]:
    return {
        "person": name,
        "score": one.score,
        "age": one.age,
        "sex": one.sex,
        "contacts": {service.value: count for service, count in one.by_service.items()},
        "most_seen_share": one.most_seen_share,
        **{field: getattr(one, field) for field in _OF_A_PERSON},
        "stays": one.person in found.turnover.stayers,
        "why": [reason.sentence for reason in found.reasons[one.person]],
    }


def _in_words(found: Found, names: Sequence[str]) -> Iterator[str]:
    spread = found.spread
    yield years_in_words(found.years)
    yield from (f"! {sentence}" for sentence in found.ready.sentences)
    shares = ((share, spread.share_of_busiest(share)) for share in _CURVE)
    told = ", ".join(f"{part:.0%} of people {of:.0%}" for part, of in shares if of is not None)
    yield f"{spread.people:,} people, {spread.contacts:,} GP contacts: {told or 'none'}."
    yield f"How often: {', '.join(f'{name} {count:,}' for name, count in spread.bands.items())}."
    yield f"More than 30 a year: {spread.over_thirty_a_year:,}. More than 3 in a month: {found.many_a_month:,}."
    yield found.turnover.sentence
    yield (
        "Of those at the top: "
        + "; ".join(f"{trait.name} {trait.count} of {trait.of}" for trait in found.profile if trait.known)
        + "."
    )
    yield f"Ranked by {found.asked.mix.in_words}:"
    yield from _table(
        [_COLUMNS, *(_cells(one, name, found) for one, name in zip(found.people, names, strict=True))]
    )
    yield _COUNTED
    yield REMINDER


def _cells(one: Figures, name: str, found: Found) -> tuple[str, ...]:
    share = one.most_seen_share
    return (
        name,
        f"{one.gp_contacts:,}",
        f"{one.clinicians:,}",
        _NOTHING if share is None else f"{share:.0%}",
        f"{one.ae:,}",
        f"{one.services:,}",
        f"{one.handovers:,}",
        f"{one.out_of_hours:,}",
        f"{one.gp_before:,}",
        ", ".join(reason.why for reason in found.reasons[one.person]),
    )


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *middle, last in rows:
        cells = (cell.rjust(width) for cell, width in zip(middle, widths[1:-1], strict=True))
        yield "  ".join((first.ljust(widths[0]), *cells, last)).rstrip()
