"""Makes the lists of the invented Riverside PCN: python examples/make_examples.py [FOLDER].

The seed is fixed: the same stories give the same bytes.
"""

import sys
from pathlib import Path

from journeys import HERE, draw_rows, read_town
from lists import COMMUNITY_AND_COUNCIL, GP_PRACTICES, HOSPITAL, write_csv, write_workbook

from journey_viewer.export.template import template_workbook


def make_examples() -> dict[str, bytes]:
    """The files by name."""
    rows = draw_rows(read_town())
    return {
        "riverside-gp-practices.csv": write_csv(GP_PRACTICES, rows),
        "riverside-hospital.xlsx": write_workbook("Riverside: hospital and ambulance", HOSPITAL, rows),
        "riverside-community-and-council.xlsx": write_workbook(
            "Riverside: community, mental health, council and voluntary sector", COMMUNITY_AND_COUNCIL, rows
        ),
        "template.xlsx": template_workbook(),
    }


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in make_examples().items():
        (folder / name).write_bytes(content)
        print(f"{folder / name}: {len(content):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
