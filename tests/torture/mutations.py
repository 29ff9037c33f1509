"""Real files and what may become of them on a bad disk: bits, blocks and bytes changed, lost, doubled or moved."""

import csv
import io
import json
import random
import zipfile
from pathlib import Path

import fhir_kit
import old_workbooks
import openpyxl

EXAMPLES = Path(__file__).parents[2] / "examples"
_MOST_ROWS = 60
_FHIR = (
    fhir_kit.ANNA,
    fhir_kit.encounter(type=[{"text": "Dressing of Hallux"}]),
    fhir_kit.appointment(),
    fhir_kit.referral(requester={"display": "Dr Wren Test"}),
    fhir_kit.DOCTOR,
    fhir_kit.SURGERY,
)


def originals() -> dict[str, bytes]:
    """Small files of every kind that is read, by name."""
    attendances = (EXAMPLES / "riverside-ecds.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(attendances.splitlines()))[:_MOST_ROWS]
    lines = [["Person", "Date", "Service", "Reason"]]
    lines += [[f"Zebedee {day}", f"{day}/2/2025", "GP", f"fell,\nthen Quinine {day}"] for day in range(1, 29)]
    made = {
        "comma.csv": _text(rows, ",").encode(),
        "semicolon.csv": _text(rows, ";", csv.QUOTE_ALL).encode("cp1252", "replace"),
        "tab.txt": _text(rows, "\t").encode("utf-16"),
        "pipe.csv": _text(rows, "|").encode("utf-8-sig"),
        "lines in cells.csv": _text(lines, ",").encode(),
        "sheet.ods": old_workbooks.ods(lines),
        "sheet.xlsb": old_workbooks.xlsb(lines),
        "sheet.xls": old_workbooks.xls(lines),
        "bundle.json": json.dumps(fhir_kit.bundle(*_FHIR)).encode(),
        "lines.ndjson": "\n".join(map(json.dumps, _FHIR)).encode(),
    }
    for path in sorted(EXAMPLES.glob("riverside-*.xlsx")):
        made[path.name] = _shortened(path)
    made["macros.xlsm"] = _with_macros(made["riverside-typed-by-hand.xlsx"])
    return made


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Some changes in the file; of an archive, mostly inside one of its members, where a parser meets them."""
    if content.startswith(b"PK") and chance.random() < 0.8:
        return _mutated_inside(content, chance)
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 6)):
        if changed:
            chance.choice(_CHANGES)(changed, chance)
    return bytes(changed)


def _flip(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(1, 12)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _cut_short(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def _remove(content: bytearray, chance: random.Random) -> None:
    first, after = _span(content, chance)
    del content[first:after]


def _double(content: bytearray, chance: random.Random) -> None:
    first, after = _span(content, chance)
    content[first:first] = content[first:after]


def _swap(content: bytearray, chance: random.Random) -> None:
    places = sorted(chance.randrange(len(content) + 1) for _ in range(3))
    one, two, three = places
    content[one:three] = content[two:three] + content[one:two]


_CHANGES = (_flip, _flip, _flip, _remove, _double, _swap, _cut_short)


def _span(content: bytearray, chance: random.Random) -> tuple[int, int]:
    first = chance.randrange(len(content))
    return first, first + chance.choice((1, 1, 4, 64, 1024))


def _mutated_inside(content: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name in members if members[name]])
    changed = bytearray(members[name])
    for _ in range(chance.randrange(1, 4)):
        if changed:
            chance.choice(_CHANGES)(changed, chance)
    return _archive({**members, name: bytes(changed)})


def _archive(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def _text(rows: list[list[str]], separator: str, quoting: int = csv.QUOTE_MINIMAL) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return text.getvalue()


def _shortened(path: Path) -> bytes:
    workbook = openpyxl.load_workbook(path)
    for sheet in workbook.worksheets:
        sheet.delete_rows(_MOST_ROWS, sheet.max_row)
    made = io.BytesIO()
    workbook.save(made)
    return made.getvalue()


def _with_macros(workbook: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    types = members["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    return _archive({**members, "[Content_Types].xml": types, "xl/vbaProject.bin": bytes(range(256))})
