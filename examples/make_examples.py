"""Makes the lists of the invented Riverside PCN: python examples/make_examples.py [FOLDER].

The seed is fixed: the same stories give the same bytes.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from journeys import HERE, Row, draw_rows, read_town
from shapes import adastra, council, gp, hand_typed, hospital, national

from journey_viewer.export.template import template_workbook

SHAPES = (gp, adastra, hospital, national, council, hand_typed)


def make_lists(rows: Sequence[Row]) -> dict[str, bytes]:
    """The lists by name, each as its organisation's system writes it."""
    return {name: content for shape in SHAPES for name, content in shape.files(rows).items()}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    files = make_lists(draw_rows(read_town())) | {"template.xlsx": template_workbook()}
    for name, content in files.items():
        (folder / name).write_bytes(content)
        print(f"{folder / name}: {len(content):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
