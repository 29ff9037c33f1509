from collections.abc import Sequence
from pathlib import Path

import pytest
from reading_kit import A, B, read_files

from journey_viewer.model.imported import Imported

HEADINGS = "NHS number,Patient ID,Name,DOB,Date,Service"


def lists(folder: Path, *files: Sequence[str]) -> Imported:
    """What comes of one file for each of these, a row for each of its people."""
    return read_files(
        folder,
        {
            f"{number}.csv": (
                HEADINGS,
                *(f"{who},{13 + row}/{number + 1}/2025,GP" for row, who in enumerate(people)),
            )
            for number, people in enumerate(files)
        },
    )


@pytest.mark.parametrize(
    ("files", "offers"),
    [
        ((["A,,Ann Lee,1/1/1950"], [",7,Ann Lee,1/1/1950"]), ((0, 1),)),
        (([",7,Ann Lee,1/1/1950"], [",8,Ann Lee,1/1/1950"]), ((0, 1),)),
        ((["A,,Ann Lee,1/1/1950"], [',7,"LEE, Ann (Mrs)",1/1/1950']), ((0, 1),)),
        ((["A,,Ann Lee,1/1/1950"], ["B,,Ann Lee,1/1/1950"]), ()),
        ((["A,,Ann Lee,1/1/1950"], [",7,Ann Lee,2/1/1950"]), ()),
        ((["A,,Ann Lee,1/1/1950"], [",7,Ann Lee,"]), ()),
        ((["A,,A.L.,1/1/1950"], [",7,A.L.,1/1/1950"]), ()),
        ((["A,,Mrs Lee,1/1/1950"], [",7,Mrs Lee,1/1/1950"]), ()),
        (([",7,Ann Lee,1/1/1950", ",8,Ann Lee,1/1/1950"],), ()),
        (([",7,Ann Lee,1/1/1950", ",8,Ann Lee,1/1/1950"], [",9,Ann Lee,1/1/1950"]), ()),
        ((["A,,Ann Lee,1/1/1950"], ["B,,Ann Lee,1/1/1950"], [",9,Ann Lee,1/1/1950"]), ()),
        (([",7,Ann Lee,1/1/1950"], [",8,Ann Lee,1/1/1950"], ["A,,Ann Lee,1/1/1950"]), ((0, 1, 2),)),
    ],
)  # fmt: skip
def test_people_of_different_lists_who_agree_in_name_and_birth_are_offered_not_merged(
    tmp_path: Path, files: tuple[list[str], ...], offers: tuple[tuple[int, ...], ...]
) -> None:
    files = tuple(
        [row.replace("A,,", f"{A},,", 1).replace("B,,", f"{B},,", 1) for row in rows] for rows in files
    )
    imported = lists(tmp_path, *files)
    assert imported.offers == offers
    assert len(imported.people) == sum(map(len, files))


def test_an_offer_shows_nobodys_name(tmp_path: Path) -> None:
    imported = lists(tmp_path, [f"{A},,Ann Lee,1/1/1950"], [",7,Ann Lee,1/1/1950"])
    assert "Lee" not in repr(imported.offers) + repr(imported.sources)
