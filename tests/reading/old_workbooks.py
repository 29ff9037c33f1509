"""Writes small workbooks as .xlsb, .xls and .ods, by hand, since no package here does.

A list of rows on one sheet: text, numbers, dates with or without a time. As little as each format allows:
.xlsb by [MS-XLSB], .xls by [MS-XLS] in a compound file by [MS-CFB], .ods by OpenDocument 1.3.
"""

import io
import struct
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from html import escape

Cell = str | float | int | date | None
Rows = Sequence[Sequence[Cell]]

SHEET = "List"
_DAY_0 = datetime(1899, 12, 30)
_DAYS_TO_1904 = 1462
_PLAIN, _DAY, _MOMENT = 0, 1, 2
_FORMATS = (0, 14, 22)
"""Excel's own numbers of the formats: general, a day, a day with its time."""


def _style(cell: Cell) -> int:
    return _MOMENT if isinstance(cell, datetime) else _DAY if isinstance(cell, date) else _PLAIN


def _number(cell: float | date, *, from_1904: bool) -> float:
    """The number that a cell holds: of a date its day's."""
    if not isinstance(cell, date):
        return float(cell)
    moment = cell if isinstance(cell, datetime) else datetime(cell.year, cell.month, cell.day)
    return (moment - _DAY_0).total_seconds() / 86_400 - _DAYS_TO_1904 * from_1904


def _archive(members: dict[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


# .xlsb


def xlsb(rows: Rows, *, from_1904: bool = False) -> bytes:
    texts = list(dict.fromkeys(cell for row in rows for cell in row if isinstance(cell, str)))
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return _archive({
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/_rels/workbook.bin.rels": (
            f'<?xml version="1.0"?><Relationships xmlns="{relations}">'
            f'<Relationship Id="rId1" Type="{kinds}/worksheet" Target="worksheets/sheet1.bin"/>'
            "</Relationships>"
        ),
        "xl/workbook.bin": _xlsb_workbook(from_1904=from_1904),
        "xl/styles.bin": _xlsb_styles(),
        "xl/sharedStrings.bin": _xlsb_strings(texts),
        "xl/worksheets/sheet1.bin": _xlsb_sheet(rows, texts, from_1904=from_1904),
    })  # fmt: skip


def _record(kind: int, content: bytes = b"") -> bytes:
    """A record of .xlsb: its kind in one or two bytes, its length in up to four, seven bits in each."""
    return _sevens(kind) + _sevens(len(content)) + content


def _sevens(number: int) -> bytes:
    parts = [number & 0x7F]
    while number := number >> 7:
        parts.append(number & 0x7F)
    return bytes([part | 0x80 for part in parts[:-1]] + parts[-1:])


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def _xlsb_workbook(*, from_1904: bool) -> bytes:
    sheet = struct.pack("<II", 0, 1) + _wide("rId1") + _wide(SHEET)
    properties = struct.pack("<II", int(from_1904), 0) + _wide("")
    parts = [(131, b""), (153, properties), (143, b""), (156, sheet), (144, b""), (132, b"")]
    return b"".join(_record(kind, content) for kind, content in parts)


def _xlsb_styles() -> bytes:
    formats = [_record(47, struct.pack("<HH12x", 0, number)) for number in _FORMATS]
    return b"".join([
        *(_record(278), _record(617, struct.pack("<I", len(_FORMATS)))),
        *formats,
        *(_record(618), _record(279)),
    ])  # fmt: skip


def _xlsb_strings(texts: Sequence[str]) -> bytes:
    items = [_record(19, b"\x00" + _wide(text)) for text in texts]
    return b"".join([_record(159, struct.pack("<II", len(texts), len(texts))), *items, _record(160)])


def _xlsb_sheet(rows: Rows, texts: Sequence[str], *, from_1904: bool) -> bytes:
    width = max(map(len, rows))
    parts = [_record(129), _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1)), _record(145)]
    for place, row in enumerate(rows):
        parts.append(_record(0, struct.pack("<IIHHBI", place, 0, 300, 0, 0, 0)))
        for column, cell in enumerate(row):
            where = struct.pack("<II", column, _style(cell))
            if isinstance(cell, str):
                parts.append(_record(7, where + struct.pack("<I", texts.index(cell))))
            elif cell is not None:
                parts.append(_record(5, where + struct.pack("<d", _number(cell, from_1904=from_1904))))
    return b"".join([*parts, _record(146), _record(130)])


# .xls


def xls(rows: Rows, *, from_1904: bool = False) -> bytes:
    sheet = _xls_sheet(rows, from_1904=from_1904)
    name = struct.pack("<BB", len(SHEET), 0) + SHEET.encode("latin-1")

    def globals_with(place: int) -> bytes:
        formats = [_biff(0xE0, struct.pack("<HHH14x", 0, number, 0)) for number in _FORMATS]
        return b"".join([
            _biff(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)),
            *(_biff(0x42, struct.pack("<H", 1200)), _biff(0x22, struct.pack("<H", int(from_1904)))),
            *formats,
            *(_biff(0x85, struct.pack("<IBB", place, 0, 0) + name), _biff(0x0A)),
        ])  # fmt: skip

    return _compound_file(globals_with(len(globals_with(0))) + sheet)


def _biff(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _xls_sheet(rows: Rows, *, from_1904: bool) -> bytes:
    parts = [_biff(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))]
    parts.append(_biff(0x200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0)))
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            where = struct.pack("<HHH", place, column, _style(cell))
            if isinstance(cell, str):
                text = struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le")
                parts.append(_biff(0x204, where + text))
            elif cell is not None:
                parts.append(_biff(0x203, where + struct.pack("<d", _number(cell, from_1904=from_1904))))
    return b"".join([*parts, _biff(0x0A)])


def _compound_file(stream: bytes) -> bytes:
    """A compound file with this one stream: a header, the stream's sectors, the directory, the chains of sectors."""
    size = max(len(stream), 4096)  # a smaller one would live elsewhere
    sectors = -(-size // 512)
    directory, chains = sectors, sectors + 1
    end, free, none = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF
    chain = [*range(1, sectors), end, end, 0xFFFFFFFD]
    assert len(chain) <= 128
    table = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    root = _entry("Root Entry", 5, child=1, start=end, size=0)
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII109I",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, directory, 0, 4096, end, 0, end, 0),
        *(chains, *[none] * 108),
    )
    entries = root + _entry("Workbook", 2, child=none, start=0, size=size) + bytes(256)
    return header + stream.ljust(sectors * 512, b"\x00") + entries + table


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\x00\x00"
    nobody = 0xFFFFFFFF
    return text.ljust(64, b"\x00") + struct.pack(
        "<HBBIII16xI16xIQ", len(text), kind, 1, nobody, nobody, child, 0, start, size
    )


# .ods


def ods(rows: Rows, *, from_1904: bool = False, before: str = "") -> bytes:
    """``before``: what stands in the content before the sheet."""
    names = ("office", "table", "text")
    spaces = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    settings = '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<?xml version="1.0"?><office:document-content{spaces}>{before}<office:body><office:spreadsheet>'
        f'{settings if from_1904 else ""}<table:table table:name="{SHEET}">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _archive({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, str):
        return (
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
        )
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"/>'
    return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
