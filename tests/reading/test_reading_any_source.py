"""Any text under the headings of any sources, several at once: everything adds up, and nothing else is raised."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_kit import A, B, check_account, finished

from journey_viewer.errors import JourneyError
from journey_viewer.reading.code_lists import code_list
from journey_viewer.reading.lists import read_lists
from journey_viewer.reading.profiles import Profile, Role, heading_key, profiles

FAMILIES = sorted({profile.family for profile in profiles()} - {"", "fhir"})
CODES = sorted({code for p in profiles() for name in p.codes.values() for code in code_list(name)})
CELLS = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        ["", "1", "2", "R1", "-1", A, B, "2025-03-12", "12/03/2025", "14:30", "4000", "TRUE", "1h 5m"]
    ),
    st.sampled_from(CODES),
)
DATES = st.sampled_from(["2025-03-12", "2025-03-12", "13/03/2025 14:30:00", "2025-03-14 09:00:00", "soon"])


def headings_of(profile: Profile) -> list[str]:
    """All headings that mean something to a source, its longest signature first."""
    if profile.headerless:
        return list(profile.headerless.columns)
    signed = max((list(names.values()) for names in profile.signatures), key=len, default=[])
    known = [*profile.columns.values(), *profile.keys.values(), *(rule.columns for rule in profile.skips)]
    return list(dict.fromkeys([*signed, *(heading for names in known for heading in names)]))


@st.composite
def files(draw: st.DrawFn) -> dict[str, list[list[str]]]:
    """Some tables of one family, the same one perhaps twice."""
    family = draw(st.sampled_from(FAMILIES))
    kin = [profile for profile in profiles() if profile.family == family]
    made = {}
    for number, profile in enumerate(draw(st.lists(st.sampled_from(kin), min_size=1, max_size=4))):
        headings = headings_of(profile)
        dated = set(profile.columns.get(Role.DATE, ()))
        row = st.tuples(*(DATES if heading_key(heading) in dated else CELLS for heading in headings))
        rows = [list(cells) for cells in draw(st.lists(row, max_size=5))]
        made[f"{number} outcome.csv"] = rows if profile.headerless else [headings, *rows]
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(files())
def test_any_tables_of_a_family_add_up(tmp_path: Path, files: dict[str, list[list[str]]]) -> None:
    paths = []
    for name, rows in files.items():
        paths.append(tmp_path / name)
        lines = ("|".join(cell.replace("|", " ") for cell in row) for row in rows)
        paths[-1].write_text("\n".join(lines), encoding="utf-8", errors="replace")
    try:
        imported = finished(read_lists(paths))
    except JourneyError:
        return
    check_account(imported)
    assert all(place < len(imported.people) for offer in imported.offers for place in offer)
