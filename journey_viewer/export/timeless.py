"""A zip with no clock in it: the same parts give the same bytes, whenever and wherever they are written."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can hold


def timeless(saved: bytes) -> bytes:
    """The same package with no time of saving in it."""
    with ZipFile(io.BytesIO(saved)) as package:
        return zipped({name: package.read(name) for name in package.namelist()})


def zipped(parts: dict[str, bytes]) -> bytes:
    """A package of these parts, in their order."""
    content = io.BytesIO()
    with ZipFile(content, "w") as package:
        for name, part in parts.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.create_system = 0  # the same on every platform
            package.writestr(entry, part, ZIP_DEFLATED)
    return content.getvalue()
