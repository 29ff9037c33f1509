"""A journey as rows of words, and those words as text to be copied."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from invented import CLINICIANS, IDENTITIES, OTTILIE, contact, session_on, stay
from widget_tree import found_in

from journey_viewer.model.imported import Source
from journey_viewer.model.notes import Note, Tone
from journey_viewer.model.people import Window
from journey_viewer.model.touchpoints import Touchpoint
from journey_viewer.model.words import Kind, Outcome, Service
from journey_viewer.session import Session
from journey_viewer.timeline.looking import Alignment, Filter, Looking
from journey_viewer.ui.deep_dive.chronology import Marked
from journey_viewer.ui.deep_dive.seen import Seen, seen_in
from journey_viewer.ui.deep_dive.stretch_words import stretch_in_words
from journey_viewer.ui.deep_dive.table_rows import Column, aligned, cells, outcome_words, told_in, with_tabs
from journey_viewer.ui.deep_dive.words import veil_of


def rows(session: Session, marked: Marked | None = None) -> list[tuple[str, ...]]:
    veil = veil_of(session.shown_case, names_shown=session.view.names_shown)
    told = told_in(session, veil, marked or Marked())
    assert told is not None
    return [cells(told, seen_in(session), row) for row in range(len(told.case.touchpoints))]


def looking(session: Session, **view: object) -> Session:
    return replace(session, view=replace(session.view, **view))  # type: ignore[arg-type]


def test_a_row_says_everything_in_its_columns() -> None:
    assert rows(session_on())[1:4] == [
        ("17 Feb 2025", "GP practice", "Blood test · telephone", "attended", "Nurse", "", "row 2 · list.csv"),
        ("5 Mar 2025, 23:40", "A&E", "Fell on the stairs", "attended", "", "", "row 2 · list.csv"),
        *[("6 Mar 2025", "Hospital stay", "Observation", "stay until 9 Mar 2025 (3 nights)", "Doctor", "", "row 2 · list.csv")],
    ]  # fmt: skip


def test_with_names_hidden_no_name_stands_in_any_row() -> None:
    note = Note(
        1, OTTILIE, f"{CLINICIANS[0]} knew Ottilie", touchpoint=1, service=Service.GP, first=date(2025, 2, 3)
    )
    session = session_on(sources=(Source("Quayle.csv", "", "a list", 3, 3),))
    session = replace(session, document=replace(session.document, notes=(note,)))
    hidden = "\n".join(text for row in rows(session) for text in row)
    shown = "\n".join(text for row in rows(looking(session, names_shown=True)) for text in row)
    assert found_in(hidden, IDENTITIES) == set()
    assert found_in(shown, IDENTITIES) >= {"Ottilie", "Lavender", "Elmgrove"}


@pytest.mark.parametrize(
    ("touchpoint", "expected"),
    [
        (contact(0, "2025-02-03", outcome=Outcome.DID_NOT_ATTEND), "did not attend"),
        (contact(0, "2025-02-03", outcome=Outcome.CANCELLED_BY_SERVICE), "cancelled by the service"),
        (contact(0, "2025-02-03", outcome=Outcome.CANCELLED_BY_PERSON), "cancelled by the person"),
        (contact(0, "2025-02-03", kind=Kind.REFERRAL, outcome=Outcome.REFERRED), "referral"),
        (contact(0, "2025-02-03", kind=Kind.REFERRAL, outcome=Outcome.REFUSED), "refused or closed"),
        (stay(0, "2025-03-06", "2025-03-07"), "stay until 7 Mar 2025 (1 night)"),
        (stay(0, "2025-03-06", "2025-03-06"), "stay"),
        (contact(0, "2025-02-03", kind=Kind.STAY), "stay goes on"),
        (contact(0, "2025-02-03", kind=Kind.OPEN_SERVICE), "open service goes on"),
        (
            contact(
                *(0, "2025-02-03"),
                kind=Kind.OPEN_SERVICE,
                outcome=Outcome.REFERRED,
                end=datetime(2025, 2, 5),
            ),
            "wait until 5 Feb 2025 (2 days)",
        ),
        (
            contact(0, "2025-02-03", kind=Kind.OPEN_SERVICE, outcome=Outcome.REFUSED),
            "wait goes on, refused or closed",
        ),
    ],
)
def test_what_became_of_it_is_told_as_the_picture_shows_it(touchpoint: Touchpoint, expected: str) -> None:
    assert outcome_words(touchpoint) == expected


@pytest.mark.parametrize(
    ("texts", "tone", "expected"),
    [
        (["Nobody rang"], Tone.CONCERN, "Concern: Nobody rang"),
        (["Knew her well"], Tone.STRENGTH, "Strength: Knew her well"),
        (["As it was"], Tone.NEITHER, "As it was"),
        ([" ".join("abcdefghijkl")], Tone.NEITHER, "a b c d e f g h i j…"),
        (["one", "two"], Tone.NEITHER, "one (and 1 more note)"),
        (["one", "two", "three"], Tone.CONCERN, "Concern: one (and 2 more notes)"),
    ],
)
def test_notes_are_told_by_how_they_begin(texts: list[str], tone: Tone, expected: str) -> None:
    day = date(2025, 3, 5)
    notes = tuple(
        Note(number, OTTILIE, text, tone, touchpoint=3, service=Service.AE, first=day, last=day)
        for number, text in enumerate(texts, start=1)
    )
    session = session_on()
    session = replace(session, document=replace(session.document, notes=notes))
    assert [row[Column.NOTE] for row in rows(session)] == ["", "", expected, "", "", ""]


def test_what_was_marked_and_corrected_is_said_beside_the_source() -> None:
    told = rows(session_on(), Marked(frozenset({1}), frozenset({1})))
    assert told[0][Column.SOURCE] == "row 2 · list.csv · corrected · sensitive: not shared"


def test_an_uncertain_day_has_its_question_mark() -> None:
    assert rows(session_on())[5][Column.DATE] == "? 12 Sep 2025"


def test_days_are_counted_from_day_0_beside_the_date() -> None:
    session = looking(session_on(), looking=Looking(alignment=Alignment(Service.AE)))
    assert [row[Column.DATE].replace("\u00a0", " ") for row in rows(session)][:4] == [
        "3 Feb 2025, 10:10 · day −30",
        "17 Feb 2025 · day −16",
        "5 Mar 2025, 23:40 · day 0",
        "6 Mar 2025 · day +1",
    ]


def test_tabs_part_the_cells_below_the_headings() -> None:
    row = ("1 Jan 2025", "A&E", "two\nlines\tand a tab", "attended", "", "", "row 2")
    assert with_tabs([row]) == (
        "Date\tService\tWhat happened\tOutcome\tClinician\tNote\tSource\n"
        "1 Jan 2025\tA&E\ttwo lines and a tab\tattended\t\t\trow 2\n"
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＠"])
def test_a_spreadsheet_takes_no_reason_for_a_formula(start: str) -> None:
    row = ("1 Jan 2025", "A&E", f"{start}1+1", "attended", "", "", "row 2")
    assert with_tabs([row]).splitlines()[1].split("\t")[2] == f"'{start}1+1"


def test_plain_text_stands_in_columns_and_leaves_out_those_that_say_nothing() -> None:
    table = [
        ("1 Jan 2025", "A&E", "Fell", "attended", "", "", "row 2"),
        ("12 Jan 2025", "GP practice", "Blood\u00a0test", "attended", "", "", "row 13"),
    ]
    assert aligned(table) == (
        "Date         Service      What happened  Outcome   Source\n"
        "1 Jan 2025   A&E          Fell           attended  row 2\n"
        "12 Jan 2025  GP practice  Blood test     attended  row 13\n"
    )


def test_nothing_copied_is_a_line_of_headings_or_nothing() -> None:
    assert with_tabs([]).count("\n") == 1
    assert aligned([]) == "\n"


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (None, ("", "")),
        (
            Window(date(2025, 2, 1), date(2025, 3, 31)),
            (
                "1 Feb 2025 to 31 Mar 2025 (59 days)",
                "4 touchpoints, 4 attended: GP practice 2, A&E 1, Hospital stay 1",
            ),
        ),
        (
            Window(date(2025, 3, 5), date(2025, 3, 5)),
            ("5 Mar 2025 (1 day)", "1 touchpoint, 1 attended: A&E 1"),
        ),
        (Window(date(2025, 4, 1), date(2025, 4, 2)), ("1 Apr 2025 to 2 Apr 2025 (2 days)", "No touchpoints")),
    ],
)
def test_a_stretch_is_told_with_its_totals(span: Window | None, expected: tuple[str, str]) -> None:
    assert stretch_in_words(seen_in(looking(session_on(), span=span))) == expected


def test_a_stretch_says_how_many_of_it_are_found() -> None:
    session = looking(
        session_on(),
        span=Window(date(2025, 2, 1), date(2025, 3, 31)),
        looking=Looking(filter=Filter(services=frozenset({Service.GP}))),
    )
    assert stretch_in_words(seen_in(session))[1].endswith("Hospital stay 1 · 2 found")


def test_with_nobody_shown_nothing_is_seen() -> None:
    assert (Seen().listed, Seen().day(date(2025, 1, 1)), stretch_in_words(Seen())) == ([], "", ("", ""))
