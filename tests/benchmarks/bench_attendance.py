"""The top 100 with all their measures, over 20 million touchpoints of a million people, on two cores, beside pandas.

Each run is a process of its own over the same Parquet file, timed from opening it to the last figure; its peak memory is told
too. pandas gets the largest of the sizes that it can hold in --pandas-memory. Then the same from a tenth of the rows: as
ratios, linear is 10. Ends with 1 where ours takes more than 15 times as long for 10 times the rows, where the two do not
find the same people, or where ours needs more time or more memory than pandas.

    bench_attendance.py --rows 2000000      a smaller list, for a quick look
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from journey_viewer.attendance.embedded import connect
from journey_viewer.attendance.ranking import figures_of, rank
from journey_viewer.attendance.warehouse import open_files
from journey_viewer.work.find_attenders import years_for

ROWS, PEOPLE_EACH, TOP, MOST = 20_000_000, 20, 100, 15.0
YEARS = years_for(date(2026, 3, 31))
_GB = 1 << 30
_MAKE = """
copy (
    select least(floor({people} * pow(random(), 2.5)), {people} - 1)::int as person,
        (['gp', 'gp', 'gp', 'gp', 'gp', 'gp', 'ae', 'urgent_111', 'outpatient', 'community', 'mental_health'])
            [1 + floor(random() * 11)::int % 11] as service,
        case when random() < 0.9 then 'attended' else 'did_not_attend' end as outcome,
        'contact' as kind,
        timestamp '2024-04-01' + to_minutes((random() * 730 * 288)::int * 5) as start,
        case when random() < 0.9 then 'Dr ' || chr(65 + floor(random() * 26)::int % 26) || 'enwick' else 'Locum' end
            as clinician
    from range({rows})
) to '{path}' (format parquet)
"""


def make(folder: Path, rows: int) -> Path:
    """Invented touchpoints; few people have most of them."""
    path = folder / f"{rows}.parquet"
    connection, _ = connect()
    connection.execute("select setseed(0.5)")
    connection.execute(_MAKE.format(rows=rows, people=rows // PEOPLE_EACH, path=path))
    connection.close()
    return path


def ours(path: Path) -> list[tuple[Any, ...]]:
    with open_files(path) as attendance:
        people = figures_of(attendance, YEARS, rank(attendance, YEARS, top=TOP))
    return [
        (
            one.gp_contacts,
            one.clinicians,
            one.most_seen,
            one.handovers,
            one.ae,
            one.out_of_hours,
            one.gp_before,
        )
        for one in people
    ]


def by_pandas(path: Path) -> list[tuple[Any, ...]]:
    """The same, first the top 100 and then the figures of these alone."""
    import pandas as pd

    first, middle, after = (
        pd.Timestamp(day) for day in (YEARS.before.first, YEARS.this.first, YEARS.this.last + timedelta(1))
    )
    rows = pd.read_parquet(path)
    rows = rows[(rows.start >= first) & (rows.start < after)]
    now = rows[(rows.start >= middle) & (rows.outcome == "attended")]
    gp = now[now.service == "gp"]
    counts = gp.groupby("person").size()
    contacts, services = (
        now.groupby("person").size(),
        rows[rows.start >= middle].groupby("person").service.nunique(),
    )
    days = rows[rows.start >= middle]
    stamps = days.start.dt.year * 372 + days.start.dt.month * 31 + days.start.dt.day
    told = pd.DataFrame(
        {"gp": counts, "all": contacts, "services": services, "days": stamps.groupby(days.person).sum()}
    )
    told = told[told.gp > 0].reset_index(names="person")
    order = ["gp", "all", "services", "days", "person"]
    top = told.sort_values(order, ascending=[False, False, False, True, True]).person.head(TOP).tolist()
    few = rows[rows.person.isin(top)]
    return [_of_one(few[few.person == person], middle) for person in top]


def _of_one(rows: Any, middle: Any) -> tuple[Any, ...]:
    attended = rows[rows.outcome == "attended"]
    now = attended[attended.start >= middle].copy()
    now["code"] = now.service.map(
        {"gp": 0, "urgent_111": 1, "ae": 3, "outpatient": 5, "community": 6, "mental_health": 7}
    )
    now = now.assign(midnight=now.start == now.start.dt.normalize())
    now["moment"] = now.start.where(~now.midnight, now.start + timedelta(hours=12))
    now = now.sort_values(["moment", "code"])
    gp = now[now.service == "gp"]
    named = gp[gp.clinician != "Locum"].assign(day=gp.start.dt.normalize())
    seen = named.drop_duplicates(["day", "clinician"]).clinician.value_counts()
    timed = now[~now.midnight]
    minute = timed.start.dt.hour * 60 + timed.start.dt.minute
    outside = (timed.start.dt.dayofweek >= 5) | (minute < 480) | (minute >= 1110)
    outside |= timed.start.dt.date.isin(list(YEARS.closed))
    before = attended[(attended.start < middle) & (attended.service == "gp")]
    steps = int((now.code.to_numpy()[1:] != now.code.to_numpy()[:-1]).sum())
    return (
        len(gp),
        len(seen),
        int(seen.max()),
        steps,
        int((now.service == "ae").sum()),
        int(outside.sum()),
        len(before),
    )


WAYS: dict[str, Callable[[Path], list[tuple[Any, ...]]]] = {"ours": ours, "pandas": by_pandas}


def run(way: str, path: Path, memory: float = 0) -> dict[str, Any] | None:
    """In a process of its own; None where it had no room."""
    command = [sys.executable, __file__, "--way", way, "--path", str(path), "--memory", str(memory)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def child(way: str, path: Path, memory: float) -> None:
    if memory:
        resource.setrlimit(resource.RLIMIT_DATA, (int(memory * _GB),) * 2)
    import pandas  # noqa: F401  so that its import is in neither time
    import pyarrow.parquet  # noqa: F401

    begun = time.perf_counter()
    people = WAYS[way](path)
    taken = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    print(json.dumps({"seconds": taken, "gigabytes": peak, "people": people}))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--pandas-memory", type=float, default=10.0, metavar="GB")
    for hidden in ("--way", "--path", "--memory"):
        parser.add_argument(hidden, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        child(options.way, Path(options.path), float(options.memory))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return compare(Path(folder), options.rows, options.pandas_memory)


def compare(folder: Path, rows: int, pandas_memory: float) -> int:
    large, small = make(folder, rows), make(folder, rows // 10)
    whole, tenth = run("ours", large), run("ours", small)
    if whole is None or tenth is None:
        print("ours had no room")
        return 1
    say("ours", rows, whole)
    say("ours", rows // 10, tenth)
    grows = whole["seconds"] / tenth["seconds"]
    print(
        f"10 times the rows: {grows:.1f} times the time, {whole['gigabytes'] / tenth['gigabytes']:.1f} times the memory"
    )
    return int(beside_pandas(folder, rows, pandas_memory) or grows > MOST)


def beside_pandas(folder: Path, rows: int, memory: float) -> bool:
    """The largest part of the list that pandas can hold; whether ours was worse there, or they differ."""
    for share in (1, 2, 4, 10):
        path = folder / f"{rows // share}.parquet"
        path = path if path.exists() else make(folder, rows // share)
        theirs, own = run("pandas", path, memory), run("ours", path)
        if theirs is None or own is None:
            print(f"pandas cannot hold {rows // share:,} rows in {memory:g} GB")
            continue
        say("pandas", rows // share, theirs)
        time_ratio, memory_ratio = (theirs[name] / own[name] for name in ("seconds", "gigabytes"))
        print(
            f"pandas / ours over {rows // share:,} rows: {time_ratio:.1f} times the time, {memory_ratio:.1f} times the memory"
        )
        same = theirs["people"] == own["people"]
        print("the same people and figures" if same else "NOT the same people and figures")
        return not same or time_ratio < 1 or memory_ratio < 1
    return True


def say(way: str, rows: int, told: dict[str, Any]) -> None:
    print(f"{way:<7}{rows:>12,} rows: {told['seconds']:6.2f} s, peak {told['gigabytes']:5.2f} GB")


if __name__ == "__main__":
    sys.exit(main())
